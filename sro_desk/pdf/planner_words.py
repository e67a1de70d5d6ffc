"""The V.B planner in sentences, with the arithmetic of its pace."""

from sro_desk.domain.dates import MONTHS, long_date, us_date
from sro_desk.domain.exports.planner import Planner
from sro_desk.domain.pace import Pace


def in_words(facts: Planner) -> str:
    """How many officers V.B governs, and how many of them still need a course."""
    at = f" at {facts.district}" if facts.district else ""
    needed, done = len(facts.needed), len(facts.done)
    if not needed and not done:
        return f"V.B governs no officer{at} as of {us_date(facts.provenance.on)}: nothing to plan."
    verb = "officer is" if needed + done == 1 else "officers are"
    opening = f"{needed + done:,} {verb} governed by V.B{at}"
    if not needed:
        trained = "and is trained" if done == 1 else "and all are trained"
        return f"{opening} {trained}: no seat is needed."
    if not done:
        return f"{opening}; none is trained yet, so {_seats(needed)} needed."
    trained = "1 is trained" if done == 1 else f"{done:,} are trained"
    return f"{opening}; {trained}, and {_seats(needed)} needed."


def pace_words(facts: Planner) -> str:
    """How many seats that is in each month left; "" where none is needed."""
    needed, pace, on = len(facts.needed), facts.pace, facts.provenance.on
    if not needed:
        return ""
    if on > facts.last_day:
        return (
            f"The last day, {long_date(facts.last_day)}, is past: no paragraph supports the "
            "service of who is untrained, and the chief decides. Train them first."
        )
    if not pace.months:
        return (
            f"The last working day, {long_date(facts.advised)}, is past; the last day of all is "
            f"{long_date(facts.last_day)}."
        )
    if pace.months == 1:
        return f"The pace: all {needed:,} this month." if needed > 1 else "The pace: this month."
    first, last = _month(on.year, on.month), _month(facts.advised.year, facts.advised.month)
    return (
        f"The pace: {_count(needed)} in the {pace.months} months from {first} to {last} = at least "
        f"{pace.a_month:,} in a month."
    )


def time_left(pace: Pace) -> str:
    """ "26 weeks, 3 days"."""
    if pace.days < 0:
        return "None, the day is past"
    weeks = "1 week" if pace.weeks == 1 else f"{pace.weeks:,} weeks"
    if not pace.odd_days:
        return weeks
    days = "1 day" if pace.odd_days == 1 else f"{pace.odd_days} days"
    return f"{weeks}, {days}" if pace.weeks else days


def _seats(count: int) -> str:
    return "1 seat is" if count == 1 else f"{count:,} seats are"


def _count(seats: int) -> str:
    return "1 seat" if seats == 1 else f"{seats:,} seats"


def _month(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {year}"
