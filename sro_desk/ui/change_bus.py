"""Tells every page what a committed write touched: one refresh path for all of them."""

from PySide6.QtCore import QObject, Signal

from sro_desk.domain.changes import Changes


class ChangeBus(QObject):
    """Carries `Changes` from the writing thread to the window's."""

    committed = Signal(object)

    def tell(self, changes: Changes) -> None:
        """Announce a commit; may be called from any thread (Qt queues it for receivers)."""
        self.committed.emit(changes)
