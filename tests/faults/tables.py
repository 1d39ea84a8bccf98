"""Two files that say otherwise of the same figures, large enough to be stopped halfway."""

ENTETE = "code;libelle;theme;territoire;annee;valeur"
COMMUNES = [f"{56000 + n}" for n in range(40)]
ANNEES = range(2010, 2020)
FICHIERS = [
    "\n".join(
        [
            ENTETE,
            *(
                f"TX;Taux {which};Emploi;Commune {commune};{annee};{which}"
                for commune in COMMUNES
                for annee in ANNEES
            ),
            "",
        ]
    ).encode()
    for which in (1, 2)
]
CHIFFRES = len(COMMUNES) * len(ANNEES)
