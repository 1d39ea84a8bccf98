"""The territoire of a démarche: chosen, changed, drawn; figures are never lost."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import count
from time import sleep

import pytest
from sqlalchemy import update

from psdt import sources
from psdt.domain.indicators import Niveau, Territoire
from psdt.domain.people import Role
from psdt.domain.territoire import Liste, Voulu
from psdt.errors import (
    AccessDeniedError,
    CodeEpciError,
    ImportRefuseError,
    NomTropLongError,
    TerritoireVideError,
    TropDeCommunesError,
)
from psdt.services import import_abs, territoire_table
from psdt.services import territoire as service
from psdt.services.ensemble import ensemble
from psdt.sources import Refus, composition
from psdt.store import imports, indicateurs, journal
from psdt.store.tables import TerritoireRow
from psdt.words import territoire as mots
from tests.sources.conftest import ecrire

ENTETE = ("CODGEO", "LIBGEO", "EPCI", "LIBEPCI", "DEP", "REG")
INSEE = [
    ("01004", "Ambérieu-en-Bugey", "240100883", "CC de la Plaine de l'Ain", "01", "84"),
    ("01007", "Ambronay", "240100883", "CC de la Plaine de l'Ain", "01", "84"),
    ("69029", "Bron", "200046977", "Métropole de Lyon", "69", "84"),
    ("29155", "Ouessant", "ZZZZZZZZZ", "Sans objet", "29", "53"),
    ("97101", "Les Abymes", "249710062", "CA Cap Excellence", "971", "01"),
]
PLAINE = "240100883"


def liste(*rows) -> Liste:
    found = composition.lire_liste("epci.xlsx", ecrire(rows or INSEE, entete=ENTETE))
    assert isinstance(found, Liste)
    return found


def wanted(code=PLAINE, commune="", communes=None) -> Voulu:
    found = liste()
    epci = Territoire(code=code, nom=found.epcis[code], niveau=Niveau.EPCI)
    return Voulu(communes=communes or found.de(code), epci=epci, commune=commune)


numbers = count()


def bring(db, agent, *rows, code="POP") -> None:
    """Import figures: (name, code, level, figure)."""
    entete = (*sources.modele.COLONNES, "code_territoire", "niveau")
    lines = [
        (code, "Population", "Démographie", nom, 2021, n, "habitants", "Insee", place, niveau)
        for nom, place, niveau, n in rows
    ]
    table = sources.lire("essai.xlsx", ecrire(lines, entete=entete), {})
    assert isinstance(table, sources.Tableau)
    import_abs.import_table(db, agent, f"essai{next(numbers)}.xlsx", table)


class TestList:
    def test_an_intercommunalite_is_chosen_by_its_name(self):
        found = liste()

        assert list(found.epcis.values()) == [
            "CA Cap Excellence",
            "CC de la Plaine de l'Ain",
            "Métropole de Lyon",
        ]
        assert [commune.nom for commune in found.de(PLAINE)] == ["Ambérieu-en-Bugey", "Ambronay"]
        assert found.effectifs[PLAINE] == 2

    @pytest.mark.parametrize(
        "colle",
        [
            "01004 Ambérieu-en-Bugey\n01007 Ambronay",
            "Code;Nom\n01004;Ambérieu-en-Bugey\n\n01007;Ambronay\n",
            "Ambérieu-en-Bugey\t01004\nAmbronay\t01007",
            "1004\tAmbérieu-en-Bugey\n1007\tAmbronay",
            "01007 Ambronay\n01004\u00a0Ambérieu-en-Bugey\n01007 Ambronay",
        ],
    )
    def test_a_list_is_pasted(self, db, agent, colle):
        found = service.pasted(db, agent, colle)

        assert isinstance(found, Liste)
        assert {c.code: c.nom for c in found.de()} == {
            "01004": "Ambérieu-en-Bugey",
            "01007": "Ambronay",
        }

    def test_a_known_name_is_enough(self, db, agent):
        service.adopt(db, agent, wanted())

        found = service.pasted(db, agent, "AMBRONAY\n01004")
        assert [(c.code, c.nom) for c in found.de()] == [
            ("01007", "Ambronay"),
            ("01004", "Ambérieu-en-Bugey"),
        ]

    @pytest.mark.parametrize(
        ("colle", "sentence"),
        [
            ("01004 Ambérieu\nAmbronay", "Ligne 2 : « Ambronay » n'a pas de code"),
            ("\n \n", "Aucune ligne n'est remplie"),
            ("\n".join(f"{n:05}" for n in range(1000, 1501)), "plus de 500 lignes"),
            ("240100883", "n'a pas de code"),
            ("=HYPERLINK(1)", "n'a pas de code"),
        ],
    )
    def test_what_is_no_list_says_what_to_do(self, db, agent, colle, sentence):
        found = service.pasted(db, agent, colle)

        assert isinstance(found, Refus)
        phrase = found.anomalies[0].phrase.replace("\u202f", " ").replace("\u00a0", " ")
        assert sentence in phrase

    def test_a_text_that_is_no_list_is_not_read_to_its_end(self, db, agent):
        found = service.pasted(db, agent, "bla\n" * 100_000)

        assert isinstance(found, Refus)
        assert len(found.anomalies) == 100
        assert (len(found.tableau()), found.autres) == (50, 50)

    def test_a_file_that_lists_no_commune(self, agent):
        assert isinstance(service.listed(agent, "x.csv", b"a;b\n1;2\n"), Refus)


class TestAdopt:
    def test_an_intercommunalite_and_what_it_is_compared_with(self, db, agent):
        project = service.preview(db, agent, wanted())
        assert not ensemble(db, agent).communes
        assert [c.nom for c in project.nouvelles] == ["Ambérieu-en-Bugey", "Ambronay"]

        service.adopt(db, agent, wanted())

        whole = ensemble(db, agent)
        assert whole.lieu is not None
        assert (whole.lieu.code, whole.lieu.niveau) == (PLAINE, Niveau.EPCI)
        assert [lieu.nom for lieu in whole.references] == [
            "CC de la Plaine de l'Ain",
            "Ain",
            "Auvergne-Rhône-Alpes",
            "France métropolitaine",
        ]
        with db.read() as session:
            assert journal.is_whole(session, agent.demarche_id)

    def test_a_ccas_is_of_one_commune(self, db, agent):
        project = service.adopt(db, agent, wanted(commune="01007"))

        whole = ensemble(db, agent)
        assert [c.code for c in whole.communes] == ["01007"]
        assert whole.lieu == project.lieu
        assert project.lieu.nom == "Ambronay"
        assert whole.references[0].code == PLAINE

    def test_a_pasted_commune_keeps_the_epci_it_was_compared_with(self, db, agent):
        service.adopt(db, agent, wanted())
        ambronay = composition.lire_texte("01007").de()
        project = service.preview(db, agent, Voulu(communes=ambronay, commune="01007"))

        assert [t.code for t in project.references] == [PLAINE, "01", "84", "METRO"]
        elsewhere = composition.lire_texte("69029 Bron").de()
        project = service.preview(db, agent, Voulu(communes=elsewhere, commune="69029"))
        assert PLAINE in [t.code for t, _ in project.sortantes]

    def test_overseas_is_compared_with_the_whole_of_france(self, db, agent):
        project = service.preview(db, agent, wanted("249710062"))

        assert [t.code for t in project.references] == ["249710062", "971", "01", "FRANCE"]

    def test_who_leaves_keeps_its_figures(self, db, agent):
        service.adopt(db, agent, wanted())
        bring(
            db,
            agent,
            ("Ambérieu-en-Bugey", "01004", "Commune", 14_000),
            ("Ambronay", "01007", "Commune", 2_800),
        )
        one = wanted(communes=liste().de(PLAINE)[:1])
        project = service.preview(db, agent, one)
        assert [(lieu.nom, n) for lieu, n in project.sortantes] == [("Ambronay", 1)]

        service.adopt(db, agent, one)

        state = service.state(db, agent)
        assert [(lieu.nom, n) for lieu, n in state.ecartes] == [("Ambronay", 1)]
        assert [c.nom for c in state.communes] == ["Ambérieu-en-Bugey"]
        assert set(ensemble(db, agent).valeurs["code_territoire"]) == {"01004"}
        assert service.preview(db, agent, one).sortantes == ()

        service.adopt(db, agent, wanted())
        assert set(ensemble(db, agent).valeurs["code_territoire"]) == {"01004", "01007"}
        assert service.state(db, agent).ecartes == ()

    def test_who_came_meanwhile_is_told_among_who_leaves(self, db, agent):
        service.adopt(db, agent, wanted())
        one = wanted(communes=liste().de(PLAINE)[:1])
        bron = Territoire(code="69029", nom="Bron", niveau=Niveau.COMMUNE)

        with ThreadPoolExecutor(1) as other:
            with db.write() as session:
                imports.hold(session, agent.demarche_id)
                waiting = other.submit(service.adopt, db, agent, one)
                sleep(0.3)  # by then it has read all that it may read before its turn
                indicateurs.save_territoires(session, agent.demarche_id, [bron])
                indicateurs.touch(session, agent.demarche_id)
            project = waiting.result(20)

        assert {lieu.nom for lieu, _ in project.sortantes} == {"Ambronay", "Bron"}

    def test_communes_are_listed_as_everywhere_else(self, db, agent):
        names = {"01004": "Le Cours", "01007": "Larré", "01008": "La Vraie-Croix"}
        communes = [Territoire(code=c, nom=n, niveau=Niveau.COMMUNE) for c, n in names.items()]

        project = service.adopt(db, agent, wanted(communes=tuple(communes)))

        assert [c.nom for c in project.communes] == ["La Vraie-Croix", "Larré", "Le Cours"]
        assert service.state(db, agent).communes == project.communes

    def test_communes_known_by_their_name_take_their_code(self, db, agent):
        bring(db, agent, ("AMBRONAY", "", "", 2_800))
        project = service.adopt(db, agent, wanted())

        assert list(project.recodes.values()) == ["01007"]
        assert project.sortantes == ()
        assert [c.code for c in project.nouvelles] == ["01004"]
        assert ensemble(db, agent).valeurs["code_territoire"].tolist() == ["01007"]

    @pytest.mark.parametrize(
        ("known", "added"),
        [(["SAINT-MARTIN"], ["01400", "01401"]), (["Saint-Martin", "St Martin"], ["01400"])],
    )
    def test_homonyms_take_no_code(self, db, agent, known, added):
        bring(db, agent, *[(nom, "", "", 2_800) for nom in known])
        for nom in known[1:]:
            with db.write() as session:
                lieu = update(TerritoireRow).where(TerritoireRow.nom == nom)
                session.execute(lieu.values(nom="Saint-Martin"))
        lines = "\n".join(f"{code} Saint-Martin" for code in added)
        communes = composition.lire_texte(lines).de()
        project = service.adopt(db, agent, wanted(communes=communes))

        assert project.recodes == {}
        assert len(project.sortantes) == len(known)

    def test_a_demarche_already_filled_has_a_territoire_without_doing_anything(self, db, agent):
        import_abs.import_sample(db, agent)
        state = service.state(db, agent)

        assert state.lieu is not None
        assert state.lieu.niveau is Niveau.EPCI
        assert (len(state.communes), len(state.references), len(state.dessinees)) == (13, 4, 13)
        assert len(territoire_table.table(agent, state)) == 17

    def test_a_name_is_not_lost_for_a_code(self, db, agent):
        service.adopt(db, agent, wanted())
        bare = composition.lire_texte("01004\n01007")
        epci = Territoire(code=PLAINE, nom="Plaine de l'Ain", niveau=Niveau.EPCI)
        project = service.adopt(db, agent, Voulu(communes=bare.de(), epci=epci))

        assert [c.nom for c in project.communes] == ["Ambérieu-en-Bugey", "Ambronay"]
        assert project.lieu.nom == "Plaine de l'Ain"

    def test_a_list_whose_names_were_exchanged_is_seen_before_it_is_adopted(self, db, agent):
        service.adopt(db, agent, wanted())
        swapped = composition.lire_texte("01004 Ambronay\n01007 AMBERIEU EN BUGEY").de()
        project = service.preview(db, agent, wanted(communes=swapped))

        assert [(c.code, c.nom, new) for c, new in project.renommees] == [
            ("01004", "Ambérieu-en-Bugey", "Ambronay"),
            ("01007", "Ambronay", "AMBERIEU EN BUGEY"),
        ]
        same = composition.lire_texte("01004 AMBERIEU EN BUGEY\n01007").de()
        assert service.preview(db, agent, wanted(communes=same)).renommees == ()

    @pytest.mark.parametrize(
        ("voulu", "error"),
        [
            (Voulu(communes=()), TerritoireVideError),
            (wanted(commune="75056"), TerritoireVideError),
            (Voulu(communes=liste().de(PLAINE)), CodeEpciError),
            (
                Voulu(
                    communes=liste().de(PLAINE),
                    epci=Territoire(code="12", nom="CC", niveau=Niveau.EPCI),
                ),
                CodeEpciError,
            ),
            (
                Voulu(
                    communes=liste().de(PLAINE),
                    epci=Territoire(code=PLAINE, nom="x" * 101, niveau=Niveau.EPCI),
                ),
                NomTropLongError,
            ),
            (
                Voulu(
                    communes=tuple(
                        Territoire(code=f"{n:05}", nom="C", niveau=Niveau.COMMUNE)
                        for n in range(1000, 1501)
                    )
                ),
                TropDeCommunesError,
            ),
        ],
    )
    def test_what_is_no_territoire_is_refused(self, db, agent, voulu, error):
        with pytest.raises(error):
            service.preview(db, agent, voulu)
        with pytest.raises(error):
            service.adopt(db, agent, voulu)
        assert not ensemble(db, agent).communes


SQUARE = [[[5.3, 45.9], [5.4, 45.9], [5.4, 46.0], [5.3, 46.0], [5.3, 45.9]]]
CARTE = json.dumps(
    {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"code": "01004"},
                "geometry": {"type": "Polygon", "coordinates": SQUARE},
            }
        ],
    }
).encode()


class TestTaken:
    """The table of the territoires, and how many people live there."""

    def test_inhabitants_are_those_of_one_year(self, db, agent):
        import_abs.import_sample(db, agent)
        state = service.state(db, agent)

        assert sum(n for _, n in state.peuplement) == 24_757
        assert state.habitants[Niveau.EPCI, state.lieu.code] == 24_757
        assert state.annee == ensemble(db, agent).population[1]
        shown = territoire_table.table(agent, state)
        assert list(shown.columns)[2] == f"Habitants en {state.annee}"
        assert all(origin.startswith("Insee") for origin in state.sources)

    def test_a_year_that_lacks_communes_is_the_last_resort(self, db, agent):
        service.adopt(db, agent, wanted())
        bring(db, agent, ("Ambronay", "01007", "commune", "2800"), code="POP_MUN")

        state = service.state(db, agent)
        assert state.peuplement == (("Ambérieu-en-Bugey", None), ("Ambronay", 2800))
        assert territoire_table.table(agent, state).iloc[:2, 2].tolist() == [
            mots.INCONNU,
            "2\u202f800",
        ]

    def test_nothing_is_known_before_the_first_import(self, db, agent):
        service.adopt(db, agent, wanted())
        state = service.state(db, agent)

        assert (state.habitants, state.annee, state.sources) == ({}, None, ())
        assert len(territoire_table.table(agent, state).columns) == 3

    def test_it_is_taken_away_in_each_kind(self, db, agent):
        service.adopt(db, agent, wanted())
        jour = date(2026, 3, 12)

        made = {k: territoire_table.download(db, agent, k, today=jour) for k in mots.FICHIERS}
        assert made["xlsx"].startswith(b"PK")
        assert "Ambérieu-en-Bugey" in made["csv"].decode()
        names = {territoire_table.fichier(db, agent, k, today=jour) for k in (*made, "png")}
        assert names == {
            "2026-03-12_cias_territoire_v1.xlsx",
            "2026-03-12_cias_territoire_v1.csv",
            "2026-03-12_cias_territoire-carte_v1.png",
        }


def test_outlines_are_previewed_then_kept(db, agent):
    service.adopt(db, agent, wanted())
    found = service.trace(db, agent, "carte.geojson", CARTE)

    assert [commune.nom for commune in found.sans] == ["Ambronay"]
    assert not service.state(db, agent).dessinees

    service.draw(db, agent, "carte.geojson", CARTE)
    service.adopt(db, agent, wanted())

    assert [c.nom for c in service.state(db, agent).dessinees] == ["Ambérieu-en-Bugey"]
    with pytest.raises(ImportRefuseError, match="GeoJSON"):
        service.draw(db, agent, "carte.geojson", b"{}")


@pytest.mark.parametrize("role", [Role.ANIMATEUR, Role.ELU])
def test_only_an_agent_changes_the_territoire(db, invite, role):
    actor = invite(role)
    for attempt in (
        lambda: service.state(db, actor),
        lambda: territoire_table.download(db, actor, "csv", today=date(2026, 3, 12)),
        lambda: territoire_table.fichier(db, actor, "csv", today=date(2026, 3, 12)),
        lambda: service.adopt(db, actor, wanted()),
        lambda: service.draw(db, actor, "carte.geojson", CARTE),
        lambda: service.pasted(db, actor, "01004"),
        lambda: service.listed(actor, "x", b""),
        lambda: service.preview(db, actor, wanted()),
        lambda: service.trace(db, actor, "x", b""),
    ):
        with pytest.raises(AccessDeniedError):
            attempt()
