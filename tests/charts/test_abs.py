"""The figures of the ABS: what they show, and that nothing in them overlaps."""

from itertools import combinations, pairwise

import pandas as pd
import pytest

from psdt.charts.abs import CHOSEN, PLAIN, WIDE, are_close, barres
from psdt.charts.abs_carte import HATCH, LINE_HEIGHT, SIZE, carte
from psdt.charts.abs_series import serie
from psdt.charts.theme import FRAGILE, text_width
from psdt.domain.indicators import Niveau
from psdt.settings import app_dir
from psdt.sources import contours
from psdt.words.graphiques import ECHELLE

OUTLINES = contours.lire("c", (app_dir() / "data" / "communes.geojson").read_bytes())
NOMS = dict(
    zip(
        sorted(OUTLINES),
        [
            *("Berric", "Caden", "Le Cours", "Larré", "Lauzach", "Limerzel", "Malansac"),
            *("Molac", "Pluherlin", "Questembert", "Rochefort-en-Terre", "Saint-Gravé"),
            "La Vraie-Croix",
        ],
        strict=True,
    )
)
NONE = pd.DataFrame({"nom": [], "valeur": [], "texte": []})
LEGENDE = ["0 à 2 %", "3 à 4 %", "5 à 7 %", "8 à 9 %", "10 à 12 %", "Secret", "Manque"]


def communes(**changed) -> pd.DataFrame:
    values = pd.Series(range(13), index=sorted(OUTLINES), dtype=float)
    frame = pd.DataFrame(
        {
            "nom": pd.Series(NOMS),
            "contour": pd.Series(OUTLINES),
            "valeur": values,
            "texte": [f"{value:.0f} %" for value in values],
            "secret": False,
            "classe": pd.Series([n // 3 for n in range(13)], index=values.index, dtype="Int64"),
            "fragile": values > 6,
        }
    )
    return frame.assign(**changed)


class TestCarte:
    def test_draws_each_commune_in_the_colour_of_its_class(self):
        chart = carte(communes(), LEGENDE)
        drawn = [trace for trace in chart.data if trace.type == "scatter"]

        assert len(drawn) == 13
        assert len({trace.fillcolor for trace in drawn}) == 5
        assert [trace.name for trace in chart.data if trace.type == "bar"] == LEGENDE[:5]

    def test_labels_are_never_on_one_another(self):
        chart = carte(communes(), LEGENDE)
        spans = [[v for t in chart.data if t.type == "scatter" for v in t[a] if v] for a in "xy"]
        unit = max((max(s) - min(s)) / size for s, size in zip(spans, (520, 416), strict=True))
        boxes = [
            (
                note.x,
                note.y,
                text_width(note.text.replace("<b>", "").replace("</b>", "").split("<br>"), SIZE),
                LINE_HEIGHT * len(note.text.split("<br>")),
            )
            for note in chart.layout.annotations
        ]

        assert len(boxes) >= 11
        for a, b in combinations(boxes, 2):
            beside = abs(a[0] - b[0]) >= (a[2] + b[2]) / 2 * unit * 0.999
            assert beside or abs(a[1] - b[1]) >= (a[3] + b[3]) / 2 * unit * 0.999

    def test_secret_is_hatched_and_missing_is_grey_both_in_the_legend(self):
        classe = pd.Series([pd.NA] * 2 + [0] * 11, index=sorted(OUTLINES), dtype="Int64")
        secret = [True] + [False] * 12
        chart = carte(communes(classe=classe, secret=secret), ["0 %", "Secret", "Manque"])
        hatched = [t for t in chart.data if t.type == "scatter" and t.fillpattern.shape]

        assert [trace.text for trace in hatched] == ["<b>Berric</b><br>0 %"]
        assert hatched[0].fillpattern.shape == HATCH["shape"]
        assert [t.name for t in chart.data if t.type == "bar"] == ["0 %", "Secret", "Manque"]

    def test_the_chosen_commune_is_drawn_last_with_a_dark_edge(self):
        chart = carte(communes(), LEGENDE, choisi="56184")
        last = [trace for trace in chart.data if trace.type == "scatter"][-1]

        assert "Questembert" in last.text
        assert last.line.width == 3

    def test_a_name_is_data(self):
        chart = carte(communes(nom="<b>x</b>"), LEGENDE)

        assert all("<b>x" not in trace.text for trace in chart.data if trace.type == "scatter")

    def test_without_outlines_there_is_nothing_to_draw(self):
        with pytest.raises(ValueError, match="no outline"):
            carte(communes(contour=None), LEGENDE)


class TestBarres:
    def test_values_are_at_the_ends_and_orange_is_fragile(self):
        chart = barres(communes(), NONE, choisis=["56015"])
        (bars, _) = chart.data

        assert list(bars.text)[:2] == ["0 %", "1 %"]
        assert set(bars.marker.color) == {CHOSEN, PLAIN, FRAGILE}
        assert bars.marker.color[0] == CHOSEN
        assert chart.layout.yaxis.ticktext[0] == "<b>Berric</b>"

    def test_a_missing_figure_has_no_bar_and_says_why(self):
        lieux = communes()
        lieux.loc["56015", ["valeur", "texte"]] = [float("nan"), "secret statistique"]
        bars = barres(lieux, NONE).data[0]

        assert (bars.x[0], bars.text[0]) == (0, "<i>secret statistique</i>")

    def test_nothing_known_is_a_list_of_reasons(self):
        lieux = communes(valeur=float("nan"), texte="secret statistique", fragile=False)

        assert set(barres(lieux, NONE).data[0].x) == {0}

    def test_no_value_is_written_under_the_reference_line(self):
        chart = barres(communes(), NONE, repere=("Intercommunalité", 10.0))
        inside = [place == "inside" for place in chart.data[0].textposition]

        assert inside == [False] * 8 + [True] * 2 + [False] * 3
        (line,) = chart.layout.shapes
        assert (line.y0, line.y1) == (-0.6, 12.6)

    def test_a_figure_that_no_bar_can_hold_hides_the_reference_line(self):
        lieux = communes()
        lieux.loc["56015", ["valeur", "texte"]] = [float("nan"), "secret statistique"]
        chart = barres(lieux, NONE, repere=("Intercommunalité", 2.0))
        (line,) = chart.layout.shapes
        over = {note.y: note for note in chart.layout.annotations[1:]}

        assert (line.y0, line.y1) == (-0.6, 12.6)
        assert set(chart.data[0].textposition) == {"outside"}
        assert [over[row].text for row in (0, 1)] == ["<i>secret statistique</i>", "1 %"]
        assert {note.bgcolor for note in over.values()} == {"white"}
        assert [chart.data[0].text[row] for row in over] == ["", ""]

    def test_bars_that_would_look_alike_are_dots_on_their_own_scale(self):
        values = pd.Series([19400.0 + 200 * n for n in range(13)], index=sorted(OUTLINES))
        lieux = communes(valeur=values, texte=[f"{value:.0f} €" for value in values])
        lieux.loc["56015", ["valeur", "texte"]] = [float("nan"), "secret statistique"]
        references = pd.DataFrame({"nom": ["Morbihan"], "valeur": [21830.0], "texte": "21 830 €"})
        chart = barres(lieux, references, repere=("Intercommunalité", 23000.0))
        low, high = chart.layout.xaxis.range

        assert [trace.type for trace in chart.data] == ["scatter", "scatter"]
        assert 19000 < low < 19600
        assert high > 23000
        assert chart.data[0].x[0] == low
        assert "secret" in chart.data[0].text[0]
        assert chart.layout.annotations[-1].text == ECHELLE
        assert ECHELLE not in [n.text for n in barres(communes(), NONE).layout.annotations]

    def test_a_page_is_wide_enough_to_hold_more_figures_in_their_bars(self):
        chart = barres(communes(), NONE, repere=("Intercommunalité", 4.2), etroit=WIDE)

        assert list(chart.data[0].textposition)[3:5] == ["inside"] * 2
        assert len(chart.layout.shapes) == 1

    def test_larger_territoires_are_apart(self):
        references = pd.DataFrame(
            {"nom": ["Morbihan", "France <métropolitaine>"], "valeur": [5.0, 7.0], "texte": "x"}
        )
        chart = barres(communes(), references)

        assert list(chart.layout.yaxis.tickvals) == [*range(13), 14, 15]
        assert chart.layout.yaxis.ticktext[-1] == "France &lt;métropolitaine&gt;"

    def test_negative_values_have_room_on_their_side(self):
        low, high = barres(communes(valeur=-1.0), NONE).layout.xaxis.range

        assert low < -1
        assert high > 0


class TestSerie:
    FRAME = pd.DataFrame(
        [
            (niveau, nom, year, base + year - 2014, "x")
            for niveau, nom, base in [
                (Niveau.EPCI, "Questembert Communauté", 10),
                (Niveau.DEPARTEMENT, "Morbihan", 10.1),
                (Niveau.FRANCE, "<France>", 9.9),
            ]
            for year in range(2014, 2020)
        ],
        columns=["niveau", "nom", "annee", "valeur", "texte"],
        dtype=object,
    ).astype({"annee": "int64", "valeur": "float64"})

    def test_names_are_at_the_ends_and_apart(self):
        chart = serie(self.FRAME, "\u202f%")
        notes = sorted(chart.layout.annotations, key=lambda note: -note.y)
        low, high = chart.layout.yaxis.range
        pixel = (high - low) / 300

        assert "Morbihan" in notes[0].text
        assert "&lt;France&gt;" in notes[-1].text
        for a, b in pairwise(notes):
            lines = (len(a.text.split("<br>")) + len(b.text.split("<br>"))) / 2
            assert a.y - b.y >= 18 * lines * pixel * 0.95

    def test_the_first_territoire_is_the_thickest_and_the_only_solid_one(self):
        lines = [trace.line for trace in serie(self.FRAME, "").data]

        assert [line.width for line in lines] == [4, 2, 2]
        assert [line.dash == "solid" for line in lines] == [True, False, False]
        assert len({line.dash for line in lines}) == 3

    def test_a_level_keeps_its_look_whoever_comes_before_it(self):
        commune = self.FRAME[self.FRAME["nom"] == "Morbihan"].assign(
            niveau=Niveau.COMMUNE, nom="Berric"
        )
        looks = [
            {
                trace.customdata[0]: (trace.line.color, trace.marker.symbol)
                for trace in serie(frame, "").data
            }
            for frame in (self.FRAME, pd.concat([commune, self.FRAME]))
        ]

        assert looks[0].items() <= looks[1].items()
        assert len(set(looks[1].values())) == 4

    @pytest.mark.parametrize("value", [0.0, 12.0, -3.0])
    def test_a_flat_line_is_still_seen(self, value):
        low, high = serie(self.FRAME.assign(valeur=value), "").layout.yaxis.range

        assert low < value < high

    def test_years_too_close_to_be_read_are_not_marked(self):
        frame = pd.DataFrame(
            {"nom": "x", "annee": [1990, 1999, 2008, 2013, 2018, 2019, 2020, 2021, 2022]}
        ).assign(valeur=1.0, texte="1")
        frame["niveau"] = pd.Series([Niveau.EPCI] * len(frame), dtype=object)

        assert list(serie(frame, "").layout.xaxis.tickvals) == [1990, 1999, 2013, 2022]


def test_bars_of_close_figures_would_look_alike():
    # Median standard of living, 2021 (Insee): from 20 040 to 23 940 €.
    assert are_close([20040, 21070, 23940])
    assert are_close([-100, -90])
    assert not are_close([2.4, 11.4])
    assert not are_close([-4.0, 4.0])
    assert not are_close([3, 3])
