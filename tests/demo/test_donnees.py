"""The example data: enough of it, coherent, and nobody named."""

import csv
import re
import tomllib
from collections import Counter

import pytest

from psdt.domain.demarche import Etape
from psdt.domain.elements import Nature, StatutElement
from psdt.domain.people import College
from psdt.domain.priorites import CATALOGUE, NIVEAUX
from psdt.settings import app_dir

DEMO = app_dir() / "data" / "demo"
DEMARCHE = tomllib.loads((DEMO / "demarche.toml").read_text("utf-8"))
HUMAIN = app_dir() / "tests" / "demo" / "themes_humains.csv"

NOM_DE_PERSONNE = re.compile(r"\b(M\.|Mme|Mlle|Mr|Monsieur|Madame|Docteur|Dr) [A-ZÉ]")
COORDONNEES = re.compile(r"@|https?:|www\.|\b0\d([ .]?\d\d){4}\b")


def rows(name) -> list[dict[str, str]]:
    with (DEMO / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", strict=True))


OBJECTIFS, ELEMENTS = rows("objectifs.csv"), rows("elements.csv")
ENJEUX = {e["code"] for e in ELEMENTS if e["nature"] == "enjeu" and e["seance"] == "FO"}
FINAUX = {e["code"] for e in ELEMENTS if e["nature"] == "enjeu" and e["seance"] == "S5"}


def test_there_are_fourteen_enjeux_then_seven():
    pairs = {(r["enjeu"], r["enjeu_final"]) for r in rows("reformulations.csv")}

    assert len(ENJEUX) == 14
    assert len(FINAUX) == 7
    assert {enjeu for enjeu, _ in pairs} == ENJEUX
    assert {final for _, final in pairs} == FINAUX
    assert len(pairs) == 14


def test_the_forum_wrote_about_180_objectifs_on_every_enjeu():
    assert 180 <= len(OBJECTIFS) <= 200
    assert {o["enjeu"] for o in OBJECTIFS} == ENJEUX
    assert {o["college"] for o in OBJECTIFS} == {"habitants", "partenaires", "financeurs"}


def test_they_are_as_varied_as_real_ones():
    texts = [o["objectif"] for o in OBJECTIFS]
    lengths = [len(text) for text in texts]
    words = [re.sub(r"\W+", " ", text.lower()).strip() for text in texts]

    assert min(lengths) <= 5
    assert max(lengths) > 250
    assert any(text.isupper() for text in texts)
    assert any(text.startswith("+") for text in texts)  # a spreadsheet would read a formula
    assert sum(n - 1 for n in Counter(words).values()) >= 3  # said again, word for word


@pytest.mark.parametrize(
    "text", [r["objectif"] for r in OBJECTIFS] + [e["texte"] for e in ELEMENTS]
)
def test_nobody_is_named(text):
    assert not NOM_DE_PERSONNE.search(text)
    assert not COORDONNEES.search(text)


def test_the_human_themes_cover_every_objectif():
    with HUMAIN.open(encoding="utf-8", newline="") as file:
        labels = [r["theme"] for r in csv.DictReader(file, delimiter=";")]
    sizes = Counter(labels)
    off_topic = sizes.pop("")

    assert len(labels) == len(OBJECTIFS)
    assert len(sizes) == 7
    assert max(sizes.values()) > 3 * min(sizes.values())
    assert off_topic == 6


def test_each_column_speaks_the_words_of_the_domain():
    seances = {s["code"] for s in DEMARCHE["seances"]}

    assert [Etape[s["etape"].upper()] for s in DEMARCHE["seances"]]
    assert {Etape[s["etape"].upper()] for s in DEMARCHE["seances"]} == set(Etape)
    assert set(DEMARCHE["criteres"]) <= set(CATALOGUE)
    for element in ELEMENTS:
        assert Nature[element["nature"].upper()]
        statut = StatutElement[element["statut"].upper()]
        assert element["seance"] in seances
        assert bool(element["motif"]) == (statut in {StatutElement.ECARTE, StatutElement.FUSIONNE})


def test_what_is_merged_says_into_what():
    codes = {e["code"] for e in ELEMENTS}

    assert len(codes) == len(ELEMENTS)
    assert all((e["vers"] in codes) == (e["statut"] == "fusionne") for e in ELEMENTS)
    assert {c["enjeu"] for c in rows("constats.csv")} <= ENJEUX


def test_every_college_has_an_opinion_of_every_enjeu():
    avis = rows("avis.csv")
    levels = [float(a[c.name.lower()]) for a in avis for c in College]

    assert {a["enjeu"] for a in avis} == ENJEUX
    assert min(NIVEAUX) < min(levels)
    assert max(levels) < max(NIVEAUX)
    assert {a["accord"] for a in avis} == {"fort", "moyen", "faible"}
