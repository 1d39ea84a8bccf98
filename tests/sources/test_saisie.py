"""What is typed or pasted: read as a file would be, or told what to mend."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.domain.enquetes import Question
from psdt.domain.indicators import Axe, Indicateur, Niveau, Sens, Statut, Territoire
from psdt.domain.saisie import Saisie
from psdt.sources import Perimetre, Refus, Tableau, saisie

LIEUX = Perimetre(
    territoires=(
        Territoire(code="01004", nom="Ambérieu-en-Bugey", niveau=Niveau.COMMUNE),
        Territoire(code="01007", nom="Le Cours", niveau=Niveau.COMMUNE),
        Territoire(code="240100883", nom="Plaine de l'Ain", niveau=Niveau.EPCI),
    )
)
CRECHES = Indicateur(
    code="CRECHES",
    libelle="Places en crèche",
    theme=Axe.FAMILLE,
    unite="places",
    sens=Sens.FAVORABLE,
    definition="",
)
DITE = Saisie(indicateur=CRECHES, annee=2024, source="Service petite enfance")


def read(*lignes, dite=DITE) -> Tableau:
    found = saisie.chiffres(lignes, dite, LIEUX)
    assert isinstance(found, Tableau)
    return found


def wrong(*lignes, dite=DITE) -> list[str]:
    return phrases(saisie.chiffres(lignes, dite, LIEUX))


def phrases(found) -> list[str]:
    assert isinstance(found, Refus)
    return [a.phrase.replace("\u202f", " ").replace("\u00a0", " ") for a in found.anomalies]


class TestFigures:
    def test_a_percentage_is_no_count(self):
        (said,) = wrong(("Le Cours", "12,5 %"))
        rate = replace(DITE, indicateur=replace(CRECHES, unite="%"))

        assert said.startswith("Ligne 1, colonne valeur : « 12,5 % » est un pourcentage")
        assert "« places »" in said
        assert read(("Le Cours", "12,5 %"), dite=rate).valeurs["valeur"].tolist() == [12.5]

    def test_the_unit_of_a_new_indicator_is_asked(self):
        bare = replace(DITE, indicateur=replace(CRECHES, unite=" "))
        found = saisie.chiffres([("Le Cours", "12")], bare, LIEUX, nouveau=True)

        assert phrases(found) == ["Remplissez « Unité »."]
        assert isinstance(saisie.chiffres([("Le Cours", "12")], bare, LIEUX), Tableau)

    def test_names_and_codes_french_numbers_and_reasons(self):
        found = read(
            ("AMBERIEU EN BUGEY", "1 234,5"), ("cours", "s"), ("240100883", " 12,5 "), ("", "")
        ).valeurs

        assert found[["code_territoire", "valeur", "statut"]].astype(object).where(
            found[["code_territoire", "valeur", "statut"]].notna(), None
        ).to_numpy().tolist() == [
            ["01004", 1234.5, Statut.OK],
            ["01007", None, Statut.SECRET],
            ["240100883", 12.5, Statut.OK],
        ]
        assert set(found["source"]) == {"Service petite enfance"}
        assert set(found["annee"]) == {2024}

    @pytest.mark.parametrize(
        ("written", "statut"),
        [
            ("nd", Statut.NON_DISPONIBLE),
            ("non disponible", Statut.NON_DISPONIBLE),
            ("Secret statistique", Statut.SECRET),
            ("non significatif", Statut.NON_SIGNIFICATIF),
            ("///", Statut.SANS_OBJET),
        ],
    )
    def test_reasons_are_written_short_or_in_full(self, written, statut):
        assert read(("Le Cours", written)).valeurs["statut"].tolist() == [statut]

    def test_a_row_without_a_figure_says_nothing(self):
        assert len(read(("Le Cours", ""), ("Nulle part", " "), ("01004", "3")).valeurs) == 1

    def test_the_indicator_is_kept_as_it_was_described(self):
        dite = replace(DITE, indicateur=replace(CRECHES, source="S", calcul="C", definition="D"))

        assert read(("Le Cours", "1"), dite=dite).indicateurs == (dite.indicateur,)

    @pytest.mark.parametrize(
        ("lignes", "sentence"),
        [
            ([("Ambronay", "3")], "Ligne 1, colonne territoire : « Ambronay » n'est ni"),
            ([("", "3")], "Ligne 1, colonne territoire : la case est vide"),
            ([("Le Cours", "1,234.5")], "colonne valeur : « 1,234.5 » n'est pas un nombre"),
            ([("Le Cours", "12 ou 13")], "« 12 ou 13 » n'est pas un nombre"),
            ([("Le Cours", "1"), ("01007", "2")], "Ligne 2 : « 01007 » figure deux fois"),
            ([("99999", "1")], "« 99999 » n'est ni"),
            ([], "aucune ligne n'est remplie"),
            ([("Le Cours", "")], "aucune ligne n'est remplie"),
            ([("Le Cours", "1")] * 2_001, "plus de 2 000 lignes"),
            ([("=HYPERLINK(1)", "=1+1")], "n'est ni"),
        ],
    )
    def test_what_is_wrong_is_said_with_its_row(self, lignes, sentence):
        assert any(sentence.lower() in said.lower() for said in wrong(*lignes))

    def test_all_that_is_wrong_is_said_at_once(self):
        said = wrong(("Nulle part", "1"), ("Le Cours", "x"), dite=replace(DITE, source=" "))

        assert ["« Source »" in said[0], "Ligne 1" in said[1], "Ligne 2" in said[2]] == [True] * 3

    @pytest.mark.parametrize(
        ("changed", "sentence"),
        [
            ({"source": ""}, "Remplissez « Source »"),
            ({"source": "x" * 501}, "trop long"),
            ({"indicateur": replace(CRECHES, libelle="")}, "Remplissez « Nom de l'indicateur »"),
            ({"indicateur": replace(CRECHES, libelle="l" * 301)}, "trop long"),
            ({"indicateur": replace(CRECHES, unite="u" * 61)}, "trop long"),
        ],
    )
    def test_source_and_name_are_needed(self, changed, sentence):
        assert sentence in wrong(("Le Cours", "1"), dite=replace(DITE, **changed))[0]

    @given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=6))
    def test_whatever_is_pasted_the_answer_is_a_table_or_sentences(self, lignes):
        found = saisie.chiffres(lignes, DITE, LIEUX)

        assert isinstance(found, Tableau | Refus)
        if isinstance(found, Tableau):
            keys = found.valeurs[["niveau", "code_territoire"]]
            assert not keys.duplicated().any()


ASKED = Question(
    enquete="Enquête 2025",
    annee=2025,
    source="Papier",
    axe=Axe.EMPLOI,
    question="Du mal à finir le mois ?",
    repondants=40,
    reponses=(),
)


def test_a_name_that_is_almost_ours_is_asked_about():
    (told,) = wrong(("Amberieu en Bugeye", "3"))
    (unknown,) = wrong(("Lyon", "3"))

    assert "vouliez-vous dire Ambérieu-en-Bugey ?" in told
    assert "n'est ni une commune de votre territoire" in unknown


class TestQuestion:
    def test_answers_and_counts(self):
        found = saisie.question([("Oui", "12"), ("", ""), ("Non", " 28 ")], ASKED)

        assert isinstance(found, Question)
        assert [(r.modalite, r.effectif) for r in found.reponses] == [("Oui", 12), ("Non", 28)]

    @pytest.mark.parametrize(
        ("lignes", "sentence"),
        [
            ([("Oui", "douze")], "« douze » n'est pas un nombre de personnes"),
            ([("Oui", "-3")], "n'est pas un nombre de personnes"),
            ([("Oui", "1,5")], "n'est pas un nombre de personnes"),
            ([("Oui", "")], "n'est pas un nombre de personnes"),
            ([("Oui", "41")], "41 personnes pour 40 répondants"),
            ([("", "3")], "la case est vide"),
            ([("Oui", "3"), ("oui", "4")], "Ligne 2 : « oui » figure deux fois"),
            ([("x" * 201, "3")], "trop long"),
            ([], "aucune ligne n'est remplie"),
            ([(f"R{n}", "1") for n in range(41)], "plus de 40 lignes"),
        ],
    )
    def test_what_is_wrong_is_said_with_its_row(self, lignes, sentence):
        said = phrases(saisie.question(lignes, ASKED))

        assert any(sentence.lower() in phrase.lower() for phrase in said)

    def test_more_answers_than_people_need_the_box(self):
        lignes = [("Oui", "30"), ("Non", "20")]
        (said,) = phrases(saisie.question(lignes, ASKED))

        assert said.startswith("50 réponses pour 40 répondants. Cochez « Plusieurs réponses")
        found = saisie.question(lignes, replace(ASKED, multiple=True))
        assert isinstance(found, Question)
        assert found.multiple

    @pytest.mark.parametrize(
        ("changed", "sentence"),
        [
            ({"enquete": " "}, "Titre de l'enquête"),
            ({"source": ""}, "Source"),
            ({"question": ""}, "Question posée"),
        ],
    )
    def test_title_source_and_question_are_needed(self, changed, sentence):
        said = phrases(saisie.question([("Oui", "3")], replace(ASKED, **changed)))

        assert sentence in said[0]
