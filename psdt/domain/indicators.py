"""Indicators of the ABS (analyse des besoins sociaux): what a figure is, and what it lacks.

The database stores the name of an enum, the screen shows its value: a value may be reworded.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

COLONNES = ("code", "libelle", "theme", "territoire", "annee", "valeur", "unite", "source")
"""Columns of the template, one row per value; the order does not matter."""

COLONNES_EN_PLUS = ("code_territoire", "niveau", "sens", "definition")
"""Columns the template may add: without them, the level and the direction are unknown."""

COLONNES_OBLIGATOIRES = ("code", "territoire", "annee", "valeur")

LONGUEURS = {"code": 60, "territoire": 100, "unite": 60, "code_territoire": 20}
"""Longest text of the columns that the database bounds."""

LONGUEURS_TEXTES = {"libelle": 300, "definition": 5_000, "source": 500, "calcul": 1_000}
"""Longest texts of a description that somebody writes."""

MAX_INDICATEURS = 2_000
"""Those of a démarche: no analysis reads as many, and the screens list them all."""

RAPPORTE = re.compile(
    r"[%‰€/]|\b(par|pour|au|indice|rapport|score|points?|euros?|ans|années|mois|jours|heures)\b"
    r"|\b(minutes|km|m²)(?!\w)"
)
"""What a unit that does not count has in it."""
RAPPORTES = re.compile(
    r"\bpour\s+(cent|mille|10+|1\s0+)(\s0+)*\b"
    r"|\bpar\s+(habitant|personne|ménage|famille|logement|résidence|enfant|élève|actif|emploi"
    r"|place|médecin|km)"
)
"""What the label of a rate has in it, wherever."""
RESUME = re.compile(
    r"^\W*(parts?|taux|proportion|pourcentage|indice|ratio|rapport|densité|score|distance|durée"
    r"|ancienneté|âge)\b|(?<!classes )\b(moyen(ne)?s?|médian(e)?s?)\b(?! section)"
)
"""What the label of a rate, of a mean or of a median has among its first words."""
DE_QUI = re.compile(r"\b(dont|ayant|avec|sans|sous|à|au|aux|en|selon|percevant|vivant)\b")
"""What starts to tell who is counted: a count of those under the median is a count."""
SIGNES = {"%": r"%|\bpour ?cents?\b", "‰": r"‰|\bpour ?mille\b", "€": r"€|\beuros?\b"}
"""Signs of units, and how files write them."""
RECENSEMENT = re.compile(r"recensement|\bRP ?\d{4}", re.IGNORECASE)
RECOUVREMENT = 5
"""A figure of the census is the mean of five yearly surveys: closer years share some."""
MILLESIME = re.compile(r"[\d(;].*", re.DOTALL)
"""What follows the producer and its survey in a source."""


class Niveau(StrEnum):
    """Level of a territoire, from the smallest to the largest."""

    COMMUNE = "Commune"
    EPCI = "Intercommunalité"
    DEPARTEMENT = "Département"
    REGION = "Région"
    FRANCE = "France"


class Axe(StrEnum):
    """The six axes of an ABS, after what describes the population as a whole."""

    DEMOGRAPHIE = "Démographie et territoire"
    FAMILLE = "Petite enfance, enfance, jeunesse et famille"
    EMPLOI = "Emploi, pauvreté et précarité"
    LOGEMENT = "Logement, hébergement et mobilité"
    SENIORS = "Seniors et vieillissement"
    SANTE = "Santé et handicap"
    DROITS = "Accès aux droits et au numérique"


class Sens(StrEnum):
    """What a higher value says of the situation of the people."""

    DEFAVORABLE = "défavorable"
    FAVORABLE = "favorable"
    NEUTRE = "neutre"


class Statut(StrEnum):
    """Whether a value is known, and if not, why: a missing value is never zero."""

    OK = "connue"
    SECRET = "secret statistique"  # noqa: S105 -- a figure withheld, not a password
    NON_DISPONIBLE = "non disponible"
    NON_COMMUNIQUE = "non communiqué"
    SANS_OBJET = "sans objet"
    NON_SIGNIFICATIF = "non significatif"
    VIDE = "case vide"


@dataclass(frozen=True, slots=True, kw_only=True)
class Territoire:
    """A commune, or a territoire it is compared with."""

    code: str
    """Official code, always text: « 56184 », « 01004 », « 245614383 »."""
    nom: str
    niveau: Niveau
    contour: str | None = None
    """GeoJSON geometry, as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicateur:
    """What is measured, in which unit, and what a higher value means."""

    code: str
    libelle: str
    theme: Axe
    unite: str
    sens: Sens
    definition: str
    source: str = ""
    """Who publishes it, when the catalogue says it; each figure names its own source too."""
    calcul: str = ""
    """How it is computed, in words."""
    modifie: bool = False
    """Whether the CIAS described it itself: an import then leaves its description alone."""

    @property
    def effectif(self) -> bool:
        """Whether it counts things: it grows with the territoire, and is compared by shares."""
        return _compte(self.libelle.lower(), self.unite.lower())


@lru_cache(maxsize=4096)
def _compte(libelle: str, unite: str) -> bool:
    """Say whether a label and its unit are those of a count: a rate may have a noun for unit."""
    if not unite or RAPPORTE.search(unite) or RAPPORTES.search(libelle):
        return False
    return not RESUME.search(DE_QUI.split(libelle, maxsplit=1)[0])


def meme_unite(one: str, other: str) -> bool:
    """Say whether two units are the same, one perhaps more precise than the other.

    Case, accents, plurals and the names of signs do not count. Precisions follow the unit:
    two different ones make different units, and no unit is another than any unit.

    Examples
    --------
    >>> meme_unite("Euros", "€ par an"), meme_unite("€ par mois", "€ par an")
    (True, False)
    >>> meme_unite("personnes", "%"), meme_unite("", "%")
    (False, False)
    """
    words, others = _mots_unite(one), _mots_unite(other)
    shorter = min(len(words), len(others))
    return words == others or bool(shorter and words[:shorter] == others[:shorter])


def _mots_unite(unite: str) -> list[str]:
    """Return the words of a unit, without case, accents or plurals."""
    plain = unicodedata.normalize("NFKD", unite.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for sign, names in SIGNES.items():
        plain = re.sub(names, f"{sign} ", plain)
    return [word.rstrip("s") or word for word in re.findall(r"[\w€%‰]+", plain)]


def ecart_minimal(source: str) -> int:
    """Return how many years must separate two figures of this source to compare them.

    Examples
    --------
    >>> ecart_minimal("Insee, recensement 2022"), ecart_minimal("Insee, Filosofi 2021")
    (5, 1)
    """
    return RECOUVREMENT if RECENSEMENT.search(source) else 1


@lru_cache(maxsize=4096)
def producteur(source: str) -> str:
    """Return who publishes a figure, and from which survey, whatever its year.

    Two figures of one territoire are an evolution only when they come from the same one.

    Examples
    --------
    >>> producteur("Insee, recensement 2022"), producteur("Insee, recensement, calculs (2010)")
    ('insee, recensement', 'insee, recensement')
    """
    words = [word.strip() for word in MILLESIME.sub("", source).casefold().split(",")[:2]]
    return ", ".join(filter(None, words)).removesuffix("s")
