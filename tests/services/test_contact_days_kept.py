"""Contact days: set and cleared in one write, refused where they cannot be, counted by year."""

from datetime import date, timedelta

import pytest

from sro_desk.domain.codes import DayKind, DistrictKind, Paragraph, Role, Status
from sro_desk.domain.drafts import DistrictDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault
from sro_desk.services import contact_days, districts, history, officers, school_years
from tests.services.conftest import TODAY

SERVED, BOOKED = DayKind.SERVED, DayKind.BOOKED
FIRST = date(2026, 9, 8)


@pytest.fixture
def substitute(assign, officer):
    return assign(officer, role=Role.SUBSTITUTE, assumed=FIRST)


def weekdays(first, count):
    found, day = [], first
    while len(found) < count:
        if day.weekday() < 5:
            found.append(day)
        day += timedelta(days=1)
    return found


def live(db, officer):
    record = officers.detail(db, officer.id, TODAY).record
    return {day.on: day.kind for day in record.contact_days if day.voided is None}


def year(db, officer, asked=None):
    return school_years.of_officer(db, officer.id, asked, TODAY)


def test_days_are_set_changed_and_cleared(db, actor, officer, substitute):
    first, second, later = date(2026, 11, 2), date(2026, 11, 3), date(2026, 12, 1)
    contact_days.set_days(
        db, substitute.id, {first: SERVED, second: SERVED, later: BOOKED}, actor=actor
    )
    contact_days.set_days(db, substitute.id, {first: BOOKED, second: None}, actor=actor)
    assert live(db, officer) == {first: BOOKED, later: BOOKED}


def test_one_undo_takes_a_whole_drag_back(db, actor, officer, substitute):
    before = {date(2026, 11, 2): SERVED}
    contact_days.set_days(db, substitute.id, before, actor=actor)
    drag = dict.fromkeys(weekdays(date(2026, 11, 2), 10), SERVED) | {date(2026, 11, 2): None}
    contact_days.set_days(db, substitute.id, drag, actor=actor)
    history.undo(db, history.last_write(db), actor=actor)
    assert live(db, officer) == before


@pytest.mark.parametrize(
    ("on", "kind", "fault"),
    [
        (date(2026, 9, 7), SERVED, Fault.DAY_OUTSIDE_ASSIGNMENT),
        (date(2026, 11, 25), SERVED, Fault.SERVED_IN_FUTURE),
        (date(2026, 11, 21), SERVED, Fault.DAY_ON_WEEKEND),
    ],
    ids=["the day before the first", "tomorrow", "a Saturday"],
)
def test_what_is_wrong_with_a_day(db, substitute, on, kind, fault):
    problems = contact_days.problems(db, substitute.id, {on: kind})
    assert [(each.field, each.fault) for each in problems] == [(on.isoformat(), fault)]


def test_a_refused_day_refuses_the_whole_run(db, actor, officer, substitute):
    with pytest.raises(SroDeskError, match="booked, but not served yet"):
        contact_days.set_days(
            db, substitute.id, {date(2026, 11, 24): SERVED, date(2026, 11, 25): SERVED},
            actor=actor,
        )  # fmt: skip
    assert live(db, officer) == {}


def test_a_regular_officer_has_no_contact_days(db, actor, assign, officer):
    with pytest.raises(SroDeskError, match="substitutes only"):
        contact_days.set_days(db, assign(officer).id, {date(2026, 11, 2): SERVED}, actor=actor)


def test_the_sixtieth_day_ends_the_exemption(db, actor, officer, substitute):
    days = weekdays(FIRST, 60)
    past = {day: SERVED for day in days if day <= TODAY}
    contact_days.set_days(db, substitute.id, past, actor=actor)
    rest = [day for day in days if day > TODAY]
    contact_days.set_days(db, substitute.id, dict.fromkeys(rest[:-1], BOOKED), actor=actor)
    assert officers.detail(db, officer.id, TODAY).finding.status is Status.EXEMPT
    contact_days.set_days(db, substitute.id, {rest[-1]: BOOKED}, actor=actor)
    finding = officers.detail(db, officer.id, TODAY).finding
    assert (finding.paragraph, finding.status) == (Paragraph.A, Status.DUE)
    assert year(db, officer).count.sixtieth_on == days[-1]


def test_a_school_year_counts_across_districts_and_a_date_once(
    db, actor, officer, substitute, assign
):
    other = districts.add(
        db, DistrictDraft(name="Saint Paul", kind=DistrictKind.INDEPENDENT), actor=actor
    )
    elsewhere = assign(
        officer, district=other.id, role=Role.SUBSTITUTE, assumed=date(2026, 10, 1), booked_days=3
    )
    shared = date(2026, 10, 5)
    contact_days.set_days(db, substitute.id, {shared: SERVED, FIRST: SERVED}, actor=actor)
    contact_days.set_days(
        db, elsewhere.id, {shared: BOOKED, date(2026, 12, 1): BOOKED}, actor=actor
    )
    found = year(db, officer)
    assert (found.count.served, found.count.booked, found.count.undated) == (2, 1, 3)
    assert found.count.total == 6
    assert [each.id for each in found.assignments] == [substitute.id, elsewhere.id]


def test_the_year_shown_first_is_the_nearest_substituted_in(db, actor, officer, assign):
    past = assign(officer, role=Role.SUBSTITUTE, assumed=date(2024, 9, 3), ends_on=date(2025, 6, 6))
    contact_days.set_days(db, past.id, {date(2025, 5, 5): SERVED}, actor=actor)
    found = year(db, officer)
    assert (found.year, found.first, found.last) == (2024, date(2024, 7, 1), date(2025, 6, 30))
    assert found.projection is None
    this = year(db, officer, 2026)
    assert (this.assignments, this.elsewhere) == ((), (2024,))


def test_the_holidays_of_the_year_are_those_of_the_law(db, officer):
    holidays = year(db, officer).holidays
    assert holidays[date(2026, 11, 26)].startswith("Thanksgiving")
    assert date(2026, 7, 3) in holidays
    assert len(holidays) == 12  # two of them also observed on the Friday before


def test_a_projection_ends_where_the_sixtieth_has_a_date(db, actor, officer, substitute):
    days = weekdays(FIRST, 30)
    contact_days.set_days(db, substitute.id, dict.fromkeys(days, SERVED), actor=actor)
    assert year(db, officer).projection.reached_on is not None
    booked = weekdays(date(2026, 11, 30), 30)
    contact_days.set_days(db, substitute.id, dict.fromkeys(booked, BOOKED), actor=actor)
    found = year(db, officer)
    assert (found.projection, found.count.sixtieth_on) == (None, booked[-1])


def test_days_under_an_assignment_that_is_not_covered_do_not_count(db, actor, officer, assign):
    private = assign(
        officer, role=Role.SUBSTITUTE, assumed=FIRST, meets_definition=False,
        definition_reason="Private school",
    )  # fmt: skip
    contact_days.set_days(db, private.id, {date(2026, 11, 2): SERVED}, actor=actor)
    found = year(db, officer)
    assert (found.count.total, len(found.days)) == (0, 1)
