"""What the rapport d'ABS says besides figures: texts of an agent, enjeux, axes without any."""

from collections.abc import Iterator, Mapping, Sequence

from psdt.domain.indicators import Axe
from psdt.domain.propos import Propos
from psdt.exports.rapport import Chapitre, Section
from psdt.services.rattachements import Fonde
from psdt.words import rapport as mots
from psdt.words import rapport_propos as dire


class Suites:
    """What is around the axes.

    Parameters
    ----------
    textes : mapping
        What an agent wrote.
    fondes : sequence of Fonde
        The enjeux, and what the figures say of them.
    """

    def __init__(self, textes: Mapping[Propos, str], fondes: Sequence[Fonde]) -> None:
        self._textes, self._fondes = textes, fondes

    def mot(self) -> Chapitre | None:
        """Return what the présidence says; nothing when it says nothing."""
        if Propos.PRESIDENCE not in self._textes:
            return None
        return Chapitre(
            titre=str(Propos.PRESIDENCE),
            introduction=_paragraphes(self._textes[Propos.PRESIDENCE]),
            signature=self._textes.get(Propos.SIGNATURE, ""),
        )

    @property
    def questionnaire(self) -> str:
        """How the questionnaire was led."""
        return self._textes.get(Propos.QUESTIONNAIRE, "")

    def apres(self, vides: Sequence[Axe]) -> Iterator[Chapitre]:
        """Yield what comes after the axes: those without figures, what exists, what is to come."""
        if vides:
            yield _vides(vides)
        yield from self._texte(Propos.OFFRE)
        if self._fondes:
            yield Chapitre(
                titre=dire.ENJEUX,
                introduction=(dire.ENJEUX_PHRASE,),
                sections=tuple(
                    Section(titre=f.texte, textes=tuple(c.texte for c in f.constats))
                    for f in self._fondes
                ),
            )
        yield from self._texte(Propos.PERSPECTIVES)

    def _texte(self, nature: Propos) -> Iterator[Chapitre]:
        if nature in self._textes:
            said = _paragraphes(self._textes[nature])
            yield Chapitre(titre=str(nature), introduction=said)


def _vides(axes: Sequence[Axe]) -> Chapitre:
    """Return one chapter on all the axes that have nothing to show, and what would bring some."""
    return Chapitre(
        titre=dire.NON_DOCUMENTES[len(axes) > 1],
        introduction=(dire.NON_DOCUMENTES_PHRASE,),
        sections=tuple(Section(titre=str(a), textes=(mots.fichiers(a.name),)) for a in axes),
    )


def _paragraphes(texte: str) -> tuple[str, ...]:
    """Return the lines of a text: each one is a paragraph."""
    return tuple(line.strip() for line in texte.splitlines() if line.strip())
