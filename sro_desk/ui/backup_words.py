"""When a file was backed up last, in words, and whether that is too long ago."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sro_desk.domain.codes import Light
from sro_desk.domain.dates import us_date, us_time
from sro_desk.services import clock

if TYPE_CHECKING:  # comes once the window is filled
    from sro_desk.services.keeping import BackupMade, BackupPlaces

_LATE = timedelta(days=7)
_UNITS = ("bytes", "KB", "MB", "GB", "TB")


def standing(
    places: "BackupPlaces", made: "list[BackupMade]", now: datetime | None = None
) -> tuple[Light, str]:
    """How the backups of a file stand: green, amber after a week with changes, grey at first."""
    now = now or clock.now()
    last = made[0] if made else None
    since = places.file_made_at if last is None else last.made_at
    current = last is not None and last.ledger_head == places.head
    if now - since >= _LATE and not current:
        return Light.AMBER, f"Backup overdue: none for {_days_between(since, now)} days"
    if last is None:
        return Light.GREY, "No backup yet"
    if now - since >= _LATE:
        return Light.GREEN, f"Backed up {us_date(_local(since).date())}, nothing changed since"
    return Light.GREEN, f"Backed up {age_words(since, now)}"


def age_words(at: datetime, now: datetime) -> str:
    """ "today, 3:15 PM", "yesterday, 9:00 AM", "4 days ago"."""
    days = _days_between(at, now)
    if days <= 0:
        return f"today, {us_time(_local(at))}"
    return f"yesterday, {us_time(_local(at))}" if days == 1 else f"{days} days ago"


def size_words(size: int) -> str:
    """A number of bytes as people read it: "1.4 MB"."""
    amount, unit = float(size), 0
    while amount >= 1000 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{size:,} bytes" if unit == 0 else f"{amount:.1f} {_UNITS[unit]}"


def _days_between(at: datetime, now: datetime) -> int:
    return (_local(now).date() - _local(at).date()).days


def _local(at: datetime) -> datetime:
    return at.astimezone()
