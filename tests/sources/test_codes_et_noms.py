"""In the layouts of producers too, a row under the name of another territoire is refused."""

from zipfile import ZipFile

import pytest

from psdt.domain.indicators import Niveau, Territoire
from psdt.sources import Perimetre, national
from psdt.words.grammar import NBSP, NNBSP
from tests.sources.conftest import ecrire
from tests.sources.tables import BERRIC, ICI, LE_COURS, genres, lu, refus, table

LONGEVILLE = Territoire(code="25346", nom="Longeville", niveau=Niveau.COMMUNE)
LA_LONGEVILLE = Territoire(code="25347", nom="La Longeville", niveau=Niveau.COMMUNE)
COMPARATEUR = "CODGEO;LIBGEO;P22_POP;SUPERF;ETTOT24"
LAYOUTS = {
    "comparateur.csv": (COMPARATEUR, "{code};{nom};2119;22;100"),
    "base_cc.csv": ("CODGEO;LIBGEO;P21_LOG;P21_RP", "{code};{nom};900;800"),
    "dossier.csv": (
        "CODGEO;LIBGEO;P22_POP;P22_POP0014;P22_RP_VOIT1P;P22_NSCOL15P",
        "{code};{nom};2119;400;700;1500",
    ),
    "filosofi.csv": ("CODGEO;LIBGEO;MED21;TP6021", "{code};{nom};23310;10,0"),
    "FILO2019_DISP_COM.csv": ("CODGEO;LIBGEO;NBMEN19;Q219;D119", "{code};{nom};9;23310;1"),
    "observatoire.csv": ("codgeo;libgeo;an;tx_morta", "{code};{nom};2018;9,7"),
    "caf_2016.csv": ("CODGEO;LIBGEO;A;PERCOU", "{code};{nom};100;200"),
    "caf_iris_2016.csv": ("CODGEO;LIBGEO;DEPCOM;LIBCOM;A;PERCOU", "{code}0101;Gare;;{nom};9;20"),
    "precarite.csv": (
        "ID;Niveau géographique;NOM;Part des allocataires du RSA (CAF 2024)",
        "{code};Commune;{nom};2%",
    ),
    "cartes.csv": ("Code;Libellé;Médiane du niveau de vie 2021", "{code};{nom};23310"),
}
"""A header and a row by layout that gives both a code and a name."""


def fichier(name: str, *lieux: tuple[str, str]) -> bytes:
    entete, row = LAYOUTS[name]
    return table(entete, *(row.format(code=code, nom=nom) for code, nom in lieux))


def phrases(name: str, contenu: bytes, perimetre: Perimetre | None = None) -> list[str]:
    found = refus(name, contenu, perimetre)
    assert {anomalie.genre for anomalie in found} == {"autre_nom"}
    return [a.phrase.replace(NBSP, " ").replace(NNBSP, " ") for a in found]


@pytest.mark.parametrize("name", LAYOUTS)
class TestEachLayout:
    def test_tells_the_line_and_what_to_mend(self, name):
        contenu = fichier(name, ("56045", "Le Cours"), ("56015", "Cours"))

        (told,) = phrases(name, contenu, ICI)

        assert told.startswith("Ligne 3, colonne ")
        assert told.partition(" : ")[0].endswith(" (A)")
        assert told.endswith(
            "56015 est Berric : le nom dit Cours, dont le code est 56045. "
            "Corrigez le code ou le nom."
        )

    def test_says_nothing_of_names_that_agree(self, name):
        contenu = fichier(name, ("56015", "BERRIC"), ("56045", "COURS (LE)"))

        assert set(lu(name, contenu, ICI).territoires) >= {BERRIC, LE_COURS}


def test_two_names_that_were_exchanged_are_both_told():
    contenu = fichier("base_cc.csv", ("56015", "Le Cours"), ("56045", "Berric"))

    assert len(phrases("base_cc.csv", contenu, ICI)) == 2


def test_a_workbook_tells_its_sheet():
    rows = [["CODGEO", "LIBGEO", "P21_LOG"], ["56015", "Le Cours", 900]]
    contenu = ecrire(rows, feuille="COM", entete=["Logement en 2021"])

    (told,) = phrases("base-cc.xlsx", contenu, ICI)

    assert told.startswith("Feuille COM, ligne 3, colonne CODGEO (A)")


@pytest.mark.parametrize(
    ("code", "nom"),
    [
        ("56015", "Berric-sur-Mer"),  # renamed since: known nowhere else
        ("56015", "berric"),
        ("56015", "Vannes"),  # no territoire of ours
    ],
)
def test_a_name_that_is_nobody_else_s_is_no_disagreement(code, nom):
    assert lu("base_cc.csv", fichier("base_cc.csv", (code, nom)), ICI).territoires


def test_two_communes_that_differ_by_their_article_are_not_mistaken():
    both = ("25346", "Longeville"), ("25347", "La Longeville")
    contenu = fichier("base_cc.csv", *both)

    assert len(lu("base_cc.csv", contenu).territoires) == 2
    for ours in ((LONGEVILLE, LA_LONGEVILLE), (LA_LONGEVILLE,)):
        table = lu("base_cc.csv", contenu, Perimetre(territoires=ours))
        assert len(table.territoires) == len(ours)
        assert "nom_ailleurs" not in genres(table)


def test_the_former_code_of_a_name_that_a_merger_took_is_left_aside():
    merged = Perimetre(
        territoires=(Territoire(code="56015", nom="Le Cours", niveau=BERRIC.niveau),)
    )
    contenu = fichier("base_cc.csv", ("56015", "Berric"), ("56045", "Le Cours"))

    table = lu("base_cc.csv", contenu, merged)

    assert [t.code for t in table.territoires] == ["56015"]
    assert genres(table)["nom_ailleurs"] == "Le Cours (56045 au lieu de 56015)"


class TestColumnSortedAlone:
    """The names went elsewhere, and those that came are nobody's that we know."""

    def test_is_refused_when_two_of_ours_are_elsewhere(self):
        moved = [
            ("56015", "Arradon"),
            ("56045", "Baden"),
            ("56003", "Berric"),
            ("56008", "Le Cours"),
        ]

        first, second = phrases("base_cc.csv", fichier("base_cc.csv", *moved), ICI)

        assert first.startswith("Ligne 2")
        assert "56015 est Berric : le nom dit Arradon, et Berric a ici le code 56003." in first
        assert "56045 est Le Cours" in second

    def test_is_told_when_only_ours_are_read(self):
        ours = tuple(
            Territoire(code=f"5600{n}", nom=f"Ici {n}", niveau=Niveau.COMMUNE) for n in range(4)
        )
        here = Perimetre(territoires=ours)
        moved = [(lieu.code, f"Ailleurs {lieu.code}") for lieu in ours[:3]]

        table = lu("base_cc.csv", fichier("base_cc.csv", *moved), here)
        renamed = lu("base_cc.csv", fichier("base_cc.csv", *moved[:1], ("56001", "Ici 1")), here)

        assert genres(table)["noms_autres"].startswith("56000 : Ailleurs 56000 au lieu de Ici 0")
        assert "noms_autres" not in genres(renamed)

    @pytest.mark.parametrize(
        "written", ["{nom} (56)", "{code} - {nom}", "COMMUNE DE {nom}", "{nom}, Morbihan"]
    )
    @pytest.mark.parametrize("ours_is_longer", [False, True])
    def test_says_nothing_of_names_that_are_ours_and_more(self, written, ours_is_longer):
        short = [("56108", "Larré"), ("56030", "Caden"), ("56135", "Saint-Gravé")]
        longer = [(code, written.format(code=code, nom=nom)) for code, nom in short]
        ours, theirs = (longer, short) if ours_is_longer else (short, longer)
        here = Perimetre(
            territoires=tuple(
                Territoire(code=code, nom=nom, niveau=Niveau.COMMUNE) for code, nom in ours
            )
        )

        assert "noms_autres" not in genres(
            lu("base_cc.csv", fichier("base_cc.csv", *theirs), here)
        )

    def test_a_name_is_ours_by_its_whole_words(self):
        ours = tuple(
            Territoire(code=code, nom=nom, niveau=Niveau.COMMUNE)
            for code, nom in [("56001", "Ars"), ("56002", "Eu"), ("56003", "Ry")]
        )
        moved = [("56001", "Marsac"), ("56002", "Lieuche"), ("56003", "Fleury")]

        table = lu("base_cc.csv", fichier("base_cc.csv", *moved), Perimetre(territoires=ours))

        assert "noms_autres" in genres(table)

    def test_says_nothing_of_names_that_nobody_told_us(self):
        ours = tuple(
            Territoire(code=f"5600{n}", nom=f"5600{n}", niveau=Niveau.COMMUNE) for n in range(4)
        )
        named = [(lieu.code, f"Ici {lieu.code}") for lieu in ours]

        table = lu("base_cc.csv", fichier("base_cc.csv", *named), Perimetre(territoires=ours))

        assert "noms_autres" not in genres(table)


def test_our_name_under_the_code_of_a_stranger_is_told():
    contenu = fichier("base_cc.csv", ("56045", "Le Cours"), ("56016", "Berric"))

    table = lu("base_cc.csv", contenu, ICI)

    assert genres(table)["nom_ailleurs"] == "Berric (56016 au lieu de 56015)"
    assert "corrigez le code" in str([r.phrase for r in table.remarques])


def test_another_commune_of_the_same_name_is_not():
    contenu = fichier("base_cc.csv", ("56045", "Le Cours"), ("71016", "Berric"))

    assert "nom_ailleurs" not in genres(lu("base_cc.csv", contenu, ICI))


def test_a_file_read_alone_knows_what_most_of_its_rows_say():
    good = [("56015", "Berric")] * 2 + [("56045", "Le Cours")] * 2
    rows = [f"{code};{nom};{2010 + n};9" for n, (code, nom) in enumerate(good)]
    contenu = table("codgeo;libgeo;an;tx_morta", *rows, "56015;Le Cours;2018;7")

    (told,) = phrases("x.csv", contenu)

    assert told.startswith("Ligne 6")
    assert "le nom dit Le Cours, dont le code est 56045 et non 56015" in told


def test_one_name_under_two_codes_is_told_when_nothing_says_which_is_right():
    contenu = fichier("base_cc.csv", ("56015", "Berric"), ("56045", "Berric"))

    told = phrases("base_cc.csv", contenu)

    assert len(told) == 2
    assert "Berric a ici deux codes : 56015 et 56045." in told[0]


def test_parts_of_a_large_city_may_bear_its_name():
    contenu = fichier("base_cc.csv", ("75056", "Paris"), ("75101", "Paris"), ("75102", "Paris"))

    assert len(lu("base_cc.csv", contenu).territoires) == 3


class TestDepartementsAndRegions:
    """Their names are known to everybody."""

    def test_are_checked_without_being_known_to_the_demarche(self):
        (told,) = phrases(
            "dep.csv", table("CODGEO;LIBGEO;P21_LOG", "29;Finistère;9", "56;Finistère;7")
        )

        assert "56 est Morbihan : le nom dit Finistère, dont le code est 29" in told

    def test_of_two_levels_are_not_mistaken(self):
        here = Perimetre(niveau=Niveau.DEPARTEMENT)

        (told,) = phrases("x.csv", table("CODGEO;LIBGEO;P21_LOG", "53;Bretagne;9"), here)

        assert "53 est Mayenne : le nom dit Bretagne, qui n'est pas un département" in told

    def test_that_no_longer_are_say_nothing(self):
        contenu = table("CODGEO;LIBGEO;P21_LOG", "24;Centre;9", "42;Alsace;7", "53;Bretagne;1")

        assert len(lu("reg.csv", contenu).territoires) == 3

    def test_that_nobody_asked_for_are_not_looked_at(self):
        contenu = table("CODGEO;LIBGEO;P21_LOG", "35;Finistère;9", "56;Morbihan;7")

        assert [t.code for t in lu("dep.csv", contenu, ICI).territoires] == ["56"]


def test_a_file_of_all_france_tells_it_too(tmp_path):
    path = tmp_path / "base_cc.zip"
    rows = [(f"56{number:03}", f"Commune {number}") for number in range(300)]
    rows[15], rows[45] = ("56015", "Le Cours"), ("56045", "LE COURS")
    with ZipFile(path, "w") as archive:
        archive.writestr("base_cc.csv", fichier("base_cc.csv", *rows))

    ((_, found),) = national.lire_fichier(path, {}, ICI, lambda _lus, _total: None)

    (anomalie,) = found.anomalies
    assert (anomalie.genre, anomalie.ligne, anomalie.lu) == ("autre_nom", 17, "56015")


def test_a_file_full_of_them_tells_a_hundred():
    contenu = table(
        "codgeo;libgeo;an;tx_morta", *(f"56015;Le Cours;{n};1" for n in range(1900, 2090))
    )

    assert len(phrases("x.csv", contenu, ICI)) == 100
