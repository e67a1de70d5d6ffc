"""Files of the inbox taken apart and put together; what comes of it waits like any file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sro_desk.domain.scan import Scan
from sro_desk.intake.inbox import Pile
from sro_desk.intake.reading import read
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.take_apart import Parts, TakeApartDialog

Then = Callable[[Path], None]


class InboxPages(QObject):
    """The whole files go into a folder of their own: nothing is lost by it."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def take_apart(self, path: Path, scan: Scan, then: Then) -> None:
        """Ask which pages belong together, and let each part wait."""
        parts = TakeApartDialog.ask(self._context, path.name, scan.pages or 1, self._page)
        if parts is not None:
            self.make_parts(path, scan, parts, then)

    def make_parts(self, path: Path, scan: Scan, parts: Parts, then: Then) -> None:
        """Let each part wait as a file; `then` gets the place of the first."""
        worker = self._context.worker

        def made(contents: list[bytes]) -> None:
            for number, content in enumerate(contents, start=1):
                name = f"{number} of {len(contents)} - {path.stem}.pdf"
                go_there = then if number == 1 else _stay
                self._context.inbox.take_bytes(name, content, go_there)
            self._put_away([path])

        self._context.jobs.look(
            self,
            lambda: [worker.pages_of(scan.content, pages) for pages in parts],
            made,
            lambda error: self._context.navigator.warn(str(error)),
        )

    def join(self, paths: Sequence[Path], then: Then) -> None:
        """Make one PDF of several files, in the order of the list."""
        worker = self._context.worker

        def made(content: bytes) -> None:
            self._context.inbox.take_bytes(f"{paths[0].stem} together.pdf", content, then)
            self._put_away(paths)

        self._context.jobs.look(
            self,
            lambda: worker.joined([read(path) for path in paths]),
            made,
            lambda error: self._context.navigator.warn(str(error)),
        )

    def _put_away(self, paths: Sequence[Path]) -> None:
        for path in paths:
            self._context.inbox.move(path, Pile.TAKEN_APART, _stay)


def _stay(_: object) -> None:
    """Nobody goes there."""
