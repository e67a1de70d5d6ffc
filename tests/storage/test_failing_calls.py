"""Each call of the system that saving, backing up, restoring or importing rests on fails once.

Whatever fails, the program does not crash: it says a sentence or has done the
work after all, and the records are sound and as before or as after.
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from sro_desk.domain.changes import Action
from sro_desk.storage import backup, check
from sro_desk.storage.database import Database
from sro_desk.storage.tables import CertificateRow
from tests.storage.conftest import ACTOR
from tests.storage.traces import injected, needs_strace, places

pytestmark = [pytest.mark.trial, needs_strace()]

AT_MOST = max(1, int(os.environ.get("SRO_DESK_TRIALS", "1")) // 25)  # uses of one call that fail
FAULTS = (
    ("pwrite64", "ENOSPC"),
    ("pwrite64", "EIO"),
    ("write", "ENOSPC"),
    ("fdatasync", "EIO"),
    ("fsync", "EIO"),
    ("ftruncate", "EIO"),
    ("openat", "EMFILE"),
    ("pread64", "EIO"),
    ("read", "EIO"),
    ("unlink", "EACCES"),
    ("rename", "EACCES"),
)
BEGIN = """
import pathlib, sys
from sro_desk.domain.changes import Actor
from sro_desk.domain.errors import SroDeskError
from sro_desk.services import certificates, keeping, records_file
from sro_desk.services.spreadsheets import choosing, importing
path, other = map(pathlib.Path, sys.argv[1:3])
actor = Actor("clerk", "DESK-1")

def main():
"""
END = """
try:
    main()
except SroDeskError as error:
    sys.exit(f"SENTENCE: {error}")
"""


@dataclass(frozen=True, slots=True)
class _Action:
    """What is done, what is counted before and after it, and by how much that changes."""

    code: str
    query: str  # "" counts the backups
    change: int


_CERTIFICATES = "SELECT count(*) FROM certificate"


ACTIONS = {
    "save": _Action(
        """
    from datetime import date
    from sro_desk.domain.drafts import CertificateDraft
    from sro_desk.domain.scan import Scan
    scan = Scan(content=bytes(300_000), original_name="a.png", media_type="image/png", pages=1)
    draft = CertificateDraft(officer=1, course=1, completed_on=date(2026, 8, 21))
    with records_file.open_file(path, actor=actor) as db:
        certificates.add(db, draft, scan, actor=actor)
""",
        _CERTIFICATES,
        1,
    ),
    "void": _Action(
        """
    with records_file.open_file(path, actor=actor) as db:
        certificates.void(db, 1, "entered twice", actor=actor)
""",
        f"{_CERTIFICATES} WHERE voided_at IS NOT NULL",
        1,
    ),
    "backup": _Action(
        """
    with records_file.look_into(path) as db:
        keeping.backup(db, other)
""",
        "",
        1,
    ),
    "restore": _Action(
        """
    keeping.restore(next(other.glob("*.srodesk")), path)
""",
        _CERTIFICATES,
        -1,
    ),
    "import": _Action(
        """
    opened = choosing.open_file(other / "officers.csv")
    parts = choosing.chosen(opened, sheets=(), kinds=(), said=())
    with records_file.open_file(path, actor=actor) as db:
        importing.store(db, importing.preview(db, parts), actor=actor)
""",
        "SELECT count(*) FROM officer",
        1,
    ),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_a_call_that_fails_loses_nothing(full: Database, tmp_path: Path, name: str) -> None:
    action = ACTIONS[name]
    start = _started(full, tmp_path / "start")
    command = [sys.executable, "-c", BEGIN + action.code + END]
    first = _fresh(start, tmp_path / "first")
    uses = places([*command, *first], about=tmp_path / "first", log=tmp_path / "log")
    dice = random.Random(name)  # noqa: S311 - the same places each time
    for call, error in FAULTS:
        for place in dice.sample(uses[call], min(len(uses[call]), AT_MOST)):
            folder = _fresh(start, tmp_path / f"{call}-{error}-{place}")
            ended = injected([*command, *folder], f"{call}:error={error}:when={place}")
            _judge(ended, folder, start, action)


def test_a_fault_that_is_swallowed_is_caught(full: Database, tmp_path: Path) -> None:
    """The trial above can fail: a program that says nothing and saves nothing is caught at it."""
    start = _started(full, tmp_path / "start")
    folder = _fresh(start, tmp_path / "silent")
    code = BEGIN + "    pass" + END
    ended = subprocess.run(
        [sys.executable, "-c", code, *folder], check=False, capture_output=True, text=True
    )
    with pytest.raises(AssertionError):
        _judge(ended, folder, start, ACTIONS["save"])


def _started(full: Database, folder: Path) -> Path:
    """A records file, a backup that is one certificate older, and a table to import."""
    other = folder / "other"
    other.mkdir(parents=True)
    made = backup.make(full.path, other, reason=backup.Reason.ASKED)
    with full.write(ACTOR, Action.ADD) as session:
        before = session.get_one(CertificateRow, 1)
        session.add(
            CertificateRow(
                officer_id=1, course_id=before.course_id, completed_on=before.completed_on
            )
        )
    full.close()
    shutil.copy(full.path, folder / "records.srodesk")
    assert made.path.exists()
    (other / "officers.csv").write_text("Officer,Badge\nMai Vang,88\n", "utf-8")
    return folder


def _fresh(start: Path, folder: Path) -> tuple[Path, Path]:
    shutil.copytree(start, folder)
    return folder / "records.srodesk", folder / "other"


def _judge(
    ended: subprocess.CompletedProcess[str],
    folder: tuple[Path, Path],
    start: Path,
    action: _Action,
) -> None:
    assert "Traceback" not in ended.stderr, ended.stderr
    failed = ended.returncode != 0
    if failed:
        assert "SENTENCE: " in ended.stderr, (ended.returncode, ended.stderr)
    path, other = folder
    assert check.verify(path).faults == ()
    before = _count(start / "records.srodesk", start / "other", action)
    now = _count(path, other, action)
    assert now in ((before, before + action.change) if failed else (before + action.change,))


def _count(path: Path, other: Path, action: _Action) -> int:
    if not action.query:
        return len(list(other.glob("*.srodesk")))
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute(action.query).fetchone()
        return count
