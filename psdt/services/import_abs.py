"""Figures into the base: whose they are, one transaction an import, and its undoing.

All figures come in by the same door, ``store.imports.bring``: those of the screen, of the
command, of the sample, and those that are typed. What each import replaced is kept, so that it
can be undone.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from psdt.domain.imports import ImportAbs, Provenance
from psdt.domain.indicators import Indicateur, Niveau
from psdt.domain.people import Action, Actor
from psdt.errors import (
    ApercuPerimeError,
    AutreTerritoireError,
    EpciInconnuError,
    FichierIntrouvableError,
    ImportRefuseError,
    SansTerritoireError,
)
from psdt.settings import app_dir
from psdt.sources import Perimetre, Refus, Tableau, contours, lire, national
from psdt.sources.anomalies import Anomalie, Genre
from psdt.sources.siens import siens
from psdt.store import demarches, imports
from psdt.store import indicateurs as store
from psdt.store.database import Database
from psdt.words.producteurs import enumerer

EXEMPLE = "abs_sample.xlsx"
CONTOURS = "communes.geojson"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repris:
    """What a file of any size gave, and the imports made of it."""

    lus: list[tuple[str, Tableau | Refus]]
    imports: list[int]
    """Their numbers; none for a table that was already there, whole."""


def perimetre(
    db: Database, actor: Actor, *, epci: str = "", liste: Perimetre | Refus | None = None
) -> Perimetre:
    """Return the communes of the démarche and what they are compared with.

    ``epci`` is the code of an intercommunalité: counts are added up for it when its communes
    are those of the démarche; without one, it is that of the démarche, if somebody said it:
    files that made one may have brought a part of its communes only. ``liste`` gives its
    communes when the démarche has not them yet; the names that the démarche already has are
    kept. Once somebody has said which is its territoire, no list changes it. Raises
    ``SansTerritoireError``, ``EpciInconnuError``, ``AutreTerritoireError``, and
    ``ImportRefuseError`` for a list that cannot be read.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    if isinstance(liste, Refus):
        raise ImportRefuseError([anomalie.phrase for anomalie in liste.anomalies])
    with db.read() as session:
        known = store.territoires(session, actor.demarche_id)
        said = demarches.lieu(session, actor.demarche_id)
        ours = demarches.lieu_connu(session, actor.demarche_id)
    if liste is not None and said is None:
        members = liste.communes
        named = [t for t in known if t.nom != t.code]
        others = [t for t in named if t.niveau is not Niveau.COMMUNE or t.code in members]
        merged = liste.connus | {(t.niveau, t.code): t for t in others}
        return replace(liste, territoires=tuple(merged.values()))
    if epci and not any(t.niveau is Niveau.EPCI and t.code == epci for t in known):
        raise EpciInconnuError(epci) if said is None else AutreTerritoireError(epci)
    if not known:
        raise SansTerritoireError
    niveau, code = (ours if epci else said) or (None, "")
    # The communes of a CCAS, or of another intercommunalité, are not those of this one.
    whole = code if niveau is Niveau.EPCI and epci in {"", code} else ""
    return Perimetre(territoires=tuple(known), epci=whole)


def catalogue(db: Database, actor: Actor) -> dict[str, Indicateur]:
    """Return the indicators as the démarche describes them, by code."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.read() as session:
        return {i.code: i for i in store.indicateurs(session, actor.demarche_id)}


def import_table(
    db: Database,
    actor: Actor,
    nom: str,
    tableau: Tableau,
    *,
    empreinte: str = "",
    outlines: Mapping[str, str] | None = None,
) -> int | None:
    """Add the figures of a checked table to the actor's démarche: all of them, or none.

    Figures of the same indicator, territoire and year are replaced. ``nom`` is that of the
    file, or of what was typed; ``empreinte`` its SHA-256, if it is a file; ``outlines`` are
    GeoJSON geometries by code of commune. Returns the number of the import, or ``None`` when
    the same file was imported already and nothing would change.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    shapes = outlines or {}
    lieux = [replace(t, contour=shapes.get(t.code, t.contour)) for t in tableau.territoires]
    with db.write() as session:
        imports.hold(session, actor.demarche_id)
        return imports.bring(
            session,
            actor,
            Provenance(fichier=nom, nature=tableau.nature, empreinte=empreinte),
            valeurs=tableau.valeurs,
            indicateurs=tableau.indicateurs,
            territoires=lieux,
        )


def confirm(
    db: Database, actor: Actor, tableau: Tableau, provenance: Provenance, *, seen: str
) -> int | None:
    """Write what was previewed, unless the ABS changed since: ``ApercuPerimeError``.

    ``seen`` is the mark of the ABS at the preview; the rest is as in ``import_table``.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.write() as session:
        if imports.hold(session, actor.demarche_id) != seen:
            raise ApercuPerimeError
        return imports.bring(
            session,
            actor,
            provenance,
            valeurs=tableau.valeurs,
            indicateurs=tableau.indicateurs,
            territoires=tableau.territoires,
        )


def import_sample(db: Database, actor: Actor) -> None:
    """Add the sample shipped with the application: real figures of a real territoire."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    data = app_dir() / "data"
    contenu = (data / EXEMPLE).read_bytes()
    tableau = lire(EXEMPLE, contenu, {})
    if not isinstance(tableau, Tableau):
        raise TypeError(f"the sample is not readable: {tableau}")
    outlines = contours.lire(CONTOURS, (data / CONTOURS).read_bytes())
    empreinte = hashlib.sha256(contenu).hexdigest()
    import_table(db, actor, EXEMPLE, tableau, empreinte=empreinte, outlines=outlines)


def import_file(
    db: Database,
    actor: Actor,
    fichier: Path,
    wanted: Perimetre,
    *,
    suivi: national.Suivi,
    garder: bool = True,
) -> Repris:
    """Take what is wanted from a file of any size: all of its tables, or none.

    All are read before they are kept; with ``garder`` false, none is. ``suivi`` is told how
    far the file is read. Raises ``FichierIntrouvableError``, and ``ImportRefuseError`` when no
    table can be taken.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    try:
        read = list(national.lire_fichier(fichier, catalogue(db, actor), wanted, suivi))
        with fichier.open("rb") as source:
            empreinte = hashlib.file_digest(source, "sha256").hexdigest()
    except OSError:
        raise FichierIntrouvableError(str(fichier)) from None
    read = [(nom, _siens(nom, table, wanted)) for nom, table in read]
    tables = [(nom, table) for nom, table in read if isinstance(table, Tableau)]
    if not tables:
        refused = (table.anomalies for _, table in read if isinstance(table, Refus))
        raise ImportRefuseError(
            [anomalie.phrase for anomalies in refused for anomalie in anomalies]
        )
    if not garder:
        return Repris(lus=read, imports=[])
    with db.write() as session:
        imports.hold(session, actor.demarche_id)
        written = [
            imports.bring(
                session,
                actor,
                Provenance(fichier=nom, nature=table.nature, empreinte=empreinte),
                valeurs=table.valeurs,
                indicateurs=table.indicateurs,
                territoires=table.territoires,
            )
            for nom, table in tables
        ]
    return Repris(lus=read, imports=[number for number in written if number is not None])


def _siens(nom: str, lu: Tableau | Refus, wanted: Perimetre) -> Tableau | Refus:
    """Keep what is wanted of a table, and note how many other territoires it has."""
    if isinstance(lu, Refus):
        return lu
    kept, hors = siens(lu, wanted, choisi=True)
    if not kept.territoires:
        return Refus(anomalies=(Anomalie(genre=Genre.AUCUN_TERRITOIRE, lu=nom),), nature=lu.nature)
    aside = [Anomalie(genre=Genre.HORS_PERIMETRE, detail=enumerer(hors))] if hors else []
    return replace(kept, remarques=(*kept.remarques, *aside))


def history(db: Database, actor: Actor) -> list[ImportAbs]:
    """Return the imports of the actor's démarche, the latest first, those undone included."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.read() as session:
        return imports.history(session, actor.demarche_id)


def undo(db: Database, actor: Actor, import_id: int) -> ImportAbs:
    """Take an import away, whatever came after it, and return what it was.

    Its figures give way to those they had replaced, or to nothing; those that a later import
    replaced stay so. Raises ``ImportInconnuError``, ``ImportAnnuleError``.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.write() as session:
        imports.hold(session, actor.demarche_id)
        return imports.undo(session, actor, import_id)
