"""Compare chosen indicators: what is offered, what is shown, what may be taken away."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from psdt.analytics.comparisons import series_codes
from psdt.analytics.indicators import SIGN
from psdt.domain.indicators import Axe, Indicateur, Niveau, Territoire
from psdt.domain.people import Action, Actor
from psdt.exports.comparaison import Releve, csv, workbook
from psdt.exports.dossier import file_name
from psdt.services.comparer_ages import CODES, Ages
from psdt.services.comparer_evolution import Evolution, Multiples
from psdt.services.comparer_grille import Grille
from psdt.services.comparer_points import Points
from psdt.services.comparer_selection import Demande, Montre, Selection
from psdt.services.ensemble import Ensemble, ensemble
from psdt.store.database import Database
from psdt.words import abs as communs
from psdt.words import comparer as mots

MAXIMUM = 12
"""Indicators at once: more do not fit on a screen."""
PAR_AXE = 3
"""Indicators of an axis in the selection one starts from; one only when none has a direction."""
ASSEZ = 4
"""Indicators with a direction from which no other one is in the selection one starts from."""
FICHIERS: dict[str, Callable[[Releve], bytes]] = {"xlsx": workbook, "csv": csv}
COTE_A_COTE = {"grille", "multiples"}
"""Ways of seeing that are only about communes beside one another."""
VUES: dict[str, Callable[[Ensemble, Demande], Montre]] = {
    "points": lambda seen, demande: Points(seen, demande).montre(),
    "grille": lambda seen, demande: Grille(seen, demande).montre(),
    "evolution": lambda seen, demande: Evolution(seen, demande).montre(),
    "multiples": lambda seen, demande: Multiples(seen, demande).montre(),
    "ages": lambda seen, demande: Ages(seen, demande).montre(),
}
"""Each way of seeing, by its name in ``words.comparer.VUES``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offre:
    """What may be compared."""

    organisme: str
    communes: tuple[Territoire, ...]
    axes: dict[Axe, dict[str, str]]
    """Indicators that have a figure: by axis, code → name."""
    depart: tuple[str, ...]
    """The selection one starts from: telling indicators of each axis, known nearly everywhere."""
    evolutions: dict[str, str]
    """Indicators with an evolution, code → name."""
    multiples: dict[str, str]
    """Those that have one by commune."""
    lieu: str = ""
    """Code of the commune whose démarche it is, when it is that of a commune."""
    maximum: int = MAXIMUM

    @property
    def vues(self) -> dict[str, str]:
        """The ways of seeing: those that set communes side by side need several."""
        alone = len(self.communes) == 1
        return {vue: nom for vue, nom in mots.VUES.items() if not (alone and vue in COTE_A_COTE)}

    @property
    def noms(self) -> dict[str, str]:
        """Code of each commune → its name."""
        return {commune.code: commune.nom for commune in self.communes}

    @property
    def groupes(self) -> dict[str, dict[str, str]]:
        """Name of each axis → code of its indicators → their name."""
        return {communs.AXES[axe.name]: offered for axe, offered in self.axes.items()}

    @property
    def libelles(self) -> dict[str, str]:
        """Code of each indicator → its name."""
        return {code: name for offered in self.axes.values() for code, name in offered.items()}

    def fichier(self, jour: date, vue: str, extension: str) -> str:
        """Return the name of a file."""
        return file_name(jour, self.organisme, f"comparer-{vue}", 1, extension)


def offre(db: Database, actor: Actor) -> Offre:
    """Return what the actor may compare."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    return ensemble(db, actor).kept("comparer.offre", _offre)


def montrer(db: Database, actor: Actor, demande: Demande) -> Montre:
    """Return what is asked; indicators and communes that do not exist are left out."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    seen = ensemble(db, actor)
    codes = [code for code in demande.codes if code in seen.indicateurs]
    asked = Demande(
        vue=demande.vue,
        codes=tuple(dict.fromkeys(codes))[:MAXIMUM],
        code=demande.code if demande.code in seen.indicateurs else "",
        communes=demande.communes,
        ordre=demande.ordre,
        toutes=demande.toutes,
    )
    return VUES[demande.vue](seen, asked)


def download(
    db: Database, actor: Actor, demande: Demande, extension: str, *, today: date
) -> bytes:
    """Return what is shown as a file, of a kind in ``FICHIERS``."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    seen, shown = ensemble(db, actor), montrer(db, actor, demande)
    return FICHIERS[extension](
        Releve(
            organisme=seen.organisme,
            demonstration=seen.demonstration,
            titre=shown.vue.titre,
            sous_titre=shown.vue.sous_titre,
            notes=shown.notes,
            lignes=shown.releve,
            jour=today,
        )
    )


def _offre(seen: Ensemble) -> Offre:
    years = Selection.annees(seen)
    # The pyramid shows the counts by age: alone, each of them says nothing.
    known = {c: i for c, i in seen.indicateurs.items() if c in years and c not in CODES}
    by_axis = {
        axe: {code: i.libelle for code, i in known.items() if i.theme is axe} for axe in Axe
    }
    communes = [commune.code for commune in seen.communes]
    every, own = series_codes(seen.valeurs), series_codes(seen.valeurs, communes or [""])
    return Offre(
        organisme=seen.organisme,
        communes=seen.communes,
        lieu=next((c.code for c in seen.communes if c == seen.lieu), ""),
        axes={axe: offered for axe, offered in by_axis.items() if offered},
        depart=_depart(seen, known, years),
        evolutions={code: known[code].libelle for code in every if code in known},
        multiples={code: known[code].libelle for code in own if code in known},
    )


def _depart(
    seen: Ensemble, known: dict[str, Indicateur], years: dict[str, int]
) -> tuple[str, ...]:
    """Choose by axis the indicators known for most communes, and those that tell most.

    They have a direction, then are published for many larger territoires.
    """
    found: list[tuple[int, int, str]] = []
    for place, axe in enumerate(Axe):
        ranked = []
        for code, indicateur in known.items():
            if indicateur.theme is axe and not indicateur.effectif:
                communes, larger, distinct = _known(seen.de(code), years[code])
                if 2 * communes > len(seen.communes) and larger and distinct > 1:
                    ranked.append((-abs(SIGN[indicateur.sens]), -larger, -communes, code))
        ranked.sort(key=lambda rank: rank[:3])
        kept = [rank for rank in ranked if rank[0]][:PAR_AXE] or ranked[:1]
        found += [(turn, place, rank[-1]) for turn, rank in enumerate(kept)]
    oriented = [one for one in found if SIGN[known[one[-1]].sens]]
    first = sorted(oriented if len(oriented) >= ASSEZ else found)[
        :MAXIMUM
    ]  # the first of each axis before the second of any
    telling = [code for _, _, code in sorted(first, key=lambda one: one[1:2] + one[:1])]
    fallback = [code for code, i in known.items() if not i.effectif] or list(known)
    return tuple(telling or fallback[:MAXIMUM])


def _known(rows: pd.DataFrame, annee: int) -> tuple[int, int, int]:
    """Count communes and larger territoires that have a figure, and the figures that differ."""
    now = rows[rows["annee"].to_numpy() == annee].dropna(subset="valeur")
    communal = now["niveau"].to_numpy() == Niveau.COMMUNE
    return int(communal.sum()), int((~communal).sum()), now["valeur"].nunique()
