"""The demonstration, as those who open it find it."""

from datetime import UTC, date, datetime

import pytest

from psdt.demo import donnees, play
from psdt.demo.avis import Avis
from psdt.domain.demarche import Etape, NatureActivite, StatutActivite
from psdt.domain.elements import Nature, NatureLien, StatutElement
from psdt.domain.indicators import Niveau
from psdt.domain.people import Actor, College, Mandat, Role
from psdt.domain.priorites import Liste
from psdt.errors import DejaInstalleError
from psdt.services import (
    access,
    accueil,
    criteres,
    locales,
    notation,
    rattachements,
    seances,
    signaux,
)
from psdt.services.access import Profil
from psdt.services.ensemble import ensemble
from psdt.store import demarches, journal
from psdt.store import elements as store

NOW = datetime.now(UTC)
DONNEES = donnees.read()


def enter(db, profil: Profil) -> Actor:
    """Come in with one click."""
    return access.identify(db, access.sign_in_demonstration(db, profil, now=NOW), now=NOW)


def test_its_territoire_is_said(played):
    with played.read() as session:
        agent = enter(played, Profil.AGENT)
        assert demarches.lieu(session, agent.demarche_id) == (Niveau.EPCI, "245614383")
    whole = ensemble(played, agent)
    assert (len(whole.communes), len(whole.references), whole.autres) == (13, 4, ())
    assert all(commune.contour for commune in whole.communes)


@pytest.mark.parametrize(
    ("profil", "role", "mandats"),
    [
        (Profil.AGENT, Role.AGENT, set()),
        (Profil.ELU, Role.ELU, set()),
        (
            Profil.COMMISSION,
            Role.ELU,
            {Mandat.CONSEIL_ADMINISTRATION, Mandat.COMMISSION_PERMANENTE},
        ),
        (Profil.HABITANT, Role.HABITANT, set()),
    ],
)
def test_each_profile_comes_in_with_one_click(played, profil, role, mandats):
    actor = enter(played, profil)

    assert (actor.role, set(actor.mandats)) == (role, mandats)


def test_the_home_shows_a_demarche_that_reached_its_last_step(played):
    home = accueil.overview(played, enter(played, Profil.AGENT), today=NOW.date())

    assert home.demarche.demonstration
    assert home.demarche.organisme == "CIAS de démonstration"
    assert home.etape is Etape.PRIORITES
    assert all(home.seances.values())
    assert sum(map(len, home.seances.values())) == 7


def test_every_word_of_the_example_is_there(played):
    agent = enter(played, Profil.AGENT)
    said = accueil.overview(played, agent, today=NOW.date()).paroles

    assert said["OBJECTIF"] == len(DONNEES.objectifs)
    for nature in Nature:
        if nature not in {Nature.OBJECTIF, Nature.CRITERE, Nature.ACTION}:
            assert said[nature.name] == len(DONNEES.elements_of(nature.name.lower()))


def test_every_objectif_hangs_on_one_of_the_fourteen_enjeux(played):
    agent = enter(played, Profil.AGENT)
    with played.read() as session:
        attached = store.targets(session, agent.demarche_id, NatureLien.RATTACHE)
        reworded = store.targets(session, agent.demarche_id, NatureLien.REFORMULE)
        objectifs = store.of_demarche(session, agent.demarche_id, Nature.OBJECTIF)

    assert {o.id for o in objectifs} == set(attached)
    assert len(set(attached.values())) == 14
    assert set(attached.values()) <= set(reworded)
    assert {o.college for o in objectifs} == set(College) - {College.ELUS}


def test_what_was_set_aside_kept_its_reason(played):
    with played.read() as session:
        demarche = enter(played, Profil.AGENT).demarche_id
        every = [
            store.get(session, e.id)
            for e in store.of_demarche(session, demarche, Nature.ENJEU, list(StatutElement))
        ]

    assert sum(bool(e.motif) for e in every) == 10


def test_five_weighted_criteria_came_out_of_the_ranking_of_the_elus(played):
    agent = enter(played, Profil.AGENT)
    (ranking,) = seances.activites_of(played, agent, NatureActivite.VOTE)
    weights = criteres.weights(played, agent, ranking.id)

    assert list(weights) == list(criteres.listed(played, agent, Liste.ENJEUX))
    assert len(weights) == 5
    assert sum(weights.values()) == 1
    assert len(set(weights.values())) == 5


def test_one_notation_is_closed_and_one_waits_for_phones(played):
    agent = enter(played, Profil.AGENT)
    opened, closed = seances.activites_of(played, agent, NatureActivite.NOTATION)

    assert (closed.statut, opened.statut) == (StatutActivite.CLOSE, StatutActivite.OUVERTE)
    assert len(closed.parametres["elements"]) == 14
    assert len(opened.parametres["elements"]) == 7


@pytest.mark.parametrize("profil", [Profil.ELU, Profil.HABITANT])
def test_a_phone_finds_thirty_five_questions_that_it_has_not_answered(played, profil):
    actor = enter(played, profil)
    (activite,) = notation.ouvertes(played, actor)
    grille = notation.grille(played, actor, activite.id)

    assert len(grille.questions) == 35
    assert not grille.notes


def test_the_journal_holds(played):
    with played.read() as session:
        assert journal.is_whole(session, enter(played, Profil.AGENT).demarche_id)


def test_never_on_the_base_of_a_real_demarche(db, agent):
    with pytest.raises(DejaInstalleError):
        play()


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 11, 24), date(2026, 11, 19)),
        (date(2027, 3, 10), date(2027, 3, 4)),
        (date(2027, 3, 11), date(2027, 3, 11)),
        (date(2029, 1, 1), date(2027, 3, 11)),
    ],
)
def test_no_seance_is_still_to_come(today, last):
    plans = DONNEES.demarche["seances"]
    days = donnees.dates(plans, today=today)

    assert max(days.values()) == last
    assert [days[p["code"]].weekday() for p in plans] == [p["date"].weekday() for p in plans]


class TestAvis:
    """The answers of people who do not exist."""

    CRITERES = tuple(DONNEES.demarche["criteres"])

    def drawn(self, college: College, enjeu: str, n: int = 400) -> list[int | None]:
        avis = Avis(DONNEES.avis)
        return [
            niveau
            for _ in range(n)
            for _, _, niveau in avis.levels(college, [enjeu], self.CRITERES)
        ]

    def test_are_the_same_each_time(self):
        assert self.drawn(College.ELUS, "E01") == self.drawn(College.ELUS, "E01")

    def test_leave_about_one_question_in_twelve_without_answer(self):
        levels = self.drawn(College.HABITANTS, "E05")

        assert 0.06 < levels.count(None) / len(levels) < 0.10

    def test_make_two_camps_of_the_enjeu_that_divides(self):
        levels = set(self.drawn(College.HABITANTS, "E10"))

        assert levels == {1, 4, None}

    def test_elus_and_habitants_differ_on_mental_health(self):
        elus, habitants = (
            [n for n in self.drawn(college, "E04") if n]
            for college in (College.ELUS, College.HABITANTS)
        )

        assert sum(habitants) / len(habitants) - sum(elus) / len(elus) > 0.8


def test_the_answers_of_residents_may_all_be_shown(played):
    shown = locales.questions(played, enter(played, Profil.ELU))

    assert len(shown) == 6
    assert all(result.parts and not result.fragile for result in shown)
    assert [result.question for result in shown if result.multiple] == [
        row["question"].replace(" ?", "\u202f?")
        for row in DONNEES.enquete
        if "coût" in row["modalite"]
    ]
    assert {result.source for result in shown} == {"Questionnaire inventé pour la démonstration"}
    asked = {(row["question"], row["repondants"]) for row in DONNEES.enquete}
    assert len(asked) == 6


def test_sentences_of_the_figures_ground_the_final_enjeux(played):
    agent = enter(played, Profil.AGENT)
    said = {signal.phrase for signal in signaux.signaux(played, agent)}

    kept = [
        constat
        for enjeu in rattachements.constats(played, agent)
        for constat in enjeu.constats
        if constat.texte in said
    ]

    assert len(kept) == len(DONNEES.signaux) == 4
