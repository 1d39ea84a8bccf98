"""What stands out: cases computed by hand, the real sample, then what must always hold."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt import sources
from psdt.analytics.signals import MOST, MOST_OF_AXIS, Study, ranked
from psdt.analytics.signals_figures import CAP, laid_out, spread
from psdt.domain.indicators import Axe, Indicateur, Niveau, Sens, Statut
from psdt.domain.signaux import Genre, Ton
from psdt.settings import app_dir

EPCI, MORBIHAN, FRANCE = (Niveau.EPCI, "E"), (Niveau.DEPARTEMENT, "56"), (Niveau.FRANCE, "F")


def indicateur(code="X", sens=Sens.DEFAVORABLE, unite="%", libelle="", theme=Axe.EMPLOI):
    return Indicateur(
        code=code, libelle=libelle or code, theme=theme, unite=unite, sens=sens, definition=""
    )


def rows(values, *, annee=2022, code="X", source="Insee, fichier fiscal"):
    """Return figures: ``values`` by commune number, « E », « 56 » or « F »; None is secret."""
    levels = {"E": Niveau.EPCI, "56": Niveau.DEPARTEMENT, "F": Niveau.FRANCE}
    return [
        {
            "code": code,
            "niveau": levels.get(place, Niveau.COMMUNE),
            "code_territoire": place,
            "annee": annee,
            "valeur": np.nan if value is None else float(value),
            "statut": Statut.SECRET if value is None else Statut.OK,
            "source": source,
        }
        for place, value in values.items()
    ]


def table(found):
    """Return a table whose enums stay enums, as the store does."""
    return pd.DataFrame(found, dtype=object).astype({"annee": "int64", "valeur": "float64"})


def study(found, *indicateurs, communes="123456", habitants=None, lieu=EPCI):
    people = pd.Series(dict.fromkeys(communes, 5000.0) | (habitants or {}), dtype=float)
    known = {i.code: i for i in indicateurs or [indicateur()]}
    return Study(table(found), known, list(communes), people, lieu)


def only(found, **wanted):
    kept = [f for f in found if all(getattr(f, k) == v for k, v in wanted.items())]
    assert len(kept) == 1
    return kept[0]


# Six communes, median 10, absolute deviations 0 1 1 1 2 9: the usual gap is 1.4826.
SIX = {"1": 9, "2": 9, "3": 10, "4": 11, "5": 12, "6": 19, "E": 10}


class TestSpread:
    def test_is_the_median_absolute_deviation(self):
        values = np.array([9.0, 9, 10, 11, 12, 19])  # median 10.5: 1.5 1.5 0.5 0.5 1.5 8.5

        assert spread(values, 10) == pytest.approx(1.4826 * 1.5)

    def test_falls_back_on_the_quartiles_when_most_are_equal(self):
        values = np.array([5.0, 5, 5, 5, 6, 7, 7])

        assert spread(values, 5) == pytest.approx(1.5 / 1.349)

    def test_falls_back_on_the_mean_deviation_when_nearly_all_are_equal(self):
        assert spread(np.array([0.0, 0, 0, 0, 0, 0, 8]), 0) == pytest.approx(1.2533 * 8 / 7)

    def test_is_a_tenth_when_communes_are_few_or_all_equal(self):
        assert spread(np.array([12.0, 30, np.nan]), 20) == 3
        assert spread(np.full(9, 20.0), 10) == 2
        assert spread(np.array([]), 20) == 2

    def test_is_never_nearly_nothing(self):
        values = np.array([100.0, 100.1, 100.2, 100.3, 100.4])

        assert spread(values, 100) == 2

    def test_does_not_exist_when_everything_is_zero(self):
        assert np.isnan(spread(np.zeros(8), 0))


class TestCommunes:
    def test_one_that_stands_out(self):
        found = only(study(rows(SIX)).overall())

        usual = 1.4826 * 1.5
        assert (found.genre, found.ton) == (Genre.COMMUNES, Ton.FRAGILE)
        assert found.lieux == ((Niveau.COMMUNE, "6"),)
        assert found.valeurs == (19,)
        assert found.reperes == ((EPCI, 10),)
        assert found.robuste == pytest.approx(9 / usual)
        # Four usual gaps at most, over six communes: the root of 4² / 6.
        assert found.force == pytest.approx(CAP / np.sqrt(6))

    def test_a_small_commune_is_said_and_ranked_lower(self):
        large = only(study(rows(SIX)).overall())

        small = only(study(rows(SIX), habitants={"6": 500}).overall())

        assert small.lieux == large.lieux
        assert small.force == pytest.approx(large.force / 2)  # the root of 500 / 2 000

    def test_a_gap_that_lasts_counts_more_and_says_since_when(self):
        lasting = rows(SIX) + rows(SIX, annee=2017)
        passing = rows(SIX) + rows(SIX | {"6": 9}, annee=2017)

        force = only(study(rows(SIX)).overall()).force
        assert only(study(lasting).overall(), genre=Genre.COMMUNES).depuis == 2017
        assert only(study(lasting).overall(), genre=Genre.COMMUNES).force == force * 1.25
        assert only(study(passing).overall(), genre=Genre.COMMUNES).force == force * 0.75

    def test_census_rounds_that_overlap_do_not_say_since_when(self):
        found = [
            row
            for annee in (2018, 2022)
            for row in rows(SIX, annee=annee, source=f"Insee, recensement {annee}")
        ]

        assert only(study(found).overall()).depuis is None

    def test_figures_of_another_producer_do_not_say_since_when(self):
        other = rows(SIX, annee=2017, source="France Travail, demandeurs d'emploi 2017")

        assert only(study(rows(SIX) + other).overall()).depuis is None
        older = rows(SIX, annee=2012)
        assert (
            only(study(rows(SIX) + other + older).overall(), genre=Genre.COMMUNES).depuis == 2012
        )

    def test_more_communes_weigh_more(self):
        many = only(study(rows(SIX | {"5": 19})).overall())

        assert len(many.lieux) == 2
        assert many.force > only(study(rows(SIX)).overall()).force

    def test_a_strength_is_the_other_side(self):
        kind = indicateur(sens=Sens.FAVORABLE)

        assert only(study(rows(SIX), kind).overall()).ton is Ton.FORCE

    def test_what_is_withheld_is_neither_ranked_nor_zero(self):
        found = only(study(rows({"1": 20, **dict.fromkeys("23456", None), "E": 10})).overall())

        assert found.lieux == ((Niveau.COMMUNE, "1"),)
        assert (found.connus, found.caches) == (1, 5)
        assert study(rows({**dict.fromkeys("123456", None), "E": 10})).overall() == []

    def test_without_any_reference_nothing_is_averaged_instead(self):
        values = {place: value for place, value in SIX.items() if place != "E"}

        assert study(rows(values)).overall() == []

    def test_a_neutral_indicator_says_nothing(self):
        assert study(rows(SIX), indicateur(sens=Sens.NEUTRE)).overall() == []

    def test_the_latest_year_that_is_known_well_enough(self):
        older, newer = rows(SIX, annee=2021), rows({"6": 19, "E": 10}, annee=2022)

        assert only(study(older + newer).overall()).annee == 2021

    def test_a_commune_alone_is_looked_at_more_closely(self):
        kept = study(rows(SIX))

        assert only(kept.of("6")).force == CAP
        assert kept.of("5") == []
        with pytest.raises(ValueError, match="9"):
            kept.of("9")


class TestTerritoire:
    def test_beside_larger_ones(self):
        found = only(study(rows({"E": 12, "56": 10, "F": 11})).overall())

        assert (found.genre, found.ton, found.lieux) == (Genre.TERRITOIRE, Ton.FRAGILE, (EPCI,))
        assert found.reperes == ((MORBIHAN, 10), (FRANCE, 11))
        assert found.robuste == pytest.approx(2)  # a tenth of 10 is a usual gap
        assert found.force == pytest.approx(2)

    def test_counts_half_when_another_reference_says_the_opposite(self):
        found = only(study(rows({"E": 12, "56": 10, "F": 14})).overall())

        assert found.force == pytest.approx(1)

    def test_a_larger_territoire_speaks_when_nothing_smaller_is_known(self):
        found = only(study(rows({"56": 12, "F": 10})).overall())

        assert found.lieux == (MORBIHAN,)
        assert found.force == pytest.approx(1)

    def test_of_a_single_commune(self):
        kept = study(rows({"1": 12, "56": 10}), communes="1", lieu=(Niveau.COMMUNE, "1"))

        assert only(kept.overall()).lieux == ((Niveau.COMMUNE, "1"),)

    def test_a_commune_says_nothing_of_its_neighbours(self):
        assert study(rows(SIX), lieu=(Niveau.COMMUNE, "1")).overall() == []
        found = only(study(rows(SIX), lieu=(Niveau.COMMUNE, "6")).overall())

        assert (found.genre, found.lieux) == (Genre.TERRITOIRE, ((Niveau.COMMUNE, "6"),))

    def test_counts_are_not_compared(self):
        kind = indicateur(unite="chômeurs")

        assert study(rows({"E": 1200, "56": 90_000}), kind).overall() == []


class TestEvolution:
    def change(self, *pairs, unite="%", sens=Sens.DEFAVORABLE, annees=(2014, 2019)):
        found = []
        for place, before, after in pairs:
            found += rows({place: before}, annee=annees[0]) + rows({place: after}, annee=annees[1])
        kept = study(found, indicateur(unite=unite, sens=sens)).overall()
        return [f for f in kept if f.genre is Genre.EVOLUTION]

    def test_beside_that_of_a_larger_territoire(self):
        found = only(self.change(("E", 8, 11), ("56", 10, 11)))

        assert (found.debut, found.annee, found.ton) == (2014, 2019, Ton.FRAGILE)
        assert (found.alors, found.valeurs) == ((8, 10), (11,))
        assert found.robuste == pytest.approx(2 / 1.1)

    def test_both_must_go_the_same_way(self):
        assert self.change(("E", 11, 10), ("56", 11, 8)) == []

    def test_never_between_census_rounds_that_overlap(self):
        assert self.change(("E", 8, 11), ("56", 10, 11), annees=(2016, 2020)) == []

    def test_never_between_two_producers(self):
        """11.5 % of the census, 6 % of France Travail: two measures of unemployment."""
        census = rows({"E": 9.0, "56": 8}, annee=2013) + rows({"E": 11.5, "56": 8}, annee=2018)
        agency = rows({"E": 6, "56": 5}, annee=2025, source="France Travail, demandeurs 2025")

        (found,) = (f for f in study(census + agency).overall() if f.genre is Genre.EVOLUTION)

        assert (found.debut, found.annee, found.alors) == (2013, 2018, (9, 8))

    def test_euros_alone_say_nothing_and_beside_others_say_who_falls_behind(self):
        euros = {"unite": "€ par an", "sens": Sens.FAVORABLE}

        assert self.change(("E", 18_000, 20_000), **euros) == []
        found = only(self.change(("E", 18_000, 20_000), ("56", 18_000, 24_000), **euros))
        assert found.ton is Ton.FRAGILE

    def test_a_population_that_grows_is_neither_good_nor_bad(self):
        found = only(self.change(("E", 1000, 1100), unite="habitants", sens=Sens.NEUTRE))

        assert (found.ton, found.robuste) == (Ton.NEUTRE, pytest.approx(1))

    def test_a_handful_does_not_grow(self):
        assert self.change(("E", 10, 20), unite="habitants", sens=Sens.NEUTRE) == []


class TestParts:
    def test_a_commune_with_more_than_its_share(self):
        counts = {"1": 400, "2": 100, "3": 100, "4": 100, "5": 100, "6": 200, "E": 1000}

        found = only(study(rows(counts), indicateur(unite="chômeurs")).overall(), ton=Ton.FRAGILE)

        assert (found.genre, found.lieux[0]) == (Genre.PART, (Niveau.COMMUNE, "1"))
        assert found.valeurs[0] == pytest.approx(40)
        assert found.alors[0] == pytest.approx(100 / 6)

    def test_a_figure_smaller_than_its_parts_is_not_their_total(self):
        counts = {"1": 400, "2": 100, "3": 100, "4": 100, "5": 100, "6": 200, "E": 700}

        assert study(rows(counts), indicateur(unite="chômeurs")).overall() == []

    def test_needs_to_know_how_many_people_there_are(self):
        counts = {"1": 400, "2": 100, "3": 100, "4": 100, "5": 100, "6": 200, "E": 1000}
        kept = study(rows(counts), indicateur(unite="chômeurs"), habitants={"2": np.nan})

        assert kept.overall() == []


def test_figures_much_older_than_the_others_are_left_out():
    old, new = rows(SIX, code="OLD", annee=1999), rows(SIX)
    known = (indicateur("OLD"), indicateur(), indicateur("Y"))

    found = study(old + new + rows(SIX, code="Y"), *known).overall()

    assert {f.code for f in found} == {"X", "Y"}


class TestRanking:
    def many(self, n, theme=Axe.EMPLOI, start=0):
        names = [f"{'abcdefghijklmnopqrstuvwxyz'[i]}" * 6 for i in range(start, start + n)]
        kinds = [indicateur(name, libelle=name, theme=theme) for name in names]
        return kinds, [row for name in names for row in rows(SIX, code=name)]

    def test_of_nearly_the_same_indicator_one_of_a_kind(self):
        kinds = [
            indicateur("A", libelle="Taux de pauvreté des locataires"),
            indicateur("B", libelle="Taux de pauvreté des propriétaires"),
        ]
        found = study(rows(SIX, code="A") + rows(SIX, code="B"), *kinds).overall()

        assert [f.code for f in ranked(found, {k.code: k for k in kinds})] == ["A"]

    @pytest.mark.parametrize(
        ("one", "other", "alike"),
        [
            ("Part des 60 ans et plus", "Part des 85 ans et plus", True),
            (
                "Part des minima sociaux dans le revenu",
                "Part des prestations sociales dans le revenu",
                True,
            ),
            ("Niveau de vie médian", "Niveau de vie des plus modestes (1er décile)", True),
            ("Part des logements vacants", "Part des aides au logement dans le revenu", False),
            ("Taux de chômage des 15-64 ans", "Taux d'activité des 15-64 ans", False),
            ("Taux d'emploi des 15-64 ans", "Emplois sur place pour 100 actifs occupés", False),
        ],
    )
    def test_what_is_nearly_the_same(self, one, other, alike):
        kinds = [indicateur("A", libelle=one), indicateur("B", libelle=other)]
        found = study(rows(SIX, code="A") + rows(SIX, code="B"), *kinds).overall()

        assert len(ranked(found, {k.code: k for k in kinds})) == (1 if alike else 2)

    def test_what_is_too_weak_is_not_said(self):
        weak = study(rows({"56": 10.6, "F": 10, "E": None})).overall()

        assert only(weak).force == pytest.approx(0.3)
        assert ranked(weak, {"X": indicateur()})
        contested = study(rows({"E": 10.6, "56": 10, "F": 12}), lieu=None).overall()
        halved = [replace(f, force=f.force / 2) for f in contested]
        assert ranked(halved, {"X": indicateur()}) == []

    def test_axes_take_turns(self):
        kinds, found = self.many(4)
        others, more = self.many(1, theme=Axe.LOGEMENT, start=4)
        weaker = [row | {"valeur": 15.0} if row["code_territoire"] == "6" else row for row in more]
        kept = study(found + weaker, *kinds, *others).overall()

        order = ranked(kept, {k.code: k for k in kinds + others})

        assert [f.code[0] for f in order] == ["a", "e", "b", "c", "d"]

    def test_people_read_a_dozen(self):
        kinds, found = self.many(26)
        known = {k.code: k for k in kinds}
        kept = study(found, *kinds).overall()

        assert len(ranked(kept, known)) == MOST[Ton.FRAGILE]
        assert len(ranked(kept, known, Axe.EMPLOI)) == MOST_OF_AXIS[Ton.FRAGILE]
        assert ranked(kept, known, Axe.SENIORS) == []


@pytest.fixture(scope="module")
def sample():
    return sources.lire("x", (app_dir() / "data" / "abs_sample.xlsx").read_bytes(), {})


@pytest.fixture(scope="module")
def known(sample):
    return {i.code: i for i in sample.indicateurs}


@pytest.fixture(scope="module")
def real(sample, known):
    communes = [t.code for t in sample.territoires if t.niveau is Niveau.COMMUNE]
    people = sample.valeurs[
        (sample.valeurs["code"] == "POP_MUN")
        & (sample.valeurs["annee"] == 2023)
        & (sample.valeurs["niveau"] == Niveau.COMMUNE)
    ].set_index("code_territoire")["valeur"]
    return Study(sample.valeurs, known, communes, people, (Niveau.EPCI, "245614383"))


class TestSample:
    """The telling figures of a real territoire, read in its files."""

    def test_unemployment_of_rochefort_en_terre(self, real):
        found = only(real.overall(), code="TX_CHOM_1564", ton=Ton.FRAGILE)

        assert found.lieux == ((Niveau.COMMUNE, "56196"),)
        assert (found.annee, found.valeurs, found.reperes[0][1]) == (2022, (14.8,), 10.1)

    def test_vacancy_of_caden(self, real):
        found = only(real.overall(), code="TX_LOG_VACANTS", ton=Ton.FRAGILE)

        assert found.lieux[0] == (Niveau.COMMUNE, "56028")
        assert (found.annee, found.valeurs[0], found.reperes[0][1]) == (2022, 11.4, 6.5)

    def test_income_is_compared_in_the_last_year_known_for_all(self, real):
        found = only(real.overall(), code="MED_NIV_VIE", genre=Genre.TERRITOIRE)

        assert (found.annee, found.depuis, found.ton) == (2019, 2014, Ton.FRAGILE)
        assert found.valeurs == (21_070,)
        assert [value for _, value in found.reperes] == [21_830, 21_990, 21_930]

    def test_more_deaths_than_births(self, real):
        found = only(real.overall(), code="SOLDE_NAT")

        assert (found.genre, found.ton, found.annee) == (Genre.SOLDE, Ton.NEUTRE, 2024)
        assert found.valeurs[0] == -65

    def test_population_grows_faster_than_in_the_morbihan(self, real):
        found = only(real.overall(), code="POP_MUN")

        assert (found.debut, found.annee, found.ton) == (2015, 2023, Ton.NEUTRE)
        assert found.valeurs == (24_757,)

    def test_poverty_known_in_two_communes_is_not_ranked(self, real):
        assert not [f for f in real.overall() if f.code.startswith("TX_PAUVRETE")]

    def test_a_neutral_indicator_is_never_fragile(self, real, known):
        for found in real.overall():
            neutral = known[found.code].sens is Sens.NEUTRE
            assert (found.ton is Ton.NEUTRE) == neutral

    def test_says_only_what_the_files_say(self, real, sample):
        """Every figure, read again one by one, and every « since when »."""
        rows_ = zip(
            *(sample.valeurs[c] for c in ("code", "niveau", "code_territoire", "annee", "valeur")),
            strict=True,
        )
        told = {(code, (niveau, lieu), annee): v for code, niveau, lieu, annee, v in rows_}
        communes = [f"56{n:03}" for n in (15, 28, 45, 108, 109, 111, 123, 135, 171, 184, 196, 218)]
        found = [*real.overall(), *(f for code in communes for f in real.of(code))]

        assert len(found) > 70
        for f in found:
            if f.genre is Genre.PART:
                continue
            for lieu, value in [*zip(f.lieux, f.valeurs, strict=True), *f.reperes]:
                assert told[f.code, lieu, f.annee] == value
            if f.debut:
                places = [f.lieux[0], *(lieu for lieu, _ in f.reperes)]
                assert [told[f.code, lieu, f.debut] for lieu in places] == list(f.alors)
            if f.depuis:
                reference = told[f.code, f.reperes[0][0], f.depuis]
                sides = {told[f.code, lieu, f.depuis] > reference for lieu in f.lieux}
                assert sides == {f.robuste > 0}

    def test_every_axis_has_something_to_say(self, real, known):
        found = real.overall()

        assert all(ranked(found, known, axe) for axe in Axe)


FIGURES = st.floats(0.5, 100).map(lambda value: round(value, 1))
TABLES = st.fixed_dictionaries(
    {
        place: FIGURES | (st.none() if place.isdigit() and len(place) == 1 else st.nothing())
        for place in ("1", "2", "3", "4", "5", "6", "E", "56", "F")
    }
)


def spoken(kept):
    return [(f.code, f.genre, f.ton, f.lieux, f.valeurs, f.force) for f in kept]


@given(TABLES, TABLES, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(now, then, random):
    found = rows(now) + rows(then, annee=2016)
    shuffled = random.sample(found, len(found))

    assert spoken(study(found).overall()) == spoken(study(shuffled).overall())


@given(TABLES, TABLES)
def test_the_unit_does_not_matter(now, then):
    def times(values):
        return {place: value and value * 8 for place, value in values.items()}

    found = study(rows(now) + rows(then, annee=2016)).overall()
    scaled = study(rows(times(now)) + rows(times(then), annee=2016)).overall()

    assert [(f.genre, f.ton, f.lieux) for f in found] == [
        (f.genre, f.ton, f.lieux) for f in scaled
    ]
    assert [f.force for f in scaled] == pytest.approx([f.force for f in found])


@given(TABLES, FIGURES)
def test_a_commune_of_elsewhere_changes_nothing(now, value):
    found = rows(now)

    assert spoken(study(found + rows({"99999": value})).overall()) == spoken(
        study(found).overall()
    )


@given(TABLES)
def test_turning_an_indicator_over_turns_what_it_says(now):
    found = study(rows(now)).overall()
    turned = study(rows(now), indicateur(sens=Sens.FAVORABLE)).overall()

    opposite = {Ton.FRAGILE: Ton.FORCE, Ton.FORCE: Ton.FRAGILE}
    assert [(f.lieux, opposite[f.ton], f.force) for f in found] == [
        (f.lieux, f.ton, f.force) for f in turned
    ]


@given(TABLES)
def test_one_is_never_both_fragile_and_better(now):
    tones: dict[object, set[Ton]] = {}
    for found in study(rows(now)).overall():
        for lieu in found.lieux:
            tones.setdefault((found.genre, lieu), set()).add(found.ton)

    assert all(len(said) == 1 for said in tones.values())


def test_without_figures_there_is_nothing_to_say():
    empty = table(rows({"1": 1})).head(0)

    assert laid_out(empty, ["1"]) == {}
    assert Study(empty, {}, ["1"], pd.Series(dtype=float)).overall() == []
