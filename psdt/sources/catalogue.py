"""The catalogue of indicators: what the application declares, and the file to edit it."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from psdt.domain.catalogue import DECRIT
from psdt.domain.indicators import (
    LONGUEURS,
    LONGUEURS_TEXTES,
    MAX_INDICATEURS,
    Axe,
    Indicateur,
    Sens,
)
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.calculs import CONNUS
from psdt.sources.cellules import cle, texte
from psdt.sources.feuillet import Feuillet, feuillets
from psdt.sources.grille import Classeur, Ligne, Trou, lettre
from psdt.sources.ouvrir import ouvrir
from psdt.sources.recettes import Formule, Recette, Somme
from psdt.sources.tableau import Refus
from psdt.sources.variables import Famille, famille
from psdt.words import catalogue_ecran as mots
from psdt.words import fichiers
from psdt.words.producteurs import PRODUCTEURS, SUPERFICIES
from psdt.words.variables import VARIABLES

NOMS = {**mots.CHAMPS, "libelle": "Libellé", "axe": "Thème"}
"""Other names of the columns, in files written by hand."""
MAX_ANOMALIES = 100
PREFIXE = "LOCAL_"
"""Begins the codes of the indicators that a CIAS adds by hand."""
GARDE = re.compile("^'(?=[=+@|%\t\uff1d\uff0b\uff0d\uff20-])")
"""What our own CSV puts before a text that a spreadsheet would run."""
CHAMPS = {n: t for n, t in mots.CHAMPS.items() if n in DECRIT} | {
    "theme": mots.AXE,
    "libelle": mots.LIBELLE,
}


def nouveau_code(libelle: str, connus: Collection[str]) -> str:
    """Return a code for an indicator of the CIAS, made of its name, that nothing has yet.

    Examples
    --------
    >>> nouveau_code("Places en crèche", ["LOCAL_PLACES_EN_CRECHE"])
    'LOCAL_PLACES_EN_CRECHE_2'
    """
    base = f"{PREFIXE}{cle(libelle).upper()}"[: LONGUEURS["code"] - 4].rstrip("_")
    found, again = base, 1
    while found in connus:
        again += 1
        found = f"{base}_{again}"
    return found


def declares() -> dict[str, Indicateur]:
    """Return the indicators that the application knows by itself, by code, fully described."""
    return dict(_declares())


@lru_cache(maxsize=1)
def _declares() -> tuple[tuple[str, Indicateur], ...]:
    return tuple(
        (code, replace(indicateur, source=_source(recette), calcul=_calcul(recette)))
        for code, (indicateur, recette) in CONNUS.items()
    )


def _calcul(recette: Recette) -> str:
    """Say in French how an indicator is computed: by its first formula, the present one."""
    if not recette.formules:
        return mots.REPRIS
    first = recette.formules[0]
    (_, variable), *others = first.haut
    if first.publiee:
        return mots.publie(mots.FILOSOFI, variable)
    if not others and not first.bas and first.par == 1:
        return mots.nombre(VARIABLES[variable])
    return mots.formule(first.par, _nommer(first.haut), _nommer(first.bas))


def _source(recette: Recette) -> str:
    """Say who publishes what an indicator is computed from."""
    if not recette.formules:
        return ""
    return " ; ".join(dict.fromkeys(_producteurs(recette.formules[0])))


def _producteurs(formule: Formule) -> Iterator[str]:
    for variable in formule.variables:
        found = famille(variable)
        if found is Famille.GEOGRAPHIE:
            yield SUPERFICIES
        else:
            yield ", ".join(PRODUCTEURS[found])


def _nommer(somme: Somme) -> list[tuple[int, str]]:
    return [(sign, VARIABLES[variable]) for sign, variable in somme]


def lire(
    nom: str, contenu: bytes, connus: Mapping[str, Indicateur]
) -> tuple[Indicateur, ...] | Refus:
    """Read a catalogue, or say everything that must be mended in it.

    What the file does not say of an indicator, for want of a column, is taken from
    ``connus``; a cell that is blank means nothing to say, where that is allowed.
    """
    try:
        feuillet = _feuillet(ouvrir(nom, contenu))
        releve = _Releve(feuillet, connus)
        for ligne in feuillet.lignes:
            releve.noter(ligne)
            if len(releve.anomalies) >= MAX_ANOMALIES:
                break
            if len(releve.lus) > MAX_INDICATEURS:
                detail = fichiers.lignes_max(MAX_INDICATEURS)
                return Refus(anomalies=(Anomalie(genre=Genre.TROP_DE_LIGNES, detail=detail),))
    except IllisibleError as error:
        return Refus(anomalies=(error.anomalie,))
    if not releve.lus and not releve.anomalies:
        releve.anomalies.append(Anomalie(genre=Genre.AUCUNE_LIGNE, feuille=feuillet.feuille))
    if releve.anomalies:
        return Refus(anomalies=tuple(releve.anomalies))
    return tuple(releve.lus.values())


def ecarts(before: Indicateur, after: Indicateur) -> list[tuple[str, str, str]]:
    """Return the fields that differ in two descriptions, in words: name, before, after."""
    return [
        (CHAMPS[name], str(getattr(before, name)), str(getattr(after, name)))
        for name in DECRIT
        if getattr(before, name) != getattr(after, name)
    ]


def pareils(before: Indicateur, after: Indicateur) -> bool:
    """Say whether two descriptions are the same, whatever the spaces around their texts."""
    said = [
        [
            texte(getattr(i, name)) if name not in ("theme", "sens") else getattr(i, name)
            for name in DECRIT
        ]
        for i in (before, after)
    ]
    return said[0] == said[1]


def _feuillet(classeur: Classeur) -> Feuillet:
    """Return the sheet of the catalogue from its header on: it has a code and a name."""
    for found in feuillets(classeur):
        if None not in (_place(found, "code"), _place(found, "libelle")):
            return found
    columns = [mots.CHAMPS["code"], mots.CHAMPS["libelle"]]
    found_names = ", ".join(classeur.feuilles) or fichiers.AUCUNE
    lu = fichiers.manque(columns)
    raise IllisibleError(Anomalie(genre=Genre.COLONNE_ABSENTE, lu=lu, detail=found_names))


def _place(feuillet: Feuillet, champ: str) -> int | None:
    return feuillet.place(champ, mots.CHAMPS[champ], NOMS[champ])


class _Releve:
    """The indicators read so far, by code, and what is wrong."""

    def __init__(self, feuillet: Feuillet, connus: Mapping[str, Indicateur]) -> None:
        self.feuillet = feuillet
        self.connus = connus
        self.places = {
            champ: place for champ in mots.CHAMPS if (place := _place(feuillet, champ)) is not None
        }
        self.lus: dict[str, Indicateur] = {}
        self.lignes: dict[str, int] = {}
        self.anomalies: list[Anomalie] = []

    def noter(self, ligne: Ligne) -> None:
        """Read one row; one that is blank is passed over."""
        cells = {champ: ligne[place] for champ, place in self.places.items()}
        if not any(isinstance(cell, Trou) or texte(cell) for cell in cells.values()):
            return
        before = len(self.anomalies)
        said = {champ: self._texte(ligne, champ, cell) for champ, cell in cells.items()}
        known = self.connus.get(said["code"])
        if known is None and not said.get("axe"):
            self._refuser(Genre.VALEUR_ABSENTE, ligne, "axe")
        for champ in ("code", "libelle"):
            if not said[champ]:
                self._refuser(Genre.VALEUR_ABSENTE, ligne, champ)
        if said["code"] in self.lus:
            detail = str(self.lignes[said["code"]])
            self._refuser(Genre.DOUBLON, ligne, "code", lu=said["code"], detail=detail)
        enums = self._enums(ligne, said)
        if len(self.anomalies) == before:
            self.lignes[said["code"]] = ligne.numero
            self.lus[said["code"]] = _decrire(said, enums, known)

    def _texte(self, ligne: Ligne, champ: str, cell: Any) -> str:
        if isinstance(cell, Trou):
            self._refuser(Genre.FORMULE_SANS_VALEUR, ligne, champ)
            return ""
        text = texte(GARDE.sub("", cell) if isinstance(cell, str) else cell)
        allowed = {**LONGUEURS_TEXTES, **LONGUEURS}.get(champ, len(text))
        if len(text) > allowed:
            detail = fichiers.caracteres(len(text), allowed)
            self._refuser(Genre.TEXTE_TROP_LONG, ligne, champ, detail=detail)
        return text

    def _enums(self, ligne: Ligne, said: Mapping[str, str]) -> dict[str, Axe | Sens]:
        """Read the axis and the direction, written in full whatever their case and accents."""
        found: dict[str, Axe | Sens] = {}
        for champ, names in (("axe", AXES), ("sens", SENS)):
            if text := said.get(champ, ""):
                if cle(text) in names:
                    found[champ] = names[cle(text)]
                else:
                    self._refuser(Genre.VALEUR_ILLISIBLE, ligne, champ, lu=text)
        return found

    def _refuser(
        self, genre: Genre, ligne: Ligne, champ: str, *, lu: str = "", detail: str = ""
    ) -> None:
        place = self.places.get(champ)
        self.anomalies.append(
            Anomalie(
                genre=genre,
                feuille=self.feuillet.feuille,
                ligne=ligne.numero,
                colonne=champ if place is None else f"{champ} ({lettre(place)})",
                lu=lu,
                detail=detail,
            )
        )


AXES: dict[str, Axe | Sens] = {cle(name): axe for axe in Axe for name in (axe, axe.name)}
SENS: dict[str, Axe | Sens] = {cle(name): sens for sens in Sens for name in (sens, sens.name)}


def _decrire(
    said: Mapping[str, str], enums: Mapping[str, Any], known: Indicateur | None
) -> Indicateur:
    """Return an indicator as a row describes it, what it leaves unsaid being as it was."""
    former = known or Indicateur(
        code=said["code"],
        libelle="",
        theme=Axe.DEMOGRAPHIE,
        unite="",
        sens=Sens.NEUTRE,
        definition="",
    )
    texts: dict[str, Any] = {
        champ: said[champ]
        for champ in ("libelle", "unite", "definition", "source", "calcul")
        if champ in said
    }
    return replace(
        former,
        theme=enums.get("axe", former.theme),
        sens=enums.get("sens", former.sens),
        **texts,
    )
