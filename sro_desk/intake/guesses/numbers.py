"""The numbers on a certificate: its own, the POST Board's of the course, and the credits."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from sro_desk.intake.guesses.context import Words, called
from sro_desk.intake.guesses.days import mentions
from sro_desk.intake.guesses.sheet import Piece, Sheet
from sro_desk.intake.guesses.values import Guess, Sureness

_NUMBER = re.compile(
    r"(?<![\w/.-])#?((?=[A-Z/-]*\d)[A-Z0-9][A-Z0-9/-]{2,24})(?![\w/-])", re.IGNORECASE
)
_ITS_KIND = r"(?:no\.?|nos\.?|num(?:ber)?\.?|#|id|code)"


class _Role(Enum):
    CERTIFICATE = "of the certificate"
    COURSE = "of the course"
    LOOSE = "of something"
    OTHER = "of something else"


_NUMBERED = Words(
    {
        _Role.CERTIFICATE: (
            rf"(?:cert(?:ificate)?\.?(?: of \w+)?|credential|diploma|serial|document) ?{_ITS_KIND}"
            r"|certificate number is|certificate:|cert\.? ?#"
        ),
        _Role.COURSE: (
            rf"(?:post )?(?:board )?(?:course|class|approval|event"
            rf"|sponsor)(?: approval)? ?{_ITS_KIND}|post ?{_ITS_KIND}|course number is"
        ),
        _Role.LOOSE: rf"{_ITS_KIND}",
        _Role.OTHER: (
            r"licen[sc]\w*(?: ?(?:no\.?|number|#))?|badge(?: ?(?:no\.?|number|#))?|phone|tel|fax"
            r"|zip|ori|invoice\w*|order|employee(?: ?(?:no\.?|number|id|#))?|(?:student|user"
            r"|member|learner|account) ?(?:no\.?|number|id|#)|room|suite|hwy|highway|box|page"
            r"|form(?: ?(?:no\.?|number|#))?|stat\.?|section|subd\.?|score|grade|version|road"
            r"|street|avenue|st|ave|rd|dr|isd|district(?: ?(?:no\.?|number|#))?|mn"
        ),
    }
)
_HOURS = re.compile(
    r"(?<![\w.:/$-])\(?(\d{1,3}(?:\.\d{1,2})?)\)?[\s-]{0,2}((?:post|ceu|continuing education"
    r"|contact|clock|training|instruction(?:al)?|credit|class(?:room)?|total)\s+)*(credits?"
    r"|hours?|hrs?\b\.?|ceus?)(?!\w)(\s+(?:a day|per day|notice|before|after|of service))?",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?<![\w.:/$#-])\d{1,3}(?:\.\d{1,2})?(?![\w:/%-]|\.\d|,\d)")
_MOST_HOURS = 1000


class _Amount(Enum):
    CREDITS = "credits"
    HOURS = "hours"
    OTHER = "something else"


_AMOUNTS = Words(
    {
        _Amount.CREDITS: (
            r"(?:post )?credit(?:s|\(s\)| hours?| hrs?)?(?: earned| awarded)?|post hours|"
            r"continuing education hours"
        ),
        _Amount.HOURS: (
            r"(?:total |contact |clock |training |class |course |number of "
            r"|instruction(?:al)? )?(?:hours|hrs\.?)(?: of instruction| attended| completed"
            r"| earned)?|duration|course length|length"
        ),
        _Amount.OTHER: (
            r"score|grade|page|no\.?|number|#|badge|age|room|date|percent|fee|cost|license|"
            r"ceus?"  # ten hours each
        ),
    }
)
_RANKED = (_Amount.CREDITS, _Amount.HOURS)


@dataclass(frozen=True, slots=True)
class _Amounted:
    value: Decimal
    amount: _Amount
    labelled: bool
    piece: Piece


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a certificate's form asks for in figures."""

    number: Guess[str] | None
    post_number: Guess[str] | None
    credits: Guess[Decimal] | None


def numbers(sheet: Sheet, today: date) -> Numbers:
    """Read the figures of the sheet that are labelled."""
    found: dict[_Role, list[Piece]] = {role: [] for role in _Role}
    for piece in _numbers(sheet, today):
        role = called(sheet, piece, _NUMBERED)
        if role is not None and role.direct:
            found[role.role].append(piece)
    certificate, loose = found[_Role.CERTIFICATE], found[_Role.LOOSE]
    number = _one(certificate, Sureness.SURE, sheet) if certificate else _one(
        loose, Sureness.LIKELY, sheet
    )  # fmt: skip
    return Numbers(number, _one(found[_Role.COURSE], Sureness.SURE, sheet), _credits(sheet))


def _numbers(sheet: Sheet, today: date) -> Iterator[Piece]:
    for block in sheet.blocks:
        days = [range(each.start, each.end) for each in mentions(block.text, today)]
        for match in _NUMBER.finditer(block.text):
            if not any(match.start(1) in each for each in days):
                yield Piece(block, match.start(1), match.end(1))


def _one(pieces: Sequence[Piece], sure: Sureness, sheet: Sheet) -> Guess[str] | None:
    """A number that is the only one of its kind."""
    if len({piece.text for piece in pieces}) != 1:
        return None
    return Guess(
        said=pieces[0].text,
        sure=Sureness.LIKELY if sheet.recognised else sure,
        candidates=(pieces[0].text,),
        places=tuple(piece.place for piece in pieces),
    )


def _credits(sheet: Sheet) -> Guess[Decimal] | None:
    found = [*_spoken(sheet), *_labelled(sheet)]
    for amount in _RANKED:
        chosen = [each for each in found if each.amount is amount]
        if not chosen:
            continue
        values = {each.value for each in chosen}
        if len(values) > 1:
            return None
        agreed = all(each.value in values for each in found)
        sure = Sureness.SURE if agreed and not sheet.recognised else Sureness.LIKELY
        return Guess(
            said=chosen[0].piece.text,
            sure=sure,
            candidates=tuple(values),
            places=tuple(each.piece.place for each in chosen),
        )
    return None


def _spoken(sheet: Sheet) -> Iterable[_Amounted]:
    """`40 hours`, `(16) POST credits`, `a 24-hour course`."""
    for block in sheet.blocks:
        for match in _HOURS.finditer(block.text):
            value = Decimal(match[1])
            if match[4] or not 0 < value < _MOST_HOURS or "ceu" in match[3].lower():
                continue
            words = f"{match[2] or ''}{match[3]}".lower()
            amount = (
                _Amount.CREDITS if re.search("credit|post|continuing", words) else _Amount.HOURS
            )
            yield _Amounted(value, amount, False, Piece(block, match.start(), match.end()))


def _labelled(sheet: Sheet) -> Iterable[_Amounted]:
    """`Credit hours: 8`, a column of hours."""
    for block in sheet.blocks:
        for match in _FIGURE.finditer(block.text):
            piece = Piece(block, match.start(), match.end())
            run = piece.run
            start = block.start_of(run)
            before = block.text[start : piece.start].strip(" :")
            after = block.text[piece.end : start + len(run.text)].strip(" .")
            if after or (before and _AMOUNTS.last_in(before) is None):
                continue  # a figure in a sentence
            amount = called(sheet, piece, _AMOUNTS)
            if amount is None or not amount.direct or amount.role is _Amount.OTHER:
                continue
            value = Decimal(match[0])
            if 0 < value < _MOST_HOURS:
                yield _Amounted(value, amount.role, True, piece)
