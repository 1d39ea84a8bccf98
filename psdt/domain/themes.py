"""The suggested themes, and the review of them by the commission permanente."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from psdt.domain.people import College
from psdt.errors import RegroupementFigeError, TexteError

CHOIX = (6, 7)
"""Numbers of themes shown side by side: what a commission can hold in mind."""
MARGE_NETTE = 0.2
"""How much closer to its theme than to the next one an objectif must be, to stand clearly in
it. On objectifs that people had sorted, three in four above it were well placed, and fewer
than one in two under it."""
LONGUEUR_TITRE = 80
A_CLASSER = 0
"""In a list of themes, the number of what stands in none: rows of the base begin at 1."""


class StatutRegroupement(StrEnum):
    """Where a regroupement stands: the commission works on one draft, the others wait."""

    BROUILLON = "brouillon"
    ABANDONNE = "abandonné"


class Surete(StrEnum):
    """How sure a suggestion is of the place of an objectif."""

    NET = "net"
    A_RELIRE = "à relire"

    @classmethod
    def of(cls, marge: float) -> "Surete":
        """Put a margin, from 0 to 1, in words."""
        return cls.NET if marge >= MARGE_NETTE else cls.A_RELIRE


@dataclass(frozen=True, slots=True, kw_only=True)
class Objectif:
    """What a participant wrote; the collège only serves to count."""

    id: int
    texte: str
    college: College | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An objectif in a theme."""

    objectif_id: int
    marge: float | None
    """How much closer to this theme than to the next one, from 0 to 1; none once a person
    put it there."""

    @property
    def surete(self) -> Surete:
        """How sure its place is; what a person decided is."""
        return Surete.NET if self.marge is None else Surete.of(self.marge)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme, suggested or kept."""

    id: int
    """Its row in the base, or its number in a suggestion."""
    titre: str
    mots: tuple[str, ...]
    places: tuple[Place, ...]
    """Its objectifs, those at its heart first; the first one says it best."""

    def among(self, standing: Container[int]) -> "Theme":
        """Return the theme without the objectifs that do not stand any more."""
        return replace(
            self, places=tuple(place for place in self.places if place.objectif_id in standing)
        )

    @property
    def a_relire(self) -> tuple[Place, ...]:
        """Its objectifs whose place is not sure, the least sure first."""
        unsure = [place for place in self.places if place.surete is Surete.A_RELIRE]
        return tuple(sorted(unsure, key=lambda place: place.marge or 0.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vue:
    """All the objectifs of a démarche, each in one theme or to be sorted."""

    themes: tuple[Theme, ...]
    a_classer: tuple[int, ...]
    """Objectifs that stand in no theme."""
    objectifs: Mapping[int, Objectif]

    @property
    def a_relire(self) -> frozenset[int]:
        """The objectifs whose place is not sure."""
        return frozenset(place.objectif_id for theme in self.themes for place in theme.a_relire)

    def dans(self, theme_id: int) -> list[Objectif]:
        """Return what a theme, or ``A_CLASSER``, holds: the least sure of their place first."""
        places = next((theme.places for theme in self.themes if theme.id == theme_id), ())
        inside = sorted(places, key=lambda place: 1.0 if place.marge is None else place.marge)
        numbers = [place.objectif_id for place in inside] if theme_id else self.a_classer
        return [self.objectifs[number] for number in numbers]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regroupement:
    """A way to group the objectifs that the commission works on, or worked on."""

    id: int
    demarche_id: int
    k: int
    statut: StatutRegroupement
    cree_le: datetime

    def check_draft(self) -> None:
        """Raise ``RegroupementFigeError`` unless it is the draft at work."""
        if self.statut is not StatutRegroupement.BROUILLON:
            raise RegroupementFigeError


def check_titre(titre: str) -> str:
    """Return a title as it is kept, or raise ``TexteError``."""
    kept = " ".join(titre.split())
    if not 0 < len(kept) <= LONGUEUR_TITRE:
        raise TexteError(LONGUEUR_TITRE)
    return kept
