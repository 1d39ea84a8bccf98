"""What pages share: the frame, links, safe text, pieces to draw. Imports Streamlit; no rule."""

from psdt.ui.address import choice, in_address, views
from psdt.ui.besoins import no_outlines, undecided
from psdt.ui.downloads import Download, downloads, files
from psdt.ui.entry import connexion, profiles
from psdt.ui.figures import KeyFigure, chart, figure, image, key_figures, remembered, source
from psdt.ui.frame import Context, acting, page
from psdt.ui.guide import (
    boxes,
    choose,
    empty,
    no_figures,
    pager,
    progress,
    question,
    recorded,
    staying,
)
from psdt.ui.look import phone, projector
from psdt.ui.propos import propos
from psdt.ui.screens import activite_in_address, link
from psdt.ui.slides import slides
from psdt.ui.steps import State, Step, steps
from psdt.ui.tables import data, table
from psdt.ui.text import plain

__all__ = [
    "Context",
    "Download",
    "KeyFigure",
    "State",
    "Step",
    "acting",
    "activite_in_address",
    "boxes",
    "chart",
    "choice",
    "choose",
    "connexion",
    "data",
    "downloads",
    "empty",
    "figure",
    "files",
    "image",
    "in_address",
    "key_figures",
    "link",
    "no_figures",
    "no_outlines",
    "page",
    "pager",
    "phone",
    "plain",
    "profiles",
    "progress",
    "projector",
    "propos",
    "question",
    "recorded",
    "remembered",
    "slides",
    "source",
    "staying",
    "steps",
    "table",
    "undecided",
    "views",
]
