"""A figure under statistical secrecy is a number nowhere: not on a screen, not in a file."""

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO, StringIO

import docx
import openpyxl
import pytest

from psdt.domain.indicators import Axe, Niveau, Statut
from psdt.exports import rapport_docx
from psdt.services import abs as explorer
from psdt.services import comparer, fiche, presentation, rapport, signaux
from psdt.services.comparer_selection import Demande
from psdt.services.ensemble import Ensemble, ensemble
from psdt.services.rapport import Commande
from psdt.words import comparer as mots

JOUR = date(2026, 11, 24)
NOMBRE = re.compile(r"[-−]?\d[\d \u202f\u00a0]*(?:[.,]\d+)?[ \u202f\u00a0]*[%€‰]?")
ANNEE = re.compile(r"(?:19|20)\d\d")
CODE = re.compile(r"\d{5}")


@pytest.fixture
def whole(db, agent) -> Ensemble:
    """The sample: hundreds of figures of its communes are withheld."""
    explorer.import_sample(db, agent)
    return ensemble(db, agent)


@pytest.fixture
def secrets(whole) -> dict[str, set[tuple[str, int]]]:
    """What is withheld: by indicator, names of communes and years."""
    names = {commune.code: commune.nom for commune in whole.communes}
    rows = whole.valeurs[whole.valeurs["statut"] == Statut.SECRET]
    found: dict[str, set[tuple[str, int]]] = {}
    for code, lieu, annee in zip(
        rows["code"], rows["code_territoire"], rows["annee"], strict=True
    ):
        found.setdefault(code, set()).add((names[lieu], int(annee)))
    assert sum(map(len, found.values())) == 708
    return found


def of_workbook(made: bytes) -> Iterator[list[object]]:
    book = openpyxl.load_workbook(BytesIO(made), read_only=True)
    for sheet in book.worksheets:
        yield from (list(row) for row in sheet.iter_rows(values_only=True))
    book.close()


def of_text(made: bytes) -> list[list[object]]:
    return list(csv.reader(StringIO(made.decode("utf-8-sig")), delimiter=";"))


READERS = {"xlsx": of_workbook, "csv": of_text}


def numbers(row: Iterable[object]) -> list[object]:
    """Return the cells of a row that are a figure, and neither a year nor a code."""
    told = [cell for cell in row if cell not in (None, "") and NOMBRE.fullmatch(str(cell).strip())]
    return [
        cell for cell in told if not ANNEE.fullmatch(str(cell)) and not CODE.fullmatch(str(cell))
    ]


def check(rows: Iterable[list[object]], withheld: set[tuple[str, int]]) -> int:
    """Check the rows about what is withheld, and return how many there are."""
    seen = 0
    for row in rows:
        texts = [str(cell) for cell in row]
        about = [(nom, annee) for nom, annee in withheld if nom in texts and str(annee) in texts]
        if about:
            seen += 1
            assert numbers(row) == [], row
            assert any("secret statistique" in text.lower() for text in texts), row
    return seen


def test_in_no_file_of_an_indicator(db, agent, secrets):
    for code, withheld in secrets.items():
        for kind, reader in READERS.items():
            made = explorer.download(db, agent, code, kind, today=JOUR)
            assert check(reader(made), withheld) == len(withheld)


@pytest.mark.parametrize("vue", [vue for vue in mots.VUES if vue != "ages"])
def test_in_no_comparison(db, agent, secrets, vue):
    communes = tuple(signaux.communes(db, agent))
    seen = 0
    for code, withheld in secrets.items():
        demande = Demande(vue=vue, codes=(code,), code=code, communes=communes)
        shown = comparer.montrer(db, agent, demande).releve
        if shown.empty:
            continue  # nothing to compare
        hidden = shown[shown["statut"] == Statut.SECRET]
        assert hidden[["valeur", "ecart"]].isna().all(axis=None)
        for kind, reader in READERS.items():
            seen += check(
                reader(comparer.download(db, agent, demande, kind, today=JOUR)), withheld
            )
    assert seen > 0 or vue not in ("points", "grille")  # lines are drawn of what is known


def test_in_no_fiche(db, agent, whole, secrets):
    seen = 0
    for commune in whole.communes:
        made = fiche.fiche(db, agent, commune.code)
        lines = [line for theme in made.document.themes for line in theme.lignes]
        for code, line in zip(made.codes, lines, strict=True):
            if any(
                (commune.nom, annee) in secrets.get(code, ()) and str(annee) in line.libelle
                for annee in range(1990, 2030)
            ):
                seen += 1
                assert (line.textes[0], line.connus[0]) == ("secret statistique", False)
                assert not line.fragile
                assert all(point.niveau != Niveau.COMMUNE.name for point in line.points)
    assert seen > 10


def test_in_no_signal_nor_its_picture(db, agent, secrets):
    for commune in ("", *signaux.communes(db, agent)):
        for signal in signaux.signaux(db, agent, commune=commune or None):
            for lieu in signal.territoires:
                assert (lieu.nom, signal.annee) not in secrets.get(signal.code, ())
    found = presentation.diapo(db, agent, "1")
    for place in range(1, found.total + 1):
        shown = presentation.diapo(db, agent, str(place))
        drawn = shown.lieux[shown.lieux["valeur"].notna()]
        withheld = secrets.get(shown.signal.code, set())
        assert not {(nom, shown.signal.annee) for nom in drawn["nom"]} & withheld


def test_in_no_table_of_the_rapport(db, agent, whole, secrets):
    commande = Commande(axes=tuple(Axe), formats=("docx",), tableaux=True, jour=JOUR)
    made = rapport.contenu(db, agent, commande)
    written = docx.Document(BytesIO(rapport_docx.rediger(made, [None] * len(made.illustrations))))
    headers = [list(part.entetes) for annexe in made.tableaux for part in annexe.tables]
    codes = {plain(indicateur.libelle): code for code, indicateur in whole.indicateurs.items()}

    def withheld(header: str) -> set[str]:
        """Return the communes whose figure is withheld, for « Taux de pauvreté (%), 2021 »."""
        label = max((name for name in codes if plain(header).startswith(name)), key=len)
        year = int(ANNEE.findall(header)[-1])
        return {nom for nom, annee in secrets.get(codes[label], ()) if annee == year}

    seen = 0
    for table in written.tables:
        header, *rows = ([cell.text for cell in row.cells] for row in table.rows)
        if header not in headers:
            continue
        for row in rows:
            if header[0] == "Indicateur":
                hidden = withheld(row[0])
                assert not [nom for nom in hidden if f"{nom}\u202f:" in row[1]]
                assert row[1].startswith("Secret dans") == bool(hidden)
                seen += len(hidden)
            else:
                hidden = [n for n, name in enumerate(header[1:], 1) if row[0] in withheld(name)]
                assert numbers(row[n] for n in hidden) == []
                seen += len(hidden)
    assert seen > 100


def plain(text: str) -> str:
    return text.replace("\u202f", " ")
