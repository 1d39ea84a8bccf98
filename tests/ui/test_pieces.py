"""The drawing pieces: what people wrote is shown as they wrote it, and figures are sound."""

import pytest
from streamlit.testing.v1 import AppTest

from psdt.ui import francais, guide, look


def drawn(script: str) -> str:
    """Return the HTML that a script of the pages draws."""
    app = AppTest.from_string(
        f"import pandas as pd\nfrom psdt import ui\n{script}", default_timeout=10
    ).run()
    assert not app.exception
    return "".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize(
    ("script", "shown"),
    [
        ("ui.key_figures([ui.KeyFigure('<b>1', 'a')])", "&lt;b&gt;1"),
        ("ui.key_figures([ui.KeyFigure('1', '<b>a')])", "&lt;b&gt;a"),
        ("ui.key_figures([ui.KeyFigure('1', 'a', '<b>c')])", "&lt;b&gt;c"),
        ("ui.question('<img src=x>', place=0)", "&lt;img src=x&gt;"),
        ("ui.question('Où ?', '<script>', place=0)", "&lt;script&gt;"),
        ("ui.progress(1, 2, left='<i>')", "<span>&lt;i&gt;</span>"),
        ("ui.progress(1, 2, left='1', right='<i>')", "<span>&lt;i&gt;</span>"),
        ("ui.source('<a href=x>')", "&lt;a href=x&gt;"),
        ("ui.recorded('<p>')", "✓ &lt;p&gt;"),
        ("ui.table(pd.DataFrame({'<b>': ['1']}), caption='a')", '<th scope="col">&lt;b&gt;</th>'),
        ("ui.table(pd.DataFrame({'a': ['<i>']}), caption='a')", "<td>&lt;i&gt;</td>"),
        ("ui.table(pd.DataFrame({'a': ['{0}=1+1']}), caption='a')", "<td>{0}=1+1</td>"),
        ("ui.table(pd.DataFrame({'a': ['1']}), caption='\"<p>')", 'aria-label="&quot;&lt;p&gt;"'),
    ],
)
def test_a_text_is_shown_as_it_is(script, shown):
    assert shown in drawn(script)


def test_a_fragile_figure_is_marked():
    body = drawn("ui.key_figures([ui.KeyFigure('1', 'a', fragile=True), ui.KeyFigure('2', 'b')])")

    assert body.count('class="fragile"') == 1


def test_a_table_of_small_blocks_names_each_cell():
    frame = "pd.DataFrame({'Quoi {faire}': ['<i>']})"
    body = drawn(f"ui.table({frame}, caption='a', stacked=True)")

    assert '<td data-label="Quoi {faire}">&lt;i&gt;</td>' in body


def test_a_table_says_what_it_is_and_aligns_its_numbers():
    frame = "pd.DataFrame({'Enjeu': ['Se loger'], 'Score': ['79,2']})"
    body = drawn(f"ui.table({frame}, caption='Les rangs', numbers=['Score'])")

    assert "<caption>Les rangs</caption>" in body
    assert '<th scope="col" class="number">Score</th>' in body
    assert '<td>Se loger</td><td class="number">79,2</td>' in body


def test_progress_without_anything_to_do_is_empty():
    assert "width:0%" in drawn("ui.progress(0, 0, left='rien')")


@pytest.mark.parametrize("asset", sorted(look.ASSETS.iterdir()), ids=lambda path: path.name)
def test_no_asset_asks_another_host(asset):
    text = asset.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")

    assert not [word for word in ("http:", "https:", "//cdn", "@import", "url(") if word in text]


@pytest.mark.parametrize("script", [francais.SCRIPT, guide.SCRIPT], ids=["francais", "question"])
def test_a_script_is_a_component_module(script):
    assert "export default function" in script
