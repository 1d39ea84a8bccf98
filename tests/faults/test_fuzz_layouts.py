"""Damaged files of producers, the same at each run: each gives a table or a refusal."""

import pytest

from psdt import sources
from psdt.domain.indicators import LONGUEURS, Statut
from psdt.sources import Perimetre, Refus, Tableau
from tests.faults.mutants import mutants
from tests.sources import test_cnaf, test_geoclip, test_insee, test_observatoire
from tests.sources.tables import ICI, table

LAYOUTS = {
    "base_cc_comparateur.csv": test_insee.DEUX_COMMUNES,
    "FILO2019_DISP_DEP.csv": table(
        *(test_insee.TestDisp.ENTETE, "56;Morbihan;346518;21830;12800;36020;2,8;0,246;5,1"),
        *("53;Mayenne;;;;;;;", "29;Finistère;1;2;3;4;5;6;7"),
        encoding="utf-8-sig",
        end="\r\n",
    ),
    "observatoire.csv": table(
        *(test_observatoire.ENTETE, "56015;Berric;2008-2013;9,8", "56015;Berric;2018;s")
    ),
    "stats.csv": table(*test_geoclip.TITRES, test_geoclip.ENTETE, *test_geoclip.ROWS),
    "data_CAF_2016_IRIS_56.csv": table(test_cnaf.ENTETE, *test_cnaf.ROWS),
    "precarite.csv": table(test_cnaf.TestPrecarite.ENTETE, "56015;Commune;Berric;23;9%;2%"),
    "DS_POPULATIONS_data.csv": table(
        *("FREQ;GEO;GEO_OBJECT;POPREF_MEASURE;CONF_STATUS;TIME_PERIOD;OBS_VALUE",),
        *('A;"56015";"COM";PMUN;F;2022;2119', "A;FM;FRANCE;PMUN;C;2022;"),
    ),
}


@pytest.mark.parametrize("nom", LAYOUTS)
def test_whatever_the_damage_there_is_an_answer(nom):
    kinds = set()
    for rank, contenu in enumerate(mutants(2026, [LAYOUTS[nom]], 300)):
        answer = sources.lire(nom, contenu, {}, ICI if rank % 2 else Perimetre())
        kinds.add(type(answer))
        if isinstance(answer, Refus):
            assert all(anomalie.phrase for anomalie in answer.anomalies), rank
        else:
            assert fits(answer), rank

    assert kinds == {Tableau, Refus}


def fits(tableau: Tableau) -> bool:
    """What the database bounds is within its bounds, and a known value is a number."""
    known = tableau.valeurs["statut"] == Statut.OK
    return (
        all(len(t.code) <= LONGUEURS["code_territoire"] for t in tableau.territoires)
        and all(len(t.nom) <= LONGUEURS["territoire"] for t in tableau.territoires)
        and all(len(i.code) <= LONGUEURS["code"] for i in tableau.indicateurs)
        and all(len(i.unite) <= LONGUEURS["unite"] for i in tableau.indicateurs)
        and (tableau.valeurs["valeur"].notna() == known).all()
    )
