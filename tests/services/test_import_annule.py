"""Imports that are undone: whatever the order, as if they had never been."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from psdt import sources
from psdt.domain.elements import Contribution, Nature
from psdt.domain.imports import Etat
from psdt.domain.indicators import Axe, Indicateur, Niveau, Sens, Statut, Territoire
from psdt.domain.people import Actor, Role
from psdt.errors import AccessDeniedError, ImportAnnuleError, ImportInconnuError
from psdt.services import elements, import_abs
from psdt.sources import Tableau
from psdt.store import access, demarches, imports, journal
from psdt.store import indicateurs as store
from psdt.store.tables import (
    DescriptionRow,
    IndicateurRow,
    LienRow,
    TerritoireRow,
    ValeurRemplaceeRow,
    ValeurRow,
)
from tests.conftest import NOW
from tests.sources import tables as fichiers

COLONNES = ("code", "niveau", "code_territoire", "annee", "valeur", "statut", "source")
AUCUNE = float("nan")


def figures(*said, libelle="Population", nom="Berric") -> Tableau:
    """Return a table: each figure is (code, code_territoire, annee, valeur or nothing)."""
    rows = [
        (
            *(code, Niveau.COMMUNE, lieu, annee, AUCUNE if valeur is None else float(valeur)),
            *(Statut.SECRET if valeur is None else Statut.OK, "Insee"),
        )
        for code, lieu, annee, valeur in said
    ]
    frame = pd.DataFrame(rows, columns=COLONNES, dtype=object)
    return Tableau(
        valeurs=frame.astype({"annee": "int64", "valeur": "float64"}),
        indicateurs=tuple(
            Indicateur(
                code=code,
                libelle=f"{libelle} {code}",
                theme=Axe.EMPLOI if libelle == "Emploi" else Axe.DEMOGRAPHIE,
                unite="%",
                sens=Sens.NEUTRE,
                definition=libelle,
            )
            for code in dict.fromkeys(frame["code"])
        ),
        territoires=tuple(
            Territoire(code=code, nom=f"{nom} {code}", niveau=Niveau.COMMUNE)
            for code in dict.fromkeys(frame["code_territoire"])
        ),
        nature="Un modèle",
    )


def state(db, actor):
    """Return all that people see of the ABS of a démarche."""
    with db.read() as session:
        known = store.indicateurs(session, actor.demarche_id)
        values = [store.valeurs(session, actor.demarche_id, i.code) for i in known]
        lieux = store.territoires(session, actor.demarche_id)
    rows = [
        tuple(None if pd.isna(value) else value for value in row)
        for frame in values
        for row in frame.itertuples(index=False)
    ]
    by_code = sorted(known, key=lambda i: i.code)
    return by_code, sorted(lieux, key=lambda t: t.code), sorted(rows, key=str)


def left_over(db, actor) -> int:
    """Count what is kept only to undo imports."""
    with db.read() as session:
        return sum(
            len(session.scalars(select(table).where(table.demarche_id == actor.demarche_id)).all())
            for table in (ValeurRemplaceeRow, DescriptionRow)
        )


def somewhere_else(db) -> Actor:
    """Return the agent of a démarche of its own, in the same base."""
    with db.write() as session:
        demarche = demarches.add(session, "Essai", "CIAS", demonstration=False, now=NOW)
        number = access.add_participant(session, demarche.id, Role.AGENT, nom="Agent")
        return access.get_actor(session, number)


def bring(db, actor, tableau) -> int:
    return import_abs.import_table(db, actor, "x.csv", tableau)


CHIFFRE = st.tuples(
    st.sampled_from("AB"),
    st.sampled_from(("56015", "56045")),
    st.sampled_from((2020, 2021)),
    st.sampled_from((None, 1, 2, 3)),
)
TABLE = st.builds(
    lambda said, libelle, nom: figures(*said, libelle=libelle, nom=nom),
    st.lists(CHIFFRE, min_size=1, max_size=6, unique_by=lambda said: said[:3]),
    st.sampled_from(("Population", "Emploi")),
    st.sampled_from(("Berric", "BERRIC")),
)
GESTE = st.one_of(TABLE, st.integers(0, 7))
"""An import, or the undoing of the one that came at that place."""


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gestes=st.lists(GESTE, max_size=9))
def test_any_imports_and_undos_leave_what_the_others_would(db, gestes):
    actor, other = somewhere_else(db), somewhere_else(db)
    tables: list[Tableau] = []
    numbers: list[int] = []
    undone: set[int] = set()
    for geste in gestes:
        if isinstance(geste, Tableau):
            tables.append(geste)
            numbers.append(bring(db, actor, geste))
        elif geste < len(numbers) and geste not in undone:
            import_abs.undo(db, actor, numbers[geste])
            undone.add(geste)

    for place, table in enumerate(tables):
        if place not in undone:
            bring(db, other, table)

    assert state(db, actor) == state(db, other)
    shown = {i.id: i.en_vigueur for i in import_abs.history(db, actor)}
    assert sum(shown.values()) == len(state(db, actor)[2])
    for place, number in enumerate(numbers):
        if place not in undone:
            import_abs.undo(db, actor, number)
    assert state(db, actor) == ([], [], [])
    assert left_over(db, actor) == 0


def stored(db, actor) -> dict[str, list[str]]:
    """Return every column of every row of the ABS, as the base holds it."""
    kept = (ValeurRow, ValeurRemplaceeRow, IndicateurRow, TerritoireRow)
    with db.read() as session:
        return {
            row.__tablename__: sorted(
                repr(tuple(found))
                for found in session.execute(
                    select(*row.__table__.columns).where(row.demarche_id == actor.demarche_id)
                )
            )
            for row in kept
        }


def test_an_import_then_its_undo_leave_the_rows_they_found(db, agent):
    """Real figures, then a file that changes some, adds others, and describes a new indicator."""
    import_abs.import_sample(db, agent)
    before = stored(db, agent)
    wanted = import_abs.perimetre(db, agent, epci="245614383")
    said = "CODGEO;P22_POP;P16_POP;P22_LOG;P22_LOGVAC;P22_POP1529;MED21;TP6021"
    contenu = fichiers.table(
        said, "56015;2120;1843;1000;70;300;23310;12", "56184;8081;7454;s;;900;1;s"
    )

    number = bring(db, agent, sources.lire("cc.csv", contenu, {}, wanted))
    during = stored(db, agent)
    import_abs.undo(db, agent, number)

    assert all(during[name] != before[name] for name in ("valeur", "indicateur"))
    assert stored(db, agent) == before


class TestUndo:
    def test_gives_back_the_figure_that_was_replaced(self, db, agent):
        bring(db, agent, figures(("A", "56015", 2020, 1)))
        before = state(db, agent)
        number = bring(db, agent, figures(("A", "56015", 2020, 2), ("A", "56015", 2021, 3)))

        undone = import_abs.undo(db, agent, number)

        assert state(db, agent) == before
        assert (undone.annule_par, undone.en_vigueur) == ("Agent d'essai", 0)
        assert undone.bilan == {
            Etat.NOUVELLE.name: 1,
            Etat.CHANGEE.name: 1,
            Etat.INCHANGEE.name: 0,
            "indicateurs": 1,
            "territoires": 1,
        }

    def test_of_an_old_import_leaves_the_newer_figures(self, db, agent):
        first = bring(db, agent, figures(("A", "56015", 2020, 1)))
        bring(db, agent, figures(("A", "56015", 2020, 2)))
        after = state(db, agent)

        import_abs.undo(db, agent, first)

        assert state(db, agent) == after

    def test_gives_back_what_was_there_before_imports_were_kept(self, db, agent):
        older = figures(("A", "56015", 2020, 1))
        with db.write() as session:
            store.save_valeurs(
                session,
                agent.demarche_id,
                older.valeurs,
                indicateurs=store.save_indicateurs(session, agent.demarche_id, older.indicateurs),
                territoires=store.save_territoires(session, agent.demarche_id, older.territoires),
            )
        before = state(db, agent)
        number = bring(db, agent, figures(("A", "56015", 2020, 2), libelle="Emploi", nom="Larré"))

        import_abs.undo(db, agent, number)

        assert state(db, agent) == before

    def test_twice_is_told(self, db, agent):
        number = bring(db, agent, figures(("A", "56015", 2020, 1)))
        import_abs.undo(db, agent, number)

        with pytest.raises(ImportAnnuleError):
            import_abs.undo(db, agent, number)

    def test_of_another_demarche_is_refused(self, db, agent):
        number = bring(db, somewhere_else(db), figures(("A", "56015", 2020, 1)))

        for wrong in (number, 10**6):
            with pytest.raises(ImportInconnuError):
                import_abs.undo(db, agent, wrong)

    @pytest.mark.parametrize("role", [Role.ANIMATEUR, Role.ELU])
    def test_is_for_agents(self, db, invite, role):
        person = invite(role)
        with pytest.raises(AccessDeniedError):
            import_abs.undo(db, person, 1)
        with pytest.raises(AccessDeniedError):
            import_abs.history(db, person)


class TestWhatTheCiasDid:
    def test_its_own_description_outlives_imports_and_undos(self, db, agent):
        number = bring(db, agent, figures(("A", "56015", 2020, 1)))
        with db.write() as session:
            session.execute(update(IndicateurRow).values(libelle="Nos mots", modifie=True))

        later = bring(db, agent, figures(("A", "56015", 2020, 2), libelle="Emploi"))
        assert [i.libelle for i in state(db, agent)[0]] == ["Nos mots"]
        import_abs.undo(db, agent, later)
        import_abs.undo(db, agent, number)

        ((indicateur,), _, values) = state(db, agent)
        assert (indicateur.libelle, values) == ("Nos mots", [])

    def test_an_indicator_that_grounds_an_enjeu_stays(self, db, agent):
        number = bring(db, agent, figures(("A", "56015", 2020, 1), ("B", "56015", 2020, 1)))
        enjeu = elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte="Se loger"))
        with db.write() as session:
            indicateur = session.scalars(
                select(IndicateurRow.id).where(IndicateurRow.code == "A")
            ).one()
            session.add(
                LienRow(
                    demarche_id=agent.demarche_id,
                    nature="CONSTAT",
                    indicateur_source_id=indicateur,
                    element_cible_id=enjeu,
                )
            )

        import_abs.undo(db, agent, number)

        assert [i.code for i in state(db, agent)[0]] == ["A"]

    def test_its_territoire_stays(self, db, agent):
        number = bring(db, agent, figures(("A", "56015", 2020, 1)))
        with db.write() as session:
            demarches.set_lieu(session, agent.demarche_id, Niveau.COMMUNE, "56015")

        import_abs.undo(db, agent, number)

        assert [t.code for t in state(db, agent)[1]] == ["56015"]


def test_the_same_file_twice_is_no_second_import(db, agent):
    table = figures(("A", "56015", 2020, 1))
    take = {"empreinte": "a" * 64}
    first = import_abs.import_table(db, agent, "x.csv", table, **take)

    assert import_abs.import_table(db, agent, "x.csv", table, **take) is None
    import_abs.undo(db, agent, first)
    assert import_abs.import_table(db, agent, "x.csv", table, **take) is not None


def test_an_import_stopped_halfway_leaves_nothing(db, agent, monkeypatch):
    """Whatever stops it: the figures, what they replaced and the history go together."""
    bring(db, agent, figures(("A", "56015", 2020, 1)))
    before = (state(db, agent), import_abs.history(db, agent), left_over(db, agent))

    for step in ("save_indicateurs", "save_territoires", "save_valeurs"):
        with monkeypatch.context() as patch:
            patch.setattr(store, step, lambda *_args, **_more: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                bring(db, agent, figures(("A", "56015", 2020, 2), ("B", "56045", 2020, 2)))
        assert (state(db, agent), import_abs.history(db, agent), left_over(db, agent)) == before
    with monkeypatch.context() as patch:
        patch.setattr(imports.descriptions, "unpile", lambda *_args: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            import_abs.undo(db, agent, import_abs.history(db, agent)[0].id)
    assert (state(db, agent), import_abs.history(db, agent), left_over(db, agent)) == before
    with db.read() as session:
        assert journal.is_whole(session, agent.demarche_id)
