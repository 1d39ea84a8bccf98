"""The indicators that « Comparer » starts from: by axis, those that tell most."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from psdt.analytics.indicators import SIGN
from psdt.domain.indicators import Axe, Indicateur, Niveau
from psdt.services.comparer_selection import Selection
from psdt.services.ensemble import Ensemble

MAXIMUM = 12
"""Indicators at once: more do not fit on a screen."""
PAR_AXE = 3
"""Most indicators of an axis; one only when it has none that can be compared."""
ASSEZ = 3
"""Indicators with a direction from which no other one is chosen."""
Lieu = tuple[Niveau, str]


@dataclass(frozen=True, slots=True)
class Rang:
    """Why an indicator is chosen before another one."""

    comparable: bool
    """Whether there is a larger territoire to compare with, in the year shown."""
    lieux: int
    """Of the territoire of the démarche and the larger ones, how many have a figure."""
    communes: int


Choix = Callable[[str], Rang | None]
"""Gives what an indicator is worth, or None when it tells nothing."""


class Depart:
    """Chooses indicators to start from.

    By axis, those with a direction come first, then those that can be compared with a larger
    territoire, then those that most larger territoires publish, then those known for most
    communes; of equal ones, the first of the catalogue: the choice is the same each time. An
    axis has up to ``PAR_AXE`` of those that have a direction and can be compared; when it has
    none, its first one stands for it. Counts are left out: they grow with the territoire.
    When ``ASSEZ`` have a direction, the others are left out: the finding counts none of them.

    Parameters
    ----------
    known : mapping
        The indicators that may be chosen, by code, in the order of the catalogue.
    """

    def __init__(self, known: Mapping[str, Indicateur]) -> None:
        self._known = known

    def choisis(self, rang: Choix) -> tuple[str, ...]:
        """Return the codes chosen; ``rang`` gives what each indicator is worth."""
        found: list[tuple[int, int, str]] = []
        for place, axe in enumerate(Axe):
            ranked = []
            for code, indicateur in self._known.items():
                worth = None if indicateur.effectif or indicateur.theme is not axe else rang(code)
                if worth is not None:
                    sense = abs(SIGN[indicateur.sens])
                    rank = (-sense, not worth.comparable, -worth.lieux, -worth.communes)
                    ranked.append((rank, bool(sense and worth.comparable), code))
            ranked.sort(key=lambda one: one[0])
            kept = [one for one in ranked if one[1]][:PAR_AXE] or ranked[:1]
            found += [(turn, place, code) for turn, (*_, code) in enumerate(kept)]
        oriented = [one for one in found if SIGN[self._known[one[-1]].sens]]
        # The first of each axis before the second of any.
        first = sorted(oriented if len(oriented) >= ASSEZ else found)[:MAXIMUM]
        telling = [code for _, _, code in sorted(first, key=lambda one: one[1:2] + one[:1])]
        fallback = [code for code, i in self._known.items() if not i.effectif] or list(self._known)
        return tuple(telling or fallback[:MAXIMUM])


class Rangs:
    """What indicators are worth, for each way of seeing.

    Parameters
    ----------
    seen : Ensemble
        All that is known.
    """

    def __init__(self, seen: Ensemble) -> None:
        self._seen = seen
        self._years = Selection.annees(seen)
        own = [c for c in seen.communes if c == seen.lieu]
        self._lieux = [(t.niveau, t.code) for t in (*own, *seen.references)]
        centre = Selection(seen, []).centre
        self._centre = None if centre is None else (centre.niveau, centre.code)

    def points(self, code: str) -> Rang | None:
        """Return what an indicator is worth when a territoire is set beside larger ones.

        Known for the territoire of the démarche and for a larger one, it can be compared;
        else it has to be known for most communes.
        """
        places, communes, distinct = self._known(code)
        comparable = len(places) > 1 and self._lieux[0] in places
        wide = bool(places) and 2 * communes > len(self._seen.communes)
        if distinct < 2 or not (comparable or wide):
            return None
        return Rang(comparable, len(places), communes)

    def grille(self, code: str) -> Rang | None:
        """Return what an indicator is worth when communes are set side by side.

        It has to be known for most of them; known for the intercommunalité too, it has
        colours.
        """
        places, communes, distinct = self._known(code)
        if distinct < 2 or not places or 2 * communes <= len(self._seen.communes):
            return None
        return Rang(self._centre is None or self._centre in places, len(places), communes)

    def _known(self, code: str) -> tuple[list[Lieu], int, int]:
        """Return the territoires compared that have a figure, how many communes, and figures."""
        rows = self._seen.de(code)
        now = rows[rows["annee"].to_numpy() == self._years[code]].dropna(subset="valeur")
        found = set(zip(now["niveau"], now["code_territoire"], strict=True))
        communes = sum(niveau is Niveau.COMMUNE for niveau, _ in found)
        return [lieu for lieu in self._lieux if lieu in found], communes, now["valeur"].nunique()


class Suivis:
    """What indicators are worth over the years, from who has comparable years.

    Parameters
    ----------
    known : collection of (code, level, code of the territoire)
        Who is known in two comparable years of which indicator.
    lieux : sequence of (level, code)
        Who is looked at, then the larger territoires.
    """

    def __init__(self, known: Collection[tuple[str, Niveau, str]], lieux: Sequence[Lieu]) -> None:
        self._known, self._lieux = known, lieux

    def rang(self, code: str) -> Rang | None:
        """Return what an indicator is worth: nothing when the first place has no evolution."""
        places = [lieu for lieu in self._lieux if (code, *lieu) in self._known]
        if not places or places[0] != self._lieux[0]:
            return None
        return Rang(len(places) > 1, len(places), 0)
