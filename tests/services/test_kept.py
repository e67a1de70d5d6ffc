"""The plain queries against the mapping: the same columns, and the same values."""

import pytest
from sqlalchemy import select

from sro_desk.domain.names import district_label
from sro_desk.services import agency, agency_facts, kept, loading, records_file
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
    PolicyReviewRow,
    PolicyRevisionRow,
    SettingRow,
)

QUERIES = [
    (kept.OFFICERS, kept.officer, OfficerRow),
    (kept.ASSIGNMENTS, kept.assignment, AssignmentRow),
    (kept.COURSES, kept.course, CourseRow),
    (kept.REVIEWS, kept.review, PolicyReviewRow),
    (kept.INABILITY, kept.inability, InabilityRecordRow),
    (kept.DAYS, kept.contact_day, ContactDayRow),
    (kept.CONTRACTS, kept.contract, ContractRow),
    (kept.REVISIONS, kept.revision, PolicyRevisionRow),
]
NAMES = [table.__tablename__ for *_, table in QUERIES]


@pytest.fixture(scope="module")
def session(sample_file):
    with records_file.look_into(sample_file) as db, db.read() as session:
        yield session


def mapped(session, table):
    return [row.to_domain() for row in session.scalars(select(table).order_by(table.id))]


@pytest.mark.parametrize(("query", "value", "table"), QUERIES, ids=NAMES)
def test_a_query_reads_what_the_mapping_reads(session, query, value, table):
    expected = mapped(session, table)
    found = [value(row) for row in session.rows(f"{query} ORDER BY {table.__tablename__}.id")]
    assert expected
    assert found == expected
    assert repr(found) == repr(expected)  # codes are texts too, and must be codes


def test_certificates_are_read_as_the_mapping_reads_them(session):
    courses = {course.id: course for course in mapped(session, CourseRow)}
    found = map(kept.certificate_of(courses), session.rows(f"{kept.CERTIFICATES} ORDER BY id"))
    assert list(found) == mapped(session, CertificateRow)


@pytest.mark.parametrize(("query", "_", "table"), QUERIES, ids=NAMES)
def test_every_column_of_the_table_is_read(query, _, table):
    assert all(column.name in query for column in table.__table__.columns)


def test_days_come_with_their_officer(session):
    officers = dict(session.execute(select(AssignmentRow.id, AssignmentRow.officer_id)).all())
    assert all(row[7] == officers[row[1]] for row in session.rows(kept.DAYS))


def test_the_agency_and_its_choices_are_read_as_the_mapping_reads_them(session):
    (expected,) = mapped(session, AgencyRow)
    assert agency_facts.agency_of(session) == expected
    choices = dict(session.execute(select(SettingRow.key, SettingRow.value)).all())
    assert choices["cover_letter"] == ""
    assert dict(session.rows(agency_facts.SETTINGS)) == choices
    del choices["cover_letter"]  # a text of its own, read where it is needed
    assert agency_facts.as_text(agency_facts.settings_of(session)) == choices


def test_the_policy_and_the_districts_are_read_as_the_mapping_reads_them(session):
    policy = [each for each in mapped(session, PolicyRevisionRow) if each.voided is None]
    assert loading.policy(session).revisions == tuple(policy)
    assert loading.district_labels(session) == {
        each.id: (district_label(each.name, each.kind, each.state_id), each.name)
        for each in mapped(session, DistrictRow)
    }


def test_no_numbers_are_among_nothing(session):
    assert session.rows(f"{kept.OFFICERS} WHERE id {kept.among([])}") == []
    some = session.rows(f"{kept.OFFICERS} WHERE id {kept.among([2, 1])} ORDER BY id")
    assert [row[0] for row in some] == [1, 2]


def test_reading_inside_a_write_sees_what_it_wrote(db, actor):
    chosen = agency.change_settings(
        db, agency_facts.Settings(lead_times=(30,), refresh_advisory=False), actor=actor
    )
    assert agency.settings(db) == chosen
    assert chosen.lead_times == (30,)
