"""The layouts of file that the application reads, and how each is recognised."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from psdt.domain.indicators import Statut
from psdt.sources import (
    cnaf,
    dictionnaire,
    geoclip,
    insee,
    melodi,
    modele,
    observatoire,
    precarite,
)
from psdt.sources.feuillet import DERNIERE_ENTETE, Feuillet, textes
from psdt.sources.grille import Classeur
from psdt.sources.perimetre import Perimetre
from psdt.sources.tableau import Catalogue, Refus, Tableau
from psdt.words import fichiers
from psdt.words import producteurs as mots


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A layout of file that the application reads."""

    label: str
    page: str
    """Of the documentation: ``docs/sources/<page>.md``."""
    entete: Callable[[Sequence[str]], bool]
    """Says whether a row is its header."""
    lire: Callable[[Feuillet, Catalogue, Perimetre], Tableau | Refus]


SOURCES: dict[str, Source] = {
    "modele": Source(
        label=fichiers.MODELE, page="modele", entete=modele.entete, lire=modele.lire_feuillet
    ),
    "insee_dossier_complet": Source(
        label=mots.DOSSIER,
        page="insee-base-cc",
        entete=insee.dossier,
        lire=insee.lire,
    ),
    "insee_comparateur": Source(
        label=mots.COMPARATEUR,
        page="insee-comparateur",
        entete=insee.comparateur,
        lire=insee.lire,
    ),
    "insee_base_cc": Source(
        label=mots.BASE_CC,
        page="insee-base-cc",
        entete=insee.base_communale,
        lire=insee.lire,
    ),
    "filosofi_disp": Source(
        label=mots.DISP,
        page="filosofi-disp",
        entete=insee.disponible,
        lire=partial(insee.lire, vide=Statut.SECRET),
    ),
    "filosofi": Source(
        label=mots.FILOSOFI, page="filosofi", entete=insee.filosofi, lire=insee.lire
    ),
    "observatoire": Source(
        label=mots.OBSERVATOIRE,
        page="observatoire",
        entete=observatoire.entete,
        lire=observatoire.lire,
    ),
    "melodi": Source(label=mots.MELODI, page="melodi", entete=melodi.entete, lire=melodi.lire),
    "cnaf": Source(label=mots.CNAF, page="cnaf", entete=cnaf.entete, lire=cnaf.lire),
    "precarite": Source(
        label=mots.PRECARITE, page="cnaf", entete=precarite.entete, lire=precarite.lire
    ),
    "geoclip": Source(
        label=mots.STATISTIQUES_LOCALES,
        page="statistiques-locales",
        entete=geoclip.entete,
        lire=geoclip.lire,
    ),
    "dictionnaire": Source(
        label=mots.DICTIONNAIRE,
        page="insee-base-cc",
        entete=dictionnaire.entete,
        lire=dictionnaire.lire,
    ),
}
"""In the order they are tried."""


def reconnue(noms: Sequence[str]) -> Source | None:
    """Return the layout whose header is this row, if any."""
    return next((source for source in SOURCES.values() if source.entete(noms)), None)


def nommer(source: Source, lu: Tableau | Refus) -> Tableau | Refus:
    """Return what a file gives, under the label of its layout."""
    return replace(lu, nature=source.label)


def feuillet_de(classeur: Classeur) -> Feuillet | None:
    """Return the first sheet of a workbook that has a known header, from that header on."""
    for feuille in modele.feuilles(classeur):
        lignes = classeur.lignes(feuille)
        for index, ligne in enumerate(lignes[:DERNIERE_ENTETE]):
            noms = textes(ligne)
            if reconnue(noms) is not None:
                return Feuillet(
                    fichier=classeur.nom,
                    feuille=feuille,
                    haut=tuple(" ".join(textes(above)).strip() for above in lignes[:index]),
                    noms=noms,
                    lignes=lignes[index + 1 :],
                    autres=tuple(name for name in classeur.feuilles if name != feuille),
                )
    return None
