"""A form: labels, fields, and beside each field what is wrong with it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sro_desk.domain.faults import Fault, fault_words
from sro_desk.domain.problems import Problem
from sro_desk.ui.theme import GAP

_LABEL_WIDTH = 17 * GAP


class FormRow:
    """One field with its label and the line for what is wrong."""

    def __init__(self, label: str, field: QWidget, hint: str, parent: QWidget) -> None:
        self.field = field
        self.hint = hint
        self.touched = False
        self.shown = True
        self.label = QLabel(label, parent)
        self.label.setBuddy(field)
        self.label.setWordWrap(True)
        self.words = QLabel(hint, parent)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("role", "muted")
        self.words.setVisible(bool(hint))
        if not field.accessibleName():
            field.setAccessibleName(self.name)

    @property
    def name(self) -> str:
        """The label in words."""
        return self.label.text().replace("&", "").rstrip(":")

    def show_words(self, words: str, *, problem: bool) -> None:
        """Say what is wrong, or worth asking; the hint where it is nothing."""
        shown = words or self.hint
        self.words.setText(shown)
        self.words.setVisible(bool(shown) and self.shown)
        self.words.setProperty("role", "problem" if words else "muted")
        self.words.style().polish(self.words)
        line = getattr(self.field, "line", self.field)
        if line.property("problem") != problem:
            line.setProperty("problem", problem)
            line.style().polish(line)
        self.field.setAccessibleDescription(shown)


class Form(QWidget):
    """Rows by name; a problem shows only once its field was visited, or when all are shown."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, FormRow] = {}
        self._problems: tuple[Problem, ...] = ()
        self._show_all = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GAP)
        self._grid.setVerticalSpacing(GAP // 2)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)

    def add(self, name: str, label: str, field: QWidget, *, hint: str = "") -> FormRow:
        """Add a field; `name` is the draft's, `label` may hold a mnemonic."""
        row = FormRow(label, field, hint, self)
        self._rows[name] = row
        place = 3 * len(self._rows)
        self._grid.addWidget(row.label, place, 0, Qt.AlignmentFlag.AlignTop)
        row.label.setContentsMargins(0, GAP // 2 + 1, 0, 0)
        self._grid.addWidget(field, place, 1)
        self._grid.addWidget(row.words, place + 1, 1)
        self._grid.setRowMinimumHeight(place + 2, GAP // 2)
        for widget in (field, *field.findChildren(QWidget)):
            widget.installEventFilter(self)
        _listen(field, self)
        return row

    def add_under_label(self, name: str, widget: QWidget) -> None:
        """Add a small note about a field beneath its label."""
        label = self._rows[name].label
        place = 3 * (list(self._rows).index(name) + 1)
        self._grid.removeWidget(label)
        column = QVBoxLayout()
        column.setSpacing(GAP // 4)
        column.addWidget(label)
        column.addWidget(widget)
        self._grid.addLayout(column, place, 0, Qt.AlignmentFlag.AlignTop)

    def add_beneath(self, widget: QWidget) -> None:
        """Add what is no field, such as a note, as wide as the form."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def row(self, name: str) -> FormRow:
        """A row by the draft's name of its field."""
        return self._rows[name]

    def name_of(self, widget: QWidget) -> str | None:
        """The row that a widget belongs to."""
        for name, row in self._rows.items():
            if row.field is widget or row.field.isAncestorOf(widget):
                return name
        return None

    def visit(self, name: str) -> None:
        """As if the person had been in a field: what is wrong with it is said."""
        self._rows[name].touched = True

    def set_row_visible(self, name: str, *, visible: bool) -> None:
        """Show or hide a row."""
        row = self._rows[name]
        row.shown = visible
        row.label.setVisible(visible)
        row.field.setVisible(visible)
        row.words.setVisible(visible and bool(row.words.text()))

    def unreadable(self) -> tuple[Problem, ...]:
        """The fields in which something is typed that would be lost, such as half a date."""
        return tuple(
            Problem(name, Fault.DATE_UNREADABLE)
            for name, row in self._rows.items()
            if getattr(row.field, "unreadable", False) and row.field.isEnabled()
        )

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say beside each field what is wrong with it."""
        self._problems = tuple(problems)
        self._refresh()

    def show_all_problems(self) -> None:
        """As if every field had been visited; the cursor goes to the first that blocks."""
        self._show_all = True
        self._refresh()
        for problem in self._problems:
            if not problem.warning and problem.field in self._rows:
                self._rows[problem.field].field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def focus_first(self) -> None:
        """Put the cursor in the first field that takes it."""
        for row in self._rows.values():
            takes = row.field.focusProxy() or row.field
            if row.shown and takes.isEnabled() and takes.focusPolicy() & Qt.FocusPolicy.TabFocus:
                takes.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def forget_visits(self) -> None:
        """Begin anew: no field was visited yet."""
        self._show_all = False
        for row in self._rows.values():
            row.touched = False
        self._refresh()

    def needed(self) -> tuple[str, ...]:
        """The labels of the fields that keep the draft from being stored."""
        fields = dict.fromkeys(each.field for each in self._problems if not each.warning)
        return tuple(self._rows[name].name for name in fields if name in self._rows)

    def unplaced(self) -> tuple[str, ...]:
        """The words for problems of fields that the form does not have."""
        return tuple(
            fault_words(each.fault) for each in self._problems if each.field not in self._rows
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that was left has been visited; one whose list opened has not been left."""
        if isinstance(event, QFocusEvent) and _leaves(event) and isinstance(watched, QWidget):
            for row in self._rows.values():
                if (row.field is watched or row.field.isAncestorOf(watched)) and not row.touched:
                    row.touched = True
                    self._refresh()
        return super().eventFilter(watched, event)

    def _refresh(self) -> None:
        for name, row in self._rows.items():
            here = [each for each in self._problems if each.field == name]
            shown = here if row.touched or self._show_all else []
            blocks = any(not each.warning for each in shown)
            words = " ".join(fault_words(each.fault) for each in shown)
            row.show_words(words, problem=blocks)


def _listen(field: QWidget, form: Form) -> None:
    changed = getattr(field, "changed", None)
    if changed is not None:
        changed.connect(form.edited)
    elif isinstance(field, QLineEdit | QPlainTextEdit):
        field.textChanged.connect(lambda *_: form.edited.emit())
    elif isinstance(field, QComboBox):
        field.currentIndexChanged.connect(lambda *_: form.edited.emit())
    elif isinstance(field, QSpinBox):
        field.valueChanged.connect(lambda *_: form.edited.emit())
    elif isinstance(field, QAbstractButton):
        field.toggled.connect(lambda *_: form.edited.emit())
    else:
        for child in field.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            _listen(child, form)


def _leaves(event: QFocusEvent) -> bool:
    here = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
    return event.type() == QEvent.Type.FocusOut and event.reason() not in here
