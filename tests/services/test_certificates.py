"""Certificates through the services: stored with their copies, changed, voided, listed."""

from dataclasses import replace
from datetime import date

import pytest

from sro_desk.domain.changes import Kind
from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import CertificateDraft, OfficerDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault
from sro_desk.domain.names import search_key
from sro_desk.domain.records import CertificateId
from sro_desk.services import certificates, courses, history, officers
from tests.services.conftest import TODAY, scan_of

COMPLETED = date(2026, 8, 20)


@pytest.fixture
def mandated(course_of):
    return course_of(CourseKind.MANDATED)


@pytest.fixture
def draft(officer, mandated):
    return CertificateDraft(officer=officer.id, course=mandated.id, completed_on=COMPLETED)


@pytest.fixture
def colleague(db, actor):
    return officers.add(db, OfficerDraft(name="Nguyễn Thị Ánh", badge="31"), actor=actor)


def faults(problems):
    return {problem.fault for problem in problems}


def on_list(db, certificate):
    return next(line for line in certificates.all_certificates(db) if line.id == certificate.id)


def count(db):
    return len(certificates.all_certificates(db))


def test_a_certificate_is_stored_together_with_its_copy(db, actor, draft, mandated):
    scan = scan_of(b"the very bytes", "Olson.pdf")
    added = certificates.add(db, replace(draft, number="A-17"), scan, actor=actor)
    assert certificates.get(db, added.id) == added
    assert (added.course, added.completed_on, added.number) == (mandated, COMPLETED, "A-17")
    copy, content = certificates.copy_content(db, added.copy)
    assert content == b"the very bytes"
    assert (copy.original_name, copy.media_type, copy.pages) == ("Olson.pdf", "application/pdf", 1)


def test_a_certificate_may_wait_for_its_copy(db, actor, draft):
    added = certificates.add(db, draft, actor=actor)
    assert added.copy is None
    attached = certificates.attach_copy(db, added.id, scan_of(b"late"), actor=actor)
    assert certificates.copy_content(db, attached.copy)[1] == b"late"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"officer": None}, "Choose an officer"),
        ({"course": None}, "Choose a course"),
        ({"completed_on": None}, "Enter the day"),
        ({"completed_on": date(2026, 11, 25)}, "has not come yet"),
        ({"completed_on": date(1026, 8, 20)}, "Check the year"),
    ],
    ids=["no officer", "no course", "no date", "tomorrow", "a typo in the year"],
)
def test_what_proves_nothing_is_refused_and_leaves_nothing(db, actor, draft, said, sentence):
    with pytest.raises(SroDeskError, match=sentence):
        certificates.add(db, replace(draft, **said), scan_of(b"kept?"), actor=actor)
    assert count(db) == 0
    with pytest.raises(SroDeskError, match="is empty"):
        certificates.add(db, draft, scan_of(b""), actor=actor)
    assert count(db) == 0


def test_problems_are_told_before_anything_is_stored(db, actor, officer, draft, certify, course_of):
    assert certificates.problems(db, draft) == ()
    first = certify(officer, scan=scan_of(b"one file"))
    assert faults(certificates.problems(db, draft)) == {Fault.SAME_CERTIFICATE}
    assert certificates.problems(db, draft, itself=first.id) == ()
    other = replace(draft, completed_on=date(2026, 8, 21))
    assert faults(certificates.problems(db, other, scan_of(b"one file"))) == {Fault.SAME_COPY}
    assert certificates.problems(db, draft, scan_of(b"one file"), itself=first.id) == ()
    certificates.void(db, first.id, "Entered twice", actor=actor)
    assert certificates.problems(db, draft, scan_of(b"one file")) == ()
    only_supplemental = replace(draft, course=course_of(CourseKind.SUPPLEMENTAL).id)
    (problem,) = certificates.problems(db, only_supplemental)
    assert problem.fault is Fault.SUPPLEMENTAL_WITHOUT_BASIC
    assert problem.warning


def test_a_class_is_entered_once_for_all(db, actor, officer, colleague, draft):
    drafts = (draft, replace(draft, officer=colleague.id))
    first, second = certificates.add_class(db, drafts, scan_of(b"the roster"), actor=actor)
    assert first.copy == second.copy is not None
    assert {first.officer, second.officer} == {officer.id, colleague.id}
    history.undo(db, history.last_write(db), actor=actor)
    assert all(line.voided for line in certificates.all_certificates(db)), "one write"


def test_a_class_is_entered_whole_or_not_at_all(db, actor, colleague, draft):
    twice = (draft, draft)
    assert Fault.OFFICER_TWICE in faults(certificates.problems_of_class(db, twice))
    with pytest.raises(SroDeskError, match="named twice"):
        certificates.add_class(db, twice, None, actor=actor)
    late = replace(draft, officer=colleague.id, completed_on=date(2027, 1, 1))
    with pytest.raises(SroDeskError, match="has not come yet"):
        certificates.add_class(db, (draft, late), None, actor=actor)
    assert count(db) == 0


def test_problems_of_a_class_are_told_once(db, officer, colleague, draft, certify):
    certify(officer)
    certify(colleague)
    both = (draft, replace(draft, officer=colleague.id))
    found = certificates.problems_of_class(db, both)
    assert [problem.fault for problem in found] == [Fault.SAME_CERTIFICATE]


def test_changing_leaves_the_copy(db, actor, draft, officer, certify):
    added = certify(officer)
    again = replace(draft, completed_on=date(2026, 8, 21), number="B-2")
    changed = certificates.change(db, added.id, again, actor=actor)
    assert changed == replace(added, completed_on=date(2026, 8, 21), number="B-2")
    assert certificates.get(db, added.id) == changed
    with pytest.raises(SroDeskError, match="has not come yet"):
        certificates.change(
            db, added.id, replace(again, completed_on=date(2030, 1, 1)), actor=actor
        )
    assert certificates.get(db, added.id) == changed


def test_replacing_a_copy_keeps_the_first_on_file(db, actor, officer, certify):
    added = certify(officer, scan=scan_of(b"blurred"))
    replaced = certificates.attach_copy(db, added.id, scan_of(b"sharp"), actor=actor)
    assert certificates.copy_content(db, replaced.copy)[1] == b"sharp"
    assert certificates.copy_content(db, added.copy)[1] == b"blurred"
    history.undo(db, history.last_write(db), actor=actor)
    assert certificates.get(db, added.id).copy == added.copy


def test_voiding_needs_a_reason_and_keeps_everything(db, actor, officer, certify, draft):
    added = certify(officer)
    with pytest.raises(SroDeskError, match="Say why"):
        certificates.void(db, added.id, "  ", actor=actor)
    certificates.void(db, added.id, " Wrong officer ", actor=actor)
    assert certificates.get(db, added.id).voided.reason == "Wrong officer"
    assert certificates.copy_content(db, added.copy)[1] == b"certificate 1"
    for again in (
        lambda: certificates.void(db, added.id, "Once more", actor=actor),
        lambda: certificates.change(db, added.id, draft, actor=actor),
        lambda: certificates.attach_copy(db, added.id, scan_of(b"x"), actor=actor),
    ):
        with pytest.raises(SroDeskError, match="was voided"):
            again()


def test_several_are_voided_in_one_write(db, actor, officer, certify):
    told = []
    added = [certify(officer, completed=date(2026, 8, day)) for day in (3, 4, 5)]
    db.listeners.append(told.append)
    ids = [certificate.id for certificate in added[:2]]
    certificates.void_several(db, ids, "Another agency's", actor=actor)
    reasons = {line.id: line.voided for line in certificates.all_certificates(db)}
    assert list(map(reasons.get, ids)) == ["Another agency's"] * 2
    assert reasons[added[2].id] is None
    (changes,) = told
    assert changes.records == {(Kind.CERTIFICATE, each) for each in ids}
    history.undo(db, history.last_write(db), actor=actor)
    assert all(line.voided is None for line in certificates.all_certificates(db))


def test_several_are_voided_whole_or_not_at_all(db, actor, officer, certify):
    first, second = certify(officer), certify(officer, completed=date(2026, 8, 21))
    certificates.void(db, second.id, "Entered twice", actor=actor)
    with pytest.raises(SroDeskError, match="was voided"):
        certificates.void_several(db, [first.id, second.id], "Both", actor=actor)
    assert certificates.get(db, first.id).voided is None


def test_nothing_is_entered_for_what_was_voided(db, actor, officer, draft, mandated, certify):
    added = certify(officer)
    officers.void(db, officer.id, "Never ours", actor=actor)
    with pytest.raises(SroDeskError, match="Never ours"):
        certificates.add(db, draft, actor=actor)
    with pytest.raises(SroDeskError, match="Never ours"):
        certificates.change(
            db, added.id, replace(draft, completed_on=date(2026, 8, 1)), actor=actor
        )
    other = officers.add(db, OfficerDraft(name="Kim Xiong"), actor=actor)
    with pytest.raises(SroDeskError, match="still refers"):
        courses.void(db, mandated.id, "Withdrawn", actor=actor)
    certificates.void(db, added.id, "Officer never ours", actor=actor)
    courses.void(db, mandated.id, "Withdrawn", actor=actor)
    with pytest.raises(SroDeskError, match="Withdrawn"):
        certificates.add(db, replace(draft, officer=other.id), actor=actor)


def test_a_certificate_that_is_not_there_is_named_in_a_sentence(db, actor):
    nobody = CertificateId(404)
    with pytest.raises(SroDeskError, match="The certificate is not in this file"):
        certificates.get(db, nobody)
    with pytest.raises(SroDeskError, match="The certificate is not in this file"):
        certificates.void(db, nobody, "Why not", actor=actor)


def test_the_list_is_newest_first_and_shows_what_a_line_needs(
    db, officer, district, assign, certify
):
    assign(officer)
    old = certify(officer, CourseKind.BASIC, date(2020, 7, 17), scan=None)
    new = certify(officer, scan=scan_of(b"new", "scan 0012.pdf"))
    lines = certificates.all_certificates(db)
    assert [line.id for line in lines] == [new.id, old.id]
    first, second = lines
    assert (first.officer_name, first.officer_sort_name) == ("Erik Olson", "Olson, Erik")
    assert (first.course_title, first.course_kind) == (new.course.title, CourseKind.MANDATED)
    assert (first.completed_on, first.issued_on, first.voided) == (COMPLETED, None, None)
    assert (first.districts, first.district_ids) == (("ISD 0196",), (district.id,))
    assert (first.copy, first.copy_name) == (new.copy, "scan 0012.pdf")
    assert (second.copy, second.copy_name) == (None, "")


@pytest.mark.parametrize(
    "typed",
    ["nguyen anh", "Ánh", "31", "mandated", "8/20/2026", "08/20/2026", "2026-08-20", "isd 0196",
     "apple valley", "a 17"],
)  # fmt: skip
def test_a_line_is_found_by_what_a_clerk_would_type(db, actor, colleague, assign, mandated, typed):
    assign(colleague)
    draft = CertificateDraft(
        officer=colleague.id, course=mandated.id, completed_on=COMPLETED, number="A-17"
    )
    certificates.add(db, draft, actor=actor)
    (line,) = certificates.all_certificates(db)
    assert all(word in line.search for word in search_key(typed).split())


def test_the_list_says_why_a_line_no_longer_counts(db, actor, officer, colleague, certify):
    voided, whole = certify(officer), certify(colleague)
    certificates.void(db, voided.id, "Entered twice", actor=actor)
    assert on_list(db, voided).voided == "Entered twice"
    assert on_list(db, whole).voided is None
    officers.void(db, colleague.id, "Never ours", actor=actor)
    assert on_list(db, whole).voided == "Officer voided: Never ours"
    officers.void(db, officer.id, "Neither", actor=actor)
    assert on_list(db, voided).voided == "Entered twice", "its own reason says more"


def test_officers_and_numbers_know_their_place_when_sorted(db, actor, mandated):
    for name, number in (("Kim Xiong", "b-2"), ("Nguyễn Thị Ánh", "B-10"), ("Ánh Đặng", "")):
        officer = officers.add(db, OfficerDraft(name=name), actor=actor)
        draft = CertificateDraft(
            officer=officer.id, course=mandated.id, completed_on=COMPLETED, number=number
        )
        certificates.add(db, draft, actor=actor)
    lines = certificates.all_certificates(db)
    by_officer = sorted(lines, key=lambda line: line.officer_place)
    by_number = sorted(lines, key=lambda line: line.number_place)
    assert [line.officer_sort_name for line in by_officer] == [
        "Ánh, Nguyễn Thị",
        "Đặng, Ánh",
        "Xiong, Kim",
    ]
    assert [line.number for line in by_number] == ["", "B-10", "b-2"]


def test_the_bytes_of_an_unknown_copy_are_asked_for_in_vain(db):
    with pytest.raises(SroDeskError, match="is not in this records file"):
        certificates.copy_content(db, "0" * 64)


def test_today_is_early_enough(db, actor, draft):
    certificates.add(db, replace(draft, completed_on=TODAY), actor=actor)
    assert count(db) == 1
