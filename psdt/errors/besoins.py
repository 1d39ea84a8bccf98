"""The ABS: its files, its territoire, its indicators, its report."""

from collections.abc import Sequence

from psdt.errors.socle import PsdtError


class FichierIntrouvableError(PsdtError):
    """A file given to a command is not there, or may not be read."""

    def __init__(self, fichier: str) -> None:
        super().__init__(f"Le fichier {fichier} est introuvable ou illisible. Vérifiez son nom.")


class IndicateurInconnuError(PsdtError):
    """No such indicator, or commune, in the démarche."""

    def __init__(self) -> None:
        super().__init__("Cet indicateur n'existe pas ou plus : choisissez-en un autre.")


class EpciInconnuError(PsdtError):
    """The communes of an intercommunalité are asked for, and the démarche has not them."""

    def __init__(self, epci: str) -> None:
        super().__init__(
            f"La démarche ne connaît pas l'intercommunalité {epci}. Donnez la liste de ses "
            "communes avec --communes, par exemple la « composition communale » de l'Insee."
        )


class AutreTerritoireError(PsdtError):
    """An intercommunalité is asked for, and the démarche was said to be another territoire's."""

    def __init__(self, epci: str) -> None:
        super().__init__(
            f"L'intercommunalité {epci} n'est pas dans le territoire de la démarche. Lancez la "
            "commande sans --epci : elle prend les chiffres de ce territoire."
        )


class SansTerritoireError(PsdtError):
    """A file of all France is given to a démarche whose territoire nobody knows."""

    def __init__(self) -> None:
        super().__init__(
            "La démarche n'a pas encore de territoire. Dites-le dans l'écran « Territoire », ou "
            "donnez --epci SIREN et la liste de ses communes avec --communes."
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


class TropDIndicateursError(PsdtError):
    """A démarche would have more indicators than its screens can list."""

    def __init__(self, total: int, maximum: int) -> None:
        super().__init__(
            f"La démarche aurait {total} indicateurs, {maximum} au plus : rien n'a été "
            "enregistré. Ne gardez dans le fichier que ceux dont l'analyse se sert."
        )


class UniteChangeeError(PsdtError):
    """An import would make figures that it leaves in place be read in another unit."""

    def __init__(self, phrases: Sequence[str]) -> None:
        super().__init__("\n".join(phrases))


class UniteRevenueError(PsdtError):
    """Undoing an import would put figures back under the unit of a later one."""

    def __init__(self, libelles: Sequence[str]) -> None:
        super().__init__(
            "Les anciens chiffres reviendraient dans une autre unité que celle d'aujourd'hui : "
            f"{', '.join(libelles)}. Annulez d'abord les imports plus récents de cet indicateur."
        )


class ApercuPerimeError(PsdtError):
    """The base changed between the preview of an import and the moment to write it."""

    def __init__(self) -> None:
        super().__init__(
            "Les données de la démarche ont changé depuis cet aperçu : rien n'a été importé. "
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


class RapportVideError(PsdtError):
    """A report without any axis."""

    def __init__(self) -> None:
        super().__init__("Choisissez au moins un axe, puis préparez le rapport.")


class DescriptionChangeeError(PsdtError):
    """Somebody else described an indicator between what was read and what was asked."""

    def __init__(self) -> None:
        super().__init__(
            "Quelqu'un d'autre vient de changer cette description : rien n'a été enregistré. "
            "Relisez-la, puis recommencez s'il le faut."
        )


class ModificationInconnueError(PsdtError):
    """No such modification of the catalogue in this démarche, or it was undone already."""

    def __init__(self) -> None:
        super().__init__("Cette modification est déjà annulée : il n'y a rien d'autre à faire.")


class IndicateurTenuError(PsdtError):
    """An indicator that would be taken away has figures, or grounds an enjeu."""

    def __init__(self, libelles: Sequence[str]) -> None:
        super().__init__(
            "Des chiffres ou des constats s'appuient sur ce qui serait retiré : "
            f"{', '.join(libelles)}. Annulez d'abord les imports de ces chiffres, ou détachez les "
            "constats."
        )


class ContoursInchangesError(PsdtError):
    """Former outlines are asked for, and no file replaced any."""

    def __init__(self) -> None:
        super().__init__("Aucun fichier n'a remplacé de contours : il n'y a rien à remettre.")


class ProposTropLongError(PsdtError):
    """A text written for the report is longer than what it may hold."""

    def __init__(self, titre: str, longueur: int) -> None:
        super().__init__(
            f"« {titre} » est trop long : {longueur} caractères au plus. Raccourcissez-le, puis "
            "préparez de nouveau le rapport."
        )
