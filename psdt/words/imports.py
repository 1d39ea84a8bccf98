"""Words of the screen where figures are imported: the file, what it changes, the history."""

import shlex
from collections.abc import Mapping, Sequence
from datetime import datetime

from psdt.words.grammar import NBSP, count, fine, moment, number
from psdt.words.mesures import ecart, signe

MENU = "Importer"
TITRE = "Importer des chiffres"
PHRASE = fine(
    "Déposez un fichier : vous verrez ce qu'il change, et rien n'est écrit avant votre accord."
)
FICHIER = "Fichier à importer"
TAILLE = 10
"""Megabytes that this page takes."""
AIDE = "Modèle à remplir, fichiers reconnus, fichiers de plus de 10 Mo"
MODELE = "Modèle à remplir"
EXEMPLE = "Exemple rempli"
NOM_MODELE = "modele_indicateurs.xlsx"
NOM_EXEMPLE = "exemple_indicateurs.xlsx"
MODELE_AIDE = fine(
    "Pour vos propres chiffres, remplissez le modèle : une ligne par chiffre. "
    "L'exemple montre un fichier complet."
)
RECONNUS = fine("Ces fichiers se déposent tels que téléchargés, décompressés :")
RECONNUS_LISTE = (
    fine("Insee : base du comparateur, bases communales et dossier complet, Filosofi, Melodi"),
    fine("Observatoire des territoires ; Statistiques locales et autres cartes interactives"),
    fine("Cnaf : allocataires par commune ou quartier, indicateurs de précarité"),
)
GROS = fine(
    "Plus de 10 Mo, ou un fichier zip ? La personne qui a installé l'application lance cette "
    "commande ; elle n'en garde que votre territoire."
)
ARCHIVE = fine(
    "C'est une archive zip. Ouvrez-la sur votre poste, et déposez ici le fichier de données "
    "qu'elle contient, s'il fait moins de 10 Mo."
)
LECTURE = "Lecture du fichier, quelques secondes…"
ECRITURE = "Import en cours…"

QUESTIONS = {
    "niveau": fine("De quels territoires parle ce fichier ?"),
    "annee": fine("De quelle année sont ces chiffres ?"),
}
QUESTION_AIDE = {
    "niveau": fine(
        "Les codes du fichier peuvent se lire de deux façons : 53 est à la fois la Mayenne, un "
        "département, et la Bretagne, une région."
    ),
    "annee": fine(
        "L'année n'est ni dans le fichier ni dans son nom. La page où vous l'avez téléchargé la "
        "donne."
    ),
}
CHOISIR = "Choisissez"
CHANGER = "Changer cette réponse"
NIVEAUX = {"DEPARTEMENT": "Des départements", "REGION": "Des régions", "FRANCE": "La France"}
"""What short codes may be, by name of level."""
TERRITOIRE = "Voir quel est votre territoire"

ANOMALIES = ("Feuille", "Ligne", "Colonne", "Valeur lue", "Quoi faire")
ANOMALIES_TABLE = "Ce qui est à corriger dans le fichier, une ligne par case."
ANOMALIES_FEUILLE = "À corriger"
RIEN_N_EST_ECRIT = fine(
    "Rien n'a été importé. Corrigez le fichier dans votre tableur, enregistrez-le, puis "
    "déposez-le de nouveau ci-dessus."
)
FICHIERS = {"xlsx": "Liste en Excel", "csv": "Liste en CSV"}
ANOMALIES_NOM = "corrections"

CHANGEMENTS = "Ce qui change"
CHANGEMENTS_AIDE = "Les plus grands écarts d'abord."
COLONNES_CHANGEMENTS = (
    *("Indicateur", "Territoire", "Année", "Aujourd'hui", "Dans le fichier"),
    *("Écart", "À regarder"),
)
NOMBRES_CHANGEMENTS = ("Aujourd'hui", "Dans le fichier", "Écart")
MOITIE = "plus de la moitié"
RETIRE = "chiffre qui disparaît"
DESCRIPTIONS = "Ce que le fichier dit autrement"
DESCRIPTIONS_AIDE = fine("Les mots du fichier remplaceront ceux d'aujourd'hui. Vérifiez-les.")
COLONNES_DESCRIPTIONS = ("Indicateur", "Quoi", "Aujourd'hui", "Dans le fichier")
DECRIT = {"libelle": "Nom", "theme": "Axe", "unite": "Unité", "sens": "Sens"} | {
    "definition": "Définition"
}
"""What a preview says of a description, by name of field."""
INDICATEURS_TABLE = "Combien de chiffres apporte le fichier, par indicateur et par niveau."
INDICATEUR, ANNEES = "Indicateur", "Années"
NOUVEAUX, CHANGES, SECRETS, ABSENTS = "Nouveaux", "Changés", "Sous secret", "Sans valeur"
A_VERIFIER = "À savoir avant d'importer"
A_SAVOIR = "À savoir sur ce fichier"
IMPORTER = "Importer"
LAISSER = "Laisser ce fichier"
S_AJOUTENT = ("aucun ne s'ajoute", "il s'ajoute", "ils s'ajoutent")
REMPLACENT = (
    "aucun n'est remplacé",
    "il remplace celui d'aujourd'hui",
    "ils remplacent ceux d'aujourd'hui",
)
"""For no figure, for one, for several."""
RIEN_A_FAIRE = fine("Ces chiffres sont déjà dans la démarche : il n'y a rien à importer.")
VOIR = "Voir les chiffres"

SANS_NOM = "fichier sans nom"
QUELQU_UN = "quelqu'un"
MONTRES = 10
"""Changes shown; all are in the base of the history only once imported."""
MONTREES = 20
"""Anomalies shown; the file to download has all of them."""
LUES = 100
"""Anomalies from which a file is not read further."""
CITES = 8
"""Names said in a sentence."""


def fichier(nom: str, nature: str) -> str:
    """« Reconnu : Insee, Filosofi par commune (fichier cc.csv). »."""
    return fine(f"Reconnu : {nature} (fichier {nom})." if nature else f"Fichier {nom}.")


def constat(bilan: Mapping[str, int], hors: int = 0) -> str:
    """« 221 chiffres : 158 nouveaux, 12 changés et 51 déjà là »; keys are names of Etat.

    When figures are left aside, ``hors``: « 12 chiffres sur les 15 du fichier, tous nouveaux ».
    """
    new, changed, same = (bilan[name] for name in ("NOUVELLE", "CHANGEE", "INCHANGEE"))
    total = new + changed + same
    read = count(total, "chiffre", "chiffres")
    if hors:
        read = f"{read} sur les {number(total + hors)} du fichier"
    if total == same:
        return f"Rien de nouveau : {read} déjà là" if total > 1 else "Rien de nouveau"
    parts = [
        count(n, one, many)
        for n, one, many in (
            (new, "nouveau", "nouveaux"),
            (changed, "changé", "changés"),
            (same, "déjà là", "déjà là"),
        )
        if n
    ]
    if len(parts) == 1:
        kind = ("nouveau", "nouveaux") if new else ("changé", "changés")
        return fine(f"{read}, {f'tous {kind[1]}' if total > 1 else kind[0]}")
    return fine(f"{read} : {', '.join(parts[:-1])} et {parts[-1]}")


def cases(
    bilan: Mapping[str, int], *, a_regarder: int, secrets: int, absents: int
) -> list[tuple[str, str, str]]:
    """Return the boxes above a preview: figure, label, detail."""
    missing = [
        f"{number(n)} {why}"
        for n, why in ((secrets, "sous secret statistique"), (absents, "sans valeur publiée"))
        if n
    ]
    look = count(a_regarder, "écart à regarder", "écarts à regarder") if a_regarder else ""
    new, changed, same = (bilan[name] for name in ("NOUVELLE", "CHANGEE", "INCHANGEE"))
    lines = [
        (number(new), "nouveau" if new == 1 else "nouveaux", S_AJOUTENT[min(new, 2)]),
        (
            number(changed),
            "changé" if changed == 1 else "changés",
            look or REMPLACENT[min(changed, 2)],
        ),
        (number(same), "déjà là", "le même aujourd'hui" if same == 1 else "les mêmes aujourd'hui"),
        (
            number(secrets + absents),
            "sans valeur",
            f"parmi les précédents : {', '.join(missing)}" if missing else "tous sont connus",
        ),
    ]
    return [(value, label, fine(detail)) for value, label, detail in lines]


def a_regarder(n: int) -> str:
    """« 3 chiffres changent de plus de la moitié ou disparaissent : relisez-les… »."""
    if not n:
        return ""
    what = (
        "1 chiffre change de plus de la moitié ou disparaît : relisez-le"
        if n == 1
        else f"{number(n)} chiffres changent de plus de la moitié ou disparaissent : relisez-les"
    )
    return fine(f"{what} ci-dessous avant d'importer.")


def decalage(avant: float, apres: float, unite: str, places: int) -> str:
    """« +2,9 points », « −570 € », « +62 % », from the figure now and that of the file."""
    change = apres - avant
    said = ecart(change, unite, places)
    if said:
        return f"{'−' if change < 0 else '+'}{said}"
    if not avant:
        return signe(change, places)
    percent = 100 * change / abs(avant)
    return fine(f"{signe(percent, 0 if abs(percent) >= 10 else 1)} %")


def autres_changements(n: int) -> str:
    """« Et 42 autres changements, moins grands. », nothing when all are shown."""
    if n <= 0:
        return ""
    return fine(f"Et {count(n, 'autre changement', 'autres changements')}, moins grands.")


def autres_anomalies(n: int) -> str:
    """« Et 80 autres : la liste à télécharger… », nothing when all are shown."""
    if n <= 0:
        return ""
    return fine(f"Et {count(n, 'autre', 'autres')} : la liste à télécharger les donne toutes.")


def annees(known: Sequence[int]) -> str:
    """« 2021 », « 2016, 2022 », « 2014 à 2021 » for more than three."""
    years = sorted(set(known))
    if len(years) <= 3:
        return ", ".join(map(str, years))
    return f"{years[0]} à {years[-1]}"


def descriptions(n: int) -> str:
    """« Ce que le fichier dit autrement (3) »."""
    return f"{DESCRIPTIONS} ({number(n)})"


def par_indicateur(n: int) -> str:
    """« Détail par indicateur (17) »."""
    return f"Détail par indicateur ({number(n)})"


def repondu(niveau: str, annee: int | None) -> str:
    """« Vous avez dit : des régions, 2024. », nothing when nothing was asked."""
    what = NIVEAUX.get(niveau, "")
    said = [*filter(None, [what[:1].lower() + what[1:]]), *([str(annee)] if annee else [])]
    return fine(f"Vous avez dit : {', '.join(said)}.") if said else ""


def a_corriger(n: int, nom: str) -> str:
    """« 3 corrections à faire dans chiffres.xlsx »; the readers stop at a hundred."""
    if n >= LUES:
        return fine(f"Au moins {number(n)} corrections à faire dans {nom}")
    return fine(f"{count(n, 'correction', 'corrections')} à faire dans {nom}")


def question(nom: str) -> str:
    """« Une question sur caf.csv »."""
    return f"Une question sur {nom}"


def refuse(nom: str) -> str:
    """« chiffres.pdf ne peut pas être importé tel quel »."""
    return f"{nom} ne peut pas être importé tel quel"


def descriptions_gardees(libelles: Sequence[str]) -> str:
    """« Vos descriptions sont gardées : Taux de chômage. »."""
    return fine(f"Vos propres descriptions sont gardées : {_enumerer(libelles)}.")


def deja(instant: datetime, par: str) -> str:
    """« Ce même fichier a déjà été importé le 12 mars 2026 à 18 h 30 par Anne. »."""
    return fine(f"Ce même fichier a déjà été importé le {moment(instant)} par {par or QUELQU_UN}.")


def unite_changee(libelle: str, avant: str, apres: str, gardes: Sequence[int]) -> str:
    """Say that figures already there would be read in another unit, and what to do."""
    kept = count(len(gardes), "chiffre déjà là", "chiffres déjà là")
    before = f"en « {avant} »" if avant else "sans unité"
    after = f"en « {apres} »" if apres else "sans unité"
    stays = "resterait et se lirait" if len(gardes) == 1 else "resteraient et se liraient"
    return fine(
        f"« {libelle} » est ici {after}, alors que {kept} ({annees(gardes)}) {before} {stays} "
        f"de travers. Donnez un autre code à cet indicateur dans le fichier, ou annulez d'abord "
        f"l'import précédent."
    )


def commande(nom: str = "", *, lieu_connu: bool = True) -> str:
    """« psdt import-abs base.zip », with « --epci SIREN » when no territoire is known."""
    epci = "" if lieu_connu else " --epci SIREN --communes LISTE"
    return f"psdt import-abs {shlex.quote(nom) if nom else 'FICHIER'}{epci}"


def _enumerer(noms: Sequence[str]) -> str:
    more = len(noms) - CITES
    text = ", ".join(noms[:CITES])
    return f"{text} et {more}{NBSP}autres" if more > 1 else ", ".join(noms)
