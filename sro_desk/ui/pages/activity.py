"""The ledger: who changed what and when, before and after, and the proof that it is whole."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sro_desk.domain.changes import Kind
from sro_desk.domain.ledger_words import kind_words, local_time
from sro_desk.services import activity
from sro_desk.services.activity import Activity, EntryDetail
from sro_desk.services.history import ActivityLine
from sro_desk.ui.context import Context
from sro_desk.ui.listed import Listed
from sro_desk.ui.models.saved_lists import ACTIVITY, officer_of_entry
from sro_desk.ui.models.table import Column, TableModel
from sro_desk.ui.record_page import RecordPage
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.entry_pane import EntryPane
from sro_desk.ui.widgets.scrolled import Scrolled
from sro_desk.ui.widgets.search_field import SearchField
from sro_desk.ui.widgets.table import Table
from sro_desk.ui.widgets.verify_bar import VerifyBar

_MOST = 200  # entries asked for in one go
_TITLE_FROM = 560  # pixels
_LEAST_HEIGHT = 18 * GAP  # of the list, and of the entry under it
_SPLIT = "activity_split"
_NOTHING = ("Nothing recorded yet", "Every change to the records appears here, newest first.")
_NO_MATCH = ("Nothing matches", "Clear the search, or choose all kinds.")

COLUMNS: tuple[Column[ActivityLine], ...] = (
    Column("When", lambda line: local_time(line.at), width=172),
    Column("Who", lambda line: line.entry.actor, tooltip=lambda line: line.entry.actor, width=160),
    Column("Kind", lambda line: kind_words(line.entry.kind), width=128),
    Column("What", lambda line: line.words, tooltip=lambda line: line.words, width=480),
)


class ActivityPage(RecordPage):
    """Asks for older entries as the end of the list comes into view."""

    title = "Activity"
    icon_name = "activity"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._asked = 0  # the number of the question whose answer is awaited
        self._answered = 0
        self._reached: int | None = None  # the oldest entry looked at; None at the beginning
        self._detail: EntryDetail | None = None
        self._title = QLabel("Activity")
        self.search = SearchField(context.theme, "Search who and what")
        self.kind = QComboBox()
        self.verify = VerifyBar(context)
        self.model: TableModel[ActivityLine] = TableModel(COLUMNS)
        self.table: Table[ActivityLine] = Table(context, self.model, "activity")
        self.pane = EntryPane(context.theme)
        self._make_actions()
        self._lay_out()
        self._connect()
        self.reload()

    def page_actions(self) -> list[QAction]:
        """What can be done here only."""
        return [
            self._officer_action,
            self._district_action,
            self._certificate_action,
            self.verify.verify_action,
        ]

    def listed(self) -> Listed[ActivityLine]:
        """The list as it is filtered and sorted, to be saved."""
        return Listed(
            title="SRO activity",
            columns=ACTIVITY,
            rows=self.model.visible_rows,
            officer=officer_of_entry,
        )

    @Slot()
    def reload(self) -> None:
        """Ask again for as many entries as are shown."""
        self._stale = False
        self._ask(None, max(_MOST, len(self.model.rows)))

    @Slot()
    def find(self) -> None:  # type: ignore[override]  # hides Qt's look-up of a window's number
        """Go to the search."""
        self.search.find()

    def check_pdf(self, path: Path) -> None:
        """Tell whether the ledger still contains the head in the footer of a PDF."""
        self.verify.check_pdf(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar names the page too: where room is short, the title goes first."""
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= _TITLE_FROM)

    @Slot()
    def _sift(self) -> None:
        """Begin anew with other words or another kind."""
        self._ask(None, _MOST)

    @Slot()
    def _go_on(self) -> None:
        """Ask for older entries once the end of those shown is near."""
        bar = self.table.verticalScrollBar()
        near = bar.value() >= bar.maximum() - bar.pageStep()
        waiting = self._asked != self._answered
        if near and not waiting and self._reached is not None and self.isVisible():
            self._ask(self._reached, _MOST)

    @Slot(object)
    def _show_detail_of(self, line: ActivityLine | None) -> None:
        if line is None:
            self._show_detail(None)
            return
        entry = line.entry
        self._context.jobs.ask(self, lambda db: activity.detail(db, entry), self._take_detail)

    @Slot()
    def _open(self) -> None:
        """Lead to the record itself, or to the officer or the district it belongs to."""
        for action in (self._certificate_action, self._officer_action, self._district_action):
            if action.isVisible():
                action.trigger()
                return

    @Slot()
    def _show_officer(self) -> None:
        if self._detail is not None and self._detail.officer is not None:
            self._context.navigator.show_officer(self._detail.officer)

    @Slot()
    def _show_district(self) -> None:
        if self._detail is not None and self._detail.district is not None:
            self._context.navigator.show_district(self._detail.district)

    @Slot()
    def _show_certificate(self) -> None:
        if self._detail is not None and self._detail.certificate is not None:
            self._context.navigator.show_certificate(self._detail.certificate)

    @Slot()
    def _keep_split(self) -> None:
        self._context.preferences.keep_state(_SPLIT, self._split.saveState())

    def _ask(self, before: int | None, most: int) -> None:
        self._asked += 1
        number, typed = self._asked, self.search.text()
        kind: Kind | None = self.kind.currentData()
        self._context.jobs.ask(
            self,
            lambda db: activity.look(db, typed=typed, kind=kind, before_seq=before, most=most),
            lambda found: self._show(number, found, older=before is not None),
        )

    def _show(self, number: int, found: Activity, *, older: bool) -> None:
        if number != self._asked:
            return  # something else was asked for meanwhile
        self._answered = number
        self._reached = found.reached
        if older:
            self.model.add_rows(found.lines)
        else:
            self._say_what_nothing_means()
            self.model.show_rows(found.lines)
        if self.model.rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._tell_window()
        self._go_on()

    def _take_detail(self, detail: EntryDetail) -> None:
        current = self.table.current_row
        if current is not None and current.entry.seq == detail.entry.seq:
            self._show_detail(detail)

    def _show_detail(self, detail: EntryDetail | None) -> None:
        self._detail = detail
        self.pane.show_entry(detail)
        for action, lead in (
            (self._officer_action, detail and detail.officer),
            (self._district_action, detail and detail.district),
            (self._certificate_action, detail and detail.certificate),
        ):
            action.setVisible(lead is not None)

    def _say_what_nothing_means(self) -> None:
        sifted = bool(self.search.text().strip()) or self.kind.currentData() is not None
        self._empty.say(*(_NO_MATCH if sifted else _NOTHING))

    def _tell_window(self) -> None:
        if not self.isVisible():
            return
        shown = len(self.model.rows)
        entries = "1 entry" if shown == 1 else f"{shown:,} entries"
        more = "" if self._reached is None else ", older ones as you scroll"
        self._context.navigator.count(entries + more)
        self._context.navigator.as_of(self._context.today())

    def _make_actions(self) -> None:
        self._officer_action = self._action("Show &officer", "officers")
        self._district_action = self._action("Show &district", "districts")
        self._certificate_action = self._action("Show &certificate", "certificates")

    def _action(self, text: str, icon: str) -> QAction:
        action = QAction(text, self)
        action.setVisible(False)
        self._context.theme.dress(action, icon)
        return action

    def _connect(self) -> None:
        self._officer_action.triggered.connect(self._show_officer)
        self._district_action.triggered.connect(self._show_district)
        self._certificate_action.triggered.connect(self._show_certificate)
        self.search.searched.connect(self._sift)
        self.kind.currentIndexChanged.connect(self._sift)
        self.table.row_changed.connect(self._show_detail_of)
        self.table.row_activated.connect(self._open)
        bar = self.table.verticalScrollBar()
        bar.valueChanged.connect(self._go_on)
        bar.rangeChanged.connect(self._go_on)
        self._split.splitterMoved.connect(self._keep_split)

    def _lay_out(self) -> None:
        self.search.leads_to(self.table)
        self.kind.addItem("All kinds", None)
        for kind in Kind:
            self.kind.addItem(kind_words(kind), kind)
        self.kind.setAccessibleName("Kind of record")
        self._lay_out_table()
        leading = (self._officer_action, self._district_action, self._certificate_action)
        self.table.set_row_actions(leading)
        self.pane.add_buttons(leading)
        self._split = _Split(Qt.Orientation.Vertical)
        self._split.addWidget(self.table)
        self._split.addWidget(self.pane)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([1, 1])
        self._split.restoreState(self._context.preferences.state(_SPLIT))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP + GAP // 2)
        column.addLayout(self._head())
        column.addWidget(self.verify)
        column.addWidget(self._split, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scrolled(inside))

    def _lay_out_table(self) -> None:
        table = self.table
        table.setSortingEnabled(False)  # an order of what is loaded would tell half the truth
        table.horizontalHeader().setSortIndicatorShown(False)
        table.horizontalHeader().setSectionsClickable(False)
        table.setMinimumHeight(_LEAST_HEIGHT)
        self.pane.setMinimumHeight(_LEAST_HEIGHT)
        table.setAccessibleName("Changes, newest first")
        self._empty = table.say_when_empty("activity", *_NOTHING)

    def _head(self) -> QHBoxLayout:
        self._title.setProperty("role", "title")
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMinimumWidth(15 * GAP)
        self.search.setMaximumWidth(45 * GAP)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self.kind)
        row.addWidget(self.search, 2)
        return row


class _Split(QSplitter):
    """Asks for no more than it needs: a page scrolls only where that does not fit."""

    def sizeHint(self) -> QSize:
        """The least there must be."""
        return self.minimumSizeHint()
