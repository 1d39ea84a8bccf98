"""Figures of the rapport d'ABS: which ones an axis shows, under which finding."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

import pandas as pd

from psdt.analytics.indicators import is_more_fragile, usual_gap
from psdt.charts import abs as charts
from psdt.charts import abs_series
from psdt.charts.abs_carte import HEIGHT, LEGEND, WIDTH, carte
from psdt.charts.comparer import points
from psdt.charts.outlines import outline
from psdt.charts.pyramide import pyramide
from psdt.domain.indicators import Niveau, Sens
from psdt.exports.images import LARGEUR
from psdt.exports.rapport import Illustration, Table
from psdt.services.comparer_ages import Ages
from psdt.services.comparer_selection import Demande
from psdt.services.constats import Constats, Vue
from psdt.services.ensemble import Ensemble
from psdt.services.portrait import Portrait
from psdt.words import lieux as noms
from psdt.words import mesures
from psdt.words import rapport as mots

BEAUCOUP, PREMIERES = 22, 15
"""Bars of more communes than that do not hold on half a page: those first ones are drawn."""
ANNEES = 3
"""Years that make a series worth drawing."""
LIGNES = 4
"""Indicators beside one another in a figure of points."""
POINTS = ("code", "niveau", "code_territoire", "nom", "texte", "valeur")
RANG, CADRE, SERIE = 19, 42, 318
"""Pixels: height of a bar on paper, what is around them all, height of a series."""


class Figures:
    """Draws portraits for the report.

    Parameters
    ----------
    portraits : mapping
        By code of indicator, the most telling first.
    petites : collection of str
        Codes of the communes where a rate is read with caution.
    """

    def __init__(self, portraits: Mapping[str, Portrait], petites: Collection[str] = ()) -> None:
        self._portraits = portraits
        self._petites = petites

    def choisies(self, larges: Sequence[str]) -> list[Illustration]:
        """Return a map, bars, a series, other bars: no bars of what is shown otherwise.

        ``larges`` are the codes known for most communes. Counts are never on a map: a large
        commune would be dark for its size alone.
        """
        said = [code for code in larges if not self._portraits[code].indicateur.effectif]
        rates = self._premieres(said, self._dispersees, 4)
        counts = [] if rates else self._premieres(larges, self._dispersees, 1)
        mapped = [c for c in rates if self._portraits[c].dessinable][:1]
        series = self._premieres(self._portraits, self._longues, 2)[: 1 if mapped else 2]
        fresh = [c for c in rates if c not in (*mapped, *series)]
        others = [c for c in self._portraits if not rates and c not in (*counts, *series)]
        alone = [] if counts else self._premieres(others, self._seules, 1)
        first = (fresh or counts or alone)[:1]
        return [
            *map(self.carte, mapped),
            *map(self.barres, first),
            *map(self._courbes, series),
            *map(self.barres, fresh[1:2] if mapped else []),
        ]

    def carte(self, code: str) -> Illustration:
        """Return the map of an indicator, no higher than its communes ask."""
        portrait = self._portraits[code]
        constats = Constats(portrait, self._petites)
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
        kept = [*islice(filter(None, map(self._commun, codes)), LIGNES)]
        if len(kept) < 2:
            return None
        signs = [1 if p.indicateur.sens is Sens.DEFAVORABLE else -1 for p in kept]
        others = [_autres(p).iloc[0] for p in kept]
        fragile = sum(_plus_fragile(p, o["valeur"]) for p, o in zip(kept, others, strict=True))
        valeurs = pd.DataFrame([row for p in kept for row in _points(p)], columns=POINTS)
        commune = kept[0].commune
        named = (valeurs["niveau"] != Niveau.COMMUNE) | (commune is not None)
        levels = valeurs[named].drop_duplicates("niveau")
        ou = noms.article(str(others[0]["nom"]), others[0]["niveau"].name)
        titre = mots.constat_face(fragile, len(kept), noms.que(ou))
        lignes = pd.DataFrame(
            {"libelle": [_libelle(p) for p in kept], "fragile": signs},
            index=[p.indicateur.code for p in kept],
        )
        fig = points(
            lignes,
            valeurs,
            dict(zip(levels["niveau"], levels["nom"], strict=True)),
            choisi=commune.code if commune else None,
            autres=mots.AUTRES_COMMUNES,
        )
        labels = valeurs["code"].map(lignes["libelle"])
        return Illustration(
            titre=titre,
            sous_titre=mots.FACE_SOUS_TITRE,
            alt=f"{mots.FACE_ALT}. {titre}.",
            source="",
            fig=fig,
            largeur=LARGEUR,
            hauteur=None,
            donnees=_table(valeurs.assign(code=labels)[["code", "nom", "texte"]], (8, 5, 3)),
        )

    @staticmethod
    def ages(whole: Ensemble, commune: str) -> list[Illustration]:
        """Return the age pyramid of the territoire; nothing when its ages are not known."""
        communes = (commune,) if commune else ()
        shown = Ages(whole, Demande(vue="ages", communes=communes)).montre()
        if shown.vide:
            return []
        table = shown.releve[["libelle", "territoire", "texte"]]
        return [
            Illustration(
                titre=shown.vue.titre,
                sous_titre=shown.vue.sous_titre,
                alt=shown.vue.alt,
                source=(shown.notes or ("",))[-1],
                fig=pyramide(**shown.dessin),
                largeur=LARGEUR,
                hauteur=None,
                donnees=_table(table, (8.0, 5.0, 3.0), mots.ENTETES_AGES),
            )
        ]

    def _courbes(self, code: str) -> Illustration:
        portrait = self._portraits[code]
        constats = Constats(portrait, self._petites)
        fig = abs_series.serie(portrait.serie, portrait.suffixe)
        table = portrait.serie[["nom", "annee", "texte"]]
        donnees = _table(table, (8.0, 3.0, 5.0))
        drawn = _illustration(constats.courbes(), constats, fig, donnees, (LARGEUR, SERIE))
        return replace(drawn, source=constats.provenance("courbes"))

    def barres(self, code: str) -> Illustration:
        """Return the bars of an indicator, the first communes only when there are many."""
        portrait = self._portraits[code]
        constats = Constats(portrait, self._petites)
        vue, lieux = constats.barres(), portrait.lieux
        if len(lieux) > BEAUCOUP:
            said = f"{vue.sous_titre.rstrip('.')}. {mots.extremes(PREMIERES, len(lieux))}"
            vue = Vue(titre=vue.titre, sous_titre=said, alt=vue.alt)
            lieux = lieux.head(PREMIERES)
        fig = charts.barres(lieux, portrait.references, repere=portrait.repere, etroit=charts.WIDE)
        rows = len(lieux) + len(portrait.references) + 1
        taille = (LARGEUR, rows * RANG + CADRE)
        return _illustration(vue, constats, fig, _communes(portrait), taille)

    @staticmethod
    def _premieres(codes: Iterable[str], keep: Callable[[str], bool], n: int) -> list[str]:
        """Return the first codes to keep: reading all of them takes long in a large démarche."""
        return [*islice(filter(keep, codes), n)]

    def _longues(self, code: str) -> bool:
        """Say whether the first territoire of a series has enough years."""
        serie = self._portraits[code].serie
        return bool(len(serie) and (serie["niveau"] == serie["niveau"].iloc[0]).sum() >= ANNEES)

    def _dispersees(self, code: str) -> bool:
        """Say whether communes differ: one value everywhere is not worth a figure."""
        known = self._portraits[code].connus["valeur"]
        return bool((known != known.max()).any())

    def _seules(self, code: str) -> bool:
        """Say whether larger territoires can be compared with one another."""
        return len(self._portraits[code].references) > 1

    def _commun(self, code: str) -> Portrait | None:
        """Return an indicator in the latest year known for its territoire and a larger one.

        None when there is none, or when a higher value says nothing of the situation.
        """
        portrait = self._portraits[code]
        known = portrait.valeurs.dropna(subset="valeur")
        own, larger = _own(portrait, known), known["niveau"] != Niveau.COMMUNE
        larger &= ~own
        years = set(known[own]["annee"]) & set(known[larger]["annee"])
        return _en(portrait, max(years)) if years and portrait.oriented else None


def _en(portrait: Portrait, annee: int) -> Portrait:
    """Return the same indicator in another year."""
    known = (portrait.indicateur, portrait.valeurs)
    return Portrait(*known, annee, portrait.communes, portrait.commune)


def _own(portrait: Portrait, rows: pd.DataFrame) -> pd.Series:
    """Return which figures are those of the only commune, else of the intercommunalité."""
    if portrait.commune is None:
        return rows["niveau"] == Niveau.EPCI
    return (rows["niveau"] == Niveau.COMMUNE) & (rows["code_territoire"] == portrait.commune.code)


def _valeur(portrait: Portrait) -> float:
    """Return the figure of the territoire."""
    rows = portrait.now.dropna(subset="valeur")
    return float(rows[_own(portrait, rows)]["valeur"].iloc[0])


def _plus_fragile(portrait: Portrait, reference: float) -> bool:
    """Say whether the territoire is more fragile than a larger one, beyond a usual gap."""
    own = _valeur(portrait)
    usual = usual_gap(portrait.lieux["valeur"], own if portrait.commune is None else reference)
    return is_more_fragile(own, reference, portrait.indicateur.sens, usual)


def _autres(portrait: Portrait) -> pd.DataFrame:
    """Return the territoires larger than it that have a figure."""
    rows = portrait.plus_grands
    larger = (rows["niveau"] != Niveau.EPCI) | (portrait.commune is not None)
    return rows[larger & rows["valeur"].notna()]


def _points(portrait: Portrait) -> list[tuple[Any, ...]]:
    """Return the figures of an indicator: the communes, then one territoire a level."""
    larger = portrait.plus_grands.dropna(subset="valeur").drop_duplicates("niveau")
    rows = pd.concat([portrait.connus[["nom", "niveau", "texte", "valeur"]], larger])
    code = portrait.indicateur.code
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
