"""The catalogue as a file: what it declares, and what is wrong in one that was edited."""

from dataclasses import replace

import pytest

from psdt.domain.indicators import Axe, Sens
from psdt.sources import Refus, catalogue
from psdt.sources.calculs import CONNUS, VARIABLES
from psdt.sources.variables import Famille, famille
from psdt.words import catalogue_ecran as mots
from psdt.words.variables import VARIABLES as EN_FRANCAIS
from tests.sources.conftest import ecrire

DECLARES = catalogue.declares()
LIGNE = (
    "POP_MUN",
    "Population",
    "Démographie et territoire",
    "habitants",
    "neutre",
    "D",
    "S",
    "C",
)


def row(**changed) -> list[str]:
    names = list(mots.CHAMPS)
    return [changed.get(name, value) for name, value in zip(names, LIGNE, strict=True)]


def lire(*rows, entete=mots.NOMS, connus=DECLARES):
    return catalogue.lire("cat.xlsx", ecrire(rows, entete=entete, feuille="Catalogue"), connus)


def sentences(found) -> list[str]:
    assert isinstance(found, Refus)
    return [a.phrase.replace("\u202f", " ").replace("\u00a0", " ") for a in found.anomalies]


class TestDeclared:
    def test_every_variable_has_a_name_in_french(self):
        counted = {name for name in VARIABLES if famille(name) is not Famille.FILOSOFI}

        assert counted <= set(EN_FRANCAIS)

    def test_each_says_how_it_is_computed(self):
        assert set(DECLARES) == set(CONNUS)
        assert all(i.calcul for i in DECLARES.values())

    @pytest.mark.parametrize(
        ("code", "calcul"),
        [
            ("PART_MEN_1PERS", "100 × ménages d'une personne / ménages"),
            (
                "SOLDE_NAT_1000",
                "1 000 × (naissances de l'année − décès de l'année) / habitants",
            ),
            ("HAB_PAR_RP", "habitants / résidences principales"),
            ("SOLDE_NAT", "naissances de l'année − décès de l'année"),
            ("LOGEMENTS", "Nombre publié : logements"),
            ("TX_PAUVRETE_60", "Publié tel quel par l'Insee, Filosofi (variable TP60)"),
            ("IPS_ECOLES", "Repris tel quel du fichier importé"),
        ],
    )
    def test_a_formula_is_said_in_french(self, code, calcul):
        said = DECLARES[code].calcul.replace("\u202f", " ").replace("\u00a0", " ")

        assert said == calcul

    def test_the_source_is_that_of_the_variables(self):
        assert DECLARES["TX_NATALITE"].source == "Insee, état civil ; Insee, recensement"
        assert "superficie" in DECLARES["DENSITE"].source


class TestRead:
    def test_a_row_describes_an_indicator(self):
        (found,) = lire(row())

        assert (found.libelle, found.theme, found.sens) == (
            "Population",
            Axe.DEMOGRAPHIE,
            Sens.NEUTRE,
        )
        assert (found.definition, found.source, found.calcul) == ("D", "S", "C")

    def test_what_has_no_column_stays_and_what_is_blank_goes(self):
        known = {"X": replace(DECLARES["POP_MUN"], code="X", source="Avant")}
        found = lire(["X", "Nom", ""], entete=("Code", "Libellé", "Définition"), connus=known)

        assert [(i.source, i.definition, i.unite) for i in found] == [("Avant", "", "habitants")]

    def test_a_new_code_is_a_new_indicator(self):
        (found,) = lire(row(code="CRECHES", axe="sante et handicap", sens="DEFAVORABLE"))

        assert (found.code, found.theme, found.sens) == ("CRECHES", Axe.SANTE, Sens.DEFAVORABLE)

    @pytest.mark.parametrize(
        ("rows", "sentence"),
        [
            ([row(axe="Jardinage")], "colonne axe (C) : « Jardinage » n'est pas un axe"),
            ([row(sens="haut")], "colonne sens (E) : « haut » n'est pas un sens"),
            ([row(code="")], "colonne code (A) : la case est vide"),
            ([row(libelle="")], "colonne libelle (B) : la case est vide"),
            ([row(code="NEUF", axe="")], "colonne axe (C) : la case est vide"),
            ([row(), row()], "POP_MUN figure déjà à la ligne 2"),
            ([row(unite="u" * 61)], "colonne unite (D) : le texte est trop long"),
            ([row(libelle="u" * 301)], "colonne libelle (B) : le texte est trop long"),
            ([row(code="=1+1")], "la formule n'a pas de résultat"),
        ],
    )
    def test_what_is_wrong_is_said_where_it_is(self, rows, sentence):
        said = sentences(lire(*rows))[0]

        assert sentence in said
        assert said.startswith("Feuille Catalogue, ligne")

    def test_all_that_is_wrong_is_said_at_once(self):
        found = lire(row(sens="haut"), row(code="A", axe="x"), row(code="", libelle=""))

        assert len(sentences(found)) == 4

    def test_a_catalogue_has_an_end(self):
        rows = [f"C{n};Nom;SANTE" for n in range(2_002)]
        content = "\n".join(["Code;Libellé;Axe", *rows]).encode()

        assert "plus de 2 000 lignes" in sentences(catalogue.lire("c.csv", content, {}))[0]

    def test_no_header_no_row(self):
        assert (
            "la colonne" in sentences(lire(entete=("a", "b")))[0]
            or "les colonnes" in (sentences(lire(entete=("a", "b")))[0])
        )
        assert "aucune ligne" in sentences(lire())[0]

    @pytest.mark.parametrize("contenu", [b"", b"\x89PNG", b"PK\x03\x04", b"<html>", b"\xff\xff"])
    def test_what_is_no_table_is_a_sentence(self, contenu):
        assert sentences(catalogue.lire("x", contenu, DECLARES))
