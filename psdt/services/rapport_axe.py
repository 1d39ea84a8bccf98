"""One axis of the rapport d'ABS: its figures, what stands out, its tables, what it lacks."""

from collections.abc import Iterator, Sequence
from itertools import islice

import pandas as pd

from psdt.domain.enquetes import Resultat
from psdt.domain.indicators import Axe, Indicateur, Niveau, Sens, Statut, Territoire
from psdt.exports.rapport import (
    Annexe,
    Chapitre,
    ChiffreCle,
    Illustration,
    Reponses,
    Ressort,
    Table,
    court,
)
from psdt.services.abs import CANDIDATS, CHIFFRES, Choix
from psdt.services.chiffres import Chiffre
from psdt.services.ensemble import Ensemble
from psdt.services.portrait import Portrait
from psdt.services.rapport_figures import Figures
from psdt.services.signaux import Signal
from psdt.words import locales as dire_enquete
from psdt.words import rapport as mots
from psdt.words import rapport_annexes as dire_annexes
from psdt.words.abs import SENS
from psdt.words.grammar import fine
from psdt.words.mesures import entre_parentheses, milliers, part
from psdt.words.producteurs import origine

PEU = 3
"""Up to this number of communes known, an indicator is not one of the communes."""
RESSORTS = {"FRAGILE": 3, "FORCE": 1, "NEUTRE": 2}
"""Things that stand out, at most, in a chapter."""
COLONNES = 5
"""Indicators side by side in a table of communes."""
LARGEUR, COMMUNE, LIBELLE, PUBLIES, CHIFFRE = 16.0, 4.2, 4.4, 4.4, 3.4
"""Widths in centimetres: of a page, of the columns of texts, of the widest one of figures."""


class Lecture:
    """One axis, read for the report.

    Parameters
    ----------
    whole : Ensemble
        The ABS.
    axe : Axe
        The axis.
    choix : Choix
        Its indicators, and the year each one opens on.
    signaux : sequence of Signal
        What stands out on it.
    """

    def __init__(self, whole: Ensemble, axe: Axe, choix: Choix, signaux: Sequence[Signal]) -> None:
        self._whole, self._axe, self._signaux = whole, axe, signaux
        known = {i.code: i for i in choix.indicateurs}
        order = [*dict.fromkeys(s.code for s in signaux if s.code in known), *known]
        self._commune = whole.communes[0] if len(whole.communes) == 1 else None
        self._seule = self._commune is not None
        self.portraits = {
            code: Portrait(
                known[code],
                whole.de(code),
                choix.ouverture[code],
                whole.communes,
                self._commune,
            )
            for code in dict.fromkeys(order)
        }
        self.figures = Figures(self.portraits)
        self.larges = [code for code, portrait in self.portraits.items() if self._large(portrait)]
        """Codes of those known for more than a few communes."""

    def chapitre(
        self, reponses: Sequence[Resultat], inconnus: Sequence[str], *, renvoi: bool, deja: int = 0
    ) -> Chapitre:
        """Return the chapter; an axis without a figure says which file would bring some.

        ``inconnus`` say what is withheld in most communes; ``deja`` key figures have already
        been given elsewhere.
        """
        asked = tuple(map(_reponses, reponses))
        if not self.portraits:
            said = (mots.AXE_VIDE, mots.fichiers(self._axe.name))
            return Chapitre(titre=str(self._axe), manques=said, reponses=asked)
        return Chapitre(
            titre=str(self._axe),
            introduction=(self._introduction(),),
            chiffres=tuple(islice(self.chiffres(), deja, deja + CHIFFRES)),
            ressorts=tuple(self.choisis(self._signaux, RESSORTS)),
            illustrations=(*self._ages(), *self.figures.choisies(self.larges)),
            renvoi=mots.RENVOI[self._seule] if renvoi else "",
            reponses=asked,
            manques=(*self._manques(), *inconnus, *self._rares()),
        )

    def tableaux(self) -> Annexe:
        """Return all the figures of the axis."""
        return Annexe(titre=str(self._axe), tables=(*self._communes(), *self._autres()))

    def chiffres(self) -> Iterator[ChiffreCle]:
        """Yield the key figures: those of the territoire first, of what stands out first."""
        commune = self._commune.code if self._commune else ""
        own = Niveau.COMMUNE if commune else Niveau.EPCI
        first = [code for code, p in self.portraits.items() if _connu(p.valeurs, own, commune)]
        order = dict.fromkeys([*first, *self.portraits])
        for code in islice(order, CANDIDATS):
            found = Chiffre.lu(self._whole.de(code), self.portraits[code].indicateur, commune)
            if found is not None:
                yield ChiffreCle(
                    valeur=found.valeur,
                    libelle=found.libelle,
                    detail=found.detail,
                    fragile=found.fragile,
                )

    @staticmethod
    def choisis(signaux: Sequence[Signal], most: dict[str, int]) -> Iterator[Ressort]:
        """Yield the first signals of each tone, at most so many."""
        left = dict(most)
        for signal in signaux:
            if left.get(signal.ton.name, 0) > 0:
                left[signal.ton.name] -= 1
                yield Ressort(
                    ton=str(signal.ton),
                    fragile=signal.fragile,
                    phrase=signal.phrase,
                    suite=" ".join(filter(None, [signal.depuis, *signal.prudences])),
                )

    def montre(self, code: str) -> bool:
        """Say whether an indicator may be drawn on a map."""
        return code in self.larges and self.portraits[code].dessinable

    def sources(self) -> Annexe:
        """Return what each indicator measures, where it comes from and of which years."""
        rows = [self._source(p.indicateur, p.valeurs) for p in self.portraits.values()]
        table = Table(
            titre=str(self._axe),
            note="",
            entetes=(dire_annexes.INDICATEUR, dire_annexes.DEFINITION, dire_annexes.SOURCE_ANNEES),
            lignes=tuple(rows),
            largeurs=(4.4, 6.8, 4.8),
            textes=3,
        )
        return Annexe(titre=str(self._axe), tables=(table,) if rows else ())

    def _ages(self) -> list[Illustration]:
        """Return the age pyramid, on the axis of the population."""
        if self._axe is not Axe.DEMOGRAPHIE:
            return []
        return Figures.ages(self._whole, self._commune.code if self._commune else "")

    def _large(self, portrait: Portrait) -> bool:
        known = len(portrait.connus)
        return known > PEU or (0 < known == len(portrait.lieux))

    def _introduction(self) -> str:
        years = [portrait.annee for portrait in self.portraits.values()]
        count = len(self.portraits), len(self.larges)
        return mots.introduction(*count, min(years), max(years), seule=self._seule)

    def _rares(self) -> Iterator[str]:
        """Yield what a few communes have of the rates that tell of fragility."""
        for code, portrait in self.portraits.items():
            indicateur, known = portrait.indicateur, portrait.connus
            telling = indicateur.sens is Sens.DEFAVORABLE and not indicateur.effectif
            if telling and len(known) and code not in self.larges:
                said = [*zip(known["nom"], known["texte"], strict=True)]
                yield mots.publies_ailleurs(indicateur.libelle, portrait.annee, said)

    def _manques(self) -> tuple[str, ...]:
        if 3 * len(self.larges) >= len(self.portraits):
            return ()
        few = mots.peu_communaux(len(self.larges), seule=self._seule)
        return few, mots.fichiers(self._axe.name)

    def _communes(self) -> Iterator[Table]:
        """Yield the tables of the communes, a few indicators in each."""
        tables = -(-len(self.larges) // COLONNES)
        for n in range(tables):
            some = [self.portraits[code] for code in self.larges[n::tables]]
            lieux = [*self._whole.communes, *_un_par_niveau(self._whole.references)]
            rows = [(lieu.nom, *court([_texte(p, lieu) for p in some])) for lieu in lieux]
            width = min((LARGEUR - COMMUNE) / len(some), CHIFFRE)
            yield Table(
                titre=dire_annexes.tableau_communes(n + 1, tables, seule=self._seule),
                note=dire_annexes.NOTE_TABLEAU if n + 1 == tables else "",
                entetes=(dire_annexes.COMMUNE, *map(_entete, some)),
                lignes=tuple(rows),
                largeurs=(COMMUNE, *[width] * len(some)),
            )

    def _autres(self) -> Iterator[Table]:
        """Yield the table of the indicators that are not those of the communes, if any."""
        some = [self._ailleurs(code) for code in self.portraits if code not in self.larges]
        lieux = _un_par_niveau(self._whole.references)
        if not some:
            return
        rows = [
            (_entete(p), self._publies(p), *court([_texte(p, lieu) for lieu in lieux]))
            for p in some
        ]
        rest = LARGEUR - LIBELLE - PUBLIES
        yield Table(
            titre=dire_annexes.TABLEAU_GRANDS,
            note=dire_annexes.NOTE_TABLEAU,
            entetes=(
                dire_annexes.INDICATEUR,
                dire_annexes.COMMUNES[self._seule],
                *map(_nom_court, lieux),
            ),
            lignes=tuple(rows),
            largeurs=(LIBELLE, PUBLIES if lieux else PUBLIES + rest)
            + (rest / max(len(lieux), 1),) * len(lieux),
            textes=2,
        )

    def _ailleurs(self, code: str) -> Portrait:
        """Return an indicator in the latest year known for larger territoires, if any."""
        portrait = self.portraits[code]
        rows = portrait.valeurs
        known = rows[(rows["niveau"] != Niveau.COMMUNE) & (rows["statut"] == Statut.OK)]["annee"]
        if known.empty:
            return portrait
        known_here = (portrait.indicateur, portrait.valeurs, int(known.max()))
        return Portrait(*known_here, self._whole.communes, self._commune)

    def _publies(self, portrait: Portrait) -> str:
        known = [
            f"{nom} : {texte}"
            for nom, texte in zip(portrait.connus["nom"], portrait.connus["texte"], strict=True)
        ]
        secret = int(portrait.lieux["secret"].sum()) if len(portrait.lieux) else 0
        return dire_annexes.connues_ailleurs(secret, len(portrait.lieux), known)

    def _source(self, indicateur: Indicateur, valeurs: pd.DataFrame) -> tuple[str, ...]:
        texts = [indicateur.definition, indicateur.calcul, SENS[indicateur.sens]]
        said = " ".join(f"{text.rstrip('.')}." for text in texts if text)
        given = dict.fromkeys(valeurs["source"])
        found = [dire_annexes.sans_annee(origine(text)) for text in given if text]
        sources = list(dict.fromkeys([indicateur.source] if indicateur.source else found))
        years = sorted({int(year) for year in valeurs["annee"]})
        name = entre_parentheses(indicateur.libelle, indicateur.unite)
        return name, fine(said), dire_annexes.source_annees(sources[:3], years)


def _un_par_niveau(lieux: Sequence[Territoire]) -> list[Territoire]:
    """Return one larger territoire a level, the first in the order of codes."""
    first = sorted(lieux, key=lambda lieu: lieu.code, reverse=True)
    by_level = {lieu.niveau: lieu for lieu in first}
    return [by_level[niveau] for niveau in Niveau if niveau in by_level]


def _connu(valeurs: pd.DataFrame, niveau: Niveau, commune: str) -> bool:
    """Say whether a territoire has a figure."""
    rows = valeurs[(valeurs["niveau"] == niveau) & (valeurs["statut"] == Statut.OK)]
    return bool((rows["code_territoire"] == commune).any() if commune else len(rows))


def _texte(portrait: Portrait, lieu: Territoire) -> str:
    """Return the figure of a territoire, or the reason of its absence."""
    if lieu.niveau is Niveau.COMMUNE:
        return str(portrait.lieux["texte"].get(lieu.code, Statut.NON_DISPONIBLE))
    rows = portrait.plus_grands
    found = rows[(rows["niveau"] == lieu.niveau) & (rows.index == lieu.code)]["texte"]
    return str(found.iloc[0]) if len(found) else str(Statut.NON_DISPONIBLE)


def _entete(portrait: Portrait) -> str:
    indicateur = portrait.indicateur
    said = entre_parentheses(indicateur.libelle, indicateur.unite)
    return said if str(portrait.annee) in said else f"{said}, {portrait.annee}"


def _nom_court(lieu: Territoire) -> str:
    return dire_annexes.EPCI if lieu.niveau is Niveau.EPCI else lieu.nom


def _reponses(found: Resultat) -> Reponses:
    """Return a question and its answers, in words."""
    notes = [dire_enquete.base(found.enquete, found.annee, found.repondants)]
    notes += [dire_enquete.PETITE_BASE] if found.fragile else []
    notes += [dire_enquete.tues(found.tues)] if found.tues else []
    notes += [dire_enquete.PLUSIEURS] if found.multiple else []
    notes += [] if found.parts else [dire_enquete.TROP_PEU]
    return Reponses(
        question=milliers(found.question),
        base=" ".join(notes),
        source=dire_enquete.source(found.source),
        parts=tuple(
            (dire_enquete.modalites(p.modalites), str(p.effectif), part(p.part), p.part)
            for p in found.parts
        ),
    )
