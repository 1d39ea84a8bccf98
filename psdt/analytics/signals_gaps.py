"""Territoires far from those they are compared with."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from psdt.analytics.indicators import SIGN, comparable_years
from psdt.analytics.signals_figures import CAP, Figures, Floats, Numbers, Place, spread
from psdt.analytics.signals_ground import SPAN, Finding, Ground, references, ton
from psdt.domain.indicators import Indicateur, Niveau, Sens
from psdt.domain.signaux import Genre

FAR = 1.5
"""Usual gaps from which a commune stands out; one of a neutral indicator never does."""
FAR_ALONE = {True: 1.0, False: 3.0}
"""The same when one looks at that commune, by whether the indicator has a direction."""
WIDE = 0.5
"""The same for a whole territoire: what holds for all its people needs less."""
CONTESTED = 0.5
"""Weight of a gap to the département, say, when the région or France say the opposite."""
LASTING = {True: 1.25, False: 0.75, None: 1.0}
"""Weight of a gap that was there five years before, that was not, or of which nobody knows."""
COUNTED = 100
"""Smallest count whose parts mean something."""
WHOLE = 1.02
"""What the parts may add up to: counts of the census are rounded."""
MEASURED = 30
"""Smallest part of a count that is compared."""


def apart(
    ground: Ground, figures: Figures, indicateur: Indicateur, only: int | None = None
) -> Iterator[Finding]:
    """Find communes, or one of them, far from the smallest territoire they can be."""
    sign = SIGN[indicateur.sens]
    known = np.isfinite(figures.communes)
    if only is not None:
        known = known & known[:, [only]]
    compared = _compared(known.sum(axis=1), figures.reperes)
    if compared is None or not (sign or only is not None):
        return
    year, level = compared
    values, reference = figures.communes[year], figures.reperes[year, level]
    far = (values - reference) / spread(values, reference)
    limit = FAR if only is None else FAR_ALONE[bool(sign)]
    for side in (1, -1):
        out = np.flatnonzero(far * side >= limit)
        out = out if only is None else out[out == only]
        if not len(out):
            continue
        order = out[np.lexsort((out, -far[out] * side))]
        weights = np.minimum(np.abs(far[order]), CAP) * ground.sure[order]
        many = len(ground.communes) if only is None else 1
        finding = Finding(
            code=indicateur.code,
            genre=Genre.COMMUNES,
            ton=ton(side * sign),
            annee=int(figures.annees[year]),
            lieux=tuple(ground.place(n) for n in order),
            valeurs=tuple(values[order].tolist()),
            reperes=references(figures, year, level),
            robuste=float(far[order[0]]),
            force=float(np.sqrt((weights**2).sum() / many)),
        )
        columns = figures.communes[:, order], figures.producteurs[0][:, order]
        yield _completed(finding, figures, columns, level)


def whole(
    ground: Ground, figures: Figures, indicateur: Indicateur, lieu: Place
) -> Iterator[Finding]:
    """Find the territoire, or the smallest larger one with figures, far from larger ones."""
    sign = SIGN[indicateur.sens]
    if indicateur.effectif or not sign:
        return
    own, makers, first = ground.own(figures, lieu)
    compared = _compared(np.isfinite(own).astype(int), figures.reperes, first)
    if compared is None:
        return
    year, level = compared
    reference = figures.reperes[year, level]
    far = (own[year] - reference) / ground.usual(figures, year, reference)
    if not abs(far) >= WIDE:
        return
    others = own[year] - figures.reperes[year, level:]
    contested = (np.sign(others[np.isfinite(others)]) != np.sign(far)).any()
    finding = Finding(
        code=indicateur.code,
        genre=Genre.TERRITOIRE,
        ton=ton(np.sign(far) * sign),
        annee=int(figures.annees[year]),
        lieux=(lieu,),
        valeurs=(float(own[year]),),
        reperes=references(figures, year, level),
        robuste=float(far),
        force=min(abs(float(far)), CAP) * ground.near(lieu) * (CONTESTED if contested else 1.0),
    )
    yield _completed(finding, figures, (own[:, None], makers[:, None]), level)


def shares(ground: Ground, figures: Figures, indicateur: Indicateur) -> Iterator[Finding]:
    """Find communes whose share of a count is far from their share of the inhabitants."""
    epci = [j for j, (niveau, _) in enumerate(figures.plus_grands) if niveau is Niveau.EPCI]
    if indicateur.sens is Sens.NEUTRE or not epci or not np.isfinite(ground.habitants).all():
        return
    totals = figures.reperes[:, epci[0]]
    years = np.flatnonzero(totals >= COUNTED)
    if not len(years):
        return
    year, people = years[-1], ground.habitants / ground.habitants.sum()
    counts = figures.communes[year]
    if np.nansum(counts) > WHOLE * totals[year]:
        return  # the larger figure is not their total
    parts = np.where(counts >= MEASURED, counts / totals[year], np.nan)
    ratio = parts / people
    far = (ratio - 1) / spread(ratio, 1.0)
    for side in (1, -1):
        out = np.flatnonzero(far * side >= FAR)
        if not len(out):
            continue
        out = out[np.lexsort((out, -far[out] * side))]
        weights = np.minimum(np.abs(far[out]), CAP) * ground.sure[out]
        yield Finding(
            code=indicateur.code,
            genre=Genre.PART,
            ton=ton(side * SIGN[indicateur.sens]),
            annee=int(figures.annees[year]),
            lieux=tuple(ground.place(n) for n in out),
            valeurs=tuple((100 * parts[out]).tolist()),
            reperes=((figures.plus_grands[epci[0]], 100.0),),
            alors=tuple((100 * people[out]).tolist()),
            robuste=float(far[out[0]]),
            connus=int(np.isfinite(counts).sum()),
            caches=int(figures.secrets[year].sum()),
            force=float(np.sqrt((weights**2).sum() / len(counts))),
        )


def _completed(
    finding: Finding, figures: Figures, columns: tuple[Floats, Numbers], level: int
) -> Finding:
    """Say since when a gap has been there, and how many communes are known.

    ``columns`` are the figures of the territoires concerned, then their producers: shape
    (Y, number of them). Years of another producer say nothing of since when.
    """
    values, makers = columns
    year = int(np.flatnonzero(figures.annees == finding.annee)[0])
    ahead = (values - figures.reperes[:, [level]]) * np.sign(finding.robuste)
    made = np.column_stack([makers, figures.producteurs[1][:, level]])
    same = ((made == made[year]) | (made < 0)).all(axis=1)
    met = np.flatnonzero((np.isfinite(ahead).any(axis=1) & same)[: year + 1])
    earlier = comparable_years(figures.annees[met].tolist(), max(SPAN, figures.ecart))[-2::-1]
    depuis, lasting = None, None
    for annee in earlier:
        there = ahead[np.flatnonzero(figures.annees == annee)[0]]
        if not (there > 0).all():
            known = there[np.isfinite(there)]
            lasting = lasting or (False if (known > 0).mean() < 0.5 else None)
            break
        depuis, lasting = annee, True
    return replace(
        finding,
        depuis=depuis,
        connus=int(np.isfinite(figures.communes[year]).sum()),
        caches=int(figures.secrets[year].sum()),
        force=finding.force * LASTING[lasting],
    )


def _compared(known: NDArray[np.int64], reperes: Floats, first: int = 0) -> tuple[int, int] | None:
    """Return the year and the column of a comparison.

    The latest year in which something larger is known, and at least half as many territoires
    as in the best year; of the larger ones, the smallest.
    """
    met = np.isfinite(reperes[:, first:]).any(axis=1)
    counts = np.where(met, known, 0)
    years = np.flatnonzero((counts > 0) & (2 * counts >= counts.max(initial=0)))
    if not len(years):
        return None
    year = int(years[-1])
    return year, first + int(np.flatnonzero(np.isfinite(reperes[year, first:]))[0])
