"""Dates as certificates write them: single days, ranges and lists, in figures or spelled out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.dates import MONTHS, WEEKDAYS

_LONGEST = 31  # days of a course; a longer span is something else
_FIRST_YEAR = 1940
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
).split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split() + [f"twenty {each}" for each in (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"
)] + ["thirtieth", "thirty first"]  # fmt: skip

_M = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAYS_OF_WEEK = "|".join(f"{day[:3]}(?:{day[3:]})?" for day in WEEKDAYS)
_W = rf"(?:(?P<weekday%s>{_DAYS_OF_WEEK}|tues|thurs?)\.?,?\s+)?"
_D = r"(?:[12]\d|3[01]|0?[1-9])(?:\s?(?:st|nd|rd|th)\b)?"
_Y = r"(?:(?:19|20)\d\d|'\d\d)"
_TO = r"\s*(?:-|to|thru|through|until|and|&)\s*"
_TIME = r"(?:\s*(?:at|@)?\s*\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?)?"


@dataclass(frozen=True, slots=True)
class Mention:
    """One day or span of days in a text; `doubtful` where it contradicts itself."""

    start: int  # letters of the text
    end: int
    first: date
    last: date
    doubtful: bool = False

    @property
    def is_span(self) -> bool:
        """Whether it covers several days."""
        return self.first < self.last


def mentions(text: str, today: date) -> list[Mention]:
    """Every date of a text that is one, in order; American order of month and day."""
    found: list[Mention] = []
    taken = bytearray(len(text))
    for pattern, read in _PATTERNS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            try:
                days = read(match, today)
            except ValueError:
                continue
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            first, last = min(days), max(days)
            doubtful = list(days) != sorted(days) or _belies_weekday(match, days)
            doubtful = doubtful or (last - first).days > 4 * _LONGEST or first.year < _FIRST_YEAR
            found.append(Mention(match.start(), match.end(), first, last, doubtful))
    return sorted(found, key=lambda each: each.start)


Read = Callable[[re.Match[str], date], list[date]]


def _month(text: str) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if name.lower()[:3] == text.lower()[:3])


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _year(text: str, today: date) -> int:
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4:
        return int(digits)
    year = today.year - today.year % 100 + int(digits)
    return year if year <= today.year + 20 else year - 100


def _named(match: re.Match[str], today: date) -> list[date]:
    """`June 8, 2026`, with a second day, month or year where the pattern has one."""
    part = match.groupdict()
    year = _year(part["y"], today)
    month = _month(part["m"])
    last_month = _month(part["m2"]) if part.get("m2") else month
    first_year = _year(part["y1"], today) if part.get("y1") else year
    if not part.get("y1") and last_month < month:
        first_year -= 1  # December 29 - January 2, 2026
    days = [date(first_year, month, _day(part["d"]))]
    if part.get("more"):
        days += [date(year, month, _day(each)) for each in re.findall(_D, part["more"])]
    if part.get("d2"):
        days.append(date(year, last_month, _day(part["d2"])))
    return days


def _figures(match: re.Match[str], today: date) -> list[date]:
    """`6/8/2026`, `6/8 - 6/12/2026`, `6/8-12/2026`."""
    part = match.groupdict()
    year = _year(part["y"], today)
    days = []
    if part.get("d1"):
        first_year = _year(part["y1"], today) if part.get("y1") else year
        days.append(date(first_year, int(part["m1"]), int(part["d1"])))
    days.append(date(year, int(part["m"] or part["m1"]), int(part["d"])))
    return days


def _iso(match: re.Match[str], _today: date) -> list[date]:
    return [date.fromisoformat(each) for each in re.findall(r"\d{4}-\d\d-\d\d", match[0])]


def _spelled(match: re.Match[str], _today: date) -> list[date]:
    day = _ORDINALS.index(" ".join(re.split(r"[\s-]+", match["o"].lower())))
    return [date(_spelled_year(match["yw"]), _month(match["m"]), day)]


def _spelled_year(words: str) -> int:
    if digits := re.search(r"\d{4}", words):
        return int(digits[0])
    parts = [each for each in re.split(r"[\s-]+", words.lower()) if each and each != "and"]
    rest = parts[2:] if parts[:2] == ["two", "thousand"] else parts[1:]
    total = 0
    for part in rest:
        total += 20 if part == "twenty" else 30 if part == "thirty" else _ONES.index(part)
    return 2000 + total


def _belies_weekday(match: re.Match[str], days: list[date]) -> bool:
    """`Monday, June 9, 2026` was misread, or mistyped: the 9th was a Tuesday."""
    part = match.groupdict()
    for name, day in (("weekday1", days[0]), ("weekday2", days[-1])):
        said = part.get(name)
        if said and not WEEKDAYS[day.weekday()].lower().startswith(said.lower()[:3]):
            return True
    return False


def _patterns() -> Iterator[tuple[re.Pattern[str], Read]]:
    w1, w2 = _W % 1, _W % 2
    # June 29, 2026 - July 3, 2026; June 29 - July 3, 2026
    yield (
        _of(
            rf"{w1}(?P<m>{_M})\s*(?P<d>{_D})(?:,?\s+(?P<y1>{_Y}))?{_TIME}{_TO}"
            rf"{w2}(?P<m2>{_M})\s*(?P<d2>{_D}),?\s+(?P<y>{_Y})"
        ),
        _named,
    )
    # June 8, 9 and 10, 2026
    yield (
        _of(
            rf"(?P<m>{_M})\s*(?P<d>{_D})(?P<more>(?:\s*,\s*{_D})+,?\s*(?:and"
            rf"|&)\s*{_D}),?\s+(?P<y>{_Y})"
        ),
        _named,
    )
    # June 8-12, 2026
    yield _of(rf"{w1}(?P<m>{_M})\s*(?P<d>{_D}){_TO}{w2}(?P<d2>{_D}),?\s+(?P<y>{_Y})"), _named
    # 8-12 June 2026; 12 June 2026; 12th day of June, 2026
    yield _of(rf"(?P<d>{_D}){_TO}(?P<d2>{_D})\s+(?P<m>{_M}),?\s+(?P<y>{_Y})"), _named
    yield _of(rf"{w1}(?P<m>{_M})\s*(?P<d>{_D}),?\s+(?:of\s+)?(?P<y>{_Y})"), _named
    yield (
        _of(
            rf"(?P<d>{_D})(?:\s+day)?(?:\s+of)?[\s-]+(?P<m>{_M}),?[\s-]+"
            rf"(?:in\s+the\s+year\s+(?:of\s+our\s+lord\s+)?)?(?:of\s+)?(?P<y>{_Y})"
        ),
        _named,
    )
    ordinal = "|".join(
        sorted(
            (re.escape(each).replace(r"\ ", r"[\s-]+") for each in _ORDINALS[1:]),
            key=len,
            reverse=True,
        )
    )
    numbers = "|".join([*_ONES[1:], "twenty", "thirty", "and"])
    yield (
        _of(
            rf"(?P<o>{ordinal})\s+(?:day\s+)?(?:of\s+)?(?P<m>{_M}),?\s+(?:in\s+the\s+year\s+)?(?:of\s+)?(?P<yw>(?:19|20)\d\d|two\s+thousand(?:[\s-]+(?:{numbers})\b)*|twenty(?:[\s-]+(?:{numbers})\b)+)"
        ),
        _spelled,
    )
    yield _of(r"\d{4}-\d\d-\d\d(?:\s*(?:-|to|through)\s*\d{4}-\d\d-\d\d)?"), _iso
    n, y = r"\d{1,2}", r"(?:\d{4}|\d\d)"
    for sep in ("/", "-", r"\."):
        to = (
            r"\s*(?:-|to|thru|through|and|&)\s*"
            if sep == "/"
            else r"\s+(?:-|to|thru|through|and|&)\s+"
        )
        yield (
            _of(
                rf"(?P<m1>{n}){sep}(?P<d1>{n}){sep}(?P<y1>{y}){_TIME}{to}"
                rf"(?P<m>{n}){sep}(?P<d>{n}){sep}(?P<y>{y})"
            ),
            _figures,
        )
        yield (
            _of(rf"(?P<m1>{n}){sep}(?P<d1>{n}){to}(?P<m>{n}){sep}(?P<d>{n}){sep}(?P<y>{y})"),
            _figures,
        )
    yield _of(rf"(?P<m1>{n})/(?P<d1>{n})-(?P<m>)(?P<d>{n})/(?P<y>{y})"), _figures
    for sep in ("/", "-", r"\."):
        yield _of(rf"(?P<m>{n}){sep}(?P<d>{n}){sep}(?P<y>{y})"), _figures


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.'-])(?:{pattern})(?![\w/]|-\d|\.\d)", re.IGNORECASE)


_PATTERNS = tuple(_patterns())
