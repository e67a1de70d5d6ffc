"""Lead times as a person types them: days before a deadline, in any order, with any commas."""

import re

_SEPARATORS = re.compile(r"[\s,;/]+")
_TOO_LONG = 5  # digits


def lead_times_typed(text: str) -> tuple[int, ...]:
    """The days typed, the longest first; what is no number becomes 0, so that it is reported."""
    words = [word for word in _SEPARATORS.split(text) if word]
    return tuple(sorted({_number(word) for word in words}, reverse=True))


def lead_times_text(days: tuple[int, ...]) -> str:
    """The days as they stand in the field: `180, 90, 60`."""
    return ", ".join(map(str, days))


def lead_times_words(days: tuple[int, ...]) -> str:
    """The days in a sentence."""
    if not days:
        return "No warning before a deadline; one that has passed is still told."
    spans = [_span(each) for each in days]
    listed = spans[0] if len(spans) == 1 else f"{', '.join(spans[:-1])} and {spans[-1]}"
    return f"A warning {listed} before each deadline."


def _number(word: str) -> int:
    return int(word) if word.isascii() and word.isdecimal() and len(word) < _TOO_LONG else 0


def _span(days: int) -> str:
    if days % 7 == 0 and days <= 28:
        return "1 week" if days == 7 else f"{days // 7} weeks"
    return "1 day" if days == 1 else f"{days} days"
