"""What one indicator shows, said in French: the findings above the map, the bars, the lines."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from psdt.analytics.detached import detached
from psdt.domain.indicators import RECENSEMENT, Niveau, Sens
from psdt.domain.signaux import PETITE_COMMUNE
from psdt.services.portrait import Portrait
from psdt.words import abs as mots
from psdt.words import constats as dire
from psdt.words import lieux as noms
from psdt.words.peu import peu
from psdt.words.producteurs import origine

PEU = 3
"""Up to this number of communes known, what matters is that the others are not."""
CITES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Vue:
    """What is written above a figure, and read to those who do not see it."""

    titre: str
    sous_titre: str
    alt: str

    @property
    def dite(self) -> dict[str, str]:
        """The same, as ``ui.chart`` is given it."""
        return {"title": self.titre, "subtitle": self.sous_titre, "alt": self.alt}


class Constats:
    """The findings on a portrait.

    Parameters
    ----------
    portrait : Portrait
        What an indicator gives.
    petites : collection of str
        Codes of the communes where a rate is read with caution.
    """

    def __init__(self, portrait: Portrait, petites: Collection[str] = ()) -> None:
        self._portrait = portrait
        self._petites = petites

    def carte(self) -> Vue:
        """Say what the map shows."""
        return self._vue(mots.CARTE, self._titre_carte())

    def barres(self) -> Vue:
        """Say what the bars show, and what their colours mean."""
        portrait, suite = self._portrait, ""
        if portrait.lieux.empty:
            suite = mots.PAS_PAR_COMMUNE
        elif portrait.comparable:
            suite = mots.orange(*portrait.ou) if portrait.oriented else ""
        elif len(set(portrait.connus["valeur"])) > 1 and not portrait.indicateur.effectif:
            suite = mots.sans_reference(portrait.annee, self._annee_comparable())
        genre = mots.BARRES if portrait.oriented else mots.BARRES_NEUTRES
        genre = mots.BARRES_SEULE if portrait.seule else genre
        few = [portrait.lieux["nom"][code] for code in self._nommees() if code in self._petites]
        quoi = peu(portrait.indicateur.libelle)
        if few and quoi and not portrait.indicateur.effectif:
            suite = f"{suite} {mots.prudence(few, PETITE_COMMUNE, quoi)}".strip()
        if len(portrait.montres) < len(portrait.lieux):
            suite = f"{mots.extremes(len(portrait.lieux))} {suite}".strip()
        return self._vue(genre, self._titre_barres(), suite)

    def courbes(self) -> Vue:
        """Say what the lines show."""
        portrait, frame = self._portrait, self._portrait.serie
        unite, libelle = portrait.indicateur.unite, portrait.indicateur.libelle
        first = frame[frame["niveau"] == frame["niveau"].iloc[0]]
        start, end = (
            (int(first["annee"].iloc[row]), float(first["valeur"].iloc[row])) for row in (0, -1)
        )
        place = noms.dans(str(first["nom"].iloc[0]), first["niveau"].iloc[0].name)
        compte = portrait.indicateur.effectif
        titre = dire.evolution(place, start, end, unite, portrait.places, compte=compte)

        years = sorted(frame["annee"].unique().tolist())
        left_out = portrait.valeurs["annee"].nunique() > len(years)
        census = left_out and any(map(RECENSEMENT.search, portrait.valeurs["source"]))
        euros = unite.startswith("€")
        sous_titre = mots.periode(libelle, unite, years, recensement=census, euros=euros)
        alt = mots.alt(mots.COURBES, titre, sous_titre)
        return Vue(titre=titre, sous_titre=sous_titre, alt=alt)

    def sources(self) -> list[str]:
        """Say what is measured, where the figures come from, and what secret means."""
        definition = mots.definition(self._portrait.indicateur.definition)
        secret = bool(self._portrait.lieux["secret"].any())
        source = mots.source(self._producteurs(self._portrait.now), secret=secret)
        return [line for line in (definition, source) if line]

    def provenance(self, name: str) -> str:
        """Say where the figures of « carte », « barres » or « courbes » come from."""
        rows = self._portrait.now
        if name == "courbes":
            values, years = self._portrait.valeurs, self._portrait.serie["annee"].unique()
            rows = values[values["annee"].isin(years)]
        return mots.source(mots.par_periode(self._producteurs(rows)), secret=False)

    @staticmethod
    def _producteurs(rows: pd.DataFrame) -> list[str]:
        found = (origine(text) for text in rows["source"].unique())
        return [text for text in dict.fromkeys(found) if text]

    def _vue(self, genre: str, titre: str, suite: str = "") -> Vue:
        indicateur, annee = self._portrait.indicateur, self._portrait.annee
        sous_titre = mots.sous_titre(indicateur.libelle, indicateur.unite, annee, suite)
        return Vue(titre=titre, sous_titre=sous_titre, alt=mots.alt(genre, titre, sous_titre))

    def _titre_carte(self) -> str:
        portrait, known = self._portrait, self._portrait.connus
        if portrait.commune is not None:
            return self._titre_commune(portrait.lieux.loc[[portrait.commune.code]].iloc[0])
        if len(known) <= PEU < len(portrait.lieux) or known.empty:
            return self._titre_connus()
        if known["valeur"].min() == known["valeur"].max():
            return dire.seul_niveau(str(known["texte"].iloc[0]), known["nom"].tolist())
        if portrait.indicateur.effectif:
            return self._titre_effectif()
        if portrait.comparable:
            above = known["fragile"] if portrait.oriented else known["ecart"] > 0
            return dire.combien(int(above.sum()), len(known), portrait.oriented)
        return dire.en_tete(known["nom"].head(CITES).tolist(), portrait.oriented)

    def _titre_connus(self) -> str:
        lieux, larger = self._portrait.lieux, self._portrait.plus_grands
        if lieux.empty:
            known = bool(larger["valeur"].notna().any())
            return dire.aucun(self._portrait.annee, ailleurs=known)
        secret = bool(lieux["secret"].any())
        return dire.connues(len(self._portrait.connus), len(lieux), secret=secret)

    def _titre_effectif(self) -> str:
        known, total = self._portrait.connus, self._portrait.reference
        nom, highest = str(known["nom"].iloc[0]), float(known["valeur"].iloc[0])
        counted = bool((known["valeur"] >= 0).all())
        if counted and (known["valeur"] > 0).sum() == 1:
            return dire.seule(nom)
        if counted and total >= highest:
            return dire.compte_pour(nom, highest / total)
        return dire.en_tete(known["nom"].head(CITES).tolist(), oriente=False)

    def _titre_commune(self, lieu: pd.Series) -> str:
        """Say how the chosen commune stands beside the intercommunalité."""
        portrait, said = self._portrait, str(lieu["texte"])
        unite, places = portrait.indicateur.unite, portrait.places
        if pd.isna(lieu["valeur"]):
            return dire.commune(lieu["nom"], said)
        if portrait.comparable:
            said = dire.face(lieu["valeur"], portrait.reference, portrait.ou, unite, places)
        elif portrait.indicateur.effectif:
            said = dire.decompte(lieu["valeur"], portrait.reference, portrait.ou, unite, places)
        return dire.commune(lieu["nom"], said)

    def _titre_barres(self) -> str:
        portrait, known = self._portrait, self._portrait.connus
        if portrait.seule:
            return self._titre_commune(portrait.lieux.iloc[0])
        if portrait.commune is not None and portrait.commune.code in known.index:
            return self._titre_rang(portrait.commune.code)
        rows = known if len(portrait.lieux) else portrait.references
        if rows.empty:
            return self._titre_connus()
        return self._titre_ecarts(rows.sort_values("valeur", kind="stable"))

    def _titre_ecarts(self, ordered: pd.DataFrame) -> str:
        """Say how far apart territoires are, or which one is away from all others."""
        portrait, values = self._portrait, ordered["valeur"]
        lieux = [*map(_lieu, values, ordered["nom"], ordered["niveau"])]
        unite, places = portrait.indicateur.unite, portrait.places
        if values.iloc[0] == values.iloc[-1]:
            return dire.seul_niveau(portrait.mesure(values.iloc[0]), ordered["nom"].tolist())
        if values.iloc[0] == 0 == values.iloc[-2]:
            return dire.seule(lieux[-1][1])
        if (alone := detached(values)) is not None:
            others = values.drop(values.index[alone])
            return dire.detachee(lieux[alone], (others.min(), others.max()), unite, places)
        same = (int((values == values.iloc[0]).sum()), int((values == values.iloc[-1]).sum()))
        return dire.separation(lieux[0], lieux[-1], unite, places, egales=same)

    def _nommees(self) -> list[str]:
        """Return the codes of the communes that the finding of the bars is about."""
        portrait, known = self._portrait, self._portrait.connus["valeur"]
        if portrait.commune is not None or known.empty:
            return [portrait.choisi] * (portrait.choisi in portrait.lieux.index)
        alone = detached(known)
        if alone is not None:
            return [str(known.index[alone])]
        ends = [known[known == end].index for end in (known.min(), known.max())]
        return [str(found[0]) for found in ends if len(found) == 1 < len(known)]

    def _titre_rang(self, code: str) -> str:
        """Say how many communes come before the chosen one."""
        portrait, known = self._portrait, self._portrait.connus
        sens = portrait.indicateur.sens
        sign = -1 if portrait.oriented and sens is Sens.FAVORABLE else 1
        if known["valeur"].min() == known["valeur"].max():
            return dire.seul_niveau(str(known["texte"][code]), known["nom"].tolist())
        before = int((sign * known["valeur"] > sign * known["valeur"][code]).sum())
        return dire.devant(before, len(known) - 1, str(known["nom"][code]), portrait.oriented)

    def _annee_comparable(self) -> int | None:
        """Return the latest year known for the intercommunalité and for communes."""
        known = self._portrait.valeurs.dropna(subset="valeur")
        levels = (Niveau.COMMUNE, Niveau.EPCI)
        years = [set(known[known["niveau"] == level]["annee"]) for level in levels]
        return max(set.intersection(*years), default=None)


def _lieu(value: float, nom: str, niveau: Niveau) -> dire.Chiffre:
    return value, nom, niveau.name
