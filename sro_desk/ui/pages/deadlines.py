"""The home page: who is in trouble, by when and why, as of any day."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from sro_desk.domain.dates import long_date
from sro_desk.domain.records import OfficerId
from sro_desk.services import findings
from sro_desk.services.findings import Overview, OverviewRow
from sro_desk.ui import later
from sro_desk.ui.context import Context
from sro_desk.ui.listed import Listed
from sro_desk.ui.models.deadline_columns import COLUMNS, column_of_step, step_text
from sro_desk.ui.models.saved_lists import OFFICERS
from sro_desk.ui.models.table import TableModel
from sro_desk.ui.record_page import RecordPage
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.date_field import DateField
from sro_desk.ui.widgets.message_bar import MessageBar
from sro_desk.ui.widgets.pictures.deck import PictureDeck
from sro_desk.ui.widgets.scrolled import Scrolled
from sro_desk.ui.widgets.search_field import SearchField
from sro_desk.ui.widgets.step_delegate import StepDelegate
from sro_desk.ui.widgets.table import Table
from sro_desk.ui.widgets.tiles import Tiles

_BREATH = 200  # milliseconds after the last key in the date
_TITLE_FROM = 720  # pixels


class DeadlinesPage(RecordPage):
    """Tiles, pictures and table, all as of one day."""

    title = "Deadlines"
    icon_name = "deadlines"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._shown: Overview | None = None
        self._asked: date | None = None  # for which the answer is awaited
        self._picked: frozenset[OfficerId] = frozenset()  # on a picture
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(_BREATH)
        self._title = QLabel("Deadlines")
        self.as_of = DateField(context.theme, context.today)
        self.today_button = QPushButton("&Today")
        self.notice = MessageBar(context.theme)
        self.search = SearchField(context.theme, "Search officers and districts")
        self.tiles = Tiles(context.theme)
        self.pictures = PictureDeck(context)
        self.model: TableModel[OverviewRow] = TableModel(COLUMNS)
        self.table: Table[OverviewRow] = Table(context, self.model, "deadlines")
        self._delegate = StepDelegate(context.theme, self.table)
        self._make_actions()
        self._lay_out()
        self._connect()
        self.as_of.value = context.today()
        self._breath.stop()
        self.reload()

    @property
    def on(self) -> date:
        """The day that everything on the page is about."""
        return self.as_of.value or (self._shown.on if self._shown else self._context.today())

    def page_actions(self) -> list[QAction]:
        """What can be done here only."""
        return [self._open_action, self._step_action, self._today_action]

    def listed(self) -> Listed[OverviewRow]:
        """The list as it is filtered and sorted, to be saved."""
        return Listed(
            title="SRO deadlines",
            columns=OFFICERS,
            rows=self.model.visible_rows,
            officer=lambda row: row.officer.id,
        )

    @Slot()
    def reload(self) -> None:
        """Ask for everything again; a page left on today follows the calendar."""
        if self._shown is not None and self._follows_today:
            self.as_of.value = self._context.today()
            self._breath.stop()
        self._ask()

    @Slot()
    def find(self) -> None:  # type: ignore[override]  # hides Qt's look-up of a window's number
        """Go to the search."""
        self.search.find()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar names the page too: where room is short, the title goes first."""
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= _TITLE_FROM)

    @Slot()
    def _ask(self) -> None:
        self._stale = False
        on = self._asked = self.on
        self._context.jobs.ask(self, lambda db: findings.overview(db, on), self._show)

    def _show(self, overview: Overview) -> None:
        if overview.on != self._asked:
            return  # the date was moved on meanwhile
        self._shown = overview
        self._follows_today = overview.on == self._context.today()
        self.tiles.show_counts(overview.counts)
        self.pictures.show_overview(overview)
        self.model.show_rows(overview.rows)
        self._show_notice(overview.on)
        if overview.rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._tell_window()

    @Slot()
    def _go_to_today(self) -> None:
        self.as_of.value = self._context.today()
        self._breath.stop()
        self._ask()

    @Slot()
    def _on_date(self) -> None:
        if self.as_of.value is not None:
            self._breath.start()

    @Slot()
    def _sift(self) -> None:
        lights, picked = self.tiles.lights, self._picked
        if not lights and not picked:
            self.model.set_predicate(None)
        else:
            self.model.set_predicate(
                lambda row: (
                    (not lights or row.finding.light in lights)
                    and (not picked or row.officer.id in picked)
                )
            )
        self._tell_window()

    @Slot(object)
    def _pick(self, officers: frozenset[OfficerId]) -> None:
        self._picked = officers
        self._sift()

    @Slot(str)
    def _search(self, typed: str) -> None:
        self.model.set_filter(typed)
        self._tell_window()

    @Slot(object)
    def _open(self, row: OverviewRow) -> None:
        self._context.navigator.show_officer(row.officer.id)

    @Slot()
    def _open_current(self) -> None:
        if (row := self.table.current_row) is not None:
            self._open(row)

    @Slot(object)
    def _take_step(self, row: OverviewRow) -> None:
        later.next_step.NextStep(self._context, self).take(row.officer, row.finding)

    @Slot()
    def _take_current_step(self) -> None:
        if (row := self.table.current_row) is not None:
            self._take_step(row)

    @Slot(object)
    def _show_step(self, row: OverviewRow | None) -> None:
        """The menu names the step of the row under the cursor."""
        can = row is not None and bool(step_text(row)) and not self._context.read_only
        self._step_action.setEnabled(can)
        self._open_action.setEnabled(row is not None)
        self._step_action.setText(step_text(row) if row is not None and can else "Next step")

    @Slot()
    def _add_officer(self) -> None:
        later.officer_dialog.OfficerDialog.ask(self._context, parent=self)

    def _show_notice(self, on: date) -> None:
        today = self._context.today()
        self.today_button.setEnabled(on != today)
        if on == today:
            self.notice.dismiss()
            return
        tense = "was" if on < today else "will be"
        self.notice.keep(
            f"This is how it {tense} on {long_date(on)}, by what is on file now.", closable=False
        )
        self.notice.add_button("Back to today", self._go_to_today)

    def _tell_window(self) -> None:
        if self._shown is None or not self.isVisible():
            return
        shown, total = self.model.rowCount(), len(self._shown.rows)
        officers = "1 officer" if total == 1 else f"{total:,} officers"
        words = officers if shown == total else f"{shown:,} of {officers}"
        self._context.navigator.count(words)
        self._context.navigator.as_of(self._shown.on)

    def _make_actions(self) -> None:
        self._follows_today = True
        self._open_action = QAction("Open officer", self)
        self._open_action.setShortcut(QKeySequence("Return"))
        self._step_action = QAction("Next step", self)
        self._step_action.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._today_action = QAction("As of today", self)
        self._today_action.setShortcut(QKeySequence("Ctrl+T"))
        self._add_action = QAction("Add the first officer", self)
        self._import_action = QAction("Import a spreadsheet…", self)
        for action in (self._add_action, self._import_action):
            action.setEnabled(not self._context.read_only)
        self._context.theme.dress(self._open_action, "officers")
        self._context.theme.dress(self._today_action, "today")
        self._context.theme.dress(self._add_action, "officer-add")
        self._context.theme.dress(self._import_action, "drop")
        self._show_step(None)

    def _connect(self) -> None:
        self._open_action.triggered.connect(self._open_current)
        self._step_action.triggered.connect(self._take_current_step)
        self._today_action.triggered.connect(self._go_to_today)
        self._add_action.triggered.connect(self._add_officer)
        self._import_action.triggered.connect(self._context.navigator.import_table)
        self.today_button.clicked.connect(self._go_to_today)
        self.as_of.changed.connect(self._on_date)
        self._breath.timeout.connect(self._ask)
        self.tiles.chosen.connect(self._sift)
        self.pictures.chosen.connect(self._pick)
        self.search.searched.connect(self._search)
        self.table.row_activated.connect(self._open)
        self.table.row_changed.connect(self._show_step)
        self._delegate.pressed.connect(self._take_step)

    def _lay_out(self) -> None:
        self.search.leads_to(self.table)
        self.table.set_row_actions((self._open_action, self._step_action))
        self.table.setItemDelegateForColumn(column_of_step(), self._delegate)
        self.table.setMouseTracking(True)
        self.table.setMinimumHeight(20 * GAP)
        self.table.setAccessibleName("Officers in order of urgency")
        empty = self.table.say_when_empty(
            "officer-add", "No officers yet",
            "Add the officers who serve in schools; their deadlines appear here.",
        )  # fmt: skip
        for action in (self._add_action, self._import_action):
            empty.add_button(action)
        self.as_of.setAccessibleName("As of")
        self.as_of.setFixedWidth(28 * GAP)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP + GAP // 2)
        column.addLayout(self._head())
        for widget in (self.notice, self.tiles, self.pictures):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scrolled(inside))

    def _head(self) -> QHBoxLayout:
        self._title.setProperty("role", "title")
        as_of = QLabel("as &of")
        as_of.setBuddy(self.as_of)
        as_of.setContentsMargins(0, GAP - 2, 0, 0)
        self.today_button.setToolTip("Show the page as of today (Ctrl+T)")
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMinimumWidth(15 * GAP)
        self.search.setMaximumWidth(45 * GAP)
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._title, 0, top)
        row.addWidget(as_of, 0, top)
        row.addWidget(self.as_of, 0, top)
        row.addWidget(self.today_button, 0, top)
        row.addStretch(1)
        row.addWidget(self.search, 2, top)
        return row
