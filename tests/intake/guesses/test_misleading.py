"""Papers written to mislead: each field is right, or asked about, or empty; never wrong."""

from datetime import date

import pytest

from sro_desk.intake.examined import Box, PageText, Word
from sro_desk.intake.guesses.guess import guess
from sro_desk.intake.guesses.values import Sureness
from tests.intake.guesses.pages import page, spaced
from tests.intake.papers import people
from tests.intake.papers.people import BY_NAME, CATALOGUE, ROSTER, TODAY

KIM, INGRID = BY_NAME["Kim Xiong"], BY_NAME["Ingrid Halvorsen"]
BY_TITLE = {course.title: course for course in CATALOGUE}
JUNE = date(2026, 6, 12)
SAID = ("This certifies that Kim Xiong has completed", "Juvenile Law Update")


def read(*lines, **how):
    return guess([page(*lines, **how)], ROSTER, CATALOGUE, today=TODAY)


def value(guessed):
    return None if guessed is None else guessed.value


def people_in(found):
    return [each.value or each.said for each in found.officers]


# ---- whose and what


def test_a_watermark_across_the_page_is_no_word_of_its_lines():
    lines = (*SAID, "on 6/12/2026", "Certificate No. JL-2026-0042")
    plain = page(*lines)
    mark = Word(text="SAMPLE", box=Box(left=0.05, top=0.02, right=0.9, bottom=0.24))
    across = PageText(words=(*plain.words, mark), wide=plain.wide, high=plain.high)
    assert guess([across], ROSTER, CATALOGUE, today=TODAY) == guess(
        [plain], ROSTER, CATALOGUE, today=TODAY
    )


def test_what_an_officer_is_called_is_no_course():
    found = read(
        "Certificate of Completion",
        None,
        "Kim Xiong",
        None,
        "Juvenile Law Update",
        None,
        "June 12, 2026",
    )
    assert people_in(found) == [KIM]
    assert found.course is None or found.course.said != "Kim Xiong"
    assert value(found.course) in (None, BY_TITLE["Juvenile Law Update"])


# ---- whose


def test_a_stranger_is_not_the_instructor_who_is_on_the_roster():
    found = read(
        *("Rebecca Lundgren", "has completed", "Juvenile Law Update", None),
        *("Ingrid Halvorsen", "Instructor"),
    )
    assert people_in(found) == ["Rebecca Lundgren"]


def test_a_name_in_the_block_of_signatures_is_nobodys():
    found = read(
        *SAID, "on 6/12/2026", None,
        [(60, "Signature:"), (250, "Name: Ingrid Halvorsen"), (450, "Date: 6/15/2026")],
    )  # fmt: skip
    assert people_in(found) == [KIM]
    assert value(found.completed_on) == JUNE


def test_only_the_one_who_signed_is_named():
    found = read(
        "Juvenile Law Update", None, [(60, "Name: Ingrid Halvorsen"), (330, "Title: Instructor")]
    )
    assert found.officers == ()


def test_the_chief_presents_and_does_not_receive():
    found = read(
        "Chief Ingrid Halvorsen presents this certificate to", "Kim Xiong",
        "for completing Juvenile Law Update", "June 12, 2026",
    )  # fmt: skip
    assert people_in(found) == [KIM]


def test_two_names_without_a_word_about_them_are_asked_about():
    found = read("Kim Xiong and Lucía Ortiz were in class on 6/12/2026.")
    assert {each.sure for each in found.officers} == {Sureness.ASK}


def test_a_name_alone_is_likely_at_best():
    (officer,) = read("Kim Xiong").officers
    assert officer.sure is Sureness.LIKELY


def test_a_school_called_like_an_officer():
    found = read(
        "Kim Xiong Elementary School",
        "This is to certify that Lucía Ortiz completed Juvenile Law Update on June 12, 2026",
    )
    assert people_in(found) == [BY_NAME["Lucía Ortiz"]]


def test_two_holders_of_one_page_that_is_no_list_are_asked_about():
    found = read(
        "This certifies that Kim Xiong", None, None, "This certifies that Lucía Ortiz", None
    )
    assert {each.sure for each in found.officers} == {Sureness.ASK}


def test_a_column_of_names_is_a_class():
    found = read(
        [(60, "Name"), (250, "Completed"), (350, "Certificate No.")],
        [(60, "Kim Xiong"), (250, "6/12/2026"), (350, "A-101")],
        [(60, "Lucía Ortiz"), (250, "6/13/2026"), (350, "A-102")],
    )
    assert people_in(found) == [KIM, BY_NAME["Lucía Ortiz"]]
    assert value(found.completed_on) is None, "two days"
    assert found.number is None, "each has its own"


def test_letters_set_wide_are_words():
    heading = spaced("AWARDED TO KIM XIONG")
    found = guess([heading], ROSTER, CATALOGUE, today=TODAY)
    assert people_in(found) == [KIM]


# ---- when


@pytest.mark.parametrize(
    "line",
    [
        "Issued: June 15, 2026",
        "DOB: 6/12/1986",
        "Expires: 6/12/2026",
        "Valid until June 12, 2026",
        "Printed on 6/12/2026",
        "Hire date: 6/12/2020",
        "Registered: 6/12/2026",
        "on June 12, 2027",  # to come
        "on Monday, June 12, 2026",  # a Friday
        "POST approval June 12, 2026",
        "Revised 6/12/2026",
        "Effective 6/12/2026",
        "Training is to be completed on or before 6/12/2026",
        "Officers must complete this by June 12, 2026",
    ],
)
def test_a_day_that_is_another(line):
    assert value(read(*SAID, None, line).completed_on) is None


def test_the_day_of_issue_beside_that_of_completion():
    found = read(
        [(60, "6/12/2026"), (300, "6/15/2026")],
        [(60, "Date Completed"), (300, "Date Issued")],
        None, "Kim Xiong", "Participant",
    )  # fmt: skip
    assert (value(found.completed_on), value(found.issued_on)) == (JUNE, date(2026, 6, 15))


def test_the_last_of_an_approval_is_not_the_last_of_the_course():
    found = read(*SAID, "on June 12, 2026.", "This certification is valid until June 30, 2026.")
    assert value(found.completed_on) == JUNE


def test_the_provider_stands_between_the_course_and_its_day():
    found = read(SAID[0], "Juvenile Law Update offered by Lakes Legal Training on 6/12/2026.")
    assert (value(found.completed_on), found.completed_on.sure) == (JUNE, Sureness.SURE)


def test_two_days_of_completion_are_asked_about():
    found = read("Name: Kim Xiong", "Completed: 6/12/2026", None, "Completed: 5/2/2026")
    assert found.completed_on.sure is Sureness.ASK
    assert found.completed_on.candidates == (date(2026, 5, 2), JUNE)


def test_a_solemn_day_alone_is_likely():
    found = read(*SAID, None, "Given this 12th day of June, 2026")
    assert (value(found.completed_on), found.completed_on.sure) == (JUNE, Sureness.LIKELY)


def test_the_date_of_a_letter_is_not_that_of_the_course():
    found = read([(60, "DATE:"), (140, "June 12, 2026")], [(60, "RE:"), (140, "Completion")], *SAID)
    assert found.completed_on is None or found.completed_on.sure is not Sureness.SURE


# ---- what


@pytest.mark.parametrize(
    "title",
    [
        "Basic School Resource Officer Instructor Course",
        "Crisis Intervention Team Refresher Training",
        "Advanced Juvenile Law",
        "Defensive Driving for Deputies",
        "School Resource Officer Management Course",
    ],
)
def test_a_course_that_only_sounds_like_one_of_the_catalogue(title):
    found = read("This certifies that Kim Xiong has completed", title, "on 6/12/2026.")
    assert value(found.course) is None
    assert found.course.said == title


def test_a_course_that_is_only_a_condition():
    found = read(
        "This certifies that Kim Xiong has completed", "Defensive Driving for Deputies",
        "on 6/12/2026.", "Prerequisite: Basic School Resource Officer Course",
    )  # fmt: skip
    assert value(found.course) is None


def test_a_title_of_one_provider_given_by_another_is_asked_about():
    found = read(
        "Minnesota School Safety Center", *SAID[:1], "Basic School Resource Officer Course",
        "on 6/12/2024.",
    )  # fmt: skip
    assert found.course.sure is Sureness.ASK
    assert {each.provider for each in found.course.candidates} == {
        "NASRO", "Minnesota School Safety Center"
    }  # fmt: skip


def test_a_title_that_anybody_might_use_is_not_surely_the_mandated_course():
    found = read(*SAID[:1], "School Resource Officer Training", "at Bluestem on 6/12/2026.")
    assert value(found.course) == people.MANDATED
    assert found.course.sure is Sureness.LIKELY


def test_a_mandated_course_before_there_was_one_is_asked_about():
    found = read(
        "North Metro Public Safety Institute", *SAID[:1], "School Resource Officer Training",
        "on 6/12/2023.",
    )  # fmt: skip
    assert value(found.completed_on) == date(2023, 6, 12)
    assert found.course.sure is Sureness.ASK


def test_certificates_of_several_courses_in_one_file_are_asked_about():
    other = ("This certifies that Lucía Ortiz has completed", "Threat Assessment for Schools")
    found = guess([page(*SAID), page(*other)], ROSTER, CATALOGUE, today=TODAY)
    assert found.course.sure is Sureness.ASK
    assert set(found.course.candidates) == {people.JUVENILE, people.THREAT}


@pytest.mark.parametrize(
    ("lines", "who", "sure"),
    [
        (("Lakes Legal Training", *SAID), "Lakes Legal Training", Sureness.SURE),
        ((*SAID, "Provider: Elm Street Group"), "Elm Street Group", Sureness.LIKELY),
        (("Bluestem Police Academy", *SAID), "Bluestem Police Academy", Sureness.LIKELY),
    ],
    ids=["of the catalogue", "by its label", "at the top"],
)
def test_who_gave_the_course(lines, who, sure):
    found = read(*lines)
    assert (value(found.issuer), found.issuer.sure) == (who, sure)


# ---- figures


def test_hours_of_the_day_are_no_credits():
    found = read(*SAID, "8:00 - 16:30 hours, 6/11/2026 and 6/12/2026, 16 hours")
    assert value(found.credits) == 16


@pytest.mark.parametrize(
    "line", ["CEUs: 1.6", "Score: 98", "within 24 hours before class", "8 hours and 16 hours"]
)
def test_figures_that_are_no_credits(line):
    assert value(read(*SAID, None, line).credits) is None


def test_other_numbers_are_not_the_certificates():
    found = read(
        "Name: Kim Xiong", "POST License No. 21037", "Badge 401", "Phone 218-555-0143",
        "Certificate No. 5512", "Course No. 11482-0071",
    )  # fmt: skip
    assert (value(found.number), value(found.post_number)) == ("5512", "11482-0071")


# ---- all


def test_nothing_recognised_in_a_picture_is_sure():
    found = read(*SAID, "on June 12, 2026", "Certificate No. 5512", "40 hours", recognised=True)
    guessed = [*found.officers, found.course, found.completed_on, found.number, found.credits]
    assert {each.sure for each in guessed} == {Sureness.LIKELY}


def test_no_page_and_no_words():
    assert guess([], ROSTER, CATALOGUE, today=TODAY).officers == ()
    assert read().course is None
    assert guess([page(*SAID)], [], [], today=TODAY).officers[0].sure is Sureness.ASK


def test_places_are_on_the_page_and_cover_the_words():
    found = guess(
        [page("Nothing"), page(*SAID, "on June 12, 2026")], ROSTER, CATALOGUE, today=TODAY
    )
    (place,) = found.completed_on.places
    assert place.page == 1
    (box,) = place.boxes
    assert 0 < box.left < box.right <= 1
    assert 0 < box.top < box.bottom <= 1
