"""Documents: a Dossier in, the bytes of a file out."""

from collections.abc import Callable

from psdt.exports import priorites
from psdt.exports.dossier import Dossier

EXPORTS: dict[str, Callable[[Dossier], bytes]] = {"xlsx": priorites.workbook}
"""Kinds of documents, by the extension of the file."""
