"""« Indicateurs territoriaux de précarité » of the Cnaf: a row a territoire, long headers.

The year is in the header, after its producer: « Part des allocataires du RSA (CAF 2024) parmi
les ménages (Insee 2022) ».
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from psdt.sources.calculs import connus, publier, remarques
from psdt.sources.cellules import cle
from psdt.sources.feuillet import Feuillet
from psdt.sources.modele import NIVEAUX
from psdt.sources.perimetre import Perimetre
from psdt.sources.releve import Releve
from psdt.sources.tableau import Catalogue, Refus, Tableau
from psdt.sources.variables import Cle
from psdt.words import producteurs as mots

ANNEE = re.compile(r"\((?:CAF|Insee)[^()]*?((?:19|20)\d\d)\)", re.IGNORECASE)
REPERES = ("id", "niveau_geographique", "nom")
CODES = {
    "part_des_allocataires_du_rsa": "PART_RSA_MENAGES",
    "taux_de_pauvrete_au_seuil_de_60": "TX_PAUVRETE_60",
}
"""By the beginning of the header; the others are told to be ignored."""


def entete(noms: Sequence[str]) -> bool:
    """Recognise such a file."""
    keys = {cle(nom) for nom in noms}
    return set(REPERES) <= keys


def lire(feuillet: Feuillet, catalogue: Catalogue, perimetre: Perimetre) -> Tableau | Refus:
    """Read such a file."""
    columns = {index: found for index, nom in enumerate(feuillet.noms) if (found := _cle(nom))}
    at, level, named = (feuillet.place(nom) or 0 for nom in REPERES)
    ours = (line for line in feuillet.lignes if NIVEAUX.get(cle(Releve.texte(line, level))))
    releve = Releve(replace(feuillet, lignes=ours), perimetre)
    for ligne, code, lieu in releve.parcourir(at, named):
        for index, found in columns.items():
            if (lue := releve.lecture(ligne, index)) is not None:
                releve.noter(lieu, code, found, lue)
    described = {at, level, named, *columns}
    ignored = [nom for index, nom in enumerate(feuillet.noms) if index not in described]

    def source(found: Cle) -> str:
        return mots.precarite(found.annee or 0)

    return publier(releve, connus(catalogue), source, remarques(releve, ignored))


def _cle(nom: str) -> Cle | None:
    """Return what a column measures, and when: the first year is the numerator's."""
    key, year = cle(nom), ANNEE.search(nom)
    code = next((code for start, code in CODES.items() if key.startswith(start)), None)
    return Cle(code, int(year[1])) if code and year else None
