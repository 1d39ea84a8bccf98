"""The template: what is taken from it, what is refused, and where."""

import math

import pytest

from psdt import sources
from psdt.domain.indicators import (
    COLONNES,
    COLONNES_EN_PLUS,
    Axe,
    Indicateur,
    Niveau,
    Sens,
    Statut,
    Territoire,
)
from psdt.settings import app_dir
from psdt.sources import Refus, Tableau
from psdt.words.grammar import NBSP, NNBSP
from tests.corpus.ecrire import ods, retoucher
from tests.sources.conftest import ecrire


def lu(contenu, catalogue=None) -> Tableau:
    answer = sources.lire("essai.xlsx", contenu, catalogue or {})
    assert isinstance(answer, Tableau), answer
    return answer


def refus(contenu) -> list:
    answer = sources.lire("essai.xlsx", contenu, {})
    assert isinstance(answer, Refus)
    return list(answer.anomalies)


@pytest.fixture(scope="module")
def echantillon() -> Tableau:
    """The sample of the project, read as any file."""
    return lu((app_dir() / "data" / "abs_sample.xlsx").read_bytes())


def test_the_sample_is_read_whole(echantillon):
    counts = echantillon.valeurs["statut"].value_counts().to_dict()

    assert counts == {Statut.OK: 1339, Statut.SECRET: 708}
    assert len(echantillon.indicateurs) == 63
    assert len(echantillon.territoires) == 17
    assert echantillon.remarques == ()


def test_the_sample_gives_its_figures_and_its_catalogue(echantillon):
    values = echantillon.valeurs.set_index(["code", "territoire", "annee"])["valeur"]
    first = echantillon.indicateurs[0]

    assert values["MED_NIV_VIE", "Lauzach", 2021] == 23940
    assert values["SOLDE_NAT", "Questembert Communauté", 2024] == -65
    assert math.isnan(values["TX_PAUVRETE_60", "Berric", 2021])
    assert (first.code, first.theme, first.sens) == ("POP_MUN", Axe.DEMOGRAPHIE, Sens.NEUTRE)
    assert Territoire(code="53", nom="Bretagne", niveau=Niveau.REGION) in echantillon.territoires


def test_columns_are_found_by_name_below_titles(ligne):
    entete = [" LIBELLÉ", "Code", "Thème", "Territoire ", "Année", "Valeur", "Unité", "SOURCE"]
    row = [ligne()[1], ligne()[0], *ligne()[2:]]

    table = lu(ecrire([[], entete, row], entete=["Tableau de bord"]))

    assert table.valeurs["code"].tolist() == ["POP"]
    assert table.indicateurs[0].libelle == "Population"


def test_percent_formats_are_what_people_see(ligne):
    def finish(sheet):
        sheet["F2"].number_format = "0.0%"
        sheet["F3"].number_format = '0.0" %"'

    rows = [ligne(valeur=0.125), ligne(valeur=12.5, annee=2016)]

    assert lu(ecrire(rows, finish=finish)).valeurs["valeur"].tolist() == [12.5, 12.5]


def test_merged_cells_say_the_same_for_all_their_rows(ligne):
    rows = [ligne(), ligne(annee=2016, territoire=None), ligne(annee=2010, territoire=None)]

    table = lu(ecrire(rows, finish=lambda sheet: sheet.merge_cells("D2:D4")))

    assert table.valeurs["territoire"].tolist() == ["Berric"] * 3


def test_a_formula_is_its_last_result_or_a_refusal(ligne):
    (anomalie,) = refus(ecrire([ligne(), ligne(annee=2016, valeur="=1+1")]))

    assert anomalie.genre == "formule_sans_valeur"
    assert (anomalie.ligne, anomalie.colonne) == (3, "valeur (F)")


@pytest.mark.parametrize("column", ["code", "libelle", "territoire", "annee", "valeur"])
def test_the_error_of_a_formula_is_nowhere_a_text(ligne, column):
    (anomalie,) = refus(ecrire([ligne(), ligne(**{"annee": 2016, column: "#REF!"})]))

    assert (anomalie.genre, anomalie.ligne, anomalie.lu) == ("valeur_illisible", 3, "#REF!")


def test_an_absence_keeps_its_reason(ligne):
    rows = [ligne(annee=2000 + n, valeur=mark) for n, mark in enumerate(["s", "nd", None, 0])]

    table = lu(ecrire(rows))

    assert table.valeurs["statut"].tolist() == [
        Statut.SECRET,
        Statut.NON_DISPONIBLE,
        Statut.VIDE,
        Statut.OK,
    ]
    assert table.valeurs["valeur"].isna().tolist() == [True, True, True, False]


def test_every_error_is_told_with_its_place(ligne):
    rows = [
        ligne(annee="hier"),
        ligne(valeur="douze"),
        ligne(territoire=" "),
        ligne(code="x" * 61),
    ]

    assert [(a.genre, a.ligne, a.colonne) for a in refus(ecrire(rows))] == [
        ("valeur_illisible", 2, "annee (E)"),
        ("valeur_illisible", 3, "valeur (F)"),
        ("valeur_absente", 4, "territoire (D)"),
        ("texte_trop_long", 5, "code (A)"),
    ]


def test_a_sentence_says_where_what_and_what_to_do(ligne):
    (anomalie,) = refus(ecrire([ligne(annee="vingt-et-un")]))

    assert anomalie.phrase == (
        f"Feuille Indicateurs, ligne 2, colonne annee (E){NNBSP}: «{NBSP}vingt-et-un{NBSP}» "
        "n'est pas une année. Écrivez quatre chiffres, par exemple 2021."
    )


def test_a_sentence_stays_short_whatever_the_names(ligne):
    sheets = refus(ecrire([ligne()], feuille="x" * 31, finish=cent_feuilles))
    columns = refus(ecrire([ligne()], entete=["y" * 4_000] * 8))

    assert all(len(anomalie.phrase) < 1_000 for anomalie in (*sheets, *columns))


def cent_feuilles(sheet):
    for number in range(100):
        sheet.parent.create_sheet(f"Feuille {number}")


def test_the_same_figure_twice_is_refused(ligne):
    (anomalie,) = refus(ecrire([ligne(), ligne(annee=2016), ligne(valeur=3)]))

    assert (anomalie.genre, anomalie.ligne, anomalie.detail) == ("doublon", 4, "2")
    assert "POP, Berric, 2021" in anomalie.phrase


def test_a_decimal_comma_between_commas_is_not_two_cells():
    rows = "code,territoire,annee,valeur,unite\nTX,Berric,2021,12,5,%\nTX,Berric,2016,12\n"

    (anomalie,) = refus(rows.encode())

    assert (anomalie.genre, anomalie.ligne) == ("ligne_trop_longue", 2)
    assert f"6{NBSP}cases, son en-tête 5" in anomalie.phrase


@pytest.mark.parametrize(
    ("changed", "genre", "said"),
    [
        ({"feuille": "Feuil1"}, "feuille_absente", "Feuil1"),
        ({"entete": ["code", "territoire", "annee", "x"]}, "colonne_absente", "valeur"),
        ({"entete": ["a", "b"]}, "colonne_absente", "code"),
        ({"entete": [*COLONNES, "Valeur"]}, "colonne_en_double", "F et I"),
        ({"rows": []}, "aucune_ligne", "aucune ligne"),
        ({"rows": [[" "] * 8, [None] * 8]}, "aucune_ligne", "aucune ligne"),
    ],
)
def test_a_sheet_that_is_not_the_template(ligne, changed, genre, said):
    (anomalie,) = refus(ecrire(**{"rows": [ligne()], **changed}))

    assert anomalie.genre == genre
    assert said in anomalie.phrase


def test_too_wide_and_too_far_are_refused_before_they_are_read(ligne):
    wide = refus(ecrire([[*ligne(), *range(200)]]))
    far = refus(ecrire([ligne()], finish=lambda s: s.cell(30_000, 1, "perdu")))

    assert [a.genre for a in (*wide, *far)] == ["feuille_trop_grande"] * 2


class TestTerritoires:
    ENTETE = COLONNES + COLONNES_EN_PLUS

    @pytest.mark.parametrize(
        ("nom", "code", "niveau", "expected"),
        [
            ("Berric", "56015", None, ("56015", Niveau.COMMUNE)),
            ("Ajaccio", "2A004", None, ("2A004", Niveau.COMMUNE)),
            ("L'Abergement", "01001", None, ("01001", Niveau.COMMUNE)),
            ("Questembert Communauté", "245614383", None, ("245614383", Niveau.EPCI)),
            ("Morbihan", "56", "département", ("56", Niveau.DEPARTEMENT)),
            ("France métropolitaine", "METRO", None, ("METRO", Niveau.FRANCE)),
            ("Berric", None, None, ("berric", Niveau.COMMUNE)),
            ("Questembert Communauté", None, "EPCI", ("questembert_6d788375", Niveau.EPCI)),
        ],
    )
    def test_have_a_code_and_a_level(self, ligne, nom, code, niveau, expected):
        row = [*ligne(territoire=nom), code, niveau, None, None]

        (territoire,) = lu(ecrire([row], entete=self.ENTETE)).territoires

        assert (territoire.code, territoire.niveau) == expected

    def test_a_code_may_have_blanks(self, ligne):
        row = [*ligne(territoire="Questembert Communauté"), "245 614\u00a0383", None, None, None]

        (territoire,) = lu(ecrire([row], entete=self.ENTETE)).territoires

        assert (territoire.code, territoire.niveau) == ("245614383", Niveau.EPCI)

    def test_a_short_code_does_not_tell_a_department_from_a_region(self, ligne):
        row = [*ligne(territoire="Bretagne"), "53", None, None, None]

        (anomalie,) = refus(ecrire([row], entete=self.ENTETE))

        assert (anomalie.genre, anomalie.ligne) == ("niveau_absent", 2)

    def test_one_code_may_name_two_territoires_of_two_levels(self, ligne):
        rows = [
            [*ligne(territoire="Bretagne"), "53", "Région", None, None],
            [*ligne(territoire="Mayenne"), "53", "Département", None, None],
        ]

        assert len(lu(ecrire(rows, entete=self.ENTETE)).territoires) == 2

    @pytest.mark.parametrize(("niveau", "sens"), [("quartier", None), (None, "à la hausse")])
    def test_words_out_of_the_lists_are_refused(self, ligne, niveau, sens):
        row = [*ligne(), "56015", niveau, sens, None]

        assert [a.genre for a in refus(ecrire([row], entete=self.ENTETE))] == ["valeur_illisible"]


class TestIndicateurs:
    def test_what_the_file_does_not_say_is_in_the_catalogue(self, ligne):
        known = Indicateur(
            code="POP",
            libelle="Population municipale",
            theme=Axe.DEMOGRAPHIE,
            unite="habitants",
            sens=Sens.NEUTRE,
            definition="Habitants à l'année.",
        )
        row = ligne(libelle=None, theme=None, unite=None)

        assert lu(ecrire([row]), {"POP": known}).indicateurs == (known,)

    def test_what_nobody_says_is_told(self, ligne):
        table = lu(ecrire([ligne(theme="Divers"), ligne(annee=2016, unite="ménages")]))

        assert table.indicateurs[0].theme == Axe.DEMOGRAPHIE
        assert [(r.genre, r.detail) for r in table.remarques] == [
            ("description_variable", "theme"),
            ("description_variable", "unite"),
            ("theme_inconnu", Axe.DEMOGRAPHIE),
            ("niveau_suppose", ""),
        ]

    def test_the_level_of_france_is_not_supposed(self, ligne):
        table = lu(ecrire([ligne(territoire="France"), ligne(territoire="Berric")]))

        (told,) = [r.lu for r in table.remarques if r.genre == "niveau_suppose"]
        assert told == "Berric"

    def test_an_unknown_theme_is_told_once(self, ligne):
        rows = [ligne(theme="Divers", code=code) for code in ("POP", "MEN")]

        assert [r.lu for r in lu(ecrire(rows)).remarques] == ["Divers", "Berric"]


@pytest.mark.parametrize(
    ("names", "year"),
    [(("INDICATEURS", "Indicateurs"), 2022), (("Indicateurs ", "indicateurs."), 2021)],
)
def test_of_two_sheets_the_exact_name_or_the_first_is_read(ligne, names, year):
    def finish(sheet):
        other = sheet.parent.create_sheet("autre")
        other.append(COLONNES)
        other.append(ligne(annee=2022))

    book = ecrire([ligne()], feuille=names[0], finish=finish)
    book = retoucher(book, "xl/workbook.xml", '"autre"', f'"{names[1]}"')

    assert lu(book).valeurs["annee"].tolist() == [year]


def test_a_source_that_recognises_nothing_still_says_what_is_missing(ligne):
    for source in sources.SOURCES.values():
        assert source.label
    assert refus(ecrire([ligne()], feuille="Feuil1"))[0].lu == "Indicateurs"


class TestHidden:
    def test_a_hidden_row_is_read_and_told(self, ligne):
        def hide(sheet):
            sheet.row_dimensions[3].hidden = True

        found = lu(ecrire([ligne(), ligne(territoire="Le Cours")], finish=hide))

        (remarque,) = (r for r in found.remarques if r.genre == "lignes_masquees")
        assert (remarque.feuille, remarque.detail) == ("Indicateurs", "3")
        assert len(found.valeurs) == 2

    def test_a_row_that_libreoffice_filters_is_told(self):
        row = "<table:table-row"
        content = retoucher(ods(), "content.xml", row, f'{row} table:visibility="filter"')

        assert "lignes_masquees" in {r.genre for r in lu(content).remarques}

    def test_a_hidden_sheet_that_is_not_read_is_told(self, ligne):
        def add(sheet):
            sheet.parent.create_sheet("Indicateurs 2020").sheet_state = "hidden"

        found = lu(ecrire([ligne()], finish=add))

        (remarque,) = (r for r in found.remarques if r.genre == "feuilles_masquees")
        assert remarque.detail == "Indicateurs 2020"
