"""Small files in the layouts of producers, and the territoires they are about."""

from psdt import sources
from psdt.domain.indicators import Niveau, Statut, Territoire
from psdt.sources import Perimetre, Refus, Tableau

BERRIC = Territoire(code="56015", nom="Berric", niveau=Niveau.COMMUNE)
LE_COURS = Territoire(code="56045", nom="Le Cours", niveau=Niveau.COMMUNE)
QUESTEMBERT = Territoire(code="245614383", nom="Questembert Communauté", niveau=Niveau.EPCI)
MORBIHAN = Territoire(code="56", nom="Morbihan", niveau=Niveau.DEPARTEMENT)
BRETAGNE = Territoire(code="53", nom="Bretagne", niveau=Niveau.REGION)
METROPOLE = Territoire(code="METRO", nom="France métropolitaine", niveau=Niveau.FRANCE)
ICI = Perimetre(
    territoires=(BERRIC, LE_COURS, QUESTEMBERT, MORBIHAN, BRETAGNE, METROPOLE),
    epci=QUESTEMBERT.code,
)


def table(*rows: str, encoding: str = "utf-8", end: str = "\n") -> bytes:
    """Return the bytes of a text table: one text a row."""
    return end.join([*rows, ""]).encode(encoding)


def lu(nom: str, contenu: bytes, perimetre: Perimetre | None = None) -> Tableau:
    """Return what a file gives; it must be taken."""
    answer = sources.lire(nom, contenu, {}, perimetre or Perimetre())
    assert isinstance(answer, Tableau), [a.phrase for a in answer.anomalies]
    return answer


def refus(nom: str, contenu: bytes, perimetre: Perimetre | None = None) -> list:
    """Return what is wrong in a file; it must be refused."""
    answer = sources.lire(nom, contenu, {}, perimetre or Perimetre())
    assert isinstance(answer, Refus)
    return list(answer.anomalies)


def valeurs(tableau: Tableau) -> dict[tuple[str, str, int], float | Statut]:
    """Return the figures by indicator, territoire and year; why there is none instead."""
    columns = ("code", "code_territoire", "annee", "valeur", "statut")
    rows = zip(*(tableau.valeurs[column] for column in columns), strict=True)
    return {
        (code, lieu, annee): valeur if statut is Statut.OK else statut
        for code, lieu, annee, valeur, statut in rows
    }


def genres(tableau: Tableau) -> dict[str, str]:
    """Return what was supposed or left aside, and its detail."""
    return {str(remarque.genre): remarque.detail for remarque in tableau.remarques}
