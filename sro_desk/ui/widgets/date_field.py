"""A date as people type it, echoed in its long form; keys t, + and -."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLabel, QLineEdit, QVBoxLayout, QWidget

from sro_desk.domain.dates import FIRST_YEAR, LAST_YEAR, long_date, parse_date, us_date
from sro_desk.ui.theme import GAP, Theme


class DateField(QWidget):
    """`value` is None while nothing, or nothing readable, is typed; `unreadable` tells which."""

    changed = Signal()

    def __init__(
        self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._calendar: QCalendarWidget | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText("MM/DD/YYYY")
        self.line.setToolTip("9/1/2025, 2025-09-01, Sep 1 2025; t is today; + and − move a day")
        self.line.installEventFilter(self)
        opens = self.line.addAction(
            theme.icon("calendar"), QLineEdit.ActionPosition.TrailingPosition
        )
        opens.setToolTip("Choose from a calendar (Alt+Down)")
        theme.dress(opens, "calendar")
        self._echo = QLabel()
        self._echo.setProperty("role", "echo")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 4)
        column.addWidget(self.line)
        column.addWidget(self._echo)
        self.setFocusProxy(self.line)
        self._show_echo()
        opens.triggered.connect(self.open_calendar)
        self.line.textChanged.connect(self._on_text)
        self.line.editingFinished.connect(self._tidy)

    @property
    def value(self) -> date | None:
        """The date typed."""
        return parse_date(self.line.text(), today=self._today())

    @value.setter
    def value(self, day: date | None) -> None:
        self.line.setText("" if day is None else us_date(day))

    @property
    def text(self) -> str:
        """What is typed, readable or not."""
        return self.line.text()

    @property
    def unreadable(self) -> bool:
        """Whether something is typed that is no date."""
        return bool(self.line.text().strip()) and self.value is None

    def setAccessibleName(self, name: str) -> None:
        """The name of the field is that of the line in it."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_problem(self, *, wrong: bool) -> None:
        """Mark the line as wrong, or not."""
        self.line.setProperty("problem", wrong)
        self.line.style().polish(self.line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys t, + and -; arrows move a day too, Alt+Down opens the calendar."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    @Slot()
    def open_calendar(self) -> None:
        """Show a month to choose from."""
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Sunday)
        calendar.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        shown = self.value or self._today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(self._take_from_calendar)
        calendar.clicked.connect(self._take_from_calendar)
        calendar.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        calendar.show()
        self._calendar = calendar

    @Slot(QDate)
    def _take_from_calendar(self, day: QDate) -> None:
        self.value = date(day.year(), day.month(), day.day())
        if self._calendar is not None:
            self._calendar.close()
            self._calendar = None
        self.line.setFocus()

    @Slot()
    def _on_text(self) -> None:
        self._show_echo()
        self.changed.emit()

    @Slot()
    def _tidy(self) -> None:
        if (day := self.value) is not None:
            self.value = day

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return True
        if event.key() == Qt.Key.Key_T and not self.line.text().strip():
            self.value = self._today()
            return True
        steps = {
            Qt.Key.Key_Plus: 1,
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Minus: -1,
            Qt.Key.Key_Down: -1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or (event.key() == Qt.Key.Key_Minus and self._writes_a_dash()):
            return False
        return self._move(step)

    def _writes_a_dash(self) -> bool:
        """Whether `-` belongs to a date being typed, as in 9-1-2025."""
        return self.value is None or self.line.cursorPosition() < len(self.line.text())

    def _move(self, days: int) -> bool:
        day = self.value
        if day is None or self.line.text().strip()[0] in "+-":
            return False
        if date.min < day < date.max:
            self.value = day + timedelta(days=days)
        return True

    def _show_echo(self) -> None:
        day = self.value
        words = long_date(day) if day else ""
        if self.unreadable:
            words = "Not a date yet: write 9/1/2025"
        self._echo.setText(words)
        self.line.setAccessibleDescription(words)
