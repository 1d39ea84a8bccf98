"""Signals of a démarche: written, ranked, kept in memory, taken away, attached to enjeux."""

import csv
from datetime import date
from io import BytesIO, StringIO

import openpyxl
import pytest

from psdt.domain.elements import Contribution, Nature
from psdt.domain.indicators import COLONNES, Axe
from psdt.domain.people import Mandat, Role
from psdt.domain.signaux import Genre, Ton
from psdt.errors import (
    AccessDeniedError,
    ConstatInconnuError,
    ElementInconnuError,
    IndicateurInconnuError,
)
from psdt.services import abs as figures
from psdt.services import elements, presentation, rattachements, signaux
from psdt.sources import lire
from psdt.words import abs as abs_words
from psdt.words import signaux as mots
from psdt.words.grammar import NBSP, NNBSP

JOUR = date(2026, 3, 12)
ROCHEFORT = "56196"
CHOMAGE = "TX_CHOM_1564,Taux de chômage,EMPLOI"


@pytest.fixture
def sample(db, agent):
    figures.import_sample(db, agent)


def plain(text: str) -> str:
    return text.replace(NBSP, " ").replace(NNBSP, " ")


def import_csv(db, agent, *lines):
    """Import figures: code, label, axis, name, year, value, unit, source, code, level, sens."""
    header = ",".join([*COLONNES, "code_territoire", "niveau", "sens"])
    content = "\n".join([header, *lines]).encode()
    figures.import_table(db, agent, "x.csv", lire("x.csv", content, {}))


class TestSignaux:
    def test_what_stands_out_of_a_real_territoire(self, db, agent, sample):
        said = {s.id: s for s in signaux.signaux(db, agent)}

        income = said["MED_NIV_VIE.territoire.fragile"]
        assert plain(income.phrase) == (
            "Dans l'intercommunalité, le niveau de vie médian est de 21 070 € par an : 760 € de "
            "moins que le Morbihan et 860 € de moins que la France métropolitaine (2019)."
        )
        assert income.depuis == "C'était déjà le cas en 2014."
        assert income.pour == "toute l'intercommunalité"
        assert income.fragile
        assert plain(income.source).startswith("Source : Insee")
        assert "Des chiffres de 2021 existent" in income.prudences[0]
        assert plain(income.ecarts) == (
            "760 € de moins que le Morbihan ; 920 € de moins que la Bretagne ; "
            "860 € de moins que la France métropolitaine"
        )
        vacancy = said["TX_LOG_VACANTS.communes.fragile"]
        assert [lieu.nom for lieu in vacancy.territoires] == ["Caden", "Saint-Gravé"]
        assert vacancy.ecarts == ""
        assert "moins de 2 000 habitants" in plain(vacancy.prudences[0])
        natural = said["SOLDE_NAT.solde.neutre"]
        assert "−65 personnes" in plain(natural.phrase)

    def test_fragilities_come_first_and_no_sentence_twice(self, db, agent, sample):
        for axe in (None, *Axe):
            found = signaux.signaux(db, agent, axe=axe)
            order = [list(Ton).index(s.ton) for s in found]

            assert order == sorted(order)
            assert len({s.phrase for s in found}) == len({s.id for s in found}) == len(found)
            assert all(axe in {None, s.axe} for s in found)

    def test_of_a_commune(self, db, agent, sample):
        found = signaux.signaux(db, agent, commune=ROCHEFORT)

        assert "TX_CHOM_1564.communes.fragile.56196" in {s.id for s in found}
        assert all(s.commune == ROCHEFORT for s in found)
        assert all("Rochefort-en-Terre" in s.phrase for s in found)

    def test_a_commune_of_another_territoire_is_unknown(self, db, agent, sample):
        with pytest.raises(IndicateurInconnuError):
            signaux.signaux(db, agent, commune="75056")

    def test_a_withheld_figure_is_said_and_not_ranked(self, db, agent, sample):
        said = [plain(phrase) for phrase in signaux.inconnus(db, agent, axe=Axe.SENIORS)]

        assert said[0] == (
            "Sous secret statistique dans les 13 communes (2021) : le taux de pauvreté des "
            "75 ans et plus. Ce n'est pas zéro."
        )
        assert "TX_PAUVRETE_75P" not in {s.code for s in signaux.signaux(db, agent)}
        everywhere = signaux.inconnus(db, agent)
        assert len(everywhere) == len({phrase.partition(" : ")[0] for phrase in everywhere}) == 5

    def test_new_figures_are_read_at_once(self, db, agent, sample):
        gone = "TX_CHOM_1564.communes.fragile"
        assert gone in {s.id for s in signaux.signaux(db, agent)}
        import_csv(db, agent, f"{CHOMAGE},Molac,2022,19.9,%,Insee,56135,commune,défavorable")

        after = {s.id: s for s in signaux.signaux(db, agent)}

        assert "19,9 % à Molac" in plain(after[gone].phrase)

    def test_without_figures_nothing_stands_out(self, db, agent):
        assert signaux.signaux(db, agent) == []
        assert signaux.inconnus(db, agent) == []
        assert list(signaux.communes(db, agent)) == [""]

    def test_everybody_reads_them(self, db, invite, sample):
        assert signaux.signaux(db, invite(Role.HABITANT))

    def test_of_a_single_commune(self, db, agent):
        rows = [
            f"{CHOMAGE},{nom},{annee},{value},%,Insee fichier,{code},{niveau},défavorable"
            for annee in (2016, 2022)
            for nom, value, code, niveau in (
                ("Larré", 15, "56108", "commune"),
                ("Morbihan", 10, "56", "département"),
            )
        ]
        import_csv(db, agent, *rows)

        (signal,) = signaux.signaux(db, agent)

        assert plain(signal.phrase) == (
            "À Larré, le taux de chômage est de 15 % : 5 points de plus que le Morbihan (2022)."
        )
        assert signal.depuis == "C'était déjà le cas en 2016."
        shown = presentation.diapo(db, agent, "1")
        assert shown.courbes
        assert shown.lieux["nom"].tolist() == ["Larré"]
        assert shown.references["nom"].tolist() == ["Morbihan"]

    def test_a_figure_of_a_larger_territoire_says_so(self, db, agent, sample):
        said = {s.id: s for s in signaux.signaux(db, agent)}

        disabled = said["AAH_1000.evolution.neutre"]
        assert disabled.pour == "le Morbihan"
        assert mots.CONTEXTES["EPCI"] in disabled.prudences
        assert mots.CONTEXTES["EPCI"] not in said["MED_NIV_VIE.territoire.fragile"].prudences

    def test_a_slide_draws_the_years_and_the_territoires_of_its_sentence(self, db, agent, sample):
        slides = {}
        for place in range(1, presentation.diapo(db, agent, "1").total + 1):
            slide = presentation.diapo(db, agent, str(place))
            slides[slide.signal.id] = slide

        people = slides["POP_MUN.evolution.neutre"]
        drawn = people.serie
        assert drawn["annee"].tolist() == [2015, 2023] * 2
        assert drawn["nom"].unique().tolist() == ["Questembert Communauté", "Morbihan"]
        assert [plain(text) for text in drawn["texte"]] == ["0 %", "+7,5 %", "0 %", "+5,2 %"]
        assert plain(people.sous_titre).endswith("évolution depuis 2015 (%), 2015-2023")
        assert people.tableau()["Territoire"].tolist() == drawn["nom"].tolist()

        older = slides["INDICE_VIEILLISSEMENT.evolution.neutre"]
        assert "121,6 en 2022" in plain(older.signal.phrase)
        assert older.serie["annee"].min() == 2013

        parts = slides["ETAB_TOTAL.part.force"]
        assert "6,9 % du total" in plain(parts.signal.phrase)
        (rochefort,) = parts.lieux[parts.lieux["nom"] == "Rochefort-en-Terre"].to_dict("records")
        assert plain(rochefort["texte"]) == "6,9 % pour 2,6 %"
        assert round(parts.lieux["valeur"].sum()) == 100

        for slide in slides.values():
            orange = not slide.courbes and slide.lieux["fragile"].any()
            assert ("Orange : plus fragile" in plain(slide.sous_titre)) == orange

    def test_an_evolution_is_of_one_producer_and_cites_both_years(self, db, agent):
        census, agency = '"Insee, recensement {}"', '"France Travail, demandeurs d\'emploi {}"'
        figures_ = [(2013, 8, census), (2018, 11.5, census), (2025, 6, agency)]
        import_csv(
            db,
            agent,
            *(
                f"{CHOMAGE},{nom},{annee},{value + more},%,{source.format(annee)},{code},{niveau},"
                "défavorable"
                for annee, value, source in figures_
                for nom, code, niveau, more in [
                    *((f"C{n}", f"5600{n}", "commune", n / 10) for n in range(1, 8)),
                    ("Ensemble", "200066777", "epci", 0),
                ]
            ),
        )
        (found,) = (s for s in signaux.signaux(db, agent) if s.genre is Genre.EVOLUTION)

        assert "8,0 % en 2013 à 11,5 % en 2018" in plain(found.phrase)
        assert plain(found.source) == "Source : Insee, recensement 2013 à 2018."


class TestFiles:
    def test_text(self, db, agent, sample):
        content = signaux.download(db, agent, "csv", commune=ROCHEFORT, today=JOUR)

        rows = list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))
        assert tuple(rows[0]) == mots.COLONNES
        assert rows[1][0] == "Plus fragile"
        assert len(rows) == 1 + len(signaux.signaux(db, agent, commune=ROCHEFORT))

    def test_workbook(self, db, agent, sample):
        content = signaux.download(db, agent, "xlsx", axe=Axe.LOGEMENT, today=JOUR)

        sheet = openpyxl.load_workbook(BytesIO(content)).active
        assert sheet["A2"].value == "Toutes les communes — Logement, hébergement et mobilité"
        assert sheet["A5"].value == mots.COLONNES[0]
        assert "Caden" in sheet["C6"].value

    def test_names(self, db, agent, sample):
        name = signaux.fichier(db, agent, "csv", commune=ROCHEFORT, today=JOUR)

        assert name == "2026-03-12_cias_abs-signaux-56196_v1.csv"


class TestPresentation:
    def test_one_at_a_time(self, db, agent, sample):
        found = signaux.signaux(db, agent)

        second = presentation.diapo(db, agent, "2")

        assert second.signal == found[1]
        assert second.position == f"2 sur {len(found)}"
        assert second.signal.source in second.pied

    @pytest.mark.parametrize(
        ("typed", "place"), [("", 1), ("0", 1), ("-3", 1), ("x", 1), ("²", 1)]
    )
    def test_any_address_opens_something(self, db, agent, sample, typed, place):
        assert presentation.diapo(db, agent, typed).place == place

    def test_beyond_the_last_is_the_last(self, db, agent, sample):
        shown = presentation.diapo(db, agent, "999")

        assert shown.place == shown.total

    def test_each_has_what_its_chart_needs(self, db, agent, sample):
        total = presentation.diapo(db, agent, "1").total
        for place in range(1, total + 1):
            shown = presentation.diapo(db, agent, str(place))

            assert shown.sous_titre
            assert shown.alt
            assert len(shown.serie) if shown.courbes else len(shown.lieux)

    def test_each_has_the_table_of_what_is_drawn_and_names_for_its_files(self, db, agent, sample):
        total, names = presentation.diapo(db, agent, "1").total, set()
        for place in range(1, total + 1):
            shown = presentation.diapo(db, agent, str(place))
            told = shown.tableau()

            drawn = shown.serie if shown.courbes else shown.lieux
            assert set(drawn["nom"]) <= set(told["Territoire"])
            assert len(set(told["Année"])) == (len(set(drawn["annee"])) if shown.courbes else 1)
            assert shown.legende in {abs_words.TABLE, abs_words.TABLE_SERIE}
            assert shown.adresse["indicateur"] == shown.signal.code
            names.add(shown.fichier(JOUR, "png"))
        assert len(names) == total  # two slides of one indicator are two pictures

    def test_orange_is_for_all_that_is_more_fragile_as_everywhere(self, db, agent, sample):
        found = signaux.signaux(db, agent)
        place = [s.id for s in found].index("TX_LOG_VACANTS.communes.fragile") + 1

        shown = presentation.diapo(db, agent, str(place))

        assert shown.choisis == ["56028", "56218"]
        # Larré, at 6.6 %, is like its intercommunalité, at 6.5 %.
        above = shown.lieux["valeur"] > 6.6
        assert shown.lieux["fragile"].tolist() == above.tolist()
        assert above.sum() == 8

    def test_a_large_territoire_shows_those_the_sentence_is_about(self, db, agent):
        end = "%,Insee"
        far = {10: 100, 39: 1200}
        lines = [
            f"{CHOMAGE},Ici {n},2022,{far.get(n, 600 + n)},{end},560{n},commune,défavorable"
            for n in range(10, 40)
        ]
        epci = f"{CHOMAGE},Ensemble,2022,600,{end},245614383,epci,défavorable"
        import_csv(db, agent, *lines, epci)
        found = [s for s in signaux.signaux(db, agent) if s.genre is Genre.COMMUNES]
        assert {s.ton for s in found} == {Ton.FRAGILE, Ton.FORCE}

        for signal in found:
            place = signaux.signaux(db, agent).index(signal) + 1
            shown = presentation.diapo(db, agent, str(place))

            assert len(shown.lieux) == presentation.MONTREES
            assert signal.territoires[0].code in shown.lieux.index
            assert "Les 13 communes" in shown.sous_titre

    def test_the_commune_looked_at_is_always_drawn(self, db, agent):
        lines = [
            f"{CHOMAGE},Ici {n},2022,{5 + n / 10},%,Insee,56{n:03},commune,défavorable"
            for n in range(1, 91)
        ]
        lines.append(f"{CHOMAGE},Ensemble,2022,1,%,Insee,245614383,epci,défavorable")
        import_csv(db, agent, *lines)

        for n in (1, 45, 90):
            shown = presentation.diapo(db, agent, "1", commune=f"56{n:03}")
            assert f"56{n:03}" in shown.lieux.index
            assert len(shown.lieux) == presentation.MONTREES
            assert shown.lieux["valeur"].is_monotonic_decreasing
            assert ("13 communes sur 90" in shown.sous_titre) == (n < 78)

    def test_nothing_to_show(self, db, agent):
        assert presentation.diapo(db, agent, "1") is None


@pytest.fixture
def enjeu(db, agent):
    said = Contribution(nature=Nature.ENJEU, texte="Se loger sans quitter sa commune")
    return elements.write(db, agent, said)


class TestRattachements:
    def test_a_sentence_is_kept_as_it_was(self, db, agent, sample, enjeu):
        signal = signaux.signaux(db, agent, axe=Axe.LOGEMENT)[0]

        rattachements.attach(db, agent, signal.code, signal.phrase, enjeu)
        vacants = "TX_LOG_VACANTS,Part des logements vacants,LOGEMENT"
        import_csv(db, agent, f"{vacants},Caden,2022,1.0,%,Insee,56028,commune,défavorable")

        (founded,) = rattachements.constats(db, agent)
        assert (founded.id, founded.texte) == (enjeu, "Se loger sans quitter sa commune")
        assert [c.texte for c in founded.constats] == [signal.phrase]

    def test_twice_is_once(self, db, agent, sample, enjeu):
        ids = {rattachements.attach(db, agent, "GINI", "Une phrase.", enjeu) for _ in range(2)}

        assert len(ids) == 1
        assert len(rattachements.constats(db, agent)[0].constats) == 1

    def test_it_may_be_detached_and_both_are_in_the_journal(self, db, agent, sample, enjeu):
        constat = rattachements.attach(db, agent, "GINI", "Une phrase.", enjeu)
        rattachements.detach(db, agent, constat)

        assert rattachements.constats(db, agent) == []
        with pytest.raises(ConstatInconnuError):
            rattachements.detach(db, agent, constat)
        with db.read() as session:
            lines = [(row.action, row.details["texte"]) for row in _journal(session)]
        assert lines == [
            ("CONSTAT_RATTACHE", "Une phrase."),
            ("CONSTAT_DETACHE", "Une phrase."),
        ]

    def test_the_commission_attaches_and_an_elu_does_not(self, db, invite, sample, enjeu):
        member = invite(Role.HABITANT, mandats=[Mandat.COMMISSION_PERMANENTE])
        rattachements.attach(db, member, "GINI", "Une phrase.", enjeu)
        elu = invite(Role.ELU)

        for refused in (
            lambda: rattachements.attach(db, elu, "GINI", "Une autre.", enjeu),
            lambda: rattachements.detach(db, elu, 1),
            lambda: rattachements.enjeux(db, elu),
        ):
            with pytest.raises(AccessDeniedError):
                refused()
        assert rattachements.constats(db, elu)[0].constats[0].texte == "Une phrase."

    def test_only_to_an_enjeu_that_stands(self, db, agent, sample, enjeu):
        ambition = elements.write(
            db, agent, Contribution(nature=Nature.AMBITION, texte="Vivre ici")
        )
        aside = elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte="Autre"))
        elements.set_aside(db, agent, aside, "doublon")

        assert rattachements.enjeux(db, agent) == {enjeu: "Se loger sans quitter sa commune"}
        for wrong in (ambition, aside, 9999):
            with pytest.raises(ElementInconnuError):
                rattachements.attach(db, agent, "GINI", "Une phrase.", wrong)
        with pytest.raises(IndicateurInconnuError):
            rattachements.attach(db, agent, "INCONNU", "Une phrase.", enjeu)

    def test_one_attached_without_a_sentence_has_the_name_of_its_indicator(
        self, db, agent, sample
    ):
        said = Contribution(nature=Nature.ENJEU, texte="Vivre dignement")
        elements.write(db, agent, said, constats=("MED_NIV_VIE",))

        assert rattachements.constats(db, agent)[0].constats[0].texte == "Niveau de vie médian"


def _journal(session):
    from sqlalchemy import select

    from psdt.store.tables import JournalRow

    rows = select(JournalRow).where(JournalRow.action.contains("CONSTAT")).order_by(JournalRow.id)
    return session.scalars(rows).all()
