"""Districts and their schools: on file, changed, voided, listed, found by name."""

from datetime import date, timedelta

import pytest

from sro_desk.domain.codes import DistrictKind, Role
from sro_desk.domain.drafts import ContractDraft, DistrictDraft, OfficerDraft, SchoolDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault
from sro_desk.services import districts, history, officers
from tests.services.conftest import TODAY

NAME = "Rosemount-Apple Valley-Eagan"


def draft_of(**said):
    facts = {"name": NAME, "kind": DistrictKind.INDEPENDENT, "state_id": "0196", **said}
    return DistrictDraft(**facts)


@pytest.fixture
def school(db, actor, district):
    draft = SchoolDraft(district=district.id, name="Eagan High School")
    return districts.add_school(db, draft, actor=actor)


@pytest.fixture
def sign(db, actor, district):
    """Put a contract of the district on file."""

    def sign(first, last):
        draft = ContractDraft(district=district.id, starts_on=first, ends_on=last)
        return districts.add_contract(db, draft, actor=actor)

    return sign


def the_line(db, on=None):
    (line,) = districts.all_districts(db, on)
    return line


def test_a_district_keeps_what_was_typed(db, actor):
    draft = draft_of(
        citation="506.9", contact_name="Mai Vang", contact_email="mai.vang@district196.example"
    )
    added = districts.add(db, draft, actor=actor)
    assert the_line(db).district == added
    assert (added.citation, added.contact_name) == ("506.9", "Mai Vang")


def test_a_nameless_district_is_refused_in_words(db, actor):
    with pytest.raises(SroDeskError, match=r"Nothing was saved\. Enter a name\."):
        districts.add(db, draft_of(name="  "), actor=actor)
    assert districts.all_districts(db) == ()


def test_a_district_already_on_file_is_asked_about(db, district):
    twice = districts.problems(db, draft_of(name="District 196"))
    assert [problem.fault for problem in twice] == [Fault.SAME_DISTRICT]
    assert districts.problems(db, draft_of(), itself=district.id) == ()


def test_the_same_number_of_another_kind_is_another_district(db, district):
    special = draft_of(name="Special", kind=DistrictKind.SPECIAL, state_id=district.state_id)
    assert districts.problems(db, special) == ()


def test_a_change_shows_in_the_list_and_in_the_labels(db, actor, district):
    districts.change(db, district.id, draft_of(state_id="", citation="506.9"), actor=actor)
    line = the_line(db)
    assert line.label == NAME
    assert line.district.citation == "506.9"


def test_a_district_in_use_is_not_voided(db, actor, district, officer, assign):
    assign(officer)
    with pytest.raises(SroDeskError, match="1 assignment on file still refers to it"):
        districts.void(db, district.id, "Entered twice", actor=actor)
    assert the_line(db).district == district


def test_a_voided_district_leaves_the_list_and_undo_brings_it_back(db, actor, district):
    districts.void(db, district.id, "Entered twice", actor=actor)
    assert districts.all_districts(db) == ()
    history.undo(db, history.last_write(db), actor=actor)
    assert the_line(db).district == district


def test_nothing_new_rests_on_a_voided_district(db, actor, district):
    districts.void(db, district.id, "Entered twice", actor=actor)
    with pytest.raises(SroDeskError, match=r"voided \(Entered twice\)"):
        districts.add_school(
            db, SchoolDraft(district=district.id, name="Eagan High School"), actor=actor
        )
    with pytest.raises(SroDeskError, match="voided"):
        districts.change(db, district.id, draft_of(), actor=actor)


def test_schools_are_listed_by_name_without_case_and_accents(db, actor, district):
    for name in ("Zion Middle", "École Élan", "apple Valley High"):
        districts.add_school(db, SchoolDraft(district=district.id, name=name), actor=actor)
    names = [school.name for school in the_line(db).schools]
    assert names == ["apple Valley High", "École Élan", "Zion Middle"]


def test_a_second_school_of_a_name_is_asked_about(db, district, school):
    twice = SchoolDraft(district=district.id, name="eagan high  school")
    assert [each.fault for each in districts.school_problems_of(db, twice)] == [Fault.SAME_SCHOOL]
    assert districts.school_problems_of(db, twice, itself=school.id) == ()


def test_a_school_is_renamed_and_voided(db, actor, district, school):
    renamed = SchoolDraft(district=district.id, name="Eagan High")
    districts.change_school(db, school.id, renamed, actor=actor)
    assert [each.name for each in the_line(db).schools] == ["Eagan High"]
    districts.void_school(db, school.id, "Closed", actor=actor)
    assert the_line(db).schools == ()


def test_a_school_with_an_officer_is_not_voided(db, actor, officer, school, assign):
    assign(officer, school=school.id)
    with pytest.raises(SroDeskError, match="still refers to it"):
        districts.void_school(db, school.id, "Closed", actor=actor)


@pytest.mark.parametrize(
    ("on", "in_force", "contract"),
    [
        (date(2025, 6, 30), False, 0),
        (date(2025, 7, 1), True, 0),
        (date(2026, 6, 30), True, 0),
        (date(2026, 7, 1), False, 1),
        (date(2026, 9, 1), True, 1),
        (date(2027, 7, 1), False, 1),
    ],
    ids=["before the first", "its first day", "its last day", "between", "the next", "after all"],
)
def test_the_contract_asked_about(db, sign, on, in_force, contract):
    signed = [
        sign(date(2025, 7, 1), date(2026, 6, 30)),
        sign(date(2026, 9, 1), date(2027, 6, 30)),
    ]
    line = the_line(db, on)
    assert (line.in_force, line.contract) == (in_force, signed[contract])


def test_who_serves_today_is_counted_once(db, actor, officer, school, assign):
    assign(officer)
    assign(officer, school=school.id)
    later = officers.add(db, OfficerDraft(name="Kim Xiong"), actor=actor)
    assign(later, assumed=TODAY + timedelta(days=1))
    gone = officers.add(db, OfficerDraft(name="Ana Núñez"), actor=actor)
    assign(gone, ends_on=TODAY - timedelta(days=1))
    assert the_line(db).officers == 1


def test_the_detail_has_who_serves_now_or_later(db, actor, district, officer, assign):
    now = assign(officer)
    later = officers.add(db, OfficerDraft(name="Kim Xiong"), actor=actor)
    to_come = assign(later, assumed=date(2027, 1, 4), role=Role.SUBSTITUTE)
    gone = officers.add(db, OfficerDraft(name="Ana Núñez"), actor=actor)
    assign(gone, ends_on=date(2026, 10, 1))
    detail = districts.detail(db, district.id, TODAY)
    assert {row.officer.id for row in detail.officers} == {officer.id, later.id}
    assert detail.assignments == (now, to_come)
    assert detail.label == "ISD 0196"


def test_the_detail_has_voided_contracts_too(db, actor, district, sign):
    old = sign(date(2025, 7, 1), date(2026, 6, 30))
    wrong = sign(date(2026, 7, 1), date(2062, 6, 30))
    districts.void_contract(db, wrong.id, "Wrong year", actor=actor)
    contracts = districts.detail(db, district.id, TODAY).contracts
    assert [each.id for each in contracts] == [wrong.id, old.id]
    assert contracts[0].voided.reason == "Wrong year"
    assert the_line(db).contract == old


def test_a_district_that_is_not_on_file(db, district):
    with pytest.raises(SroDeskError, match="not in this file"):
        districts.detail(db, district.id + 1, TODAY)


@pytest.mark.parametrize("typed", ["196", "0196", "isd 0196", "ROSEMOUNT", "apple valley"])
def test_a_district_is_named_by_number_label_or_part_of_its_name(db, district, typed):
    assert districts.named(db, typed) == district


def test_a_number_names_its_own_district_before_one_that_contains_it(db, actor, district):
    districts.add(db, draft_of(name="Roseville", state_id="1196"), actor=actor)
    assert districts.named(db, "196") == district
    with pytest.raises(SroDeskError, match="may be any of"):
        districts.named(db, "rose")
    with pytest.raises(SroDeskError, match=r"No district on file is called 'duluth'\. On file:"):
        districts.named(db, "duluth")
