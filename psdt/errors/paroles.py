"""What people say, how it is grouped, scored and shown."""

from psdt.errors.socle import PsdtError


class ElementInconnuError(PsdtError):
    """No such statement in this démarche."""

    def __init__(self) -> None:
        super().__init__("Cette proposition n'existe pas ou plus. Rechargez la page.")


class TexteError(PsdtError):
    """A text that is empty or too long to be kept."""

    def __init__(self, maximum: int) -> None:
        super().__init__(f"Écrivez un texte de 1 à {maximum} caractères, puis validez.")


class MotifManquantError(PsdtError):
    """Setting aside or merging was asked without a reason."""

    def __init__(self) -> None:
        super().__init__("Dites en quelques mots pourquoi : le motif accompagne la proposition.")


class TropPeuDeReponsesError(PsdtError):
    """So few answers that a result would tell who answered what."""

    def __init__(self, seuil: int) -> None:
        super().__init__(
            f"Moins de {seuil} personnes ont répondu : pour protéger leur choix, "
            "rien n'est affiché."
        )


class CollegeMasqueError(PsdtError):
    """A collège was asked for whose answers would tell those of a few people."""

    def __init__(self) -> None:
        super().__init__(
            "Les réponses de ce collège ne sont pas montrées à part, pour protéger celles de "
            "quelques personnes. Choisissez « Tous »."
        )


class CriteresError(PsdtError):
    """A ranking of criteria that forgets one, repeats one, or brings one from elsewhere."""

    def __init__(self) -> None:
        super().__init__("Classez chaque critère une fois, du plus au moins important.")


class ObjectifsIllisiblesError(PsdtError):
    """A file of objectifs that cannot be read; the sentence says what to mend, and where."""


class RegroupementInconnuError(PsdtError):
    """No such regroupement in this démarche, or no such theme in it."""

    def __init__(self) -> None:
        super().__init__("Ce regroupement n'existe pas ou plus. Rechargez la page.")


class RegroupementFigeError(PsdtError):
    """A regroupement was changed that is no longer the draft at work."""

    def __init__(self) -> None:
        super().__init__(
            "Ce regroupement n'est plus le brouillon en cours : rechargez la page, "
            "ou reprenez-le dans la liste des brouillons."
        )


class SuggestionChangeeError(PsdtError):
    """A suggestion was kept that is not the one now: objectifs came or went meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "Les objectifs ont changé depuis l'affichage de ces thèmes : relisez-les, "
            "puis retenez la version qui convient."
        )


class ConstatInconnuError(PsdtError):
    """No such constat in this démarche: another window detached it."""

    def __init__(self) -> None:
        super().__init__("Ce constat n'est plus rattaché. Rechargez la page.")
