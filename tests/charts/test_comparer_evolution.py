"""Lines over the years: looks that keep their meaning, breaks that show, names apart."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psdt.charts.comparer_evolution import BOTTOM, HEIGHT, LINE_HEIGHT, SHAPES, TOP, courbes
from psdt.charts.comparer_multiples import multiples
from psdt.charts.niveaux import COMMUNES, NIVEAUX
from psdt.charts.theme import FRAGILE
from psdt.domain.indicators import Niveau

LIEUX = [
    (Niveau.COMMUNE, "Berric"),
    (Niveau.COMMUNE, "Rochefort-en-Terre"),
    (Niveau.EPCI, "Intercommunalité"),
    (Niveau.DEPARTEMENT, "Morbihan"),
    (Niveau.REGION, "Bretagne"),
    (Niveau.FRANCE, "France"),
]


def frame(*values, years=(2014, 2016, 2021), traits=(0, 0, 0), lieux=LIEUX) -> pd.DataFrame:
    rows = [
        (niveau, f"{niveau.name}-{nom}", nom, annee, value + i, f"{value + i} %", trait)
        for (niveau, nom), value in zip(lieux, values, strict=False)
        for i, (annee, trait) in enumerate(zip(years, traits, strict=True))
    ]
    columns = ["niveau", "code_territoire", "nom", "annee", "valeur", "texte", "trait"]
    return pd.DataFrame(rows, columns=columns, dtype=object).astype({"valeur": float})


class TestCourbes:
    def test_levels_keep_their_colour_and_communes_have_their_own(self):
        lines = courbes(frame(1, 2, 3, 4, 5, 6), " %").data

        colours = [line.line.color for line in lines]
        assert colours[:2] == [look.colour for look in COMMUNES[:2]]
        assert colours[2:] == [NIVEAUX[niveau].colour for niveau, _ in LIEUX[2:]]
        assert FRAGILE not in colours
        alone = courbes(frame(1, 2, 3, 4, 5, 6).iloc[6:], " %").data
        assert [line.line.color for line in alone] == colours[2:]

    def test_marks_differ_too(self):
        lines = courbes(frame(1, 2, 3, 4, 5, 6), " %").data

        assert len({line.marker.symbol for line in lines}) == 6

    def test_a_broken_line_stops(self):
        (line,) = courbes(frame(1, traits=(0, 0, 1)), " %").data

        assert list(line.y) == [1, 2, None, 3]
        assert not line.connectgaps

    def test_an_older_last_figure_says_its_year(self):
        rows = pd.concat([frame(1), frame(1, 2).iloc[3:5]])
        texts = [note.text for note in courbes(rows, " %").layout.annotations]

        assert texts[0].endswith("3 %")
        assert texts[1].endswith("3 % (2016)")

    @settings(max_examples=40)
    @given(
        st.lists(st.floats(0, 100), min_size=1, max_size=8),
        st.sampled_from(["Berric", "Saint-Barthélemy-de-la-Grande-Montagne-sur-Mer"]),
    )
    def test_names_never_cover_one_another_and_stay_in_the_figure(self, values, name):
        places = [(Niveau.COMMUNE, f"{name} {n}") for n in range(4)] + LIEUX[2:]
        layout = courbes(frame(*values, lieux=places), " %").layout
        notes = layout.annotations
        assert {note.yanchor for note in notes} == {"middle"}  # heights below are of middles
        inner = layout.height - TOP - BOTTOM
        assert layout.height >= HEIGHT
        boxes = sorted(
            (note.y * inner, LINE_HEIGHT * (note.text.count("<br>") + 1)) for note in notes
        )

        for (low, tall), (high, other) in pairwise(boxes):
            assert high - low >= (tall + other) / 2 - 0.01
        assert boxes[0][0] - boxes[0][1] / 2 >= -BOTTOM
        assert boxes[-1][0] + boxes[-1][1] / 2 <= inner + TOP + 0.01

    @pytest.mark.parametrize("value", [0.0, -3.0])
    def test_a_flat_line_has_a_range(self, value):
        low, high = courbes(frame(value).assign(valeur=value), "").layout.yaxis.range

        assert low < value < high

    def test_years_too_close_are_not_all_written(self):
        many = frame(1, years=range(2010, 2024), traits=[0] * 14)

        assert len(courbes(many, "").layout.xaxis.tickvals) <= 5

    def test_every_look_has_a_letter(self):
        assert {look.symbol for look in [*NIVEAUX.values(), *COMMUNES]} <= SHAPES.keys()

    def test_a_name_is_data(self):
        chart = courbes(frame(1).assign(nom="<i>x</i>"), "")

        assert "<i>" not in chart.layout.annotations[0].text


class TestMultiples:
    def lines(self, rows) -> pd.DataFrame:
        """Return a panel a commune, the larger territoires in each."""
        own = rows["niveau"].to_numpy() == Niveau.COMMUNE
        communes = rows[own]
        parts = [
            pd.concat([rows[~own].assign(propre=False), part.assign(propre=True)]).assign(
                panneau=code
            )
            for code, part in communes.groupby("code_territoire", sort=False)
        ]
        return pd.concat(parts, ignore_index=True)

    def panels(self, rows) -> pd.DataFrame:
        own = rows[rows["niveau"] == Niveau.COMMUNE].groupby("code_territoire", sort=False)
        fragile = [True] + [False] * (len(own) - 1)
        return own.last().assign(fragile=fragile, dit="", debut=[f"2014 : {n}" for n in fragile])

    def draw(self, rows, **asked):
        return multiples(self.lines(rows), self.panels(rows), **asked)

    def test_every_panel_has_the_same_scale_and_the_larger_territoire(self):
        larger, own = self.draw(frame(1, 5, 3)).data

        xs = [x for x in larger.x if x is not None]
        assert len(xs) == 6
        assert xs[3:] == pytest.approx([x + 1 for x in xs[:3]])
        ys = [y for y in larger.y if y is not None]
        assert ys[:3] == pytest.approx(ys[3:])
        assert larger.line.color == NIVEAUX[Niveau.EPCI].colour
        assert own.line.color == NIVEAUX[Niveau.COMMUNE].colour
        assert own.line.width > larger.line.width

    def test_the_first_is_at_the_top_left_and_a_phone_has_two_a_row(self):
        wide, narrow = (self.draw(frame(1, 5, 3), columns=n) for n in (0, 2))

        names = [note for note in wide.layout.annotations if note.text.startswith("<b>")]
        assert (names[0].x, names[1].x - names[0].x) == (pytest.approx(0.03), pytest.approx(1))
        assert list(wide.layout.xaxis.range) == [0, 4]
        assert list(narrow.layout.xaxis.range) == [0, 2]
        assert not wide.layout.showlegend

    def test_a_fragile_figure_is_orange(self):
        notes = self.draw(frame(1, 5, 3)).layout.annotations

        assert [n.text for n in notes if n.font.color == FRAGILE] == ["3 %"]

    def test_a_line_stops_between_panels_and_where_it_is_broken(self):
        (own,) = self.draw(frame(1, traits=(0, 0, 1))).data

        assert [y is None for y in own.y] == [False, False, True, False]
        (own,) = self.draw(frame(1, 2)).data
        assert [y is None for y in own.y] == [False, False, False, True, False, False, False]

    def test_a_long_name_is_cut(self):
        rows = frame(1).assign(nom="Saint-Barthélemy-de-la-Grande-Montagne-sur-Mer")
        notes = self.draw(rows, columns=2).layout.annotations

        assert notes[0].text.endswith("…</b>")

    def test_the_first_figure_is_written_where_there_is_room(self):
        rows = frame(1, 5, 3)
        texts = [note.text for note in self.draw(rows).layout.annotations]
        tight = self.panels(rows).assign(debut="2014 : 1 234 567 890 €")
        narrow = multiples(self.lines(rows), tight, columns=2).layout.annotations

        assert "2014 : True" in texts
        assert "2014" in [note.text for note in narrow]

    def test_indicators_have_a_scale_each_a_legend_and_long_names(self):
        rows = frame(1, 1000, 3)
        panels = self.panels(rows).assign(
            nom=["Écart entre les plus aisés et les plus modestes (D9/D1)", "Taux"],
            dit=["plus fragile qu'avant", "comme avant"],
        )
        noms = {Niveau.EPCI: "Intercommunalité", Niveau.COMMUNE: "Berric"}
        chart = multiples(self.lines(rows), panels, noms=noms)
        larger, own = chart.data

        assert max(own.y[:3]) - min(own.y[:3]) > 30  # a scale for both would flatten it
        assert list(chart.layout.xaxis.range) == [0, 3]
        assert chart.layout.showlegend
        assert (own.name, larger.name) == ("Berric", "Intercommunalité")
        assert own.legendrank < larger.legendrank
        first, said = chart.layout.annotations[:2]
        assert first.text.count("<br>") == 1
        assert "…" not in first.text
        assert said.text == "plus fragile qu'avant"
        assert said.font.color == FRAGILE
        assert multiples(self.lines(rows), panels, noms=noms, columns=1).layout.height > 300

    @settings(max_examples=20)
    @given(
        st.lists(
            st.tuples(st.text("abc ", min_size=1, max_size=90), st.booleans()),
            min_size=2,
            max_size=2,
        )
    )
    def test_nothing_said_over_a_panel_reaches_its_lines(self, panels):
        rows = frame(1, 5, 3)
        shown = self.panels(rows).assign(
            nom=[name for name, _ in panels], dit=["dit" if said else "" for _, said in panels]
        )
        chart = multiples(self.lines(rows), shown, noms={Niveau.COMMUNE: "x"})
        highest = min(y for trace in chart.data for y in trace.y if y is not None)

        for note in chart.layout.annotations:
            if note.yanchor == "top":
                assert note.y + 17 * (note.text.count("<br>") + 1) <= highest + 4
