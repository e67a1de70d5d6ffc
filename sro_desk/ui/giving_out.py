"""What is done with a finished report: printed, saved, opened, saved for every district."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.mail import Mail
from sro_desk.domain.progress import Report
from sro_desk.domain.reports import KINDS, Asked, ReportName
from sro_desk.services.records_file import Database
from sro_desk.services.reports import binder_zip
from sro_desk.services.reports.all_districts import Saved, save_all
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.services.reports.mailing import message
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.give_out import GivenOut
from sro_desk.ui.packet_giving import PacketGiving
from sro_desk.ui.pictures import picture_of
from sro_desk.ui.printing import ask_printer, print_pages
from sro_desk.ui.saving import PDF, choose_folder, choose_place
from sro_desk.ui.viewing import VIEWING, open_folder, open_in_viewer, open_mail

_ZIP = "ZIP with the copies and tables (*.zip)"


class GivingOut:
    """Asks the person in dialogs over `page`, works in jobs, says in the bar what was done."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page
        self._packets = PacketGiving(context, page)

    def print_it(self, made: MadeReport, pages: int) -> None:
        """Print the pages that the person chooses in the system's dialog."""
        self._packets.ask(made, "Print", lambda given: self._print(made, pages, given))

    def save(self, made: MadeReport) -> None:
        """Save the report where the person says."""
        self._packets.ask(made, "Save", lambda given: self._save(made, given))

    def send(self, made: MadeReport) -> None:
        """Save the report, and open the mail program with a message to the district."""
        self._packets.ask(made, "Send", lambda given: self._save(made, given, mail=True))

    def _print(self, made: MadeReport, pages: int, given: GivenOut | None) -> None:
        name = made.file_name.removesuffix(".pdf")
        printer = ask_printer(self._page, name, pages)
        if printer is None:
            return
        worker = self._context.worker

        def render(page: int, width: int) -> QImage:
            return picture_of(worker.render(made.content, page=page, width=width))

        def work(db: Database, report: Report) -> str:
            sides = print_pages(printer, pages, render, report)
            return _printed(sides) + self._packets.record(db, made, given)

        self._context.jobs.start(self._page, f"Printing {name}", work, self._say)

    def _save(self, made: MadeReport, given: GivenOut | None, *, mail: bool = False) -> None:
        binder = made.asked.report is ReportName.AUDIT
        kinds = f"{PDF};;{_ZIP}" if binder else PDF
        path = choose_place(
            self._page, self._context.preferences, "Save the report as", made.file_name, kinds
        )
        if path is None:
            return
        if binder and path.suffix.casefold() == binder_zip.ENDING:
            self._save_zip(made.asked, path)
            return

        def work(db: Database, _: Report) -> tuple[str, Mail | None]:
            recorded = self._packets.record(db, made, given, save_as=path)
            return f"Saved as {path}.{recorded}", message(db, made) if mail else None

        self._context.jobs.start(
            self._page, f"Saving {path.name}", work, lambda done: self._saved(path, *done)
        )

    def _save_zip(self, asked: Asked, path: Path) -> None:
        worker, today = self._context.worker, self._context.today()

        def work(db: Database, report: Report) -> Path:
            making = Making(made_on=today, worker=worker, report=report)
            return binder_zip.save(db, asked, making, path)

        self._context.jobs.start(
            self._page,
            f"Saving {path.name}",
            work,
            lambda saved: self._say(f"Saved as {saved}: binder, copies as received, tables."),
        )

    def _saved(self, path: Path, words: str, mail: Mail | None) -> None:
        if mail is None:
            self._say(words)
            return
        try:
            open_mail(mail)
            open_folder(path.parent)
        except SroDeskError as error:
            self._context.navigator.warn(f"{words} {error}")
            return
        self._say(f"{words} Attach it to the message that your mail program has opened.")

    def save_all(self, asked: Asked) -> None:
        """Save a report, asked for one district, of every district into a folder.

        Without copies: those of the one district were looked through, no others.
        """
        without = " Copies were not appended: save a packet with them by itself."
        said = without if asked.copies else ""
        asked = replace(asked, copies=False)
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
            lambda saved: self._say(saved.words + said),
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
