"""What became of ended periods, and how one period bears on the next."""

import pytest
from record_of import (
    BASIC,
    MANDATED,
    SUBSTITUTE,
    SUPPLEMENTAL,
    Case,
    certificate,
    day,
    days_under,
    inability,
    officer_with,
    serves,
)

from sro_desk.domain.codes import Advisory, Duties, Light, Paragraph, Status
from sro_desk.domain.reasons import Because

A, B, C, D = Paragraph.A, Paragraph.B, Paragraph.C, Paragraph.D
SPRING = serves("2026-01-04", "2026-06-05")
NEEDED = inability("2025-12-30")


def outcomes(case: Case, on: str = "2026-11-24") -> list[tuple[Paragraph, Status, str | None]]:
    """Paragraph, status and legal date of every period."""
    return [
        (each.paragraph, each.status, each.deadline and str(each.deadline.legal))
        for each in case.on(on).history
    ]


ENDED = {
    "met": (officer_with(SPRING, certificate(MANDATED, "2026-01-03")), Status.ENDED_MET),
    "met late": (officer_with(SPRING, certificate(MANDATED, "2026-01-04")), Status.ENDED_MET_LATE),
    "trained on the last day": (
        officer_with(SPRING, certificate(MANDATED, "2026-06-05")),
        Status.ENDED_MET_LATE,
    ),
    "trained only after it": (
        officer_with(SPRING, certificate(MANDATED, "2026-06-06")),
        Status.ENDED_UNMET,
    ),
    "untrained past the deadline": (officer_with(SPRING), Status.ENDED_UNMET),
    "ended before six months": (officer_with(SPRING, NEEDED), Status.ENDED_LAPSED),
    "ended on the last day": (
        officer_with(serves("2026-01-04", "2026-07-06"), NEEDED),
        Status.ENDED_LAPSED,
    ),
    "ended the day after": (
        officer_with(serves("2026-01-04", "2026-07-07"), NEEDED),
        Status.ENDED_UNMET,
    ),
    "recorded only after it": (
        officer_with(SPRING, inability("2026-07-01")),
        Status.ENDED_UNMET,
    ),
    "V.B, ended before its date": (
        officer_with(SPRING, certificate(BASIC, "2024-06-01")),
        Status.ENDED_LAPSED,
    ),
    "ended before the mandate": (
        officer_with(serves("2020-09-01", "2024-06-05")),
        Status.ENDED_LAPSED,
    ),
    "ended on the mandate": (officer_with(serves("2020-09-01", "2025-09-01")), Status.ENDED_LAPSED),
    "ended after the mandate": (
        officer_with(serves("2020-09-01", "2025-09-02")),
        Status.ENDED_UNMET,
    ),
    "substitute": (
        officer_with(serves("2026-01-04", "2026-06-05", SUBSTITUTE)),
        Status.ENDED_EXEMPT,
    ),
}


@pytest.mark.parametrize(("case", "status"), ENDED.values(), ids=ENDED.keys())
def test_an_ended_period_shows_its_outcome_and_no_gaps(case: Case, status: Status) -> None:
    """Grey, no duties, nothing to do; whatever copies or contracts are missing."""
    stripped = case.also(
        contracts=(),
        certificates=tuple(
            certificate(each.course.kind, str(each.completed_on), copy=False)
            for each in case.record.certificates
        ),
    )
    found = stripped.on()
    assert (found.status, found.gaps, found.light) == (status, (), Light.GREY)
    assert (found.duties, found.days_left) == (Duties.NOT_APPLICABLE, None)


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("2026-06-04", Status.OVERDUE),
        ("2026-06-05", Status.OVERDUE),
        ("2026-06-06", Status.ENDED_UNMET),
    ],
)
def test_the_last_day_still_is_service(on: str, status: Status) -> None:
    """A period ends on its last day, inclusive."""
    assert officer_with(SPRING).on(on).status is status


def test_an_earlier_period_keeps_its_own_outcome() -> None:
    """A later certificate does not mend what was served untrained."""
    case = officer_with(SPRING, serves("2026-09-08"), certificate(MANDATED, "2026-08-01"))
    assert outcomes(case) == [
        (A, Status.ENDED_UNMET, "2026-01-03"),
        (A, Status.MET, "2026-09-07"),
    ]


def test_a_period_still_to_come_is_shown_too() -> None:
    """With none in force the next to begin gives the status."""
    case = officer_with(SPRING, serves("2027-01-05"), certificate(BASIC, "2024-06-01"))
    assert outcomes(case) == [
        (B, Status.ENDED_LAPSED, "2027-05-31"),
        (B, Status.DUE, "2027-05-31"),
    ]
    assert case.on().status is Status.DUE


def test_exempt_until_regular() -> None:
    """Exempt under V.D, regular on 2027-01-05: trained by 2027-01-04."""
    substitute = serves("2026-09-08", "2027-01-04", SUBSTITUTE)
    case = officer_with(substitute, serves("2027-01-05"), *days_under(substitute, "2026-09-08", 59))
    assert outcomes(case, "2027-01-05") == [
        (D, Status.ENDED_EXEMPT, None),
        (A, Status.OVERDUE, "2027-01-04"),
    ]
    assert case.on("2027-01-04").paragraph is D


@pytest.mark.parametrize(
    ("days", "runs_from", "last"),
    [(59, "2027-01-05", "2027-07-06"), (60, "2026-09-08", "2027-03-08")],
)
def test_the_clock_of_a_substitute_who_becomes_regular(
    days: int, runs_from: str, last: str
) -> None:
    """From the first regular day, or from the first substitute day where 60 had been reached."""
    substitute = serves("2026-09-08", "2027-01-04", SUBSTITUTE)
    case = officer_with(
        substitute,
        serves("2027-01-05"),
        inability("2026-12-30"),
        *days_under(substitute, "2026-09-08", days),
    )
    found = case.on("2027-01-05")
    assert found.deadline is not None
    assert (found.paragraph, str(found.deadline.legal)) == (C, last)
    assert found.why[0].facts["from"] == day(runs_from)
    not_renewed = Because.WINDOW_NOT_RENEWED in {reason.because for reason in found.why}
    assert not_renewed == (days == 60)


def test_sixty_reached_only_after_becoming_regular_does_not_count_back() -> None:
    """The 60th substitute day must have come before the regular duties were assumed."""
    first = serves("2026-09-08", "2026-12-31", SUBSTITUTE)
    again = serves("2027-02-01", "2027-06-05", SUBSTITUTE)
    case = officer_with(
        first,
        serves("2027-01-05", "2027-01-31"),
        again,
        inability("2026-12-30"),
        *days_under(first, "2026-09-08", 40),
        *days_under(again, "2027-02-01", 20),
    )
    assert [
        each.deadline and str(each.deadline.nominal) for each in case.on("2027-01-05").history
    ] == [
        "2027-03-08",
        "2027-07-05",
        "2027-03-08",
    ]


@pytest.mark.parametrize(
    ("first_day", "runs_from"), [("2025-04-01", "2026-01-05"), ("2025-07-01", "2025-03-03")]
)
def test_sixty_days_of_a_school_year_before_the_mandate_start_no_clock(
    first_day: str, runs_from: str
) -> None:
    """The school year 2024-25 was over when the mandate began; 2025-26 was not."""
    substitute = serves("2025-03-03", "2026-01-04", SUBSTITUTE)
    case = officer_with(
        substitute,
        serves("2026-01-05"),
        inability("2026-01-02"),
        *days_under(substitute, first_day, 60),
    )
    assert case.on("2026-01-05").why[0].facts["from"] == day(runs_from)


@pytest.mark.parametrize("district", [1, 2])
def test_a_window_does_not_renew(district: int) -> None:
    """Neither a return after a break nor another district starts six new months."""
    case = officer_with(SPRING, serves("2026-09-08", district=district), NEEDED)
    assert outcomes(case) == [
        (C, Status.ENDED_LAPSED, "2026-07-06"),
        (C, Status.OVERDUE, "2026-07-06"),
    ]
    assert case.on().duties is Duties.NOT_REQUIRED


def test_a_window_runs_from_the_first_period_that_the_mandate_reaches() -> None:
    """A period ended by 2025-08-31 does not start the clock; one open on 2025-09-01 does."""
    again = serves("2026-09-08")
    before = officer_with(serves("2025-03-10", "2025-08-31"), again, inability("2026-09-01"))
    assert outcomes(before)[-1] == (C, Status.DUE, "2027-03-08")
    reached = officer_with(serves("2025-03-10", "2025-09-01"), again, inability("2026-09-01"))
    assert outcomes(reached)[-1] == (C, Status.OVERDUE, "2025-09-10")
    long_ago = officer_with(serves("2024-03-10", "2025-09-01"), again, inability("2026-09-01"))
    assert outcomes(long_ago)[-1] == (A, Status.OVERDUE, "2026-09-07")


def test_a_trained_officer_returns_trained() -> None:
    """The certificate follows the officer, and a late one serves the next period in time."""
    case = officer_with(
        SPRING, serves("2026-09-08", district=2), certificate(MANDATED, "2026-03-01")
    )
    assert outcomes(case) == [
        (A, Status.ENDED_MET_LATE, "2026-01-03"),
        (A, Status.MET, "2026-09-07"),
    ]


def test_a_supplemental_serves_every_later_period_under_v_b() -> None:
    """Trained under V.B in time, whenever the duties are assumed again."""
    case = officer_with(
        SPRING,
        serves("2028-09-05"),
        certificate(BASIC, "2024-06-01"),
        certificate(SUPPLEMENTAL, "2026-03-01"),
    )
    assert outcomes(case, "2028-10-01") == [
        (B, Status.ENDED_MET, "2027-05-31"),
        (B, Status.MET, "2027-05-31"),
    ]


def test_a_regular_who_becomes_substitute_is_exempt() -> None:
    """The count is what matters then, not the training."""
    case = officer_with(SPRING, serves("2026-06-06", role=SUBSTITUTE))
    found = case.on()
    assert (found.paragraph, found.status, found.duties) == (D, Status.EXEMPT, Duties.NOT_REQUIRED)
    assert Advisory.REFRESH_DUE not in found.advisories
