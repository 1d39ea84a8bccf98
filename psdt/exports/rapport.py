"""The rapport d'ABS before it is written: what it says, in the order it says it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from psdt.exports import images
from psdt.words import rapport as mots
from psdt.words import rapport_annexes as dire_annexes


@dataclass(frozen=True, slots=True, kw_only=True)
class ChiffreCle:
    """A key figure, in words."""

    valeur: str
    libelle: str
    detail: str
    fragile: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ressort:
    """Something that stands out."""

    ton: str
    """« Plus fragile », « Plus favorable », « À noter »."""
    fragile: bool
    phrase: str
    suite: str
    """Since when, and cautions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its first column names the rows."""

    titre: str
    note: str
    entetes: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]
    largeurs: tuple[float, ...]
    """In centimetres; they add up to 16 at most."""
    textes: int = 1
    """Columns, from the first, that hold texts: the others are aligned on the right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustration:
    """A figure under its finding, and the table that takes its place when it is not drawn."""

    titre: str
    sous_titre: str
    alt: str
    source: str
    fig: Any
    largeur: int
    hauteur: int | None
    donnees: Table

    @property
    def demande(self) -> images.Dessin:
        """What is asked of the process that draws."""
        return images.Dessin(self.fig, self.largeur, self.hauteur)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reponses:
    """A question asked to residents, and what may be shown of its answers."""

    question: str
    base: str
    source: str
    parts: tuple[tuple[str, str, str, float], ...]
    """Answer, number of people, share in words, share from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A few paragraphs of a chapter, under a title of their own."""

    titre: str
    textes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapitre:
    """A chapter; an empty part is not written."""

    titre: str
    introduction: tuple[str, ...] = ()
    signature: str = ""
    """Who says it."""
    sections: tuple[Section, ...] = ()
    chiffres: tuple[ChiffreCle, ...] = ()
    ressorts: tuple[Ressort, ...] | None = None
    """None when nothing was searched for, empty when nothing was found."""
    illustrations: tuple[Illustration, ...] = ()
    """The most telling first."""
    renvoi: str = ""
    """Where all the figures of the axis are."""
    reponses: tuple[Reponses, ...] = ()
    manques: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annexe:
    """Tables of one axis, at the end of the document."""

    titre: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    """What needs no table: said in sentences, before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """The whole document."""

    organisme: str
    territoire: str
    population: str
    jour: date
    exemple: str
    chiffres: tuple[ChiffreCle, ...]
    ressorts: tuple[Ressort, ...]
    chapitres: tuple[Chapitre, ...]
    tableaux: tuple[Annexe, ...]
    """Of each axis, the figures commune by commune; none when they are not wanted."""
    sources: tuple[Annexe, ...]
    """Of each axis: indicators, what they measure, where they come from."""
    lexique: dict[str, str]
    """Words of the definitions, and what they mean."""
    preambule: dict[str, str]
    """What is said before, by title."""
    mot: Chapitre | None = None
    """What the présidence says, before anything else."""
    questionnaire: str = ""
    """How the questionnaire was led."""
    seule: bool = False
    """Whether it is the report of one commune: nothing is said commune by commune."""
    contour: tuple[tuple[tuple[float, float], ...], ...] = ()
    """Outlines of the communes, in a box of width 1, for the first page."""

    @property
    def illustrations(self) -> list[Illustration]:
        """All the figures, in order."""
        return [i for chapitre in self.chapitres for i in chapitre.illustrations]


def dessiner(rapport: Rapport, avance: Callable[[str], None]) -> list[bytes | None]:
    """Return the figures as SVG, in order, None for those that cannot be drawn.

    ``avance`` is told « Figure 4 sur 22 » as they come.
    """
    total = len(rapport.illustrations)
    asked = [illustration.demande for illustration in rapport.illustrations]
    return list(_suivi(images.dessins(asked), total, avance))


def _suivi(
    drawn: Iterator[bytes | None], total: int, avance: Callable[[str], None]
) -> Iterator[bytes | None]:
    for n, picture in enumerate(drawn, start=1):
        avance(mots.figure(n, total))
        yield picture


def court(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the cells of a dense table: reasons of absence in short."""
    return tuple(dire_annexes.COURTS.get(text, text) for text in texts)
