"""The power fails while certificates are saved: what was acknowledged is there, nothing half.

The program's own writes and syncs are recorded once. Then the disk is made
as it may be after a cut at any moment: whatever was not synced is lost, kept,
torn at the border of a sector, or reached the disk in another order.
"""

import os
import random
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.storage import check, files
from sro_desk.storage.database import Database
from sro_desk.storage.tables import CertificateRow
from tests.storage.conftest import ACTOR
from tests.storage.traces import Step, needs_strace, traced

pytestmark = [pytest.mark.trial, needs_strace()]

CUTS = 3 * int(os.environ.get("SRO_DESK_TRIALS", "50"))
_SECTOR = 512
WRITER = """
import hashlib, os, pathlib, sys
from datetime import date
from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.scan import Scan
from sro_desk.storage import connection, copies, files
from sro_desk.storage.tables import CertificateRow
{setting}
actor = Actor("clerk", "DESK-1")
database = files.open_file(pathlib.Path(sys.argv[1]), actor=actor)
assert not database.read_only, database.read_only_because
for number in range(12):
    content = hashlib.sha256(str(number).encode()).digest() * (200 + 900 * (number % 4))
    scan = Scan(content=content, original_name="scan.png", media_type="image/png", pages=1)
    with database.write(actor, Action.ADD) as session:
        digest = copies.put(session, scan)
        session.add(CertificateRow(
            officer_id=1, course_id=1, completed_on=date(2026, 8, 20), copy_sha256=digest
        ))
    os.write(1, b"saved")
database.close()
"""
UNSYNCED = """
connection._PRAGMAS = tuple(
    ("synchronous", "OFF", 0) if each[0] == "synchronous" else each
    for each in connection._PRAGMAS
)
"""


def test_a_cut_at_any_moment_loses_nothing_acknowledged(full: Database, tmp_path: Path) -> None:
    recording = _Recording(full, tmp_path, setting="")
    dice = random.Random(8482)  # noqa: S311 - the same cuts each time
    for number in range(CUTS):
        found = recording.after_a_cut(dice, tmp_path / f"cut{number}")
        assert found == "", f"cut {number}: {found}"


def test_without_syncs_the_same_cuts_do_lose(full: Database, tmp_path: Path) -> None:
    """The trial above can fail: `synchronous=OFF` is caught at it."""
    recording = _Recording(full, tmp_path, setting=UNSYNCED)
    dice = random.Random(8482)  # noqa: S311 - the same cuts each time
    assert any(recording.after_a_cut(dice, tmp_path / f"cut{number}") for number in range(300))


class _Recording:
    """A dozen saves as they reached the disk, on top of what was there before."""

    def __init__(self, full: Database, folder: Path, *, setting: str) -> None:
        full.close()
        self._path = full.path
        self._before = full.path.read_bytes()
        with closing(files.open_file(full.path, actor=ACTOR)) as db, db.read() as session:
            self._first = session.query(CertificateRow).count()
        self._steps = traced(WRITER.format(setting=setting), full.path, log=folder / "log")
        self._said = [at for at, step in enumerate(self._steps) if step.data == b"saved"]
        assert len(self._said) == 12

    def after_a_cut(self, dice: random.Random, folder: Path) -> str:
        """What is wrong with the file after one cut; "" where nothing is."""
        moment = dice.randrange(len(self._steps) + 1)
        self._lay_out(moment, dice, folder)
        path = folder / self._path.name
        try:
            with closing(files.open_file(path, actor=ACTOR)) as db, db.read() as session:
                kept = session.query(CertificateRow).count() - self._first
            faults = check.verify(path).faults
        except SroDeskError as error:
            return str(error)
        acknowledged = bisect(self._said, moment - 1)
        if not acknowledged <= kept <= acknowledged + 1:
            return f"{acknowledged} were acknowledged, {kept} are there"
        return " ".join(faults)

    def _lay_out(self, moment: int, dice: random.Random, folder: Path) -> None:
        """The folder as the disk may hold it when the power fails before a step."""
        durable = {str(self._path): bytearray(self._before)}
        pending: defaultdict[str, list[Step]] = defaultdict(list)
        for step in self._steps[:moment]:
            if step.kind in ("written", "cut") and step.path.startswith(str(self._path)):
                pending[step.path].append(step)
            elif step.kind == "synced" and step.path in pending:
                content = durable.setdefault(step.path, bytearray())
                for each in pending.pop(step.path):
                    _apply(content, each)
        for path, steps in pending.items():
            content = durable.setdefault(path, bytearray())
            for each in _reached(steps, dice):
                _apply(content, each)
        folder.mkdir()
        for path, content in durable.items():
            if not path.endswith(".lock"):
                (folder / Path(path).name).write_bytes(content)


def _reached(steps: list[Step], dice: random.Random) -> Iterator[Step]:
    """Which of the unsynced steps reached the disk, in which order, and how much of each."""
    way = dice.choice(("none", "all", "first", "some", "shuffled"))
    if way == "none":
        return
    if way == "first":
        steps = steps[: dice.randrange(len(steps) + 1)]
    if way in ("some", "shuffled"):
        steps = [step for step in steps if dice.random() < 0.5]
    if way == "shuffled":
        steps = dice.sample(steps, len(steps))
    torn = dice.randrange(len(steps)) if steps and dice.random() < 0.5 else -1
    for at, step in enumerate(steps):
        yield _torn(step, dice) if at == torn else step


def _torn(step: Step, dice: random.Random) -> Step:
    """As much of a write as ends at a sector's border."""
    sectors = (step.at + len(step.data)) // _SECTOR - step.at // _SECTOR
    if step.kind != "written" or sectors < 1:
        return step
    end = (step.at // _SECTOR + dice.randrange(1, sectors + 1)) * _SECTOR
    return Step("written", step.path, at=step.at, data=step.data[: end - step.at])


def _apply(content: bytearray, step: Step) -> None:
    if step.kind == "cut":
        del content[step.at :]
        content.extend(bytes(step.at - len(content)))
        return
    content.extend(bytes(max(0, step.at - len(content))))
    content[step.at : step.at + len(step.data)] = step.data
