"""The audit binder: cover, index, and the parts that they name, in their order."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sro_desk.domain.dates import us_date
from sro_desk.domain.exports.appendix import Appended
from sro_desk.domain.exports.audit import AuditBinder, Filed
from sro_desk.domain.progress import Report as Progress
from sro_desk.domain.progress import unheard
from sro_desk.pdf import (
    appendix,
    binder_cover,
    binder_parts,
    binder_records,
    furniture,
    officer_page,
)
from sro_desk.pdf.about import About
from sro_desk.pdf.appendix import Places
from sro_desk.pdf.binder_index import Entry, Index
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.legible import legible
from sro_desk.pdf.report import Report
from sro_desk.pdf.sheet import LANDSCAPE, PORTRAIT, Size

_INDEX = "Index"
_PRIVATE = ", private pages"


def audit_binder(facts: AuditBinder, report: Progress = unheard) -> bytes:
    """The binder without copies as a finished PDF; equal facts give equal bytes."""
    return with_copies(facts, (), report)[0]


def with_copies(
    facts: AuditBinder, copies: Sequence[Appended], report: Progress
) -> tuple[bytes, Places | None]:
    """The same, and where `copies` go in it.

    `report` hears of each officer, then of the ledger's entries.
    """
    facts, unprintable = legible(facts)
    copies, _ = legible(tuple(copies))
    made, agency = facts.provenance, facts.letterhead.agency
    about = About(
        title=f"{binder_cover.TITLE}, {agency}, as of {us_date(made.on)}",
        subject=binder_cover.SUBJECT,
        author=agency,
        made_on=made.made_on,
        conforms=not any(each.foreign for each in copies),
    )
    running = f"{binder_cover.TITLE}  ·  {agency}"
    drawn = Report(facts.letterhead, made, running_head=running, size=PORTRAIT)
    binder = _Binder(drawn.flow, facts, copies)
    binder.draw(report)
    furniture.notes(drawn.flow, unprintable)
    places = binder.append()
    binder.complete()
    return drawn.finish(about), places


class _Binder:
    """Draws the parts in the order of the index, and tells it where each begins."""

    def __init__(self, flow: Flow, facts: AuditBinder, copies: Sequence[Appended]) -> None:
        self._flow = flow
        self._facts = facts
        self._copies = copies
        self._private = binder_cover.draw(flow, facts, len(copies))
        self._begin(PORTRAIT, private=facts.names_withheld)
        binder_parts.title(flow, _INDEX)
        self._index = Index(flow, _entries(facts, copies))

    def draw(self, report: Progress) -> None:
        """Draw what follows the index."""
        facts, withheld = self._facts, self._facts.names_withheld
        self._part(binder_parts.agency, PORTRAIT)
        self._part(binder_parts.officers, PORTRAIT)
        self._officers(report)
        self._part(binder_parts.missing, LANDSCAPE, private=withheld)
        self._begin(LANDSCAPE, private=True)
        with self._reached():
            binder_records.ledger(self._flow, facts, report)
        self._part(binder_records.manifest, LANDSCAPE, private=withheld)

    def append(self) -> Places | None:
        """Draw the dividers of the copies, where there are any."""
        if not self._copies:
            return None
        self._flow.private = True
        with self._reached():
            return appendix.draw(self._flow, self._copies)

    def complete(self) -> None:
        """Write what is known now that all pages are drawn."""
        self._index.fill()
        binder_cover.keep(self._flow, self._private)

    def _officers(self, report: Progress) -> None:
        officers, on = self._facts.officers, self._facts.provenance.on
        for done, officer in enumerate(officers):
            report(done, len(officers))
            with self._reached():
                officer_page.draw(self._flow, officer.page, on, level=1)

    def _part(
        self, draw: Callable[[Flow, AuditBinder], None], size: Size, *, private: bool = False
    ) -> None:
        self._begin(size, private=private)
        with self._reached():
            draw(self._flow, self._facts)

    def _begin(self, size: Size, *, private: bool) -> None:
        self._flow.private = private
        self._flow.break_page(size)

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """What is drawn meanwhile is what the next line of the index leads to."""
        outline = self._flow.sheet.outline
        first = len(outline)
        yield
        self._index.reached(outline[first])


def _entries(facts: AuditBinder, copies: Sequence[Appended]) -> list[Entry]:
    missing = sum(len(group.lines) for group in facts.missing)
    ledger = _count(len(facts.ledger), "entry", "entries")
    appended = f"{_count(len(copies), 'copy', 'copies')}{_PRIVATE}"
    return [
        Entry(title=binder_parts.AGENCY),
        Entry(
            title=binder_parts.OFFICERS,
            note=f"{_count(len(facts.officers), 'officer', 'officers')}"
            f"{_PRIVATE if facts.officers else ''}",
        ),
        *map(_entry, facts.officers),
        Entry(
            title=binder_parts.MISSING,
            note=_count(missing, "item", "items") if missing else "nothing",
        ),
        Entry(title=binder_records.LEDGER, note=f"{ledger}{_PRIVATE}"),
        Entry(title=binder_records.MANIFEST, note=_count(len(facts.copies), "copy", "copies")),
        *([Entry(title=appendix.TITLE, note=appended)] if copies else []),
    ]


def _entry(officer: Filed) -> Entry:
    page = officer.page
    return Entry(title=officer.under, note=page.status, level=1, light=page.light)


def _count(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{count:,} {many}"
