"""What is done with a stored copy: opened in the system's viewer, saved, attached from a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.progress import Report
from sro_desk.domain.records import Copy, Sha256
from sro_desk.domain.scan import Scan
from sro_desk.intake.examined import Received
from sro_desk.services import certificates
from sro_desk.services.records_file import Database
from sro_desk.services.saving import save
from sro_desk.ui.context import Context
from sro_desk.ui.saving import choose_place
from sro_desk.ui.scans import choose_file
from sro_desk.ui.viewing import VIEWING, fit_name, open_in_viewer


class Copies:
    """Asks the person in dialogs over `page`, works in jobs, says in the bar what was done."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page

    def open(self, sha256: Sha256) -> None:
        """Show the copy in the program that the system has for it."""

        def put(db: Database, _: Report) -> Path:
            copy, content = certificates.copy_content(db, sha256)
            return VIEWING.put(copy.original_name, copy.media_type, content)

        self._context.jobs.start(self._page, "Opening the copy", put, self._open)

    def save(self, copy: Copy) -> None:
        """Save the copy, byte for byte as it was received, where the person says."""
        name = fit_name(copy.original_name, copy.media_type)
        kinds = f"{Path(name).suffix[1:].upper()} (*{Path(name).suffix})"
        path = choose_place(self._page, self._context.preferences, "Save the copy as", name, kinds)
        if path is None:
            return

        def write(db: Database, _: Report) -> Path:
            return save(path, certificates.copy_content(db, copy.sha256)[1])

        self._context.jobs.start(
            self._page,
            f"Saving {path.name}",
            write,
            lambda saved: self._context.navigator.say(f"Saved as {saved}"),
        )

    def attach(
        self, title: str, store: Callable[[Database, Scan], object], told: Callable[[Scan], str]
    ) -> None:
        """Choose a file, read it in the worker and `store` it; `told` says so in the bar."""
        path = choose_file(self._page, self._context.preferences, title)
        if path is None:
            return
        worker = self._context.worker
        self._context.jobs.start(
            self._page,
            f"Reading {path.name}",
            lambda *_: worker.receive(path),
            lambda received: self._store(received, store, told),
        )

    def _store(
        self,
        received: Received,
        store: Callable[[Database, Scan], object],
        told: Callable[[Scan], str],
    ) -> None:
        scan = received.scan
        words = f"{told(scan)} {received.note}".strip()
        self._context.jobs.ask(
            self._page,
            lambda db: store(db, scan),
            lambda _: self._context.navigator.say(words),
        )

    def _open(self, path: Path) -> None:
        try:
            open_in_viewer(path)
        except SroDeskError as error:
            self._context.navigator.warn(str(error))
