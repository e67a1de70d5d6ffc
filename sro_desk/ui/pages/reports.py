"""The reports: options at the left, and beside them the very PDF that is printed and saved."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sro_desk.domain.changes import Action, Changes
from sro_desk.domain.records import DistrictId, Officer
from sro_desk.domain.reports import KINDS, Asked, Option, ReportName
from sro_desk.services import districts, letters, officers
from sro_desk.services.districts import DistrictLine
from sro_desk.services.reports.made import MadeReport
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.cover_letter import CoverLetterDialog
from sro_desk.ui.dialogs.district import DistrictDialog
from sro_desk.ui.giving_out import GivingOut
from sro_desk.ui.record_page import RecordPage
from sro_desk.ui.report_actions import ReportActions
from sro_desk.ui.report_maker import ReportMaker, Sizes
from sro_desk.ui.report_memory import ReportMemory
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.beside_or_above import BesideOrAbove
from sro_desk.ui.widgets.report_about import ReportAbout
from sro_desk.ui.widgets.report_options import ReportOptions
from sro_desk.ui.widgets.report_preview import ReportPreview

_BREATH = 250  # milliseconds after the last change of an option


class ReportsPage(RecordPage):
    """Made anew whenever an option or a record changes."""

    title = "Reports"
    icon_name = "reports"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._memory = ReportMemory(context.preferences, "")
        self._known = False  # once the file has said what there is to choose from
        self._districts = 0
        self._made: MadeReport | None = None  # None also while one is made that may differ
        self._pages: int | None = None
        self._chosen = False  # by `show_report`, before what was chosen last was known
        self._today = context.today()  # a page left on it follows the calendar
        self._maker = ReportMaker(context, self)
        self._giving_out = GivingOut(context, self)
        self._breath = QTimer(self, singleShot=True, interval=_BREATH)
        self.options = ReportOptions(context)
        self.about = ReportAbout(context.theme)
        self.actions_ = ReportActions(context, self)
        self._letter_button = ActionButton(self.actions_.letter, words="Cover letter…")
        self._save_all_button = ActionButton(self.actions_.save_all)
        self._send_button = ActionButton(self.actions_.send)
        self.preview = ReportPreview(
            context,
            (
                ActionButton(self.actions_.print, keys="Ctrl+P"),
                ActionButton(self.actions_.save),
                ActionButton(self.actions_.view),
                self._send_button,
            ),
            again=self.actions_.again,
            add_district=self.actions_.add,
        )
        self._lay_out()
        self._connect()
        self.reload()

    @property
    def made(self) -> MadeReport | None:
        """The report on screen; None while it is being made."""
        return self._made

    def page_actions(self) -> list[QAction]:
        """What can be done here only."""
        return self.actions_.of_page()

    def show_report(self, name: str, district: DistrictId | None) -> None:
        """Show a report by its name, of a district where one is given."""
        self._chosen = self._chosen or not self._known
        self.options.choose(name, district)

    @Slot()
    def reload(self) -> None:
        """Make the report again; one left on today follows the calendar."""
        self._stale = False
        if self.options.as_of.value == self._today:
            self._today = self._context.today()
            self.options.as_of.value = self._today
        self._context.jobs.ask(
            self,
            lambda db: (db.file_id, districts.all_districts(db), officers.all_officers(db)),
            self._show_districts,
        )

    @Slot(object)
    def _on_committed(self, changes: Changes) -> None:
        """A packet that is recorded stays on screen: printed after it is saved, it is the same."""
        if changes.action is not Action.SEND_PACKET:
            super()._on_committed(changes)

    @Slot()
    def find(self) -> None:  # type: ignore[override]  # hides Qt's look-up of a window's number
        """Look for words in the report; where none is shown, go to what it is to be about."""
        if self.preview.shows_pages:
            self.preview.view.find_bar.open()
            self._desk.bring_into_view(self.preview.view.find_bar)
        else:
            self.options.go_to_subject()

    @Slot()
    def print_it(self) -> None:
        """Print the report on screen."""
        if self._made is None or self._pages is None:
            self._say_not_ready()
        else:
            self._giving_out.print_it(self._made, self._pages)

    @Slot()
    def export(self) -> None:
        """Save the report on screen where the person says."""
        if self._made is None:
            self._say_not_ready()
        else:
            self._giving_out.save(self._made)

    @Slot()
    def _on_changed(self) -> None:
        """What is on screen is no longer what was asked for."""
        self._maker.drop()
        self._set_made(None, None)
        self._breath.start()

    @Slot()
    def _make(self) -> None:
        self._breath.stop()
        self._set_made(None, None)
        asked = self.options.asked
        if asked is None:
            self._maker.drop()
            self._say_what_is_lacking()
            return
        self._keep(asked)
        self.preview.show_making()
        self._maker.make(asked)

    @Slot(object, object, str)
    def _show(self, made: MadeReport, sizes: Sizes, trouble: str) -> None:
        self.preview.show_report(made, sizes, trouble)
        self._set_made(made, len(sizes) or None)
        self._tell_window()

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.about.clear()
        self.preview.show_trouble(sentence)

    def _show_districts(
        self, answer: tuple[str, tuple[DistrictLine, ...], tuple[Officer, ...]]
    ) -> None:
        file_id, lines, roster = answer
        if not self._known:
            self._known = True
            self._memory = ReportMemory(self._context.preferences, file_id)
            self._choose_what_was_last()
        self._districts = len(lines)
        self.options.show_districts(lines, roster)
        self._make()

    def _choose_what_was_last(self) -> None:
        self.options.tick(self._memory.ticks)
        if not self._chosen:
            self.options.choose(ReportName.DISTRICT, self._memory.district)
            self.options.choose(self._memory.report, None)

    def _keep(self, asked: Asked) -> None:
        district = asked.district if self._is_for_a_district else None
        self._memory.keep(asked, district, self.options.ticked)

    @property
    def _is_for_a_district(self) -> bool:
        return Option.DISTRICT in KINDS[self.options.report].needs

    def _set_made(self, made: MadeReport | None, pages: int | None) -> None:
        self._made, self._pages = made, pages
        report = self.options.report
        self.actions_.allow(report, made=made is not None, districts=self._districts)
        self._letter_button.setVisible(report is ReportName.PACKET)
        for button in (self._save_all_button, self._send_button):
            button.setVisible(self._is_for_a_district)
        if made is not None:
            self.about.show_report(made, pages)

    def _say_what_is_lacking(self) -> None:
        self.about.clear()
        if self._districts or not self._is_for_a_district:
            self.preview.show_lacking(self.options.lacking())
        elif self._known:
            self.preview.show_no_district()

    @Slot()
    def _save_all(self) -> None:
        if self.options.lacking():
            self._say_not_ready()
        else:
            self._giving_out.save_all(self.options.said)

    @Slot()
    def _send(self) -> None:
        if self._made is not None:
            self._giving_out.send(self._made)

    @Slot()
    def _edit_letter(self) -> None:
        def edit(text: str) -> None:
            CoverLetterDialog.ask(self._context, text, self)

        self._context.jobs.ask(self, letters.get, edit)

    @Slot()
    def _open_in_viewer(self) -> None:
        if self._made is not None:
            self._giving_out.open_in_viewer(self._made)

    @Slot()
    def _go_to_today(self) -> None:
        self.options.as_of.value = self._context.today()

    @Slot()
    def _add_district(self) -> None:
        DistrictDialog.ask(self._context, parent=self)

    def _say_not_ready(self) -> None:
        lacking = self.options.lacking() or "The report is still being made. Try again in a moment."
        self._context.navigator.say(lacking)

    def _tell_window(self) -> None:
        if not self.isVisible():
            return
        pages = self._pages
        words = "" if pages is None else "1 page" if pages == 1 else f"{pages:,} pages"
        self._context.navigator.count(words)
        self._context.navigator.as_of(self.options.as_of.value or self._context.today())

    def _connect(self) -> None:
        actions = self.actions_
        actions.print.triggered.connect(self.print_it)
        actions.save.triggered.connect(self.export)
        actions.view.triggered.connect(self._open_in_viewer)
        actions.send.triggered.connect(self._send)
        actions.letter.triggered.connect(self._edit_letter)
        actions.save_all.triggered.connect(self._save_all)
        actions.subject.triggered.connect(self.options.go_to_subject)
        actions.today.triggered.connect(self._go_to_today)
        actions.again.triggered.connect(self.reload)
        actions.add.triggered.connect(self._add_district)
        copies = self.options.copies
        copies.grew.connect(lambda: self._desk.bring_into_view(copies.looked))
        self.options.changed.connect(self._on_changed)
        self._breath.timeout.connect(self._make)
        self._maker.made.connect(self._show)
        self._maker.failed.connect(self._fail)

    def _lay_out(self) -> None:
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        self._desk = BesideOrAbove(self._options_pane(), self.preview)
        around.addWidget(self._desk)

    def _options_pane(self) -> QWidget:
        title = QLabel("Reports")
        title.setProperty("role", "title")
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(title)
        column.addWidget(self.options)
        buttons = QHBoxLayout()
        buttons.addWidget(self._letter_button)
        buttons.addWidget(self._save_all_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        column.addWidget(self.about)
        return pane
