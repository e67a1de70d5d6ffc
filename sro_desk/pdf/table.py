"""Tables that run over pages: cells wrap, headings repeat, rows stay whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from operator import itemgetter

from sro_desk.domain.codes import Light
from sro_desk.pdf import fonts, look
from sro_desk.pdf.flow import Flow, baseline
from sro_desk.pdf.fonts import Style
from sro_desk.pdf.structure import Element

_PAD_X = 4.0
_PAD_NUMBERS = 12.0  # right of numbers, before the text of the next column
_PAD_Y = 4.0
_WRITING = 6.0  # the line to write on, above the bottom of its row
_ICON = 9.0
_ICON_ROOM = 12.5
_ICON_DROP = 1.6  # below the baseline

Line = tuple[str, Style]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in points, and what it is for.

    Numbers are set right; a column to write in by hand has a line in each row.
    """

    heading: str
    width: float
    numbers: bool = False
    written: bool = False

    def start(self, light: Light | None) -> float:
        """Where lines begin, or end where they are numbers, from the column's left edge."""
        if self.numbers:
            return self.width - _PAD_NUMBERS
        return _PAD_X + (_ICON_ROOM if light else 0)

    def room(self, light: Light | None) -> float:
        """The width that lines may take."""
        if self.numbers:
            return self.width - _PAD_X - _PAD_NUMBERS
        return self.width - self.start(light) - _PAD_X


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, part below part, beside the icon of a light where one is given."""

    parts: tuple[Line, ...]
    light: Light | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row whose lines are broken and whose height is known."""

    cells: tuple[tuple[Line, ...], ...]
    lights: tuple[Light | None, ...]
    height: float


def blank() -> Cell:
    """A cell to write in."""
    return Cell(((" ", look.WRITTEN),))


def cell(text: str, style: Style = look.CELL, *, light: Light | None = None) -> Cell:
    """A cell of one text; a dash where there is none."""
    return Cell(((text or "–", style if text else look.CELL_QUIET),), light)


class Table:
    """The columns of one table; the first cell of each row heads that row."""

    def __init__(self, columns: Sequence[Column], *, room: float) -> None:
        """Scale the columns so that they fill `room`."""
        scale = room / sum(column.width for column in columns)
        self._columns = [replace(c, width=c.width * scale) for c in columns]
        self._head = self.lay([cell(column.heading, look.HEADER) for column in columns])

    def lay(self, cells: Sequence[Cell]) -> Row:
        """Break the texts of one row into lines."""
        broken = tuple(map(_break, cells, self._columns))
        return Row(broken, tuple(c.light for c in cells), _height(broken))

    def least(self, rows: Sequence[Row]) -> float:
        """The height of the headings with the first row, which stay together."""
        return self._head.height + (rows[0].height if rows else 0)

    def whole(self, rows: Sequence[Row]) -> float:
        """The height of the headings with all rows."""
        return self._head.height + sum(row.height for row in rows)

    def draw(self, flow: Flow, rows: Sequence[Row]) -> None:
        """Draw the rows; the headings again, as furniture, at the top of each further page."""
        flow.need(self.least(rows))
        table = flow.sheet.root.add("Table")
        heads = table.add("THead").add("TR")
        self._draw_head(flow, [heads.add("TH", scope="Column") for _ in self._columns])
        body = table.add("TBody")
        for row in rows:
            elements = _elements_of(body.add("TR"), len(row.cells))
            for part in self._fit(flow, row):
                self._draw_cells(flow, part, elements)
                with flow.sheet.artifact():
                    flow.sheet.rule(flow.left, flow.y, flow.width, look.FAINT_RULE)
                    self._draw_lines_to_write_on(flow)

    def _fit(self, flow: Flow, row: Row) -> Iterator[Row]:
        """The row for where it is to be drawn: whole, or in parts where no page holds it."""
        while row.height > flow.room:
            if row.height > flow.page_room - self._head.height and _holds_a_line(row, flow.room):
                part, row = _split(row, flow.room)
                yield part
            flow.break_page()
            self._draw_head(flow, None)
        yield row

    def _draw_head(self, flow: Flow, elements: Sequence[Element] | None) -> None:
        bottom = flow.y - self._head.height
        with flow.sheet.artifact():
            flow.sheet.box(flow.left, bottom, flow.width, self._head.height, look.BAND)
            flow.sheet.rule(flow.left, bottom, flow.width, look.NAVY, 0.8)
        if elements is None:
            with flow.sheet.artifact("Pagination"):
                self._draw_cells(flow, self._head, None)
        else:
            self._draw_cells(flow, self._head, elements)

    def _draw_lines_to_write_on(self, flow: Flow) -> None:
        x = flow.left
        for column in self._columns:
            if column.written:
                length = column.width - 2 * _PAD_X
                flow.sheet.rule(x + _PAD_X, flow.y + _WRITING, length, look.QUIET)
            x += column.width

    def _draw_cells(self, flow: Flow, row: Row, elements: Sequence[Element] | None) -> None:
        x = flow.left
        for index, (lines, column) in enumerate(zip(row.cells, self._columns, strict=True)):
            light = row.lights[index]
            if light is not None and lines:
                with flow.sheet.artifact():
                    icon = baseline(flow.y - _PAD_Y, lines[0][1]) - _ICON_DROP
                    flow.sheet.light(x + _PAD_X, icon, _ICON, light)
            start = x + column.start(light)
            if elements is None:
                _draw_lines(flow, start, lines, column)
            elif lines:
                with flow.sheet.tagged(elements[index]):
                    _draw_lines(flow, start, lines, column)
            x += column.width
        flow.y -= row.height


def _elements_of(row: Element, count: int) -> list[Element]:
    return [row.add("TH", scope="Row"), *(row.add("TD") for _ in range(count - 1))]


def _draw_lines(flow: Flow, x: float, lines: Sequence[Line], column: Column) -> None:
    top = flow.y - _PAD_Y
    for style, run in groupby(lines, key=itemgetter(1)):
        texts = [text for text, _ in run]
        flow.sheet.lines(x, baseline(top, style), texts, style, align=float(column.numbers))
        top -= style.leading * len(texts)


def _holds_a_line(row: Row, room: float) -> bool:
    return room >= 2 * _PAD_Y + max(lines[0][1].leading for lines in row.cells if lines)


def _split(row: Row, room: float) -> tuple[Row, Row]:
    """What of the row fits in `room`, and what is left of it."""
    counts = [_fitting(lines, room - 2 * _PAD_Y) for lines in row.cells]
    head = tuple(lines[:n] for lines, n in zip(row.cells, counts, strict=True))
    rest = tuple(lines[n:] for lines, n in zip(row.cells, counts, strict=True))
    return Row(head, row.lights, room), Row(rest, row.lights, _height(rest))


def _fitting(lines: Sequence[Line], room: float) -> int:
    tops = accumulate(style.leading for _, style in lines)
    return sum(1 for bottom in tops if bottom <= room + 1e-6)


def _height(cells: Sequence[Sequence[Line]]) -> float:
    return max(sum(style.leading for _, style in lines) for lines in cells) + 2 * _PAD_Y


def _break(cell: Cell, column: Column) -> tuple[Line, ...]:
    room = column.room(cell.light)
    lines: list[Line] = []
    for text, style in cell.parts:
        if lines:  # parts stay apart when read aloud
            before, its_style = lines[-1]
            lines[-1] = (before + " ", its_style)
        lines += ((line, style) for line in fonts.wrap(text, style, room))
    return tuple(lines)
