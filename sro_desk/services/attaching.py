"""Copies attached in bulk: files of a folder, matched by their names to what lacks a copy."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.file_names import Lacking
from sro_desk.domain.progress import Report, unheard
from sro_desk.domain.records import CertificateId
from sro_desk.domain.scan import Scan
from sro_desk.services import certificate_lines, rows
from sro_desk.storage import copies
from sro_desk.storage.database import Database
from sro_desk.storage.tables import CertificateRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """How many copies are on file now, and why others are not, a sentence for each file."""

    count: int
    refused: tuple[str, ...]


def lacking(db: Database) -> tuple[Lacking, ...]:
    """The certificates that count and have no copy, newest completion first."""
    return tuple(
        Lacking(
            id=line.id,
            officer=line.officer,
            officer_name=line.officer_name,
            sort_name=line.officer_sort_name,
            course=line.course_title,
            completed_on=line.completed_on,
            number=line.number,
        )
        for line in certificate_lines.all_certificates(db)
        if line.copy is None and line.voided is None
    )


def attach(
    db: Database,
    chosen: Sequence[tuple[Path, CertificateId]],
    receive: Callable[[Path], Scan],
    *,
    actor: Actor,
    report: Report = unheard,
) -> Attached:
    """Store each file as the copy of its certificate, all in one write that one Undo takes back.

    `receive` reads and examines a file; one that it refuses is told and left
    out. Stopped meanwhile, nothing at all is stored.
    """
    count, refused = 0, []
    with db.write(actor, Action.ATTACH_COPY) as session:
        for done, (path, certificate) in enumerate(chosen):
            report(done, len(chosen))
            try:
                scan = receive(path)
                row = rows.still_valid(session, CertificateRow, certificate)
                if row.copy_sha256 is not None:
                    raise SroDeskError("The certificate has a copy by now.")
            except SroDeskError as error:
                refused.append(f"“{path.name}”: {error}")
                continue
            row.copy_sha256 = copies.put(session, scan)
            count += 1
        report(len(chosen), len(chosen))
    return Attached(count=count, refused=tuple(refused))
