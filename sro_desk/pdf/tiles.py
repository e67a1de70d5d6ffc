"""Counts at a glance, each with the icon of its light, and facts with their labels."""

from collections.abc import Sequence

from sro_desk.domain.codes import Light
from sro_desk.pdf import fonts, look
from sro_desk.pdf.flow import Flow, baseline
from sro_desk.pdf.fonts import Style
from sro_desk.pdf.structure import Element

_GAP = 10.0
_TILE_HEIGHT = 40.0
_PAD = 10.0

Fact = tuple[str, str, float]  # label, value, share of the width


def tiles(flow: Flow, counts: Sequence[tuple[Light, int, str]]) -> None:
    """Draw one tile per light: icon, count, words."""
    flow.need(_TILE_HEIGHT)
    listed = flow.sheet.root.add("L")
    room = (flow.width - _GAP * (len(counts) - 1)) / len(counts)
    for index, (light, count, words) in enumerate(counts):
        body = listed.add("LI").add("LBody")
        _tile(flow, body, flow.left + index * (room + _GAP), room, light, count, words)
    flow.skip(_TILE_HEIGHT)


def _tile(
    flow: Flow, body: Element, x: float, room: float, light: Light, count: int, words: str
) -> None:
    sheet = flow.sheet
    bottom = flow.y - _TILE_HEIGHT
    with sheet.artifact():
        sheet.box(x, bottom, room, _TILE_HEIGHT, look.TINTS[light], radius=4)
        sheet.light(x + _PAD, bottom + _TILE_HEIGHT / 2 - 9, 18, light)
    number = f"{count:,} "
    count_style = look.lit(look.COUNT, light)
    label = x + _PAD + 26 + fonts.width(number, count_style) + 2
    lines = fonts.wrap(words, look.TILE, x + room - label - 6)
    top = bottom + _TILE_HEIGHT / 2 + len(lines) * look.TILE.leading / 2
    with sheet.tagged(body):
        middle = baseline(bottom + _TILE_HEIGHT / 2 + count_style.leading / 2, count_style)
        sheet.text(x + _PAD + 26, middle, number, count_style)
        sheet.lines(label, baseline(top, look.TILE), lines, look.TILE)


def value_room(flow: Flow, share: float) -> float:
    """The width that a fact's value has for its lines."""
    return (flow.width - 2 * _PAD) * share - _PAD


def facts(flow: Flow, items: Sequence[Fact]) -> None:
    """Draw labelled values side by side on a band."""
    room = flow.width - 2 * _PAD
    values = [fonts.wrap(value, look.VALUE, value_room(flow, share)) for _, value, share in items]
    height = look.LABEL.leading + max(map(len, values)) * look.VALUE.leading + 15
    flow.need(height)
    with flow.sheet.artifact():
        flow.sheet.box(flow.left, flow.y - height, flow.width, height, look.BAND, radius=4)
    listed = flow.sheet.root.add("L")
    x = flow.left + _PAD
    for (label, _, share), value in zip(items, values, strict=True):
        item = listed.add("LI")
        _lines(flow, item.add("Lbl"), x, flow.y - 7, (label + " ",), look.LABEL)
        _lines(flow, item.add("LBody"), x, flow.y - 8 - look.LABEL.leading, value, look.VALUE)
        x += room * share
    flow.skip(height)


def _lines(
    flow: Flow, element: Element, x: float, top: float, lines: Sequence[str], style: Style
) -> None:
    with flow.sheet.tagged(element):
        flow.sheet.lines(x, baseline(top, style), lines, style)
