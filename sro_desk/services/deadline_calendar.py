"""The deadlines as a calendar file (RFC 5545), for the program in which the chief plans.

An event keeps its UID, so that importing the file again updates what is
there; one whose deadline is met is sent as cancelled. Only public facts.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from sro_desk import __version__
from sro_desk.domain.codes import Status
from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.sentences import step_words
from sro_desk.services import agency, findings
from sro_desk.services.findings import OverviewRow
from sro_desk.storage.database import Database

_RUNNING = frozenset({Status.DUE, Status.OVERDUE})
_MET = frozenset({Status.MET, Status.MET_LATE})
_AT = timedelta(hours=8)  # of the morning of an alarm's day
_WHERE_FROM = "-//sro-desk//SRO training deadlines//EN"


def deadline_calendar(db: Database, *, on: date, made_on: date) -> bytes:
    """An event for each deadline that runs on the day, with an alarm at each lead time.

    Officers withheld from exports are left out. Equal facts give equal bytes.
    """
    with db.read() as session:
        settings, found = agency.settings_of(session), agency.agency_of(session)
        entries = session.rows("SELECT max(seq) FROM ledger")[0][0]
    rows = [row for row in findings.overview(db, on).rows if not row.officer.withheld]
    calendar = Calendar()
    calendar.add("prodid", _WHERE_FROM)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"SRO training deadlines, {found.name}")
    stamp = datetime.combine(made_on, time(), UTC)
    for row in rows:
        for event in _events(row, on):
            event.add("uid", f"{db.file_id}-officer-{row.officer.id}-deadline@sro-desk")
            event.add("dtstamp", stamp)
            event.add("last-modified", stamp)
            event.add("sequence", entries)
            for alarm in _alarms(event, settings.lead_times):
                event.add_component(alarm)
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def file_name(on: date) -> str:
    """`SRO training deadlines 2026-11-24.ics`."""
    return f"SRO training deadlines {on.isoformat()}.ics"


def _events(row: OverviewRow, on: date) -> Iterator[Event]:
    """The event of a deadline that runs, or the cancelling of one met before its day."""
    deadline, status = row.finding.deadline, row.finding.status
    if deadline is None:
        return
    if status in _RUNNING:
        yield _event(row, deadline.nominal, f"SRO training due: {_who(row)}", "CONFIRMED")
    elif status in _MET and deadline.legal >= on:
        yield _event(row, deadline.nominal, f"SRO training completed: {_who(row)}", "CANCELLED")


def _event(row: OverviewRow, day: date, summary: str, status: str) -> Event:
    event = Event()
    event.add("summary", summary)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("status", status)
    event.add("transp", "TRANSPARENT")
    event.add("categories", ["SRO training"])
    event.add("description", "\n".join(_told(row)))
    return event


def _who(row: OverviewRow) -> str:
    paragraph = f" ({row.finding.paragraph})" if row.finding.paragraph else ""
    return f"{row.name}{paragraph}"


def _told(row: OverviewRow) -> Iterator[str]:
    finding = row.finding
    if finding.deadline is not None:
        yield f"Last day: {long_date(finding.deadline.nominal)}"
        if finding.deadline.legal != finding.deadline.nominal:
            yield f"Legal last day under § 645.15: {us_date(finding.deadline.legal)}"
    if row.districts:
        yield f"Districts: {', '.join(row.districts)}"
    if words := step_words(finding.next_step):
        yield f"Next step: {words}"
    yield f"Minn. Stat. § 626.8482 subd. 3. Made by sro-desk {__version__}; not legal advice."


def _alarms(event: Event, lead_times: Iterable[int]) -> Iterator[Alarm]:
    if event["status"] == "CANCELLED":
        return
    for days in sorted(set(lead_times), reverse=True):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", _AT - timedelta(days=days))
        alarm.add("description", f"In {days} {'day' if days == 1 else 'days'}: {event['summary']}")
        yield alarm
