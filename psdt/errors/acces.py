"""Who may come in, and who may do what."""

from psdt.errors.socle import PsdtError


class NotConnectedError(PsdtError):
    """A page that is not public was opened by nobody in particular."""

    def __init__(self) -> None:
        super().__init__(
            "Pour continuer, scannez le code QR qui vous a été remis, "
            "ou connectez-vous depuis l'accueil."
        )


class CodeInconnuError(PsdtError):
    """A QR code opened nothing: forged, mistyped or revoked."""

    def __init__(self) -> None:
        super().__init__("Ce code n'est pas valable. Demandez-en un autre à l'animateur.")


class IdentifiantsError(PsdtError):
    """Unknown account or wrong password: which of the two is not told."""

    def __init__(self) -> None:
        super().__init__("Adresse ou mot de passe inconnu. Vérifiez-les, puis réessayez.")


class TropDEssaisError(PsdtError):
    """Too many wrong tries in a minute, by anybody."""

    def __init__(self) -> None:
        super().__init__("Trop d'essais : réessayez dans une minute.")


class MotDePasseError(PsdtError):
    """A password too short to be chosen."""

    def __init__(self, longueur: int) -> None:
        super().__init__(f"Choisissez un mot de passe d'au moins {longueur} caractères.")


class CompteExistantError(PsdtError):
    """The account is somebody's already."""

    def __init__(self, identifiant: str) -> None:
        super().__init__(
            f"Le compte {identifiant} existe déjà : pour lui donner un autre mot de passe, "
            "ajoutez --reinitialiser."
        )


class CompteInconnuError(PsdtError):
    """No such account."""

    def __init__(self, identifiant: str) -> None:
        super().__init__(f"Aucun compte {identifiant}. Vérifiez l'adresse.")


class AccessDeniedError(PsdtError):
    """The person's role, or démarche, does not allow the action."""

    def __init__(self) -> None:
        super().__init__(
            "Votre rôle ne permet pas cette action. Adressez-vous à l'animateur de la séance."
        )


class DemonstrationSeuleError(PsdtError):
    """One-click sign-in was asked elsewhere than on the demonstration."""

    def __init__(self) -> None:
        super().__init__("L'entrée en un clic n'existe que dans la démonstration, sur ce poste.")
