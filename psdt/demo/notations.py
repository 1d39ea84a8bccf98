"""Criteria ranked, enjeux scored: one notation that is closed, one that stays open."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from psdt.demo.avis import Avis
from psdt.demo.scene import Scene
from psdt.demo.troupe import Troupe
from psdt.domain.demarche import NatureActivite
from psdt.domain.people import College
from psdt.domain.priorites import CATALOGUE, Bareme, Liste
from psdt.services import criteres, notation

VENUS = {
    College.ELUS: slice(14),
    College.HABITANTS: slice(24),
    College.PARTENAIRES: slice(9),
    College.FINANCEURS: slice(6),
}
"""Who answered the closed notation; the others had left."""

PREMIERS = {College.ELUS: slice(1, 4), College.HABITANTS: slice(1, 9)}
"""Who has begun to answer the open one: not those whom one click makes us."""

EN_COURS = 12
"""Answers given by each of them so far."""


@dataclass(frozen=True, slots=True)
class Notations:
    """Weigh the criteria, then score on them."""

    scene: Scene
    troupe: Troupe
    avis: Avis

    def play(self, forum: Mapping[str, int], finaux: Mapping[str, int]) -> None:
        """Score the enjeux of the forum, then begin to score the final ones (code → id)."""
        demarche, poids = self.scene.donnees.demarche, self._weights()
        closed = self._open(demarche["notation_close"], forum, poids)
        self._answer(closed, VENUS, forum, poids)
        self.scene.close(closed)
        opened = self._open(demarche["notation_ouverte"], finaux, poids)
        self._answer(opened, PREMIERS, finaux, poids, limit=EN_COURS)

    def _weights(self) -> dict[int, Fraction]:
        """Choose the criteria, let the élus rank them, and return the weights that come out."""
        scene = self.scene
        chosen = [CATALOGUE[key] for key in scene.donnees.demarche["criteres"]]
        ids = criteres.choose(scene.db, scene.agent, Liste.ENJEUX, chosen)
        plan = scene.donnees.demarche["classement"]
        activite = scene.open(plan, NatureActivite.VOTE, {"criteres": ids})
        for elu in self.troupe.of_college(College.ELUS):
            criteres.rank(scene.db, elu, activite, self.avis.ranking(ids))
        scene.close(activite)
        return criteres.weights(scene.db, scene.agent, activite)

    def _open(
        self, plan: Mapping[str, str], enjeux: Mapping[str, int], poids: Mapping[int, Fraction]
    ) -> int:
        bareme = Bareme(elements=tuple(enjeux.values()), poids=poids)
        return self.scene.open(plan, NatureActivite.NOTATION, bareme.parametres())

    def _answer(
        self,
        activite: int,
        who: Mapping[College, slice],
        enjeux: Mapping[str, int],
        poids: Mapping[int, Fraction],
        *,
        limit: int | None = None,
    ) -> None:
        """Let people answer, one tap at a time, all the questions or the first ones."""
        ids = dict(zip(self.scene.donnees.demarche["criteres"], poids, strict=True))
        for college, some in who.items():
            for person in self.troupe.of_college(college)[some]:
                answers = self.avis.levels(college, enjeux, ids)
                for enjeu, critere, niveau in islice(answers, limit):
                    notation.noter(
                        self.scene.db, person, activite, enjeux[enjeu], ids[critere], niveau
                    )
