"""Why the base could not be copied, or a copy put back: what each error says to do."""

from pathlib import Path

from psdt.words.grammar import fine

SERVEUR = fine("Cette base est sur un serveur PostgreSQL : utilisez pg_dump et pg_restore.")


def aucune_base(base: Path) -> str:
    """Say that there is nothing to copy yet."""
    return fine(f"Il n'y a pas encore de base à copier ({base}).")


def deja_la(copie: Path) -> str:
    """Say that a copy never replaces a file."""
    return fine(f"{copie} existe déjà : choisissez un autre nom.")


def sans_dossier(dossier: Path) -> str:
    """Say that the folder of the copy is missing."""
    return fine(f"Le dossier {dossier} n'existe pas : créez-le d'abord.")


def copie_illisible(verdict: str) -> str:
    """Say that the copy just made was wrong; ``verdict`` is the answer of the base."""
    return fine(f"La copie était illisible et a été supprimée ({verdict}).")


def pas_ecrite(error: Exception) -> str:
    """Say why the copy could not be written."""
    return fine(f"La copie n'a pas pu être écrite : {error}.")


def pas_restauree(error: Exception) -> str:
    """Say why the copy could not be put back."""
    failed = f"La restauration a échoué, rien n'a changé : {error}"
    return fine(f"{failed}. Arrêtez l'application d'abord.")


def sans_copie(copie: Path) -> str:
    """Say that there is no such copy."""
    return fine(f"Le fichier {copie} n'existe pas : vérifiez son nom.")


def pas_une_copie(fichier: Path) -> str:
    """Say that a file is something else."""
    return fine(f"{fichier} n'est pas une copie faite par « psdt backup ».")


def abimee(copie: Path, verdict: str) -> str:
    """Say that a copy is damaged; ``verdict`` is the answer of the base."""
    return fine(f"{copie} est abîmé ({verdict}) : prenez une autre copie.")
