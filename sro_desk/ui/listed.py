"""A list as a page shows it, ready to be saved: its columns, its rows as filtered and sorted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from sro_desk.domain.records import OfficerId

T = TypeVar("T")
Value = str | int | date


@dataclass(frozen=True, slots=True)
class SavedColumn(Generic[T]):
    """A column of a saved list: text, whole numbers, or days that are days."""

    title: str
    value: Callable[[T], Value | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[T]):
    """What is saved; rows about officers withheld from exports are left out."""

    title: str  # of the list, and of the file
    columns: Sequence[SavedColumn[T]]
    rows: Sequence[T]
    officer: Callable[[T], OfficerId | None]  # whom a row is about

    @property
    def headings(self) -> list[Value]:
        """The titles of the columns."""
        return [column.title for column in self.columns]

    def cells(self, row: T) -> list[Value]:
        """One row of the file."""
        found = (column.value(row) for column in self.columns)
        return ["" if value is None else value for value in found]
