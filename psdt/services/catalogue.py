"""The catalogue: every indicator, in the words of the application, of a file, or of the CIAS."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from psdt.domain.catalogue import Entree
from psdt.domain.indicators import LONGUEURS, LONGUEURS_TEXTES, Axe, Indicateur
from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.errors import ImportRefuseError, IndicateurInconnuError, NomTropLongError
from psdt.exports.catalogue import Catalogue, csv, workbook
from psdt.exports.dossier import file_name
from psdt.services.ensemble import ensemble
from psdt.sources import Refus
from psdt.sources import catalogue as fichier
from psdt.sources.cellules import cle, texte
from psdt.store import catalogue as store
from psdt.store import imports, indicateurs, journal
from psdt.store.database import Database
from psdt.words import catalogue_ecran as mots

FICHIERS: dict[str, Callable[[Catalogue], bytes]] = {"xlsx": workbook, "csv": csv}
DECRIT = ("libelle", "theme", "unite", "sens", "definition", "source", "calcul")
CHAMPS = {"theme": mots.CHAMPS["axe"]} | {n: t for n, t in mots.CHAMPS.items() if n in DECRIT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouves:
    """Indicators that somebody looks for."""

    entrees: dict[str, Entree]
    """By code."""

    @property
    def noms(self) -> dict[str, str]:
        """Their names, by code."""
        return {code: entree.indicateur.libelle for code, entree in self.entrees.items()}

    @property
    def compte(self) -> str:
        """Say how many there are, and how many have figures."""
        known = sum(1 for entree in self.entrees.values() if entree.chiffres)
        return mots.compte(len(self.entrees), known)

    def tableau(self) -> pd.DataFrame:
        """Return one row an indicator, in words."""
        rows = [
            (
                e.indicateur.libelle,
                e.indicateur.unite,
                str(e.indicateur.sens),
                mots.chiffres(e.chiffres, e.annees),
            )
            for e in self.entrees.values()
        ]
        return pd.DataFrame(rows, columns=list(mots.COLONNES_LISTE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Apercu:
    """What a file would change in the catalogue."""

    ajoutes: tuple[Indicateur, ...]
    changes: tuple[tuple[Indicateur, Indicateur], ...]
    """Before, after."""
    inchanges: int
    meme_nom: tuple[tuple[Indicateur, Indicateur], ...] = ()
    """Added though another one has the same name: added, already there."""

    @property
    def remarques(self) -> list[str]:
        """Return what deserves a look: a code that was changed makes another indicator."""
        return [mots.meme_nom(new.libelle, new.code, old.code) for new, old in self.meme_nom]

    @property
    def compte(self) -> str:
        """Say how many indicators are added, changed, the same."""
        return mots.changements(len(self.ajoutes), len(self.changes), self.inchanges)

    @property
    def utile(self) -> bool:
        """Whether there is something to change."""
        return bool(self.ajoutes or self.changes)

    def tableau(self) -> pd.DataFrame:
        """Return what changes, one row a field, in words."""
        rows = [(i.libelle, mots.NOUVEAU, "", i.definition or i.unite) for i in self.ajoutes]
        rows += [
            (before.libelle, CHAMPS[name], str(getattr(before, name)), str(getattr(after, name)))
            for before, after in self.changes
            for name in DECRIT
            if getattr(before, name) != getattr(after, name)
        ]
        return pd.DataFrame(rows, columns=list(mots.COLONNES_APERCU))


def entries(db: Database, actor: Actor) -> dict[str, Entree]:
    """Return the catalogue by code: the axes in their order, those with figures first."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    with db.read() as session:
        ours = {i.code: i for i in indicateurs.indicateurs(session, actor.demarche_id)}
        figures = store.figures(session, actor.demarche_id)
    declared = fichier.declares()
    found = [
        Entree(
            indicateur=_complete(i, declared.get(i.code)),
            declare=i.code in declared,
            chiffres=figures.get(i.code, (0, 0, 0))[0],
            annees=figures[i.code][1:] if i.code in figures else None,
        )
        for i in (declared | ours).values()
    ]
    axes = list(Axe)
    found.sort(key=lambda e: (axes.index(e.indicateur.theme), e.chiffres == 0))
    return {entree.indicateur.code: entree for entree in found}


def search(db: Database, actor: Actor, axe: Axe | None, cherche: str) -> Trouves:
    """Return the indicators of an axis, or of all, that have a word in what is said of them.

    The word is looked for in the name, the code and the definition, whatever its accents.
    """
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    word = cle(cherche)
    found = {
        code: entree
        for code, entree in entries(db, actor).items()
        if axe in {None, entree.indicateur.theme} and word in _dit(entree.indicateur)
    }
    return Trouves(entrees=found)


def describe(db: Database, actor: Actor, indicateur: Indicateur) -> None:
    """Describe an indicator in the words of the CIAS, which imports then leave alone.

    Raises ``IndicateurInconnuError`` and ``NomTropLongError``.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    if indicateur.code not in entries(db, actor):
        raise IndicateurInconnuError
    _write(db, actor, [replace(_checked(indicateur), modifie=True)])


def add(db: Database, actor: Actor, indicateur: Indicateur) -> str:
    """Add an indicator of the CIAS and return the code it was given; raises as ``describe``."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    checked = _checked(indicateur)
    code = fichier.nouveau_code(checked.libelle, entries(db, actor))
    _write(db, actor, [replace(checked, code=code, modifie=True)])
    return code


def restore(db: Database, actor: Actor, code: str) -> None:
    """Put back the description that the application gives; ``IndicateurInconnuError``."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    declared = fichier.declares().get(code)
    if declared is None:
        raise IndicateurInconnuError
    _write(db, actor, [declared])


def export(db: Database, actor: Actor, extension: str, *, today: date) -> bytes:
    """Return the whole catalogue as a file, of a kind in ``FICHIERS``."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    found = tuple(entree.indicateur for entree in entries(db, actor).values())
    organisme = ensemble(db, actor).organisme
    return FICHIERS[extension](Catalogue(organisme=organisme, indicateurs=found, jour=today))


def named(db: Database, actor: Actor, extension: str, *, today: date) -> str:
    """Return the name of the file of the catalogue."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    return file_name(today, ensemble(db, actor).organisme, "catalogue", 1, extension)


def preview(db: Database, actor: Actor, nom: str, contenu: bytes) -> Apercu | Refus:
    """Say what a file would change in the catalogue, or what must be mended in it."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    known = {code: entree.indicateur for code, entree in entries(db, actor).items()}
    read = fichier.lire(nom, contenu, known)
    if isinstance(read, Refus):
        return read
    changed = [(known[i.code], i) for i in read if i.code in known and not _same(known[i.code], i)]
    added = tuple(i for i in read if i.code not in known)
    named = {cle(i.libelle): i for i in known.values()}
    return Apercu(
        ajoutes=added,
        changes=tuple(changed),
        inchanges=len(read) - len(added) - len(changed),
        meme_nom=tuple((i, named[cle(i.libelle)]) for i in added if cle(i.libelle) in named),
    )


def keep(db: Database, actor: Actor, nom: str, contenu: bytes) -> Apercu:
    """Take the descriptions of a file, all of them or none; ``ImportRefuseError``."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    found = preview(db, actor, nom, contenu)
    if isinstance(found, Refus):
        raise ImportRefuseError([anomalie.phrase for anomalie in found.anomalies])
    said = [*found.ajoutes, *(after for _, after in found.changes)]
    _write(db, actor, [replace(i, modifie=True) for i in said], fichier=nom)
    return found


def _write(
    db: Database, actor: Actor, described: Iterable[Indicateur], *, fichier: str = ""
) -> None:
    """Write descriptions; what they replace stays in the journal, word for word."""
    said = list(described)
    with db.write() as session:
        imports.hold(session, actor.demarche_id)
        former = {i.code: i for i in indicateurs.indicateurs(session, actor.demarche_id)}
        store.describe(session, actor.demarche_id, said)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.CATALOGUE_IMPORTE if fichier else Evenement.INDICATEUR_DECRIT,
            acteur_id=actor.id,
            objet=fichier or said[0].code,
            details={"indicateurs": {i.code: _change(former.get(i.code), i) for i in said}},
        )


def _change(before: Indicateur | None, after: Indicateur) -> dict[str, list[str | None]]:
    """Return what changes in a description, by field: its text before, and after."""
    said = {name: (getattr(before, name, None), getattr(after, name)) for name in DECRIT}
    return {
        name: [None if text is None else str(text) for text in texts]
        for name, texts in said.items()
        if texts[0] != texts[1]
    }


def _complete(ours: Indicateur, declared: Indicateur | None) -> Indicateur:
    """Return an indicator with the source and the calculation that nobody wrote yet."""
    if declared is None or ours.modifie:
        return ours
    return replace(
        ours, source=ours.source or declared.source, calcul=ours.calcul or declared.calcul
    )


def _dit(i: Indicateur) -> str:
    return cle(f"{i.libelle} {i.code} {i.definition}")


def _same(before: Indicateur, after: Indicateur) -> bool:
    """Say whether two descriptions are the same, whatever the spaces around their texts."""
    said = [
        [
            texte(getattr(i, name)) if name not in ("theme", "sens") else getattr(i, name)
            for name in DECRIT
        ]
        for i in (before, after)
    ]
    return said[0] == said[1]


def _checked(indicateur: Indicateur) -> Indicateur:
    """Return an indicator whose texts can be kept, or raise ``NomTropLongError``."""
    texts: dict[str, Any] = {
        name: texte(getattr(indicateur, name)) for name in (*LONGUEURS_TEXTES, "unite")
    }
    longest = {**LONGUEURS_TEXTES, "unite": LONGUEURS["unite"]}
    for name, text in texts.items():
        if len(text) > longest[name] or (name == "libelle" and not text):
            raise NomTropLongError(CHAMPS[name], longest[name])
    return replace(indicateur, **texts)
