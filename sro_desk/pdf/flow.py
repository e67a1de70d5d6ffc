"""Where the next thing goes: a column of content that runs from page to page."""

from collections.abc import Sequence

from sro_desk.pdf import fonts, look
from sro_desk.pdf.fonts import Style
from sro_desk.pdf.sheet import Sheet, Size
from sro_desk.pdf.structure import Element

LEFT = RIGHT = 40.0
TOP = 42.0
BOTTOM = 54.0
_RUNNING_HEAD = 22.0  # taken from the top of each page but the first
_MEASURE = 605.2  # lines short enough to read
_WATERMARK = 150 / 792  # its size, of the width of the page
_CAP = 0.714  # height of a capital of the shipped fonts, per point of size


def baseline(top: float, style: Style) -> float:
    """The baseline of a line of text whose leading begins at `top`."""
    return top - style.leading / 2 - style.size * _CAP / 2


class Flow:
    """Draws blocks one below the other; `y` is the top of the next."""

    def __init__(self, sheet: Sheet, running_head: str, *, sample: bool) -> None:
        self.sheet = sheet
        self.left = LEFT
        self.width = sheet.width - LEFT - RIGHT
        self.y = sheet.height - TOP
        self.running_head = running_head
        self.private = False  # whether the pages begun from now on hold private data
        self._sample = sample
        self._mark_sample()

    @property
    def measure(self) -> float:
        """The width of running text."""
        return min(self.width, _MEASURE)

    @property
    def room(self) -> float:
        """What is left of this page."""
        return self.y - BOTTOM

    @property
    def page_room(self) -> float:
        """What an empty page holds."""
        return self.sheet.height - TOP - _RUNNING_HEAD - BOTTOM

    def need(self, height: float) -> None:
        """Begin a new page unless `height` fits on this one, or on none."""
        if height > self.room and self.room < self.page_room:
            self.break_page()

    def break_page(self, size: Size | None = None) -> None:
        """Go on at the top of a new page, of another size where one is given."""
        self.sheet.next_page(size)
        self.width = self.sheet.width - LEFT - RIGHT
        if self.private:
            self.sheet.private_pages.add(self.sheet.page)
        self._mark_sample()
        top = self.sheet.height - TOP
        head = fonts.fit(self.running_head, look.FOOTER, self.width)
        with self.sheet.artifact("Pagination"):
            self.sheet.text(self.left, baseline(top, look.FOOTER), head, look.FOOTER)
            self.sheet.rule(self.left, top - 13, self.width, look.RULE)
        self.y = top - _RUNNING_HEAD

    def skip(self, height: float) -> None:
        """Leave white space."""
        self.y -= height

    def lines(
        self, element: Element, lines: Sequence[str], style: Style, indent: float = 0
    ) -> None:
        """Draw the lines as content of `element`, over as many pages as they take."""
        while lines:
            self.need(style.leading)
            count = max(1, int(self.room / style.leading + 1e-6))
            with self.sheet.tagged(element):
                first = baseline(self.y, style)
                self.sheet.lines(self.left + indent, first, lines[:count], style)
            self.y -= style.leading * len(lines[:count])
            lines = lines[count:]

    def beside(self, element: Element, text: str, style: Style, indent: float = 0) -> None:
        """Draw a line as content of `element`; what follows begins at the same height."""
        with self.sheet.tagged(element):
            self.sheet.text(self.left + indent, baseline(self.y, style), text, style)

    def heading(
        self, kind: str, text: str, style: Style, *, follow: float, level: int | None = 0
    ) -> None:
        """Draw a heading, together with at least `follow` points of what it heads.

        `level` is that of its bookmark, 0 being the top; None for no bookmark.
        """
        lines = fonts.wrap(text, style, self.width)
        self.need(style.leading * len(lines) + follow)
        if level is not None:
            self.sheet.remember(text, self.y + 6, level)
        self.lines(self.sheet.root.add(kind), lines, style)

    def paragraph(self, text: str, style: Style = look.BODY) -> None:
        """Draw a paragraph in lines short enough to read."""
        lines = fonts.wrap(text, style, self.measure)
        self.lines(self.sheet.root.add("P"), lines, style)

    def _mark_sample(self) -> None:
        if not self._sample:
            return
        with self.sheet.artifact("Pagination"):
            size = _WATERMARK * self.sheet.width
            style = Style(fonts.BOLD, size, size, look.WATERMARK)
            self.sheet.slanted("SAMPLE", style, 28)
