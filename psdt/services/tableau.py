"""What a closed notation says, in French: the ranks, the findings, the reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from psdt.domain.demarche import Activite
from psdt.domain.people import College
from psdt.domain.priorites import SEUIL_PUBLICATION, Accord
from psdt.words import priorites as mots


@dataclass(frozen=True, slots=True, kw_only=True)
class Tableau:
    """What may be shown of a closed notation, for all collèges or for one."""

    activite: Activite
    college: College | None
    """Whose answers these are; ``None`` for those of everybody."""
    fichier: str
    """The name of the workbook, if it is taken away today."""
    colleges: tuple[College, ...]
    """Those that may be read apart; none when that would say nothing more."""
    masques: bool
    """Whether some collèges are hidden, to protect a few people."""
    n_personnes: int
    effectifs: dict[str, int]
    enjeux: pd.DataFrame
    """One row an enjeu (its id), best first: ``rang``, ``ex_aequo``, ``enjeu``, ``score``,
    ``reponses`` (people), ``accord`` (-1 to 1), ``mot`` (the same in words)."""
    criteres: pd.DataFrame
    """One row a criterion (its id): ``critere``, ``question``, ``poids``, ``accord`` (words),
    ``niveau_1`` to ``niveau_4`` (the written answers)."""
    detail: pd.DataFrame
    """One row an enjeu and a criterion (their ids): ``enjeu``, ``critere``, ``poids``,
    ``moyenne``, ``points``, ``reponses``, ``accord`` (words), ``niveau_1`` to ``niveau_4``
    (people)."""

    def nom(self, extension: str, figure: str = "") -> str:
        """Return the name of another kind of file, or of the picture of a figure."""
        start = self.fichier.rpartition(".")[0]
        return f"{start}_{figure}.{extension}" if figure else f"{start}.{extension}"

    @property
    def moyennes(self) -> pd.DataFrame:
        """Enjeux × criteria, in the order of both: the mean level."""
        cells = self.detail["moyenne"].unstack()
        return cells.loc[self.enjeux.index, self.criteres.index]

    @property
    def constats(self) -> dict[str, str]:
        """What each figure of the table shows, in a sentence."""
        best = self.enjeux[self.enjeux["rang"] == 1]
        words = self.enjeux["mot"].dropna().tolist()
        lows, highs = self.moyennes.min().tolist(), self.moyennes.max().tolist()
        spreads = zip(self.criteres["critere"], lows, highs, strict=True)
        widest = max(spreads, key=lambda spread: np.nan_to_num(spread[2] - spread[1], nan=-1.0))
        alike, apart = (words.count(accord) for accord in (Accord.CONSENSUS, Accord.CLIVANT))
        return {
            "scores": mots.en_tete(best["enjeu"].tolist(), best["score"].max()),
            "accord": mots.accords(alike, apart, len(words)),
            "grille": mots.ecart(*widest),
        }

    @property
    def vues(self) -> dict[str, dict[str, Any]]:
        """What is written above each figure, and read to those who do not see it."""
        measured = mots.sous_titres(SEUIL_PUBLICATION)
        return {
            key: {"title": title, "subtitle": measured[key], "alt": mots.ALTS[key]}
            for key, title in self.constats.items()
        }

    @property
    def participation(self) -> str:
        """What was answered, and by whom."""
        return mots.participation(self.activite.titre, self.effectifs, self.n_personnes)

    @property
    def vide(self) -> str:
        """Why there is nothing to show, when no enjeu has a rank."""
        return mots.vide(SEUIL_PUBLICATION)

    @property
    def regles(self) -> tuple[str, ...]:
        """The sentences to read with the table: the rule, and what is not shown."""
        ranked = self.moyennes.loc[list(self.classes)]
        incomplets = int(ranked.isna().any(axis=1).sum())
        return mots.regles(SEUIL_PUBLICATION, cache=self.masques, incomplets=incomplets)

    @property
    def classes(self) -> dict[int, str]:
        """The enjeux that have a rank, best first: id → text."""
        ranked = self.enjeux.dropna(subset=["rang"])
        return dict(zip(ranked.index.tolist(), ranked["enjeu"], strict=True))

    def lisible(self) -> pd.DataFrame:
        """Return the table of the enjeux as people read it: texts only."""
        places = zip(self.enjeux["rang"], self.enjeux["ex_aequo"], strict=True)
        lines = self.enjeux[["enjeu", "score", "reponses"]].assign(
            rang=[mots.rang(_int(p), ex_aequo=tie) for p, tie in places],
            accord=self.enjeux["mot"],
        )
        return _lisible(lines, mots.COLONNES)

    def grille(self) -> pd.DataFrame:
        """Return the mean of each enjeu on each criterion, as people read them."""
        means = self.moyennes.map(mots.nombre).to_numpy()
        rows = [[enjeu, *line] for enjeu, line in zip(self.enjeux["enjeu"], means, strict=True)]
        return pd.DataFrame(rows, columns=[mots.COLONNES["enjeu"], *self.criteres["critere"]])

    @property
    def provenance(self) -> str:
        """Where the figures come from, and the rule: what a picture of them says under it."""
        return " ".join([f"{self.participation}.", *self.regles])

    def rangs(self) -> pd.DataFrame:
        """Return the same table without its figures, only the enjeux that have a rank."""
        names = [mots.COLONNES[name] for name in ("rang", "enjeu")]
        return self.lisible()[names].head(len(self.classes))

    def pourquoi(self, enjeu_id: int) -> pd.DataFrame:
        """Return what each criterion brings to the score of an enjeu, as people read it."""
        lines = self.detail.loc[[enjeu_id]]
        lines = lines.assign(poids=lines["poids"].map(mots.pourcent))
        return _lisible(lines, mots.COLONNES_POURQUOI)

    def somme(self, enjeu_id: int) -> str:
        """Return the sentence that goes with `pourquoi`: these points make that score."""
        line = self.enjeux.loc[[enjeu_id]]
        return mots.somme(line["enjeu"].iloc[0], line["score"].iloc[0])


def _lisible(lines: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Return columns as people read them: a word or a dash for what is not shown."""
    said = {name: lines[name].tolist() for name in names}
    for name in said.keys() & {"score", "moyenne", "points"}:
        said[name] = list(map(mots.nombre, said[name]))
    said["reponses"] = [mots.RIEN if pd.isna(n) else str(n) for n in said["reponses"]]
    few = mots.moins_de(SEUIL_PUBLICATION)
    said["accord"] = [few if pd.isna(word) else word for word in said["accord"]]
    return pd.DataFrame({names[name]: values for name, values in said.items()})


def _int(place: Any) -> int | None:
    return None if pd.isna(place) else int(place)
