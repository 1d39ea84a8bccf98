"""Figures of the rapport d'ABS: which ones an axis shows, under which finding."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from psdt.charts import abs as charts
from psdt.charts.abs_carte import HEIGHT, LEGEND, WIDTH, carte
from psdt.charts.comparer import points
from psdt.charts.outlines import outline
from psdt.domain.indicators import Niveau, Sens
from psdt.exports.images import LARGEUR
from psdt.exports.rapport import Illustration, Table
from psdt.services.constats import Constats, Vue
from psdt.services.portrait import Portrait
from psdt.words import lieux as noms
from psdt.words import mesures
from psdt.words import rapport as mots

BEAUCOUP, PREMIERES = 22, 15
"""Bars of more communes than that do not hold on half a page: those first ones are drawn."""
ANNEES = 3
"""Years that make a series worth drawing."""
LIGNES = 5
"""Indicators beside one another in the overview."""


class Figures:
    """Draws portraits for the report.

    Parameters
    ----------
    portraits : mapping
        By code of indicator, the most telling first.
    """

    def __init__(self, portraits: Mapping[str, Portrait]) -> None:
        self._portraits = portraits

    def choisies(self, larges: Sequence[str]) -> list[Illustration]:
        """Return up to three figures: a map, a series, bars, each of another indicator if it can.

        ``larges`` are the codes known for most communes.
        """
        rates = [c for c in larges if not self._portraits[c].indicateur.effectif] or [*larges]
        drawn: list[Illustration] = []
        used: set[str] = set()
        for code in [c for c in rates if self._portraits[c].dessinable][:1]:
            drawn.append(self.carte(code))
            used.add(code)
        series = [code for code in self._portraits if self._etendue(code) >= ANNEES]
        wanted = 1 if larges else 2
        for code in series[:wanted]:
            drawn.append(self._courbes(code))
            used.add(code)
        barred = [code for code in (rates or self._portraits) if self._barrable(code)]
        barred = [c for c in barred if c not in used] or (barred if larges else [])
        return [*drawn, *map(self._barres, barred[:1])]

    def carte(self, code: str) -> Illustration:
        """Return the map of an indicator, no higher than its communes ask."""
        portrait = self._portraits[code]
        constats = Constats(portrait)
        fig = carte(portrait.lieux, portrait.legende)
        rings = [r for c in portrait.lieux["contour"].dropna() for r in outline(c).rings]
        x, y = (
            max(r[:, axis].max() for r in rings) - min(r[:, axis].min() for r in rings)
            for axis in (0, 1)
        )
        height = min(HEIGHT, round(WIDTH * y / x) + LEGEND + 8)
        return _illustration(constats.carte(), constats, fig, _communes(portrait), (WIDTH, height))

    def face(self, codes: Sequence[str]) -> Illustration | None:
        """Return the territoire beside larger ones, on a few indicators; None when it cannot."""
        kept = [c for c in codes if self._portraits[c].oriented and self._alors(c) is not None]
        kept = kept[:LIGNES]
        if len(kept) < 2:
            return None
        rows, lines, fragile, others = [], {}, 0, []
        for code in kept:
            portrait = self._portraits[code]
            sens = 1 if portrait.indicateur.sens is Sens.DEFAVORABLE else -1
            lines[code] = (_libelle(portrait), sens)
            reference = self._alors(code)
            if reference is not None:
                fragile += sens * (portrait.reference - reference["valeur"]) > 0
                others.append((str(reference["nom"]), reference["niveau"].name))
            rows += _points(code, portrait)
        valeurs = pd.DataFrame(
            rows, columns=["code", "niveau", "code_territoire", "nom", "texte", "valeur"]
        )
        levels = valeurs[valeurs["niveau"] != Niveau.COMMUNE].drop_duplicates("niveau")
        names = dict(zip(levels["niveau"], levels["nom"], strict=True))
        lignes = pd.DataFrame.from_dict(lines, orient="index", columns=["libelle", "fragile"])
        titre = mots.constat_face(fragile, len(kept), noms.que(noms.article(*others[0])))
        return Illustration(
            titre=titre,
            sous_titre=mots.FACE_SOUS_TITRE,
            alt=f"{mots.FACE_ALT}. {titre}.",
            source="",
            fig=points(lignes, valeurs, names, autres=mots.AUTRES_COMMUNES),
            largeur=LARGEUR,
            hauteur=None,
            donnees=_table(valeurs[["code", "nom", "texte"]], (4.0, 7.0, 5.0)),
        )

    def _courbes(self, code: str) -> Illustration:
        portrait = self._portraits[code]
        constats = Constats(portrait)
        fig = charts.serie(portrait.serie, portrait.suffixe)
        table = portrait.serie[["nom", "annee", "texte"]]
        donnees = _table(table, (8.0, 3.0, 5.0))
        return _illustration(constats.courbes(), constats, fig, donnees, (LARGEUR, None))

    def _barres(self, code: str) -> Illustration:
        portrait = self._portraits[code]
        constats = Constats(portrait)
        vue, lieux = constats.barres(), portrait.lieux
        if len(lieux) > BEAUCOUP:
            said = f"{vue.sous_titre.rstrip('.')}. {mots.extremes(PREMIERES, len(lieux))}"
            vue = Vue(titre=vue.titre, sous_titre=said, alt=vue.alt)
            lieux = lieux.head(PREMIERES)
        fig = charts.barres(lieux, portrait.references, repere=portrait.repere)
        return _illustration(vue, constats, fig, _communes(portrait), (LARGEUR, None))

    def _etendue(self, code: str) -> int:
        """Return how many years the first territoire of a series has."""
        serie = self._portraits[code].serie
        return int((serie["niveau"] == serie["niveau"].iloc[0]).sum()) if len(serie) else 0

    def _barrable(self, code: str) -> bool:
        portrait = self._portraits[code]
        return bool(len(portrait.connus)) or len(portrait.references) > 1

    def _alors(self, code: str) -> pd.Series | None:
        """Return the smallest territoire larger than the intercommunalité, in the same year."""
        portrait = self._portraits[code]
        rows = portrait.plus_grands
        rows = rows[(rows["niveau"] != Niveau.EPCI) & rows["valeur"].notna()]
        return None if math.isnan(portrait.reference) or rows.empty else rows.iloc[0]


def _points(code: str, portrait: Portrait) -> list[tuple[Any, ...]]:
    """Return the figures of an indicator: the communes, then one territoire a level."""
    larger = portrait.plus_grands.dropna(subset="valeur").drop_duplicates("niveau")
    rows = pd.concat([portrait.connus[["nom", "niveau", "texte", "valeur"]], larger])
    return [
        (code, row["niveau"], str(place), row["nom"], row["texte"], row["valeur"])
        for place, row in rows.iterrows()
    ]


def _libelle(portrait: Portrait) -> str:
    said = mesures.entre_parentheses(portrait.indicateur.libelle, portrait.indicateur.unite)
    return f"{said}, {portrait.annee}"


def _illustration(
    vue: Vue, constats: Constats, fig: Any, donnees: Table, taille: tuple[int, int | None]
) -> Illustration:
    return Illustration(
        titre=vue.titre,
        sous_titre=vue.sous_titre,
        alt=vue.alt,
        source=(constats.sources() or [""])[-1],
        fig=fig,
        largeur=taille[0],
        hauteur=taille[1],
        donnees=donnees,
    )


def _communes(portrait: Portrait) -> Table:
    frame = portrait.tableau()
    return _table(frame.iloc[:, [0, 1, 3]], (7.0, 4.5, 4.5), tuple(frame.columns[[0, 1, 3]]))


def _table(
    frame: pd.DataFrame, widths: tuple[float, ...], heads: tuple[str, ...] | None = None
) -> Table:
    return Table(
        titre=mots.SANS_FIGURE,
        note="",
        entetes=heads or mots.ENTETES_FIGURE[: len(widths)],
        lignes=tuple(tuple(map(str, row)) for row in frame.itertuples(index=False)),
        largeurs=widths,
        textes=2,
    )
