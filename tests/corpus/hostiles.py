"""Files that nobody should have: renamed, damaged, or made to take all the memory."""

import random
import zipfile
from collections.abc import Callable

from tests.corpus.attendu import Cas, lu, refuse, valeurs
from tests.corpus.ecrire import (
    LIGNES,
    ajouter,
    archive,
    avec,
    gonfler,
    ods,
    parties,
    reecrire,
    retoucher,
    texte,
    xlsx,
)
from tests.corpus.indicateurs import BASE, FEUILLE, FICHIERS

CHAINES = "xl/sharedStrings.xml"
ENTITES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
)
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
BRUIT = random.Random(9).randbytes(400_000).hex()
"""Letters that compress only by half: what a bomb carries to look like an honest file."""


def entites() -> bytes:
    return reecrire(xlsx(), CHAINES, lambda xml: xml.replace("?>", f"?>{ENTITES}", 1))


def entites_en_utf16() -> bytes:
    members = parties(entites())
    content = members[CHAINES].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    return archive({**members, CHAINES: content.encode("utf-16")})


def entites_au_loin() -> bytes:
    """After a comment longer than what is looked at first."""
    return reecrire(
        xlsx(), CHAINES, lambda xml: xml.replace("?>", f"?><!--{'-x' * 40_000}-->{ENTITES}", 1)
    )


def bombe(motif: bytes, fois: int, membre: str = FEUILLE, marque: str = "</row>") -> bytes:
    return gonfler(xlsx(), membre, motif, fois, marque)


def sous_le_ratio(motif: bytes, fois: int) -> Callable[[], bytes]:
    """Swell less than the ratio, thanks to a comment that does not compress."""

    def write() -> bytes:
        noisy = retoucher(xlsx(), FEUILLE, "<sheetData>", f"<sheetData><!--{BRUIT}-->")
        return gonfler(noisy, FEUILLE, motif, fois, "</row>")

    return write


def balise_sans_fin() -> bytes:
    """A single comment of 40 MB: some XML readers read it again at each block."""
    noisy = retoucher(xlsx(), FEUILLE, "<sheetData>", f"<!--{BRUIT}--><!-- FIN --><sheetData>")
    return gonfler(noisy, FEUILLE, b"x" * 1_000, 40_000, "FIN -->")


def grand(lignes: int) -> bytes:
    """Return a sheet of so many rows, about as large as a file may be."""
    members = parties(xlsx(LIGNES[:1]))
    head, rest = members[FEUILLE].decode().split('<row r="2"', 1)
    row, tail = rest.split("</row>", 1)
    row = f'<row r="{{0}}"{row}</row>'.replace('A2"', 'A{0}"').replace("<v>2016</v>", "<v>{1}</v>")
    for letter in "BCDEFGH":
        row = row.replace(f'"{letter}2"', f'"{letter}{{0}}"')
    row = row.replace('<c r="A{0}" t="s"><v>8</v></c>', '<c r="A{0}" t="str"><v>C{2}</v></c>')
    rows = "".join(
        row.format(numero, 1950 + numero % 70, numero // 70) for numero in range(2, lignes + 2)
    )
    return archive({**members, FEUILLE: f"{head}{rows}{tail}".encode()})


def au_bout(book, sheet) -> None:
    sheet.write(1_048_575, 16_383, "x")


def fusions_superposees() -> bytes:
    merged = '<mergeCell ref="A2:A1048576"/>' * 90_000
    tall = xlsx([*LIGNES, *([[None] * 7 + ["x"]] * 2_000)])
    return retoucher(
        tall, FEUILLE, "</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>"
    )


def decale() -> bytes:
    """A shared text named by a negative rank: read from the end, it would be another one."""
    return reecrire(xlsx(), FEUILLE, lambda xml: xml.replace('t="s"><v>8<', 't="s"><v>-1<', 1))


def repete(lignes: int, colonnes: int) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{lignes}">'
        f'<table:table-cell table:number-columns-repeated="{colonnes}" '
        'office:value-type="float" office:value="1"/></table:table-row>'
    )


CHIFFRE = (
    '<m:file-entry m:full-path="content.xml"><m:encryption-data m:checksum="x"/></m:file-entry>'
)
ANCIEN = FICHIERS / "ancien.xls"

CAS = [
    Cas(
        "022_macro.xlsm",
        lambda: ajouter(xlsx(), "xl/vbaProject.bin", b"\0" * 600),
        refuse("macro_refusee", ".xlsx"),
    ),
    Cas(
        "025_mot_de_passe.xlsx",
        (FICHIERS / "mot_de_passe.xlsx").read_bytes,
        refuse("mot_de_passe", "mot de passe"),
    ),
    Cas("026_tronque.xlsx", lambda: xlsx()[:-900], refuse("fichier_abime", "026_tronque.xlsx")),
    Cas("027_vide.xlsx", bytes, refuse("fichier_vide", "vide")),
    Cas(
        "028_image.xlsx",
        lambda: b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(900),
        refuse("format_inconnu", "028_image.xlsx"),
    ),
    Cas("029_classeur.csv", xlsx, BASE),
    Cas("030_texte.xlsx", texte, BASE),
    Cas(
        "031_page.xls",
        lambda: b"<html><body><table><tr><td>code</td></tr></table></body></html>",
        refuse("format_inconnu", "HTML"),
    ),
    Cas(
        "032_bombe_de_lignes.xlsx",
        lambda: bombe(b"<row></row>", 20_000_000),
        refuse("fichier_trop_gros", "Mo"),
    ),
    Cas(
        "033_bombe_de_textes.xlsx",
        lambda: bombe(b"<si><t>aaaa</t></si>", 2_000_000, CHAINES, "</sst>"),
        refuse("fichier_trop_gros", "Mo"),
    ),
    Cas("034_entites.xlsx", entites, refuse("fichier_abime", "034_entites.xlsx")),
    Cas(
        "035_dimension.xlsx",
        lambda: retoucher(xlsx(), FEUILLE, '"A1:H13"', '"A1:XFD1048576"'),
        BASE,
    ),
    Cas(
        "036_au_bout.xlsx",
        lambda: xlsx(finir=au_bout),
        refuse("feuille_trop_grande", "Indicateurs"),
    ),
    Cas(
        "042_trop_de_lignes.csv",
        lambda: texte([f"C{n}", "l", "t", "B", 2021, n, "%", "s"] for n in range(100_001)),
        refuse("feuille_trop_grande", "100"),
    ),
    Cas(
        "060_strict.xlsx",
        lambda: reecrire(
            xlsx(),
            "xl/workbook.xml",
            lambda xml: xml.replace(
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main", STRICT
            ),
        ),
        refuse("format_inconnu", "Strict", "Classeur Excel (.xlsx)"),
    ),
    Cas("061_octet_nul.csv", lambda: texte() + b"MEN\0;x", refuse("fichier_abime", "14")),
    Cas(
        "062_deux_encodages.csv",
        lambda: texte() + "MEN;Ménages".encode("cp1252"),
        refuse("encodage", "UTF-8"),
    ),
    Cas(
        "063_trop_de_colonnes.csv",
        lambda: texte([[*row, *range(200)] for row in LIGNES]),
        refuse("feuille_trop_grande", "200 colonnes"),
    ),
    Cas("064_entites_en_utf16.xlsx", entites_en_utf16, refuse("fichier_abime", "064")),
    Cas("065_entites_au_loin.xlsx", entites_au_loin, refuse("fichier_abime", "065")),
    Cas(
        "066_cases_sans_fin.xlsx",
        sous_le_ratio(b"<c/>", 20_000_000),
        refuse("fichier_trop_gros", "cases"),
    ),
    Cas("067_balise_sans_fin.xlsx", balise_sans_fin, refuse("fichier_abime", "067")),
    Cas("068_grand.xlsx", lambda: grand(60_000), lu(60_000)),
    Cas(
        "069_trop_de_lignes.xlsx",
        lambda: grand(100_001),
        refuse("feuille_trop_grande", "100", "Indicateurs"),
    ),
    Cas(
        "070_fusions_superposees.xlsx",
        fusions_superposees,
        refuse("feuille_trop_grande", "Indicateurs"),
    ),
    Cas("071_rang_negatif.xlsx", decale, refuse("fichier_abime", "071")),
    Cas(
        "072_autre_compression.xlsx",
        lambda: archive(parties(xlsx()), zipfile.ZIP_LZMA),
        refuse("fichier_abime", "072"),
    ),
    Cas(
        "073_document.xlsx",
        lambda: archive({"word/document.xml": b"<d/>", "[Content_Types].xml": b"<t/>"}),
        refuse("format_inconnu", "073"),
    ),
    Cas(
        "074_macro.xls",
        lambda: ANCIEN.read_bytes() + "_VBA_PROJECT".encode("utf-16-le"),
        refuse("macro_refusee", ".xlsx"),
    ),
    Cas(
        "075_tronque.xls",
        lambda: ANCIEN.read_bytes()[:3_000] + "Workbook".encode("utf-16-le"),
        refuse("fichier_abime", "075"),
    ),
    Cas(
        "076_macro.ods",
        lambda: ajouter(ods(), "Basic/Standard/script-lb.xml", b"<l/>"),
        refuse("macro_refusee", ".xlsx"),
    ),
    Cas("077_mot_de_passe.ods", lambda: ods(manifeste=CHIFFRE), refuse("mot_de_passe")),
    Cas(
        "078_lignes_repetees.ods",
        lambda: ods(ensuite=repete(1_000_000, 1)),
        refuse("feuille_trop_grande", "Indicateurs"),
    ),
    Cas(
        "079_cases_repetees.ods",
        lambda: ods(ensuite=repete(100_000, 199)),
        refuse("feuille_trop_grande", "Indicateurs"),
    ),
    Cas(
        "080_vide_jusqu_au_bout.ods",
        lambda: ods(
            avec("(3,2)"),
            ensuite='<table:table-row table:number-rows-repeated="1048563"><table:table-cell '
            'table:number-columns-repeated="16384"/></table:table-row>',
        ),
        lu(12, *valeurs(-3.2, 835)),
    ),
    Cas(
        "081_binaire.xlsb",
        lambda: retoucher(
            ajouter(xlsx(), "xl/workbook.bin", b"\x83\x01\x00"),
            *("_rels/.rels", "xl/workbook.xml", "xl/workbook.bin"),
        ),
        refuse("format_inconnu", "081"),
    ),
    Cas(
        "082_sans_fond.xlsx",
        sous_le_ratio(b"<a>", 6_000_000),
        refuse("fichier_abime", "082"),
    ),
    Cas(
        "083_trop_de_pieces.xlsx",
        lambda: archive({**parties(xlsx()), **{f"x/{n}.txt": b"" for n in range(2_001)}}),
        refuse("fichier_trop_gros", "Mo", "pièces"),
    ),
]
