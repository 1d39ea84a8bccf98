"""Thousands of damaged files, the same at each run: each gives a table or a refusal."""

from time import process_time

import pytest

from psdt import sources
from psdt.sources import Refus, Tableau, objectifs
from psdt.sources.objectifs import Objectifs
from tests.corpus import indicateurs
from tests.corpus import objectifs as forum
from tests.corpus.ecrire import Formule, Pourcent, avec, ods, texte, xlsx
from tests.faults.mutants import mutants
from tests.sources.conftest import ecrire

MELE = avec(Pourcent(0.125), Formule("=1+1", 2), "s", "12\u00a0345,6")[:5]
CLASSEURS = [xlsx(MELE), ecrire(MELE[2:]), indicateurs.fusionne_par_territoire()]
TEXTES = [texte(MELE[2:]), texte(MELE[2:], encodage="cp1252"), texte(encodage="utf-16")]
FORUMS = [forum.classeur(), texte(forum.LIGNES, entete=forum.ENTETE)]
SECONDES = 2
"""None of these files is large: none may be slow."""


def tableau(contenu: bytes, nom: str) -> Tableau | Refus:
    return sources.lire(nom, contenu, {})


def textes(contenu: bytes, nom: str) -> Objectifs | Refus:
    return objectifs.lire(nom, contenu)


@pytest.mark.parametrize(
    ("lire", "nom", "graines", "n"),
    [
        pytest.param(tableau, "essai.xlsx", CLASSEURS, 2_600, id="xlsx"),
        pytest.param(tableau, "essai.ods", [ods(MELE[2:]), ods()], 900, id="ods"),
        pytest.param(tableau, "essai.csv", TEXTES, 1_000, id="csv"),
        pytest.param(textes, "forum.xlsx", FORUMS, 500, id="objectifs"),
        pytest.param(textes, "forum.txt", FORUMS[1:], 200, id="objectifs-txt"),
        pytest.param(
            *(tableau, "essai.xls", [(indicateurs.FICHIERS / "ancien.xls").read_bytes()], 50),
            id="xls",
        ),
    ],
)
def test_whatever_the_damage_there_is_an_answer(lire, nom, graines, n):
    kinds = set()
    for rank, contenu in enumerate(mutants(2026, graines, n)):
        begun = process_time()
        answer = lire(contenu, nom)
        assert process_time() - begun < SECONDES, rank
        assert isinstance(answer, Tableau | Objectifs | Refus), rank
        if isinstance(answer, Refus):
            assert all(anomalie.phrase for anomalie in answer.anomalies), rank
            kinds.add(answer.anomalies[0].genre)
        else:
            kinds.add(type(answer))

    assert len(kinds) >= 3  # damage of several kinds, and some that changes nothing
