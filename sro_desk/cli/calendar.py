"""`calendar`: the deadlines for the program in which the chief plans."""

from sro_desk.cli.answers import AsOf, RecordsFile, day, write
from sro_desk.cli.reports import Out
from sro_desk.services.deadline_calendar import deadline_calendar
from sro_desk.services.records_file import look_into


def calendar(file: RecordsFile, out: Out, as_of: AsOf = None) -> None:
    """Write the deadlines as a calendar (.ics), with an alarm at each lead time."""
    with look_into(file) as db:
        content = deadline_calendar(db, on=day(as_of), made_on=day())
    write(out, content)
