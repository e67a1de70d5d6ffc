"""The 60 contact days of V.D: what counts, in which school year, and what the 60th day asks."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from record_of import (
    BASIC,
    MANDATED,
    SUBSTITUTE,
    certificate,
    day,
    days_under,
    inability,
    officer_with,
    review,
    serves,
)

from sro_desk.domain.codes import DayKind, Duties, Gap, Paragraph, Status
from sro_desk.domain.finding import ContactDays, Finding
from sro_desk.domain.reasons import Because
from sro_desk.domain.records import ContactDay, Voiding

A, B, C, D = Paragraph.A, Paragraph.B, Paragraph.C, Paragraph.D
FALL = serves("2026-09-08", role=SUBSTITUTE)
ELSEWHERE = serves("2026-09-08", role=SUBSTITUTE, district=2)


def counted(found: Finding) -> ContactDays:
    """The count, which a substitute always has."""
    assert found.contact_days is not None
    return found.contact_days


@pytest.mark.parametrize(
    ("number", "paragraph", "status"),
    [(0, D, Status.EXEMPT), (59, D, Status.EXEMPT), (60, A, Status.DUE), (61, A, Status.DUE)],
)
def test_59_is_exempt_and_60_is_not(number: int, paragraph: Paragraph, status: Status) -> None:
    """Fewer than sixty; booked ahead, the training is due by the day before the 60th."""
    case = officer_with(FALL, *days_under(FALL, "2027-01-04", number, DayKind.BOOKED))
    found = case.on("2026-11-24")
    assert (found.paragraph, found.status) == (paragraph, status)
    assert counted(found).total == number
    if paragraph is A:
        assert found.deadline is not None
        assert str(found.deadline.legal) == "2027-03-03"
        assert counted(found).sixtieth_on == day("2027-03-04")
        assert found.duties is Duties.NOT_REQUIRED
    else:
        assert found.deadline is None


@pytest.mark.parametrize(
    ("on", "status", "duties"),
    [
        ("2027-03-02", Status.DUE, Duties.NOT_REQUIRED),
        ("2027-03-03", Status.DUE, Duties.NOT_REQUIRED),
        ("2027-03-04", Status.OVERDUE, Duties.HOLD),
    ],
    ids=["two days before", "the day before", "the 60th day"],
)
def test_the_60th_day_comes(on: str, status: Status, duties: Duties) -> None:
    """Short of it the duties are not required; on it no paragraph supports service."""
    case = officer_with(FALL, *days_under(FALL, "2027-01-04", 60))
    found = case.on(on)
    assert (found.status, found.duties) == (status, duties)


@pytest.mark.parametrize(
    ("completed", "status"),
    [
        ("2027-03-02", Status.MET),
        ("2027-03-03", Status.MET),
        ("2027-03-04", Status.MET_LATE),
        ("2027-03-05", Status.MET_LATE),
    ],
)
def test_trained_around_the_60th_day(completed: str, status: Status) -> None:
    """The day of the 60th itself is not shown to be prior."""
    case = officer_with(FALL, *days_under(FALL, "2027-01-04", 60), certificate(MANDATED, completed))
    found = case.on("2027-05-01")
    assert (found.paragraph, found.status, found.duties) == (A, status, Duties.FULL)
    same_day = Because.SAME_DAY in {reason.because for reason in found.why}
    assert same_day == (completed == "2027-03-04")


def test_two_schools_on_one_date_are_one_day() -> None:
    """A contact day is a calendar date."""
    case = officer_with(
        FALL,
        ELSEWHERE,
        *days_under(FALL, "2026-09-08", 59),
        *days_under(ELSEWHERE, "2026-09-08", 59, DayKind.BOOKED),
    )
    count = counted(case.on())
    assert (count.served, count.booked, count.total) == (59, 0, 59)


def test_days_add_up_across_districts() -> None:
    """40 in one district and 20 in another are 60."""
    case = officer_with(
        FALL,
        ELSEWHERE,
        *days_under(FALL, "2026-09-08", 40),
        *days_under(ELSEWHERE, "2026-11-02", 20, DayKind.BOOKED),
    )
    found = case.on()
    count = counted(found)
    assert (count.served, count.booked, found.paragraph) == (40, 20, A)
    assert count.sixtieth_on == day("2026-11-21")


def test_days_add_up_across_periods_of_one_school_year() -> None:
    """A break does not start the count anew; the 60th day is found in the later period."""
    fall = serves("2026-09-08", "2026-11-30", SUBSTITUTE)
    spring = serves("2027-02-01", "2027-06-05", SUBSTITUTE, district=2)
    case = officer_with(
        fall,
        spring,
        *days_under(fall, "2026-09-08", 40),
        *days_under(spring, "2027-02-01", 20),
    )
    history = case.on("2027-03-01").history
    assert [(each.paragraph, each.status) for each in history] == [
        (A, Status.ENDED_LAPSED),
        (A, Status.OVERDUE),
    ]
    assert {str(each.deadline.legal) for each in history if each.deadline} == {"2027-02-19"}


def test_past_sixty_the_next_period_asks_for_training_before_its_first_day() -> None:
    """The 60th day fell in an earlier period of the school year."""
    fall = serves("2026-09-08", "2026-11-30", SUBSTITUTE)
    spring = serves("2027-02-01", "2027-06-05", SUBSTITUTE)
    case = officer_with(
        fall,
        spring,
        *days_under(fall, "2026-09-08", 60),
        certificate(MANDATED, "2027-01-31"),
    )
    history = case.on("2027-03-01").history
    assert [each.status for each in history] == [Status.ENDED_UNMET, Status.MET]
    assert history[1].why[0].because is Because.A_PAST_SIXTY


@pytest.mark.parametrize(
    ("on", "year", "total", "paragraph"),
    [
        ("2027-06-30", 2026, 60, A),
        ("2027-07-01", 2027, 10, D),
        ("2028-06-30", 2027, 10, D),
        ("2028-07-01", 2028, 0, D),
    ],
)
def test_the_count_starts_anew_on_july_1(
    on: str, year: int, total: int, paragraph: Paragraph
) -> None:
    """Sixty days over July 1 are not sixty in either year."""
    case = officer_with(
        FALL, *days_under(FALL, "2027-05-02", 60), *days_under(FALL, "2027-07-01", 10)
    )
    found = case.on(on)
    assert (counted(found).school_year, counted(found).total) == (year, total)
    assert found.paragraph is paragraph


def test_sixty_days_that_straddle_july_1_are_exempt() -> None:
    """30 before and 30 after."""
    case = officer_with(FALL, *days_under(FALL, "2027-06-01", 60))
    assert [case.on(on).paragraph for on in ("2027-06-30", "2027-07-01")] == [D, D]
    assert [counted(case.on(on)).total for on in ("2027-06-30", "2027-07-01")] == [30, 30]


def test_an_ended_period_is_judged_by_the_year_in_which_it_ended() -> None:
    """Asked about long after."""
    ended = serves("2026-09-08", "2027-06-05", SUBSTITUTE)
    case = officer_with(ended, *days_under(ended, "2027-01-04", 60))
    found = case.on("2029-01-01")
    assert (counted(found).school_year, found.status) == (2026, Status.ENDED_UNMET)


def test_a_period_to_come_is_judged_by_the_year_of_its_start() -> None:
    """Asked about in the school year before."""
    ahead = serves("2027-09-07", role=SUBSTITUTE)
    case = officer_with(ahead, *days_under(ahead, "2027-09-07", 60, DayKind.BOOKED))
    found = case.on("2027-05-01")
    assert (counted(found).school_year, found.status) == (2027, Status.DUE)


@pytest.mark.parametrize(("booked", "paragraph"), [(59, D), (60, A)])
def test_booked_with_no_dates(booked: int, paragraph: Paragraph) -> None:
    """Sixty from the start, with no date for the 60th: trained before the first day."""
    found = officer_with(serves("2026-09-08", role=SUBSTITUTE, booked=booked)).on()
    assert found.paragraph is paragraph
    if paragraph is A:
        assert found.deadline is not None
        assert str(found.deadline.legal) == "2026-09-07"
        assert (found.status, found.duties) == (Status.OVERDUE, Duties.HOLD)


def test_served_booked_and_undated_days_count_together() -> None:
    """20 + 20 + 20."""
    mixed = replace(FALL, booked_days=20)
    case = officer_with(
        mixed,
        *days_under(mixed, "2026-09-08", 20),
        *days_under(mixed, "2027-01-04", 20, DayKind.BOOKED),
    )
    count = counted(case.on())
    assert (count.served, count.booked, count.undated, count.total) == (20, 20, 20, 60)
    assert count.sixtieth_on is None
    assert case.on().paragraph is A


def test_booked_with_no_dates_in_a_later_school_year() -> None:
    """The count starts anew, so the first day is not before July 1."""
    long = serves("2025-09-02", role=SUBSTITUTE, booked=60)
    found = officer_with(long).on("2026-11-24")
    assert found.deadline is not None
    assert str(found.deadline.legal) == "2026-06-30"


def test_undated_days_fall_in_the_years_of_their_assignment() -> None:
    """A promise under an assignment that has ended is not one for the next year."""
    ended = serves("2025-09-02", "2026-06-05", SUBSTITUTE, booked=60)
    found = officer_with(ended, serves("2026-09-08", role=SUBSTITUTE, district=2)).on()
    assert (found.paragraph, counted(found).undated) == (D, 0)


def test_what_does_not_count() -> None:
    """Voided days, and days under assignments that are voided, not covered or regular."""
    voiding = Voiding(reason="Typo", at=datetime(2026, 9, 1, tzinfo=UTC), by="clerk@desk")
    voided = replace(serves("2026-09-08", role=SUBSTITUTE, district=2), voided=voiding)
    uncovered = serves("2026-09-08", role=SUBSTITUTE, district=3, covered=False, booked=60)
    regular = serves("2026-01-05", "2026-06-05", id=9)
    days: tuple[ContactDay, ...] = (
        *days_under(FALL, "2026-09-08", 1),
        *(replace(each, voided=voiding) for each in days_under(FALL, "2026-09-10", 60)),
        *days_under(voided, "2026-09-10", 60),
        *days_under(uncovered, "2026-09-10", 60),
        *days_under(regular, "2026-09-10", 60),
    )
    found = officer_with(FALL, voided, uncovered, regular, *days).on()
    assert (counted(found).total, found.paragraph) == (1, D)


@pytest.mark.parametrize(
    ("sixtieth", "last"),
    [
        ("2025-08-31", "2025-09-01"),
        ("2025-09-01", "2025-09-01"),
        ("2025-09-02", "2025-09-01"),
        ("2025-09-03", "2025-09-02"),
    ],
)
def test_the_60th_day_as_the_mandate_begins(sixtieth: str, last: str) -> None:
    """Nobody who served before it had to be trained before September 1, 2025."""
    early = serves("2025-07-01", role=SUBSTITUTE)
    case = officer_with(
        early, *days_under(early, "2025-07-01", 59), *days_under(early, sixtieth, 1)
    )
    found = case.on("2025-10-01")
    assert found.deadline is not None
    assert str(found.deadline.legal) == last


@pytest.mark.parametrize(
    ("on", "status", "duties"),
    [
        ("2025-08-28", Status.DUE, Duties.NOT_REQUIRED),
        ("2025-08-29", Status.DUE, Duties.FULL),
        ("2025-09-01", Status.DUE, Duties.FULL),
        ("2025-09-02", Status.OVERDUE, Duties.HOLD),
    ],
)
def test_duties_past_sixty_before_the_mandate(on: str, status: Status, duties: Duties) -> None:
    """Short of the 60th day on 2025-08-29 not required; then as any officer until September 1."""
    early = serves("2025-07-01", role=SUBSTITUTE)
    found = officer_with(early, *days_under(early, "2025-07-01", 60)).on(on)
    assert (found.paragraph, found.status, found.duties) == (A, status, duties)


def test_duties_with_no_date_for_the_60th() -> None:
    """Before the mandate began nobody was past the deadline: still short of the 60th day."""
    found = officer_with(serves("2025-07-01", role=SUBSTITUTE, booked=60)).on("2025-08-29")
    assert (found.status, found.duties) == (Status.DUE, Duties.NOT_REQUIRED)


def test_v_d_asks_for_no_certificate_copy() -> None:
    """Trained or not; only for the review of the policy."""
    case = officer_with(FALL, certificate(MANDATED, "2026-08-20", copy=False))
    assert case.on().gaps == (Gap.POLICY_REVIEW_MISSING,)
    reviewed = officer_with(
        FALL, certificate(MANDATED, "2026-08-20", copy=False), review("2026-09-08")
    )
    found = reviewed.on()
    assert (found.status, found.gaps, found.duties) == (Status.EXEMPT, (), Duties.NOT_REQUIRED)


def test_v_b_covers_a_substitute_past_sixty() -> None:
    """V.D first, then V.B."""
    case = officer_with(FALL, certificate(BASIC, "2024-06-01"), *days_under(FALL, "2026-09-08", 60))
    found = case.on("2026-12-01")
    assert (found.paragraph, found.status, found.duties) == (B, Status.DUE, Duties.FULL)


def test_v_c_of_a_substitute_runs_from_the_first_substitute_day() -> None:
    """Not from the 60th day."""
    case = officer_with(FALL, *days_under(FALL, "2026-09-08", 60), inability("2026-09-01"))
    found = case.on("2026-11-24")
    assert found.deadline is not None
    assert (found.paragraph, str(found.deadline.legal)) == (C, "2027-03-08")
    assert Because.WINDOW_FROM_FIRST_SUBSTITUTE_DAY in {reason.because for reason in found.why}


def test_v_c_of_a_substitute_over_two_districts() -> None:
    """The first substitute day of the officer, wherever it was."""
    fall = serves("2026-09-08", "2026-11-30", SUBSTITUTE)
    spring = serves("2027-02-01", "2027-06-05", SUBSTITUTE, district=2)
    case = officer_with(
        fall,
        spring,
        inability("2026-09-01"),
        *days_under(fall, "2026-09-08", 40),
        *days_under(spring, "2027-02-01", 20),
    )
    found = case.on("2027-02-15")
    assert found.deadline is not None
    assert (found.paragraph, str(found.deadline.legal)) == (C, "2027-03-08")
