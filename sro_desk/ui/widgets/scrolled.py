"""Scrolls only where the screen is too small for what it holds, as at 200 %."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_AROUND = 260  # pixels that title, menus, bars and buttons need beside it


class Scrolled(QScrollArea):
    """As high as `content` wants to be while the screen has room, never wider than it must be."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.installEventFilter(self)

    @property
    def whole_height(self) -> int:
        """The height at which nothing of the content needs to be scrolled to."""
        for_width = self._content.heightForWidth(self.viewport().width())
        return max(for_width, self._content.sizeHint().height())

    def sizeHint(self) -> QSize:
        """What the content asks for."""
        return self._content.sizeHint().expandedTo(self.minimumSizeHint())

    def minimumSizeHint(self) -> QSize:
        """The content's own least size where the screen has room for it."""
        least, screen = self._content.minimumSizeHint(), self.screen().availableSize()
        return least.boundedTo(screen - QSize(_AROUND, _AROUND)).expandedTo(QSize(160, 100))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the content."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
