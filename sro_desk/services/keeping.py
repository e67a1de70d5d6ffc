"""Keeping the records file: backups in two places, restoring one, proving what is there."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.ledger_heads import head_in, holds_words, stands_words
from sro_desk.domain.progress import Report, unheard
from sro_desk.services import agency, file_facts
from sro_desk.services.records_file import this_actor
from sro_desk.storage import backup as storage_backup
from sro_desk.storage import check
from sro_desk.storage import restore as storage_restore
from sro_desk.storage.backup import Reason
from sro_desk.storage.database import Database

OF_THE_RECORDS = (
    "This is about the records; whether somebody changed the PDF itself, its head cannot tell."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupMade:
    """A verified backup; `trouble` says why the second place got none, where it should have."""

    path: Path
    made_at: datetime  # UTC
    size: int  # bytes
    ledger_head: str
    second: Path | None = None  # the same in the second place
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupPlaces:
    """Where backups of a file go, and what tells which are its own and whether they are current."""

    first: Path
    second: Path | None
    file_id: str
    head: str  # of the file's ledger now
    file_made_at: datetime  # UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A backup put in place; `kept` is where the file that stood there is now."""

    path: Path
    kept: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What proving a file found: sentences to show, good news or bad."""

    sound: bool
    sentences: tuple[str, ...]
    head: str  # of the ledger; "" where the file cannot be read


def backup(db: Database, to: Path | None = None, report: Report = unheard) -> BackupMade:
    """Make a verified backup where the agency keeps them, and in the second place; or in `to`."""
    if to is not None:
        return _told(storage_backup.make(db.path, to, report=report))
    first, second = _folders(db)
    made = storage_backup.make(db.path, first, report=report)
    if second is None:
        return _told(made)
    try:
        again = storage_backup.make(db.path, second, report=report)
    except SroDeskError as error:  # the drive may be elsewhere today; the first place has it
        return _told(made, trouble=_no_second(second, error))
    return _told(made, second=again.path)


def backup_on_close(db: Database, report: Report = unheard) -> BackupMade | None:
    """Back up where something changed since the last backup; None where nothing did."""
    if db.read_only:
        return None
    first, second = _folders(db)
    made = storage_backup.backup_if_changed(db, first, reason=Reason.CLOSE, report=report)
    again, trouble = None, ""
    if second is not None:
        try:
            again = storage_backup.backup_if_changed(db, second, report=report)
        except SroDeskError as error:
            trouble = _no_second(second, error)
    if made is None:
        return None if again is None else _told(again)
    return _told(made, second=None if again is None else again.path, trouble=trouble)


def backups(db: Database) -> list[BackupMade]:
    """The backups of this file in both places, newest first."""
    return backups_in(places(db))


def places(db: Database) -> BackupPlaces:
    """Where backups of this file go; looks into none of these folders."""
    first, second = _folders(db)
    facts = file_facts.of(db)
    return BackupPlaces(
        first=first,
        second=second,
        file_id=db.file_id,
        head=facts.head,
        file_made_at=facts.made_at,
    )


def backups_in(found: BackupPlaces) -> list[BackupMade]:
    """The backups in both places, newest first; a network drive may take its time to answer."""
    folders = [folder for folder in (found.first, found.second) if folder is not None]
    made = [
        _told(each) for folder in folders for each in storage_backup.made_in(folder, found.file_id)
    ]
    return sorted(made, key=lambda each: each.made_at, reverse=True)


def place_trouble(folder: str, other: str = "") -> str:
    """What speaks against a typed folder for backups; `other` is the other place."""
    if not folder:
        return ""
    path = Path(folder).expanduser()
    if not path.is_absolute():
        return "Write the whole path, from the drive or the root on."
    if other and path == Path(other).expanduser():
        return "This is the other place already; a second copy in the same folder helps nobody."
    nearest = next((each for each in (path, *path.parents) if each.exists()), None)
    if nearest is None or not nearest.is_dir():
        return "There is no such place now; is the drive connected?"
    if not os.access(nearest, os.W_OK):
        return f"{nearest} cannot be written by your account; choose another folder."
    return ""


def backup_folder(db: Database) -> Path:
    """Where backups of this file go."""
    return _folders(db)[0]


def restore(source: Path, to: Path, report: Report = unheard) -> Restored:
    """Prove a backup and put it in place of `to`, which must be closed and is kept beside it."""
    restored = storage_restore.restore(source, to, actor=this_actor(), report=report)
    return Restored(path=restored.path, kept=restored.replaced)


def verify(file: Path | Database, head: str | None = None, report: Report = unheard) -> Verdict:
    """Prove a file, every copy and the whole ledger.

    `head` is one that the footer of a PDF prints, as it was copied: the first
    sentence then tells whether the records hold all that the PDF was made
    from. SroDeskError where it is no head.
    """
    wanted = None if head is None else head_in(head)
    path = file.path if isinstance(file, Database) else file
    found = check.verify(path, head=wanted, report=report)
    return Verdict(sound=found.sound, sentences=_told_of(path, found), head=found.head)


def _told_of(path: Path, found: check.Verdict) -> tuple[str, ...]:
    asked = found.asked
    if found.faults:
        if asked is None:
            return found.faults
        return (stands_words(asked.entry, asked.at), *found.faults)
    answer = (
        () if asked is None else (holds_words(asked.entry, asked.at, asked.later), OF_THE_RECORDS)
    )
    return (
        *answer,
        f"{path.name} is sound: its records, its ledger ({found.entries:,} entries) and its"
        f" stored copies ({found.copies:,}) are as they were written.",
        f"Its ledger ends with {found.head}.",
    )


def _folders(db: Database) -> tuple[Path, Path | None]:
    chosen = agency.settings(db)
    first = Path(chosen.backup_folder) if chosen.backup_folder else None
    second = Path(chosen.second_backup_folder) if chosen.second_backup_folder else None
    return first or storage_backup.default_folder(db.path), second


def _told(
    made: storage_backup.BackupMade, *, second: Path | None = None, trouble: str = ""
) -> BackupMade:
    return BackupMade(
        path=made.path,
        made_at=made.manifest.made_at,
        size=made.manifest.size,
        ledger_head=made.manifest.ledger_head,
        second=second,
        trouble=trouble,
    )


def _no_second(folder: Path, error: SroDeskError) -> str:
    return f"The second place for backups, {folder}, got none: {error}"
