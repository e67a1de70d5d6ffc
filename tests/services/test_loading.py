"""Facts as values: of all officers or of some, the same."""

from datetime import date

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import OfficerDraft
from sro_desk.services import loading, officers
from tests.services.conftest import scan_of


def test_a_copy_shared_by_two_courses_is_known_of_one_officer_as_of_all(
    db, actor, officer, certify
):
    other = officers.add(db, OfficerDraft(name="Kim Xiong"), actor=actor)
    scan = scan_of(b"one file for two courses")
    certify(officer, CourseKind.MANDATED, scan=scan)
    certify(other, CourseKind.BASIC, completed=date(2020, 7, 17), scan=scan)
    certify(other)
    with db.read() as session:
        everyone = {each.officer.id: each for each in loading.records(session)}
        for each in (officer, other):
            (alone,) = loading.records(session, only=[each.id])
            assert alone == everyone[each.id]
            assert len(alone.shared_copies) == 1


def test_a_class_that_shares_its_file_shares_no_copy_by_mistake(db, actor, officer, certify):
    other = officers.add(db, OfficerDraft(name="Kim Xiong"), actor=actor)
    scan = scan_of(b"one file for a class")
    certify(officer, scan=scan)
    certify(other, scan=scan)
    with db.read() as session:
        assert not any(each.shared_copies for each in loading.records(session))
        (alone,) = loading.records(session, only=[officer.id])
        assert not alone.shared_copies
