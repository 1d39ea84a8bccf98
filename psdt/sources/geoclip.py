"""Tables downloaded from interactive maps (Statistiques locales, and other Géoclip sites).

A few title lines, then a header « Code;Libellé;… » where each column names its indicator
and its year; some sites give the year in a column instead.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from psdt.domain.indicators import Indicateur, Statut, meme_unite
from psdt.sources import cellules
from psdt.sources.anomalies import Genre
from psdt.sources.calculs import connus, publier, remarques
from psdt.sources.cellules import cle
from psdt.sources.feuillet import Feuillet
from psdt.sources.grille import Ligne
from psdt.sources.inconnus import decrire_inconnu, inconnus
from psdt.sources.perimetre import Perimetre
from psdt.sources.recettes import Lecture
from psdt.sources.releve import Releve
from psdt.sources.tableau import Catalogue, Refus, Tableau
from psdt.sources.variables import Cle
from psdt.words import producteurs as mots

ANNEE = re.compile(r"\b((?:19|20)\d\d)\b(?!\s*[-–]\s*\d{4})")
PERIODE = re.compile(r"\b(?:19|20)\d\d\s*[-–]\s*$")
"""What comes before the last year of a period: it stays in the label."""
UNITES = {"%": "%", "‰": "‰", "€": "€", "euros": "€", "nombre": ""}
UNITE = re.compile(rf"\(\s*(?:en\s+)?({'|'.join(UNITES)})\s*\)")
ABSENCE = re.compile(r"N/A\s*-\s*(.+)", re.IGNORECASE)
ABSENCES = {
    "secret_statistique": Statut.SECRET,
    "resultat_non_disponible": Statut.NON_DISPONIBLE,
    "division_par_0": Statut.SANS_OBJET,
}
SYNONYMES = {
    "mediane_du_niveau_de_vie": "MED_NIV_VIE",
    "part_des_menages_fiscaux_imposes": "PART_MEN_IMPOSES",
    "densite_de_population_historique_depuis_1876": "DENSITE",
    "rapport_interdecile_du_niveau_de_vie": "RAPPORT_D9_D1",
}
"""Labels of those sites for indicators that the catalogue calls otherwise."""
MODELE = {"territoire", "valeur"}
"""Columns of the application's own template, which also begins with a code and a label."""


@dataclass(frozen=True, slots=True)
class Mesure:
    """A column: which indicator, and the year its header tells, if it does."""

    index: int
    code: str
    annee: int | None


def entete(noms: Sequence[str]) -> bool:
    """Recognise such a table."""
    keys = [cle(nom) for nom in noms]
    return (
        len(keys) > 2
        and keys[0].partition("_")[0] in {"code", "commune"}
        and keys[1] == "libelle"
        and not MODELE & set(keys)
    )


def lire(feuillet: Feuillet, catalogue: Catalogue, perimetre: Perimetre) -> Tableau | Refus:
    """Read such a table; an indicator out of the catalogue is kept under its own name."""
    known = connus(catalogue)
    when = feuillet.place("annee", "année")
    columns, new = _mesures(feuillet, known, when, perimetre.annee)
    releve = Releve(feuillet, perimetre)
    for mesure in columns:
        if when is None and mesure.annee is None:
            releve.refuser(Genre.ANNEE_ABSENTE, 0, mesure.index, lu=feuillet.noms[mesure.index])
    for ligne, code, lieu in releve.parcourir(0, 1):
        year = None if when is None else _annee(releve, ligne, when)
        for mesure in columns:
            lue = _lecture(releve, ligne, mesure.index)
            if lue is not None and (mesure.annee or year):
                releve.noter(lieu, code, Cle(mesure.code, mesure.annee or year), lue)
    cited = next((line for line in feuillet.haut if cle(line).startswith("source")), "")

    def source(cle: Cle) -> str:
        return mots.carte(cited, cle.annee or 0)

    noted = chain(remarques(releve), inconnus(new.values()))
    return publier(releve, known | new, source, noted)


def _mesures(
    feuillet: Feuillet, known: Catalogue, when: int | None, said: int | None
) -> tuple[list[Mesure], dict[str, Indicateur]]:
    """Return the columns of figures, and the indicators that the catalogue lacks.

    ``said`` is the year of the headers that tell none, unless the column ``when`` does.
    """
    by_label = {cle(indicateur.libelle): code for code, indicateur in known.items()} | SYNONYMES
    columns: list[Mesure] = []
    new: dict[str, Indicateur] = {}
    for index, nom in enumerate(feuillet.noms):
        if index < 2 or index == when or not nom:
            continue
        annee, label, unit = _lire_entete(nom)
        code = by_label.get(cle(label))
        if code is None or (unit and not meme_unite(unit, known[code].unite)):
            named = label if code is None else f"{label} ({unit})"  # the same thing, otherwise
            plain = named.replace("–", "-").replace("‰", "pour mille")
            found = decrire_inconnu(cle(plain).upper(), named, unit)
            code = found.code
            new[code] = found
        columns.append(Mesure(index, code, annee or (said if when is None else None)))
    return columns, new


def _lire_entete(nom: str) -> tuple[int | None, str, str]:
    """Return the year of a column, its label without it, and its unit.

    Examples
    --------
    >>> _lire_entete("Part des retraités (en %) 2022")
    (2022, 'Part des retraités', '%')
    >>> _lire_entete("Évolution de la population 2016-2022")
    (2022, 'Évolution de la population 2016-2022', '')
    """
    last = next(reversed(list(ANNEE.finditer(nom))), None)
    annee = int(last[1]) if last else None
    if last is not None and not PERIODE.search(nom[: last.start()]):
        nom = nom.replace(last[1], "")
    unit = UNITE.search(nom)
    return annee, " ".join(UNITE.sub("", nom).split()), UNITES[unit[1]] if unit else ""


def _lecture(releve: Releve, ligne: Ligne, index: int) -> Lecture | None:
    """Read a figure, or « N/A - secret statistique »."""
    if match := ABSENCE.fullmatch(releve.texte(ligne, index)):
        statut = ABSENCES.get(cle(match[1]), Statut.NON_DISPONIBLE)
        return Lecture(None, statut, ligne.numero)
    return releve.lecture(ligne, index)


def _annee(releve: Releve, ligne: Ligne, index: int) -> int | None:
    text = releve.texte(ligne, index)
    try:
        return cellules.annee(text)
    except ValueError:
        releve.refuser(Genre.ANNEE_ILLISIBLE, ligne.numero, index, lu=text)
        return None
