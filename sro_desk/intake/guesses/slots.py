"""Where a certificate has room for a name or a title: after its words, beside or under its"
" label."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sro_desk.intake.guesses.lines import Run
from sro_desk.intake.guesses.sheet import Beside, Block, Piece, Sheet

_BESIDE = 330.0  # points between a label and its value
_UNDER = 3.2  # of the height of the phrase, to what it speaks of
_LONGEST_NAME = 7  # words
_OVER = 1.6  # of the height, from a label up to its value

_ANY_LABEL = re.compile(
    r"\D{0,24}?\b(?:number|no\.?|dates?|hours|name|title|location|agency|provider|credits?"
    r"|result|status|signature|birth|issued|expires|through|instructor|phone|address|e-?mail"
    r"|score|grade|id)[\s:.#()s]*",
    re.IGNORECASE,
)

Fits = Callable[[str], str]  # the part of a text that can stand in the slot; "" for none


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How papers lead to one kind of value."""

    phrase: re.Pattern[str]  # a text that ends with it, or goes on with the value
    label: re.Pattern[str]  # the whole of a label, without its colon
    after: re.Pattern[str]  # a text that follows the value
    did: re.Pattern[str]  # the same in the midst of a sentence
    fits: Fits


@dataclass(frozen=True, slots=True)
class Slot:
    """A value where one was expected; `label` is set where it stands in a form or a table."""

    piece: Piece
    label: Run | None = None

    @property
    def text(self) -> str:
        """The value."""
        return self.piece.text

    @property
    def page(self) -> int:
        """Where it stands."""
        return self.piece.run.page


def slots(sheet: Sheet, form: Form) -> list[Slot]:
    """Every slot once, in reading order."""
    found: dict[tuple[int, int], Slot] = {}
    for slot in (*_in_sentences(sheet, form), *_by_labels(sheet, form), *_before(sheet, form)):
        key = id(slot.piece.block), slot.piece.start
        found.setdefault(key, slot)
    return list(found.values())


def is_label(run: Run, form: Form) -> bool:
    """Whether a run is nothing but a label."""
    return bool(form.label.fullmatch(run.text.strip(" :.-#*")))


def _in_sentences(sheet: Sheet, form: Form) -> Iterator[Slot]:
    """`This certifies that Kim Xiong`, on one line or with the name on the next."""
    for block in sheet.blocks:
        for match in form.phrase.finditer(block.text):
            rest = block.text[match.end() :]
            lead = len(rest) - len(rest.lstrip(' :,-“"'))
            if part := form.fits(rest[lead:]):
                start = match.end() + lead
                yield Slot(Piece(block, start, start + len(part)))
            elif not rest.strip(" :"):
                under = sheet.below(block.runs[-1], within=_UNDER)
                if under and (slot := _whole(sheet, under, form)):
                    yield slot


def _by_labels(sheet: Sheet, form: Form) -> Iterator[Slot]:
    for run in sheet.runs:
        inside = _labelled_inside(sheet, run, form)
        if inside:
            yield inside
        if not is_label(run, form):
            continue
        right = sheet.right_of(run)
        if right and right.gap < _BESIDE and (slot := _whole(sheet, right, form, run)):
            yield slot
            continue
        announces = run.text.rstrip().endswith(":")  # what comes next, never what came before
        over = None if announces else sheet.above(run, within=_OVER)
        under = sheet.below(run)
        above, below = (each and _whole(sheet, each, form, run) for each in (over, under))
        if above and below and over and under:
            yield above if over.gap < under.gap else below
        elif either := above or below:
            yield either


def _labelled_inside(sheet: Sheet, run: Run, form: Form) -> Slot | None:
    """`Student: Kim Xiong` in one run."""
    label, colon, value = run.text.partition(":")
    if not colon or not form.label.fullmatch(label.strip(" .-#*")):
        return None
    lead = len(value) - len(value.lstrip())
    piece = sheet.piece(run)
    start = piece.start + len(label) + 1 + lead
    part = form.fits(_going_on(piece.block, run, start))
    return Slot(Piece(piece.block, start, start + len(part)), run) if part else None


def _going_on(block: Block, run: Run, start: int) -> str:
    """The text from `start` on, as far as no label begins."""
    text = block.text[start : block.start_of(run) + len(run.text)]
    for further in block.runs[block.runs.index(run) + 1 :]:
        if ":" in further.text or _ANY_LABEL.fullmatch(further.text):
            break
        text = f"{text} {further.text}"
    return text


def _before(sheet: Sheet, form: Form) -> Iterator[Slot]:
    """The name stands before or over `has successfully completed`."""
    for block in sheet.blocks:
        did = form.did.search(block.text)
        if did and (slot := _ending(block, did.start(), form)):
            yield slot
        if form.after.match(block.text):
            over = sheet.above(block.runs[0], within=_UNDER)
            if over and (slot := _whole(sheet, over, form)):
                yield slot


def _ending(block: Block, end: int, form: Form) -> Slot | None:
    """The longest part that fits and goes on to `end`."""
    text = block.text[:end].rstrip()
    words = list(re.finditer(r"\S+", text))[-_LONGEST_NAME:]
    for word in words:
        part = form.fits(text[word.start() :])
        if part and word.start() + len(part) == len(text):
            return Slot(Piece(block, word.start(), len(text)))
    return None


def _whole(sheet: Sheet, beside: Beside, form: Form, label: Run | None = None) -> Slot | None:
    """A neighbour that can stand in the slot, with the lines on which it goes on."""
    run = beside.run
    if is_label(run, form) or form.phrase.match(run.text) or _ANY_LABEL.fullmatch(run.text):
        return None
    piece = sheet.piece(run)
    part = form.fits(_going_on(piece.block, run, piece.start))
    if len(part) < len(run.text):
        part = form.fits(run.text)
    return Slot(Piece(piece.block, piece.start, piece.start + len(part)), label) if part else None
