"""One process writes; the next reads and is told who has the file; a dead one holds nothing."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.errors import SroDeskError
from sro_desk.storage import files, lock
from sro_desk.storage.database import Database
from sro_desk.storage.tables import OfficerRow, SettingRow
from tests.storage.conftest import ACTOR

HOLD = """
import sys, pathlib
from sro_desk.domain.changes import Actor
from sro_desk.storage import files
database = files.open_file(pathlib.Path(sys.argv[1]), actor=Actor("jdoe", "CHIEF-PC"))
print("read" if database.read_only else "write", flush=True)
sys.stdin.read()
database.close()
"""


@contextmanager
def other_process(path: Path) -> Iterator[subprocess.Popen]:
    """Another process that has the file open until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        process.said = process.stdout.readline().strip()
        try:
            yield process
        finally:
            process.stdin.close()


def test_the_second_process_reads_and_is_told_who_writes(full: Database) -> None:
    full.close()
    with other_process(full.path) as process:
        assert process.said == "write"
        second = files.open_file(full.path, actor=ACTOR)
        assert second.read_only
        assert re.fullmatch(
            r"jdoe on CHIEF-PC since \d\d/\d\d/20\d\d, \d\d?:\d\d [AP]M", second.held_by
        )
        with second.read() as session:
            assert session.get_one(OfficerRow, 1).badge == "1204"
        with (
            pytest.raises(SroDeskError, match=r"being written by jdoe on CHIEF-PC since .* close"),
            second.write(ACTOR, Action.ADD),
        ):
            pass
        second.close()
    third = files.open_file(full.path, actor=ACTOR)
    assert not third.read_only
    third.close()


def test_the_first_process_keeps_the_file_when_it_is_this_one(full: Database) -> None:
    with other_process(full.path) as process:
        assert process.said == "read"
    with full.write(ACTOR, Action.ADD) as session:
        session.add(SettingRow(key="a", value="b"))


def test_a_killed_process_holds_nothing(full: Database) -> None:
    full.close()
    with other_process(full.path) as process:
        process.kill()
        process.wait()
        database = files.open_file(full.path, actor=ACTOR)
        assert not database.read_only
        database.close()
    assert list(full.path.parent.iterdir()) == [full.path]


def test_the_second_opening_in_one_process_is_told_as_well(full: Database) -> None:
    second = files.open_file(full.path, actor=ACTOR)
    assert second.held_by.startswith("clerk on DESK-1")
    second.close()
    third = files.open_file(full.path, actor=ACTOR)
    assert third.read_only  # closing the reader did not take the writer's lock away
    third.close()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
def test_a_link_to_the_file_is_the_same_file(full: Database, tmp_path: Path) -> None:
    link = tmp_path / "link.srodesk"
    link.symlink_to(full.path)
    database = files.open_file(link, actor=ACTOR)
    assert database.read_only
    database.close()


def test_a_file_that_fails_to_open_is_not_held(full: Database, tamper) -> None:
    full.close()
    tamper("UPDATE alembic_version SET version_num = '0042'")
    for _ in range(2):
        with pytest.raises(SroDeskError, match="newer"):
            files.open_file(full.path, actor=ACTOR)
    tamper("UPDATE alembic_version SET version_num = '0002'")
    database = files.open_file(full.path, actor=ACTOR)
    assert not database.read_only
    database.close()


def test_a_lock_file_that_nobody_holds_is_taken_over(path: Path) -> None:
    lock.path_of(path).write_text("left by a crash")
    held = lock.take(path, ACTOR)
    assert isinstance(held, lock.WriterLock)
    held.release()
    assert not lock.path_of(path).exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"account": "x"}', '{"account": 1, "since": 2}'])
def test_a_holder_who_did_not_sign_is_still_a_holder(path: Path, text: str) -> None:
    held = lock.take(path, Actor("a", "b"))
    lock.path_of(path).write_text(text)
    assert str(lock.take(path, ACTOR)) == "another program"
    held.release()


def test_a_holder_in_words() -> None:
    since = datetime(2026, 11, 24, 8, 15).astimezone()
    told = str(lock.Holder("jdoe", "CHIEF-PC", since.astimezone(UTC)))
    assert told == "jdoe on CHIEF-PC since 11/24/2026, 8:15 AM"
