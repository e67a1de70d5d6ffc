"""What the pictures count, and the words that stand for them."""

from datetime import date

import pytest

from sro_desk.domain.codes import Role, Status
from sro_desk.domain.exports.contact_days import YearLog
from sro_desk.domain.exports.pictures import shares as of_districts
from sro_desk.domain.exports.pictures import substitutes as of_substitutes
from sro_desk.domain.exports.pictures.shares import (
    DistrictShare,
    Served,
    Standing,
    lengths,
    served_by,
    share_words,
    shares,
)
from sro_desk.domain.exports.pictures.substitutes import (
    SubstituteYear,
    days_words,
    nearest_first,
    room_of,
)
from sro_desk.domain.records import Assignment, Voiding

ON = date(2026, 11, 24)
NAMES = {1: ("ISD 0196", "Rosemount"), 2: ("ISD 0273", "Edina"), 3: ("Beacon", "Beacon")}


def assigned(district=1, assumed=date(2026, 9, 1), **said):
    facts = {"id": district, "officer": 7, "role": Role.REGULAR, **said}
    return Assignment(district=district, assumed=assumed, **facts)


def served(*assignments, status=Status.MET):
    return {each.district: each.standing for each in served_by(7, assignments, status, ON)}


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        (Status.MET, Standing.TRAINED),
        (Status.MET_LATE, Standing.TRAINED),
        (Status.DUE, Standing.DUE),
        (Status.OVERDUE, Standing.OVERDUE),
        (Status.EXEMPT, Standing.EXEMPT),
        (Status.NOT_COVERED, Standing.UNCOVERED),
    ],
)
def test_a_status_counts_as(status, standing):
    assert served(assigned(), status=status) == {1: standing}


@pytest.mark.parametrize(
    ("assumed", "ends_on", "counts"),
    [
        (ON, None, True),
        (ON, ON, True),
        (date(2026, 9, 1), date(2026, 11, 23), False),
        (date(2026, 11, 25), None, False),
    ],
    ids=["begins that day", "that day alone", "ended the day before", "begins the day after"],
)
def test_only_who_serves_on_the_day_is_counted(assumed, ends_on, counts):
    assert bool(served(assigned(assumed=assumed, ends_on=ends_on))) is counts


def test_a_district_that_was_left_is_not_that_of_the_period():
    """One period over two districts: the first was left, so it has nobody now."""
    left = assigned(1, ends_on=date(2026, 11, 1))
    assert served(left, assigned(2, assumed=date(2026, 10, 1))) == {2: Standing.TRAINED}


def test_an_assignment_that_is_not_covered_or_voided():
    uncovered = assigned(2, meets_definition=False)
    voided = assigned(3, voided=Voiding(reason="Twice", at=ON, by="clerk"))
    found = served(assigned(1), uncovered, voided, status=Status.OVERDUE)
    assert found == {1: Standing.OVERDUE, 2: Standing.UNCOVERED}


def test_two_schools_of_a_district_are_one_officer():
    assert len(served_by(7, [assigned(1), assigned(1, school=4)], Status.MET, ON)) == 1


def share(**counts):
    return DistrictShare(district=1, label="ISD 0196", name="Rosemount", **counts)


@pytest.mark.parametrize(
    ("counts", "percent", "words"),
    [
        ({"trained": 3}, 100, "3 of 3 trained (100%)"),
        ({"trained": 2, "overdue": 1}, 67, "2 of 3 trained (67%), 1 overdue"),
        ({"trained": 299, "due": 1}, 99, "299 of 300 trained (99%), 1 due"),
        ({"trained": 1, "due": 299}, 1, "1 of 300 trained (1%), 299 due"),
        ({"due": 1, "exempt": 2}, 0, "0 of 1 trained (0%), 1 due; 2 exempt"),
        ({"trained": 1, "exempt": 4}, 100, "1 of 1 trained (100%); 4 exempt"),
        (
            {"exempt": 1, "uncovered": 2},
            None,
            "nobody has to be trained; 1 exempt, 2 not covered",
        ),
    ],
)
def test_the_share_is_of_those_who_must_be_trained(counts, percent, words):
    shown = share(**counts)
    assert shown.percent == percent
    assert share_words(shown) == words
    assert sum(count for _, count in shown.parts()) == shown.serving == sum(counts.values())


@pytest.mark.parametrize(
    ("counts", "room", "expected"),
    [
        ((1, 1), 100, (50, 50)),
        ((1, 999), 100, (4, 96)),
        ((1, 1, 98, 900), 100, (4, 4, 9.8, 82.2)),
        ((1, 2, 1), 8, (2, 4, 2)),
    ],
    ids=["in proportion", "the one is seen", "the longest gives way", "no room for that"],
)
def test_one_among_hundreds_is_seen(counts, room, expected):
    found = lengths(counts, room, least=4)
    assert found == pytest.approx(expected)
    assert sum(found) == pytest.approx(room)


def test_where_most_is_amiss_comes_first():
    at = [(1, Standing.TRAINED), (1, Standing.DUE), (2, Standing.OVERDUE), (3, Standing.EXEMPT)]
    found = shares(
        (
            Served(officer=number, district=district, standing=standing)
            for number, (district, standing) in enumerate(at)
        ),
        NAMES,
    )
    assert [each.title for each in found] == ["ISD 0273 Edina", "ISD 0196 Rosemount", "Beacon"]
    assert found[1].officers == {0, 1}
    assert of_districts.in_words(found).startswith("ISD 0273 Edina: 0 of 1 trained (0%), 1 overdue")


def year(total=12, name="Pao Xiong", sixtieth_on=None):
    log = YearLog(
        title="School year 2026–27",
        first=date(2026, 7, 1),
        last=date(2027, 6, 30),
        on=ON,
        days=(),
        served=total,
        booked=0,
        undated=0,
        limit=60,
        sixtieth_on=sixtieth_on,
        projected_on=None,
        counted=f"{total} of 60 contact days: {total} served.",
        outlook="",
    )
    return SubstituteYear(officer=1, name=name, log=log)


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (year(59), "59 of 60"),
        (year(60), "60 of 60; day 60 has no date yet"),
        (year(60, sixtieth_on=date(2027, 4, 6)), "60 of 60; day 60: 04/06/2027"),
    ],
)
def test_the_label_of_a_bar(shown, words):
    assert days_words(shown.log) == words


def test_the_most_days_come_first_and_set_the_scale():
    found = nearest_first([year(3, "A"), year(90, "B"), year(3, "C")])
    assert [each.name for each in found] == ["B", "A", "C"]
    assert room_of(found) == 90
    assert room_of(found[1:]) == pytest.approx(66)
    assert of_substitutes.in_words(found[:1]) == "B: 90 of 60 contact days: 90 served."
