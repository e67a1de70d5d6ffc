"""The audit binder as a ZIP: the PDF, the copies as they were received, and tables beside it."""

import hashlib
from datetime import date
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sro_desk.domain.exports.audit import AuditBinder
from sro_desk.domain.records import Sha256
from sro_desk.domain.reports import Asked
from sro_desk.intake.worker import Worker
from sro_desk.services.reports import audit, binder_names, binder_readme, binder_tables, naming
from sro_desk.services.reports.made import Making
from sro_desk.services.saving import save_filled
from sro_desk.storage import copies
from sro_desk.storage.database import Database

ENDING = ".zip"
SUMS = "SHA256SUMS"
_README = "README.txt"
_READABLE = 0o100644 << 16  # a file that its owner may write and all may read, on Unix
_UNIX = 3


def file_name(asked: Asked) -> str:
    """The name that is proposed for it."""
    return f"{naming.of_agency(audit.WHAT, asked.on).removesuffix('.pdf')}{ENDING}"


def save(db: Database, asked: Asked, making: Making, path: Path) -> Path:
    """Write the ZIP, whole or not at all; equal facts give equal bytes.

    `making.report` hears of the officers, of the ledger's entries, and of the
    copies, and may raise `Cancelled`.
    """
    with db.read() as session:
        facts = audit.facts_in(db, session, asked, made_on=making.made_on)
        exported = binder_tables.exported(session)
    binder = audit.drawn(db, asked, facts, making)
    files = binder_names.of_copies(facts.copies)
    tables = exported | binder_tables.of_binder(facts, files)

    def fill(file: BinaryIO) -> None:
        with ZipFile(file, "w") as archive:
            written = _Written(archive, facts)
            written.add(binder.file_name, binder.content, compressed=False)
            for name, content in sorted(tables.items()):
                written.add(f"tables/{name}", content)
            for done, (sha256, name) in enumerate(files.items()):
                making.report(done, len(files))
                written.add(name, _content(db, Sha256(sha256)), compressed=False)
            readme = binder_readme.text(facts, binder.file_name)
            written.add(_README, readme.encode())
            written.add(SUMS, written.sums())

    return save_filled(path, fill)


def save_alone(db: Database, asked: Asked, path: Path, *, made_on: date) -> Path:
    """The same where no worker runs yet; one is started if the binder needs it."""
    with Worker() as worker:
        return save(db, asked, Making(made_on=made_on, worker=worker), path)


def _content(db: Database, sha256: Sha256) -> bytes:
    """One copy at a time: a reading that lasts would keep others from writing."""
    with db.read() as session:
        return copies.content(session, sha256)


class _Written:
    """What is in the archive by now, with its sums; the day it was made stands for the time."""

    def __init__(self, archive: ZipFile, facts: AuditBinder) -> None:
        day = facts.provenance.made_on
        self._archive = archive
        self._time = (day.year, day.month, day.day, 0, 0, 0)
        self._sums: list[str] = []

    def add(self, name: str, content: bytes, *, compressed: bool = True) -> None:
        """Put a file into the archive."""
        info = ZipInfo(name, self._time)
        info.compress_type = ZIP_DEFLATED if compressed else ZIP_STORED
        info.create_system = _UNIX  # also on Windows: equal bytes everywhere
        info.external_attr = _READABLE
        self._archive.writestr(info, content)
        self._sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")

    def sums(self) -> bytes:
        """A line for each file, as `sha256sum -c` reads it."""
        return "".join(self._sums).encode()
