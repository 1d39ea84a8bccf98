"""One axis of the rapport d'ABS: its figures, what stands out, its tables, what it lacks."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

import pandas as pd

from psdt.domain.enquetes import Resultat
from psdt.domain.indicators import Axe, Niveau, Sens, Statut
from psdt.exports.rapport import (
    Chapitre,
    ChiffreCle,
    Illustration,
    Reponses,
    Ressort,
)
from psdt.services.abs import CANDIDATS, CHIFFRES, Choix
from psdt.services.chiffres import Chiffre
from psdt.services.ensemble import POPULATION, Ensemble
from psdt.services.portrait import Portrait
from psdt.services.rapport_figures import Figures
from psdt.services.signaux import Signal
from psdt.words import locales as dire_enquete
from psdt.words import rapport as mots
from psdt.words.mesures import milliers, part
from psdt.words.rapport_annexes import sans_annee

PEU = 3
"""Up to this number of communes known, an indicator is not one of the communes."""
RESSORTS = {"FRAGILE": 3, "FORCE": 1, "NEUTRE": 2}
"""Things that stand out, at most, in a chapter."""


class Lecture:
    """One axis, read for the report.

    Parameters
    ----------
    whole : Ensemble
        The ABS.
    axe : Axe
        The axis.
    choix : Choix
        Its indicators, and the year each one opens on.
    signaux : sequence of Signal
        What stands out on it.
    """

    def __init__(self, whole: Ensemble, axe: Axe, choix: Choix, signaux: Sequence[Signal]) -> None:
        self._whole, self._axe, self._signaux = whole, axe, signaux
        known = {i.code: i for i in choix.indicateurs}
        order = [*dict.fromkeys(s.code for s in signaux if s.code in known), *known]
        self._commune = whole.communes[0] if len(whole.communes) == 1 else None
        self._seule = self._commune is not None
        self.portraits = {
            code: Portrait(
                known[code],
                whole.de(code),
                choix.ouverture[code],
                whole.communes,
                self._commune,
            )
            for code in dict.fromkeys(order)
        }
        self.figures = Figures(self.portraits, whole.petites)
        self.larges = [code for code, portrait in self.portraits.items() if self._large(portrait)]
        """Codes of those known for more than a few communes."""

    def chapitre(
        self, reponses: Sequence[Resultat], inconnus: Sequence[str], *, renvoi: bool, deja: int = 0
    ) -> Chapitre:
        """Return the chapter; an axis without a figure says which file would bring some.

        ``inconnus`` say what is withheld in most communes; ``deja`` key figures have already
        been given elsewhere.
        """
        asked = tuple(map(_reponses, reponses))
        if not self.portraits:
            said = (mots.AXE_VIDE, mots.fichiers(self._axe.name))
            return Chapitre(titre=str(self._axe), manques=said, reponses=asked)
        return Chapitre(
            titre=str(self._axe),
            introduction=(self._introduction(),),
            chiffres=tuple(islice(self.chiffres(), deja, deja + CHIFFRES)),
            ressorts=tuple(self.choisis(self._signaux, RESSORTS, self.annees)),
            illustrations=(*self._ages(), *self.figures.choisies(self.larges)),
            renvoi=mots.RENVOI[self._seule] if renvoi else "",
            reponses=asked,
            manques=(*self._manques(), *inconnus, *self._rares()),
        )

    def chiffres(self) -> Iterator[ChiffreCle]:
        """Yield the key figures: the population, those of the territoire, what stands out."""
        commune = self._commune.code if self._commune else ""
        own = Niveau.COMMUNE if commune else Niveau.EPCI
        first = [code for code, p in self.portraits.items() if _connu(p.valeurs, own, commune)]
        order = [c for c in dict.fromkeys([*first, *self.portraits]) if c in self._periodes]
        order.sort(key=lambda code: code != POPULATION)
        for code in islice(order, CANDIDATS):
            found = Chiffre.lu(self._whole.de(code), self.portraits[code].indicateur, commune)
            if found is not None:
                yield ChiffreCle(
                    valeur=found.valeur,
                    libelle=found.libelle,
                    detail=found.detail,
                    fragile=found.fragile,
                )

    @staticmethod
    def choisis(
        signaux: Sequence[Signal], most: dict[str, int], annees: Mapping[str, int]
    ) -> Iterator[Ressort]:
        """Yield the first signals of each tone, at most so many.

        ``annees`` are the years of the figures, by code: a signal may be of an earlier one.
        """
        left = dict(most)
        for signal in signaux:
            if left.get(signal.ton.name, 0) > 0:
                left[signal.ton.name] -= 1
                yield Ressort(
                    ton=str(signal.ton),
                    fragile=signal.fragile,
                    phrase=signal.phrase,
                    suite=" ".join(
                        filter(
                            None,
                            [
                                mots.comparable(signal.annee, annees.get(signal.code, 0)),
                                signal.depuis,
                                *signal.prudences,
                            ],
                        )
                    ),
                )

    def montre(self, code: str) -> bool:
        """Say whether communes may be drawn beside one another."""
        return code in self.larges and not self._seule

    @property
    def annees(self) -> dict[str, int]:
        """The year of the figures of each indicator."""
        return {code: portrait.annee for code, portrait in self.portraits.items()}

    @cached_property
    def _periodes(self) -> set[str]:
        """Codes to give as key figures: of the same measure, the latest period only."""
        latest: dict[str, str] = {}
        for code, portrait in self.portraits.items():
            name = sans_annee(portrait.indicateur.libelle)
            kept = latest.setdefault(name, code)
            if portrait.annee > self.portraits[kept].annee:
                latest[name] = code
        return set(latest.values())

    def _ages(self) -> list[Illustration]:
        """Return the age pyramid, on the axis of the population."""
        if self._axe is not Axe.DEMOGRAPHIE:
            return []
        return Figures.ages(self._whole, self._commune.code if self._commune else "")

    def _large(self, portrait: Portrait) -> bool:
        known = len(portrait.connus)
        return known > PEU or (0 < known == len(portrait.lieux))

    def _introduction(self) -> str:
        years = [portrait.annee for portrait in self.portraits.values()]
        count = len(self.portraits), len(self.larges)
        return mots.introduction(*count, min(years), max(years), seule=self._seule)

    def _rares(self) -> Iterator[str]:
        """Yield what a few communes have of the rates that tell of fragility."""
        for code, portrait in self.portraits.items():
            indicateur, known = portrait.indicateur, portrait.connus
            telling = indicateur.sens is Sens.DEFAVORABLE and not indicateur.effectif
            if telling and len(known) and code not in self.larges:
                said = [*zip(known["nom"], known["texte"], strict=True)]
                yield mots.publies_ailleurs(indicateur.libelle, portrait.annee, said)

    def _manques(self) -> tuple[str, ...]:
        if 3 * len(self.larges) >= len(self.portraits):
            return ()
        few = mots.peu_communaux(len(self.larges), seule=self._seule)
        return few, mots.fichiers(self._axe.name)


def _connu(valeurs: pd.DataFrame, niveau: Niveau, commune: str) -> bool:
    """Say whether a territoire has a figure."""
    rows = valeurs[(valeurs["niveau"] == niveau) & (valeurs["statut"] == Statut.OK)]
    return bool((rows["code_territoire"] == commune).any() if commune else len(rows))


def _reponses(found: Resultat) -> Reponses:
    """Return a question and its answers, in words."""
    notes = [dire_enquete.base(found.enquete, found.annee, found.repondants)]
    notes += [dire_enquete.PETITE_BASE] if found.fragile else []
    notes += [dire_enquete.tues(found.tues)] if found.tues else []
    notes += [dire_enquete.PLUSIEURS] if found.multiple else []
    notes += [] if found.parts else [dire_enquete.TROP_PEU]
    return Reponses(
        question=milliers(found.question),
        base=" ".join(notes),
        source=dire_enquete.source(found.source),
        parts=tuple(
            (dire_enquete.modalites(p.modalites), str(p.effectif), part(p.part), p.part)
            for p in found.parts
        ),
    )
