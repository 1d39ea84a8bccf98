"""The screen where the rapport d'ABS is prepared."""

import pytest

from psdt.domain.people import Mandat, Role
from psdt.domain.propos import Propos
from psdt.exports import images
from psdt.services import abs as service
from psdt.services import propos
from psdt.words import rapport as mots

PAGE = "abs/rapport"


@pytest.fixture(autouse=True)
def _closed():
    yield
    images.fermer()


def test_without_figures_says_what_to_do(visit, join):
    page = visit(PAGE, join(Role.AGENT))

    assert mots.VIDE in [text.value for text in page.text]
    assert not page.button


def test_prepares_then_gives_the_documents(visit, join, db, agent):
    service.import_sample(db, agent)
    page = visit(PAGE, join(Role.AGENT))
    page.pills(key="axes").set_value(["DROITS"])
    page.pills(key="formats").set_value(["pdf"])
    page.checkbox(key="tableaux").uncheck()
    page.button[0].click().run()

    assert not page.exception
    assert not page.error
    assert page.get("download_button")[0].proto.label == mots.TELECHARGER["pdf"]

    page.pills(key="axes").set_value(["DROITS", "SANTE"]).run()

    assert not page.get("download_button")
    assert mots.PERIME in [caption.value.replace("\\", "") for caption in page.caption]


def test_wants_an_axis(visit, join, db, agent):
    service.import_sample(db, agent)
    page = visit(PAGE, join(Role.AGENT))
    page.pills(key="axes").set_value([]).run()

    assert page.button[0].disabled
    assert mots.AUCUN_AXE in [caption.value for caption in page.caption]


def test_is_not_for_an_elu_without_mandate(visit, join):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit(PAGE, join(Role.ELU))


def test_keeps_the_texts_of_an_agent(visit, join, db, agent):
    service.import_sample(db, agent)
    session = join(Role.AGENT)
    page = visit(PAGE, session)
    page.text_area(key="propos-PRESIDENCE").input("Chers collègues").run()

    assert not page.exception
    assert propos.propos(db, agent) == {Propos.PRESIDENCE: "Chers collègues"}
    assert visit(PAGE, session).text_area(key="propos-PRESIDENCE").value == "Chers collègues"


def test_a_window_left_open_takes_no_text_away(visit, join, db, agent):
    service.import_sample(db, agent)
    page = visit(PAGE, join(Role.AGENT))
    propos.ecrire(db, agent, Propos.OFFRE, "Écrit ailleurs")
    page.text_area(key="propos-PRESIDENCE").input("Ici").run()

    assert propos.propos(db, agent) == {Propos.PRESIDENCE: "Ici", Propos.OFFRE: "Écrit ailleurs"}


def test_only_an_agent_writes(visit, join, db, agent):
    service.import_sample(db, agent)
    page = visit(PAGE, join(Role.ELU, mandats=[Mandat.CONSEIL_ADMINISTRATION]))

    assert not page.exception
    assert not page.text_area
