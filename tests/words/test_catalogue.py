"""The catalogue of indicators: one row each, and nothing that contradicts the sample."""

import re

import pytest

from psdt import sources
from psdt.domain.indicators import LONGUEURS, Axe, Sens
from psdt.settings import app_dir
from psdt.sources.calculs import CONNUS
from psdt.words.catalogue import CATALOGUE, PERIODES
from psdt.words.grammar import fine

FICHES = [fiche for fiches in CATALOGUE.values() for fiche in fiches]


def test_the_axes_are_those_of_an_abs():
    assert list(CATALOGUE) == [axe.name for axe in Axe]
    assert set(PERIODES) <= set(CATALOGUE)


def test_a_code_names_one_indicator():
    codes = [fiche.code for fiche in FICHES]

    assert len(codes) == len(set(codes)) == len(CONNUS)
    assert all(re.fullmatch(r"[A-Z][A-Z0-9_]*", code) for code in codes)


@pytest.mark.parametrize("fiche", FICHES, ids=lambda fiche: fiche.code)
def test_each_says_what_it_is(fiche):
    assert len(fiche.code) <= LONGUEURS["code"]
    assert len(fiche.unite) <= LONGUEURS["unite"]
    assert fiche.sens in Sens.__members__
    assert fiche.definition.endswith(".")
    assert fiche.libelle[0].isupper()


def test_a_definition_says_what_the_formula_computes():
    """Where the words of a producer, and what they count, are easily taken for something else."""
    said = {fiche.code: fiche.definition for fiche in FICHES}

    # P21_RP_ACHTOT is « Rés princ avt 2019 »: all but the latest, not those of a known age.
    assert "à part" in said["PART_LOG_AVANT_1946"]
    # Cnaf: incomes of students and of the 65 and over are not studied.
    for code in ("PART_ALLOC_DEPEND50", "PART_ALLOC_DEPEND100"):
        assert "minimum" in said[code]
    # Filosofi: PPSOC = PPFAM + PPMINI + PPLOGT, and holds the « prime d'activité ».
    for code in ("PART_MINIMA_SOC", "PART_PREST_SOC"):
        assert "prime d'activité" in said[code]
    for code in ("ALLOC_CAF", "ALLOC_RSA", "PART_ALLOC_RSA", "PART_RSA_MENAGES"):
        assert "foyer" in said[code]
        assert "MSA" in said[code]
    # Insee, FAM G2, as in the sample: people of households, without those in a care home.
    for code in ("PART_80P_SEULS", "PART_65_79_SEULS"):
        assert "établissement" in said[code]
    for fiche in FICHES:
        if fiche.code.startswith("TX_PAUVRETE"):
            assert "60 % du niveau de vie médian" in fiche.definition
        if fiche.code.startswith("TX_CHOM"):
            assert "au sens du recensement" in fiche.definition


CONTESTED = (
    *("TX_MORTALITE", "ASE_ACCUEILLIS_1000", "AAH_1000", "PCH_POUR_1000", "APA_POUR_100_75P"),
    *("TX_ACT_1564", "EMPLOIS_POUR_100_ACTIFS", "TX_RES_SECOND", "PART_SANS_VOITURE"),
    *("PART_LOG_AVANT_1946", "PART_PREST_SOC", "PART_CHOM_REV", "PART_ALLOC_MONOPARENT"),
    *("TX_SCOL_1824", "TX_NATALITE", "PART_75P"),
)


def test_what_a_professional_would_contest_is_neither_good_nor_bad():
    """A crude mortality follows age; few children in care may be few who are found."""
    said = {fiche.code: fiche for fiche in FICHES}

    assert {said[code].sens for code in CONTESTED} == {"NEUTRE"}
    assert "âge" in said["TX_MORTALITE"].definition


def test_a_share_is_said_to_be_one():
    for fiche in FICHES:
        if fiche.calcul.startswith("100 *") and " / " in fiche.calcul:
            assert fiche.unite in ("%", "pour 100", "seniors pour 100 jeunes"), fiche.code


def test_the_sample_uses_the_same_names():
    sample = sources.lire("x", (app_dir() / "data" / "abs_sample.xlsx").read_bytes(), {})
    declared = {code: indicateur for code, (indicateur, _) in CONNUS.items()}

    for indicateur in sample.indicateurs:
        if (ours := declared.get(indicateur.code)) is not None:
            told = (indicateur.libelle, indicateur.theme, indicateur.unite, indicateur.sens)
            assert told == (ours.libelle, ours.theme, ours.unite, ours.sens)
            assert fine(indicateur.definition) == fine(ours.definition)
    of_a_period = {"POP_TCAM_2015_2021", "POP_TCAM_2016_2022", "SOLDE_NAT_2016_2021"}
    assert {i.code for i in sample.indicateurs} - set(declared) == of_a_period
