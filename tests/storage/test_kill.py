"""Killed while it saves, a file loses nothing that was acknowledged, and is sound."""

import hashlib
import os
import random
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import NoResultFound

from sro_desk.domain.records import Sha256
from sro_desk.storage import check, copies, files
from sro_desk.storage.database import Database
from sro_desk.storage.tables import CertificateRow
from tests.storage.conftest import ACTOR

TRIALS = int(os.environ.get("SRO_DESK_TRIALS", "25"))
WRITER = """
import hashlib, pathlib, sys
from datetime import date
from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.scan import Scan
from sro_desk.storage import copies, files
from sro_desk.storage.tables import CertificateRow
actor = Actor("clerk", "DESK-1")
database = files.open_file(pathlib.Path(sys.argv[1]), actor=actor)
assert not database.read_only, database.read_only_because
seed = sys.argv[2]
for number in range(10_000):
    content = hashlib.sha256(f"{seed}/{number}".encode()).digest() * 8_000
    scan = Scan(content=content, original_name="scan.png", media_type="image/png", pages=1)
    with database.write(actor, Action.ADD) as session:
        digest = copies.put(session, scan)
        row = CertificateRow(
            officer_id=1, course_id=1, completed_on=date(2026, 8, 20), copy_sha256=digest
        )
        session.add(row)
        session.flush()
        saved = row.id
    print(saved, digest, flush=True)
"""


SAID_TOO_EARLY = WRITER.replace("    print(saved", "        print(saved")  # before the commit
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


@pytest.mark.trial
@posix
def test_nothing_acknowledged_is_lost_when_killed(full: Database) -> None:
    full.close()
    dice = random.Random(8482)  # noqa: S311 - the same delays each time
    acknowledged: dict[int, Sha256] = {}
    halfway = 0
    for trial in range(TRIALS):
        acknowledged |= _killed_while_saving(full.path, trial, dice)
        halfway += _within_a_transaction(full.path)
        _prove(full.path, acknowledged)
    assert len(acknowledged) >= TRIALS
    assert halfway > TRIALS // 3, "kills between saves prove little"


@pytest.mark.trial
@posix
def test_what_is_said_before_its_commit_is_found_lost(full: Database) -> None:
    """The trial above can fail: a program that speaks too early is caught at it."""
    full.close()
    with pytest.raises(NoResultFound):
        _kill_until_found_out(full.path)


def _kill_until_found_out(path: Path) -> None:
    dice = random.Random(8482)  # noqa: S311 - the same delays each time
    for trial in range(100):
        _prove(path, _killed_while_saving(path, trial, dice, writer=SAID_TOO_EARLY))


def _killed_while_saving(
    path: Path, trial: int, dice: random.Random, *, writer: str = WRITER
) -> dict[int, Sha256]:
    with subprocess.Popen(
        [sys.executable, "-c", writer, str(path), str(trial)], stdout=subprocess.PIPE, text=True
    ) as process:
        lines = [process.stdout.readline()]
        killer = _kill_later(process.pid, dice.uniform(0, 0.08))
        lines += process.stdout.readlines()
        killer.wait()
    assert process.returncode == -signal.SIGKILL
    whole = (line.split() for line in lines if line.endswith("\n"))
    return {int(number): Sha256(digest) for number, digest in whole}


def _within_a_transaction(path: Path) -> bool:
    """SQLite cuts its journal to nothing with each commit: one with content was in use."""
    journal = Path(f"{path}-journal")
    return journal.exists() and journal.stat().st_size > 0


def _kill_later(pid: int, seconds: float) -> subprocess.Popen:
    return subprocess.Popen(["sh", "-c", f"sleep {seconds:.3f}; kill -9 {pid}"])


def _prove(path: Path, acknowledged: dict[int, Sha256]) -> None:
    database = files.open_file(path, actor=ACTOR)
    assert not database.read_only
    with closing(database), database.read() as session:
        for number, digest in acknowledged.items():
            assert session.get_one(CertificateRow, number).copy_sha256 == digest
            kept = copies.content(session, digest)
            assert hashlib.sha256(kept).hexdigest() == digest
    assert check.verify(path).faults == ()
    assert list(path.parent.iterdir()) == [path]
