"""The dictionary of a base of Insee: what its columns mean. It holds no figure."""

from collections.abc import Sequence

from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.feuillet import Feuillet
from psdt.sources.perimetre import Perimetre
from psdt.sources.releve import Releve
from psdt.sources.tableau import Catalogue, Refus, Tableau

REPERES = {"COD_VAR", "LIB_VAR", "TYPE_VAR"}
NUMERIQUE = "NUM"
"""Type of the variables; the other rows list the territoires, by the thousand."""


def entete(noms: Sequence[str]) -> bool:
    """Recognise a dictionary."""
    return set(noms) >= REPERES


def lire(feuillet: Feuillet, _catalogue: Catalogue, _perimetre: Perimetre) -> Tableau | Refus:
    """Say that the data are in another file: raises ``IllisibleError``."""
    raise IllisibleError(Anomalie(genre=Genre.DICTIONNAIRE, lu=feuillet.fichier))


def libelles(feuillet: Feuillet) -> dict[str, str]:
    """Return what each variable counts, by the name of its column."""
    code, label, kind = (feuillet.noms.index(nom) for nom in ("COD_VAR", "LIB_VAR", "TYPE_VAR"))
    return {
        Releve.texte(ligne, code): Releve.texte(ligne, label)
        for ligne in feuillet.lignes
        if Releve.texte(ligne, kind) == NUMERIQUE
    }
