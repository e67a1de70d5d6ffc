"""The one clock of the services: today where the agency is, now in UTC."""

from datetime import UTC, date, datetime


def today() -> date:
    """The calendar date on this computer."""
    return datetime.now().astimezone().date()


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
