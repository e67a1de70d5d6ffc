"""Two panes beside one another whose division the person moves, and finds again."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from sro_desk.ui.preferences import Preferences


class Divided(QSplitter):
    """The division is remembered under `name`; more room goes to the right pane."""

    def __init__(
        self,
        preferences: Preferences,
        name: str,
        left: QWidget,
        right: QWidget,
        *,
        widths: tuple[int, int],
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._preferences = preferences
        self._key = f"division/{name}"
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes(widths)
        self.restoreState(preferences.state(self._key))
        self.splitterMoved.connect(self._keep)

    @Slot()
    def _keep(self) -> None:
        self._preferences.keep_state(self._key, self.saveState())
