"""What stands out of the figures of a territoire, and in which order to say it.

A gap is measured in the indicator's own unit, then in usual gaps: how far from one another
communes usually are. What communes stand out is ranked by the quadratic mean of their usual
gaps over all the communes, those that do not stand out counting for nothing: a large gap of
one commune and a moderate gap of many weigh alike. Reasons, with the conventions that no
theory gives: docs/methodes.md.

No test of significance: among so many figures some are always far from the others. A signal is
a question to ask, its figures are exact, and the cautions are said with it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import pandas as pd

from psdt.analytics.signals_changes import below_zero, change
from psdt.analytics.signals_figures import Figures, Place, laid_out
from psdt.analytics.signals_gaps import apart, shares, whole
from psdt.analytics.signals_ground import Finding, Ground
from psdt.analytics.text import STOP_WORDS, fold, words
from psdt.domain.indicators import Axe, Indicateur, Niveau
from psdt.domain.signaux import Ton

RECENT = 10
"""Figures older than that, beside the latest of all, say nothing of today."""
LEAST = 0.2
"""Findings weaker than that are not worth saying."""
FAMILY = 2
"""Most findings on nearly the same indicator."""
MOST = {Ton.FRAGILE: 12, Ton.FORCE: 8, Ton.NEUTRE: 8}
"""Most findings of each tone: beyond, people no longer read, and chance has its part."""
MOST_OF_AXIS = {Ton.FRAGILE: 6, Ton.FORCE: 4, Ton.NEUTRE: 3}
STEM = 5
"""Letters that words of labels are compared by: « logement », « logements »."""
COMMON = STOP_WORDS | {"part", "taux", "nombre", "annee", "ans", "habitants", "population"}
"""Words of labels that do not say what is measured."""


class Study:
    """The figures of a territoire, ready to be searched.

    Parameters
    ----------
    valeurs : DataFrame
        As for `signals_figures.laid_out`.
    indicateurs : mapping of str to Indicateur
        What is measured, by code; figures of others are left out.
    communes : sequence of str
        Codes of the communes of the démarche.
    habitants : Series, index code of commune
        Inhabitants, where they are known.
    lieu : (Niveau, str), optional
        The territoire of the démarche.
    """

    def __init__(
        self,
        valeurs: pd.DataFrame,
        indicateurs: Mapping[str, Indicateur],
        communes: Sequence[str],
        habitants: "pd.Series[float]",
        lieu: Place | None = None,
    ) -> None:
        self._ground = Ground(communes, habitants, lieu)
        laid = laid_out(valeurs, communes, lieu)
        self._indicateurs = indicateurs
        self.figures = {code: laid[code] for code in laid if code in indicateurs}
        latest = sorted(int(f.annees[-1]) for f in self.figures.values())
        self._since = latest[len(latest) // 2] - RECENT if latest else 0

    def overall(self) -> list[Finding]:
        """Return what stands out in the territoire, in no order that matters."""
        return self._recent(self._of_all)

    def of(self, commune: str) -> list[Finding]:
        """Return what stands out in one commune; ``ValueError`` for one of another démarche."""
        n = self._ground.communes.index(commune)

        def search(figures: Figures, indicateur: Indicateur) -> Iterator[Finding]:
            if not indicateur.effectif:
                yield from apart(self._ground, figures, indicateur, n)
            yield from change(self._ground, figures, indicateur, (Niveau.COMMUNE, commune))

        return self._recent(search)

    def _of_all(self, figures: Figures, indicateur: Indicateur) -> Iterator[Finding]:
        """Search an indicator; a commune's own démarche says nothing of its neighbours."""
        ground = self._ground
        if ground.lieu is None or ground.lieu[0] is not Niveau.COMMUNE:
            yield from (shares if indicateur.effectif else apart)(ground, figures, indicateur)
        lieu = ground.subject(figures)
        if lieu is not None:
            yield from whole(ground, figures, indicateur, lieu)
            yield from change(ground, figures, indicateur, lieu)
            yield from below_zero(ground, figures, indicateur, lieu)

    def _recent(self, search: Callable[[Figures, Indicateur], Iterator[Finding]]) -> list[Finding]:
        return [
            finding
            for code, figures in self.figures.items()
            for finding in search(figures, self._indicateurs[code])
            if finding.annee >= self._since
        ]


def ranked(
    findings: Iterable[Finding], indicateurs: Mapping[str, Indicateur], axe: Axe | None = None
) -> list[Finding]:
    """Choose among findings, and put them in order: tone by tone, the strongest first.

    Without an axis, axes take turns as lists take seats in a proportional vote (d'Hondt): the
    strength of the next finding of an axis is divided by one more than those it already has.
    Of nearly the same indicator, two findings at most, that differ in kind.

    Parameters
    ----------
    findings : iterable of Finding
        Of the territoire, or of one commune.
    indicateurs : mapping of str to Indicateur
        By code; their labels tell which are nearly the same.
    axe : Axe, optional
        The only axis wanted.
    """
    most = MOST if axe is None else MOST_OF_AXIS
    names = {code: _stems(indicateur.libelle) for code, indicateur in indicateurs.items()}
    order = sorted(findings, key=lambda f: (-f.force, -f.annee, f.code, f.genre, f.lieux))
    chosen: list[Finding] = []
    for said in Ton:
        queues: dict[Axe, list[Finding]] = {}
        for finding in reversed(order):
            theme = indicateurs[finding.code].theme
            if finding.ton is said and axe in {None, theme} and finding.force >= LEAST:
                queues.setdefault(theme, []).append(finding)
        chosen += _turns(queues, names, chosen, most[said])
    return chosen


def _turns(
    queues: dict[Axe, list[Finding]],
    names: Mapping[str, frozenset[str]],
    before: Sequence[Finding],
    most: int,
) -> list[Finding]:
    """Take findings from the ends of the queues, an axis less and less as it has more."""
    order = list(Axe)
    taken = dict.fromkeys(queues, 0)
    found: list[Finding] = []
    while len(found) < most:
        for queue in queues.values():
            while queue and _said(queue[-1], [*before, *found], names):
                queue.pop()
        heads = [
            (queue[-1].force / (taken[a] + 1), -order.index(a))
            for a, queue in queues.items()
            if queue
        ]
        if not heads:
            break
        axe = order[-max(heads)[1]]
        found.append(queues[axe].pop())
        taken[axe] += 1
    return found


def _said(
    finding: Finding, chosen: Iterable[Finding], names: Mapping[str, frozenset[str]]
) -> bool:
    """Say whether findings already chosen leave nothing to add."""
    alike = [other for other in chosen if _alike(names[finding.code], names[other.code])]
    same = any((other.genre, other.ton) == (finding.genre, finding.ton) for other in alike)
    return same or len(alike) >= FAMILY


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two labels share half of their words at least (Dice's coefficient)."""
    return one == other or 4 * len(one & other) >= len(one) + len(other) > 0


def _stems(libelle: str) -> frozenset[str]:
    said = (fold(word) for word in words(libelle) if not word.isdigit())
    return frozenset(word[:STEM] for word in said if word not in COMMON)
