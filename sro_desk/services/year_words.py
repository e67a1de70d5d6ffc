"""A substitute's school year in sentences: the count, and when the 60th day falls."""

from sro_desk.domain.dates import us_date
from sro_desk.domain.projection import Projection
from sro_desk.domain.records import Assignment
from sro_desk.services.school_years import SchoolYear


def year_title(year: int) -> str:
    """ "School year 2026–27"."""
    return f"School year {year}–{(year + 1) % 100:02}"


def count_words(shown: SchoolYear) -> str:
    """ "37 of 60 contact days: 30 served, 5 booked, 2 booked with no date yet"."""
    count = shown.count
    parts = (
        (count.served, "served"),
        (count.booked, "booked"),
        (count.undated, "booked with no date yet"),
    )
    made_of = ", ".join(f"{number} {words}" for number, words in parts if number)
    total = f"{count.total} of {count.limit} contact days"
    districts = {each.district for each in shown.assignments}
    across = f", in {len(districts)} districts together" if len(districts) > 1 else ""
    return f"{total}{across}: {made_of}." if made_of else f"{total}."


def outlook_words(shown: SchoolYear) -> str:
    """When the 60th day falls, by the dates on file or else by projection."""
    count, projection = shown.count, shown.projection
    if count.sixtieth_on is not None:
        verb = "was" if count.sixtieth_on <= shown.on else "is"
        return (
            f"Contact day {count.limit} {verb} {us_date(count.sixtieth_on)}: "
            "from that day on V.D no longer exempts the officer."
        )
    if count.total >= count.limit:
        return (
            f"{count.limit} days are reached only with days that have no date yet: "
            "enter their dates to know which day is the 60th."
        )
    if projection is not None:
        return _projection_words(projection, count.limit)
    if shown.first <= shown.on <= shown.last:
        return "No day was served yet, so there is no pace to project from."
    return ""


def assignment_words(assignment: Assignment, shown: SchoolYear) -> str:
    """Under which assignment days are entered: "ISD 0196, from 09/08/2026"."""
    place = shown.labels.get(assignment.district, "")
    if assignment.school is not None and assignment.school in shown.schools:
        place = f"{place}, {shown.schools[assignment.school]}"
    until = "" if assignment.ends_on is None else f" to {us_date(assignment.ends_on)}"
    uncovered = "" if assignment.meets_definition else " (not covered: does not count)"
    return f"{place}, from {us_date(assignment.assumed)}{until}{uncovered}"


def _projection_words(projection: Projection, limit: int) -> str:
    served = "1 day" if projection.served == 1 else f"{projection.served} days"
    took = projection.working_days
    working = "1 working day" if took == 1 else f"{took} working days"
    pace = f"{served} served in {working} since {us_date(projection.since)}"
    if projection.reached_on is None:
        return (
            f"Projection, no deadline: {pace}; at this pace day {limit} is not reached this year."
        )
    return (
        f"Projection, no deadline: {pace}; at this pace day {limit} falls on about "
        f"{us_date(projection.reached_on)}."
    )
