"""Rows as the file keeps them, asked for in plain SQL, and the values made of them.

Rows of the mapping would cost ten times as much for ten thousand officers,
and half of a start: here the driver's own tuples come in, and each value is
made once. The tests hold every query against the mapped tables.
"""

import gc
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sro_desk.domain.codes import CourseKind, DayKind, Role
from sro_desk.domain.records import (
    Assignment,
    Certificate,
    ContactDay,
    Contract,
    Course,
    CourseId,
    InabilityRecord,
    Officer,
    PolicyReview,
    PolicyRevision,
    Voiding,
)

_ROLES = {role.value: role for role in Role}
_DAY_KINDS = {kind.value: kind for kind in DayKind}
_COURSE_KINDS = {kind.value: kind for kind in CourseKind}
day = lru_cache(maxsize=65536)(date.fromisoformat)


@contextmanager
def no_collecting() -> Iterator[None]:
    """Hold Python's collector back: a million new values make it search in vain, for a second."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


OFFICERS = """
SELECT id, name, sort_name, rank, badge, title, post_license, work_phone, work_email,
    employed_from, employed_to, withheld, remarks, voided_reason, voided_at, voided_by
FROM officer
"""
ASSIGNMENTS = """
SELECT id, officer_id, district_id, role, assumed, ends_on, school_id, meets_definition,
    definition_reason, booked_days, voided_reason, voided_at, voided_by
FROM assignment
"""
COURSES = """
SELECT id, title, kind, provider, post_number, credits, approved_from, approved_to,
    voided_reason, voided_at, voided_by
FROM course
"""
CERTIFICATES = """
SELECT id, officer_id, course_id, completed_on, issued_on, number, credits, copy_sha256,
    voided_reason, voided_at, voided_by
FROM certificate
"""
REVIEWS = """
SELECT id, officer_id, reviewed_on, note, voided_reason, voided_at, voided_by
FROM policy_review
"""
INABILITY = """
SELECT id, officer_id, recorded_on, reason, signed_by, voided_reason, voided_at, voided_by
FROM inability_record
"""
DAYS = """
SELECT contact_day.id, contact_day.assignment_id, contact_day."on", contact_day.kind,
    contact_day.voided_reason, contact_day.voided_at, contact_day.voided_by,
    assignment.officer_id
FROM contact_day JOIN assignment ON assignment.id = contact_day.assignment_id
"""
CONTRACTS = """
SELECT id, district_id, starts_on, ends_on, duties, copy_sha256,
    voided_reason, voided_at, voided_by
FROM contract
"""
REVISIONS = """
SELECT id, adopted_on, title, posted_at, voided_reason, voided_at, voided_by
FROM policy_revision
"""


def among(numbers: Collection[int]) -> str:
    """The records of these numbers, as the end of a condition: `IN (1, 2)`."""
    return f"IN ({', '.join(str(int(number)) for number in numbers) or 'NULL'})"


def officer(row: Any) -> Officer:
    """An officer of a row of `OFFICERS`."""
    return Officer(
        id=row[0],
        name=row[1],
        sort_name=row[2],
        rank=row[3],
        badge=row[4],
        title=row[5],
        post_license=row[6],
        work_phone=row[7],
        work_email=row[8],
        employed_from=maybe_day(row[9]),
        employed_to=maybe_day(row[10]),
        withheld=bool(row[11]),
        remarks=row[12],
        voided=voiding(row[13], row[14], row[15]),
    )


def assignment(row: Any) -> Assignment:
    """An assignment of a row of `ASSIGNMENTS`."""
    return Assignment(
        id=row[0],
        officer=row[1],
        district=row[2],
        role=_ROLES[row[3]],
        assumed=day(row[4]),
        ends_on=maybe_day(row[5]),
        school=row[6],
        meets_definition=bool(row[7]),
        definition_reason=row[8],
        booked_days=row[9],
        voided=voiding(row[10], row[11], row[12]),
    )


def course(row: Any) -> Course:
    """A course of a row of `COURSES`."""
    return Course(
        id=row[0],
        title=row[1],
        kind=_COURSE_KINDS[row[2]],
        provider=row[3],
        post_number=row[4],
        credits=_maybe_amount(row[5]),
        approved_from=maybe_day(row[6]),
        approved_to=maybe_day(row[7]),
        voided=voiding(row[8], row[9], row[10]),
    )


def certificate_of(courses: Mapping[CourseId, Course]) -> Callable[[Any], Certificate]:
    """What makes a certificate of a row of `CERTIFICATES`, given the catalogue."""

    def certificate(row: Any) -> Certificate:
        number, officer, course, completed, issued, said, amount, copy, why, at, by = row
        return Certificate(
            id=number,
            officer=officer,
            course=courses[course],
            completed_on=day(completed),
            issued_on=None if issued is None else day(issued),
            number=said,
            credits=None if amount is None else Decimal(amount),
            copy=copy,
            voided=None if at is None else voiding(why, at, by),
        )

    return certificate


def review(row: Any) -> PolicyReview:
    """A policy review of a row of `REVIEWS`."""
    return PolicyReview(
        id=row[0],
        officer=row[1],
        reviewed_on=day(row[2]),
        note=row[3],
        voided=voiding(row[4], row[5], row[6]),
    )


def inability(row: Any) -> InabilityRecord:
    """An inability record of a row of `INABILITY`."""
    return InabilityRecord(
        id=row[0],
        officer=row[1],
        recorded_on=maybe_day(row[2]),
        reason=row[3],
        signed_by=row[4],
        voided=voiding(row[5], row[6], row[7]),
    )


def contact_day(row: Any) -> ContactDay:
    """A contact day of a row of `DAYS`."""
    number, assignment, on, kind, why, at, by, _ = row
    return ContactDay(
        id=number,
        assignment=assignment,
        on=day(on),
        kind=_DAY_KINDS[kind],
        voided=None if at is None else voiding(why, at, by),
    )


def contract(row: Any) -> Contract:
    """A contract of a row of `CONTRACTS`."""
    return Contract(
        id=row[0],
        district=row[1],
        starts_on=day(row[2]),
        ends_on=day(row[3]),
        duties=frozenset(int(item) for item in row[4].split(",") if item),
        copy=row[5],
        voided=voiding(row[6], row[7], row[8]),
    )


def revision(row: Any) -> PolicyRevision:
    """A revision of the policy of a row of `REVISIONS`."""
    return PolicyRevision(
        id=row[0],
        adopted_on=day(row[1]),
        title=row[2],
        posted_at=row[3],
        voided=voiding(row[4], row[5], row[6]),
    )


def maybe_day(kept: str | None) -> date | None:
    """A date that may be missing."""
    return None if kept is None else day(kept)


def voiding(reason: str | None, at: str | None, by: str | None) -> Voiding | None:
    """Why, when and by whom a record was voided; None while it counts."""
    if at is None:
        return None
    return Voiding(reason=reason or "", at=datetime.fromisoformat(at), by=by or "")


def _maybe_amount(kept: str | None) -> Decimal | None:
    return None if kept is None else Decimal(kept)
