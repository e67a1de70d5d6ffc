"""Long work under way: after 0.6 s a title, how far it is, and Stop."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from sro_desk.ui.theme import GAP

if TYPE_CHECKING:  # the services come after the first paint
    from sro_desk.ui.jobs import Job, Jobs

_DELAY = 600  # milliseconds before anything is shown
_STEPS = 1000


class ProgressStrip(QWidget):
    """Follows the long jobs of one `Jobs`; shows the oldest of them."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._title = QLabel()
        self._bar = QProgressBar()
        self._stop = QPushButton("Stop")
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_DELAY)
        self._lay_out()
        self.hide()
        self._delay.timeout.connect(self._appear)
        self._stop.clicked.connect(self._on_stop)

    def follow(self, jobs: "Jobs") -> None:
        """Show the long work of `jobs`."""
        jobs.started.connect(self._on_started)
        jobs.progress.connect(self._on_progress)
        jobs.ended.connect(self._on_ended)

    def forget(self) -> None:
        """Show nothing any more: the records file was closed."""
        self._jobs.clear()
        self._delay.stop()
        self.hide()

    @Slot(object)
    def _on_started(self, job: "Job") -> None:
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self._start_anew()

    @Slot(object, int, int)
    def _on_progress(self, job: "Job", done: int, total: int) -> None:
        if self._jobs and job is self._jobs[0]:
            self._bar.setRange(0, _STEPS if total else 0)
            self._bar.setValue(done * _STEPS // total if total else 0)

    @Slot(object)
    def _on_ended(self, job: "Job") -> None:
        if job not in self._jobs:
            return
        self._jobs.remove(job)
        if self._jobs:
            self._start_anew()
            return
        self._delay.stop()
        self.hide()

    @Slot()
    def _appear(self) -> None:
        if self._jobs:
            self.show()

    @Slot()
    def _on_stop(self) -> None:
        if self._jobs:
            self._jobs[0].stop()
            self._stop.setEnabled(False)
            self._title.setText("Stopping…")
        self.stopped.emit()

    def _start_anew(self) -> None:
        self._title.setText(self._jobs[0].title + "…")
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self._stop.setAccessibleName(f"Stop: {self._jobs[0].title}")
        self._bar.setAccessibleName(self._jobs[0].title)
        if not self.isVisible():
            self._delay.start()

    def _lay_out(self) -> None:
        self._bar.setFixedWidth(20 * GAP)
        self._bar.setTextVisible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 2, GAP, 2)
        row.setSpacing(GAP)
        row.addWidget(self._title)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
