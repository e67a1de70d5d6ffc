"""Whose certificate it is: one officer, those of a class, or somebody not on the roster."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum

from sro_desk.domain.names import search_key
from sro_desk.domain.records import Officer
from sro_desk.intake.guesses.context import Words, called
from sro_desk.intake.guesses.lines import Run
from sro_desk.intake.guesses.roster import Likeness, Match, Roster, bare_words, is_rank
from sro_desk.intake.guesses.sheet import Piece, Sheet
from sro_desk.intake.guesses.slots import Form, Slot, is_label, slots
from sro_desk.intake.guesses.values import Guess, Sureness, least_sure

_MOST_CANDIDATES = 4
_MOST_NAMES = 60  # of a class
_ROW_APART = 4.0  # of the height: a list ends where nothing follows so soon
_ALIGNED = 5.0  # points

_WORD = r"[^\W\d_][^\W\d_.'’-]*(?:['’-][^\W\d_]+)*\.?"
_NAME = re.compile(rf"{_WORD}(?:,?\s+(?:{_WORD}|#?\d{{2,5}}(?!\S))){{1,6}}")
_PARTICLES = frozenset(
    "van von der den de del la las los da di dos du el al bin binti y ter".split()
)
_NO_NAME = frozenset(
    "certificate certificates certification completion course courses training class"
    " school schools police department sheriff's sheriff office county city state"
    " minnesota academy academies institute association center college university board"
    " program resource officers has have having hours hour credit credits this that the"
    " and for with date dates number location title name participant participants"
    " student attendee address phone email page transcript record roster attendance"
    " safety public education continuing district agency department's is was of to in on"
    " at by be it who issued successfully completed awarded presented provider"
    " instructor signature director division bureau two thousand twenty thirty hundred".split()
)
_HOLDER = (
    r"(?:certif(?:y|ies|ied|ying)|confirm(?:s|ed)?|verif(?:y|ies|ied)|attests?"
    r"|known)(?: to all)? that|(?:award|present|grant|issu|giv|confer)\w*(?: (?:this|the"
    r"|a)(?: \w+){1,3})? (?:up)?(?:to|on)|(?:presents|witness\w*|shown|record|evidence) that"
    r"|recogni[sz]es|honors|acknowledges|congratulates|congratulations,?(?: to)?"
    r"|hereby certif(?:y|ies)"
)
_HOLDER_LABEL = (
    r"(?:(?:full |printed |print |legal )?names?(?: of (?:the )?(?:officer|participant|student"
    r"|attendee|trainee|recipient|holder|employee|peace officer|licensee"
    r"|graduate)s?)?(?: \((?:print|last,? first.*|please print)\))?|(?:officer|participant"
    r"|student|attendee|trainee|recipient|employee|licensee|holder|learner|graduate"
    r"|peace officer|member)(?:'?s'?)?(?: full)?(?: names?)?|attendees|(?:awarded|presented"
    r"|issued|granted) to|(?:completed|attended|earned|taken) by|last,? first(?: mi?)?)"
)
_DID = (
    r"(?i:(?:who )?(?:has|have|had|having|did|successfully|satisfactorily|fully|(?:is|was|are"
    r"|were)(?: hereby)?)\b.{0,60}?\b)?(?:(?<!^)(?i:complet|attend|participat|fulfill|satisf"
    r"|finish|pass|graduat|met\b|earned\b|award|grant|recogni|certified|credited)|complet"
    r"|attended|participat|fulfill|satisf|finish|passed|graduated)"
)  # at the start small letters only: `Completed` over a date is a label


def _fits(text: str) -> str:
    """The name at the start of a text; "" where there is none."""
    match = _NAME.match(text)
    if match is None:
        return ""
    words = match[0].split()
    kept: list[str] = []
    for word in words:
        bare = word.strip(".,'").lower()
        if bare in _NO_NAME or (bare not in _PARTICLES and word[0].islower()):
            break
        kept.append(word)
    while kept and (kept[-1].strip(".,").lower() in _PARTICLES or kept[-1].endswith(",")):
        kept.pop()
    if kept and kept[-1].lstrip("#").isdigit():
        kept.pop()
    if len([word for word in kept if not is_rank(search_key(word))]) < 2 or len(kept) > 6:
        return ""
    end = 0
    for word in kept:
        end = text.index(word, end) + len(word)
    return text[:end].rstrip(",")


_FORM = Form(
    phrase=re.compile(rf"(?<!\w)(?:{_HOLDER})(?=\W|$)", re.IGNORECASE),
    label=re.compile(_HOLDER_LABEL, re.IGNORECASE),
    after=re.compile(_DID),
    did=re.compile(
        r"\b(?i:has|have|was|is|successfully|satisfactorily)\b.{0,40}?(?i:complet|attend"
        r"|participat|pass|award|grant|recogni)"
    ),
    fits=_fits,
)


_SIGNS = re.compile(r"(?:signature|signed|title|position)\b(?! of)", re.IGNORECASE)


class _Role(Enum):
    HOLDER = "holds the certificate"
    ANOTHER = "teaches, signs or is written to"


_SPOKEN = Words(
    {
        _Role.HOLDER: rf"{_HOLDER}|{_HOLDER_LABEL}",
        _Role.ANOTHER: (
            r"(?:lead |co-?)?(?:instruct\w*|present(?:er|ers|ed by)|facilitat\w*|train(?:er|ers)"
            r"|teacher|director|coordinator|president|chair\w*|chief|sheriff|manager|custodian"
            r"|administrator|commission\w*|secretary|dean|sign\w*|author\w*|proctor|registrar"
            r"|supervis\w*|superintendent|principal|attn|attention|cc|contact|prepared by"
            r"|approved by|verified by|printed by|submitted by|taught by|led by|dear|sincerely"
            r"|respectfully|regards|by|speaker|faculty|staff|officer in charge)"
        ),
    }
)


def officers(
    sheet: Sheet, roster: Roster, no_names: frozenset[str] = frozenset()
) -> tuple[Guess[Officer], ...]:
    """Everybody the paper is about, each once; a stranger has no candidates.

    `no_names` are folded words that no stranger is called, as those of courses.
    """
    named = [each for each in slots(sheet, _FORM) if not no_names & set(bare_words(each.text))]
    expected = [each for each in named if not _is_another(sheet, each)]
    found: list[Guess[Officer]] = []
    for page in dict.fromkeys(slot.page for slot in expected):
        here = [slot for slot in expected if slot.page == page]
        found += _of_page(sheet, here, roster)
    if found:
        return _each_once(found[:_MOST_NAMES])
    signed = {(id(each.piece.block), each.piece.start) for each in named}
    return _mentioned(sheet, roster, signed)


def _of_page(sheet: Sheet, expected: Sequence[Slot], roster: Roster) -> list[Guess[Officer]]:
    """A sentence names its holder, a column the class; other names beside them make it doubtful."""
    named = [slot for slot in expected if slot.label is None]
    lists = [_with_list(sheet, slot) for slot in expected if slot.label is not None]
    chosen = named or max(lists, key=len)
    guesses = [_guess(slot.piece, roster, sheet, expected=True) for slot in chosen]
    people = {_key(guess) for guess in guesses}
    others = {_key(_guess(slot.piece, roster, sheet, expected=True)) for slot in expected}
    if named and len(people) > 1:
        return [_capped(guess, Sureness.ASK) for guess in guesses]
    if others <= people:
        return guesses
    return [_capped(guess, Sureness.LIKELY if named else Sureness.ASK) for guess in guesses]


def _is_another(sheet: Sheet, slot: Slot) -> bool:
    """One who signed: so says the line under the name, or what stands beside it."""
    run = slot.piece.run
    under = sheet.below(run)
    if (
        under
        and _says_another(under.run.text)
        and (slot.label is None or ":" not in under.run.text)
    ):
        return True
    beside = [sheet.left_of(slot.label or run), sheet.right_of(run), under]
    return any(each and _SIGNS.match(each.run.text) for each in beside)


def _says_another(text: str) -> bool:
    spoken = _SPOKEN.first_in(text[:40])
    return bool(spoken and spoken[0] is _Role.ANOTHER and spoken[1] < 12)


def _with_list(sheet: Sheet, slot: Slot) -> list[Slot]:
    """A label over a column speaks of all the names in it."""
    found = [slot]
    label, run = slot.label, slot.piece.run
    if label is None or label.bottom > run.top + run.high / 2:
        return found
    while (further := _next_row(sheet, run, label)) is not None:
        run = further
        found.append(Slot(sheet.piece(run), label))
    return found


def _next_row(sheet: Sheet, run: Run, label: Run) -> Run | None:
    under = sheet.below(run, within=_ROW_APART)
    if under is None or abs(under.run.left - run.left) > _ALIGNED:
        return None
    name = _fits(under.run.text)
    if len(name) < len(under.run.text) or is_label(under.run, _FORM):
        return None
    return under.run if under.run.overlaps(label) else None


def _mentioned(
    sheet: Sheet, roster: Roster, signed: set[tuple[int, int]]
) -> tuple[Guess[Officer], ...]:
    """Names of the roster anywhere on the paper but beside those who teach and sign."""
    found: dict[tuple[str, ...], Guess[Officer]] = {}
    for block in sheet.blocks:
        for piece in _names_in(block.runs, sheet, roster):
            role = called(sheet, piece, _SPOKEN)
            if role is not None and role.role is _Role.ANOTHER:
                continue
            if (id(block), piece.start) in signed:
                continue
            guess = _guess(piece, roster, sheet, expected=False)
            found.setdefault(tuple(sorted(bare_words(piece.text))), guess)
    guesses = _each_once(found.values())
    if len(guesses) > 1:
        return tuple(_capped(each, Sureness.ASK) for each in guesses)
    return guesses


def _names_in(runs: Iterable[Run], sheet: Sheet, roster: Roster) -> Iterable[Piece]:
    for run in runs:
        words = [search_key(token.text).split() for token in run.tokens]
        at = 0
        while at < len(words):
            for size in range(min(roster.longest + 1, len(words) - at), 1, -1):
                folded = [part for word in words[at : at + size] for part in word]
                if roster.is_exactly_somebody(folded):
                    piece = sheet.piece(run)
                    start = piece.start + sum(len(each.text) + 1 for each in run.tokens[:at])
                    ends = run.tokens[at : at + size]
                    length = sum(len(each.text) + 1 for each in ends) - 1
                    yield Piece(piece.block, start, start + length)
                    at += size - 1
                    break
            at += 1


def _guess(piece: Piece, roster: Roster, sheet: Sheet, *, expected: bool) -> Guess[Officer]:
    matches = roster.matches(piece.text)
    return Guess(
        said=_plain(piece.text),
        sure=_sureness(matches, sheet, expected=expected),
        candidates=tuple(each.officer for each in matches[:_MOST_CANDIDATES]),
        places=(piece.place,),
    )


def _sureness(matches: Sequence[Match], sheet: Sheet, *, expected: bool) -> Sureness:
    if len(matches) != 1:
        return Sureness.ASK  # like-named officers are asked about, never guessed
    if matches[0].likeness is Likeness.SAME:
        return Sureness.SURE if expected and not sheet.recognised else Sureness.LIKELY
    return Sureness.LIKELY if expected else Sureness.ASK


def _capped(guess: Guess[Officer], most: Sureness) -> Guess[Officer]:
    return replace(guess, sure=least_sure(guess.sure, most))


def _key(guess: Guess[Officer]) -> object:
    return tuple(each.id for each in guess.candidates) or search_key(guess.said)


def _each_once(guesses: Iterable[Guess[Officer]]) -> tuple[Guess[Officer], ...]:
    found: dict[object, Guess[Officer]] = {}
    for guess in guesses:
        before = found.get(_key(guess))
        if before is not None:
            guess = replace(
                before,
                sure=least_sure(before.sure, guess.sure),
                places=(*before.places, *guess.places),
            )
        found[_key(guess)] = guess
    return tuple(found.values())


def _plain(said: str) -> str:
    """Without the rank before it."""
    words = said.split()
    while len(words) > 2 and is_rank(search_key(words[0])):
        words.pop(0)
    return " ".join(words)
