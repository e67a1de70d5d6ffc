"""What holds for any facts at all, searched for counterexamples."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from record_of import (
    MANDATED,
    OFFICER,
    SUPPLEMENTAL,
    Case,
    certificate,
    contract,
    inability,
    review,
    serves,
    the_law,
)

from sro_desk.domain.codes import (
    CourseKind,
    DayKind,
    Duties,
    Gap,
    Light,
    Paragraph,
    Role,
    Status,
    Step,
)
from sro_desk.domain.finding import Finding
from sro_desk.domain.records import (
    Assignment,
    ContactDay,
    ContactDayId,
    OfficerRecord,
    Policy,
    PolicyRevision,
    PolicyRevisionId,
)
from sro_desk.domain.sentences import why

# The dates that matter, each with its neighbours, and the years around them.
BOUNDARIES = [
    date(2025, 1, 15), date(2025, 3, 1), date(2025, 7, 1), date(2025, 8, 31), date(2025, 9, 1),
    date(2026, 1, 4), date(2026, 7, 1), date(2026, 7, 4), date(2026, 11, 26), date(2027, 5, 28),
    date(2027, 5, 31), date(2027, 6, 1), date(2027, 7, 1), date(2028, 2, 29),
]  # fmt: skip
NEAR = st.builds(
    lambda day, shift: day + timedelta(days=shift),
    st.sampled_from(BOUNDARIES),
    st.integers(-2, 2),
)
DAYS = NEAR | st.dates(date(2024, 1, 1), date(2028, 12, 31))


@st.composite
def assignments(draw: st.DrawFn) -> Assignment:
    """An assignment of any role, in one of three districts, rarely outside the definition."""
    assumed = draw(DAYS)
    length = draw(st.none() | st.integers(0, 500))
    return serves(
        str(assumed),
        None if length is None else str(assumed + timedelta(days=length)),
        draw(st.sampled_from(Role)),
        district=draw(st.integers(1, 3)),
        covered=draw(st.integers(0, 9)) > 0,
        booked=draw(st.sampled_from([0, 0, 0, 20, 59, 60])),
        id=draw(st.integers(1, 10**6)),
    )


@st.composite
def contact_days(draw: st.DrawFn, assigned: list[Assignment]) -> tuple[ContactDay, ...]:
    """A few runs of dates, served or booked, under the assignments given."""
    if not assigned:
        return ()
    found: list[ContactDay] = []
    for _ in range(draw(st.integers(0, 3))):
        under = draw(st.sampled_from(assigned))
        start = under.assumed + timedelta(days=draw(st.integers(0, 300)))
        found += [
            ContactDay(
                id=ContactDayId(len(found)),
                assignment=under.id,
                on=start + timedelta(days=offset),
                kind=draw(st.sampled_from(DayKind)),
            )
            for offset in range(draw(st.sampled_from([1, 29, 30, 59, 60])))
        ]
    return tuple(found)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """The facts of any officer."""
    assigned = draw(st.lists(assignments(), max_size=4, unique_by=lambda each: each.id))
    certificates = draw(
        st.lists(
            st.builds(
                lambda kind, day, copy: certificate(kind, str(day), copy=copy),
                st.sampled_from(CourseKind),
                DAYS | st.dates(date(2018, 1, 1), date(2025, 9, 2)),
                st.booleans(),
            ),
            max_size=5,
            unique_by=lambda each: each.id,
        )
    )
    records = st.builds(
        lambda day, reason: inability(None if day is None else str(day), reason),
        st.none() | DAYS,
        st.sampled_from(["No seat", ""]),
    )
    adopted = draw(st.lists(DAYS, max_size=3))
    return Case(
        record=OfficerRecord(
            officer=OFFICER,
            assignments=tuple(assigned),
            certificates=tuple(certificates),
            reviews=tuple(draw(st.lists(DAYS.map(lambda day: review(str(day))), max_size=2))),
            inability_records=tuple(draw(st.lists(records, max_size=2))),
            contact_days=draw(contact_days(assigned)),
            contracts=tuple(
                contract(district=number) for number in draw(st.sets(st.integers(1, 3)))
            ),
        ),
        policy=Policy(
            revisions=tuple(
                PolicyRevision(id=PolicyRevisionId(number), adopted_on=day)
                for number, day in enumerate(adopted)
            )
        ),
    )


RANK = {
    Status.MET: 0,
    Status.EXEMPT: 0,
    Status.MET_LATE: 1,
    Status.DUE: 1,
    Status.OVERDUE: 2,
    Status.ENDED_MET: 0,
    Status.ENDED_EXEMPT: 0,
    Status.ENDED_LAPSED: 1,
    Status.ENDED_MET_LATE: 1,
    Status.ENDED_UNMET: 2,
    Status.NOT_COVERED: 0,
    Status.NO_ASSIGNMENT: 0,
}


@settings(max_examples=100)
@given(cases(), DAYS)
def test_the_legal_date_is_never_before_the_nominal(case: Case, on: date) -> None:
    """For the finding and for every period of the history."""
    found = case.on(on)
    for deadline in (found.deadline, *(each.deadline for each in found.history)):
        if deadline is not None:
            assert deadline.nominal <= deadline.legal
            assert (deadline.legal - deadline.nominal).days <= 5


@settings(max_examples=200)
@given(cases(), DAYS, DAYS, st.sampled_from([MANDATED, SUPPLEMENTAL]))
def test_a_qualifying_certificate_never_makes_a_status_worse(
    case: Case, on: date, completed: date, kind: CourseKind
) -> None:
    """Neither the finding's nor that of any earlier period."""
    more = certificate(kind, str(completed))
    assume(more.id not in {each.id for each in case.record.certificates})
    before, after = case.on(on), _with(case, more).on(on)
    assert RANK[after.status] <= RANK[before.status]
    assert before.status is not Status.MET_LATE or after.status is not Status.DUE
    for was, now in zip(before.history, after.history, strict=True):
        assert RANK[now.status] <= RANK[was.status]


def _with(case: Case, more: object) -> Case:
    return case.also(certificates=(*case.record.certificates, more))


@settings(max_examples=100)
@given(cases(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter(case: Case, on: date, random: Random) -> None:
    """Every list shuffled: the same finding, and the same sentences."""

    def shuffled(values: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(random.sample(values, len(values)))

    record = case.record
    other = Case(
        record=replace(
            record,
            assignments=shuffled(record.assignments),
            certificates=shuffled(record.certificates),
            reviews=shuffled(record.reviews),
            inability_records=shuffled(record.inability_records),
            contact_days=shuffled(record.contact_days),
            contracts=shuffled(record.contracts),
        ),
        policy=Policy(revisions=shuffled(case.policy.revisions)),
    )
    assert other.on(on) == case.on(on)
    assert why(other.on(on).why) == why(case.on(on).why)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot change its time zone")
@settings(max_examples=50)
@given(cases(), DAYS)
def test_the_time_zone_does_not_matter(case: Case, on: date) -> None:
    """A day ahead and a day behind."""
    with _time_zone("Pacific/Kiritimati"):
        ahead = case.on(on)
    with _time_zone("Pacific/Pago_Pago"):
        behind = case.on(on)
    assert ahead == behind == case.on(on)


@contextmanager
def _time_zone(name: str) -> Iterator[None]:
    kept = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        if kept is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = kept
        time.tzset()


@settings(max_examples=200)
@given(cases(), DAYS)
def test_a_finding_agrees_with_itself(case: Case, on: date) -> None:
    """Deadline, duties, gaps and light follow from paragraph and status, whatever the facts."""
    found = case.on(on)
    assert found.light is _light(found)
    assert (found.deadline is None) == (found.paragraph in (None, Paragraph.D))
    assert (found.days_left is not None) == (found.status in (Status.DUE, Status.OVERDUE))
    if found.days_left is not None:
        assert (found.days_left >= 0) == (found.status is Status.DUE)
    if found.light is Light.GREY:
        assert (found.gaps, found.duties) == ((), Duties.NOT_APPLICABLE)
    if found.duties is Duties.HOLD:
        assert found.status is Status.OVERDUE
        assert found.paragraph in (Paragraph.A, Paragraph.B)
    if found.trained_on is not None:
        assert found.trained_on <= on
    if found.period is not None:
        assert found.history[
            [each.period for each in found.history].index(found.period)
        ].status is (found.status)
    assert (found.attach_to is not None) == bool(
        {Gap.CERT_COPY, Gap.PRIOR_BASIC_PROOF} & set(found.gaps)
    )
    if found.light is Light.RED:
        assert found.next_step is not Step.NONE
    assert len(why(found.why)) == len(found.why) + 1


def _light(found: Finding) -> Light:
    """RULES §6, read a second time."""
    if found.status.value.startswith(("ENDED", "NO")):
        return Light.GREY
    red = {Gap.CERT_COPY, Gap.POLICY_REVIEW_MISSING, Gap.AGENCY_POLICY_MISSING}
    if found.status is Status.OVERDUE or red & set(found.gaps):
        return Light.RED
    if found.status in (Status.DUE, Status.MET_LATE) or found.gaps:
        return Light.AMBER
    return Light.GREEN


@settings(max_examples=100)
@given(cases(), DAYS)
def test_what_comes_later_is_not_known(case: Case, on: date) -> None:
    """Without the certificates, reviews and records dated later, the answer is the same."""
    record = case.record
    known = case.also(
        certificates=tuple(each for each in record.certificates if each.completed_on <= on),
        reviews=tuple(each for each in record.reviews if each.reviewed_on <= on),
        inability_records=tuple(
            each
            for each in record.inability_records
            if each.recorded_on is None or each.recorded_on <= on
        ),
    )
    with_all, with_known = case.on(on), known.on(on)
    assert with_all._replace(advisories=()) == with_known._replace(advisories=())


@given(st.dates(date(2025, 9, 1), date(2035, 12, 31)), st.booleans())
def test_v_c_ends_on_an_open_day(assumed: date, local: bool) -> None:
    """Whichever holidays the agency keeps."""
    law = the_law(local_holidays=local)
    case = Case(
        record=OfficerRecord(
            officer=OFFICER,
            assignments=(serves(str(assumed)),),
            inability_records=(inability(str(assumed)),),
        ),
        law=law,
    )
    deadline = case.on(assumed).deadline
    assert deadline is not None
    assert law.holidays.is_open(deadline.legal)


@pytest.mark.parametrize("on", [date.min, date.max], ids=["first day", "last day"])
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("assumed", ["0001-01-01", "9999-12-31"])
def test_a_typo_in_a_year_takes_nothing_down(on: date, role: Role, assumed: str) -> None:
    """At the very ends of the calendar there still is an answer in words."""
    case = Case(
        record=OfficerRecord(
            officer=OFFICER,
            assignments=(serves(assumed, role=role, booked=60),),
            certificates=(certificate(MANDATED, assumed),),
            inability_records=(inability(None),),
        )
    )
    assert why(case.on(on).why)
    assert why(case.also(certificates=()).on(on).why)
