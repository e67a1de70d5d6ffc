"""Sentences above the page: they never take the focus, and lead somewhere where they can."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from sro_desk.ui import icons
from sro_desk.ui.theme import GAP, Theme

_ICONS = {"info": "info", "problem": "warning", "sample": "sample", "lock": "lock"}
_READ_IN = 6_000  # milliseconds, for a sentence that only tells


class MessageBar(QFrame):
    """One sentence with an icon, buttons that lead on, and a cross; hidden while it has none."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._theme = theme
        self._kind = "info"
        self._picture = QLabel()
        self.words = QLabel()
        self._buttons: list[QPushButton] = []
        self._close = QToolButton()
        self._fades = QTimer(self)
        self._lay_out()
        self.hide()
        self._close.clicked.connect(self.dismiss)
        self._fades.timeout.connect(self.dismiss)
        theme.changed.connect(self._draw)

    @property
    def text(self) -> str:
        """The sentence shown; empty where the bar is hidden."""
        return self.words.text() if not self.isHidden() else ""

    def say(self, sentence: str) -> None:
        """Tell something; it goes away by itself."""
        self._show(sentence, "info", closable=True)
        self._fades.start(_READ_IN)

    def warn(self, sentence: str) -> None:
        """Tell what went wrong; it stays until it is closed or replaced."""
        self._show(sentence, "problem", closable=True)

    def keep(self, sentence: str, kind: str = "info", *, closable: bool = True) -> None:
        """Tell something that stays; `kind` is info, problem, sample or lock."""
        self._show(sentence, kind, closable=closable)

    def add_button(self, text: str, do: Callable[[], object]) -> QPushButton:
        """Lead on from the sentence shown; the next sentence starts without buttons."""
        button = QPushButton(text)
        button.clicked.connect(lambda: do())
        self._row.insertWidget(self._row.count() - 1, button)
        self._buttons.append(button)
        return button

    @Slot()
    def dismiss(self) -> None:
        """Hide the bar."""
        self._fades.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _show(self, sentence: str, kind: str, *, closable: bool) -> None:
        self._fades.stop()
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self._kind = kind
        self.words.setText(sentence)
        self._close.setVisible(closable)
        self.setProperty("kind", kind)
        self.style().polish(self)
        self._draw()
        self.show()

    @Slot()
    def _draw(self) -> None:
        problem = self._kind == "problem"
        colour = self._theme.colours.problem if problem else self._theme.colours.text
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap(_ICONS[self._kind], QColor(colour), 20, ratio))

    def _lay_out(self) -> None:
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName("Message")
        self._fades.setSingleShot(True)
        self._theme.dress(self._close, "close")
        self._close.setToolTip("Close this message")
        self._close.setAccessibleName("Close this message")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._picture)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self._close)
