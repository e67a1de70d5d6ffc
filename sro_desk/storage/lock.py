"""One process at a time writes a records file; the next one learns who has it.

The operating system holds the lock, on an open file beside the records, so
that it ends with the process however that ends. The file's text only tells
others who it is.
"""

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sro_desk.domain.changes import Actor
from sro_desk.domain.ledger_words import local_time

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 1 << 30  # the byte that Windows locks: beyond the text, which others must be able to read


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes the file; empty where the other process did not say."""

    account: str = ""
    host: str = ""
    since: datetime | None = None

    def __str__(self) -> str:
        """As a sentence goes on: `jdoe on RECORDS-PC since 11/24/2026, 8:15 AM`."""
        who = self.account or "another program"
        where = f" on {self.host}" if self.host else ""
        when = f" since {local_time(self.since)}" if self.since else ""
        return f"{who}{where}{when}"


class WriterLock:
    """The right to write a records file, until `release` or the end of the process."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    def release(self) -> None:
        """Let the next process write, and take the lock's file away.

        One that cannot be removed does no harm: it is held by nobody.
        """
        if sys.platform == "win32":
            os.close(self._descriptor)  # Windows does not remove a file that is open
            with suppress(OSError):  # nor one that the next process has opened already
                self._path.unlink()
            return
        with suppress(OSError):
            self._path.unlink()
        os.close(self._descriptor)


def take(records: Path, actor: Actor) -> WriterLock | Holder:
    """Take the right to write `records`, or say who has it; OSError where no lock can be made."""
    path = path_of(records)
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            return _holder_in(path)
        if _still_there(path, descriptor):
            _sign(descriptor, actor)
            return WriterLock(path, descriptor)
        os.close(descriptor)  # its last owner removed it meanwhile: this lock would guard nothing


def path_of(records: Path) -> Path:
    """Where the lock of `records` is; the same by whatever link the file is reached."""
    real = records.resolve()
    return real.with_name(real.name + ".lock")


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _still_there(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _sign(descriptor: int, actor: Actor) -> None:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    text = json.dumps({"account": actor.account, "host": actor.host, "since": since})
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, text.encode())


def _holder_in(path: Path) -> Holder:
    try:
        told = json.loads(path.read_bytes())
        return Holder(told["account"], told["host"], datetime.fromisoformat(told["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()
