"""What a program did to its files, as strace saw it: each write, truncation and sync in order."""

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

_CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename"
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)(?:<[^>]*>)?", re.DOTALL)
_FILE = re.compile(r"^\d+<([^>]*)>(?:, )?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Step:
    """One call that matters to what is on the disk, or what the program said meanwhile."""

    kind: str  # made, written, cut, synced, removed, said
    path: str
    at: int = 0  # of a write: its place; of a cut: the new size
    data: bytes = b""


def needs_strace() -> pytest.MarkDecorator:
    """Skips where the tool is absent, or may not look at other processes."""
    return pytest.mark.skipif(
        not _works(), reason="strace is not here (or may not trace); on Debian: apt install strace"
    )


def traced(code: str, *words: str | Path, log: Path) -> list[Step]:
    """Run Python code to its end, and tell what it did."""
    subprocess.run(
        ["strace", "-f", "-y", "-xx", "-s", "10000000", "-e", f"trace={_CALLS}", "-o", log,
         sys.executable, "-c", code, *map(str, words)],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    return list(_steps(log.read_text("ascii").splitlines()))


def injected(command: Sequence[str | Path], fault: str) -> subprocess.CompletedProcess[str]:
    """Run a program while one of its calls fails, as strace's `inject=` says."""
    return subprocess.run(
        ["strace", "-f", "-o", "/dev/null", "-e", f"inject={fault}", *command],
        check=False, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def places(command: Sequence[str | Path], *, about: Path, log: Path) -> dict[str, list[int]]:
    """For each call, which of its uses, from 1, is on a file in the folder `about`."""
    subprocess.run(
        ["strace", "-y", "-o", log, *command], check=True, capture_output=True, timeout=60
    )
    uses: defaultdict[str, int] = defaultdict(int)
    found: defaultdict[str, list[int]] = defaultdict(list)
    for line in log.read_text("utf-8", "replace").splitlines():
        call = line.partition("(")[0]
        uses[call] += 1
        if str(about) in line:
            found[call].append(uses[call])
    return found


def _works() -> bool:
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], check=False).returncode == 0


def _steps(lines: Sequence[str]) -> Iterator[Step]:
    for line in lines:
        found = _LINE.match(line)
        if found is None or found[3].startswith("-"):
            continue
        call, said = found[1], found[2]
        if (step := _step(call, said)) is not None:
            yield step


def _step(call: str, said: str) -> Step | None:
    if call == "openat":
        return Step("made", _bytes(said).decode()) if "O_CREAT" in said else None
    if call in ("unlink", "rename"):
        return Step("removed", _bytes(said).decode())
    place = _FILE.match(said)
    if place is None:
        return None
    path, rest = _spelled(place[1]), said[place.end() :]
    if call == "ftruncate":
        return Step("cut", path, at=int(rest))
    if call in ("fsync", "fdatasync"):
        return Step("synced", path)
    if call == "write" and said.startswith("1<"):
        return Step("said", "", data=_bytes(rest))
    if call == "pwrite64":
        return Step("written", path, at=int(rest.rsplit(", ", 1)[1]), data=_bytes(rest))
    return None


def _bytes(said: str) -> bytes:
    found = _TEXT.search(said)
    return bytes.fromhex(found[1].replace("\\x", "")) if found else b""


def _spelled(path: str) -> str:
    """A path as it is, which strace may have written in numbers too."""
    return bytes.fromhex(path.replace("\\x", "")).decode() if path.startswith("\\x") else path
