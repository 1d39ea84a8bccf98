"""Which communes make an intercommunalité: read from a list, whole France's or one's own.

Insee publishes it as « Composition communale » (CODGEO, LIBGEO, EPCI, LIBEPCI, DEP, REG);
a plain list of communes, with their codes, does as well.
"""

from collections.abc import Iterator

from psdt.domain.indicators import Niveau, Territoire
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.feuillet import DERNIERE_ENTETE, Feuillet, textes
from psdt.sources.grille import Classeur
from psdt.sources.lieux import departement, lire_code, nommer
from psdt.sources.ouvrir import ouvrir
from psdt.sources.perimetre import Perimetre
from psdt.sources.releve import Releve
from psdt.sources.tableau import Refus
from psdt.words.regions import DEPARTEMENTS

CODE = ("CODGEO", "Code commune", "Code Insee", "Code")
NOM = ("LIBGEO", "Nom commune", "Libellé", "Nom", "Commune")


def lire(nom: str, contenu: bytes, epci: str) -> Perimetre | Refus:
    """Return an intercommunalité, its communes, and what it is compared with.

    All the communes of the file, unless a column EPCI says which are its own.
    """
    try:
        feuillet = _feuillet(ouvrir(nom, contenu))
        communes = list(_communes(feuillet, epci)) if feuillet else []
    except IllisibleError as error:
        return Refus(anomalies=(error.anomalie,))
    if not communes:
        return Refus(anomalies=(Anomalie(genre=Genre.AUCUN_TERRITOIRE, lu=nom),))
    names = (name for _, name in communes if name)
    around = [nommer(Niveau.EPCI, epci, next(names, "")), nommer(Niveau.FRANCE, "METRO", "")]
    departements = {departement(commune.code) for commune, _ in communes}
    for code in sorted(departements & set(DEPARTEMENTS)):
        around.append(nommer(Niveau.DEPARTEMENT, code, ""))
        around.append(nommer(Niveau.REGION, DEPARTEMENTS[code][1], ""))
    territoires = (*(commune for commune, _ in communes), *dict.fromkeys(around))
    return Perimetre(territoires=territoires, epci=epci)


def _feuillet(classeur: Classeur) -> Feuillet | None:
    """Return the sheet that lists communes, from its header on."""
    for feuille in classeur.feuilles:
        lignes = classeur.lignes(feuille)
        for index, ligne in enumerate(lignes[:DERNIERE_ENTETE]):
            found = Feuillet(
                fichier=classeur.nom,
                feuille=feuille,
                haut=(),
                noms=textes(ligne),
                lignes=lignes[index + 1 :],
            )
            if found.place(*CODE) is not None:
                return found
    return None


def _communes(feuillet: Feuillet, epci: str) -> Iterator[tuple[Territoire, str]]:
    """Yield the communes of the list, and the name it gives to their intercommunalité."""
    code, named = feuillet.place(*CODE) or 0, feuillet.place(*NOM)
    member, label = feuillet.place("EPCI"), feuillet.place("LIBEPCI")
    for ligne in feuillet.lignes:
        try:
            niveau, found = lire_code(Releve.texte(ligne, code))
        except ValueError:
            continue  # a note below the table
        ours = member is None or Releve.texte(ligne, member) == epci
        if niveau is Niveau.COMMUNE and ours:
            commune = Territoire(
                code=found, nom=Releve.texte(ligne, named) or found, niveau=niveau
            )
            yield commune, Releve.texte(ligne, label)
