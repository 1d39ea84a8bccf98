"""Answers to a question of a questionnaire: a bar an answer, its label above it."""

import textwrap

import pandas as pd
import plotly.graph_objects as go

from psdt.charts.theme import INK, SIZE, THEMES, figure, safe
from psdt.domain.enquetes import Resultat
from psdt.words import locales as mots

BAR, LINE_HEIGHT = 22, 19
LETTERS = 62
"""Letters of a label on one line: what a phone shows."""


def tableau(found: Resultat) -> pd.DataFrame:
    """Return the table behind the figure, in words."""
    rows = [
        (mots.modalites(part.modalites), mots.effectif(part.effectif), mots.pourcent(part.part))
        for part in found.parts
    ]
    return pd.DataFrame(rows, columns=list(mots.COLONNES_RESULTATS))


def barres(found: Resultat) -> go.Figure:
    """Draw the share of each answer, in the order of the questionnaire."""
    labels = [mots.modalites(part.modalites) for part in found.parts]
    shares = [part.part for part in found.parts]
    texts = [mots.pourcent(share) for share in shares]
    wrapped = [textwrap.wrap(label, LETTERS) or [""] for label in labels]
    heights = [len(lines) * LINE_HEIGHT + BAR + 14 for lines in wrapped]
    tops = [sum(heights[:i]) for i in range(len(heights))]
    total = sum(heights)
    middles = [
        total - (top + len(lines) * LINE_HEIGHT + BAR / 2)
        for top, lines in zip(tops, wrapped, strict=True)
    ]
    data = [
        {
            "type": "bar",
            "orientation": "h",
            "x": [1.0] * len(shares),
            "y": middles,
            "width": BAR,
            "marker": {"color": "#F1F5F3"},
            "hoverinfo": "skip",
        },
        {
            "type": "bar",
            "orientation": "h",
            "x": list(shares),
            "y": middles,
            "width": BAR,
            "marker": {"color": THEMES[0]},
            "hoverinfo": "skip",
        },
    ]
    annotations = [
        {
            "x": 0,
            "y": total - top,
            "xanchor": "left",
            "yanchor": "top",
            "align": "left",
            "text": "<br>".join(map(safe, lines)),
            "font": {"size": SIZE, "color": INK},
        }
        for top, lines in zip(tops, wrapped, strict=True)
    ] + [
        {
            "x": share,
            "y": middle,
            "xanchor": "left" if share < 0.8 else "right",
            "yanchor": "middle",
            "xshift": 6 if share < 0.8 else -6,
            "text": f"<b>{safe(text)}</b>",
            "font": {"size": SIZE, "color": INK if share < 0.8 else "white"},
        }
        for share, middle, text in zip(shares, middles, texts, strict=True)
    ]
    layout = {
        "annotations": annotations,
        "barmode": "overlay",
        "showlegend": False,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "xaxis": {"range": [0, 1], "visible": False},
        "yaxis": {"range": [0, total], "visible": False},
    }
    return figure(height=total + 8, data=data, layout=layout)
