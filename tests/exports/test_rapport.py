"""The rapport d'ABS, written: whatever the texts, and with figures or without."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from psdt.charts.theme import figure
from psdt.exports import images, rapport_docx, rapport_pdf
from psdt.exports.rapport import (
    Annexe,
    Chapitre,
    ChiffreCle,
    Illustration,
    Rapport,
    Reponses,
    Ressort,
    Section,
    Table,
    dessiner,
)
from psdt.words import rapport as mots

HOSTILE = '#eval("1") *gras* _x_ $a$ <w:p> & ]]> @ref \\ =cmd|x \u202e日 \x07'
LONG = "Intercommunalité" * 13


@pytest.fixture(autouse=True)
def _closed():
    yield
    images.fermer()


def table(rows: int = 3) -> Table:
    return Table(
        titre=HOSTILE,
        note=HOSTILE,
        entetes=(HOSTILE, LONG, "Taux"),
        lignes=((HOSTILE, LONG, "secret"),) * rows,
        largeurs=(5.0, 5.0, 6.0),
        textes=2,
    )


@pytest.fixture
def rapport() -> Rapport:
    """A report whose every text could be taken for something else."""
    bars = figure(height=300, data=[{"type": "bar", "x": [1, 2], "y": [HOSTILE, LONG]}])
    drawn = Illustration(
        titre=HOSTILE,
        sous_titre=LONG,
        alt=HOSTILE,
        source=HOSTILE,
        fig=bars,
        largeur=604,
        hauteur=None,
        donnees=table(),
    )
    chiffre = ChiffreCle(valeur=HOSTILE, libelle=LONG, detail=HOSTILE, fragile=True)
    ressort = Ressort(ton="Plus fragile", fragile=True, phrase=HOSTILE, suite=LONG)
    asked = Reponses(
        question=HOSTILE,
        base=LONG,
        source=HOSTILE,
        parts=(("Oui", "12", "60 %", 0.6), (HOSTILE, "8", "40 %", 0.4)),
    )
    full = Chapitre(
        titre="Emploi",
        introduction=(HOSTILE,),
        chiffres=(chiffre,) * 3,
        ressorts=(ressort,) * 4,
        illustrations=(drawn,) * 5,
        renvoi=HOSTILE,
        sections=(Section(titre=HOSTILE, textes=(LONG, HOSTILE)),),
        reponses=(asked,),
        manques=(HOSTILE,),
    )
    return Rapport(
        organisme=LONG,
        territoire=HOSTILE,
        population="2 communes",
        jour=date(2026, 11, 24),
        exemple="Données d'exemple",
        chiffres=(chiffre,),
        ressorts=(ressort,),
        chapitres=(full, Chapitre(titre=HOSTILE, ressorts=()), Chapitre(titre="Vide")),
        tableaux=(Annexe(titre=HOSTILE, tables=(table(90),)),),
        sources=(Annexe(titre=HOSTILE, tables=(table(),), notes=(HOSTILE,)),),
        lexique={HOSTILE: LONG},
        preambule={"Pourquoi": LONG},
        mot=Chapitre(titre=HOSTILE, introduction=(HOSTILE, LONG), signature=HOSTILE),
        questionnaire=HOSTILE,
        contour=(((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)),),
    )


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type ?/Page\b", pdf))


def test_figures_are_told_as_they_come(rapport):
    told = []

    assert all(dessiner(rapport, told.append))
    assert told[-1] == mots.figure(5, 5)


class TestPdf:
    def test_is_tagged_titled_and_the_same_twice(self, rapport):
        drawn = dessiner(rapport, str)
        made = rapport_pdf.rediger(rapport, drawn)

        assert made == rapport_pdf.rediger(rapport, drawn)
        assert b"pdfuaid:part" in made
        assert b"Analyse des besoins sociaux 2026" in made
        assert pages(made) >= 10

    def test_shows_the_data_of_what_cannot_be_drawn(self, rapport):
        with_figures = rapport_pdf.rediger(rapport, dessiner(rapport, str))
        without = rapport_pdf.rediger(rapport, [None] * 5)

        assert len(re.findall(rb"/S ?/Figure", with_figures)) > 0
        assert len(re.findall(rb"/S ?/TH\b", without)) > len(
            re.findall(rb"/S ?/TH\b", with_figures)
        )

    def test_holds_with_nothing_in_it(self, rapport):
        bare = replace(
            rapport, chiffres=(), ressorts=(), chapitres=(), tableaux=(), sources=(), contour=()
        )

        assert pages(rapport_pdf.rediger(bare, [])) >= 4


class TestDocx:
    def test_keeps_every_text_word_for_word(self, rapport):
        document = docx.Document(BytesIO(rapport_docx.rediger(rapport, dessiner(rapport, str))))
        texts = [p.text for p in document.paragraphs]
        said = '#eval("1") *gras* _x_ $a$ <w:p> & ]]> @ref \\ =cmd|x 日 '

        assert f"Plus fragile. {said}\n{LONG}" in texts
        assert said in texts
        assert len(document.inline_shapes) == 5
        assert all(d.get("descr") for d in document.element.iter(qn("wp:docPr")))

    def test_contents_give_a_page_to_each_title_before_word_counts(self, rapport):
        document = docx.Document(BytesIO(rapport_docx.rediger(rapport, [None] * 5)))
        lines = [p for p in document.paragraphs if p.style.name.startswith("toc")]
        numbers = [int(p._p.xpath("string(.)").split("h ")[-1]) for p in lines]

        assert len(numbers) == 10
        assert numbers == sorted(numbers)
        assert numbers[:2] == [3, 4]

    def test_no_row_is_left_alone(self, rapport):
        document = docx.Document(BytesIO(rapport_docx.rediger(rapport, [None] * 5)))
        long = next(t for t in document.tables if len(t.rows) == 91)
        kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in long.rows]

        assert [n for n, k in enumerate(kept) if k] == [0, 1, 2, 88, 89]

    def test_shows_the_data_of_what_cannot_be_drawn(self, rapport):
        made = rapport_docx.rediger(rapport, [None] * 5)
        with_figures = rapport_docx.rediger(rapport, dessiner(rapport, str))
        without, whole = (docx.Document(BytesIO(b)) for b in (made, with_figures))

        assert len(without.tables) == len(whole.tables) + len(whole.inline_shapes)
        assert not len(without.inline_shapes)
