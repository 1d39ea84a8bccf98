"""Word documents: what python-docx reads back of them."""

from datetime import date, datetime
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from psdt.exports.docx import Colonne, DocumentWord
from psdt.exports.docx_styles import ORANGE

HOSTILE = "=cmd|x \u202e<w:p> & ]]> \x00\x0b " + "Q" * 200


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (20, 10)).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def document():
    written = DocumentWord(HOSTILE, "CIAS de test", date(2026, 11, 24), "Données d'exemple")
    written.paragraphe("Rapport", "Title")
    written.sommaire("Sommaire")
    written.intertitre("Démographie", 1, saut=True)
    written.intertitre(HOSTILE, 2)
    written.legende("Figure", "Carte")
    written.image(png(), alt=HOSTILE, titre="Carte")
    written.legende("Figure", "Barres")
    written.image(png(), alt="Barres", titre="Barres")
    written.grille([("24 757", "Population", "en 2023", ORANGE)])
    written.tableau(
        [Colonne(entete="Commune", largeur=10), Colonne(entete="Taux", largeur=6, nombre=True)],
        [[HOSTILE, "1,2 %"], ["Berric", "Secret statistique"]],
    )
    written.puce("la suite", fort="Un constat.")
    return docx.Document(BytesIO(written.fermer()))


def test_says_what_it_is(document):
    properties = document.core_properties

    assert properties.title.startswith("=cmd|x <w:p> & ]]>")
    assert properties.author == "CIAS de test"
    assert properties.language == "fr-FR"
    assert properties.created.replace(tzinfo=None) == datetime(2026, 11, 24)
    assert "Données d'exemple" in document.sections[0].header.paragraphs[0].text
    lang = document.styles["Normal"].element.find(f".//{qn('w:lang')}")
    assert lang.get(qn("w:val")) == "fr-FR"


def test_contents_are_filled_and_lead_to_headings(document):
    links = document.element.findall(f".//{qn('w:hyperlink')}")
    marks = {m.get(qn("w:name")) for m in document.element.findall(f".//{qn('w:bookmarkStart')}")}
    texts = ["".join(t.text or "" for t in link.iter(qn("w:t"))) for link in links]

    assert [link.get(qn("w:anchor")) in marks for link in links] == [True, True]
    assert texts[0].startswith("Démographie")


def test_pictures_have_an_alternative_and_a_number(document):
    described = [d.get("descr") for d in document.element.iter(qn("wp:docPr"))]
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]

    assert described[0].startswith("=cmd|x <w:p> & ]]>")
    assert captions == ["Figure 1. Carte", "Figure 2. Barres"]
    assert all(
        p.paragraph_format.keep_with_next
        for p in document.paragraphs
        if p.style.name == "Caption" or p._p.findall(f".//{qn('w:drawing')}")
    )


def test_tables_repeat_their_header_and_keep_rows_whole(document):
    table = document.tables[1]
    rows = [row._tr.trPr for row in table.rows]

    assert rows[0].find(qn("w:tblHeader")) is not None
    assert all(row.find(qn("w:cantSplit")) is not None for row in rows)
    assert [round(c.width.cm, 1) for c in table.columns] == [10.0, 6.0]
    assert table.cell(2, 1).text == "Secret statistique"
