"""Puts a backup in the place of a records file; what it replaces is kept beside it."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sro_desk.domain.changes import Actor
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.progress import Report, unheard
from sro_desk.storage import backup, check, lock, places
from sro_desk.storage.header import refuse_other_files
from sro_desk.storage.sentences import files_told_plainly


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was restored; `replaced` is where the former file is now, if there was one."""

    path: Path
    replaced: Path | None
    verdict: check.Verdict


def restore(source: Path, to: Path, *, actor: Actor, report: Report = unheard) -> Restored:
    """Prove the backup `source`, then put it at `to`; nothing is touched before it is proved."""
    if to.is_dir() or not to.name:
        raise SroDeskError(f"{to} is a folder. Name the records file to write.")
    refuse_other_files(source)
    _refuse_itself(source, to)
    places.refuse_unsafe(to)
    with files_told_plainly(to):
        held = lock.take(to, actor)
    if isinstance(held, lock.Holder):
        raise SroDeskError(f"{to.name} is being written by {held}. Close it there, then restore.")
    try:
        with files_told_plainly(to):
            return _put(source, to, report)
    finally:
        held.release()


def _put(source: Path, to: Path, report: Report) -> Restored:
    _refuse_changed(source)
    partial = to.with_name(to.name + ".partial")
    partial.unlink(missing_ok=True)
    try:
        _copy(source, partial)
        verdict = check.verify(partial, report=report)
        if not verdict.sound:
            raise _damaged(source, verdict.faults[0])
        replaced = _exchange(partial, to)
    finally:
        partial.unlink(missing_ok=True)
    return Restored(path=to, replaced=replaced, verdict=verdict)


def _copy(source: Path, partial: Path) -> None:
    """What SQLite cannot make sense of here is the backup, not the file that it would replace."""
    try:
        backup.copy_by_sqlite(source, partial)
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte of an extended code
        if code not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        raise _damaged(source, "SQLite could not make sense of it.") from error


def _damaged(source: Path, fault: str) -> SroDeskError:
    return SroDeskError(
        f"{source.name} was not restored, because it is damaged: {fault} "
        "Choose another backup. Nothing was changed."
    )


def _refuse_changed(source: Path) -> None:
    manifest = backup.manifest_of(source)
    if manifest is not None and backup.sha256_of_file(source) != manifest.sha256:
        raise SroDeskError(
            f"{source.name} was not restored: it is not the file that was made, or it has been "
            "damaged since. Choose another backup. Nothing was changed."
        )


def _refuse_itself(source: Path, to: Path) -> None:
    if to.exists() and source.samefile(to):
        raise SroDeskError(f"{source} cannot be restored onto itself. Choose a backup of it.")


def _exchange(restored: Path, records: Path) -> Path | None:
    """Put `restored` in place, and the former file aside; where that fails, it stays where it was.

    Answers where the former file is, if there was one.
    """
    if not records.exists():
        restored.rename(records)
        return None
    aside = _free_name(records)
    moves = [(_journal_of(records), _journal_of(aside)), (records, aside), (restored, records)]
    done: list[tuple[Path, Path]] = []
    try:
        for old, new in moves:
            if old.exists():
                old.rename(new)
                done.append((old, new))
    except OSError:
        for old, new in reversed(done):
            new.rename(old)
        raise
    return aside


def _free_name(records: Path) -> Path:
    stamp = f"{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}"
    aside = records.with_name(f"{records.stem} replaced {stamp}{records.suffix}")
    if aside.exists():
        raise SroDeskError(f"There is already a file {aside}. Wait a second, then restore again.")
    return aside


def _journal_of(records: Path) -> Path:
    """Where a crash may have left what is half written."""
    return records.with_name(records.name + "-journal")
