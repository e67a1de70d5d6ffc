"""The reports: options at the left, and beside them the very PDF that is printed and saved."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

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
from sro_desk.ui.report_maker import ReportMaker, Sizes
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.report_about import ReportAbout
from sro_desk.ui.widgets.report_options import ReportOptions
from sro_desk.ui.widgets.report_preview import ReportPreview
from sro_desk.ui.widgets.scrolled import Scrolled

_BREATH = 250  # milliseconds after the last change of an option
_OPTIONS_WIDTH = 37 * GAP
_BESIDE_FROM = 760  # pixels; on a narrower page the report stands under its options
_LEAST_PREVIEW = 48 * GAP  # height
_REPORT = "report"


class ReportsPage(RecordPage):
    """Made anew whenever an option or a record changes."""

    title = "Reports"
    icon_name = "reports"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._file_id = ""
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
        self._make_actions()
        self._letter_button = ActionButton(self._letter_action)
        self._save_all_button = ActionButton(self._save_all_action)
        self.preview = ReportPreview(
            context,
            (
                ActionButton(self._print_action, keys="Ctrl+P"),
                ActionButton(self._save_action),
                ActionButton(self._view_action),
                ActionButton(self._send_action),
            ),
            again=self._again_action,
            add_district=self._add_action,
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
        return [
            self._save_action,
            self._send_action,
            self._save_all_action,
            self._view_action,
            self._letter_action,
            self._subject_action,
            self._today_action,
        ]

    def show_report(self, name: str, district: DistrictId | None) -> None:
        """Show a report, `district` or `deadlines`, of a district where one is given."""
        self._chosen = self._chosen or not self._file_id
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the options, the report stands under them."""
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE_FROM
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._left.setMaximumWidth(_OPTIONS_WIDTH if beside else 16_777_215)
        self._left.setMinimumWidth(_OPTIONS_WIDTH if beside else 0)
        self._left.setMinimumHeight(0 if beside else self._pane.sizeHint().height())

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
        if not self._file_id:
            self._file_id = file_id
            self._choose_what_was_last()
        self._districts = len(lines)
        self.options.show_districts(lines, roster)
        self._make()

    def _choose_what_was_last(self) -> None:
        if self._chosen:
            return
        preferences = self._context.preferences
        last = preferences.number(self._district_key, 0)
        self.options.choose(
            preferences.text(_REPORT, ReportName.DISTRICT), DistrictId(last) if last else None
        )

    def _keep(self, asked: Asked) -> None:
        self._context.preferences.keep(_REPORT, self.options.report)
        if Option.DISTRICT in KINDS[asked.report].needs and asked.district is not None:
            self._context.preferences.keep(self._district_key, int(asked.district))

    @property
    def _is_for_a_district(self) -> bool:
        return Option.DISTRICT in KINDS[self.options.report].needs

    @property
    def _district_key(self) -> str:
        return f"report_district/{self._file_id}"

    def _set_made(self, made: MadeReport | None, pages: int | None) -> None:
        self._made, self._pages = made, pages
        for action in (self._print_action, self._save_action, self._view_action):
            action.setEnabled(made is not None)
        self._send_action.setEnabled(made is not None and self._is_for_a_district)
        self._save_all_action.setEnabled(bool(self._districts) and self._is_for_a_district)
        self._letter_action.setEnabled(self._may_edit_letter)
        self._letter_button.setVisible(self.options.report is ReportName.PACKET)
        self._save_all_button.setVisible(self._is_for_a_district)
        if made is not None:
            self.about.show_report(made, pages)

    def _say_what_is_lacking(self) -> None:
        self.about.clear()
        if self._districts or not self._is_for_a_district:
            self.preview.show_lacking(self.options.lacking())
        elif self._file_id:
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

    @property
    def _may_edit_letter(self) -> bool:
        return self.options.report is ReportName.PACKET and not self._context.read_only

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

    def _make_actions(self) -> None:
        self._print_action = self._action("Print…", "print", "Print the report on screen")
        self._save_action = self._action("Save as…", "save", "Save the report on screen", "Ctrl+S")
        self._view_action = self._action(
            "Open in viewer", "open", "Open the report in the system’s viewer", "Ctrl+Shift+O"
        )
        self._send_action = self._action(
            "Send to the district…", "mail",
            "Save the report and open a message to the district in your mail program",
            "Ctrl+Shift+E",
        )  # fmt: skip
        self._letter_action = self._action(
            "Edit the cover letter…", "edit", "Change the letter in front of each packet"
        )
        self._save_all_action = self._action(
            "Save all districts…", "folder",
            "Save this report of every district into a folder", "Ctrl+Shift+S",
        )  # fmt: skip
        self._subject_action = self._action(
            "Choose what it is about", "filter", "Go to the report’s district, officer or day",
            "Ctrl+D",
        )  # fmt: skip
        self._today_action = self._action("As of today", "today", "Make it as of today", "Ctrl+T")
        self._again_action = self._action("Make it again", "refresh", "Make the report again")
        self._add_action = self._action("Add a district…", "districts", "Enter a district")
        self._add_action.setEnabled(not self._context.read_only)
        self._save_all_action.setEnabled(False)

    def _action(self, text: str, icon: str, told: str, keys: str = "") -> QAction:
        action = QAction(text, self)
        action.setToolTip(told)
        action.setStatusTip(told)
        if keys:
            action.setShortcut(QKeySequence(keys))
        self._context.theme.dress(action, icon)
        return action

    def _connect(self) -> None:
        self._print_action.triggered.connect(self.print_it)
        self._save_action.triggered.connect(self.export)
        self._view_action.triggered.connect(self._open_in_viewer)
        self._send_action.triggered.connect(self._send)
        self._letter_action.triggered.connect(self._edit_letter)
        self._save_all_action.triggered.connect(self._save_all)
        self._subject_action.triggered.connect(self.options.go_to_subject)
        self._today_action.triggered.connect(self._go_to_today)
        self._again_action.triggered.connect(self.reload)
        self._add_action.triggered.connect(self._add_district)
        self.options.changed.connect(self._on_changed)
        self._breath.timeout.connect(self._make)
        self._maker.made.connect(self._show)
        self._maker.failed.connect(self._fail)

    def _lay_out(self) -> None:
        self.preview.setMinimumHeight(_LEAST_PREVIEW)
        self._pane = self._options_pane()
        self._left = Scrolled(self._pane)
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self._row.setSpacing(2 * GAP)
        self._row.addWidget(self._left)
        self._row.addWidget(self.preview, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scrolled(inside))

    def _options_pane(self) -> QWidget:
        title = QLabel("Reports")
        title.setProperty("role", "title")
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(title)
        column.addWidget(self.options)
        column.addWidget(self._letter_button)
        column.addWidget(self._save_all_button)
        column.addStretch(1)
        column.addWidget(self.about)
        return pane
