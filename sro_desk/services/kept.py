"""Rows as the file keeps them, read as plain tuples, and the values made of them.

Rows of the mapping would cost ten times as much for ten thousand officers:
here the driver's own tuples come in, and each value is made once.
"""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NULLTYPE

from sro_desk.domain.codes import DayKind, Role
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
    Voiding,
)
from sro_desk.storage.base import RecordRow
from sro_desk.storage.tables import (
    AssignmentRow,
    CertificateRow,
    ContactDayRow,
    ContractRow,
    InabilityRecordRow,
    OfficerRow,
    PolicyReviewRow,
)

Columns = Select[*tuple[Any, ...]]

_ROLES = {role.value: role for role in Role}
_DAY_KINDS = {kind.value: kind for kind in DayKind}
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


def tuples(session: Session, query: Columns) -> list[tuple[Any, ...]]:
    """What `query` finds, as the driver hands it out; its parameters must be numbers."""
    connection = session.connection()
    literal = {"literal_binds": True}
    sql = query.compile(dialect=connection.dialect, compile_kwargs=literal)
    cursor = connection.connection.cursor()
    cursor.execute(str(sql))
    return list(cursor.fetchall())


def _as_kept(table: type[RecordRow], *names: str) -> Columns:
    """The columns as the file keeps them, unconverted: each value is converted once, here."""
    columns = table.__table__.c
    kept: Columns = select(*[type_coerce(columns[name], NULLTYPE) for name in names])
    return kept


_VOIDED = ("voided_reason", "voided_at", "voided_by")
OFFICERS = _as_kept(
    OfficerRow,
    *("id", "name", "sort_name", "rank", "badge", "title", "post_license", "work_phone"),
    *("work_email", "employed_from", "employed_to", "withheld", "remarks", *_VOIDED),
)
ASSIGNMENTS = _as_kept(
    AssignmentRow,
    *("id", "officer_id", "district_id", "role", "assumed", "ends_on", "school_id"),
    *("meets_definition", "definition_reason", "booked_days", *_VOIDED),
)
CERTIFICATES = _as_kept(
    CertificateRow,
    *("id", "officer_id", "course_id", "completed_on", "issued_on", "number", "credits"),
    *("copy_sha256", *_VOIDED),
)
REVIEWS = _as_kept(PolicyReviewRow, "id", "officer_id", "reviewed_on", "note", *_VOIDED)
INABILITY = _as_kept(
    InabilityRecordRow, "id", "officer_id", "recorded_on", "reason", "signed_by", *_VOIDED
)
DAYS = _as_kept(ContactDayRow, "id", "assignment_id", "on", "kind", *_VOIDED)
CONTRACTS = _as_kept(
    ContractRow, "id", "district_id", "starts_on", "ends_on", "duties", "copy_sha256", *_VOIDED
)


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


def certificate_of(courses: Mapping[CourseId, Course]) -> Callable[[Any], Certificate]:
    """What makes a certificate of a row of `CERTIFICATES`, given the catalogue."""

    def certificate(row: Any) -> Certificate:
        return Certificate(
            id=row[0],
            officer=row[1],
            course=courses[row[2]],
            completed_on=day(row[3]),
            issued_on=maybe_day(row[4]),
            number=row[5],
            credits=None if row[6] is None else Decimal(row[6]),
            copy=row[7],
            voided=voiding(row[8], row[9], row[10]),
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
    return ContactDay(
        id=row[0],
        assignment=row[1],
        on=day(row[2]),
        kind=_DAY_KINDS[row[3]],
        voided=voiding(row[4], row[5], row[6]),
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


def maybe_day(kept: str | None) -> date | None:
    """A date that may be missing."""
    return None if kept is None else day(kept)


def voiding(reason: str | None, at: str | None, by: str | None) -> Voiding | None:
    """Why, when and by whom a record was voided; None while it counts."""
    if at is None:
        return None
    return Voiding(reason=reason or "", at=datetime.fromisoformat(at), by=by or "")
