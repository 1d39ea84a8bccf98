"""Documents: a Dossier in, the bytes of a file out."""

from collections.abc import Callable

from psdt.exports import priorites, priorites_texte
from psdt.exports.dossier import Dossier

EXPORTS: dict[str, Callable[[Dossier], bytes]] = {
    "xlsx": priorites.workbook,
    "csv": priorites_texte.csv,
}
"""Kinds of documents, by the extension of the file."""
