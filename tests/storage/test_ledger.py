"""Each changed row has its entry, before and after, in one chain."""

import hashlib
import json

import pytest

from sro_desk.domain.changes import Action, Kind
from sro_desk.storage import ledger
from sro_desk.storage.database import Database
from sro_desk.storage.tables import ROWS, CertificateRow, OfficerRow, SettingRow
from tests.storage.conftest import ACTOR, SCAN, VOIDING


def test_every_record_has_an_entry(full: Database) -> None:
    with full.read() as session:
        told = {entry.kind for entry in ledger.entries(session)}
    assert told == set(Kind)


def test_an_entry_tells_who_what_and_when(full: Database) -> None:
    with full.read() as session:
        entry = ledger.entries(session, kind=Kind.CERTIFICATE)[0]
    assert (entry.actor, entry.action, entry.write) == ("clerk@DESK-1", Action.CHANGE, 2)
    changed = {key for key, value in entry.after.items() if entry.before[key] != value}
    assert changed == {"number"}
    assert (entry.before["number"], entry.after["number"]) == ("A-17", "A-18")


def test_an_entry_keeps_values_as_json(full: Database) -> None:
    with full.read() as session:
        officer = ledger.entries(session, kind=Kind.OFFICER)[0].after
        contract = ledger.entries(session, kind=Kind.CONTRACT)[0].after
        school = ledger.entries(session, kind=Kind.SCHOOL)[0].after
    assert (officer["withheld"], officer["employed_from"]) == (True, "2019-02-28")
    assert contract["duties"] == "1,4,5"
    assert school["voided_at"] == "2026-11-24T05:19:38.123456Z"


def test_the_bytes_of_a_copy_are_not_in_the_ledger(full: Database) -> None:
    with full.read() as session:
        entry = ledger.entries(session, kind=Kind.COPY)[0]
    assert "content" not in entry.after
    assert entry.after["sha256"] == hashlib.sha256(SCAN.content).hexdigest()


def test_entries_are_found_by_record_write_and_page(full: Database) -> None:
    with full.read() as session:
        everything = ledger.entries(session)
        assert [e.seq for e in everything] == list(range(len(everything), 0, -1))
        assert {e.write for e in ledger.entries(session, write=2)} == {2}
        assert len(ledger.entries(session, kind=Kind.CERTIFICATE, record=1)) == 3
        page = ledger.entries(session, before_seq=everything[3].seq, limit=2)
        assert page == everything[4:6]
        assert ledger.last_write(session) == 2


def test_a_write_that_takes_one_back_says_which(full: Database) -> None:
    with full.write(ACTOR, Action.UNDO, undoes=2) as session:
        before = ledger.entries(session, kind=Kind.CERTIFICATE)[0].before
        ledger.put_back(session.get_one(CertificateRow, 1), before)
    with full.read() as session:
        assert session.get_one(CertificateRow, 1).number == "A-17"
        entry = ledger.entries(session)[0]
    assert (entry.undoes, entry.action) == (2, Action.UNDO)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.COPY])
def test_what_an_entry_says_can_be_put_back_for_every_kind(full: Database, kind: Kind) -> None:
    with full.write(ACTOR, Action.UNDO) as session:
        entry = ledger.entries(session, kind=kind)[0]
        row = session.get_one(ROWS[kind], entry.record)
        ledger.put_back(row, entry.after)
        assert ledger.stored(row) == entry.after
    with full.read() as session:
        assert ledger.entries(session)[0].action != Action.UNDO  # nothing had changed


def test_a_value_set_to_nothing_and_back_is_told_each_time(full: Database) -> None:
    for value in (None, VOIDING, None):
        with full.write(ACTOR, Action.CHANGE) as session:
            session.get_one(OfficerRow, 1).voided = value
    with full.read() as session:
        states = [entry.after["voided_reason"] for entry in ledger.entries(session, record=1)[:2]]
    assert states == [None, "entered twice"]


def test_a_row_changed_twice_in_one_write_is_told_in_steps(full: Database) -> None:
    with full.write(ACTOR, Action.CHANGE) as session:
        row = session.get_one(OfficerRow, 1)
        for badge in ("1", "2"):
            row.badge = badge
            session.flush()
    with full.read() as session:
        steps = ledger.entries(session, write=3)
    assert [(e.before["badge"], e.after["badge"]) for e in steps] == [("1", "2"), ("1204", "1")]


def test_the_chain_is_sha256_over_canonical_json(full: Database) -> None:
    with full.read() as session:
        rows = session.connection().exec_driver_sql("SELECT * FROM ledger ORDER BY seq")
        kept = [dict(row) for row in rows.mappings()]
        info = session.connection().exec_driver_sql("SELECT * FROM file_info").mappings().one()
    previous = hashlib.sha256(
        json.dumps(dict(info), sort_keys=True, separators=(",", ":")).encode()
    ).hexdigest()
    for row in kept:
        said = row.pop("hash")
        text = json.dumps(
            {**row, "previous": previous},
            sort_keys=True,
            separators=(",", ":"),
            ensure_ascii=False,
        )
        previous = hashlib.sha256(text.encode()).hexdigest()
        assert said == previous
    assert full.head() == previous


def test_the_chain_begins_with_what_the_file_is(db: Database) -> None:
    first = db.head()
    with db.write(ACTOR, Action.ADD) as session:
        session.add(SettingRow(key="a", value="b"))
    assert len(first) == 64
    assert db.head() != first
