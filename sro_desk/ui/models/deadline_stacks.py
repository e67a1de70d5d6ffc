"""Where deadlines stand on the timeline: those of one week upon each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sro_desk.domain.calendar import add_months
from sro_desk.domain.codes import Light, Status
from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.records import OfficerId
from sro_desk.services.findings import Overview

MONTHS_SHOWN = 18
_WEEK = 7  # days
_FRIDAY = 4  # weeks begin there, so that Mondays, when most deadlines fall, are in their middle
_BACK = timedelta(days=28)  # shown before the as-of date
_NAMED = 12  # officers named in words
_OPEN = (Status.DUE, Status.OVERDUE)
_URGENCY = (Light.RED, Light.AMBER, Light.GREEN, Light.GREY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One officer's deadline that is still to be met."""

    officer: OfficerId
    name: str
    on: date  # nominal
    light: Light


@dataclass(frozen=True, slots=True)
class Stack:
    """The deadlines of one week; `slot` counts weeks, -1 is everything before the axis."""

    slot: int
    marks: tuple[Mark, ...]  # most urgent first

    @property
    def officers(self) -> frozenset[OfficerId]:
        """Whose deadlines these are."""
        return frozenset(mark.officer for mark in self.marks)

    @property
    def dates(self) -> tuple[date, ...]:
        """The days on which they fall, each once."""
        return tuple(sorted({mark.on for mark in self.marks}))

    def runs(self) -> tuple[tuple[Light, int], ...]:
        """How many marks of each light, from the bottom up."""
        lights = [mark.light for mark in self.marks]
        return tuple((light, lights.count(light)) for light in _URGENCY if light in lights)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The stacks of eighteen months from the as-of date, in order, and what lies outside."""

    on: date
    start: date  # a Friday
    weeks: int
    stacks: tuple[Stack, ...]

    @property
    def end(self) -> date:
        """The first day after the axis."""
        return self.start + timedelta(days=_WEEK * self.weeks)

    @property
    def tallest(self) -> int:
        """The marks of the tallest stack; 0 where there are none."""
        return max((len(stack.marks) for stack in self.stacks), default=0)

    @property
    def has_earlier(self) -> bool:
        """Whether deadlines lie before the axis."""
        return any(stack.slot < 0 for stack in self.stacks)

    @property
    def has_later(self) -> bool:
        """Whether deadlines lie behind the axis."""
        return any(stack.slot >= self.weeks for stack in self.stacks)

    def share(self, day: date) -> float:
        """Where a day is on the axis: 0 its start, 1 its end."""
        return (day - self.start).days / (_WEEK * self.weeks)

    def months(self) -> tuple[date, ...]:
        """The firsts of month on the axis."""
        first = self.start.replace(day=1)
        months = (add_months(first, ahead) for ahead in range(MONTHS_SHOWN + 4))
        return tuple(month for month in months if self.start <= month < self.end)


def timeline(marks: Iterable[Mark], on: date) -> Timeline:
    """Put each deadline into its week."""
    first = on - _BACK
    start = first - timedelta(days=(first.weekday() - _FRIDAY) % _WEEK)
    weeks = -(-(add_months(on, MONTHS_SHOWN) - start).days // _WEEK)
    slots: dict[int, list[Mark]] = {}
    for mark in marks:
        slot = (mark.on - start).days // _WEEK
        slots.setdefault(max(-1, min(slot, weeks)), []).append(mark)
    return Timeline(
        on=on,
        start=start,
        weeks=weeks,
        stacks=tuple(Stack(slot, _ordered(slots[slot])) for slot in sorted(slots)),
    )


def marks_of(overview: Overview) -> Iterator[Mark]:
    """The deadlines that are still to be met."""
    for row in overview.rows:
        finding = row.finding
        if finding.deadline is not None and finding.status in _OPEN:
            yield Mark(
                officer=row.officer.id,
                name=row.officer.sort_name,
                on=finding.deadline.nominal,
                light=finding.light,
            )


def stack_heading(stack: Stack, shown: Timeline) -> str:
    """When, and how many: "Monday, May 31, 2027: 42 officers"."""
    dates, count = stack.dates, len(stack.marks)
    officers = "1 officer" if count == 1 else f"{count:,} officers"
    if len(dates) == 1:
        return f"{long_date(dates[0])}: {officers}"
    if stack.slot < 0:
        return f"Before {us_date(shown.start)}: {officers}"
    if stack.slot >= shown.weeks:
        return f"After {us_date(shown.end - timedelta(days=1))}: {officers}"
    return f"{us_date(dates[0])} to {us_date(dates[-1])}: {officers}"


def stack_lines(stack: Stack) -> tuple[str, ...]:
    """The officers by name, each with the date where there are several."""
    several = len(stack.dates) > 1
    by_date = sorted(stack.marks, key=lambda mark: mark.on)
    named = by_date[: _NAMED if len(by_date) > _NAMED + 1 else None]
    lines = [f"{mark.name}, {us_date(mark.on)}" if several else mark.name for mark in named]
    if len(named) < len(by_date):
        lines.append(f"and {len(by_date) - len(named):,} more")
    return tuple(lines)


def in_words(shown: Timeline) -> str:
    """The picture as a sentence, for those who do not see it."""
    if not shown.stacks:
        return "No deadline is open."
    headings = "; ".join(stack_heading(stack, shown) for stack in shown.stacks)
    return f"Open deadlines as of {us_date(shown.on)}. {headings}."


def _ordered(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: (_URGENCY.index(mark.light), mark.on)))
