"""Which course of the catalogue a certificate is for, and who gave it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import CertificateDraft
from sro_desk.domain.faults import Fault
from sro_desk.domain.names import search_key
from sro_desk.domain.problems import certificate_problems
from sro_desk.domain.records import Course, OfficerId
from sro_desk.intake.guesses.catalogue import Catalogue, Fit
from sro_desk.intake.guesses.roster import Roster
from sro_desk.intake.guesses.sheet import Piece, Sheet
from sro_desk.intake.guesses.slots import Form, slots
from sro_desk.intake.guesses.values import Guess, Sureness, least_sure

_EXACT, _GOOD, _FAIR = 0.97, 0.8, 0.55
_CLEAR = 0.15  # ahead of the second
_MOST_WORDS = 18  # of a title
_FEWEST_WORDS = 2  # in a heading's place stands another heading, of one word
_MOST_CANDIDATES = 3
_ANYBODY = OfficerId(0)

_PHRASE = (
    r"(?:complet(?:ed|ing|ion)|attend(?:ed|ing|ance)|participat(?:ed|ing|ion)|graduat(?:ed|ing"
    r"|ion)|pass(?:ed|ing))(?:(?: of| at| in"
    r"| from))?(?: and (?:has )?(?:successfully )?(?:completed"
    r"|passed))?(?: (?:all )?(?:the )?requirements (?:of|for))?(?: (?:our|the|a|an|this"
    r"|following|prescribed))*(?: \(?\d+\)?[- ]hours?(?: of)?)?(?: (?:course|training|class"
    r"|program|seminar|workshop)(?! \w))?(?: (?:course|training|class|program|seminar"
    r"|workshop)(?= (?:entitled|titled|called|in|on|[“\"])))?(?: (?:entitled|titled|called|in))?"
)
_KIND = r"(?:course|class|training|program|seminar|workshop|event|activity|session|module)"
_LABEL = (
    rf"{_KIND}(?:[ /](?:title|name|attended|completed|taken|description|topic))?"
    rf"|(?:title|name) of (?:the )?{_KIND}|subject|topic|course/class"
)
_ENDS = re.compile(
    r"\s*(?:[”\"]|,?\s+(?:held|conducted|presented|sponsored|offered|given|consisting"
    r"|comprising|provided|taught|hosted)\b|,?\s+(?:on|from) (?:the |this )?(?:\d|jan|feb|mar"
    r"|apr|may\b|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)"
    r"|\s+\(?\d+(?:\.\d)?\)?[- ]?(?:hours?|hrs?|credits?)|[.;]\s+(?-i:[A-Z])|[.;,]?$"
    r"|\s+(?:course|class|training|post) ?(?:no|number|#))",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r",?\s+(?:with|at|in|through|by|under|as|and|which|during|while)\s")
_NEVER = re.compile(r"(?!)")
_WORDY = re.compile(r"[^\W\d_]{3,}")
_NO_TITLE = re.compile(
    r"(?:certificate|transcript|diploma|date|hours?|credits?|completed|number|on |held"
    r"|the following)\b|\d+[/-]|.*\b(?:has|have|that|was|were|reports?|completed|successfully"
    r"|satisfactorily|below)\b|(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d",
    re.IGNORECASE,
)


def _fits(text: str) -> str:
    """The title at the start of a text; "" where there is none."""
    end = _ENDS.search(text)
    title = text[: end.start()] if end else text
    if (
        len(_WORDY.findall(title)) < _FEWEST_WORDS
        or _NO_TITLE.match(title)
        or len(title.split()) > _MOST_WORDS
    ):
        return ""
    return title if title[0].isalnum() else ""


_FORM = Form(
    phrase=re.compile(rf"(?<!\w)(?:{_PHRASE})(?=\W|$)", re.IGNORECASE),
    label=re.compile(_LABEL, re.IGNORECASE),
    after=_NEVER,
    did=_NEVER,
    fits=_fits,
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One text, the course it names best, and how far ahead of the next that is."""

    piece: Piece
    best: Fit
    lead: float
    fits: tuple[Fit, ...]
    expected: bool
    whole: bool  # nothing of the text was left out


def course(
    sheet: Sheet,
    catalogue: Catalogue,
    *,
    roster: Roster,
    post_number: str,
    completed_on: date | None,
    today: date,
) -> Guess[Course] | None:
    """The course; without candidates where the paper names one that the catalogue lacks.

    What an officer of the `roster` is called is no course, wherever it stands.
    """
    named_here = [slot.piece for slot in slots(sheet, _FORM)]
    expected = [piece for piece in named_here if not roster.matches(piece.text)]
    readings = [
        _reading(part, catalogue, expected=True, whole=part is piece)
        for piece in expected
        for part in _starts(piece)
    ]
    for block in sheet.blocks:
        pieces = {(0, len(block.text)): Piece(block, 0, len(block.text))}
        pieces |= {(each.start, each.end): each for each in map(sheet.piece, block.runs)}
        readings += [_reading(each, catalogue, expected=False) for each in pieces.values()]
    known = [each for each in readings if each is not None and each.best.score >= _FAIR]
    if not known:
        return _stranger(expected)
    if expected and not any(each.expected for each in known):
        return _stranger(expected)  # what else the paper names is not what was completed
    named = [each for each in known if each.expected and each.whole and each.best.score >= _GOOD]
    if len({each.best.course.id for each in named}) > 1:
        return _several(named)
    chosen = max(known, key=lambda each: (round(each.best.score, 2), each.expected, each.whole))
    return _on_that_day(_judged(chosen, sheet, catalogue, post_number), completed_on, today)


def _starts(piece: Piece) -> Iterator[Piece]:
    """The piece, and what of it stands before a small word: a sentence may go on there."""
    yield piece
    for match in _GOES_ON.finditer(piece.text):
        yield Piece(piece.block, piece.start, piece.start + match.start())


def _reading(
    piece: Piece, catalogue: Catalogue, *, expected: bool, whole: bool = True
) -> _Reading | None:
    if len(piece.text.split()) > _MOST_WORDS:
        return None
    fits = catalogue.fits(piece.text)
    if not fits:
        return None
    second = fits[1].score if len(fits) > 1 else 0.0
    return _Reading(piece, fits[0], fits[0].score - second, tuple(fits), expected, whole)


def _judged(
    reading: _Reading, sheet: Sheet, catalogue: Catalogue, post_number: str
) -> Guess[Course]:
    """Weigh the title with its provider and the POST Board's number."""
    everything = search_key(" ".join(block.text for block in sheet.blocks))
    named = catalogue.providers(everything)
    near = [fit for fit in reading.fits if reading.best.score - fit.score < _CLEAR]
    near = [fit for fit in near if fit.score >= _FAIR]
    if len(near) > 1:
        told = [fit for fit in near if _is_backed(fit.course, named, post_number)]
        near = told if len(told) == 1 else near
    best = near[0]
    backed = _is_backed(best.course, named, post_number)
    provider = search_key(best.course.provider)
    rivals = named - {provider}
    sure = Sureness.ASK
    if len(near) == 1 and best.score >= _GOOD:
        sure = Sureness.LIKELY
        proven = backed or (not provider and (best.in_full or best.course.kind is CourseKind.OTHER))
        if best.score >= _EXACT and proven and reading.expected and reading.whole:
            sure = Sureness.SURE
    if rivals and not backed and provider:
        sure = Sureness.ASK  # of this name, but another's
    elif (rivals and not backed) or sheet.recognised:
        sure = least_sure(sure, Sureness.LIKELY)
    others = [fit for fit in reading.fits if fit.score >= _FAIR and fit is not best]
    return Guess(
        said=reading.piece.text,
        sure=sure,
        candidates=tuple(fit.course for fit in [best, *others][:_MOST_CANDIDATES]),
        places=(reading.piece.place,),
    )


def _is_backed(course: Course, providers: set[str], post_number: str) -> bool:
    if post_number and post_number == search_key(course.post_number):
        return True
    return bool(course.provider) and search_key(course.provider) in providers


def _on_that_day(guess: Guess[Course], completed_on: date | None, today: date) -> Guess[Course]:
    """What the form would warn about is not sure; a course before its time is another."""
    if completed_on is None or guess.value is None:
        return guess
    draft = CertificateDraft(officer=_ANYBODY, course=guess.value.id, completed_on=completed_on)
    told = certificate_problems(draft, today=today, course=guess.value)
    faults = {problem.fault for problem in told}
    if Fault.MANDATED_TOO_EARLY in faults or Fault.OUTSIDE_APPROVAL in faults:
        return replace(guess, sure=Sureness.ASK)
    if Fault.BASIC_MAY_BE_MANDATED in faults or Fault.BASIC_TOO_LATE in faults:
        return replace(guess, sure=least_sure(guess.sure, Sureness.LIKELY))
    return guess


def _several(named: list[_Reading]) -> Guess[Course]:
    """A file of certificates that do not share a course, or a transcript."""
    courses = {each.best.course.id: each.best.course for each in named}
    return Guess(
        said=named[0].piece.text,
        sure=Sureness.ASK,
        candidates=tuple(courses.values())[:_MOST_CANDIDATES],
        places=tuple(each.piece.place for each in named),
    )


def _stranger(expected: list[Piece]) -> Guess[Course] | None:
    if not expected:
        return None
    return Guess(
        said=expected[0].text,
        sure=Sureness.ASK,
        candidates=(),
        places=(expected[0].place,),
    )
