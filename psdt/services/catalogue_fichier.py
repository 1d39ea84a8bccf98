"""The catalogue as a file: taken away, edited in a spreadsheet, taken back, undone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from psdt.domain.catalogue import Modification
from psdt.domain.indicators import Indicateur, meme_unite
from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.errors import ApercuPerimeError, ImportRefuseError
from psdt.exports.catalogue import Catalogue, csv, workbook
from psdt.exports.dossier import file_name
from psdt.services.catalogue import entries
from psdt.services.ensemble import ensemble
from psdt.sources import Refus
from psdt.sources import catalogue as fichier
from psdt.sources.cellules import cle
from psdt.store import demarches, modifications
from psdt.store.database import Database
from psdt.words import catalogue_ecran as mots

FICHIERS: dict[str, Callable[[Catalogue], bytes]] = {"xlsx": workbook, "csv": csv}


@dataclass(frozen=True, slots=True, kw_only=True)
class Apercu:
    """What a file would change in the catalogue."""

    ajoutes: tuple[Indicateur, ...]
    changes: tuple[tuple[Indicateur, Indicateur], ...]
    """Before, after."""
    inchanges: int
    meme_nom: tuple[tuple[Indicateur, Indicateur], ...] = ()
    """Added though another one has the same name: added, already there."""
    lus_autrement: tuple[tuple[Indicateur, Indicateur, int], ...] = ()
    """Whose unit changes over figures: before, after, how many figures."""
    version: str = ""
    """The mark of the ABS it was compared with."""

    @property
    def remarques(self) -> list[str]:
        """Return what deserves a look: a code that was changed makes another indicator."""
        units = [
            mots.unite_sous_chiffres(old.libelle, old.unite, new.unite, n)
            for old, new, n in self.lus_autrement
        ]
        names = [mots.meme_nom(new.libelle, new.code, old.code) for new, old in self.meme_nom]
        return [*units, *names]

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
            (before.libelle, *said)
            for before, after in self.changes
            for said in fichier.ecarts(before, after)
        ]
        return pd.DataFrame(rows, columns=list(mots.COLONNES_APERCU))


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
    with db.read() as session:
        version = demarches.version_abs(session, actor.demarche_id)
    there = entries(db, actor)
    known = {code: entree.indicateur for code, entree in there.items()}
    read = fichier.lire(nom, contenu, known)
    if isinstance(read, Refus):
        return read
    changed = [
        (known[i.code], i)
        for i in read
        if i.code in known and not fichier.pareils(known[i.code], i)
    ]
    added = tuple(i for i in read if i.code not in known)
    named = {cle(i.libelle): i for i in known.values()}
    return Apercu(
        ajoutes=added,
        changes=tuple(changed),
        inchanges=len(read) - len(added) - len(changed),
        meme_nom=tuple((i, named[cle(i.libelle)]) for i in added if cle(i.libelle) in named),
        lus_autrement=tuple(
            (old, new, there[old.code].chiffres)
            for old, new in changed
            if there[old.code].chiffres and not meme_unite(old.unite, new.unite)
        ),
        version=version,
    )


def keep(db: Database, actor: Actor, nom: str, contenu: bytes, seen: str) -> Apercu:
    """Take the descriptions of a file, all of them or none.

    ``seen`` is the mark of the ABS at the preview. Raises ``ImportRefuseError``, and
    ``ApercuPerimeError`` when the ABS changed since.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    found = preview(db, actor, nom, contenu)
    if isinstance(found, Refus):
        raise ImportRefuseError([anomalie.phrase for anomalie in found.anomalies])
    said = {i.code: i for i in (*found.ajoutes, *(after for _, after in found.changes))}
    event = Evenement.CATALOGUE_IMPORTE
    with db.write() as session, modifications.told(session, actor, event, nom):
        if demarches.version_abs(session, actor.demarche_id) != seen:
            raise ApercuPerimeError
        modifications.write(session, actor, said, fichier.declares(), fichier=nom)
    return found


def files(db: Database, actor: Actor) -> list[Modification]:
    """Return the files of the catalogue that were taken, the latest first."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.read() as session:
        return modifications.fichiers(session, actor.demarche_id)


def undo(db: Database, actor: Actor, modification_id: int) -> None:
    """Take a file of the catalogue away, whole; what was written later stays.

    Raises as ``store.modifications.undo``.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.write() as session:
        name = modifications.fichier(session, actor.demarche_id, modification_id)
        with modifications.told(session, actor, Evenement.CATALOGUE_ANNULE, name):
            modifications.undo(session, actor, modification_id, fichier.declares())
