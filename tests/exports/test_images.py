"""Figures drawn without a browser, by a process that may die."""

import re
import threading
import time
from html import unescape
from io import BytesIO

import numpy as np
import plotly.graph_objects as go
import pytest
from PIL import Image, ImageFont

from psdt.charts.theme import figure, safe
from psdt.exports import fonts, images


@pytest.fixture(autouse=True)
def _closed():
    """No process outlives a test."""
    yield
    images.fermer()


@pytest.fixture
def bars() -> go.Figure:
    """Two bars, one of them missing, under names that could be read as something else."""
    names = [safe("Berric & <b>Larré"), "#eval $1+1$ 日\u202e"]
    data = [go.Bar(x=np.array([2.5, np.nan]), y=names, orientation="h")]
    return figure(height=200, data=data)


def test_a_figure_is_drawn_with_our_font_and_its_texts_stay_texts(bars):
    drawn = images.svg(bars).decode()

    assert {"Berric & <b>Larré", "#eval $1+1$ □"} <= {
        unescape(text) for text in re.findall(r">([^<>]+)</text>", drawn)
    }
    assert set(re.findall(r"font-family: ([^;]+);", drawn)) == {"PST Sans"}
    assert 'width="604" height="200"' in drawn


def test_the_same_figure_gives_the_same_bytes(bars):
    assert images.svg(bars) == images.svg(bars)


def test_a_picture_for_documents_is_twice_as_large(bars):
    assert Image.open(BytesIO(images.png(bars))).size == (1208, 400)


def test_a_picture_to_share_says_what_it_shows(bars):
    plain = Image.open(BytesIO(images.png(bars, largeur=900)))
    shared = Image.open(
        BytesIO(images.image(bars, titre="Un constat " * 30, sous_titre="%", source="Insee"))
    )

    assert shared.width == 2 * (900 + 48)
    assert shared.height > plain.height + 4 * 2 * 21  # four lines of title at least
    assert shared.convert("L").crop((40, 40, 600, 100)).getextrema()[0] < 60  # ink


def test_typed_arrays_are_read(bars):
    exact = go.Figure(go.Scatter(x=np.arange(5, dtype="float64"), y=np.arange(5, dtype="int16")))

    assert b"scatterlayer" in images.svg(go.Figure(exact.to_dict()))


class TestSeveral:
    @pytest.fixture
    def drawn(self, monkeypatch) -> list:
        """The figures drawn; those without data cannot be."""
        seen = []

        def svg(fig, **size):
            seen.append(fig)
            time.sleep(0.01)
            if not fig.data:
                raise images.DessinError
            return f"<svg>{len(fig.data)}</svg>".encode()

        monkeypatch.setattr(images, "svg", svg)
        return seen

    def test_come_in_order_and_a_failure_is_none(self, bars, drawn):
        asked = [images.Dessin(fig) for fig in (bars, go.Figure(), bars)]

        assert list(images.dessins(asked)) == [b"<svg>1</svg>", None, b"<svg>1</svg>"]

    def test_stop_when_whoever_asked_has_left(self, bars, drawn):
        pictures = images.dessins([images.Dessin(bars)] * 500)
        next(pictures)
        pictures.close()

        assert len(drawn) < 500

    def test_as_png_leave_a_hole_where_there_is_none(self, bars):
        assert images.matrices([None, images.svg(bars), b"<not a picture"]) == [
            None,
            images.png(bars),
            None,
        ]


def test_a_figure_drawn_once_gives_both_pictures(bars):
    assert images.matrice(images.svg(bars)) == images.png(bars)


class TestTheProcess:
    def test_starts_again_when_killed(self, bars):
        images.png(bars)
        for one in images._processus:
            if one._child:
                one._child.kill()
                one._child.wait()

        assert images.png(bars)

    def test_is_killed_when_late(self, bars, monkeypatch):
        monkeypatch.setattr(images, "SECONDES", 0.001)

        with pytest.raises(images.DessinError, match="too long"):
            images.png(bars)

    def test_that_cannot_start_is_an_error_and_not_a_wait(self, bars, monkeypatch):
        monkeypatch.setattr(images.images_graveur, "__file__", "/nowhere.py")

        with pytest.raises(images.DessinError, match="died"):
            images.png(bars)

    def test_is_renewed(self, bars, monkeypatch):
        monkeypatch.setattr(images, "RECYCLAGE", 1)
        images.png(bars)
        (first,) = [one._child.pid for one in images._processus if one._child]
        images.png(bars)
        (second,) = [one._child.pid for one in images._processus if one._child]

        assert first != second

    def test_serves_several_people_at_once(self, bars):
        drawn = []
        threads = [
            threading.Thread(target=lambda: drawn.append(images.png(bars))) for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(set(drawn)) == 1
        assert len(drawn) == 4


class TestFonts:
    @pytest.mark.parametrize("style", ["Regular", "Semibold", "Bold", "Italic"])
    def test_have_the_letters_they_are_said_to_have(self, style):
        font = ImageFont.truetype(fonts.DOSSIER / f"PSTSans-{style}.ttf", 20)
        absent = bytes(font.getmask("\U0001f642"))
        drawn = [c for c in fonts.couverture() if bytes(font.getmask(c)) == absent]

        assert font.getname()[0].startswith("PST Sans")
        assert drawn == []

    def test_have_what_french_documents_need(self):
        assert fonts.couverture().issuperset("ÉÈÀÇŒœæ«»’–—…€°²→≥≤−●\u202f\u00a0")

    def test_drop_what_turns_or_hides_a_text(self):
        assert fonts.propre("a\u202eb\u200bc\u00add\x00e\nf") == "abcde f"
