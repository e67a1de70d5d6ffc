"""Assignments: added one or several at once, ended, changed, voided with their days."""

from dataclasses import replace
from datetime import date

import pytest

from sro_desk.domain.codes import DayKind, Role, Status
from sro_desk.domain.drafts import AssignmentDraft, DistrictDraft, SchoolDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault
from sro_desk.services import assignments, contact_days, districts, history, officers, schools
from tests.services.conftest import TODAY


@pytest.fixture
def draft(officer, district):
    return AssignmentDraft(
        officer=officer.id, district=district.id, role=Role.REGULAR, assumed=date(2026, 9, 14)
    )


def on_file(db, officer):
    record = officers.detail(db, officer.id, TODAY).record
    return [each for each in record.assignments if each.voided is None]


def test_several_schools_are_one_write(db, actor, officer, district, draft):
    names = ("Black Hawk Middle School", "Eagan High School")
    sites = [
        schools.add_school(db, SchoolDraft(district=district.id, name=name), actor=actor)
        for name in names
    ]
    added = assignments.add_several(
        db, [replace(draft, school=site.id) for site in sites], actor=actor
    )
    assert [each.school for each in added] == [site.id for site in sites]
    history.undo(db, history.last_write(db), actor=actor)
    assert on_file(db, officer) == []


def test_one_bad_draft_refuses_all(db, actor, officer, draft):
    with pytest.raises(SroDeskError, match="already has this role"):
        assignments.add_several(db, [draft, draft], actor=actor)
    assert on_file(db, officer) == []


def test_the_same_place_and_role_twice_overlap(db, actor, draft):
    kept = assignments.add(db, draft, actor=actor)
    assert [each.fault for each in assignments.problems(db, draft)] == [Fault.ASSIGNMENT_TWICE]
    assert assignments.problems(db, draft, itself=kept.id) == ()


def test_an_ended_assignment_may_begin_again(db, actor, officer, draft):
    kept = assignments.add(db, draft, actor=actor)
    ended = replace(draft, ends_on=date(2026, 10, 30))
    assert assignments.change(db, kept.id, ended, actor=actor).ends_on == date(2026, 10, 30)
    assignments.add(db, replace(draft, assumed=date(2026, 11, 2)), actor=actor)
    assert len(on_file(db, officer)) == 2


def test_the_last_day_is_not_before_the_first(db, actor, draft):
    with pytest.raises(SroDeskError, match="before the first"):
        assignments.add(db, replace(draft, ends_on=date(2026, 9, 13)), actor=actor)


def test_a_school_of_another_district_is_refused(db, actor, draft, district):
    elsewhere = DistrictDraft(name="Saint Paul", kind=district.kind, state_id="0625")
    other = districts.add(db, elsewhere, actor=actor)
    site = schools.add_school(db, SchoolDraft(district=other.id, name="Como Park"), actor=actor)
    with pytest.raises(SroDeskError, match="another district"):
        assignments.add(db, replace(draft, school=site.id), actor=actor)


def test_not_meeting_the_definition_needs_its_reason(db, actor, officer, draft):
    private = replace(draft, meets_definition=False)
    with pytest.raises(SroDeskError, match="Say why"):
        assignments.add(db, private, actor=actor)
    assignments.add(db, replace(private, definition_reason="Evening events"), actor=actor)
    finding = officers.detail(db, officer.id, TODAY).finding
    assert finding.status is Status.NOT_COVERED


def test_voiding_takes_the_contact_days_along_and_undo_brings_them_back(db, actor, officer, draft):
    kept = assignments.add(db, replace(draft, role=Role.SUBSTITUTE), actor=actor)
    contact_days.set_days(db, kept.id, {date(2026, 11, 2): DayKind.SERVED}, actor=actor)
    assignments.void(db, kept.id, "Wrong officer", actor=actor)
    assert [day.voided is None for day in days(db, officer)] == [False]
    history.undo(db, history.last_write(db), actor=actor)
    assert [day.voided is None for day in days(db, officer)] == [True]


def test_days_that_would_fall_outside_are_warned_of(db, actor, draft):
    kept = assignments.add(db, replace(draft, role=Role.SUBSTITUTE), actor=actor)
    contact_days.set_days(db, kept.id, {date(2026, 11, 2): DayKind.SERVED}, actor=actor)
    ended = replace(draft, role=Role.SUBSTITUTE, ends_on=date(2026, 10, 30))
    (problem,) = assignments.problems(db, ended, itself=kept.id)
    assert (problem.fault, problem.warning) == (Fault.DAYS_LEFT_OUTSIDE, True)


def test_a_voided_officer_is_assigned_nowhere(db, actor, officer, draft):
    officers.void(db, officer.id, "Entered twice", actor=actor)
    with pytest.raises(SroDeskError):
        assignments.add(db, draft, actor=actor)


def days(db, officer):
    return officers.detail(db, officer.id, TODAY).record.contact_days
