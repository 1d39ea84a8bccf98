"""Workbooks whose parts are missing, misplaced or locked; texts of another time."""

import re

from tests.corpus.attendu import Cas, ligne, lu, refuse
from tests.corpus.ecrire import archive, avec, parties, reecrire, retoucher, texte, xlsx
from tests.corpus.indicateurs import BASE, FEUILLE, FICHIERS

RANGEE = re.compile("<row .*?</row>", re.DOTALL)
DEPENSE = avec("Dépense (€) au cœur de l'Oust", colonne="libelle")


def sans(membre: str) -> bytes:
    members = parties(xlsx())
    del members[membre]
    return archive(members)


def a_rebours(xml: str) -> str:
    rows = RANGEE.findall(xml)
    return xml.replace("".join(rows), "".join(reversed(rows)))


CAS = [
    Cas(
        "085_sans_types.xlsx",
        lambda: sans("[Content_Types].xml"),
        refuse("fichier_abime", "085_sans_types.xlsx"),
    ),
    Cas(
        "086_sans_liens.xlsx",
        lambda: sans("xl/_rels/workbook.xml.rels"),
        refuse("fichier_abime", "086_sans_liens.xlsx"),
    ),
    Cas(
        "087_a_rebours.xlsx",
        lambda: reecrire(xlsx(), FEUILLE, a_rebours),
        refuse("fichier_abime", "087"),
    ),
    Cas(
        "088_ligne_negative.xlsx",
        lambda: retoucher(xlsx(), FEUILLE, '<row r="3"', '<row r="-3"'),
        refuse("fichier_abime", "088"),
    ),
    Cas(
        "089_mot_de_passe.xls",
        (FICHIERS / "ancien_mot_de_passe.xls").read_bytes,
        refuse("mot_de_passe", "mot de passe"),
    ),
    Cas(
        "090_tronque.xls",
        lambda: (FICHIERS / "ancien.xls").read_bytes()[:3_000],
        refuse("fichier_abime", "090_tronque.xls"),
    ),
    Cas("091_macintosh.csv", lambda: texte(encodage="mac-roman"), refuse("encodage", "UTF-8")),
    Cas("092_dos.csv", lambda: texte(encodage="cp850"), refuse("encodage", "UTF-8")),
    Cas(
        "093_latin9.csv",
        lambda: texte(DEPENSE, encodage="iso8859-15"),
        lu(12, ligne(0, libelle="Dépense (€) au cœur de l'Oust", theme="Démographie")),
    ),
    Cas("094_marque_seule.csv", "\ufeff\r\n".encode, refuse("fichier_vide", "vide")),
    Cas("095_barres.csv", lambda: texte(separateur="|"), BASE),
]
