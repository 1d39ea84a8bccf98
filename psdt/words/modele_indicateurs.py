"""Words of the template that people fill with their own figures."""

from psdt.words.grammar import fine

LISEZ_MOI = (
    ("À quoi sert ce fichier", ""),
    (
        "Remplir",
        fine(
            "Dans la feuille « Indicateurs », une ligne par chiffre : un indicateur, un "
            "territoire, une année. Gardez la ligne d'en-tête ; l'ordre des colonnes ne compte "
            "pas. Enregistrez en .xlsx, puis déposez le fichier dans l'écran « Importer »."
        ),
    ),
    ("Les colonnes", ""),
    ("code", fine("Obligatoire. Un nom court, le même sur toutes les lignes d'un indicateur.")),
    ("libelle", fine("Nom de l'indicateur, tel qu'il sera montré.")),
    (
        "theme",
        fine("Un des six axes de l'analyse des besoins sociaux, ou la démographie : liste."),
    ),
    ("territoire", fine("Obligatoire. Nom de la commune ou du territoire.")),
    ("annee", fine("Obligatoire. Quatre chiffres.")),
    (
        "valeur",
        fine(
            "Un nombre, ou la raison de son absence : « s » pour le secret statistique, « nd » "
            "s'il n'est pas disponible. Jamais zéro à la place d'un chiffre inconnu."
        ),
    ),
    ("unite", fine("%, habitants, € par an… Un pourcentage s'écrit 12,5 et non 0,125.")),
    ("source", fine("Qui publie, quoi, quelle année : « Caf du Morbihan, allocataires 2024 ».")),
    (
        "code_territoire",
        fine("Code Insee de la commune, Siren de l'intercommunalité. Du texte : 01004."),
    ),
    ("niveau", fine("Commune, Intercommunalité, Département, Région ou France : liste.")),
    (
        "sens",
        fine(
            "« défavorable » si une valeur plus élevée signale une situation plus fragile, "
            "« favorable » dans le cas contraire, « neutre » sinon : liste."
        ),
    ),
    ("definition", fine("Ce que mesure l'indicateur, en une ou deux phrases.")),
)
FEUILLE_INDICATEURS = "Indicateurs"
FEUILLE_LISTES = "Listes"
LISTES = ("Thèmes", "Niveaux", "Sens", "Territoires")
MODELE_TITRE = "Modèle d'indicateurs"
CHOIX_TITRE = "Choix dans la liste"
CHOIX_AIDE = fine("Prenez une valeur de la liste, ou laissez la case vide.")
ANNEE_TITRE = "Année"
ANNEE_AIDE = fine("Quatre chiffres, par exemple 2022.")
