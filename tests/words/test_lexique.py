"""The lexicon is data that people read: titles, words, and no trap in them."""

import re

import pytest

from psdt.analytics.themes_lexicon import compile_lexicon, count_concepts
from psdt.words.lexique import LEXIQUE

CONCEPTS = compile_lexicon(LEXIQUE)
TITLES = [title for family in LEXIQUE.values() for title in family]
CIAS = {
    "Créer des places en crèche": "Petite enfance",
    "Lutter contre la précarité énergétique": "Énergie",
    "Du répit pour les aidants": "Aidants",
    "Un bus pour aller au marché": "Transports et déplacements",
    "Trouver un médecin traitant": "Accès aux soins",
    "Un psychologue sans attendre six mois": "Santé mentale",
    "Réduire l'illectronisme": "Numérique",
    "Rompre la solitude": "Lien social",
    "Des logements adaptés à louer": "Logement",
    "Remplir les papiers de la CAF": "Accès aux droits",
    "Une épicerie solidaire": "Alimentation",
    "Lutter contre le surendettement": "Pauvreté et budget",
}


@pytest.mark.parametrize(("text", "title"), CIAS.items())
def test_it_knows_what_a_cias_speaks_of(text, title):
    counts = count_concepts([text], CONCEPTS)[0]

    assert CONCEPTS.titles[counts.argmax()] == title


def test_titles_are_distinct_and_can_head_a_theme():
    names = [*LEXIQUE, *TITLES]

    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-ZÉ][^.;:!?]{4,45}", name) for name in names)


def test_no_entry_is_written_twice_in_a_concept_nor_is_a_bare_connector():
    for concept, words in ((c, w) for family in LEXIQUE.values() for c, w in family.items()):
        entries = [" ".join(entry.split()).strip("~ ") for entry in words.split(",")]

        assert len(set(entries)) == len(entries), concept
        assert all(len(entry) > 1 for entry in entries), concept
