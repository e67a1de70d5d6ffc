"""All guesses about one certificate, from the words of its pages."""

from collections.abc import Iterable, Sequence
from datetime import date

from sro_desk.domain.names import search_key
from sro_desk.domain.records import Course, Officer
from sro_desk.intake.examined import PageText
from sro_desk.intake.guesses.catalogue import Catalogue
from sro_desk.intake.guesses.issuer import issuer
from sro_desk.intake.guesses.numbers import numbers
from sro_desk.intake.guesses.roster import Roster
from sro_desk.intake.guesses.sheet import Sheet
from sro_desk.intake.guesses.values import Guesses
from sro_desk.intake.guesses.what import course
from sro_desk.intake.guesses.when import dates
from sro_desk.intake.guesses.who import officers


def guess(
    pages: Sequence[PageText],
    officers_on_file: Iterable[Officer],
    courses_on_file: Iterable[Course],
    *,
    today: date,
    first_page: int = 0,
) -> Guesses:
    """Read `pages`, which are one certificate or one class, against what is on file.

    `first_page` is the number that the file gives the first of them.
    """
    sheet = Sheet(pages, first_page)
    if not sheet.runs:
        return Guesses()
    catalogue = Catalogue(courses_on_file)
    days = dates(sheet, today)
    figures = numbers(sheet, today)
    post_number = "" if figures.post_number is None else search_key(figures.post_number.said)
    completed_on = None if days.completed_on is None else days.completed_on.value
    roster = Roster(officers_on_file)
    people = officers(sheet, roster, catalogue.telling_words)
    return Guesses(
        officers=people,
        course=course(
            sheet,
            catalogue,
            roster=roster,
            post_number=post_number,
            completed_on=completed_on,
            today=today,
        ),
        completed_on=days.completed_on,
        issued_on=days.issued_on,
        number=figures.number if len(people) < 2 else None,  # each of a class has its own
        credits=figures.credits,
        post_number=figures.post_number,
        issuer=issuer(sheet, catalogue.courses),
    )
