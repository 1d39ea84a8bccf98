"""The database, and what it was prepared for."""

from psdt.errors.socle import PsdtError


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
