"""Stored files: put once, verified, never changed, read by their SHA-256."""

import hashlib
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.records import Copy, Sha256
from sro_desk.domain.scan import Scan
from sro_desk.storage.recording import WritingSession
from sro_desk.storage.tables import CopyRow

LARGEST = 25 * 1024 * 1024  # bytes
LARGEST_PACKET = 200 * 1024 * 1024  # one that the agency put together of many copies
_SMALLER = "Scan it again at a lower resolution."
_FEWER = "Send it without the copies, and those in parts."


def put(session: WritingSession, scan: Scan, *, most: int = LARGEST) -> Sha256:
    """Store the bytes of `scan` unless they are on file, and make sure they read back.

    SroDeskError where there are none, or more than `most`.
    """
    _refuse_size(scan, most)
    digest = sha256_of(scan.content)
    if session.scalar(select(CopyRow.id).where(CopyRow.sha256 == digest)) is None:
        session.add(
            CopyRow(
                sha256=digest,
                media_type=scan.media_type,
                original_name=_storable(scan.original_name),
                size=len(scan.content),
                pages=scan.pages,
                added_at=datetime.now(UTC),
                added_by=str(session.writing.actor),
                content=scan.content,
            )
        )
        session.flush()
    content(session, digest)
    return digest


def content(session: Session, digest: Sha256) -> bytes:
    """The bytes of a copy, exactly as received; damaged ones are never handed out."""
    kept = session.scalar(select(CopyRow.content).where(CopyRow.sha256 == digest))
    if kept is None:
        raise SroDeskError(f"The copy {digest[:12]} is not in this records file. Attach it again.")
    if sha256_of(kept) != digest:
        raise SroDeskError(
            f"The copy {digest[:12]} is damaged in the records file: its bytes are not those that "
            "were received. Restore a backup, or attach the original again."
        )
    return kept


def describe(session: Session, digest: Sha256) -> Copy:
    """What is known of a copy, without its bytes."""
    row = session.scalar(select(CopyRow).where(CopyRow.sha256 == digest))
    if row is None:
        raise SroDeskError(f"The copy {digest[:12]} is not in this records file. Attach it again.")
    return row.to_domain()


def sha256_of(content: bytes) -> Sha256:
    """The name under which these bytes are kept."""
    return Sha256(hashlib.sha256(content).hexdigest())


def _refuse_size(scan: Scan, most: int) -> None:
    name = _storable(scan.original_name)
    if not scan.content:
        raise SroDeskError(f"{name} is empty, so there is nothing to keep. Choose another file.")
    if len(scan.content) > most:
        raise SroDeskError(
            f"{name} is larger than {most // 1024**2} MB, the most that is kept of one file. "
            f"{_SMALLER if most == LARGEST else _FEWER}"
        )


def _storable(name: str) -> str:
    """File names may hold bytes that are no text; those are spelled out."""
    return name.encode("utf-8", "backslashreplace").decode()
