"""A letter on the agency's paper: date, addressee, what it is about, body, who signs."""

from collections.abc import Sequence
from datetime import date

from sro_desk.domain.dates import long_date
from sro_desk.domain.exports.around import Letterhead
from sro_desk.domain.letter import Block
from sro_desk.pdf import fonts, look
from sro_desk.pdf.flow import Flow

_MARGIN = 32.0  # more than a table's, at either side
_BETWEEN = 9.0  # paragraphs
_SIGNING = 46.0  # white space for the signature
_INDENT = 14.0
_TOGETHER = 8  # lines of the last paragraph that stay with the signature


def draw(
    flow: Flow,
    head: Letterhead,
    made_on: date,
    addressee: Sequence[str],
    about: str,
    blocks: Sequence[Block],
) -> None:
    """Draw the whole letter, over as many pages as it takes; its end stays with the signature."""
    flow.skip(18)
    _plain(flow, (long_date(made_on),))
    flow.skip(16)
    _plain(flow, addressee)
    flow.skip(18)
    lines = fonts.wrap(about, look.SUBJECT, _room(flow))
    flow.sheet.remember(about, flow.y + 6)
    flow.lines(flow.sheet.root.add("H1"), lines, look.SUBJECT, _MARGIN)
    flow.skip(12)
    signer = _signer(flow, head)
    *most, last = _grouped(blocks) or [[]]
    for group in most:
        _group(flow, group)
    flow.need(min(_height(flow, last), _TOGETHER * look.LETTER.leading) + _signing(signer))
    _group(flow, last)
    _signature(flow, signer)


def _plain(flow: Flow, lines: Sequence[str]) -> None:
    wrapped = [part for line in lines for part in fonts.wrap(line, look.LETTER, _room(flow))]
    if wrapped:
        flow.lines(flow.sheet.root.add("P"), [f"{line} " for line in wrapped], look.LETTER, _MARGIN)


def _paragraph(flow: Flow, text: str) -> None:
    lines = fonts.wrap(text, look.LETTER, _room(flow))
    flow.need(min(2, len(lines)) * look.LETTER.leading)
    flow.lines(flow.sheet.root.add("P"), lines, look.LETTER, _MARGIN)


def _items(flow: Flow, items: Sequence[Block]) -> None:
    listed = flow.sheet.root.add("L")
    listed.bullets = True
    for item in items:
        lines = fonts.wrap(item.text, look.LETTER, _room(flow) - _INDENT)
        flow.need(look.LETTER.leading)
        element = listed.add("LI")
        flow.beside(element.add("Lbl"), "• ", look.LETTER, _MARGIN)
        flow.lines(element.add("LBody"), lines, look.LETTER, _MARGIN + _INDENT)


def _group(flow: Flow, group: Sequence[Block]) -> None:
    if not group:
        return
    if group[0].bullet:
        _items(flow, group)
    else:
        _paragraph(flow, group[0].text)
    flow.skip(_BETWEEN)


def _height(flow: Flow, group: Sequence[Block]) -> float:
    lines = sum(len(fonts.wrap(each.text, look.LETTER, _room(flow))) for each in group)
    return lines * look.LETTER.leading + _BETWEEN


def _signer(flow: Flow, head: Letterhead) -> list[str]:
    named = [part for part in (head.chief, head.chief_title, head.agency) if part]
    return [line for part in named for line in fonts.wrap(part, look.LETTER, _room(flow))]


def _signing(signer: Sequence[str]) -> float:
    return _SIGNING + len(signer) * look.LETTER.leading


def _signature(flow: Flow, signer: Sequence[str]) -> None:
    flow.need(_signing(signer))
    flow.skip(_SIGNING)
    with flow.sheet.artifact():
        flow.sheet.rule(flow.left + _MARGIN, flow.y + 4, 210, look.TEXT, 0.7)
    _plain(flow, signer)


def _grouped(blocks: Sequence[Block]) -> list[list[Block]]:
    """Items that follow one another are one list."""
    groups: list[list[Block]] = []
    for block in blocks:
        if block.bullet and groups and groups[-1][0].bullet:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _room(flow: Flow) -> float:
    return flow.width - 2 * _MARGIN
