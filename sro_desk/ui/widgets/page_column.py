"""Where the pages of a document lie, one below another, before any of them is drawn."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRect, QSize

from sro_desk.intake.examined import PageSize
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.page_size import PER_POINT, Fit, Zoom


class PageColumn:
    """Places in device-independent pixels from the column's own corner; narrow pages centred."""

    def __init__(self, sizes: Sequence[PageSize] = (), factor: float = 1.0) -> None:
        """`factor` 1.0 is the paper's own size."""
        scale = factor * PER_POINT
        self._wide = [max(1, round(size.wide * scale)) for size in sizes]
        self._high = [max(1, round(size.high * scale)) for size in sizes]
        self._tops = list(accumulate((high + GAP for high in self._high), initial=GAP))
        self.width = max(self._wide, default=0) + 2 * GAP
        self.height = self._tops[-1] if sizes else 0

    def __len__(self) -> int:
        return len(self._high)

    def rect_of(self, page: int) -> QRect:
        """The place of a page, from 0."""
        left = (self.width - self._wide[page]) // 2
        return QRect(left, self._tops[page], self._wide[page], self._high[page])

    def page_at(self, y: int) -> int:
        """The page at a height; between two pages, and beyond the last, the one above."""
        return min(max(0, bisect_right(self._tops, y) - 1), max(0, len(self) - 1))

    def pages_in(self, top: int, bottom: int) -> range:
        """The pages of which anything lies between two heights."""
        if not len(self):
            return range(0)
        first = self.page_at(top)
        if self._tops[first] + self._high[first] <= top:
            first += 1
        return range(first, min(len(self), bisect_left(self._tops, bottom)))


def factor_for(zoom: Zoom, sizes: Sequence[PageSize], room: QSize, *, bar: int) -> float:
    """The factor in force where there is `room`; a vertical scroll bar would take `bar` of it.

    The widest page fits the width, so that no page is another's measure while
    one scrolls from upright pages to lying ones.
    """
    if zoom.fit is Fit.NOTHING or not sizes:
        return zoom.factor
    across, down = room.width() - 2 * GAP, room.height() - 2 * GAP
    wide = max(size.wide for size in sizes) * PER_POINT
    if zoom.fit is Fit.PAGE:
        high = max(size.high for size in sizes) * PER_POINT
        return max(0.01, min((across - bar * (len(sizes) > 1)) / wide, down / high))
    unscrolled = across / wide
    whole = sum(size.high for size in sizes) * PER_POINT * unscrolled + (len(sizes) - 1) * GAP
    return max(0.01, unscrolled if whole <= down else (across - bar) / wide)
