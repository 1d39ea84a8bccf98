"""The suggested themes, and the review of them by the commission permanente."""

from enum import StrEnum


class StatutRegroupement(StrEnum):
    """Where a regroupement stands: the commission works on a draft, then adopts it."""

    BROUILLON = "brouillon"
    ADOPTE = "adopté"
    ABANDONNE = "abandonné"
