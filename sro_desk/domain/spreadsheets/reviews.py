"""A row of policy reviews."""

from sro_desk.domain.changes import Kind
from sro_desk.domain.drafts import PolicyReviewDraft
from sro_desk.domain.problems import review_problems
from sro_desk.domain.records import OfficerId, PolicyReview
from sro_desk.domain.spreadsheets.book import draft_of, record_of
from sro_desk.domain.spreadsheets.rows import Row, Step


def plan_review(row: Row) -> None:
    """The officer and the day say which review is meant."""
    officers = row.officers()
    if not officers or row.blocked:
        return
    kept = [
        each
        for officer in officers
        for each in row.book.of_officer("reviews", officer)
        if each.reviewed_on == row.given.get("reviewed_on")
    ]
    same = [each for each in kept if _draft(row, each) == draft_of(PolicyReviewDraft, each)]
    row.was.clear()
    if row.is_on_file(same, officers):
        return
    if len(officers) > 1:
        row.refuse_namesakes(row.person().name)
    else:
        _store(row, officers[0], next(iter(kept), None))


def _store(row: Row, officer: int, kept: PolicyReview | None) -> None:
    book = row.book
    if kept is None:
        day = row.given.get("reviewed_on")
        blank = PolicyReviewDraft(officer=OfficerId(officer), reviewed_on=day)
        draft = row.overlay(blank, "note")
        row.was.clear()
        review = book.next_id()
    else:
        draft, review = _draft(row, kept), kept.id
    others = [each for each in book.of_officer("reviews", officer) if each.id != review]
    found = review_problems(draft, today=row.today, revisions=book.on_file.revisions, others=others)
    row.hear(found)
    row.steps.append(Step(kind=Kind.POLICY_REVIEW, record=review, draft=draft))
    row.keep(record_of(PolicyReview, review, draft))


def _draft(row: Row, kept: PolicyReview) -> PolicyReviewDraft:
    return row.overlay(draft_of(PolicyReviewDraft, kept), "note")
