"""What is said of the territoire: never more than what is known, and in agreement."""

import pytest

from psdt.words import territoire as mots
from psdt.words.grammar import NBSP, NNBSP


def plain(text: str) -> str:
    return text.replace(NBSP, " ").replace(NNBSP, " ")


@pytest.mark.parametrize(
    ("peuplement", "said"),
    [
        (
            (("Berric", 2129), ("Questembert", 7900)),
            "2 communes et 10 029 habitants ; la plus peuplée, Questembert, en compte 7 900",
        ),
        ((("Berric", 900), ("Larré", 900)), "2 communes et 1 800 habitants"),
        ((("Berric", 900), ("Larré", None)), "2 communes, dont 1 sans chiffre de population"),
        ((("Berric", None), ("Larré", None)), "Le territoire réunit 2 communes"),
        ((("Berric", 1),), "Berric compte 1 habitant"),
        ((("Berric", None),), "Le territoire est une commune : Berric"),
    ],
    ids=["known", "tie", "partly known", "unknown", "alone", "alone and unknown"],
)
def test_the_map_says_what_is_known(peuplement, said):
    assert plain(mots.titre_carte(peuplement)) == said


def test_what_a_map_lacks_is_said_with_its_year():
    assert plain(mots.sous_titre(2022, 2)) == (
        "Habitants en 2022. 2 communes sans contour : la carte les laisse en blanc."
    )
    assert plain(mots.sous_titre(None, 1)) == (
        "1 commune sans contour : la carte la laisse en blanc."
    )
    assert mots.sous_titre(None, 0) == ""


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        (
            mots.nouvelles(["Berric"], 1),
            "Elle est nouvelle : ses chiffres viendront des prochains imports.",
        ),
        (
            mots.nouvelles(["Berric", "Caden"], 2),
            "Toutes sont nouvelles : leurs chiffres viendront des prochains imports.",
        ),
        (
            mots.nouvelles(["Berric"], 3),
            "Nouvelle : Berric. Ses chiffres viendront des imports.",
        ),
        (
            mots.nouvelles(["Berric", "Caden"], 3),
            "Nouvelles : Berric, Caden. Leurs chiffres viendront des imports.",
        ),
        (mots.sortantes(["Berric"], 0), "Ne sera plus comparé : Berric."),
        (
            mots.sortantes(["Berric"], 1),
            (
                "Ne sera plus comparé : Berric. 1 chiffre est gardé de côté, et reviendra si "
                "vous le remettez dans le territoire."
            ),
        ),
        (
            mots.sortantes(["Berric", "Caden"], 12),
            (
                "Ne seront plus comparés : Berric, Caden. 12 chiffres sont gardés de côté, et "
                "reviendront si vous les remettez dans le territoire."
            ),
        ),
        (
            mots.reconnues(["Berric"]),
            "Connue par son seul nom, elle prend son code : Berric.",
        ),
        (
            mots.reconnues(["Berric", "Caden"]),
            "Connues par leur seul nom, elles prennent leur code : Berric et Caden.",
        ),
        (
            mots.renommees([("56015", "Béric", "Berric")]),
            "Change de nom : Berric (56015) devient Béric. Vérifiez les codes de la liste.",
        ),
        (mots.compare(["Morbihan"]), "Territoire de comparaison : Morbihan."),
        (mots.compare(["Morbihan", "France"]), "Territoires de comparaison : Morbihan, France."),
    ],
)
def test_one_and_several_agree(phrase, said):
    assert plain(phrase) == said
