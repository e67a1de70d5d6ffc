"""Makes and opens records files; decides who may write."""

import os
import uuid
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sro_desk.domain.changes import Actor
from sro_desk.domain.errors import SroDeskError
from sro_desk.storage import lock, places, schema
from sro_desk.storage.connection import APPLICATION_ID, connect
from sro_desk.storage.database import Database
from sro_desk.storage.header import refuse_other_files
from sro_desk.storage.sentences import files_told_plainly


def create(path: Path, *, actor: Actor, sample: bool = False) -> Database:
    """Make a new, empty records file and open it; an existing file is never replaced."""
    if path.exists():
        raise SroDeskError(f"There is already a file {path}. Open it, or choose another name.")
    if not path.parent.is_dir():
        raise SroDeskError(f"There is no folder {path.parent}. Make it, or choose another one.")
    places.refuse_unsafe(path)
    with files_told_plainly(path):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            _lay_down(path, actor, sample=sample)
        except BaseException:
            path.unlink()
            path.with_name(path.name + "-journal").unlink(missing_ok=True)
            raise
    return open_file(path, actor=actor)


def open_file(path: Path, *, actor: Actor, read_only: bool = False) -> Database:
    """Open a records file to write it, or only to read it where it cannot be written.

    `Database.read_only_because` says why; with `read_only` it is left to other writers,
    and may lie on a network drive. An older file is migrated after a snapshot.
    """
    refuse_other_files(path)
    if read_only:
        return _opened(path, because=f"{path.name} was opened only to be read.")
    places.refuse_unsafe(path)
    with files_told_plainly(path):
        held = _taken(path, actor)
    if isinstance(held, lock.WriterLock):
        return _opened(path, release=held.release)
    if isinstance(held, lock.Holder):
        because = (
            f"{path.name} is being written by {held}. It can be read here; "
            "close it there to write it here."
        )
        return _opened(path, held_by=str(held), because=because)
    return _opened(path, because=held)


def _taken(path: Path, actor: Actor) -> lock.WriterLock | lock.Holder | str:
    """The right to write, who has it, or why nobody can."""
    because = (
        f"{path.name} can only be read: it or its folder {path.parent} is read-only for this "
        "account. Change the permissions, or copy it to a folder of your own, to write it."
    )
    if not os.access(path, os.W_OK):
        return because
    try:
        return lock.take(path, actor)
    except OSError:
        return because


def _opened(
    path: Path,
    *,
    held_by: str = "",
    because: str = "",
    release: Callable[[], None] = lambda: None,
) -> Database:
    try:
        with files_told_plainly(path):
            _bring_up_to_date(path, may_write=not because)
            return Database(path, held_by=held_by, read_only_because=because, release=release)
    except BaseException:
        release()
        raise


def _bring_up_to_date(path: Path, *, may_write: bool) -> None:
    with closing(connect(path)) as connection:
        found = schema.revision_of(connection)
    if found != schema.REVISION:
        from sro_desk.storage import migrate  # SQLAlchemy and alembic, for another format alone

        migrate.bring_up_to_date(path, may_write=may_write)


def _lay_down(path: Path, actor: Actor, *, sample: bool) -> None:
    now = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    with closing(connect(path)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("BEGIN IMMEDIATE")
        schema.lay_down(connection)
        connection.execute(
            "INSERT INTO file_info (id, file_id, sample, created_at, created_by) "
            "VALUES (1, ?, ?, ?, ?)",
            (str(uuid.uuid4()), int(sample), now, str(actor)),
        )
        connection.execute("COMMIT")
