"""Reads the next files of the inbox and draws their first pages while the person types."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.examined import PageImage, Received
from sro_desk.intake.inbox import Waiting
from sro_desk.intake.worker import Worker
from sro_desk.ui.jobs import Jobs

_Key = tuple[Path, int, float]  # a file that changes is another file


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file as it was read; `first` is its first page where that could be drawn."""

    received: Received
    first: PageImage | None


class InboxAhead(QObject):
    """Holds a few files only: each may have 25 MB."""

    def __init__(self, jobs: Jobs, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._worker = worker
        self._ready: dict[_Key, Prepared] = {}
        self._asked: set[_Key] = set()

    def prepare(self, files: Sequence[Waiting], width: int) -> None:
        """Have these ready, drawn `width` pixels wide; all others are forgotten."""
        wanted = [_key(each) for each in files if each.whole]
        self._ready = {key: self._ready[key] for key in wanted if key in self._ready}
        for key in wanted:
            if key not in self._ready and key not in self._asked:
                self._ask(key, width)

    def ready(self, file: Waiting) -> Prepared | None:
        """The file, where it is read already."""
        return self._ready.get(_key(file))

    def _ask(self, key: _Key, width: int) -> None:
        self._asked.add(key)
        worker, path = self._worker, key[0]

        def work() -> Prepared:
            received = worker.receive(path)
            return Prepared(received, _first_page(worker, received, width))

        def done(prepared: Prepared) -> None:
            self._asked.discard(key)
            self._ready[key] = prepared

        self._jobs.look(self, work, done, lambda _: self._asked.discard(key))


def _first_page(worker: Worker, received: Received, width: int) -> PageImage | None:
    if received.scan.pages is None:
        return None
    try:
        return worker.render(received.scan.content, page=0, width=width)
    except SroDeskError:  # it is said when the page is shown
        return None


def _key(file: Waiting) -> _Key:
    return file.path, file.size, file.arrived
