"""Writes the JSON Schema of `sro-desk export --everything` from the tables.

Run `python -m tests.make_schema` after a table has changed; a test compares.
"""

import json
from typing import Any

from sro_desk import resources
from sro_desk.services.whole import FORMAT
from sro_desk.storage import ledger
from sro_desk.storage.base import RecordRow
from sro_desk.storage.column_types import Amount, Code, Digest, Flag, Instant, IsoDate, Ticks
from sro_desk.storage.tables import ROWS

_TEXTS: dict[type, dict[str, Any]] = {
    IsoDate: {"type": "string", "format": "date"},
    Instant: {"type": "string", "format": "date-time"},
    Digest: {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    Amount: {"type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$"},
    Ticks: {"type": "string", "pattern": "^([1-7](,[1-7])*)?$"},
}


def schema() -> dict[str, Any]:
    """The schema as a value."""
    records = {
        kind.value: {"type": "array", "items": _record(table)} for kind, table in ROWS.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Everything in a records file of sro-desk",
        "description": "records.json of `sro-desk export --everything`. The bytes of each record "
        "of `copy` lie beside it as copies/<sha256>.<ending>.",
        "type": "object",
        "required": ["what", "format", "schema_revision", "file_id", "ledger_head", "records"],
        "properties": {
            "what": {"type": "string"},
            "format": {"const": FORMAT},
            "schema_revision": {"type": "string"},
            "file_id": {"type": "string"},
            "sample": {"type": "boolean"},
            "ledger_head": _TEXTS[Digest],
            "records": {"type": "object", "properties": records, "additionalProperties": False},
        },
    }


def _record(table: type[RecordRow]) -> dict[str, Any]:
    columns = [table.__table__.columns[name] for name in ledger.written_columns(table)]
    return {
        "type": "object",
        "required": [column.name for column in columns],
        "additionalProperties": False,
        "properties": {column.name: _value(column) for column in columns},
    }


def _value(column: Any) -> dict[str, Any]:
    said = _of_type(column.type)
    if not column.nullable:
        return said
    return {"anyOf": [said, {"type": "null"}]}


def _of_type(kind: Any) -> dict[str, Any]:
    if isinstance(kind, Flag):
        return {"type": "boolean"}
    if isinstance(kind, Code):
        return {"enum": [code.value for code in kind.codes]}
    for known, said in _TEXTS.items():
        if isinstance(kind, known):
            return said
    return {"type": "integer" if kind.python_type is int else "string"}


def text() -> str:
    """The file's content."""
    return f"{json.dumps(schema(), indent=1)}\n"


if __name__ == "__main__":
    resources.path("schema", "records.schema.json").write_text(text(), "utf-8")
