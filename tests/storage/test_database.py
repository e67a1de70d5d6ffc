"""One way to write: whole or not at all, recorded, from any thread."""

import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError, InvalidRequestError, OperationalError

from sro_desk.domain.changes import Action, Changes, Kind
from sro_desk.domain.errors import Cancelled, SroDeskError
from sro_desk.storage import database as database_module
from sro_desk.storage import files, ledger, sentences
from sro_desk.storage.connection import connect
from sro_desk.storage.database import Database
from sro_desk.storage.tables import CertificateRow, OfficerRow, SettingRow
from tests.storage.conftest import ACTOR


def setting(key: str, value: str = "x") -> SettingRow:
    return SettingRow(key=key, value=value)


def add(database: Database, *names: str) -> None:
    """Add a setting for each name, in one write of several flushes."""
    with database.write(ACTOR, Action.ADD) as session:
        for name in names:
            session.add(setting(name))
            session.flush()


def keys(database: Database) -> list[str]:
    with database.read() as session:
        return sorted(session.scalars(select(SettingRow.key)))


def test_every_connection_has_the_pragmas(db: Database) -> None:
    expected = {
        "journal_mode": "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "secure_delete": 1,
        "recursive_triggers": 1,
        "busy_timeout": 10_000,
        "application_id": 0x53524F44,
    }
    with db.write(ACTOR, Action.ADD) as writing, db.read() as reading:
        for session in (writing, reading):
            driver = session.connection().connection.driver_connection
            found = {name: driver.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
            assert found == expected


def test_a_pragma_that_did_not_take_is_told(path, monkeypatch) -> None:
    wrong = (("synchronous", "FULL", 3),)
    monkeypatch.setattr("sro_desk.storage.connection._PRAGMAS", wrong)
    with pytest.raises(SroDeskError, match="answered 2 to synchronous=FULL"):
        connect(path, create=True)


def test_a_write_is_announced_after_it_is_saved(db: Database) -> None:
    heard: list[tuple[Changes, list[str]]] = []
    db.listeners.append(lambda changes: heard.append((changes, keys(db))))
    with db.write(ACTOR, Action.ADD) as session:
        session.add_all([setting("a"), setting("b")])
        session.flush()
        assert heard == []
    records = frozenset({(Kind.SETTING, 1), (Kind.SETTING, 2)})
    assert heard == [(Changes(write=1, action=Action.ADD, records=records), ["a", "b"])]


def test_a_write_that_changes_nothing_is_not_recorded(full: Database) -> None:
    heard: list[Changes] = []
    full.listeners.append(heard.append)
    head = full.head()
    with full.write(ACTOR, Action.CHANGE) as session:
        row = session.get_one(OfficerRow, 1)
        row.badge, row.rank = "9", row.rank
        row.badge = "1204"
    assert heard == []
    assert full.head() == head


def test_a_deaf_listener_does_not_make_a_saved_write_look_lost(db: Database, caplog) -> None:
    def deaf(_: Changes) -> None:
        raise ValueError("cannot hear")

    db.listeners.append(deaf)
    with db.write(ACTOR, Action.ADD) as session:
        session.add(setting("a"))
    assert keys(db) == ["a"]
    assert "cannot hear" in caplog.text


@pytest.mark.parametrize("error", [Cancelled, KeyboardInterrupt, ValueError])
def test_a_write_that_raises_leaves_nothing(full: Database, error) -> None:
    heard: list[Changes] = []
    full.listeners.append(heard.append)
    before = full.path.read_bytes()
    with pytest.raises(error):
        _write_and_raise(full, error)
    assert heard == []
    assert full.path.read_bytes() == before


def _write_and_raise(database: Database, error: type[BaseException]) -> None:
    with database.write(ACTOR, Action.ADD) as session:
        session.get_one(OfficerRow, 1).badge = "0"
        session.add(setting("a"))
        session.flush()
        raise error


def test_a_refused_row_takes_the_whole_write_with_it(full: Database) -> None:
    with pytest.raises(IntegrityError):
        add(full, "a", "b", "a")
    assert keys(full) == ["local_holidays"]
    add(full, "a")
    assert keys(full) == ["a", "local_holidays"]


def test_part_of_a_write_can_be_taken_back(db: Database) -> None:
    with db.write(ACTOR, Action.ADD) as session:
        session.add(setting("a"))
        session.flush()
        with session.begin_nested() as part:
            session.add(setting("b"))
            session.flush()
            part.rollback()
        session.add(setting("c"))
    with db.read() as session:
        told = [entry.after["key"] for entry in ledger.entries(session)]
    assert (keys(db), told) == (["a", "c"], ["c", "a"])


@pytest.mark.parametrize(
    "statement",
    [
        text("UPDATE officer SET name = 'x'"),
        text("WITH x AS (SELECT 1) DELETE FROM setting"),
        update(OfficerRow).values(name="x"),
        insert(SettingRow).values(key="a", value="b"),
        SettingRow.__table__.delete(),
        text("PRAGMA foreign_keys=OFF"),
        text("DROP TABLE setting"),
    ],
    ids=str,
)
def test_statements_that_the_ledger_would_not_know_of_are_refused(full, statement) -> None:
    with (
        pytest.raises(RuntimeError, match="only rows of a session"),
        full.write(ACTOR, Action.CHANGE) as session,
    ):
        session.execute(statement)


def test_bulk_saving_is_refused(full: Database) -> None:
    with (
        pytest.raises(RuntimeError, match="only rows of a session"),
        full.write(ACTOR, Action.CHANGE) as session,
    ):
        session.bulk_save_objects([setting("a")])


def test_deleting_is_refused(full: Database) -> None:
    with (
        pytest.raises(RuntimeError, match="voided, never deleted"),
        full.write(ACTOR, Action.CHANGE) as session,
    ):
        session.delete(session.get_one(OfficerRow, 1))


def test_a_query_in_parts_may_be_asked_while_writing(full: Database) -> None:
    part = select(OfficerRow.id).cte("part")
    with full.write(ACTOR, Action.CHANGE) as session:
        assert session.scalars(select(part.c.id)).all() == [1]


def test_a_reading_session_cannot_write(full: Database) -> None:
    with full.read() as session:
        session.add(setting("a"))
        with pytest.raises(RuntimeError, match=r"Database\.write"):
            session.flush()
    with full.read() as session, pytest.raises(OperationalError, match="readonly"):
        session.execute(text("UPDATE officer SET name = 'x'"))


def test_a_relationship_is_never_loaded_by_surprise(full: Database) -> None:
    with full.read() as session, pytest.raises(InvalidRequestError, match="raise"):
        _ = session.get_one(CertificateRow, 1).course


def test_a_reading_session_sees_one_state(full: Database) -> None:
    with full.read() as session:
        assert session.get_one(OfficerRow, 1).badge == "1204"
        other = threading.Thread(target=_try_to_change, args=(full,))
        other.start()
        other.join(0.2)
        session.expire_all()
        assert session.get_one(OfficerRow, 1).badge == "1204"
    other.join()
    with full.read() as session:
        assert session.get_one(OfficerRow, 1).badge == "7"


def _try_to_change(database: Database) -> None:
    with database.write(ACTOR, Action.CHANGE) as session:
        session.get_one(OfficerRow, 1).badge = "7"


def test_writes_of_many_threads_take_turns(db: Database) -> None:
    def add_ten(name: str) -> None:
        for number in range(10):
            add(db, f"{name}{number}")
            assert db.head()

    threads = [threading.Thread(target=add_ten, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with db.read() as session:
        writes = [entry.write for entry in ledger.entries(session)]
    assert writes == list(range(40, 0, -1))


def test_a_write_that_would_wait_for_itself_is_a_bug(db: Database) -> None:
    with db.read(), pytest.raises(RuntimeError, match="waits for itself"):
        add(db, "a")
    with db.write(ACTOR, Action.ADD), pytest.raises(RuntimeError, match="waits for itself"):
        add(db, "a")


def test_a_with_block_closes_the_file_also_when_it_fails(path: Path) -> None:
    with pytest.raises(ZeroDivisionError), files.create(path, actor=ACTOR) as db:
        raise ZeroDivisionError
    with pytest.raises(RuntimeError, match="closed"), db.read():
        pass
    with files.open_file(path, actor=ACTOR) as again:
        assert not again.read_only


def test_a_closed_file_is_not_opened_again_by_the_way(db: Database) -> None:
    db.close()
    db.close()
    with pytest.raises(RuntimeError, match="closed"), db.read():
        pass
    with pytest.raises(RuntimeError, match="closed"), db.write(ACTOR, Action.ADD):
        pass


def test_closing_leaves_one_file(full: Database) -> None:
    full.close()
    assert list(full.path.parent.iterdir()) == [full.path]


@pytest.fixture
def impatient(monkeypatch) -> None:
    """Whoever connects after this waits no ten seconds for another program."""
    monkeypatch.setattr("sro_desk.storage.connection.BUSY_SECONDS", 0.05)


@pytest.mark.usefixtures("impatient", "full")  # in this order
def test_another_program_that_keeps_the_file_busy_is_told(full) -> None:
    other = sqlite3.connect(full.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with (
            pytest.raises(SroDeskError, match=r"records.srodesk is busy.*then try again"),
            full.write(ACTOR, Action.ADD) as session,
        ):
            session.add(setting("a"))
    finally:
        other.close()


def test_a_full_disk_is_told_and_nothing_is_saved(full: Database) -> None:
    head = full.head()
    with pytest.raises(SroDeskError, match=r"full, so nothing was saved.*Free some space"):
        _fill_the_disk(full)
    assert full.head() == head


def _fill_the_disk(database: Database) -> None:
    with database.write(ACTOR, Action.ADD) as session:
        driver = session.connection().connection.driver_connection
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count={pages}")
        session.add(setting("a", "x" * 100_000))


@pytest.mark.parametrize(
    ("code", "word"),
    [
        (sqlite3.SQLITE_IOERR_WRITE, "still connected"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "restore the last backup"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "read-only"),
        (sqlite3.SQLITE_CANTOPEN_FULLPATH, "cannot be opened"),
        (sqlite3.SQLITE_NOTADB, "not a records file"),
        (sqlite3.SQLITE_NOMEM, "memory"),
        (sqlite3.SQLITE_TOOBIG, "too large"),
        (sqlite3.SQLITE_LOCKED_SHAREDCACHE, "busy"),
    ],
)
def test_failures_of_sqlite_are_sentences(path, code: int, word: str) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    with pytest.raises(SroDeskError, match=word) as told, sentences.told_plainly(path):
        raise error
    assert "records.srodesk" in str(told.value)


def test_a_wrong_statement_stays_a_bug(full: Database) -> None:
    with pytest.raises(Exception, match="no such table") as told, full.read() as session:
        session.execute(text("SELECT * FROM nowhere"))
    assert not isinstance(told.value, SroDeskError)


def test_failures_in_a_block_that_are_not_the_files_pass(full: Database) -> None:
    with pytest.raises(FileNotFoundError), full.write(ACTOR, Action.ADD):
        (full.path.parent / "absent").read_bytes()


def test_a_clock_that_runs_back_does_not_reorder_the_ledger(full, monkeypatch) -> None:
    class Early(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(1999, 12, 31, tzinfo=tz)

    monkeypatch.setattr(database_module, "datetime", Early)
    with full.write(ACTOR, Action.ADD) as session:
        session.add(setting("a"))
    with full.read() as session:
        newest, before, *_ = ledger.entries(session)
    assert newest.at == datetime(1999, 12, 31, tzinfo=UTC) < before.at
    assert newest.seq == before.seq + 1
