"""Which figures a chapter shows in Word, and in which order, so that its pages are full.

Word decides where pages end: heights are only estimated here, in centimetres, from the number
of letters. The PDF measures its own.
"""

from psdt.exports import images
from psdt.exports.rapport import Chapitre, Illustration

PAGE = 25.0
LARGEUR, CARTE = 16.0, 13.0
"""Widths of a figure as wide as the text, and of a narrower one: the map."""
PLEINE = 0.55
"""A page more is opened for figures that fill this share of it."""
LIGNE, PETITE = 0.52, 0.44
LETTRES, PETITES = 96, 108
"""Height and letters of a line of text, and of a smaller one."""
TITRE, INTERTITRE, CHIFFRES, TABLE, RANG = 1.6, 1.1, 2.7, 1.4, 0.62


def largeur(figure: Illustration) -> float:
    """Return the width of a figure."""
    return LARGEUR if figure.largeur >= images.LARGEUR else CARTE


def ranger(chapitre: Chapitre) -> list[int]:
    """Return the figures to show, by position: each time, the first one that fits.

    The last ones are left out when they would fill too little of a page of their own; the
    first page after the text is opened in any case.
    """
    left = {n: hauteur(figure) for n, figure in enumerate(chapitre.illustrations)}
    room = PAGE - _texte(chapitre) % PAGE
    chosen: list[int] = []
    while left:
        fitting = next((n for n, height in left.items() if height <= room), None)
        if fitting is None and room < PAGE:
            if chosen and sum(left.values()) < PLEINE * PAGE:
                break
            room = PAGE
            continue
        number = fitting if fitting is not None else next(iter(left))
        room -= left.pop(number)
        chosen.append(number)
    return chosen


def hauteur(figure: Illustration) -> float:
    """Return the height of a figure with its caption and its source."""
    pixels = figure.hauteur or figure.fig.layout.height or images.HAUTEUR
    drawn = pixels * largeur(figure) / figure.largeur
    said = _lignes(figure.titre, 85) * LIGNE + 0.2
    quiet = _lignes(figure.sous_titre, PETITES) + _lignes(figure.source, PETITES)
    return float(drawn + said + quiet * PETITE + 0.3)


def _texte(chapitre: Chapitre) -> float:
    height = TITRE + sum(_paragraphe(text) for text in chapitre.introduction)
    height += -(-len(chapitre.chiffres) // 2) * CHIFFRES
    if chapitre.ressorts is not None:
        height += INTERTITRE
        for ressort in chapitre.ressorts:
            height += _paragraphe(f"{ressort.ton}. {ressort.phrase}")
            height += _lignes(ressort.suite, PETITES) * PETITE
    for answers in chapitre.reponses:
        height += INTERTITRE + TABLE + RANG * len(answers.parts) + 2 * PETITE
    height += INTERTITRE * (bool(chapitre.reponses) + bool(chapitre.manques))
    height += sum(_paragraphe(text) for text in chapitre.manques)
    return height + (PETITE + 0.2) * bool(chapitre.renvoi)


def _paragraphe(text: str) -> float:
    return _lignes(text, LETTRES) * LIGNE + 0.2


def _lignes(text: str, letters: int) -> int:
    return -(-len(text) // letters)
