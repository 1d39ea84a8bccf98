"""The catalogue: every indicator, in the words of the application, of a file, or of the CIAS."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from psdt.domain.catalogue import Entree, Passe
from psdt.domain.indicators import LONGUEURS, LONGUEURS_TEXTES, Axe, Indicateur
from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.errors import DescriptionChangeeError, IndicateurInconnuError, NomTropLongError
from psdt.sources import catalogue as fichier
from psdt.sources.cellules import cle, texte
from psdt.store import catalogue as store
from psdt.store import indicateurs, modifications
from psdt.store.database import Database
from psdt.words import catalogue_ecran as mots


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
class Retour:
    """What was written of an indicator, and what may come back."""

    actuel: Indicateur
    passe: Passe

    @property
    def phrase(self) -> str:
        """Say who wrote it, and when."""
        last, added = self.passe.derniere, self.passe.retour is None
        if self.passe.remise:
            return mots.remise(last.instant, last.par)
        return (mots.ajoute_par if added else mots.modifie)(last.instant, last.par, last.fichier)

    @property
    def origine(self) -> Indicateur | None:
        """The first description, unless undoing the last modification gives it already."""
        first, back = self.passe.origine, self.passe.retour
        known = (self.actuel, *([back] if back else []))
        return None if first is None or any(fichier.pareils(first, i) for i in known) else first

    def tableau(self, after: Indicateur) -> pd.DataFrame:
        """Return what would change, one row a field: today's words, those that come back."""
        rows = fichier.ecarts(self.actuel, after)
        return pd.DataFrame(rows, columns=list(mots.COLONNES_RETOUR), dtype=object)


def entries(db: Database, actor: Actor) -> dict[str, Entree]:
    """Return the catalogue by code: the axes in their order, those with figures first."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    with db.read() as session:
        described = _described(indicateurs.indicateurs(session, actor.demarche_id))
        figures = store.figures(session, actor.demarche_id)
    declared = fichier.declares()
    found = [
        Entree(
            indicateur=i,
            declare=i.code in declared,
            chiffres=figures.get(i.code, (0, 0, 0))[0],
            annees=figures[i.code][1:] if i.code in figures else None,
        )
        for i in described.values()
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


def describe(db: Database, actor: Actor, indicateur: Indicateur, *, vu: Indicateur) -> bool:
    """Describe an indicator in the words of the CIAS, which imports then leave alone.

    ``vu`` is the description that was read before; says whether anything is new. Raises
    ``IndicateurInconnuError``, ``NomTropLongError``, and ``DescriptionChangeeError`` when
    somebody else described it since.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    checked, declared = _checked(indicateur), fichier.declares()
    event = Evenement.INDICATEUR_DECRIT
    with db.write() as session, modifications.told(session, actor, event, checked.code):
        found = _described(indicateurs.indicateurs(session, actor.demarche_id)).get(checked.code)
        if found is None:
            raise IndicateurInconnuError
        if not fichier.pareils(found, vu):
            raise DescriptionChangeeError
        new = not fichier.pareils(found, checked)
        if new:
            modifications.write(session, actor, {checked.code: checked}, declared)
    return new


def add(db: Database, actor: Actor, indicateur: Indicateur) -> str:
    """Add an indicator of the CIAS and return the code it was given; ``NomTropLongError``."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    checked = _checked(indicateur)
    code = fichier.nouveau_code(checked.libelle, entries(db, actor))
    event = Evenement.INDICATEUR_DECRIT
    with db.write() as session, modifications.told(session, actor, event, code):
        if code in _described(indicateurs.indicateurs(session, actor.demarche_id)):
            raise DescriptionChangeeError
        modifications.write(session, actor, {code: replace(checked, code=code)}, {})
    return code


def past(db: Database, actor: Actor, code: str) -> Retour | None:
    """Return what may come back of an indicator; nothing when the CIAS wrote nothing of it."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    declared = fichier.declares()
    with db.read() as session:
        now = _described(indicateurs.indicateurs(session, actor.demarche_id)).get(code)
        passe = modifications.passe(session, actor.demarche_id, code, declared)
    if passe is None or now is None:
        return None
    back, first = (i and _complete(i, declared.get(code)) for i in (passe.retour, passe.origine))
    return Retour(actuel=now, passe=replace(passe, retour=back, origine=first))


def restore(db: Database, actor: Actor, code: str, vu: int) -> None:
    """Put back the first description: what imports say, else the application.

    ``vu`` is the number of the last modification that was read. Raises
    ``IndicateurInconnuError`` when there is none, and ``DescriptionChangeeError``.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    declared = fichier.declares()
    event = Evenement.DESCRIPTION_D_ORIGINE
    with db.write() as session, modifications.told(session, actor, event, code):
        passe = modifications.passe(session, actor.demarche_id, code, declared)
        if passe is None or passe.origine is None:
            raise IndicateurInconnuError
        if passe.derniere.id != vu:
            raise DescriptionChangeeError
        modifications.write(session, actor, {code: None}, declared)


def undo(db: Database, actor: Actor, code: str, modification_id: int) -> None:
    """Take the last modification of an indicator away; raises as ``store.modifications.undo``.

    The other indicators that the same file described are left alone.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    event = Evenement.DESCRIPTION_ANNULEE
    with db.write() as session, modifications.told(session, actor, event, code):
        modifications.undo(session, actor, modification_id, fichier.declares(), code=code)


def _described(ours: Iterable[Indicateur]) -> dict[str, Indicateur]:
    """Return all that is known of indicators, by code: by the application, then by the base."""
    declared = fichier.declares()
    every = declared | {i.code: i for i in ours}
    return {code: _complete(i, declared.get(code)) for code, i in every.items()}


def _complete(ours: Indicateur, declared: Indicateur | None) -> Indicateur:
    """Return an indicator with the source and the calculation that nobody wrote yet."""
    if declared is None or ours.modifie:
        return ours
    return replace(
        ours, source=ours.source or declared.source, calcul=ours.calcul or declared.calcul
    )


def _dit(i: Indicateur) -> str:
    return cle(f"{i.libelle} {i.code} {i.definition}")


def _checked(indicateur: Indicateur) -> Indicateur:
    """Return an indicator whose texts can be kept, or raise ``NomTropLongError``."""
    texts: dict[str, Any] = {
        name: texte(getattr(indicateur, name)) for name in (*LONGUEURS_TEXTES, "unite")
    }
    longest = {**LONGUEURS_TEXTES, "unite": LONGUEURS["unite"]}
    for name, text in texts.items():
        if len(text) > longest[name] or (name == "libelle" and not text):
            raise NomTropLongError(fichier.CHAMPS[name], longest[name])
    return replace(indicateur, **texts)
