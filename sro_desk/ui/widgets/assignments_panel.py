"""An officer's assignments: where, in which role, from when until when."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sro_desk.domain.dates import us_date
from sro_desk.domain.names import district_label
from sro_desk.domain.records import Assignment, District, DistrictId, School, SchoolId
from sro_desk.domain.words import role_words
from sro_desk.services.officers import OfficerDetail
from sro_desk.ui.context import Context
from sro_desk.ui.models.table import Column
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.record_list import ListWords, RecordList, void_words

_WORDS = ListWords(
    name="officer-assignments",
    what="assignment",
    title="Assignments",
    add="Add assignment",
    icon="school",
    empty="No assignment yet",
    hint="Say at which district the officer serves, and from when: the deadline follows from it.",
)
_OPEN = date.max.toordinal()


def _covered_words(assignment: Assignment) -> str:
    if assignment.meets_definition:
        return "Yes"
    reason = assignment.definition_reason
    return f"No: {reason}" if reason else "No"


def _undated_words(assignment: Assignment) -> str:
    return f"{assignment.booked_days} days booked with no date yet"


class AssignmentsPanel(QWidget):
    """Latest first."""

    end_asked = Signal(object)  # Assignment

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._districts: Mapping[DistrictId, District] = {}
        self._schools: Mapping[SchoolId, School] = {}
        self.list: RecordList[Assignment] = RecordList(context, self._columns(), _WORDS)
        self._end = QAction("End", self)
        self._end.setToolTip("Enter the last day of this assignment")
        self._end.setShortcut(QKeySequence("Shift+F2"))
        context.theme.dress(self._end, "today")
        self.list.add_action(self._end, can=lambda row: row.ends_on is None)
        self._end.triggered.connect(self._ask_end)
        around = QVBoxLayout(self)
        around.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        around.addWidget(self.list)

    def show_detail(self, detail: OfficerDetail) -> None:
        """Show the assignments of an officer."""
        self._districts, self._schools = detail.districts, detail.schools
        latest_first = sorted(
            detail.record.assignments, key=lambda each: (each.assumed, each.id), reverse=True
        )
        self.list.show_records(latest_first, locked=detail.officer.voided is not None)

    @Slot()
    def _ask_end(self) -> None:
        if self.list.current is not None:
            self.end_asked.emit(self.list.current)

    def _columns(self) -> tuple[Column[Assignment], ...]:
        return (
            Column("District", self._label, tooltip=self._name, width=112),
            Column("School", self._school, tooltip=self._school, width=168),
            Column("Role", lambda row: role_words(row.role), width=88),
            Column("From", lambda row: us_date(row.assumed),
                   sort=lambda row: row.assumed.toordinal(), width=92),
            Column("To", lambda row: us_date(row.ends_on) if row.ends_on else "open",
                   sort=lambda row: row.ends_on.toordinal() if row.ends_on else _OPEN, width=92),
            Column("Covered", _covered_words, tooltip=_covered_words, width=84),
            Column("Undated", lambda row: str(row.booked_days or ""),
                   sort=lambda row: row.booked_days, tooltip=_undated_words, width=80),
            Column("Voided", void_words, tooltip=void_words, width=96),
        )  # fmt: skip

    def _label(self, row: Assignment) -> str:
        district = self._districts[row.district]
        return district_label(district.name, district.kind, district.state_id)

    def _name(self, row: Assignment) -> str:
        return self._districts[row.district].name

    def _school(self, row: Assignment) -> str:
        return "Whole district" if row.school is None else self._schools[row.school].name
