"""What an agent writes in the rapport d'ABS: figures do not say it."""

from enum import StrEnum


class Propos(StrEnum):
    """A text of the report, which nobody has to write; its value is how it is asked for."""

    PRESIDENCE = "Mot de la présidence"
    SIGNATURE = "Qui le signe"
    QUESTIONNAIRE = "Comment le questionnaire a été mené"
    OFFRE = "L'offre existante"
    PERSPECTIVES = "Perspectives"

    @property
    def longueur(self) -> int:
        """Most characters it may have: about two pages, one line for who signs."""
        return 150 if self is Propos.SIGNATURE else 6000
