"""Files that must not be read, or not so: what they are, whatever their name says."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt import sources
from psdt.sources import Refus, Tableau
from psdt.sources.xls import MAGIE
from tests.sources.conftest import LIGNE, ecrire


def genre(contenu: bytes, nom: str = "essai.xlsx") -> str:
    answer = sources.lire(nom, contenu, {})
    assert isinstance(answer, Refus)
    (anomalie,) = answer.anomalies
    assert anomalie.phrase[0].isupper() or anomalie.phrase.startswith(nom)
    return anomalie.genre


def said(nom: str, contenu: bytes) -> str:
    answer = sources.lire(nom, contenu, {})
    assert isinstance(answer, Refus)
    return answer.anomalies[0].phrase.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize("nom", ["~$chiffres.xlsx", ".~lock.chiffres.ods#"])
def test_the_lock_of_an_open_workbook_is_called_so(nom, ligne):
    lock = "\x05Agent".ljust(54).encode() + "Agent".encode("utf-16-le")

    assert "n'est qu'un verrou" in said(nom, lock)
    assert isinstance(sources.lire(nom, ecrire([ligne()]), {}), Tableau)


@pytest.mark.parametrize(
    ("nom", "contenu", "kind"),
    [
        ("photo.jpg", b"\xff\xd8\xff" + bytes(99), "une image (JPEG)"),
        ("a.pdf", b"%PDF-1.7", "PDF"),
    ],
)
def test_what_no_spreadsheet_opens_is_not_to_be_saved_otherwise(nom, contenu, kind):
    sentence = said(nom, contenu)

    assert kind in sentence
    assert "Enregistrez-le" not in sentence


def archive(**members: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("contenu", "expected"),
    [
        (b"", "fichier_vide"),
        (b" \r\n", "fichier_vide"),
        (b"\x89PNG\r\n" + bytes(100), "format_inconnu"),
        (b"%PDF-1.7", "format_inconnu"),
        (MAGIE + bytes(600), "format_inconnu"),
        (MAGIE + "EncryptedPackage".encode("utf-16-le"), "mot_de_passe"),
        (b"<html><table><tr><td>code</td></tr></table></html>", "format_inconnu"),
        (b"code;valeur\x00;x", "fichier_abime"),
        (b'code;valeur\n"ouvert;12', "fichier_abime"),
        (b"\xff\xfe\x00", "encodage"),
        (b"PK\x03\x04" + bytes(50), "fichier_abime"),
        (archive(mimetype=b"x"), "format_inconnu"),
        (archive(xl__workbook_xml=b"", xl__vbaProject_bin=b""), "fichier_abime"),
        (archive(xl__workbook_xml=b"<!DOCTYPE x>"), "fichier_abime"),
        (archive(xl__workbook_xml=b" " * (2 << 20)), "fichier_trop_gros"),
        (b"x" * (10 * 1024 * 1024 + 1), "fichier_trop_gros"),
    ],
)
def test_says_what_is_wrong_with_the_file(contenu, expected):
    assert genre(contenu) == expected


def test_refuses_macros(ligne):
    out = BytesIO(ecrire([ligne()]))
    with zipfile.ZipFile(out, "a") as target:
        target.writestr("xl/vbaProject.bin", b"x")

    assert genre(out.getvalue(), "essai.xlsm") == "macro_refusee"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_reads_a_text_file_whatever_its_encoding_and_separator(encoding, separator):
    rows = ["code,territoire,annee,valeur,source", "POP,Saint-Gravé,2021,“12”,Insee – été"]
    text = "\r\n".join(row.replace(",", separator).replace("“12”", "12") for row in rows)

    table = sources.lire("essai.csv", text.encode(encoding), {})

    assert isinstance(table, Tableau)
    assert table.valeurs[["territoire", "valeur", "source"]].values.tolist() == [
        ["Saint-Gravé", 12.0, "Insee – été"]
    ]


def test_a_line_meant_for_excel_is_not_a_header():
    table = sources.lire("x.csv", b"sep=;\ncode;territoire;annee;valeur\nP;Berric;21;1", {})

    assert isinstance(table, Refus)
    assert [a.ligne for a in table.anomalies] == [3]


SAIN = ecrire([LIGNE, [*LIGNE[:4], 2016, "s", *LIGNE[6:]]])


@given(
    damage=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1)
)
def test_nothing_raw_comes_out_of_a_damaged_workbook(damage):
    contenu = bytearray(SAIN)
    for place, byte in damage:
        contenu[int(place * len(contenu))] = byte

    assert isinstance(sources.lire("essai.xlsx", bytes(contenu), {}), Tableau | Refus)
