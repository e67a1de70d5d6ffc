"""What cannot be opened or made is told in a sentence that says what to do."""

import os
import re
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from sro_desk.domain.changes import Action
from sro_desk.domain.errors import SroDeskError
from sro_desk.storage import check, files
from sro_desk.storage.connection import uri
from sro_desk.storage.database import Database
from sro_desk.storage.tables import OfficerRow
from tests.storage.conftest import ACTOR, fill

NOBODY = 65534
posix_rights = pytest.mark.skipif(os.name == "nt", reason="Windows keeps other rights")


@contextmanager
def without_privileges() -> Iterator[None]:
    """Root may write everywhere: be somebody else for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that any account may enter, with a records file that any may read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        database = files.create(folder / "records.srodesk", actor=ACTOR)
        fill(database)
        database.close()
        (folder / "records.srodesk").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def test_a_new_file_is_empty_and_known(path: Path) -> None:
    with closing_database(files.create(path, actor=ACTOR, sample=True)) as database:
        assert database.is_sample
        assert not database.read_only
        assert len(database.file_id) == 36
    with closing_database(files.open_file(path, actor=ACTOR)) as again:
        assert (again.file_id, again.is_sample) == (database.file_id, True)


@contextmanager
def closing_database(database: Database) -> Iterator[Database]:
    try:
        yield database
    finally:
        database.close()


def test_names_with_every_sign_work(tmp_path: Path) -> None:
    path = tmp_path / "Nguyễn & O'Brien #1 50% ?x=y;.srodesk"
    with closing_database(files.create(path, actor=ACTOR)) as database:
        fill(database)
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
    assert check.verify(path).sound


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/home/ann/a b.srodesk", "file:///home/ann/a%20b.srodesk"),
        ("/x/50%?#.srodesk", "file:///x/50%25%3F%23.srodesk"),
    ],
)
def test_addresses_for_sqlite(path: str, address: str) -> None:
    assert uri(Path(path)) == address


def test_an_existing_file_is_never_replaced(full: Database) -> None:
    full.close()
    before = full.path.read_bytes()
    with pytest.raises(SroDeskError, match="There is already a file"):
        files.create(full.path, actor=ACTOR)
    assert full.path.read_bytes() == before


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(SroDeskError, match="There is no folder"):
        files.create(tmp_path / "absent" / "records.srodesk", actor=ACTOR)


def test_making_a_file_that_fails_leaves_nothing(path: Path, monkeypatch) -> None:
    def fail(_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr("sro_desk.storage.schema.lay_down", fail)
    with pytest.raises(SroDeskError, match="is full"):
        files.create(path, actor=ACTOR)
    assert list(path.parent.iterdir()) == []


def empty(path: Path) -> None:
    path.touch()


def letter(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 and so on" * 20)


def beginning_alone(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00")


def folder(path: Path) -> None:
    path.mkdir()


def of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (url)")


def missing(_: Path) -> None:
    """Nothing there."""


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (empty, "is empty. Restore a backup"),
        (letter, "is not a records file"),
        (beginning_alone, "is not a records file"),
        (folder, "is a folder, not a records file. Choose the file in it."),
        (of_another_program, "is the database of another program"),
        (missing, "There is no file"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_no_records_file_is_told(path: Path, made, sentence: str) -> None:
    made(path)
    for attempt in (lambda: files.open_file(path, actor=ACTOR), lambda: check.verify(path)):
        with pytest.raises(SroDeskError, match=re.escape(sentence)):
            attempt()


def test_a_records_file_without_its_tables_is_told(full: Database) -> None:
    full.close()
    with closing(sqlite3.connect(full.path)) as connection:
        connection.execute("DROP TABLE alembic_version")
    with pytest.raises(SroDeskError, match="does not say which format it has"):
        files.open_file(full.path, actor=ACTOR)
    assert list(full.path.parent.iterdir()) == [full.path]


def test_a_file_opened_to_be_read_refuses_writes(full: Database) -> None:
    with closing_database(files.open_file(full.path, actor=ACTOR, read_only=True)) as reading:
        assert reading.read_only
        with (
            pytest.raises(SroDeskError, match="opened only to be read"),
            reading.write(ACTOR, Action.ADD),
        ):
            pass
        assert reading.head() == full.head()


@posix_rights
def test_a_read_only_folder_can_be_read_and_says_why(shared: Path) -> None:
    path = shared / "records.srodesk"
    with without_privileges():
        with closing_database(files.open_file(path, actor=ACTOR)) as database:
            assert database.held_by == ""
            assert "is read-only for this account" in database.read_only_because
            with database.read() as session:
                assert session.get_one(OfficerRow, 1).badge == "1204"
        assert check.verify(path).sound
        with pytest.raises(SroDeskError, match="may not be used by this account"):
            files.create(shared / "new.srodesk", actor=ACTOR)


@posix_rights
def test_a_file_of_somebody_else_is_told(shared: Path) -> None:
    path = shared / "records.srodesk"
    path.chmod(0)
    with without_privileges(), pytest.raises(SroDeskError, match="may not be used by this acc"):
        files.open_file(path, actor=ACTOR)


@posix_rights
def test_a_new_file_is_for_its_owner_alone(db: Database) -> None:
    assert stat.S_IMODE(db.path.stat().st_mode) == 0o600


def test_a_journal_left_by_a_crash_is_played_back(full: Database, tmp_path: Path) -> None:
    """Copy the file and its journal in the middle of a write: that is what a power cut leaves."""
    before = full.head()
    crashed = tmp_path / "crashed.srodesk"
    with full.write(ACTOR, Action.CHANGE) as session:
        driver = session.connection().connection.driver_connection
        driver.execute("PRAGMA cache_size=1")
        driver.execute("PRAGMA cache_spill=1")
        for number in range(300):
            session.add(OfficerRow(name="x" * 400, sort_name=str(number)))
        session.flush()
        journal = full.path.with_name(full.path.name + "-journal")
        crashed.write_bytes(full.path.read_bytes())
        crashed.with_name(crashed.name + "-journal").write_bytes(journal.read_bytes())
    assert crashed.stat().st_size > 0
    with closing_database(files.open_file(crashed, actor=ACTOR)) as database:
        assert database.head() == before
    assert check.verify(crashed).sound
