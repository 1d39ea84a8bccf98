"""The priority table: what it says, to whom, and what it never gives away."""

from datetime import date
from io import BytesIO
from itertools import chain, combinations
from threading import Thread

import openpyxl
import pandas as pd
import pytest

from psdt.analytics.priorities import prioritise
from psdt.domain.demarche import NatureActivite, PlanActivite
from psdt.domain.people import Actor, College, Mandat, Role
from psdt.errors import (
    AccessDeniedError,
    ActiviteInconnueError,
    ActiviteOuverteError,
    CollegeMasqueError,
    TropPeuDeReponsesError,
)
from psdt.services import priorites, seances
from psdt.services.tableau import Tableau
from psdt.store import activites, journal
from psdt.store import priorites as store
from psdt.words import classeur as mots
from tests import notation as scene
from tests.conftest import NOW
from tests.priorites import HIGH, LOW, answered, closed, six_elus

JOUR = date(2026, 3, 20)


@pytest.fixture
def table(db, agent):
    """Close a notation and read it: ``table(groups, college=…)``."""

    def table(groups, college=None, **what) -> Tableau:
        activite = closed(db, agent, groups, **what)
        return priorites.tableau(db, agent, activite, college, jour=JOUR)

    return table


def test_ranks_the_enjeux_and_says_how_much_people_agree(table):
    shown = table({Role.ELU: [(HIGH, LOW)] * 5 + [(HIGH, HIGH)]})

    assert shown.enjeux["enjeu"].tolist() == list(scene.ENJEUX)
    assert shown.enjeux["rang"].tolist() == [1, 2]
    assert shown.enjeux["score"].round(1).tolist() == [100.0, 16.7]
    assert shown.enjeux["reponses"].tolist() == [6, 6]
    assert shown.enjeux["mot"].tolist() == ["consensus", "partagé"]
    assert shown.constats["scores"].endswith(
        "aidants\u00a0» arrive en tête, avec 100,0 points sur 100"
    )
    assert shown.constats["accord"] == "Les réponses se rejoignent sur 1\u00a0enjeu sur 2"
    assert (shown.n_personnes, shown.effectifs) == (6, {"Élus": 6})


def test_says_what_each_criterion_brings_to_a_score(table):
    shown = table(six_elus())

    assert shown.criteres["poids"].tolist() == [pytest.approx(1 / 3)] * 3
    assert shown.detail["points"].groupby(level="item").sum().tolist() == [100.0, 0.0]
    assert shown.moyennes.to_numpy().tolist() == [[4, 4, 4], [1, 1, 1]]


def test_equal_scores_are_a_tie(table):
    shown = table(six_elus(HIGH, HIGH))

    assert shown.enjeux["rang"].tolist() == [1, 1]
    assert shown.enjeux["ex_aequo"].all()
    assert "arrivent en tête à égalité, avec 100,0 points" in shown.constats["scores"]


def test_says_which_criterion_tells_the_enjeux_apart(table):
    shown = table({Role.ELU: [([HIGH, LOW, LOW], [LOW, LOW, LOW])] * 5})
    first = shown.criteres["critere"].iloc[0]

    assert f"«\u00a0{first}\u00a0», de 1,0 à 4,0" in shown.constats["grille"]


def test_no_opinion_is_missing_not_zero(table):
    """Two élus have no opinion on the first enjeu: it still scores 100."""
    shown = table({Role.ELU: [(HIGH, LOW)] * 5 + [([None] * 3, LOW)] * 2})

    assert shown.enjeux["score"].tolist() == [100.0, 0.0]
    assert shown.enjeux["reponses"].tolist() == [5, 7]
    assert shown.n_personnes == 7


def test_somebody_without_any_opinion_is_not_counted(table):
    with pytest.raises(TropPeuDeReponsesError):
        table({Role.ELU: [(HIGH, LOW)] * 4 + [([None] * 3, [None] * 3)]})


def test_a_cell_of_few_answers_is_empty_and_does_not_weigh(table):
    """Four answers on the second criterion: it counts for nobody, even in the score."""
    shown = table({Role.ELU: [([LOW, HIGH, LOW],)] * 4 + [([LOW, None, LOW],)] * 3})
    first = shown.detail.loc[shown.enjeux.index[0]]

    assert first["reponses"].tolist() == [7, pd.NA, 7]
    assert "1\u00a0enjeu a un critère qui compte trop peu" in shown.regles[-1]
    assert shown.enjeux["score"].iloc[0] == 0.0


def test_an_enjeu_that_few_people_judged_is_not_ranked(table):
    shown = table({Role.ELU: [(HIGH, LOW)] * 4 + [(HIGH,)] * 2})

    assert shown.enjeux["rang"].tolist() == [1, pd.NA]
    assert shown.enjeux["reponses"].tolist() == [6, pd.NA]
    assert shown.enjeux["mot"].isna().tolist() == [False, True]


def test_reads_each_college_apart_and_together(table):
    groups = {Role.ELU: [(HIGH, LOW)] * 5, Role.HABITANT: [(LOW, HIGH)] * 6}
    together = table(groups)
    habitants = table(groups, College.HABITANTS)

    assert together.colleges == (College.ELUS, College.HABITANTS)
    assert together.effectifs == {"Élus": 5, "Habitants": 6}
    assert habitants.effectifs == {"Habitants": 6}
    assert habitants.fichier == "2026-03-20_cias_priorites-habitants_v1.xlsx"
    assert next(iter(habitants.classes.values())) == scene.ENJEUX[1]
    assert habitants.enjeux["reponses"].tolist() == [6, 6]


def test_one_college_alone_has_no_filter(table):
    assert table(six_elus()).colleges == ()
    assert not table(six_elus()).masques


class TestFewPeople:
    """Under five people, nothing; and nothing that a subtraction would give back."""

    def test_under_five_in_all_nothing_is_shown(self, table):
        with pytest.raises(TropPeuDeReponsesError):
            table({Role.ELU: [(HIGH, LOW)] * 2, Role.HABITANT: [(LOW, HIGH)] * 2})

    @pytest.mark.parametrize("college", [College.HABITANTS, College.PARTENAIRES])
    def test_a_small_college_is_hidden_with_the_smallest_other_one(self, table, college):
        groups = {
            Role.ELU: [(HIGH, LOW)] * 7,
            Role.HABITANT: [(LOW, HIGH)] * 2,
            Role.PARTENAIRE: [(LOW, LOW)] * 5,
        }
        shown = table(groups)

        assert shown.colleges == (College.ELUS,)
        assert shown.masques
        assert shown.effectifs == {"Élus": 7}
        with pytest.raises(CollegeMasqueError):
            table(groups, college)

    def test_no_subtraction_of_tables_gives_a_few_answers_back(self, db, agent):
        """Habitants mostly have no opinion on one criterion: there, everybody is hidden."""
        groups = {
            Role.ELU: [(HIGH, LOW)] * 6,
            Role.HABITANT: [([HIGH, None, LOW], LOW)] * 5 + [([HIGH, LOW, LOW], LOW)] * 2,
            Role.PARTENAIRE: [(LOW, LOW)] * 5,
        }
        activite = closed(db, agent, groups)
        views = [
            priorites.tableau(db, agent, activite, college, jour=JOUR).detail["reponses"]
            for college in (None, College.ELUS, College.HABITANTS, College.PARTENAIRES)
        ]
        counts = pd.concat(views, axis=1).fillna(0).to_numpy()

        assert [row.tolist() for row in counts][1] == [13, 6, 0, 0]
        for total, *apart in counts:
            subsets = chain.from_iterable(combinations(apart, k) for k in range(4))
            assert all(rest == 0 or rest >= 5 for rest in (total - sum(s) for s in subsets))


class TestWho:
    def test_nobody_reads_before_the_close(self, db, agent):
        activite = answered(db, agent, six_elus())

        for read in (priorites.tableau, priorites.classeur):
            with pytest.raises(ActiviteOuverteError):
                read(db, agent, activite, jour=JOUR)

    @pytest.mark.parametrize("role", [Role.HABITANT, Role.PARTENAIRE, Role.FINANCEUR])
    def test_the_forum_does_not_read_it(self, db, agent, invite, role):
        activite = closed(db, agent, six_elus())

        with pytest.raises(AccessDeniedError):
            priorites.tableau(db, invite(role), activite, jour=JOUR)

    def test_an_appointed_member_of_the_conseil_reads_it_and_takes_it(self, db, agent, invite):
        activite = closed(db, agent, six_elus())
        member = invite(Role.PARTENAIRE, mandats=[Mandat.CONSEIL_ADMINISTRATION])

        assert priorites.tableau(db, member, activite, jour=JOUR).n_personnes == 6
        assert priorites.classeur(db, member, activite, jour=JOUR)

    def test_an_elu_reads_it_and_does_not_take_it(self, db, agent, invite):
        activite, elu = closed(db, agent, six_elus()), invite()

        assert priorites.tableau(db, elu, activite, jour=JOUR).n_personnes == 6
        with pytest.raises(AccessDeniedError):
            priorites.classeur(db, elu, activite, jour=JOUR)

    def test_the_agent_of_another_demarche_reads_nothing(self, db, agent):
        activite = closed(db, agent, six_elus())
        stranger = Actor(id=agent.id, demarche_id=agent.demarche_id + 1, role=Role.AGENT)

        with pytest.raises(AccessDeniedError):
            priorites.tableau(db, stranger, activite, jour=JOUR)
        assert priorites.closes(db, stranger) == {}

    def test_only_notations_have_a_table(self, db, agent):
        plan = PlanActivite(
            nature=NatureActivite.VOTE, titre="Les valeurs", parametres={"criteres": [1]}
        )
        vote = seances.prepare(db, agent, plan)
        seances.open_activite(db, agent, vote, now=NOW)

        with pytest.raises(ActiviteInconnueError):
            priorites.tableau(db, agent, vote, jour=JOUR)
        assert priorites.closes(db, agent) == {}

    def test_only_closed_notations_are_listed_latest_first(self, db, agent):
        scene.prepare(db, agent, scene.scored(db, agent))
        answered(db, agent, six_elus())
        first, second = (closed(db, agent, six_elus()) for _ in range(2))

        assert list(priorites.closes(db, agent)) == [second, first]


class TestWorkbook:
    @pytest.mark.filterwarnings("ignore:.*xtension is not supported")
    def test_says_what_the_screen_says(self, db, agent):
        groups = {Role.ELU: [(HIGH, LOW)] * 6, Role.HABITANT: [(LOW, LOW)] * 2}
        activite = closed(db, agent, groups, enjeux=("=1+1", "@SUM(A1)"))
        content = priorites.classeur(db, agent, activite, jour=JOUR)
        workbook = openpyxl.load_workbook(BytesIO(content), data_only=True)
        sheet = workbook[mots.PRIORITES]

        assert [cell.value for cell in sheet[7]][:2] == [1, "=1+1"]
        assert [cell.value for cell in sheet[7]][5:] == [75, 8, "clivant"]
        assert workbook[mots.DETAIL]["A6"].value == "=1+1"
        assert workbook[mots.DETAIL].max_row == 5 + 6

    def test_as_text_too(self, db, agent):
        activite = closed(db, agent, {Role.ELU: [(HIGH, LOW)] * 6}, enjeux=("=1+1", "Autre"))
        content = priorites.classeur(db, agent, activite, jour=JOUR, extension="csv")

        first = content.decode("utf-8-sig").splitlines()[1].split(";")
        assert first[:2] == ['"1"', '"\'=1+1"']
        assert priorites.tableau(db, agent, activite, jour=JOUR).fichier.endswith("_v2.xlsx")

    @pytest.mark.filterwarnings("ignore:.*xtension is not supported")
    def test_of_a_college_hides_what_the_screen_hides(self, db, agent):
        groups = {Role.ELU: [(HIGH, LOW)] * 6, Role.HABITANT: [(LOW, HIGH)] * 3}
        activite = closed(db, agent, groups)

        with pytest.raises(CollegeMasqueError):
            priorites.classeur(db, agent, activite, College.HABITANTS, jour=JOUR)
        with pytest.raises(CollegeMasqueError):
            priorites.classeur(db, agent, activite, College.ELUS, jour=JOUR)

    def test_is_computed_while_others_write(self, db, agent, monkeypatch):
        """Phones that vote elsewhere do not wait for the calculations of an export."""
        activite = closed(db, agent, six_elus())
        waited = []

        def write() -> None:
            with db.write():
                pass

        def computing(*what):
            other = Thread(target=write, daemon=True)
            other.start()
            other.join(timeout=2)
            waited.append(other.is_alive())
            return prioritise(*what)

        monkeypatch.setattr(priorites, "prioritise", computing)
        priorites.classeur(db, agent, activite, jour=JOUR)

        assert waited == [False]

    def test_what_could_not_be_made_was_not_taken(self, db, agent):
        activite = closed(db, agent, {Role.ELU: [(HIGH, LOW)] * 4})

        with pytest.raises(TropPeuDeReponsesError):
            priorites.classeur(db, agent, activite, jour=JOUR)
        with db.read() as session:
            titre = activites.get(session, activite).titre
            assert store.n_exports(session, agent.demarche_id, titre) == 0

    def test_taking_it_is_written_in_the_journal_and_numbers_the_next(self, db, agent):
        activite = closed(db, agent, six_elus())
        before = priorites.tableau(db, agent, activite, jour=JOUR)
        priorites.classeur(db, agent, activite, jour=JOUR)
        after = priorites.tableau(db, agent, activite, jour=JOUR)

        assert before.fichier == "2026-03-20_cias_priorites_v1.xlsx"
        assert after.fichier == "2026-03-20_cias_priorites_v2.xlsx"
        with db.read() as session:
            assert journal.is_whole(session, agent.demarche_id)
