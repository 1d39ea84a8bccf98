"""What holds of all layouts: no figure depends on the order of rows, nor on who publishes it."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psdt.domain.indicators import COLONNES, Niveau, Statut
from psdt.sources.recettes import indicateurs
from tests.sources.tables import ICI, QUESTEMBERT, lu, table, valeurs

LIEUX = {"56015": "Berric", "56045": "Le Cours"}
KEY = ["code", "niveau", "code_territoire", "annee", "valeur", "statut", "source"]
FEW = settings(max_examples=20)
"""Each example reads whole files."""
LARGES = {
    "cc.csv": (
        "CODGEO;P22_POP;P16_POP;SUPERF;NAISD24;DECESD24;P22_LOG;P22_LOGVAC;MED21;TP6021;ETTOT24",
        "56015;2119;1843;21.45;21;12;956.5;22.87;23310;s;60",
        "56045;673;669;15.63;9;6;331.2;24.45;22830;nd;8",
        "56028;1570;1650;38.1;21;10;1010.2;114.8;21280;s;76",
        "245614383;;;;;;;;22330;;",
        "56;768687;;6822.6;6600;9400;;;22900;10,9;",
    ),
    "cc_filosofi_2021_COM.csv": (
        "CODGEO;MED21;TP6021;D121;PPEN21",
        "56015;23310;s;s;29,1",
        "56045;nd;nd;nd;nd",
        "56184;22830;10,0;13780;36,0",
    ),
    "data_CAF_2016_IRIS_56.csv": (
        "CODGEO;LIBGEO;LIBCOM;A;PERCOU;ARSAS;AAAH",
        "560150101;La Gare;Berric;1 145;2 407;;nd",
        "560150102;Le Port;Berric;855;1 593;nd;",
        "560150103;Le Bourg;Berric;12;20;3;4",
        "560450101;Le Bourg;Le Cours;;;1;1",
        "560450102;Le Port;Le Cours;9;12;2;2",
    ),
    "observatoire.csv": (
        "codgeo;libgeo;an;tx_morta",
        "56015;Berric;2013-2018;9,1",
        "56015;Berric;2008-2013;8,9",
        "56015;Berric;2007-2012;9,9",
        "56015;Berric;2012-2017;9,5",
        "56045;Le Cours;2013-2018;s",
        "56045;Le Cours;2012-2017;7",
    ),
    "stats.csv": (
        "Code;Libellé;Médiane du niveau de vie 2021;Taux de pauvreté 2021",
        "56015;Berric;23310;N/A - secret statistique",
        "56045;Le Cours;22830,5;12",
        "245614383;Questembert Communauté;;N/A - résultat non disponible",
    ),
    "melodi.csv": (
        "GEO;GEO_OBJECT;OCS;RP_MEASURE;CONF_STATUS;TIME_PERIOD;OBS_VALUE",
        "56015;COM;_T;DWELLINGS;F;2022;1000",
        "56015;COM;DW_VAC;DWELLINGS;F;2022;70",
        "56015;COM;_T;DWELLINGS;F;2016;900",
        "56045;COM;_T;DWELLINGS;F;2022;331",
        "56045;COM;DW_VAC;DWELLINGS;C;2022;24",
    ),
    "modele.csv": (
        "code;libelle;theme;territoire;annee;valeur;unite;source;code_territoire",
        "A;Alpha;Santé;Berric;2021;12,5;%;Insee;56015",
        "A;Alpha;Santé;Le Cours;2021;s;%;Insee;56045",
        "A;Alpha;Santé;Berric;2016;9;%;Insee;56015",
        "B;Bêta;Emploi;Le Cours;2021;3;personnes;CAF;56045",
    ),
}
"""A small file of each layout: figures, secrecy, absence, several years or levels."""


@pytest.mark.parametrize("nom", LARGES)
@FEW
@given(data=st.data())
def test_the_order_of_the_rows_changes_no_figure(nom, data):
    entete, *rows = LARGES[nom]
    shuffled = data.draw(st.permutations(rows))

    def said(lines) -> set[tuple[object, ...]]:
        told = lu(nom, table(entete, *lines)).valeurs.astype({"valeur": object})
        return set(told.where(told.notna(), None)[KEY].itertuples(index=False, name=None))

    assert said(shuffled) == said(rows)


COUNTS = st.integers(0, 30_000)
VARIABLES = {
    "P_LOG": "_T;_T;_T;DWELLINGS",
    "P_RP": "DW_MAIN;_T;_T;DWELLINGS",
    "P_RSECOCC": "DW_SEC_DW_OCC;_T;_T;DWELLINGS",
    "P_LOGVAC": "DW_VAC;_T;_T;DWELLINGS",
    "P_RP_PROP": "DW_MAIN;100;_T;DWELLINGS",
    "P_RP_LOC": "DW_MAIN;200;_T;DWELLINGS",
    "P_RP_LOCHLMV": "DW_MAIN;221;_T;DWELLINGS",
    "P_RP_ACH19": "DW_MAIN;_T;Y_LT1919;DWELLINGS",
    "P_RP_ACH45": "DW_MAIN;_T;Y1919T1945;DWELLINGS",
}
"""Of the census, and the dimensions that Melodi gives them."""


@FEW
@given(st.lists(COUNTS, min_size=36, max_size=36))
def test_a_census_is_the_same_wide_or_long(counts):
    keys = list(product(LIEUX, (2016, 2022), VARIABLES))
    known = dict(zip(keys, counts, strict=True))
    columns = [(year, name) for year in (2016, 2022) for name in VARIABLES]
    wide = table(
        ";".join(["CODGEO", *(f"P{year - 2000}{name[1:]}" for year, name in columns)]),
        *(";".join([lieu, *(str(known[lieu, *column]) for column in columns)]) for lieu in LIEUX),
    )
    long = table(
        "GEO;GEO_OBJECT;OCS;TSH;BUILD_END;RP_MEASURE;TIME_PERIOD;OBS_VALUE",
        *(
            f"{lieu};COM;{VARIABLES[name]};{year};{value}"
            for (lieu, year, name), value in known.items()
        ),
    )

    assert valeurs(lu("base-cc-logement.csv", wide)) == valeurs(lu("DS_RP.csv", long))


FIGURES = st.one_of(
    st.decimals("0.1", "99.9", places=1).map(str), st.sampled_from(("s", "nd")), st.just("0")
)
ECRITS = {"s": "N/A - secret statistique", "nd": "N/A - résultat non disponible"}


@FEW
@given(st.lists(FIGURES, min_size=4, max_size=4))
def test_what_is_published_is_the_same_in_every_layout(figures):
    """Filosofi, an interactive map and the template: the same figures, the same absences."""
    rows = dict(zip(product(LIEUX, ("MED21", "TP6021")), figures, strict=True))
    comma = {key: value.replace(".", ",") for key, value in rows.items()}
    filosofi = table(
        "CODGEO;MED21;TP6021",
        *(f"{lieu};{comma[lieu, 'MED21']};{comma[lieu, 'TP6021']}" for lieu in LIEUX),
    )
    carte = table(
        "Titre",
        "Code;Libellé;Médiane du niveau de vie 2021;Taux de pauvreté 2021",
        *(
            ";".join(
                [
                    lieu,
                    nom,
                    *(
                        ECRITS.get(comma[lieu, name], comma[lieu, name])
                        for name in ("MED21", "TP6021")
                    ),
                ]
            )
            for lieu, nom in LIEUX.items()
        ),
    )
    codes = {"MED21": "MED_NIV_VIE", "TP6021": "TX_PAUVRETE_60"}
    modele = table(
        ";".join(COLONNES),
        *(
            f"{codes[name]};{codes[name]};Emploi;{LIEUX[lieu]};2021;{value};%;Insee"
            for (lieu, name), value in comma.items()
        ),
    )

    said = valeurs(lu("cc_filosofi_2021_COM.csv", filosofi, ICI))
    assert valeurs(lu("stats.csv", carte, ICI)) == said
    assert valeurs(lu("modele.csv", modele, ICI)) == said


@FEW
@given(st.lists(st.tuples(COUNTS, COUNTS), min_size=2, max_size=2))
def test_the_rate_of_an_intercommunalite_is_that_of_its_people(communes):
    """Between the lowest and the highest of its communes; never the mean of their rates."""
    rows = [
        f"{lieu};{vacant + others};{vacant}"
        for lieu, (vacant, others) in zip(LIEUX, communes, strict=True)
    ]

    values = valeurs(lu("cc.csv", table("CODGEO;P22_LOG;P22_LOGVAC", *rows), ICI))

    vacant, total = (sum(n) for n in zip(*((v, v + o) for v, o in communes), strict=True))
    rate = values["TX_LOG_VACANTS", QUESTEMBERT.code, 2022]
    if not total:
        assert rate is Statut.SANS_OBJET
        return
    assert rate == pytest.approx(100 * vacant / total, abs=0.0501)
    known = [values["TX_LOG_VACANTS", lieu, 2022] for lieu in LIEUX]
    known = [value for value in known if not isinstance(value, Statut)]
    assert min(known) <= rate <= max(known)


@FEW
@given(st.sampled_from(("s", "nd", "")), st.integers(0, 1))
def test_one_unknown_count_and_there_is_no_sum(mark, which):
    rows = [f"{lieu};1000;{mark if n == which else 30}" for n, lieu in enumerate(LIEUX)]

    values = valeurs(lu("cc.csv", table("CODGEO;P22_LOG;P22_LOGVAC", *rows), ICI))

    assert ("TX_LOG_VACANTS", QUESTEMBERT.code, 2022) not in values
    assert values["LOGEMENTS", QUESTEMBERT.code, 2022] == 2000


def test_no_median_nor_published_share_is_ever_computed():
    """From all the variables of Filosofi at once, nothing comes out for who has no row."""
    published = {
        formule.haut[0][1]
        for _, recette in indicateurs()
        for formule in recette.formules
        if formule.publiee
    }
    columns = sorted(f"{name}21" for name in published)
    rows = [";".join([lieu, *("10" for _ in columns)]) for lieu in LIEUX]

    tableau = lu("filosofi.csv", table(";".join(["CODGEO", *columns]), *rows), ICI)

    assert {lieu.niveau for lieu in tableau.territoires} == {Niveau.COMMUNE}
    assert len(tableau.indicateurs) >= 15
