"""Python's garbage is collected in the window's thread: widgets must not die in another.

Python collects in whichever thread happens to make the next object. Where
that is a job's, a dialog that was closed long ago would be taken apart there,
and Qt ends the program.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY = 1_000  # milliseconds


class Collector(QObject):
    """Stops Python's own collecting for good, and collects what is due now and then."""

    def __init__(self, parent: QObject | None = None, *, after: int = 0) -> None:
        """The first time is `after` so many milliseconds."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.collect)
        QTimer.singleShot(after, self, self._timer.start)

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due, and with it all younger ones."""
        collect_due()


def collect_due() -> None:
    """What Python would have collected by now if it were let."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return
