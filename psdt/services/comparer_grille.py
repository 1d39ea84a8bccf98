"""The grid of communes and indicators: who is more fragile than the intercommunalité, on what."""

from collections.abc import Iterator

import pandas as pd

from psdt.analytics.comparisons import from_most_often_fragile, gap_classes
from psdt.domain.indicators import Axe, Niveau, Sens, Statut
from psdt.services.comparer_selection import Demande, Liste, Montre, Selection
from psdt.services.constats import Vue
from psdt.services.ensemble import Ensemble
from psdt.words import abs as communs
from psdt.words import comparer as mots
from psdt.words import comparer_notes as a_savoir
from psdt.words import comparer_titres as titres
from psdt.words import mesures


class Grille:
    """What the grid shows: communes × indicators, in the year of each."""

    def __init__(self, seen: Ensemble, demande: Demande) -> None:
        order = list(Axe)
        codes = sorted(demande.codes, key=lambda c: order.index(seen.indicateurs[c].theme))
        self._selection = Selection(seen, codes)
        self._ordre = demande.ordre
        self._codes = list(self._selection.indicateurs)
        lignes = self._selection.lignes
        self._noms = {commune.code: commune.nom for commune in seen.communes}
        own = lignes[lignes["niveau"].to_numpy() == Niveau.COMMUNE]
        self._own = own[own["code_territoire"].isin(self._noms)]

    def montre(self) -> Montre:
        """Return the figure of the grid, its words, and the same commune by commune."""
        if not (self._codes and self._noms and len(self._own)):
            return Montre.rien("inconnus" if self._selection.codes else "rien")
        centre = self._centre()
        valeurs = self._table("valeur").astype(float)
        classes = pd.DataFrame(
            {
                code: gap_classes(
                    valeurs[code], centre.get(code, float("nan")), self._selection.sens(code)
                )
                for code in self._codes
            },
            index=valeurs.index,
        )
        often = from_most_often_fragile(classes)
        rows = list(often.index) if self._ordre != "nom" else list(self._noms)
        textes = self._textes().loc[rows]
        classes = classes.loc[rows]
        names = pd.Series(self._noms).loc[rows]
        return Montre(
            vue=self._vue(often),
            dessin={
                "lieux": names,
                "textes": textes,
                "classes": classes,
                "colonnes": self._colonnes(),
                "legende": mots.LEGENDE,
                "reference": self._reference(centre),
            },
            releve=self._selection.lignes,
            notes=tuple(self._notes(classes)),
            source=self._selection.source(self._selection.lignes),
            listes=tuple(self._listes(often.loc[rows], textes, classes)),
        )

    def _table(self, column: str) -> pd.DataFrame:
        found = self._own.pivot(index="code_territoire", columns="code", values=column)
        table: pd.DataFrame = found.reindex(index=list(self._noms), columns=self._codes)
        return table

    def _textes(self) -> pd.DataFrame:
        """Return what is printed in each cell."""
        written = [
            texte if statut is Statut.OK else mots.absence(statut.name)
            for texte, statut in zip(self._own["texte"], self._own["statut"], strict=True)
        ]
        cells = self._own.assign(cellule=pd.Series(written, index=self._own.index, dtype=object))
        found = cells.pivot(index="code_territoire", columns="code", values="cellule")
        table: pd.DataFrame = found.reindex(index=list(self._noms), columns=self._codes)
        return table.astype(object).where(table.notna(), mots.MANQUE)

    def _centre(self) -> dict[str, float]:
        """Return the published figures of the territoire in the middle of the colours."""
        centre, lignes = self._selection.centre, self._selection.lignes
        if centre is None:
            return {}
        own = lignes[
            (lignes["niveau"].to_numpy() == centre.niveau)
            & (lignes["code_territoire"] == centre.code)
        ].dropna(subset="valeur")
        return dict(zip(own["code"], own["valeur"], strict=True))

    def _reference(self, centre: dict[str, float]) -> tuple[str, list[str]] | None:
        lieu = self._selection.centre
        if lieu is None or not centre:
            return None
        texts = [
            self._selection.texte(code, centre[code]) if code in centre else mots.MANQUE
            for code in self._codes
        ]
        return mots.lieu(lieu.nom, lieu.niveau.name), texts

    def _colonnes(self) -> pd.DataFrame:
        years = self._selection.annees(self._selection.seen)
        found = self._selection.indicateurs
        return pd.DataFrame(
            {
                "libelle": [mesures.milliers(i.libelle) for i in found.values()],
                "unite": [str(years[code]) for code in found],
                "axe": [communs.AXES[i.theme.name] for i in found.values()],
            },
            index=self._codes,
        )

    def _vue(self, often: pd.DataFrame) -> Vue:
        selection = self._selection
        years = [selection.annees(selection.seen)[code] for code in self._codes]
        titre = self._titre(often)
        said = f"{mots.grille(len(self._codes), len(self._noms), years)}. {mots.CLASSES}"
        return Vue(
            titre=titre, sous_titre=said, alt=communs.alt(mots.GENRES["grille"], titre, said)
        )

    def _titre(self, often: pd.DataFrame) -> str:
        """Say which communes are the most often fragile."""
        if not often["connus"].any():
            return titres.cote_a_cote(len(self._codes))
        top = often[often["fragile"] == often["fragile"].max()]
        n, sur = int(top["fragile"].iloc[0]), int(top["connus"].max())
        if not n:
            return titres.jamais_fragile()
        return titres.souvent_fragile([self._noms[str(code)] for code in top.index], n, sur)

    def _notes(self, classes: pd.DataFrame) -> list[str]:
        selection, seen = self._selection, self._selection.seen
        years = selection.annees(seen)
        notes = [a_savoir.annees([years[code] for code in self._codes])]
        plain = [code for code in self._codes if selection.sens(code) is Sens.NEUTRE]
        lost = [c for c in self._codes if c not in plain and classes[c].isna().all()]
        if plain:
            notes.append(a_savoir.non_colores([seen.indicateurs[code].libelle for code in plain]))
        if lost:
            notes.append(
                a_savoir.sans_reference([seen.indicateurs[code].libelle for code in lost])
            )
        if selection.sans_chiffre:
            notes.append(a_savoir.sans_chiffre(selection.sans_chiffre))
        notes += [f"{a_savoir.PAS_CLASSEMENT} {a_savoir.ABSENTS_GRILLE}"]
        return notes + selection.prudence(seen.communes)

    def _listes(
        self, often: pd.DataFrame, textes: pd.DataFrame, classes: pd.DataFrame
    ) -> Iterator[Liste]:
        """Yield each commune in words, its most fragile figures first."""
        names = [self._selection.libelles[code] for code in self._codes]
        tables = (often, textes, classes)
        rows = zip(often.index, *(table.to_numpy().tolist() for table in tables), strict=True)
        for code, (n, sur), texts, steps in rows:
            lines = [
                (name, text, titres.degre(step), step)
                for name, text, step in zip(names, texts, steps, strict=True)
            ]
            lines.sort(key=lambda line: 9 if pd.isna(line[3]) else -line[3])
            summary = titres.combien_fragile(n, sur)
            yield Liste(nom=self._noms[code], resume=summary, lignes=tuple(lines))
