"""A file is built at the click, for whoever is signed in then."""

from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from psdt import ui
from psdt.charts.theme import figure
from psdt.errors import NotConnectedError
from psdt.exports import images
from psdt.services import access
from psdt.ui.downloads import _builder, at_click
from psdt.ui.figures import _picture


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


class TestPicture:
    """The button under a chart."""

    FIG = figure(height=100, data=[{"type": "bar", "x": ["Berric"], "y": [1]}])

    @pytest.fixture(autouse=True)
    def _closed(self):
        yield
        images.fermer()

    def test_is_drawn_at_the_click_with_its_words(self):
        plain, said = (
            _picture(self.FIG, title, "Un taux (%)", "Source : Insee.")
            for title in ("", "Un constat")
        )

        assert said.startswith(b"\x89PNG")
        assert said != plain

    def test_is_as_wide_as_the_figure_asks(self):
        wide = figure(height=100, data=self.FIG.data, layout={"meta": {"largeur": 1180}})
        sizes = [
            int.from_bytes(_picture(fig, "", "", "")[16:20], "big") for fig in (self.FIG, wide)
        ]

        assert sizes[1] - sizes[0] == images.ZOOM * (1180 - images.LARGEUR_SEULE)

    def test_that_cannot_be_drawn_is_an_incident_in_the_log(self, monkeypatch, caplog):
        def fail(*_args, **_kwargs):
            raise images.DessinError("too long")

        monkeypatch.setattr(images, "image", fail)

        with pytest.raises(images.DessinError):
            at_click(partial(_picture, self.FIG, "", "", ""))()
        assert "incident" in caplog.text
        assert "too long" not in caplog.text

    def test_is_not_drawn_before(self, monkeypatch):
        monkeypatch.setattr(images, "image", None)
        script = (
            "from psdt import ui\nfrom psdt.charts.theme import figure\n"
            "ui.image(figure(height=100), file_name='a.png', title='Un constat')"
        )
        app = AppTest.from_string(script, default_timeout=10).run()

        assert not app.exception
        assert app.get("download_button")[0].proto.label == "Image"
