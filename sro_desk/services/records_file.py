"""The records file as a person meets it: made anew, opened, or only looked into."""

import getpass
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.problems import agency_problems
from sro_desk.domain.records import Agency
from sro_desk.services import agency as agency_service
from sro_desk.services import courses, rows
from sro_desk.storage import files
from sro_desk.storage.database import Database
from sro_desk.storage.tables import AgencyRow

__all__ = ["Database", "create", "look_into", "open_file", "this_actor"]


def create(path: Path, agency: Agency, *, actor: Actor, sample: bool = False) -> Database:
    """Make the records file of an agency, with the courses that the law speaks of.

    `sample` marks it for good as made up. An existing file is never replaced.
    """
    rows.refuse(agency_problems(agency))
    db = files.create(path, actor=actor, sample=sample)
    with db.write(actor, Action.CREATE_FILE) as session:
        session.add(AgencyRow.from_draft(agency, id=1))
        agency_service.seed(session)
        courses.seed(session)
    return db


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
