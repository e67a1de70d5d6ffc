"""Who gave the course: a provider of the catalogue, or the body that the paper names."""

import re
from collections.abc import Iterable, Iterator

from sro_desk.domain.names import search_key
from sro_desk.domain.records import Course
from sro_desk.intake.guesses.sheet import Piece, Sheet
from sro_desk.intake.guesses.values import Guess, Sureness

_LABEL = re.compile(
    r"(?:(?:training |course )?(?:provider|sponsor|vendor|organization|school)|"
    r"(?:offered|provided|presented|sponsored|conducted|hosted) by)\s*:?\s*(?P<who>.*)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:academy|association|associates|center|centre|college|cooperative|council|foundation|"
    r"institute|university|bureau|llc|inc|consortium|collaborative)\b",
    re.IGNORECASE,
)
_LONGEST = 70  # letters
_TOPMOST = 4  # runs of a page, among which a heading names the body


def issuer(sheet: Sheet, courses: Iterable[Course]) -> Guess[str] | None:
    """Likely at best where the catalogue does not know the name."""
    providers = {search_key(each.provider): each.provider for each in courses if each.provider}
    for run in sheet.runs:
        key = f" {search_key(run.text)} "
        for folded, provider in providers.items():
            if f" {folded} " in key:
                return _guess(provider, sheet.piece(run), known=not sheet.recognised)
    for piece in _named(sheet):
        return _guess(piece.text, piece, known=False)
    return None


def _named(sheet: Sheet) -> Iterator[Piece]:
    for run in sheet.runs:
        match = _LABEL.fullmatch(run.text.strip())
        if match is None or len(run.text) > _LONGEST:
            continue
        piece = sheet.piece(run)
        if match["who"]:
            start = piece.start + run.text.index(match["who"])
            yield Piece(piece.block, start, piece.end)
        elif right := sheet.right_of(run):
            yield sheet.piece(right.run)
    for run in sheet.runs[:_TOPMOST]:
        if _BODY.search(run.text) and len(run.text) <= _LONGEST:
            yield sheet.piece(run)


def _guess(who: str, piece: Piece, *, known: bool) -> Guess[str]:
    return Guess(
        said=piece.text,
        sure=Sureness.SURE if known else Sureness.LIKELY,
        candidates=(who,),
        places=(piece.place,),
    )
