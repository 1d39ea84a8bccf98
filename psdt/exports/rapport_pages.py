"""Where the pages of the rapport begin in Word, and in which order its figures are.

Word decides where pages end: heights are only estimated here, in centimetres, from the number
of letters. The PDF measures its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from psdt.exports import images
from psdt.exports.rapport import Annexe, Chapitre, Illustration, Table

PAGE = 25.0
LARGEUR, CARTE = 16.0, 13.0
"""Widths of a figure as wide as the text, and of a narrower one: the map."""
SUIT = 0.4
"""A chapter follows the one before when this share of the page is left."""
LIGNE, PETITE = 0.52, 0.44
LETTRES, PETITES = 96, 108
"""Height and letters of a line of text, and of a smaller one."""
TITRE, INTERTITRE, CHIFFRES, TABLE, RANG = 1.6, 1.1, 2.7, 1.4, 0.62
CASE, SERREE, LETTRES_CM = 0.16, 0.4, 5.6
"""In a dense table: what is around a line, its height, letters in a centimetre of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a chapter is."""

    saut: bool
    """Whether it begins a page."""
    page: int
    """The page it begins on, about."""
    figures: tuple[int, ...]
    """The figures in the order they are shown, by position."""


@dataclass(slots=True)
class Pages:
    """Pages being filled, from top to bottom.

    Parameters
    ----------
    page : int
        The last page written, which nothing may follow.
    """

    page: int
    _reste: float = field(default=0.0)

    def chapitre(self, chapitre: Chapitre) -> Place:
        """Place a chapter: on a page of its own, or after the one before when there is room.

        Each time, the first figure that fits is next; a page is opened when none does.
        """
        text = _texte(chapitre)
        left = {n: hauteur(figure) for n, figure in enumerate(chapitre.illustrations)}
        saut = text + sum(left.values()) > self._reste < SUIT * PAGE
        if saut:
            self.ouvrir()
        start = self.page
        self.coule(text)
        order: list[int] = []
        while left:
            if self._reste < min(left.values()):
                self.ouvrir()
            fitting = (n for n, height in left.items() if height <= self._reste)
            number = next(fitting, next(iter(left)))
            self._reste = max(self._reste - left.pop(number), 0.0)
            order.append(number)
        return Place(saut=saut, page=start, figures=tuple(order))

    def ouvrir(self) -> int:
        """Begin a page, and return its number."""
        self.page += 1
        self._reste = PAGE
        return self.page

    def coule(self, height: float) -> None:
        """Write what may go from one page to the next."""
        over = height - self._reste
        if over > 0:
            self.page += 1 + int(over // PAGE)
            self._reste = PAGE - over % PAGE
        else:
            self._reste = -over

    def entier(self, height: float) -> None:
        """Write what is not cut when it holds on a page."""
        if self._reste < height <= PAGE:
            self.ouvrir()
        self.coule(height)

    def annexes(self, annexes: Sequence[Annexe], *, entiers: bool) -> int:
        """Write annexes under their title, and return the page of the title."""
        self.entier(2 * INTERTITRE)
        start = self.page
        for annexe in annexes:
            self.coule(INTERTITRE + sum(map(_paragraphe, annexe.notes)))
            for table in annexe.tables:
                (self.entier if entiers else self.coule)(_tableau(table))
        return start


def largeur(figure: Illustration) -> float:
    """Return the width of a figure."""
    return LARGEUR if figure.largeur >= images.LARGEUR else CARTE


def hauteur(figure: Illustration) -> float:
    """Return the height of a figure with its caption and its source."""
    pixels = figure.hauteur or figure.fig.layout.height or images.HAUTEUR
    drawn = pixels * largeur(figure) / figure.largeur
    said = _lignes(figure.titre, 85) * LIGNE + 0.2
    quiet = _lignes(figure.sous_titre, PETITES) + _lignes(figure.source, PETITES)
    return float(drawn + said + quiet * PETITE + 0.3)


def paragraphes(texts: dict[str, str]) -> float:
    """Return the height of paragraphs, each under its title."""
    return sum(INTERTITRE + _paragraphe(text) for text in texts.values())


def _texte(chapitre: Chapitre) -> float:
    return TITRE + sum(_parties(chapitre))


def _parties(chapitre: Chapitre) -> Iterator[float]:
    """Yield the heights of what a chapter says."""
    yield sum(map(_paragraphe, chapitre.introduction))
    yield _paragraphe(chapitre.signature)
    yield -(-len(chapitre.chiffres) // 2) * CHIFFRES
    if chapitre.ressorts is not None:
        yield INTERTITRE
    for ressort in chapitre.ressorts or ():
        yield _paragraphe(f"{ressort.ton}. {ressort.phrase}")
        yield _lignes(ressort.suite, PETITES) * PETITE
    for answers in chapitre.reponses:
        yield INTERTITRE + TABLE + RANG * len(answers.parts) + 2 * PETITE
    for section in chapitre.sections:
        yield INTERTITRE + sum(map(_paragraphe, section.textes))
    yield INTERTITRE * (bool(chapitre.reponses) + bool(chapitre.manques))
    yield sum(map(_paragraphe, chapitre.manques))
    yield (PETITE + 0.2) * bool(chapitre.renvoi)


def _tableau(table: Table) -> float:
    """Return the height of a table with its caption: that of the tallest cell of each row."""
    height = _lignes(table.titre, 85) * LIGNE + 0.5
    for row in (table.entetes, *table.lignes):
        cells = zip(row, table.largeurs, strict=True)
        lines = max(_lignes(text, max(int(width * LETTRES_CM), 1)) for text, width in cells)
        height += CASE + max(lines, 1) * SERREE
    return height


def _paragraphe(text: str) -> float:
    return _lignes(text, LETTRES) * LIGNE + 0.2 * bool(text)


def _lignes(text: str, letters: int) -> int:
    return -(-len(text) // letters)
