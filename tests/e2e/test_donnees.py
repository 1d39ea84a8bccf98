"""From nothing to a figure on the explorer: the territoire, then what the staff pastes."""

from psdt.domain.people import Role
from psdt.words import locales as mots
from psdt.words import territoire

COMMUNES = "01004 Ambérieu-en-Bugey\n01007 Ambronay\n01035 Bettant"
COLLE = "Bettant\t8\nAMBRONAY\tdouze\nAmbérieu-en-Bugey\t14,5"
ROW = 36


def choose_territoire(visitor) -> None:
    page = visitor.open("abs/territoire", "?origine=colle")
    page.get_by_label(territoire.COLLE).fill(COMMUNES)
    page.get_by_role("button", name=territoire.LIRE).click()
    page.get_by_label(territoire.NOM_EPCI).fill("CC de la Plaine de l'Ain")
    page.get_by_label(territoire.CODE_EPCI, exact=True).fill("240100883")
    page.keyboard.press("Enter")
    page.get_by_role("button", name=territoire.ADOPTER).click()
    page.get_by_text("CC de la Plaine de l'Ain : 3 communes").wait_for()


def click(visitor, row: int, *, value: bool) -> None:
    """Click on a name of the grid, or on its value."""
    visitor.ready()
    visitor.settled()
    grid = visitor.page.get_by_test_id("stDataFrame")
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    x = box["width"] - 2 * ROW if value else 2 * ROW
    visitor.page.mouse.click(box["x"] + x, box["y"] + (row + 1.5) * ROW)


def press(page, *keys: str) -> None:
    """Type no faster than somebody does."""
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(150)


def test_a_territoire_then_local_figures_then_the_explorer(world, visit):
    visitor = visit(world.session(Role.AGENT))
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose_territoire(visitor)

    page = visitor.open("abs/locales")
    page.get_by_label(mots.NOM_INDICATEUR).fill("Places en crèche")
    page.get_by_label(mots.UNITE, exact=True).fill("places")
    page.get_by_label(mots.SOURCE, exact=True).fill("Service petite enfance")
    page.keyboard.press("Enter")
    page.evaluate("text => navigator.clipboard.writeText(text)", COLLE)
    click(visitor, 0, value=False)
    press(page, "Control+v", "ArrowRight", "ArrowDown")
    visitor.settled()
    assert visitor.english() == []
    page.get_by_role("button", name=mots.VERIFIER).click()
    page.get_by_text("« douze » n'est pas un nombre").wait_for()
    assert page.get_by_text("Ligne 2, colonne valeur").count() == 1

    click(visitor, 1, value=True)  # selected already: it is edited
    press(page, "Control+a", "1", "2", "Enter")
    page.get_by_text("3 nouvelles valeurs").wait_for()
    assert page.get_by_role("cell", name="14,5").count() == 1
    page.get_by_role("button", name=mots.ENREGISTRER).click()
    page.get_by_text(mots.ENREGISTRES).wait_for()

    page = visitor.open("abs/explorer", "?indicateur=LOCAL_PLACES_EN_CRECHE")
    visitor.charts()
    said = page.get_by_test_id("stMain").inner_text()
    assert "Places en crèche" in said
    assert "Service petite enfance" in said
    assert visitor.errors == []
