"""Copies behind a report: held by a limited process of their own, then bound behind it.

with appendices.hold(db, wanted, report) as held:
    drawn = pdf.draw(facts, held.copies)      # dividers, and where copies go
    content = held.bind(drawn.content, drawn.places)
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.exports.appendix import Appended
from sro_desk.domain.progress import Report
from sro_desk.domain.records import Sha256
from sro_desk.intake.examined import Plan
from sro_desk.intake.worker import Worker
from sro_desk.storage import copies
from sro_desk.storage.database import Database

_MORE = 64 * 1024 * 1024  # bytes that a bound file may have beyond report and copies


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedCopy:
    """A copy to append, and what its divider page says."""

    sha256: Sha256
    whose: str
    what: str
    lines: tuple[str, ...]
    refused: str = ""  # why it may not be appended


class HeldCopies:
    """The copies as the process holds them, in the order in which they were wanted."""

    def __init__(self, worker: Worker, found: Sequence[Appended], size: int) -> None:
        self.copies = tuple(found)
        self._worker = worker
        self._size = size

    def bind(self, register: bytes, plan: Plan) -> bytes:
        """The report with the copies behind it."""
        if not plan.inserts and not plan.pictures:
            return register
        return self._worker.bind(register, plan, most=len(register) + self._size * 12 + _MORE)


SHARED = (
    "It shows several officers, and not all of them may be shown here. Make a copy of it that is "
    "redacted, and send that."
)


@contextmanager
def hold(db: Database, wanted: Sequence[WantedCopy], report: Report) -> Iterator[HeldCopies]:
    """Hand the copies to a process of their own; one that cannot be appended says why.

    `report` may raise `Cancelled`; nothing is left then.
    """
    skipped: dict[int, str] = {}
    while True:
        with Worker() as worker:
            found, size, died = _handed(db, worker, wanted, skipped, report)
            if died is None:
                yield HeldCopies(worker, found, size)
                return
        skipped[died] = "It broke the program that reads it, which was ended. No harm was done."


def _handed(
    db: Database,
    worker: Worker,
    wanted: Sequence[WantedCopy],
    skipped: dict[int, str],
    report: Report,
) -> tuple[list[Appended], int, int | None]:
    """The copies, their bytes in all, and which of them ended the process, if any did."""
    found: list[Appended] = []
    size = 0
    for at, each in enumerate(wanted):
        report(at, len(wanted))
        if why := each.refused or skipped.get(at, ""):
            found.append(_unfit(each, why))
            continue
        before = worker.process_id
        try:
            with db.read() as session:
                content = copies.content(session, each.sha256)
            held = worker.hold(content)
        except SroDeskError as error:
            if before is not None and worker.process_id != before:
                return found, size, at
            found.append(_unfit(each, str(error)))
            continue
        size += len(content)
        found.append(
            Appended(
                whose=each.whose,
                what=each.what,
                lines=each.lines,
                number=held.number,
                pages=held.pages,
                sizes=held.sizes,
            )
        )
    return found, size, None


def _unfit(wanted: WantedCopy, why: str) -> Appended:
    return Appended(
        whose=wanted.whose,
        what=wanted.what,
        lines=wanted.lines,
        number=None,
        pages=0,
        sizes=(),
        trouble=why,
    )
