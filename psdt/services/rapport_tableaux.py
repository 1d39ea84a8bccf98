"""Annexes of the rapport d'ABS: the tables of an axis, its indicators and their sources."""

import re
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from psdt.domain.indicators import Axe, Indicateur, Niveau, Statut, Territoire
from psdt.exports.rapport import Annexe, Table, court
from psdt.services.ensemble import Ensemble
from psdt.services.portrait import Portrait
from psdt.words import rapport_annexes as mots
from psdt.words.grammar import fine
from psdt.words.mesures import entre_parentheses
from psdt.words.producteurs import origine

COLONNES = 4
"""Indicators side by side in a table of communes."""
LARGEUR, COMMUNE, LIBELLE, PUBLIES, CHIFFRE = 16.0, 4.2, 3.7, 3.7, 3.4
"""Widths in centimetres: of a page, of the columns of texts, of the widest one of figures."""
PHRASE = re.compile(r"(?<=\.) (?=[A-ZÀÉÈ])")


class Tableaux:
    """The annexes of one axis.

    Parameters
    ----------
    whole : Ensemble
        The ABS.
    axe : Axe
        The axis.
    portraits : mapping
        Its indicators, by code.
    larges : sequence of str
        Codes of those known for more than a few communes.
    """

    def __init__(
        self,
        whole: Ensemble,
        axe: Axe,
        portraits: Mapping[str, Portrait],
        larges: Sequence[str],
    ) -> None:
        self._whole, self._axe, self._portraits = whole, axe, portraits
        self._seule = len(whole.communes) == 1
        self._lieux = _un_par_niveau(whole.references)
        self._pareils = [code for code in larges if self._pareil(portraits[code])]
        """Codes of those whose communes all have the same figure."""
        self._colonnes = [code for code in larges if code not in self._pareils]
        self._ailleurs = [code for code in portraits if code not in larges]

    def tableaux(self) -> Annexe:
        """Return all the figures of the axis."""
        return Annexe(
            titre=str(self._axe),
            tables=(*self._communes(), *self._autres()),
            notes=tuple(self._dit(self._portraits[code]) for code in self._pareils),
        )

    def sources(self) -> Annexe:
        """Return what each indicator measures, where it comes from and of which years."""
        rows = [self._source(p.indicateur, p.valeurs) for p in self._portraits.values()]
        table = Table(
            titre=str(self._axe),
            note="",
            entetes=(mots.INDICATEUR, mots.DEFINITION, mots.SENS_TITRE, mots.SOURCE_ANNEES),
            lignes=tuple(rows),
            largeurs=(4.0, 6.0, 2.3, 3.7),
            textes=4,
        )
        return Annexe(titre=str(self._axe), tables=(table,) if rows else ())

    def lexique(self) -> dict[str, str]:
        """Return the words that several definitions explain, said once."""
        said = (s for p in self._portraits.values() for s in _phrases(p.indicateur.definition))
        return {
            terme: phrase
            for phrase in said
            for terme, debut in mots.EXPLIQUES.items()
            if phrase.startswith(debut)
        }

    def _pareil(self, portrait: Portrait) -> bool:
        known = portrait.connus["valeur"]
        return (
            not self._seule
            and len(known) == len(portrait.lieux)
            and bool((known == known.max()).all())
        )

    def _dit(self, portrait: Portrait) -> str:
        """Say in a sentence what every commune has alike."""
        larger = [(lieu.nom, _texte(portrait, lieu)) for lieu in self._lieux]
        known = [f"{nom} : {texte}" for nom, texte in larger if texte not in mots.COURTS]
        said = str(portrait.connus["texte"].iloc[0])
        return mots.pareil(_entete(portrait), said, len(portrait.lieux), known)

    def _communes(self) -> Iterator[Table]:
        """Yield the tables of the communes, a few indicators in each."""
        tables = -(-len(self._colonnes) // COLONNES)
        for n in range(tables):
            some = [self._portraits[code] for code in self._colonnes[n::tables]]
            lieux = [*self._whole.communes, *self._lieux]
            rows = [(lieu.nom, *court([_texte(p, lieu) for p in some])) for lieu in lieux]
            width = min((LARGEUR - COMMUNE) / len(some), CHIFFRE)
            labels = [p.indicateur.libelle for p in some]
            yield Table(
                titre=mots.tableau_communes(str(self._axe), labels, seule=self._seule),
                note="",
                entetes=(mots.COMMUNE, *map(_entete, some)),
                lignes=tuple(rows),
                largeurs=(COMMUNE, *[width] * len(some)),
            )

    def _autres(self) -> Iterator[Table]:
        """Yield the table of the indicators that are not those of the communes, if any."""
        some = [self._derniere(self._portraits[code]) for code in self._ailleurs]
        if not some:
            return
        rows = [
            (_entete(p), self._publies(p), *court([_texte(p, lieu) for lieu in self._lieux]))
            for p in some
        ]
        rest = LARGEUR - LIBELLE - PUBLIES
        names = [*map(_nom_court, self._lieux)]
        cells = [names, *(row[2:] for row in rows)]
        widths = tuple(rest * share for share in _parts(cells))
        labels = [p.indicateur.libelle for p in some]
        yield Table(
            titre=mots.tableau_autres(str(self._axe), labels, seule=self._seule),
            note="",
            entetes=(mots.INDICATEUR, mots.COMMUNES[self._seule], *names),
            lignes=tuple(rows),
            largeurs=(LIBELLE, PUBLIES if widths else PUBLIES + rest, *widths),
            textes=2,
        )

    def _derniere(self, portrait: Portrait) -> Portrait:
        """Return an indicator in the latest year known for larger territoires, if any."""
        rows = portrait.valeurs
        known = rows[(rows["niveau"] != Niveau.COMMUNE) & (rows["statut"] == Statut.OK)]["annee"]
        if known.empty:
            return portrait
        known_here = (portrait.indicateur, portrait.valeurs, int(known.max()))
        return Portrait(*known_here, self._whole.communes, portrait.commune)

    @staticmethod
    def _publies(portrait: Portrait) -> str:
        known = [
            f"{nom} : {texte}"
            for nom, texte in zip(portrait.connus["nom"], portrait.connus["texte"], strict=True)
        ]
        secret = int(portrait.lieux["secret"].sum()) if len(portrait.lieux) else 0
        return mots.connues_ailleurs(secret, len(portrait.lieux), known)

    @staticmethod
    def _source(indicateur: Indicateur, valeurs: pd.DataFrame) -> tuple[str, ...]:
        own = _phrases(indicateur.definition)
        kept = [s for s in own if not s.startswith(tuple(mots.EXPLIQUES.values()))] or own
        texts = [*kept, indicateur.calcul]
        said = " ".join(f"{text.rstrip('.')}." for text in texts if text)
        given = dict.fromkeys(valeurs["source"])
        found = [mots.sans_annee(origine(text)) for text in given if text]
        sources = list(dict.fromkeys([indicateur.source] if indicateur.source else found))
        years = sorted({int(year) for year in valeurs["annee"]})
        name = entre_parentheses(indicateur.libelle, indicateur.unite)
        sens = mots.SENS_COURTS[indicateur.sens.name]
        return name, fine(said), sens, mots.source_annees(sources[:3], years)


def _phrases(texte: str) -> list[str]:
    """Return the sentences of a definition."""
    return [phrase for phrase in PHRASE.split(texte) if phrase]


def _un_par_niveau(lieux: Sequence[Territoire]) -> list[Territoire]:
    """Return one larger territoire a level, the first in the order of codes."""
    first = sorted(lieux, key=lambda lieu: lieu.code, reverse=True)
    by_level = {lieu.niveau: lieu for lieu in first}
    return [by_level[niveau] for niveau in Niveau if niveau in by_level]


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
    return mots.EPCI if lieu.niveau is Niveau.EPCI else mots.nom_court(lieu.nom)


def _parts(rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the share of each column, so that no word is cut."""
    columns = zip(*rows, strict=True)
    words = (re.split(r"[ -]", " ".join(column)) for column in columns)
    longest = [max(map(len, some)) + 3 for some in words]
    return [length / sum(longest) for length in longest]
