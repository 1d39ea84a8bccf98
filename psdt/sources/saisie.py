"""What the staff types or pastes on a screen: figures of their own, answers to a questionnaire.

Cells are read as those of files are: « 1 234,5 », « 12,5 % », « s » mean the same everywhere.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any, TypeAlias, TypeVar

from psdt.domain.enquetes import (
    LONGUEUR_ENQUETE,
    LONGUEUR_MODALITE,
    LONGUEUR_QUESTION,
    MAX_REPONSES,
    Question,
    Reponse,
)
from psdt.domain.indicators import LONGUEURS, LONGUEURS_TEXTES, Niveau, Statut, Territoire
from psdt.domain.saisie import LONGUEUR_SOURCE, Saisie
from psdt.sources import cellules
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.assembler import Rangee, assembler
from psdt.sources.lieux import lire_code
from psdt.sources.perimetre import Perimetre
from psdt.sources.tableau import Refus, Tableau
from psdt.sources.vraisemblance import contredit
from psdt.words import fichiers
from psdt.words import locales as mots

T = TypeVar("T")
Lignes: TypeAlias = Iterable[tuple[str, str]]
"""Rows of a grid: what is counted, and its figure."""

MAX_LIGNES = 2_000
ENTIER = re.compile(r"\d{1,7}")
STATUTS: dict[str, Statut] = {cellules.cle(s): s for s in Statut if s is not Statut.OK}


def propre(dite: Saisie) -> Saisie:
    """Return what was typed as it is kept: no outer space, no invisible character.

    The words of an indicator that is there stay as they are.
    """
    said, source = dite.indicateur, cellules.texte(dite.source)
    if not said.code:
        libelle, unite = cellules.texte(said.libelle), cellules.texte(said.unite)
        said = replace(said, libelle=libelle, unite=unite, source=source)
    return replace(dite, indicateur=said, source=source)


def chiffres(
    lignes: Lignes, dite: Saisie, perimetre: Perimetre, *, nouveau: bool = False
) -> Tableau | Refus:
    """Read a grid of figures, or say everything that must be mended in it.

    Parameters
    ----------
    lignes : iterable of (str, str)
        Name or code of a territoire, and its figure or the reason of its absence; a row
        without a figure is passed over.
    dite : Saisie
        The indicator, the year and the source of all of them.
    perimetre : Perimetre
        The territoires that may be named.
    nouveau : bool
        Whether nothing is known of the indicator yet: its unit must then be said.
    """
    described = dite.indicateur
    asked = {
        mots.NOM_INDICATEUR: (described.libelle, LONGUEURS_TEXTES["libelle"]),
        mots.UNITE: (described.unite, LONGUEURS["unite"]),
        mots.SOURCE: (dite.source, LONGUEUR_SOURCE),
    }
    read = partial(_chiffre, dite=dite, perimetre=perimetre)
    found = _lire(lignes, read, asked, facultatives=() if nouveau else (mots.UNITE,), key=_lieu_de)
    if isinstance(found, Refus):
        return found
    table = assembler("", found, {described.code: described}, perimetre)
    if isinstance(table, Refus):
        return replace(table, nature=mots.NATURE)
    return replace(table, nature=mots.NATURE, indicateurs=(described,))


def question(lignes: Lignes, dite: Question) -> Question | Refus:
    """Read the answers to a question and their counts; ``dite`` says the rest."""
    dite = replace(
        dite,
        enquete=cellules.texte(dite.enquete),
        source=cellules.texte(dite.source),
        question=cellules.texte(dite.question),
    )
    asked = {
        mots.ENQUETE: (dite.enquete, LONGUEUR_ENQUETE),
        mots.SOURCE: (dite.source, LONGUEUR_SOURCE),
        mots.QUESTION: (dite.question, LONGUEUR_QUESTION),
    }
    row = partial(_reponse, repondants=dite.repondants)
    found = _lire(lignes, row, asked, key=lambda reponse: cellules.cle(reponse.modalite))
    if isinstance(found, Refus):
        return found
    if len(found) > MAX_REPONSES:
        detail = fichiers.lignes_max(MAX_REPONSES)
        return Refus(anomalies=(Anomalie(genre=Genre.TROP_DE_LIGNES, detail=detail),))
    read = replace(dite, reponses=tuple(found))
    if read.total > read.repondants and not read.multiple:
        genre, detail = Genre.REPONSES_TROP_NOMBREUSES, str(read.repondants)
        return Refus(anomalies=(Anomalie(genre=genre, lu=str(read.total), detail=detail),))
    return read


def _lire(
    lignes: Lignes,
    read: Callable[[int, str, str], T | None],
    asked: dict[str, tuple[str, int]],
    *,
    key: Callable[[T], Any],
    facultatives: tuple[str, ...] = (),
) -> list[T] | Refus:
    """Read rows, none twice, beside texts that are asked for: each has a longest length."""
    anomalies = list(_textes(asked, facultatives))
    found: dict[Any, T] = {}
    for numero, (nom, ecrit) in enumerate(islice(lignes, MAX_LIGNES + 1), start=1):
        if numero > MAX_LIGNES:
            detail = fichiers.lignes_max(MAX_LIGNES)
            anomalies.append(Anomalie(genre=Genre.TROP_DE_LIGNES, detail=detail))
            break
        try:
            one = read(numero, cellules.texte(nom), cellules.texte(ecrit))
        except IllisibleError as error:
            anomalies.append(error.anomalie)
            continue
        if one is not None and key(one) in found:
            lu = cellules.texte(nom)
            anomalies.append(Anomalie(genre=Genre.DEUX_FOIS, ligne=numero, lu=lu))
        elif one is not None:
            found[key(one)] = one
    if not found and not anomalies:
        anomalies.append(Anomalie(genre=Genre.RIEN_A_LIRE))
    return Refus(anomalies=tuple(anomalies)) if anomalies else list(found.values())


def _textes(
    asked: dict[str, tuple[str, int]], facultatives: tuple[str, ...]
) -> Iterator[Anomalie]:
    for name, (text, longest) in asked.items():
        written = cellules.texte(text)
        if not written and name not in facultatives:
            yield Anomalie(genre=Genre.SAISIE_ABSENTE, lu=name)
        elif len(written) > longest:
            detail = fichiers.caracteres(len(written), longest)
            yield Anomalie(genre=Genre.TEXTE_TROP_LONG, colonne=name, detail=detail)


def _chiffre(
    numero: int, nom: str, ecrit: str, *, dite: Saisie, perimetre: Perimetre
) -> Rangee | None:
    """Read a figure of a territoire; a row without a figure says nothing."""
    if not ecrit:
        return None
    lieu = _lieu(nom, perimetre)
    if lieu is None:
        raise IllisibleError(_inconnu(numero, nom, perimetre))
    valeur: float | None = None
    statut: Statut | None = STATUTS.get(cellules.cle(ecrit))
    if statut is None:
        try:
            valeur, statut = cellules.nombre(ecrit)
        except ValueError:
            genre = Genre.VALEUR_ILLISIBLE
            raise IllisibleError(
                Anomalie(genre=genre, ligne=numero, colonne=mots.VALEUR, lu=ecrit)
            ) from None
    described = dite.indicateur
    if cellules.en_pourcent(ecrit) and contredit(described):
        place: dict[str, Any] = {"ligne": numero, "colonne": mots.VALEUR}
        genre = Genre.POURCENTAGE_SAISI
        raise IllisibleError(Anomalie(genre=genre, lu=ecrit, detail=described.unite, **place))
    return Rangee(
        numero,
        {
            "code": described.code,
            "libelle": described.libelle,
            "theme": described.theme,
            "unite": described.unite,
            "sens": described.sens,
            "definition": described.definition,
            "annee": dite.annee,
            "valeur": valeur,
            "statut": statut,
            "source": dite.source,
            "territoire": lieu.nom,
            "code_territoire": lieu.code,
            "niveau": lieu.niveau,
        },
    )


def _lieu_de(rangee: Rangee) -> tuple[Niveau, str]:
    return rangee.valeurs["niveau"], rangee.valeurs["code_territoire"]


def _lieu(nom: str, perimetre: Perimetre) -> Territoire | None:
    """Return the territoire of a name or a code; a name of two levels is first a commune's."""
    try:
        niveau, code = lire_code(nom)
    except ValueError:
        return perimetre.par_nom(nom, Niveau.COMMUNE) or perimetre.par_nom(nom, None)
    return perimetre.connus.get((niveau, code)) if niveau else None


def _inconnu(numero: int, nom: str, perimetre: Perimetre) -> Anomalie:
    """Say that a territoire is none of ours, and which one it may be."""
    close = perimetre.proche(nom, None) if nom else None
    genre = Genre.LIEU_INCONNU if nom else Genre.VALEUR_ABSENTE
    if close is not None:
        genre = Genre.LIEU_PROCHE
    detail = close.nom if close else ""
    return Anomalie(genre=genre, ligne=numero, colonne=mots.LIEU, lu=nom, detail=detail)


def _reponse(numero: int, nom: str, ecrit: str, *, repondants: int) -> Reponse | None:
    """Read an answer and how many people gave it; a blank row says nothing."""
    if not nom and not ecrit:
        return None
    place: dict[str, Any] = {"ligne": numero, "colonne": mots.REPONSE}
    if not nom:
        raise IllisibleError(Anomalie(genre=Genre.VALEUR_ABSENTE, **place))
    if len(nom) > LONGUEUR_MODALITE:
        detail = fichiers.caracteres(len(nom), LONGUEUR_MODALITE)
        raise IllisibleError(Anomalie(genre=Genre.TEXTE_TROP_LONG, detail=detail, **place))
    place["colonne"] = mots.EFFECTIF
    written = cellules.MILLIERS.sub("", ecrit)
    if not ENTIER.fullmatch(written):
        raise IllisibleError(Anomalie(genre=Genre.EFFECTIF_ILLISIBLE, lu=ecrit, **place))
    if int(written) > repondants:
        genre, detail = Genre.EFFECTIF_TROP_GRAND, str(repondants)
        raise IllisibleError(Anomalie(genre=genre, lu=written, detail=detail, **place))
    return Reponse(modalite=nom, effectif=int(written))
