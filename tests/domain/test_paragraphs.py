"""Which paragraph governs, on the day before, the day of and the day after each boundary."""

import pytest
from record_of import (
    BASIC,
    MANDATED,
    SUBSTITUTE,
    SUPPLEMENTAL,
    Case,
    certificate,
    day,
    inability,
    officer_with,
    serves,
)

from sro_desk.domain.calendar import day_after
from sro_desk.domain.codes import CourseKind, Duties, Light, Paragraph, Status, Step
from sro_desk.domain.finding import Finding
from sro_desk.domain.reasons import Because

A, B, C, D = Paragraph.A, Paragraph.B, Paragraph.C, Paragraph.D


def legal(found: Finding) -> str | None:
    """The legal date as RULES writes it."""
    return None if found.deadline is None else found.deadline.legal.isoformat()


def because(found: Finding) -> set[Because]:
    """The steps of the argument."""
    return {reason.because for reason in found.why}


@pytest.mark.parametrize(
    ("assumed", "deadline"),
    [
        ("2021-08-30", "2025-09-01"),
        ("2025-08-31", "2025-09-01"),
        ("2025-09-01", "2025-08-31"),
        ("2025-09-02", "2025-09-01"),
        ("2026-09-14", "2026-09-13"),
        ("2027-01-05", "2027-01-04"),
        ("2028-03-01", "2028-02-29"),
    ],
)
def test_v_a_asks_for_the_day_before(assumed: str, deadline: str) -> None:
    """A fixed date on any day of the week; 2025-09-01 for whoever already served then."""
    found = officer_with(serves(assumed)).on("2026-11-24")
    assert (found.paragraph, legal(found)) == (A, deadline)
    assert found.deadline is not None
    assert found.deadline.nominal == found.deadline.legal


@pytest.mark.parametrize(
    ("completed", "status"),
    [
        ("2026-09-12", Status.MET),
        ("2026-09-13", Status.MET),
        ("2026-09-14", Status.MET_LATE),
        ("2026-09-15", Status.MET_LATE),
    ],
    ids=["two days before", "the day before", "the same day", "the day after"],
)
def test_v_a_completed_around_the_first_day(completed: str, status: Status) -> None:
    """A certificate of the same day is not shown to be prior."""
    found = officer_with(serves("2026-09-14"), certificate(MANDATED, completed)).on()
    assert (found.paragraph, found.status, found.duties) == (A, status, Duties.FULL)
    assert found.trained_on == day(completed)
    assert (Because.SAME_DAY in because(found)) == (completed == "2026-09-14")


@pytest.mark.parametrize(
    ("completed", "status"),
    [
        ("2025-08-31", Status.MET),
        ("2025-09-01", Status.MET),
        ("2025-09-02", Status.MET_LATE),
    ],
)
def test_v_a_for_who_already_served(completed: str, status: Status) -> None:
    """POST's published reading: September 1, 2025 itself is in time."""
    found = officer_with(serves("2024-01-08"), certificate(MANDATED, completed)).on()
    assert (found.paragraph, found.status, legal(found)) == (A, status, "2025-09-01")
    assert Because.SAME_DAY not in because(found)


@pytest.mark.parametrize(
    ("on", "status", "duties", "days_left"),
    [
        ("2025-08-31", Status.DUE, Duties.FULL, 1),
        ("2025-09-01", Status.DUE, Duties.FULL, 0),
        ("2025-09-02", Status.OVERDUE, Duties.HOLD, -1),
    ],
)
def test_v_a_as_the_mandate_begins(on: str, status: Status, duties: Duties, days_left: int) -> None:
    """Due until the day itself has passed."""
    found = officer_with(serves("2024-01-08")).on(on)
    assert (found.status, found.duties, found.days_left) == (status, duties, days_left)


@pytest.mark.parametrize(
    ("on", "status", "duties", "light"),
    [
        ("2026-09-12", Status.DUE, Duties.NOT_APPLICABLE, Light.AMBER),
        ("2026-09-13", Status.DUE, Duties.NOT_APPLICABLE, Light.AMBER),
        ("2026-09-14", Status.OVERDUE, Duties.HOLD, Light.RED),
    ],
)
def test_v_a_as_the_first_day_comes(on: str, status: Status, duties: Duties, light: Light) -> None:
    """Overdue from the first day on; before it, the officer has no duties yet."""
    found = officer_with(serves("2026-09-14")).on(on)
    assert (found.status, found.duties, found.light) == (status, duties, light)
    assert (Because.NOT_BEGUN in because(found)) == (on < "2026-09-14")
    assert found.next_step is Step.ADD_CERTIFICATE


@pytest.mark.parametrize(
    ("completed", "paragraph"),
    [("2025-08-30", B), ("2025-08-31", B), ("2025-09-01", A), ("2025-09-02", A)],
)
def test_a_basic_opens_v_b_up_to_august_31(completed: str, paragraph: Paragraph) -> None:
    """Completed prior to September 1, 2025."""
    found = officer_with(serves("2026-09-14"), certificate(BASIC, completed)).on()
    assert found.paragraph is paragraph
    assert (Because.BASIC_TOO_LATE in because(found)) == (paragraph is A)


@pytest.mark.parametrize(
    ("assumed", "paragraph"),
    [("2027-05-30", B), ("2027-05-31", B), ("2027-06-01", A), ("2027-06-02", A)],
)
def test_v_b_closes_for_who_assumes_from_june(assumed: str, paragraph: Paragraph) -> None:
    """Not limited to officers serving on 2025-09-01, but assumed by 2027-05-31."""
    case = officer_with(serves(assumed), certificate(BASIC, "2024-06-01"))
    found = case.on("2027-07-01")
    assert (found.paragraph, found.status) == (paragraph, Status.OVERDUE)
    assert (Because.B_CLOSED in because(found)) == (paragraph is A)


@pytest.mark.parametrize("kind", [MANDATED, SUPPLEMENTAL])
@pytest.mark.parametrize(
    ("completed", "paragraph"), [("2027-05-30", B), ("2027-05-31", B), ("2027-06-01", A)]
)
def test_a_course_in_time_keeps_v_b_open(
    kind: CourseKind, completed: str, paragraph: Paragraph
) -> None:
    """Whoever was trained under V.B by 2027-05-31 may assume at any later time."""
    case = officer_with(
        serves("2027-08-30"), certificate(BASIC, "2024-06-01"), certificate(kind, completed)
    )
    found = case.on("2027-09-01")
    assert found.paragraph is paragraph
    assert (Because.B_OPENED_BY_COURSE in because(found)) == (paragraph is B)
    if paragraph is B:
        assert found.status is Status.MET


@pytest.mark.parametrize("kind", [MANDATED, SUPPLEMENTAL])
@pytest.mark.parametrize(
    ("completed", "status"),
    [
        ("2027-05-28", Status.MET),
        ("2027-05-31", Status.MET),
        ("2027-06-01", Status.MET_LATE),
    ],
)
def test_v_b_is_satisfied_by_either_course(
    kind: CourseKind, completed: str, status: Status
) -> None:
    """2027-05-31 is Memorial Day and does not roll."""
    case = officer_with(
        serves("2021-08-30"), certificate(BASIC, "2020-07-17"), certificate(kind, completed)
    )
    found = case.on("2027-07-01")
    assert (found.paragraph, found.status, legal(found)) == (B, status, "2027-05-31")


@pytest.mark.parametrize(
    ("on", "status", "duties", "advised"),
    [
        ("2027-05-28", Status.DUE, Duties.FULL, True),
        ("2027-05-29", Status.DUE, Duties.FULL, False),
        ("2027-05-31", Status.DUE, Duties.FULL, False),
        ("2027-06-01", Status.OVERDUE, Duties.HOLD, False),
    ],
)
def test_v_b_at_its_end(on: str, status: Status, duties: Duties, *, advised: bool) -> None:
    """The advice to finish by Friday 2027-05-28 is given while that can still be done."""
    found = officer_with(serves("2021-08-30"), certificate(BASIC, "2020-07-17")).on(on)
    assert (found.status, found.duties) == (status, duties)
    assert (Because.FINISH_BY in because(found)) == advised


def test_a_basic_never_satisfies_the_training() -> None:
    """Not under V.A, V.B or V.C."""
    basic = certificate(BASIC, "2025-08-01")
    assert officer_with(serves("2025-09-15"), basic).on().status is Status.DUE
    late = certificate(BASIC, "2025-09-10")
    assert officer_with(serves("2025-09-15"), late).on().status is Status.OVERDUE
    waits = officer_with(serves("2026-09-15"), late, inability("2026-09-01"))
    assert waits.on().status is Status.DUE


@pytest.mark.parametrize("kind", [SUPPLEMENTAL, BASIC, CourseKind.OTHER])
def test_v_a_and_v_c_take_the_mandated_course_only(kind: CourseKind) -> None:
    """Anything else is kept on file and does not count."""
    other = certificate(kind, "2026-09-01")
    assert officer_with(serves("2026-09-14"), other).on().status is Status.OVERDUE
    found = officer_with(serves("2026-09-14"), other, inability("2026-09-10")).on()
    assert (found.paragraph, found.status) == (C, Status.DUE)
    assert (Because.SUPPLEMENTAL_NOT_COUNTED in because(found)) == (kind is SUPPLEMENTAL)


WINDOWS = [
    ("2025-08-25", "2026-02-25", "2026-02-25"),
    ("2025-08-31", "2026-02-28", "2026-03-02"),
    ("2026-01-04", "2026-07-04", "2026-07-06"),
    ("2026-01-03", "2026-07-03", "2026-07-06"),
    ("2026-05-26", "2026-11-26", "2026-11-27"),
    ("2026-08-24", "2027-02-24", "2027-02-24"),
    ("2026-06-25", "2026-12-25", "2026-12-28"),
    ("2026-07-18", "2027-01-18", "2027-01-19"),
    ("2026-11-30", "2027-05-30", "2027-06-01"),
    ("2027-08-31", "2028-02-29", "2028-02-29"),
]


@pytest.mark.parametrize(("assumed", "nominal", "last"), WINDOWS)
def test_v_c_counts_six_months(assumed: str, nominal: str, last: str) -> None:
    """Due on the rolled day, overdue on the next; never 'prohibited', only not required."""
    case = officer_with(serves(assumed), inability(assumed))
    found = case.on(last)
    assert found.deadline is not None
    assert (str(found.deadline.nominal), legal(found)) == (nominal, last)
    assert (found.paragraph, found.status, found.days_left) == (C, Status.DUE, 0)
    assert found.duties is Duties.NOT_REQUIRED
    after = case.on(day_after(day(last)))
    assert (after.status, after.days_left) == (Status.OVERDUE, -1)
    assert after.duties is Duties.NOT_REQUIRED


@pytest.mark.parametrize(
    ("completed", "paragraph", "status"),
    [
        ("2026-01-03", A, Status.MET),
        ("2026-01-04", C, Status.MET),
        ("2026-07-04", C, Status.MET),
        ("2026-07-06", C, Status.MET),
        ("2026-07-07", C, Status.MET_LATE),
    ],
    ids=["in time for V.A", "the first day", "nominal", "legal", "the day after"],
)
def test_v_c_and_its_certificate(completed: str, paragraph: Paragraph, status: Status) -> None:
    """Trained in time for V.A, the inability was not needed; trained, the duties are full."""
    case = officer_with(
        serves("2026-01-04"), inability("2025-12-30"), certificate(MANDATED, completed)
    )
    found = case.on()
    assert (found.paragraph, found.status, found.duties) == (paragraph, status, Duties.FULL)


@pytest.mark.parametrize(
    ("assumed", "paragraph"),
    [
        ("2025-02-27", A),
        ("2025-02-28", A),
        ("2025-03-01", C),
        ("2025-03-02", C),
        ("2025-08-31", C),
    ],
    ids=["ends 08-27", "ends 08-28", "ends on Labor Day", "ends 09-02", "ends in 2026"],
)
def test_v_c_only_where_its_window_reaches_the_mandate(assumed: str, paragraph: Paragraph) -> None:
    """The rolled end is on or after 2025-09-01."""
    found = officer_with(serves(assumed), inability("2025-02-01")).on()
    assert found.paragraph is paragraph
    assert (Because.WINDOW_OVER_BEFORE_MANDATE in because(found)) == (paragraph is A)


@pytest.mark.parametrize(
    ("on", "paragraph"), [("2026-09-09", A), ("2026-09-10", C), ("2026-09-11", C)]
)
def test_an_inability_is_known_from_its_date(on: str, paragraph: Paragraph) -> None:
    """What was recorded later was not known on the day asked about."""
    found = officer_with(serves("2026-09-01"), inability("2026-09-10")).on(on)
    assert found.paragraph is paragraph


def test_an_undated_inability_is_known_on_every_day() -> None:
    """It is incomplete, and says so as a gap."""
    assert officer_with(serves("2026-09-01"), inability(None)).on().paragraph is C


@pytest.mark.parametrize(
    ("on", "status"),
    [("2026-08-19", Status.DUE), ("2026-08-20", Status.MET), ("2026-08-21", Status.MET)],
)
def test_a_certificate_is_known_from_its_completion(on: str, status: Status) -> None:
    """One completed after the as-of date is ignored."""
    found = officer_with(serves("2026-09-14"), certificate(MANDATED, "2026-08-20")).on(on)
    assert found.status is status


def test_the_first_paragraph_that_fits() -> None:
    """V.D before V.B before V.C before V.A, each dropped in turn."""
    substitute = serves("2026-09-08", role=SUBSTITUTE)
    regular = serves("2026-09-08")
    basic, recorded = certificate(BASIC, "2024-06-01"), inability("2026-09-01")
    cases: list[tuple[Case, Paragraph]] = [
        (officer_with(substitute, basic, recorded), D),
        (officer_with(regular, basic, recorded), B),
        (officer_with(regular, recorded), C),
        (officer_with(regular), A),
    ]
    assert [case.on().paragraph for case, _ in cases] == [expected for _, expected in cases]


def test_an_assignment_that_is_none() -> None:
    """Not meeting the definition is NOT_COVERED with its reason; no assignment is its own code."""
    found = officer_with(serves("2026-09-14", covered=False)).on()
    assert (found.paragraph, found.status, found.light) == (None, Status.NOT_COVERED, Light.GREY)
    assert found.duties is Duties.NOT_APPLICABLE
    assert found.why[0].facts["because"] == "Evening events"
    found = officer_with().on()
    assert (found.status, found.light) == (Status.NO_ASSIGNMENT, Light.GREY)
    assert found.next_step is Step.ADD_ASSIGNMENT


def test_two_assignments_that_are_none() -> None:
    """Each with its reason, the earlier first, however they are filed."""
    one, two = serves("2026-09-14", covered=False), serves("2025-09-14", covered=False, district=2)
    assert officer_with(one, two).on() == officer_with(two, one).on()
    said = officer_with(one, two).on().why
    assert [reason.facts["assumed"] for reason in said] == [two.assumed, one.assumed]


def test_a_covered_assignment_beside_one_that_is_not() -> None:
    """The covered one decides."""
    found = officer_with(serves("2026-09-14", covered=False), serves("2026-09-14", district=2)).on()
    assert found.status is Status.OVERDUE


def test_several_districts_are_one_period() -> None:
    """Assumed on the first day anywhere."""
    case = officer_with(
        serves("2026-09-14", "2026-12-31"),
        serves("2026-10-01", district=2),
        certificate(MANDATED, "2026-09-20"),
    )
    found = case.on()
    assert (found.status, legal(found)) == (Status.MET_LATE, "2026-09-13")
    assert found.period is not None
    assert found.period.districts == (1, 2)
