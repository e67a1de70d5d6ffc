"""Undo and redo of what was done in this window since it opened the file."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from sro_desk.domain.changes import Action, Changes
from sro_desk.domain.errors import SroDeskError
from sro_desk.ui import later
from sro_desk.ui.context import Context

_MOST = 100  # changes remembered


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done outside the records file, such as a file that was put away."""

    words: str
    undo: Callable[[], None]
    redo: Callable[[], None]


@dataclass(slots=True)
class _Done:
    write: int = 0
    words: str = ""
    deed: Deed | None = None


class UndoStack(QObject):
    """Every commit is pushed; undo and redo are themselves recorded writes of the file."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._done: list[_Done] = []
        self._undone: list[_Done] = []
        self._busy = False
        context.bus.committed.connect(self._on_committed)
        context.navigator.done.connect(self._on_deed)

    @property
    def undo_words(self) -> str | None:
        """What undo would take back; None where there is nothing."""
        return self._done[-1].words if self._done else None

    @property
    def redo_words(self) -> str | None:
        """What redo would do again; None where there is nothing."""
        return self._undone[-1].words if self._undone else None

    @property
    def last_write(self) -> int | None:
        """The write that undo would take back; None where there is nothing."""
        return self._done[-1].write if self._done else None

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        if not self._done or self._busy:
            return
        last, actor = self._done[-1], self._context.actor
        if last.deed is not None:
            self._undone.append(self._done.pop())
            last.deed.undo()
            self._settle(f"Undone: {last.words}")
            return
        self._busy = True

        def undone(_: Changes) -> None:
            self._done.remove(last)
            self._undone.append(last)
            self._settle(f"Undone: {last.words}")

        self._context.jobs.ask(
            self,
            lambda db: later.history.undo(db, last.write, actor=actor),
            undone,
            self._on_failed,
        )

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        if not self._undone or self._busy:
            return
        last, actor = self._undone[-1], self._context.actor
        if last.deed is not None:
            self._done.append(self._undone.pop())
            last.deed.redo()
            self._settle(f"Done again: {last.words}")
            return
        self._busy = True

        def redone(changes: Changes) -> None:
            self._undone.remove(last)
            self._done.append(_Done(changes.write, last.words))
            self._settle(f"Done again: {last.words}")

        self._context.jobs.ask(
            self,
            lambda db: later.history.redo(db, last.write, actor=actor),
            redone,
            self._on_failed,
        )

    @Slot(object)
    def _on_committed(self, changes: Changes) -> None:
        if changes.action in (Action.UNDO, Action.REDO, Action.CREATE_FILE):
            return
        done = _Done(changes.write)
        self._push(done)

        def named(words: str) -> None:
            done.words = words
            self.changed.emit()

        self._context.jobs.ask(self, lambda db: later.history.words_of(db, done.write), named)

    @Slot(object)
    def _on_deed(self, deed: Deed) -> None:
        self._push(_Done(words=deed.words, deed=deed))

    def _push(self, done: _Done) -> None:
        self._done = [*self._done, done][-_MOST:]
        self._undone.clear()
        self.changed.emit()

    def _on_failed(self, error: SroDeskError) -> None:
        self._busy = False
        self._context.navigator.warn(str(error))

    def _settle(self, sentence: str) -> None:
        self._busy = False
        self._context.navigator.say(sentence)
        self.changed.emit()
