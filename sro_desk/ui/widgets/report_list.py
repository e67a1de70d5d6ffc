"""The reports to choose from, in groups by whom they are for."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sro_desk.domain.reports import KINDS, ReportName
from sro_desk.services.reports import making
from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.private_badge import WORDS, PrivateBadge

GROUPS: tuple[tuple[str, tuple[ReportName, ...]], ...] = (
    ("For a district", (ReportName.PACKET, ReportName.DISTRICT)),
    (
        "For the agency",
        (
            ReportName.DEADLINES,
            ReportName.PLANNER,
            ReportName.SUBSTITUTES,
            ReportName.OFFICER,
            ReportName.AUDIT,
        ),
    ),
    ("To sign", (ReportName.ACKNOWLEDGEMENT, ReportName.INABILITY)),
)
_NAME = Qt.ItemDataRole.UserRole


class ReportList(QWidget):
    """One list; the arrow keys pass over the names of the groups."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self._told = QLabel()
        self.badge = PrivateBadge(theme)
        self._lay_out()
        self.setFocusProxy(self.list)
        self.list.currentItemChanged.connect(self._on_current)
        self._fill()

    @property
    def value(self) -> ReportName:
        """The report chosen."""
        item = self.list.currentItem()
        return ReportName(item.data(_NAME)) if item is not None else ReportName.DISTRICT

    def choose(self, name: str) -> None:
        """Choose for the person; the first one where there is none of that name."""
        items = self._items()
        found = [item for item in items if item.data(_NAME) == name]
        self.list.setCurrentItem((found or items)[0])

    def show_private(self, *, private: bool) -> None:
        """Say whether the report as it is asked for stays with the agency."""
        self.badge.setVisible(private)
        told = KINDS[self.value].told
        self.list.setAccessibleDescription(f"{told} {WORDS}." if private else told)

    def _items(self) -> list[QListWidgetItem]:
        every = (self.list.item(row) for row in range(self.list.count()))
        return [item for item in every if item.data(_NAME)]

    @Slot()
    def _on_current(self) -> None:
        kind = KINDS[self.value]
        self._told.setText(kind.told)
        self.show_private(private=not kind.leaves)
        self.changed.emit()

    def _fill(self) -> None:
        for title, names in GROUPS:
            there = [name for name in names if name in making.MAKERS]
            if not there:
                continue
            head = QListWidgetItem(title)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            self.list.addItem(head)
            for name in there:
                item = QListWidgetItem(KINDS[name].title)  # found by its first letters
                item.setData(_NAME, name.value)
                item.setToolTip(KINDS[name].told)
                self.list.addItem(item)
        self.choose(ReportName.DISTRICT)

    def _lay_out(self) -> None:
        self.list.setObjectName("reports")
        self.list.setAccessibleName("Reports")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self._told.setProperty("role", "muted")
        self._told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.list)
        column.addWidget(self._told)
        column.addWidget(self.badge)
