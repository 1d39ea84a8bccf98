"""Points: each indicator on its own scale, and where a commune stands on it."""

import pandas as pd

from psdt.analytics.indicators import SIGN, is_more_fragile, usual_gap
from psdt.domain.indicators import Niveau, Statut, Territoire
from psdt.services.comparer_selection import Demande, Montre, Selection
from psdt.services.constats import Vue
from psdt.services.ensemble import Ensemble
from psdt.words import abs as communs
from psdt.words import comparer as mots
from psdt.words import comparer_notes as a_savoir
from psdt.words import comparer_titres as titres


class Points:
    """What the points show of a commune, or of the intercommunalité without one."""

    def __init__(self, seen: Ensemble, demande: Demande) -> None:
        self._selection = Selection(seen, demande.codes)
        self._lieux = Selection.lieux(seen, demande)
        first = next(iter(self._lieux), None)
        self._commune = first if first and first.niveau is Niveau.COMMUNE else None
        rows = self._selection.lignes
        larger = rows["niveau"].to_numpy() != Niveau.COMMUNE
        counts = rows["code"].map(lambda code: seen.indicateurs[code].effectif).astype(bool)
        self._rows = rows[~(larger & counts)]

    def montre(self) -> Montre:
        """Return the figure of the points and its words."""
        selection, known = self._selection, self._rows[self._rows["statut"] == Statut.OK]
        if not len(known):
            return Montre.rien("inconnus" if selection.codes else "rien")
        codes = [c for c in selection.indicateurs if (known["code"] == c).any()]
        libelles = pd.Series(selection.libelles).reindex(codes)
        signs = [SIGN[selection.sens(code)] for code in codes]
        names = selection.noms(known, self._commune)
        alone = self._commune is None
        dessin = {
            "lignes": pd.DataFrame({"libelle": libelles, "fragile": signs}, index=codes),
            "valeurs": known.assign(nom=self._noms(known)),
            "noms": names,
            "choisi": None if alone else self._commune and self._commune.code,
            "autres": mots.COMMUNES_LEGENDE if alone else mots.AUTRES,
        }
        return Montre(
            vue=self._vue(codes),
            dessin=dessin,
            releve=self._rows,
            notes=tuple(self._notes()),
            source=selection.source(self._rows),
        )

    @staticmethod
    def _noms(rows: pd.DataFrame) -> list[str]:
        """Return who each figure is of, as the legend says it."""
        pairs = zip(rows["territoire"], rows["niveau"], strict=True)
        return [mots.lieu(nom, niveau.name) for nom, niveau in pairs]

    def _vue(self, codes: list[str]) -> Vue:
        selection = self._selection
        years = [selection.annees(selection.seen)[code] for code in codes]
        said = f"{mots.indicateurs(len(codes), years)}. {mots.EXTREMITES}"
        titre = self._titre(len(codes))
        alt = communs.alt(mots.GENRES["points"], titre, said)
        return Vue(titre=titre, sous_titre=said, alt=alt)

    def _titre(self, shown: int) -> str:
        """Say on how many of those shown the territoire is more fragile than a larger one."""
        selection = self._selection
        for other in self._lieux[1:]:
            first = self._lieux[0]
            n, above, oriented, compared = self._counts(
                (first.niveau, first.code), (other.niveau, other.code)
            )
            names = (first.nom, first.niveau.name), (other.nom, other.niveau.name)
            if oriented:
                return titres.plus_fragile(*names, n, oriented, shown)
            if compared:
                return titres.au_dessus(*names, above, compared, shown)
        return titres.cote_a_cote(len(selection.indicateurs))

    def _counts(
        self, sujet: tuple[Niveau, str], other: tuple[Niveau, str]
    ) -> tuple[int, int, int, int]:
        """Count indicators: more fragile, above, oriented, compared, between two territoires."""
        found: dict[tuple[Niveau, str], dict[str, float]] = {sujet: {}, other: {}}
        columns = (self._rows[name] for name in ("niveau", "code_territoire", "code", "valeur"))
        for niveau, lieu, code, valeur in zip(*columns, strict=True):
            if (niveau, lieu) in found and not pd.isna(valeur):
                found[niveau, lieu][code] = valeur
        pairs = {c: (v, found[other][c]) for c, v in found[sujet].items() if c in found[other]}
        senses = {code: self._selection.sens(code) for code in pairs}
        centre = 1 if sujet[0] is Niveau.COMMUNE else 0
        n = sum(
            is_more_fragile(*pair, senses[code], self._usual(code, pair[centre]))
            for code, pair in pairs.items()
        )
        above = sum(own > reference for own, reference in pairs.values())
        return n, above, sum(map(bool, map(SIGN.get, senses.values()))), len(pairs)

    def _usual(self, code: str, centre: float) -> float:
        """Return how far communes usually are from a figure."""
        rows = self._rows
        same = (rows["code"].to_numpy() == code) & (rows["niveau"].to_numpy() == Niveau.COMMUNE)
        return usual_gap(rows["valeur"][same], centre)

    def _notes(self) -> list[str]:
        selection, seen = self._selection, self._selection.seen
        years = selection.annees(seen)
        notes = [a_savoir.annees([years[code] for code in selection.indicateurs])]
        counts = [i.libelle for i in selection.indicateurs.values() if i.effectif]
        if counts and seen.references:
            notes.append(a_savoir.effectifs(counts))
        if selection.sans_chiffre:
            notes.append(a_savoir.sans_chiffre(selection.sans_chiffre))
        if self._commune is not None:
            notes += self._absents(self._commune) + selection.prudence([self._commune])
        return notes

    def _absents(self, commune: Territoire) -> list[str]:
        """Say which figures the chosen commune lacks, and why."""
        rows = self._selection.lignes
        own = rows[(rows["code_territoire"] == commune.code) & (rows["niveau"] == Niveau.COMMUNE)]
        reasons = dict(zip(own["code"], own["statut"], strict=True))
        lacking = [
            a_savoir.raison(i.libelle, str(reasons.get(code, Statut.NON_DISPONIBLE)))
            for code, i in self._selection.indicateurs.items()
            if reasons.get(code) is not Statut.OK
        ]
        return [a_savoir.absents(commune.nom, lacking)] if lacking else []
