"""Words of the home of the démarche: the five steps, where it stands, what to do now."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from psdt.words.grammar import MOIS, NBSP, count, fine

A_FAIRE = "Ce que vous pouvez faire maintenant"
RIEN_D_OUVERT = fine(
    "Rien ne vous est demandé pour le moment. Gardez cette page : "
    "elle se complète à l'ouverture de la prochaine activité."
)
ETAPES = "Où en est la démarche"
ABS = "Explorer les besoins du territoire"
SIGNAUX = "Voir ce qui ressort des chiffres"
THEMES = "Relire les thèmes suggérés"
PRIORITES = "Voir le tableau des priorités"

ETATS = {"done": "Faite", "current": "En cours", "coming": fine("À venir")}

TEXTES = {
    "ABS": fine("Les chiffres du territoire, commune par commune, et ce qui en ressort."),
    "FUTUR": fine("Élans, freins, « et si… ? » et récits de 2031."),
    "VOTES": fine("Les valeurs, les façons de faire et les ambitions."),
    "FORUM": fine("Le forum avec les habitants et les partenaires, puis les thèmes."),
    "PRIORITES": fine("Les enjeux notés, classés, et le projet écrit."),
}
NATURES = {
    "ELAN": ("élan", "élans"),
    "FREIN": ("frein", "freins"),
    "ET_SI": (fine("« et si »"), fine("« et si »")),
    "RECIT": ("récit", "récits"),
    "VALEUR": ("valeur", "valeurs"),
    "MODALITE": ("modalité", "modalités"),
    "AMBITION": ("ambition", "ambitions"),
    "OBJECTIF": ("objectif", "objectifs"),
}
RECUEILLI = {
    "ABS": (),
    "FUTUR": ("ELAN", "FREIN", "ET_SI", "RECIT"),
    "VOTES": ("VALEUR", "MODALITE", "AMBITION"),
    "FORUM": ("OBJECTIF",),
    "PRIORITES": (),
}


def organisme(nom: str, demonstration: bool) -> str:
    """Say whose démarche it is, and that it is invented when it is."""
    exemple = ". Données d'exemple : démarche, personnes et paroles inventées."
    return fine(nom + exemple) if demonstration else nom


def vous(role: str, mandats: Sequence[str]) -> str:
    """« Vous participez comme : Élue ou élu (Commission permanente). »."""
    sieges = f" ({', '.join(mandats)})" if mandats else ""
    return fine(f"Vous participez comme : {role}{sieges}.")


def jour(day: date) -> str:
    """« 12 mars 2026 »."""
    number = "1er" if day.day == 1 else day.day
    return f"{number}{NBSP}{MOIS[day.month - 1]}{NBSP}{day.year}"


def recueilli(paroles: Mapping[str, int], natures: Iterable[str]) -> str:
    """« 12 élans, 8 freins »: only what was collected; ``paroles`` counts by name of nature."""
    return fine(", ".join(count(paroles[n], *NATURES[n]) for n in natures if paroles.get(n)))
