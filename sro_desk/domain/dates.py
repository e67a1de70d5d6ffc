"""Dates as people of Minnesota write and read them; files keep ISO."""

import re
from datetime import date, datetime, time, timedelta

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
FIRST_YEAR, LAST_YEAR = 1950, 2100  # of what anybody would put on file
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_US = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_US_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})")
_ISO_DIGITS = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4}|\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?[ -](\d{4}|\d{2})")
_FROM_TODAY = re.compile(r"([+-]) ?(\d{1,5})")
_YEARS_AHEAD = 20  # a two-digit year is at most this far ahead, else of the century before


def us_date(day: date) -> str:
    """`09/01/2025`, as screens and PDFs show it."""
    return f"{day.month:02}/{day.day:02}/{day.year:04}"


def us_time(at: time | datetime) -> str:
    """`3:15 PM`; an instant is brought to local time first by whoever asks."""
    return f"{at.hour % 12 or 12}:{at.minute:02} {'AM' if at.hour < 12 else 'PM'}"


def long_date(day: date) -> str:
    """`Monday, September 1, 2025`, whatever language the computer speaks."""
    return f"{WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}, {day.year}"


def parse_date(text: str, *, today: date) -> date | None:
    """Read a typed date; None where it is not one.

    Takes `9/1/2025`, `9/1/25`, `2025-09-01`, `09012025`, `20250901`,
    `Sep 1 2025`, `September 1, 2025`, `1 Sep 2025`, with or without a weekday;
    `t` or `today`; `+3` and `-2` in days from today.
    """
    typed = " ".join(text.casefold().replace(",", " ").split())
    if typed in {"t", "today"}:
        return today
    if match := _FROM_TODAY.fullmatch(typed):
        return _from_today(match, today)
    return _written_date(_without_weekday(typed), today)


def parse_written_date(text: str, *, today: date) -> date | None:
    """Read a date on paper or in a file, which is never counted from today; else `parse_date`."""
    typed = " ".join(text.casefold().replace(",", " ").split())
    return _written_date(_without_weekday(typed), today)


def _written_date(typed: str, today: date) -> date | None:
    for pattern in (_ISO, _ISO_DIGITS):
        if match := pattern.fullmatch(typed):
            return _date(match[1], int(match[2]), match[3], today)
    for pattern in (_US, _US_DIGITS):
        if match := pattern.fullmatch(typed):
            return _date(match[3], int(match[1]), match[2], today)
    if match := _MONTH_FIRST.fullmatch(typed):
        return _date(match[3], _month(match[1]), match[2], today)
    if match := _DAY_FIRST.fullmatch(typed):
        return _date(match[3], _month(match[2]), match[1], today)
    return None


def _from_today(match: re.Match[str], today: date) -> date | None:
    days = int(match[2]) if match[1] == "+" else -int(match[2])
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _date(year: str, month: int, day: str, today: date) -> date | None:
    try:
        return date(_full_year(year, today), month, int(day))
    except ValueError:
        return None


def _full_year(typed: str, today: date) -> int:
    if len(typed) == 4:
        return int(typed)
    year = today.year - today.year % 100 + int(typed)
    if year > today.year + _YEARS_AHEAD:
        return year - 100
    return year


def _month(typed: str) -> int:
    for number, name in enumerate(MONTHS, start=1):
        if name.casefold().startswith(typed) or typed == "sept" == name.casefold()[:4]:
            return number
    return 0  # no month: `date` refuses it


def _without_weekday(typed: str) -> str:
    first, _, rest = typed.partition(" ")
    first = first.rstrip(".")
    named = len(first) >= 3 and any(day.casefold().startswith(first) for day in WEEKDAYS)
    return rest if named else typed
