"""Whose figures are wanted: by code, by name, and what adds up to what."""

from difflib import get_close_matches
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.domain.indicators import COLONNES, COLONNES_EN_PLUS, Niveau, Territoire
from psdt.sources.lieux import departement, lire_code, niveau_des_courts
from psdt.sources.perimetre import PROCHE, Perimetre, sans_article
from tests.sources.conftest import ecrire
from tests.sources.tables import (
    BERRIC,
    BRETAGNE,
    ICI,
    LE_COURS,
    METROPOLE,
    MORBIHAN,
    QUESTEMBERT,
    genres,
    lu,
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("56015", (Niveau.COMMUNE, "56015")),
        ("2a004", (Niveau.COMMUNE, "2A004")),
        (1004, (Niveau.COMMUNE, "01004")),
        ("1004", (Niveau.COMMUNE, "01004")),
        ("245614383", (Niveau.EPCI, "245614383")),
        ("2024-COM-56015", (Niveau.COMMUNE, "56015")),
        ("DEP-2A", (Niveau.DEPARTEMENT, "2A")),
        ("REG-53", (Niveau.REGION, "53")),
        ("D1", (Niveau.DEPARTEMENT, "01")),
        ("R53", (Niveau.REGION, "53")),
        ("FM", (Niveau.FRANCE, "METRO")),
        ("METRODOM", (Niveau.FRANCE, "FRANCE")),
        ("METRO", (Niveau.FRANCE, "METRO")),
        ("FRANCE-F", (Niveau.FRANCE, "FRANCE")),
        ("53", (None, "53")),
        ("971", (None, "971")),
    ],
)
def test_a_code_tells_its_level_or_not(written, expected):
    assert lire_code(written) == expected


@pytest.mark.parametrize("written", ["", "Berric", "5601", "ZE-0053", "123456"])
def test_what_is_no_code(written):
    if written == "5601":
        assert lire_code(written) == (Niveau.COMMUNE, "05601")
    else:
        with pytest.raises(ValueError, match="not a"):
            lire_code(written)


@pytest.mark.parametrize(
    ("noms", "fichier", "expected"),
    [
        ({"53": ""}, "deces_region.csv", Niveau.REGION),
        ({"53": "", "29": ""}, "deces.csv", Niveau.DEPARTEMENT),
        ({"53": ""}, "deces_region_departement.csv", None),
        ({"53": "BRETAGNE"}, "deces.csv", Niveau.REGION),
        ({"53": "Mayenne"}, "deces.csv", Niveau.DEPARTEMENT),
        ({"01": "Guadeloupe", "971": "Guadeloupe"}, "deces.csv", None),
    ],
)
def test_short_codes_are_told_apart_by_the_file(noms, fichier, expected):
    assert niveau_des_courts(noms, fichier) is expected


@pytest.mark.parametrize(
    ("commune", "expected"), [("56015", "56"), ("2A004", "2A"), ("97105", "971")]
)
def test_the_departement_of_a_commune(commune, expected):
    assert departement(commune) == expected


class TestNoms:
    @pytest.mark.parametrize("nom", ["Le Cours", "Cours", "LE COURS", "cours "])
    def test_are_the_same_with_or_without_an_article(self, nom):
        assert ICI.par_nom(nom, None) == LE_COURS
        assert ICI.par_nom(nom, Niveau.COMMUNE) == LE_COURS
        assert ICI.par_nom(nom, Niveau.EPCI) is None

    def test_of_two_territoires_name_none(self):
        twice = Perimetre(
            territoires=(BERRIC, Territoire(code="1", nom="Berric", niveau=Niveau.COMMUNE))
        )

        assert twice.par_nom("Berric", None) is None

    def test_keep_what_begins_like_an_article(self):
        assert sans_article("Larré") == "larre"
        assert sans_article("Lauzach") == "lauzach"

    def test_give_the_template_its_codes(self, ligne):
        rows = [ligne(territoire="Cours"), ligne(territoire="Questembert communaute")]

        tableau = lu("local.xlsx", ecrire(rows), ICI)

        assert tableau.territoires == (LE_COURS, QUESTEMBERT)
        assert genres(tableau) == {}

    def test_never_replace_a_code(self, ligne):
        row = [*ligne(territoire="Cours"), "01001", None, None, None]

        (territoire,) = lu(
            "local.xlsx", ecrire([row], entete=COLONNES + COLONNES_EN_PLUS), ICI
        ).territoires

        assert territoire.code == "01001"

    def test_of_the_file_replace_a_code_that_stood_for_one(self):
        unnamed = Territoire(code="56045", nom="56045", niveau=Niveau.COMMUNE)

        assert (
            Perimetre(territoires=(unnamed,)).nomme(Niveau.COMMUNE, "56045", "Cours").nom
            == "Cours"
        )
        assert ICI.nomme(Niveau.COMMUNE, "56045", "Cours") == LE_COURS


class TestGroupes:
    def test_a_commune_adds_to_all_that_holds_it(self):
        assert set(ICI.groupes("56015")) == {MORBIHAN, BRETAGNE, METROPOLE, QUESTEMBERT}
        assert set(ICI.groupes("56260")) == {MORBIHAN, BRETAGNE, METROPOLE}
        assert set(ICI.groupes("29019")) == {BRETAGNE, METROPOLE}
        assert set(ICI.groupes("01004")) == {METROPOLE}

    def test_overseas_is_not_in_the_metropole(self):
        assert ICI.groupes("97105") == ()

    @pytest.mark.parametrize("code", ["75101", "75120", "69389", "13201", "13216"])
    def test_parts_of_a_city_are_counted_in_the_city(self, code):
        assert ICI.groupes(code) == ()

    @pytest.mark.parametrize("code", ["75056", "69123", "13055", "13217"])
    def test_the_city_itself_counts(self, code):
        assert METROPOLE in ICI.groupes(code)


@pytest.mark.parametrize(
    ("ours", "written"),
    [("Hœdic", "Hoedic"), ("Hœdic", "HŒDIC"), ("L'Isle-d'Abeau", "L’Isle–d’Abeau")],
)
def test_a_name_is_found_however_it_is_typed(ours, written):
    here = Territoire(code="56085", nom=ours, niveau=Niveau.COMMUNE)
    other = Territoire(code="56086", nom="Houat", niveau=Niveau.COMMUNE)
    row = ("A", "Taux", "Santé", written, 2020, 1, "%", "X")

    read = lu("x.xlsx", ecrire([row]), Perimetre(territoires=(here, other)))

    assert read.territoires == (here,)
    assert read.remarques == ()


NOMS = st.text("abcdeé -'", max_size=12)


@given(st.lists(NOMS, max_size=8), NOMS)
def test_a_name_badly_typed_is_the_closest_one(known, written):
    lieux = [
        Territoire(code=f"{56000 + n}", nom=nom, niveau=Niveau.COMMUNE)
        for n, nom in enumerate(known)
    ]
    names = list(map(sans_article, known))

    found = Perimetre(territoires=tuple(lieux)).proche(written, Niveau.COMMUNE)

    closest = get_close_matches(sans_article(written), names, n=1, cutoff=PROCHE)
    if sans_article(written) in names or not closest:
        assert found is None
    else:
        assert sans_article(found.nom) == closest[0]


def test_many_unknown_names_are_looked_for_in_seconds():
    lieux = [
        Territoire(code=f"{56000 + n}", nom=f"Saint-Ker-{n:03}", niveau=Niveau.COMMUNE)
        for n in range(100)
    ]
    here, start = Perimetre(territoires=tuple(lieux)), monotonic()

    assert not any(here.proche(f"Lokmaria-Plouguernével {n}", None) for n in range(20_000))
    assert monotonic() - start < 5  # fifteen when each pair of names was compared
