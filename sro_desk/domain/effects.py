"""What one certificate does for its officer: where the officer stands without it, and with it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sro_desk.domain.codes import Gap, Status
from sro_desk.domain.dates import us_date
from sro_desk.domain.finding import Finding
from sro_desk.domain.records import Officer
from sro_desk.domain.words import gap_words, status_words

_UNTRAINED = (Status.DUE, Status.OVERDUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Two findings as of the same day, which differ by one certificate."""

    officer: Officer
    without: Finding
    with_it: Finding


def effect_words(effect: Effect) -> str:
    """One line: "Kim Xiong: now Overdue (V.A, last day 09/13/2026), then Met late (V.A)."."""
    name, after = effect.officer.name, effect.with_it
    if after.status is Status.NO_ASSIGNMENT:
        return f"{name}: no assignment is on file yet; until there is one, nothing is due."
    before, then = _standing(effect.without), _standing(after)
    changed = f"now {before}, then {then}" if before != then else f"stays {then}"
    return " ".join([f"{name}: {changed}.", *_still_missing(after)])


def effects_words(effects: Sequence[Effect]) -> str:
    """A class in one line: "12 officers, then: 10 Met, 2 Due."."""
    counts = Counter(status_words(effect.with_it.status) for effect in effects)
    counted = ", ".join(f"{count} {words}" for words, count in counts.most_common())
    return f"{len(effects):,} officers, then: {counted}."


def _standing(finding: Finding) -> str:
    paragraph = [] if finding.paragraph is None else [finding.paragraph.value]
    if finding.status in _UNTRAINED and finding.deadline is not None:
        paragraph.append(f"last day {us_date(finding.deadline.legal)}")
    words = status_words(finding.status)
    return f"{words} ({', '.join(paragraph)})" if paragraph else words


def _still_missing(finding: Finding) -> list[str]:
    """What keeps the light from green, so that its colour surprises nobody."""
    copy = "Red until a copy of the most recent certificate is on file (V.E)."
    return [copy if gap is Gap.CERT_COPY else f"{gap_words(gap)}." for gap in finding.gaps]
