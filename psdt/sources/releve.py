"""What a file says, gathered by territoire, before anything is computed from it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from psdt.domain.indicators import LONGUEURS, Niveau, Statut, Territoire
from psdt.sources import cellules
from psdt.sources.accords import Accords, Dit, Faute
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.cellules import Cellule
from psdt.sources.feuillet import Feuillet, textes
from psdt.sources.grille import Ligne, Trou, lettre
from psdt.sources.lieux import lire_code, niveau_des_courts
from psdt.sources.perimetre import Perimetre, sans_article
from psdt.sources.recettes import Lecture
from psdt.sources.variables import Cle
from psdt.words import fichiers as mots

MAX_ANOMALIES = 100
ECHANGES, RENOMMEES = 2, 3
"""How many names that went elsewhere, or that are not ours, are no accident."""
MAX_LECTURES = 200_000
"""Figures read for all the territoires that are wanted: more is all of France."""


@dataclass(slots=True)
class Lieu:
    """A territoire of the file, and all that is said of it."""

    nom: str
    mesures: dict[Cle, Lecture] = field(default_factory=dict)


class Releve:
    """The figures of a file, and what is wrong in it."""

    def __init__(self, feuillet: Feuillet, perimetre: Perimetre) -> None:
        self.feuillet = feuillet
        self.perimetre = perimetre
        self.place = 0
        """Column of the codes."""
        self.lieux: dict[tuple[Niveau | None, str], Lieu] = {}
        """By level and code; without a level as long as the code does not tell it."""
        self.hors: set[str] = set()
        """Codes of the territoires that nobody asked for."""
        self.anomalies: list[Anomalie] = []
        self._dits: dict[tuple[Niveau | None, str, str], list[int]] = {}
        """On which rows each name is given to a territoire that is wanted."""
        self._ailleurs: dict[tuple[Niveau, str], str] = {}
        """Names of those that are not, around."""
        self._lectures = 0

    @property
    def plein(self) -> bool:
        """Whether enough is wrong to stop reading."""
        return len(self.anomalies) >= MAX_ANOMALIES

    def lieu(self, niveau: Niveau | None, code: str, nom: str, ligne: int) -> Lieu | None:
        """Return where to note what is said of a territoire, unless it is not wanted."""
        if niveau is not None and not self.perimetre.garde(niveau, code):
            self.hors.add(code)
            if nom and self.perimetre.voisin(niveau, code):
                self._ailleurs[niveau, code] = nom
            return None
        if nom:
            self._dits.setdefault((niveau, code, nom), []).append(ligne)
        return self.lieux.setdefault((niveau, code), Lieu(nom))

    def parcourir(self, code: int, nom: int | None) -> Iterator[tuple[Ligne, str, Lieu]]:
        """Yield the rows of the territoires that are wanted, with their code.

        ``code`` and ``nom`` are the columns that tell the territoire.
        """
        self.place = code
        for ligne in self.feuillet.lignes:
            if self.plein:
                return
            self._mesurer(ligne)
            if (told := self.code(ligne, code)) is None:
                continue
            name = self.nom(ligne, nom)
            if (lieu := self.lieu(*told, name, ligne.numero)) is not None:
                yield ligne, told[1], lieu

    def accorder(self) -> None:
        """Refuse the rows that give a territoire the name of another one.

        Called once the whole file is read: most of its rows tell whose name is whose.
        """
        told = self._niveau_des_courts()
        said = {Dit(niveau or told, *of): lines for (niveau, *of), lines in self._dits.items()}
        accords = Accords({dit: len(lines) for dit, lines in said.items()}, self.perimetre)
        exchanged = self._echanges()
        wrong = [
            (ligne, faute)
            for dit, lines in said.items()
            if dit.niveau and self.perimetre.garde(dit.niveau, dit.code)
            if (faute := accords.faute_de_code(dit) or exchanged.get(dit)) is not None
            for ligne in lines
        ]
        for ligne, faute in sorted(wrong)[: MAX_ANOMALIES - len(self.anomalies)]:
            self.refuser(faute.genre, ligne, self.place, lu=faute.lu, detail=faute.detail)
        self.anomalies.sort(key=lambda anomalie: anomalie.ligne or 0)

    def ailleurs(self) -> list[tuple[Territoire, str]]:
        """Return the territoires asked for whose name is given to another code, and that code.

        Only those that the file does not give under their own name.
        """
        found = []
        for (niveau, code), nom in self._ailleurs.items():
            other = self.perimetre.autre(niveau, code, nom)
            if other is not None and not self._donne(other):
                found.append((other, code))
        return found

    def renommees(self) -> list[tuple[Territoire, str]]:
        """Return the communes that most of the time have another name here: none when few do.

        A file of another year renames one or two; a column sorted without the others, nearly
        all of them. « Larré (56) » and « Commune de Larré » are no other name than « Larré ».
        """
        known = {key: lieu for key, lieu in self.perimetre.connus.items() if lieu.nom != lieu.code}
        named = [
            (known[key], lieu.nom) for key, lieu in self.lieux.items() if key in known and lieu.nom
        ]
        others = [pair for pair in named if not _le_meme(pair[0].nom, pair[1])]
        return others if len(others) >= RENOMMEES and 2 * len(others) > len(named) else []

    def _donne(self, known: Territoire) -> bool:
        """Say whether the file has a territoire under its own name, or without any."""
        here = self.lieux.get((known.niveau, known.code))
        return here is not None and sans_article(here.nom) in {"", sans_article(known.nom)}

    def _echanges(self) -> dict[Dit, Faute]:
        """Return what is wrong where names went to other codes, and others came instead.

        One may be a commune that a merger renamed after its neighbour; two are no accident.
        """
        pairs = [
            (lieu, code)
            for lieu, code in self.ailleurs()
            if (lieu.niveau, lieu.code) in self.lieux
        ]
        if len(pairs) < ECHANGES:
            return {}
        found = {}
        for lieu, code in pairs:
            nom = self.lieux[lieu.niveau, lieu.code].nom
            detail = mots.nom_echange(lieu.code, lieu.nom, nom, code)
            found[Dit(lieu.niveau, lieu.code, nom)] = Faute(Genre.AUTRE_NOM, "", lieu.code, detail)
        return found

    def nom(self, ligne: Ligne, index: int | None) -> str:
        """Read the name of a territoire; too long, it is no name."""
        text, allowed = self.texte(ligne, index), LONGUEURS["territoire"]
        if index is not None and len(text) > allowed:
            detail = mots.caracteres(len(text), allowed)
            self.refuser(Genre.TEXTE_TROP_LONG, ligne.numero, index, detail=detail)
        return text

    def _mesurer(self, ligne: Ligne) -> None:
        """Note a row of text longer than its header: « 12,5 » without quotes is two cells."""
        expected = len(self.feuillet.noms)
        if not self.feuillet.feuille and ligne.largeur > expected:
            genre, detail = Genre.LIGNE_TROP_LONGUE, mots.largeurs(ligne.largeur, expected)
            self.anomalies.append(Anomalie(genre=genre, ligne=ligne.numero, detail=detail))

    @staticmethod
    def texte(ligne: Ligne, index: int | None) -> str:
        """Return the text of a cell, nothing when there is no such column."""
        cell = None if index is None else ligne[index]
        return "" if isinstance(cell, Trou) else cellules.texte(cell)

    def code(self, ligne: Ligne, index: int) -> tuple[Niveau | None, str] | None:
        """Read the code of a row; nothing for the notes below a table."""
        text = self.texte(ligne, index)
        try:
            return lire_code(text)
        except ValueError:
            if sum(map(bool, textes(ligne))) > 1:
                self.refuser(Genre.CODE_ILLISIBLE, ligne.numero, index, lu=text)
            return None

    def lecture(self, ligne: Ligne, index: int, vide: Statut = Statut.VIDE) -> Lecture | None:
        """Read a figure or the reason of its absence; ``vide`` is what a blank means here."""
        cell: Cellule | Trou = ligne[index]
        if isinstance(cell, Trou):
            self.refuser(Genre.FORMULE_SANS_VALEUR, ligne.numero, index)
            return None
        try:
            valeur, statut = cellules.nombre(cell)
        except ValueError:
            lu = cellules.texte(cell)
            self.refuser(Genre.NOMBRE_ILLISIBLE, ligne.numero, index, lu=lu)
            return None
        return Lecture(valeur, vide if statut is Statut.VIDE else statut, ligne.numero)

    def noter(self, lieu: Lieu, code: str, cle: Cle, lecture: Lecture) -> None:
        """Keep a figure; said twice it must be the same.

        Raises ``IllisibleError`` for more figures than a territoire has.
        """
        self._lectures += 1
        if self._lectures > MAX_LECTURES:
            genre, detail = Genre.FEUILLE_TROP_GRANDE, mots.valeurs_max(MAX_LECTURES)
            raise IllisibleError(Anomalie(genre=genre, lu=self.feuillet.fichier, detail=detail))
        known = lieu.mesures.setdefault(cle, lecture)
        if known[:2] != lecture[:2]:
            self.anomalies.append(
                Anomalie(
                    genre=Genre.DOUBLON,
                    feuille=self.feuillet.feuille,
                    ligne=lecture.ligne,
                    lu=mots.cle(cle.variable, lieu.nom or code, cle.annee or 0),
                    detail=str(known.ligne),
                )
            )

    def refuser(
        self, genre: Genre, ligne: int, index: int, *, lu: str = "", detail: str = ""
    ) -> None:
        """Note what must be mended, and where."""
        nom = self.feuillet.noms[index] if index < len(self.feuillet.noms) else ""
        self.anomalies.append(
            Anomalie(
                genre=genre,
                feuille=self.feuillet.feuille,
                ligne=ligne,
                colonne=f"{nom} ({lettre(index)})",
                lu=lu,
                detail=detail,
            )
        )

    def territoires(self) -> Iterator[tuple[Territoire, Lieu]]:
        """Yield the territoires that are wanted, once the short codes have a level.

        When they cannot have one, that is noted as an anomaly.
        """
        told = self._niveau_des_courts()
        courts = [code for niveau, code in self.lieux if niveau is None]
        if courts and told is None:
            genre, lu = Genre.NIVEAU_A_DIRE, courts[0]
            self.anomalies.append(Anomalie(genre=genre, lu=lu))
            return
        for (niveau, code), lieu in self.lieux.items():
            level = niveau or told
            if level is None:
                continue
            territoire = self.perimetre.nomme(level, code, lieu.nom)
            if self.perimetre.garde(level, territoire.code):
                yield territoire, lieu
            else:
                self.hors.add(code)

    def _niveau_des_courts(self) -> Niveau | None:
        """Return the level of the codes that do not tell theirs."""
        courts = {code: lieu.nom for (niveau, code), lieu in self.lieux.items() if niveau is None}
        return self.perimetre.niveau or niveau_des_courts(courts, self.feuillet.fichier)


def _le_meme(ours: str, theirs: str) -> bool:
    """Say whether two names are the same, or one of them is in the other, word for word."""
    first, second = (f"_{sans_article(nom)}_" for nom in (ours, theirs))
    return first in second or second in first
