"""The list of pages at the left."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from sro_desk.ui.page_list import PAGES
from sro_desk.ui.theme import GAP, Theme

_WIDTH = 22 * GAP


class Sidebar(QListWidget):
    """`chosen` tells the name of the page that the person went to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("sidebar")
        self.setAccessibleName("Pages")
        self.setIconSize(QSize(20, 20))
        for number, page in enumerate(PAGES, start=1):
            item = QListWidgetItem(page.title)
            item.setToolTip(f"{page.title} (Alt+{number})")
            self.addItem(item)
        self.setFixedWidth(max(_WIDTH, self.sizeHintForColumn(0) + 4 * GAP))
        self._draw()
        theme.changed.connect(self._draw)
        self.currentRowChanged.connect(self._on_row)

    def mark(self, name: str) -> None:
        """Show that a page is in front, without going there."""
        names = [page.name for page in PAGES]
        self.blockSignals(True)
        self.setCurrentRow(names.index(name) if name in names else -1)
        self.blockSignals(False)
        self.viewport().update()

    def show_number(self, name: str, number: int) -> None:
        """Show how much waits on a page, after its title."""
        for row, page in enumerate(PAGES):
            if page.name == name:
                self.item(row).setText(f"{page.title} ({number:,})" if number else page.title)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(PAGES[row].name)

    @Slot()
    def _draw(self) -> None:
        for row, page in enumerate(PAGES):
            self.item(row).setIcon(self._theme.icon(page.icon))
