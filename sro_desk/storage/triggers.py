"""What the file itself refuses, whoever asks: deleting a record, changing the ledger or a copy."""

from sro_desk.storage.base import METADATA

_NEVER_CHANGED = ("copy", "file_info", "ledger")


def statements() -> dict[str, str]:
    """The triggers by name, as SQL of SQLite."""
    found = {f"{table}_no_delete": _refusal(table, "DELETE") for table in sorted(METADATA.tables)}
    found |= {f"{table}_no_update": _refusal(table, "UPDATE") for table in _NEVER_CHANGED}
    found["ledger_in_order"] = (
        "CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger "
        "WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM ledger) "
        "BEGIN SELECT RAISE(ABORT, 'the ledger is written in order'); END"
    )
    return found


def _refusal(table: str, verb: str) -> str:
    sentence = "a record is never deleted" if verb == "DELETE" else f"the {table} never changes"
    return (
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    )
