"""The home page."""

from psdt.domain.demarche import NatureActivite, PlanActivite
from psdt.domain.people import Role
from psdt.services import access, import_abs, seances
from psdt.ui import plain
from psdt.words import acces as mots
from psdt.words import accueil, interface
from tests.conftest import NOW, PASSWORD


def drawn(page) -> str:
    return " ".join(block.proto.body for block in page.get("html"))


def test_nobody_sees_the_way_in(visit, demarche_id):
    page = visit("accueil/bienvenue", None)

    assert page.info[0].value == mots.CHEMIN
    assert not page.button


def test_an_empty_base_says_how_to_begin(visit):
    page = visit("accueil/bienvenue", None)

    assert page.text[0].value == mots.VIDE
    assert not page.info


def test_one_click_is_offered_in_the_demonstration_only(visit, db, monkeypatch):
    access.install(db, "Exemple", "CIAS fictif", demonstration=True, now=NOW)
    assert not visit("accueil/bienvenue", None).header

    monkeypatch.setenv("PSDT_DEMO", "1")
    page = visit("accueil/bienvenue", None)
    assert page.header[0].value == mots.DEMONSTRATION
    assert not page.info


def test_one_click_is_never_offered_on_a_real_demarche(visit, demarche_id, monkeypatch):
    monkeypatch.setenv("PSDT_DEMO", "1")

    assert not visit("accueil/bienvenue", None).header


def test_a_person_sees_where_the_demarche_stands(visit, join, forum):
    page = visit("accueil/bienvenue", join())

    assert page.header[0].value == r"Projet social 2027\-2032"
    steps = drawn(page)
    assert steps.count('aria-current="step"') == 1
    assert accueil.jour(NOW.date()) in steps


def test_an_elu_finds_what_is_open(visit, db, agent, join):
    plan = PlanActivite(
        nature=NatureActivite.NOTATION,
        titre="Noter [les](enjeux)",
        parametres={"elements": [1], "poids": [[1, "1"]]},
    )
    activite_id = seances.prepare(db, agent, plan)
    seances.open_activite(db, agent, activite_id, now=NOW)

    links = visit("accueil/bienvenue", join()).get("page_link")

    assert r"Noter \[les\]\(enjeux\)" in [link.proto.label for link in links]


def test_leaving_closes_the_session(visit, db, join):
    session_id = join()

    page = visit("accueil/bienvenue", session_id).button[0].click().run()

    assert page.info[0].value == mots.CHEMIN
    assert access.identify(db, session_id, now=NOW) is None
    assert not page.warning


def test_a_session_closed_in_another_tab_is_said(visit, db, join):
    session_id = join()
    page = visit("accueil/bienvenue", session_id)
    access.sign_out(db, session_id)

    assert page.run().warning[0].value == mots.PERDUE


def test_what_was_not_foreseen_is_a_number_and_never_the_content(visit, join, monkeypatch, caplog):
    def fail(*_args, **_kwargs):
        raise RuntimeError("parole d'une habitante")

    session_id = join()
    monkeypatch.setattr("psdt.services.accueil.overview", fail)

    page = visit("accueil/bienvenue", session_id)

    assert not page.exception
    assert "incident" in page.error[0].value
    number = page.error[0].value.split("incident ")[1][:6]
    assert f"incident {number}: RuntimeError" in caplog.text
    assert "habitante" not in caplog.text + page.error[0].value


def test_a_password_is_not_a_session(visit, demarche_id):
    assert visit("accueil/bienvenue", PASSWORD).info[0].value == mots.CHEMIN


def test_an_agent_is_led_to_the_first_figures_until_there_are_some(visit, db, agent, join):
    session_id = join(Role.AGENT)
    first = set(interface.PREMIERS_PAS.values())

    def offered():
        links = visit("accueil/bienvenue", session_id).get("page_link")
        return {link.proto.label for link in links}

    assert {plain(label) for label in first} <= offered()
    import_abs.import_sample(db, agent)
    assert not {plain(label) for label in first} & offered()
