"""Changes over at least five years, and balances below zero."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from psdt.analytics.indicators import SIGN
from psdt.analytics.signals_figures import CAP, TENTH, Figures, Floats, Numbers, Place
from psdt.analytics.signals_ground import SPAN, Finding, Ground, ton
from psdt.domain.indicators import Indicateur, Niveau, Sens
from psdt.domain.signaux import Genre, Ton

BELOW = 0.5
"""Strength of a balance below zero: a fact to know, which no gap measures."""
MOVED = 0.5
"""Usual gaps from which a change is worth saying."""
COUNTED = 100
"""Smallest count whose evolution means something."""


def change(
    ground: Ground, figures: Figures, indicateur: Indicateur, lieu: Place
) -> Iterator[Finding]:
    """Find a change over at least five years, beside that of a larger territoire."""
    own, makers, first = ground.own(figures, lieu)
    pair = _pair(figures, own, makers, first)
    if pair is None:
        return
    start, end, level = pair
    series = [own[[start, end]]]
    if level is not None:
        series.append(figures.reperes[[start, end], level])
    said, far = _moved(ground, figures, indicateur, end, series)
    if said is None or not abs(far) >= MOVED:
        return
    sure = ground.sure[ground.communes.index(lieu[1])] if lieu[0] is Niveau.COMMUNE else 1.0
    places = [lieu] if level is None else [lieu, figures.plus_grands[level]]
    yield Finding(
        code=indicateur.code,
        genre=Genre.EVOLUTION,
        ton=said,
        annee=int(figures.annees[end]),
        debut=int(figures.annees[start]),
        lieux=(lieu,),
        valeurs=(float(series[0][1]),),
        reperes=tuple((p, float(s[1])) for p, s in zip(places[1:], series[1:], strict=True)),
        alors=tuple(float(s[0]) for s in series),
        robuste=far,
        connus=int(np.isfinite(figures.communes[end]).sum()),
        caches=int(figures.secrets[end].sum()),
        force=min(abs(far), CAP) * ground.near(lieu) * float(sure),
    )


def below_zero(
    ground: Ground, figures: Figures, indicateur: Indicateur, lieu: Place
) -> Iterator[Finding]:
    """Find a balance below zero, which is worth knowing without being good or bad."""
    own = ground.own(figures, lieu)[0]
    known = np.flatnonzero(np.isfinite(own))
    neutral = indicateur.sens is Sens.NEUTRE and indicateur.effectif
    if not neutral or not len(known) or own[known[-1]] >= 0:
        return
    year = known[-1]
    values = figures.communes[year]
    below = np.flatnonzero(values < 0)
    yield Finding(
        code=indicateur.code,
        genre=Genre.SOLDE,
        ton=Ton.NEUTRE,
        annee=int(figures.annees[year]),
        lieux=(lieu, *(ground.place(n) for n in below)),
        valeurs=(float(own[year]), *values[below].tolist()),
        connus=int(np.isfinite(values).sum()),
        caches=int(figures.secrets[year].sum()),
        force=ground.near(lieu) * BELOW,
    )


def _moved(
    ground: Ground, figures: Figures, indicateur: Indicateur, end: int, series: Sequence[Floats]
) -> tuple[Ton | None, float]:
    """Return what a change says, if anything, and its size in usual gaps.

    Where there is a direction, what matters is the change beside that of the reference:
    both must go the same way, or neither could be said. Prices make euros grow everywhere:
    alone, a change of theirs says nothing.
    """
    euros = indicateur.unite.startswith("€")
    if indicateur.effectif:
        lowest = min(float(s.min()) for s in series)
        growth = float(series[0][1] / series[0][0] - 1) if lowest >= COUNTED else 0.0
        return Ton.NEUTRE, growth / TENTH
    changes = [float(s[1] - s[0]) for s in series]
    if euros and len(changes) == 1:
        return None, 0.0
    relative = changes[0] - changes[1] if len(changes) > 1 else changes[0]
    usual = ground.usual(figures, end, float(series[-1][1]))
    if indicateur.sens is Sens.NEUTRE:
        return Ton.NEUTRE, (relative if euros else changes[0]) / usual
    if not euros and changes[0] * relative <= 0:
        return None, 0.0
    return ton(np.sign(relative) * SIGN[indicateur.sens]), relative / usual


def _pair(
    figures: Figures, own: Floats, makers: Numbers, first: int
) -> tuple[int, int, int | None] | None:
    """Return two years far enough to be compared, and the territoire known in both.

    The latest pair, then the smallest of the larger territoires; when none is known in two
    years, the pair of the territoire alone. Both years of a territoire are of one producer.
    """
    span = max(SPAN, figures.ecart)
    found: list[tuple[int, int, int]] = []
    for level in range(first, len(figures.plus_grands)):
        years = np.flatnonzero(np.isfinite(own) & np.isfinite(figures.reperes[:, level]))
        both = np.column_stack([makers, figures.producteurs[1][:, level]])
        found += [(end, -level, start) for start, end in _ends(figures, years, span, both)]
    if found:
        end, level, start = max(found)
        return start, end, -level
    alone = _ends(figures, np.flatnonzero(np.isfinite(own)), span, makers[:, None])
    return (*alone[0], None) if alone else None


def _ends(
    figures: Figures, years: NDArray[np.intp], span: int, makers: Numbers
) -> list[tuple[int, int]]:
    """Return the latest year that has one far enough before, and that one, as rows; or nothing.

    ``makers`` are the producers of what is compared: shape (Y, number of territoires).
    """
    for end in years[::-1]:
        same = (makers[years] == makers[end]).all(axis=1)
        before = years[same & (figures.annees[years] <= figures.annees[end] - span)]
        if len(before):
            return [(int(before[-1]), int(end))]
    return []
