"""Search as you type: `searched` follows the typing after a breath."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sro_desk.ui.theme import Theme

_BREATH = 80  # milliseconds without a key


class SearchField(QLineEdit):
    """Esc clears; Down and Enter go to the list that `leads_to` names."""

    searched = Signal(str)

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leads_to: QWidget | None = None
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(_BREATH)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(200)
        glass = self.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        theme.dress(glass, "search")
        self.textChanged.connect(self._breath.start)
        self._breath.timeout.connect(self._search)

    def leads_to(self, view: QWidget) -> None:
        """Where Down and Enter take the cursor."""
        self._leads_to = view

    def find(self) -> None:  # type: ignore[override]  # hides Qt's look-up of a window's number
        """Take the cursor; what is typed next replaces what was."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears before it does anything else; Down and Enter go on to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._search()
            if self._leads_to is not None:
                self._leads_to.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    @Slot()
    def _search(self) -> None:
        self._breath.stop()
        self.searched.emit(self.text())
