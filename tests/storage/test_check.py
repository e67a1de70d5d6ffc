"""What was changed beside the program is found and named; what is sound is called sound."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sro_desk.domain.errors import Cancelled, SroDeskError
from sro_desk.storage import check, files, ledger
from sro_desk.storage.database import Database
from sro_desk.storage.tables import OfficerRow
from tests.storage.conftest import ACTOR

INVENTED = (
    "INSERT INTO ledger SELECT {seq}, write, at, 'stranger@x', action, kind, record, before, after,"
    " undoes, hash FROM ledger WHERE seq = 3"
)


def faults_in(path: Path, **more: str) -> str:
    return "\n".join(check.verify(path, **more).faults)


def test_a_sound_file_is_called_sound(full: Database) -> None:
    verdict = check.verify(full.path)
    assert verdict.sound
    assert verdict.faults == ()
    assert (verdict.head, verdict.file_id) == (full.head(), full.file_id)
    assert (verdict.entries, verdict.copies) == (18, 1)


def test_an_empty_file_of_records_is_sound(db: Database) -> None:
    assert check.verify(db.path).sound
    assert check.verify(db.path).head == db.head()


@pytest.mark.parametrize(
    ("statements", "sentence"),
    [
        (["UPDATE officer SET badge = '1'"], "Officer 1 was changed outside the program: badge "),
        (
            ["UPDATE certificate SET completed_on = '2025-01-20', number = '9'"],
            "Certificate 1 was changed outside the program: completed_on, number ",
        ),
        (["UPDATE school SET voided_reason = NULL"], "School 1 was changed outside the program"),
        (["DELETE FROM contact_day"], "Contact day 1 is gone"),
        (
            [
                "INSERT INTO policy_revision (adopted_on, title, posted_at) "
                "VALUES ('2025-08-01', '', '')"
            ],
            "Policy revision 2 was added outside the program",
        ),
        (["UPDATE policy_revision SET id = 5"], "Policy revision 1 is gone"),
        (["UPDATE copy SET content = zeroblob(size)"], "its bytes have changed"),
        (["UPDATE copy SET original_name = 'other.pdf'"], "Copy 1 was changed"),
        (["UPDATE ledger SET actor = 'x@y' WHERE seq = 4"], "Ledger entry 4 (district 1) was chan"),
        (["UPDATE ledger SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 4"], "entry 4"),
        (["UPDATE ledger SET after = '{}' WHERE seq = 4"], "Ledger entry 4"),
        (["UPDATE ledger SET after = 'x' WHERE seq = 4"], "Ledger entry 4"),
        (["UPDATE ledger SET kind = 'nothing' WHERE seq = 4"], "Ledger entry 4"),
        (["DELETE FROM ledger WHERE seq = 4"], "Ledger entries are missing: 5 follows 3"),
        (["DELETE FROM ledger WHERE seq = 1"], "Ledger entries are missing: 2 follows 0"),
        (["DELETE FROM ledger WHERE seq = 18"], "was changed outside the program"),
        (["DELETE FROM ledger"], "Officer 1 was added outside the program"),
        ([INVENTED.format(seq=19)], "Ledger entry 19"),
        (
            [
                "UPDATE ledger SET seq = 100 WHERE seq = 4",
                "UPDATE ledger SET seq = 4 WHERE seq = 5",
                "UPDATE ledger SET seq = 5 WHERE seq = 100",
            ],
            "Ledger entry 4",
        ),
        (["UPDATE file_info SET sample = 1"], "Ledger entry 1 "),
        (["UPDATE file_info SET file_id = 'x'"], "Ledger entry 1 "),
        (["DELETE FROM file_info"], "Ledger entry 1 "),
        (["UPDATE certificate SET officer_id = 77"], "refers to a record of officer that is not"),
    ],
)
def test_tampering_is_named(full: Database, tamper, statements, sentence: str) -> None:
    full.close()
    tamper("PRAGMA foreign_keys=OFF", *statements)
    assert sentence in faults_in(full.path)


def test_values_that_the_guards_refuse_are_found_as_well(full: Database, tamper) -> None:
    full.close()
    tamper("PRAGMA ignore_check_constraints=ON", "UPDATE officer SET withheld = 7")
    assert "CHECK constraint failed in officer" in faults_in(full.path)


def test_a_guard_that_was_taken_down_is_named(full: Database) -> None:
    full.close()
    with closing(sqlite3.connect(full.path)) as connection:
        connection.execute("DROP TRIGGER ledger_no_update")
        connection.execute(
            "CREATE TRIGGER helpful AFTER INSERT ON officer BEGIN "
            "UPDATE officer SET withheld = 1; END"
        )
    told = faults_in(full.path)
    assert "The file's trigger ledger_no_update was removed." in told
    assert "The file has a trigger helpful that is none of this program's." in told


def test_a_chain_written_anew_lacks_the_heads_that_were_printed(full: Database, tamper) -> None:
    """Whoever rewrites everything consistently is caught by any head kept elsewhere."""
    printed = full.head()
    full.close()
    _rewrite_history(full.path, tamper)
    assert check.verify(full.path).sound
    assert "does not contain" in faults_in(full.path, head=printed)
    assert not check.verify_head(full.path, printed)


def _rewrite_history(path: Path, tamper) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        rows = [dict(row) for row in connection.execute("SELECT * FROM ledger ORDER BY seq")]
        info = dict(connection.execute("SELECT * FROM file_info").fetchone())
    previous = ledger.genesis(info)
    statements = []
    for row in rows:
        row["actor"] = "stranger@x"
        previous = ledger.link(previous, row)
        set_it = "UPDATE ledger SET actor = 'stranger@x', hash = '{}' WHERE seq = {}"
        statements.append(set_it.format(previous, row["seq"]))
    tamper(*statements)


def test_every_head_ever_printed_is_in_the_chain(full: Database) -> None:
    heads = [full.head()]
    with full.read() as session:
        heads += [entry.hash for entry in ledger.entries(session)]
        start = session.connection().exec_driver_sql("SELECT * FROM file_info").mappings().one()
    heads.append(ledger.genesis(start))
    assert all(check.verify_head(full.path, head) for head in heads)
    assert check.verify_head(full.path, f" {full.head()[:16].upper()}\n")
    assert not check.verify_head(full.path, "0" * 64)
    assert check.verify(full.path, head=full.head()).sound


def test_where_a_head_stands(full: Database) -> None:
    with full.read() as session:
        newest, before, *_, first = ledger.entries(session)
        start = session.connection().exec_driver_sql("SELECT * FROM file_info").mappings().one()

    def asked(head: str) -> check.HeadAt | None:
        return check.verify(full.path, head=head).asked

    assert asked(newest.hash) == check.HeadAt(entry=newest.seq, at=newest.at, later=0)
    assert asked(before.hash[:12]) == check.HeadAt(entry=before.seq, at=before.at, later=1)
    assert asked(first.hash) == check.HeadAt(entry=1, at=first.at, later=newest.seq - 1)
    assert asked(ledger.genesis(start)) == check.HeadAt(entry=0, at=None, later=newest.seq)
    assert asked("0" * 64) is None


@pytest.mark.parametrize("head", ["", "abc", "x" * 64, "%" * 20])
def test_what_is_no_head_is_said(full: Database, head: str) -> None:
    with pytest.raises(SroDeskError, match=r"give at least the first 12 of its digits"):
        check.verify_head(full.path, head)


def test_progress_is_told_and_can_stop(full: Database) -> None:
    heard: list[tuple[int, int]] = []
    check.verify(full.path, report=lambda done, total: heard.append((done, total)))
    assert heard[-1][0] <= heard[-1][1]
    assert heard == sorted(heard)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        check.verify(full.path, report=stop)


def test_sqlite_itself_can_be_stopped(full: Database, monkeypatch) -> None:
    monkeypatch.setattr(check, "_STEPS_BETWEEN_REPORTS", 1)

    def stop(_done: int, total: int) -> None:
        if total == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        check.verify(full.path, report=stop)


def test_flipped_bytes_end_in_sentences(full: Database) -> None:
    """One byte at a time anywhere: a sentence or a sound file, never a traceback."""
    full.close()
    good = full.path.read_bytes()
    dice = random.Random(626)  # noqa: S311 - the same bytes each time
    missed = 0
    for _ in range(150):
        damaged = bytearray(good)
        at = dice.randrange(100, len(damaged))
        damaged[at] ^= 1 << dice.randrange(8)
        full.path.write_bytes(damaged)
        try:
            verdict = check.verify(full.path)
        except SroDeskError:
            continue
        missed += verdict.sound and _shows(full.path, good)
    assert missed == 0


def _shows(path: Path, good: bytes) -> bool:
    """Whether the damage can be seen in what the file holds, and not only in unused bytes."""
    other = path.with_name("good.srodesk")
    other.write_bytes(good)
    return _content(path) != _content(other)


def _content(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [" ".join(line.split()) for line in connection.iterdump()]


def test_a_file_cut_short_is_told(full: Database) -> None:
    full.close()
    full.path.write_bytes(full.path.read_bytes()[:20_000])
    with pytest.raises(SroDeskError, match="is damaged"):
        check.verify(full.path)
    with pytest.raises(SroDeskError, match="is damaged"):
        files.open_file(full.path, actor=ACTOR)


def test_text_that_is_no_text_is_told(full: Database, tamper) -> None:
    full.close()
    tamper("UPDATE officer SET name = CAST(x'41DF42' AS TEXT)")
    assert "Officer 1 was changed outside the program: name" in faults_in(full.path)
    database = files.open_file(full.path, actor=ACTOR)
    with pytest.raises(SroDeskError, match="is damaged"), database.read() as session:
        session.get_one(OfficerRow, 1)
    database.close()


@pytest.mark.parametrize("table", ["file_info", "contact_day", "ledger"])
def test_a_table_that_is_gone_is_told(full: Database, table: str) -> None:
    full.close()
    with closing(sqlite3.connect(full.path)) as connection:
        connection.execute(f"DROP TABLE {table}")
    assert f"no such table: {table}" in faults_in(full.path)
