"""Workbooks of spreadsheets: what their cells show, whoever wrote them."""

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from psdt.sources.anomalies import IllisibleError
from psdt.sources.formats import est_date, est_pourcent
from psdt.sources.grille import Trou
from psdt.sources.ouvrir import ouvrir
from tests.corpus.ecrire import Formule, reecrire, retoucher, xlsx
from tests.sources.conftest import ecrire

FEUILLE = "xl/worksheets/sheet1.xml"

texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1)
cells = st.one_of(
    st.none(),
    st.integers(-(10**14), 10**14),
    st.integers(-(10**9), 10**9).map(lambda n: n / 1_000),
    st.booleans(),
    texts.filter(lambda text: not text.startswith("=")),
)
tables = st.lists(st.lists(cells, min_size=1, max_size=5), min_size=1, max_size=5)


def grille(contenu: bytes, feuille: str = "Indicateurs") -> list[list]:
    return [ligne.cellules for ligne in ouvrir("essai.xlsx", contenu).lignes(feuille)]


def modifie(finir) -> bytes:
    """Return a workbook of one cell, « x », that a function has changed."""
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    finir(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@settings(deadline=None, max_examples=50)
@given(tables)
def test_a_workbook_gives_back_what_was_written(rows):
    widths = [
        max((n for n, cell in enumerate(row, 1) if cell is not None), default=0) for row in rows
    ]
    shown = [row[:width] for row, width in zip(rows, widths, strict=True) if width]

    assert grille(ecrire(rows[1:], entete=rows[0])) == shown
    assert grille(xlsx(rows[1:], entete=rows[0])) == shown


@settings(deadline=None, max_examples=50)
@given(texts)
def test_openpyxl_reads_the_same_text(text):
    content = xlsx([[text]], entete=["texte"])

    (found,) = (openpyxl.load_workbook(BytesIO(content)).active["A2"],)
    assert grille(content)[1] == [found.value]


@pytest.mark.parametrize(
    ("written", "format_", "shown"),
    [
        (0.125, "0.0%", 12.5),
        (1, "0%", 100),
        (0.07, '"soit" 0.00%', 7.0),
        (12.5, '0.0" %"', 12.5),
        (12.5, r"0.0\%", 12.5),
        (42370, "mm-dd-yy", date(2016, 1, 1)),
        (42370.5, "[$-40C]mmmm yyyy;@", date(2016, 1, 1)),
        (1e9, "dd/mm/yyyy", 1e9),
        (2016, '0" habitants"', 2016),
        (2016, "[Red]#,##0_);_-* 0", 2016),
    ],
)
def test_a_number_is_what_its_format_shows(written, format_, shown):
    def finir(book):
        book.active["A1"] = written
        book.active["A1"].number_format = format_

    assert grille(modifie(finir), "Sheet") == [[shown]]


def test_days_may_be_counted_from_1904():
    def finir(book):
        book.epoch = CALENDAR_MAC_1904
        book.active["A1"] = datetime(2016, 5, 1)

    assert grille(modifie(finir), "Sheet") == [[date(2016, 5, 1)]]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<c t="str"><f>A9</f><v></v></c>', None),
        ("<c><f>A9</f></c>", Trou.FORMULE),
        ("<c><f>A9</f><v/></c>", Trou.FORMULE),
        ('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c t="d"><v>2016-05-01T00:00:00</v></c>', datetime(2016, 5, 1)),
        ('<c t="b"><v>1</v></c>', True),
        ("<c><v>000123456789012345678</v></c>", 123456789012345678.0),
        ('<c t="inlineStr"><is><r><t>deux </t></r><r><t>mots</t></r></is></c>', "deux mots"),
        ('<c t="inlineStr"><is><t>東京</t><rPh><t>トウキョウ</t></rPh></is></c>', "東京"),
        ('<c t="inlineStr"><is><t>a_x000D_\nb</t></is></c>', "a\nb"),
        ('<c s=""><v>5</v></c>', 5),
    ],
)
def test_a_cell_says_its_last_result(cell, shown):
    """Cells without a reference follow each other."""
    written = retoucher(
        ecrire([], entete=["x"]), FEUILLE, "</row>", f"</row><row>{cell}<c><v>1</v></c></row>"
    )

    assert grille(written)[1] == [shown, 1]


def test_a_formula_keeps_its_result():
    assert grille(xlsx([[Formule("=1+1", 2), Formule("=A1", "a")]], entete=["x"]))[1] == [2, "a"]


def test_cells_out_of_order_are_put_in_place():
    swapped = reecrire(
        ecrire([[1, 2]], entete=["a", "b"]),
        FEUILLE,
        lambda xml: xml.replace('r="A2"', 'r="!"').replace('r="B2"', 'r="A2"').replace("!", "B2"),
    )

    assert grille(swapped)[1] == [2, 1]


def test_the_last_sheet_is_read_as_well_as_the_first():
    def finir(book):
        book.create_sheet("Seconde")["C2"] = "y"
        book.create_chartsheet("Graphique")

    classeur = ouvrir("essai.xlsx", modifie(finir))

    assert classeur.feuilles == ("Sheet", "Seconde")
    assert [(ligne.numero, ligne.cellules) for ligne in classeur.lignes("Seconde")] == [
        (2, [None, None, "y"])
    ]


def test_parts_may_be_named_from_the_root():
    moved = retoucher(
        ecrire([], entete=["x"]),
        "xl/_rels/workbook.xml.rels",
        "/xl/worksheets/sheet1.xml",
        "worksheets/../worksheets/sheet1.xml",
    )

    assert grille(moved) == [["x"]]


@pytest.mark.parametrize("reference", ["1", "AAAA1", "a1", "É1"])
def test_a_cell_that_is_nowhere_is_damage(reference):
    moved = retoucher(ecrire([], entete=["x"]), FEUILLE, 'r="A1"', f'r="{reference}"')

    with pytest.raises(IllisibleError, match="abîmé"):
        grille(moved)


def test_formats_are_told_apart():
    assert [est_pourcent(code) for code in ("0.0%", '0.0" %"', r"0\%", "[%]0")] == [
        *(True, False, False, False)
    ]
    assert [est_date(code) for code in ("dd/mm/yyyy;@", "[$-40C]mmm-yy", '0" jours"', "0%")] == [
        *(True, True, False, False)
    ]
