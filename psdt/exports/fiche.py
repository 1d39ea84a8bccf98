"""Fiches communales as a PDF: A4, one page a commune whatever its data."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date

from psdt.exports import pdf
from psdt.words import fiche as mots
from psdt.words.classeur import jour as dire_jour

MODELE = "fiche"
LETTRES = {"libelle": 120, "nom": 70, "colonne": 26, "phrase": 260, "note": 600}
"""Longest texts of a page: what is longer is cut, and says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cle:
    """A key figure, in words."""

    valeur: str
    libelle: str
    detail: str
    fragile: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A figure on the scale of its row."""

    niveau: str
    """Name of a level of the domain."""
    x: float
    """From 0, the lowest of the row, to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ligne:
    """An indicator, and what it is in each territoire of the columns."""

    libelle: str
    textes: tuple[str, ...]
    connus: tuple[bool, ...]
    """Whether each text is a figure, and not the reason of its absence."""
    fragile: bool
    points: tuple[Point, ...]
    autres: tuple[float, ...]
    """Places of the other communes on the same scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubrique:
    """The indicators of an axis."""

    nom: str
    lignes: tuple[Ligne, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheCommunale:
    """One page, ready to be written."""

    nom: str
    population: str
    cles: tuple[Cle, ...]
    fragilites: tuple[str, ...]
    forces: tuple[str, ...]
    colonnes: tuple[str, ...]
    """Names of the territoires compared, the commune first."""
    niveaux: tuple[str, ...]
    """Names of their levels."""
    themes: tuple[Rubrique, ...]
    repere: str
    """What « plus fragile que » is about: « l'intercommunalité ». Nothing without one."""
    notes: tuple[str, ...]
    """Cautions, secrecy, sources."""
    carte: str = field(default="", repr=False)
    """SVG of the small map; nothing when the commune has no outline."""

    @property
    def comparee(self) -> bool:
        """Whether other communes are on the scales."""
        return any(ligne.autres for theme in self.themes for ligne in theme.lignes)


def document(
    fiches: Sequence[FicheCommunale], *, organisme: str, demonstration: bool, jour: date
) -> bytes:
    """Return a tagged PDF with one page a fiche, in order.

    Raises
    ------
    ValueError
        Without any fiche.
    """
    if not fiches:
        raise ValueError("document: no fiche")
    images = {
        f"carte-{n}.svg": fiche.carte.encode() for n, fiche in enumerate(fiches) if fiche.carte
    }
    pages = [_page(n, fiche) for n, fiche in enumerate(fiches)]
    nom = _cut(organisme, "nom")
    donnees = {
        "titre": mots.titre_document([fiche.nom for fiche in fiches], nom),
        "auteur": nom,
        "jour": jour.isoformat(),
        "pied": mots.pied(nom, dire_jour(jour), demonstration=demonstration),
        "mots": {
            "surtitre": mots.TITRE,
            **mots.RESSORTS,
            "tableau": mots.TABLEAU,
            "indicateur": mots.INDICATEUR,
            "repartition": mots.REPARTITION,
            "echelle": mots.ECHELLE,
            "legende": mots.LEGENDE_TRAIT,
        },
        "fiches": pages,
    }
    return pdf.compose(MODELE, donnees, images)


def _page(n: int, fiche: FicheCommunale) -> dict[str, object]:
    """Return what the model reads of a fiche, its texts cut to what a page can hold."""
    raw = asdict(fiche)
    raw["nom"] = _cut(fiche.nom, "nom")
    raw["colonnes"] = [_cut(nom, "colonne") for nom in fiche.colonnes]
    for name in ("fragilites", "forces", "notes"):
        what = "note" if name == "notes" else "phrase"
        raw[name] = [_cut(text, what) for text in raw[name]]
    raw["fragilites"] = raw["fragilites"] or [mots.CALME["fragilites"]]
    raw["forces"] = raw["forces"] or [mots.CALME["forces"]]
    for cle in raw["cles"]:
        cle["libelle"] = _cut(cle["libelle"], "libelle")
        cle["detail"] = _cut(cle["detail"], "libelle")
    for theme in raw["themes"]:
        for ligne in theme["lignes"]:
            ligne["libelle"] = _cut(ligne["libelle"], "libelle")
    raw["legende"] = mots.LEGENDE.format(fiche.repere) if fiche.repere else ""
    raw["autres"] = mots.AUTRES if fiche.comparee else ""
    raw["alt"] = mots.situation(raw["nom"])
    raw["carte"] = f"carte-{n}.svg" if fiche.carte else ""
    return raw


def _cut(text: str, what: str) -> str:
    """Return a text, whole when it fits."""
    length = LETTRES[what]
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
