"""A file is built at the click, for whoever is signed in then."""

import pytest

from psdt import ui
from psdt.errors import NotConnectedError
from psdt.services import access
from psdt.ui.downloads import _builder


@pytest.fixture
def here(db, join) -> ui.Context:
    """The page of somebody who has just come in."""
    return ui.Context(db, join(), visitor=None)


@pytest.fixture
def file() -> ui.Download:
    return ui.Download("Classeur", "essai.txt", lambda _, actor: actor.role.name.encode())


def test_the_file_is_for_the_person_of_the_session(here, file):
    assert _builder(here, file)() == b"ELU"


def test_signing_out_meanwhile_gives_no_file(here, file):
    access.sign_out(here.db, here.session_id)

    with pytest.raises(NotConnectedError):
        _builder(here, file)()
