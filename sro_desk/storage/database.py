"""The open records file: sessions to read, and the one way to write."""

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sro_desk.domain.changes import Action, Actor, Changes
from sro_desk.domain.errors import SroDeskError
from sro_desk.storage.connection import connect
from sro_desk.storage.plain import Reader, reading
from sro_desk.storage.sentences import told_plainly

if TYPE_CHECKING:  # SQLAlchemy, which comes with the first session
    from sro_desk.storage.engine import Engine
    from sro_desk.storage.recording import ReadingSession, WritingSession

_LOG = logging.getLogger(__name__)


class Database:
    """One records file, open in this process; made by `files.create` and `files.open_file`."""

    def __init__(
        self,
        path: Path,
        *,
        held_by: str = "",
        read_only_because: str = "",
        release: Callable[[], None] = lambda: None,
    ) -> None:
        """`read_only_because` is the sentence that a refused write says; empty: it may write."""
        self.path = path
        self.held_by = held_by  # who writes it, where another process does
        self.read_only_because = read_only_because
        self.listeners: list[Callable[[Changes], None]] = []  # called on the writing thread
        self._release = release
        self._closed = False
        self._writing = threading.Lock()
        self._here = threading.local()
        self._engine: Engine | None = None
        self._making = threading.Lock()  # of the engine
        with self.plain() as reader:
            ((file_id, sample),) = reader.rows("SELECT file_id, sample FROM file_info")
        self.file_id = str(file_id)
        self.is_sample = bool(sample)

    def __enter__(self) -> Self:
        """The file, open for the length of a `with` block."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        """Whether writes are refused."""
        return bool(self.read_only_because)

    @contextmanager
    def plain(self) -> Iterator[Reader]:
        """A reader that sees one state of the file, and needs no SQLAlchemy."""
        self._refuse_closed()
        with (
            told_plainly(self.path),
            self._noted("reading"),
            reading(self.path) as reader,
        ):
            yield reader

    @contextmanager
    def read(self) -> "Iterator[ReadingSession]":
        """A session that sees one state of the file; rows become values before it ends."""
        self._refuse_closed()
        with (
            told_plainly(self.path),
            self._noted("reading"),
            self._sessions().reading() as session,
        ):
            yield session

    @contextmanager
    def write(
        self, actor: Actor, action: Action, *, undoes: int | None = None
    ) -> "Iterator[WritingSession]":
        """A session that is saved and recorded as a whole when its block ends, or not at all.

        Safe from any thread; writes take turns. `undoes` is the write taken back.
        """
        self._refuse_closed()
        if self.read_only:
            raise SroDeskError(self.read_only_because)
        if getattr(self._here, "reading", 0) or getattr(self._here, "writing", 0):
            raise RuntimeError("a write inside another session of its own thread waits for itself")
        at = datetime.now(UTC)
        with (
            self._writing,
            self._noted("writing"),
            told_plainly(self.path),
            self._sessions().writing(actor, action, at, undoes) as session,
        ):
            yield session
            session.commit()
        if session.writing.records:
            self._tell(session.writing.changes())

    def warm_up(self) -> None:
        """Load what the first session would load; any thread may see to it beforehand."""
        self._sessions()

    def head(self) -> str:
        """The hash of the last ledger entry, as PDFs and backups cite it."""
        with self.read() as session:
            return session.head()

    def close(self) -> None:
        """Let go of the file; another process may write it from now on."""
        with self._writing:
            if self._closed:
                return
            self._closed = True
        if self._engine is not None:
            self._engine.dispose()
        if not self.read_only:
            _tidy(self.path)
        self._release()

    def _refuse_closed(self) -> None:
        if self._closed:
            raise RuntimeError("the records file is closed")

    def _sessions(self) -> "Engine":
        with self._making:
            if self._engine is None:
                from sro_desk.storage.engine import Engine  # SQLAlchemy: half of a start

                self._engine = Engine(self.path)
            return self._engine

    @contextmanager
    def _noted(self, what: str) -> Iterator[None]:
        setattr(self._here, what, getattr(self._here, what, 0) + 1)
        try:
            yield
        finally:
            setattr(self._here, what, getattr(self._here, what) - 1)

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self.listeners):
            try:
                listener(changes)
            except Exception:  # it is saved: a deaf listener must not make it look lost
                _LOG.exception("a listener failed after write %d", changes.write)


def _tidy(path: Path) -> None:
    """Remove the empty journal, so that the records file is one file again."""
    try:
        with closing(connect(path)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    except (sqlite3.Error, OSError, SroDeskError):
        _LOG.warning("the journal of the records file was left behind")
