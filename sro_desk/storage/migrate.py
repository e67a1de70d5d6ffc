"""Brings an older records file up to date, after a snapshot; leaves a newer one alone.

The revision is read with plain SQL: alembic is loaded only when there is
something to migrate, for it would double the start.
"""

import importlib
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

from sro_desk import __version__
from sro_desk.domain.errors import SroDeskError
from sro_desk.storage import backup, schema, triggers
from sro_desk.storage.connection import connect

SCRIPTS = "sro_desk.storage:migrations"  # as alembic names a folder inside a package


def bring_up_to_date(path: Path, *, may_write: bool) -> None:
    """Migrate the file if it is older than this program; refuse it if it is newer."""
    with closing(connect(path)) as connection:
        found = schema.revision_of(connection)
    if found == schema.REVISION:
        return
    if found > schema.REVISION:
        raise SroDeskError(
            f"{path.name} was written by a newer version of sro-desk: its format is {found}, and "
            f"sro-desk {__version__} knows up to {schema.REVISION}. Update sro-desk, then open it "
            "again. Nothing in the file was changed."
        )
    if not found:
        raise SroDeskError(
            f"{path.name} does not say which format it has, so it is damaged. Restore a backup."
        )
    if not may_write:
        raise SroDeskError(
            f"{path.name} has the older format {found}, and cannot be brought up to date while it "
            "may only be read. Open it once where it can be written."
        )
    backup.make(path, backup.default_folder(path), reason=backup.Reason.MIGRATION)
    migrate(path)


def migrate(path: Path) -> None:
    """Run every migration that is missing, as one transaction."""
    engine = create_engine("sqlite://", creator=lambda: _connect(path), poolclass=NullPool)
    event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        _drop_guards(connection)
        _upgrade(connection)
        for statement in triggers.statements().values():
            connection.exec_driver_sql(statement)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise SroDeskError(
                f"{path.name} could not be brought up to date: a record refers to one that is not "
                "there. Nothing was changed; run sro-desk verify on it."
            )


def _connect(path: Path) -> sqlite3.Connection:
    connection = connect(path)
    connection.execute("PRAGMA foreign_keys=OFF")  # tables are rebuilt; checked before the commit
    return connection


def _drop_guards(connection: Connection) -> None:
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for name in connection.exec_driver_sql(query).scalars().all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def _upgrade(connection: Connection) -> None:
    config = importlib.import_module("alembic.config").Config()
    config.set_main_option("script_location", SCRIPTS)
    config.attributes["connection"] = connection
    importlib.import_module("alembic.command").upgrade(config, "head")
