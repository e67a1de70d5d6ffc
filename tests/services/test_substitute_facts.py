"""What is gathered for the substitute day log: the calendar's numbers, and nobody withheld."""

from datetime import date, timedelta

import pytest

from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role
from sro_desk.domain.drafts import DistrictDraft, OfficerDraft
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.services import contact_days, districts, officers, school_years
from sro_desk.services.reports import making
from sro_desk.services.reports import substitutes as log_of
from sro_desk.services.year_words import count_words, outlook_words
from tests.services.conftest import TODAY
from tests.services.test_reports import all_of


@pytest.fixture
def charter(db, actor):
    draft = DistrictDraft(name="City Academy", kind=DistrictKind.CHARTER, state_id="4000")
    return districts.add(db, draft, actor=actor)


@pytest.fixture
def substitute(db, actor, assign):
    """An officer who substitutes on so many working days from September 1 on."""

    def substitute(officer, days=0, first=date(2026, 9, 1), **said):
        given = assign(officer, role=Role.SUBSTITUTE, assumed=first, **said)
        step = timedelta(days=1)
        found = [first + number * step for number in range(days)]
        kinds = {day: DayKind.SERVED if day <= TODAY else DayKind.BOOKED for day in found}
        contact_days.set_days(db, given.id, kinds, actor=actor)
        return given

    return substitute


@pytest.fixture
def log(db):
    def log(on=TODAY, district=None):
        asked = Asked(report=ReportName.SUBSTITUTES, on=on, district=district)
        return log_of.facts(db, asked, made_on=TODAY).substitutes

    return log


def test_numbers_and_words_are_the_calendar_s(db, officer, charter, substitute, log):
    substitute(officer, days=20)
    substitute(officer, days=30, first=date(2026, 11, 10), district=charter.id, booked_days=2)
    (line,) = log()
    shown = school_years.of_officer(db, officer.id, 2026, TODAY)
    count = shown.count
    assert (line.log.served, line.log.booked, line.log.undated) == (35, 15, 2)
    assert (line.log.served, line.log.booked, line.log.undated) == count[1:4]
    assert line.log.counted == count_words(shown)
    assert line.log.outlook == outlook_words(shown)
    assert line.months[-1].running == line.log.total == count.total
    assert sum(each.days for each in line.months) == count.total
    assert [(each.place, each.days, each.running) for each in line.months] == [
        ("ISD 0196", 20, 20),
        ("Charter 4000", 21, 41),
        ("Charter 4000", 9, 50),
        ("", 2, 52),
    ]


def test_one_date_in_two_districts_is_one_day(officer, charter, substitute, log):
    substitute(officer, days=2)
    substitute(officer, days=2, district=charter.id)
    (line,) = log()
    assert [(each.place, each.days) for each in line.months] == [("ISD 0196; Charter 4000", 2)]


def test_of_one_district_days_elsewhere_are_counted_and_not_listed(
    db, actor, district, officer, charter, substitute, log
):
    substitute(officer, days=4)
    substitute(officer, days=3, first=date(2026, 10, 5), district=charter.id)
    elsewhere = officers.add(db, OfficerDraft(name="Elsewhere"), actor=actor)
    substitute(elsewhere, days=1, district=charter.id)
    (line,) = log(district=district.id)
    here, there = line.months
    assert (here.place, len(here.served)) == ("ISD 0196", 4)
    assert (there.place, there.served, there.days, there.running) == ("Other districts", (), 3, 7)
    assert {each.name for each in log(district=charter.id)} == {"Erik Olson", "Elsewhere"}


def test_who_is_withheld_regular_or_of_another_year_is_left_out(db, actor, assign, substitute, log):
    hidden, regular, gone, uncovered = (
        officers.add(db, OfficerDraft(name=name, withheld=name == "Secret Agentson"), actor=actor)
        for name in ("Secret Agentson", "Regular", "Gone", "Uncovered")
    )
    substitute(hidden, days=5)
    assign(regular)
    substitute(gone, first=date(2025, 9, 2), ends_on=date(2026, 6, 5))
    reason = {"meets_definition": False, "definition_reason": "evening events"}
    substitute(uncovered, days=2, **reason)
    assert log() == ()
    assert [each.name for each in log(on=date(2026, 3, 2))] == ["Gone"]
    asked = Asked(report=ReportName.SUBSTITUTES, on=TODAY)
    made = making.make_alone(db, asked, made_on=TODAY)
    assert "Agentson" not in all_of(made.content)
    assert made.file_name == "SRO substitute days 2026-11-24.pdf"


@pytest.mark.parametrize(
    ("days", "basic", "mandated", "meaning"),
    [
        (59, False, False, "V.D: fewer than 60 contact days"),
        (60, False, False, "V.A governs: the course is due by 10/29/2026."),
        (60, True, False, "V.B governs: the course is due by 05/31/2027."),
        (60, False, True, "V.A governs, with 10/29/2026 as the last day: trained."),
    ],
    ids=["59", "60", "prior basic", "trained"],
)
def test_what_the_count_means(officer, substitute, certify, log, days, basic, mandated, meaning):
    substitute(officer, days=days)
    if basic:
        certify(officer, kind=CourseKind.BASIC, completed=date(2020, 7, 17))
    if mandated:
        certify(officer, completed=date(2026, 8, 20))
    (line,) = log()
    assert meaning in line.meaning


def test_a_substitute_who_became_regular(officer, assign, substitute, log):
    substitute(officer, days=5, ends_on=date(2026, 10, 1))
    assign(officer, assumed=date(2026, 10, 2))
    (line,) = log()
    assert line.meaning.startswith("These days do not govern now")
