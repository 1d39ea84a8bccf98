"""Words of the annexes of the rapport."""

import pytest

from psdt.words import rapport_annexes as mots
from psdt.words.peu import DIVERS


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Insee, recensement 2022", "Insee, recensement"),
        ("Insee, recensement de 2021", "Insee, recensement"),
        ("Insee, recensements de 2016 et de 2022", "Insee, recensements"),
        ("Insee, recensements 2011, 2016 et 2022", "Insee, recensements"),
        ("Insee, état civil de 2016 à 2021", "Insee, état civil"),
        ("Enquête de 2024 du CIAS", "Enquête du CIAS"),
        ("Insee, Filosofi 2014 à 2019", "Insee, Filosofi"),
        ("Insee, RP2021", "Insee, RP2021"),
        ("Part des logements construits avant 1946", "Part des logements construits avant 1946"),
        ("Logements depuis 2015", "Logements depuis 2015"),
        ("Conseil de développement", "Conseil de développement"),
    ],
)
def test_a_source_loses_its_years_and_what_brings_them(source, said):
    assert mots.sans_annee(source) == said


def test_the_rule_of_the_orange_is_said_as_it_is():
    several, one = (mots.methodes(seule=seule)[mots.ECARTS] for seule in (False, True))

    assert "un quart de l'écart habituel" in several
    assert "dès que le chiffre l'est" in one  # a commune alone has no usual gap
    assert "quart" not in one


def test_small_communes_are_told_as_on_the_screens():
    said = mots.methodes(seule=False)["Les petites communes"]

    assert f"quelques {DIVERS} suffisent à changer un taux" in said


def test_what_is_known_elsewhere_starts_a_sentence():
    assert mots.connues_ailleurs(1, 1, []) == "Secret statistique"
    assert mots.connues_ailleurs(0, 13, []) == "–"
