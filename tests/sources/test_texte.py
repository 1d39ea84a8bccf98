"""Text files: what separates their cells, how their accents are written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psdt.sources import texte
from psdt.sources.anomalies import IllisibleError
from tests.corpus.ecrire import texte as ecrire

words = st.text(st.characters(codec="cp1252", categories=("L", "N", "P")), min_size=1, max_size=9)


def grille(contenu: bytes) -> list[tuple]:
    lignes = texte.ouvrir("essai.csv", contenu).lignes("")
    return [(ligne.numero, ligne.cellules) for ligne in lignes]


@settings(deadline=None)
@given(
    st.lists(st.tuples(words, words, words), min_size=3, max_size=6),
    st.sampled_from(";,\t"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_text_gives_back_what_was_written(rows, separator, encoding):
    content = ecrire(rows[1:], entete=rows[0], separateur=separator, encodage=encoding)

    assert [tuple(cells) for _, cells in grille(content)] == rows


@pytest.mark.parametrize(
    ("contenu", "expected"),
    [
        ("a;b\n1,5;2,5\n3,5;4,5\n", ["1,5", "2,5"]),
        ("a,b\n1;5,2\n", ["1;5", "2"]),
        ('a;b\n"1;2,3,4,5";6\n', ["1;2,3,4,5", "6"]),
        ("Titre, en %, 2021\n\na;b\n1;2\n", ["a", "b"]),
        ("a\tb\n1,5\t2;3\n", ["1,5", "2;3"]),
        ("a;b\r1;2\r", ["1", "2"]),
        ("a|b\n1,5|2,5\n", ["1,5", "2,5"]),
    ],
)
def test_finds_what_separates_the_cells(contenu, expected):
    assert grille(contenu.encode())[1][1] == expected


@pytest.mark.parametrize(
    ("text", "encodage"),
    [
        ("Dépense (€) au cœur d'Elven", "iso8859-15"),
        ("Œuvre à 5 € … ½", "cp1252"),
        ("½ part, ¼ à l’été", "cp1252"),
        ("Mesure ½ à Larré", "latin-1"),
        ("Šibenik et Žižek à l’été", "cp1252"),
    ],
)
def test_a_text_says_which_windows_wrote_it(text, encodage):
    content = f"a;b\n{text};1\n".encode(encodage)

    assert grille(content)[1][1] == [text, "1"]


def test_a_cell_may_be_longer_than_any_text():
    assert grille(b"a;b\n" + b"x" * 200_000 + b";2\n")[1][1] == ["x" * 200_000, "2"]


def test_lines_are_numbered_as_a_text_editor_does():
    content = b'a;b\n\n"deux\nlignes";1\n;;;\nfin;2\n'

    assert [numero for numero, _ in grille(content)] == [1, 3, 6]


@pytest.mark.parametrize(
    ("contenu", "said"),
    [
        (b"a;b\n1;2\n3;\x00\n", "ligne 3.*caractère nul"),
        (b'a;b\n1;2\n"3;4\n5;6\n', "ligne 3.*guillemet"),
        (b'a;b\n1;2\n"3"4;5\n', "ligne 3.*guillemet"),
        ("é".encode() + "è".encode("cp1252"), "accents"),
        ("l’été".encode() + b"\xe9", "accents"),
        (b"\xff\xfea", "accents"),
        (b"<?xml version='1.0'?><Workbook/>", "fichier XML"),
        (b"  <table><tr>", "page HTML"),
        (b"<!-- a\nb --> <meta charset=utf-8><table>", "page HTML"),
        ("Démographie;Larré".encode("mac-roman"), "accents"),
        ("Démographie;Larré".encode("cp850"), "accents"),
        ("été à l'école".encode("cp850"), "accents"),
        (b"<!-- a -->" * 10_000 + b"<table>", "page HTML"),
        (b'{"type": "FeatureCollection"}', "JSON"),
        (b'[\n {"code": "POP"}]', "JSON"),
        (b"\xef\xbb\xbf", "vide"),
        (b"\xff\xfe\r\x00\n\x00", "vide"),
    ],
)
def test_says_what_is_wrong_and_where(contenu, said):
    with pytest.raises(IllisibleError, match=f"(?i){said}"):
        grille(contenu)
