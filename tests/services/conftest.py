"""A real records file in a temporary folder, a fixed day, and the people in it."""

from datetime import UTC, date, datetime
from itertools import count

import pytest

from sro_desk.domain.changes import Actor
from sro_desk.domain.codes import CourseKind, DistrictKind, Role
from sro_desk.domain.drafts import (
    AssignmentDraft,
    CertificateDraft,
    ContractDraft,
    DistrictDraft,
    OfficerDraft,
)
from sro_desk.domain.records import Agency
from sro_desk.domain.scan import Scan
from sro_desk.services import (
    assignments,
    certificates,
    clock,
    courses,
    districts,
    officers,
    records_file,
)
from sro_desk.storage import database as database_module

TODAY = date(2026, 11, 24)
AGENCY = Agency(
    name="Oakdale Police Department",
    chief="Nora Xiong",
    chief_title="Chief of Police",
    ori="MN0820600",
    address="1584 Hadley Ave N\nOakdale, MN 55128",
    phone="651-555-0100",
    email="records@oakdale.example",
)


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    return TODAY


@pytest.fixture
def actor():
    return Actor(account="clerk", host="front-desk")


@pytest.fixture
def db(tmp_path, actor, today):  # noqa: ARG001 - every write is of that day
    database = records_file.create(tmp_path / "oakdale.srodesk", AGENCY, actor=actor)
    yield database
    database.close()


@pytest.fixture
def at(monkeypatch):
    """Let writes be of a moment: of noon of that day, and of any that is given."""

    def at(moment):
        class Clock(datetime):
            @classmethod
            def now(cls, zone):
                return moment.astimezone(zone)

        monkeypatch.setattr(database_module, "datetime", Clock)

    at(datetime(2026, 11, 24, 17, tzinfo=UTC))
    return at


@pytest.fixture
def officer(db, actor):
    return officers.add(db, OfficerDraft(name="Erik Olson", badge="12"), actor=actor)


@pytest.fixture
def district(db, actor):
    draft = DistrictDraft(
        name="Rosemount-Apple Valley-Eagan", kind=DistrictKind.INDEPENDENT, state_id="0196"
    )
    return districts.add(db, draft, actor=actor)


@pytest.fixture
def contract(db, actor, district):
    draft = ContractDraft(
        district=district.id, starts_on=date(2026, 7, 1), ends_on=date(2027, 6, 30)
    )
    return districts.add_contract(db, draft, actor=actor)


@pytest.fixture
def course_of(db):
    """The first course of a kind in the seeded catalogue."""
    return lambda kind: next(each for each in courses.all_courses(db) if each.kind is kind)


@pytest.fixture
def assign(db, actor, district):
    """Assign an officer to the district, regular from the first day of school unless said."""

    def assign(officer, **said):
        facts = {"role": Role.REGULAR, "assumed": date(2026, 9, 14), **said}
        draft = AssignmentDraft(**{"officer": officer.id, "district": district.id, **facts})
        return assignments.add(db, draft, actor=actor)

    return assign


@pytest.fixture
def certify(db, actor, course_of):
    """Add a certificate of a kind of course to an officer, with a copy unless told otherwise."""
    numbers = count(1)

    def certify(officer, kind=CourseKind.MANDATED, completed=date(2026, 8, 20), scan=...):
        draft = CertificateDraft(
            officer=officer.id, course=course_of(kind).id, completed_on=completed
        )
        copy = scan_of(b"certificate %d" % next(numbers)) if scan is ... else scan
        return certificates.add(db, draft, copy, actor=actor)

    return certify


def scan_of(content: bytes, name: str = "certificate.pdf") -> Scan:
    return Scan(content=content, original_name=name, media_type="application/pdf", pages=1)
