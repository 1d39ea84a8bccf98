"""Archives: what is refused before it is read, and while it is."""

from zipfile import ZIP_STORED

import pytest

from psdt.sources import archive
from psdt.sources.anomalies import IllisibleError
from psdt.sources.archive import Archive, Ecoute
from tests.corpus.ecrire import archive as ecrire


class Compte:
    """Count tags and keep what is between them."""

    def __init__(self):
        self.ecoute = Ecoute()
        self.ecoute.ouverte = True
        self.noms = []

    def debut(self, nom, attributs):
        self.noms.append(nom)

    def fin(self, nom):
        self.noms.append(f"/{nom}")


def test_gives_every_tag_with_its_namespace():
    reader = Compte()
    Archive("x", ecrire({"a.xml": b'<a xmlns="u"><b/>deux <b/>mots</a>'})).parcourir(
        "a.xml", reader
    )

    assert reader.noms == ["u a", "u b", "/u b", "u b", "/u b", "/u a"]
    assert reader.ecoute.prendre() == "deux mots"
    assert reader.ecoute.prendre() == ""


def test_a_text_without_end_is_cut():
    ecoute = Ecoute()
    ecoute.ouverte = True
    for _ in range(50):
        ecoute.noter("x" * 8_000)

    assert len(ecoute.prendre()) <= archive.MAX_ECOUTE + 8_000


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({f"{n}.txt": b"" for n in range(archive.MAX_MEMBRES + 1)}, "en 2\u202f001\u00a0pièces"),
        ({"a.xml": b" " * (2 << 20)}, "2 Mo une fois décompressé"),
        ({"xl/vbaProject.bin": b"x"}, "macros"),
        ({"xl/macrosheets/sheet1.xml": b"<a/>"}, "macros"),
        ({"docProps/app.xml": b"<!DOCTYPE a><a/>"}, "abîmé"),
    ],
)
def test_an_archive_is_refused_before_it_is_read(members, said):
    with pytest.raises(IllisibleError, match=said):
        Archive("x", ecrire(members))


def test_a_part_that_nobody_reads_may_be_anything():
    assert Archive("x", ecrire({"docProps/app.xml": b"<a", "b.xml": b""})).membres


@pytest.mark.parametrize(
    "content",
    [
        b"<a>" * 101 + b"</a>" * 101,
        b"<a>" + b"".join(b"<b%d/>" % n for n in range(archive.MAX_NOMS)) + b"</a>",
        b"<a>" + b'<b xmlns:x="u"/>' * (archive.MAX_ESPACES + 1) + b"</a>",
        b"<a><!--" + b"x" * (archive.MAX_OCTETS_BALISE + archive.BLOC) + b"--></a>",
    ],
)
def test_what_expat_would_keep_is_bounded(content):
    parts = Archive("x", ecrire({"a.xml": content}, ZIP_STORED))

    with pytest.raises(IllisibleError, match="abîmé"):
        parts.parcourir("a.xml", Compte())


@pytest.mark.parametrize("tag", [b"<b></b>", b"<b/>"])
def test_tags_are_counted_over_the_whole_archive(monkeypatch, tag):
    monkeypatch.setattr(archive, "MAX_BALISES", 200)
    parts = Archive("x", ecrire({"a.xml": b"<a>" + tag * 60 + b"</a>"}))
    parts.parcourir("a.xml", Compte())

    with pytest.raises(IllisibleError, match="trop de cases"):
        parts.parcourir("a.xml", Compte())
