"""Words of the past imports: what each brought, who made it, its undoing."""

from collections.abc import Mapping
from datetime import datetime

from psdt.words.grammar import count, fine, moment, number
from psdt.words.imports import QUELQU_UN

HISTORIQUE = "Imports précédents"
AUCUN_IMPORT = "Aucun import pour l'instant."
ANNULER = "Annuler cet import"
CONFIRMER = "Oui, annuler cet import"
ANNULATION_AIDE = fine(
    "Les chiffres qu'il avait remplacés reviennent. Ceux qu'un import plus récent a remplacés "
    "restent comme ils sont. Pour le refaire, redonnez le fichier, ou ressaisissez les chiffres."
)
RECENTS = 5
"""Imports shown at once; the older ones are folded away."""


def importe(nom: str, bilan: Mapping[str, int]) -> str:
    """« cc.csv est importé : 158 chiffres nouveaux, 12 changés. »."""
    said = [
        count(bilan[name], one, many)
        for name, one, many in (
            ("NOUVELLE", "chiffre nouveau", "chiffres nouveaux"),
            ("CHANGEE", "chiffre changé", "chiffres changés"),
        )
        if bilan[name]
    ]
    return fine(f"{nom} est importé{' : ' if said else ''}{', '.join(said)}.")


def annule(nom: str) -> str:
    """« L'import de cc.csv est annulé : les chiffres d'avant sont revenus. »."""
    return fine(f"L'import de {nom} est annulé : les chiffres d'avant sont revenus.")


def qui_quand(instant: datetime, par: str) -> str:
    """« 12 mars 2026 à 18 h 30, par Anne »."""
    return f"{moment(instant)}, par {par or QUELQU_UN}"


def apport(nature: str, bilan: Mapping[str, int], en_vigueur: int) -> str:
    """« Insee, Filosofi par commune : 158 nouveaux, 12 changés, 51 déjà là. »."""
    said = [
        count(bilan.get(name, 0), one, many)
        for name, one, many in (
            ("NOUVELLE", "chiffre nouveau", "chiffres nouveaux"),
            ("CHANGEE", "changé", "changés"),
            ("INCHANGEE", "déjà là", "déjà là"),
        )
        if bilan.get(name)
    ]
    total = sum(bilan.get(name, 0) for name in ("NOUVELLE", "CHANGEE", "INCHANGEE"))
    start = f"{nature} : " if nature else ""
    later = total - en_vigueur
    suite = ""
    if later and not en_vigueur:
        suite = ", tous remplacés depuis" if later > 1 else ", remplacé depuis"
    elif later:
        suite = f", dont {number(later)} {'remplacés' if later > 1 else 'remplacé'} depuis"
    return fine(f"{start}{', '.join(said)}{suite}.")


def annulation(instant: datetime, par: str) -> str:
    """« Annulé le 12 mars 2026 à 18 h 30, par Anne »."""
    return f"Annulé le {qui_quand(instant, par)}"


def anciens(n: int) -> str:
    """« Imports plus anciens (12) »."""
    return f"Imports plus anciens ({number(n)})"
