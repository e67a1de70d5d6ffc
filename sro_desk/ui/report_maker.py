"""Makes the report that is wanted now: one wanted before is dropped, whatever becomes of it."""

from PySide6.QtCore import QObject, Signal, Slot

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.progress import Report
from sro_desk.domain.reports import Asked
from sro_desk.intake.examined import PageSize
from sro_desk.services.records_file import Database
from sro_desk.services.reports import making
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.ui.context import Context
from sro_desk.ui.jobs import Job

Sizes = tuple[PageSize, ...]
_STOPPED = "You stopped it. Press F5 to make it again."


class ReportMaker(QObject):
    """Works in a job, with progress and Stop."""

    made = Signal(object, object, str)  # MadeReport, the sizes of its pages, why there are none
    failed = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        context.jobs.ended.connect(self._on_ended)

    def make(self, asked: Asked) -> None:
        """Make a report; `made` or `failed` tells."""
        self.drop()
        worker, today = self._context.worker, self._context.today()

        def work(db: Database, report: Report) -> tuple[MadeReport, Sizes, str]:
            report(0, 0)
            made = making.make(db, asked, Making(made_on=today, worker=worker, report=report))
            try:
                return made, worker.page_sizes(made.content), ""
            except SroDeskError as error:  # it can be saved all the same
                return made, (), str(error)

        job = self._context.jobs.start(
            self,
            "Making the report",
            work,
            lambda done: self._show(job, *done),
            lambda error: self._fail(job, error),
        )
        self._job = job

    def drop(self) -> None:
        """Want none any more."""
        if self._job is not None:
            self._job.stop()
            self._job = None

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        """Where Stop came before the report was begun, nobody else says so."""
        if job is self._job and job.stopping.is_set():
            self.failed.emit(_STOPPED)

    def _show(self, job: Job, made: MadeReport, sizes: Sizes, trouble: str) -> None:
        if job is self._job:
            self._job = None
            self.made.emit(made, sizes, trouble)

    def _fail(self, job: Job, error: SroDeskError) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(str(error))
