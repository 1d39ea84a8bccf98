"""One territoire over the years, indicator by indicator: a small picture each."""

from math import isnan

import pandas as pd

from psdt.analytics.evolutions import gap_change
from psdt.analytics.indicators import SIGN
from psdt.domain.indicators import Niveau, Statut, Territoire
from psdt.services.comparer_selection import Demande, Montre, Selection
from psdt.services.comparer_serie import Serie
from psdt.services.constats import Vue
from psdt.services.ensemble import Ensemble
from psdt.words import abs as communs
from psdt.words import comparer as mots
from psdt.words import comparer_notes as a_savoir
from psdt.words import comparer_titres as titres
from psdt.words.mesures import arrondi

DIXIEME = 1
"""Decimals of a ratio in %, under which a territoire has not moved beside another one."""


class Indicateurs:
    """What moved, of a commune or of the intercommunalité, on each indicator.

    An indicator is drawn when the territoire is known in two comparable years; larger
    territoires are drawn in those years, when they are known in two of them.
    """

    def __init__(self, seen: Ensemble, demande: Demande) -> None:
        self._seen, self._codes = seen, demande.codes
        self._lieux = Selection.lieux(seen, demande)
        series = [Serie(seen, code, self._lieux) for code in demande.codes]
        self._series = {
            serie.indicateur.code: serie
            for serie in series
            if self._lieux and len(serie.de(self._lieux[0]))
        }
        self._sans = [s for s in series if s.indicateur.code not in self._series]
        self._repere = self._face()
        self._sens = {code: self._oriente(serie) for code, serie in self._series.items()}

    def montre(self) -> Montre:
        """Return the figure of the small pictures and its words."""
        if not self._series:
            hidden = any(s.raison == "secrets" for s in self._sans)
            lacking = "series" if self._codes else "rien"
            return Montre.rien("secrets" if hidden else lacking)
        panels = self._panneaux()
        lieu, titre = self._lieux[0], self._titre()
        years = [year for serie in self._series.values() for year in serie.years]
        oriented = any(step is not None for step in self._sens.values())
        said = mots.series(len(panels), years)
        said = f"{said} {mots.plus_fragile_qu_avant(self._autre)}" if oriented else said
        lignes = pd.concat([self._series[code].lignes for code in panels.index])
        releve = Selection(self._seen, list(panels.index)).releve(lignes)
        return Montre(
            vue=Vue(
                titre=titre,
                sous_titre=said,
                alt=communs.alt(mots.GENRES["indicateurs"], titre, said),
            ),
            dessin={
                "frame": self._traits(panels),
                "panneaux": panels,
                "noms": self._noms(),
            },
            releve=releve,
            notes=tuple(self._notes(lieu)),
            source=Selection(self._seen, list(self._series)).source(releve),
        )

    def _face(self) -> Territoire | None:
        """Return the smallest larger territoire beside which something can be said, if any."""
        oriented = [serie for serie in self._series.values() if self._signe(serie)]
        for other in self._lieux[1:]:
            if any(self._ecart(serie, other) is not None for serie in oriented):
                return other
        return None

    def _signe(self, serie: Serie) -> int:
        return SIGN[serie.selection.sens(serie.indicateur.code)]

    def _ecart(self, serie: Serie, other: Territoire) -> float | None:
        """Return how the gap to another territoire changed, as it is read; None if unknown."""
        lieu = self._lieux[0]
        change = gap_change(
            serie.frame, (lieu.niveau, lieu.code), (other.niveau, other.code), ratio=serie.euros
        )
        return None if isnan(change) else arrondi(change, max(serie.places, DIXIEME))

    def _change(self, serie: Serie) -> float:
        """Return how much its own figure changed, as it is read."""
        own = serie.de(self._lieux[0])["valeur"]
        return arrondi(float(own.iloc[-1] - own.iloc[0]), serie.places)

    def _oriente(self, serie: Serie) -> float | None:
        """Return how the situation moved, positive when it became more fragile, or None.

        Beside another territoire, or else by itself, but for amounts: prices rise too.
        """
        sign = self._signe(serie)
        if self._repere is not None:
            change = self._ecart(serie, self._repere)
        else:
            change = None if serie.euros else self._change(serie)
        return sign * change if change is not None and sign else None

    def _panneaux(self) -> pd.DataFrame:
        """Return the small pictures: first where the situation became more fragile."""
        rows = {}
        for code, serie in self._series.items():
            own, step = serie.de(self._lieux[0]), self._sens[code]
            first, last, libelle = own.iloc[0], own.iloc[-1], serie.indicateur.libelle
            rows[code] = {
                "nom": mots.panneau(libelle, serie.unite, variation=serie.variation),
                "debut": mots.depart(int(first["annee"]), str(first["texte"])),
                "texte": str(last["texte"]),
                "fragile": step is not None and step > 0,
                "dit": "" if step is None else titres.mouvement(step),
            }
        order = sorted(self._series, key=self._rang)
        return pd.DataFrame.from_dict(rows, orient="index").loc[order]

    def _rang(self, code: str) -> int:
        step = self._sens[code]
        return 3 if step is None else 0 if step > 0 else 1 if step < 0 else 2

    def _noms(self) -> dict[Niveau, str]:
        """Return what the legend calls each level that is drawn."""
        drawn = pd.concat([serie.frame for serie in self._series.values()])
        lieu = self._lieux[0]
        chosen = lieu if lieu.niveau is Niveau.COMMUNE else None
        return Selection(self._seen, []).noms(drawn.rename(columns={"nom": "territoire"}), chosen)

    def _traits(self, panels: pd.DataFrame) -> pd.DataFrame:
        lieu = self._lieux[0]
        parts = []
        for code in panels.index:
            frame = self._series[code].frame
            own = frame["code_territoire"].to_numpy() == lieu.code
            own &= frame["niveau"].to_numpy() == lieu.niveau
            parts.append(frame.assign(panneau=code, propre=own))
        return pd.concat(parts, ignore_index=True)

    def _titre(self) -> str:
        """Say on how many indicators the situation became more fragile."""
        lieu, shown = self._lieux[0], len(self._series)
        sujet = (lieu.nom, lieu.niveau.name)
        steps = [step for step in self._sens.values() if step is not None]
        if steps:
            worse, better = (sum(sign * step > 0 for step in steps) for sign in (1, -1))
            return titres.bouge(sujet, self._autre, (worse, better), len(steps), shown)
        n = sum(self._change(serie) > 0 for serie in self._series.values())
        return titres.augmentent(sujet, n, shown)

    @property
    def _autre(self) -> tuple[str, str] | None:
        """Name and level of what one is compared with."""
        return None if self._repere is None else (self._repere.nom, self._repere.niveau.name)

    def _notes(self, lieu: Territoire) -> list[str]:
        selection = Selection(self._seen, list(self._series))
        notes = [note for serie in self._series.values() for note in serie.cautions()]
        secret = [s.indicateur.libelle for s in self._sans if _secret(s, lieu)]
        other = [s.indicateur.libelle for s in self._sans if not _secret(s, lieu)]
        ou = (lieu.nom, lieu.niveau.name)
        if other:
            notes.append(a_savoir.sans_evolution(ou, other))
        if secret:
            notes.append(a_savoir.evolution_secrete(ou, secret))
        return [*dict.fromkeys(notes), *selection.prudence([lieu])]


def _secret(serie: Serie, lieu: Territoire) -> bool:
    """Say whether figures of this territoire exist that nobody may see."""
    rows = serie.valeurs
    own = (rows["code_territoire"] == lieu.code) & (rows["niveau"] == lieu.niveau)
    return bool((rows["statut"][own] == Statut.SECRET).any())
