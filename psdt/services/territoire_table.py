"""The territoires of a démarche as a table: read on the screen, or taken away."""

from collections.abc import Callable
from datetime import date

import pandas as pd

from psdt.domain.people import Action, Actor
from psdt.domain.territoire import Etat
from psdt.exports.dossier import file_name
from psdt.exports.territoire import Lieux, csv, workbook
from psdt.services.ensemble import ensemble
from psdt.services.territoire import state
from psdt.store.database import Database
from psdt.words import territoire as mots
from psdt.words.grammar import number

FICHIERS: dict[str, Callable[[Lieux], bytes]] = {"xlsx": workbook, "csv": csv}


def table(actor: Actor, etat: Etat) -> pd.DataFrame:
    """Return the table of the territoires, communes first, in words."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    rows = []
    for t in (*etat.communes, *etat.references):
        people = etat.habitants.get((t.niveau, t.code))
        said = [mots.INCONNU if people is None else number(people)] if etat.annee else []
        figures = number(etat.chiffres.get((t.niveau, t.code), 0))
        rows.append((mots.nomme(t.nom, t.niveau), t.code, *said, figures))
    return pd.DataFrame(rows, columns=mots.colonnes(etat.annee))


def download(db: Database, actor: Actor, extension: str, *, today: date) -> bytes:
    """Return the territoires as a file, of a kind in ``FICHIERS``."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    whole = ensemble(db, actor)
    return FICHIERS[extension](
        Lieux(
            organisme=whole.organisme,
            demonstration=whole.demonstration,
            etat=state(db, actor),
            jour=today,
        )
    )


def fichier(db: Database, actor: Actor, extension: str, *, today: date) -> str:
    """Return the name of a file of the territoires, or of the picture of their map."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    noun = "territoire-carte" if extension == "png" else "territoire"
    return file_name(today, ensemble(db, actor).organisme, noun, 1, extension)
