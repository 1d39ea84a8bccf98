"""Formulas of the catalogue: what they need, and what they give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.domain.indicators import Statut
from psdt.sources.periodes import planifier_periodes
from psdt.sources.recettes import Formule, Lecture, Recette, indicateurs, lire_formules, planifier
from psdt.sources.variables import Cle, Famille, additionnable, colonne, famille

VACANCE = Recette(lire_formules("100 * P_LOGVAC / P_LOG"), 1)
COUNTS = st.integers(1, 10_000)


def known(**values) -> dict[Cle, Lecture]:
    """« P_LOG_2022=100 », or why there is none."""
    return {
        Cle(name[:-5], int(name[-4:])): Lecture(None, value, 1)
        if isinstance(value, Statut)
        else Lecture(value, Statut.OK, 1)
        for name, value in values.items()
    }


def results(recette, mesures, latest=2022) -> list:
    plan = planifier(recette, mesures, latest)
    return [calcul.evaluer(mesures)[:3] for calcul in plan]


@pytest.mark.parametrize(
    ("nom", "expected"),
    [
        ("P22_POP", Cle("P_POP", 2022)),
        ("C21_RP_HSTU1P_SUROCC", Cle("C_RP_HSTU1P_SUROCC", 2021)),
        ("D68_POP", Cle("P_POP", 1968)),
        ("P99_POP", Cle("P_POP", 1999)),
        ("MED21", Cle("MED", 2021)),
        ("D121", Cle("D1", 2021)),
        ("TP60AGE121", Cle("TP60AGE1", 2021)),
        ("ETTEFP1024", Cle("ETTEFP10", 2024)),
        ("NAISD24", Cle("NAISD", 2024)),
        ("NAIS1621", Cle("NAIS_2016", 2021)),
        ("SUPERF", Cle("SUPERF", None)),
        ("RD", Cle("RD", None)),
        ("Taux de pauvreté", None),
        ("", None),
    ],
)
def test_the_name_of_a_column_is_a_variable_and_a_year(nom, expected):
    assert colonne(nom) == expected


@pytest.mark.parametrize(
    ("variable", "expected", "adds"),
    [
        ("P_POP", Famille.RECENSEMENT, True),
        ("C_FAM", Famille.RECENSEMENT, True),
        ("NAIS_2016", Famille.ETAT_CIVIL, True),
        ("ETTOT", Famille.FLORES, True),
        ("CAF_A", Famille.CNAF, True),
        ("SUPERF", Famille.GEOGRAPHIE, True),
        ("MED", Famille.FILOSOFI, False),
        ("PPEN", Famille.FILOSOFI, False),
        ("D1", Famille.FILOSOFI, False),
    ],
)
def test_counts_add_up_and_medians_do_not(variable, expected, adds):
    assert (famille(variable), additionnable(variable)) == (expected, adds)


class TestFormules:
    def test_are_a_factor_a_sum_and_what_divides_it(self):
        assert lire_formules("100 * (P_A - P_B) / P_C ou P_D") == (
            Formule(100, ((1, "P_A"), (-1, "P_B")), ((1, "P_C"),)),
            Formule(1, ((1, "P_D"),), ()),
        )

    def test_may_hold_for_some_years_only(self):
        recette = Recette(lire_formules("P_NEW (2017-) ou P_OLD (2013-2016)"), 0)

        mesures = known(P_NEW_2016=1, P_NEW_2017=2, P_OLD_2012=3, P_OLD_2016=4, P_OLD_2017=5)

        assert results(recette, mesures) == [(2017, 2.0, Statut.OK), (2016, 4.0, Statut.OK)]

    @pytest.mark.parametrize("wrong", ["/ P_LOG", "100 *", "(P_A", "P_A / "])
    def test_that_are_not_well_formed_are_mistakes(self, wrong):
        with pytest.raises(ValueError, match="not a formula"):
            lire_formules(wrong)

    def test_of_the_catalogue_never_mix_counts_and_published_figures(self):
        for indicateur, recette in indicateurs():
            for formule in recette.formules:
                published = formule.publiee
                assert not (published and len(formule.variables) > 1), indicateur.code
                assert len({name[:2] for name in formule.variables if name[1] == "_"}) < 2

    def test_of_the_catalogue_divide_by_what_contains_what_is_counted(self):
        """A share of the census never exceeds its whole: same survey, same year."""
        shares = [
            formule
            for indicateur, recette in indicateurs()
            for formule in recette.formules
            if formule.bas and indicateur.unite == "%"
        ]

        assert len(shares) > 60
        for formule in shares:
            families = {famille(variable) for variable in formule.variables}
            assert (len(families), formule.par) == (1, 100)


class TestAnnees:
    def test_each_year_of_the_file_is_computed(self):
        mesures = known(
            P_LOGVAC_2022=7, P_LOG_2022=100, P_LOGVAC_2016=5, P_LOG_2016=100, P_LOG_2011=9
        )

        assert results(VACANCE, mesures) == [(2016, 5.0, Statut.OK), (2022, 7.0, Statut.OK)]

    def test_an_older_name_serves_where_the_new_one_is_not(self):
        recette = Recette(lire_formules("P_NEW ou P_OLD"), 0)

        mesures = known(P_NEW_2022=1, P_OLD_2022=8, P_OLD_2016=3)

        assert results(recette, mesures) == [(2022, 1.0, Statut.OK), (2016, 3.0, Statut.OK)]

    @pytest.mark.parametrize(("year", "expected"), [(2020, 1), (2024, 1), (2019, 0), (2025, 0)])
    def test_births_are_divided_by_a_census_two_years_away_at_most(self, year, expected):
        recette = Recette(lire_formules("1000 * NAISD / P_POP"), 1)

        assert (
            len(results(recette, known(**{f"NAISD_{year}": 20, "P_POP_2022": 2000}))) == expected
        )

    def test_growth_is_between_censuses_that_share_no_survey(self):
        mesures = known(P_POP_2022=1100, P_POP_2021=1090, P_POP_2016=1000, P_POP_1999=500)
        mesures |= known(NAIS_2016_2021=30, DECE_2016_2021=12, NAIS_1999_2008=9, DECE_1999_2008=8)

        found = {i.code: c.evaluer(mesures)[1] for i, c in planifier_periodes(mesures)}

        assert found == {"POP_TCAM_2016_2022": 1.6, "SOLDE_NAT_2016_2021": 18.0}

    def test_growth_from_nobody_is_no_rate(self):
        mesures = known(P_POP_2022=10, P_POP_2016=0)
        ((_, calcul),) = planifier_periodes(mesures)

        assert calcul.evaluer(mesures)[1:3] == (None, Statut.SANS_OBJET)

    def test_growth_of_an_unknown_population_says_why(self):
        mesures = known(P_POP_2022=10, P_POP_2016=Statut.SECRET)
        ((_, calcul),) = planifier_periodes(mesures)

        assert calcul.evaluer(mesures)[1:3] == (None, Statut.SECRET)


class TestAbsences:
    @pytest.mark.parametrize(
        ("vacant", "all_of_them", "expected"),
        [
            (Statut.SECRET, 100, Statut.SECRET),
            (3, Statut.NON_DISPONIBLE, Statut.NON_DISPONIBLE),
            (Statut.NON_DISPONIBLE, Statut.SECRET, Statut.SECRET),
            (0, 0, Statut.SANS_OBJET),
        ],
    )
    def test_are_told_and_never_zero(self, vacant, all_of_them, expected):
        mesures = known(P_LOGVAC_2022=vacant, P_LOG_2022=all_of_them)

        assert results(VACANCE, mesures) == [(2022, None, expected)]

    @pytest.mark.parametrize(
        ("vacant", "all_of_them", "expected"),
        [(1, 16, 6.3), (25, 400, 6.3), (249, 2000, 12.5), (83, 100, 83.0), (0, 7, 0.0)],
    )
    def test_a_rate_is_rounded_as_its_producer_does_half_away_from_zero(
        self, vacant, all_of_them, expected
    ):
        mesures = known(P_LOGVAC_2022=vacant, P_LOG_2022=all_of_them)

        assert results(VACANCE, mesures) == [(2022, expected, Statut.OK)]

    def test_a_question_that_is_not_asked_overseas_has_no_answer(self):
        """P10_RP_SDB is « (MET) » in Insee's dictionary: overseas it is zero, not nobody's."""
        recette = Recette(lire_formules("100 * (P_RP - P_RP_SDB) / P_RP"), 1)

        assert results(recette, known(P_RP_2022=900, P_RP_SDB_2022=0)) == [
            (2022, None, Statut.SANS_OBJET)
        ]
        assert results(recette, known(P_RP_2022=900, P_RP_SDB_2022=891)) == [
            (2022, 1.0, Statut.OK)
        ]

    def test_a_negative_rate_is_rounded_as_its_opposite(self):
        recette = Recette(lire_formules("1000 * (NAISD - DECESD) / P_POP"), 1)
        mesures = known(NAISD_2022=0, DECESD_2022=1, P_POP_2022=160)

        assert results(recette, mesures) == [(2022, -6.3, Statut.OK)]

    @given(COUNTS, COUNTS)
    def test_a_share_is_between_none_and_all(self, vacant, others):
        mesures = known(P_LOGVAC_2022=vacant, P_LOG_2022=vacant + others)

        ((_, share, _),) = results(VACANCE, mesures)

        assert 0 <= share <= 100
        assert share == pytest.approx(100 * vacant / (vacant + others), abs=0.0501)  # rounded
