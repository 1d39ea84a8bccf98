"""The way back from a wrong file of outlines."""

import json

import pytest

from psdt.domain.people import Role
from psdt.errors import AccessDeniedError, ContoursInchangesError
from psdt.services import contours, import_abs, territoire
from psdt.services.ensemble import ensemble
from psdt.store import journal
from tests.services.test_territoire import CARTE, wanted

CASES = ("01004", "01007")


def carte(*codes: str, east: float) -> bytes:
    """Return a map where these communes are squares, as far east as one says."""
    square = [[east, 45], [east + 0.1, 45], [east + 0.1, 45.1], [east, 45.1], [east, 45]]
    features = [
        {
            "type": "Feature",
            "properties": {"code": code},
            "geometry": {"type": "Polygon", "coordinates": [square]},
        }
        for code in codes
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


@pytest.fixture(autouse=True)
def demarche(db, agent):
    territoire.adopt(db, agent, wanted())


def drawn(db, agent) -> dict[str, str | None]:
    return {c.code: c.contour for c in ensemble(db, agent).communes}


def test_the_first_file_is_taken_back(db, agent):
    assert contours.former(db, agent) is None
    territoire.draw(db, agent, "carte.geojson", CARTE)
    assert contours.former(db, agent) == 0

    contours.restore(db, agent)

    assert set(drawn(db, agent).values()) == {None}
    with db.read() as session:
        assert journal.is_whole(session, agent.demarche_id)


def test_a_wrong_file_gives_way_to_those_it_replaced(db, agent):
    territoire.draw(db, agent, "bon.geojson", carte(*CASES, east=5))
    good = drawn(db, agent)
    territoire.draw(db, agent, "faux.geojson", carte("01004", east=2))
    wrong = drawn(db, agent)
    assert wrong["01004"] != good["01004"]
    assert wrong["01007"] == good["01007"]
    assert contours.former(db, agent) == 2

    contours.restore(db, agent)
    assert drawn(db, agent) == good
    assert contours.former(db, agent) is None


def test_a_file_brought_twice_does_not_hide_what_was_before(db, agent):
    territoire.draw(db, agent, "bon.geojson", carte(*CASES, east=5))
    good = drawn(db, agent)
    for _ in range(2):
        territoire.draw(db, agent, "faux.geojson", carte("01004", east=2))

    contours.restore(db, agent)

    assert drawn(db, agent) == good


def test_the_territoire_may_change_meanwhile(db, agent):
    territoire.draw(db, agent, "bon.geojson", carte("01004", east=5))
    territoire.draw(db, agent, "autre.geojson", carte("01004", east=2))
    territoire.adopt(db, agent, wanted(commune="01007"))
    assert contours.former(db, agent) is None

    territoire.adopt(db, agent, wanted())

    assert contours.former(db, agent) == 1


def test_outlines_that_came_with_the_sample_are_no_file(db, agent):
    import_abs.import_sample(db, agent)

    assert contours.former(db, agent) is None
    with pytest.raises(ContoursInchangesError):
        contours.restore(db, agent)


@pytest.mark.parametrize("role", [Role.ANIMATEUR, Role.ELU])
def test_only_an_agent_puts_them_back(db, invite, role):
    actor = invite(role)
    for attempt in (contours.former, contours.restore):
        with pytest.raises(AccessDeniedError):
            attempt(db, actor)
