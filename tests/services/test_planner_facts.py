"""Who is in the V.B planner: all whom V.B governs and nobody else."""

from datetime import date

import pytest

from sro_desk.domain.codes import CourseKind, DistrictKind
from sro_desk.domain.drafts import CourseDraft, DistrictDraft, OfficerDraft
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.services import courses, districts, officers
from sro_desk.services.reports import making
from sro_desk.services.reports import planner as of_planner
from tests.services.conftest import TODAY
from tests.services.test_reports import all_of

SERVING = date(2021, 8, 30)


@pytest.fixture
def under_b(db, actor, assign, certify):
    """An officer with a basic course, who has served since 2021."""

    def under_b(name, *, withheld=False, **said):
        draft = OfficerDraft(name=name, withheld=withheld)
        officer = officers.add(db, draft, actor=actor)
        assign(officer, **{"assumed": SERVING, **said})
        certify(officer, kind=CourseKind.BASIC, completed=date(2020, 7, 17))
        return officer

    return under_b


@pytest.fixture
def plan(db):
    def plan(on=TODAY, **said):
        asked = Asked(report=ReportName.PLANNER, on=on, **said)
        return of_planner.facts(db, asked, made_on=TODAY)

    return plan


def names(lines) -> list[str]:
    return [line.name for line in lines]


def test_who_needs_a_seat_and_who_is_done(db, actor, assign, certify, under_b, plan):
    under_b("Due")
    certify(under_b("Supplemental"), kind=CourseKind.SUPPLEMENTAL, completed=date(2026, 3, 12))
    certify(under_b("Mandated"), completed=date(2026, 4, 1))
    under_b("Left", ends_on=date(2026, 6, 5))
    without = officers.add(db, OfficerDraft(name="Without basic"), actor=actor)
    assign(without)
    found = plan()
    assert names(found.needed) == ["Due"]
    assert names(found.done) == ["Mandated", "Supplemental"]
    (line,) = found.needed
    assert (line.districts, line.basic_on) == (("ISD 0196",), date(2020, 7, 17))
    assert found.done[1].completed_on == date(2026, 3, 12)
    assert (found.last_day, found.advised) == (date(2027, 5, 31), date(2027, 5, 28))
    assert (found.pace.weeks, found.pace.odd_days, found.pace.a_month) == (26, 3, 1)


def test_after_the_date_the_untrained_are_still_listed(under_b, plan):
    under_b("Overdue")
    found = plan(on=date(2027, 6, 1))
    assert [line.status for line in found.needed] == ["Overdue"]
    assert found.pace.days < 0


def test_seats_by_district_and_of_one_alone(db, actor, assign, certify, under_b, plan):
    draft = DistrictDraft(name="City Academy", kind=DistrictKind.CHARTER, state_id="4000")
    charter = districts.add(db, draft, actor=actor)
    under_b("Here")
    certify(under_b("Trained"), completed=date(2026, 4, 1))
    assign(under_b("Both"), district=charter.id, assumed=SERVING)
    found = plan()
    assert len(found.needed) == 2
    assert [(line.district, line.needed, line.done) for line in found.seats] == [
        ("Charter 4000", 1, 0),
        ("ISD 0196", 2, 1),
    ]
    there = plan(district=charter.id)
    assert names(there.needed) == ["Both"]
    assert [line.district for line in there.seats] == ["Charter 4000"]
    assert there.district == "City Academy (Charter 4000)"


def test_who_is_withheld_is_listed_only_where_asked_for(db, under_b, plan):
    under_b("Secret Agentson", withheld=True)
    assert plan().needed == ()
    assert plan().seats == ()
    assert names(plan(withheld=True).needed) == ["Secret Agentson"]
    asked = Asked(report=ReportName.PLANNER, on=TODAY)
    made = making.make_alone(db, asked, made_on=TODAY)
    assert "Agentson" not in all_of(made.content)
    assert "Private data" not in all_of(made.content)


def test_courses_that_satisfy_and_are_still_approved(db, actor, plan):
    for title, kind, last in (
        ("Ended", CourseKind.SUPPLEMENTAL, date(2026, 11, 23)),
        ("Last day", CourseKind.SUPPLEMENTAL, TODAY),
        ("Other", CourseKind.OTHER, None),
    ):
        draft = CourseDraft(title=title, kind=kind, approved_to=last, post_number="10001")
        courses.add(db, draft, actor=actor)
    found = {line.title: line for line in plan().courses}
    assert "Ended" not in found
    assert "Other" not in found
    assert found["Last day"].post_number == "10001"
    assert {line.kind for line in found.values()} == {"Mandated course", "Supplemental course"}
