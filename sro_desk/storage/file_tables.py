"""The two tables that are not records: what the file is, and the ledger of every change."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table, Text

from sro_desk.storage.base import METADATA, add_checks
from sro_desk.storage.column_types import Digest, Flag, Instant

FILE_INFO = Table(
    "file_info",
    METADATA,
    Column("id", Integer, CheckConstraint("id = 1", name="only_one"), primary_key=True),
    Column("file_id", Text, nullable=False),
    Column("sample", Flag, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("created_by", Text, nullable=False),
    sqlite_strict=True,
)

LEDGER = Table(
    "ledger",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("write", Integer, nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("record", Integer, nullable=False),
    Column("before", Text),  # the row as canonical JSON; none for a new record
    Column("after", Text, nullable=False),
    Column("undoes", Integer),  # the write that this one takes back
    Column("hash", Digest, nullable=False),
    Index(None, "kind", "record"),
    sqlite_strict=True,
)

for _table in (FILE_INFO, LEDGER):
    add_checks(_table)
