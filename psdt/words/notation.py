"""Words of the notation: one question a screen, on a phone or at a desk."""

from datetime import datetime

from psdt.words.grammar import count, fine, moment

NOTER = "Noter les enjeux"
SANS_AVIS = "Sans avis"

AUCUNE = fine("Aucune notation n'est ouverte pour vous.")
ATTENDRE = fine("Rechargez cette page quand l'animateur ou l'animatrice l'annonce.")
MERCI = fine("Merci, vous avez répondu à tout.")


def situation(place: int, n_enjeux: int, n_criteres: int) -> tuple[str, str]:
    """« Enjeu 4 sur 14 », « Question 2 sur 5 », for a question counted from 0."""
    enjeu, question = divmod(place, n_criteres)
    return f"Enjeu {enjeu + 1} sur {n_enjeux}", f"Question {question + 1} sur {n_criteres}"


def reprendre(n: int) -> str:
    """« Répondre à la dernière question », « Répondre aux 12 questions »."""
    return "Répondre à la dernière question" if n == 1 else f"Répondre aux {n} questions"


def reponses(n: int, total: int) -> str:
    """« Aucune réponse sur 70 », « 12 réponses sur 70 »."""
    return f"{count(n, 'réponse', 'réponses', none='Aucune réponse')} sur {total}"


def bilan(texte: str, n: int, total: int) -> str:
    """« Soutenir les aidants (4 réponses sur 5) »."""
    return f"{texte} ({reponses(n, total).lower()})"


def close(close_le: datetime | None) -> str:
    """« La notation est close depuis le 12 mars 2026 à 18 h 30 : vos réponses sont gardées. »."""
    quand = f" depuis le {moment(close_le)}" if close_le else ""
    return fine(f"La notation est close{quand} : vos réponses sont gardées.")
