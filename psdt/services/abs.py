"""The analyse des besoins sociaux: figures in, and what the explorer shows of them."""

from collections.abc import Mapping
from dataclasses import replace

from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.settings import app_dir
from psdt.sources import Tableau, contours, lire
from psdt.store import indicateurs as store
from psdt.store import journal
from psdt.store.database import Database

EXEMPLE = "abs_sample.xlsx"
CONTOURS = "communes.geojson"


def import_table(
    db: Database,
    actor: Actor,
    nom: str,
    tableau: Tableau,
    *,
    outlines: Mapping[str, str] | None = None,
) -> None:
    """Add the figures of a checked table to the actor's démarche: all of them, or none.

    Figures of the same indicator, territoire and year are replaced. ``nom`` is the file's,
    for the journal; ``outlines`` are GeoJSON geometries by code of commune.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    shapes = outlines or {}
    lieux = [replace(t, contour=shapes.get(t.code, t.contour)) for t in tableau.territoires]
    with db.write() as session:
        store.save_valeurs(
            session,
            actor.demarche_id,
            tableau.valeurs,
            indicateurs=store.save_indicateurs(session, actor.demarche_id, tableau.indicateurs),
            territoires=store.save_territoires(session, actor.demarche_id, lieux),
        )
        journal.append(
            session,
            actor.demarche_id,
            Evenement.ABS_IMPORTEE,
            acteur_id=actor.id,
            objet=nom,
            details={"indicateurs": len(tableau.indicateurs), "valeurs": len(tableau.valeurs)},
        )


def import_sample(db: Database, actor: Actor) -> None:
    """Add the sample shipped with the application: real figures of a real territoire."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    data = app_dir() / "data"
    tableau = lire(EXEMPLE, (data / EXEMPLE).read_bytes(), {})
    if not isinstance(tableau, Tableau):
        raise TypeError(f"the sample is not readable: {tableau}")
    outlines = contours.lire(CONTOURS, (data / CONTOURS).read_bytes())
    import_table(db, actor, EXEMPLE, tableau, outlines=outlines)
