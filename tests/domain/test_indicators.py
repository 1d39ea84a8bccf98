"""What an indicator is: a count or a ratio, of the census or not."""

import pytest
from openpyxl import load_workbook

from psdt.domain.indicators import (
    Axe,
    Indicateur,
    Niveau,
    Sens,
    Statut,
    ecart_minimal,
    producteur,
)
from psdt.settings import app_dir
from psdt.sources import catalogue

ECHANTILLON = app_dir() / "data" / "abs_sample.xlsx"
AGES = ("0014", "1529", "3044", "4559", "6074", "7589", "90P")
COMPTES = (
    *("ALLOC_AAH", "ALLOC_CAF", "ALLOC_RSA", "CAF_ENFANTS_MOINS3", "CHOMEURS_1564", "DECES"),
    *("EMPLOIS", "ENFANTS_0205", "ETAB_TOTAL", "FAM_MONOPARENT", "FRANCE_SERVICES"),
    *("LOGEMENTS", "LOG_HLM", "MENAGES", "NAISSANCES", "PERSONNES_CAF", "POP_80P"),
    *("POP_80P_SEULS", "POP_MUN", "SOLDE_NAT", "SUPERFICIE"),
    *(f"{sexe}_{age}" for sexe in ("FEMMES", "HOMMES") for age in AGES),
)
"""Of the indicators that the project declares, those that count things."""


@pytest.mark.parametrize("unite", ["habitants", "personnes", "ménages", "décès", "km²", "places"])
def test_a_count_is_compared_by_shares(unite):
    assert indicateur(unite).effectif


@pytest.mark.parametrize(
    "unite",
    [
        *("%", "% par an", "‰", "€ par an", "pour 1 000 habitants", "habitants au km²"),
        *("indice", "habitants par ménage", "rapport", ""),
    ],
)
def test_a_ratio_is_compared_by_gaps(unite):
    assert not indicateur(unite).effectif


@pytest.mark.parametrize(
    ("source", "years"),
    [
        ("Insee, recensement 2022", 5),
        ("INSEE, RP2021", 5),
        ("Insee, état civil 2022 et Recensement 2021", 5),
        ("Insee, Filosofi 2021", 1),
        ("Insee, estimations de population par âge", 1),
        ("", 1),
    ],
)
def test_only_figures_of_the_census_overlap(source, years):
    assert ecart_minimal(source) == years


@pytest.mark.parametrize("enum", [Axe, Niveau, Sens, Statut])
def test_names_fit_in_the_base(enum):
    assert max(len(member.name) for member in enum) <= 20


@pytest.mark.parametrize(
    ("libelle", "unite"),
    [
        ("Places d'accueil pour 100 enfants de moins de 3 ans", "places"),
        ("Médecins pour 10\u202f000 habitants", "médecins"),
        ("Infirmiers pour 100 000 habitants", "infirmiers"),
        ("Nombre de voitures par ménage", "voitures"),
        ("Dépense sociale par habitant", "euros"),
        ("Part des logements sans confort", "logements"),
        ("Taux d'équipement en places d'Ehpad", "places"),
        ("Nombre moyen de personnes par ménage", "personnes"),
        ("Âge moyen", "ans"),
        ("Médiane des loyers", "euros"),
        ("Indice de jeunesse", "jeunes"),
        ("Distance à l'accueil le plus proche", "km"),
    ],
)
def test_a_rate_may_have_a_noun_for_unit(libelle, unite):
    assert not indicateur(unite, libelle).effectif


@pytest.mark.parametrize(
    ("libelle", "unite"),
    [
        ("Nombre d'emplois au lieu de travail", "emplois"),
        ("Personnes sous 60 % du niveau de vie médian", "personnes"),
        ("Ménages sans moyen de transport", "ménages"),
        ("Personnes ayant un taux d'incapacité de 80 % ou plus", "personnes"),
        ("Élèves en moyenne section", "élèves"),
        ("Ménages des classes moyennes", "ménages"),
        ("Familles percevant un complément pour 3 enfants", "familles"),
        ("Salariés à temps partiel", "salariés"),
        ("Aides versées par le CCAS", "aides"),
        ("Parents isolés", "personnes"),
    ],
)
def test_a_count_may_tell_of_a_rate(libelle, unite):
    assert indicateur(unite, libelle).effectif


def test_the_counts_of_all_declared_indicators():
    known = catalogue.declares()

    assert len(known) == 135
    assert {code for code, one in known.items() if one.effectif} == {*COMPTES}


def test_the_counts_of_the_sample():
    sheet = load_workbook(ECHANTILLON)["Indicateurs"]
    rows = [*sheet.iter_rows(values_only=True)]
    places = [rows[0].index(name) for name in ("code", "libelle", "unite")]
    known = {tuple(row[place] for place in places) for row in rows[1:]}

    assert len(known) == 63
    assert {code for code, nom, unite in known if indicateur(unite, nom).effectif} == {
        *("CHOMEURS_1564", "DECES", "ETAB_TOTAL", "FRANCE_SERVICES", "LOGEMENTS", "MENAGES"),
        *("NAISSANCES", "POP_MUN", "SOLDE_NAT", "SOLDE_NAT_2016_2021", "SUPERFICIE"),
    }


def indicateur(unite: str, libelle: str = "X") -> Indicateur:
    return Indicateur(
        code="X", libelle=libelle, theme=Axe.SANTE, unite=unite, sens=Sens.NEUTRE, definition=""
    )


def test_a_producer_is_the_same_whatever_the_year():
    assert producteur("Drees, minima sociaux 2013, et Insee") == producteur(
        "Drees, minima sociaux 2019"
    )
    assert producteur("Insee, recensements 2015 et 2021 ; calcul") == "insee, recensement"
    assert producteur("") == ""
