"""The fiche of a commune, on the real figures of the sample."""

import re
from datetime import date

import pytest

from psdt.domain.indicators import COLONNES
from psdt.domain.people import Role
from psdt.errors import AccessDeniedError, IndicateurInconnuError
from psdt.services import abs as figures
from psdt.services import fiche as service
from psdt.sources import Tableau, lire
from psdt.words.grammar import NBSP, NNBSP

JOUR = date(2026, 11, 24)


@pytest.fixture
def sample(db, agent):
    """The démarche of the test, with the sample in it."""
    figures.import_sample(db, agent)


def plain(text: str) -> str:
    return text.replace(NBSP, " ").replace(NNBSP, " ")


def bring(db, agent, *rows) -> None:
    """Import rows of the template: code, territoire, année, valeur, unité, niveau."""
    lines = [
        f"{code},Un chiffre,EMPLOI,{nom},{annee},{valeur},{unite},Insee,{niveau}"
        for code, nom, annee, valeur, unite, niveau in rows
    ]
    content = "\n".join([",".join((*COLONNES, "niveau")), *lines]).encode()
    table = lire("essai.csv", content, {})
    assert isinstance(table, Tableau)
    figures.import_table(db, agent, "essai.csv", table)


def test_a_page_says_what_matters_of_a_commune(db, invite, sample):
    page = service.fiche(db, invite(Role.HABITANT), "56028").document

    assert plain(page.population) == (
        "1 641 habitants en 2023, 41 de plus qu'en 2010 : +0,2 % par an, "
        "contre +1,0 % dans l'intercommunalité."
    )
    assert [plain(cle.valeur) for cle in page.cles] == ["8,9", "20 040 €", "11,4 %", "1,9"]
    assert plain(page.cles[1].detail) == "par an, 1 030 € de moins que l'intercommunalité (2019)"
    assert page.cles[1].fragile
    assert plain(page.fragilites[0]).startswith("À Caden, la part des logements vacants")
    assert len(page.fragilites) == 3
    assert page.colonnes == ("Caden", "Intercommunalité", "Morbihan", "France métropolitaine")
    assert page.carte.startswith("<svg")
    assert plain(page.notes[0]).startswith("À Caden, moins de 2 000 habitants")
    assert page.notes[-1].startswith("Sources")


def test_there_are_fourteen_indicators_by_axis_and_secret_is_told(db, agent, sample):
    page = service.fiche(db, agent, "56028").document
    lines = [ligne for theme in page.themes for ligne in theme.lignes]

    assert len(lines) == 14
    assert [theme.nom for theme in page.themes][:3] == [
        "Démographie",
        "Enfance et famille",
        "Emploi et précarité",
    ]
    hidden = [ligne for ligne in lines if ligne.textes[0] == "secret statistique"]
    assert len(hidden) == 2
    assert not any(ligne.connus[0] or ligne.fragile for ligne in hidden)
    assert any("Ce n'est pas zéro" in note for note in page.notes)
    vacants = next(ligne for ligne in lines if "vacants" in ligne.libelle)
    assert [plain(texte) for texte in vacants.textes[:2]] == ["11,4 %", "6,5 %"]
    assert vacants.fragile
    assert vacants.points[0].x == 1.0
    assert len(vacants.autres) == 12
    assert all(0 <= point.x <= 1 for ligne in lines for point in ligne.points)


def test_the_indicators_are_the_same_for_every_commune(db, agent, sample):
    codes = {service.fiche(db, agent, code).codes for code in service.communes(db, agent)}

    assert len(codes) == 1


def test_a_larger_commune_asks_for_no_caution(db, agent, sample):
    notes = service.fiche(db, agent, "56184").document.notes

    assert not any("moins de" in note for note in notes)


def test_the_page_is_a_pdf_and_a_workbook(db, invite, sample):
    elue = invite(Role.ELU)
    shown = service.fiche(db, elue, "56045")

    for kind, start in (("pdf", b"%PDF"), ("xlsx", b"PK")):
        assert service.FICHIERS[kind](db, elue, code="56045", today=JOUR).startswith(start)
    assert shown.fichier(JOUR, "pdf") == "2026-11-24_cias_fiche-le-cours_v1.pdf"


def test_all_the_pages_are_one_file_and_it_says_how_far_it_is(db, agent, sample):
    told = []
    made = service.toutes(db, agent, today=JOUR, avance=lambda *step: told.append(step))

    assert len(re.findall(rb"/Type ?/Page\b", made)) == 13
    assert told[0] == (0.0, "Berric, 1 sur 13")
    assert told[-1][0] == 1.0
    name = service.fichier_de_toutes(db, agent, today=JOUR)
    assert name == "2026-11-24_cias_fiches-communales_v1.pdf"


@pytest.mark.parametrize("role", [Role.ELU, Role.HABITANT, Role.PARTENAIRE])
def test_only_those_who_export_take_all_the_pages(db, invite, sample, role):
    with pytest.raises(AccessDeniedError):
        service.toutes(db, invite(role), today=JOUR, avance=lambda *_: None)


@pytest.mark.parametrize("code", ["", "75056", "x"])
def test_refuses_a_commune_of_elsewhere(db, agent, sample, code):
    with pytest.raises(IndicateurInconnuError):
        service.fiche(db, agent, code)
    with pytest.raises(IndicateurInconnuError):
        service.pdf(db, agent, code, today=JOUR)


def test_one_commune_alone_has_no_map_and_is_compared_with_a_larger_territoire(db, agent):
    rows = [
        ("TX", "Malansac", 2022, 12, "%", "Commune"),
        ("TX", "Morbihan", 2022, 9, "%", "Département"),
    ]
    bring(db, agent, *rows)
    (code,) = service.communes(db, agent)
    page = service.fiche(db, agent, code).document

    assert (page.carte, page.repere, page.population) == ("", "le Morbihan", "")
    assert page.colonnes == ("Malansac", "Morbihan")
    assert plain(page.cles[0].detail) == "3 points de plus que le Morbihan (2022)"
    assert service.pdf(db, agent, code, today=JOUR).startswith(b"%PDF")


def test_counts_alone_make_a_page_without_lines(db, agent):
    bring(db, agent, ("N", "Berric", 2022, 4, "personnes", "Commune"))
    (code,) = service.communes(db, agent)
    page = service.fiche(db, agent, code).document

    assert (page.themes, page.cles) == ((), ())
    assert service.pdf(db, agent, code, today=JOUR).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("figures_of", "said"),
    [
        ({2010: 100, 2020: 100}, "100 habitants en 2020, autant qu'en 2010."),
        (
            {2010: 200, 2020: 100},
            "100 habitants en 2020, 100 de moins qu'en 2010 : −6,7 % par an.",
        ),
        ({2018: 100, 2020: 110}, "110 habitants en 2020."),
        ({2010: 0, 2020: 1}, "1 habitant en 2020."),
        ({2010: 1, 2020: 0}, "0 habitant en 2020."),
    ],
)
def test_the_population_and_how_it_changed(db, agent, figures_of, said):
    """Years of the census that overlap are not compared; from zero, there is no rate."""
    lines = [
        f"POP_MUN,Population,DEMOGRAPHIE,Berric,{annee},{valeur},habitants,Insee RP{annee}"
        for annee, valeur in figures_of.items()
    ]
    content = "\n".join([",".join(COLONNES), *lines]).encode()
    figures.import_table(db, agent, "essai.csv", lire("essai.csv", content, {}))
    (code,) = service.communes(db, agent)

    assert plain(service.fiche(db, agent, code).document.population) == said
