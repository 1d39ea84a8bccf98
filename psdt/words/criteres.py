"""Words of the catalogue of criteria: what is judged, the question, and the four answers.

Answer 1 never calls for priority, answer 4 always does: a cost is worded as an ease. Each
answer is a fact that somebody who knows the territory can recognise, not a degree.
"""

from psdt.words.grammar import fine

Ancres = tuple[str, str, str, str]

CRITERES: dict[str, tuple[str, str, Ancres]] = {
    "gravite": (
        "Gravité ou urgence",
        fine("Pour les personnes touchées, est-ce grave ?"),
        (
            fine("Une gêne : on s'en accommode"),
            "Une difficulté qui complique la vie",
            fine("Une difficulté grave : la santé, le toit ou le revenu sont touchés"),
            fine("Une urgence : ces personnes ne peuvent pas attendre"),
        ),
    ),
    "nombre": (
        "Nombre de personnes concernées",
        fine("Combien d'habitants sont touchés ?"),
        (
            "Quelques personnes sur tout le territoire",
            "Quelques familles dans chaque commune",
            "Environ un habitant sur dix",
            "Un habitant sur quatre, ou davantage",
        ),
    ),
    "aggravation": (
        "Aggravation si rien n'est fait",
        fine("Si nous ne faisons rien, que se passera-t-il d'ici cinq ans ?"),
        (
            "Cela s'arrangera tout seul",
            "Cela restera comme aujourd'hui",
            "Cela deviendra peu à peu plus difficile",
            "Cela deviendra vite bien plus difficile, sans retour possible",
        ),
    ),
    "capacite": (
        "Capacité d'agir du CIAS",
        fine("Le CIAS peut-il agir ?"),
        (
            fine("Non : cela dépend entièrement d'autres que nous"),
            "Il peut seulement alerter et demander",
            "Il peut agir si d'autres agissent avec lui",
            "Il peut décider et agir lui-même",
        ),
    ),
    "faisabilite": (
        "Faisabilité",
        fine("Pouvons-nous le faire, et quand ?"),
        (
            "Hors de portée de nos moyens",
            "Plus tard, avec de nouveaux moyens",
            "D'ici deux ou trois ans, avec un effort",
            "Dès cette année, avec nos moyens",
        ),
    ),
    "levier": (
        "Effet levier",
        fine("Agir ici ferait-il avancer d'autres sujets ?"),
        (
            "Non, aucun autre",
            "Un peu, un autre sujet",
            "Oui, deux ou trois autres sujets",
            "Oui, presque tous les autres en dépendent",
        ),
    ),
    "partenariats": (
        "Partenariats mobilisables",
        fine("Des partenaires sont-ils prêts à agir avec nous ?"),
        (
            "Nous n'en connaissons aucun",
            "Un ou deux, qu'il faudra convaincre",
            "Plusieurs sont intéressés",
            "Plusieurs agissent déjà et nous attendent",
        ),
    ),
    "attente": (
        "Attente des habitants",
        fine("Les habitants le demandent-ils ?"),
        (
            "Nous n'en entendons pas parler",
            "On nous en parle de temps en temps",
            "On nous en parle souvent, en mairie ou au forum",
            "C'est l'une de leurs premières demandes",
        ),
    ),
    "non_couverture": (
        "Besoin sans réponse aujourd'hui",
        fine("Existe-t-il déjà une réponse sur le territoire ?"),
        (
            "Oui, connue et suffisante",
            "Oui, mais mal connue ou trop loin",
            fine("En partie : certains n'ont rien"),
            "Non, rien n'existe",
        ),
    ),
    "valeurs": (
        "Cohérence avec les valeurs",
        fine("Est-ce fidèle aux valeurs que nous avons choisies ?"),
        (
            "Sans rapport avec elles",
            "Proche de l'une d'elles",
            "Proche de plusieurs",
            "Au cœur de nos valeurs",
        ),
    ),
    "equite": (
        "Équité entre communes",
        fine("Cela réduirait-il les écarts entre communes ?"),
        (
            "Non, une seule commune en profiterait",
            "Un peu, pour quelques communes",
            "Oui, pour la plupart des communes",
            "Oui, et d'abord pour les moins bien desservies",
        ),
    ),
}
