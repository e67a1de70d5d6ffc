"""What headings and cells mean, in the ways people write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role
from sro_desk.domain.spreadsheets.book import OnFile
from sro_desk.domain.spreadsheets.cells import read
from sro_desk.domain.spreadsheets.formulas import as_meant, neutralised
from sro_desk.domain.spreadsheets.headings import Layout, heading_key, recognise
from sro_desk.domain.spreadsheets.people import Person, person_in
from sro_desk.domain.spreadsheets.places import label_in
from sro_desk.domain.spreadsheets.preview import Part, preview
from sro_desk.domain.spreadsheets.rows import Outcome
from sro_desk.domain.spreadsheets.sheets import Sheet
from sro_desk.domain.spreadsheets.tables import FIELDS, Reads, TableKind
from sro_desk.services.spreadsheets.choosing import spellings

TODAY = date(2026, 11, 24)


def recognised(*headings, name="", above=()):
    rows = (*above, headings, ("x",) * len(headings))
    return recognise(Sheet(name=name, rows=tuple(map(tuple, rows))), spellings())


@pytest.mark.parametrize(
    ("headings", "kind", "fields"),
    [
        (["NAME", "BADGE"], TableKind.OFFICERS, ["name", "badge"]),
        (["Last", "First", "Star #"], TableKind.OFFICERS, ["last_name", "first_name", "badge"]),
        (["employee_name", "hireDate", "E-Mail Address"], TableKind.OFFICERS,
         ["name", "employed_from", "work_email"]),
        (["ISD", "School Name"], TableKind.DISTRICTS, ["state_id", "school"]),
        (["District", "Superintendent", "Email"], TableKind.DISTRICTS,
         ["name", "contact_name", "contact_email"]),
        (["SRO", "District", "Start Date", "End Date", "Reg/Sub"], TableKind.ASSIGNMENTS,
         ["officer", "district", "assumed", "ends_on"]),
        (["Officer", "Course", "Completion Dt.", "Cert. No.", "Hrs"], TableKind.CERTIFICATES,
         ["officer", "course", "completed_on", "number", "credits"]),
        (["Attendee", "Class", "Date (MM/DD/YYYY)"], TableKind.CERTIFICATES,
         ["officer", "course", "completed_on"]),
        (["Officer", "Compleetion date", "Trainning"], TableKind.CERTIFICATES,
         ["officer", "completed_on", "course"]),
        (["Officer", "Policy Reviewed"], TableKind.REVIEWS, ["officer", "reviewed_on"]),
        (["Officer", "Date served", "Served/Booked"], TableKind.CONTACT_DAYS,
         ["officer", "on", "kind"]),
    ],
)  # fmt: skip
def test_headings_in_many_spellings(headings, kind, fields):
    layout = recognised(*headings)
    assert layout.kind is kind
    places = {name: layout.columns.get(name) for name in fields}
    assert places == {name: at for at, name in enumerate(fields)}


@pytest.mark.parametrize("headings", [["Item", "Price"], ["Date"], ["Course", "Date"], [""]])
def test_what_is_no_table_of_records(headings):
    assert recognised(*headings) is None


def test_lines_above_the_headings_are_passed_over():
    layout = recognised("Name", "Badge", above=[("Oakdale Police",), (), ("as of May",)])
    assert layout.heading == 3


def test_the_name_of_a_sheet_decides_between_kinds():
    assert recognised("Officer", "Date", name="Policy reviews").kind is TableKind.REVIEWS
    assert recognised("Officer", "Date", name="Contact days").kind is TableKind.CONTACT_DAYS


def test_every_title_of_our_own_is_recognised():
    for kind, fields in FIELDS.items():
        layout = recognised(*(field.title for field in fields))
        assert layout.kind is kind
        assert layout.columns == {field.name: at for at, field in enumerate(fields)}


@given(st.text())
def test_any_text_may_be_a_heading(text):
    assert heading_key(heading_key(text)) is not None
    recognised(text, "Name")


@given(st.text())
def test_neutralising_is_taken_back_exactly(text):
    assert as_meant(neutralised(text)) == text
    assert neutralised(text)[:1] not in tuple("=+-@\t\r＝＋－＠")


@pytest.mark.parametrize(
    ("text", "reads", "value"),
    [
        ("Y", Reads.YES_NO, True),
        ("FALSE", Reads.YES_NO, False),
        ("x", Reads.YES_NO, True),
        ("maybe", Reads.YES_NO, None),
        ("Sub.", Reads.ROLE, Role.SUBSTITUTE),
        ("REGULAR", Reads.ROLE, Role.REGULAR),
        ("Full-time", Reads.ROLE, Role.REGULAR),
        ("Chief", Reads.ROLE, None),
        ("mandated course", Reads.COURSE_KIND, CourseKind.MANDATED),
        ("BASIC", Reads.COURSE_KIND, CourseKind.BASIC),
        ("ISD", Reads.DISTRICT_KIND, DistrictKind.INDEPENDENT),
        ("Charter School", Reads.DISTRICT_KIND, DistrictKind.CHARTER),
        ("scheduled", Reads.DAY_KIND, DayKind.BOOKED),
        ("16", Reads.CREDITS, Decimal(16)),
        ("7.5 hrs", Reads.CREDITS, Decimal("7.5")),
        ("7,5", Reads.CREDITS, Decimal("7.5")),
        ("many", Reads.CREDITS, None),
        ("NaN", Reads.CREDITS, None),
        ("1e2", Reads.CREDITS, Decimal(100)),
        ("12", Reads.COUNT, 12),
        ("12.0", Reads.COUNT, 12),
        ("1e99999", Reads.COUNT, None),
        ("twelve", Reads.COUNT, None),
    ],
)
def test_cells(text, reads, value):
    reading = read(text, reads, today=TODAY)
    assert reading.value == value
    assert bool(reading.words) == (value is None)


@pytest.mark.parametrize(
    ("given", "name", "filed", "rank"),
    [
        ({"officer": "Olson, Erik"}, "Erik Olson", "Olson, Erik", ""),
        ({"officer": "Sgt. Erik  Olson"}, "Erik Olson", "", "Sergeant"),
        ({"officer": "Smith, John, Jr."}, "John Smith Jr.", "Smith, John, Jr.", ""),
        ({"officer": "Smith, Jr., John"}, "John Smith Jr.", "Smith, John, Jr.", ""),
        ({"officer": "John Smith, Jr."}, "John Smith Jr.", "", ""),
        ({"last_name": "van der Berg", "first_name": "Anna"}, "Anna van der Berg",
         "van der Berg, Anna", ""),
        ({"last_name": "Prince"}, "Prince", "", ""),
        ({"officer": "a, b, c, d"}, "a, b, c, d", "", ""),
        ({"officer": "Officer"}, "Officer", "", ""),
    ],
)  # fmt: skip
def test_names(given, name, filed, rank):
    person = person_in(given, "officer")
    assert isinstance(person, Person)
    assert (person.name, person.sort_name, person.rank) == (name, filed, rank)


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("ISD 196", "196", DistrictKind.INDEPENDENT),
        ("isd#0196", "0196", DistrictKind.INDEPENDENT),
        ("SSD No. 1", "1", DistrictKind.SPECIAL),
        ("Charter School 4017", "4017", DistrictKind.CHARTER),
        ("District 196", "196", None),
        ("196", "196", None),
        ("0001-03", "0001", DistrictKind.SPECIAL),
        ("Eagan (ISD 196)", "196", DistrictKind.INDEPENDENT),
    ],
)
def test_labels_of_districts(text, number, kind):
    label = label_in(text)
    assert (label.number, label.kind) == (number, kind)


@pytest.mark.parametrize("text", ["Eagan", "", "School 4 You", "19600", "visd 12"])
def test_what_labels_no_district(text):
    assert label_in(text) is None


cells = st.one_of(st.text(max_size=12), st.dates(), st.sampled_from(["ISD 196", "Olson, Erik"]))


@given(st.sampled_from(TableKind), st.lists(st.lists(cells, max_size=14), max_size=6))
def test_no_row_whatsoever_is_a_bug(kind, rows):
    columns = {field.name: at for at, field in enumerate(FIELDS[kind])}
    sheet = Sheet(name="", rows=((), *map(tuple, rows)))
    part = Part(sheet=sheet, layout=Layout(kind=kind, heading=0, columns=columns))
    planned = preview([part], OnFile(), today=TODAY)
    assert all(row.remarks for row in planned.rows if row.outcome is Outcome.PROBLEM)
    again = preview([part], OnFile(), today=TODAY)
    assert again == planned
