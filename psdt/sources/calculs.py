"""From what a file says of each territoire to the checked table of its indicators."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any

from psdt.domain.indicators import Indicateur, Territoire
from psdt.sources.anomalies import Anomalie, Genre
from psdt.sources.assembler import Rangee, assembler
from psdt.sources.periodes import Croissance, planifier_periodes
from psdt.sources.recettes import Calcul, Mesures, Resultat, indicateurs, planifier
from psdt.sources.releve import Releve
from psdt.sources.tableau import Catalogue, Refus, Tableau
from psdt.sources.variables import Cle, Famille, annees, famille
from psdt.words import fichiers, producteurs
from psdt.words.grammar import number

CONNUS = {indicateur.code: (indicateur, recette) for indicateur, recette in indicateurs()}
"""What the application knows by itself: each indicator, and how it is computed."""
VARIABLES = frozenset(
    variable
    for _, recette in CONNUS.values()
    for formule in recette.formules
    for variable in formule.variables
)
"""All that the formulas need; a file's other columns are told to be ignored."""
MAX_VALEURS = 100_000


def connus(catalogue: Catalogue) -> dict[str, Indicateur]:
    """Return all that is known of the indicators, as the démarche describes them first."""
    return {code: indicateur for code, (indicateur, _) in CONNUS.items()} | dict(catalogue)


def calculer(
    releve: Releve,
    catalogue: Catalogue,
    *,
    sommes: Iterable[tuple[Territoire, Mesures]] = (),
    ignorees: Iterable[str] = (),
) -> Tableau | Refus:
    """Return the indicators that the catalogue computes from a file, or what to mend in it.

    ``sommes`` are the counts of the territoires that the file does not publish, added up
    over their communes; ``ignorees`` are the columns of no use.
    """
    published = [(lieu, said.mesures, False) for lieu, said in releve.territoires()]
    there = {(lieu.niveau, lieu.code) for lieu, _, _ in published}
    added = [
        (lieu, said, True)
        for lieu, said in sommes
        if said and (lieu.niveau, lieu.code) not in there
    ]
    said = releve.feuillet.annee or releve.perimetre.annee or 0
    rangees = (
        _rangee(catalogue.get(indicateur.code, indicateur), lieu, result, _source(result, somme))
        for lieu, mesures, somme in (*published, *added)
        for indicateur, result in _resultats(mesures, said)
    )
    noted = [*remarques(releve, ignorees)]
    if added:
        detail = producteurs.enumerer(lieu.nom for lieu, _, _ in added)
        noted.append(Anomalie(genre=Genre.SOMME_DE_COMMUNES, detail=detail))
    return _tabler(releve, rangees, noted)


def publier(
    releve: Releve,
    catalogue: Catalogue,
    source: Callable[[Cle], str],
    remarques: Iterable[Anomalie],
) -> Tableau | Refus:
    """Return the figures of a file as they are: its variables are codes of indicators.

    ``catalogue`` describes them all; ``source`` tells where a figure comes from;
    ``remarques`` are read last, once it is known what was left aside.
    """
    rangees = (
        _rangee(catalogue[cle.variable], lieu, Resultat(cle.annee or 0, *lue, (cle,)), source(cle))
        for lieu, said in releve.territoires()
        for cle, lue in said.mesures.items()
    )
    return _tabler(releve, rangees, remarques)


def _tabler(
    releve: Releve, rangees: Iterable[Rangee], remarques: Iterable[Anomalie]
) -> Tableau | Refus:
    """Check and assemble the figures, unless something is wrong in the file."""
    rows = list(islice(rangees, MAX_VALEURS + 1))
    releve.accorder()
    if releve.anomalies:
        return Refus(anomalies=tuple(releve.anomalies))
    if any(not row.valeurs["annee"] for row in rows):
        return _refus(releve, Genre.ANNEE_A_DIRE)
    if len(rows) > MAX_VALEURS:
        return _refus(releve, Genre.FEUILLE_TROP_GRANDE, fichiers.valeurs_max(MAX_VALEURS))
    if not rows:
        there = any(True for _ in releve.territoires())
        return _refus(releve, Genre.AUCUN_INDICATEUR if there else Genre.AUCUN_TERRITOIRE)
    table = assembler(releve.feuillet.feuille, rows, {}, calcule=True)
    if isinstance(table, Refus):
        return table
    return replace(table, remarques=(*table.remarques, *remarques))


def remarques(releve: Releve, ignorees: Iterable[str] = ()) -> Iterator[Anomalie]:
    """Yield what was left aside of a file: columns, territoires, sheets."""
    labels = releve.feuillet.libelles
    if names := [labels.get(name, name) for name in ignorees if name]:
        genre, detail = Genre.COLONNES_IGNOREES, producteurs.enumerer(names)
        yield Anomalie(genre=genre, lu=str(len(names)), detail=detail)
    if releve.hors:
        yield Anomalie(genre=Genre.HORS_PERIMETRE, detail=number(len(releve.hors)))
    if elsewhere := releve.ailleurs():
        named = (fichiers.nom_ailleurs(lieu.nom, code, lieu.code) for lieu, code in elsewhere)
        yield Anomalie(genre=Genre.NOM_AILLEURS, detail=producteurs.enumerer(named))
    if renamed := releve.renommees():
        named = (fichiers.nom_autre(lieu.code, nom, lieu.nom) for lieu, nom in renamed)
        yield Anomalie(genre=Genre.NOMS_AUTRES, detail=producteurs.enumerer(named))
    if releve.feuillet.autres:
        detail = producteurs.enumerer(releve.feuillet.autres)
        yield Anomalie(genre=Genre.FEUILLES_NON_LUES, detail=detail)


def _refus(releve: Releve, genre: Genre, detail: str = "") -> Refus:
    lu = releve.feuillet.fichier
    anomalie = Anomalie(genre=genre, feuille=releve.feuillet.feuille, lu=lu, detail=detail)
    return Refus(anomalies=(anomalie,))


def _resultats(mesures: Mesures, said: int) -> Iterator[tuple[Indicateur, Resultat]]:
    for indicateur, calcul in _plan(tuple(mesures), said):
        yield indicateur, calcul.evaluer(mesures)


@lru_cache(maxsize=64)
def _plan(cles: tuple[Cle, ...], said: int) -> list[tuple[Indicateur, Calcul | Croissance]]:
    """Return what can be computed from these variables: the same for all rows of a file.

    ``said`` is the year of those that tell none, when no other of their family does: « RD »
    beside « MED21 » is of 2021. Without it they have the year 0, which is refused.
    """
    years = {Famille.GEOGRAPHIE: said}
    for name, year in cles:
        if year:
            years[famille(name)] = max(year, years.get(famille(name), 0))
    others = [year for known, year in years.items() if known is not Famille.GEOGRAPHIE]
    # A surface has no year: it is told with the census.
    years[Famille.GEOGRAPHIE] = years.get(Famille.RECENSEMENT) or max(others, default=said)
    return [
        (indicateur, calcul)
        for indicateur, recette in CONNUS.values()
        if recette.formules
        for calcul in planifier(recette, cles, years.get(recette.famille, said))
    ] + list(planifier_periodes(cles))


def _rangee(indicateur: Indicateur, lieu: Territoire, result: Resultat, source: str) -> Rangee:
    values: dict[str, Any] = {
        "code": indicateur.code,
        "libelle": indicateur.libelle,
        "theme": indicateur.theme,
        "territoire": lieu.nom,
        "annee": result.annee,
        "valeur": result.valeur,
        "unite": indicateur.unite,
        "source": source,
        "code_territoire": lieu.code,
        "niveau": lieu.niveau,
        "sens": indicateur.sens,
        "definition": indicateur.definition,
        "statut": result.statut,
    }
    return Rangee(result.ligne, values)


def _source(result: Resultat, somme: bool) -> str:
    """Say where a figure comes from: its producers, their years, and what was done to it."""
    first, last = result.operandes[0], result.operandes[-1]
    if first.variable == last.variable and first.annee and last.annee and first != last:
        return producteurs.recensements(first.annee, last.annee, somme=somme)
    years = {
        famille(variable).value: annees(variable, year or result.annee)
        for variable, year in result.operandes
        if famille(variable) is not Famille.GEOGRAPHIE
    }
    return producteurs.source(years, calcule=len(result.operandes) > 1, somme=somme)
