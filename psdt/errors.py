"""Every error the application raises on purpose, with the sentence people read.

One class per situation that a person can understand and act upon. The sentence is
in French: what happened, then what to do. A programming mistake is not one of
these: let ``ValueError`` or ``KeyError`` rise, and correct the code.
"""

from collections.abc import Sequence
from datetime import datetime

from psdt.words.grammar import fine, moment


class PsdtError(Exception):
    """Base of the errors shown to people: ``str(error)`` is the French sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(fine(sentence))


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


class DejaInstalleError(PsdtError):
    """``psdt init`` was run on a base that holds a démarche."""

    def __init__(self) -> None:
        super().__init__(
            "Cette base contient déjà une démarche. Pour ajouter un agent : « psdt agent »."
        )


class PasDeDemarcheError(PsdtError):
    """Nothing was prepared yet."""

    def __init__(self) -> None:
        super().__init__("Cette base est vide. Commencez par « psdt init » ou « psdt demo ».")


class DemonstrationSeuleError(PsdtError):
    """One-click sign-in was asked elsewhere than on the demonstration."""

    def __init__(self) -> None:
        super().__init__("L'entrée en un clic n'existe que dans la démonstration, sur ce poste.")


class ActiviteInconnueError(PsdtError):
    """No such activité, or something that is not part of it."""

    def __init__(self) -> None:
        super().__init__("Cette activité n'existe pas ou plus. Revenez à l'accueil.")


class SeanceInconnueError(PsdtError):
    """No such séance in this démarche."""

    def __init__(self) -> None:
        super().__init__("Cette séance n'existe pas ou plus. Revenez à l'accueil.")


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


class BackupError(PsdtError):
    """The database could not be copied or restored; the sentence says why."""


class BaseTropRecenteError(PsdtError):
    """The database was written by a later version of the application."""

    def __init__(self) -> None:
        super().__init__(
            "La base de données vient d'une version plus récente : mettez l'application à jour."
        )


class BaseInaccessibleError(PsdtError):
    """The database of ``PSDT_DATABASE_URL`` does not answer."""

    def __init__(self) -> None:
        super().__init__(
            "La base de données ne répond pas : vérifiez PSDT_DATABASE_URL et le serveur."
        )


class CriteresError(PsdtError):
    """A ranking of criteria that forgets one, repeats one, or brings one from elsewhere."""

    def __init__(self) -> None:
        super().__init__("Classez chaque critère une fois, du plus au moins important.")


class CollegeMasqueError(PsdtError):
    """A collège was asked for whose answers would tell those of a few people."""

    def __init__(self) -> None:
        super().__init__(
            "Les réponses de ce collège ne sont pas montrées à part, pour protéger celles de "
            "quelques personnes. Choisissez « Tous »."
        )


class ObjectifsIllisiblesError(PsdtError):
    """A file of objectifs that cannot be read; the sentence says what to mend, and where."""


class FichierIntrouvableError(PsdtError):
    """A file given to a command is not there, or may not be read."""

    def __init__(self, fichier: str) -> None:
        super().__init__(f"Le fichier {fichier} est introuvable ou illisible. Vérifiez son nom.")


class IndicateurInconnuError(PsdtError):
    """No such indicator, or commune, in the démarche."""

    def __init__(self) -> None:
        super().__init__("Cet indicateur n'existe pas ou plus : choisissez-en un autre.")


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


class EpciInconnuError(PsdtError):
    """The communes of an intercommunalité are asked for, and the démarche has not them."""

    def __init__(self, epci: str) -> None:
        super().__init__(
            f"La démarche ne connaît pas l'intercommunalité {epci}. Donnez la liste de ses "
            "communes avec --communes, par exemple la « composition communale » de l'Insee."
        )


class ImportRefuseError(PsdtError):
    """A file of indicators that cannot be taken; the sentences say what to mend, and where."""

    MONTREES = 20

    def __init__(self, phrases: Sequence[str]) -> None:
        super().__init__("\n".join(phrases[: self.MONTREES]))


class ImportInconnuError(PsdtError):
    """No such import in this démarche."""

    def __init__(self) -> None:
        super().__init__("Cet import n'existe pas ou plus. Rechargez la page.")


class ImportAnnuleError(PsdtError):
    """An import was undone twice: another window did it, or a double click."""

    def __init__(self) -> None:
        super().__init__("Cet import est déjà annulé : il n'y a rien d'autre à faire.")


class ApercuPerimeError(PsdtError):
    """The base changed between the preview of an import and the moment to write it."""

    def __init__(self) -> None:
        super().__init__(
            "Les chiffres de la démarche ont changé depuis cet aperçu : rien n'a été importé. "
            "L'aperçu vient d'être refait ; relisez-le, puis importez."
        )


class QuestionInconnueError(PsdtError):
    """No such question of a questionnaire in this démarche."""

    def __init__(self) -> None:
        super().__init__("Cette question n'existe pas ou plus. Rechargez la page.")


class TerritoireVideError(PsdtError):
    """A territoire was adopted without any commune."""

    def __init__(self) -> None:
        super().__init__("Donnez au moins une commune, puis validez.")


class TropDeCommunesError(PsdtError):
    """A list of communes longer than any territoire was given as one."""

    def __init__(self, communes: int) -> None:
        super().__init__(
            f"Cette liste a {communes} communes : aucun territoire n'en a autant. Choisissez un "
            "fichier qui dit de quelle intercommunalité est chacune, ou ne gardez que les vôtres."
        )


class CodeEpciError(PsdtError):
    """The code of an intercommunalité is not a SIREN."""

    def __init__(self) -> None:
        super().__init__("Le code d'une intercommunalité est son SIREN : neuf chiffres.")


class NomTropLongError(PsdtError):
    """A name or a text longer than what the database keeps."""

    def __init__(self, quoi: str, maximum: int) -> None:
        super().__init__(f"{quoi} : écrivez de 1 à {maximum} caractères, puis validez.")


class ConstatInconnuError(PsdtError):
    """No such constat in this démarche: another window detached it."""

    def __init__(self) -> None:
        super().__init__("Ce constat n'est plus rattaché. Rechargez la page.")


class RapportVideError(PsdtError):
    """A report without any axis."""

    def __init__(self) -> None:
        super().__init__("Choisissez au moins un axe, puis préparez le rapport.")
