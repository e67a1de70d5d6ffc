"""Looks for words in what is shown below it: a field, how many there are, the next and the last."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from sro_desk.ui.theme import GAP, Theme

_BREATH = 120  # milliseconds without a key
_BUTTON = 28  # pixels


class FindBar(QWidget):
    """Hidden until it is opened; Esc closes it. F3 works from every field of the window."""

    searched = Signal(str)  # "" when it is closed
    step_asked = Signal(int)  # 1 the next, -1 the one before
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self._count = QLabel()
        self._breath = QTimer(self, singleShot=True, interval=_BREATH)
        self.next = self._action(theme, "Next", "chevron-down", "F3")
        self.previous = self._action(theme, "Previous", "chevron-up", "Shift+F3")
        self._close = self._action(theme, "Close", "close", "")
        glass = self.field.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        theme.dress(glass, "search")
        self._lay_out()
        self.hide()
        parent.addActions([self.next, self.previous])  # their keys, while this is hidden too
        self._connect()

    @property
    def words(self) -> str:
        """What is told of the search."""
        return self._count.text()

    def open(self) -> None:
        """Take the cursor; what is typed next replaces what was."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def close_it(self) -> None:
        """Look for nothing any more; the words typed stay for the next time."""
        self._breath.stop()
        self.hide()
        self.searched.emit("")
        self.closed.emit()

    def show_count(self, words: str) -> None:
        """Tell how far the search is."""
        self._count.setText(words)
        self.field.setAccessibleDescription(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_it()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self._step(-1 if back else 1)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        """Go on; with words that were just typed, to the first of them."""
        if self.isHidden():
            self.open()
        elif self._breath.isActive():
            self._search()
        else:
            self.step_asked.emit(by)

    def _search(self) -> None:
        self._breath.stop()
        self.searched.emit(self.field.text())

    def _action(self, theme: Theme, text: str, icon: str, keys: str) -> QAction:
        action = QAction(text, self)
        action.setToolTip(f"{text} ({keys})" if keys else f"{text} (Esc)")
        if keys:
            action.setShortcut(QKeySequence(keys))
        theme.dress(action, icon)
        return action

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._breath.start)
        self._breath.timeout.connect(self._search)
        self.next.triggered.connect(lambda: self._step(1))
        self.previous.triggered.connect(lambda: self._step(-1))
        self._close.triggered.connect(self.close_it)

    def _lay_out(self) -> None:
        self.field.setPlaceholderText("Find in the report")
        self.field.setAccessibleName("Find in the report")
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(16 * GAP)
        self._count.setProperty("role", "muted")
        self._count.setMinimumWidth(9 * GAP)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        for action in (self.previous, self.next, self._close):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setFixedSize(_BUTTON, _BUTTON)
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
