"""The agency's subd. 6 policy with its revisions, and the officers' reviews of it."""

from sqlalchemy import select

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.drafts import PolicyReviewDraft, PolicyRevisionDraft
from sro_desk.domain.problems import Problem, review_problems, revision_problems
from sro_desk.domain.records import (
    PolicyReview,
    PolicyReviewId,
    PolicyRevision,
    PolicyRevisionId,
)
from sro_desk.services import clock, loading, rows
from sro_desk.storage.database import Database
from sro_desk.storage.recording import RecordsSession
from sro_desk.storage.tables import OfficerRow, PolicyReviewRow, PolicyRevisionRow


def all_revisions(db: Database) -> tuple[PolicyRevision, ...]:
    """The policy's adoption and revisions without the voided, newest first."""
    with db.read() as session:
        revisions = loading.policy(session).revisions
    return tuple(sorted(revisions, key=lambda each: (each.adopted_on, each.id), reverse=True))


def revision_problems_of(
    db: Database, draft: PolicyRevisionDraft, *, itself: PolicyRevisionId | None = None
) -> tuple[Problem, ...]:
    """What is wrong with `draft`; `itself` is the revision being changed."""
    others = [each for each in all_revisions(db) if each.id != itself]
    return revision_problems(draft, today=clock.today(), others=others)


def add_revision(db: Database, draft: PolicyRevisionDraft, *, actor: Actor) -> PolicyRevision:
    """Record that the policy was adopted or revised."""
    rows.refuse(revision_problems(draft, today=clock.today()))
    with db.write(actor, Action.ADD) as session:
        row = PolicyRevisionRow.from_draft(draft)
        session.add(row)
        session.flush()
        return row.to_domain()


def change_revision(
    db: Database, revision: PolicyRevisionId, draft: PolicyRevisionDraft, *, actor: Actor
) -> PolicyRevision:
    """Let `draft` stand for the revision from now on."""
    rows.refuse(revision_problems(draft, today=clock.today()))
    with db.write(actor, Action.CHANGE) as session:
        row = rows.still_valid(session, PolicyRevisionRow, revision)
        row.apply(draft)
        return row.to_domain()


def void_revision(db: Database, revision: PolicyRevisionId, reason: str, *, actor: Actor) -> None:
    """Void a revision entered by mistake."""
    rows.void(db, PolicyRevisionRow, revision, reason, actor=actor)


def review_problems_of(
    db: Database, draft: PolicyReviewDraft, *, itself: PolicyReviewId | None = None
) -> tuple[Problem, ...]:
    """What is wrong with `draft`; `itself` is the review being changed."""
    with db.read() as session:
        return _review_problems(session, draft, itself)


def add_review(db: Database, draft: PolicyReviewDraft, *, actor: Actor) -> PolicyReview:
    """Record that an officer reviewed the policy."""
    with db.write(actor, Action.ADD) as session:
        rows.refuse(_review_problems(session, draft, None))
        rows.still_valid(session, OfficerRow, draft.officer)
        row = PolicyReviewRow.from_draft(draft)
        session.add(row)
        session.flush()
        return row.to_domain()


def change_review(
    db: Database, review: PolicyReviewId, draft: PolicyReviewDraft, *, actor: Actor
) -> PolicyReview:
    """Let `draft` stand for the review from now on."""
    with db.write(actor, Action.CHANGE) as session:
        row = rows.still_valid(session, PolicyReviewRow, review)
        rows.refuse(_review_problems(session, draft, review))
        row.apply(draft)
        return row.to_domain()


def void_review(db: Database, review: PolicyReviewId, reason: str, *, actor: Actor) -> None:
    """Void a review entered by mistake."""
    rows.void(db, PolicyReviewRow, review, reason, actor=actor)


def _review_problems(
    session: RecordsSession, draft: PolicyReviewDraft, itself: PolicyReviewId | None
) -> tuple[Problem, ...]:
    query = select(PolicyReviewRow).where(
        PolicyReviewRow.officer_id == draft.officer, PolicyReviewRow.voided_at.is_(None)
    )
    return review_problems(
        draft,
        today=clock.today(),
        revisions=loading.policy(session).revisions,
        others=[row.to_domain() for row in session.scalars(query) if row.id != itself],
    )
