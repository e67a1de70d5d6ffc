"""Looks for words through the pages of a document, reading them beside the window as it goes."""

import time
from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QTimer, Signal, Slot

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.names import search_key
from sro_desk.intake.examined import PageText
from sro_desk.ui.context import Context
from sro_desk.ui.page_words import PageWords

_AT_A_TIME = 0.008  # seconds of searching in pages that have been read; then the window may work
_UNREAD = PageWords(PageText(words=(), wide=1, high=1))


class PagesSearch(QObject):
    """From the page looked at to the end and round; other words stop it and begin anew."""

    changed = Signal()  # how far it is
    marked = Signal(int)  # the page on which other places are found, or current; -1 for all
    went = Signal(int, object)  # page and QRectF of what is to be seen now

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._content = b""
        self._pages = 0
        self._needle = ""
        self._words: dict[int, PageWords] = {}
        self._unreadable: set[int] = set()
        self._to_do: deque[int] = deque()
        self._found: dict[int, Sequence[int]] = {}  # as `PageWords.find` tells
        self._marks: dict[int, list[tuple[QRectF, bool]]] = {}
        self._current: tuple[int, int] | None = None  # page, and number among those of the page
        self._goes = True
        self._reading = False
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there are pages still to be searched."""
        return bool(self._to_do)

    @property
    def words(self) -> str:
        """How far it is: "3 of 17"."""
        if not self._needle:
            return ""
        count = sum(map(len, self._found.values()))
        done = self._pages - len(self._to_do)
        if self._current is None:
            return f"Page {done:,} of {self._pages:,}…" if self.busy else self._but("Not found")
        page, number = self._current
        place = sum(len(found) for at, found in self._found.items() if at < page) + number + 1
        return self._but(f"{place:,} of {count:,}{'…' if self.busy else ''}")

    def show_file(self, content: bytes, pages: int) -> None:
        """Search another file from now on, for the same words; nothing is scrolled to."""
        self._content, self._pages = content, pages
        self._words.clear()
        self._unreadable.clear()
        self._begin(0, goes=False)

    def look_for(self, text: str, *, page: int) -> None:
        """Begin anew at a page, or at the one that is found now; "" ends it."""
        needle = search_key(text)
        if needle != self._needle:
            self._needle = needle
            self._begin(self._current[0] if self._current else page, goes=True)

    def step(self, by: int) -> None:
        """Go to what is found next, or before; round at either end."""
        pages = sorted(page for page, found in self._found.items() if found)
        if not pages or self._current is None:
            return
        page, number = self._current
        number += by
        if not 0 <= number < len(self._found[page]):
            page = pages[(pages.index(page) + by) % len(pages)]
            number = 0 if by > 0 else len(self._found[page]) - 1
        self._make_current(page, number)

    def marks_on(self, page: int) -> list[tuple[QRectF, bool]]:
        """The places on a page, in parts of it, and whether each is the current one."""
        if page not in self._marks:
            found = self._found.get(page, [])
            self._marks[page] = [
                (box, self._current == (page, number))
                for number, each in enumerate(found)
                for box in self._words[page].boxes(each, self._needle)
            ]
        return self._marks[page]

    def _begin(self, first: int, *, goes: bool) -> None:
        self._found, self._marks, self._current = {}, {}, None
        self._goes = goes
        order = [*range(first, self._pages), *range(min(first, self._pages))]
        self._to_do = deque(order if self._needle else ())
        if self._to_do:
            self._next.start()
        self.marked.emit(-1)
        self.changed.emit()

    @Slot()
    def _go_on(self) -> None:
        """Search what has been read, for a moment; then have the next page read."""
        until = time.perf_counter() + _AT_A_TIME
        while self._to_do and self._to_do[0] in self._words:
            self._search(self._to_do.popleft())
            if time.perf_counter() > until:
                self._next.start()
                break
        if self._to_do and self._to_do[0] not in self._words:
            self._read(self._to_do[0])
        self.changed.emit()

    def _search(self, page: int) -> None:
        self._found[page] = self._words[page].find(self._needle)
        if self._found[page]:
            self._forget_marks(page)
        if self._found[page] and self._current is None:
            self._make_current(page, 0)

    def _make_current(self, page: int, number: int) -> None:
        before, self._current = self._current, (page, number)
        for at in {page, before[0] if before else page}:
            self._forget_marks(at)
        box = self._words[page].boxes(self._found[page][number], self._needle)[0]
        if self._goes:
            self.went.emit(page, box)
        self._goes = True
        self.changed.emit()

    def _forget_marks(self, page: int) -> None:
        self._marks.pop(page, None)
        self.marked.emit(page)

    def _read(self, page: int) -> None:
        if self._reading:
            return
        self._reading = True
        worker, content = self._context.worker, self._content
        self._context.jobs.look(
            self,
            lambda: PageWords(worker.text(content, page=page)),
            lambda words: self._take(content, page, words),
            lambda error: self._fail(content, page, error),
        )

    def _take(self, content: bytes, page: int, words: PageWords) -> None:
        self._reading = False
        if content is self._content:
            self._words[page] = words
        if self._to_do:
            self._next.start()

    def _fail(self, content: bytes, page: int, _: SroDeskError) -> None:
        if content is self._content:
            self._unreadable.add(page)
        self._take(content, page, _UNREAD)

    def _but(self, words: str) -> str:
        """Say so where a page could not be read."""
        count = len(self._unreadable)
        if not count:
            return words
        return f"{words} ({'1 page' if count == 1 else f'{count:,} pages'} could not be read)"
