"""Files of indicators as producers and agents write them: what is read, what is not."""

import csv
import re
import unicodedata
from datetime import date
from pathlib import Path

from tests.corpus.attendu import Cas, ligne, lu, refuse, valeurs
from tests.corpus.ecrire import (
    ENTETE,
    LIGNES,
    Formule,
    Pourcent,
    ajouter,
    avec,
    ods,
    reecrire,
    retoucher,
    texte,
    xlsx,
)
from tests.sources.conftest import ecrire

FICHIERS = Path(__file__).with_name("files")
FEUILLE = "xl/worksheets/sheet1.xml"
BALISE = re.compile("(</?)(?=[a-zA-Z])")
BASE = lu(12, *valeurs(820, 835), *valeurs(6.5, 7.0, debut=6))
MARQUES = ("s", "nd", "n.c.", "///", "…", None, "c", "N.D.", "ns")
STATUTS = (
    *("secret", "non_disponible", "non_communique", "sans_objet", "non_disponible", "vide"),
    *("secret", "non_disponible", "non_significatif"),
)


def fusionne_en_tete() -> bytes:
    return xlsx(
        debut=3, finir=lambda book, sheet: sheet.merge_range("A1:H2", "Tableau de bord, 2026")
    )


def fusionne_par_territoire() -> bytes:
    def finir(book, sheet):
        for row in range(1, 13, 2):
            sheet.merge_range(row, 3, row + 1, 3, LIGNES[row - 1][3])

    return xlsx(avec(*[None] * 12, colonne="territoire"), finir=finir)


def lien_externe() -> bytes:
    linked = xlsx(avec(Formule("='[autre.xlsx]Feuil1'!A1", 820)))
    return ajouter(
        linked,
        "xl/externalLinks/_rels/externalLink1.xml.rels",
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="x/externalLinkPath" Target="file:///c:/autre.xlsx" '
        b'TargetMode="External"/></Relationships>',
    )


def prefixes() -> bytes:
    """As some libraries write: every tag has a prefix. The fourth value was not computed."""
    content = reecrire(
        ecrire(avec("=1+1", debut=3)), FEUILLE, lambda xml: BALISE.sub(r"\1x:", xml)
    )
    return retoucher(content, FEUILLE, "xmlns=", "xmlns:x=")


def decompose() -> bytes:
    rows = [
        [unicodedata.normalize("NFD", cell) if isinstance(cell, str) else cell for cell in row]
        for row in avec("\u200bMénages\ufeff", colonne="libelle")
    ]
    return texte(rows)


def au_loin() -> bytes:
    """Blank rows, formatted as far as people drag, between the two halves of the table."""

    def finir(book, sheet):
        bold = book.add_format({"bold": True})
        for row in range(7, 15_000):
            sheet.set_row(row, None, bold)
        for row, cells in enumerate(LIGNES[6:], 15_000):
            sheet.write_row(row, 0, cells)

    return xlsx(LIGNES[:6], finir=finir)


CAS = [
    Cas("001_base.xlsx", xlsx, BASE),
    Cas("002_utf8.csv", texte, BASE),
    Cas("003_bom.csv", lambda: texte(encodage="utf-8-sig"), BASE),
    Cas(
        "004_cp1252.csv",
        lambda: texte(avec("Part – œuvre d’été (€)", colonne="libelle"), encodage="cp1252"),
        lu(12, ligne(0, libelle="Part – œuvre d’été (€)", valeur=820)),
    ),
    Cas(
        "005_virgules.csv",
        lambda: texte(avec("1,5"), separateur=",", guillemets=csv.QUOTE_ALL),
        lu(12, *valeurs(1.5, 835)),
    ),
    Cas("006_tabulations.csv", lambda: texte(separateur="\t"), BASE),
    Cas(
        "007_decimales.xlsx",
        lambda: xlsx(avec("12,5", "12.5", "0,0")),
        lu(12, *valeurs(12.5, 12.5, 0)),
    ),
    Cas(
        "008_milliers.xlsx",
        lambda: xlsx(avec("12\u202f345", "12\u00a0345,6", "1 234 567", "12\u2009345")),
        lu(12, *valeurs(12345, 12345.6, 1234567, 12345)),
    ),
    Cas(
        "009_pourcents_ecrits.xlsx",
        lambda: xlsx(avec("12,5 %", "12.5%", "9\u202f%")),
        lu(12, *valeurs(12.5, 12.5, 9)),
    ),
    Cas(
        "010_pourcents_montres.xlsx",
        lambda: xlsx(avec(Pourcent(0.125), Pourcent(1), Pourcent(0.07))),
        lu(12, *valeurs(12.5, 100, 7)),
    ),
    Cas(
        "011_absences.xlsx",
        lambda: xlsx(avec(*MARQUES)),
        lu(12, *[ligne(n, valeur=None, statut=statut) for n, statut in enumerate(STATUTS)]),
    ),
    Cas("012_titre_fusionne.xlsx", fusionne_en_tete, BASE),
    Cas("013_territoires_fusionnes.xlsx", fusionne_par_territoire, BASE),
    Cas(
        "014_colonne_en_double.xlsx",
        lambda: xlsx(
            [[*row[:6], 0, *row[6:]] for row in LIGNES],
            entete=[*ENTETE[:6], "Valeur", *ENTETE[6:]],
        ),
        refuse("colonne_en_double", "valeur", "F", "G", "Indicateurs"),
    ),
    Cas(
        "015_colonne_absente.xlsx",
        lambda: xlsx(entete=[*ENTETE[:4], "période", *ENTETE[5:]]),
        refuse("colonne_absente", "annee", "Indicateurs", "periode"),
    ),
    Cas(
        "016_autre_feuille.xlsx",
        lambda: xlsx(feuille="Feuil1"),
        refuse("feuille_absente", "Feuil1", "Indicateurs"),
    ),
    Cas(
        "017_casse_et_accents.xlsx",
        lambda: xlsx(
            entete=[
                "CODE",
                " Libellé",
                "Thème",
                "Territoire ",
                "Année",
                "Valeur",
                "Unité",
                "source",
            ],
            feuille="INDICATEURS",
        ),
        BASE,
    ),
    Cas("018_formule_calculee.xlsx", lambda: xlsx(avec(Formule("=400+420", 820))), BASE),
    Cas(
        "019_formule_sans_resultat.xlsx",
        lambda: ecrire(avec("=1+1", debut=3)),
        refuse("formule_sans_valeur", "Indicateurs", "5", "valeur"),
    ),
    Cas(
        "020_erreur.xlsx",
        lambda: xlsx(avec(Formule("=1/0", "#DIV/0!"), debut=2)),
        refuse("valeur_illisible", "Indicateurs", "4", "valeur", "#DIV/0!"),
    ),
    Cas("021_lien_externe.xlsx", lien_externe, BASE),
    Cas("023_ancien.xls", (FICHIERS / "ancien.xls").read_bytes, BASE),
    Cas(
        "055_pourcents.xls",
        (FICHIERS / "ancien_pourcents.xls").read_bytes,
        lu(12, *valeurs(12.5, 100, 7)),
    ),
    Cas(
        "056_erreur.xls",
        (FICHIERS / "ancien_erreur.xls").read_bytes,
        refuse("valeur_illisible", "Indicateurs", "4", "valeur", "#DIV/0!"),
    ),
    Cas(
        "024_libreoffice.ods",
        lambda: ods(avec(Pourcent(0.125), Pourcent(1))),
        lu(12, *valeurs(12.5, 100, 850)),
    ),
    Cas("037_lignes_vides.xlsx", au_loin, BASE),
    Cas(
        "038_annees.xlsx",
        lambda: xlsx(avec(date(2016, 5, 1), "2021 ", "2016.0", colonne="annee")),
        BASE,
    ),
    Cas(
        "039_annee_illisible.xlsx",
        lambda: xlsx(avec("vingt-et-un", colonne="annee", debut=4)),
        refuse("valeur_illisible", "Indicateurs", "6", "annee", "vingt-et-un"),
    ),
    Cas(
        "040_doublon.xlsx",
        lambda: xlsx([*LIGNES, LIGNES[0]]),
        refuse("doublon", "Indicateurs", "2", "14", "MEN", "Berric"),
    ),
    Cas(
        "041_infini.xlsx",
        lambda: retoucher(xlsx(), FEUILLE, "<v>820</v>", "<v>1e400</v>"),
        refuse("valeur_illisible", "Indicateurs", "2", "valeur"),
    ),
    Cas(
        "043_formules_ecrites.csv",
        lambda: texte(avec("=cmd|'/C calc'!A0", "<script>alert(1)</script>", colonne="libelle")),
        lu(
            12,
            ligne(0, libelle="=cmd|'/C calc'!A0", valeur=820),
            ligne(1, libelle="<script>alert(1)</script>"),
        ),
    ),
    Cas(
        "044_decompose.csv",
        decompose,
        lu(12, ligne(0, theme="Démographie", libelle="Ménages", valeur=820)),
    ),
    Cas(
        "045_negatifs.xlsx",
        lambda: xlsx(avec("−3,2", "-3,2", "(3,2)", -3.2)),
        lu(12, *valeurs(-3.2, -3.2, -3.2, -3.2)),
    ),
    Cas(
        "046_texte_sans_fin.xlsx",
        lambda: xlsx(avec("a" * 6_000, colonne="libelle")),
        refuse("texte_trop_long", "Indicateurs", "2", "libelle"),
    ),
    Cas("047_sans_ligne.xlsx", lambda: xlsx([]), refuse("aucune_ligne", "Indicateurs")),
    Cas("048_utf16.csv", lambda: texte(separateur="\t", encodage="utf-16"), BASE),
    Cas("049_pour_excel.csv", lambda: b"sep=|\r\n" + texte(separateur="|"), BASE),
    Cas(
        "050_titres.csv",
        lambda: b"Part des logements, en %, 2021\r\nSource : Insee\r\n\r\n" + texte(),
        BASE,
    ),
    Cas(
        "051_virgules_sans_guillemets.csv",
        lambda: texte(avec("12,5"), separateur=",").replace(b'"12,5"', b"12,5"),
        refuse("valeur_illisible", "2", "guillemets"),
    ),
    Cas(
        "052_guillemet_ouvert.csv",
        lambda: texte().replace(b"LOG_VAC;", b'LOG_VAC;"', 1),
        refuse("fichier_abime", "8", "guillemet"),
    ),
    Cas(
        "053_nombre_ambigu.xlsx",
        lambda: xlsx(avec("1,234.5")),
        refuse("valeur_illisible", "2", "1,234.5"),
    ),
    Cas("054_prefixes.xlsx", prefixes, refuse("formule_sans_valeur", "5", "valeur")),
]
