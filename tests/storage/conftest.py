"""A records file in a folder of its own, and one record of every kind."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role
from sro_desk.domain.drafts import (
    AssignmentDraft,
    CertificateDraft,
    ContactDayDraft,
    ContractDraft,
    CourseDraft,
    DistrictDraft,
    InabilityRecordDraft,
    OfficerDraft,
    PacketDraft,
    PolicyReviewDraft,
    PolicyRevisionDraft,
    SchoolDraft,
)
from sro_desk.domain.records import (
    Agency,
    AssignmentId,
    CourseId,
    DistrictId,
    OfficerId,
    SchoolId,
    Sha256,
    Voiding,
)
from sro_desk.domain.scan import Scan
from sro_desk.storage import copies, files
from sro_desk.storage.database import Database
from sro_desk.storage.tables import (
    AgencyRow,
    AssignmentRow,
    CertificateRow,
    ContactDayRow,
    ContractRow,
    CourseRow,
    DistrictRow,
    InabilityRecordRow,
    OfficerRow,
    PacketRow,
    PolicyReviewRow,
    PolicyRevisionRow,
    SchoolRow,
    SettingRow,
)

ACTOR = Actor("clerk", "DESK-1")
OFFICER, DISTRICT, SCHOOL = OfficerId(1), DistrictId(1), SchoolId(1)
SCAN = Scan(
    content=b"%PDF-1.7\n" + bytes(range(256)) * 40,
    original_name="Nguyễn Thị Ánh.pdf",
    media_type="application/pdf",
    pages=2,
)
AGENCY = Agency(
    name="Cedar Falls Police Department",
    chief="Ann O'Brien-Núñez",
    chief_title="Chief of Police",
    ori="MN0190000",
    address="1 Main Street\nCedar Falls, MN 55001",
    phone="651-555-0100",
    email="records@example.org",
)
DRAFTS = (
    (
        OfficerRow,
        OfficerDraft(
            name="Nguyễn Thị Ánh",
            sort_name="Nguyễn, Thị Ánh",
            rank="Sgt",
            badge="1204",
            employed_from=date(2019, 2, 28),
            withheld=True,
            remarks="'; DROP TABLE officer; --",
        ),
    ),
    (DistrictRow, DistrictDraft(name="Rosemount", kind=DistrictKind.INDEPENDENT, state_id="0196")),
    (SchoolRow, SchoolDraft(district=DISTRICT, name="Eagan High School")),
    (
        ContractRow,
        ContractDraft(
            district=DISTRICT,
            starts_on=date(2026, 7, 1),
            ends_on=date(2027, 6, 30),
            duties=frozenset({1, 4, 5}),
        ),
    ),
    (
        AssignmentRow,
        AssignmentDraft(
            officer=OFFICER,
            district=DISTRICT,
            role=Role.SUBSTITUTE,
            assumed=date(2026, 9, 1),
            school=SCHOOL,
            meets_definition=False,
            definition_reason="evenings only",
            booked_days=12,
        ),
    ),
    (
        CourseRow,
        CourseDraft(title="SRO course", kind=CourseKind.MANDATED, credits=Decimal("16.50")),
    ),
    (
        CertificateRow,
        CertificateDraft(
            officer=OFFICER,
            course=CourseId(1),
            completed_on=date(2026, 8, 20),
            number="A-17",
            credits=Decimal("0.10"),
        ),
    ),
    (PolicyRevisionRow, PolicyRevisionDraft(adopted_on=date(2025, 8, 1), title="507.5")),
    (PolicyReviewRow, PolicyReviewDraft(officer=OFFICER, reviewed_on=date(2026, 8, 21))),
    (InabilityRecordRow, InabilityRecordDraft(officer=OFFICER, reason="no seat before June")),
    (
        ContactDayRow,
        ContactDayDraft(assignment=AssignmentId(1), on=date(2026, 9, 3), kind=DayKind.BOOKED),
    ),
)
PACKET = PacketDraft(
    district=DISTRICT,
    as_of=date(2026, 11, 24),
    made_on=date(2026, 11, 24),
    sent_on=date(2026, 11, 25),
    sent_to="Jane O'Brien-Núñez, ISD 0196",
    file_name="ISD 0196 SRO packet 2026-11-24.pdf",
    ledger_head=Sha256("3f2a9c0d" * 8),
    told='[["1","Nguyễn Thị Ánh"]]',
)
VOIDING = Voiding(
    reason="entered twice", at=datetime(2026, 11, 24, 5, 19, 38, 123456, UTC), by="clerk@DESK-1"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the records file of the test is."""
    return tmp_path / "records.srodesk"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    """A new, empty records file."""
    database = files.create(path, actor=ACTOR)
    yield database
    database.close()


@pytest.fixture
def full(db: Database) -> Database:
    """A records file with one record of every kind, one of them changed once."""
    fill(db)
    return db


@pytest.fixture
def tamper(path: Path) -> Callable[..., None]:
    """Change the file as a stranger with a plain SQLite tool would, guards taken down."""

    def run(*statements: str) -> None:
        with closing(sqlite3.connect(path)) as connection:
            guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger'")
            kept = guards.fetchall()
            for name, _ in kept:
                connection.execute(f'DROP TRIGGER "{name}"')
            for statement in statements:
                connection.execute(statement)
            for _, sql in kept:
                connection.execute(sql)
            connection.commit()

    return run


def fill(database: Database) -> None:
    """Write one record of every kind, then change the certificate."""
    with database.write(ACTOR, Action.ADD) as session:
        session.add(AgencyRow.from_draft(AGENCY))
        session.add(SettingRow(key="local_holidays", value="true"))
        for row, draft in DRAFTS:
            session.add(row.from_draft(draft))
            session.flush()
        digest = copies.put(session, SCAN)
        session.get_one(CertificateRow, 1).copy_sha256 = digest
        session.add(PacketRow.from_draft(PACKET, copy_sha256=digest))
    with database.write(ACTOR, Action.CHANGE) as session:
        session.get_one(CertificateRow, 1).number = "A-18"
        session.get_one(SchoolRow, 1).voided = VOIDING
