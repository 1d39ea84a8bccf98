"""Wide files of Insee: years in the names of columns, two decimal marks, secrecy."""

import pytest

from psdt.domain.indicators import Niveau, Sens, Statut
from psdt.sources import Perimetre
from psdt.sources.registre import SOURCES, reconnue
from psdt.words.grammar import fine
from tests.sources.tables import (
    BERRIC,
    ICI,
    LE_COURS,
    MORBIHAN,
    QUESTEMBERT,
    genres,
    lu,
    refus,
    table,
    valeurs,
)

COMPARATEUR = (
    "CODGEO;P22_POP;P16_POP;SUPERF;NAIS1621;DECE1621;NAISD24;DECESD24;P22_LOG;P22_LOGVAC;PIMP21;"
    "MED21;TP6021;ETTOT24;ETOQ24;ETGU24"
)
DEUX_COMMUNES = table(
    COMPARATEUR,
    "56015;2119;1843;21.45;147;66;21;12;956.539624644653;22.8730488707234;53,0;23310;s;60;7;19",
    "56045;673;669;15.63;51;28;9;6;331.163993490731;24.4452272727274;s;22830;s;8;2;1",
)


class TestComparateur:
    def test_counts_have_a_point_and_shares_a_comma(self):
        values = valeurs(lu("cc.csv", DEUX_COMMUNES, ICI))

        assert values["LOGEMENTS", "56015", 2022] == 957
        assert values["TX_LOG_VACANTS", "56015", 2022] == 2.4
        assert values["PART_MEN_IMPOSES", "56015", 2021] == 53.0
        assert values["PART_MEN_IMPOSES", "56045", 2021] is Statut.SECRET
        assert values["TX_PAUVRETE_60", "56015", 2021] is Statut.SECRET

    def test_the_year_is_that_of_the_column(self):
        values = valeurs(lu("cc.csv", DEUX_COMMUNES, ICI))

        assert values["POP_MUN", "56015", 2022] == 2119
        assert values["POP_MUN", "56015", 2016] == 1843
        assert values["SOLDE_NAT", "56045", 2024] == 3
        assert values["SUPERFICIE", "56015", 2022] == 21.45
        assert values["DENSITE", "56015", 2022] == 98.8

    def test_yearly_counts_are_divided_by_the_census_close_by(self):
        values = valeurs(lu("cc.csv", DEUX_COMMUNES, ICI))

        assert values["TX_NATALITE", "56015", 2024] == 9.9
        assert values["ETAB_SERVICES_PUBLICS_1000", "56015", 2024] == 3.3

    def test_periods_are_indicators_of_their_own(self):
        tableau = lu("cc.csv", DEUX_COMMUNES, ICI)

        assert valeurs(tableau)["POP_TCAM_2016_2022", "56015", 2022] == 2.35
        assert valeurs(tableau)["SOLDE_NAT_2016_2021", "56015", 2021] == 81
        growth = next(i for i in tableau.indicateurs if i.code == "POP_TCAM_2016_2022")
        assert growth.libelle == "Évolution annuelle moyenne de la population, 2016-2022"

    def test_names_are_those_of_the_demarche_or_the_code(self):
        assert lu("cc.csv", DEUX_COMMUNES, ICI).territoires[0] == BERRIC
        assert lu("cc.csv", DEUX_COMMUNES).territoires[0].nom == "56015"

    def test_counts_add_up_and_rates_are_computed_from_them(self):
        tableau = lu("cc.csv", DEUX_COMMUNES, ICI)
        values = valeurs(tableau)

        assert values["POP_MUN", QUESTEMBERT.code, 2022] == 2119 + 673
        assert values["TX_LOG_VACANTS", QUESTEMBERT.code, 2022] == 3.7  # 47.3 of 1 287.7
        assert genres(tableau)["somme_de_communes"] == "Questembert Communauté"
        assert ("POP_MUN", MORBIHAN.code, 2022) not in values

    def test_what_is_published_is_never_added_up(self):
        values = valeurs(lu("cc.csv", DEUX_COMMUNES, ICI))

        assert not [key for key in values if key[:2] == ("MED_NIV_VIE", QUESTEMBERT.code)]

    def test_an_intercommunalite_is_whole_or_is_not(self):
        first_commune_only = b"\n".join(DEUX_COMMUNES.split(b"\n")[:2])

        tableau = lu("cc.csv", first_commune_only, ICI)

        assert {t.niveau for t in tableau.territoires} == {Niveau.COMMUNE}

    def test_no_intercommunalite_is_made_of_communes_unless_one_says_so(self):
        tableau = lu("cc.csv", DEUX_COMMUNES, Perimetre(territoires=ICI.territoires))

        assert {t.niveau for t in tableau.territoires} == {Niveau.COMMUNE}

    def test_a_source_names_its_producers_and_years(self):
        rows = lu("cc.csv", DEUX_COMMUNES, ICI).valeurs
        said = rows.set_index(["code", "code_territoire"])["source"].to_dict()

        assert said["MED_NIV_VIE", "56015"] == "Insee-DGFiP-Cnaf-Cnav-CCMSA, Filosofi 2021"
        assert said["ETAB_TOTAL", "56015"] == "Insee, Flores 2024"
        assert said["DENSITE", "56015"].startswith("Insee, recensement 20")
        assert "état civil 2024 et recensement 2022" in said["TX_NATALITE", "56015"]
        assert said["POP_TCAM_2016_2022", "56015"].startswith("Insee, recensements 2016 et 2022")
        assert "somme des communes" in said["POP_MUN", QUESTEMBERT.code]
        assert said["SUPERFICIE", "56015"] == "Insee, superficie des communes"
        assert said["SOLDE_NAT_2016_2021", "56015"] == fine("Insee, état civil 2016-2021 ; calcul")

    def test_what_meant_another_thing_before_is_not_read(self):
        """Flores counts employers since 2017; Clap, before it, counted all establishments."""
        contenu = table("CODGEO;P16_POP;ETTOT15;ETOQ15;ETTOT17", "56015;1843;160;20;58")

        values = valeurs(lu("cc.csv", contenu))

        assert values == {("POP_MUN", "56015", 2016): 1843, ("ETAB_TOTAL", "56015", 2017): 58}

    def test_columns_of_no_use_are_told(self):
        assert genres(lu("cc.csv", DEUX_COMMUNES, ICI))["colonnes_ignorees"] == "ETGU24"


class TestFilosofi:
    ENTETE = "CODGEO;NBMENFISC21;MED21;TP6021;TP60AGE621;D121;D921;RD21"

    def test_secrecy_and_absence_are_told_apart(self):
        contenu = table(self.ENTETE, "56015;836;23310;s;s;s;s;s", "56045;nd;nd;nd;nd;nd;nd;nd")

        values = valeurs(lu("cc_filosofi_2021_COM.csv", contenu))

        assert values["MED_NIV_VIE", "56015", 2021] == 23310
        assert values["D1_NIV_VIE", "56015", 2021] is Statut.SECRET
        assert values["D1_NIV_VIE", "56045", 2021] is Statut.NON_DISPONIBLE

    def test_d121_is_the_first_decile_of_2021(self):
        contenu = table(self.ENTETE, "56184;3512;22830;10,0;s;13780;34860;2,5")

        values = valeurs(lu("cc_filosofi_2021_COM.csv", contenu))

        assert values["D1_NIV_VIE", "56184", 2021] == 13780
        assert values["RAPPORT_D9_D1", "56184", 2021] == 2.5
        assert values["TX_PAUVRETE_60", "56184", 2021] == 10.0


class TestDiplomes:
    """P17_NSCOL15P_DIPLMIN: at most the certificat d'études; before 2017, the brevet too."""

    @pytest.mark.parametrize(
        ("entete", "row", "expected"),
        [
            ("P22_NSCOL15P;P22_NSCOL15P_DIPLMIN;P22_NSCOL15P_BEPC", "200;20;10", {2022: 15}),
            ("P22_NSCOL15P;P22_NSCOL15P_DIPLMIN", "200;20", {}),
            ("P13_NSCOL15P;P13_NSCOL15P_DIPLMIN", "200;50", {2013: 25}),
        ],
    )
    def test_of_an_extract_are_not_taken_for_others(self, entete, row, expected):
        contenu = table(f"CODGEO;P22_POP;{entete}", f"56015;2119;{row}")

        values = valeurs(lu("cc.csv", contenu))

        assert {
            year: value for (code, _, year), value in values.items() if code == "PART_PEU_DIPLOMES"
        } == expected

    def test_of_higher_education_hold_those_of_two_years(self):
        contenu = table("CODGEO;P11_POP;P11_NSCOL15P;P11_NSCOL15P_SUP", "56015;1700;200;20")

        assert {code for code, _, _ in valeurs(lu("cc.csv", contenu))} == {"POP_MUN"}


class TestAnnee:
    """A figure of no year is asked about: it is never of the year 0, nor of another survey's."""

    @pytest.mark.parametrize(
        "contenu",
        [
            table("CODGEO;LIBGEO;MED", "56015;Berric;23310"),
            table("CODGEO;LIBGEO;Q2;D1", "56015;Berric;23310;13000"),
            table("CODGEO;P22_POP;MED", "56015;2119;23310"),
        ],
    )
    def test_that_nothing_tells_is_asked(self, contenu):
        assert [a.genre for a in refus("niveau_de_vie.csv", contenu)] == ["annee_a_dire"]

        told = Perimetre(annee=2021)

        assert valeurs(lu("niveau_de_vie.csv", contenu, told))["MED_NIV_VIE", "56015", 2021]

    def test_may_be_told_by_the_name_of_the_file(self):
        contenu = table("CODGEO;LIBGEO;MED", "56015;Berric;23310")

        assert valeurs(lu("cc_filosofi_2021_COM.csv", contenu)) == {
            ("MED_NIV_VIE", "56015", 2021): 23310
        }

    def test_is_that_of_the_same_survey(self):
        contenu = table("CODGEO;P22_POP;MED21;RD;SUPERF", "56015;2119;23310;2,5;21.45")

        values = valeurs(lu("x.csv", contenu))

        assert values["RAPPORT_D9_D1", "56015", 2021] == 2.5
        assert values["SUPERFICIE", "56015", 2022] == 21.45


class TestDisp:
    ENTETE = "CODGEO;LIBGEO;NBMEN19;Q219;D119;D919;RD;GI19;PPSOC19"

    def lu(self, nom, *rows, **other):
        contenu = table(self.ENTETE, *rows, encoding="utf-8-sig", end="\r\n")
        return lu(nom, contenu, **other)

    def test_a_blank_is_secrecy(self):
        values = valeurs(self.lu("FILO2019_DISP_COM.csv", "56015;Berric;;23310;;;;;"))

        assert values["MED_NIV_VIE", "56015", 2019] == 23310
        assert values["GINI", "56015", 2019] is Statut.SECRET

    def test_a_ratio_without_a_year_has_that_of_the_file(self):
        row = "56;Morbihan;346518;21830;12800;36020;2,8;0,246;5,1"

        values = valeurs(self.lu("FILO2019_DISP_DEP.csv", row))

        assert values["RAPPORT_D9_D1", "56", 2019] == 2.8
        assert values["GINI", "56", 2019] == 0.246

    def test_padding_columns_are_nothing(self):
        contenu = table(f"{self.ENTETE};;;", "56015;Berric;1;23310;;;;;;;;")

        assert "colonnes_ignorees" in genres(lu("FILO2017_DISP_COM.csv", contenu))
        assert ", ," not in genres(lu("FILO2017_DISP_COM.csv", contenu))["colonnes_ignorees"]

    @pytest.mark.parametrize(
        ("nom", "row", "expected"),
        [
            ("FILO2019_DISP_EPCI.csv", "245614383;CC;", ("245614383", Niveau.EPCI)),
            ("FILO2019_DISP_DEP.csv", "53;Mayenne;", ("53", Niveau.DEPARTEMENT)),
            ("FILO2019_DISP_REG.csv", "53;Bretagne;", ("53", Niveau.REGION)),
            ("FILO2019_DISP_METROPOLE.csv", "1;France;", ("METRO", Niveau.FRANCE)),
            ("renomme.csv", "53;Bretagne;", ("53", Niveau.REGION)),
            ("renomme.csv", "53;Mayenne;", ("53", Niveau.DEPARTEMENT)),
            ("renomme.csv", "29;;", ("29", Niveau.DEPARTEMENT)),
            ("renomme.csv", "1;France métropolitaine;", ("METRO", Niveau.FRANCE)),
        ],
    )
    def test_the_level_is_in_the_name_or_the_content(self, nom, row, expected):
        (territoire,) = self.lu(nom, f"{row}1;20000;1;1;1;1;1").territoires

        assert (territoire.code, territoire.niveau) == expected

    def test_a_level_that_nothing_tells_is_asked(self):
        contenu = table(self.ENTETE, "53;;1;20000;1;1;1;1;1")
        (anomalie,) = refus("renomme.csv", contenu)

        assert (anomalie.genre, anomalie.lu) == ("niveau_a_dire", "53")
        told = lu("renomme.csv", contenu, Perimetre(niveau=Niveau.REGION))
        assert told.territoires[0].nom == "Bretagne"

    def test_only_the_territoires_asked_for_are_kept(self):
        rows = ["53;Mayenne;1;20500;1;1;1;1;1", "56;Morbihan;1;21830;1;1;1;1;1"]

        tableau = self.lu("FILO2019_DISP_DEP.csv", *rows, perimetre=ICI)

        assert tableau.territoires == (MORBIHAN,)
        assert genres(tableau)["hors_perimetre"] == "1"


class TestBaseCommunale:
    def test_rates_are_computed_from_declared_counts(self):
        contenu = table(
            "CODGEO;P21_LOG;P21_RP;P21_RP_LOCHLMV;P21_RP_VOIT1P;P21_RP_ACHTOT;P21_RP_ACH19;"
            "P21_RP_ACH45;C21_RP_HSTU1P;C21_RP_HSTU1P_SUROCC;P21_NPER_RP",
            "01004;500;400;40;360;390;50;28;380;19;900",
        )

        values = valeurs(lu("base-cc-logement-2021.CSV", contenu))

        assert values["PART_HLM", "01004", 2021] == 10.0
        assert values["PART_SANS_VOITURE", "01004", 2021] == 10.0
        assert values["PART_LOG_AVANT_1946", "01004", 2021] == 20.0
        assert values["PART_SUROCCUPATION", "01004", 2021] == 5.0

    def test_nothing_is_divided_by_nothing(self):
        contenu = table("CODGEO;P21_LOG;P21_LOGVAC", "55039;0;0")

        values = valeurs(lu("base-cc-logement-2021.CSV", contenu))

        assert values["TX_LOG_VACANTS", "55039", 2021] is Statut.SANS_OBJET

    def test_a_rate_never_mixes_two_censuses(self):
        contenu = table("CODGEO;P21_LOGVAC;P22_LOG", "56015;20;900")

        assert set(valeurs(lu("x.csv", contenu))) == {("LOGEMENTS", "56015", 2022)}

    def test_families_ages_and_people_alone(self):
        contenu = table(
            "CODGEO;C22_MEN;C22_MENPSEUL;C22_FAM;C22_FAMMONO;C22_NE24F3;C22_NE24F4P;P22_POP80P;"
            "P22_POPMEN80P;P22_POP80P_PSEUL;P22_POP;P22_POP6074;P22_POP7589;P22_POP90P;P22_H0014",
            "56184;1000;350;700;70;40;16;600;500;240;8000;1500;800;100;700",
        )

        values = valeurs(lu("dossier.csv", contenu))

        assert values["PART_FAM_MONOPARENT", "56184", 2022] == 10.0
        assert values["PART_FAM_NOMBREUSES", "56184", 2022] == 8.0
        assert values["PART_MEN_1PERS", "56184", 2022] == 35.0
        assert values["PART_80P_SEULS", "56184", 2022] == 48.0  # of those out of a care home
        assert ("MENAGES", "56184", 2022) not in values  # a survey of some is not the count of all
        assert values["PART_60P", "56184", 2022] == 30.0
        assert values["HOMMES_0014", "56184", 2022] == 700

    def test_former_censuses_and_older_names(self):
        contenu = table(
            "CODGEO;D99_POP;P99_POP;P08_POP;P08_POP75P;P08_NSCOL15P;P08_NSCOL15P_BACP2;"
            "P08_NSCOL15P_SUP;P13_NSCOL15P;P13_NSCOL15P_SUP",
            "56184;5000;5000;6500;650;4000;500;300;4000;900",
        )

        values = valeurs(lu("dossier.csv", contenu))

        assert values["POP_MUN", "56184", 1999] == 5000
        assert values["PART_75P", "56184", 2008] == 10.0
        assert values["PART_DIPLOME_SUP", "56184", 2008] == 20.0
        assert values["PART_DIPLOME_SUP", "56184", 2013] == 22.5

    def test_few_diplomas_mean_the_same_whatever_the_census(self):
        contenu = table(
            "CODGEO;P08_NSCOL15P;P08_NSCOL15P_DIPL0;P08_NSCOL15P_CEP;P08_NSCOL15P_BEPC;"
            "P13_NSCOL15P;P13_NSCOL15P_DIPLMIN;P18_NSCOL15P;P18_NSCOL15P_DIPLMIN;P18_NSCOL15P_BEPC",
            "56184;1000;150;150;100;1000;350;1000;240;60",
        )

        values = valeurs(lu("dossier.csv", contenu))

        assert [values["PART_PEU_DIPLOMES", "56184", year] for year in (2008, 2013, 2018)] == [
            *(40.0, 35.0, 30.0)
        ]

    def test_a_table_may_be_as_wide_as_the_dossier_complet(self):
        filler = [f"P22_AUTRE{n}" for n in range(1_900)]
        contenu = table(
            ";".join(["CODGEO", "P22_POP", *filler]), ";".join(["56015", "2119", *["1"] * 1_900])
        )

        assert valeurs(lu("dossier_complet.csv", contenu)) == {("POP_MUN", "56015", 2022): 2119}

    @pytest.mark.parametrize(
        ("entete", "label"),
        [
            (COMPARATEUR, "insee_comparateur"),
            ("CODGEO;P21_LOG;P21_RP", "insee_base_cc"),
            ("CODGEO;C22_FAM;C22_FAMMONO", "insee_base_cc"),
            ("CODGEO;P22_POP0014;P22_RP_VOIT1P;P22_NSCOL15P;MED21", "insee_dossier_complet"),
            (TestFilosofi.ENTETE, "filosofi"),
            (TestDisp.ENTETE, "filosofi_disp"),
        ],
    )
    def test_each_layout_is_told_by_its_header(self, entete, label):
        assert reconnue(entete.split(";")) is SOURCES[label]


class TestErrors:
    def test_are_told_with_their_place(self):
        contenu = table(
            "CODGEO;LIBGEO;P21_LOG", "56015;Berric;9OO", "Berric;;12", "56045;Le Cours;1_000"
        )

        found = refus("x.csv", contenu)

        assert [(a.genre, a.ligne, a.colonne) for a in found] == [
            ("nombre_illisible", 2, "P21_LOG (C)"),
            ("code_illisible", 3, "CODGEO (A)"),
            ("nombre_illisible", 4, "P21_LOG (C)"),
        ]

    def test_one_figure_said_twice_must_be_the_same(self):
        entete = "CODGEO;P21_LOG"

        assert len(lu("x.csv", table(entete, "56015;900", "56015;900")).valeurs) == 1
        (anomalie,) = refus("x.csv", table(entete, "56015;900", "56015;901"))
        assert (anomalie.genre, anomalie.ligne, anomalie.detail) == ("doublon", 3, "2")

    def test_a_name_is_no_text(self):
        contenu = table("CODGEO;LIBGEO;P21_LOG", f"56015;{'Berric ' * 20};900")

        assert [(a.genre, a.colonne) for a in refus("x.csv", contenu)] == [
            ("texte_trop_long", "LIBGEO (B)")
        ]

    def test_a_row_longer_than_its_header_has_moved(self):
        (anomalie,) = refus("x.csv", table("CODGEO,MED21,P21_LOG", "56015,23310,5,900"))

        assert (anomalie.genre, anomalie.ligne) == ("ligne_trop_longue", 2)

    def test_notes_below_the_table_are_no_territoires(self):
        contenu = table("CODGEO;P21_LOG", "56015;900", "Source : Insee, RP2021;", ";")

        assert len(lu("x.csv", contenu).territoires) == 1

    def test_all_of_france_is_too_much_at_once(self):
        rows = (f"{code};" + "1;" * 9 + "1" for code in range(10_000, 31_000))
        entete = "CODGEO;MED21;PIMP21;TP6021;PACT21;PCHO21;PPEN21;PPSOC21;D121;D921;RD21"

        (anomalie,) = refus("cc_filosofi_2021_COM.csv", table(entete, *rows))

        assert (anomalie.genre, "200" in anomalie.phrase) == ("feuille_trop_grande", True)

    def test_a_file_of_elsewhere(self):
        contenu = table("CODGEO;P21_LOG", "01004;900")

        assert refus("x.csv", contenu, ICI)[0].genre == "aucun_territoire"

    def test_a_territoire_without_any_name_of_ours_keeps_its_article(self):
        contenu = table("CODGEO;LIBGEO;P21_LOG", "56045;Cours;331")

        assert lu("x.csv", contenu, ICI).territoires == (LE_COURS,)
        assert lu("x.csv", contenu).territoires[0].nom == "Cours"

    def test_the_demarche_describes_its_indicators_first(self):
        from dataclasses import replace

        from psdt import sources

        contenu = table("CODGEO;P21_LOG", "56015;900")
        known = lu("x.csv", contenu).indicateurs[0]
        ours = replace(known, libelle="Logements", sens=Sens.FAVORABLE)

        answer = sources.lire("x.csv", contenu, {ours.code: ours})

        assert answer.indicateurs == (ours,)
