"""What the headings of a table mean: which line they are in, which kind of table, which column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sro_desk.domain.names import search_key
from sro_desk.domain.spreadsheets.cells import as_text
from sro_desk.domain.spreadsheets.sheets import Cell, Sheet
from sro_desk.domain.spreadsheets.tables import FIELDS, TableKind, missing, table_words

Spellings = Mapping[TableKind, Mapping[str, str]]  # of each kind: a heading's key, the field

_LOOKED_AT = 25  # lines in which headings are searched: titles and logos stand above them
_CLOSE = 0.88  # of two spellings that are meant to be the same
_SHORTEST = 5  # letters below which a likeness proves nothing
_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORDS = {
    "#": "number", "no": "number", "nr": "number", "num": "number", "nbr": "number",
    "licence": "license", "dt": "date", "cert": "certificate", "ofcr": "officer",
    "ofc": "officer", "compl": "completion", "lic": "license", "dist": "district",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a sheet is read: as `kind`, from the line after `heading`, fields by column number."""

    kind: TableKind
    heading: int  # index of the line
    columns: Mapping[str, int]

    @property
    def complete(self) -> bool:
        """Whether the columns are there without which no row can be read."""
        return not missing(self.kind, self.columns)


def heading_key(text: str) -> str:
    """A heading without what people write differently: `Cert. No.` and `certificate #` agree."""
    plain = _HUMPS.sub(" ", _BRACKETS.sub(" ", text)).replace("#", " # ")
    words = search_key(plain.replace("_", " ").replace("/", " ").replace("&", " ")).split()
    joined = " ".join(_WORDS.get(word, word) for word in words if word not in ("the", "of"))
    return joined.replace("e mail", "email")


def spellings_from(listed: Mapping[str, Mapping[str, Sequence[str]]]) -> Spellings:
    """The spellings of a resource, with the program's own titles, ready to be looked up."""
    found: dict[TableKind, dict[str, str]] = {}
    for kind, fields in FIELDS.items():
        known: dict[str, str] = {}
        for field in fields:
            known.setdefault(heading_key(field.title), field.name)
            known.setdefault(heading_key(field.name), field.name)
        for section in (kind.value, "who", "place"):
            for name, spelled in listed.get(section, {}).items():
                if any(field.name == name for field in fields):
                    for text in spelled:
                        known.setdefault(heading_key(text), name)
        found[kind] = known
    return found


def recognise(sheet: Sheet, spellings: Spellings, *, file_name: str = "") -> Layout | None:
    """The layout that explains most of a sheet's headings; None where no kind fits."""
    layouts = [_best(sheet, kind, spellings) for kind in TableKind]
    fitting = [layout for layout in layouts if layout is not None and layout.complete]
    hint = heading_key(f"{sheet.name} {file_name}")
    return max(fitting, key=lambda layout: _score(layout, hint), default=None)


def recognise_as(sheet: Sheet, kind: TableKind, spellings: Spellings) -> Layout:
    """The layout of a sheet of a known kind; what is not recognised is left to the person."""
    return _best(sheet, kind, spellings) or Layout(
        kind=kind, heading=_first_filled(sheet), columns={}
    )


def headings_of(sheet: Sheet, heading: int) -> tuple[str, ...]:
    """The headings of the line `heading`, one for each column of the sheet."""
    width = max((len(row) for row in sheet.rows), default=0)
    line = sheet.rows[heading] if heading < len(sheet.rows) else ()
    return tuple(as_text(line[at]) if at < len(line) else "" for at in range(width))


def _score(layout: Layout, hint: str) -> tuple[bool, int]:
    """A sheet that is called after its kind is of it; else the most columns explained count."""
    names = (table_words(layout.kind), layout.kind.value, layout.kind.value.replace("-", " "))
    named = any(heading_key(name) in hint for name in names)
    if layout.kind is TableKind.DISTRICTS:
        named = named or hint.startswith(("district", "school"))
    return named, len(layout.columns)


def _best(sheet: Sheet, kind: TableKind, spellings: Spellings) -> Layout | None:
    best: Layout | None = None
    for number, row in enumerate(sheet.rows[:_LOOKED_AT]):
        columns = _columns(row, spellings[kind])
        layout = Layout(kind=kind, heading=number, columns=columns)
        if columns and (best is None or _worth(layout) > _worth(best)):
            best = layout
    return best


def _worth(layout: Layout) -> tuple[bool, int]:
    return layout.complete, len(layout.columns)


def _columns(row: Sequence[Cell], known: Mapping[str, str]) -> dict[str, int]:
    """Exact spellings first, each field once, the leftmost column; then those that come close."""
    keys = {at: heading_key(as_text(cell)) for at, cell in enumerate(row) if _may_head(cell)}
    found: dict[str, int] = {}
    own = set(known.values())
    for at, key in keys.items():
        field = known.get(key)
        if field is not None:
            found.setdefault(field, at)
    for at, key in keys.items():
        if len(key) >= _SHORTEST and at not in found.values():
            field = _closest(key, known)
            if field is not None and field in own:
                found.setdefault(field, at)
    return found


def _may_head(cell: Cell) -> bool:
    """A heading is a short text; data in a wide sheet need not be compared."""
    return isinstance(cell, str) and 0 < len(cell) <= 60 and not cell.isspace()


def _closest(key: str, known: Mapping[str, str]) -> str | None:
    best, found = _CLOSE, None
    matcher = SequenceMatcher(b=key, autojunk=False)
    for spelled, field in known.items():
        if abs(len(spelled) - len(key)) > 2 or len(spelled) < _SHORTEST:
            continue
        matcher.set_seq1(spelled)
        if matcher.quick_ratio() >= best and (ratio := matcher.ratio()) >= best:
            best, found = ratio, field
    return found


def _first_filled(sheet: Sheet) -> int:
    """The line of the most texts among the first: a title above stands alone in its own."""
    lines = [sum(map(_may_head, row)) for row in sheet.rows[:_LOOKED_AT]]
    return lines.index(max(lines)) if lines else 0
