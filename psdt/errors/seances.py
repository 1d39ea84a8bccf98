"""Séances and activités: what is open, and to whom."""

from datetime import datetime

from psdt.errors.socle import PsdtError
from psdt.words.grammar import moment


class SeanceInconnueError(PsdtError):
    """No such séance in this démarche."""

    def __init__(self) -> None:
        super().__init__("Cette séance n'existe pas ou plus. Revenez à l'accueil.")


class ActiviteInconnueError(PsdtError):
    """No such activité, or something that is not part of it."""

    def __init__(self) -> None:
        super().__init__("Cette activité n'existe pas ou plus. Revenez à l'accueil.")


class ActiviteNonOuverteError(PsdtError):
    """An answer came before the opening."""

    def __init__(self, titre: str) -> None:
        super().__init__(f"« {titre} » n'est pas encore ouvert : attendez l'animateur.")


class ActiviteCloseError(PsdtError):
    """An answer came after the close."""

    def __init__(self, titre: str, close_le: datetime | None) -> None:
        quand = f" depuis le {moment(close_le)}" if close_le else ""
        super().__init__(
            f"« {titre} » est clos{quand} : vos réponses d'avant sont gardées, "
            "la dernière n'a pas été enregistrée."
        )


class ActiviteOuverteError(PsdtError):
    """Results were asked before the close, or settings changed after the opening."""

    def __init__(self, titre: str) -> None:
        super().__init__(f"« {titre} » n'est pas clos : ses résultats paraîtront à la clôture.")


class ParametresManquantsError(PsdtError):
    """An activité was opened before all that it needs was prepared."""

    def __init__(self, nature: str) -> None:
        super().__init__(
            f"Cette activité ({nature}) n'est pas prête : choisissez d'abord sur quoi elle porte."
        )


class CollegeNonInviteError(PsdtError):
    """The person's collège is not asked in this activité."""

    def __init__(self, titre: str) -> None:
        super().__init__(f"« {titre} » s'adresse à d'autres participants. Revenez à l'accueil.")
