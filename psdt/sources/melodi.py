"""Long files of Insee's data catalogue (Melodi): a row an observation, dimensions in columns.

Each combination of dimensions the application has a use for is declared here as the variable
of the wide files it stands for; the same formulas then apply.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from psdt.domain.indicators import Niveau, Statut
from psdt.sources.anomalies import Genre
from psdt.sources.calculs import calculer
from psdt.sources.feuillet import Feuillet
from psdt.sources.grille import Ligne
from psdt.sources.lieux import PREFIXES
from psdt.sources.perimetre import Perimetre
from psdt.sources.recettes import Lecture
from psdt.sources.releve import Releve
from psdt.sources.tableau import Catalogue, Refus, Tableau
from psdt.sources.variables import Cle

REPERES = {"GEO", "GEO_OBJECT", "TIME_PERIOD", "OBS_VALUE"}
ATTRIBUTS = {"FREQ", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "OBS_STATUS", "CONF_STATUS"}
"""Columns that say how a figure was obtained, not what it counts."""
TOTAL = "_T"
ANNEE = re.compile(r"(?:19|20)\d\d")
AUTRE_COMPTE = "K"
"""Status of a figure that is counted in another one."""
LIBRES = {"F", ""}
"""Statuses of a figure that anybody may read: under any other, it is secret."""
PUISSANCE = re.compile(r"-?[0-9]")
"""How many zeros a figure is written without."""

LOGEMENT = "RP_MEASURE=DWELLINGS"
PRINCIPALE = f"{LOGEMENT} OCS=DW_MAIN"
POPULATION = "RP_MEASURE=POP"
REVENU = "FILOSOFI_MEASURE"
AGES = {
    "Y_LT15": "0014",
    "Y_LT20": "0019",
    "Y15T29": "1529",
    "Y15T64": "1564",
    "Y30T44": "3044",
    "Y45T59": "4559",
    "Y60T74": "6074",
    "Y75T89": "7589",
    "Y_GE65": "65P",
    "Y_GE75": "75P",
    "Y_GE80": "80P",
    "Y_GE90": "90P",
}
"""Age classes, and what the wide files call them."""
VARIABLES = {
    "POPREF_MEASURE=PMUN": "P_POP",
    POPULATION: "P_POP",
    **{f"{POPULATION} AGE={age}": f"P_POP{classe}" for age, classe in AGES.items()},
    **{
        f"{POPULATION} AGE={age} SEX={sexe}": f"P_{lettre}{classe}"
        for sexe, lettre in (("M", "H"), ("F", "F"))
        for age, classe in AGES.items()
    },
    LOGEMENT: "P_LOG",
    PRINCIPALE: "P_RP",
    f"{LOGEMENT} OCS=DW_SEC_DW_OCC": "P_RSECOCC",
    f"{LOGEMENT} OCS=DW_VAC": "P_LOGVAC",
    f"{PRINCIPALE} TSH=100": "P_RP_PROP",
    f"{PRINCIPALE} TSH=200": "P_RP_LOC",
    f"{PRINCIPALE} TSH=221": "P_RP_LOCHLMV",
    f"{PRINCIPALE} BUILD_END=Y_LT1919": "P_RP_ACH19",
    f"{PRINCIPALE} BUILD_END=Y1919T1945": "P_RP_ACH45",
    f"{REVENU}=MED_SL": "MED",
    f"{REVENU}=PR_MD60": "TP60",
    f"{REVENU}=D1_SL": "D1",
    f"{REVENU}=D9_SL": "D9",
    f"{REVENU}=IR_D9_D1_SL": "RD",
    f"{REVENU}=S_HH_TAX": "PIMP",
    f"{REVENU}=S_EI_DI": "PACT",
    f"{REVENU}=S_EI_DI_UNE": "PCHO",
    f"{REVENU}=S_RET_PEN_DI": "PPEN",
    f"{REVENU}=S_SOC_BEN_DI": "PPSOC",
    f"{REVENU}=S_SOC_BEN_DI_FAM_BEN": "PPFAM",
    f"{REVENU}=S_SOC_BEN_DI_HOU_BEN": "PPLOGT",
    f"{REVENU}=S_SOC_BEN_DI_MIN_SOC": "PPMINI",
}
"""By dimensions that are not a total; those that are not written here must be one."""
DECLAREES = {frozenset(dimensions.split()): name for dimensions, name in VARIABLES.items()}


def entete(noms: Sequence[str]) -> bool:
    """Recognise such a file."""
    return set(noms) >= REPERES


def lire(feuillet: Feuillet, catalogue: Catalogue, perimetre: Perimetre) -> Tableau | Refus:
    """Read such a file; what is not declared is told to be ignored."""
    at = {nom: index for index, nom in enumerate(feuillet.noms)}
    dimensions = {nom: i for nom, i in at.items() if nom and nom not in REPERES | ATTRIBUTS}
    releve = Releve(feuillet, perimetre)
    ignored: set[str] = set()
    for ligne in feuillet.lignes:
        if releve.plein:
            break
        place = _lieu(releve, ligne, at)
        if place is None or releve.texte(ligne, at.get("OBS_STATUS")) == AUTRE_COMPTE:
            continue
        told = frozenset(_dimensions(releve, ligne, dimensions))
        year = releve.texte(ligne, at["TIME_PERIOD"])
        variable = DECLAREES.get(told)
        if variable is None or not ANNEE.fullmatch(year):
            ignored.update(pair for pair in told if "MEASURE" in pair)
            continue
        lieu = releve.lieu(*place, "", ligne.numero)
        lue = _lecture(releve, ligne, at)
        if lieu is not None and lue is not None:
            releve.noter(lieu, place[1], Cle(variable, int(year)), lue)
    used = {pair for told in DECLAREES for pair in told}
    return calculer(releve, catalogue, ignorees=sorted(ignored - used))


def _lieu(releve: Releve, ligne: Ligne, at: Mapping[str, int]) -> tuple[Niveau, str] | None:
    """Return the territoire of a row; nothing for levels that an ABS does not use."""
    niveau = PREFIXES.get(releve.texte(ligne, at["GEO_OBJECT"]))
    told = releve.code(ligne, at["GEO"]) if niveau is not None else None
    return (niveau, told[1]) if niveau is not None and told is not None else None


def _dimensions(releve: Releve, ligne: Ligne, columns: Mapping[str, int]) -> Iterator[str]:
    for nom, index in columns.items():
        value = releve.texte(ligne, index)
        if value not in (TOTAL, ""):
            yield f"{nom}={value}"


def _lecture(releve: Releve, ligne: Ligne, at: Mapping[str, int]) -> Lecture | None:
    """Read an observation; one that is not free is blank, or must be."""
    if releve.texte(ligne, at.get("CONF_STATUS")) not in LIBRES:
        return Lecture(None, Statut.SECRET, ligne.numero)
    lue = releve.lecture(ligne, at["OBS_VALUE"], Statut.NON_DISPONIBLE)
    zeros = releve.texte(ligne, at.get("UNIT_MULT")) or "0"
    if not PUISSANCE.fullmatch(zeros):
        releve.refuser(Genre.NOMBRE_ILLISIBLE, ligne.numero, at["UNIT_MULT"], lu=zeros)
        return None
    if lue is None or lue.valeur is None or int(zeros) == 0:
        return lue
    return lue._replace(valeur=float(Decimal(repr(lue.valeur)).scaleb(int(zeros))))
