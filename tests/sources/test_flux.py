"""Text tables read block by block: whatever the quotes, the ends of lines, the blocks."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.sources import flux
from psdt.sources.anomalies import IllisibleError

CELLS = st.text(st.characters(exclude_categories=["C"], include_characters="\n"), max_size=8)
ROWS = st.lists(st.tuples(st.integers(10_000, 99_999).map(str), CELLS, CELLS), max_size=12)


def rows(contenu: bytes, voulu=flux.TOUT) -> list[tuple[int, list]]:
    found = flux.ouvrir(
        "x.csv", io.BytesIO(contenu), lambda noms: voulu if "CODE" in noms else None
    )
    assert found is not None
    return [(ligne.numero, ligne.cellules) for ligne in found.lignes]


@given(ROWS, st.sampled_from([7, 64, 4096]), st.sampled_from(["\n", "\r\n"]))
def test_rows_are_those_of_the_csv_module(written, size, end):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator=end)
    writer.writerows([("CODE", "a", "b"), *written])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flux, "BLOC", size)
        patch.setattr(flux, "_blocs", whole_first_row(flux._blocs))
        found = [tuple(cells) for _, cells in rows(out.getvalue().encode())]

    assert [tuple(map(str.strip, row)) for row in found] == [
        tuple(map(str.strip, row)) for row in written
    ]


def whole_first_row(blocs):
    """The header must be in the first block: it is far smaller than one."""

    def _blocs(nom, octets):
        found = blocs(nom, octets)
        first = b""
        for bloc in found:
            first += bloc
            if b"\n" in first:
                break
        yield first
        yield from found

    return _blocs


def test_rows_keep_the_number_of_their_line():
    contenu = b'titre\nCODE;nom\n56015;"Berric\nbourg"\n\n56045;Cours\n'

    assert [numero for numero, _ in rows(contenu)] == [3, 6]


BERRIC = flux.Voulu(frozenset({"56015"}), lambda code: code[-5:] == "56015")


def test_only_the_rows_that_are_wanted_are_parsed():
    contenu = b'nom;CODE\n"a;b";56015\nc;56045\nd;"56015"\n'

    assert [cells[0] for _, cells in rows(contenu, BERRIC)] == ["a;b", "d"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["56015", "COM-56015", "560150", "15"]), CELLS), max_size=9
    ),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from([16, 4096]),
)
def test_they_are_found_without_looking_at_the_others(written, quoting, size):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\n", quoting=quoting).writerows(
        [("CODE", "a"), *written]
    )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flux, "BLOC", size)
        patch.setattr(flux, "_blocs", whole_first_row(flux._blocs))
        everything = rows(out.getvalue().encode())
        found = rows(out.getvalue().encode(), BERRIC)

    assert found == [row for row in everything if BERRIC.accepte(row[1][0])]


def test_a_file_without_a_known_header_is_not_ours():
    for contenu in (b"", b"a;b\n1;2\n", b"PK\x03\x04\0\0", b'CODE;"a\n' * 3, b"x" * (3 << 20)):
        assert flux.ouvrir("x", io.BytesIO(contenu), lambda noms: None) is None


@pytest.mark.parametrize(
    "contenu",
    [
        b'CODE;a\n56015;"open\n',
        b'CODE;a\n56015;"a"b"c"\n',
        b"CODE;a\n56015;" + b"x;" * 5_001,
        b"CODE;a\n" + b"56015;x\n" * 1_000 + b"56015;\0\n",
    ],
)
def test_a_row_that_cannot_be_read_is_told(contenu):
    with pytest.raises(IllisibleError, match="abîmé"):
        rows(contenu)


def test_a_row_without_end_is_refused_before_it_fills_the_memory():
    with pytest.raises(IllisibleError):
        rows(b"CODE;a\n56015;" + b"x" * (9 << 20))
