"""What the officer's page says, alone and in a binder."""

from datetime import date

import pypdfium2
import pytest

from sro_desk.domain.codes import DayKind, Light
from sro_desk.domain.exports.contact_days import CountedDay
from sro_desk.pdf import officer_page, year_calendar
from sro_desk.pdf.about import About
from sro_desk.pdf.legible import legible
from sro_desk.pdf.report import Report
from sro_desk.pdf.sheet import PORTRAIT
from tests.pdf.conftest import (
    NASTY,
    ON,
    full_officer,
    officer_facts,
    officer_record,
    pages_of,
    text_of,
    year_log,
)

PRIVATE = "Private data"


def page_of(facts) -> bytes:
    return officer_page.officer_page(officer_record(facts))


def test_everything_is_told_in_its_order():
    text = text_of(page_of(full_officer()))
    spoken = [
        "Erik Olson",
        "Officer · School Resource Officer · Badge 412 · as of 11/24/2026",
        "12345",
        "Overdue",
        "V.C: trained within six months",
        "07/04/2026, legal date 07/06/2026",
        "141 past",
        "Not required to perform duties (4) and (5)",
        "Add certificate",
        "six months = Sat 2026-07-04",
        "No policy review on record",
        "The same copy is attached to two certificates",
        "does not meet the definition: evening events only",
        "Ended, exempt",
        "after the as-of date, not counted",
        "12/01/2026",
        "read with Erik Olson",
        "Full until May.",
        "70 of 60 contact days.",
    ]
    places = [text.find(words) for words in spoken]
    assert -1 not in places, spoken[places.index(-1)]
    assert places == sorted(places)


def test_what_is_not_on_file_is_said_or_left_out():
    text = text_of(page_of(officer_facts()))
    for said in ("No assignment is on file.", "No certificate is on file.", "No review of the"):
        assert said in text
    for unsaid in ("Contact days", "Inability record", "Worth knowing", "missing"):
        assert unsaid not in text
    assert "Nothing is missing." in text_of(page_of(officer_facts(light=Light.GREEN)))


def test_each_page_is_marked_private():
    pages = pages_of(page_of(full_officer(why=("Because of this. " * 300,))))
    assert len(pages) > 1
    assert all(PRIVATE in page for page in pages)


def binder(*officers) -> bytes:
    """Officers' pages between two pages that are not private."""
    record = officer_record(officer_facts())
    report = Report(record.letterhead, record.provenance, running_head="Binder")
    report.flow.heading("H1", "Binder", officer_page.look.TITLE, follow=0)
    for facts in officers:
        officer_page.draw(report.flow, legible(facts)[0], ON, level=1)
    report.flow.break_page()
    report.flow.paragraph("The end.")
    return report.finish(About(title="Binder", subject="", author="", made_on=ON))


def test_in_a_binder_each_starts_a_page_of_its_own(opened, validate):
    short = (officer_facts(name=name) for name in NASTY[:2])
    finished = binder(*short, full_officer(NASTY[2]), officer_facts())
    pages = pages_of(finished)
    begun = [page for page in pages if "Employed" in page]
    assert [page.count("Employed") for page in begun] == [1, 1, 1, 1]
    assert "Employed" not in pages[0]
    with pypdfium2.PdfDocument(finished) as document:
        sizes = [document[number].get_size() for number in range(1, len(document))]
    assert set(sizes) == {PORTRAIT}
    assert PRIVATE not in pages[0] + pages[-1]
    assert all(PRIVATE in page for page in pages[1:-1])
    assert NASTY[0] in begun[0]
    with opened(finished).open_outline() as outline:
        (top,) = outline.root
        assert [item.title for item in top.children] == [*NASTY[:3], "Erik Olson"]
    assert validate(finished) == []


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((), "No contact day has a date."),
        (((2026, 9, 8), (2026, 9, 10)), "September 2026: served 8, 10."),
        (((2026, 11, 24), (2026, 11, 25)), "November 2026: served 24; booked 25."),
    ],
)
def test_the_calendar_in_words(days, words):
    found = [date(*day) for day in days]
    counted = tuple(
        CountedDay(
            on=day, kind=DayKind.SERVED if day <= ON else DayKind.BOOKED, districts=("ISD 0273",)
        )
        for day in found
    )
    assert words in year_calendar.in_words(year_log(0, days=counted))


def test_the_sixtieth_day_in_words():
    assert "Contact day 60: Thursday, March 4, 2027." in year_calendar.in_words(year_log(61))
    projected = year_calendar.in_words(year_log(3, projected_on=date(2027, 2, 16)))
    assert "Contact day 60 by projection: Tuesday, February 16, 2027." in projected
