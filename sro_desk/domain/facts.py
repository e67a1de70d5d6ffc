"""What of a record counts on one day: nothing voided, nothing that was not yet known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.contact_days import DayBook
from sro_desk.domain.finding import ServicePeriod
from sro_desk.domain.law import Law
from sro_desk.domain.periods import covered, service_periods
from sro_desk.domain.records import (
    Assignment,
    Certificate,
    InabilityRecord,
    OfficerRecord,
    Policy,
)


@dataclass(slots=True, kw_only=True)
class Facts:
    """The facts that bear on one officer as of a day, each list in order of its dates."""

    record: OfficerRecord
    on: date
    assignments: list[Assignment]  # covered
    periods: tuple[ServicePeriod, ...]
    mandated: list[Certificate]
    supplemental: list[Certificate]
    basic: list[Certificate]  # every BASIC, also those too late to open V.B
    reviewed: list[date]
    inability: list[InabilityRecord]
    revised: list[date]  # the policy's adoption and its revisions
    days: DayBook


def facts_on(record: OfficerRecord, policy: Policy, law: Law, on: date) -> Facts:
    """Sort out what counts on a day; the order in which the facts are given does not matter."""
    assignments = covered(record.assignments)
    by_kind = _certificates(record.certificates, on)
    return Facts(
        record=record,
        on=on,
        assignments=assignments,
        periods=service_periods(assignments) if assignments else (),
        mandated=by_kind[CourseKind.MANDATED],
        supplemental=by_kind[CourseKind.SUPPLEMENTAL],
        basic=by_kind[CourseKind.BASIC],
        reviewed=sorted(
            review.reviewed_on
            for review in record.reviews
            if review.voided is None and review.reviewed_on <= on
        ),
        inability=_inability(record.inability_records, on),
        revised=sorted(
            revision.adopted_on
            for revision in policy.revisions
            if revision.voided is None and revision.adopted_on <= on
        ),
        days=DayBook(assignments, record.contact_days, law),
    )


def _certificates(
    certificates: Iterable[Certificate], on: date
) -> dict[CourseKind, list[Certificate]]:
    known: dict[CourseKind, list[Certificate]] = {kind: [] for kind in CourseKind}
    for each in certificates:
        if each.voided is None and each.completed_on <= on:
            known[each.course.kind].append(each)
    for of_kind in known.values():
        if len(of_kind) > 1:
            of_kind.sort(key=by_completion)
    return known


def by_completion(each: Certificate) -> tuple[date, bool, int]:
    """Of two completed on one day the one with a copy on file counts as the more recent."""
    return each.completed_on, each.copy is not None, each.id


def _inability(records: Iterable[InabilityRecord], on: date) -> list[InabilityRecord]:
    """The inability records known on a day; one without a date is known on every day."""
    known = [
        each
        for each in records
        if each.voided is None and (each.recorded_on is None or each.recorded_on <= on)
    ]
    return sorted(known, key=lambda each: (each.recorded_on or date.min, each.id))
