"""What a slide draws of a signal: the years, the territoires and the measure of its sentence."""

import pandas as pd

from psdt.domain.indicators import Statut
from psdt.services.portrait import Portrait
from psdt.services.redaction import Signal
from psdt.words import mesures
from psdt.words import signaux as mots

POURCENT = "%"


class Trace:
    """Draws what the sentence of a signal says."""

    def __init__(self, portrait: Portrait, signal: Signal) -> None:
        self._portrait = portrait
        self._signal = signal

    @property
    def croissance(self) -> bool:
        """Whether lines are the growth of a count since a year, in percent."""
        return self._signal.debut is not None and self._portrait.indicateur.effectif

    def serie(self) -> pd.DataFrame:
        """Return the lines: of an evolution, no year before the one it says.

        Columns are those of ``Portrait.serie``. A count that is compared by its growth is drawn
        as growth since that year.
        """
        frame, signal = self._portrait.serie, self._signal
        if signal.debut is None:
            return frame
        if self.croissance:
            return self._croissances()
        ends = {signal.debut, signal.annee}
        own = frame[frame["niveau"] == signal.territoires[0].niveau]
        said = own["annee"].isin(ends).sum() == len(ends)
        kept = frame["annee"].between(signal.debut, signal.annee)
        return frame[kept].reset_index(drop=True) if said else frame

    def _croissances(self) -> pd.DataFrame:
        values, signal = self._portrait.valeurs, self._signal
        values = values[values["statut"] == Statut.OK]
        values = values[values["annee"].isin([signal.debut, signal.annee])].sort_values("annee")
        found = []
        for lieu in (*signal.territoires, *signal.reperes):
            here = (values["niveau"] == lieu.niveau) & (values["code_territoire"] == lieu.code)
            rows = values[here]
            if len(rows) == 2 and rows["valeur"].iloc[0] > 0:
                growth = 100 * (rows["valeur"] / rows["valeur"].iloc[0] - 1)
                found.append(rows.assign(nom=lieu.nom, valeur=growth))
        frame = pd.concat(found) if found else values.head(0).assign(nom="")
        texts = [f"{mesures.signe(v, 1)}{mesures.suffixe(POURCENT)}" for v in frame["valeur"]]
        columns = ["niveau", "nom", "annee", "valeur", "texte"]
        return frame.assign(texte=texts)[columns].reset_index(drop=True)

    def parts(self, lieux: pd.DataFrame, habitants: pd.Series) -> pd.DataFrame:
        """Return communes with their share of a count, and that of people in its text."""
        shares = lieux["valeur"] / self._portrait.reference
        people = habitants.reindex(lieux.index) / habitants.sum()
        texts = [
            texte if pd.isna(share) or pd.isna(own) else mots.part_et_habitants(share, own)
            for texte, share, own in zip(lieux["texte"], shares, people, strict=True)
        ]
        return lieux.assign(valeur=100 * shares, texte=texts)
