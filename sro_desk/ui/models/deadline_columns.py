"""The columns of the officers on the home page."""

from datetime import date

from PySide6.QtCore import Qt

from sro_desk.domain.codes import Light, Step
from sro_desk.domain.dates import long_date
from sro_desk.domain.names import search_key
from sro_desk.domain.sentences import gap_words, light_words, status_words, step_words
from sro_desk.services.findings import OverviewRow
from sro_desk.ui.models.table import Column
from sro_desk.ui.short_words import days_words, deadline_words, missing_words

_LAST = date.max.toordinal()


def column_of_step() -> int:
    """Where the button of a row is."""
    return len(COLUMNS) - 1


def step_text(row: OverviewRow) -> str:
    """What the button says; empty where there is nothing to do."""
    step = row.finding.next_step
    return "" if step is Step.NONE else step_words(step)


def _gaps(row: OverviewRow) -> str:
    return "\n".join(map(gap_words, row.finding.gaps))


def _nominal(row: OverviewRow) -> int:
    deadline = row.finding.deadline
    return deadline.nominal.toordinal() if deadline else _LAST


def _deadline_told(row: OverviewRow) -> str:
    deadline = row.finding.deadline
    if deadline is None:
        return "No deadline"
    if deadline.nominal == deadline.legal:
        return long_date(deadline.nominal)
    return f"Nominal: {long_date(deadline.nominal)}\nLegal last day: {long_date(deadline.legal)}"


COLUMNS: tuple[Column[OverviewRow], ...] = (
    Column(
        "Light",
        lambda row: light_words(row.finding.light),
        sort=lambda row: list(Light).index(row.finding.light),
        light=lambda row: row.finding.light,
        width=168,
    ),
    Column("Officer", lambda row: row.name, sort=lambda row: search_key(row.officer.sort_name),
           tooltip=lambda row: row.name, width=160),
    Column("Districts", lambda row: ", ".join(row.districts),
           tooltip=lambda row: "\n".join(row.districts), width=100),
    Column("Par.", lambda row: row.finding.paragraph or "", width=48),
    Column("Status", lambda row: status_words(row.finding.status), width=100),
    Column("Deadline", lambda row: deadline_words(row.finding.deadline), sort=_nominal,
           tooltip=_deadline_told, width=100),
    Column(
        "Days left",
        lambda row: days_words(row.finding.days_left),
        sort=lambda row: _LAST if row.finding.days_left is None else row.finding.days_left,
        align=Qt.AlignmentFlag.AlignRight,
        width=112,
    ),
    Column("Missing", lambda row: missing_words(row.finding), tooltip=_gaps, width=152),
    Column("Next step", step_text, tooltip=lambda row: f"{step_text(row)} (Ctrl+Enter)", width=180),
)  # fmt: skip
