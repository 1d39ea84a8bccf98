"""The sizes of the themes on screen, taken away."""

from collections.abc import Callable
from datetime import date

from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.errors import RegroupementInconnuError
from psdt.exports.dossier import file_name
from psdt.exports.themes import Tailles, csv, workbook
from psdt.services import themes
from psdt.store import demarches, journal
from psdt.store.database import Database
from psdt.words import themes as mots

FICHIERS: dict[str, Callable[[Tailles], bytes]] = {"xlsx": workbook, "csv": csv}


def download(db: Database, actor: Actor, extension: str, *, today: date) -> bytes:
    """Return the sizes of the draft, or of the suggestion that stands out, as a file.

    Of a kind in ``FICHIERS``. The journal keeps that it was taken away. Raises
    ``RegroupementInconnuError`` when there is no theme.
    """
    actor.require(Action.EXPORTER, actor.demarche_id)
    shown = _shown(db, actor)
    with db.write() as session:
        demarche = demarches.get(session, actor.demarche_id)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.TABLEAU_EXPORTE,
            acteur_id=actor.id,
            objet=mots.TITRE,
            details={"themes": len(shown.vue.themes)},
        )
    return FICHIERS[extension](
        Tailles(
            organisme=demarche.organisme,
            demonstration=demarche.demonstration,
            constat=shown.constat,
            mesure=shown.mesure,
            source=shown.source,
            lignes=shown.lisible,
            jour=today,
        )
    )


def fichier(db: Database, actor: Actor, extension: str, *, today: date) -> str:
    """Return the name of a file of the sizes, or of their picture."""
    actor.require(Action.EXPORTER, actor.demarche_id)
    with db.read() as session:
        organisme = demarches.get(session, actor.demarche_id).organisme
    return file_name(today, organisme, mots.MENU, 1, extension)


def _shown(db: Database, actor: Actor) -> themes.Regroupe:
    """Return what the screen shows the sizes of."""
    draft = themes.draft(db, actor)
    if draft is not None:
        return draft
    found = themes.suggestions(db, actor)
    if found is None or not found.conseil:
        raise RegroupementInconnuError
    return found.versions[found.conseil]
