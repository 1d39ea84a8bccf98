"""What one indicator gives for a year: tables of texts and figures, ready to be drawn."""

from collections.abc import Sequence
from functools import cached_property

import pandas as pd

from psdt.analytics.indicators import (
    classes,
    decimals,
    from_most_fragile,
    gaps,
    usual_gap,
)
from psdt.analytics.readings import series
from psdt.domain.indicators import Indicateur, Niveau, Sens, Statut, Territoire
from psdt.words import abs as mots
from psdt.words import mesures

LARGER = list(Niveau)[1:]
BARRES, PREMIERES, DERNIERES = 40, 20, 10
"""Communes beyond which only so many are drawn as bars, at each end."""


class Portrait:
    """One indicator, in one year, for a commune or for all of them.

    Parameters
    ----------
    indicateur : Indicateur
        What is measured.
    valeurs : DataFrame
        All its values, as the store returns them.
    annee : int
        The year of the map and of the bars.
    communes : sequence of Territoire
        All the communes of the démarche.
    commune : Territoire, optional
        The commune one looks at.
    """

    def __init__(
        self,
        indicateur: Indicateur,
        valeurs: pd.DataFrame,
        annee: int,
        communes: Sequence[Territoire],
        commune: Territoire | None,
    ) -> None:
        self.indicateur = indicateur
        self.valeurs = valeurs
        self.annee = annee
        self.commune = commune
        figures = valeurs["valeur"]
        self.places = mesures.affichees(indicateur.unite, decimals(figures), figures)
        self.now = valeurs[valeurs["annee"] == annee]
        self.communes = communes if (valeurs["niveau"] == Niveau.COMMUNE).any() else ()

    @property
    def choisi(self) -> str:
        """Code of the commune to bring out; nothing when one looks at all of them."""
        return self.commune.code if self.commune else ""

    @property
    def suffixe(self) -> str:
        """What follows the figures on an axis."""
        return mesures.suffixe(self.indicateur.unite)

    @property
    def oriented(self) -> bool:
        """Whether a higher value says something: more things counted do not."""
        return self.indicateur.sens is not Sens.NEUTRE and not self.indicateur.effectif

    @property
    def seule(self) -> bool:
        """Whether the démarche is that of one commune: a CCAS."""
        return len(self.communes) == 1

    @cached_property
    def _compared(self) -> tuple[str, Niveau, float]:
        """Name, level and value of what communes are compared with; NaN without one.

        It is their intercommunalité, with its published value. A commune alone, which has no
        neighbour to be drawn with, is compared with the smallest territoire that has one.
        """
        known = self.now[self.now["valeur"].notna()].sort_values("code_territoire")
        for niveau in LARGER if self.seule else LARGER[:1]:
            rows = known[known["niveau"] == niveau]
            if len(rows):
                return str(rows["territoire"].iloc[0]), niveau, float(rows["valeur"].iloc[0])
        return mots.REPERE, Niveau.EPCI, float("nan")

    @property
    def reference(self) -> float:
        """The value communes are compared with; NaN without one."""
        return self._compared[2]

    @property
    def ou(self) -> tuple[str, str]:
        """Name, and name of the level, of the territoire communes are compared with."""
        nom, niveau, _ = self._compared
        return nom, niveau.name

    @property
    def comparable(self) -> bool:
        """Whether communes may be compared with a larger territoire by a gap."""
        return not (self.indicateur.effectif or pd.isna(self.reference))

    @cached_property
    def lieux(self) -> pd.DataFrame:
        """The communes, the most fragile first, those without a figure last.

        Index: their code. Columns: ``nom``, ``niveau``, ``contour``, ``valeur``, ``secret``,
        ``texte``, ``classe``, ``ecart``, ``fragile``. Empty when the indicator is never
        published by commune.
        """
        codes = [commune.code for commune in self.communes]
        now = self.now[self.now["niveau"] == Niveau.COMMUNE].set_index("code_territoire")
        found = now[["valeur", "statut"]].reindex(codes)
        statuts = [s if isinstance(s, Statut) else Statut.NON_DISPONIBLE for s in found["statut"]]
        described = {
            "nom": [commune.nom for commune in self.communes],
            "niveau": [Niveau.COMMUNE] * len(codes),
            "contour": [commune.contour for commune in self.communes],
            "texte": [self._texte(v, s) for v, s in zip(found["valeur"], statuts, strict=True)],
        }
        frame = pd.DataFrame(described, index=found.index, dtype=object)
        frame["valeur"] = found["valeur"]
        frame["secret"] = pd.Series(
            [statut is Statut.SECRET for statut in statuts], index=frame.index, dtype=bool
        )
        frame["classe"] = classes(frame["valeur"])[0]
        reference = self.reference if self.comparable else float("nan")
        usual = usual_gap(frame["valeur"], reference)
        frame = frame.join(gaps(frame["valeur"], reference, self.indicateur.sens, usual))
        sens = self.indicateur.sens if self.oriented else Sens.NEUTRE
        order = from_most_fragile(frame["valeur"], sens).index
        return frame.loc[[*order, *frame.index.difference(order, sort=False)]]

    @cached_property
    def montres(self) -> pd.DataFrame:
        """The communes drawn as bars: all of them, or both ends when there are too many.

        The chosen one is always there.
        """
        if len(self.lieux) <= BARRES:
            return self.lieux
        order = self.connus.index if len(self.connus) else self.lieux.index
        ends = [*order[:PREMIERES], *order[PREMIERES:][-DERNIERES:]]
        return self.lieux[self.lieux.index.isin([*ends, self.choisi])]

    @property
    def dessinable(self) -> bool:
        """Whether there is something to draw on a map: more than one commune."""
        return not self.seule and bool(self.lieux["contour"].notna().any())

    @property
    def sans_contours(self) -> bool:
        """Whether only outlines are lacking to draw a map."""
        return not self.seule and len(self.lieux) > 1 and not self.dessinable

    @property
    def connus(self) -> pd.DataFrame:
        """The communes that have a figure."""
        return self.lieux.dropna(subset="valeur")

    @cached_property
    def plus_grands(self) -> pd.DataFrame:
        """Larger territoires, in the year: ``nom``, ``niveau``, ``valeur``, ``ecart``, ``texte``.

        ``ecart`` is the gap to what communes are compared with.
        """
        rows = self.now[self.now["niveau"] != Niveau.COMMUNE].set_index("code_territoire")
        texts = [self._texte(v, s) for v, s in zip(rows["valeur"], rows["statut"], strict=True)]
        return rows.assign(
            nom=rows["territoire"],
            ecart=rows["valeur"] - self.reference,
            texte=pd.Series(texts, index=rows.index, dtype=object),
        )[["nom", "niveau", "valeur", "ecart", "texte"]]

    @cached_property
    def references(self) -> pd.DataFrame:
        """The larger territoires drawn as bars.

        The intercommunalité is the line across the bars of its communes, when there are many.
        None beside a count: they would dwarf the communes.
        """
        rows = self.plus_grands.dropna(subset="valeur")
        if self.indicateur.effectif:
            return rows.head(0)
        crossed = len(self.lieux) and not self.seule
        return rows[rows["niveau"] != Niveau.EPCI] if crossed else rows

    @property
    def repere(self) -> tuple[str, float] | None:
        """Name and value of the line across the bars."""
        if self.seule or not (self.comparable and len(self.lieux)):
            return None
        return f"{mots.REPERE} {self.mesure(self.reference)}", self.reference

    @cached_property
    def serie(self) -> pd.DataFrame:
        """Figures over the years: ``niveau``, ``nom``, ``annee``, ``valeur``, ``texte``."""
        code = self.commune.code if self.commune else None
        frame = series(self.valeurs, code, larger=not self.indicateur.effectif)
        return frame.assign(texte=[self.mesure(value) for value in frame["valeur"]])

    @property
    def legende(self) -> list[str]:
        """What each class of the map says, then secret and missing."""
        unite = self.indicateur.unite
        bounds = classes(self.lieux["valeur"])[1]
        said = [mots.classe(low, high, unite, self.places) for low, high in bounds]
        return [*said, mots.SECRET, mots.MANQUE]

    def tableau(self) -> pd.DataFrame:
        """Return the table behind the figures, in words."""
        rows = pd.concat([self.lieux, self.plus_grands])
        told = self.comparable and self.ou[1] == Niveau.EPCI.name
        gap = rows["ecart"] if told else rows["ecart"] * float("nan")
        columns = {
            "territoire": rows["nom"].tolist(),
            "niveau": [str(niveau) for niveau in rows["niveau"]],
            "annee": [self.annee] * len(rows),
            "valeur": rows["texte"].tolist(),
            "ecart": ["" if pd.isna(g) else mesures.signe(g, self.places) for g in gap],
        }
        return pd.DataFrame({mots.COLONNES[name]: values for name, values in columns.items()})

    def tableau_serie(self, serie: pd.DataFrame | None = None) -> pd.DataFrame:
        """Return the table behind lines, in words: one row a territoire and a year."""
        frame = self.serie if serie is None else serie
        columns = {
            "territoire": frame["nom"].tolist(),
            "niveau": [str(niveau) for niveau in frame["niveau"]],
            "annee": frame["annee"].tolist(),
            "valeur": frame["texte"].tolist(),
        }
        return pd.DataFrame({mots.COLONNES[name]: values for name, values in columns.items()})

    def mesure(self, value: float) -> str:
        """Return a figure with its unit."""
        return mesures.mesure(value, self.indicateur.unite, self.places)

    def _texte(self, value: float, statut: Statut) -> str:
        return self.mesure(value) if statut is Statut.OK else str(statut)
