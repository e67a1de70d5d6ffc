"""The catalogue of courses, and what a course's kind does to the certificates that name it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sro_desk.domain.codes import CourseKind, Status
from sro_desk.domain.drafts import CourseDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault
from sro_desk.services import courses, findings, history
from tests.services.conftest import TODAY

DRAFT = CourseDraft(
    title="SRO 40 h",
    kind=CourseKind.MANDATED,
    provider="Minnesota School Safety Center",
    post_number="10256-0012",
    credits=Decimal("40"),
    approved_from=date(2025, 3, 1),
    approved_to=date(2028, 2, 28),
)


def test_a_new_file_has_the_courses_the_law_speaks_of_by_kind(db):
    kinds = [course.kind for course in courses.all_courses(db)]
    assert kinds == sorted(kinds, key=list(CourseKind).index)
    assert set(kinds) == set(CourseKind)
    assert len(kinds) == len(courses.CATALOGUE)


def test_a_course_keeps_everything_typed(db, actor):
    course = courses.add(db, DRAFT, actor=actor)
    assert course in courses.all_courses(db)
    for field in ("title", "kind", "provider", "post_number", "credits", "approved_from"):
        assert getattr(course, field) == getattr(DRAFT, field)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"title": " "}, "Enter the title"),
        ({"credits": Decimal("NaN")}, "Credits are a number"),
        ({"credits": Decimal("-1")}, "Credits are a number"),
        ({"approved_to": date(2025, 2, 28)}, "before the first"),
    ],
)
def test_what_cannot_be_stored(db, actor, wrong, words):
    before = courses.all_courses(db)
    with pytest.raises(SroDeskError, match=words):
        courses.add(db, replace(DRAFT, **wrong), actor=actor)
    assert courses.all_courses(db) == before


def test_the_same_course_twice_is_asked_about(db, actor):
    course = courses.add(db, DRAFT, actor=actor)
    shouted = replace(DRAFT, title="sro 40 H")
    assert [each.fault for each in courses.problems(db, shouted)] == [Fault.SAME_COURSE]
    assert courses.problems(db, shouted, itself=course.id) == ()
    assert courses.problems(db, replace(DRAFT, kind=CourseKind.OTHER)) == ()


def test_another_kind_changes_what_certificates_count_toward(
    db, actor, officer, assign, certify, course_of
):
    assign(officer)
    certify(officer)
    assert status(db) is Status.MET
    course = course_of(CourseKind.MANDATED)
    other = CourseDraft(title=course.title, kind=CourseKind.OTHER)
    assert courses.change(db, course.id, other, actor=actor).kind is CourseKind.OTHER
    assert status(db) is Status.OVERDUE


def test_a_course_in_use_cannot_be_voided(db, actor, officer, certify, course_of):
    certify(officer)
    course = course_of(CourseKind.MANDATED)
    with pytest.raises(SroDeskError, match="1 certificate on file still refers to it"):
        courses.void(db, course.id, "Never held", actor=actor)
    assert course in courses.all_courses(db)


def test_a_voided_course_leaves_the_catalogue_and_undo_brings_it_back(db, actor):
    course = courses.add(db, DRAFT, actor=actor)
    heard = []
    db.listeners.append(heard.append)
    courses.void(db, course.id, "Entered twice", actor=actor)
    assert course not in courses.all_courses(db)
    with pytest.raises(SroDeskError, match="Entered twice"):
        courses.change(db, course.id, DRAFT, actor=actor)
    history.undo(db, heard[0].write, actor=actor)
    assert course in courses.all_courses(db)


def status(db) -> Status:
    return findings.overview(db, TODAY).rows[0].finding.status
