"""Files of objectifs: those of a forum, and what is wrong in them."""

from tests.corpus.attendu import Cas, lu, refuse
from tests.corpus.ecrire import LIGNES as INDICATEURS
from tests.corpus.ecrire import ods, texte, xlsx
from tests.sources.conftest import ecrire

ENTETE = ("objectif", "enjeu", "table", "profil")
LIGNES = [
    ("Un accueil pour les aidants, le soir", "Soutenir les aidants", "T1", "habitant"),
    ("Des navettes vers le marché", "Se déplacer", "T2", "partenaire"),
    ("Une épicerie solidaire qui se déplace", "Bien manger", "T1", "financeur"),
    ("Former des bénévoles contre l'isolement", "Vieillir chez soi", "T3", "élu"),
]
QUATRE = lu(4)


def classeur(*ensuite, feuille: str = "Objectifs") -> bytes:
    return xlsx([*LIGNES, *ensuite], entete=ENTETE, feuille=feuille)


CAS = [
    Cas(fichier, octets, attente, "objectifs")
    for fichier, octets, attente in (
        ("101_objectifs.xlsx", classeur, QUATRE),
        ("102_cp1252.csv", lambda: texte(LIGNES, entete=ENTETE, encodage="cp1252"), QUATRE),
        ("103_une_colonne.txt", lambda: "\n".join(row[0] for row in LIGNES).encode(), QUATRE),
        (
            "104_doublons.xlsx",
            lambda: classeur((LIGNES[0][0].upper() + " ", "Soutenir les aidants", "T1", "")),
            lu(5, warnings=("doublon_probable",)),
        ),
        (
            "105_personnes.xlsx",
            lambda: classeur(("Aider Mme Untel, 01 99 00 12 34, untel@exemple.fr", "", "", "")),
            lu(5, warnings=("donnee_personnelle_probable",)),
        ),
        (
            "106_vides.xlsx",
            lambda: xlsx(
                [("", "Se déplacer", "T1", ""), (None, "Santé")],
                entete=ENTETE,
                feuille="Objectifs",
            ),
            refuse("valeur_absente", "Objectifs", "2", "objectif"),
        ),
        (
            "107_trop_d_objectifs.txt",
            lambda: b"un bus\n" * 10_001,
            refuse("feuille_trop_grande", "10"),
        ),
        (
            "108_autre_feuille.xlsx",
            lambda: classeur(feuille="Feuil1"),
            refuse("feuille_absente", "Feuil1", "Objectifs"),
        ),
        (
            "109_deux_colonnes.csv",
            lambda: texte(LIGNES, entete=("objectif", "enjeu", "table", "objectif")),
            refuse("colonne_en_double", "objectif", "A et D"),
        ),
        (
            "110_formule.xlsx",
            lambda: ecrire([*LIGNES, ("=A1", "", "", "")], feuille="Objectifs", entete=ENTETE),
            refuse("formule_sans_valeur", "Objectifs", "6", "objectif"),
        ),
        (
            "111_sans_fin.csv",
            lambda: texte([("bus " * 1_500, "", "", "")], entete=ENTETE),
            refuse("texte_trop_long", "2", "objectif"),
        ),
        (
            "112_un_vide.csv",
            lambda: texte([*LIGNES, ("", "Se déplacer", "", "")], entete=ENTETE),
            refuse("valeur_absente", "6", "objectif"),
        ),
        ("113_ods.ods", lambda: ods(LIGNES, entete=ENTETE, feuille="Objectifs"), QUATRE),
        (
            "114_indicateurs.xlsx",
            lambda: xlsx(INDICATEURS),
            refuse("feuille_absente", "Indicateurs", "Objectifs"),
        ),
    )
]
CAS += [
    Cas("115_objectifs.xlsx", classeur, refuse("feuille_absente", "Objectifs", "Indicateurs")),
    Cas(
        "116_objectifs.csv",
        lambda: texte(LIGNES, entete=ENTETE),
        refuse("colonne_absente", "code", "territoire", "annee", "valeur"),
    ),
]
