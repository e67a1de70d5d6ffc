"""What is done with a finished report: printed, saved, opened, saved for every district."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.progress import Report
from sro_desk.domain.reports import KINDS, Asked
from sro_desk.services.records_file import Database
from sro_desk.services.reports.all_districts import Saved, save_all
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.services.saving import save
from sro_desk.ui.context import Context
from sro_desk.ui.pictures import picture_of
from sro_desk.ui.printing import ask_printer, print_pages
from sro_desk.ui.saving import choose_folder, choose_place
from sro_desk.ui.viewing import VIEWING, open_in_viewer

_PDF = "PDF (*.pdf)"


class GivingOut:
    """Asks the person in dialogs over `page`, works in jobs, says in the bar what was done."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page

    def print_it(self, made: MadeReport, pages: int) -> None:
        """Print the pages that the person chooses in the system's dialog."""
        name = made.file_name.removesuffix(".pdf")
        printer = ask_printer(self._page, name, pages)
        if printer is None:
            return
        worker = self._context.worker

        def render(page: int, width: int) -> QImage:
            return picture_of(worker.render(made.content, page=page, width=width))

        def work(_db: Database, report: Report) -> int:
            return print_pages(printer, pages, render, report)

        self._context.jobs.start(
            self._page, f"Printing {name}", work, lambda sides: self._say(_printed(sides))
        )

    def save(self, made: MadeReport) -> None:
        """Save the report where the person says."""
        path = choose_place(
            self._page, self._context.preferences, "Save the report as", made.file_name, _PDF
        )
        if path is not None:
            self._context.jobs.look(
                self._page,
                lambda: save(path, made.content),
                lambda saved: self._say(f"Saved as {saved}"),
            )

    def save_all(self, asked: Asked) -> None:
        """Save a report, asked for one district, of every district into a folder."""
        what = KINDS[asked.report].title.lower()
        folder = choose_folder(
            self._page, self._context.preferences, f"Save the {what} of every district into"
        )
        if folder is None:
            return
        worker, today, actor = self._context.worker, self._context.today(), self._context.actor

        def work(db: Database, report: Report) -> Saved:
            making = Making(made_on=today, worker=worker, report=report)
            return save_all(db, asked, folder, making, actor=actor)

        self._context.jobs.start(
            self._page,
            "Saving the reports",
            work,
            lambda saved: self._say(saved.words),
        )

    def open_in_viewer(self, made: MadeReport) -> None:
        """Show a copy of the report in the system's own viewer."""
        self._context.jobs.look(
            self._page,
            lambda: VIEWING.put(made.file_name, "application/pdf", made.content),
            self._open,
        )

    def _open(self, path: Path) -> None:
        try:
            open_in_viewer(path)
        except SroDeskError as error:
            self._context.navigator.warn(str(error))

    def _say(self, sentence: str) -> None:
        self._context.navigator.say(sentence)


def _printed(sides: int) -> str:
    return f"{'1 page was' if sides == 1 else f'{sides:,} pages were'} sent to the printer."
