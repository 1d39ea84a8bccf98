"""The fiche communale, written: one page a commune whatever its data."""

import re
from dataclasses import replace
from datetime import date

import pytest

from psdt.exports.fiche import Cle, FicheCommunale, Ligne, Point, Rubrique, document
from psdt.words import fiche as mots

JOUR = date(2026, 11, 24)
HOSTILE = '#eval("1") *gras* _x_ $a$ <b> @ref \\ "] = 日 \u202eabc \x07'
MAP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9"/></svg>'
LEVELS = ("COMMUNE", "EPCI", "DEPARTEMENT", "REGION", "FRANCE")


def line(libelle: str, *, columns: int = 3) -> Ligne:
    return Ligne(
        libelle=libelle,
        textes=("12,5 %", *("secret statistique",) * (columns - 1)),
        connus=(True, *(False,) * (columns - 1)),
        fragile=True,
        points=(Point(niveau="COMMUNE", x=0.0), Point(niveau="EPCI", x=1.0)),
        autres=(0.2, 0.5),
    )


@pytest.fixture
def fiche() -> FicheCommunale:
    """An ordinary fiche."""
    return FicheCommunale(
        nom="Berric",
        population="2 129 habitants en 2023.",
        cles=(Cle(valeur="12,5 %", libelle="Un taux", detail="en 2022", fragile=True),) * 4,
        fragilites=("À Berric, un taux est de 12,5 %.",),
        forces=(),
        colonnes=("Berric", "Intercommunalité", "Morbihan"),
        niveaux=LEVELS[:3],
        themes=(Rubrique(nom="Seniors", lignes=(line("Un taux (%), 2022"),) * 3),),
        repere="l'intercommunalité",
        notes=("Source : Insee.",),
        carte=MAP,
    )


def written(*fiches: FicheCommunale, organisme="CIAS d'essai") -> bytes:
    return document(fiches, organisme=organisme, demonstration=True, jour=JOUR)


def pages(made: bytes) -> int:
    return len(re.findall(rb"/Type ?/Page\b", made))


def test_a_fiche_is_one_tagged_page(fiche):
    made = written(fiche)

    assert pages(made) == 1
    assert b"/MarkInfo" in made
    assert b"pdfuaid:part" in made
    assert b"PSTSans-Regular" in made
    assert made == written(fiche)


def test_a_fiche_a_page(fiche):
    assert pages(written(*[replace(fiche, nom=f"Commune {n}") for n in range(5)])) == 5


@pytest.mark.parametrize("text", [HOSTILE, "mot " * 400, "intercommunalité" * 200, "日" * 3000])
def test_whatever_the_texts_it_is_one_page(fiche, text):
    cle = Cle(valeur="1 234 567 €", libelle=text, detail=text, fragile=False)
    themes = [Rubrique(nom=text[:60], lignes=(line(text, columns=5),) * 2)] * 7
    full = replace(
        fiche,
        nom=text,
        population=text[:200],
        cles=(cle,) * 4,
        fragilites=(text,) * 3,
        forces=(text,) * 2,
        colonnes=(text,) * 5,
        niveaux=LEVELS,
        themes=tuple(themes),
        notes=(text,) * 4,
    )

    assert pages(written(full, organisme=text)) == 1


def test_a_commune_of_which_little_is_known_has_its_page(fiche):
    bare = replace(fiche, population="", cles=(), themes=(), notes=(), carte="", repere="")

    assert pages(written(bare)) == 1


def test_no_fiche_is_no_document():
    with pytest.raises(ValueError, match="no fiche"):
        written()


def test_the_document_says_what_it_is():
    assert mots.titre_document(["Berric"], "CIAS") == "Fiche communale\u202f: Berric — CIAS"
    assert mots.titre_document(["Berric", "Caden"], "CIAS") == "Fiches communales — CIAS"
