"""The pictures of a document's pages: drawn one at a time, the most wanted first, and kept."""

from collections import OrderedDict
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from sro_desk.domain.errors import SroDeskError
from sro_desk.ui.context import Context
from sro_desk.ui.pictures import picture_of

_MOST = 96 * 1024 * 1024  # bytes of pictures; a page at 200 % has some 10 million


class PagePictures(QObject):
    """What is wanted no more by the time the worker is free is never drawn."""

    came = Signal(int)  # the page whose picture, or trouble, is there now

    def __init__(self, context: Context, parent: QObject, *, most: int = _MOST) -> None:
        super().__init__(parent)
        self._context = context
        self._most = most
        self._content = b""
        self._kept: OrderedDict[int, QImage] = OrderedDict()  # last wanted last
        self._asked: dict[int, int] = {}  # for which width, of pictures of this content
        self._troubles: dict[int, str] = {}
        self._wanted: Mapping[int, int] = {}  # width in device pixels by page
        self._drawing = False

    @property
    def size(self) -> int:
        """Bytes that the pictures take."""
        return sum(image.sizeInBytes() for image in self._kept.values())

    def show_file(self, content: bytes, *, alike: bool = False) -> None:
        """Draw another file from now on; the pages of one that is alike stay until drawn anew."""
        self._content = content
        self._asked.clear()
        self._troubles.clear()
        self._wanted = {}
        if not alike:
            self._kept.clear()

    def picture(self, page: int) -> QImage | None:
        """A page as it was drawn last, perhaps in another size."""
        return self._kept.get(page)

    def trouble(self, page: int) -> str:
        """Why a page has no picture; "" where it has one, or is to be drawn."""
        return self._troubles.get(page, "")

    def want(self, widths: Mapping[int, int]) -> None:
        """Draw these pages in these widths, first things first, and none asked for before."""
        self._wanted = widths
        for page in reversed(widths):
            if page in self._kept:
                self._kept.move_to_end(page)
        self._draw_next()

    def has(self, page: int, width: int) -> bool:
        """Whether there is nothing better to wait for."""
        return page in self._troubles or self._asked.get(page) == width

    def _draw_next(self) -> None:
        lacking = (item for item in self._wanted.items() if not self.has(*item))
        page, width = next(lacking, (-1, 0))
        if page < 0 or self._drawing:
            return
        self._drawing = True
        worker, content = self._context.worker, self._content

        def work() -> QImage:
            drawn = picture_of(worker.render(content, page=page, width=width))
            return drawn.convertToFormat(QImage.Format.Format_RGB32)  # the one that paints fast

        self._context.jobs.look(
            self,
            work,
            lambda image: self._take(content, page, width, image),
            lambda error: self._fail(content, page, error),
        )

    def _take(self, content: bytes, page: int, width: int, image: QImage) -> None:
        self._drawing = False
        if content is self._content:
            self._kept[page] = image
            self._kept.move_to_end(page)
            self._asked[page] = width
            self._let_go()
            self.came.emit(page)
        self._draw_next()

    def _fail(self, content: bytes, page: int, error: SroDeskError) -> None:
        """Remember the page that failed: it is not tried again in another size."""
        self._drawing = False
        if content is self._content:
            self._troubles[page] = str(error)
            self._kept.pop(page, None)
            self.came.emit(page)
        self._draw_next()

    def _let_go(self) -> None:
        """Of the pictures wanted longest ago, but of none that is wanted now."""
        size = self.size
        for page in list(self._kept):
            if size <= self._most:
                return
            if page not in self._wanted:
                size -= self._kept.pop(page).sizeInBytes()
                self._asked.pop(page, None)
