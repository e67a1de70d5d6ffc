"""An open records file in the window: its context, its pages, and how it is closed again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.records import CertificateId, DistrictId, OfficerId
from sro_desk.intake.worker import Worker
from sro_desk.services import agency_facts, records_file
from sro_desk.services.records_file import Database
from sro_desk.ui import later
from sro_desk.ui.change_bus import ChangeBus
from sro_desk.ui.commands import Commands
from sro_desk.ui.context import Context
from sro_desk.ui.errors import Bugs
from sro_desk.ui.inbox_watch import InboxWatch
from sro_desk.ui.jobs import Jobs
from sro_desk.ui.lead_times import LeadTimes
from sro_desk.ui.main_window import MainWindow
from sro_desk.ui.navigator import Navigator
from sro_desk.ui.page_list import PAGES, last_page
from sro_desk.ui.preferences import Preferences
from sro_desk.ui.theme import Theme
from sro_desk.ui.undo import UndoStack

if TYPE_CHECKING:  # comes later
    from sro_desk.services.keeping import BackupMade

_ENTRIES = {page.name: page for page in PAGES}
_CAN_WAIT = 300  # milliseconds after the first page was asked for; then again until it is there
_MINUTE = 60_000  # milliseconds


class Desk(QObject):
    """Made for one file and thrown away with it."""

    def __init__(
        self,
        db: Database,
        window: MainWindow,
        preferences: Preferences,
        theme: Theme,
        bugs: Bugs,
        *,
        today: Callable[[], date],
    ) -> None:
        super().__init__(window)
        self._db = db
        self._window = window
        self._bugs = bugs
        self._closing = False
        self._pages: dict[str, QWidget] = {}
        self._bus = ChangeBus(self)
        db.listeners.append(self._bus.tell)
        jobs = Jobs(db, self)
        self.context = Context(
            jobs=jobs,
            bus=self._bus,
            actor=records_file.this_actor(),
            today=today,
            preferences=preferences,
            navigator=Navigator(self),
            theme=theme,
            worker=Worker(),
            inbox=InboxWatch(db.path, jobs, preferences, self),
            read_only=db.read_only,
        )
        self._undo = UndoStack(self.context, self)
        self._lead_times = LeadTimes(self.context, db.file_id, window.news, self)
        self.commands = Commands(self.context, window, self._undo, self)
        self._shown_on = today()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._connect()

    @property
    def database(self) -> Database:
        """The file that is open."""
        return self._db

    @property
    def backup_folder(self) -> Path:
        """Where backups of this file go."""
        return later.keeping.backup_folder(self._db)

    @property
    def pages(self) -> dict[str, QWidget]:
        """The pages made so far, by name."""
        return self._pages

    def start(self) -> None:
        """Show the page that was in front last, and then what can wait."""
        self._show_file()
        self.resume()
        self._minute.start()
        QTimer.singleShot(_CAN_WAIT, self, self._after_start)

    def resume(self) -> None:
        """Show the page that was in front last."""
        self.show_page(last_page(self.context.preferences).name)

    def when_settled(self, then: Callable[[], object]) -> None:
        """Go on with `then`; ask first where a page holds something typed and not saved."""
        holding = [page for page in self._pages.values() if _unsaved(page)]
        if not holding:
            then()
            return
        bar = self._window.messages
        bar.warn(" ".join(map(_unsaved, holding)))
        bar.add_button("Go back to it", lambda: self._go_back_to(holding[0]))
        bar.add_button("Discard it", lambda: self._discard(then))

    def close(self, then: Callable[[], object]) -> None:
        """Back up where something changed, let go of the file, then go on with `then`."""
        self.when_settled(lambda: self._close(then))

    def _close(self, then: Callable[[], object]) -> None:
        if self._closing:
            return
        self._closing = True
        self._window.allow(is_open=False, writable=False)

        def backed_up(made: "BackupMade | None") -> None:
            if made is not None and made.trouble:
                self._ask_before_closing(made.trouble, then)
                return
            self._let_go(then)

        self.context.jobs.start(
            self,
            "Backing up before closing",
            lambda db, report: later.keeping.backup_on_close(db, report),
            backed_up,
            lambda error: self._ask_before_closing(_not_backed_up(error), then),
        )

    @Slot(str)
    def show_page(self, name: str) -> QWidget:
        """Bring a page to the front; it is made when it is first shown."""
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = _ENTRIES[name].make(self.context)
        self._window.status.show_count("")
        self._window.status.show_as_of(self.context.today())
        self._window.show_page(name, page)
        actions: list[QAction] = getattr(page, "page_actions", list)()
        self._window.show_page_actions(actions)
        self.context.preferences.keep("page", name)
        return page

    @Slot(object)
    def _show_officer(self, officer: OfficerId) -> None:
        self._page("officers").show_officer(officer)

    @Slot(object)
    def _show_district(self, district: DistrictId) -> None:
        self._page("districts").show_district(district)

    @Slot(object)
    def _show_certificate(self, certificate: CertificateId) -> None:
        self._page("certificates").show_certificate(certificate)

    @Slot(object)
    def _receive(self, paths: list[Path]) -> None:
        self._page("inbox").add_files(paths)

    @Slot(str, object)
    def _show_report(self, name: str, district: DistrictId | None) -> None:
        self._page("reports").show_report(name, district)

    @Slot()
    def _after_start(self) -> None:
        if self._closing:
            return
        if self.context.jobs.busy:  # the page in front comes first
            QTimer.singleShot(_CAN_WAIT, self, self._after_start)
            return
        self.context.jobs.ask(self, later.load, lambda _: None)
        self.commands.look_at_backups()
        self._lead_times.look()
        self.context.inbox.look()

    @Slot()
    def _count_inbox(self) -> None:
        self._window.sidebar.show_number("inbox", len(self.context.inbox.files))

    @Slot()
    def _on_minute(self) -> None:
        today = self.context.today()
        if today == self._shown_on or self._closing:
            return
        self._shown_on = today
        for page in self._pages.values():
            getattr(page, "reload", lambda: None)()
        self.commands.look_at_backups()

    def _go_back_to(self, page: QWidget) -> None:
        self._window.messages.dismiss()
        self.show_page(next(name for name, each in self._pages.items() if each is page))

    def _discard(self, then: Callable[[], object]) -> None:
        self._window.messages.dismiss()
        for page in self._pages.values():
            getattr(page, "revert", lambda: None)()
        then()

    def _page(self, name: str) -> Any:
        return self.show_page(name)

    def _connect(self) -> None:
        context, window, navigator = self.context, self._window, self.context.navigator
        window.page_chosen.connect(self.show_page)
        navigator.page_wanted.connect(self.show_page)
        navigator.officer_wanted.connect(self._show_officer)
        navigator.district_wanted.connect(self._show_district)
        navigator.certificate_wanted.connect(self._show_certificate)
        navigator.files_received.connect(self._receive)
        navigator.report_wanted.connect(self._show_report)
        navigator.said.connect(window.messages.say)
        navigator.warned.connect(window.messages.warn)
        navigator.as_of_shown.connect(window.status.show_as_of)
        navigator.counted.connect(window.status.show_count)
        context.inbox.changed.connect(self._count_inbox)
        context.inbox.troubled.connect(window.messages.warn)
        context.jobs.failed.connect(window.messages.warn)
        context.jobs.bug.connect(self._bugs.show)
        window.status.progress.follow(context.jobs)
        self._minute.timeout.connect(self._on_minute)

    def _show_file(self) -> None:
        db, window = self._db, self._window
        window.allow(is_open=True, writable=not db.read_only)
        window.status.show_file(db.path.name, str(db.path))
        window.name_file(db.path.stem, sample=db.is_sample)
        window.hold_open(hold=True)
        if db.read_only:
            window.standing.keep(db.read_only_because, "lock", closable=False)
        elif db.is_sample:
            window.standing.keep(
                "This is the sample: made-up people in a made-up agency. "
                "Try anything; start your own records with File, New records file.",
                "sample",
                closable=False,
            )
        else:
            window.standing.dismiss()
        self.context.jobs.ask(self, agency_facts.get, lambda mine: self._name_agency(mine.name))

    def _name_agency(self, name: str) -> None:
        self._window.status.show_file(f"{name}  ·  {self._db.path.name}", str(self._db.path))

    def _ask_before_closing(self, sentence: str, then: Callable[[], object]) -> None:
        self._closing = False
        self._window.allow(is_open=True, writable=not self._db.read_only)
        bar = self._window.messages
        bar.warn(sentence)
        bar.add_button("Try again", lambda: self.close(then))
        bar.add_button("Close without it", lambda: self._let_go(then))

    def _let_go(self, then: Callable[[], object]) -> None:
        window = self._window
        self._closing = True
        self._minute.stop()
        self.context.inbox.close()
        self.context.worker.close()  # first: a file that takes its time must not hold up the end
        self.context.jobs.close()
        self._db.close()
        window.status.progress.forget()
        window.sidebar.show_number("inbox", 0)
        window.show_page_actions([])
        window.page_chosen.disconnect(self.show_page)
        for bar in (window.news, window.messages, window.standing):
            bar.dismiss()
        for page in self._pages.values():
            window.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        window.status.show_file("", "")
        window.status.show_count("")
        window.status.show_as_of(None)
        window.status.show_backup("")
        window.name_file("")
        window.hold_open(hold=False)
        window.allow(is_open=False, writable=False)
        self.deleteLater()
        then()


def _unsaved(page: QWidget) -> str:
    """What closing would lose of what is typed on a page, in a sentence."""
    return str(getattr(page, "unsaved_words", str)())


def _not_backed_up(error: SroDeskError) -> str:
    return f"Everything is saved, but it could not be backed up: {error}"
