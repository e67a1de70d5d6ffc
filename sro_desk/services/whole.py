"""Everything that a records file holds as JSON with the copies beside it, and a file made of that.

The schema is `resources/schema/records.schema.json`. It is the agency's own
whole: voided records, reasons and private fields are in it.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from sro_desk.domain.changes import Action, Actor, Kind
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.progress import Report, unheard
from sro_desk.services.saving import save
from sro_desk.storage import files, ledger, schema
from sro_desk.storage.base import RecordRow
from sro_desk.storage.column_types import Flag, Kept
from sro_desk.storage.database import Database
from sro_desk.storage.tables import ROWS, CopyRow

FILE, COPIES = "records.json", "copies"
FORMAT = 1
_WHAT = "Everything in a records file of sro-desk, private data included: for the agency alone"
_ENDINGS = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
}
_NO_RECORD = (
    SQLAlchemyError,
    KeyError,
    TypeError,
    ValueError,
    OverflowError,
    AttributeError,
    ArithmeticError,
)
_LARGEST = 1024**3  # bytes of records.json
_CHUNK = 200  # records between two reports


def export(db: Database, folder: Path, *, report: Report = unheard) -> Path:
    """Write `records.json`, and each copy under its SHA-256, into `folder`, which must exist.

    Equal records give equal bytes. `report` hears of the copies, and may raise `Cancelled`.
    """
    copies = folder / COPIES
    copies.mkdir(exist_ok=True)
    with db.read() as session:
        said: dict[str, Any] = {
            "what": _WHAT,
            "format": FORMAT,
            "schema_revision": schema.REVISION,
            "file_id": db.file_id,
            "sample": db.is_sample,
            "ledger_head": session.head(),
            "records": {
                kind.value: [
                    ledger.stored(row) for row in session.scalars(select(table).order_by(table.id))
                ]
                for kind, table in ROWS.items()
            },
        }
        found = session.execute(select(CopyRow.id, CopyRow.sha256, CopyRow.media_type)).all()
        for done, (number, sha256, media_type) in enumerate(found):
            report(done, len(found))
            content = session.scalar(select(CopyRow.content).where(CopyRow.id == number))
            save(copies / f"{sha256}{_ENDINGS.get(media_type, '.bin')}", content or b"")
    text = json.dumps(said, indent=1, ensure_ascii=False, sort_keys=True)
    return save(folder / FILE, f"{text}\n".encode())


def rebuild(folder: Path, path: Path, *, actor: Actor, report: Report = unheard) -> Database:
    """Make a records file of what `export` wrote; the ledger begins anew with one write.

    An existing file is never replaced; SroDeskError where `folder` holds
    something else, and nothing is left then.
    """
    said = _read(folder / FILE)
    db = files.create(path, actor=actor, sample=said.get("sample") is True)
    try:
        with db.write(actor, Action.IMPORT) as session:
            for kind, table in ROWS.items():
                listed = said["records"].get(kind.value, [])
                for done, values in enumerate(_records(listed, kind)):
                    if not done % _CHUNK:
                        report(done, len(listed))
                    row = _row(table, values)
                    if isinstance(row, CopyRow):
                        row.content = _content(folder / COPIES, row)
                    session.add(row)
                session.flush()
    except _NO_RECORD as error:
        _remove(db)
        raise SroDeskError(
            f"{folder / FILE} could not be made into a records file: a record in it is not what "
            f"it should be ({type(error).__name__}). Nothing was left behind; export it again."
        ) from error
    except BaseException:
        _remove(db)
        raise
    return db


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST:
            raise SroDeskError(f"{path} is larger than 1 GB, which no such export is.")
        said = json.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise SroDeskError(
            f"{path} cannot be read: {error.strerror}. Name the folder that the export wrote."
        ) from error
    except (ValueError, RecursionError) as error:
        raise SroDeskError(
            f"{path} is no JSON, or was cut short. Export the records again."
        ) from error
    if not isinstance(said, dict) or not isinstance(said.get("records"), dict):
        raise SroDeskError(f"{path} is not what sro-desk exports. Name the folder of an export.")
    if said.get("format") != FORMAT or str(said.get("schema_revision", "")) > schema.REVISION:
        raise SroDeskError(
            f"{path} was written by a newer version of sro-desk. Update sro-desk, then try again."
        )
    return said


def _records(listed: object, kind: Kind) -> list[Mapping[str, Any]]:
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise TypeError(kind)
    return listed


def _row(table: type[RecordRow], values: Mapping[str, Any]) -> RecordRow:
    """A row of its columns, no more and no fewer than an older version had."""
    if not set(values) <= set(ledger.written_columns(table)):
        raise KeyError(table.__tablename__)
    for name, value in values.items():
        if value is not None and type(value) is not _json_type(table, name):
            raise TypeError(f"{table.__tablename__}.{name}")
    row = table()
    ledger.put_back(row, values)
    return row


def _json_type(table: type[RecordRow], name: str) -> type:
    """What a column's value is in JSON: a flag, a number, or a text."""
    kind = table.__table__.columns[name].type
    if isinstance(kind, Flag):
        return bool
    return str if isinstance(kind, Kept) or kind.python_type is not int else int


def _content(folder: Path, row: CopyRow) -> bytes:
    """The bytes of a copy, found by their hash alone: names in the file lead nowhere else."""
    for path in sorted(folder.glob(f"{row.sha256[:64]}.*")):
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() == row.sha256 and len(content) == row.size:
            return content
    raise SroDeskError(
        f"The copy {row.sha256[:12]} is missing in {folder}, or was changed since the export. "
        "Nothing was left behind; export the records again."
    )


def _remove(db: Database) -> None:
    path = db.path
    db.close()
    for each in (path, path.with_name(f"{path.name}-journal")):
        each.unlink(missing_ok=True)
