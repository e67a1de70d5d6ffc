"""What a cell says: dates, yes or no, numbers and codes, in the ways people write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role
from sro_desk.domain.dates import long_date, parse_written_date, us_date
from sro_desk.domain.names import search_key
from sro_desk.domain.problems import number_typed
from sro_desk.domain.spreadsheets.sheets import Cell, trimmed
from sro_desk.domain.spreadsheets.tables import Reads

C = TypeVar("C", bound=StrEnum)
_AMBIGUOUS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](?:\d{4}|\d{2})")
_TIME = re.compile(r"[ t]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]\.?m\.?)?z?$", re.IGNORECASE)
_DAY_NUMBER = re.compile(r"([2-7]\d{4})(?:\.\d+)?")  # 1954 to 2119, as Excel counts
_DAY_ZERO = date(1899, 12, 30)  # of Excel's count, from March 1900 on
_YES = frozenset({"yes", "y", "true", "t", "1", "x", "ja", "on", "✓", "✔", "☑"})
_NO = frozenset({"no", "n", "false", "f", "0", "off", "✗", "☐"})
_ROLES = {
    Role.REGULAR: ("regular", "regularly", "full time", "fulltime", "ft", "part time", "primary",
                   "permanent", "assigned", "reg", "r", "sro"),
    Role.SUBSTITUTE: ("substitute", "sub", "backup", "back up", "relief", "fill in", "temporary",
                      "temp", "alternate", "s", "substitute sro"),
}  # fmt: skip
_COURSE_KINDS = {
    CourseKind.MANDATED: ("mandated", "mandated course", "mandatory", "required", "mandated sro",
                          "post approved", "subd 4"),
    CourseKind.SUPPLEMENTAL: ("supplemental", "supplemental course", "supplement", "bridge"),
    CourseKind.BASIC: ("basic", "basic course", "basic sro", "sro basic", "basic sro course"),
    CourseKind.OTHER: ("other", "other course", "other training"),
}  # fmt: skip
_DISTRICT_KINDS = {
    DistrictKind.INDEPENDENT: ("independent", "independent district", "isd",
                               "independent school district", "public"),
    DistrictKind.SPECIAL: ("special", "special district", "ssd", "special school district"),
    DistrictKind.CHARTER: ("charter", "charter school", "charter district"),
    DistrictKind.COOPERATIVE: ("cooperative", "coop", "co op", "intermediate",
                               "intermediate district", "education district"),
}  # fmt: skip
_DAY_KINDS = {
    DayKind.SERVED: ("served", "worked", "done", "past", "actual", "s"),
    DayKind.BOOKED: ("booked", "scheduled", "planned", "future", "reserved", "b"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell's value, None where it cannot be read; `words` are for beside it."""

    value: Any = None
    words: str = ""


def read(cell: Cell, reads: Reads, *, today: date) -> Reading:
    """What a cell that is not blank says."""
    if reads is Reads.TEXT:
        return Reading(as_text(cell))
    if reads is Reads.DATE:
        return _day(cell, today)
    typed = as_text(cell)
    if reads is Reads.YES_NO:
        return _yes_no(typed)
    if reads is Reads.CREDITS:
        return _credits(typed)
    if reads is Reads.COUNT:
        return _count(typed)
    return _code(typed, reads)


def is_empty(cell: Cell) -> bool:
    """Whether nothing stands in a cell."""
    return isinstance(cell, str) and not trimmed(cell)


def as_text(cell: Cell) -> str:
    """A cell as text; a date as it is written here."""
    return trimmed(cell) if isinstance(cell, str) else us_date(cell)


def course_kind_of(typed: str) -> CourseKind | None:
    """The kind of course that words name, where they name one."""
    return _coded(typed, _COURSE_KINDS)


def district_kind_of(typed: str) -> DistrictKind | None:
    """The kind of district that words name, where they name one."""
    return _coded(typed, _DISTRICT_KINDS)


def _day(cell: Cell, today: date) -> Reading:
    if not isinstance(cell, str):
        return Reading(cell)
    typed = trimmed(cell)
    day = parse_written_date(_TIME.sub("", typed), today=today)
    if day is not None:
        return Reading(day, _how_read(typed, day))
    if match := _DAY_NUMBER.fullmatch(typed):
        day = _DAY_ZERO + timedelta(days=int(match[1]))
        return Reading(day, f"Read as Excel's number of a day: {long_date(day)}.")
    return Reading(None, f"“{typed}” is no date that can be read; write it as 9/1/2025.")


def _how_read(typed: str, day: date) -> str:
    """Words where another reading of the same digits is another day."""
    match = _AMBIGUOUS.match(typed)
    if match is None or match[1].lstrip("0") == match[2].lstrip("0"):
        return ""
    could_be_day_first = int(match[2]) <= 12
    return f"Read as month, day, year: {long_date(day)}." if could_be_day_first else ""


def _yes_no(typed: str) -> Reading:
    word = search_key(typed) or typed
    if word in _YES:
        return Reading(True)
    if word in _NO:
        return Reading(False)
    return Reading(None, f"“{typed}” is neither yes nor no.")


def _credits(typed: str) -> Reading:
    words = typed.casefold().removesuffix("credits").removesuffix("hours").removesuffix("hrs")
    number = number_typed(words)
    if number is None or not number.is_finite():
        return Reading(None, f"“{typed}” is no number of credits; write it as 16 or 7.5.")
    return Reading(_plain(number))


def _count(typed: str) -> Reading:
    number = number_typed(typed)
    if number is None or not number.is_finite() or number != number.to_integral_value():
        return Reading(None, f"“{typed}” is no whole number.")
    if abs(number) > 100_000:
        return Reading(None, f"“{typed}” is larger than any number of days.")
    return Reading(int(number))


def _code(typed: str, reads: Reads) -> Reading:
    spelled: Mapping[Reads, Mapping[Any, tuple[str, ...]]] = {
        Reads.ROLE: _ROLES,
        Reads.COURSE_KIND: _COURSE_KINDS,
        Reads.DISTRICT_KIND: _DISTRICT_KINDS,
        Reads.DAY_KIND: _DAY_KINDS,
    }
    codes = spelled[reads]
    found = _coded(typed, codes)
    if found is not None:
        return Reading(found)
    known = ", ".join(words[0] for words in codes.values())
    return Reading(None, f"“{typed}” is not known here; write one of: {known}.")


def _coded(typed: str, codes: Mapping[C, tuple[str, ...]]) -> C | None:
    word = search_key(typed)
    return next((code for code, words in codes.items() if word in words), None)


def _plain(number: Decimal) -> Decimal:
    """`1E+1` as 10: the same number in digits alone."""
    return Decimal(format(number, "f"))
