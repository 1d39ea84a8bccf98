"""The rapport d'ABS as PDF: the data of the model « rapport »."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from psdt.exports import images, pdf
from psdt.exports.rapport import Annexe, Chapitre, Illustration, Rapport, Table
from psdt.words import documents
from psdt.words import rapport as mots
from psdt.words import rapport_annexes as dire_annexes

PIXEL = 160 / 604
"""Millimetres: a figure as wide as the text has 604 of them."""
CARTE = 130 / 520
"""Of a narrower one: a map leaves room for another figure under it."""


def rediger(rapport: Rapport, dessins: Sequence[bytes | None]) -> bytes:
    """Return the document; ``dessins`` are its figures as SVG, in order."""
    names = [f"figure-{n}.svg" if drawn else "" for n, drawn in enumerate(dessins)]
    drawings = {name: drawn for name, drawn in zip(names, dessins, strict=True) if drawn}
    return pdf.compose("rapport", _donnees(rapport, iter(names)), drawings)


def _donnees(rapport: Rapport, names: Iterator[str]) -> dict[str, Any]:
    return {
        "organisme": rapport.organisme,
        "territoire": rapport.territoire,
        "population": rapport.population,
        "jour": rapport.jour.isoformat(),
        "date": mots.du(rapport.jour),
        "annee": str(rapport.jour.year),
        "exemple": rapport.exemple,
        "chiffres": [asdict(figure) for figure in rapport.chiffres],
        "ressorts": [asdict(ressort) for ressort in rapport.ressorts],
        "mot": _chapitre(rapport.mot, names) if rapport.mot else None,
        "chapitres": [_chapitre(chapitre, names) for chapitre in rapport.chapitres],
        "tableaux": [_annexe(annexe) for annexe in rapport.tableaux],
        "sources": [_annexe(annexe) for annexe in rapport.sources],
        "contour": rapport.contour,
        "methodes": list(_methodes(rapport).items()),
        "termes": sorted((dire_annexes.TERMES | rapport.lexique).items()),
        "cadre": list(rapport.preambule.items()),
        "mots": {
            "titre": mots.DOCUMENT,
            "sous_titre": mots.SOUS_TITRE,
            "sommaire": mots.SOMMAIRE,
            "retenir": mots.RETENIR,
            "ressort": mots.RESSORT,
            "rien": mots.RIEN,
            "manque": mots.MANQUE,
            "habitants": mots.HABITANTS,
            "annexes": dire_annexes.ANNEXES,
            "tableaux": dire_annexes.TABLEAUX_TITRE[rapport.seule],
            "sources": dire_annexes.SOURCES,
            "note_tableaux": dire_annexes.NOTE_TABLEAU,
            "note_sources": dire_annexes.NOTE_SOURCES,
            "methode": dire_annexes.METHODE,
            "glossaire": dire_annexes.GLOSSAIRE,
            "figure": documents.FIGURE,
            "tableau": documents.TABLEAU,
            "page": documents.PAGE,
            "sans_figure": mots.SANS_FIGURE,
            "reponses": [mots.REPONSE, mots.PERSONNES, mots.PART],
            "termes": [dire_annexes.TERME, dire_annexes.SENS],
        },
    }


def _chapitre(chapitre: Chapitre, names: Iterator[str]) -> dict[str, Any]:
    ressorts = chapitre.ressorts
    return {
        "titre": chapitre.titre,
        "introduction": list(chapitre.introduction),
        "signature": chapitre.signature,
        "sections": [asdict(section) for section in chapitre.sections],
        "chiffres": [asdict(figure) for figure in chapitre.chiffres],
        "ressorts": None if ressorts is None else [asdict(ressort) for ressort in ressorts],
        "figures": [_figure(figure, next(names)) for figure in chapitre.illustrations],
        "renvoi": chapitre.renvoi,
        "reponses": [asdict(answers) for answers in chapitre.reponses],
        "manques": list(chapitre.manques),
    }


def _methodes(rapport: Rapport) -> dict[str, str]:
    return dire_annexes.methodes(seule=rapport.seule, questionnaire=rapport.questionnaire)


def _annexe(annexe: Annexe) -> dict[str, Any]:
    return {
        "titre": annexe.titre,
        "notes": annexe.notes,
        "tables": [_table(table) for table in annexe.tables],
    }


def _figure(figure: Illustration, name: str) -> dict[str, Any]:
    return {
        "titre": figure.titre,
        "sous_titre": figure.sous_titre,
        "alt": figure.alt,
        "source": figure.source,
        "image": name,
        "largeur": figure.largeur * (PIXEL if figure.largeur == images.LARGEUR else CARTE),
        "donnees": _table(figure.donnees),
    }


def _table(table: Table) -> dict[str, Any]:
    columns = range(len(table.entetes))
    return {
        "titre": table.titre,
        "note": table.note,
        "entetes": table.entetes,
        "lignes": table.lignes,
        "largeurs": table.largeurs,
        "nombres": [x for x in columns if x >= table.textes],
    }
