"""The officers of one course: type a few letters, Enter adds the next; each with a number."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sro_desk.domain.records import Officer, OfficerId
from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.chooser import Chooser

_LONG_WORD = re.compile(r"(\w{20})(?=\w)")  # may be broken there, where it would be cut off


def officer_words(officer: Officer) -> str:
    """How a list tells officers apart: "Olson, Erik  ·  badge 412"."""
    badge = f"  ·  badge {officer.badge}" if officer.badge else ""
    return f"{officer.sort_name}{badge}"


class OfficerRow(QFrame):
    """One chosen officer: the name, the certificate's number, and a button that removes both."""

    removed = Signal(object)  # OfficerRow
    edited = Signal()

    def __init__(self, officer: Officer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.officer = officer
        self.setProperty("card", "true")
        self.number = QLineEdit()
        self.number.setPlaceholderText("Number")
        self.number.setAccessibleName(f"Certificate number of {officer.name}")
        self._remove = QToolButton()
        self._remove.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Backspace does it by keyboard
        self._remove.setToolTip(f"Remove {officer.name}")
        self._remove.setAccessibleName(f"Remove {officer.name}")
        theme.dress(self._remove, "close")
        self._lay_out()
        self.number.textEdited.connect(self.edited)
        self._remove.clicked.connect(lambda: self.removed.emit(self))

    def _lay_out(self) -> None:
        name = QLabel(_LONG_WORD.sub("\\1\u200b", self.officer.name))
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        name.setToolTip(officer_words(self.officer))
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._remove.setIconSize(QSize(16, 16))
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP // 2, GAP // 2, GAP // 2)
        row.addWidget(name, 3)
        row.addWidget(self.number, 2)
        row.addWidget(self._remove)


class OfficersField(QWidget):
    """A chooser, and beneath it a row for each officer chosen.

    With a single officer the number stands in the form's own field; with
    several each row shows its own. Backspace in the empty chooser takes the
    last one off again.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[OfficerRow] = []
        self._one_only = False
        self.chooser: Chooser[Officer] = Chooser(officer_words, add="Add an officer")
        self.chooser.installEventFilter(self)
        self.chooser.setAccessibleName("Officer")
        self.setFocusProxy(self.chooser)
        self._show_what_to_type()
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.chooser)
        column.addLayout(self._list)
        self.chooser.changed.connect(self.changed)
        self.chooser.chosen.connect(self._add_chosen)

    @property
    def officers(self) -> tuple[OfficerId, ...]:
        """The officers chosen, in the order of choosing."""
        return tuple(row.officer.id for row in self._rows)

    @property
    def several(self) -> bool:
        """Whether each officer has a number of its own."""
        return len(self._rows) > 1

    @property
    def line(self) -> QLineEdit:
        """Where something is typed, and marked as wrong."""
        return self.chooser

    @property
    def unmatched(self) -> bool:
        """Whether letters are typed that are nobody's name yet."""
        return self.chooser.unmatched

    def setAccessibleDescription(self, words: str) -> None:
        """What is wrong is told where the cursor is."""
        super().setAccessibleDescription(words)
        self.chooser.setAccessibleDescription(words)

    def number_of(self, officer: OfficerId) -> str:
        """What was typed beside the officer."""
        return next(row.number.text() for row in self._rows if row.officer.id == officer)

    def offer(self, officers: Sequence[Officer]) -> None:
        """Let these be chosen from."""
        self.chooser.show_rows(officers)

    def only_one(self) -> None:
        """A certificate on file belongs to one officer: choosing replaces."""
        self._one_only = True

    def add(self, officer: Officer) -> None:
        """Choose an officer; one named already stays named once."""
        if officer.id in self.officers:
            return
        if self._one_only:
            self._drop_rows()
        row = OfficerRow(officer, self._theme, self)
        row.removed.connect(self._remove)
        row.edited.connect(self.changed)
        last = self._rows[-1].number if self._rows else self.chooser
        self._rows.append(row)
        self._list.addWidget(row)
        row.show()  # at once: the next Tab may go to its number
        self.setTabOrder(last, row.number)
        self._after_change()

    def take_first_number(self, number: str) -> None:
        """Move what was typed in the form's field to the first officer's row."""
        if self._rows and not self._rows[0].number.text():
            self._rows[0].number.setText(number)

    def clear(self) -> None:
        """Choose nobody."""
        self._drop_rows()
        self._after_change()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace with nothing typed takes the last officer off."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Backspace
            and self._rows
            and not self.chooser.text()
        ):
            self._remove(self._rows[-1])
            return True
        return super().eventFilter(watched, event)

    @Slot(object)
    def _add_chosen(self, officer: Officer) -> None:
        self.chooser.clear()
        self.add(officer)

    @Slot(object)
    def _remove(self, row: OfficerRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._after_change()
        self.chooser.setFocus()

    def _drop_rows(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows.clear()

    def _after_change(self) -> None:
        for row in self._rows:
            row.number.setVisible(self.several)
        self._show_what_to_type()
        self.changed.emit()

    def _show_what_to_type(self) -> None:
        words = "Type a few letters of a name"
        if self._rows:
            words = (
                "Another officer instead"
                if self._one_only
                else "Another officer who took this course"
            )
        self.chooser.setPlaceholderText(words)
