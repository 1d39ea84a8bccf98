"""Comparing: every indicator on its own scale, and nothing written over anything else."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psdt.charts.comparer import HERO, points
from psdt.charts.comparer_ecrits import ABOVE, MARK, NARROWEST, SIDES, WIDEST
from psdt.charts.niveaux import AUTRES, COMMUNES, NIVEAUX
from psdt.charts.pyramide import FEMMES, HOMMES, pyramide
from psdt.charts.theme import FRAGILE, SIZE, THEMES, text_width
from psdt.domain.indicators import Niveau

NOMS = {
    Niveau.COMMUNE: "Berric",
    Niveau.EPCI: "Intercommunalité",
    Niveau.DEPARTEMENT: "Morbihan",
    Niveau.REGION: "Bretagne",
    Niveau.FRANCE: "France",
}
REFERENCES = list(NOMS.items())[1:]


def rows(code, communes, references) -> list[tuple]:
    """Return figures: those of communes, then of larger territoires."""
    own = [
        (code, Niveau.COMMUNE, f"560{n}", f"Commune {n}", value)
        for n, value in enumerate(communes)
    ]
    larger = [
        (code, niveau, niveau.name, nom, value)
        for (niveau, nom), value in zip(REFERENCES, references, strict=False)
    ]
    return own + larger


def valeurs(*parts) -> pd.DataFrame:
    columns = ["code", "niveau", "code_territoire", "nom", "valeur"]
    frame = pd.DataFrame([row for part in parts for row in part], columns=columns, dtype=object)
    frame["valeur"] = frame["valeur"].astype(float)
    return frame.assign(texte=[f"{value:.1f} %".replace(".", ",") for value in frame["valeur"]])


def lignes(**fragile) -> pd.DataFrame:
    frame = pd.DataFrame({"fragile": fragile})
    return frame.assign(libelle=[f"Indicateur {code} (%), 2022" for code in frame.index])


def plain(text: str) -> str:
    for tag in ("<b>", "</b>"):
        text = text.replace(tag, "")
    return text


def boxes(chart, width) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom of all that is written, at a width of the area."""
    found = []
    for note in chart.layout.annotations:
        lines = plain(note.text).split("<br>")
        wide, high = text_width(lines, note.font.size), 19 * len(lines)
        x = note.x * width + (note.xshift or 0)
        left = {"left": x, "right": x - wide, "center": x - wide / 2}[note.xanchor]
        top = note.y if note.yanchor == "top" else note.y - high / 2
        found.append((left, top, left + wide, top + high))
    return found


def meet(a, b) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] - 1 and b[1] < a[3] - 1


class TestPoints:
    def test_each_indicator_has_its_own_scale(self):
        shown = valeurs(rows("A", [2, 4, 12], [6]), rows("B", [21000, 24000], [22500]))
        chart = points(lignes(A=1, B=-1), shown, NOMS, autres="Communes")
        (communes, epci) = chart.data

        assert list(communes.x) == pytest.approx([0, 0.2, 1, 0, 1])
        assert list(epci.x) == pytest.approx([0.4, 0.5])
        assert communes.marker.color == AUTRES
        assert len(set(communes.y)) == 2

    def test_both_ends_say_who_and_how_much_and_the_fragile_one_is_orange(self):
        shown = valeurs(rows("A", [2, 4, 12], [6]), rows("B", [1, 3], [2]), rows("C", [1, 3], []))
        chart = points(lignes(A=1, B=-1, C=0), shown, NOMS, autres="Communes")
        ends = {note.text: note.font.color for note in chart.layout.annotations}

        assert ends["Commune 2 12,0 % ►"] == FRAGILE
        assert ends["Commune 0 2,0 %"] != FRAGILE
        assert ends["◄ Commune 0 1,0 %"] == FRAGILE
        assert [text for text, colour in ends.items() if colour == FRAGILE] == [
            "Commune 2 12,0 % ►",
            "◄ Commune 0 1,0 %",
        ]

    def test_the_chosen_commune_is_large_on_its_line_and_named_first(self):
        shown = valeurs(rows("A", [2, 6, 12], [6, 6.05, 6.1, 11]))
        chart = points(lignes(A=1), shown, NOMS, choisi="5601", autres="Autres communes")
        looks = {trace.name: trace for trace in chart.data}
        own = looks["Berric"]

        assert own.legendrank == min(trace.legendrank or 1000 for trace in chart.data)
        assert own.marker.size == max(trace.marker.size for trace in chart.data)
        assert chart.data[-1] is own
        line, *stems = chart.layout.shapes
        assert own.y[0] == line.y0
        assert len({trace.y[0] for trace in chart.data[1:]}) == 4
        assert [stem.y0 for stem in stems] == [line.y0] * 3
        assert any(note.text == "<b>6,0 %</b>" for note in chart.layout.annotations)

    @settings(max_examples=25)
    @given(st.lists(st.floats(0, 100), min_size=4, max_size=4), st.floats(0, 100))
    def test_no_mark_hides_another_one(self, references, own):
        shown = valeurs(rows("A", [own, 0, 100], references))
        chart = points(lignes(A=1), shown, NOMS, choisi="5600", autres="Autres communes")
        marks = [(trace.x[0], trace.y[0], trace.marker.size) for trace in chart.data[1:]]

        for (x, y, size), (other_x, other_y, other) in combinations(marks, 2):
            near = abs(x - other_x) * NARROWEST < (size + other) / 2 - 0.01
            assert not near or abs(y - other_y) >= (MARK + HERO) / 2

    def test_two_who_tie_at_an_end_are_named_and_three_are_counted(self):
        shown = valeurs(rows("A", [2, 2, 5], [3]))
        two = points(lignes(A=1), shown.assign(nom=list("bcde")), NOMS)
        three = points(lignes(A=1), valeurs(rows("A", [2, 2, 2, 5], [3])), NOMS)

        assert "b, c 2,0 %" in [note.text for note in two.layout.annotations]
        assert "3\u00a0communes 2,0 %" in [plain(note.text) for note in three.layout.annotations]

    def test_levels_differ_by_colour_and_by_shape(self):
        shown = valeurs(rows("A", [2, 6], [3, 4, 5, 7]))
        chart = points(lignes(A=1), shown, NOMS, choisi="5601", autres="Autres communes")

        assert len({trace.marker.color for trace in chart.data}) == 6
        marks = [trace.marker.symbol for trace in chart.data[1:]]
        assert len(set(marks)) == 5

    @settings(max_examples=25)
    @pytest.mark.parametrize("width", [NARROWEST, 600, WIDEST])
    @given(
        communes=st.lists(st.floats(0, 30000), min_size=1, max_size=20),
        references=st.lists(st.floats(0, 30000), max_size=4),
    )
    def test_nothing_is_written_over_anything(self, width, communes, references):
        shown = valeurs(rows("A", communes, references), rows("B", communes[::-1], references))
        chart = points(lignes(A=1, B=-1), shown, NOMS, choisi="5600", autres="Autres communes")
        found = boxes(chart, width)

        assert not [pair for pair in combinations(found, 2) if meet(*pair)]
        tracks = {line.y0 for line in chart.layout.shapes}
        assert all(not top < track < bottom for _, top, _, bottom in found for track in tracks)
        assert all(
            left >= -SIDES - 1 and right <= width + SIDES + 1 for left, _, right, _ in found
        )

    def test_one_figure_everywhere_is_in_the_middle_without_ends(self):
        chart = points(lignes(A=1), valeurs(rows("A", [3, 3], [3])), NOMS, autres="Communes")

        assert {x for trace in chart.data for x in trace.x} == {0.5}
        assert len(chart.layout.annotations) == 2

    def test_a_long_name_is_on_two_lines_and_makes_room(self):
        long = "Part des habitants arrivés d'une autre commune depuis moins d'un an (%), 2022"
        shown = valeurs(rows("A", [1, 2], [1.5]))
        short = points(lignes(A=1), shown, NOMS)
        tall = points(lignes(A=1).assign(libelle=long), shown, NOMS)

        assert tall.layout.height > short.layout.height
        assert "<br>" in tall.layout.annotations[0].text

    def test_a_name_is_data(self):
        shown = valeurs(rows("A", [1, 2], [1.5])).assign(nom="<i>x</i>")
        chart = points(lignes(A=1), shown, NOMS)

        assert not any("<i>" in note.text for note in chart.layout.annotations)


def tranches(**changed) -> pd.DataFrame:
    names = ["Moins de 15 ans", "15 à 29 ans", "90 ans et plus"]
    frame = pd.DataFrame({"tranche": names, "hommes": [9.0, 7.2, 0.4], "femmes": [8.5, 6.5, 1.1]})
    frame = frame.assign(hommes_repere=[8.0, 8.0, 0.5], femmes_repere=[8.0, 12.0, 1.2])
    for sexe in ("hommes", "femmes"):
        frame[f"{sexe}_texte"] = [f"{value:.1f} %" for value in frame[sexe]]
    return frame.assign(**changed)


class TestPyramide:
    def test_men_are_left_and_women_right_the_youngest_at_the_bottom(self):
        men, women, *_ = pyramide(tranches(), ("Hommes", "Femmes")).data

        assert list(men.x) == [-9.0, -7.2, -0.4]
        assert list(women.x) == [8.5, 6.5, 1.1]
        assert (men.marker.color, women.marker.color) == (HOMMES, FEMMES)
        assert list(men.y) == [0, 1, 2]

    def test_both_sides_have_the_same_scale_wide_enough_for_the_outline(self):
        chart = pyramide(tranches(), ("Hommes", "Femmes"), repere="Trait noir : le Morbihan")
        low, high = chart.layout.xaxis.range

        assert -low == high > 12
        assert any(note.text == "Trait noir : le Morbihan" for note in chart.layout.annotations)
        outlines = [trace for trace in chart.data if getattr(trace, "mode", "") == "lines"]
        assert [max(map(abs, outline.x)) for outline in outlines] == [8.0, 12.0]

    def test_figures_are_in_columns_that_no_bar_reaches(self):
        chart = pyramide(tranches(), ("Hommes", "Femmes"), repere="x")
        texts = [trace for trace in chart.data if getattr(trace, "mode", "") == "text"]
        half = chart.layout.xaxis.range[1]
        narrow = NARROWEST + 2 * SIDES - chart.layout.margin.l - chart.layout.margin.r
        pixel = 2 * half / narrow

        assert [set(map(abs, column.x)) for column in texts] == [{half}, {half}]
        assert half - text_width(["10,0 %"], SIZE) * pixel > 12.0 * 0.98

    def test_without_a_larger_territoire_there_is_no_outline(self):
        frame = tranches(hommes_repere=np.nan, femmes_repere=np.nan)
        chart = pyramide(frame, ("Hommes", "Femmes"))

        assert not [trace for trace in chart.data if getattr(trace, "mode", "") == "lines"]

    def test_a_name_is_data(self):
        chart = pyramide(tranches(tranche="<i>x</i>"), ("<b>H</b>", "F"))

        assert "&lt;i&gt;" in chart.layout.yaxis.ticktext[0]


def test_the_looks_are_colours_of_the_house():
    allowed = {*THEMES, "#5F9F9B", "#1C2B33"}

    assert {look.colour for look in [*NIVEAUX.values(), *COMMUNES]} <= allowed
    assert FRAGILE not in {look.colour for look in [*NIVEAUX.values(), *COMMUNES]}
    assert len({look.symbol for look in COMMUNES}) == len(COMMUNES)
    assert ABOVE > SIZE
