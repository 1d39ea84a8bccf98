"""Damage files: bytes of the whole, bytes of a part, or what its tags say."""

import re
from collections.abc import Iterator
from random import Random

from tests.corpus.ecrire import archive, parties

VALEUR = re.compile(rb'(?<=")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)')
"""What stands between the quotes of an attribute, or between two tags."""
BALISE = re.compile(rb"<[^>]*>")
CASE = re.compile(rb"[^;\t\r\n]+")
LUE = re.compile("sheet|Strings|styles|workbook|rels|content|manifest")
"""Parts of a workbook that are read: the others may say anything."""
EXTREMES = (
    *(b"", b"-1", b"0", b"1e400", b"NaN", b"999999999999999999999", b"9" * 400, b"s", b"true"),
    *(b"A1:XFD1048576", b"XFD1048576", b"\xff\xfe", b"%", b"2016-99-99", "œ’\u202f".encode()),
    *(b"&lt;", b"&#0;", b"a" * 6_000),
)


def mutants(seed: int, contenus: list[bytes], n: int) -> Iterator[bytes]:
    """Yield damaged copies of these files, the same ones for the same seed."""
    chance = Random(seed)
    for _ in range(n):
        content = chance.choice(contenus)
        if chance.random() < 0.2:
            yield octets(chance, content)
        elif content.startswith(b"PK"):
            yield une_partie(chance, content)
        else:
            yield valeurs(chance, content, CASE)


def une_partie(chance: Random, contenu: bytes) -> bytes:
    """Damage one member of an archive, which stays whole."""
    members = parties(contenu)
    name = chance.choice([name for name in members if LUE.search(name)])
    damage = chance.choice((octets, valeurs, valeurs, balises))
    return archive({**members, name: damage(chance, members[name])})


def octets(chance: Random, contenu: bytes) -> bytes:
    """Change, remove or add bytes, or cut the end."""
    damaged = bytearray(contenu)
    for _ in range(chance.choice((1, 1, 3, 10, 50))):
        place = chance.randrange(len(damaged) + 1)
        match chance.randrange(5):
            case 0:
                damaged[place : place + 1] = chance.randbytes(1)
            case 1:
                del damaged[place : place + chance.randrange(1, 30)]
            case 2:
                damaged[place:place] = chance.randbytes(chance.randrange(1, 20))
            case 3:
                damaged[place : place + 4] = b"\xff\xff\xff\xff"
            case 4:
                damaged[place:place] = chance.choice(EXTREMES)
    return bytes(
        damaged[: chance.randrange(len(damaged) + 1)] if chance.random() < 0.1 else damaged
    )


def valeurs(chance: Random, contenu: bytes, forme: re.Pattern[bytes] = VALEUR) -> bytes:
    """Put extreme values in the place of others."""
    for _ in range(chance.choice((1, 1, 2, 5))):
        found = list(forme.finditer(contenu))
        if not found:
            return octets(chance, contenu)
        start, end = chance.choice(found).span()
        contenu = contenu[:start] + chance.choice(EXTREMES) + contenu[end:]
    return contenu


def balises(chance: Random, contenu: bytes) -> bytes:
    """Remove a tag, repeat it, or put it elsewhere."""
    found = list(BALISE.finditer(contenu))
    if not found:
        return octets(chance, contenu)
    start, end = chance.choice(found).span()
    tag, place = contenu[start:end], chance.choice(found).start()
    rest = contenu[:start] + contenu[end:]
    return chance.choice(
        (
            rest,
            contenu[:end] + tag * chance.choice((1, 300)) + contenu[end:],
            rest[:place] + tag + rest[place:],
        )
    )
