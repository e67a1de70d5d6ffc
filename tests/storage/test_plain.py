"""Plain SQL over the records file: one state, nothing written, and sessions answer it alike."""

import sqlite3
import subprocess
import sys
import threading

import pytest

from sro_desk.domain.changes import Action
from sro_desk.domain.errors import SroDeskError
from sro_desk.storage.database import Database
from sro_desk.storage.tables import OfficerRow, SettingRow
from tests.storage.conftest import ACTOR

BADGES = "SELECT id, badge FROM officer WHERE id = ?"


def change_badge(database: Database, badge: str) -> None:
    with database.write(ACTOR, Action.CHANGE) as session:
        session.get_one(OfficerRow, 1).badge = badge


def test_a_reader_and_a_session_answer_alike(full: Database) -> None:
    with full.plain() as reader, full.read() as session:
        assert reader.rows(BADGES, [1]) == session.rows(BADGES, [1]) == [(1, "1204")]
        assert type(session.rows(BADGES, [1])[0]) is tuple


def test_a_reader_sees_one_state(full: Database) -> None:
    with full.plain() as reader:
        before = reader.rows(BADGES, [1])
        other = threading.Thread(target=change_badge, args=(full, "7"))
        other.start()
        other.join(0.2)
        assert reader.rows(BADGES, [1]) == before
    other.join()
    with full.plain() as reader:
        assert reader.rows(BADGES, [1]) == [(1, "7")]


def test_a_reader_cannot_write(full: Database) -> None:
    with full.plain() as reader, pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.rows("UPDATE officer SET badge = 'x'")


def test_a_writing_session_answers_with_what_it_is_about_to_write(full: Database) -> None:
    with full.write(ACTOR, Action.CHANGE) as session:
        session.get_one(OfficerRow, 1).badge = "7"
        assert session.rows(BADGES, [1]) == [(1, "7")]


def test_plain_sql_slips_no_write_past_the_ledger(full: Database) -> None:
    with (
        pytest.raises(RuntimeError, match="only rows of a session"),
        full.write(ACTOR, Action.CHANGE) as session,
    ):
        session.rows("UPDATE officer SET badge = 'x' RETURNING id")


def test_a_write_inside_a_reading_of_its_own_thread_is_a_bug(full: Database) -> None:
    with full.plain(), pytest.raises(RuntimeError, match="waits for itself"):
        change_badge(full, "7")


def test_a_busy_file_is_told(full: Database, monkeypatch) -> None:
    monkeypatch.setattr("sro_desk.storage.connection.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(full.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(SroDeskError, match=r"records.srodesk is busy"), full.plain() as reader:
            reader.rows(BADGES, [1])
    finally:
        other.close()


def test_a_closed_file_is_not_read(full: Database) -> None:
    full.close()
    with pytest.raises(RuntimeError, match="closed"), full.plain():
        pass


def test_opening_and_reading_load_no_sqlalchemy_and_warming_up_does(full: Database) -> None:
    full.close()
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\n"
            "from pathlib import Path\n"
            "from sro_desk.domain.changes import Actor\n"
            "from sro_desk.storage import files\n"
            "with files.open_file(Path(sys.argv[1]), actor=Actor('clerk', 'desk')) as db:\n"
            "    with db.plain() as reader:\n"
            "        print(reader.rows('SELECT badge FROM officer'))\n"
            "    print('sqlalchemy' in sys.modules)\n"
            "    db.warm_up()\n"
            "    print('sqlalchemy' in sys.modules)\n",
            str(full.path),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.splitlines() == ["[('1204',)]", "False", "True"]


def test_many_threads_make_one_engine(full: Database) -> None:
    def ask() -> None:
        with full.read() as session:
            assert session.get_one(SettingRow, 1)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
