"""The catalogue is read by people on a phone: four answers, short, told apart."""

import json
from fractions import Fraction

import pytest

from psdt.domain.priorites import CATALOGUE, NIVEAUX, Accord, Bareme, Liste, Preset
from psdt.words.grammar import fine


def test_the_catalogue_has_the_eleven_criteria():
    assert len(CATALOGUE) == 11
    assert len({critere.libelle for critere in CATALOGUE.values()}) == 11
    assert len(Liste) == 2


@pytest.mark.parametrize("critere", CATALOGUE.values(), ids=CATALOGUE)
class TestEachCriterion:
    def test_has_one_short_answer_for_each_level(self, critere):
        assert len({critere.ancre(niveau) for niveau in NIVEAUX}) == 4
        assert all(0 < len(ancre) <= 70 for ancre in critere.ancres)

    def test_asks_a_question_that_fits_on_a_phone(self, critere):
        assert critere.question.endswith("?")
        assert len(critere.question) <= 75
        assert len(critere.libelle) <= 32

    def test_is_typeset(self, critere):
        texts = [critere.question, *critere.ancres]

        assert texts == [fine(text) for text in texts]


def test_there_is_no_answer_outside_the_scale():
    with pytest.raises(ValueError, match="not in tuple"):
        CATALOGUE["gravite"].ancre(0)


@pytest.mark.parametrize("preset", Preset, ids=lambda preset: preset.name)
def test_a_preset_has_three_to_seven_criteria_or_none(preset):
    assert len(set(preset.criteres)) == len(preset.criteres)
    assert len(preset.criteres) in {0, 3, 4, 5, 6, 7}


@pytest.mark.parametrize(
    ("agreement", "word"),
    [
        pytest.param(Fraction(1), Accord.CONSENSUS, id="unanimous"),
        pytest.param(Fraction(1, 2), Accord.CONSENSUS, id="limit-of-consensus"),
        pytest.param(Fraction(499, 1000), Accord.PARTAGE, id="just-under"),
        pytest.param(Fraction(1, 5), Accord.PARTAGE, id="limit-of-divided"),
        pytest.param(Fraction(0), Accord.CLIVANT, id="spread"),
        pytest.param(Fraction(-1), Accord.CLIVANT, id="two-camps"),
    ],
)
def test_agreement_is_told_in_words(agreement, word):
    assert Accord.of(agreement) is word


def test_frozen_parameters_survive_the_database_exactly():
    bareme = Bareme(elements=(3, 1), poids={7: Fraction(11, 18), 2: Fraction(7, 18)})

    read = Bareme.read(json.loads(json.dumps(bareme.parametres())))

    assert read == bareme
    assert list(read.poids) == [7, 2]
