"""The ledger as it is read: searched, paged, before and after, and where an entry leads."""

from datetime import date

import pytest

from sro_desk.domain.changes import Kind
from sro_desk.domain.codes import DayKind, Role
from sro_desk.domain.drafts import OfficerDraft
from sro_desk.services import activity, certificates, contact_days, history, officers
from sro_desk.services.activity import look


@pytest.fixture
def roster(db, actor):
    names = ("Erik Olson", "Sean O'Brien-Núñez", "Nguyễn Thị Ánh", "Kim Xiong")
    return [officers.add(db, OfficerDraft(name=name), actor=actor) for name in names]


def words_of(found):
    return [line.words for line in found.lines]


def newest(db, kind):
    return history.lines(db, kind=kind, limit=1)[0].entry


@pytest.mark.usefixtures("roster")
def test_newest_first(db):
    assert words_of(look(db, kind=Kind.OFFICER, most=2)) == [
        "Added Kim Xiong",
        "Added Nguyễn Thị Ánh",
    ]


@pytest.mark.parametrize("most", [1, 2, 3, 100])
@pytest.mark.parametrize("typed", ["", "added"])
@pytest.mark.usefixtures("roster")
def test_paging_reaches_every_entry_once_and_then_ends(db, most, typed):
    whole = words_of(look(db, most=10_000))
    seen, before = [], None
    while True:
        found = look(db, typed=typed, before_seq=before, most=most)
        seen += words_of(found)
        if found.reached is None:
            break
        assert before is None or found.reached < before
        before = found.reached
    assert seen == [words for words in whole if not typed or "Added" in words]


@pytest.mark.usefixtures("roster")
def test_a_search_goes_on_in_steps_through_a_long_ledger(db, monkeypatch):
    monkeypatch.setattr(activity, "_LOOKED_AT", 2)
    found = look(db, typed="olson", most=50)
    assert (found.lines, found.reached is None) == ((), False)
    while not found.lines:
        found = look(db, typed="olson", before_seq=found.reached, most=50)
    assert words_of(found) == ["Added Erik Olson"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("nunez", "Added Sean O'Brien-Núñez"),
        ("obrien added", "Added Sean O'Brien-Núñez"),
        ("ANH nguyen", "Added Nguyễn Thị Ánh"),
        ("front-desk officer xiong", "Added Kim Xiong"),
    ],
)
@pytest.mark.usefixtures("roster")
def test_words_are_found_without_accents_and_in_any_order(db, typed, words):
    assert words_of(look(db, typed=typed, most=50)) == [words]


@pytest.mark.usefixtures("roster")
def test_an_entry_is_found_by_its_hash(db):
    entry = newest(db, Kind.OFFICER)
    assert [line.entry for line in look(db, typed=entry.hash[:14], most=5).lines] == [entry]


def test_what_matches_nothing(db):
    found = look(db, typed="qqq", most=50)
    assert (found.lines, found.reached) == ((), None)


def test_before_and_after_with_names_for_numbers(db, actor, officer, assign):
    officers.change(db, officer.id, OfficerDraft(name="Erik Olson", badge="99"), actor=actor)
    shown = activity.detail(db, newest(db, Kind.OFFICER))
    assert shown.words == "Changed Erik Olson's badge from 12 to 99"
    assert [(c.field, c.before, c.after) for c in shown.changes if c.differs] == [
        ("Badge", "12", "99")
    ]
    assign(officer)
    fields = {c.field: c.after for c in activity.detail(db, newest(db, Kind.ASSIGNMENT)).changes}
    assert (fields["Officer"], fields["District"]) == ("Erik Olson", "ISD 0196")


def test_an_entry_leads_to_what_it_is_about(db, actor, officer, district, assign, certify):
    assign(officer)
    certificate = certify(officer)
    shown = activity.detail(db, newest(db, Kind.CERTIFICATE))
    assert (shown.officer, shown.district, shown.certificate) == (officer.id, None, certificate.id)
    shown = activity.detail(db, newest(db, Kind.ASSIGNMENT))
    assert (shown.officer, shown.district) == (officer.id, district.id)
    certificates.void(db, certificate.id, "Typed twice", actor=actor)
    assert activity.detail(db, newest(db, Kind.CERTIFICATE)).certificate is None
    officers.void(db, officer.id, "Entered by mistake", actor=actor)
    shown = activity.detail(db, newest(db, Kind.ASSIGNMENT))
    assert (shown.officer, shown.district) == (None, district.id)


def test_the_agency_and_the_settings_lead_nowhere(db):
    shown = activity.detail(db, newest(db, Kind.AGENCY))
    assert (shown.officer, shown.district, shown.certificate) == (None, None, None)
    assert shown.words == "Made this file for Oakdale Police Department"


def test_a_contact_day_leads_to_the_officer_and_the_district_of_its_assignment(
    db, actor, officer, district, assign
):
    assignment = assign(officer, role=Role.SUBSTITUTE)
    contact_days.set_days(db, assignment.id, {date(2026, 9, 21): DayKind.SERVED}, actor=actor)
    shown = activity.detail(db, newest(db, Kind.CONTACT_DAY))
    assert (shown.officer, shown.district) == (officer.id, district.id)
    fields = {change.field: change.after for change in shown.changes}
    assert "Erik Olson at ISD 0196" in fields.values()
