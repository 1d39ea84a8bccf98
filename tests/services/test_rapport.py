"""The rapport d'ABS: what it says of the sample, and of what is missing."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from psdt import sources
from psdt.domain.elements import Nature
from psdt.domain.indicators import Axe, Indicateur, Niveau, Sens, Statut, Territoire
from psdt.domain.journal import Evenement
from psdt.domain.people import Mandat, Role
from psdt.domain.propos import Propos
from psdt.errors import AccessDeniedError, RapportVideError
from psdt.exports import images
from psdt.exports.rapport import Rapport
from psdt.services import abs as service
from psdt.services import elements, locales, propos, rapport, rattachements
from psdt.services.comparer_ages import CODES
from psdt.services.elements import Contribution
from psdt.services.rapport import Commande
from psdt.settings import app_dir
from psdt.sources import Tableau
from psdt.store import journal
from psdt.words import abs as abs_words
from psdt.words import locales as dire_enquete
from psdt.words import rapport as mots
from psdt.words import rapport_annexes as dire_annexes
from psdt.words import rapport_propos as dire_propos
from psdt.words.grammar import NNBSP
from tests.sources.test_saisie import ASKED

JOUR = date(2026, 11, 24)
FORMATS = ("pdf", "docx")
TOUT = Commande(axes=tuple(Axe), formats=("pdf",), tableaux=True, jour=JOUR)
HOSTILE = '#eval *x* <b>& ]]> "=cmd\u202e'


@pytest.fixture(autouse=True)
def _closed():
    yield
    images.fermer()


@pytest.fixture
def sample(db, agent):
    service.import_sample(db, agent)


def chapter(written: Rapport, titre: str):
    return next(chapitre for chapitre in written.chapitres if chapitre.titre == titre)


def table(indicateur: Indicateur, values: dict[str, float | None], epci: float) -> Tableau:
    """Return the figures of a few communes, and of their intercommunalité."""
    lieux = [
        Territoire(code=f"9900{n}", nom=nom, niveau=Niveau.COMMUNE) for n, nom in enumerate(values)
    ]
    lieux.append(Territoire(code="200", nom=HOSTILE, niveau=Niveau.EPCI))
    rows = [
        (indicateur.code, lieu.niveau, lieu.code, 2022, value, status, f"Insee {HOSTILE}")
        for lieu, value in zip(lieux, [*values.values(), epci], strict=True)
        for status in [Statut.SECRET if value is None else Statut.OK]
    ]
    columns = ["code", "niveau", "code_territoire", "annee", "valeur", "statut", "source"]
    frame = pd.DataFrame(rows, columns=columns, dtype=object).astype({"annee": "int64"})
    return Tableau(
        indicateurs=(indicateur,),
        territoires=tuple(lieux),
        valeurs=frame.astype({"valeur": "float64"}),
    )


@pytest.mark.usefixtures("sample")
class TestContent:
    def test_follows_the_axes_after_the_territoire(self, db, agent):
        written = rapport.contenu(db, agent, TOUT)

        assert [c.titre for c in written.chapitres] == [mots.TERRITOIRE, *map(str, Axe)]
        assert written.territoire == "Questembert Communauté"
        assert written.population == "13\u00a0communes, 24\u202f757 habitants (2023)"
        assert written.exemple == ""
        assert 0 < len(written.ressorts) <= sum(rapport.A_RETENIR.values())
        assert written.chiffres[0].valeur == "24\u202f757"
        assert len(written.illustrations) >= 16
        assert all(i.titre and i.alt and i.donnees.lignes for i in written.illustrations)

    def test_says_of_a_questionnaire_that_several_answers_were_possible(self, db, agent):
        asked = replace(ASKED, repondants=60, multiple=True)
        lignes = [("Aucune", "55"), ("RSA", "3"), ("Secours", "2")]
        locales.ask(db, agent, asked, lignes)
        written = rapport.contenu(db, agent, replace(TOUT, axes=(Axe.EMPLOI,), tableaux=False))

        (said,) = chapter(written, str(Axe.EMPLOI)).reponses
        assert said.parts == (("Aucune", "55", f"92{NNBSP}%", 55 / 60),)
        assert dire_enquete.PLUSIEURS in said.base
        assert dire_enquete.tues(("RSA", "Secours")) in said.base

    def test_says_the_same_twice(self, db, agent):
        asked = replace(TOUT, axes=(Axe.DEMOGRAPHIE, Axe.LOGEMENT))
        once, twice = (rapport.contenu(db, agent, asked) for _ in range(2))

        assert [i.fig.to_json() for i in once.illustrations] == [
            i.fig.to_json() for i in twice.illustrations
        ]
        assert once.tableaux == twice.tableaux
        assert once.ressorts == twice.ressorts

    def test_keeps_to_the_axes_asked(self, db, agent):
        asked = replace(TOUT, axes=(Axe.LOGEMENT,), tableaux=False)
        written = rapport.contenu(db, agent, asked)

        assert [c.titre for c in written.chapitres] == [mots.TERRITOIRE, str(Axe.LOGEMENT)]
        assert written.tableaux == ()
        assert [annexe.titre for annexe in written.sources] == [str(Axe.LOGEMENT)]

    def test_says_what_is_withheld_and_the_few_figures_there_are(self, db, agent):
        written = rapport.contenu(db, agent, replace(TOUT, axes=(Axe.EMPLOI,)))

        said = " ".join(chapter(written, str(Axe.EMPLOI)).manques).replace("\u202f", " ")
        assert "Sous secret statistique dans 11\u00a0communes sur 13 (2021)" in said
        assert "Taux de pauvreté, connu pour 2\u00a0communes seulement (2021)" in said
        assert "12 % à Malansac et 10 % à Questembert" in said

    def test_a_series_names_the_sources_of_all_its_years(self, db, agent):
        written = rapport.contenu(db, agent, replace(TOUT, axes=(Axe.EMPLOI,)))

        (niveau,) = (i for i in written.illustrations if "2014-2019" in i.sous_titre)
        assert "Filosofi 2014 à 2019" in niveau.source
        assert abs_words.EUROS in niveau.sous_titre

    def test_shows_secret_and_missing_as_such(self, db, agent):
        (emploi,) = rapport.contenu(db, agent, replace(TOUT, axes=(Axe.EMPLOI,))).tableaux
        autres = emploi.tables[-1]
        pauvrete = next(row for row in autres.lignes if row[0].startswith("Taux de pauvreté"))
        cells = {cell for t in emploi.tables for row in t.lignes for cell in row}

        assert pauvrete[1].startswith("Secret dans 11\u00a0communes sur 13")
        assert dire_annexes.ABSENT_COURT in cells
        assert "" not in cells
        assert all(len(row) == len(t.entetes) for t in emploi.tables for row in t.lignes)
        assert all(4 < round(sum(t.largeurs), 6) <= 16 for t in emploi.tables)

    def test_bars_repeat_neither_the_map_nor_a_series(self, db, agent):
        for chapitre in rapport.contenu(db, agent, TOUT).chapitres[1:]:
            names: dict[bool, list[str]] = {True: [], False: []}
            for figure in chapitre.illustrations:
                name = re.split(r" \(|, ", figure.sous_titre)[0]
                names[figure.alt.startswith("Barres")].append(name)
            assert not {*names[True]} & {*names[False]}, chapitre.titre
            assert len({*names[True]}) == len(names[True])

    def test_the_latest_period_of_a_measure_is_its_key_figure(self, db, agent):
        written = rapport.contenu(db, agent, TOUT)
        labels = [f.libelle for c in written.chapitres for f in c.chiffres]

        assert sum(label.startswith("Évolution annuelle") for label in labels) == 1
        assert any(label.endswith("2016-2022") for label in labels)

    def test_what_communes_have_alike_is_a_sentence(self, db, agent):
        written = rapport.contenu(db, agent, TOUT)
        sante = next(a for a in written.tableaux if a.titre == Axe.SANTE)
        titles = [t.titre for a in written.tableaux for t in a.tables]

        assert "% dans les 13" in sante.notes[0]
        assert len(set(titles)) == len(titles)
        assert {"Niveau de vie", "Revenu disponible"} <= set(written.lexique)

    def test_an_axis_known_elsewhere_only_says_what_would_document_it(self, db, agent):
        written = rapport.contenu(db, agent, replace(TOUT, axes=(Axe.SENIORS,)))
        seniors = chapter(written, str(Axe.SENIORS))

        assert seniors.manques[0] == mots.peu_communaux(0)
        assert "dossier complet" in seniors.manques[1]
        assert seniors.illustrations


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Insee, recensement 2022", "Insee, recensement"),
        ("Drees, minima sociaux 2019, et Insee", "Drees, minima sociaux, et Insee"),
        (
            "Insee, état civil, période 1968-1975 (Observatoire)",
            "Insee, état civil (Observatoire)",
        ),
        ("Insee, recensements 2016 et 2022 ; calcul", "Insee, recensements ; calcul"),
        ("Insee, recensement 2021 à 2022", "Insee, recensement"),
        ("Service 20221", "Service 20221"),
    ],
)
def test_the_years_of_a_source_are_said_once(source, said):
    assert dire_annexes.sans_annee(source) == said


def test_ages_make_a_pyramid_on_the_axis_of_the_population(db, agent):
    counts = [
        Indicateur(
            code=code,
            libelle=f"Âges {code}",
            theme=Axe.DEMOGRAPHIE,
            unite="habitants",
            sens=Sens.NEUTRE,
            definition="",
        )
        for code in CODES
    ]
    for n, age in enumerate(counts):
        service.import_table(
            db, agent, "ages.csv", table(age, {"Berric": 10.0 + n, "Larré": 20}, 100 + n)
        )
    written = rapport.contenu(db, agent, replace(TOUT, axes=(Axe.DEMOGRAPHIE,)))
    first = chapter(written, str(Axe.DEMOGRAPHIE)).illustrations[0]

    assert "60" in first.titre
    assert len(first.donnees.lignes) == len(CODES)
    assert images.svg(first.fig)


def test_an_empty_axis_says_which_file_to_bring(db, agent):
    taux = Indicateur(
        code="TX",
        libelle=HOSTILE,
        theme=Axe.EMPLOI,
        unite="%",
        sens=Sens.DEFAVORABLE,
        definition=HOSTILE,
    )
    names = {
        HOSTILE: 4.0,
        "B" * 100: None,
        "Molac": 9.0,
        "Larré": 7.5,
        "Caden": 6.0,
        "Le Cours": 5.0,
    }
    service.import_table(db, agent, "essai.csv", table(taux, names, 6.5))
    written = rapport.contenu(db, agent, TOUT)
    made = rapport.produire(db, agent, replace(TOUT, formats=("pdf", "docx")), str)

    told = written.chapitres[-1]
    assert [s.titre for s in told.sections] == [str(a) for a in Axe if a is not Axe.EMPLOI]
    assert told.titre == dire_propos.NON_DOCUMENTES[True]
    assert told.sections[-1].textes == (mots.fichiers("DROITS"),)
    assert [len(c.illustrations) for c in written.chapitres if c.titre == Axe.EMPLOI] == [1]
    assert made["pdf"].startswith(b"%PDF")
    assert made["docx"].startswith(b"PK")


@pytest.mark.usefixtures("sample")
def test_what_an_agent_writes_and_the_enjeux_are_around_the_axes(db, agent):
    enjeu = elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte=HOSTILE))
    assert rapport.contenu(db, agent, TOUT).mot is None
    for nature, texte in {
        Propos.PRESIDENCE: f"Bonjour.\n\n{HOSTILE}",
        Propos.SIGNATURE: "La présidente",
        Propos.QUESTIONNAIRE: "En mars,\nsur papier.",
        Propos.OFFRE: "Un accueil",
        Propos.PERSPECTIVES: "Demain",
    }.items():
        propos.ecrire(db, agent, nature, texte)
    before = rapport.apercu(db, agent).version
    rattachements.attach(db, agent, "GINI", "Une phrase.", enjeu)
    assert rapport.apercu(db, agent).version != before  # a report made before is out of date
    written = rapport.contenu(db, agent, replace(TOUT, axes=(Axe.DROITS,)))

    assert written.mot
    assert written.mot.introduction == ("Bonjour.", HOSTILE)
    assert written.mot.signature == "La présidente"
    assert [c.titre for c in written.chapitres[-3:]] == [
        str(Propos.OFFRE),
        dire_propos.ENJEUX,
        str(Propos.PERSPECTIVES),
    ]
    assert written.chapitres[-2].sections[0].textes == ("Une phrase.",)
    said = dire_annexes.methodes(seule=False, questionnaire=written.questionnaire)
    assert said[dire_annexes.QUESTIONNAIRES].startswith("En mars, sur papier. Les réponses")
    made = rapport.produire(db, agent, replace(TOUT, axes=(Axe.DROITS,), formats=FORMATS), str)
    assert [*made] == [*FORMATS]


class TestOneCommune:
    def ecrire(self, db, agent, *levels: Niveau) -> Rapport:
        """Return the report of one commune of the sample, beside these levels."""
        found = sources.lire("x", (app_dir() / "data" / "abs_sample.xlsx").read_bytes(), {})
        assert isinstance(found, Tableau)
        kept = [t for t in found.territoires if t.niveau in levels or t.nom == "Questembert"]
        rows = found.valeurs.merge(
            pd.DataFrame([(t.niveau, t.code) for t in kept], columns=["niveau", "code_territoire"])
        )
        alone = replace(found, territoires=tuple(kept), valeurs=rows[found.valeurs.columns])
        service.import_table(db, agent, "une.csv", alone)
        return rapport.contenu(db, agent, TOUT)

    def test_is_beside_what_is_around_it(self, db, agent):
        written = self.ecrire(db, agent, Niveau.DEPARTEMENT)
        first, *axes = written.chapitres
        said = " ".join([*written.preambule.values(), *dire_annexes.methodes(seule=True).values()])
        said += " ".join(text for c in axes for text in (c.renvoi, *c.introduction, *c.manques))

        assert first.introduction[0].startswith("Questembert compte ")
        assert "que le Morbihan" in first.illustrations[-1].titre
        assert written.population.endswith("habitants (2023)")
        assert "plus fragile que celle du Morbihan" in said
        assert not [
            w for w in ("par commune", "commune par", "CIAS", "la plupart des") if w in said
        ]
        titles = [t.titre for a in written.tableaux for t in a.tables]
        assert titles
        assert len(set(titles)) == len(titles)

    def test_says_nothing_of_a_territoire_that_is_but_a_name(self, db, agent):
        taux = Indicateur(
            code="TX",
            libelle="Taux de chômage",
            theme=Axe.EMPLOI,
            unite="%",
            sens=Sens.DEFAVORABLE,
            definition="",
        )
        service.import_table(db, agent, "une.csv", table(taux, {"Marlieux": 9.0}, 6.0))
        written = rapport.contenu(db, agent, TOUT)

        assert [c.titre for c in written.chapitres] == [
            str(Axe.EMPLOI),
            dire_propos.NON_DOCUMENTES[True],
        ]
        assert written.population == ""
        assert rapport.apercu(db, agent).seule


@pytest.mark.usefixtures("sample")
class TestDocuments:
    ASKED = replace(TOUT, axes=(Axe.DROITS,), tableaux=False)

    def test_are_told_step_by_step_and_kept_in_the_journal(self, db, agent):
        told = []
        made = rapport.produire(db, agent, self.ASKED, told.append)
        with db.read() as session:
            lines = session.query(journal.JournalRow).order_by("id")
            events = [(line.action, line.acteur_id) for line in lines]

        assert list(made) == ["pdf"]
        assert told[0] == mots.LECTURE
        assert told[-1] == mots.MISE_EN_PAGE["pdf"]
        assert events[-1] == (Evenement.RAPPORT_PRODUIT.name, agent.id)

    def test_come_out_even_when_no_figure_can_be_drawn(self, db, agent, monkeypatch):
        monkeypatch.setattr(images.images_graveur, "__file__", "/nowhere.py")

        assert rapport.produire(db, agent, self.ASKED, str)["pdf"].startswith(b"%PDF")

    def test_want_an_axis(self, db, agent):
        with pytest.raises(RapportVideError):
            rapport.produire(db, agent, replace(TOUT, axes=()), str)

    @pytest.mark.parametrize("role", [Role.ELU, Role.HABITANT])
    def test_are_not_for_everybody(self, db, invite, role):
        somebody = invite(role)
        for use in (
            lambda: rapport.apercu(db, somebody),
            lambda: rapport.produire(db, somebody, self.ASKED, str),
        ):
            with pytest.raises(AccessDeniedError):
                use()

    def test_are_for_the_conseil(self, db, invite):
        member = invite(Role.ELU, mandats=[Mandat.CONSEIL_ADMINISTRATION])
        seen = rapport.apercu(db, member)

        assert seen.indicateurs[Axe.DROITS] == 2
        assert seen.fichier(JOUR, "pdf") == "2026-11-24_cias_rapport-abs_v1.pdf"
