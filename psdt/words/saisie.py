"""What is wrong in what people type, paste, or bring besides figures: and what to do."""

from psdt.words.grammar import fine, number

QUE_FAIRE = {
    "contours": "le fichier {lu} ne donne pas de contours : {detail}",
    "lieu_inconnu": "« {lu} » n'est ni une commune de votre territoire, ni votre "
    "intercommunalité. Écrivez son nom ou son code comme dans l'écran « Territoire ».",
    "lieu_proche": "« {lu} » : vouliez-vous dire {detail} ? Corrigez le nom.",
    "commune_sans_code": "« {lu} » n'a pas de code. Écrivez le code Insee devant le nom, par "
    "exemple « 01004 Ambérieu-en-Bugey ».",
    "effectif_illisible": "« {lu} » n'est pas un nombre de personnes. Écrivez un nombre entier, "
    "par exemple 24.",
    "effectif_trop_grand": "{lu} personnes pour {detail} répondants. Corrigez l'un des deux.",
    "reponses_trop_nombreuses": "{lu} réponses pour {detail} répondants. Cochez « Plusieurs "
    "réponses possibles » si c'était le cas ; sinon, corrigez les nombres.",
    "pourcentage_saisi": "« {lu} » est un pourcentage, alors que l'unité est « {detail} ». "
    "Corrigez l'un des deux.",
    "saisie_absente": "remplissez « {lu} ».",
    "rien_a_lire": "aucune ligne n'est remplie. Tapez ou collez au moins une valeur.",
    "trop_de_lignes": "il y a trop de lignes ({detail}). Gardez l'essentiel.",
}
AXE_ILLISIBLE = fine(
    "« {lu} » n'est pas un axe. Écrivez l'un des sept axes du catalogue, par exemple « Santé et "
    "handicap »."
)

GEOPACKAGE = fine(
    "c'est un GeoPackage. Dans votre logiciel de cartes, exportez la couche des communes au "
    "format GeoJSON, en coordonnées WGS 84 (EPSG:4326)."
)
SHAPEFILE = fine(
    "c'est un fichier de formes (shapefile) ou une archive. Dans votre logiciel de cartes, "
    "exportez la couche des communes au format GeoJSON, en coordonnées WGS 84 (EPSG:4326)."
)
TOPOJSON = fine("c'est du TopoJSON. Exportez la couche des communes au format GeoJSON.")
PAS_JSON = fine(
    "ce n'est pas du GeoJSON lisible. Exportez de nouveau la couche des communes au format "
    "GeoJSON."
)
SANS_OBJET = fine("il n'a aucun objet. Choisissez la couche des communes.")
PROJETE = fine(
    "ses coordonnées sont en mètres (Lambert 93 ou autre projection). Exportez-le de nouveau en "
    "longitude et latitude : WGS 84, EPSG:4326."
)
INVERSE = fine(
    "longitude et latitude y sont inversées. Exportez-le de nouveau : la longitude vient d'abord."
)
SANS_COMMUNE = fine(
    "aucun objet ne porte le code ou le nom d'une de vos communes. Il faut une propriété "
    "« code », « insee » ou « nom »."
)


def coordonnees(nom: str) -> str:
    """Say that the outline of a commune has something else than numbers."""
    wrong = f"le contour de {nom} a des coordonnées qui ne se lisent pas"
    return fine(f"{wrong}. Exportez de nouveau la couche des communes.")


def trop_d_objets(n: int) -> str:
    """Say that a file has more objects than France has communes."""
    return fine(f"il a plus de {number(n)} objets. Gardez les communes de votre département.")


def trop_de_points(n: int) -> str:
    """Say that outlines are more detailed than a map shows."""
    return fine(
        f"ses contours ont plus de {number(n)} points. Prenez une version moins détaillée, ou "
        "seulement les communes de votre territoire."
    )


OU, QUE_FAIRE_COLONNE = "Où", "Que faire"
A_CORRIGER = "Ce qui est à corriger, et où."
PARTOUT = "Dans l'ensemble"


def autres(n: int) -> str:
    """« Et 12 autres. »."""
    return f"Et {number(n)} {'autre' if n == 1 else 'autres'}."
