"""A file that was dealt with: shown, and nothing else."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sro_desk.intake.inbox import Waiting
from sro_desk.ui.context import Context
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.file_view import FileView


class PutAwayView(QWidget):
    """Its name and place above the picture."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: Waiting | None = None
        self._name = QLabel()
        self._place = QLabel()
        self.view = FileView(context)
        self._name.setProperty("role", "heading")
        self._place.setProperty("role", "muted")
        for label in (self._name, self._place):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addWidget(self._name)
        column.addWidget(self._place)
        column.addWidget(self.view, 1)

    def show_file(self, file: Waiting) -> None:
        """Read and show it."""
        if self._file == file:
            return
        self._file = file
        self._name.setText(file.name)
        self._place.setText(f"In {file.path.parent}")
        self.view.open_file(file.path)
