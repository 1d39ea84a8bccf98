"""The screen « Importer », without the screen: what a file changes, told before it is written."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from sqlalchemy import update

from psdt.domain.imports import Etat, Reponses
from psdt.domain.indicators import MAX_INDICATEURS, Axe, Niveau, Sens, Statut, Territoire
from psdt.domain.people import Role
from psdt.errors import (
    AccessDeniedError,
    ApercuPerimeError,
    TropDIndicateursError,
    UniteChangeeError,
    UniteRevenueError,
)
from psdt.services import access, import_abs, importer
from psdt.services.apercu import ACorriger, Apercu, Question
from psdt.sources import SOURCES, lire
from psdt.store import demarches
from psdt.store import indicateurs as store
from psdt.store.tables import IndicateurRow
from psdt.words import imports as mots
from psdt.words.grammar import NBSP
from tests.conftest import NOW, PASSWORD
from tests.corpus.__main__ import CAS
from tests.sources.tables import BERRIC, ICI, QUESTEMBERT, table

JOUR = date(2026, 3, 12)
ENTETE = "code;libelle;theme;territoire;annee;valeur;unite;code_territoire"
CHIFFRES = table(
    ENTETE,
    "TX;Taux;Emploi;Berric;2023;12,5;%;56015",
    "TX;Taux;Emploi;Le Cours;2023;s;%;56045",
    "POP;Population;Démographie;Berric;2023;2129;habitants;56015",
)
COURTS = [cas for cas in CAS if not cas.fichier.startswith(("066", "068", "069"))]
"""Files of the corpus that are read at once; the others are read in tests/sources."""
CAF = table("CODGEO;LIBGEO;A;PERCOU", "56015;Berric;320;900")
MAYENNE = Territoire(code="53", nom="Mayenne", niveau=Niveau.DEPARTEMENT)
CARTE = table("Code;Libellé;Taux de chômage (%)", "53;Bretagne;9,1")


def archive(contenu: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as book:
        book.writestr("donnees.csv", contenu)
    return out.getvalue()


@pytest.fixture
def lieux(db, agent):
    """The territoires of the démarche are known."""
    with db.write() as session:
        store.save_territoires(session, agent.demarche_id, [*ICI.territoires, MAYENNE])


def read(db, agent, contenu=CHIFFRES, nom="x.csv", **reponses) -> Apercu:
    found = importer.read(db, agent, nom, contenu, Reponses(**reponses))
    assert isinstance(found, Apercu), found
    return found


def refused(db, agent, contenu, nom="x.csv", **reponses) -> ACorriger:
    found = importer.read(db, agent, nom, contenu, Reponses(**reponses))
    assert isinstance(found, ACorriger), found
    return found


def written(db, agent) -> dict[tuple, float | Statut]:
    with db.read() as session:
        codes = [i.code for i in store.indicateurs(session, agent.demarche_id)]
        frames = [store.valeurs(session, agent.demarche_id, code) for code in codes]
    return {
        (row.code, row.code_territoire, row.annee): (
            row.valeur if row.statut is Statut.OK else row.statut
        )
        for frame in frames
        for row in frame.itertuples(index=False)
    }


class TestApercu:
    def test_says_what_would_come_and_writes_nothing(self, db, agent):
        apercu = read(db, agent)

        assert apercu.provenance.nature == SOURCES["modele"].label
        assert apercu.bilan == {"NOUVELLE": 3, "CHANGEE": 0, "INCHANGEE": 0}
        assert apercu.titre == "3\u00a0chiffres, tous nouveaux"
        assert [case[0] for case in apercu.cases()] == ["3", "0", "0", "1"]
        assert apercu.plus_grands().empty
        assert written(db, agent) == {}
        assert import_abs.history(db, agent) == []

    def test_counts_by_indicator_and_level(self, db, agent):
        counted, numbers = read(db, agent).par_indicateur()

        assert numbers == ["Commune", "Nouveaux", "Sous secret"]
        assert counted.to_numpy().tolist() == [
            ["Taux", "2023", 2, 2, 1],
            ["Population", "2023", 1, 1, 0],
        ]

    def test_shows_the_largest_changes_first(self, db, agent):
        importer.keep(db, agent, read(db, agent))
        later = CHIFFRES.replace(b"12,5", b"13,5").replace(b"2129", b"900").replace(b";s;", b";9;")

        apercu = read(db, agent, later)

        assert apercu.bilan["CHANGEE"] == 3
        assert apercu.plus_grands().to_numpy().tolist() == [
            ["Population", "Berric", 2023, "2\u202f129", "900", "−58\u202f%", mots.MOITIE],
            ["Taux", "Berric", 2023, "12,5\u202f%", "13,5\u202f%", "+1\u00a0point", ""],
            ["Taux", "Le Cours", 2023, "secret statistique", "9,0\u202f%", "", ""],
        ]
        assert apercu.remarques()[0] == mots.a_regarder(1)

    def test_a_figure_that_would_be_lost_deserves_a_look(self, db, agent):
        importer.keep(db, agent, read(db, agent))

        apercu = read(db, agent, CHIFFRES.replace(b"12,5", b"nd"))

        assert apercu.plus_grands().iloc[0, -1] == mots.RETIRE

    def test_of_the_same_file_says_that_there_is_nothing_to_do(self, db, agent):
        importer.keep(db, agent, read(db, agent))

        apercu = read(db, agent)

        assert not apercu.utile
        assert "Ce même fichier a déjà été importé" in apercu.remarques()[0]

    def test_of_the_first_file_says_whose_the_demarche_becomes(self, db, agent):
        first = read(db, agent)

        assert "La démarche devient celle de 2 communes" in first.remarques()[0].replace(NBSP, " ")
        importer.keep(db, agent, first)
        assert not any("devient celle" in text for text in read(db, agent).remarques())

    def test_leaves_aside_what_is_not_of_the_demarche(self, db, agent):
        importer.keep(db, agent, read(db, agent))
        with db.write() as session:
            demarches.set_lieu(session, agent.demarche_id, Niveau.COMMUNE, BERRIC.code)
        row = "TX;Taux;Emploi;Vannes;2024;1;%;56260"
        own = "TX;Taux;Emploi;BERRIC;2024;1;%;56015"

        apercu = read(db, agent, table(ENTETE, row, own))
        importer.keep(db, agent, apercu)

        assert apercu.hors == {"Vannes": 1}
        assert apercu.titre == f"1{NBSP}chiffre sur les 2 du fichier, nouveau"
        assert apercu.remarques()[0].startswith(f"1{NBSP}ligne laissée de côté")
        assert [case[0] for case in apercu.cases()][:2] == ["1", "0"]
        assert ("TX", "56260", 2024) not in written(db, agent)
        with db.read() as session:
            names = [t.nom for t in store.territoires(session, agent.demarche_id)]
        assert names == ["Berric", "Le Cours"]
        alone = refused(db, agent, table(ENTETE, row))
        assert alone.question is Question.TERRITOIRE

    def test_keeps_the_words_of_the_cias(self, db, agent):
        importer.keep(db, agent, read(db, agent))
        with db.write() as session:
            session.execute(update(IndicateurRow).values(libelle="Nos mots", modifie=True))

        apercu = read(db, agent, CHIFFRES.replace(b"2023", b"2024"))
        importer.keep(db, agent, apercu)

        assert apercu.gardees == ("Nos mots", "Nos mots")
        assert set(import_abs.catalogue(db, agent)["TX"].libelle.split()) == {"Nos", "mots"}

    def test_a_file_of_a_whole_region_asks_for_the_territoire_first(self, db, agent):
        rows = [f"TX;Taux;Emploi;Commune {n};2024;1;%;{56000 + n}" for n in range(201)]

        found = refused(db, agent, table(ENTETE, *rows))

        assert found.question is Question.TERRITOIRE
        assert "quel est votre territoire" in found.phrases[0]

    def test_a_file_of_all_the_regions_asks_for_it_too(self, db, agent):
        importer.keep(db, agent, read(db, agent))
        rows = [f"TX;Taux;Emploi;R {n};2024;1;%;{n};Région" for n in range(21)]

        found = refused(
            db,
            agent,
            table(f"{ENTETE};niveau", "TX;Taux;Emploi;Berric;2024;1;%;56015;Commune", *rows),
        )

        assert found.question is Question.TERRITOIRE

    def test_more_indicators_than_a_demarche_may_have_are_refused(self, db, agent):
        def rows(first: int, n: int) -> bytes:
            each = (f"A{k};Taux {k};Emploi;Berric;2023;1;%;56015" for k in range(first, first + n))
            return table(ENTETE, *each)

        importer.keep(db, agent, read(db, agent, rows(0, MAX_INDICATEURS)))
        again, more = rows(1, MAX_INDICATEURS - 1), rows(1, MAX_INDICATEURS)

        assert read(db, agent, again).refus == ()
        found = refused(db, agent, more)
        assert "2\u202f001 indicateurs, 2\u202f000 au plus" in found.phrases[0].replace(NBSP, " ")
        with pytest.raises(TropDIndicateursError):
            import_abs.import_table(db, agent, "x.csv", lire("x.csv", more, {}))
        assert len(import_abs.history(db, agent)) == 1

    def test_a_demarche_of_many_communes_reads_them_all_again(self, db, agent):
        many = [
            Territoire(code=f"{56000 + n}", nom=f"Commune {n}", niveau=Niveau.COMMUNE)
            for n in range(201)
        ]
        with db.write() as session:
            store.save_territoires(session, agent.demarche_id, many)
        rows = [f"TX;Taux;Emploi;{t.nom};2024;1;%;{t.code}" for t in many]

        assert read(db, agent, table(ENTETE, *rows)).bilan["NOUVELLE"] == 201

    @pytest.mark.parametrize(
        ("nom", "contenu"),
        [
            ("x.csv", table("Code;Libellé;Taux de chômage 2024 (%)", "200054724;CC;9,1")),
            ("caf_2023.csv", CAF),
            ("caf.csv", CAF),
        ],
    )
    def test_a_producer_speaks_of_any_territoire_ours_comes_first(self, db, agent, nom, contenu):
        found = refused(db, agent, contenu, nom)

        assert found.question is Question.TERRITOIRE


class TestKeep:
    @pytest.mark.parametrize(
        ("nom", "kept"),
        [("a\0\n\u202eb.csv", "ab.csv"), ("\0", mots.SANS_NOM), ("x" * 999, "x" * 200)],
    )
    def test_keeps_a_name_that_a_base_can_hold(self, db, agent, nom, kept):
        importer.keep(db, agent, read(db, agent, CHIFFRES, nom))

        assert import_abs.history(db, agent)[0].provenance.fichier == kept

    def test_writes_it_whole(self, db, agent):
        importer.keep(db, agent, read(db, agent))

        assert written(db, agent) == {
            ("TX", "56015", 2023): 12.5,
            ("TX", "56045", 2023): Statut.SECRET,
            ("POP", "56015", 2023): 2129,
        }
        (one,) = import_abs.history(db, agent)
        assert (one.provenance.fichier, one.par, one.valeurs) == ("x.csv", "Agent d'essai", 3)
        assert one.bilan[Etat.NOUVELLE.name] == one.en_vigueur == 3

    def test_refuses_what_was_previewed_on_another_base(self, db, agent):
        apercu = read(db, agent)
        importer.keep(db, agent, apercu)

        with pytest.raises(ApercuPerimeError):
            importer.keep(db, agent, apercu)
        assert len(import_abs.history(db, agent)) == 1
        assert importer.renew(db, agent, apercu).bilan["INCHANGEE"] == 3

    def test_a_preview_that_still_holds_is_not_made_again(self, db, agent):
        apercu = read(db, agent)

        assert importer.renew(db, agent, apercu) is apercu


@pytest.mark.usefixtures("lieux")
class TestQuestions:
    def test_the_year_that_nothing_tells(self, db, agent):
        found = refused(db, agent, CAF, "caf.csv")
        assert (found.question, found.titre) == (Question.ANNEE, "Une question sur caf.csv")

        apercu = read(db, agent, CAF, "caf.csv", annee=2023)

        assert set(apercu.tableau.valeurs["annee"]) == {2023}

    def test_the_year_that_a_header_does_not_tell(self, db, agent):
        asked = refused(db, agent, CARTE, niveau=Niveau.REGION)
        assert asked.question is Question.ANNEE

        apercu = read(db, agent, CARTE, niveau=Niveau.REGION, annee=2024)

        assert set(apercu.tableau.valeurs["annee"]) == {2024}

    def test_the_level_that_codes_do_not_tell(self, db, agent):
        contenu = table("Code;Libellé;Taux de chômage 2024 (%)", "53;;9,1")
        assert refused(db, agent, contenu).question is Question.NIVEAU

        for niveau, nom in ((Niveau.REGION, "Bretagne"), (Niveau.DEPARTEMENT, "Mayenne")):
            apercu = read(db, agent, contenu, niveau=niveau)
            assert [t.nom for t in apercu.tableau.territoires] == [nom]


class TestCorrections:
    def test_tell_each_cell_to_mend(self, db, agent):
        found = refused(db, agent, CHIFFRES.replace(b"12,5", b"douze").replace(b"s;%", b"x;%"))

        assert found.titre == "2\u00a0corrections à faire dans x.csv"
        shown = found.tableau()
        assert shown.columns.tolist() == ["Ligne", "Colonne", "Valeur lue", "Quoi faire"]
        assert shown.iloc[0, :3].tolist() == [2, "valeur (F)", "douze"]
        assert found.fichiers(JOUR)["csv"] == "2026-03-12_corrections_v1.csv"
        for kind, start in (("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf")):
            assert importer.corrections(db, agent, found, kind, today=JOUR).startswith(start)

    def test_are_capped_on_screen_not_in_the_file(self, db, agent):
        rows = [f"TX{n};Taux;Emploi;Berric;2023;x{n};%;56015" for n in range(50)]

        found = refused(db, agent, table(ENTETE, *rows))
        lines = importer.corrections(db, agent, found, "csv", today=JOUR).splitlines()

        assert (len(found.tableau()), found.autres, len(lines)) == (20, 30, 51)

    def test_of_a_file_full_of_them_are_at_least_a_hundred(self, db, agent):
        rows = [f"TX{n};Taux;Emploi;Berric;2023;x{n};%;56015" for n in range(150)]

        assert refused(db, agent, table(ENTETE, *rows)).titre.startswith("Au moins 100")

    def test_an_archive_is_sent_to_the_command(self, db, agent):
        importer.keep(
            db,
            agent,
            read(
                db,
                agent,
                table(
                    ENTETE.replace(";code", ";niveau;code"),
                    f"TX;Taux;Emploi;Questembert;2023;1;%;Intercommunalité;{QUESTEMBERT.code}",
                ),
            ),
        )

        found = refused(db, agent, archive(CAF), "base 2022.zip")

        assert found.phrases == [mots.ARCHIVE]
        assert found.commande == "psdt import-abs 'base 2022.zip'"
        assert importer.command(db, agent) == "psdt import-abs FICHIER"

    def test_without_territoire_the_command_asks_for_one(self, db, agent):
        found = refused(db, agent, archive(CAF), "base 2022.zip")

        option = "--epci SIREN --communes LISTE"
        assert found.commande == f"psdt import-abs 'base 2022.zip' {option}"
        assert importer.command(db, agent) == f"psdt import-abs FICHIER {option}"

    @pytest.mark.parametrize("cas", COURTS, ids=lambda cas: cas.fichier)
    def test_of_hostile_files_are_sentences(self, sqlite_db, cas):
        access.install(sqlite_db, "Projet social", "CIAS", now=NOW)
        agent = access.add_account(sqlite_db, "a@exemple.fr", PASSWORD, nom="Agent")
        found = importer.read(sqlite_db, agent, cas.fichier, cas.octets(), Reponses())

        if isinstance(found, ACorriger):
            assert found.titre
            assert found.phrases or len(found.tableau())
        else:
            importer.keep(sqlite_db, agent, found)
            assert found.cases()
            assert len(found.par_indicateur()[0])


def test_the_template_and_the_sample_are_read(db, agent):
    sample = importer.sample(db, agent)
    importer.keep(db, agent, read(db, agent, sample, "exemple.xlsx"))

    found = refused(db, agent, importer.template(db, agent, today=JOUR), "modele.xlsx")
    assert [a.genre for a in found.anomalies] == ["aucune_ligne"]


@pytest.mark.parametrize("role", [Role.ANIMATEUR, Role.ELU, Role.HABITANT])
def test_only_an_agent_imports(db, agent, invite, role):
    person, apercu = invite(role), read(db, agent)
    wrong = refused(db, agent, b"")
    for act in (
        lambda: importer.read(db, person, "x.csv", CHIFFRES, Reponses()),
        lambda: importer.renew(db, person, apercu),
        lambda: importer.keep(db, person, apercu),
        lambda: importer.corrections(db, person, wrong, "csv", today=JOUR),
        lambda: importer.template(db, person, today=JOUR),
        lambda: importer.sample(db, person),
        lambda: importer.command(db, person),
    ):
        with pytest.raises(AccessDeniedError):
            act()


class TestDescriptions:
    TAUX = (
        "TX;Taux de chômage;Emploi;Berric;2022;5;%;56015",
        "TX;Taux de chômage;Emploi;Le Cours;2022;6;%;56045",
    )
    ENCORE = "TX;Chômeurs;Logement;Berric;2022;7;%;56015;défavorable"

    @staticmethod
    def imported(db, agent, *rows, entete=ENTETE) -> None:
        importer.keep(db, agent, read(db, agent, table(entete, *rows)))

    def test_are_shown_before_and_after(self, db, agent):
        self.imported(db, agent, *self.TAUX)
        apercu = read(db, agent, table(f"{ENTETE};sens", self.ENCORE))

        assert apercu.refus == ()
        assert apercu.descriptions().to_numpy().tolist() == [
            ["Taux de chômage", "Nom", "Taux de chômage", "Chômeurs"],
            ["Taux de chômage", "Axe", str(Axe.EMPLOI), str(Axe.LOGEMENT)],
            ["Taux de chômage", "Sens", str(Sens.NEUTRE), str(Sens.DEFAVORABLE)],
        ]

    def test_of_another_unit_are_refused_when_figures_stay(self, db, agent):
        self.imported(db, agent, "TX;Chômeurs;Emploi;Berric;2016;201;personnes;56015")
        before = written(db, agent)
        contenu = table(ENTETE, *self.TAUX)
        apercu = read(db, agent, contenu)
        lu = lire("x.csv", contenu, {})

        assert len(apercu.refus) == 1
        assert "(2016)" in apercu.refus[0]
        assert apercu.titre == mots.refuse("x.csv")
        for write in (
            lambda: importer.keep(db, agent, apercu),
            lambda: import_abs.import_table(db, agent, "x.csv", lu),
        ):
            with pytest.raises(UniteChangeeError):
                write()
        assert written(db, agent) == before
        assert len(import_abs.history(db, agent)) == 1

        (past,) = import_abs.history(db, agent)
        import_abs.undo(db, agent, past.id)
        importer.keep(db, agent, importer.renew(db, agent, apercu))
        assert set(written(db, agent).values()) == {5.0, 6.0}

    @pytest.mark.parametrize(
        ("before", "after"),
        [("€", "euros par an"), ("% des ménages", "%"), ("Personne", "personnes")],
    )
    def test_of_the_same_unit_in_other_words_come_in(self, db, agent, before, after):
        self.imported(db, agent, f"TX;Revenu;Emploi;Berric;2016;201;{before};56015")
        self.imported(db, agent, f"TX;Revenu;Emploi;Berric;2021;202;{after};56015")

        assert set(written(db, agent).values()) == {201.0, 202.0}

    def test_of_another_unit_come_in_with_all_the_figures(self, db, agent):
        self.imported(db, agent, "TX;Taux;Emploi;Berric;2022;0,05;part;56015")
        self.imported(db, agent, "TX;Taux;Emploi;Berric;2022;5;%;56015")

        assert written(db, agent) == {("TX", "56015", 2022): 5.0}

    def test_no_figure_comes_back_under_the_unit_of_another(self, db, agent):
        self.imported(db, agent, "TX;Taux;Emploi;Berric;2022;0,05;part;56015")
        self.imported(db, agent, "TX;Taux;Emploi;Berric;2022;5;%;56015")
        self.imported(db, agent, "TX;Taux;Emploi;Berric;2023;6;%;56015")
        last, middle, _ = import_abs.history(db, agent)
        before = written(db, agent)

        with pytest.raises(UniteRevenueError, match="Taux"):
            import_abs.undo(db, agent, middle.id)
        assert written(db, agent) == before

        import_abs.undo(db, agent, last.id)
        import_abs.undo(db, agent, middle.id)
        assert written(db, agent) == {("TX", "56015", 2022): 0.05}

    def test_of_the_cias_stay_whatever_the_words_of_the_unit(self, db, agent):
        self.imported(db, agent, *self.TAUX)
        with db.write() as session:
            session.execute(update(IndicateurRow).values(unite="points", modifie=True))
        apercu = read(db, agent, table(ENTETE, self.TAUX[0].replace("2022", "2023")))

        assert apercu.refus == ()
        assert apercu.descriptions().empty
        assert apercu.gardees == ("Taux de chômage",)
