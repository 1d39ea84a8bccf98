"""The answers to a question, as bars."""

from dataclasses import replace

from psdt.charts.enquete import barres, tableau
from psdt.domain.enquetes import Reponse, resultat
from tests.sources.test_saisie import ASKED

FOUND = resultat(
    replace(
        ASKED,
        reponses=(
            Reponse(modalite="Oui <b>souvent</b>", effectif=30),
            Reponse(modalite="Une réponse proposée dont le texte est si long " * 2, effectif=6),
            Reponse(modalite="Non", effectif=4),
        ),
    )
)


def test_a_bar_an_answer_in_the_order_of_the_questionnaire():
    found = barres(FOUND)
    back, front = found.data

    assert list(front.x) == [0.75, 0.25]
    assert list(front.y) == sorted(front.y, reverse=True)
    assert list(back.y) == list(front.y)
    texts = [note.text.replace("\u202f", " ") for note in found.layout.annotations]
    assert texts[0] == "Oui &lt;b&gt;souvent&lt;/b&gt;"
    assert texts[2:] == ["<b>75 %</b>", "<b>25 %</b>"]
    assert "<br>" in texts[1]


def test_labels_stand_above_their_bar():
    found = barres(FOUND)
    labels, ends = found.layout.annotations[:2], found.layout.annotations[2:]

    assert all(label.y > end.y for label, end in zip(labels, ends, strict=True))
    assert found.layout.annotations[0].y <= found.layout.yaxis.range[1]
    assert min(found.data[1].y) > 0


def test_the_table_says_the_same():
    found = tableau(FOUND)

    assert found["Personnes"].tolist() == ["30", "10"]
    assert found["Réponse"][1].endswith("d'elles)")
