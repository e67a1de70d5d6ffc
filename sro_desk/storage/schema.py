"""The newest schema, laid down in a new file at once instead of by every migration."""

import sqlite3

REVISION = "0002"  # the newest in migrations/versions


def lay_down(connection: sqlite3.Connection) -> None:
    """Create every table, index and trigger in an empty file, and note the revision."""
    for statement in statements():
        connection.execute(statement)
    connection.execute("INSERT INTO alembic_version VALUES (?)", (REVISION,))


def statements() -> list[str]:
    """The DDL in the order it is run."""
    from sro_desk.storage import ddl  # SQLAlchemy, which opening a file does without

    return ddl.statements()


def parts_expected() -> dict[str, str]:
    """Every table, index and trigger of the newest schema by kind and name, blanks evened out."""
    found = (_even(statement) for statement in statements())
    return {" ".join(sql.split(" ", 3)[1:3]).lower(): sql for sql in found}


def parts_of(connection: sqlite3.Connection) -> dict[str, str]:
    """The same of a file, without what SQLite keeps for itself."""
    query = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%'"
    rows = connection.execute(query).fetchall()
    return {f"{kind} {name}": _even(sql or "") for kind, name, sql in rows}


def revision_of(connection: sqlite3.Connection) -> str:
    """The revision a file is at, asked with plain SQL; empty where it has none."""
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            raise
        return ""
    return "" if row is None else str(row[0])


def _even(sql: str) -> str:
    return " ".join(sql.split()).replace("( ", "(").replace(" )", ")")
