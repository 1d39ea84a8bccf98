"""Which communes make an intercommunalité: read from a list, whole France's or one's own.

Insee publishes it as « Composition communale » (CODGEO, LIBGEO, EPCI, LIBEPCI, DEP, REG);
a plain list of communes, with their codes, does as well.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from psdt.domain.indicators import LONGUEURS, Niveau, Territoire
from psdt.domain.territoire import Liste, Membre
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.cellules import cle, texte
from psdt.sources.feuillet import Feuillet, feuillets
from psdt.sources.grille import Classeur
from psdt.sources.lieux import departement, lire_code, nommer
from psdt.sources.ouvrir import ouvrir
from psdt.sources.perimetre import Perimetre
from psdt.sources.releve import Releve
from psdt.sources.tableau import Refus
from psdt.words import fichiers
from psdt.words.regions import DEPARTEMENTS

CODE = ("CODGEO", "Code commune", "Code Insee", "Code")
NOM = ("LIBGEO", "Nom commune", "Libellé", "Nom", "Commune")
SIREN = re.compile(r"\d{9}")
"""Communes of no intercommunalité have « ZZZZZZZZZ » in Insee's file."""
SEPARATEURS = re.compile(r"[\t;,|]+| {2,}")
MAX_ANOMALIES = 100
MAX_LIGNES = 500
"""Lines of a pasted list; the largest intercommunalité has 158 communes."""


def lire(nom: str, contenu: bytes, epci: str) -> Perimetre | Refus:
    """Return an intercommunalité, its communes, and what it is compared with.

    All the communes of the file, unless a column EPCI says which are its own.
    """
    liste = lire_liste(nom, contenu)
    if isinstance(liste, Refus):
        return liste
    communes = liste.de(epci)
    if not communes:
        return Refus(anomalies=(Anomalie(genre=Genre.AUCUN_TERRITOIRE, lu=nom),))
    name = liste.epcis.get(epci, "")
    around = references(communes, nommer(Niveau.EPCI, epci, name))
    return Perimetre(territoires=(*communes, *around), epci=epci)


@lru_cache(maxsize=2)
def lire_liste(nom: str, contenu: bytes) -> Liste | Refus:
    """Read a list of communes; remembered, as a page reads it again at each choice."""
    try:
        feuillet = _feuillet(ouvrir(nom, contenu))
        rows = list(_membres(feuillet)) if feuillet else []
    except IllisibleError as error:
        return Refus(anomalies=(error.anomalie,))
    if not rows:
        return Refus(anomalies=(Anomalie(genre=Genre.AUCUN_TERRITOIRE, lu=nom),))
    named = {m.epci: label or m.epci for m, label in rows if SIREN.fullmatch(m.epci)}
    epcis = dict(sorted(named.items(), key=lambda pair: cle(pair[1])))
    return Liste(tuple(member for member, _ in rows), epcis)


def lire_texte(colle: str, connues: Iterable[Territoire] = ()) -> Liste | Refus:
    """Read communes typed or pasted, one a line: their code, their name, or both.

    ``connues`` are those that a name is enough to tell.
    """
    known = Perimetre(territoires=tuple(connues))
    membres: list[Membre] = []
    anomalies: list[Anomalie] = []
    for numero, ligne in enumerate(colle.splitlines(), start=1):
        cells = [texte(cell) for cell in SEPARATEURS.split(ligne)]
        cells = [cell for cell in cells if cell]
        if not cells or (numero == 1 and _entete(cells)):
            continue
        if len(anomalies) == MAX_ANOMALIES:
            break
        if len(membres) == MAX_LIGNES:
            detail = fichiers.lignes_max(MAX_LIGNES)
            return Refus(anomalies=(Anomalie(genre=Genre.TROP_DE_LIGNES, detail=detail),))
        commune = _commune(cells, known)
        if commune is None:
            lu = " ".join(cells)
            anomalies.append(Anomalie(genre=Genre.COMMUNE_SANS_CODE, ligne=numero, lu=lu))
        else:
            membres.append(Membre(commune))
    if not membres and not anomalies:
        anomalies.append(Anomalie(genre=Genre.RIEN_A_LIRE))
    return Refus(anomalies=tuple(anomalies)) if anomalies else Liste(tuple(membres), {})


def references(communes: Iterable[Territoire], epci: Territoire | None) -> tuple[Territoire, ...]:
    """Return the larger territoires that communes are compared with, the smallest first.

    Their départements and regions, then France: without its overseas départements, unless
    these communes are there.
    """
    codes = {departement(commune.code) for commune in communes} & set(DEPARTEMENTS)
    regions = {DEPARTEMENTS[code][1] for code in codes}
    france = "METRO" if any(len(code) == 2 for code in codes) or not codes else "FRANCE"
    return (
        *((epci,) if epci else ()),
        *(nommer(Niveau.DEPARTEMENT, code, "") for code in sorted(codes)),
        *(nommer(Niveau.REGION, code, "") for code in sorted(regions)),
        nommer(Niveau.FRANCE, france, ""),
    )


def _feuillet(classeur: Classeur) -> Feuillet | None:
    """Return the sheet that lists communes, from its header on."""
    return next((f for f in feuillets(classeur) if f.place(*CODE) is not None), None)


def _membres(feuillet: Feuillet) -> Iterator[tuple[Membre, str]]:
    """Yield the communes of the list, and the name of their intercommunalité.

    Other rows are notes, or other territoires.
    """
    code, named = feuillet.place(*CODE) or 0, feuillet.place(*NOM)
    member, label = feuillet.place("EPCI"), feuillet.place("LIBEPCI")
    longest = LONGUEURS["territoire"]
    for ligne in feuillet.lignes:
        try:
            niveau, found = lire_code(Releve.texte(ligne, code))
        except ValueError:
            continue
        if niveau is Niveau.COMMUNE:
            nom = Releve.texte(ligne, named)[:longest] or found
            epci = Releve.texte(ligne, member)
            nom_epci = Releve.texte(ligne, label)[:longest]
            yield Membre(Territoire(code=found, nom=nom, niveau=niveau), epci), nom_epci


def _entete(cells: list[str]) -> bool:
    return {cle(cell) for cell in cells} <= {cle(name) for name in (*CODE, *NOM)}


def _commune(cells: list[str], known: Perimetre) -> Territoire | None:
    """Return the commune of a pasted line, or ``None`` when nothing tells its code."""
    words = " ".join(cells).split()
    code, name = _code(words[0]) or _code(words[-1]), " ".join(words)
    if code:
        rest = words[1:] if _code(words[0]) else words[:-1]
        name = " ".join(rest)[: LONGUEURS["territoire"]]
        said = Territoire(code=code, nom=name or code, niveau=Niveau.COMMUNE)
        here = known.connus.get((Niveau.COMMUNE, code))
        return here if here and not name else said
    return known.par_nom(name, Niveau.COMMUNE)


def _code(word: str) -> str:
    """Return the code of a commune that a word is, or nothing."""
    try:
        niveau, code = lire_code(word)
    except ValueError:
        return ""
    return code if niveau is Niveau.COMMUNE else ""
