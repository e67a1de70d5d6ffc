"""How long the rules take for a large agency, against the least that its facts could cost."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from sro_desk import resources
from sro_desk.domain.codes import CourseKind, DayKind, Role
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.law import law_from
from sro_desk.domain.records import (
    Assignment,
    AssignmentId,
    Certificate,
    CertificateId,
    ContactDay,
    ContactDayId,
    Contract,
    ContractId,
    Course,
    CourseId,
    DistrictId,
    InabilityRecord,
    InabilityRecordId,
    Officer,
    OfficerId,
    OfficerRecord,
    Policy,
    PolicyReview,
    PolicyReviewId,
    PolicyRevision,
    PolicyRevisionId,
    Sha256,
)

OFFICERS, CERTIFICATES = 1_000, 10
ON = date(2026, 11, 24)
POLICY = Policy(revisions=(PolicyRevision(id=PolicyRevisionId(1), adopted_on=date(2025, 8, 1)),))
COURSES = [
    Course(id=CourseId(number), title=kind.value, kind=kind)
    for number, kind in enumerate(CourseKind)
]


@dataclass(frozen=True, slots=True)
class _Verdict:
    officer: int
    latest: date
    late: bool


def _record(number: int) -> OfficerRecord:
    """One of many officers: every fourth a substitute with 40 days, some not trained in time."""
    substitute = number % 4 == 0
    last_year = Assignment(
        id=AssignmentId(number * 2),
        officer=OfficerId(number),
        district=DistrictId(number % 5),
        role=Role.REGULAR,
        assumed=date(2025, 9, 2),
        ends_on=date(2026, 6, 5),
    )
    this_year = replace(
        last_year,
        id=AssignmentId(number * 2 + 1),
        role=Role.SUBSTITUTE if substitute else Role.REGULAR,
        assumed=date(2026, 8, 24) + timedelta(days=number % 30),
        ends_on=None,
    )
    return OfficerRecord(
        officer=Officer(id=OfficerId(number), name=f"Officer {number}", sort_name=f"{number}"),
        assignments=(last_year, this_year),
        certificates=tuple(
            Certificate(
                id=CertificateId(number * CERTIFICATES + each),
                officer=OfficerId(number),
                course=COURSES[max((number + each) % len(COURSES), number % 3)],
                completed_on=date(2024, 1, 1) + timedelta(days=(number * 37 + each * 101) % 1_100),
                copy=Sha256(f"{number * CERTIFICATES + each:064x}"),
            )
            for each in range(CERTIFICATES)
        ),
        reviews=(
            PolicyReview(
                id=PolicyReviewId(number),
                officer=OfficerId(number),
                reviewed_on=date(2026, 8, 20),
            ),
        ),
        inability_records=(
            InabilityRecord(
                id=InabilityRecordId(number),
                officer=OfficerId(number),
                recorded_on=date(2026, 8, 1),
                reason="No seat",
                signed_by="Chief",
            ),
        )
        if number % 3 == 0
        else (),
        contact_days=tuple(
            ContactDay(
                id=ContactDayId(number * 100 + each),
                assignment=this_year.id,
                on=this_year.assumed + timedelta(days=each),
                kind=DayKind.SERVED,
            )
            for each in range(40)
        )
        if substitute
        else (),
        contracts=(
            Contract(
                id=ContractId(number % 5),
                district=DistrictId(number % 5),
                starts_on=date(2026, 7, 1),
                ends_on=date(2027, 6, 30),
            ),
        ),
    )


def _looked_at(record: OfficerRecord) -> _Verdict:
    """The floor: every certificate and contact day looked at once, and one value made."""
    latest = ON
    for each in record.certificates:
        if each.voided is None and each.course.kind is CourseKind.MANDATED:
            latest = min(latest, each.completed_on)
    days = {each.on for each in record.contact_days if each.voided is None}
    return _Verdict(record.officer.id, latest, len(days) >= 60)


def _best_of(runs: int, work: Callable[[], object]) -> float:
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken)


@pytest.mark.benchmark
def test_evaluate_speed(capsys: pytest.CaptureFixture[str]) -> None:
    """1,000 officers with 10 certificates each: the aim is under 0.1 s in total."""
    text = resources.path("law", "minnesota-626.8482.toml").read_text(encoding="utf-8")
    law = law_from(text)
    records = [_record(number) for number in range(OFFICERS)]
    findings = [evaluate(record, POLICY, law, ON) for record in records]
    took = _best_of(5, lambda: [evaluate(record, POLICY, law, ON) for record in records])
    floor = _best_of(5, lambda: [_looked_at(record) for record in records])
    with capsys.disabled():
        print(
            f"\nevaluate: {OFFICERS:,} officers x {CERTIFICATES} certificates "
            f"{took * 1e3:.1f} ms (aim: under 100 ms), {took / floor:.1f} times the floor "
            f"of {floor * 1e3:.1f} ms"
        )
    assert len({finding.status for finding in findings}) >= 4, "the officers are too much alike"
