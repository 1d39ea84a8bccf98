"""Files of all France: only what is wanted is read, and counts are added up on the way."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from psdt.domain.indicators import Niveau, Statut
from psdt.sources import Perimetre, Refus, Tableau, cumuls, national
from psdt.words.regions import DEPARTEMENTS
from tests.sources.conftest import LIGNE, ecrire
from tests.sources.tables import (
    BERRIC,
    BRETAGNE,
    ICI,
    METROPOLE,
    MORBIHAN,
    QUESTEMBERT,
    genres,
    table,
    valeurs,
)

ENTETE = "CODGEO;P22_LOG;P22_LOGVAC;MED21"
OURS = ("56015;1000;20;23310", "56045;300;30;22830")
OTHERS = ("56260;700;50;20000", "29019;2000;100;21000", "01004;5000;800;19000")


@pytest.fixture
def fichier(tmp_path):
    """Write a file, larger than what the screen takes; return its path."""

    def fichier(contenu: bytes, nom: str = "france.csv"):
        path = tmp_path / nom
        path.write_bytes(contenu)
        return path

    return fichier


@pytest.fixture
def grand(monkeypatch):
    """Any file is large, and five communes are all of France."""
    monkeypatch.setattr(national, "MAX_OCTETS", 10)
    monkeypatch.setattr(cumuls, "COMMUNES_DE_FRANCE", 5)


def archive(**members: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as written:
        for name, contenu in members.items():
            written.writestr(name.replace("__", "."), contenu)
    return out.getvalue()


def read(path, perimetre=ICI) -> dict[str, Tableau | Refus]:
    return dict(national.lire_fichier(path, {}, perimetre, lambda lus, total: None))


@pytest.mark.usefixtures("grand")
class TestSommes:
    def test_all_the_levels_asked_for_come_from_their_communes(self, fichier):
        (tableau,) = read(fichier(table(ENTETE, *OURS, *OTHERS))).values()

        values = valeurs(tableau)
        assert {
            code: values["LOGEMENTS", code, 2022]
            for code in ("56015", QUESTEMBERT.code, "56", "53", "METRO")
        } == {"56015": 1000, QUESTEMBERT.code: 1300, "56": 2000, "53": 4000, "METRO": 9000}
        assert values["TX_LOG_VACANTS", "56", 2022] == 5.0
        assert [key[1] for key in values if key[0] == "MED_NIV_VIE"] == ["56015", "56045"]
        assert set(tableau.territoires) >= {QUESTEMBERT, MORBIHAN, BRETAGNE, METROPOLE}
        assert "Morbihan" in genres(tableau)["somme_de_communes"]

    def test_a_departement_needs_no_other_level(self, fichier):
        alone = Perimetre(territoires=(BERRIC, MORBIHAN))

        (tableau,) = read(fichier(table(ENTETE, *OURS, *OTHERS)), alone).values()

        assert valeurs(tableau)["LOGEMENTS", "56", 2022] == 2000

    def test_an_extract_gives_no_larger_territoire(self, fichier):
        (tableau,) = read(fichier(table(ENTETE, *OURS, *OTHERS[:2]))).values()

        assert {t.niveau for t in tableau.territoires} == {Niveau.COMMUNE, Niveau.EPCI}

    def test_a_commune_counts_once_and_a_part_of_a_city_never(self, fichier):
        rows = (*OURS, *OTHERS, OTHERS[0], "75101;8000;900;30000")

        (tableau,) = read(fichier(table(ENTETE, *rows))).values()

        assert valeurs(tableau)["LOGEMENTS", "METRO", 2022] == 9000

    def test_a_count_that_is_missing_leaves_no_sum(self, fichier):
        rows = ("56015;1000;s;23310", *OURS[1:], *OTHERS)

        (tableau,) = read(fichier(table(ENTETE, *rows))).values()

        values = valeurs(tableau)
        assert values["LOGEMENTS", "56", 2022] == 2000
        assert ("TX_LOG_VACANTS", "56", 2022) not in values
        assert values["TX_LOG_VACANTS", "56015", 2022] is Statut.SECRET

    def test_a_count_that_is_no_plain_number_leaves_none(self, fichier):
        rows = (*OURS, *OTHERS[1:], "56260;7OO;50;20000")

        (tableau,) = read(fichier(table(ENTETE, *rows))).values()

        assert {t.niveau for t in tableau.territoires} == {Niveau.COMMUNE}

    def test_what_the_file_publishes_is_not_computed(self, fichier):
        rows = (*OURS, *OTHERS, f"{QUESTEMBERT.code};1299;51;22000")

        (tableau,) = read(fichier(table(ENTETE, *rows))).values()

        assert valeurs(tableau)["LOGEMENTS", QUESTEMBERT.code, 2022] == 1299

    def test_quoted_tables_add_up_too(self, fichier):
        rows = [";".join(f'"{cell}"' for cell in row.split(";")) for row in (*OURS, *OTHERS)]

        (tableau,) = read(fichier(table(ENTETE, *rows))).values()

        assert valeurs(tableau)["LOGEMENTS", "53", 2022] == 4000


class TestFichiers:
    @pytest.mark.usefixtures("grand")
    def test_only_the_wanted_rows_are_parsed(self, fichier):
        (tableau,) = read(fichier(table(ENTETE, "99999;5;1;wrong", *OURS))).values()

        assert len(tableau.territoires) == 3

    @pytest.mark.usefixtures("grand")
    def test_errors_have_the_line_of_the_file(self, fichier):
        path = fichier(table(ENTETE, *OTHERS, "56015;1000;vingt;23310"))

        ((_, answer),) = read(path).items()

        assert [(a.genre, a.ligne) for a in answer.anomalies] == [("nombre_illisible", 5)]

    @pytest.mark.usefixtures("grand")
    def test_iris_and_levels_are_kept_when_they_matter(self, fichier):
        caf = "CODGEO;NOTE;A;PERCOU"
        path = fichier(table(caf, "560150101;0;100;200", "560070101;0;9;9"), "caf_2020.csv")
        disp = "CODGEO;LIBGEO;Q219;D119"
        france = fichier(table(disp, "1;France;21930;11620"), "FILO2019_DISP_METROPOLE.csv")

        assert valeurs(read(path)["caf_2020.csv"])["ALLOC_CAF", "56015", 2020] == 100
        assert read(france)["FILO2019_DISP_METROPOLE.csv"].territoires == (METROPOLE,)

    @pytest.mark.usefixtures("grand")
    def test_an_unknown_table_is_refused(self, fichier):
        (answer,) = read(fichier(b"a;b;c\n1;2;3\n")).values()

        assert [a.genre for a in answer.anomalies] == ["format_inconnu"]

    @pytest.mark.usefixtures("grand")
    def test_a_template_of_any_size_is_read_whole(self, fichier):
        path = fichier(table("code;territoire;annee;valeur", "POP;Berric;2021;2109"), "m.csv")

        assert read(path)["m.csv"].territoires == (BERRIC,)

    def test_a_small_file_is_read_as_on_the_screen(self, fichier):
        path = fichier(ecrire([LIGNE]), "modele.xlsx")

        assert read(path)["modele.xlsx"].territoires == (BERRIC,)

    def test_the_progress_ends_with_the_file(self, fichier, grand):
        path = fichier(table(ENTETE, *OURS))
        told = []

        list(national.lire_fichier(path, {}, ICI, lambda *step: told.append(step)))

        assert told[-1] == (path.stat().st_size, path.stat().st_size)


class TestArchives:
    def test_give_each_of_their_tables(self, fichier):
        disp = "CODGEO;LIBGEO;Q219;D119"
        path = fichier(
            archive(
                FILO2019_DISP_DEP__csv=table(disp, "53;Mayenne;1;1", "56;Morbihan;21830;12800"),
                FILO2019_DISP_REG__csv=table(disp, "53;Bretagne;21990;12700"),
                lisez_moi__txt=b"bonjour",
            ),
            "filo.zip",
        )

        found = read(path)

        assert {name: t.territoires for name, t in found.items()} == {
            "FILO2019_DISP_DEP.csv": (MORBIHAN,),
            "FILO2019_DISP_REG.csv": (BRETAGNE,),
        }

    def test_name_their_columns_with_their_dictionary(self, fichier):
        path = fichier(
            archive(
                base_cc__CSV=table("CODGEO;P22_LOG;P22_NPER_RP", "56015;900;1900"),
                meta_base_cc__CSV=table(
                    "COD_VAR;LIB_VAR;LIB_VAR_LONG;COD_MOD;LIB_MOD;TYPE_VAR;LONG_VAR",
                    "CODGEO;Code;Code;01001;Abergement;CHAR;5",
                    "P22_NPER_RP;Personnes Rés princ en 2022 (princ);Nombre;;;NUM;16",
                ),
            ),
            "base-cc.zip",
        )

        (tableau,) = read(path).values()

        assert genres(tableau)["colonnes_ignorees"] == "Personnes Rés princ en 2022 (princ)"

    def test_without_a_table_are_refused(self, fichier):
        (answer,) = read(fichier(archive(photo__png=b"\x89PNG"), "photos.zip")).values()

        assert "archive sans fichier .csv" in answer.anomalies[0].phrase

    def test_that_are_damaged_are_told(self, fichier):
        whole = archive(base_cc__CSV=table(ENTETE, *OURS) * 50)
        path = fichier(whole.replace(b"23310", b"23311", 1), "abime.zip")

        (answer,) = read(path).values()

        assert [a.genre for a in answer.anomalies] == ["fichier_abime"]


def test_every_departement_is_of_a_region(grand):
    codes = [f"{code:0<5}" for code in DEPARTEMENTS if len(code) == 2]
    everywhere = Perimetre(territoires=(METROPOLE,))

    assert all(everywhere.groupes(code) == (METROPOLE,) for code in codes)
