"""An import: first looked at row by row, then stored as a whole, after a backup."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sro_desk.domain.changes import Action, Actor, Kind
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.progress import Report, unheard
from sro_desk.domain.spreadsheets.preview import Part, Preview
from sro_desk.domain.spreadsheets.preview import preview as look_at
from sro_desk.domain.spreadsheets.rows import Outcome, Step
from sro_desk.services import clock, keeping, kept
from sro_desk.services.spreadsheets.on_file import on_file
from sro_desk.storage import backup as storage_backup
from sro_desk.storage.backup import Reason
from sro_desk.storage.database import Database
from sro_desk.storage.recording import WritingSession
from sro_desk.storage.tables import ROWS

_AT_ONCE = 100  # records between two reports
# What others refer to comes first.
_ORDER = (
    *(Kind.OFFICER, Kind.DISTRICT, Kind.SCHOOL, Kind.COURSE, Kind.ASSIGNMENT),
    *(Kind.CERTIFICATE, Kind.POLICY_REVIEW, Kind.CONTACT_DAY),
)
_LINKS = ("officer", "district", "school", "course", "assignment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import stored, the write it was, and the backup made before it."""

    write: int
    new: int  # rows
    changed: int  # rows
    left_out: int  # rows with problems
    backup: Path

    @property
    def words(self) -> str:
        """The outcome in a sentence or two."""
        told = f"Imported: {_rows(self.new)} new, {self.changed:,} changed."
        if self.left_out:
            told += f" {_rows(self.left_out)} with problems left out."
        return told


def preview(db: Database, parts: Sequence[Part], report: Report = unheard) -> Preview:
    """What importing `parts` would do now; nothing is stored."""
    with kept.no_collecting():
        with db.read() as session:
            found = on_file(session, [part.layout.kind for part in parts], report)
        return look_at(parts, found, today=clock.today(), report=report)


def store(db: Database, planned: Preview, *, actor: Actor, report: Report = unheard) -> Imported:
    """Store every row without a problem, or nothing; `report` may raise `Cancelled`.

    A verified backup is made first. SroDeskError where there is nothing to
    store, or where the records have changed since they were looked at.
    """
    if not planned.steps:
        raise SroDeskError("Nothing was imported: no row is new or a change.")
    if db.read_only:
        raise SroDeskError(db.read_only_because)
    folder = keeping.backup_folder(db)
    made = storage_backup.make(db.path, folder, reason=Reason.IMPORT, report=report)
    with kept.no_collecting(), db.write(actor, Action.IMPORT) as session:
        _refuse_stale(session, planned, report)
        _write(session, planned.steps, report)
        write = session.writing.number
    counts = planned.counts
    return Imported(
        write=write,
        new=counts[Outcome.NEW],
        changed=counts[Outcome.CHANGE],
        left_out=counts[Outcome.PROBLEM],
        backup=made.path,
    )


def _refuse_stale(session: Session, planned: Preview, report: Report) -> None:
    """The rows are looked at once more, within the write that stores them."""
    found = on_file(session, [part.layout.kind for part in planned.parts], report)
    again = look_at(planned.parts, found, today=clock.today(), report=report)
    if again.steps != planned.steps:
        raise SroDeskError(
            "Nothing was imported: the records have changed since this preview was made. "
            "Look at the rows again, then import."
        )


def _write(session: WritingSession, steps: Sequence[Step], report: Report) -> None:
    """Add and change records kind by kind, in small flushes between which a person may stop."""
    numbers, there, done = _numbers(session, steps), set[int](), 0
    for chunk in _chunks(steps):
        report(done, len(steps))
        for step in chunk:
            table, draft = ROWS[step.kind], _linked(step.draft, numbers)
            number = numbers.get(step.record, step.record)
            if step.adds and step.record not in there:
                session.add(table.from_draft(draft, id=number))
                there.add(step.record)
            else:  # also what an earlier row of this import has added
                session.get_one(table, number).apply(draft)
        session.flush()
        session.expunge_all()  # what is flushed need not be looked through by the next flush
        done += len(chunk)
    report(done, len(steps))


def _numbers(session: Session, steps: Sequence[Step]) -> dict[int, int]:
    """The numbers that added records get, by what they were called until now.

    Given here, the rows of a flush go to the file together; asked for, one by one.
    """
    numbers: dict[int, int] = {}
    for kind in _ORDER:
        added = dict.fromkeys(step.record for step in steps if step.kind is kind and step.adds)
        last = session.scalar(select(func.max(ROWS[kind].id))) or 0
        numbers |= {record: last + place for place, record in enumerate(added, start=1)}
    return numbers


def _chunks(steps: Sequence[Step]) -> Iterable[list[Step]]:
    """Steps of one kind at a time; a record that is changed twice is flushed in between."""
    for kind in _ORDER:
        chunk: dict[int, Step] = {}
        for step in (step for step in steps if step.kind is kind):
            if len(chunk) >= _AT_ONCE or step.record in chunk:
                yield list(chunk.values())
                chunk = {}
            chunk[step.record] = step
        if chunk:
            yield list(chunk.values())


def _linked(draft: Any, numbers: dict[int, int]) -> Any:
    """The draft with the numbers that records added in this import have by now."""
    said = {name: getattr(draft, name, None) for name in _LINKS}
    new = {name: numbers[number] for name, number in said.items() if number in numbers}
    return replace(draft, **new) if new else draft


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"
