"""Names of people and districts: how they are filed, found and shortened."""

import unicodedata

from sro_desk.domain.codes import DistrictKind

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v"})
_PARTICLES = frozenset(
    {"al", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la", "le"}
    | {"st", "ten", "ter", "van", "von", "zu"}
)
# Letters that Unicode does not take apart into a base letter and an accent.
_WHOLE = (
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h"}
    | dict.fromkeys("'’‘ʼʻ`´.,;:()", "")
    | dict.fromkeys("-‐‑–—", " ")
)
# Those of Minnesota's names that it does: looked up, they take a tenth of the time.
_LATIN = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]


def _bared(text: str) -> str:
    """`text` without the accents of its letters."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


# Of ASCII every letter: one that the table lacks takes three times as long as one that it has.
_LETTERS = str.maketrans(
    {letter: letter for letter in map(chr, range(128))}
    | {letter: _bared(letter.casefold()) for letter in _LATIN}
    | _WHOLE
)
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cn", "Zl", "Zp"})
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"  # some scripts write with them
_LABELS = {
    DistrictKind.INDEPENDENT: "ISD",
    DistrictKind.SPECIAL: "SSD",
    DistrictKind.CHARTER: "Charter",
    DistrictKind.COOPERATIVE: "Coop",
}


def filed_under(name: str) -> str:
    """How a roster files `name`: `Erik Olson` under `Olson, Erik`.

    Particles stay with the family name (`van der Berg, Anna`), suffixes come
    last (`Smith, John, Jr.`). A name with a comma is filed already. A guess:
    families whose name comes first are filed by what the clerk types.
    """
    if "," in name:
        return " ".join(name.split())
    words = name.split()
    suffix = words.pop() if len(words) > 2 and _bare(words[-1]) in _SUFFIXES else ""
    if len(words) < 2:
        return " ".join(words)
    first_of_family = len(words) - 1
    while first_of_family > 1 and _bare(words[first_of_family - 1]) in _PARTICLES:
        first_of_family -= 1
    parts = [" ".join(words[first_of_family:]), " ".join(words[:first_of_family])]
    return ", ".join([*parts, suffix] if suffix else parts)


def search_key(text: str) -> str:
    """`text` without case, accents, apostrophes, points and hyphens: for both needle and haystack.

    `Núñez`, `nunez` and `NUNEZ` are found by one another, as are `O'Brien`
    and `obrien`, `Đặng` and `dang`.
    """
    folded = text.casefold().translate(_LETTERS)
    if not folded.isascii():
        folded = _bared(folded).translate(_LETTERS)
    return " ".join(folded.split())


def is_blank(text: str) -> bool:
    """Whether nothing of `text` would be seen: blanks, and characters without a shape."""
    return not any(letter.isprintable() and not letter.isspace() for letter in text)


def hides_something(text: str) -> bool:
    """Whether `text` has characters that are not seen, such as one that turns its direction."""
    return not text.isprintable() and any(
        unicodedata.category(letter) in _HIDDEN and letter not in _JOINERS for letter in text
    )


def district_label(name: str, kind: DistrictKind, state_id: str) -> str:
    """The short name of a district, `ISD 0196`; its name where it has no number."""
    return f"{_LABELS[kind]} {state_id}" if state_id else name


def _bare(word: str) -> str:
    return word.casefold().rstrip(".")
