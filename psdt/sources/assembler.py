"""Put rows together into a table: indicators and territoires told once, no key twice."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

import pandas as pd

from psdt.domain.indicators import (
    COLONNES,
    COLONNES_EN_PLUS,
    LONGUEURS,
    Axe,
    Indicateur,
    Niveau,
    Sens,
    Territoire,
)
from psdt.sources.accords import Accords, Dit, Faute, dire
from psdt.sources.anomalies import Anomalie, Genre
from psdt.sources.cellules import cle
from psdt.sources.perimetre import PARTOUT, Perimetre
from psdt.sources.tableau import Catalogue, Refus, Tableau
from psdt.sources.vraisemblance import douteuses
from psdt.words import fichiers as mots

COMMUNE = re.compile(r"\d{5}|2[AB]\d{3}", re.IGNORECASE)
EPCI = re.compile(r"\d{9}")
FRANCE = re.compile(r"france(_.*)?")
AXES = {
    "emploi|chom|pauvre|precar|revenu|insertion": Axe.EMPLOI,
    "logement|heberg|habitat|mobil|transport": Axe.LOGEMENT,
    "senior|vieill|aines|agees|autonomie": Axe.SENIORS,
    "enfan|jeun|famil|scol|parent": Axe.FAMILLE,
    "sante|soin|handicap": Axe.SANTE,
    "droit|numeri|service": Axe.DROITS,
    "demograph|population|territoire": Axe.DEMOGRAPHIE,
}
"""How producers call the axes of an ABS, in the order they are tried."""
CLE = ["code", "niveau", "code_territoire", "annee"]
DECRIT = ("libelle", "theme", "unite", "sens")
"""What all the rows of an indicator must say alike."""


@dataclass(frozen=True, slots=True)
class Rangee:
    """One row as a source reads it: values by column of the contract, and ``statut``."""

    numero: int
    valeurs: dict[str, Any]


def assembler(
    feuille: str,
    rangees: Iterable[Rangee],
    catalogue: Catalogue,
    perimetre: Perimetre = PARTOUT,
    colonnes: Mapping[str, str] | None = None,
    *,
    calcule: bool = False,
) -> Tableau | Refus:
    """Return the checked table of these rows, or what contradicts itself in them.

    ``catalogue`` describes the indicators that the file only names, ``perimetre`` the
    territoires that it names without a code. ``colonnes`` are the names of the columns as
    people see them: with it, rows are as people wrote them, and their territoires are checked.
    ``calcule`` tells that the figures were computed here from what the file counts.
    """
    names = ["ligne", "statut", *COLONNES, *COLONNES_EN_PLUS]
    rows = [{"ligne": rangee.numero, **rangee.valeurs} for rangee in rangees]
    frame = pd.DataFrame(rows, columns=names, dtype=object)  # pandas would make enums strings
    texts = frame.columns.difference(["ligne", "annee", "valeur"])
    frame[texts] = frame[texts].where(frame[texts].notna(), "")
    frame = frame.astype({"valeur": "float64", "annee": "int64"})

    said = list(map(dire, frame["niveau"], frame["code_territoire"], frame["territoire"]))
    lieux = {dit: _territoire(dit, perimetre) for dit in dict.fromkeys(said)}
    wrong = _fautes(said, lieux, None if colonnes is None else perimetre)
    anomalies = [
        _anomalie(feuille, ligne, wrong[dit], colonnes or {})
        for ligne, dit in zip(frame["ligne"], said, strict=True)
        if dit in wrong
    ]
    territoires = {dit: lieu for dit, lieu in lieux.items() if lieu is not None}
    right = pd.Series([dit not in wrong for dit in said], frame.index, bool)
    frame, said = frame[right].copy(), [dit for dit in said if dit not in wrong]
    levels = [territoires[dit].niveau for dit in said]
    frame["niveau"] = pd.Series(levels, index=frame.index, dtype=object)
    frame["code_territoire"] = [territoires[dit].code for dit in said]
    anomalies += _doublons(feuille, frame)
    if anomalies:
        return Refus(anomalies=tuple(sorted(anomalies, key=lambda a: a.ligne or 0)))

    unique = {(lieu.niveau, lieu.code): lieu for lieu in reversed(territoires.values())}
    indicateurs, remarques = _indicateurs(frame, catalogue)
    if supposed := [
        dit.nom
        for dit, lieu in territoires.items()
        if not dit.niveau and not dit.code and lieu.niveau is Niveau.COMMUNE
        if perimetre.par_nom(dit.nom, None) is None
    ]:
        remarques.append(Anomalie(genre=Genre.NIVEAU_SUPPOSE, lu=", ".join(supposed)))
    remarques.extend(douteuses(frame, indicateurs, perimetre, calcule=calcule))
    return Tableau(
        valeurs=frame[[*COLONNES, "statut", "niveau", "code_territoire"]],
        indicateurs=tuple(indicateurs),
        territoires=tuple(reversed(unique.values())),
        remarques=tuple(remarques),
    )


@lru_cache(maxsize=1_000)
def axe(theme: str) -> Axe | None:
    """Return the axis a theme belongs to, whatever its producer calls it.

    Examples
    --------
    >>> axe("Précarité").name, axe("Petite enfance").name, axe("Divers")
    ('EMPLOI', 'FAMILLE', None)
    """
    name = cle(theme)
    exact = {cle(known): known for known in Axe}
    if name in exact:
        return exact[name]
    return next((known for stems, known in AXES.items() if re.search(stems, name)), None)


def _territoire(dit: Dit, perimetre: Perimetre) -> Territoire | None:
    """Return a territoire; ``None`` when its level cannot be told from its code or name."""
    niveau, code, nom = dit
    if not code and (known := perimetre.par_nom(nom, niveau)) is not None:
        return known
    if niveau is not None:
        found = niveau
    elif EPCI.fullmatch(code):
        found = Niveau.EPCI
    elif FRANCE.fullmatch(cle(nom)):
        found = Niveau.FRANCE
    elif not code or COMMUNE.fullmatch(code):
        found = Niveau.COMMUNE
    else:
        return None
    return Territoire(code=code or _code(nom), nom=nom, niveau=found)


def _fautes(
    said: Sequence[Dit], lieux: Mapping[Dit, Territoire | None], perimetre: Perimetre | None
) -> dict[Dit, Faute]:
    """Return why some territoires cannot be; without a ``perimetre``, only those unknown."""
    wrong = {
        dit: Faute(Genre.NIVEAU_ABSENT, "", dit.nom, dit.code)
        for dit, lieu in lieux.items()
        if lieu is None
    }
    if perimetre is None:
        return wrong
    accords = Accords(Counter(said), perimetre)
    found = {dit: accords.faute(dit) for dit in lieux if dit not in wrong}
    return wrong | {dit: faute for dit, faute in found.items() if faute is not None}


def _anomalie(feuille: str, ligne: int, faute: Faute, colonnes: Mapping[str, str]) -> Anomalie:
    return Anomalie(
        genre=faute.genre,
        feuille=feuille,
        ligne=ligne,
        colonne=colonnes.get(faute.colonne),
        lu=faute.lu,
        detail=faute.detail,
    )


def _code(nom: str) -> str:
    """Return a code for a territoire that has only a name."""
    name, longest = cle(nom), LONGUEURS["code_territoire"]
    return name if len(name) <= longest else f"{name[: longest - 9]}_{crc32(name.encode()):08x}"


def _doublons(feuille: str, frame: pd.DataFrame) -> Iterator[Anomalie]:
    first = frame.groupby(CLE)["ligne"].transform("first")
    again = frame["ligne"] != first
    rows = frame.loc[again, ["ligne", "code", "territoire", "annee"]]
    for (ligne, *names), detail in zip(rows.to_numpy(), first[again], strict=True):
        genre, lu = Genre.DOUBLON, mots.cle(*names)
        yield Anomalie(genre=genre, feuille=feuille, ligne=ligne, lu=lu, detail=str(detail))


def _indicateurs(
    frame: pd.DataFrame, catalogue: Catalogue
) -> tuple[list[Indicateur], list[Anomalie]]:
    """Return the indicators in the order of the file, and what was supposed of them."""
    first, varied = _descriptions(frame)
    remarques = [
        Anomalie(genre=Genre.DESCRIPTION_VARIABLE, lu=code, detail=column)
        for code, column in varied
    ]
    unknown: dict[str, Anomalie] = {}
    indicateurs: list[Indicateur] = []
    for code, (libelle, theme, unite, sens, definition) in first.items():
        known = catalogue.get(code)
        found = axe(theme) or (known.theme if known else None)
        if found is None:
            found = Axe.DEMOGRAPHIE
            unknown[theme] = Anomalie(genre=Genre.THEME_INCONNU, lu=theme, detail=found)
        indicateurs.append(
            Indicateur(
                code=code,
                libelle=libelle or (known.libelle if known else code),
                theme=found,
                unite=unite or (known.unite if known else ""),
                sens=Sens(sens or (known.sens if known else Sens.NEUTRE)),
                definition=definition or (known.definition if known else ""),
            )
        )
    return indicateurs, [*remarques, *unknown.values()]


def _descriptions(
    frame: pd.DataFrame,
) -> tuple[dict[str, list[str]], dict[tuple[str, str], None]]:
    """Return what first describes each indicator, and the columns that later say otherwise.

    In one pass: a file may have as many indicators as rows.
    """
    first: dict[str, list[str]] = {}
    varied: dict[tuple[str, str], None] = {}
    described = frame[["code", *DECRIT, "definition"]].drop_duplicates()
    for code, *texts in zip(*(described[name] for name in described), strict=True):
        kept = first.setdefault(code, texts)
        for place, (text, said) in enumerate(zip(texts, kept, strict=True)):
            if text and not said:
                kept[place] = text
            elif text and text != said and place < len(DECRIT):
                varied[code, DECRIT[place]] = None
    return first, varied
