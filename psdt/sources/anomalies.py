"""What is wrong in a file, and where: found by the readers, said in French."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from psdt.words import fichiers as mots


class Genre(StrEnum):
    """Kind of anomaly. The values are names for machines, the sentences are in words."""

    FICHIER_VIDE = "fichier_vide"
    FICHIER_TROP_GROS = "fichier_trop_gros"
    FICHIER_ABIME = "fichier_abime"
    FORMAT_INCONNU = "format_inconnu"
    FICHIER_DE_VERROU = "fichier_de_verrou"
    MACRO_REFUSEE = "macro_refusee"
    MOT_DE_PASSE = "mot_de_passe"
    ENCODAGE = "encodage"
    FEUILLE_ABSENTE = "feuille_absente"
    FICHIER_D_OBJECTIFS = "fichier_d_objectifs"
    FEUILLE_TROP_GRANDE = "feuille_trop_grande"
    COLONNE_ABSENTE = "colonne_absente"
    COLONNE_EN_DOUBLE = "colonne_en_double"
    AUCUNE_LIGNE = "aucune_ligne"
    LIGNE_TROP_LONGUE = "ligne_trop_longue"
    VALEUR_ABSENTE = "valeur_absente"
    VALEUR_ILLISIBLE = "valeur_illisible"
    FORMULE_SANS_VALEUR = "formule_sans_valeur"
    TEXTE_TROP_LONG = "texte_trop_long"
    NIVEAU_ABSENT = "niveau_absent"
    NIVEAU_CONTRAIRE = "niveau_contraire"
    AUTRE_NOM = "autre_nom"
    NOM_PROCHE = "nom_proche"
    DOUBLON = "doublon"
    CODE_ILLISIBLE = "code_illisible"
    DEUX_FOIS = "deux_fois"
    NOMBRE_ILLISIBLE = "nombre_illisible"
    NIVEAU_A_DIRE = "niveau_a_dire"
    ANNEE_A_DIRE = "annee_a_dire"
    ANNEE_ABSENTE = "annee_absente"
    ANNEE_ILLISIBLE = "annee_illisible"
    AUCUN_TERRITOIRE = "aucun_territoire"
    TERRITOIRE_A_DIRE = "territoire_a_dire"
    AUCUN_INDICATEUR = "aucun_indicateur"
    TROP_D_INDICATEURS = "trop_d_indicateurs"
    DICTIONNAIRE = "dictionnaire"
    # What is typed, pasted, or brought besides figures.
    CONTOURS = "contours"
    LIEU_INCONNU = "lieu_inconnu"
    LIEU_PROCHE = "lieu_proche"
    COMMUNE_SANS_CODE = "commune_sans_code"
    EFFECTIF_ILLISIBLE = "effectif_illisible"
    EFFECTIF_TROP_GRAND = "effectif_trop_grand"
    REPONSES_TROP_NOMBREUSES = "reponses_trop_nombreuses"
    SAISIE_ABSENTE = "saisie_absente"
    POURCENTAGE_SAISI = "pourcentage_saisi"
    RIEN_A_LIRE = "rien_a_lire"
    TROP_DE_LIGNES = "trop_de_lignes"
    # Remarks: the file is read all the same.
    THEME_INCONNU = "theme_inconnu"
    NIVEAU_SUPPOSE = "niveau_suppose"
    DESCRIPTION_VARIABLE = "description_variable"
    DOUBLON_PROBABLE = "doublon_probable"
    DONNEE_PERSONNELLE_PROBABLE = "donnee_personnelle_probable"
    COLONNES_IGNOREES = "colonnes_ignorees"
    FEUILLES_NON_LUES = "feuilles_non_lues"
    HORS_PERIMETRE = "hors_perimetre"
    NOM_AILLEURS = "nom_ailleurs"
    NOMS_AUTRES = "noms_autres"
    INDICATEUR_A_DECRIRE = "indicateur_a_decrire"
    PERIODES_ECARTEES = "periodes_ecartees"
    SOMME_DE_COMMUNES = "somme_de_communes"
    VALEUR_IMPOSSIBLE = "valeur_impossible"
    LIGNES_MASQUEES = "lignes_masquees"
    FEUILLES_MASQUEES = "feuilles_masquees"
    POURCENTAGE_CONTRAIRE = "pourcentage_contraire"
    ANNEE_A_VERIFIER = "annee_a_verifier"
    PARTS_EN_FRACTIONS = "parts_en_fractions"
    HORS_DES_COMMUNES = "hors_des_communes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anomalie:
    """One thing to mend in a file: where it is, what was read, what to do."""

    genre: Genre
    feuille: str | None = None
    ligne: int | None = None
    """Counted from 1, as the spreadsheet shows it."""
    colonne: str | None = None
    """Name of the column, then its letter when it has one: « annee (E) »."""
    lu: str = ""
    detail: str = ""
    """What the sentence needs besides: another line, a list of names, a size."""

    @property
    def que_faire(self) -> str:
        """What is wrong and how to mend it, without the place."""
        return mots.que_faire(self.genre, self.colonne, lu=self.lu, detail=self.detail)

    @property
    def phrase(self) -> str:
        """The whole sentence: place, what is wrong, what to do."""
        return mots.phrase(
            mots.lieu(self.feuille, self.ligne, self.colonne),
            self.que_faire,
        )


class IllisibleError(Exception):
    """A file that cannot be read further. Stays inside ``psdt.sources``."""

    def __init__(self, anomalie: Anomalie) -> None:
        super().__init__(anomalie.phrase)
        self.anomalie = anomalie


@contextmanager
def frontiere(fichier: str) -> Generator[None]:
    """Turn whatever a reading library raises into « the file is damaged ».

    On damaged files, zipfile, zlib, expat and our own readers raise many kinds of exceptions.
    Only the reading of bytes belongs inside: the mistakes of other code would be hidden.
    """
    try:
        yield
    except IllisibleError:
        raise
    except Exception as error:
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_ABIME, lu=fichier)) from error
