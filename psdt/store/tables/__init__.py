"""Tables. Rows never leave ``psdt.store``: functions return dataclasses or DataFrames."""

from psdt.store.tables.access import CodeRow, CompteRow, MandatRow, ParticipantRow, SessionRow
from psdt.store.tables.base import Base
from psdt.store.tables.demarche import ActiviteRow, DemarcheRow, JournalRow, SeanceRow
from psdt.store.tables.elements import ElementRow, LienRow
from psdt.store.tables.imports import (
    DescriptionRow,
    ImportRow,
    ModificationRow,
    QuestionRow,
    ReponseRow,
    ValeurRemplaceeRow,
)
from psdt.store.tables.indicateurs import IndicateurRow, TerritoireRow, ValeurRow
from psdt.store.tables.notation import BulletinRow, CritereRow, NoteRow
from psdt.store.tables.propos import ProposRow
from psdt.store.tables.themes import RangementRow, RegroupementRow, ThemeRow

__all__ = [
    "ActiviteRow",
    "Base",
    "BulletinRow",
    "CodeRow",
    "CompteRow",
    "CritereRow",
    "DemarcheRow",
    "DescriptionRow",
    "ElementRow",
    "ImportRow",
    "IndicateurRow",
    "JournalRow",
    "LienRow",
    "MandatRow",
    "ModificationRow",
    "NoteRow",
    "ParticipantRow",
    "ProposRow",
    "QuestionRow",
    "RangementRow",
    "RegroupementRow",
    "ReponseRow",
    "SeanceRow",
    "SessionRow",
    "TerritoireRow",
    "ThemeRow",
    "ValeurRemplaceeRow",
    "ValeurRow",
]
