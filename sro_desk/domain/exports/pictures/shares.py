"""How many of a district's officers are trained, as of a day.

The share is of those who must be trained: an officer whom V.D exempts, or who is
not covered, is counted and told, but changes no percentage.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sro_desk.domain.codes import Light, Status
from sro_desk.domain.names import search_key
from sro_desk.domain.periods import covered
from sro_desk.domain.records import Assignment, DistrictId, OfficerId


class Standing(StrEnum):
    """How an officer counts where he or she serves, in the order in which bars are stacked."""

    TRAINED = "trained"
    DUE = "due"
    OVERDUE = "overdue"
    EXEMPT = "exempt"
    UNCOVERED = "not covered"


LIGHTS = {
    Standing.TRAINED: Light.GREEN,
    Standing.DUE: Light.AMBER,
    Standing.OVERDUE: Light.RED,
    Standing.EXEMPT: Light.GREY,
    Standing.UNCOVERED: Light.GREY,
}
NOT_IN_THE_SHARE = (
    "The percentage is of those who must be trained; officers exempt under V.D, or not covered, "
    "are not in it."
)
MUST_BE_TRAINED = (Standing.TRAINED, Standing.DUE, Standing.OVERDUE)
_WORDS = {
    Standing.TRAINED: "Trained",
    Standing.DUE: "Due",
    Standing.OVERDUE: "Overdue",
    Standing.EXEMPT: "Exempt (V.D)",
    Standing.UNCOVERED: "Not covered",
}
_TOLERANCE = 1e-6
_STANDINGS = {
    Status.MET: Standing.TRAINED,
    Status.MET_LATE: Standing.TRAINED,
    Status.DUE: Standing.DUE,
    Status.OVERDUE: Standing.OVERDUE,
    Status.EXEMPT: Standing.EXEMPT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """One officer at one district on the day asked about."""

    officer: OfficerId
    district: DistrictId
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictShare:
    """The officers who serve one district on a day, by how they stand."""

    district: DistrictId
    label: str  # "ISD 0196"
    name: str
    trained: int = 0
    due: int = 0
    overdue: int = 0
    exempt: int = 0
    uncovered: int = 0
    officers: frozenset[OfficerId] = frozenset()

    @property
    def required(self) -> int:
        """How many must be trained."""
        return self.trained + self.due + self.overdue

    @property
    def serving(self) -> int:
        """How many serve there."""
        return self.required + self.exempt + self.uncovered

    @property
    def percent(self) -> int | None:
        """The trained of 100 who must be; 100 only where all are, 0 only where none is.

        None where nobody must be.
        """
        if self.trained == self.required:
            return 100 if self.required else None
        least = 1 if self.trained else 0
        return min(99, max(least, round(100 * self.trained / self.required)))

    @property
    def title(self) -> str:
        """The district by number and name."""
        return self.label if self.label == self.name else f"{self.label} {self.name}"

    def parts(self) -> tuple[tuple[Standing, int], ...]:
        """How many stand how, in the order of the bar, without what nobody is."""
        counts = (self.trained, self.due, self.overdue, self.exempt, self.uncovered)
        return tuple(
            (standing, count) for standing, count in zip(Standing, counts, strict=True) if count
        )


def served_by(
    officer: OfficerId, assignments: Iterable[Assignment], status: Status, on: date
) -> tuple[Served, ...]:
    """Where an officer serves on the day, each district once.

    The status counts where a covered assignment runs; any other is not covered.
    """
    running = [
        each
        for each in assignments
        if each.voided is None
        and each.assumed <= on
        and (each.ends_on is None or each.ends_on >= on)
    ]
    counting = {each.district for each in covered(running)}
    standing = _STANDINGS.get(status, Standing.UNCOVERED)
    return tuple(
        Served(
            officer=officer,
            district=district,
            standing=standing if district in counting else Standing.UNCOVERED,
        )
        for district in dict.fromkeys(each.district for each in running)
    )


def shares(
    served: Iterable[Served], names: Mapping[DistrictId, tuple[str, str]]
) -> tuple[DistrictShare, ...]:
    """A share for each district in which somebody serves; where most is amiss comes first.

    `names` are the label and the name of each district.
    """
    there: defaultdict[DistrictId, list[Served]] = defaultdict(list)
    for each in served:
        there[each.district].append(each)
    found = [_share(district, names[district], each) for district, each in there.items()]
    return tuple(sorted(found, key=_urgency))


def standing_words(standing: Standing) -> str:
    """The word that is always shown beside the colour."""
    return _WORDS[standing]


def lengths(counts: Sequence[int], room: float, least: float) -> tuple[float, ...]:
    """How long the parts of a bar are: in proportion, but none shorter than `least` where all fit.

    What that takes is taken from the longest.
    """
    total = sum(counts)
    if least * len(counts) > room:
        return tuple(room * count / total for count in counts)
    found = [max(least, room * count / total) for count in counts]
    while (over := sum(found) - room) > _TOLERANCE:
        longest = max(range(len(found)), key=lambda at: found[at])
        found[longest] = max(least, found[longest] - over)
    return tuple(found)


def share_words(share: DistrictShare) -> str:
    """ "2 of 3 trained (67%), 1 overdue; 1 exempt"."""
    if not share.required:
        return f"nobody has to be trained; {_counted(share, exempted=True)}"
    told = f"{share.trained:,} of {share.required:,} trained ({share.percent}%)"
    left, beside = _counted(share, exempted=False), _counted(share, exempted=True)
    told = f"{told}, {left}" if left else told
    return f"{told}; {beside}" if beside else told


def in_words(shown: Iterable[DistrictShare]) -> str:
    """The bars as a sentence, for those who do not see them."""
    return "; ".join(f"{each.title}: {share_words(each)}" for each in shown)


def _share(district: DistrictId, named: tuple[str, str], served: Iterable[Served]) -> DistrictShare:
    counts = Counter(each.standing for each in served)
    label, name = named
    return DistrictShare(
        district=district,
        label=label,
        name=name,
        trained=counts[Standing.TRAINED],
        due=counts[Standing.DUE],
        overdue=counts[Standing.OVERDUE],
        exempt=counts[Standing.EXEMPT],
        uncovered=counts[Standing.UNCOVERED],
        officers=frozenset(each.officer for each in served),
    )


def _counted(share: DistrictShare, *, exempted: bool) -> str:
    told = (
        f"{count:,} {standing}"
        for standing, count in share.parts()
        if standing is not Standing.TRAINED and (standing not in MUST_BE_TRAINED) == exempted
    )
    return ", ".join(told)


def _urgency(share: DistrictShare) -> tuple[bool, int, int, str, int]:
    percent = share.percent
    return (
        not share.overdue,
        101 if percent is None else percent,
        -share.required,
        search_key(share.title),
        share.district,
    )
