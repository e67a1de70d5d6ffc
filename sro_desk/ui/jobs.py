"""The only door from the window to the services: work runs beside it, answers come back to it."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from threading import Event
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from sro_desk.domain.errors import Cancelled, SroDeskError
from sro_desk.domain.progress import Report
from sro_desk.services.records_file import Database

T = TypeVar("T")
_LOG = logging.getLogger(__name__)
_REPORT_EVERY = 0.1  # seconds between two progress signals
_NUMBERS = count(1)


@dataclass(eq=False)
class Job:
    """One piece of work under way; `stop()` asks it to end at its next report."""

    title: str
    owner: QObject
    then: Callable[[Any], None]
    failed: Callable[[SroDeskError], None] | None
    number: int = field(default_factory=_NUMBERS.__next__)
    stopping: Event = field(default_factory=Event)

    def stop(self) -> None:
        """Ask the work to stop; its transaction rolls back."""
        self.stopping.set()


class Jobs(QObject):
    """A line each for quick calls, long work and foreign files; ownerless answers are dropped.

    The other threads know a job by its number alone: a thread that held the job
    a moment longer than the window would take its owner, a widget, down with it.
    """

    started = Signal(object)  # Job; long work only
    progress = Signal(object, int, int)  # Job, done, total
    ended = Signal(object)  # Job
    failed = Signal(str)  # the sentence of an expected failure nobody else took
    bug = Signal(object)  # an exception nobody expected
    _answered = Signal(int, object, object)  # number of the job, value, exception
    _reported = Signal(int, int, int)  # number of the job, done, total

    def __init__(self, database: Database, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._quick = ThreadPoolExecutor(1, "quick")
        self._long = ThreadPoolExecutor(1, "long")
        self._looks = ThreadPoolExecutor(1, "looks")
        self._under_way: dict[int, Job] = {}
        self._closed = False
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any answer is still to come."""
        return bool(self._under_way)

    def ask(
        self,
        owner: QObject,
        work: Callable[[Database], T],
        then: Callable[[T], None],
        failed: Callable[[SroDeskError], None] | None = None,
    ) -> Job:
        """Run a quick call in turn; `then` gets its answer on the window's thread."""
        job = Job("", owner, then, failed)
        self._submit(self._quick, job, lambda: work(self._database))
        return job

    def start(
        self,
        owner: QObject,
        title: str,
        work: Callable[[Database, Report], T],
        then: Callable[[T], None],
        failed: Callable[[SroDeskError], None] | None = None,
    ) -> Job:
        """Run long work beside the quick calls, with progress under `title` and Stop."""
        job = Job(title, owner, then, failed)
        if not self._closed:
            self.started.emit(job)
        report = self._report_of(job.number, job.stopping)
        self._submit(self._long, job, lambda: work(self._database, report))
        return job

    def look(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[SroDeskError], None] | None = None,
    ) -> Job:
        """Run work that needs no records file: a foreign file may take 20 s and holds up nobody."""
        job = Job("", owner, then, failed)
        self._submit(self._looks, job, work)
        return job

    def close(self) -> None:
        """Wait for the work under way and take no more; what is asked later goes unanswered."""
        self._closed = True
        for job in self._under_way.values():
            job.stop()
        self._looks.shutdown(wait=True, cancel_futures=True)
        self._long.shutdown(wait=True, cancel_futures=True)
        self._quick.shutdown(wait=True)
        self._under_way.clear()

    @Slot(int, int, int)
    def _on_reported(self, number: int, done: int, total: int) -> None:
        job = self._under_way.get(number)
        if job is not None:
            self.progress.emit(job, done, total)

    @Slot(int, object, object)
    def _on_answered(self, number: int, value: object, error: BaseException | None) -> None:
        job = self._under_way.pop(number, None)
        if job is None:  # closed meanwhile
            return
        self.ended.emit(job)
        if not shiboken6.isValid(job.owner):
            return
        if error is None:
            job.then(value)
            return
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, SroDeskError):
            self.bug.emit(error)
            return
        if job.failed is not None:
            job.failed(error)
            return
        self.failed.emit(str(error))

    def _submit(self, line: ThreadPoolExecutor, job: Job, work: Callable[[], object]) -> None:
        if self._closed:
            return
        self._under_way[job.number] = job
        line.submit(self._run, job.number, work)

    def _run(self, number: int, work: Callable[[], object]) -> None:
        try:
            value = work()
        except BaseException as error:  # every failure is answered, none is swallowed
            self._answered.emit(number, None, error)
            return
        self._answered.emit(number, value, None)

    def _report_of(self, number: int, stopping: Event) -> Report:
        last = 0.0

        def report(done: int, total: int) -> None:
            nonlocal last
            if stopping.is_set():
                raise Cancelled
            now = time.monotonic()
            if now - last >= _REPORT_EVERY:
                last = now
                self._reported.emit(number, done, total)

        return report
