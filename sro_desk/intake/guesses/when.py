"""Which of the dates on a certificate is the day of completion, and which the day of issue."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from sro_desk.intake.guesses.context import Called, Words, called
from sro_desk.intake.guesses.days import Mention, mentions
from sro_desk.intake.guesses.sheet import Piece, Sheet
from sro_desk.intake.guesses.values import Guess, Sureness, least_sure

_SPAN = 31  # days; a longer span is hardly a course


class _Role(Enum):
    COMPLETED = "the course was completed"
    HELD = "the course took place"
    BEGAN = "the course began"
    GIVEN = "the paper was handed over, in solemn words"
    ISSUED = "the paper was issued"
    OTHER = "something else"


_WORDS = Words(
    {
        _Role.COMPLETED: (
            r"complet\w*|finish\w*|conclud\w*|graduat\w*|passed|end(?:ed|ing|s)?(?: date)?"
            r"|date (?:of )?complet\w*|last day|final day|through date|(?:date )?(?:earned"
            r"|achieved)"
        ),
        _Role.HELD: (
            r"held|conducted|attend\w*|participat\w*|took place|taught|delivered|presented (?:on"
            r"|from)|(?:course|class|training|session|program|seminar|workshop"
            r"|event)(?:'s)? dates?(?:\(s\))?|dates?(?:\(s\))? of (?:the |this )?(?:course|class"
            r"|training|session|program|attendance|instruction|event|seminar|workshop)"
            r"|dates attended|date\(s\)(?: attended)?"
        ),
        _Role.BEGAN: r"start\w*|beg[aiu]n\w*|commenc\w*|first day|from date",
        _Role.GIVEN: (
            r"award\w*|presented(?: this)?|grant\w*|conferred|given|witness\w*|dated|bestowed|"
            r"recogni[sz]\w*"
        ),
        _Role.ISSUED: r"issu\w*|certificate date|date of (?:the )?certificate|certified on",
        _Role.OTHER: (
            r"birth\w*|d\.?o\.?b\.?|born|expir\w*|valid\w*|good (?:through|until)|renew\w*"
            r"|print\w*|generated|download\w*|run (?:date|on)|access\w*|retriev\w*"
            r"|report(?:ed)? (?:date|on)|reported|as of|revis\w*|rev\.?|hire\w*|hired|employ\w*"
            r"|appoint\w*|licens\w*|regist\w*|enroll\w*|deadline|clos(?:es|ed|ing)|due|next"
            r"|submi\w*|receiv\w*|scanned|filed|copyright|©|established|since|founded|effective"
            r"|adopted|amend\w*|sworn|order(?:ed)? (?:date|on)|invoice\w*|paid|payment|created"
            r"|updated|last update|modified|approv\w*|accredit\w*|sign(?:ed|ature)?|notar\w*"
            r"|verif\w*|sent|mailed|fax(?:ed)?|commission\w*|exam(?:ination)? date|until"
            r"|(?:before|prior to|later than|after|by)(?=\W*$)|(?:must|shall|should|to"
            r"|will) (?:be )?complet\w*|version|cancel\w*|reschedul\w*|postpon\w*"
        ),
    }
)

_AFAR = _WORDS.without(_Role.OTHER)


@dataclass(frozen=True, slots=True)
class _Dated:
    mention: Mention
    piece: Piece
    called: Called[_Role] | None

    @property
    def role(self) -> _Role | None:
        return None if self.called is None else self.called.role


@dataclass(frozen=True, slots=True)
class Dates:
    """The two days that a certificate's form asks for."""

    completed_on: Guess[date] | None
    issued_on: Guess[date] | None


def dates(sheet: Sheet, today: date) -> Dates:
    """Read every date of the sheet and tell what each is."""
    found = _found(sheet, today)
    completed = _completed(found, sheet, today)
    return Dates(completed, _issued(found, completed, sheet, today))


def _found(sheet: Sheet, today: date) -> list[_Dated]:
    found = []
    for block in sheet.blocks:
        for mention in mentions(block.text, today):
            piece = Piece(block, mention.start, mention.end)
            found.append(_Dated(mention, piece, called(sheet, piece, _WORDS, from_afar=_AFAR)))
    return found


def _completed(found: Sequence[_Dated], sheet: Sheet, today: date) -> Guess[date] | None:
    named = _of(found, _Role.COMPLETED)
    held = _of(found, _Role.HELD)
    loose = [each for each in found if each.called is None]
    began = _of(found, _Role.BEGAN)
    if named or held:
        chosen = named or held
        sure = Sureness.SURE
        if _days(chosen) != _days([*chosen, *held]) or len(_days(chosen)) > 1:
            sure = Sureness.LIKELY if len(_days(chosen)) == 1 else Sureness.ASK
        if not all(each.called and each.called.direct for each in chosen) and _others(
            found, chosen
        ):
            sure = least_sure(sure, Sureness.LIKELY)
        if any(each.mention.first > max(_days(chosen)) for each in began):
            sure = Sureness.ASK
        return _guess(chosen, sure, sheet, today)
    spans = [each for each in loose if each.mention.is_span]
    given = _of(found, _Role.GIVEN)
    for chosen in (spans, loose, given):
        if chosen:
            alone = len(_days(chosen)) == 1
            return _guess(chosen, Sureness.LIKELY if alone else Sureness.ASK, sheet, today)
    return None


def _issued(
    found: Sequence[_Dated], completed: Guess[date] | None, sheet: Sheet, today: date
) -> Guess[date] | None:
    named, given = _of(found, _Role.ISSUED), _of(found, _Role.GIVEN)
    chosen = named or given
    if not chosen or completed is None or completed.value is None:
        return None  # of two dates alike the wrong one might be taken
    if not named and _days(given) == {completed.value}:
        return None
    sure = Sureness.SURE if named else Sureness.LIKELY
    if len(_days(chosen)) > 1 or max(_days(chosen)) < completed.value:
        sure = Sureness.ASK
    return _guess(chosen, sure, sheet, today)


def _guess(chosen: Sequence[_Dated], sure: Sureness, sheet: Sheet, today: date) -> Guess[date]:
    day = chosen[0].mention.last
    doubtful = any(each.mention.doubtful for each in chosen) or day > today
    long = any((each.mention.last - each.mention.first).days > _SPAN for each in chosen)
    if doubtful:
        sure = Sureness.ASK
    elif long or sheet.recognised:
        sure = least_sure(sure, Sureness.LIKELY)
    return Guess(
        said=chosen[0].piece.text,
        sure=sure,
        candidates=tuple(sorted(_days(chosen))),
        places=tuple(each.piece.place for each in chosen),
    )


def _of(found: Iterable[_Dated], role: _Role) -> list[_Dated]:
    return [each for each in found if each.role is role]


def _days(found: Iterable[_Dated]) -> set[date]:
    return {each.mention.last for each in found}


def _others(found: Iterable[_Dated], chosen: Sequence[_Dated]) -> bool:
    """Whether another date might be meant by the same far-off words."""
    return any(each.called is None and each.mention.last not in _days(chosen) for each in found)
