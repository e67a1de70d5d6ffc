"""Inability records: stored complete or not, and what they change."""

from dataclasses import replace
from datetime import date

import pytest

from sro_desk.domain.codes import CourseKind, Gap, Paragraph, Status
from sro_desk.domain.drafts import InabilityRecordDraft, PolicyRevisionDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault
from sro_desk.services import history, inability, officers, policy
from tests.services.conftest import TODAY


@pytest.fixture
def draft(officer):
    return InabilityRecordDraft(
        officer=officer.id,
        recorded_on=date(2026, 9, 11),
        reason="No seat in a course before the first day",
        signed_by="Chief Xiong",
    )


def finding(db, officer):
    return officers.detail(db, officer.id, TODAY).finding


def test_an_untrained_officer_has_six_months_from_then_on(db, actor, officer, assign, draft):
    assign(officer)
    assert finding(db, officer).status is Status.OVERDUE
    inability.add(db, draft, actor=actor)
    found = finding(db, officer)
    assert (found.paragraph, found.status) == (Paragraph.C, Status.DUE)
    assert found.deadline.nominal == date(2027, 3, 14)


def test_an_incomplete_record_is_stored_and_shows_as_a_gap(db, actor, officer, assign, draft):
    assign(officer)
    policy.add_revision(db, PolicyRevisionDraft(adopted_on=date(2025, 8, 1)), actor=actor)
    kept = inability.add(db, replace(draft, signed_by=""), actor=actor)
    assert Gap.INABILITY_RECORD_INCOMPLETE in finding(db, officer).gaps
    inability.change(db, kept.id, draft, actor=actor)
    assert Gap.INABILITY_RECORD_INCOMPLETE not in finding(db, officer).gaps


def test_a_day_to_come_is_refused(db, actor, draft):
    with pytest.raises(SroDeskError, match="not come yet"):
        inability.add(db, replace(draft, recorded_on=date(2026, 11, 25)), actor=actor)


def test_a_trained_officer_needs_none(db, officer, assign, certify, draft):
    assign(officer)
    assert inability.problems(db, draft) == ()
    certify(officer, CourseKind.MANDATED)
    assert Fault.INABILITY_NOT_NEEDED in [each.fault for each in inability.problems(db, draft)]


def test_a_voided_record_counts_no_more_until_undone(db, actor, officer, assign, draft):
    assign(officer)
    kept = inability.add(db, draft, actor=actor)
    inability.void(db, kept.id, "Wrong officer", actor=actor)
    assert finding(db, officer).paragraph is Paragraph.A
    history.undo(db, history.last_write(db), actor=actor)
    assert finding(db, officer).paragraph is Paragraph.C
