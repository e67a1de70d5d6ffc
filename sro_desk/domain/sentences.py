"""The argument of a finding as sentences: the same on screen, in the PDF and in the JSON."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from sro_desk.domain.finding import Fact, Reason
from sro_desk.domain.reasons import Because
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

_FRIDAY = 4
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

# Each {name} is a fact of the reason: a date in ISO form, `name_day` with its weekday before it.
_SENTENCES: Mapping[Because, str] = {
    Because.A_BEFORE_ASSUMING: (
        "V.A: assumed {assumed}; the course comes before that day, so by "
        "{last_day}{holiday}{fixed}."
    ),
    Because.A_SERVING_ON_MANDATE: (
        "V.A: assumed {assumed}, before the mandate began; POST's published reading was taken: the "
        "course by {last_day}{holiday}, that day included{fixed}."
    ),
    Because.A_SIXTIETH_DAY: (
        "V.A: {counted}; the 60th falls on {sixtieth_day}, so trained by the day before = "
        "{last_day}{holiday}{fixed}."
    ),
    Because.A_PAST_SIXTY: (
        "V.A: assumed {assumed}, after the 60th contact day of the school year on {sixtieth_day}; "
        "the course comes before that day, so by "
        "{last_day}{holiday}{fixed}."
    ),
    Because.A_SIXTY_UNDATED: (
        "V.A: {counted}, and no date is known for the 60th; the safer reading asks for the course "
        "before the first day {first}, so by {last_day}{holiday}{fixed}; giving the booked days "
        "their dates would settle it."
    ),
    Because.B_PRIOR_BASIC: (
        "V.B: basic course completed {completed}, before {basic_before}; trained before "
        "{trained_before} = by {last_day}{holiday}{fixed}."
    ),
    Because.C_MONTHS: "V.C: assumed {from}; {months_words} = {nominal_day}{holiday}{rolled}.",
    Because.D_FEWER_DAYS: "V.D: {counted}, fewer than {limit}; no training deadline.",
    Because.NOT_COVERED: (
        "Not covered: the assignment from {assumed} is marked as not meeting the definition of a "
        "school resource officer{given}."
    ),
    Because.NO_ASSIGNMENT: "No assignment as a school resource officer is on file.",
    Because.B_OPENED_BY_COURSE: (
        "Assumed {assumed}, after V.B closed, but the course completed {completed} was in time for "
        "V.B."
    ),
    Because.BASIC_TOO_LATE: (
        "The basic course completed {completed} is not before {basic_before}, so it does not open "
        "V.B."
    ),
    Because.B_CLOSED: (
        "The prior basic course does not open V.B: the duties were assumed {assumed}, not before "
        "{trained_before}, and no course was completed before that date."
    ),
    Because.WINDOW_OVER_BEFORE_MANDATE: (
        "An inability is recorded, but the six months from {from} ended {legal_day}, before "
        "{mandate_begins}: V.C does not apply."
    ),
    Because.WINDOW_NOT_RENEWED: (
        "The text could also be read to start anew when this service period began on {assumed}; "
        "the safer reading was taken: the months run from the first untrained assumption, {from}, "
        "and do not renew."
    ),
    Because.WINDOW_FROM_FIRST_SUBSTITUTE_DAY: (
        "The text could also be read to start on the 60th contact day; the safer reading was "
        "taken: the months run from the first substitute day, {from}."
    ),
    Because.SUPPLEMENTAL_NOT_COUNTED: (
        "The supplemental course completed {completed} counts toward V.B only."
    ),
    Because.SAME_DAY: (
        "A certificate dated {completed}, the same day, is not shown to be prior: the safer "
        "reading was taken, and it counts as late."
    ),
    Because.TRAINED_IN_TIME: (
        "{course} completed {completed}, on or before {legal}: the training is met."
    ),
    Because.TRAINED_LATE: (
        "{course} completed {completed}, {late} after {legal}: the training is met, late."
    ),
    Because.UNTRAINED_DUE: "No qualifying certificate as of {on}; {left} left until {legal_day}.",
    Because.FINISH_BY: "Finish by {advised_day}, the last working day before the deadline.",
    Because.UNTRAINED_OVERDUE: (
        "No qualifying certificate as of {on}; the last day was {legal_day}, {past} ago."
    ),
    Because.ENDED_LAPSED: (
        "The service period ended {ended}, on or before {legal}, untrained: nothing remained due."
    ),
    Because.ENDED_UNMET: "Served until {ended}, past {legal}, untrained.",
    Because.NOT_BEGUN: "The service period begins {assumed_day}.",
    Because.DUTIES_UNTIL_TRAINED: (
        "Until trained the officer is not required to perform duty (4), advice on safety drills, "
        "or (5), identifying vulnerabilities; tell the district that these are uncovered."
    ),
    Because.DUTIES_OF_SUBSTITUTE: (
        "As a substitute under V.D the officer is not required to perform duty (4), advice on "
        "safety drills, or (5), identifying vulnerabilities; tell the district that these are "
        "uncovered."
    ),
    Because.DUTIES_UNTIL_SIXTY: (
        "Short of the 60th contact day the officer is not required to perform duty (4), advice on "
        "safety drills, or (5), identifying vulnerabilities; tell the district that these are "
        "uncovered."
    ),
    Because.DUTIES_HOLD: (
        "Past the deadline and untrained, no paragraph supports service as a school resource "
        "officer: the chief decides; tell the district that duties (4), advice on safety drills, "
        "and (5), identifying vulnerabilities, are uncovered."
    ),
    Because.COPY_MISSING: (
        "V.E: no copy is on file of the most recent qualifying certificate, completed {completed}."
    ),
    Because.BASIC_COPY_MISSING: (
        "No copy is on file of the basic certificate, completed {completed}, on which V.B rests."
    ),
    Because.POLICY_MISSING: (
        "No agency policy under subdivision 6 is on record as of {on} for the officer to review."
    ),
    Because.REVIEW_PENDING: "The agency's policy is to be reviewed by {due_by_day}.",
    Because.REVIEW_MISSING: (
        "The agency's policy was to be reviewed by {due_by_day}; no review is on record."
    ),
    Because.REVIEW_LATE: (
        "The agency's policy was to be reviewed by {due_by_day}; it was reviewed {reviewed}, "
        "{review_late} later."
    ),
    Because.INABILITY_INCOMPLETE: (
        "No inability record states its reason, its date and who signed it, as V.C relies on."
    ),
    Because.CONTRACT_MISSING: (
        "No contract on file covers {on} for a district where the officer is assigned."
    ),
    Because.REFRESH: (
        "POST advises a refresh every {months} months: completed {completed}, so refreshed by "
        "{due_day}; advice only, no status depends on it."
    ),
}


def why(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """One sentence for each reason, and a last one that names the law they rest on."""
    reasons = tuple(reasons)
    cited = dict.fromkeys(part for reason in reasons for part in reason.citation.split("; "))
    sentences = [_sentence(reason) for reason in reasons]
    return (*sentences, f"Law: Minn. Stat. {'; '.join(cited)}.") if reasons else ()


def _sentence(reason: Reason) -> str:
    words = _plain(reason.facts)
    arithmetic = _ARITHMETIC.get(reason.because)
    if arithmetic is not None:
        words |= arithmetic(reason.facts)
    return _SENTENCES[reason.because].format_map(words)


def _plain(facts: Mapping[str, Fact]) -> dict[str, str]:
    """Every fact as words; each date twice, bare and after its weekday."""
    words = {}
    for name, fact in facts.items():
        if isinstance(fact, date):
            words[name] = fact.isoformat()
            words[f"{name}_day"] = _day(fact)
        else:
            words[name] = "" if fact is None else str(fact)
    if words.get("holiday"):
        words["holiday"] = f" ({words['holiday']})"
    return words


def _day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day.isoformat()}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"


def _between(facts: Mapping[str, Fact], first: str, last: str) -> str:
    start, end = facts[first], facts[last]
    if not isinstance(start, date) or not isinstance(end, date):
        raise TypeError(f"{first} and {last} must be dates")
    return _days((end - start).days)


def _of_count(facts: Mapping[str, Fact]) -> dict[str, str]:
    """ "22 contact days in the school year 2026-27 (20 served, 2 booked)"."""
    total, year = facts["total"], facts["school_year"]
    if not isinstance(total, int) or not isinstance(year, int):
        raise TypeError("a count must be a number")
    parts = (
        ("served", "served"),
        ("booked", "booked"),
        ("undated", "booked with no date yet"),
    )
    named = [f"{facts[name]} {words}" for name, words in parts if facts[name]]
    made_of = f" ({', '.join(named)})" if named else ""
    noun = "contact day" if total == 1 else "contact days"
    school_year = f"{year}-{(year + 1) % 100:02}"
    return {"counted": f"{total} {noun} in the school year {school_year}{made_of}"}


def _of_fixed(facts: Mapping[str, Fact]) -> dict[str, str]:
    """A fixed date on a day that is no working day might be read to move; here it does not."""
    last = facts["last"]
    closed = facts["holiday"] or (isinstance(last, date) and last.weekday() > _FRIDAY)
    moves = "; a fixed date: on the safer reading it does not move"
    return {"fixed": moves if closed else ""}


def _of_count_and_fixed(facts: Mapping[str, Fact]) -> dict[str, str]:
    return _of_count(facts) | _of_fixed(facts)


def _of_window(facts: Mapping[str, Fact]) -> dict[str, str]:
    months, legal = facts["months"], facts["legal"]
    if not isinstance(months, int) or not isinstance(legal, date):
        raise TypeError("a window needs its months and its legal end")
    number = _NUMBERS[months] if months < len(_NUMBERS) else str(months)
    rolled = "" if legal == facts["nominal"] else f"; {facts['last_day']} -> {_day(legal)}"
    return {"months_words": f"{number} months", "rolled": rolled}


def _of_training(facts: Mapping[str, Fact]) -> dict[str, str]:
    kind = str(facts["kind"]).capitalize()
    return {"course": f"{kind} course", "late": _between(facts, "legal", "completed")}


_ARITHMETIC: Mapping[Because, Callable[[Mapping[str, Fact]], dict[str, str]]] = {
    Because.A_BEFORE_ASSUMING: _of_fixed,
    Because.A_SERVING_ON_MANDATE: _of_fixed,
    Because.A_SIXTIETH_DAY: _of_count_and_fixed,
    Because.A_PAST_SIXTY: _of_count_and_fixed,
    Because.A_SIXTY_UNDATED: _of_count_and_fixed,
    Because.B_PRIOR_BASIC: _of_fixed,
    Because.D_FEWER_DAYS: _of_count,
    Because.C_MONTHS: _of_window,
    Because.NOT_COVERED: lambda facts: {
        "given": f": {str(facts['because']).rstrip('.')}" if facts["because"] else ""
    },
    Because.TRAINED_IN_TIME: _of_training,
    Because.TRAINED_LATE: _of_training,
    Because.UNTRAINED_DUE: lambda facts: {"left": _between(facts, "on", "legal")},
    Because.UNTRAINED_OVERDUE: lambda facts: {"past": _between(facts, "legal", "on")},
    Because.REVIEW_LATE: lambda facts: {"review_late": _between(facts, "due_by", "reviewed")},
}
