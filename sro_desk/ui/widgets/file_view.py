"""Shows a PDF or a picture, a page at a time, as the worker process draws it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.examined import Box, Examined, PageImage, Received
from sro_desk.intake.guesses.values import Place
from sro_desk.ui.context import Context
from sro_desk.ui.pictures import picture_of
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.empty_state import EmptyState
from sro_desk.ui.widgets.page_canvas import PageCanvas
from sro_desk.ui.widgets.page_size import Fit, Zoom
from sro_desk.ui.widgets.page_tools import PageTools

_SETTLED = 60  # milliseconds without a further change of size
_LETTER = QSizeF(612, 792)  # assumed until the first page has come


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """A page as it should be drawn; `width` is in device pixels."""

    page: int
    width: int
    rotation: int


class FileView(QWidget):
    """Never opens a file itself and never waits: the last good picture stays until the next."""

    shown = Signal(int)  # the page (from 0) whose picture has just come

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._content = b""
        self._name = ""
        self._opening: Path | None = None
        self._pages: int | None = None
        self._page = 0
        self._rotation = 0
        self._zoom = Zoom()
        self._points = _LETTER
        self._image = QImage()
        self._drawn: _Wanted | None = None
        self._drawing: _Wanted | None = None
        self._failures: dict[int, str] = {}
        self._marks: tuple[Place, ...] = ()
        self._turned_back = False
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED)
        self.tools = PageTools(context.theme, self)
        self.canvas = PageCanvas(context.theme)
        self._nothing = EmptyState(context.theme, "certificates", "")
        self._trouble = EmptyState(context.theme, "warning", "")
        self._lay_out()
        self._connect()
        self.clear("No file to show.")

    @property
    def page(self) -> int:
        """The page asked for, from 0."""
        return self._page

    @property
    def pages(self) -> int | None:
        """How many there are; None while examined and where it cannot be shown."""
        return self._pages

    @property
    def words(self) -> str:
        """The sentence in place of the picture; "" while a picture is shown."""
        return self.accessibleDescription()

    @property
    def drawn_width(self) -> int:
        """How wide the next page would be drawn, in device pixels."""
        return self._wanted().width

    def show_drawn(self, content: bytes, name: str, pages: int, first: PageImage) -> None:
        """Show a file whose first page was drawn beforehand: at once."""
        self._begin(content, name)
        self._pages = pages
        self.tools.show_pages(0, pages)
        self.canvas.resize(self._room.size())
        self._take_page(content, _Wanted(page=0, width=first.width, rotation=0), first)

    def open_file(self, path: Path) -> None:
        """Read and show a file on disk; in its place a sentence where it cannot be read."""
        self.clear()
        self._opening = path
        worker = self._context.worker
        self._context.jobs.look(
            self,
            lambda: worker.receive(path),
            lambda received: self._take_opened(path, received),
            lambda error: self._fail_to_open(path, error),
        )

    def show_file(self, content: bytes, name: str) -> None:
        """Show a file from its first page; one of the same name keeps page, zoom and turn."""
        self._begin(content, name)
        worker = self._context.worker
        self._context.jobs.look(
            self,
            lambda: worker.examine(content, name),
            lambda examined: self._take_examined(content, examined),
            lambda error: self._fail(content, error),
        )

    def _take_opened(self, path: Path, received: Received) -> None:
        if path is self._opening:  # else another was opened meanwhile
            self.show_file(received.scan.content, received.scan.original_name)

    def _fail_to_open(self, path: Path, error: SroDeskError) -> None:
        if path is self._opening:
            self.clear(str(error))

    def _begin(self, content: bytes, name: str) -> None:
        self._opening = None
        if name != self._name:
            self._page, self._rotation = 0, 0
        self._content, self._name = content, name
        self._drawn, self._drawing = None, None
        self._failures = {}
        self._marks = ()

    def clear(self, text: str = "") -> None:
        """Show no file but `text`, a sentence."""
        self._content, self._name, self._opening = b"", "", None
        self._forget()
        self._show_words(self._nothing, text)

    def mark(self, places: Sequence[Place]) -> None:
        """Show places of the file, on the page of the first of them; none takes them off."""
        self._marks = tuple(places)
        pages = [place.page for place in self._marks]
        if pages and self._page not in pages:
            self.go_to(pages[0])
        self._show_marks()

    def take_keys_of_window(self) -> None:
        """Let the keys that turn pages and zoom work from every field of the window."""
        tools = self.tools
        for action in (tools.previous, tools.next, tools.zoom_in, tools.zoom_out):
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)

    @Slot(int)
    def go_to(self, page: int) -> None:
        """Show a page, from 0; beyond the first or last nothing happens."""
        if self._pages is None or page == self._page or not 0 <= page < self._pages:
            return
        self._turned_back = False
        self._page = page
        self.tools.show_pages(page, self._pages)
        self._draw()

    def _turn(self, by: int) -> None:
        self.go_to(self._page + by)

    def _turn_by_scrolling(self, by: int) -> None:
        before = self._page
        self._turn(by)
        self._turned_back = by < 0 and self._page != before

    def _rotate(self, by: int) -> None:
        self._rotation = (self._rotation + by) % 360
        self._points = self._points.transposed()
        self._draw()

    def _fit(self, fit: Fit) -> None:
        self._zoom = replace(self._zoom, fit=fit)
        self._resize(None)

    def _zoom_by(self, notches: float, at: QPointF | None) -> None:
        self._zoom = self._zoom.step(self._factor(), notches)
        self._resize(at or QPointF(self.canvas.viewport().rect().center()))

    def _take_examined(self, content: bytes, examined: Examined) -> None:
        if content is not self._content:
            return
        if examined.pages is None:
            self._say(examined.note)
            return
        self._pages = examined.pages
        self._page = min(self._page, examined.pages - 1)
        self.tools.show_pages(self._page, self._pages)
        self.canvas.resize(self._room.size())  # while it is hidden, nobody does
        self._draw()

    def _draw(self) -> None:
        """Ask for the page unless that is under way; what changed meanwhile is asked for after."""
        if self._pages is None or self._drawing is not None:
            return
        if self._page in self._failures:
            self._show_words(self._trouble, self._failures[self._page])
            return
        wanted = self._wanted()
        if wanted == self._drawn:
            return
        self._drawing = wanted
        worker, content = self._context.worker, self._content
        self._context.jobs.look(
            self,
            lambda: worker.render(
                content, page=wanted.page, width=wanted.width, rotation=wanted.rotation
            ),
            lambda image: self._take_page(content, wanted, image),
            lambda error: self._fail(content, error),
        )

    def _take_page(self, content: bytes, drawn: _Wanted, page: PageImage) -> None:
        if content is not self._content:
            return
        turned = self._drawn is None or self._drawn.page != drawn.page
        self._drawing, self._drawn = None, drawn
        self._points = QSizeF(page.points_wide, page.points_high)
        self._image = picture_of(page)
        self._place(None)
        if turned:
            self.canvas.scroll_to_start(end=self._turned_back)
        self._stack.setCurrentWidget(self.canvas)
        self._show_marks()
        self.setAccessibleDescription("")
        self.canvas.setAccessibleDescription(f"{self._name}, {self.tools.words}")
        self.shown.emit(drawn.page)
        self._draw()  # where something else is wanted by now

    def _fail(self, content: bytes, error: SroDeskError) -> None:
        """Remember the page that failed: it is not tried again in another size."""
        if content is not self._content:
            return
        failed, self._drawing = self._drawing, None
        if failed is None or self._pages is None:
            self._say(str(error))
            return
        self._failures[failed.page] = str(error)
        self._draw()

    def _say(self, words: str) -> None:
        """Say why there is no picture."""
        self._forget()
        self._show_words(self._trouble, words)

    def _forget(self) -> None:
        self._pages, self._drawing = None, None
        self.tools.show_pages(0, None)

    def _show_words(self, where: EmptyState, words: str) -> None:
        self._image, self._drawn = QImage(), None
        where.say("", words)
        self.setAccessibleDescription(words)
        self._stack.setCurrentWidget(where)

    def _show_marks(self) -> None:
        """Those of the page whose picture is shown, turned as it is."""
        drawn = self._drawn
        here = () if drawn is None else (each for each in self._marks if each.page == drawn.page)
        turn = 0 if drawn is None else drawn.rotation
        self.canvas.show_marks([_turned(box, turn) for place in here for box in place.boxes])

    def _resize(self, keep: QPointF | None) -> None:
        """Show the picture there is at the new size at once; a sharper one follows."""
        self._place(keep)
        self._settling.start()

    def _place(self, keep: QPointF | None) -> None:
        size = self._zoom.size_of(self._points, self.canvas.room, bar=self.canvas.scroll_bar_width)
        self.canvas.show_image(self._image, size, keep=keep)
        if self._pages is not None:
            self.tools.show_zoom(self._factor(), self._zoom.fit)

    def _factor(self) -> float:
        return self._zoom.factor_for(
            self._points, self.canvas.room, bar=self.canvas.scroll_bar_width
        )

    def _wanted(self) -> _Wanted:
        size = self._zoom.size_of(self._points, self.canvas.room, bar=self.canvas.scroll_bar_width)
        width = max(1, round(size.width() * self.devicePixelRatioF()))
        return _Wanted(page=self._page, width=width, rotation=self._rotation)

    def _lay_out(self) -> None:
        self._room = QWidget()
        self._stack = QStackedLayout(self._room)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._trouble)
        self._stack.addWidget(self.canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.tools)
        column.addWidget(self._room, 1)

    def _connect(self) -> None:
        self._settling.timeout.connect(self._draw)
        self.canvas.resized.connect(lambda: self._resize(None))
        self.canvas.zoom_asked.connect(self._zoom_by)
        self.canvas.page_asked.connect(self._turn_by_scrolling)
        tools = self.tools
        tools.page_chosen.connect(self.go_to)
        tools.previous.triggered.connect(lambda: self._turn(-1))
        tools.next.triggered.connect(lambda: self._turn(1))
        tools.zoom_in.triggered.connect(lambda: self._zoom_by(1, None))
        tools.zoom_out.triggered.connect(lambda: self._zoom_by(-1, None))
        tools.fit_width.triggered.connect(lambda: self._fit(Fit.WIDTH))
        tools.fit_page.triggered.connect(lambda: self._fit(Fit.PAGE))
        tools.rotate_left.triggered.connect(lambda: self._rotate(-90))
        tools.rotate_right.triggered.connect(lambda: self._rotate(90))


def _turned(box: Box, rotation: int) -> QRectF:
    """A place on a page that is shown turned clockwise."""
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    if rotation == 90:
        left, top, right, bottom = 1 - bottom, left, 1 - top, right
    elif rotation == 180:
        left, top, right, bottom = 1 - right, 1 - bottom, 1 - left, 1 - top
    elif rotation == 270:
        left, top, right, bottom = top, 1 - right, bottom, 1 - left
    return QRectF(left, top, right - left, bottom - top)
