"""A button that follows an action: its words, its icon, and whether it can be used."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget


class ActionButton(QPushButton):
    """Its keys are in the tooltip: the action's own, or `keys` where the window has them.

    `words` stand on the button where the action's own are too long for it.
    """

    def __init__(
        self,
        action: QAction,
        parent: QWidget | None = None,
        *,
        keys: str = "",
        words: str = "",
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._keys = keys
        self._words = words
        self._follow()
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        text = self._action.text()
        keys = self._keys or self._action.shortcut().toString()
        told = self._action.statusTip() or text.replace("&", "").rstrip("…")
        self.setText(self._words or text)
        self.setIcon(self._action.icon())
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(f"{told} ({keys})" if keys else told)
