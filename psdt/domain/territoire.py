"""The territoire of a démarche: lists of communes, what is asked for, what it would become."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from psdt.domain.indicators import Niveau, Territoire


class Membre(NamedTuple):
    """A commune, and the code of the intercommunalité that a list says it is of."""

    commune: Territoire
    epci: str = ""


@dataclass(frozen=True)
class Liste:
    """Communes as a list gives them."""

    membres: tuple[Membre, ...]
    epcis: Mapping[str, str]
    """Names of the intercommunalités by code, in the order of names; none without a column."""

    @cached_property
    def effectifs(self) -> dict[str, int]:
        """Number of communes of each intercommunalité, by code."""
        found: dict[str, int] = {}
        for membre in self.membres:
            found[membre.epci] = found.get(membre.epci, 0) + 1
        return found

    def de(self, epci: str = "") -> tuple[Territoire, ...]:
        """Return the communes of an intercommunalité, or all of them, each once."""
        ours = [m.commune for m in self.membres if not self.epcis or m.epci == epci]
        return tuple({commune.code: commune for commune in reversed(ours)}.values())[::-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Etat:
    """The territoire as it is."""

    lieu: Territoire | None
    """Whose démarche it is, when it is known."""
    communes: tuple[Territoire, ...]
    references: tuple[Territoire, ...]
    chiffres: Mapping[tuple[Niveau, str], int]
    """Number of figures of each territoire that has some, by level and code."""
    ecartes: tuple[tuple[Territoire, int], ...]
    """Territoires no longer compared, and their number of figures, kept."""
    habitants: Mapping[tuple[Niveau, str], int]
    """Inhabitants of each territoire in ``annee``, by level and code, where they are known."""
    annee: int | None
    """The latest year in which all the communes are known; failing that, one of them."""
    sources: tuple[str, ...]
    """Where the numbers of inhabitants come from."""

    @property
    def dessinees(self) -> tuple[Territoire, ...]:
        """The communes that have an outline."""
        return tuple(commune for commune in self.communes if commune.contour)

    @property
    def peuplement(self) -> tuple[tuple[str, int | None], ...]:
        """Name and inhabitants of each commune; none where they are not known."""
        return tuple((c.nom, self.habitants.get((c.niveau, c.code))) for c in self.communes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voulu:
    """The territoire that an agent asks for."""

    communes: tuple[Territoire, ...]
    epci: Territoire | None = None
    """The intercommunalité: the territoire itself, unless it is one of its communes."""
    commune: str = ""
    """Code of the commune whose démarche it is, for a CCAS."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projet:
    """What the territoire would become."""

    lieu: Territoire
    communes: tuple[Territoire, ...]
    references: tuple[Territoire, ...]
    nouvelles: tuple[Territoire, ...]
    """The communes that were not compared."""
    sortantes: tuple[tuple[Territoire, int], ...]
    """Territoires that would no longer be compared, and their number of figures, kept."""
    renommees: tuple[tuple[Territoire, str], ...]
    """Communes as they are called now, and the name that the list gives them."""
    recodes: Mapping[str, str]
    """Codes of communes known by their name alone → their official ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """The outlines found in a file for the communes one has."""

    contours: Mapping[str, str]
    """GeoJSON geometries, as texts, by code of commune."""
    sans: tuple[Territoire, ...]
    """The communes that the file does not draw."""
    ignores: int
    """Objects of the file that are no commune of the territoire, or no surface."""
    points: tuple[int, int]
    """Number of points read, then kept."""
