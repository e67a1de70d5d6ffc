"""What was: the outcome of each service period, and every change, before and after."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sro_desk.domain.dates import us_date
from sro_desk.domain.finding import PeriodOutcome
from sro_desk.domain.ledger_words import FieldChange, local_time
from sro_desk.domain.names import district_label
from sro_desk.domain.records import OfficerId
from sro_desk.domain.sentences import role_words, status_words, why
from sro_desk.services import officer_history
from sro_desk.services.officer_history import HistoryLine
from sro_desk.services.officers import OfficerDetail
from sro_desk.ui.context import Context
from sro_desk.ui.models.table import Column, TableModel
from sro_desk.ui.short_words import deadline_words
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.before_after import BeforeAfter
from sro_desk.ui.widgets.divided import Divided
from sro_desk.ui.widgets.table import Table

_MOST_PERIODS = 4  # rows of the upper table before it scrolls
_CHANGE_COLUMNS: tuple[Column[HistoryLine], ...] = (
    Column("When", lambda line: local_time(line.at), sort=lambda line: line.seq, width=152),
    Column("What", lambda line: line.words, tooltip=lambda line: line.words, width=300),
    Column("Who", lambda line: line.actor, width=120, shown=False),
)


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A service period, told from the others by its first day."""

    id: date
    outcome: PeriodOutcome


class OfficerHistoryPanel(QWidget):
    """The changes are read when the panel is seen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._detail: OfficerDetail | None = None
        self._read: OfficerDetail | None = None  # for which the changes were asked
        self._line: HistoryLine | None = None
        self.periods: TableModel[PeriodLine] = TableModel(self._period_columns())
        self._periods: Table[PeriodLine] = Table(context, self.periods, "officer-periods")
        self.changes: TableModel[HistoryLine] = TableModel(_CHANGE_COLUMNS)
        self.table: Table[HistoryLine] = Table(context, self.changes, "officer-history")
        self.before_after = BeforeAfter()
        self._lay_out()
        self.table.row_changed.connect(self._show_line)

    def show_detail(self, detail: OfficerDetail) -> None:
        """Show the periods of an officer, and ask for the changes where they are to be seen."""
        another = self._detail is None or self._detail.officer.id != detail.officer.id
        self._detail = detail
        self.periods.show_rows(
            [PeriodLine(each.period.assumed, each) for each in reversed(detail.finding.history)]
        )
        self._fit_periods()
        if another:
            self.changes.show_rows(())
            self._show_line(None)
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is to be seen now."""
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        detail = self._detail
        if detail is None or detail is self._read or not self.isVisible():
            return
        self._read, officer = detail, detail.officer.id
        self._context.jobs.ask(
            self,
            lambda db: officer_history.of_officer(db, officer),
            lambda lines: self._take(officer, lines),
        )

    def _take(self, officer: OfficerId, lines: tuple[HistoryLine, ...]) -> None:
        if self._detail is None or self._detail.officer.id != officer:
            return
        self.changes.show_rows(lines)
        if lines and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.changes.index(0, 0))

    @Slot(object)
    def _show_line(self, line: HistoryLine | None) -> None:
        self._line = line
        if line is None:
            self.before_after.show_changes(())
            return
        self._context.jobs.ask(
            self,
            lambda db: officer_history.changes(db, line),
            lambda found: self._take_changes(line, found),
        )

    def _take_changes(self, line: HistoryLine, found: tuple[FieldChange, ...]) -> None:
        if line is self._line:
            self.before_after.show_changes(found)

    def _fit_periods(self) -> None:
        rows = min(max(1, self.periods.rowCount()), _MOST_PERIODS)
        header = self._periods.horizontalHeader().sizeHint().height()
        row = self._periods.verticalHeader().defaultSectionSize()
        self._periods.setFixedHeight(header + rows * row + GAP)

    def _lay_out(self) -> None:
        self._periods.setAccessibleName("Service periods")
        self._periods.say_when_empty(
            "deadlines", "", "No service period: add an assignment that is covered."
        )
        self.table.setAccessibleName("Changes")
        self.table.say_when_empty("activity", "", "Every change will be listed here.")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addWidget(_heading("Service periods"))
        column.addWidget(self._periods)
        column.addWidget(_heading("Changes"))
        column.addWidget(
            Divided(
                self._context.preferences,
                "officer-history",
                self.table,
                self.before_after,
                widths=(480, 360),
            ),
            1,
        )

    def _period_columns(self) -> tuple[Column[PeriodLine], ...]:
        return (
            Column("Period", _period_words, sort=lambda line: line.id.toordinal(), width=176),
            Column("Role", lambda line: role_words(line.outcome.period.role), width=88),
            Column("Districts", self._districts, tooltip=self._districts, width=144),
            Column("Par.", lambda line: line.outcome.paragraph.value, width=52),
            Column("Outcome", lambda line: status_words(line.outcome.status), tooltip=_why,
                   width=160),
            Column("Deadline", lambda line: deadline_words(line.outcome.deadline), width=104),
            Column("Trained", _trained_words, width=92),
        )  # fmt: skip

    def _districts(self, line: PeriodLine) -> str:
        if self._detail is None:
            return ""
        known = (self._detail.districts[district] for district in line.outcome.period.districts)
        return ", ".join(district_label(one.name, one.kind, one.state_id) for one in known)


def _period_words(line: PeriodLine) -> str:
    last = line.outcome.period.ends_on
    return f"{us_date(line.id)} – {us_date(last) if last else 'open'}"


def _trained_words(line: PeriodLine) -> str:
    trained_on = line.outcome.trained_on
    return us_date(trained_on) if trained_on else ""


def _why(line: PeriodLine) -> str:
    return "\n".join(why(line.outcome.why))


def _heading(words: str) -> QLabel:
    heading = QLabel(words)
    heading.setProperty("role", "heading")
    return heading
