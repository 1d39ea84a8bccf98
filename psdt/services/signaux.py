"""What stands out of the ABS: ranked signals, each one sentence with its figures."""

from dataclasses import dataclass

from psdt.domain.indicators import Axe, Territoire
from psdt.domain.people import Action, Actor
from psdt.domain.signaux import Genre, Ton
from psdt.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One thing that stands out."""

    id: str
    """The same as long as it is about the same thing: « TX_CHOM_1564.communes.fragile »."""
    phrase: str
    """One French sentence with its figures and its year, ended by a full stop."""
    depuis: str
    """« C'était déjà le cas en 2014. »; nothing when it is not known."""
    pour: str
    """Whom it concerns: « Caden », « 4 communes sur 13 », « Toute l'intercommunalité »."""
    prudences: tuple[str, ...]
    """Sentences: small populations, secrecy, figures of a larger territoire."""
    axe: Axe
    code: str
    """Of the indicator."""
    libelle: str
    territoires: tuple[Territoire, ...]
    """Those it is about, the one farthest from the reference first."""
    genre: Genre
    ton: Ton
    annee: int
    source: str
    """« Source : Insee, recensement 2022. »"""
    force: float
    """What it is ranked by, for tests and files: never shown to élus."""

    @property
    def fragile(self) -> bool:
        """Whether it says a more fragile situation."""
        return self.ton is Ton.FRAGILE


def signaux(
    db: Database, actor: Actor, *, axe: Axe | None = None, commune: str | None = None
) -> list[Signal]:
    """Return what stands out: fragilities first, then strengths, then what is worth knowing.

    Inside each, the strongest first; without an axis, axes take turns. ``commune`` is the code
    of one: what stands out there, each sentence about it alone. No two signals are the same
    sentence. Kept in memory by version of the ABS.

    Raises ``IndicateurInconnuError`` for a commune that is not of the démarche.
    """
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    del db, axe, commune
    return []
