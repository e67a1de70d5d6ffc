"""What a records file is: where it lies, who made it when, and how much it holds."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from sro_desk.storage import schema
from sro_desk.storage.database import Database
from sro_desk.storage.file_tables import FILE_INFO, LEDGER
from sro_desk.storage.tables import CopyRow


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """One records file; sizes are in bytes."""

    path: Path
    sample: bool
    made_at: datetime  # UTC
    made_by: str  # account@host
    revision: str  # of its tables
    size: int
    copies: int
    copies_size: int
    entries: int  # of the ledger
    head: str  # the hash of its last entry


def of(db: Database) -> FileFacts:
    """What the open file is."""
    with db.read() as session:
        made_at, made_by = session.execute(
            select(FILE_INFO.c.created_at, FILE_INFO.c.created_by)
        ).one()
        copies, copies_size = session.execute(
            select(func.count(), func.coalesce(func.sum(CopyRow.size), 0)).select_from(CopyRow)
        ).one()
        entries = session.scalar(select(func.count()).select_from(LEDGER)) or 0
    return FileFacts(
        path=db.path,
        sample=db.is_sample,
        made_at=made_at,
        made_by=made_by,
        revision=schema.REVISION,  # an open file has the newest: older ones are migrated first
        size=db.path.stat().st_size,
        copies=copies,
        copies_size=copies_size,
        entries=entries,
        head=db.head(),
    )
