"""A new file is what the migrations make; older files are migrated, newer ones left alone."""

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.storage import backup, check, files, migrate, schema
from sro_desk.storage.connection import APPLICATION_ID
from sro_desk.storage.database import Database
from tests.storage.conftest import ACTOR

RELEASED = sorted((Path(__file__).parent / "files").glob("*.srodesk"))
NEXT = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0003", "0002"
def upgrade():
    with op.batch_alter_table("school", recreate="always") as table:
        table.add_column(sa.Column("address", sa.Text, nullable=True))
    {more}
"""


def schema_of(path: Path) -> list[tuple[str, ...]]:
    """Every table, index and trigger, with blanks evened out."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    return sorted(
        (kind, name, table, " ".join((sql or "").split())) for kind, name, table, sql in rows
    )


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Pretend that this program is one revision further on."""

    def pretend(more: str = "") -> None:
        package = Path(migrate.__file__).parent / "migrations"
        shutil.copytree(package, tmp_path / "migrations")
        script = tmp_path / "migrations" / "versions" / "r0003.py"
        script.write_text(NEXT.format(more=more), "utf-8")
        monkeypatch.setattr(migrate, "SCRIPTS", str(tmp_path / "migrations"))
        monkeypatch.setattr(schema, "REVISION", "0003")

    return pretend


def test_a_new_file_is_exactly_what_the_migrations_make(db: Database, tmp_path: Path) -> None:
    migrated = tmp_path / "migrated.srodesk"
    with closing(sqlite3.connect(migrated)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("CREATE TABLE x (y)")
        connection.execute("DROP TABLE x")
        connection.commit()
    migrate.migrate(migrated)
    assert schema_of(migrated) == schema_of(db.path)
    with closing(sqlite3.connect(migrated)) as connection:
        assert schema.revision_of(connection) == schema.REVISION


def test_every_released_schema_is_kept() -> None:
    assert [file.stem for file in RELEASED][-1] == schema.REVISION


@pytest.mark.parametrize("released", RELEASED, ids=lambda file: file.stem)
def test_a_file_of_every_released_schema_opens(released: Path, path: Path) -> None:
    shutil.copy(released, path)
    database = files.open_file(path, actor=ACTOR)
    database.close()
    assert check.verify(path).faults == ()


def test_an_older_file_is_migrated_after_a_snapshot(full: Database, next_version) -> None:
    head = full.head()
    full.close()
    before = schema_of(full.path)
    next_version()
    migrate.bring_up_to_date(full.path, may_write=True)
    with closing(sqlite3.connect(full.path)) as connection:
        assert schema.revision_of(connection) == "0003"
        assert connection.execute("SELECT name, address FROM school").fetchall() == [
            ("Eagan High School", None)
        ]
    snapshot = backup.made_in(backup.default_folder(full.path))[0]
    assert snapshot.manifest.reason == backup.Reason.MIGRATION
    assert (snapshot.manifest.revision, snapshot.manifest.ledger_head) == ("0002", head)
    assert schema_of(snapshot.path) == before
    guards = {name for kind, name, *_ in schema_of(full.path) if kind == "trigger"}
    assert guards == {name for kind, name, *_ in before if kind == "trigger"}


def test_a_migration_that_fails_changes_nothing(full: Database, next_version) -> None:
    full.close()
    before = hashlib.sha256(full.path.read_bytes()).hexdigest()
    next_version('op.execute("UPDATE absent SET x = 1")')
    with pytest.raises(Exception, match="no such table: absent"):
        migrate.bring_up_to_date(full.path, may_write=True)
    assert hashlib.sha256(full.path.read_bytes()).hexdigest() == before


def test_an_older_file_that_may_only_be_read_says_so(full: Database, next_version) -> None:
    full.close()
    next_version()
    with pytest.raises(SroDeskError, match=r"older format 0002.*Open it once"):
        files.open_file(full.path, actor=ACTOR, read_only=True)


def test_a_newer_file_is_refused_by_its_version_and_untouched(full: Database, tamper) -> None:
    full.close()
    tamper("UPDATE alembic_version SET version_num = '0042'")
    before = full.path.read_bytes()
    with pytest.raises(SroDeskError, match=r"newer version .* format is 0042, .* up to 0002"):
        files.open_file(full.path, actor=ACTOR)
    assert full.path.read_bytes() == before
    assert list(full.path.parent.iterdir()) == [full.path]


def test_alembic_is_not_loaded_to_open_a_file(full: Database) -> None:
    full.close()
    program = (
        "import sys, pathlib\n"
        "from sro_desk.domain.changes import Actor\n"
        "from sro_desk.storage import files\n"
        "files.open_file(pathlib.Path(sys.argv[1]), actor=Actor('a', 'b')).close()\n"
        "assert 'alembic' not in sys.modules and 'PySide6' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program, str(full.path)], check=True)
