"""The whole ABS of a démarche, kept in memory as long as it does not change."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from threading import Lock, RLock
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from psdt.domain.indicators import Indicateur, Niveau, Statut, Territoire
from psdt.domain.people import Action, Actor
from psdt.domain.signaux import PETITE_COMMUNE
from psdt.store import demarches
from psdt.store import ensemble as whole
from psdt.store import indicateurs as store
from psdt.store.database import Database

T = TypeVar("T")
POPULATION = "POP_MUN"
"""Code of the population of the communes, in Insee's files as in ours."""
GARDES = 4
"""Ensembles kept in memory, the latest used: one a démarche is the rule."""


class Turns:
    """One lock a name: who asks for the same thing waits, who asks for another does not.

    What is done in one's turn may ask for another name, as long as the other never asks back.
    """

    def __init__(self) -> None:
        self._locks: defaultdict[Hashable, RLock] = defaultdict(RLock)
        self._lock = Lock()

    def of(self, name: Hashable) -> RLock:
        """Return the lock of a name, always the same."""
        with self._lock:
            return self._locks[name]


@dataclass(frozen=True, kw_only=True)
class Ensemble:
    """All the figures of a démarche, and what they are of. Shared: never changed in place."""

    version: str
    organisme: str
    demonstration: bool
    lieu: Territoire | None
    """The territoire whose démarche it is, when it is known."""
    communes: tuple[Territoire, ...]
    references: tuple[Territoire, ...]
    """The larger territoires that communes may be compared with, the smallest level first."""
    indicateurs: dict[str, Indicateur]
    """By code, in the order they came; some may have no figure."""
    valeurs: pd.DataFrame
    """One row a value, columns ``psdt.store.indicateurs.VALEURS``, by indicator, year,
    territoire; ``niveau`` and ``statut`` are enums, ``valeur`` is missing unless OK."""
    autres: tuple[Territoire, ...] = ()
    """Intercommunalités that are not that of the démarche, or all of them while nobody has said
    which of several it is: none of them speaks, they are in no figure above."""
    _chiffres_autres: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False, compare=False)
    _kept: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    _turns: Turns = field(default_factory=Turns, repr=False, compare=False)

    def de(self, code: str) -> pd.DataFrame:
        """Return the figures of one indicator; no row when it has none."""
        start, stop = self._bounds.get(code, (0, 0))
        return self.valeurs.iloc[start:stop]

    def tout(self, code: str) -> pd.DataFrame:
        """Return the same with the figures of ``autres``: all that is known."""
        aside = self._chiffres_autres
        if aside.empty:
            return self.de(code)
        rows = pd.concat([self.de(code), aside[aside["code"].to_numpy() == code]])
        ordered: pd.DataFrame = rows.sort_values("annee", kind="stable").reset_index(drop=True)
        return ordered

    @cached_property
    def habitants(self) -> pd.Series:
        """Inhabitants of each commune in the latest year known, by code of commune."""
        rows = self.de(POPULATION)
        known = rows[(rows["niveau"] == Niveau.COMMUNE) & (rows["statut"] == Statut.OK)]
        return known.groupby("code_territoire", sort=False)["valeur"].last()

    @cached_property
    def petites(self) -> frozenset[str]:
        """Codes of the communes where a rate is read with caution."""
        return frozenset(self.habitants.index[self.habitants < PETITE_COMMUNE])

    @cached_property
    def population(self) -> tuple[int, int] | None:
        """Inhabitants of all the communes, and the latest year in which each of them is known.

        Figures of different years are never added up: without such a year, nothing is said.
        """
        rows = self.de(POPULATION)
        known = rows[(rows["niveau"] == Niveau.COMMUNE) & (rows["statut"] == Statut.OK)]
        communes = known.groupby("annee")["code_territoire"].nunique()
        whole = communes[communes == len(self.communes)]
        if whole.empty:
            return None
        annee = int(whole.index.max())
        return int(known.loc[known["annee"] == annee, "valeur"].sum()), annee

    def kept(self, name: Hashable, compute: Callable[["Ensemble"], T]) -> T:
        """Return what ``compute`` gives of these figures, computed once for all.

        ``name`` tells it from what else is computed: a tuple when part of it comes from a
        file. Who asks while it is computed waits for it.
        """
        if name not in self._kept:
            with self._turns.of(name):
                if name not in self._kept:
                    self._kept[name] = compute(self)
        found: T = self._kept[name]
        return found

    @cached_property
    def _bounds(self) -> dict[str, tuple[int, int]]:
        codes = self.valeurs["code"].to_numpy()
        if not len(codes):
            return {}
        starts = [0, *(np.flatnonzero(codes[1:] != codes[:-1]) + 1).tolist()]
        return dict(zip(codes[starts], pairwise([*starts, len(codes)]), strict=True))


_ensembles: OrderedDict[tuple[str, int], Ensemble] = OrderedDict()
_lock = Lock()
_readings = Turns()


def ensemble(db: Database, actor: Actor) -> Ensemble:
    """Return the whole ABS of the actor's démarche, read anew only when it has changed.

    Who asks while it is read waits for it: after an import, a whole room asks at once.
    """
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    found = _remembered(db, actor.demarche_id)
    if found is None:
        with _readings.of(_key(db, actor.demarche_id)):
            found = _remembered(db, actor.demarche_id) or _read(db, actor.demarche_id)
    return found


def _key(db: Database, demarche_id: int) -> tuple[str, int]:
    return str(db.engine.url), demarche_id


def _remembered(db: Database, demarche_id: int) -> Ensemble | None:
    """Return what was read already, unless it has changed since."""
    with db.read() as session:
        version = demarches.version_abs(session, demarche_id)
    key = _key(db, demarche_id)
    with _lock:
        found = _ensembles.get(key)
        if found is None or found.version != version:
            return None
        _ensembles.move_to_end(key)
        return found


def _read(db: Database, demarche_id: int) -> Ensemble:
    """Read the whole ABS, in one state of the base, and remember it."""
    with db.read() as session:
        demarche = demarches.get(session, demarche_id)
        lieux = store.territoires(session, demarche_id)
        said = demarches.lieu_connu(session, demarche_id)
        lieu = next((t for t in lieux if (t.niveau, t.code) == said), None)
        autres = _autres(lieux, demarches.intercommunalite(session, demarche_id))
        figures = whole.valeurs(session, demarche_id)
        mute = _mute(figures, autres)
        read = Ensemble(
            version=demarches.version_abs(session, demarche_id),
            organisme=demarche.organisme,
            demonstration=demarche.demonstration,
            lieu=lieu,
            communes=tuple(t for t in lieux if t.niveau is Niveau.COMMUNE),
            references=tuple(
                t for t in lieux if t.niveau is not Niveau.COMMUNE and t not in autres
            ),
            indicateurs={i.code: i for i in store.indicateurs(session, demarche_id)},
            valeurs=figures[~mute].reset_index(drop=True) if autres else figures,
            autres=autres,
            _chiffres_autres=figures[mute],
        )
    with _lock:
        _ensembles[_key(db, demarche_id)] = read
        while len(_ensembles) > GARDES:
            _ensembles.popitem(last=False)
    return read


def _autres(lieux: list[Territoire], speaks: str | None) -> tuple[Territoire, ...]:
    """Return the intercommunalités that do not speak: all but one, or all of them."""
    epci = [t for t in lieux if t.niveau is Niveau.EPCI]
    return tuple(t for t in epci if t.code != speaks) if len(epci) > 1 else ()


def _mute(figures: pd.DataFrame, autres: tuple[Territoire, ...]) -> np.ndarray:
    """Return which rows are figures of territoires that do not speak."""
    mute = np.zeros(len(figures), dtype=bool)
    if autres:
        codes = figures["code_territoire"].isin([t.code for t in autres]).to_numpy()
        mute = codes & (figures["niveau"].to_numpy() == Niveau.EPCI)
    return mute
