"""The officers: a list to search, and beside it one officer in full."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sro_desk.domain.changes import Action, Changes, Kind
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.records import OfficerId
from sro_desk.services import findings, officers
from sro_desk.services.findings import Overview, OverviewRow
from sro_desk.services.officers import OfficerDetail
from sro_desk.ui.context import Context
from sro_desk.ui.listed import Listed
from sro_desk.ui.models.saved_lists import OFFICERS
from sro_desk.ui.officer_commands import OfficerCommands
from sro_desk.ui.record_page import RecordPage
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.divided import Divided
from sro_desk.ui.widgets.empty_state import EmptyState
from sro_desk.ui.widgets.officer_details import OfficerDetails
from sro_desk.ui.widgets.officers_list import OfficersList
from sro_desk.ui.widgets.record_list import RecordList, Voidable
from sro_desk.ui.widgets.scrolled import Scrolled

R = TypeVar("R", bound=Voidable)
_LIST = 300  # pixels, at first
_REST = 860


class OfficersPage(RecordPage):
    """Everything is as of today; one officer is shown while there is any."""

    title = "Officers"
    icon_name = "officers"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._commands = OfficerCommands(context, self)
        self._wanted: OfficerId | None = None  # to be shown as soon as the list has it
        self._officer: OfficerId | None = None  # on screen, or asked for
        self._asked_voided = False
        self.list = OfficersList(context)
        self._make_actions()
        self.details = OfficerDetails(context, self._change_action)
        self._pane = QStackedWidget()
        self._lay_out()
        self._connect()
        self.reload()

    @property
    def detail(self) -> OfficerDetail | None:
        """The officer on screen."""
        return self._commands.detail

    def page_actions(self) -> list[QAction]:
        """What can be done here only."""
        return [self._step_action, self._change_action, self._void_action]

    def show_officer(self, officer: OfficerId) -> None:
        """Go to an officer, whatever filter hides the row; at once, or when the list has come."""
        self._wanted = officer
        if self.list.go_to(officer):
            self._wanted = None
        elif not self._asked_voided and self.list.model.rows:
            self._ask(voided=True)

    def listed(self) -> Listed[OverviewRow]:
        """The list as it is filtered and sorted, to be saved."""
        return Listed(
            title="SRO officers",
            columns=OFFICERS,
            rows=self.list.model.visible_rows,
            officer=lambda row: row.officer.id,
        )

    @Slot()
    def reload(self) -> None:
        """Ask for everything again."""
        self._ask(voided=self.list.with_voided)

    @Slot()
    def find(self) -> None:  # type: ignore[override]  # hides Qt's look-up of a window's number
        """Go to the search."""
        self.list.find()

    def _ask(self, *, voided: bool) -> None:
        self._stale, self._asked_voided = False, voided
        on = self._context.today()
        self._context.jobs.ask(
            self,
            lambda db: findings.overview(db, on, voided=voided),
            lambda overview: self._show(overview, voided=voided),
        )

    def _show(self, overview: Overview, *, voided: bool) -> None:
        if voided is not self._asked_voided:
            return  # asked for otherwise meanwhile
        wanted, self._wanted = self._wanted, None
        before = self._officer
        if not self.list.show_rows(overview.rows, wanted) and not voided:
            self._wanted = wanted
            self._ask(voided=True)  # it may be a voided one
            return
        current = self.list.current
        if current is None:
            self._show_nothing(any_on_file=bool(overview.rows))
        elif current.officer.id == before:
            self._ask_detail(current.officer.id)  # the cursor did not move: nothing else asks
        self._tell_window()

    @Slot(object)
    def _on_row(self, row: OverviewRow | None) -> None:
        if row is None:
            self._show_nothing(any_on_file=bool(self.list.model.rows))
        elif row.officer.id != self._officer:
            self._ask_detail(row.officer.id)
        self._tell_window()

    def _ask_detail(self, officer: OfficerId) -> None:
        self._officer = officer
        on = self._context.today()
        self._context.jobs.ask(
            self, lambda db: officers.detail(db, officer, on), self._take, self._on_gone
        )

    def _take(self, detail: OfficerDetail) -> None:
        if detail.officer.id != self._officer:
            return  # the cursor went on meanwhile
        commands = self._commands
        commands.detail = detail
        self._pane.setCurrentWidget(self.details)
        self.details.show_detail(
            detail, can_write=commands.can_write(), can_step=commands.can_step()
        )
        self._allow()

    def _on_gone(self, error: SroDeskError) -> None:
        self._show_nothing(any_on_file=bool(self.list.model.rows))
        self._context.navigator.warn(str(error))

    def _show_nothing(self, *, any_on_file: bool) -> None:
        self._officer, self._commands.detail = None, None
        self._pane.setCurrentWidget(self._nothing if any_on_file else self._nobody)
        self._allow()

    @Slot(object)
    def _on_committed(self, changes: Changes) -> None:
        added = [record for kind, record in changes.records if kind is Kind.OFFICER]
        if changes.action is Action.ADD and len(added) == 1:
            self._wanted = OfficerId(added[0])
        super()._on_committed(changes)

    @Slot()
    def _on_filter(self) -> None:
        if self.list.with_voided and not self._asked_voided:
            self.reload()
        self._tell_window()

    @Slot(object)
    def _enter(self, _row: OverviewRow) -> None:
        """Enter leads from the list into the details."""
        self.details.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _void(self) -> None:
        if self.detail is not None and self._commands.can_write():
            self._commands.void_officer(self.detail.officer)

    def _allow(self) -> None:
        commands = self._commands
        self._change_action.setEnabled(commands.can_write())
        self._void_action.setEnabled(commands.can_write())
        self._step_action.setEnabled(commands.can_step())
        self._add_action.setEnabled(not self._context.read_only)

    def _tell_window(self) -> None:
        if not self.isVisible():
            return
        rows, with_voided = self.list.model.rows, self.list.with_voided
        shown = self.list.model.rowCount()
        total = sum(with_voided or row.officer.voided is None for row in rows)
        officers_ = "1 officer" if total == 1 else f"{total:,} officers"
        words = officers_ if shown == total else f"{shown:,} of {officers_}"
        self._context.navigator.count(words)
        self._context.navigator.as_of(self._context.today())

    def _make_actions(self) -> None:
        theme = self._context.theme
        self._add_action = QAction("Add officer", self)
        self._change_action = QAction("Change", self)
        self._void_action = QAction("Void officer", self)
        self._step_action = QAction("Next step", self)
        for action, icon, keys, told in (
            (self._add_action, "officer-add", "Ins", "Put an officer on the roster"),
            (self._change_action, "edit", "F2", "Change name, badge and the like"),
            (self._void_action, "void", "Del", "Take an officer entered by mistake off the roster"),
            (self._step_action, "", "Ctrl+Return", "Take the next step"),
        ):
            action.setShortcut(QKeySequence(keys))
            action.setToolTip(told)
            action.setStatusTip(told)
            if icon:
                theme.dress(action, icon)

    def _connect(self) -> None:
        commands, details = self._commands, self.details
        self._add_action.triggered.connect(commands.add_officer)
        self._change_action.triggered.connect(commands.change_officer)
        self._void_action.triggered.connect(self._void)
        self._step_action.triggered.connect(commands.take_step)
        self.list.officer_changed.connect(self._on_row)
        self.list.opened.connect(self._enter)
        self.list.voided_wanted.connect(self._on_filter)
        details.head.step_asked.connect(commands.take_step)
        details.why.gap_asked.connect(commands.close_gap)
        details.certificates.attach_asked.connect(commands.attach_copy)
        details.certificates.open_asked.connect(commands.open_copy)
        details.assignments.end_asked.connect(commands.end_assignment)
        details.days.add_asked.connect(commands.add_assignment)
        _connect_list(details.certificates.list, commands.add_certificate,
                      commands.change_certificate, commands.void_certificate)  # fmt: skip
        _connect_list(details.assignments.list, commands.add_assignment,
                      commands.change_assignment, commands.void_assignment)  # fmt: skip
        _connect_list(details.reviews.reviews, commands.add_review,
                      commands.change_review, commands.void_review)  # fmt: skip
        _connect_list(details.reviews.inability, commands.add_inability,
                      commands.change_inability, commands.void_inability)  # fmt: skip

    def _lay_out(self) -> None:
        table = self.list.table
        table.set_row_actions([self._step_action, self._change_action, self._void_action])
        self._add_action.setShortcutContext(self._change_action.shortcutContext())
        table.addAction(self._add_action)
        self.details.head.addActions([self._step_action, self._change_action])
        self.list.say_when_empty(
            "officer-add", "No officers yet", "Add the officers who serve in schools."
        ).add_button(self._add_action)
        theme = self._context.theme
        self._nothing = EmptyState(
            theme, "officers", "No officer to show", "Clear the search, or choose other officers."
        )
        self._nobody = EmptyState(
            theme,
            "officers",
            "No officers yet",
            "Each officer's training, certificates, assignments and days are kept here.",
        )
        self._nobody.add_button(self._add_action)
        self._pane.addWidget(self._nothing)
        self._pane.addWidget(self._nobody)
        self._pane.addWidget(self.details)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GAP, 0, GAP, 2 * GAP)
        foot.addWidget(ActionButton(self._add_action), 1)
        column.addLayout(foot)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        divided = Divided(
            self._context.preferences, "officers", left, self._pane, widths=(_LIST, _REST)
        )
        around.addWidget(Scrolled(divided))


def _connect_list(
    records: RecordList[R],
    add: Callable[[], None],
    change: Callable[[R], None],
    void: Callable[[R], None],
) -> None:
    records.add_asked.connect(add)
    records.change_asked.connect(change)
    records.void_asked.connect(void)
