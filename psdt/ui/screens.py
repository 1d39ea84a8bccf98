"""The pages of the application: where they are, what they are called, who may open them."""

from collections import Counter
from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import Page

from psdt.domain.people import Action, Actor
from psdt.errors import ActiviteInconnueError
from psdt.settings import app_dir
from psdt.ui.text import plain
from psdt.words import abs as abs_words
from psdt.words import (
    acces,
    catalogue_ecran,
    comparer,
    fiche,
    imports,
    interface,
    locales,
    notation,
    priorites,
    rapport,
    signaux,
    territoire,
    themes,
)


@dataclass(frozen=True, slots=True)
class Screen:
    """A page of ``pages/``, and the action a person must be allowed to find it."""

    name: str
    title: str
    """As the menu says it."""
    icon: str
    action: Action | None = None
    section: str = ""
    """Title of the part of the menu it is in; none for one that stands alone."""

    def is_open_to(self, visitor: Actor | None) -> bool:
        """Say whether this person, or nobody, may find the page."""
        return self.action is None or (visitor is not None and visitor.may(self.action))

    def page(self) -> Page:
        """Return the page for ``st.navigation``; its address is « <folder>-<file> »."""
        return st.Page(
            app_dir() / "pages" / f"{self.name}.py",
            title=self.title,
            url_path=self.name.replace("/", "-"),
            default=self.action is None,
        )


SCREENS = {
    screen.name: screen
    for screen in (
        Screen("accueil/bienvenue", acces.ACCUEIL, ":material/home:"),
        Screen(
            "abs/explorer",
            abs_words.MENU,
            ":material/map:",
            Action.VOIR_ABS,
            interface.MENU_BESOINS,
        ),
        Screen(
            "abs/comparer",
            comparer.MENU,
            ":material/compare_arrows:",
            Action.VOIR_ABS,
            interface.MENU_BESOINS,
        ),
        Screen(
            "abs/signaux",
            signaux.MENU,
            ":material/lightbulb:",
            Action.VOIR_ABS,
            interface.MENU_BESOINS,
        ),
        Screen(
            "abs/fiche",
            fiche.MENU,
            ":material/description:",
            Action.VOIR_ABS,
            interface.MENU_BESOINS,
        ),
        Screen(
            "abs/rapport",
            rapport.MENU,
            ":material/picture_as_pdf:",
            Action.EXPORTER,
            interface.MENU_BESOINS,
        ),
        Screen(
            "abs/presenter",
            signaux.MENU_PRESENTER,
            ":material/present_to_all:",
            Action.VOIR_ABS,
            interface.MENU_BESOINS,
        ),
        Screen(
            "abs/importer",
            imports.MENU,
            ":material/upload_file:",
            Action.IMPORTER_ABS,
            interface.MENU_DONNEES,
        ),
        Screen(
            "abs/locales",
            locales.MENU,
            ":material/edit_note:",
            Action.IMPORTER_ABS,
            interface.MENU_DONNEES,
        ),
        Screen(
            "abs/catalogue",
            catalogue_ecran.MENU,
            ":material/menu_book:",
            Action.IMPORTER_ABS,
            interface.MENU_DONNEES,
        ),
        Screen(
            "abs/territoire",
            territoire.MENU,
            ":material/public:",
            Action.IMPORTER_ABS,
            interface.MENU_DONNEES,
        ),
        Screen("participer/noter", notation.NOTER, ":material/checklist:", Action.NOTER),
        Screen("commission/themes", themes.MENU, ":material/category:", Action.VOIR_THEMES),
        Screen(
            "priorites/tableau",
            priorites.MENU,
            ":material/format_list_numbered:",
            Action.VOIR_PRIORITES,
        ),
    )
}


def open_to(visitor: Actor | None) -> dict[str, list[Page]]:
    """Return the pages this person may find, by part of the menu, those that stand alone first.

    A part that would have one page has none. Each page still guards itself.
    """
    found = [screen for screen in SCREENS.values() if screen.is_open_to(visitor)]
    size = Counter(screen.section for screen in found)
    parts: dict[str, list[Page]] = {"": []}
    for screen in found:
        part = screen.section if size[screen.section] > 1 else ""
        parts.setdefault(part, []).append(screen.page())
    return parts


def link(visitor: Actor | None, name: str, label: str, **address: int | str) -> bool:
    """Draw a link to a screen, for those who may open it; say whether it was drawn."""
    screen = SCREENS.get(name)
    if screen is None or not screen.is_open_to(visitor):
        return False
    query = {key: str(value) for key, value in address.items()}
    st.page_link(screen.page(), label=plain(label), icon=screen.icon, query_params=query)
    return True


def go(name: str, **address: str) -> None:
    """Leave this page for another screen, which guards itself."""
    st.switch_page(SCREENS[name].page(), query_params=address)


def activite_in_address() -> int | None:
    """Return the activité named in the page's address, which anybody may have typed.

    ``None`` when the address names none; ``ActiviteInconnueError`` when it is no number.
    """
    text = st.query_params.get("activite")
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ActiviteInconnueError
    return int(text)
