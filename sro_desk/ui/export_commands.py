"""What leaves the window besides reports: the list on screen, and the deadlines as a calendar."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.progress import Report
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.listed import Listed
from sro_desk.ui.main_window import MainWindow
from sro_desk.ui.saving import choose_folder, choose_place

_TABLES = "Excel workbook (*.xlsx);;CSV (*.csv)"
_CALENDARS = "Calendar (*.ics)"


class ExportCommands(QObject):
    """Made for one open file, and ends with it."""

    def __init__(self, context: Context, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._window = window

    @Slot()
    def save_list(self) -> None:
        """Save the list of the page in front as it is filtered and sorted."""
        listed = getattr(self._window.page, "listed", None)
        if listed is None:
            self._context.navigator.say(
                "This page has no list to save. Go to Deadlines, Officers, Certificates, "
                "Districts or Activity."
            )
            return
        found: Listed[Any] = listed()
        name = f"{found.title} {self._context.today().isoformat()}.xlsx"
        path = choose_place(
            self._window, self._context.preferences, "Save the list as", name, _TABLES
        )
        if path is None:
            return

        def write(db: Database, _: Report) -> tuple[Path, int, int]:
            from sro_desk.services.spreadsheets import lists  # XlsxWriter, which nothing else needs

            hidden = lists.withheld(db)
            shown = [row for row in found.rows if found.officer(row) not in hidden]
            rows = [found.headings, *map(found.cells, shown)]
            saved = lists.save_list(path, found.title, rows)
            return saved, len(shown), len(found.rows) - len(shown)

        self._context.jobs.start(
            self, f"Saving {path.name}", write, lambda done: self._say_saved(*done)
        )

    @Slot()
    def save_calendar(self) -> None:
        """Save the deadlines for the program in which the chief plans."""
        from sro_desk.services import deadline_calendar  # icalendar, likewise

        today = self._context.today()
        path = choose_place(
            self._window,
            self._context.preferences,
            "Save the deadlines as",
            deadline_calendar.file_name(today),
            _CALENDARS,
        )
        if path is None:
            return

        def write(db: Database, _: Report) -> Path:
            from sro_desk.services.saving import save

            content = deadline_calendar.deadline_calendar(db, on=today, made_on=today)
            return save(path, content)

        self._context.jobs.start(
            self,
            f"Saving {path.name}",
            write,
            lambda saved: self._context.navigator.say(
                f"Saved as {saved}. Import it where you plan; importing it again later updates it."
            ),
        )

    @Slot()
    def export_everything(self) -> None:
        """Save all records and copies into a new folder, for the agency alone."""
        from sro_desk.services import whole

        folder = choose_folder(
            self._window,
            self._context.preferences,
            "Export everything, private data included, into",
        )
        if folder is None:
            return
        into = folder / f"SRO records {self._context.today().isoformat()}"

        def write(db: Database, report: Report) -> Path:
            try:
                into.mkdir(exist_ok=True)
            except OSError as error:
                raise SroDeskError(
                    f"The folder {into} could not be made: {error.strerror}. Choose another place."
                ) from error
            return whole.export(db, into, report=report)

        self._context.jobs.start(
            self,
            "Exporting everything",
            write,
            lambda saved: self._context.navigator.say(
                f"Everything is in {saved.parent}. It holds private data: keep it in the agency."
            ),
        )

    def _say_saved(self, path: Path, rows: int, withheld: int) -> None:
        lines = "1 row" if rows == 1 else f"{rows:,} rows"
        words = f"Saved {lines} as {path}."
        if withheld:
            about = "1 row" if withheld == 1 else f"{withheld:,} rows"
            words += f" Left out: {about} about officers withheld from exports."
        self._context.navigator.say(words)
