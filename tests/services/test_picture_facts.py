"""The values of the pictures on real records: they agree with the pages they lead to."""

from datetime import date

import pytest

from sro_desk.domain.codes import DayKind, DistrictKind, Role
from sro_desk.domain.drafts import DistrictDraft, OfficerDraft
from sro_desk.domain.exports.pictures.shares import share_words
from sro_desk.services import (
    contact_days,
    districts,
    findings,
    officers,
    records_file,
    school_years,
)
from sro_desk.services.reports import pictures
from tests.services.conftest import TODAY


def shown(db, on=TODAY, **said):
    return pictures.of(db, findings.overview(db, on).rows, on, **said)


def told(db, on=TODAY, **said):
    return {each.label: share_words(each) for each in shown(db, on, **said).shares}


@pytest.fixture
def ely(db, actor):
    draft = DistrictDraft(name="Ely", kind=DistrictKind.INDEPENDENT, state_id="0696")
    return districts.add(db, draft, actor=actor)


def test_who_serves_where_and_how_they_stand(db, actor, officer, assign, certify, ely):
    assign(officer)
    certify(officer)
    mai, pao = (officers.add(db, OfficerDraft(name=name), actor=actor) for name in ("Mai", "Pao"))
    assign(mai, district=ely.id, assumed=date(2026, 10, 1))
    assign(pao, role=Role.SUBSTITUTE)
    assert told(db) == {
        "ISD 0696": "0 of 1 trained (0%), 1 overdue",
        "ISD 0196": "1 of 1 trained (100%); 1 exempt",
    }
    assert told(db, date(2026, 9, 20)) == {"ISD 0196": "1 of 1 trained (100%); 1 exempt"}
    assert told(db, date(2026, 9, 1)) == {}
    assert list(told(db, district=ely.id)) == ["ISD 0696"]


def test_substitutes_of_the_school_year_agree_with_the_calendar(db, actor, officer, assign, ely):
    here = assign(officer, role=Role.SUBSTITUTE)
    there = assign(officer, role=Role.SUBSTITUTE, district=ely.id)
    for assignment, days in ((here, (14, 15, 16)), (there, (16, 17))):
        served = {date(2026, 9, day): DayKind.SERVED for day in days}
        contact_days.set_days(db, assignment.id, served, actor=actor)
    (found,) = shown(db).substitutes
    calendar = school_years.of_officer(db, officer.id, None, TODAY)
    assert (found.name, found.log.served) == ("Erik Olson", 4)
    assert (found.log.total, found.log.limit) == (calendar.count.total, calendar.count.limit)
    assert shown(db, date(2025, 12, 1)).substitutes == ()
    assert shown(db, district=ely.id).substitutes == (found,)
    assert shown(db).school_year == "School year 2026–27"


def test_regular_and_uncovered_service_has_no_count(db, actor, officer, assign):
    assign(officer)
    pao = officers.add(db, OfficerDraft(name="Pao"), actor=actor)
    assign(pao, role=Role.SUBSTITUTE, meets_definition=False, definition_reason="Events only")
    assert shown(db).substitutes == ()
    assert told(db) == {"ISD 0196": "0 of 1 trained (0%), 1 overdue; 1 not covered"}


def test_an_assignment_that_ended_is_left_out(db, officer, assign):
    assign(officer, ends_on=date(2026, 10, 1))
    assert told(db) == {}
    assert told(db, date(2026, 10, 1)) != {}


def test_every_substitute_of_the_sample_agrees_with_the_calendar(sample_file):
    with records_file.look_into(sample_file) as db:
        found = shown(db)
        assert len(found.substitutes) >= 3
        for each in found.substitutes:
            calendar = school_years.of_officer(db, each.officer, 2026, TODAY)
            assert (each.log.total, each.log.sixtieth_on) == (
                calendar.count.total,
                calendar.count.sixtieth_on,
            )
        serving = {line.label: line.officers for line in districts.all_districts(db, TODAY)}
        assert {each.label: each.serving for each in found.shares} == {
            label: count for label, count in serving.items() if count
        }
