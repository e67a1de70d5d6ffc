"""Reads the records file in plain SQL, without SQLAlchemy, whose import is half of a start."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

from sro_desk.storage.connection import connect

Row = tuple[Any, ...]
Parameters = Sequence[str | int]


class Reader(Protocol):
    """One state of the file, asked in SQL that every engine knows; a session is one too."""

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """What `sql` finds, as the file keeps it: the driver's own tuples."""


class PlainReader:
    """Reads by a connection of its own; made by `reading` alone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """What `sql` finds, as the file keeps it: the driver's own tuples."""
        return self._connection.execute(sql, parameters).fetchall()


@contextmanager
def reading(path: Path) -> Iterator[PlainReader]:
    """A reader of one state of the file, for the length of a `with` block."""
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA query_only=1")
        connection.execute("BEGIN")
        yield PlainReader(connection)
