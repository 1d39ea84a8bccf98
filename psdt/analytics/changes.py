"""What a table of figures changes in another one."""

import numpy as np
import pandas as pd

from psdt.domain.imports import Etat

CLE = ["code", "niveau", "code_territoire", "annee"]
"""What a figure is about."""
A_REGARDER = 0.5
"""A change of more than half of the former figure deserves a look."""


def changes(new: pd.DataFrame, old: pd.DataFrame) -> pd.DataFrame:
    """Say of each figure whether it is new, and what it replaces.

    Parameters
    ----------
    new, old : DataFrame
        One row a figure: ``code``, ``niveau``, ``code_territoire`` and ``annee``, unique
        together; ``valeur``, missing unless ``statut`` (Statut) is OK.

    Returns
    -------
    DataFrame
        Rows and columns of ``new``, in its order, and:

        - ``avant``, ``statut_avant`` : what ``old`` holds, missing where it holds nothing.
        - ``etat`` : Etat. Two figures missing for the same reason are unchanged.
        - ``ampleur`` : float, size of the change as a share of the former figure; infinite
          from zero, or when a known figure is lost; 0 when one is only made known.
        - ``a_regarder`` : bool, whether the change is larger than ``A_REGARDER``.

    Examples
    --------
    >>> from psdt.domain.indicators import Statut
    >>> old = pd.DataFrame(
    ...     [["POP", "c", "56015", 2021, 200.0, Statut.OK]], columns=[*CLE, "valeur", "statut"]
    ... )
    >>> found = changes(old.assign(valeur=320.0), old)
    >>> found[["etat", "avant", "ampleur", "a_regarder"]].to_numpy().tolist()
    [[<Etat.CHANGEE: 'changée'>, 200.0, 0.6, True]]
    """
    before = old[[*CLE, "valeur", "statut"]]
    before = before.rename(columns={"valeur": "avant", "statut": "statut_avant"})
    both = new.merge(before, on=CLE, how="left", validate="one_to_one")
    both.index = new.index
    there = both["statut_avant"].notna()
    was_known, is_known = both["avant"].notna(), both["valeur"].notna()
    same = there & np.where(
        was_known & is_known,
        both["avant"] == both["valeur"],
        ~was_known & ~is_known & (both["statut_avant"] == both["statut"]),
    )
    etat = np.select([~there, same], [Etat.NOUVELLE, Etat.INCHANGEE], Etat.CHANGEE)
    both["etat"] = pd.Series([Etat(name) for name in etat], index=new.index, dtype=object)
    changed = there & ~same
    size = (both["valeur"] - both["avant"]).abs()
    base = both["avant"].abs()
    share = (size / base.where(base > 0)).where(base > 0, np.inf)
    share = share.where(is_known, np.inf)
    both["ampleur"] = share.where(changed & was_known, 0.0).fillna(0.0)
    both["a_regarder"] = both["ampleur"] > A_REGARDER
    return both
