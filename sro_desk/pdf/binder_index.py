"""The index of a binder: each part and each officer with the page, as links."""

from collections.abc import Sequence
from dataclasses import dataclass

from sro_desk.domain.codes import Light
from sro_desk.pdf import fonts, look
from sro_desk.pdf.flow import Flow, baseline
from sro_desk.pdf.sheet import Promise
from sro_desk.pdf.structure import Bookmark, Element, Link

_INDENT = 14.0
_NOTE = 0.62  # of the width, from the left: where notes begin
_NUMBER = 34.0  # room for a page number at the right
_GAP = 10.0
_PAD_Y = 2.5
_ICON = 8.0
_ICON_ROOM = 12.0
_ICON_DROP = 1.2  # below the baseline


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the index; those of level 1 belong to the one of level 0 before them."""

    title: str
    note: str = ""
    level: int = 0
    light: Light | None = None  # of the note


class Index:
    """Lines whose page numbers are filled in as what they lead to is drawn, in their order."""

    def __init__(self, flow: Flow, entries: Sequence[Entry]) -> None:
        """Draw the lines, each with room for its number."""
        self._sheet = flow.sheet
        self._open: list[tuple[Promise, Link]] = []
        self._led: list[tuple[Promise, Link, Bookmark]] = []
        top = inner = flow.sheet.root.add("TOC")
        for entry in entries:
            if entry.level == 0:
                item = top.add("TOCI")
                inner = item
            else:
                if inner.kind != "TOC":
                    inner = inner.add("TOC")
                item = inner.add("TOCI")
            self._open.append(_draw(flow, item.add("Reference").add("Link"), entry))

    def reached(self, bookmark: Bookmark) -> None:
        """What the next line leads to begins at the bookmark."""
        promise, link = self._open.pop(0)
        self._led.append((promise, link, bookmark))

    def fill(self) -> None:
        """Write the numbers; all pages are drawn, and those of other files are counted."""
        for promise, link, bookmark in self._led:
            self._sheet.keep(promise, f"{self._sheet.number_of(bookmark.page):,}")
            self._sheet.lead(link, bookmark)


def _draw(flow: Flow, element: Element, entry: Entry) -> tuple[Promise, Link]:
    """One line: title, note and, promised, the number, all of it to click."""
    style = look.CELL if entry.level else look.STRONG
    indent = entry.level * _INDENT
    note_x = flow.left + flow.width * _NOTE
    title = fonts.wrap(entry.title, style, flow.width * _NOTE - indent - _GAP)
    icon = _ICON_ROOM if entry.light else 0
    note_room = flow.width * (1 - _NOTE) - icon - _NUMBER - _GAP
    note = fonts.wrap(entry.note, look.CELL, note_room) if entry.note else ()
    height = max(len(title) * style.leading, len(note) * look.CELL.leading) + 2 * _PAD_Y
    if not entry.level:
        flow.need(height + look.CELL.leading)
        flow.skip(_PAD_Y)
    flow.need(height)
    sheet, top = flow.sheet, flow.y - _PAD_Y
    line = baseline(top, style)
    with sheet.tagged(element):
        sheet.lines(flow.left + indent, line, [*title[:-1], f"{title[-1]} "], style)
        if note:
            sheet.lines(note_x + icon, line, [*note[:-1], f"{note[-1]} "], look.CELL)
    with sheet.artifact():
        if entry.light:
            sheet.light(note_x, line - _ICON_DROP, _ICON, entry.light)
        sheet.rule(flow.left + indent, flow.y - height, flow.width - indent, look.FAINT_RULE)
    promise = sheet.promise(element, flow.left + flow.width, line, style, align=1)
    link = sheet.link(element, flow.left, flow.y - height, flow.width, height)
    flow.skip(height)
    return promise, link
