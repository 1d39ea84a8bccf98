"""Compose a PDF: a model of ``modeles/`` and data, never a text put into the source.

typst reads the data as JSON and the pictures as files, in a folder of their own that nothing
else can be reached from. The document is tagged (PDF/UA-1), its fonts are ours and embedded.
"""

import json
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import typst

from psdt.exports import fonts

MODELES = Path(__file__).parent / "modeles"
DONNEES = "donnees.json"
NORME: Literal["ua-1"] = "ua-1"


def compose(modele: str, donnees: Mapping[str, Any], images: Mapping[str, bytes]) -> bytes:
    """Return the PDF that a model makes of data.

    Parameters
    ----------
    modele : str
        A file of ``modeles/`` without its extension. It reads ``json("donnees.json")``, may
        import ``commun.typ``, and gives an ``alt`` to each picture: without one, a tagged
        document is refused.
    donnees : mapping
        What JSON can write; letters that the fonts do not have are replaced.
    images : mapping
        Pictures by the name of their file, « carte.svg »: its extension says what it is.
    """
    with TemporaryDirectory(prefix="psdt-") as folder:
        root = Path(folder)
        for source in MODELES.glob("*.typ"):
            shutil.copy(source, root)
        text = json.dumps(_propre(donnees), ensure_ascii=False, allow_nan=False)
        (root / DONNEES).write_text(text, "utf-8")
        for name, picture in images.items():
            (root / name).write_bytes(picture)
        document = typst.Compiler(
            root / f"{modele}.typ", root=root, font_paths=_polices(), ignore_system_fonts=True
        ).compile(format="pdf", pdf_standards=[NORME])
    if not isinstance(document, bytes):
        raise TypeError(f"not one document: {type(document)}")
    return document


@cache
def _polices() -> typst.Fonts:
    """Return our fonts, and no other: the same document everywhere."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.DOSSIER]
    )


def _propre(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _propre(v) for key, v in value.items()}
    if isinstance(value, list | tuple):
        return [_propre(v) for v in value]
    return fonts.propre(value) if isinstance(value, str) else value
