"""Backups: made by SQLite itself while the file is in use, proved, and described beside.

A backup is `NAME 2026-11-24T051938Z.srodesk`, with a manifest of the same name
that ends in `.json`; both are complete or not there.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from sro_desk import __version__
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.progress import Report, unheard
from sro_desk.storage import check, schema, thinning
from sro_desk.storage.connection import connect
from sro_desk.storage.database import Database
from sro_desk.storage.header import refuse_other_files
from sro_desk.storage.sentences import files_told_plainly

_BLOCK = 1 << 20


class Reason(StrEnum):
    """Why a backup was made; those made by the program itself are thinned."""

    ASKED = "ASKED"
    CLOSE = "CLOSE"
    IMPORT = "IMPORT"
    MIGRATION = "MIGRATION"
    RESTORE = "RESTORE"


_THINNED = frozenset({Reason.CLOSE, Reason.IMPORT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is known of a backup; kept as JSON beside it."""

    file: str
    made_at: datetime  # UTC
    reason: Reason
    file_id: str
    ledger_head: str
    entries: int
    copies: int
    size: int  # bytes
    sha256: str
    revision: str
    program: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupMade:
    """A backup on disk."""

    path: Path
    manifest: Manifest


def default_folder(records: Path) -> Path:
    """Where backups of `records` go unless a folder was chosen: beside the file."""
    return records.with_name(f"{records.stem} backups")


def make(
    records: Path, folder: Path, *, reason: Reason = Reason.ASKED, report: Report = unheard
) -> BackupMade:
    """Make a backup in `folder`, prove it, and thin older ones; also beside other writers."""
    refuse_other_files(records)
    with files_told_plainly(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        made_at = datetime.now(UTC).replace(microsecond=0)
        path = _free_name(folder, records.stem, made_at)
        with _removed_unless_kept(path.with_name(path.name + ".partial")) as partial:
            report(0, 1)
            copy_by_sqlite(records, partial)
            verdict = _proved(partial, records, report)
            manifest = _described(path.name, partial, verdict, made_at, reason)
            partial.rename(path)
        _write_manifest(path, manifest)
        _thin(folder, manifest)
    return BackupMade(path=path, manifest=manifest)


def backup_if_changed(
    database: Database, folder: Path, *, reason: Reason = Reason.CLOSE, report: Report = unheard
) -> BackupMade | None:
    """Make a backup unless the newest one in `folder` has the same ledger head."""
    newest = next(iter(made_in(folder, database.file_id)), None)
    if newest is not None and newest.manifest.ledger_head == database.head():
        return None
    return make(database.path, folder, reason=reason, report=report)


def made_in(folder: Path, file_id: str = "") -> tuple[BackupMade, ...]:
    """The backups in `folder`, newest first; of one records file, or of all."""
    try:
        described = sorted(folder.glob("*.srodesk.json"))
    except OSError:
        return ()
    found = [made for path in described if (made := _read_manifest(path)) is not None]
    mine = [made for made in found if file_id in ("", made.manifest.file_id)]
    return tuple(sorted(mine, key=lambda made: made.manifest.made_at, reverse=True))


def manifest_of(backup: Path) -> Manifest | None:
    """What stands beside `backup`; None where nothing does."""
    made = _read_manifest(_manifest_path(backup))
    return None if made is None else made.manifest


def sha256_of_file(path: Path) -> str:
    """The SHA-256 of a file of any size."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def copy_by_sqlite(source: Path, target: Path) -> None:
    """Copy a database page by page in one step, so that no writer comes between."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(connect(source)) as reading, closing(sqlite3.connect(target)) as writing:
        reading.backup(writing)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _proved(partial: Path, records: Path, report: Report) -> check.Verdict:
    verdict = check.verify(partial, report=report)
    if not verdict.sound:
        raise SroDeskError(
            f"{records.name} was not backed up, because it is damaged: {verdict.faults[0]} Keep "
            "the file and the backups you have, and run sro-desk verify on it."
        )
    return verdict


def _described(
    name: str, path: Path, verdict: check.Verdict, made_at: datetime, reason: Reason
) -> Manifest:
    with closing(connect(path)) as connection:
        revision = schema.revision_of(connection)
    return Manifest(
        file=name,
        made_at=made_at,
        reason=reason,
        file_id=verdict.file_id,
        ledger_head=verdict.head,
        entries=verdict.entries,
        copies=verdict.copies,
        size=path.stat().st_size,
        sha256=sha256_of_file(path),
        revision=revision,
        program=__version__,
    )


def _free_name(folder: Path, stem: str, made_at: datetime) -> Path:
    stamp = f"{made_at:%Y-%m-%dT%H%M%SZ}"
    names = (f"{stem} {stamp}{more}.srodesk" for more in ("", *(f" {n}" for n in range(2, 1000))))
    free = (folder / name for name in names if not (folder / name).exists())
    return next(free)


def _manifest_path(backup: Path) -> Path:
    return backup.with_name(backup.name + ".json")


def _write_manifest(backup: Path, manifest: Manifest) -> None:
    values = {**asdict(manifest), "made_at": manifest.made_at.isoformat()}
    partial = backup.with_name(backup.name + ".json.partial")
    partial.write_text(json.dumps(values, indent=2) + "\n", "utf-8")
    partial.replace(_manifest_path(backup))


def _read_manifest(path: Path) -> BackupMade | None:
    """The backup that a manifest tells of, if both are there and make sense."""
    try:
        values = json.loads(path.read_text("utf-8"))
        values["made_at"] = datetime.fromisoformat(values["made_at"])
        values["reason"] = Reason(values["reason"])
        made = BackupMade(path=path.with_suffix(""), manifest=Manifest(**values))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return made if made.path.is_file() else None


def _thin(folder: Path, newest: Manifest) -> None:
    mine = [made for made in made_in(folder, newest.file_id) if made.manifest.reason in _THINNED]
    keep = thinning.kept([made.manifest.made_at for made in mine])
    for made in mine:
        if made.manifest.made_at not in keep:
            made.path.unlink()
            _manifest_path(made.path).unlink()


@contextmanager
def _removed_unless_kept(partial: Path) -> Iterator[Path]:
    try:
        yield partial
    finally:
        partial.unlink(missing_ok=True)
        partial.with_name(partial.name + "-journal").unlink(missing_ok=True)
