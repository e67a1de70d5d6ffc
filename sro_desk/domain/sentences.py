"""The argument of a finding as sentences: the same on screen, in the PDF and in the JSON."""

from collections.abc import Iterable

from sro_desk.domain.finding import Reason
from sro_desk.domain.words import (
    advisory_words,
    course_kind_words,
    day_kind_words,
    district_kind_words,
    duties_words,
    gap_words,
    light_words,
    paragraph_words,
    role_words,
    status_words,
    step_words,
)

__all__ = [
    "advisory_words",
    "course_kind_words",
    "day_kind_words",
    "district_kind_words",
    "duties_words",
    "gap_words",
    "light_words",
    "paragraph_words",
    "role_words",
    "status_words",
    "step_words",
    "why",
]


def why(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """One sentence for each reason."""
    return tuple(f"{reason.because} ({reason.citation})." for reason in reasons)
