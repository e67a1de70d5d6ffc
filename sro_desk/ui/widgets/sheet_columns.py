"""The columns of a sheet, each with what it is read as."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from sro_desk.domain.spreadsheets.tables import FIELDS, TableKind
from sro_desk.ui.theme import GAP

_NOT = "Not imported"
_MOST = 60  # columns shown; a table of records has fewer


class SheetColumns(QWidget):
    """A list to choose from under each heading."""

    mapped = Signal(int, str)  # the column, the field's name or ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[int, QComboBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, GAP, 0)
        self._column.setSpacing(GAP // 2)

    def show_columns(
        self, kind: TableKind, headings: Sequence[str], columns: Mapping[str, int]
    ) -> None:
        """Show the headings, and what is read from where; one that is left without words too."""
        self.clear()
        names = {at: name for name, at in columns.items()}
        filled = [at for at, text in enumerate(headings) if text or at in names]
        for at in filled[:_MOST]:
            self._add(kind, at, headings[at], names.get(at, ""))
        self._column.addStretch(1)

    def clear(self) -> None:
        """Show nothing."""
        self.choices.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, kind: TableKind, at: int, heading: str, chosen: str) -> None:
        words = " ".join(heading.split()) or f"Column {at + 1}"
        label, choice = QLabel(words), QComboBox()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setToolTip(words)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        label.setProperty("role", "" if chosen else "muted")
        choice.addItem(_NOT, "")
        for field in FIELDS[kind]:
            choice.addItem(field.title, field.name)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))
        choice.setAccessibleName(f"What the column {words} is")
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.activated.connect(lambda _, at=at, choice=choice: self._tell(at, choice))
        label.setBuddy(choice)
        self.choices[at] = choice
        self._column.addWidget(label)
        self._column.addWidget(choice)

    def _tell(self, at: int, choice: QComboBox) -> None:
        self.mapped.emit(at, str(choice.currentData()))
