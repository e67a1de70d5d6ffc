"""The state's list of districts, as people write the names on it."""

import pytest

from sro_desk.domain.codes import DistrictKind
from sro_desk.domain.names import search_key
from sro_desk.services.directory import in_title_case, known_districts


@pytest.fixture(scope="module")
def by_label():
    return {known.label: known for known in known_districts()}


def found_by(typed):
    return [known.label for known in known_districts() if search_key(typed) in known.search]


def test_the_list_is_whole_and_in_order_of_names():
    known = known_districts()
    assert len(known) > 300
    assert [each.name for each in known] == sorted(
        (each.name for each in known), key=lambda name: search_key(name)
    )


def test_no_two_districts_share_kind_and_number(by_label):
    assert len(by_label) == len(known_districts())


@pytest.mark.parametrize(
    ("label", "name", "kind"),
    [
        ("ISD 0011", "Anoka-Hennepin School District", DistrictKind.INDEPENDENT),
        ("SSD 0001", "Minneapolis Public School District", DistrictKind.SPECIAL),
        ("ISD 0001", "Aitkin Public School District", DistrictKind.INDEPENDENT),
    ],
)
def test_names_and_kinds(by_label, label, name, kind):
    known = by_label[label]
    assert (known.name, known.kind, known.cut) == (name, kind, False)


def test_charters_are_charters(by_label):
    charters = [each for label, each in by_label.items() if label.startswith("Charter ")]
    assert charters
    assert {each.kind for each in charters} == {DistrictKind.CHARTER}


@pytest.mark.parametrize("label", ["ISD 0197", "Charter 4116", "Charter 4054"])
def test_a_name_that_the_list_cut_short_says_so(by_label, label):
    assert by_label[label].cut


@pytest.mark.parametrize("typed", ["anoka", "0011", "isd 0011", "ANOKA HENNEPIN", "hennepin"])
def test_a_district_is_found_by_letters_or_number(typed):
    assert "ISD 0011" in found_by(typed)


@pytest.mark.parametrize(
    ("listed", "name"),
    [
        ("ST. LOUIS PARK PUBLIC SCHOOL DIST.", "St. Louis Park Public School District"),
        ("MCGREGOR PUBLIC SCHOOL DISTRICT", "McGregor Public School District"),
        ("LAC QUI PARLE VALLEY SCHOOL DIST.", "Lac Qui Parle Valley School District"),
        ("ROCORI PUBLIC SCHOOL DISTRICT", "ROCORI Public School District"),
        ("PILLAGER AREA SCHOOLS OF THE NORTH", "Pillager Area Schools of the North"),
    ],
)
def test_capitals_as_on_a_sign(listed, name):
    assert in_title_case(listed) == name
