"""The records file as a person meets it: made anew, opened, or only looked into."""

import getpass
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sro_desk.domain.changes import Actor
from sro_desk.domain.records import Agency
from sro_desk.storage import files
from sro_desk.storage.database import Database

__all__ = ["Database", "create", "look_into", "open_file", "this_actor"]


def create(path: Path, agency: Agency, *, actor: Actor, sample: bool = False) -> Database:
    """Make the records file of an agency, with the courses that the law speaks of.

    `sample` marks it for good as made up. An existing file is never replaced.
    """
    from sro_desk.services import new_file  # SQLAlchemy, which opening a file does without

    return new_file.make(path, agency, actor=actor, sample=sample)


def open_file(path: Path, *, actor: Actor) -> Database:
    """Open a records file to work in it; `read_only` and `held_by` tell if another process does."""
    return files.open_file(path, actor=actor)


@contextmanager
def look_into(path: Path) -> Iterator[Database]:
    """Open a records file to read it, also while another process writes it."""
    db = files.open_file(path, actor=this_actor(), read_only=True)
    try:
        yield db
    finally:
        db.close()


def this_actor() -> Actor:
    """Who works at this computer, as the ledger names people."""
    return Actor(account=_account(), host=socket.gethostname() or "unknown")


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return "unknown"
