"""What the pages over records share: one that is hidden catches up when it is shown."""

from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from sro_desk.domain.changes import Changes, Kind
from sro_desk.ui.context import Context


class RecordPage(QWidget):
    """Asks again for what it shows as soon as something of it was written.

    A subclass asks in `reload()`, which clears `_stale`, and tells the status
    bar in `_tell_window()` what is on screen.
    """

    shows: ClassVar[tuple[Kind, ...]] = ()  # the kinds of records; none named is all of them

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = False  # something was written while nobody looked
        context.bus.committed.connect(self._on_committed)

    @Slot()
    def reload(self) -> None:
        """Ask for everything again."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Tell the status bar, and catch up with what was written meanwhile."""
        super().showEvent(event)
        self._tell_window()
        if self._stale:
            self.reload()

    @Slot(object)
    def _on_committed(self, changes: Changes) -> None:
        if self.shows and not changes.touch(*self.shows):
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _tell_window(self) -> None:
        raise NotImplementedError
