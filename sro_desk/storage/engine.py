"""SQLAlchemy's part of an open records file: its connections, and the sessions on them.

Imported at the first session: a start that only shows findings does without.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool

from sro_desk.domain.changes import Action, Actor
from sro_desk.storage.connection import connect
from sro_desk.storage.recording import ReadingSession, Writing, WritingSession, refuse_unrecorded


class Engine:
    """Makes the sessions of one records file; made by `Database` alone."""

    def __init__(self, path: Path) -> None:
        self._engine = create_engine(
            "sqlite://", creator=lambda: connect(path), poolclass=QueuePool, max_overflow=12
        )
        event.listen(self._engine, "begin", _begin)
        event.listen(self._engine, "before_cursor_execute", refuse_unrecorded)

    @contextmanager
    def reading(self) -> Iterator[ReadingSession]:
        """A session that only asks."""
        with self._engine.connect() as connection, ReadingSession(connection) as session:
            yield session

    @contextmanager
    def writing(
        self, actor: Actor, action: Action, at: datetime, undoes: int | None
    ) -> Iterator[WritingSession]:
        """A session whose flushes are recorded; whoever opened it commits."""
        writing = Writing(actor, action, at, undoes)
        with self._engine.connect() as connection:
            bound = connection.execution_options(writing=writing)
            with WritingSession(bound, info={"writing": writing}) as session:
                yield session

    def dispose(self) -> None:
        """Close the connections."""
        self._engine.dispose()


def _begin(connection: Connection) -> None:
    writes = "writing" in connection.get_execution_options()
    driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]  # ours
    driver.execute(f"PRAGMA query_only={0 if writes else 1}")
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
