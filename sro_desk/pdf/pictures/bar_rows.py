"""Horizontal bars below each other: a label before each, words after it, a legend above.

Rows that do not fit on a page go on in a figure on the next: none is cut.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sro_desk.pdf import fonts, look
from sro_desk.pdf.flow import Flow, baseline
from sro_desk.pdf.sheet import Sheet

BAR = 11.0  # height
_PAD = 5.0  # between two rows
_LABEL_SHARE, _BAR_SHARE = 0.27, 0.4  # of the width; the words have the rest
_GAP = 8.0
_SWATCH = 16.0
_KEY = 14.0  # height of a line of the legend
_AFTER_LEGEND = 5.0
_TOGETHER = 3  # rows that stay with their heading where not all do

Paint = Callable[[Sheet, float, float, float], None]  # lower left corner and width


@dataclass(frozen=True, slots=True)
class Row:
    """One bar with the texts around it."""

    label: str
    beside: str
    spoken: str  # all of the row, for those who do not see it
    paint: Paint


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend."""

    words: str
    paint: Paint


@dataclass(frozen=True, slots=True)
class _Laid:
    row: Row
    label: tuple[str, ...]
    beside: tuple[str, ...]

    @property
    def height(self) -> float:
        lines = max(len(self.label), len(self.beside))
        return max(BAR, lines * look.CELL.leading) + _PAD


@dataclass(frozen=True, slots=True)
class BarRows:
    """A picture of rows; `title` begins the words that stand for it."""

    title: str
    rows: Sequence[Row]
    legend: Sequence[Key]

    def least(self, flow: Flow) -> float:
        """The height that stays with a heading: all rows, or the first few where they are many."""
        heights = [each.height for each in self._laid(flow)]
        whole = sum(heights)
        if whole > flow.page_room / 2:
            whole = sum(heights[:_TOGETHER])
        return self._legend_height(flow) + whole

    def draw(self, flow: Flow) -> None:
        """Draw all rows, on as many pages as they take."""
        flow.need(self.least(flow))
        left = list(self._laid(flow))
        while left:
            count = self._fitting(flow, left)
            if not count:
                flow.break_page()
                count = max(1, self._fitting(flow, left))
            self._figure(flow, left[:count])
            left = left[count:]

    def _fitting(self, flow: Flow, left: Sequence[_Laid]) -> int:
        room = flow.room - self._legend_height(flow)
        for count, each in enumerate(left):
            room -= each.height
            if room < 0:
                return count
        return len(left)

    def _figure(self, flow: Flow, shown: Sequence[_Laid]) -> None:
        spoken = "; ".join(each.row.spoken.rstrip(".") for each in shown)
        figure = flow.sheet.root.add("Figure", alt=f"{self.title}: {spoken}.")
        top = flow.y
        with flow.sheet.tagged(figure):
            self._draw_legend(flow)
            for each in shown:
                _draw_row(flow, each)
        figure.bbox = (flow.left, flow.y, flow.left + flow.width, top)

    def _draw_legend(self, flow: Flow) -> None:
        for line in self._legend_lines(flow):
            x, middle = flow.left, flow.y - _KEY / 2
            for key, room in line:
                key.paint(flow.sheet, x, middle - BAR / 2, _SWATCH)
                text = baseline(middle + look.LABEL.leading / 2, look.LABEL)
                flow.sheet.text(x + _SWATCH + 4, text, f"{key.words} ", look.LABEL)
                x += room
            flow.skip(_KEY)
        flow.skip(_AFTER_LEGEND)

    def _legend_lines(self, flow: Flow) -> list[list[tuple[Key, float]]]:
        lines: list[list[tuple[Key, float]]] = [[]]
        left = flow.width
        for key in self.legend:
            room = _SWATCH + 4 + fonts.width(key.words, look.LABEL) + 2 * _GAP
            if room > left and lines[-1]:
                lines.append([])
                left = flow.width
            lines[-1].append((key, room))
            left -= room
        return lines

    def _legend_height(self, flow: Flow) -> float:
        return len(self._legend_lines(flow)) * _KEY + _AFTER_LEGEND

    def _laid(self, flow: Flow) -> Sequence[_Laid]:
        label = flow.width * _LABEL_SHARE - _GAP
        beside = flow.width * (1 - _LABEL_SHARE - _BAR_SHARE) - _GAP
        return [
            _Laid(
                row,
                fonts.wrap(row.label, look.CELL_STRONG, label),
                fonts.wrap(row.beside, look.CELL, beside),
            )
            for row in self.rows
        ]


def _draw_row(flow: Flow, laid: _Laid) -> None:
    sheet, middle = flow.sheet, flow.y - laid.height / 2
    bar = flow.left + flow.width * _LABEL_SHARE
    width = flow.width * _BAR_SHARE
    _texts(sheet, flow.left, middle, laid.label, look.CELL_STRONG)
    laid.row.paint(sheet, bar, middle - BAR / 2, width)
    _texts(sheet, bar + width + _GAP, middle, laid.beside, look.CELL)
    flow.skip(laid.height)


def _texts(sheet: Sheet, x: float, middle: float, lines: Sequence[str], style: fonts.Style) -> None:
    top = middle + len(lines) * style.leading / 2
    sheet.lines(x, baseline(top, style), [*lines[:-1], f"{lines[-1]} "], style)
