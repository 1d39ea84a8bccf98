"""The home of the démarche: where it stands, and what the person may do now.

No pandas here: phones open this page too.
"""

from dataclasses import dataclass
from datetime import date

from psdt.domain.demarche import (
    Activite,
    Demarche,
    Etape,
    NatureActivite,
    Seance,
    StatutActivite,
)
from psdt.domain.people import Action, Actor
from psdt.store import activites, demarches, elements
from psdt.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Accueil:
    """What the home page shows."""

    demarche: Demarche
    etape: Etape
    """The step the démarche is in."""
    seances: dict[Etape, list[Seance]]
    paroles: dict[str, int]
    """How many statements were collected, by name of nature."""
    sans_chiffres: bool
    """Whether no figure was brought yet into the ABS."""
    a_faire: list[Activite]
    """Open activités that ask this person's collège, latest first."""


def overview(db: Database, actor: Actor, *, today: date) -> Accueil:
    """Return the home of the actor's démarche."""
    actor.require(Action.VOIR_DEMARCHE, actor.demarche_id)
    with db.read() as session:
        demarche = demarches.get(session, actor.demarche_id)
        seances = demarches.seances(session, demarche.id)
        paroles = elements.count(session, demarche.id)
        ongoing = activites.of_demarche(session, demarche.id)
        version = demarches.version_abs(session, demarche.id)
    return Accueil(
        demarche=demarche,
        etape=_step(seances, today),
        seances={
            etape: [seance for seance in seances if seance.etape is etape] for etape in Etape
        },
        paroles={nature.name: n for nature, n in paroles.items()},
        sans_chiffres=not version,
        a_faire=[activite for activite in ongoing if _asks(activite, actor)],
    )


def _step(seances: list[Seance], today: date) -> Etape:
    """Return the step of the last séance held, or the first step before any."""
    held = [seance.etape for seance in seances if seance.jour <= today]
    return held[-1] if held else Etape.ABS


def _asks(activite: Activite, actor: Actor) -> bool:
    return (
        activite.statut is StatutActivite.OUVERTE
        and activite.nature is NatureActivite.NOTATION
        and activite.asks(actor)
    )
