"""A backup is the file, proved; a restore proves first and keeps what it replaces."""

import json
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sro_desk.domain.changes import Action
from sro_desk.domain.errors import Cancelled, SroDeskError
from sro_desk.storage import backup, check, copies, files, restore, thinning
from sro_desk.storage.backup import Reason
from sro_desk.storage.database import Database
from sro_desk.storage.tables import OfficerRow
from tests.storage.conftest import ACTOR, SCAN


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def change(database: Database, badge: str) -> None:
    with database.write(ACTOR, Action.CHANGE) as session:
        session.get_one(OfficerRow, 1).badge = badge


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A second place for backups, which does not exist yet."""
    return tmp_path / "far" / "backups"


def test_a_backup_is_the_file_as_it_was(full: Database, folder: Path) -> None:
    made = backup.make(full.path, folder)
    before = dump(full.path)
    change(full, "0")
    assert dump(made.path) == before != dump(full.path)
    assert check.verify(made.path, head=made.manifest.ledger_head).sound
    assert sorted(file.name for file in folder.iterdir()) == [
        made.path.name,
        made.path.name + ".json",
    ]


def test_a_backup_says_what_it_is(full: Database, folder: Path) -> None:
    made = backup.make(full.path, folder)
    stamp = made.manifest.made_at
    assert made.path.name == f"records {stamp:%Y-%m-%dT%H%M%SZ}.srodesk"
    told = json.loads((folder / f"{made.path.name}.json").read_text("utf-8"))
    assert told["ledger_head"] == full.head()
    assert told["file_id"] == full.file_id
    assert (told["entries"], told["copies"], told["reason"]) == (18, 1, "ASKED")
    assert told["sha256"] == backup.sha256_of_file(made.path)
    assert told["size"] == made.path.stat().st_size
    assert backup.manifest_of(made.path) == made.manifest


def test_two_backups_of_one_second_do_not_meet(full: Database, folder: Path) -> None:
    made = [backup.make(full.path, folder) for _ in range(3)]
    assert len({one.path for one in made}) == 3
    assert len(backup.made_in(folder)) == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other rights")
def test_records_and_backups_are_for_their_owner_alone(full: Database, folder: Path) -> None:
    made = backup.make(full.path, folder)
    assert {path.stat().st_mode & 0o777 for path in (full.path, made.path)} == {0o600}


def test_a_backup_is_made_on_close_only_if_something_changed(full, folder: Path) -> None:
    first = backup.backup_if_changed(full, folder)
    assert backup.backup_if_changed(full, folder) is None
    change(full, "0")
    second = backup.backup_if_changed(full, folder)
    assert first.manifest.ledger_head != second.manifest.ledger_head
    assert second.manifest.reason == Reason.CLOSE


def test_backups_of_other_files_do_not_count(full: Database, folder: Path, tmp_path) -> None:
    other = files.create(tmp_path / "other.srodesk", actor=ACTOR)
    backup.backup_if_changed(other, folder)
    backup.backup_if_changed(full, folder)
    assert len(backup.made_in(folder)) == 2
    assert [made.manifest.file_id for made in backup.made_in(folder, full.file_id)] == [
        full.file_id
    ]
    other.close()


def test_a_damaged_file_is_not_backed_up(full: Database, folder: Path, tamper) -> None:
    full.close()
    tamper("UPDATE officer SET badge = '1'")
    with pytest.raises(SroDeskError, match=r"not backed up, because it is damaged: Officer 1 was"):
        backup.make(full.path, folder)
    assert list(folder.iterdir()) == []


def test_a_backup_that_is_stopped_leaves_nothing(full: Database, folder: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        backup.make(full.path, folder, report=stop)
    assert list(folder.iterdir()) == []


def test_a_folder_for_backups_that_cannot_be_is_told(full: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SroDeskError, match="cannot be used"):
        backup.make(full.path, tmp_path / "file" / "backups")


def test_backups_are_found_though_strange_files_lie_beside_them(full, folder: Path) -> None:
    made = backup.make(full.path, folder)
    (folder / "a.srodesk.json").write_text("{")
    (folder / "b.srodesk.json").write_text("[]")
    (folder / "c.srodesk.json").write_text('{"made_at": 1}')
    lost = backup.make(full.path, folder)
    lost.path.unlink()
    assert backup.made_in(folder) == (made,)
    assert backup.made_in(folder / "absent") == ()


def test_backups_made_by_the_program_are_thinned_and_others_kept(full, folder, monkeypatch) -> None:
    day = datetime(2026, 11, 24, 17, tzinfo=UTC)

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return day.astimezone(tz)

    monkeypatch.setattr(backup, "datetime", Clock)
    asked = backup.make(full.path, folder, reason=Reason.ASKED)
    for number in range(12):
        day += timedelta(days=1)
        change(full, str(number))
        backup.backup_if_changed(full, folder)
    kept = backup.made_in(folder)
    assert asked in kept
    days = [made.manifest.made_at.day for made in kept if made != asked]
    assert days == [6, 5, 4, 3, 2, 1, 30, 29]  # seven days, and the Sunday of a former week


def test_thinning_keeps_days_weeks_and_months() -> None:
    newest = datetime(2026, 11, 24, 12, tzinfo=UTC)
    made = [newest - timedelta(hours=8 * n) for n in range(3 * 500)]
    kept = sorted(thinning.kept(made), reverse=True)
    assert kept[0] == newest
    assert len(kept) <= 7 + 4 + 12
    assert {at.date() for at in kept} >= {(newest - timedelta(days=n)).date() for n in range(7)}
    assert {(at.year, at.month) for at in kept} == {
        *((2026, month) for month in range(1, 12)),
        (2025, 12),
    }
    assert thinning.kept(kept) == set(kept)
    assert thinning.kept([]) == frozenset()


def test_a_backup_can_be_made_while_another_program_reads(full: Database, folder: Path) -> None:
    with full.read() as session:
        session.get_one(OfficerRow, 1)
        assert backup.make(full.path, folder).manifest.ledger_head == full.head()


def test_a_restore_gives_back_exactly_what_was(full: Database, folder: Path) -> None:
    made = backup.make(full.path, folder)
    before = dump(full.path)
    change(full, "0")
    full.close()
    after = full.path.read_bytes()
    done = restore.restore(made.path, full.path, actor=ACTOR)
    assert dump(full.path) == before
    assert done.verdict.head == made.manifest.ledger_head
    assert done.replaced.read_bytes() == after
    assert check.verify(done.replaced).sound
    database = files.open_file(full.path, actor=ACTOR)
    with database.read() as session:
        assert copies.content(session, copies.sha256_of(SCAN.content)) == SCAN.content
    database.close()


def test_a_restore_to_a_new_place_replaces_nothing(full, folder: Path, tmp_path: Path) -> None:
    made = backup.make(full.path, folder)
    done = restore.restore(made.path, tmp_path / "new.srodesk", actor=ACTOR)
    assert done.replaced is None
    assert dump(done.path) == dump(full.path)


def test_a_file_in_use_is_not_replaced(full: Database, folder: Path) -> None:
    made = backup.make(full.path, folder)
    before = full.path.read_bytes()
    with pytest.raises(SroDeskError, match=r"being written by clerk on DESK-1 since \d\d/\d\d/20"):
        restore.restore(made.path, full.path, actor=ACTOR)
    assert full.path.read_bytes() == before


def test_a_backup_that_is_not_what_was_made_is_refused(full: Database, folder: Path) -> None:
    made = backup.make(full.path, folder)
    with closing(sqlite3.connect(made.path)) as connection:
        connection.execute("PRAGMA user_version=7")
    full.close()
    before = full.path.read_bytes()
    with pytest.raises(SroDeskError, match="not the file that was made"):
        restore.restore(made.path, full.path, actor=ACTOR)
    assert full.path.read_bytes() == before
    assert {file.name for file in full.path.parent.iterdir()} == {"far", full.path.name}


def test_a_damaged_backup_without_manifest_is_refused(full, folder: Path, tmp_path) -> None:
    made = backup.make(full.path, folder)
    (folder / (made.path.name + ".json")).unlink()
    with closing(sqlite3.connect(made.path)) as connection:
        connection.execute("UPDATE officer SET badge = 'x'")
        connection.commit()
    target = tmp_path / "new.srodesk"
    with pytest.raises(SroDeskError, match="not restored, because it is damaged"):
        restore.restore(made.path, target, actor=ACTOR)
    assert not target.exists()
    assert not target.with_name(target.name + ".partial").exists()


def test_a_torn_backup_is_named_and_not_the_file_it_would_replace(full, folder, tmp_path) -> None:
    made = backup.make(full.path, folder)
    torn = tmp_path / "torn.srodesk"
    torn.write_bytes(made.path.read_bytes()[:9000])
    full.close()
    before = full.path.read_bytes()
    with pytest.raises(SroDeskError, match=r"^torn\.srodesk was not restored, because it is dam"):
        restore.restore(torn, full.path, actor=ACTOR)
    assert full.path.read_bytes() == before


def test_a_damaged_file_can_be_replaced(full: Database, folder: Path) -> None:
    made = backup.make(full.path, folder)
    full.close()
    full.path.write_bytes(b"ruined")
    done = restore.restore(made.path, full.path, actor=ACTOR)
    assert done.replaced.read_bytes() == b"ruined"
    assert check.verify(full.path).sound


def test_a_file_is_not_restored_onto_itself(full: Database) -> None:
    full.close()
    with pytest.raises(SroDeskError, match="onto itself"):
        restore.restore(full.path, full.path, actor=ACTOR)


def test_what_is_no_backup_is_told(tmp_path: Path) -> None:
    strange = tmp_path / "letter.pdf"
    strange.write_bytes(b"%PDF-1.7")
    with pytest.raises(SroDeskError, match="is not a records file"):
        restore.restore(strange, tmp_path / "new.srodesk", actor=ACTOR)
