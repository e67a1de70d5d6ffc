"""A substitute's contact days: the count to 60, when it is reached, and the year to enter them."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sro_desk.domain.codes import DayKind
from sro_desk.domain.records import Assignment, AssignmentId, OfficerId
from sro_desk.services import contact_days, school_years
from sro_desk.services.school_years import SchoolYear
from sro_desk.services.year_words import (
    assignment_words,
    count_words,
    outlook_words,
    year_title,
)
from sro_desk.ui.context import Context
from sro_desk.ui.models.year_days import Wanted, YearDays
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.calendar_legend import CalendarLegend
from sro_desk.ui.widgets.day_meter import DayMeter
from sro_desk.ui.widgets.empty_state import EmptyState
from sro_desk.ui.widgets.message_bar import MessageBar
from sro_desk.ui.widgets.scrolled import Scrolled
from sro_desk.ui.widgets.year_calendar import YearCalendar


class ContactDaysPanel(QWidget):
    """One drag is one write, so that one Undo takes it back."""

    add_asked = Signal()  # a substitute assignment is wanted

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._officer: OfficerId | None = None
        self._locked = True
        self._year: int | None = None
        self._shown: SchoolYear | None = None
        self.bar = MessageBar(context.theme)
        self.title = QLabel()
        self.assignments = QComboBox()
        self.meter = DayMeter(context.theme)
        self.count = QLabel()
        self.outlook = QLabel()
        self.calendar = YearCalendar(context.theme)
        self._legend = CalendarLegend(context.theme)
        self._make_actions()
        self._lay_out()
        self._connect()

    @property
    def shown(self) -> SchoolYear | None:
        """The school year on screen."""
        return self._shown

    def show_officer(self, officer: OfficerId | None, *, locked: bool = False) -> None:
        """Show an officer's year; of the same officer the year on screen, read again."""
        if officer != self._officer:
            self._year = None
            self.bar.dismiss()
        self._officer = officer
        self._locked = locked or self._context.read_only
        if officer is None:
            return
        year, on = self._year, self._context.today()
        self._context.jobs.ask(
            self,
            lambda db: school_years.of_officer(db, officer, year, on),
            lambda found: self._take(found, year),
        )

    def _take(self, found: SchoolYear, asked: int | None) -> None:
        if found.officer != self._officer or asked != self._year:
            return
        self._shown, self._year = found, found.year
        none = not found.assignments and not found.elsewhere and not found.days
        self._stack.setCurrentIndex(0 if none else 1)
        self.title.setText(year_title(found.year))
        words, outlook = count_words(found), outlook_words(found)
        self.meter.show_count(found.count, words)
        self.count.setText(words)
        self.outlook.setText(outlook)
        self.outlook.setVisible(bool(outlook))
        self._fill_assignments(found)
        self._show_days()
        self._inside.setMinimumWidth(self._inside.minimumSizeHint().width())  # no bar takes of it

    def _fill_assignments(self, found: SchoolYear) -> None:
        kept = self.assignments.currentData()
        self.assignments.blockSignals(True)
        self.assignments.clear()
        for each in found.assignments:
            self.assignments.addItem(assignment_words(each, found), each.id)
        place = self.assignments.findData(kept)
        self.assignments.setCurrentIndex(_chosen(found) if place < 0 else place)
        self.assignments.setEnabled(self.assignments.count() > 1)
        if not found.assignments:
            self.assignments.addItem("No substitute assignment in this school year")
        self.assignments.blockSignals(False)

    @Slot()
    def _show_days(self) -> None:
        if self._shown is None:
            return
        chosen = self._chosen_assignment()
        can = chosen is not None and not self._locked
        for action in (self.serve, self.book, self.clear):
            action.setEnabled(can)
        self.calendar.show_year(_year_days(self._shown, chosen), locked=not can)

    @Slot(object)
    def _set_days(self, wanted: Wanted) -> None:
        chosen = self._chosen_assignment()
        if chosen is None:
            return
        self.bar.dismiss()
        days, assignment, actor = dict(wanted), chosen.id, self._context.actor
        self._context.jobs.ask(
            self,
            lambda db: contact_days.set_days(db, assignment, days, actor=actor),
            lambda _: None,
            lambda error: self.bar.warn(str(error)),
        )

    @Slot()
    def _earlier(self) -> None:
        self._go_to_year(-1)

    @Slot()
    def _later(self) -> None:
        self._go_to_year(1)

    @Slot(QRect)
    def _show_cursor(self, cell: QRect) -> None:
        """Scroll so that the day is seen."""
        place = self.calendar.mapTo(self._inside, cell.center())
        around = cell.height() + 2 * GAP
        self._scroll.ensureVisible(place.x(), place.y(), around, around)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.bar.keep(sentence, "problem")

    def _go_to_year(self, by: int) -> None:
        if self._shown is not None:
            self._year = self._shown.year + by
            self.show_officer(self._officer, locked=self._locked)

    def _chosen_assignment(self) -> Assignment | None:
        chosen: AssignmentId | None = self.assignments.currentData()
        if self._shown is None:
            return None
        return next((each for each in self._shown.assignments if each.id == chosen), None)

    def _make_actions(self) -> None:
        theme = self._context.theme
        self.earlier = QAction("Earlier school year", self)
        self.later = QAction("Later school year", self)
        self.serve = QAction("Served", self)
        self.book = QAction("Booked", self)
        self.clear = QAction("Clear", self)
        self.add = QAction("Add a substitute assignment", self)
        for action, icon in (
            (self.earlier, "chevron-left"),
            (self.later, "chevron-right"),
            (self.serve, "check"),
            (self.book, "calendar"),
            (self.clear, "close"),
            (self.add, "add"),
        ):
            theme.dress(action, icon)
        self.add.setEnabled(not self._context.read_only)
        self.serve.setToolTip("The days selected were served")
        self.book.setToolTip("The days selected are booked")
        self.clear.setToolTip("The days selected do not count")

    def _connect(self) -> None:
        self.earlier.triggered.connect(self._earlier)
        self.later.triggered.connect(self._later)
        self.serve.triggered.connect(self.calendar.serve)
        self.book.triggered.connect(self.calendar.book)
        self.clear.triggered.connect(self.calendar.clear)
        self.add.triggered.connect(self.add_asked)
        self.assignments.currentIndexChanged.connect(self._show_days)
        self.calendar.days_set.connect(self._set_days)
        self.calendar.refused.connect(self._refuse)
        self.calendar.cursor_moved.connect(self._show_cursor)

    def _lay_out(self) -> None:
        self.title.setProperty("role", "heading")
        self.assignments.setAccessibleName("Days are entered under")
        self.assignments.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.assignments.setMinimumContentsLength(16)
        for label in (self.count, self.outlook):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(self._head())
        column.addWidget(self.meter)
        column.addWidget(self.count)
        column.addWidget(self.outlook)
        column.addWidget(self._legend)
        column.addWidget(self.calendar)
        column.addStretch(1)
        self._scroll: QScrollArea = Scrolled(self._inside)
        self._scroll.setMinimumSize(30 * GAP, 18 * GAP)
        empty = EmptyState(
            self._context.theme,
            "calendar",
            "No substitute assignment",
            "Contact days are counted for substitutes: fewer than 60 in a school year, "
            "and V.D exempts the officer from the training.",
        )
        empty.add_button(self.add)
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(empty)
        self._stack.addWidget(self._scroll)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self.bar)
        around.addWidget(stack, 1)

    def _head(self) -> QHBoxLayout:
        under = QLabel("Days &under")
        under.setBuddy(self.assignments)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._arrow(self.earlier))
        row.addWidget(self.title)
        row.addWidget(self._arrow(self.later))
        row.addSpacing(GAP)
        row.addWidget(under)
        row.addWidget(self.assignments, 1)
        for action, keys in ((self.serve, "S"), (self.book, "B"), (self.clear, "Del")):
            button = ActionButton(action, keys=keys)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the selection stays in the calendar
            row.addWidget(button)
        return row

    def _arrow(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(action.text())
        return button


def _chosen(found: SchoolYear) -> int:
    """The assignment that runs today, else the last of the year."""
    for place, each in enumerate(found.assignments):
        if each.assumed <= found.on and (each.ends_on is None or each.ends_on >= found.on):
            return place
    return len(found.assignments) - 1


def _year_days(found: SchoolYear, chosen: Assignment | None) -> YearDays:
    mine: dict[date, DayKind] = {}
    others: dict[date, tuple[DayKind, str]] = {}
    places: Mapping[AssignmentId, str] = {
        each.id: found.labels.get(each.district, "") for each in found.assignments
    }
    for day in found.days:
        if chosen is not None and day.assignment == chosen.id:
            mine[day.on] = day.kind
        elif others.get(day.on, (DayKind.BOOKED,))[0] is DayKind.BOOKED:
            others[day.on] = day.kind, places.get(day.assignment, "another district")
    projection = found.projection
    return YearDays(
        first=found.first,
        last=found.last,
        today=found.on,
        mine=mine,
        others=others,
        holidays=found.holidays,
        from_=None if chosen is None else chosen.assumed,
        to=None if chosen is None else chosen.ends_on,
        sixtieth_on=found.count.sixtieth_on,
        projected_on=None if projection is None else projection.reached_on,
    )
