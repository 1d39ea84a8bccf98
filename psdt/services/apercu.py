"""An import before it is made: what a file gives, what it changes, what must be mended."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

import pandas as pd

from psdt.analytics.indicators import decimals
from psdt.domain.imports import Etat, ImportAbs, Provenance
from psdt.domain.indicators import Indicateur, Niveau, Statut, Territoire
from psdt.exports.dossier import file_name
from psdt.sources import Tableau
from psdt.sources.anomalies import Anomalie, Genre
from psdt.words import imports as mots
from psdt.words import mesures, voisins
from psdt.words.grammar import majuscule


class Question(StrEnum):
    """What a file does not tell, and a person may."""

    NIVEAU = "niveau"
    ANNEE = "annee"
    TERRITOIRE = "territoire"


QUESTIONS = {
    Genre.NIVEAU_A_DIRE: Question.NIVEAU,
    Genre.ANNEE_A_DIRE: Question.ANNEE,
    Genre.ANNEE_ABSENTE: Question.ANNEE,
    Genre.TERRITOIRE_A_DIRE: Question.TERRITOIRE,
    Genre.AUCUN_TERRITOIRE: Question.TERRITOIRE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ACorriger:
    """A file that cannot be taken as it is."""

    provenance: Provenance
    anomalies: tuple[Anomalie, ...]
    question: Question | None
    """What one may answer instead of mending it."""
    commande: str
    """The command for a file too large for the screen; nothing for others."""
    archive: bool
    """Whether it is a zip archive."""

    @property
    def titre(self) -> str:
        """What is on screen, in a sentence."""
        nom = self.provenance.fichier
        if self.question in mots.QUESTIONS:
            return mots.question(nom)
        return mots.refuse(nom) if self.phrases else mots.a_corriger(len(self.anomalies), nom)

    @property
    def phrases(self) -> list[str]:
        """What is wrong with the whole file; nothing when its cells are to mend, one by one."""
        if any(a.ligne or a.colonne for a in self.anomalies):
            return []
        if self.archive:
            return [mots.ARCHIVE]
        return [anomalie.phrase for anomalie in self.anomalies]

    @property
    def autres(self) -> int:
        """How many anomalies are not shown."""
        return len(self.anomalies) - mots.MONTREES

    def lignes(self) -> list[list[object]]:
        """Return one row an anomaly, as ``words.imports.ANOMALIES``."""
        return [
            [a.feuille or "", a.ligne or None, a.colonne or "", _lu(a), _que_faire(a)]
            for a in self.anomalies
        ]

    def tableau(self) -> pd.DataFrame:
        """Return the first rows, to show; columns where nothing is said are left out."""
        rows = self.lignes()[: mots.MONTREES]
        frame = pd.DataFrame(rows, columns=list(mots.ANOMALIES), dtype=object).fillna("")
        said = [name for name in frame if name == mots.ANOMALIES[-1] or frame[name].any()]
        return frame[said]

    def fichiers(self, jour: date) -> dict[str, str]:
        """Return the names of the lists to download, by kind of file."""
        return {kind: file_name(jour, "", mots.ANOMALIES_NOM, 1, kind) for kind in mots.FICHIERS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Apercu:
    """A file that can be imported, and what it would change."""

    provenance: Provenance
    tableau: Tableau
    """Its figures in the territoires of the démarche."""
    entier: Tableau
    """All of its figures, to look at again when the démarche changes."""
    version: str
    """The mark of the ABS it was compared with."""
    changements: pd.DataFrame
    """Its figures, and what ``analytics.changes`` says of each."""
    hors: Mapping[str, int]
    """How many figures are left aside, by name of territoire."""
    nouveaux: tuple[Territoire, ...]
    """The territoires that the démarche does not know, and that join it."""
    premier: bool
    """Whether it has no commune yet: those of the file become its own."""
    gardees: tuple[str, ...]
    """Labels of the indicators that the CIAS describes otherwise."""
    decrits: tuple[tuple[Indicateur, Indicateur], ...]
    """Indicators that the file describes anew: before, after."""
    refus: tuple[str, ...]
    """Why its figures, though read well, cannot join those that are there."""
    deja: ImportAbs | None
    """The import of the same bytes, unless it was undone."""

    @property
    def bilan(self) -> dict[str, int]:
        """How many figures, by name of ``Etat``."""
        counts = self.changements["etat"].value_counts()
        return {etat.name: int(counts.get(etat, 0)) for etat in Etat}

    @property
    def titre(self) -> str:
        """What the file brings, or that it cannot come, in a sentence."""
        nom = self.provenance.fichier
        return (
            mots.refuse(nom) if self.refus else mots.constat(self.bilan, sum(self.hors.values()))
        )

    @property
    def autres(self) -> int:
        """How many changes are not shown."""
        return self.bilan[Etat.CHANGEE.name] - mots.MONTRES

    @property
    def utile(self) -> bool:
        """Whether it changes anything."""
        same = self.bilan[Etat.INCHANGEE.name] == len(self.changements)
        return bool(self.decrits) or not same

    @property
    def a_voir(self) -> str:
        """Code of the first indicator that it changes."""
        other = self.changements["etat"] != Etat.INCHANGEE
        return str(self.changements.loc[other, "code"].iloc[0]) if other.any() else ""

    @property
    def a_regarder(self) -> int:
        """How many figures change so much that they deserve a look."""
        return int(self.changements["a_regarder"].sum())

    def cases(self) -> list[tuple[str, str, str]]:
        """Return the boxes above the preview: figure, label, detail."""
        statuts = self.tableau.valeurs["statut"]
        secrets = int((statuts == Statut.SECRET).sum())
        known = int((statuts == Statut.OK).sum())
        return mots.cases(
            self.bilan,
            a_regarder=self.a_regarder,
            secrets=secrets,
            absents=len(statuts) - secrets - known,
        )

    def remarques(self) -> list[str]:
        """Return what deserves a look before importing, what was supposed or left aside."""
        return [
            *filter(None, [mots.a_regarder(self.a_regarder)]),
            *([mots.deja(self.deja.instant, self.deja.par)] if self.deja else []),
            *self._arrivees(),
            *([voisins.hors(self.hors)] if self.hors else []),
            *([mots.descriptions_gardees(self.gardees)] if self.gardees else []),
            *(remarque.phrase for remarque in self.tableau.remarques),
        ]

    def _arrivees(self) -> Iterator[str]:
        """Yield what the file changes of the territoire itself."""
        communes = [t.nom for t in self.nouveaux if t.niveau is Niveau.COMMUNE]
        epcis = [t.nom for t in self.nouveaux if t.niveau is Niveau.EPCI]
        if self.premier and communes:
            yield voisins.premieres_communes(communes)
        if len(epcis) > 1:
            yield voisins.plusieurs_epci(epcis)
        if self.nouveaux and not self.premier:
            yield voisins.nouveaux_lieux([t.nom for t in self.nouveaux])

    def plus_grands(self) -> pd.DataFrame:
        """Return the largest changes as people read them; empty when nothing is replaced."""
        changed = self.changements[self.changements["etat"] == Etat.CHANGEE]
        shown = changed.sort_values("ampleur", ascending=False, kind="stable").head(mots.MONTRES)
        known = {i.code: i for i in self.tableau.indicateurs}
        names = {(t.niveau, t.code): t.nom for t in self.tableau.territoires}
        places = {code: _places(self.changements, known[code]) for code in set(shown["code"])}
        rows = [
            _ligne(row, known[row["code"]], names, places[row["code"]])
            for row in shown.to_dict("records")
        ]
        frame = pd.DataFrame(rows, columns=list(mots.COLONNES_CHANGEMENTS), dtype=object)
        return frame if self.a_regarder else frame.drop(columns=mots.COLONNES_CHANGEMENTS[-1])

    def descriptions(self) -> pd.DataFrame:
        """Return what changes in the descriptions, one row a field, in words."""
        rows = [
            (before.libelle, name, str(getattr(before, field)), str(getattr(after, field)))
            for before, after in self.decrits
            for field, name in mots.DECRIT.items()
            if getattr(before, field) != getattr(after, field)
        ]
        return pd.DataFrame(rows, columns=list(mots.COLONNES_DESCRIPTIONS), dtype=object)

    def par_indicateur(self) -> tuple[pd.DataFrame, list[str]]:
        """Return how many figures come, by indicator and level, and the columns of numbers."""
        found = self.changements.assign(
            **{
                mots.NOUVEAUX: self.changements["etat"] == Etat.NOUVELLE,
                mots.CHANGES: self.changements["etat"] == Etat.CHANGEE,
                mots.SECRETS: self.changements["statut"] == Statut.SECRET,
                mots.ABSENTS: ~self.changements["statut"].isin([Statut.SECRET, Statut.OK]),
            }
        )
        kinds = [mots.NOUVEAUX, mots.CHANGES, mots.SECRETS, mots.ABSENTS]
        kinds = [kind for kind in kinds if found[kind].any()]
        by = found.groupby("code", sort=False)
        levels = pd.crosstab(found["code"], found["niveau"].map(str))
        order = [str(niveau) for niveau in Niveau if str(niveau) in levels]
        table = pd.concat([levels[order], by[kinds].sum()], axis=1)
        years = by["annee"].agg(lambda annees: mots.annees(annees.tolist()))
        labels = {i.code: i.libelle for i in self.tableau.indicateurs}
        table = table.reindex(list(labels))
        table.insert(0, mots.ANNEES, years)
        table.insert(0, mots.INDICATEUR, [labels[code] for code in table.index])
        return table, [*order, *kinds]


Lu: TypeAlias = Apercu | ACorriger


def _lu(anomalie: Anomalie) -> str:
    """Return what was read, unless it is the name of the file."""
    return anomalie.lu if anomalie.ligne else ""


def _que_faire(anomalie: Anomalie) -> str:
    return majuscule(anomalie.que_faire)


def _places(changements: pd.DataFrame, indicateur: Indicateur) -> int:
    """Return how many decimals the figures of an indicator are shown with."""
    rows = changements[changements["code"] == indicateur.code]
    both = pd.concat([rows["valeur"], rows["avant"]])
    return mesures.affichees(indicateur.unite, decimals(both), both)


def _ligne(
    row: dict[Hashable, Any],
    indicateur: Indicateur,
    names: dict[tuple[Niveau, str], str],
    places: int,
) -> list[object]:
    """Return one change, as ``words.imports.COLONNES_CHANGEMENTS``."""
    said = [
        str(statut) if pd.isna(value) else mesures.mesure(value, indicateur.unite, places)
        for value, statut in (
            (row["avant"], row["statut_avant"]),
            (row["valeur"], row["statut"]),
        )
    ]
    both = not pd.isna(row["avant"]) and not pd.isna(row["valeur"])
    look = mots.MOITIE if both else mots.RETIRE
    return [
        indicateur.libelle,
        names[row["niveau"], row["code_territoire"]],
        row["annee"],
        *said,
        mots.decalage(row["avant"], row["valeur"], indicateur.unite, places) if both else "",
        look if row["a_regarder"] else "",
    ]
