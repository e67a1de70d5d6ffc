"""Service periods: merging, touching, and regular before substitute on the same date."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_of import REGULAR, SUBSTITUTE, day, officer_with, serves

from sro_desk.domain.codes import Role
from sro_desk.domain.finding import ServicePeriod
from sro_desk.domain.periods import covered, period_asked_about, service_periods
from sro_desk.domain.records import Assignment, Voiding


def _periods(*assignments: Assignment) -> list[tuple[str, str, str | None]]:
    return [
        (period.role.value[0], period.assumed.isoformat(), period.ends_on and str(period.ends_on))
        for period in service_periods(covered(assignments))
    ]


CASES = {
    "one, open": ([serves("2026-09-01")], [("R", "2026-09-01", None)]),
    "overlapping districts": (
        [serves("2026-09-01", "2026-12-31"), serves("2026-10-01", "2027-02-01", district=2)],
        [("R", "2026-09-01", "2027-02-01")],
    ),
    "one within the other": (
        [serves("2026-09-01", "2027-06-10"), serves("2026-10-01", "2026-11-01", district=2)],
        [("R", "2026-09-01", "2027-06-10")],
    ),
    "touching": (
        [serves("2026-09-01", "2026-12-31"), serves("2027-01-01", "2027-06-10")],
        [("R", "2026-09-01", "2027-06-10")],
    ),
    "a day between": (
        [serves("2026-09-01", "2026-12-31"), serves("2027-01-02", "2027-06-10")],
        [("R", "2026-09-01", "2026-12-31"), ("R", "2027-01-02", "2027-06-10")],
    ),
    "open swallows what follows": (
        [serves("2026-09-01"), serves("2027-09-01", "2028-06-01", district=2)],
        [("R", "2026-09-01", None)],
    ),
    "a regular period cuts a substitute one": (
        [serves("2026-09-01", "2027-06-10", SUBSTITUTE), serves("2026-11-01", "2026-11-30")],
        [
            ("S", "2026-09-01", "2026-10-31"),
            ("R", "2026-11-01", "2026-11-30"),
            ("S", "2026-12-01", "2027-06-10"),
        ],
    ),
    "two regular periods cut an open substitute one": (
        [
            serves("2026-09-01", None, SUBSTITUTE),
            serves("2026-11-01", "2026-11-30"),
            serves("2027-03-01", "2027-03-31", district=2),
        ],
        [
            ("S", "2026-09-01", "2026-10-31"),
            ("R", "2026-11-01", "2026-11-30"),
            ("S", "2026-12-01", "2027-02-28"),
            ("R", "2027-03-01", "2027-03-31"),
            ("S", "2027-04-01", None),
        ],
    ),
    "regular covers the substitute entirely": (
        [serves("2026-10-01", "2026-10-31", SUBSTITUTE), serves("2026-09-01", district=2)],
        [("R", "2026-09-01", None)],
    ),
    "regular begins with the substitute": (
        [serves("2026-09-01", "2027-06-10", SUBSTITUTE), serves("2026-09-01", "2026-11-30")],
        [("R", "2026-09-01", "2026-11-30"), ("S", "2026-12-01", "2027-06-10")],
    ),
    "regular ends with the substitute": (
        [serves("2026-09-01", "2027-06-10", SUBSTITUTE), serves("2027-01-05", "2027-06-10")],
        [("S", "2026-09-01", "2027-01-04"), ("R", "2027-01-05", "2027-06-10")],
    ),
    "substitute becomes regular": (
        [serves("2026-09-01", "2027-01-04", SUBSTITUTE), serves("2027-01-05")],
        [("S", "2026-09-01", "2027-01-04"), ("R", "2027-01-05", None)],
    ),
    "an open regular ends an open substitute": (
        [serves("2026-09-01", None, SUBSTITUTE), serves("2027-01-05")],
        [("S", "2026-09-01", "2027-01-04"), ("R", "2027-01-05", None)],
    ),
    "substitutes of two districts merge": (
        [
            serves("2026-09-01", "2026-12-31", SUBSTITUTE),
            serves("2026-12-01", "2027-02-01", SUBSTITUTE, district=2),
        ],
        [("S", "2026-09-01", "2027-02-01")],
    ),
    "one day": ([serves("2026-09-01", "2026-09-01")], [("R", "2026-09-01", "2026-09-01")]),
    "not covered is no service": ([serves("2026-09-01", covered=False)], []),
    "an end before its start is no service": ([serves("2026-09-02", "2026-09-01")], []),
    "at the ends of the calendar": (
        [serves("0001-01-01", "9999-12-31", SUBSTITUTE), serves("2026-09-01")],
        [("S", "0001-01-01", "2026-08-31"), ("R", "2026-09-01", None)],
    ),
}


@pytest.mark.parametrize(("assignments", "expected"), CASES.values(), ids=CASES.keys())
def test_periods(
    assignments: list[Assignment], expected: list[tuple[str, str, str | None]]
) -> None:
    """Whatever the order of the assignments."""
    for order in permutations(assignments):
        assert _periods(*order) == expected


def test_a_voided_assignment_is_no_service() -> None:
    """It stays on file and counts for nothing."""
    voided = Voiding(reason="Typo", at=datetime(2026, 1, 1, tzinfo=UTC), by="clerk@desk")
    assert _periods(replace(serves("2026-09-01"), voided=voided)) == []


def test_a_period_names_its_assignments_and_districts() -> None:
    """Only those of its own role that run within it."""
    substitute = serves("2026-09-01", "2027-06-10", SUBSTITUTE, district=2)
    one = serves("2026-11-01", "2026-11-30", district=1)
    two = serves("2026-11-15", "2026-12-15", district=3)
    periods = service_periods(covered([two, substitute, one]))
    assert [period.assignments for period in periods] == [
        (substitute.id,),
        (one.id, two.id),
        (substitute.id,),
    ]
    assert [period.districts for period in periods] == [(2,), (1, 3), (2,)]


@pytest.mark.parametrize(
    ("on", "assumed"),
    [
        ("2026-08-31", "2026-09-01"),
        ("2026-09-01", "2026-09-01"),
        ("2026-12-31", "2026-09-01"),
        ("2027-01-01", "2027-03-01"),
        ("2027-03-01", "2027-03-01"),
        ("2027-06-10", "2027-03-01"),
        ("2027-06-11", "2027-03-01"),
    ],
    ids=["before", "first day", "last day", "between", "next begins", "ends", "after"],
)
def test_the_period_asked_about(on: str, assumed: str) -> None:
    """In force, else next to begin, else last ended."""
    periods = service_periods(
        covered([serves("2026-09-01", "2026-12-31"), serves("2027-03-01", "2027-06-10")])
    )
    assert periods[period_asked_about(periods, day(on))].assumed == day(assumed)


def test_the_finding_is_that_of_the_period_in_force() -> None:
    """Earlier periods keep their outcome in the history."""
    case = officer_with(serves("2026-01-05", "2026-06-05"), serves("2026-09-08"))
    found = case.on("2026-11-24")
    assert found.period is not None
    assert found.period.assumed == day("2026-09-08")
    assert [each.period.assumed for each in found.history] == [day("2026-01-05"), day("2026-09-08")]


START = date(2026, 1, 1)
SPANS = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.integers(0, 25) | st.none(),
        st.sampled_from(Role),
        st.integers(1, 3),
    ),
    max_size=6,
)


@given(SPANS)
def test_periods_are_the_days_served(spans: list[tuple[int, int | None, Role, int]]) -> None:
    """Day by day regular wins where there is any; periods of one role never touch."""
    assignments = [
        serves(
            str(START + timedelta(days=first)),
            None if length is None else str(START + timedelta(days=first + length)),
            role,
            district=district,
            id=number,
        )
        for number, (first, length, role, district) in enumerate(spans)
    ]
    periods = service_periods(covered(assignments))
    for offset in range(-1, 100):
        on = START + timedelta(days=offset)
        roles = {
            each.role
            for each in assignments
            if each.assumed <= on and (each.ends_on is None or each.ends_on >= on)
        }
        expected = REGULAR if REGULAR in roles else SUBSTITUTE if roles else None
        in_force = [period for period in periods if _in_force(period, on)]
        assert [period.role for period in in_force] == ([expected] if expected else [])
    for before, after in pairwise(periods):
        assert before.ends_on is not None
        assert before.ends_on < after.assumed
        assert before.role is not after.role or (after.assumed - before.ends_on).days > 1


def _in_force(period: ServicePeriod, on: date) -> bool:
    return period.assumed <= on and (period.ends_on is None or period.ends_on >= on)
