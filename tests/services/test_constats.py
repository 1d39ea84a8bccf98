"""Findings on the real figures of the sample: true, and in French."""

from dataclasses import replace

import pandas as pd
import pytest

from psdt import sources
from psdt.domain.indicators import Niveau, Statut, Territoire
from psdt.services.constats import Constats
from psdt.services.portrait import Portrait
from psdt.settings import app_dir
from psdt.words.grammar import NBSP, NNBSP


@pytest.fixture(scope="module")
def table() -> sources.Tableau:
    """The sample, without any database."""
    return sources.lire("x", (app_dir() / "data" / "abs_sample.xlsx").read_bytes(), {})


@pytest.fixture
def portrait(table):
    """Return a portrait: ``portrait("GINI", 2019, "Berric")``."""

    def portrait(code, annee, nom=None) -> Portrait:
        indicateur = next(i for i in table.indicateurs if i.code == code)
        communes = [t for t in table.territoires if t.niveau is Niveau.COMMUNE]
        commune = next((c for c in communes if c.nom == nom), None)
        valeurs = table.valeurs[table.valeurs["code"] == code]
        return Portrait(indicateur, valeurs, annee, communes, commune)

    return portrait


def plain(text: str) -> str:
    return text.replace(NBSP, " ").replace(NNBSP, " ")


def test_a_figure_published_for_no_commune_says_when_it_is_not_known(portrait, table):
    known = portrait("PART_MOINS20", 2022)
    assert Constats(known).carte().titre == "Aucun chiffre par commune en 2022"

    valeurs = known.valeurs.assign(valeur=float("nan"), statut=Statut.NON_DISPONIBLE)
    unknown = Portrait(known.indicateur, valeurs, 2022, [], None)
    assert Constats(unknown).barres().titre == "Aucun chiffre connu en 2022"


@pytest.mark.parametrize(
    ("code", "annee", "nom", "carte", "barres"),
    [
        (
            *("TX_LOG_VACANTS", 2022, None),
            "8 communes sur 13 sont plus fragiles que l'intercommunalité",
            "9 points séparent Berric de Caden",
        ),
        (
            *("MED_NIV_VIE", 2021, None),
            "Les plus fragiles : Saint-Gravé, Caden et Larré",
            "3 900 € séparent Saint-Gravé de Lauzach",
        ),
        (
            *("POP_MUN", 2023, None),
            "Questembert compte pour 33 % de l'intercommunalité",
            "Questembert se détache : 8 133, contre 647 à 2 339 ailleurs",
        ),
        (
            *("SOLDE_NAT", 2024, None),
            "Les valeurs les plus élevées : Caden, Berric et Lauzach",
            "Au plus haut à Caden (11), au plus bas à Questembert (−48)",
        ),
        (
            *("FRANCE_SERVICES", 2025, None),
            "Une seule commune concernée : Questembert",
            "Une seule commune concernée : Questembert",
        ),
        (
            *("PART_POP_LOIN_SOINS", 2023, None),
            "La même valeur dans les 13 communes : 0 %",
            "La même valeur dans les 13 communes : 0 %",
        ),
        (
            *("TX_PAUVRETE_60", 2021, None),
            "Connu dans 2 communes sur 13 seulement",
            "2 points séparent Questembert de Malansac",
        ),
        (
            *("TX_PAUVRETE_75P", 2021, None),
            "Sous secret statistique dans les 13 communes",
            "Sous secret statistique dans les 13 communes",
        ),
        (
            *("PART_MEN_MONOPARENT", 2008, None),
            "Connu dans 1 commune sur 13 seulement",
            "Questembert : 8,4 %",
        ),
        (
            *("TX_CHOM_1564", 2022, "Rochefort-en-Terre"),
            "À Rochefort-en-Terre, 4,7 points de plus que l'intercommunalité",
            "Aucune commune n'est plus fragile que Rochefort-en-Terre",
        ),
        (
            *("POP_MUN", 2023, "Le Cours"),
            "Au Cours, 697 habitants : 2,8 % de l'intercommunalité",
            "11 communes dépassent Le Cours",
        ),
        (
            *("CHOMEURS_1564", 2022, "Berric"),
            "À Berric, 65 personnes : 5,9 % de l'intercommunalité",
            "5 communes dépassent Berric",
        ),
        (
            *("TX_PAUVRETE_60", 2021, "Berric"),
            "À Berric, secret statistique",
            "2 points séparent Questembert de Malansac",
        ),
        (
            *("PART_MEN_MONOPARENT", 2008, "Caden"),
            "À Caden, non disponible",
            "Questembert : 8,4 %",
        ),
        (
            *("PART_POP_LOIN_SOINS", 2023, "Berric"),
            "À Berric, 0 %",
            "La même valeur dans les 13 communes : 0 %",
        ),
    ],
)
def test_titles_are_findings(portrait, code, annee, nom, carte, barres):
    constats = Constats(portrait(code, annee, nom))

    assert plain(constats.carte().titre) == carte
    assert plain(constats.barres().titre) == barres
    assert carte in plain(constats.carte().alt)


def test_what_is_not_published_by_commune_says_so(portrait):
    shown = portrait("PART_75P", 2022)
    barres = Constats(shown).barres()

    assert shown.lieux.empty
    assert shown.references["nom"].tolist() == ["Morbihan", "Bretagne", "France métropolitaine"]
    assert plain(barres.titre) == "2,2 points séparent la France métropolitaine du Morbihan"
    assert "n'est pas publié par commune" in barres.sous_titre


@pytest.mark.parametrize(
    ("code", "annee", "said"),
    [
        ("TX_LOG_VACANTS", 2022, "Orange : plus fragile que l'intercommunalité."),
        ("TX_PROPRIETAIRES", 2022, "(%), 2022"),
        ("MED_NIV_VIE", 2021, "en 2021 : choisissez 2019 pour comparer."),
        ("IPS_ECOLES", 2024, "Pas de valeur publiée pour l'intercommunalité en 2024."),
        ("POP_MUN", 2023, "(habitants), 2023"),
    ],
)
def test_the_subtitle_says_what_the_colours_mean(portrait, code, annee, said):
    assert plain(Constats(portrait(code, annee)).barres().sous_titre).endswith(said)


@pytest.mark.parametrize(
    ("code", "nom", "titre", "periode"),
    [
        (
            *("MED_NIV_VIE", None),
            "Dans l'intercommunalité, 1 539 € de plus en 2019 qu'en 2014",
            "2014-2019. Montants de chaque année : la hausse des prix n'en est pas retirée.",
        ),
        (
            *("POP_MUN", "Le Cours"),
            "Au Cours, 117 habitants de plus en 2023 qu'en 2010",
            "2010-2023. Les recensements trop proches, qui se recouvrent, ne sont pas comparés.",
        ),
        (
            *("APA_POUR_100_75P", None),
            "Dans le Morbihan, de 18,4 en 2018 à 17,8 en 2022",
            "2018-2022",
        ),
    ],
)
def test_lines_say_the_evolution(portrait, code, nom, titre, periode):
    courbes = Constats(portrait(code, 2021, nom)).courbes()

    assert plain(courbes.titre) == titre
    assert plain(courbes.sous_titre).endswith(periode)


@pytest.mark.parametrize(
    ("code", "nom", "petites", "said"),
    [
        ("TX_LOG_VACANTS", "Le Cours", ("56045",), "Au Cours"),
        ("TX_LOG_VACANTS", "Le Cours", ("56028",), ""),
        ("TX_LOG_VACANTS", None, ("56045",), ""),  # it is not named
        ("TX_LOG_VACANTS", None, ("56028",), "À Caden"),  # the highest, in the title
        ("EMPLOIS_POUR_100_ACTIFS", None, ("56196", "56045"), "À Rochefort-en-Terre"),
        ("POP_MUN", "Le Cours", ("56045",), ""),  # a count of everybody, not a rate
    ],
)
def test_a_rate_of_a_small_commune_is_read_with_caution(portrait, code, nom, petites, said):
    subtitle = plain(Constats(portrait(code, 2022, nom), petites).barres().sous_titre)

    few = "emplois" if code.startswith("EMPLOIS") else "logements"
    caution = f", moins de 2 000 habitants : quelques {few} suffisent à changer ce chiffre."
    assert (f"{said}{caution}" in subtitle) if said else ("2 000" not in subtitle)


def test_what_a_few_of_nothing_can_change_asks_for_no_caution(portrait):
    read = portrait("TX_LOG_VACANTS", 2022, "Le Cours")
    access = replace(read.indicateur, libelle="Temps d'accès aux soins")
    far = Portrait(access, read.valeurs, 2022, read.communes, read.commune)

    assert "2 000" not in plain(Constats(far, ("56045",)).barres().sous_titre)


def test_only_who_is_named_asks_for_caution(portrait):
    barres = Constats(portrait("ETAB_SERVICES_PUBLICS_1000", 2024), ("56108", "56135")).barres()

    assert plain(barres.titre).endswith("au plus bas dans 2 communes (1,8)")
    assert "2 000" not in plain(barres.sous_titre)


def test_a_commune_far_from_all_others_is_the_finding(portrait):
    barres = Constats(portrait("EMPLOIS_POUR_100_ACTIFS", 2022)).barres()

    assert (
        plain(barres.titre) == "Rochefort-en-Terre se détache : 228,1, contre 14,6 à 94,0 ailleurs"
    )


def test_overlapping_censuses_have_no_lines(portrait):
    assert portrait("TX_CHOM_1564", 2022).serie.empty


def test_a_picture_says_where_its_own_figures_come_from(portrait):
    constats = Constats(portrait("MED_NIV_VIE", 2021))

    assert plain(constats.provenance("carte")).endswith("Filosofi 2021.")
    assert plain(constats.provenance("courbes")).endswith("Filosofi 2014 à 2019.")


def test_sources_say_the_definition_the_producer_and_secrecy(portrait):
    definition, source = Constats(portrait("TX_PAUVRETE_60", 2021)).sources()

    assert definition.startswith("Définition")
    assert "Filosofi 2021" in source
    assert plain(source).endswith("Ce n'est pas zéro.")
    assert len(Constats(portrait("POP_MUN", 2023)).sources()) == 2


class TestOneCommune:
    """The démarche of a CCAS: nobody to be drawn with, larger territoires to compare with."""

    @pytest.fixture
    def seule(self, table):
        """Return the portrait of Malansac, alone: ``seule("GINI", 2019)``."""

        def seule(code, annee, without=()) -> Portrait:
            indicateur = next(i for i in table.indicateurs if i.code == code)
            communes = [t for t in table.territoires if t.nom == "Malansac"]
            rows = table.valeurs[table.valeurs["code"] == code]
            others = (rows["niveau"] == Niveau.COMMUNE) & (rows["territoire"] != "Malansac")
            rows = rows[~others & ~rows["niveau"].isin(without)]
            return Portrait(indicateur, rows, annee, communes, communes[0])

        return seule

    @pytest.mark.parametrize(
        ("code", "annee", "without", "said"),
        [
            ("TX_CHOM_1564", 2022, (), "À Malansac, 1,1 point de moins que l'intercommunalité"),
            ("GINI", 2019, [Niveau.EPCI], "À Malansac, 0,229 contre 0,246 dans le Morbihan"),
            ("GINI", 2019, list(Niveau)[1:], "À Malansac, 0,229"),
            ("POP_MUN", 2023, (), "À Malansac, 2 339 habitants : 9,4 % de l'intercommunalité"),
            ("TX_PAUVRETE_75P", 2021, (), "À Malansac, secret statistique"),
        ],
    )
    def test_is_told_beside_the_smallest_larger_territoire(
        self, seule, code, annee, without, said
    ):
        shown = seule(code, annee, without)
        barres = Constats(shown).barres()

        assert plain(barres.titre) == said
        assert "sur 1" not in plain(barres.alt)
        assert not shown.dessinable
        assert shown.repere is None

    def test_is_drawn_above_the_larger_ones(self, seule):
        shown = seule("GINI", 2019)

        assert shown.references["nom"].tolist()[:2] == ["Questembert Communauté", "Morbihan"]
        assert "que l'intercommunalité" in plain(Constats(shown).barres().sous_titre)


class TestPortrait:
    def test_the_most_fragile_come_first_and_the_unknown_last(self, portrait):
        lieux = portrait("GINI", 2019).lieux

        assert lieux["nom"].tolist()[:4] == ["Malansac", "Questembert", "Berric", "Caden"]
        assert lieux["texte"].tolist()[2:4] == ["0,206", "secret statistique"]
        assert lieux["secret"].sum() == 10
        assert lieux["fragile"].tolist()[:4] == [True, False, False, False]

    def test_a_count_has_no_gap_and_no_reference(self, portrait):
        shown = portrait("POP_MUN", 2023)

        assert shown.repere is None
        assert shown.references.empty
        assert not shown.lieux["fragile"].any()

    def test_the_reference_is_the_published_value_of_the_intercommunalite(self, portrait):
        name, value = portrait("TX_LOG_VACANTS", 2022).repere

        assert (plain(name), value) == ("Intercommunalité 6,5 %", 6.5)
        assert portrait("MED_NIV_VIE", 2021).repere is None

    def test_the_legend_says_each_class_then_secret_and_missing(self, portrait):
        legende = portrait("TX_LOG_VACANTS", 2022).legende

        assert plain(legende[0]) == "2,4 à 5,3 %"
        assert legende[-2:] == ["Secret statistique", "Non disponible"]

    def test_a_commune_without_any_row_is_missing_not_zero(self, table, portrait):
        shown = portrait("PART_MEN_MONOPARENT", 2008)

        assert shown.lieux["texte"].value_counts().to_dict() == {
            "non disponible": 12,
            f"8,4{NNBSP}%": 1,
        }

    def test_the_table_has_every_territoire_and_says_reasons(self, portrait):
        rows = portrait("GINI", 2019).tableau()

        assert len(rows) == 17
        assert rows["Valeur"].tolist()[3] == "secret statistique"
        assert rows["Écart à l'intercommunalité"].tolist()[:2] == ["+0,014", "0"]

    def test_without_outlines_there_is_no_map(self, portrait, table):
        assert not portrait("GINI", 2019).dessinable
        known = portrait("GINI", 2019)
        communes = [replace(commune, contour="{}") for commune in known.communes]
        assert Portrait(known.indicateur, known.valeurs, 2019, communes, None).dessinable


class TestManyCommunes:
    """Beyond forty communes, bars show both ends, and whoever is looked at."""

    @pytest.fixture
    def many(self, table):
        """Return a portrait of ninety communes, the first of them chosen or not."""

        def many(chosen=None, missing=0) -> Portrait:
            communes = [
                Territoire(code=f"{n:05}", nom=f"Commune {n}", niveau=Niveau.COMMUNE)
                for n in range(90)
            ]
            model = table.valeurs[table.valeurs["code"] == "TX_LOG_VACANTS"].iloc[0]
            values = [float("nan") if n < missing else float(n) for n in range(90)]
            statuts = [Statut.SECRET if n < missing else Statut.OK for n in range(90)]
            rows = pd.DataFrame([model] * 90).reset_index(drop=True)
            rows = rows.assign(
                code_territoire=[commune.code for commune in communes],
                territoire=[commune.nom for commune in communes],
                valeur=values,
                statut=pd.Series(statuts, dtype=object),
            )
            indicateur = next(i for i in table.indicateurs if i.code == "TX_LOG_VACANTS")
            picked = None if chosen is None else communes[chosen]
            return Portrait(indicateur, rows, int(model["annee"]), communes, picked)

        return many

    def test_both_ends_are_drawn(self, many):
        shown = many()

        assert shown.montres["valeur"].tolist() == [
            *map(float, range(89, 69, -1)),
            *map(float, range(9, -1, -1)),
        ]
        assert "Sur 90 communes" in plain(Constats(shown).barres().sous_titre)

    def test_the_chosen_one_is_in_its_place(self, many):
        names = many(chosen=45).montres["nom"].tolist()

        assert (len(names), names.index("Commune 45")) == (31, 20)

    def test_with_few_figures_no_commune_is_drawn_twice(self, many):
        assert many(missing=70).montres["valeur"].notna().sum() == 20
        assert many(missing=65).montres.index.is_unique

    def test_without_any_figure_reasons_are_shown(self, many):
        assert many(missing=89).montres["nom"].tolist() == ["Commune 89"]
        assert many(missing=90).montres["secret"].sum() == 30
