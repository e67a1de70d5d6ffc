"""What every table of the records file has in common."""

import re
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Self

from sqlalchemy import CheckConstraint, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from sro_desk.domain.changes import Kind
from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role
from sro_desk.domain.records import Voiding
from sro_desk.storage.column_types import Amount, Code, Flag, Instant, IsoDate, Kept, Ticks

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


_HALVES = re.compile("[\ud800-\udfff]")  # of pairs that UTF-8 knows only whole


class Base(DeclarativeBase):
    """The mapping of tables to classes."""

    metadata = METADATA
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        bool: Flag(),
        date: IsoDate(),
        datetime: Instant(),
        Decimal: Amount(),
        frozenset[int]: Ticks(),
        CourseKind: Code(CourseKind),
        DayKind: Code(DayKind),
        DistrictKind: Code(DistrictKind),
        Role: Code(Role),
    }


class RecordRow(Base):
    """A row whose every change goes to the ledger under `of_kind` and its id.

    Columns have the names of the value's fields; a field that names another
    record, such as `officer`, is kept as listed in `kept_as`.
    """

    __abstract__ = True
    __table_args__: Any = {"sqlite_strict": True}  # noqa: RUF012 - declared by SQLAlchemy
    of_kind: ClassVar[Kind]
    kept_as: ClassVar[dict[str, str]] = {}
    unwritten: ClassVar[frozenset[str]] = frozenset()  # columns that the ledger leaves out

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)

    @classmethod
    def from_draft(cls, draft: Any, **more: Any) -> Self:
        """A new row with what `draft` says, and `more` columns that no draft has."""
        row = cls(**more)
        row.apply(draft)
        return row

    def apply(self, draft: Any) -> None:
        """Take over every field of `draft`."""
        for name in _field_names(type(draft)):
            setattr(self, self.kept_as.get(name, name), _storable(getattr(draft, name)))

    def _fields_of(self, value: type, *but: str) -> dict[str, Any]:
        names = (name for name in _field_names(value) if name not in but)
        return {name: getattr(self, self.kept_as.get(name, name)) for name in names}


class VoidableRow(RecordRow):
    """A record that can stop counting, and stays on file."""

    __abstract__ = True
    holds: ClassVar[bool] = True  # what it refers to cannot be voided while it counts

    voided_reason: Mapped[str | None] = mapped_column(default=None, sort_order=90)
    voided_at: Mapped[datetime | None] = mapped_column(default=None, sort_order=91)
    voided_by: Mapped[str | None] = mapped_column(default=None, sort_order=92)

    @property
    def voided(self) -> Voiding | None:
        """Why, when and by whom it was voided; None while it counts."""
        if self.voided_at is None:
            return None
        return Voiding(reason=self.voided_reason or "", at=self.voided_at, by=self.voided_by or "")

    @voided.setter
    def voided(self, voiding: Voiding | None) -> None:
        self.voided_reason = None if voiding is None else _storable(voiding.reason)
        self.voided_at = None if voiding is None else voiding.at
        self.voided_by = None if voiding is None else voiding.by


def _storable(value: Any) -> Any:
    """Half a character, as broken text is pasted, cannot be kept: its place is marked."""
    if type(value) is not str:  # a code is text too, and stays a code
        return value
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", value)


def _field_names(value: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(value))


def add_checks(table: Table) -> None:
    """Let SQLite itself refuse values that are not of their column's type."""
    for column in table.columns:
        if isinstance(column.type, Kept):
            condition = column.type.check(f'"{column.name}"')
            check = CheckConstraint(condition, name=column.name)
            table.append_constraint(check.ddl_if(dialect="sqlite"))
