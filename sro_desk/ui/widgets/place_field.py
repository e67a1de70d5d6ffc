"""A path with a button to choose it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QToolButton, QWidget

from sro_desk.ui.theme import GAP, Theme


class PlaceField(QWidget):
    """A folder, or a file to be made; `what` completes "Choose"."""

    chosen = Signal()  # in the file dialog

    def __init__(self, theme: Theme, what: str, *, kinds: str = "") -> None:
        """`kinds` is the filter of the file dialog; without one a folder is chosen."""
        super().__init__()
        self._what = what
        self._kinds = kinds
        self.line = QLineEdit()
        self._browse = QToolButton()
        self._browse.setToolTip(f"Choose {what}")
        self._browse.setAccessibleName(f"Choose {what}")
        theme.dress(self._browse, "folder")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(self.line)
        row.addWidget(self._browse)
        self.setFocusProxy(self.line)
        self._browse.clicked.connect(self._choose)

    @property
    def text(self) -> str:
        """The path typed."""
        return self.line.text().strip()

    def setAccessibleName(self, name: str) -> None:
        """The name of the field is that of the line in it."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    @Slot()
    def _choose(self) -> None:
        title = f"Choose {self._what}"
        if self._kinds:
            chosen, _ = QFileDialog.getSaveFileName(self, title, self.text, self._kinds)
        else:
            chosen = QFileDialog.getExistingDirectory(self, title, self.text)
        if chosen:
            self.line.setText(chosen)
            self.chosen.emit()
