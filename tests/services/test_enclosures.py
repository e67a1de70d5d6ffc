"""The copies that go with a packet: what V.E and V.B ask for, each once, and nobody else's."""

from datetime import date

import pytest

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import OfficerDraft
from sro_desk.services import agency, officers
from sro_desk.services.reports import district as of_district
from sro_desk.services.reports.enclosures import Proof, enclosures
from tests.services.conftest import TODAY, scan_of

CLASS = scan_of(b"one file of a whole class")


@pytest.fixture
def enclosed(db, district):
    def enclosed(on=TODAY):
        with db.read() as session:
            gathered = of_district.gather(db, session, district.id, on=on, made_on=TODAY)
            told = zip(gathered.records, gathered.findings, strict=True)
            return enclosures(session, told, agency.law_of(session))

    return enclosed


@pytest.fixture
def mai(db, actor):
    return officers.add(db, OfficerDraft(name="Mai Vang"), actor=actor)


def test_the_most_recent_qualifying_certificate(officer, assign, certify, enclosed):
    assign(officer)
    assert enclosed() == ()
    certify(officer, completed=date(2026, 8, 20))
    newest = certify(officer, completed=date(2026, 9, 20))
    certify(officer, kind=CourseKind.OTHER, completed=date(2026, 10, 1))
    (found,) = enclosed()
    assert found.copy == newest.copy
    assert found.proofs == (
        Proof(name="Erik Olson", course=newest.course.title, completed_on=date(2026, 9, 20)),
    )
    (earlier,) = enclosed(on=date(2026, 9, 19))
    assert earlier.copy != newest.copy


def test_one_without_a_copy_is_not_replaced_by_an_older_one(officer, assign, certify, enclosed):
    assign(officer)
    certify(officer, completed=date(2026, 8, 20))
    certify(officer, completed=date(2026, 9, 20), scan=None)
    assert enclosed() == ()


def test_under_vb_the_basic_course_too(officer, assign, certify, enclosed):
    assign(officer, assumed=date(2021, 8, 30))
    certify(officer, kind=CourseKind.BASIC, completed=date(2019, 7, 17), scan=None)
    basic = certify(officer, kind=CourseKind.BASIC, completed=date(2020, 7, 17))
    late = certify(officer, kind=CourseKind.BASIC, completed=date(2025, 9, 1))
    assert [each.copy for each in enclosed()] == [basic.copy]
    done = certify(officer, kind=CourseKind.SUPPLEMENTAL, completed=date(2026, 10, 2))
    assert [each.copy for each in enclosed()] == [done.copy, basic.copy]
    assert late.copy not in {each.copy for each in enclosed()}


def test_a_basic_course_proves_nothing_under_va(officer, assign, certify, enclosed):
    assign(officer)
    done = certify(officer)
    certify(officer, kind=CourseKind.BASIC, completed=date(2025, 10, 1))
    assert [each.copy for each in enclosed()] == [done.copy]


def test_the_file_of_a_class_goes_once_for_all_of_it(officer, mai, assign, certify, enclosed):
    for each in (officer, mai):
        assign(each)
        certify(each, scan=CLASS)
    (found,) = enclosed()
    assert [proof.name for proof in found.proofs] == ["Erik Olson", "Mai Vang"]
    assert not found.kept_back


def test_a_file_that_is_a_withheld_officer_s_too_is_kept_back(
    db, actor, officer, mai, assign, certify, enclosed
):
    for each in (officer, mai):
        assign(each)
        certify(each, scan=CLASS)
    hidden = OfficerDraft(name="Mai Vang", withheld=True)
    officers.change(db, mai.id, hidden, actor=actor)
    (found,) = enclosed()
    assert [proof.name for proof in found.proofs] == ["Erik Olson"]
    assert found.kept_back
