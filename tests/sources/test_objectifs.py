"""Objectifs read from files, as agents really have them, and from files that are not."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from psdt.settings import app_dir
from psdt.sources import Refus
from psdt.sources.objectifs import MAX_OBJECTIFS, Objectifs, lire
from tests.sources.conftest import ecrire

COLUMNS = ("objectif", "enjeu", "table", "profil")
ROWS = [
    ("Créer un accueil pour les aidants", "Soutenir les aidants", "T1", "habitant"),
    ("Un bus, le soir", "Mobilité", "T2", "partenaire"),
]
CSV = "objectif;enjeu;table;profil\n" + "".join(f"{';'.join(row)}\n" for row in ROWS)


def read(contenu, nom="forum.csv", **asked) -> Objectifs:
    answer = lire(nom, contenu if isinstance(contenu, bytes) else contenu.encode(), **asked)
    assert isinstance(answer, Objectifs), answer
    return answer


def refused(contenu, nom="forum.csv"):
    answer = lire(nom, contenu if isinstance(contenu, bytes) else contenu.encode())
    assert isinstance(answer, Refus), answer
    return answer.anomalies[0]


def texts(answer) -> list[tuple[int, str]]:
    return [(objectif.rang, objectif.texte) for objectif in answer.objectifs]


WORKBOOK = ecrire(ROWS, feuille="Objectifs", entete=COLUMNS)


@pytest.mark.parametrize(
    ("contenu", "nom"),
    [
        (CSV.encode(), "utf8.csv"),
        (CSV.encode("utf-8-sig"), "bom.csv"),
        (CSV.encode("cp1252"), "cp1252.csv"),
        (CSV.encode("utf-16"), "utf16.csv"),
        (CSV.replace(";", "\t").encode(), "tabulations.csv"),
        (CSV.replace(";", ",").replace("Un bus, le soir", '"Un bus, le soir"').encode(), "v.csv"),
        (WORKBOOK, "classeur.xlsx"),
        (WORKBOOK, "mal nommé.csv"),
    ],
)
def test_every_layout_says_the_same(contenu, nom):
    first, second = read(contenu, nom).objectifs

    assert (first.rang, first.texte, first.profil) == (1, ROWS[0][0], "habitant")
    assert (second.rang, second.texte, second.enjeu, second.table) == (
        *(2, "Un bus, le soir", "Mobilité", "T2"),
    )


def test_the_column_may_be_called_text_and_stand_anywhere():
    answer = read("label,text,source\nx,Plus de bus,s\n")

    assert texts(answer) == [(1, "Plus de bus")]


GAPS = 'objectif;enjeu\n;Mobilité\nun bus;x\n""\nun train;y\n'


def test_rows_without_a_text_are_to_be_mended():
    anomalie = refused(GAPS)

    assert (anomalie.genre, anomalie.ligne) == ("valeur_absente", 2)


def test_rows_without_a_text_may_be_counted_and_not_read():
    assert texts(read(GAPS, souple=True)) == [(2, "un bus"), (4, "un train")]


def test_lines_are_counted_as_a_text_editor_does():
    answer = read('\nobjectif\n"un bus\nle soir"\n\nUN BUS LE SOIR\n')

    assert texts(answer) == [(1, "un bus\nle soir"), (2, "UN BUS LE SOIR")]
    assert (answer.remarques[0].ligne, answer.remarques[0].detail) == (6, "3")


def test_a_text_on_two_lines_is_one_row():
    answer = read('objectif;enjeu\n"un bus\nle soir";x\nun train;y\n')

    assert texts(answer) == [(1, "un bus\nle soir"), (2, "un train")]


def test_a_single_column_may_hold_separators():
    assert texts(read("objectif\nun bus; un train\n")) == [(1, "un bus; un train")]


@pytest.mark.parametrize("header", ["", "objectif\n"])
def test_a_text_file_has_one_objectif_a_line(header):
    answer = read(f'{header}un bus, le soir\n\n"aider"; vraiment\n', "forum.txt")

    assert texts(answer) == [(1, "un bus, le soir"), (3, '"aider"; vraiment')]


def test_a_sheet_is_found_by_its_column_under_a_title():
    content = ecrire([("Forum", None), ("objectif", "enjeu"), *ROWS], feuille="F", entete=("x",))

    assert texts(read(content, "forum.xlsx", souple=True)) == [(1, ROWS[0][0]), (2, ROWS[1][0])]
    assert refused(content, "forum.xlsx").genre == "feuille_absente"


def test_duplicates_are_kept_and_told():
    answer = read("objectif\nPlus de bus\nun train\nPLUS DE BUS !\n")

    assert len(answer.objectifs) == 3
    (remark,) = answer.remarques
    assert (remark.genre, remark.ligne, remark.detail) == ("doublon_probable", 4, "2")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("écrire à jeanne@exemple.fr", "adresse électronique"),
        ("appeler le 06 12 34 56 78", "téléphone"),
        ("appeler le 02-97-00-12-34", "téléphone"),
        ("appeler le 0033 6 12 34 56 78", "téléphone"),
        ("appeler le +33 (0)6 12 34 56 78", "téléphone"),
        ("aider Mme Le Goff", "nom"),
        ("aider MME LE GOFF", "nom"),
        ("aider Mme. Le Goff", "nom"),
        ("aider MM. Le Goff et Le Cam", "nom"),
    ],
)
def test_a_text_that_seems_to_name_somebody_is_told(text, what):
    (remark,) = read(f"objectif\n{text}\n").remarques

    assert remark.genre == "donnee_personnelle_probable"
    assert what in remark.phrase


@pytest.mark.parametrize(
    "text",
    ["la route de Mmes et messieurs", "12 000 habitants en 2 031", "à 200 m. Ouvrir un lieu"],
)
def test_ordinary_words_and_figures_name_nobody(text):
    assert read(f"objectif\n{text}\n").remarques == ()


@pytest.mark.parametrize(
    ("contenu", "nom", "genre", "said"),
    [
        (b"", "vide.csv", "fichier_vide", "vide.csv"),
        (b"\xef\xbb\xbf", "bom.csv", "fichier_vide", "bom.csv"),
        (b'""\n', "guillemets.csv", "colonne_absente", "objectif"),
        (b"nom;ville\na;b\n", "autre.csv", "colonne_absente", "nom, ville"),
        (b"objectif\n", "entete.csv", "aucune_ligne", "aucune ligne"),
        (b"objectif;enjeu\n;x\n ;y\n", "blanc.csv", "valeur_absente", "ligne 2"),
        (b'objectif\n"ouvert', "ouvert.csv", "fichier_abime", "ouvert.csv"),
        (b"\x89PNG\r\n" + bytes(99), "image.xlsx", "format_inconnu", "PNG"),
        (ecrire([], entete=("code",)), "abs.xlsx", "feuille_absente", "Indicateurs"),
        (ecrire([], feuille="objectifs", entete=("code",)), "x.xlsx", "colonne_absente", "code"),
        (
            ecrire([], feuille="objectifs", entete=(None,)),
            "x.xlsx",
            "colonne_absente",
            "aucun titre",
        ),
        (b"objectif" + b";x" * 200, "large.csv", "feuille_trop_grande", "200 colonnes"),
        (b"objectif;enjeu\nun bus;#REF!\n", "erreur.csv", "valeur_illisible", "colonne enjeu"),
        (b"objectif,enjeu\nun bus, le soir,x\n", "virgule.csv", "ligne_trop_longue", "ligne 2"),
        (b"objectif;objectif\na;b\n", "double.csv", "colonne_en_double", "A et B"),
        (f"objectif;enjeu\na;{'a' * 5001}\n".encode(), "long.csv", "texte_trop_long", "enjeu"),
        (
            ecrire([("=1+1",)], feuille="Objectifs", entete=("objectif",)),
            *("formule.xlsx", "formule_sans_valeur", "ligne 2"),
        ),
        (ecrire([("",)], feuille="Objectifs", entete=("objectif",)), "x.xlsx", "aucune_ligne", ""),
        (f"objectif\n{'a' * 5001}\n".encode(), "long.csv", "texte_trop_long", "5 000"),
    ],
)
def test_a_wrong_file_says_what_to_mend(contenu, nom, genre, said):
    anomalie = refused(contenu, nom)

    assert anomalie.genre == genre
    assert said.casefold() in anomalie.phrase.replace("\u202f", " ").casefold()


def test_a_forum_larger_than_any_is_refused():
    rows = "un bus\n" * (MAX_OBJECTIFS + 1)

    assert refused(f"objectif\n{rows}").genre == "feuille_trop_grande"


def test_the_objectifs_of_the_demo_are_read():
    content = (app_dir() / "data" / "demo" / "objectifs.csv").read_bytes()

    assert len(read(content, "objectifs.csv").objectifs) > 150


@settings(deadline=None)
@given(st.binary(max_size=60), st.sampled_from(["a.csv", "a.txt", "a.xlsx"]))
@example(b"\x1c", "a.csv")
@example("objectif\n\u2028".encode(), "a.txt")
def test_whatever_the_bytes_there_is_an_answer(contenu, nom):
    assert isinstance(lire(nom, contenu), Objectifs | Refus)
