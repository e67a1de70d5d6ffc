"""Pages made of words, as the limited process hands them over."""

from sro_desk.intake.examined import Box, PageText, Word

WIDE, HIGH = 612, 792
_LETTER, _BLANK, _SIZE, _LEADING = 6, 4, 12, 22  # points


def page(*lines, recognised=False):
    """A page of `lines`: text from the left edge, None for room, or cells of (x, text)."""
    words, top = [], 60
    for line in lines:
        if line is None:
            top += 30
            continue
        for left, text in [(60, line)] if isinstance(line, str) else line:
            for word in text.split():
                right = left + len(word) * _LETTER
                words.append(_word(word, left, top, right, top + _SIZE))
                left = right + _BLANK
        top += _LEADING
    return PageText(words=tuple(words), wide=WIDE, high=HIGH, recognised=recognised)


def spaced(text, *, between=5, gap=14, top=100):
    """Letters set wide, each a word of its own."""
    words, left = [], 60
    for word in text.split():
        for letter in word:
            words.append(_word(letter, left, top, left + _LETTER, top + _SIZE))
            left += _LETTER + between
        left += gap - between
    return PageText(words=tuple(words), wide=WIDE, high=HIGH)


def _word(text, left, top, right, bottom):
    box = Box(
        left=left / WIDE,
        top=top / HIGH,
        right=min(1.0, right / WIDE),
        bottom=min(1.0, bottom / HIGH),
    )
    return Word(text=text, box=box)
