"""PDF documents: tagged, with our fonts, and no text taken for an instruction."""

import re

import pytest

from psdt.charts.theme import figure
from psdt.exports import pdf
from psdt.exports.images import svg

MODELE = """
#import "commun.typ": *
#let d = json("donnees.json")
#set document(title: d.titre, author: d.auteur, date: jour(d.jour))
#show: textes
= #d.titre
#image("figure.svg", ..d.alt)
#tableau(("A", "B"), d.lignes, colonnes: (1fr, auto), nombres: (1,))
"""
HOSTILE = '#panic() *gras* _x_ $a$ <b> @ref \\ "] = 日 \u202eabc'


@pytest.fixture
def modele(tmp_path, monkeypatch):
    """A model of its own, beside the shared part."""
    (tmp_path / "essai.typ").write_text(MODELE)
    (tmp_path / "commun.typ").write_bytes((pdf.MODELES / "commun.typ").read_bytes())
    monkeypatch.setattr(pdf, "MODELES", tmp_path)
    return "essai"


@pytest.fixture
def donnees() -> dict:
    return {
        "titre": HOSTILE,
        "auteur": "CIAS #let",
        "jour": "2026-11-24",
        "alt": {"alt": HOSTILE},
        "lignes": [[HOSTILE, "2"]] * 80,
    }


@pytest.fixture
def images() -> dict:
    return {
        "figure.svg": svg(figure(height=100, data=[{"type": "bar", "x": [1], "y": [HOSTILE]}]))
    }


def test_hostile_texts_are_only_texts(modele, donnees, images):
    made = pdf.compose(modele, donnees, images)

    assert made.startswith(b"%PDF-1.7")
    assert b"PSTSans-Regular" in made
    assert b"/MarkInfo" in made
    assert re.search(rb"/Lang ?\(fr", made)
    assert b"pdfuaid:part" in made
    assert len(re.findall(rb"/Type ?/Page\b", made)) == 3
    assert made == pdf.compose(modele, donnees, images)


def test_a_picture_without_a_text_alternative_is_refused(modele, donnees, images):
    with pytest.raises(RuntimeError, match="alt"):
        pdf.compose(modele, donnees | {"alt": {}}, images)


def test_a_model_reads_nothing_outside_its_folder(modele, donnees, images, tmp_path):
    (tmp_path / "essai.typ").write_text('#read("/../../etc/hostname")')

    with pytest.raises(RuntimeError):
        pdf.compose(modele, donnees, images)
