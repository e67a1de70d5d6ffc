"""Shows a PDF whole, its pages below one another; each is drawn when it comes into view."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QTimer, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from sro_desk.intake.examined import PageSize
from sro_desk.ui.context import Context
from sro_desk.ui.pages_search import PagesSearch
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.empty_state import EmptyState
from sro_desk.ui.widgets.find_bar import FindBar
from sro_desk.ui.widgets.page_column import PageColumn, factor_for
from sro_desk.ui.widgets.page_pictures import PagePictures
from sro_desk.ui.widgets.page_size import Fit, Zoom
from sro_desk.ui.widgets.page_tools import PageTools
from sro_desk.ui.widgets.pages_canvas import PagesCanvas, Spot

_SETTLED = 60  # milliseconds without a further change of size
_AHEAD, _BEHIND = 2, 1  # pages drawn though they are not seen yet, or not any more


class PagesView(QWidget):
    """Never opens the file itself and never waits: what has not come yet is white paper."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._sizes: Sequence[PageSize] = ()
        self._zoom = Zoom()
        self._page = 0
        self._last_top = 0
        self._pictures = PagePictures(context, self)
        self.search = PagesSearch(context, self)
        self.tools = PageTools(context.theme, self, scrolled=True)
        self.find_bar = FindBar(context.theme, self)
        self.canvas = PagesCanvas(context.theme, self._pictures, self.search.marks_on)
        self._trouble = EmptyState(context.theme, "warning", "")
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED)
        self._lay_out()
        self._connect()

    @property
    def page(self) -> int:
        """The page looked at, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._sizes)

    @property
    def words(self) -> str:
        """The sentence in place of the pages; "" while there are any."""
        return self.accessibleDescription()

    @property
    def drawn(self) -> bool:
        """Whether every page in view has its picture in the right size."""
        visible = self.canvas.visible
        widths = ((page, self.canvas.width_of(page)) for page in visible)
        return bool(visible) and all(self._pictures.has(*each) for each in widths)

    def show_file(self, content: bytes, name: str, sizes: Sequence[PageSize]) -> None:
        """Show a file from its beginning; one of the same name stays where it is."""
        alike = name == self._name
        self._name, self._sizes = name, sizes
        self._pictures.show_file(content, alike=alike)
        self.setAccessibleDescription("")
        self._stack.setCurrentWidget(self.canvas)
        self._stack.activate()  # now: the pages are drawn for the room that there is
        self._place(None if alike else Spot(page=0, down=-1))
        self.search.show_file(content, len(sizes))
        self._draw()

    def show_trouble(self, sentence: str) -> None:
        """Say why there are no pages to show."""
        self._name, self._sizes = "", ()
        self._pictures.show_file(b"")
        self.search.show_file(b"", 0)
        self.tools.show_pages(0, None)
        self._trouble.say("", sentence)
        self.setAccessibleDescription(sentence)
        self._stack.setCurrentWidget(self._trouble)

    @Slot(int)
    def go_to(self, page: int) -> None:
        """Scroll to a page, from 0; beyond the first or last nothing happens."""
        if 0 <= page < self.pages:
            self.canvas.show_page(page)
            self._show_page(page)

    def _place(self, at: Spot | None = None, where: QPointF | None = None) -> None:
        """Lay the pages out at once; sharper pictures of them follow."""
        factor = self._factor
        self.canvas.show_column(PageColumn(self._sizes, factor), at, where)
        if self.pages:
            self._show_page(self.canvas.page)
            self.tools.show_zoom(factor, self._zoom.fit)

    @property
    def _factor(self) -> float:
        room, bar = self.canvas.room, self.canvas.scroll_bar_width
        return factor_for(self._zoom, self._sizes, room, bar=bar)

    @Slot()
    def _on_resized(self) -> None:
        if self._pictures.size:
            self._settling.start()
        self._place()

    @Slot()
    def _on_seen(self) -> None:
        self._show_page(self.canvas.page)
        if not self._settling.isActive():
            self._draw()

    @Slot()
    def _draw(self) -> None:
        """Have the pages in view drawn, then those that are likely to be next."""
        visible, top = self.canvas.visible, self.canvas.verticalScrollBar().value()
        back = top < self._last_top
        self._last_top = top
        before = range(visible.start - 1, visible.start - 1 - (_AHEAD if back else _BEHIND), -1)
        after = range(visible.stop, visible.stop + (_BEHIND if back else _AHEAD))
        wanted = [*visible, *(before if back else after), *(after if back else before)]
        self._pictures.want(
            {page: self.canvas.width_of(page) for page in wanted if 0 <= page < self.pages}
        )

    def _show_page(self, page: int) -> None:
        self._page = page
        self.tools.show_pages(page, self.pages or None)
        self.canvas.setAccessibleDescription(f"{self._name}, {self.tools.words}")

    def _fit(self, fit: Fit) -> None:
        self._zoom = replace(self._zoom, fit=fit)
        self._on_resized()

    def _zoom_by(self, notches: float, at: QPointF | None = None) -> None:
        where = at or QPointF(self.canvas.viewport().rect().center())
        spot = self.canvas.spot_at(where)
        self._zoom = self._zoom.step(self._factor, notches)
        self._settling.start()
        self._place(spot, where)

    @Slot(int, object)
    def _go_to_found(self, page: int, box: QRectF) -> None:
        self.canvas.bring_into_view(page, box)

    @Slot(str)
    def _look_for(self, text: str) -> None:
        self.search.look_for(text, page=self._page)

    @Slot()
    def _show_found(self) -> None:
        self.find_bar.show_count(self.search.words)

    @Slot(int)
    def _on_marked(self, page: int) -> None:
        if page < 0 or page in self.canvas.visible:
            self.canvas.viewport().update()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self._trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.tools)
        column.addWidget(self.find_bar)
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self._settling.timeout.connect(self._draw)
        self.canvas.resized.connect(self._on_resized)
        self.canvas.seen.connect(self._on_seen)
        self.canvas.zoom_asked.connect(self._zoom_by)
        self.search.changed.connect(self._show_found)
        self.search.marked.connect(self._on_marked)
        self.search.went.connect(self._go_to_found)
        self.find_bar.searched.connect(self._look_for)
        self.find_bar.step_asked.connect(self.search.step)
        self.find_bar.closed.connect(self.canvas.setFocus)
        tools = self.tools
        tools.page_chosen.connect(self.go_to)
        tools.previous.triggered.connect(lambda: self.go_to(self._page - 1))
        tools.next.triggered.connect(lambda: self.go_to(self._page + 1))
        tools.zoom_in.triggered.connect(lambda: self._zoom_by(1))
        tools.zoom_out.triggered.connect(lambda: self._zoom_by(-1))
        tools.fit_width.triggered.connect(lambda: self._fit(Fit.WIDTH))
        tools.fit_page.triggered.connect(lambda: self._fit(Fit.PAGE))
