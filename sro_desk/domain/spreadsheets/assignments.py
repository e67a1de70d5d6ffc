"""A row of assignments."""

from typing import Any

from sro_desk.domain.changes import Kind
from sro_desk.domain.codes import Role
from sro_desk.domain.drafts import AssignmentDraft
from sro_desk.domain.problems import assignment_problems
from sro_desk.domain.records import Assignment, DistrictId, OfficerId, SchoolId
from sro_desk.domain.spreadsheets.book import draft_of, record_of
from sro_desk.domain.spreadsheets.links import places_of, refuse_places
from sro_desk.domain.spreadsheets.rows import Row, Step

_FIELDS = ("ends_on", "meets_definition", "definition_reason", "booked_days")


def plan_assignment(row: Row) -> None:
    """The officer, the place and the first day say which assignment is meant."""
    officers, places = row.officers(), places_of(row)
    if not officers or not places or row.blocked:
        return
    kept = _kept(row, officers, places)
    same = [each for each in kept if _draft(row, each) == draft_of(AssignmentDraft, each)]
    row.was.clear()
    if row.is_on_file(same, officers):
        return
    if len(officers) > 1:
        row.refuse_namesakes(row.person().name)
    elif len(places) > 1:
        refuse_places(row, places)
    elif kept:
        _change(row, kept[0])
    else:
        _add(row, officers[0], places[0])


def _kept(row: Row, officers: list[int], places: list[tuple[int, int | None]]) -> list[Assignment]:
    role = row.given.get("role")
    return [
        each
        for officer in officers
        for each in row.book.of_officer("assignments", officer)
        if (each.district, each.school) in places
        and each.assumed == row.given.get("assumed")
        and role in (None, each.role)
    ]


def _change(row: Row, kept: Assignment) -> None:
    draft = _draft(row, kept)
    days = row.book.days_of(kept.id)
    row.hear(_problems(row, draft, kept.id, days))
    _store(row, kept.id, draft)


def _add(row: Row, officer: int, place: tuple[int, int | None]) -> None:
    district, school = place
    if "role" not in row.given:
        row.remark("role", "No role is given: taken as regular.")
    blank = AssignmentDraft(
        officer=OfficerId(officer),
        district=DistrictId(district),
        school=None if school is None else SchoolId(school),
        role=row.given.get("role", Role.REGULAR),
        assumed=row.given.get("assumed"),
    )
    draft = row.overlay(blank, *_FIELDS)
    row.was.clear()
    assignment = row.book.next_id()
    row.hear(_problems(row, draft, assignment, ()))
    _store(row, assignment, draft)


def _store(row: Row, assignment: int, draft: AssignmentDraft) -> None:
    row.steps.append(Step(kind=Kind.ASSIGNMENT, record=assignment, draft=draft))
    row.keep(record_of(Assignment, assignment, draft))


def _draft(row: Row, kept: Assignment) -> AssignmentDraft:
    return row.overlay(draft_of(AssignmentDraft, kept), *_FIELDS)


def _problems(row: Row, draft: AssignmentDraft, itself: int, days: Any) -> Any:
    book = row.book
    return assignment_problems(
        draft,
        officer=book.officers[draft.officer],
        school=None if draft.school is None else book.schools[draft.school],
        others=[e for e in book.of_officer("assignments", draft.officer) if e.id != itself],
        days=days,
    )
