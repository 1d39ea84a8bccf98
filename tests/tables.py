"""The tables of a page, as people read them."""

from xml.etree import ElementTree as ET

BOX = '<div class="psdt-table'


def tables(page) -> list[dict[str, list[str]]]:
    """Return each table that a page draws: label → cells, from the top."""
    drawn = [block.proto.body for block in page.get("html") if block.proto.body.startswith(BOX)]
    return [_read(ET.fromstring(body)) for body in drawn]


def _read(box) -> dict[str, list[str]]:
    head, *lines = (["".join(cell.itertext()) for cell in row] for row in box.iter("tr"))
    return dict(zip(head, map(list, zip(*lines, strict=True)), strict=True))
