"""Workbooks of LibreOffice: what their cells show."""

from datetime import datetime

import pytest

from psdt.sources.anomalies import IllisibleError
from psdt.sources.grille import Trou
from psdt.sources.ouvrir import ouvrir
from tests.corpus.ecrire import ajouter, archive, ods, parties


def lignes(rows: str) -> list[tuple]:
    """Return the rows of a sheet made of this XML, below a header « x »."""
    (feuille,) = (classeur := ouvrir("essai.ods", ods([], entete=["x"], ensuite=rows))).feuilles
    return [(ligne.numero, ligne.cellules) for ligne in classeur.lignes(feuille)[1:]]


def case(attributes: str = "", inside: str = "", name: str = "table-cell") -> str:
    return f"<table:{name} {attributes}>{inside}</table:{name}>"


def ligne(*cells: str, times: int = 1) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'
    )


TEXTE = 'office:value-type="string"'
UN = case('office:value-type="float" office:value="1"')
BULLE = "<office:annotation><text:p>vu par Jo</text:p></office:annotation>"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (case('office:value-type="percentage" office:value="0.07"', "<text:p>7 %</text:p>"), 7.0),
        (case('office:value-type="currency" office:value="3.5"'), 3.5),
        (case('office:value-type="date" office:date-value="2016-05-01"'), datetime(2016, 5, 1)),
        (case('office:value-type="date" office:date-value="-5"', "<text:p>?</text:p>"), "?"),
        (case('office:value-type="boolean" office:boolean-value="true"'), True),
        (case('office:value-type="time"', "<text:p>12:30</text:p>"), "12:30"),
        (case(f'{TEXTE} office:string-value="caché"'), "caché"),
        (case(TEXTE, f"{BULLE}<text:p>su</text:p>"), "su"),
        (case(TEXTE, "<text:p>un</text:p><text:p>deux</text:p>"), "un\ndeux"),
        (case(TEXTE, '<text:p>a<text:s text:c="2"/><text:span>b</text:span></text:p>'), "a  b"),
        (case(TEXTE, "<text:p>a<text:tab/>b<text:line-break/>c</text:p>"), "a\tb\nc"),
        (case(f'table:formula="of:=1/0" {TEXTE}', "<text:p>#DIV/0!</text:p>"), "#DIV/0!"),
        (
            case('office:value-type="float" office:value="0"', "<text:p>Err:502</text:p>"),
            "Err:502",
        ),
        (case('table:formula="of:=1+1"'), Trou.FORMULE),
        (case(), None),
        (case("", "<text:p>caché</text:p>", "covered-table-cell"), None),
    ],
)
def test_a_cell_says_what_it_shows(cell, shown):
    assert lignes(ligne(cell, UN)) == [(2, [shown, 1])]


def test_what_is_repeated_is_there_as_many_times():
    twice = case(f'{TEXTE} table:number-columns-repeated="2"', "<text:p>a</text:p>")
    blank = case('table:number-columns-repeated="3"')

    assert lignes(ligne(twice, blank, UN) + ligne(blank, times=9) + ligne(UN, times=2)) == [
        (2, ["a", "a", None, None, None, 1]),
        (12, [1]),
        (13, [1]),
    ]


def test_cells_merged_downwards_say_the_same():
    tall = case(f'{TEXTE} table:number-rows-spanned="2"', "<text:p>Larré</text:p>")
    under = case("", "", "covered-table-cell")

    assert lignes(ligne(tall, UN) + ligne(under, UN) + ligne(case(), UN)) == [
        (2, ["Larré", 1]),
        (3, ["Larré", 1]),
        (4, [None, 1]),
    ]


@pytest.mark.parametrize("times", ["0", "-1", "beaucoup"])
def test_what_cannot_be_counted_is_damage(times):
    with pytest.raises(IllisibleError, match="abîmé"):
        lignes(ligne(case(f'table:number-columns-repeated="{times}"'), UN))


@pytest.mark.parametrize(
    ("contenu", "said"),
    [
        (ajouter(ods(), "encrypted-package", b"x"), "mot de passe"),
        (ajouter(ods(), "mimetype", b"application/vnd.oasis.opendocument.text"), "pas un tableau"),
        (
            archive({n: c for n, c in parties(ods()).items() if n != "content.xml"}),
            "abîmé",
        ),
    ],
)
def test_an_archive_that_is_no_workbook_is_refused(contenu, said):
    with pytest.raises(IllisibleError, match=said):
        ouvrir("essai.ods", contenu)
