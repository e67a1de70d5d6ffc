"""A file and what is typed about it: side by side, or one above the other on a small screen."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from sro_desk.ui.preferences import Preferences
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.scrolled import Scrolled

_NARROW = 92 * GAP  # below this one stands above the other, and all of it scrolls
_FILE_HEIGHT = 40 * GAP  # pixels, there


class SideBySide(QScrollArea):
    """The division is remembered under `name`; where it is narrow, what is typed comes first."""

    def __init__(
        self,
        preferences: Preferences,
        name: str,
        file: QWidget,
        typed: Scrolled,
        *,
        widths: tuple[int, int],
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._key = f"division/{name}"
        self._file = file
        self._typed = typed
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(file)
        self.splitter.addWidget(typed)
        self.splitter.setSizes(widths)
        self.splitter.restoreState(preferences.state(self._key))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(self.splitter)
        self.splitter.installEventFilter(self)
        self.splitter.splitterMoved.connect(self._keep)

    @property
    def stacked(self) -> bool:
        """Whether one stands above the other."""
        return self.splitter.orientation() is Qt.Orientation.Vertical

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose by the room there is."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        if narrow != self.stacked:
            self._stack() if narrow else self._put_side_by_side()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only one of the two scrolls: what is typed is as high as it needs to be."""
        if event.type() == QEvent.Type.LayoutRequest and self.stacked:
            self._make_room()
        return super().eventFilter(watched, event)

    @Slot()
    def _keep(self) -> None:
        if not self.stacked:
            self._preferences.keep_state(self._key, self.splitter.saveState())

    def _stack(self) -> None:
        self.splitter.setOrientation(Qt.Orientation.Vertical)
        self.splitter.insertWidget(0, self._typed)
        self._file.setMinimumHeight(_FILE_HEIGHT)
        self._make_room()

    def _make_room(self) -> None:
        self._typed.setMinimumHeight(self._typed.whole_height)

    def _put_side_by_side(self) -> None:
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.insertWidget(0, self._file)
        self._file.setMinimumHeight(0)
        self._typed.setMinimumHeight(0)
