"""Choose one of many by typing a few letters of it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from sro_desk.domain.names import search_key

T = TypeVar("T")
_MOST = 200  # rows in the list under the field


class Chooser(QLineEdit, Generic[T]):
    """A line with a list beneath; letters match anywhere, without case or accents.

    `value` is None until a row is chosen. With `add`, the list ends with an
    offer to make what was typed: `add_asked`.
    """

    chosen = Signal(object)  # a row, by the person
    changed = Signal()  # the value is another, or none any more
    add_asked = Signal(str)  # what was typed

    def __init__(
        self, text: Callable[[T], str], *, add: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._add = add
        self._rows: Sequence[T] = ()
        self._keys: list[str] = []
        self._value: T | None = None
        self._matches: list[T] = []
        self._words = QStringListModel(self)
        self._list = QCompleter(self._words, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(10)
        self._popup = QListView()
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._popup.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # what tells rows apart is last
        self._list.setPopup(self._popup)  # the completer owns it
        self.setCompleter(self._list)
        self.textEdited.connect(self._on_typed)
        self._list.activated[QModelIndex].connect(self._on_picked)  # type: ignore[index]  # PySide's stubs do not know overloaded signals

    @property
    def value(self) -> T | None:
        """The row chosen."""
        return self._value

    @property
    def unmatched(self) -> bool:
        """Whether something is typed that names no row."""
        return self._value is None and bool(self.text().strip())

    def show_rows(self, rows: Sequence[T]) -> None:
        """Let these be chosen from; what was chosen stays where it is among them."""
        self._rows = rows
        self._keys = [search_key(self._text(row)) for row in rows]
        self._match(self.text() if self.unmatched else "")

    def choose(self, row: T | None) -> None:
        """Choose for the person."""
        self._value = row
        self.setText("" if row is None else self._text(row))
        self.setToolTip(self.text())
        self.setCursorPosition(0)
        self.changed.emit()

    def clear(self) -> None:
        """Choose nothing."""
        self.choose(None)

    def look_for(self, words: str) -> None:
        """Type for the person, and show what matches."""
        self.setText(words)
        self._on_typed(words)
        self.setFocus()
        self._list.complete()

    def open_list(self) -> None:
        """Show everything there is to choose from."""
        self._match("" if self._value is not None else self.text())
        self._list.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list; Enter takes the first match."""
        if event.key() == Qt.Key.Key_Down and not self._listing:
            self.open_list()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._takes_first():
            event.accept()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab takes the first match on its way; Ctrl+Z is the window's where nothing was typed."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.isUndoAvailable():
            event.ignore()
            if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
                return True
        if isinstance(event, QKeyEvent) and _is_tab(event):
            self._takes_first()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click into an empty line shows what there is."""
        super().mousePressEvent(event)
        if not self.text():
            self.open_list()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What names exactly one row is that row."""
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.unmatched:
            wanted = search_key(self.text())
            same = [row for row in self._matches if search_key(self._text(row)) == wanted]
            if len(same) == 1 or len(self._matches) == 1:
                self._take((same or self._matches)[0])
        super().focusOutEvent(event)

    @property
    def _listing(self) -> bool:
        return self._popup.isVisible()

    def _takes_first(self) -> bool:
        if self._value is not None or not self.text().strip():
            return False
        if self._listing and self._popup.currentIndex().isValid():
            return False
        self._popup.hide()
        if self._matches:
            self._take(self._matches[0])
            return True
        if self._add:
            self.add_asked.emit(self.text().strip())
            return True
        return False

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        self._match(typed)
        if self._value is not None:
            self._value = None
        self.changed.emit()

    @Slot(QModelIndex)
    def _on_picked(self, index: QModelIndex) -> None:
        place = self._list.completionModel().mapToSource(index).row()  # type: ignore[attr-defined]  # Qt's own proxy
        if 0 <= place < len(self._matches):
            self._take(self._matches[place])
            return
        typed = self._typed
        self.setText(typed)
        self.add_asked.emit(typed.strip())

    def _take(self, row: T) -> None:
        self.choose(row)
        self.chosen.emit(row)

    def _match(self, typed: str) -> None:
        self._typed = typed
        key = search_key(typed)
        words = key.split()
        found = [n for n, text in enumerate(self._keys) if all(word in text for word in words)]
        if key:
            found.sort(key=lambda n: _distance(self._keys[n], key))
        self._matches = [self._rows[n] for n in found[:_MOST]]
        lines = [self._text(row) for row in self._matches]
        if self._add:
            lines.append(f"{self._add} “{typed.strip()}”…" if typed.strip() else f"{self._add}…")
        self._words.setStringList(lines)


def _distance(text: str, typed: str) -> int:
    """What begins with the letters typed comes first, then what has them as a whole number."""
    if text.startswith(typed):
        return 0
    number = typed.lstrip("0")
    return 1 if any(word.lstrip("0") == number for word in text.split()) else 2


def _is_tab(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
