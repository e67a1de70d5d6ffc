"""Every record goes in and comes out as it was; the file refuses what is none."""

import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from sro_desk.domain import records
from sro_desk.domain.changes import Action, Kind
from sro_desk.storage import copies
from sro_desk.storage.database import Database
from sro_desk.storage.tables import ROWS, AgencyRow, CertificateRow, OfficerRow, SchoolRow
from tests.storage.conftest import ACTOR, AGENCY, DRAFTS, SCAN, VOIDING


def test_there_is_a_table_for_every_kind_of_record() -> None:
    assert set(ROWS) == set(Kind)


@pytest.mark.parametrize(("row", "draft"), DRAFTS, ids=lambda v: getattr(v, "__name__", ""))
def test_a_record_comes_out_as_it_was_typed(full: Database, row, draft) -> None:
    with full.read() as session:
        value = session.scalars(select(row)).one().to_domain()
    changed = {"number"} if row is CertificateRow else set()
    for field in fields(draft):
        if field.name in changed:
            continue
        found = getattr(value, field.name)
        found = found.id if field.name == "course" else found
        assert found == getattr(draft, field.name), field.name


def test_the_agency_is_one_row(full: Database) -> None:
    with full.read() as session:
        assert session.get_one(AgencyRow, 1).to_domain() == AGENCY
    with pytest.raises(IntegrityError), full.write(ACTOR, Action.ADD) as session:
        session.add(AgencyRow(id=2))


def test_voided_records_say_why_when_and_by_whom(full: Database) -> None:
    with full.write(ACTOR, Action.CHANGE) as session:
        row = session.get_one(SchoolRow, 1)
        assert row.to_domain().voided == VOIDING
        row.voided = None
    with full.read() as session:
        assert session.get_one(SchoolRow, 1).to_domain().voided is None


def test_columns_are_those_of_the_values() -> None:
    for kind, row in ROWS.items():
        value = getattr(records, "".join(part.title() for part in kind.split("_")), None)
        if value is None or kind == Kind.AGENCY:
            continue
        names = {row.kept_as.get(field.name, field.name) for field in fields(value)}
        columns = {column.name for column in row.__table__.columns}
        voided = {"voided_reason", "voided_at", "voided_by"} if "voided" in names else set()
        extra = {"id", "content"} if kind == Kind.COPY else set()
        assert columns == (names - {"voided"}) | voided | extra, kind


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO course (title, kind, provider, post_number) VALUES ('x', 'NONE', '', '')",
        "UPDATE certificate SET completed_on = '2026-02-30'",
        "UPDATE certificate SET completed_on = '8/20/2026'",
        "UPDATE certificate SET completed_on = 20260820",
        "UPDATE certificate SET officer_id = 99",
        "UPDATE officer SET withheld = 2",
        "UPDATE officer SET name = NULL",
        "UPDATE certificate SET credits = 'many'",
        "UPDATE school SET voided_at = 'yesterday'",
        "DELETE FROM officer",
        "DELETE FROM certificate",
        "REPLACE INTO setting (id, key, value) VALUES (1, 'a', 'b')",
        "DELETE FROM ledger",
        "UPDATE ledger SET actor = 'nobody'",
        "INSERT INTO ledger SELECT seq + 5, write, at, actor, action, kind, record, before, after,"
        " undoes, hash FROM ledger LIMIT 1",
        "UPDATE copy SET original_name = 'x'",
        "DELETE FROM copy",
        "UPDATE file_info SET sample = 1",
    ],
)
def test_the_file_itself_refuses(full: Database, path: Path, statement: str) -> None:
    full.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA recursive_triggers=ON")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)


def test_a_copy_is_kept_once_and_exactly(full: Database) -> None:
    with full.write(ACTOR, Action.ATTACH_COPY) as session:
        digest = copies.put(session, replace(SCAN, original_name="again.pdf"))
    with full.read() as session:
        assert copies.content(session, digest) == SCAN.content
        copy = copies.describe(session, digest)
    assert (copy.original_name, copy.size, copy.pages) == (SCAN.original_name, 10249, 2)
    assert copy.added_by == "clerk@DESK-1"


def test_copies_of_bad_size_are_refused_by_name(db: Database) -> None:
    for content, word in ((b"", "empty"), (bytes(copies.LARGEST + 1), "25 MB")):
        with (
            pytest.raises(copies.SroDeskError, match=f"scan.pdf is .*{word}"),
            db.write(ACTOR, Action.ADD) as session,
        ):
            copies.put(session, replace(SCAN, content=content, original_name="scan.pdf"))


def test_a_name_that_is_no_text_is_spelled_out(db: Database) -> None:
    with db.write(ACTOR, Action.ADD) as session:
        digest = copies.put(session, replace(SCAN, original_name="sc\udce9n.pdf"))
        assert copies.describe(session, digest).original_name == "sc\\udce9n.pdf"


def test_a_copy_whose_bytes_changed_is_not_handed_out(full: Database, tamper) -> None:
    tamper("UPDATE copy SET content = zeroblob(10)")
    with full.read() as session, pytest.raises(copies.SroDeskError, match="is damaged"):
        copies.content(session, copies.sha256_of(SCAN.content))


def test_a_private_remark_is_kept_as_typed(full: Database) -> None:
    with full.read() as session:
        assert session.get_one(OfficerRow, 1).remarks == "'; DROP TABLE officer; --"
