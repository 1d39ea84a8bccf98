"""Files of producers into the base: whose figures are wanted, under which names."""

from dataclasses import replace
from pathlib import Path

from psdt.domain.indicators import Indicateur, Niveau
from psdt.domain.people import Action, Actor
from psdt.errors import EpciInconnuError, FichierIntrouvableError, ImportRefuseError
from psdt.services.abs import import_table
from psdt.sources import Perimetre, Refus, Tableau, national
from psdt.store import indicateurs as store
from psdt.store.database import Database


def perimetre(
    db: Database, actor: Actor, *, epci: str = "", liste: Perimetre | Refus | None = None
) -> Perimetre:
    """Return the communes of the démarche and what they are compared with.

    ``epci`` is the code of the intercommunalité that these communes make, if they do: counts
    are then added up for it. ``liste`` gives its communes when the démarche has not them yet;
    the names that the démarche already has are kept. Raises ``EpciInconnuError``, and
    ``ImportRefuseError`` for a list that cannot be read.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    if isinstance(liste, Refus):
        raise ImportRefuseError([anomalie.phrase for anomalie in liste.anomalies])
    with db.read() as session:
        known = store.territoires(session, actor.demarche_id)
    if liste is not None:
        members = liste.communes
        named = [t for t in known if t.nom != t.code]
        others = [t for t in named if t.niveau is not Niveau.COMMUNE or t.code in members]
        merged = liste.connus | {(t.niveau, t.code): t for t in others}
        return replace(liste, territoires=tuple(merged.values()))
    if epci and not any(t.niveau is Niveau.EPCI and t.code == epci for t in known):
        raise EpciInconnuError(epci)
    return Perimetre(territoires=tuple(known), epci=epci)


def catalogue(db: Database, actor: Actor) -> dict[str, Indicateur]:
    """Return the indicators as the démarche describes them, by code."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.read() as session:
        return {i.code: i for i in store.indicateurs(session, actor.demarche_id)}


def import_file(
    db: Database,
    actor: Actor,
    fichier: Path,
    wanted: Perimetre,
    *,
    suivi: national.Suivi,
    garder: bool = True,
) -> list[tuple[str, Tableau | Refus]]:
    """Take what is wanted from a file of any size, and return what each of its tables gave.

    All are read before one is kept, each in a transaction of its own; with ``garder`` false,
    none is. ``suivi`` is told how far the file is read. Raises ``FichierIntrouvableError``,
    and ``ImportRefuseError`` when no table can be taken.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    try:
        read = list(national.lire_fichier(fichier, catalogue(db, actor), wanted, suivi))
    except OSError:
        raise FichierIntrouvableError(str(fichier)) from None
    tables = [(nom, table) for nom, table in read if isinstance(table, Tableau)]
    if not tables:
        refused = (table.anomalies for _, table in read if isinstance(table, Refus))
        raise ImportRefuseError(
            [anomalie.phrase for anomalies in refused for anomalie in anomalies]
        )
    for nom, table in tables if garder else ():
        import_table(db, actor, nom, table)
    return read
