"""The agency's policy: its adoption, its revisions, and the officers' reviews of it."""

from dataclasses import replace
from datetime import date

import pytest

from sro_desk.domain.changes import Kind
from sro_desk.domain.drafts import PolicyReviewDraft, PolicyRevisionDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault
from sro_desk.services import history, policy
from tests.services.conftest import TODAY

ADOPTED = PolicyRevisionDraft(
    adopted_on=date(2025, 8, 11), title="Policy 507.5", posted_at="Squad room"
)
REVISED = replace(ADOPTED, adopted_on=date(2026, 9, 2))


@pytest.fixture
def written(db):
    heard = []
    db.listeners.append(heard.append)
    return heard


def faults(problems):
    return [(each.fault, each.warning) for each in problems]


def test_revisions_come_the_newest_first(db, actor):
    adopted = policy.add_revision(db, ADOPTED, actor=actor)
    revised = policy.add_revision(db, REVISED, actor=actor)
    assert policy.all_revisions(db) == (revised, adopted)
    assert (adopted.title, adopted.posted_at) == ("Policy 507.5", "Squad room")


def test_a_revision_needs_a_day(db, actor, written):
    with pytest.raises(SroDeskError, match="Enter the day"):
        policy.add_revision(db, replace(ADOPTED, adopted_on=None), actor=actor)
    assert written == []


def test_a_day_to_come_and_a_day_on_record_are_asked_about(db, actor):
    adopted = policy.add_revision(db, ADOPTED, actor=actor)
    same = policy.revision_problems_of(db, ADOPTED)
    assert faults(same) == [(Fault.SAME_REVISION, True)]
    assert policy.revision_problems_of(db, ADOPTED, itself=adopted.id) == ()
    later = replace(ADOPTED, adopted_on=date(2027, 1, 1))
    assert faults(policy.revision_problems_of(db, later)) == [(Fault.ADOPTED_IN_FUTURE, True)]


def test_a_revision_is_changed_and_undone(db, actor, written):
    adopted = policy.add_revision(db, ADOPTED, actor=actor)
    changed = policy.change_revision(db, adopted.id, REVISED, actor=actor)
    assert changed.adopted_on == REVISED.adopted_on
    history.undo(db, written[-1].write, actor=actor)
    assert policy.all_revisions(db) == (adopted,)


def test_a_voided_revision_stops_counting_and_cannot_be_changed(db, actor, written):
    adopted = policy.add_revision(db, ADOPTED, actor=actor)
    policy.void_revision(db, adopted.id, "Entered twice", actor=actor)
    assert policy.all_revisions(db) == ()
    assert written[-1].touch(Kind.POLICY_REVISION)
    with pytest.raises(SroDeskError, match="Entered twice"):
        policy.change_revision(db, adopted.id, REVISED, actor=actor)
    history.undo(db, written[-1].write, actor=actor)
    assert policy.all_revisions(db) == (adopted,)


def test_voiding_asks_for_a_reason(db, actor):
    adopted = policy.add_revision(db, ADOPTED, actor=actor)
    with pytest.raises(SroDeskError, match="Say why"):
        policy.void_revision(db, adopted.id, "  ", actor=actor)
    assert policy.all_revisions(db) == (adopted,)


def test_a_review_is_added_changed_and_voided(db, actor, officer):
    draft = PolicyReviewDraft(officer=officer.id, reviewed_on=date(2026, 8, 21), note="v. 2")
    review = policy.add_review(db, draft, actor=actor)
    assert (review.officer, review.reviewed_on, review.note) == (
        officer.id,
        date(2026, 8, 21),
        "v. 2",
    )
    later = replace(draft, reviewed_on=date(2026, 8, 22))
    assert policy.change_review(db, review.id, later, actor=actor).reviewed_on.day == 22
    policy.void_review(db, review.id, "Wrong officer", actor=actor)
    with pytest.raises(SroDeskError, match="Wrong officer"):
        policy.change_review(db, review.id, draft, actor=actor)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (TODAY, []),
        (date(2026, 11, 25), [(Fault.REVIEWED_IN_FUTURE, False)]),
        (date(2025, 8, 10), [(Fault.REVIEWED_BEFORE_ADOPTION, True)]),
        (date(2025, 8, 11), []),
        (date(2026, 8, 21), [(Fault.SAME_REVIEW, True)]),
        (None, [(Fault.REVIEWED_MISSING, False)]),
    ],
    ids=["today", "tomorrow", "before the adoption", "that day", "on record", "none"],
)
def test_what_is_asked_about_a_review(db, actor, officer, day, expected):
    policy.add_revision(db, ADOPTED, actor=actor)
    policy.add_review(
        db, PolicyReviewDraft(officer=officer.id, reviewed_on=date(2026, 8, 21)), actor=actor
    )
    draft = PolicyReviewDraft(officer=officer.id, reviewed_on=day)
    assert faults(policy.review_problems_of(db, draft)) == expected


def test_a_review_of_a_day_to_come_is_refused(db, actor, officer):
    draft = PolicyReviewDraft(officer=officer.id, reviewed_on=date(2026, 11, 25))
    with pytest.raises(SroDeskError, match="not come yet"):
        policy.add_review(db, draft, actor=actor)
