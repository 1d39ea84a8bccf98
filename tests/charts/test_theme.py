"""The look of the figures, and what they make of texts written by people."""

import re

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.charts import theme


def test_a_figure_is_in_french_and_has_no_title_of_its_own():
    figure = theme.figure(height=300)

    assert figure.layout.template.layout.separators == ",\u202f"
    assert figure.layout.height == 300
    assert figure.layout.title.text is None


def test_a_chart_has_no_button_of_its_own_and_nothing_leaves_for_another_host():
    assert theme.CONFIG["displayModeBar"] is False
    assert theme.CONFIG["plotlyServerURL"] == ""


@pytest.mark.parametrize("text", ["<b>gras</b>", "<a href='http://x'>lien</a>", "a &lt; b"])
def test_a_text_is_shown_word_for_word(text):
    assert "<" not in theme.safe(text)
    assert theme.safe("a & b") == "a &amp; b"


def test_lines_are_cut_between_words_and_made_safe():
    assert theme.wrap("Permettre aux <i>aînés</i> de rester", 14) == (
        "Permettre aux<br>&lt;i&gt;aînés&lt;/i&gt;<br>de rester"
    )
    assert theme.wrap("", 10) == ""


@given(st.text(max_size=60), st.text(max_size=60))
def test_more_letters_are_never_narrower(text, more):
    assert theme.text_width([text + more]) >= theme.text_width([text])
    assert theme.text_width([text, more]) == max(theme.text_width([t]) for t in (text, more))


@pytest.mark.parametrize("colours", [theme.THEMES, theme.SEQUENCE, theme.DIVERGENCE])
def test_the_colours_of_a_chart_are_told_apart(colours):
    drawn = go.Figure(go.Bar(x=[1] * len(colours), marker={"color": colours}))

    assert tuple(drawn.data[0].marker.color) == colours
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours)
    assert len(set(colours)) == len(colours)
