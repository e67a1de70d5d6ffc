"""Lines of a form to be signed: what is known stands on the line, the rest is written by hand."""

from collections.abc import Sequence

from sro_desk.pdf import fonts, look
from sro_desk.pdf.flow import Flow, baseline

_GAP = 14.0  # between fields side by side
_ABOVE = 20.0  # room for a hand above an empty line
_SIGNING = 34.0  # and for a signature
_BELOW = 2.0  # between the line and its label
_AFTER = 8.0
_BOX = 9.0
_TEXT = 18.0  # from the left edge to the words beside a box
_TICK = 2.2  # from the edge of the box

Field = tuple[str, str, float]  # label, value or "", share of the width


def fields(flow: Flow, *items: Field) -> None:
    """Fields side by side, each a line with its label below."""
    _fields(flow, items, _ABOVE)


def signatures(flow: Flow, *items: Field) -> None:
    """The same, with room for signatures."""
    _fields(flow, items, _SIGNING)


def height(flow: Flow, *items: Field, signed: bool = False) -> float:
    """What the fields take of a page."""
    return _height(flow, items, _SIGNING if signed else _ABOVE)


def written(flow: Flow, label: str, text: str, lines: int) -> None:
    """Text known, or so many empty lines to write it on."""
    if text:
        flow.paragraph(text)
        flow.skip(_AFTER)
        return
    flow.need(lines * _ABOVE)
    with flow.sheet.artifact():
        for number in range(1, lines + 1):
            flow.sheet.rule(flow.left, flow.y - number * _ABOVE, flow.width, look.TEXT, 0.6)
    flow.skip(lines * _ABOVE + _BELOW)
    flow.lines(flow.sheet.root.add("P"), (label,), look.LABEL)
    flow.skip(_AFTER)


def choices(flow: Flow, items: Sequence[tuple[str, bool]]) -> None:
    """Boxes to tick with the words beside them; True is ticked already."""
    listed = flow.sheet.root.add("L")
    for words, ticked in items:
        lines = fonts.wrap(words, look.BODY, flow.measure - _TEXT)
        flow.need(len(lines) * look.BODY.leading)
        item = listed.add("LI")
        figure = item.add("Lbl").add("Figure", alt="Ticked box" if ticked else "Box to tick")
        bottom = baseline(flow.y, look.BODY) - 1
        figure.bbox = (flow.left, bottom, flow.left + _BOX, bottom + _BOX)
        with flow.sheet.tagged(figure):
            _draw_box(flow, bottom, ticked=ticked)
        flow.lines(item.add("LBody"), lines, look.BODY, indent=_TEXT)
        flow.skip(4)


def _fields(flow: Flow, items: Sequence[Field], above: float) -> None:
    whole = _height(flow, items, above)
    flow.need(whole)
    room = _room(flow, items)
    line = flow.y - whole + _AFTER + look.LABEL.leading + _BELOW
    x = flow.left
    for label, value, share in items:
        width = room * share
        _field(flow, label, value, x, line, width)
        x += width + _GAP
    flow.skip(whole)


def _field(flow: Flow, label: str, value: str, x: float, line: float, width: float) -> None:
    sheet = flow.sheet
    with sheet.artifact():
        sheet.rule(x, line, width, look.TEXT, 0.6)
    lines = fonts.wrap(value, look.VALUE, width) if value else ()
    top = line + 2 + len(lines) * look.VALUE.leading
    with sheet.tagged(sheet.root.add("P")):
        sheet.text(x, baseline(line - _BELOW, look.LABEL), f"{label} ", look.LABEL)
        if lines:
            sheet.lines(x, baseline(top, look.VALUE), lines, look.VALUE)


def _height(flow: Flow, items: Sequence[Field], above: float) -> float:
    room = _room(flow, items)
    most = max(
        len(fonts.wrap(value, look.VALUE, room * share)) if value else 0
        for _, value, share in items
    )
    return max(above, most * look.VALUE.leading + 4) + _BELOW + look.LABEL.leading + _AFTER


def _room(flow: Flow, items: Sequence[Field]) -> float:
    return flow.width - _GAP * (len(items) - 1)


def _draw_box(flow: Flow, bottom: float, *, ticked: bool) -> None:
    sheet, left = flow.sheet, flow.left
    sheet.frame(left, bottom, _BOX, _BOX, look.TEXT)
    if ticked:
        low, high = bottom + _TICK, bottom + _BOX - _TICK
        sheet.line(left + _TICK, low, left + _BOX - _TICK, high, look.TEXT, 1.2)
        sheet.line(left + _TICK, high, left + _BOX - _TICK, low, look.TEXT, 1.2)
