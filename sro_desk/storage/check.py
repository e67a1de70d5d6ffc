"""Proves a records file, or names what is wrong with it, record by record.

SQLite's own checks, the hash of every copy, the chain of the ledger, and the
tables replayed against the ledger: each current row must be what the last
entry about it says. Works on files of older schemas too.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sro_desk.domain.changes import Kind
from sro_desk.domain.ledger_heads import head_in, lacks_words
from sro_desk.domain.progress import Report, unheard
from sro_desk.storage import ledger, schema
from sro_desk.storage.connection import connect
from sro_desk.storage.header import refuse_other_files
from sro_desk.storage.sentences import files_told_plainly
from sro_desk.storage.tables import ROWS

_STEPS_BETWEEN_REPORTS = 200_000  # of SQLite's own machine
_LATER = {Kind.PACKET: "0002"}  # kinds of record that came after the first schema
_ABSENT = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadAt:
    """Where in the ledger a head stands."""

    entry: int  # its number; 0 for the file when it was new
    at: datetime | None  # UTC; None for the new file
    later: int  # entries that came after it


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was proved of a records file; `faults` are sentences, none where it is sound."""

    faults: tuple[str, ...]
    head: str
    entries: int
    copies: int
    file_id: str
    asked: HeadAt | None = None  # where the head that was asked for stands; None where it does not

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def verify(path: Path, *, head: str | None = None, report: Report = unheard) -> Verdict:
    """Check all of the file at `path`; with `head`, also that its ledger contains that hash."""
    refuse_other_files(path)
    with files_told_plainly(path), closing(_open(path)) as connection:
        return _Check(connection, path, report).run(head)


def verify_head(path: Path, head: str) -> bool:
    """Whether the ledger contains `head`, as a PDF or a backup cites it, or its first digits."""
    refuse_other_files(path)
    with files_told_plainly(path), closing(_open(path)) as connection:
        return _find(connection, head) is not None


class _Check:
    def __init__(self, connection: sqlite3.Connection, path: Path, report: Report) -> None:
        self._connection = connection
        self._name = path.name
        self._report = report
        self._done = 0
        self._total = 1
        self._faults: list[str] = []
        self._chain = ledger.Chain("")
        self._copies_seen = 0
        self._file_id = ""
        revision = schema.revision_of(connection)
        self._kinds = [kind for kind in Kind if _LATER.get(kind, "") <= (revision or "9999")]
        self._asked: HeadAt | None = None

    def run(self, head: str | None) -> Verdict:
        try:
            self._sqlite_checks()
            self._total += sum(self._count(table) for table in ("copy", "ledger", *self._kinds))
            self._schema()
            self._copies()
            self._connection.execute("BEGIN")  # one state of tables and ledger
            self._tables_and_ledger(head)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            self._faults.append(f"SQLite cannot read all of {self._name}: {error}.")
        return Verdict(
            faults=tuple(dict.fromkeys(self._faults)),
            head=self._chain.tip,
            entries=self._chain.seq,
            copies=self._copies_seen,
            file_id=self._file_id,
            asked=self._asked,
        )

    def _tables_and_ledger(self, head: str | None) -> None:
        last = self._ledger()
        for kind in self._kinds:
            self._replayed(kind, last)
        if head is None:
            return
        self._asked = _find(self._connection, head)
        if self._asked is None:
            self._faults.insert(0, lacks_words(head))

    def _sqlite_checks(self) -> None:
        with _heard(self._connection, lambda: self._report(0, 1)):
            found = [row[0] for row in self._connection.execute("PRAGMA integrity_check")]
            loose = self._connection.execute("PRAGMA foreign_key_check").fetchall()
        self._faults += [f"SQLite: {line}." for line in found if line != "ok"]
        self._faults += [
            f"{_named(row[0], row[1])} refers to a record of {row[2]} that is not there."
            for row in loose
        ]

    def _schema(self) -> None:
        if schema.revision_of(self._connection) != schema.REVISION:
            return
        present, expected = schema.parts_of(self._connection), schema.parts_expected()
        self._faults += [
            f"The file's {part} was {'changed' if part in present else 'removed'}."
            for part, sql in expected.items()
            if present.get(part) != sql
        ]
        self._faults += [
            f"The file has a {part} that is none of this program's."
            for part in sorted(present.keys() - expected.keys())
        ]

    def _copies(self) -> None:
        for row in self._connection.execute("SELECT id, sha256 FROM copy ORDER BY id").fetchall():
            self._step()
            self._copies_seen += 1
            try:
                digest = self._sha256_of_copy(row["id"])
            except sqlite3.Error as error:
                self._faults.append(f"Copy {row['id']} cannot be read: {error}.")
                continue
            if digest != row["sha256"]:
                self._faults.append(
                    f"Copy {row['id']} ({row['sha256'][:12]}) is not what was received: "
                    "its bytes have changed."
                )

    def _sha256_of_copy(self, copy: int) -> str:
        with closing(self._connection.blobopen("copy", "content", copy, readonly=True)) as content:
            return hashlib.sha256(content.read()).hexdigest()

    def _ledger(self) -> dict[tuple[str, int], str]:
        """Follow the chain; answer each record's last state, as JSON."""
        last: dict[tuple[str, int], str] = {}
        info = dict(self._connection.execute("SELECT * FROM file_info").fetchone() or {})
        self._file_id = str(info.get("file_id", ""))
        self._chain = ledger.Chain(ledger.genesis(info))
        for row in self._connection.execute("SELECT * FROM ledger ORDER BY seq"):
            self._step()
            self._faults += self._chain.follow(row)
            record = (row["kind"], row["record"])
            if row["before"] != last.get(record):
                self._faults.append(
                    f"Ledger entry {row['seq']} does not start from the last known state of "
                    f"{_named(*record)}."
                )
            last[record] = row["after"]
        return last

    def _replayed(self, kind: Kind, last: dict[tuple[str, int], str]) -> None:
        left = {record for named, record in last if named == kind}
        columns = self._columns(kind)
        query = f'SELECT {columns} FROM "{kind}" ORDER BY id'  # noqa: S608 - our own names
        for row in self._connection.execute(query):
            self._step()
            left.discard(row["id"])
            said = last.get((kind, row["id"]))
            name = _named(kind, row["id"])
            if said is None:
                self._faults.append(f"{name} was added outside the program: no entry tells of it.")
                continue
            different = _differences(said, dict(row))
            if different:
                self._faults.append(
                    f"{name} was changed outside the program: {', '.join(different)} "
                    "differs from what the ledger says."
                )
        self._faults += [
            f"{_named(kind, record)} is gone: the ledger tells of it." for record in sorted(left)
        ]

    def _columns(self, kind: Kind) -> str:
        table = self._connection.execute(f'PRAGMA table_info("{kind}")')
        names = [row["name"] for row in table]
        return ", ".join(f'"{name}"' for name in names if name not in ROWS[kind].unwritten)

    def _count(self, table: str) -> int:
        query = f'SELECT count(*) FROM "{table}"'  # noqa: S608 - our own names
        return int(self._connection.execute(query).fetchone()[0])

    def _step(self) -> None:
        self._done += 1
        self._report(self._done, self._total)


def _open(path: Path) -> sqlite3.Connection:
    connection = connect(path)
    connection.execute("PRAGMA query_only=1")
    connection.row_factory = sqlite3.Row
    # SQLite quotes damaged text in its findings, which then is no UTF-8
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    return connection


@contextmanager
def _heard(connection: sqlite3.Connection, tell: Callable[[], None]) -> Iterator[None]:
    """Call `tell` now and then while SQLite works; what it raises stops SQLite."""
    stopped: list[BaseException] = []

    def listen() -> int:
        try:
            tell()
        except BaseException as error:  # SQLite cannot carry it: it is raised again below
            stopped.append(error)
        return len(stopped)

    connection.set_progress_handler(listen, _STEPS_BETWEEN_REPORTS)
    try:
        yield
    except sqlite3.OperationalError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _find(connection: sqlite3.Connection, head: str) -> HeadAt | None:
    """Where the head, or one that begins so, stands; SroDeskError where it is none."""
    wanted = head_in(head)
    (entries,) = connection.execute("SELECT count(*) FROM ledger").fetchone()
    info = connection.execute("SELECT * FROM file_info").fetchone()
    if info is not None and ledger.genesis(dict(info)).startswith(wanted):
        return HeadAt(entry=0, at=None, later=entries)
    query = "SELECT seq, at FROM ledger WHERE substr(hash, 1, ?) = ? ORDER BY seq LIMIT 1"
    row = connection.execute(query, (len(wanted), wanted)).fetchone()
    if row is None:
        return None
    seq, at = row
    query = "SELECT count(*) FROM ledger WHERE seq > ?"
    (later,) = connection.execute(query, (seq,)).fetchone()
    return HeadAt(entry=seq, at=datetime.fromisoformat(at), later=later)


def _named(table: str, record: int) -> str:
    return f"{table.replace('_', ' ').capitalize()} {record}"


def _differences(said: str, row: dict[str, object]) -> list[str]:
    try:
        told = json.loads(said)
    except ValueError:
        return ["everything"]
    names = sorted({*told, *row})
    return [name for name in names if told.get(name, _ABSENT) != row.get(name, _ABSENT)]
