"""The newest schema as SQL statements, compiled from the mapped tables."""

from sqlalchemy import Column, MetaData, PrimaryKeyConstraint, String, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from sro_desk.storage import file_tables, tables, triggers
from sro_desk.storage.base import METADATA

EVERY_TABLE = (*tables.ROWS.values(), file_tables.FILE_INFO, file_tables.LEDGER)

_VERSION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def statements() -> list[str]:
    """The DDL in the order it is run."""
    dialect = sqlite.dialect()
    found = [str(CreateTable(_VERSION).compile(dialect=dialect))]
    for table in METADATA.sorted_tables:
        found.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        found += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    return found + list(triggers.statements().values())
