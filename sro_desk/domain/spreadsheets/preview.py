"""What an import would do: every row of every table, before anything is stored."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sro_desk.domain.dates import long_date
from sro_desk.domain.names import search_key
from sro_desk.domain.progress import Report, unheard
from sro_desk.domain.spreadsheets.assignments import plan_assignment
from sro_desk.domain.spreadsheets.book import Book, OnFile
from sro_desk.domain.spreadsheets.cells import as_text, is_empty
from sro_desk.domain.spreadsheets.certificates import plan_certificate
from sro_desk.domain.spreadsheets.contact_days import plan_contact_day
from sro_desk.domain.spreadsheets.districts import plan_district
from sro_desk.domain.spreadsheets.headings import Layout
from sro_desk.domain.spreadsheets.officers import plan_officer
from sro_desk.domain.spreadsheets.reviews import plan_review
from sro_desk.domain.spreadsheets.rows import Outcome, Remark, Row, Step
from sro_desk.domain.spreadsheets.sheets import Cell, Sheet
from sro_desk.domain.spreadsheets.tables import TableKind, field_of

_PLANS: dict[TableKind, Callable[[Row], None]] = {
    TableKind.OFFICERS: plan_officer,
    TableKind.DISTRICTS: plan_district,
    TableKind.ASSIGNMENTS: plan_assignment,
    TableKind.CERTIFICATES: plan_certificate,
    TableKind.REVIEWS: plan_review,
    TableKind.CONTACT_DAYS: plan_contact_day,
}
_ORDER = tuple(TableKind)
_REPORT_EVERY = 100  # rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One sheet read in one way; a sheet may be read in several ways, a part each."""

    sheet: Sheet
    layout: Layout

    def with_cell(self, line: int, field: str, text: str) -> "Part":
        """The same with another text in a cell; `line` counts from 1."""
        at = self.layout.columns[field]
        row = list(self.sheet.rows[line - 1])
        row.extend([""] * (at + 1 - len(row)))
        row[at] = text
        rows = list(self.sheet.rows)
        rows[line - 1] = tuple(row)
        return replace(self, sheet=replace(self.sheet, rows=tuple(rows)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """One row of a part, and what becomes of it."""

    part: int
    line: int  # as the spreadsheet counts, from 1
    texts: Mapping[str, str]  # by field, as written
    said: Mapping[str, str]  # by field, where it is better shown otherwise than written
    outcome: Outcome
    remarks: tuple[Remark, ...]
    was: Mapping[str, str]  # by field: what stood there, where it changes
    steps: tuple[Step, ...]  # empty unless the row is new or a change

    @property
    def search(self) -> str:
        """For a search over rows."""
        words = (remark.words for remark in self.remarks)
        return search_key(" ".join((*self.texts.values(), *words)))

    def words(self, kind: TableKind) -> str:
        """All that is to be said about the row, in a line."""
        told = [f"{field_of(kind, field).title} was {old}." for field, old in self.was.items()]
        told = told if self.outcome is Outcome.CHANGE else []
        return " ".join([*(remark.words for remark in self.remarks), *told])


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The rows of all parts in the order in which they are imported."""

    parts: tuple[Part, ...]
    rows: tuple[PlannedRow, ...]

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many rows there are of each outcome."""
        found = Counter(row.outcome for row in self.rows)
        return {outcome: found[outcome] for outcome in Outcome}

    @property
    def steps(self) -> tuple[Step, ...]:
        """What the import would do, without the rows that have problems."""
        return tuple(step for row in self.rows for step in row.steps)


def preview(
    parts: Sequence[Part], on_file: OnFile, *, today: date, report: Report = unheard
) -> Preview:
    """Look at every row in turn, each on top of what the rows before it add."""
    ordered = sorted(parts, key=lambda part: _ORDER.index(part.layout.kind))
    book, total = Book(on_file, report), sum(len(part.sheet.rows) for part in parts)
    found: list[PlannedRow] = []
    for number, part in enumerate(ordered):
        for line, cells in _filled(part):
            if len(found) % _REPORT_EVERY == 0:
                report(len(found), total)
            found.append(_planned(number, part, line, cells, book, today))
    return Preview(parts=tuple(ordered), rows=tuple(found))


def _filled(part: Part) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """The rows below the headings in which a mapped cell is filled; headings may come again."""
    columns, heading = part.layout.columns.values(), part.layout.heading
    repeated = part.sheet.rows[heading] if heading < len(part.sheet.rows) else ()
    for line, cells in enumerate(part.sheet.rows[heading + 1 :], start=heading + 2):
        if cells == repeated:
            continue
        if any(at < len(cells) and not is_empty(cells[at]) for at in columns):
            yield line, cells


def _said(row: Row) -> dict[str, str]:
    """Dates about which something is to be said, in their long form."""
    about = {remark.field for remark in row.remarks}
    days = {field: row.given[field] for field in about if field in row.given}
    return {field: long_date(day) for field, day in days.items() if isinstance(day, date)}


def _in_order(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """What keeps the row out comes first."""
    return tuple(sorted(dict.fromkeys(remarks), key=lambda remark: not remark.blocks))


def _planned(
    number: int, part: Part, line: int, cells: tuple[Cell, ...], book: Book, today: date
) -> PlannedRow:
    kind, columns = part.layout.kind, part.layout.columns
    row = Row(kind, book, today)
    row.take(cells, columns)
    _PLANS[kind](row)
    outcome = row.outcome
    done = outcome in (Outcome.NEW, Outcome.CHANGE)
    for record in row.kept if done else ():
        book.put(record)
    return PlannedRow(
        part=number,
        line=line,
        texts={field: as_text(cells[at]) for field, at in columns.items() if at < len(cells)},
        said=_said(row),
        outcome=outcome,
        remarks=_in_order(row.remarks) if outcome is not Outcome.SAME else (),
        was=row.was,
        steps=tuple(row.steps) if done else (),
    )
