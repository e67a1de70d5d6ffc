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

_MANDATED, _SUPPLEMENTAL, _BASIC = CourseKind.MANDATED, CourseKind.SUPPLEMENTAL, CourseKind.BASIC


@dataclass(slots=True, kw_only=True)
class Known:
    """The certificates and inability records known on a day, each list in order of its dates."""

    mandated: list[Certificate]
    supplemental: list[Certificate]
    either: list[Certificate]  # MANDATED or SUPPLEMENTAL: what satisfies V.B
    prior_basic: list[Certificate]  # BASIC, completed early enough to open V.B
    late_basic: list[Certificate]  # BASIC, too late for that
    inability: list[InabilityRecord]  # one without a date is known on every day


@dataclass(slots=True, kw_only=True)
class Facts:
    """The facts that bear on one officer as of a day, each list in order of its dates."""

    record: OfficerRecord
    on: date
    assignments: list[Assignment]  # covered
    periods: tuple[ServicePeriod, ...]
    certificates: list[Certificate]  # also those completed after the day
    known: Known
    reviewed: list[date]
    revised: list[date]  # the policy's adoption and its revisions
    days: DayBook


def facts_on(record: OfficerRecord, policy: Policy, law: Law, on: date) -> Facts:
    """Sort out what counts on a day; the order in which the facts are given does not matter."""
    assignments = covered(record.assignments)
    certificates = [each for each in record.certificates if each.voided is None]
    certificates.sort(key=by_completion)
    reviewed = [
        review.reviewed_on
        for review in record.reviews
        if review.voided is None and review.reviewed_on <= on
    ]
    revised = [
        revision.adopted_on
        for revision in policy.revisions
        if revision.voided is None and revision.adopted_on <= on
    ]
    return Facts(
        record=record,
        on=on,
        assignments=assignments,
        periods=service_periods(assignments) if assignments else (),
        certificates=certificates,
        known=known_by(on, certificates, record.inability_records, law),
        reviewed=sorted(reviewed),
        revised=sorted(revised),
        days=DayBook(assignments, record.contact_days, law),
    )


def known_by(
    day: date,
    certificates: Iterable[Certificate],
    inability: Iterable[InabilityRecord],
    law: Law,
) -> Known:
    """What was known on a day, by certificates that are in order of completion."""
    mandated, supplemental, either, prior_basic, late_basic = [], [], [], [], []
    for each in certificates:
        if each.completed_on > day:
            break
        kind = each.course.kind
        if kind is _MANDATED:
            mandated.append(each)
            either.append(each)
        elif kind is _SUPPLEMENTAL:
            supplemental.append(each)
            either.append(each)
        elif kind is _BASIC and each.completed_on < law.basic_before:
            prior_basic.append(each)
        elif kind is _BASIC:
            late_basic.append(each)
    return Known(
        mandated=mandated,
        supplemental=supplemental,
        either=either,
        prior_basic=prior_basic,
        late_basic=late_basic,
        inability=_inability(inability, day),
    )


def by_completion(each: Certificate) -> tuple[date, bool, int]:
    """Of two completed on one day the one with a copy on file counts as the more recent."""
    return each.completed_on, each.copy is not None, each.id


def _inability(records: Iterable[InabilityRecord], on: date) -> list[InabilityRecord]:
    known = [
        each
        for each in records
        if each.voided is None and (each.recorded_on is None or each.recorded_on <= on)
    ]
    if len(known) > 1:
        known.sort(key=lambda each: (each.recorded_on or date.min, each.id))
    return known
