"""Compare chosen indicators: what is offered, what is shown, what may be taken away."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from psdt.analytics.evolutions import comparable_series
from psdt.domain.indicators import Axe, Indicateur, Niveau, Territoire
from psdt.domain.people import Action, Actor
from psdt.exports.comparaison import Releve, csv, workbook
from psdt.exports.dossier import file_name
from psdt.services.comparer_ages import CODES, Ages
from psdt.services.comparer_depart import MAXIMUM, Depart, Lieu, Rangs, Suivis
from psdt.services.comparer_evolution import Evolution
from psdt.services.comparer_grille import Grille
from psdt.services.comparer_indicateurs import Indicateurs
from psdt.services.comparer_multiples import Multiples
from psdt.services.comparer_points import Points
from psdt.services.comparer_selection import Demande, Montre, Selection
from psdt.services.ensemble import Ensemble, ensemble
from psdt.store.database import Database
from psdt.words import abs as communs
from psdt.words import comparer as mots

GARDES = 32
"""What was asked lately, kept as long as figures do not change."""
_lock = Lock()
FICHIERS: dict[str, Callable[[Releve], bytes]] = {"xlsx": workbook, "csv": csv}
COTE_A_COTE = {"grille", "multiples"}
"""Ways of seeing that are only about communes beside one another."""
VUES: dict[str, Callable[[Ensemble, Demande], Montre]] = {
    "points": lambda seen, demande: Points(seen, demande).montre(),
    "grille": lambda seen, demande: Grille(seen, demande).montre(),
    "evolution": lambda seen, demande: Evolution(seen, demande).montre(),
    "indicateurs": lambda seen, demande: Indicateurs(seen, demande).montre(),
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
    """The selection one starts from: telling indicators of each axis."""
    depart_grille: tuple[str, ...]
    """The same when communes are set side by side: known nearly everywhere."""
    evolutions: dict[str, str]
    """Indicators with an evolution, code → name."""
    multiples: dict[str, str]
    """Those that have one by commune."""
    lieu: str = ""
    """Code of the commune whose démarche it is, when it is that of a commune."""
    maximum: int = MAXIMUM
    _connus: dict[str, Indicateur] = field(default_factory=dict, repr=False)
    _references: tuple[Lieu, ...] = ()
    _series: frozenset[tuple[str, Niveau, str]] = frozenset()
    """Who is known in two comparable years, of which indicator."""

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

    @property
    def groupes_evolutions(self) -> dict[str, dict[str, str]]:
        """The same as ``groupes``, of the indicators with an evolution."""
        kept = (
            (axe, {code: name for code, name in offered.items() if code in self.evolutions})
            for axe, offered in self.groupes.items()
        )
        return {axe: offered for axe, offered in kept if offered}

    def depart_points(self, commune: str) -> tuple[str, ...]:
        """Return the selection one starts from beside larger territoires, of a commune or not."""
        return self.depart_grille if commune and not self.lieu else self.depart

    def depart_series(self, commune: str) -> tuple[str, ...]:
        """Return the selection one starts from over the years, of a commune or without one."""
        own = [(Niveau.COMMUNE, commune)] if commune in self.noms else []
        suivis = Suivis(self._series, (*own, *self._references))
        here = [code for code in self.evolutions if suivis.rang(code)] or self.evolutions
        return Depart({code: self._connus[code] for code in here}).choisis(suivis.rang)

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
    kept = seen.kept("comparer.montres", _montres)
    with _lock:
        found = kept.pop(asked, None)
    if found is None:
        found = VUES[demande.vue](seen, asked)
    with _lock:
        kept[asked] = found
        while len(kept) > GARDES:
            kept.popitem(last=False)
    return found


def download(
    db: Database, actor: Actor, demande: Demande, extension: str, *, today: date
) -> bytes:
    """Return what is shown as a file, of a kind in ``FICHIERS``."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    return FICHIERS[extension](releve(db, actor, demande, today=today))


def releve(db: Database, actor: Actor, demande: Demande, *, today: date) -> Releve:
    """Return all that is shown, ready to be written."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    seen, shown = ensemble(db, actor), montrer(db, actor, demande)
    return Releve(
        organisme=seen.organisme,
        demonstration=seen.demonstration,
        titre=shown.vue.titre,
        sous_titre=shown.vue.sous_titre,
        notes=shown.dessous,
        lignes=shown.releve,
        jour=today,
    )


def _montres(_: Ensemble) -> OrderedDict[Demande, Montre]:
    """Return where what was asked lately is kept, the latest last: a room looks at one thing."""
    return OrderedDict()


def _offre(seen: Ensemble) -> Offre:
    years = Selection.annees(seen)
    # The pyramid shows the counts by age: alone, each of them says nothing.
    known = {c: i for c, i in seen.indicateurs.items() if c in years and c not in CODES}
    by_axis = {
        axe: {code: i.libelle for code, i in known.items() if i.theme is axe} for axe in Axe
    }
    followed = comparable_series(seen.valeurs)
    every = list(dict.fromkeys(followed["code"]))
    communes = [commune.code for commune in seen.communes]
    communal = followed["niveau"].to_numpy() == Niveau.COMMUNE
    own = set(followed["code"][communal & followed["code_territoire"].isin(communes).to_numpy()])
    debut, rangs = Depart(known), Rangs(seen)
    return Offre(
        organisme=seen.organisme,
        communes=seen.communes,
        lieu=next((c.code for c in seen.communes if c == seen.lieu), ""),
        axes={axe: offered for axe, offered in by_axis.items() if offered},
        depart=debut.choisis(rangs.points),
        depart_grille=debut.choisis(rangs.grille),
        evolutions={code: known[code].libelle for code in every if code in known},
        multiples={code: known[code].libelle for code in every if code in own and code in known},
        _connus=known,
        _references=tuple((t.niveau, t.code) for t in seen.references),
        _series=frozenset(followed.itertuples(index=False, name=None)),
    )
