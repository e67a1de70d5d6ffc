"""The district certificate summary in a sentence or two."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sro_desk.domain.codes import Status
from sro_desk.domain.dates import us_date
from sro_desk.domain.exports.district import DistrictSummary, OfficerLine

# What is said of one officer and of several whose status is one of those.
_COUNTED: tuple[tuple[frozenset[Status], str, str], ...] = (
    (
        frozenset({Status.MET, Status.ENDED_MET}),
        "has met the training mandate",
        "have met the training mandate",
    ),
    (
        frozenset({Status.MET_LATE, Status.ENDED_MET_LATE}),
        "has met the training mandate late",
        "have met the training mandate late",
    ),
    (
        frozenset({Status.DUE}),
        "has a deadline still to come",
        "have a deadline still to come",
    ),
    (
        frozenset({Status.OVERDUE}),
        "is untrained past the deadline",
        "are untrained past the deadline",
    ),
    (
        frozenset({Status.EXEMPT, Status.ENDED_EXEMPT}),
        "is exempt as a substitute",
        "are exempt as substitutes",
    ),
    (
        frozenset({Status.ENDED_LAPSED, Status.ENDED_UNMET}),
        "ended service untrained",
        "ended service untrained",
    ),
    (
        frozenset({Status.NOT_COVERED, Status.NO_ASSIGNMENT}),
        "is not covered by the mandate",
        "are not covered by the mandate",
    ),
)


def in_words(facts: DistrictSummary) -> str:
    """How many officers are assigned, how they stand, and how much is missing."""
    officers = facts.officers
    assigned = f"assigned to {facts.district}"
    agency = facts.letterhead.agency
    opening = f"As of {us_date(facts.provenance.on)}"
    if not officers:
        return f"{opening}, no officer of {agency} is {assigned}."
    noun = _one_or_many(len(officers), "officer", "officers")
    verb = "is" if len(officers) == 1 else "are"
    counts = _counts(officers)
    if len(officers) == 1:
        stands = counts[0].removeprefix("1 ")
        return f"{opening}, {noun} of {agency} {verb} {assigned} and {stands}.{_missing(officers)}"
    return (
        f"{opening}, {noun} of {agency} {verb} {assigned}: {_joined(counts)}.{_missing(officers)}"
    )


def _missing(officers: Iterable[OfficerLine]) -> str:
    count = sum(len(line.missing) for line in officers)
    if not count:
        return ""
    return f" {_one_or_many(count, 'item is', 'items are')} missing from the file."


def _counts(officers: Iterable[OfficerLine]) -> list[str]:
    standing = Counter(line.standing for line in officers)
    counts = ((sum(standing[each] for each in group), one, many) for group, one, many in _COUNTED)
    return [_one_or_many(count, one, many) for count, one, many in counts if count]


def _one_or_many(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
