"""One row on its way into the records: what its cells say, what is wrong, what it would do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from sro_desk.domain.changes import Kind
from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role
from sro_desk.domain.dates import us_date
from sro_desk.domain.faults import fault_words
from sro_desk.domain.problems import Problem
from sro_desk.domain.records import Officer
from sro_desk.domain.sentences import (
    course_kind_words,
    day_kind_words,
    district_kind_words,
    role_words,
)
from sro_desk.domain.spreadsheets.book import Book, same_key
from sro_desk.domain.spreadsheets.cells import is_empty, read
from sro_desk.domain.spreadsheets.people import Person, person_in
from sro_desk.domain.spreadsheets.sheets import Cell, trimmed
from sro_desk.domain.spreadsheets.tables import FIELDS, TableKind

D = TypeVar("D")


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "NEW"
    CHANGE = "CHANGE"
    SAME = "SAME"
    PROBLEM = "PROBLEM"


@dataclass(frozen=True, slots=True)
class Remark:
    """Words for beside a cell; one that blocks keeps the row from being imported."""

    field: str
    words: str
    blocks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One record to be added (its number is negative until it is stored) or changed.

    A record that an earlier row adds may be changed by a later one.
    """

    kind: Kind
    record: int
    draft: Any

    @property
    def adds(self) -> bool:
        """Whether the record is not in the file yet."""
        return self.record < 0


@dataclass
class Row:
    """A row while it is looked at."""

    kind: TableKind
    book: Book
    today: date
    given: dict[str, Any] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    was: dict[str, str] = field(default_factory=dict)  # by field, where a value changes
    kept: list[Any] = field(default_factory=list)  # records as they are once the row is imported

    def take(self, cells: Sequence[Cell], columns: Mapping[str, int]) -> None:
        """Read every cell that is filled and mapped; an empty one says nothing."""
        for each in FIELDS[self.kind]:
            at = columns.get(each.name)
            if at is None or at >= len(cells) or is_empty(cells[at]):
                continue
            reading = read(cells[at], each.reads, today=self.today)
            if reading.value is None:
                self.refuse(each.name, reading.words)
                continue
            self.given[each.name] = reading.value
            if reading.words:
                self.remark(each.name, reading.words)

    @property
    def blocked(self) -> bool:
        """Whether something keeps the row from being imported."""
        return any(remark.blocks for remark in self.remarks)

    @property
    def outcome(self) -> Outcome:
        """What becomes of the row, as far as it has been looked at."""
        if self.blocked:
            return Outcome.PROBLEM
        if any(step.record not in self.book.records_of(step.kind) for step in self.steps):
            return Outcome.NEW
        return Outcome.CHANGE if self.steps else Outcome.SAME

    def keep(self, record: Any) -> None:
        """Let later rows see a record, should nothing keep this row from being imported."""
        self.kept.append(record)

    def text(self, name: str) -> str:
        """A text of the row; "" where it says none."""
        return str(self.given.get(name, ""))

    def refuse(self, name: str, words: str) -> None:
        """Say why the row cannot be imported."""
        self.remarks.append(Remark(name, words, blocks=True))

    def remark(self, name: str, words: str) -> None:
        """Say what is worth knowing."""
        self.remarks.append(Remark(name, words))

    def hear(self, problems: Iterable[Problem], **fields: str) -> None:
        """Take over what the forms would say; `fields` are called otherwise in this table."""
        for problem in problems:
            name = fields.get(problem.field, problem.field)
            self.remarks.append(Remark(name, fault_words(problem.fault), not problem.warning))

    def overlay(self, draft: D, *names: str, **more: Any) -> D:
        """`draft` with what the row says of the fields `names`, and `more`; the rest stays."""
        said = {name: self.given[name] for name in names if name in self.given} | more
        changed = {
            name: value for name, value in said.items() if not _same(getattr(draft, name), value)
        }
        for name in changed:
            self.was[name] = shown(getattr(draft, name)) or "empty"
        return replace(draft, **changed)  # type: ignore[type-var]  # drafts are dataclasses

    def person(self, name_field: str = "officer") -> Person:
        """Whom the row names."""
        return person_in(self.given, name_field)

    def officers(self) -> list[int]:
        """Who is meant by a row about an officer: one, or namesakes; what is wrong is said."""
        person = self.person()
        found = officers_meant(self.book, person)
        if not found:
            self._say_nobody(person)
        if len(found) == 1:
            self._compare(person, self.book.officers[found[0]])
        return found

    @staticmethod
    def is_on_file(same: Sequence[Any], officers: Sequence[int]) -> bool:
        """Whether a record says what the row says; of namesakes, one not added by this import."""
        return any(len(officers) == 1 or record.id > 0 for record in same)

    def refuse_namesakes(self, name: str) -> None:
        """Say that several officers are meant."""
        self.refuse(
            "officer" if self.kind is not TableKind.OFFICERS else "name",
            f"Several officers on the roster are called {name}: "
            "the badge or the POST license must tell them apart.",
        )

    def _compare(self, person: Person, officer: Officer) -> None:
        """A namesake who is not on the roster must not be taken for the one who is."""
        kept, said = officer.post_license, person.post_license
        if kept and said and not same_key(kept, said):
            self.refuse(
                "post_license",
                f"{officer.name} is on the roster with POST license {kept}. Is this another"
                " person? Enter or import that officer first.",
            )
        elif officer.badge and person.badge and not same_key(officer.badge, person.badge):
            self.remark("badge", f"{officer.name} is on the roster with badge {officer.badge}.")

    def _say_nobody(self, person: Person) -> None:
        said = person.name or person.badge or person.post_license
        if not said:
            self.refuse("officer", "Say which officer this is.")
            return
        like = [self.book.officers[each].name for each in self.book.like(person.name)]
        hint = f" Is it {' or '.join(like[:3])}?" if like else " Enter or import the officer first."
        self.refuse("officer", f"No officer on the roster is called {said}.{hint}")


def officers_meant(book: Book, person: Person) -> list[int]:
    """The officers that a person may be, narrowed by license and badge where several are."""
    if not person.name:
        found = book.officers_by("post_license", person.post_license) if person.post_license else []
        return found or (book.officers_by("badge", person.badge) if person.badge else [])
    found = book.officers_named(person.written) or book.officers_named(person.name)
    for what in ("post_license", "badge"):
        text = getattr(person, what)
        if len(found) > 1 and text:
            found = [each for each in book.officers_by(what, text) if each in found] or found
    return found


def shown(value: object) -> str:
    """A value as the window shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return us_date(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return code_words(value) if isinstance(value, StrEnum) else str("" if value is None else value)


def code_words(code: StrEnum) -> str:
    """A code of the records in words."""
    if isinstance(code, Role):
        return role_words(code)
    if isinstance(code, CourseKind):
        return course_kind_words(code)
    if isinstance(code, DistrictKind):
        return district_kind_words(code)
    return day_kind_words(code) if isinstance(code, DayKind) else code.value


def _same(kept: object, said: object) -> bool:
    """Blanks around a text are no difference."""
    if isinstance(kept, str) and isinstance(said, str) and not isinstance(kept, StrEnum):
        return trimmed(kept) == trimmed(said)
    return kept == said
