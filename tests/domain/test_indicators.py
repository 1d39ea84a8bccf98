"""What an indicator is: a count or a ratio, of the census or not."""

import pytest

from psdt.domain.indicators import (
    Axe,
    Indicateur,
    Niveau,
    Sens,
    Statut,
    ecart_minimal,
    producteur,
)


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


def indicateur(unite: str) -> Indicateur:
    return Indicateur(
        code="X", libelle="X", theme=Axe.SANTE, unite=unite, sens=Sens.NEUTRE, definition=""
    )


def test_a_producer_is_the_same_whatever_the_year():
    assert producteur("Drees, minima sociaux 2013, et Insee") == producteur(
        "Drees, minima sociaux 2019"
    )
    assert producteur("Insee, recensements 2015 et 2021 ; calcul") == "insee, recensement"
    assert producteur("") == ""
