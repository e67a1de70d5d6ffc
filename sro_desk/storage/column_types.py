"""How dates, instants, codes and amounts are kept as TEXT and INTEGER: the same in every engine.

Each type names a CHECK for SQLite, so that a value typed with another tool is
refused by the file itself and not only by this program.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import Dialect
from sqlalchemy.types import UserDefinedType

V = TypeVar("V")


class Kept(UserDefinedType[V], Generic[V]):
    """A value kept as one TEXT or INTEGER; `stored` and `loaded` are each other's reverse."""

    sql_type = "TEXT"

    def __init_subclass__(cls) -> None:
        cls.cache_ok = True  # SQLAlchemy asks each class for it

    def check(self, column: str) -> str:
        """The SQL condition that each stored value of `column` meets."""
        raise NotImplementedError

    def stored(self, value: V) -> str | int:
        """The value as the file keeps it."""
        raise NotImplementedError

    def loaded(self, kept: Any) -> V:
        """The value of what the file kept."""
        raise NotImplementedError

    def get_col_spec(self, **_: Any) -> str:
        """The type in DDL."""
        return self.sql_type

    def bind_processor(self, dialect: Dialect) -> Callable[[V | None], str | int | None]:
        """Turn parameters into what the file keeps."""
        del dialect
        stored = self.stored
        return lambda value: None if value is None else stored(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], V | None]:
        """Turn what the file kept into values."""
        del dialect, coltype
        loaded = self.loaded
        return lambda kept: None if kept is None else loaded(kept)


class IsoDate(Kept[date]):
    """A date as `2025-09-01`."""

    def check(self, column: str) -> str:
        """A day of the calendar in ISO form: SQLite's own count of days gives it back."""
        return f"{column} IS date({column}, '+0 days')"

    def stored(self, value: date) -> str:
        """ISO form."""
        return value.isoformat()

    def loaded(self, kept: str) -> date:
        """The date."""
        return date.fromisoformat(kept)


class Instant(Kept[datetime]):
    """A moment in UTC as `2026-11-24T05:19:38.123456Z`."""

    def check(self, column: str) -> str:
        """An ISO date, a T, and the Z of UTC."""
        day = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
        return f"{column} GLOB '{day}T*Z'"

    def stored(self, value: datetime) -> str:
        """ISO form; a moment without time zone is a bug."""
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")

    def loaded(self, kept: str) -> datetime:
        """The moment, in UTC."""
        return datetime.fromisoformat(kept)


class Code(Kept[StrEnum]):
    """A code of a closed list."""

    def __init__(self, codes: type[StrEnum]) -> None:
        self.codes = codes

    def check(self, column: str) -> str:
        """One of the list."""
        listed = ", ".join(f"'{code.value}'" for code in self.codes)
        return f"{column} IN ({listed})"

    def stored(self, value: StrEnum) -> str:
        """The code itself; one from another list is a bug."""
        return self.codes(value).value

    def loaded(self, kept: str) -> StrEnum:
        """The member of the list."""
        return self.codes(kept)


class Amount(Kept[Decimal]):
    """A decimal number, exactly as given."""

    def check(self, column: str) -> str:
        """Digits and a point."""
        return f"{column} GLOB '[0-9]*' AND {column} NOT GLOB '*[^0-9.]*'"

    def stored(self, value: Decimal) -> str:
        """Digits without exponent."""
        return format(value, "f")

    def loaded(self, kept: str) -> Decimal:
        """The number with the digits it was given."""
        return Decimal(kept)


class Flag(Kept[bool]):
    """Yes or no, as 1 or 0."""

    sql_type = "INTEGER"

    def check(self, column: str) -> str:
        """0 or 1."""
        return f"{column} IN (0, 1)"

    def stored(self, value: bool) -> int:
        """1 or 0."""
        return int(value)

    def loaded(self, kept: int) -> bool:
        """Yes or no."""
        return bool(kept)


class Ticks(Kept[frozenset[int]]):
    """Ticked items of a numbered list, as `1,4,5`."""

    def check(self, column: str) -> str:
        """Digits and commas."""
        return f"{column} NOT GLOB '*[^0-9,]*'"

    def stored(self, value: frozenset[int]) -> str:
        """The numbers in order."""
        return ",".join(str(item) for item in sorted(value))

    def loaded(self, kept: str) -> frozenset[int]:
        """The numbers."""
        return frozenset(int(item) for item in kept.split(",") if item)


class Digest(Kept[str]):
    """A SHA-256 as 64 lower-case hexadecimal digits."""

    def check(self, column: str) -> str:
        """64 hexadecimal digits."""
        return f"length({column}) = 64 AND {column} NOT GLOB '*[^0-9a-f]*'"

    def stored(self, value: str) -> str:
        """The digits."""
        return value

    def loaded(self, kept: str) -> str:
        """The digits."""
        return kept
