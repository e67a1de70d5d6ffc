"""How fast five thousand rows are seen, stored, stopped and undone, against floors of this run."""

import json
import sqlite3
import time
from contextlib import closing

import pytest

from sro_desk.domain.changes import Actor
from sro_desk.domain.errors import Cancelled
from sro_desk.domain.records import Agency
from sro_desk.services import history, officers, records_file
from sro_desk.services.spreadsheets import choosing, importing
from tests.intake import workbooks

pytestmark = pytest.mark.benchmark

ROWS = 5_000
ACTOR = Actor("bench", "bench")
AGENCY = Agency(name="B", chief="", chief_title="", ori="", address="", phone="", email="")
HEADINGS = ["Name", "Badge", "Rank", "POST license", "E-mail", "Hire date"]
AIM_PREVIEW, AIM_IMPORT, AIM_STOP = 3.0, 5.0, 0.5  # seconds


@pytest.fixture
def book(tmp_path):
    rows = [
        [f"Family{n}, Given{n % 70}", str(n), "Officer", f"L{n}", f"o{n}@x.example", "3/14/2020"]
        for n in range(ROWS)
    ]
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbooks.xlsx(("Officers", [HEADINGS, *rows])))
    return path


@pytest.fixture
def db(tmp_path):
    with records_file.create(tmp_path / "records.srodesk", AGENCY, actor=ACTOR) as database:
        yield database


def test_five_thousand_rows(db, book, tmp_path, capsys):
    seen, planned = timed(lambda: importing.preview(db, parts_of(book)))
    stopped = stop_late(db, planned)
    assert officers.all_officers(db) == ()
    stored, imported = timed(lambda: importing.store(db, planned, actor=ACTOR))
    again, same = timed(lambda: importing.preview(db, planned.parts))
    undone, _ = timed(lambda: history.undo(db, imported.write, actor=ACTOR))
    texts = [json.dumps(dict(row.texts)) for row in planned.rows]
    cells, _ = timed(lambda: [json.loads(text) for text in texts])
    bare, _ = timed(lambda: plain_inserts(tmp_path / "bare.sqlite", texts))
    with capsys.disabled():
        print(
            f"\n{ROWS:,} rows of an XLSX: read and previewed in {seen:.2f} s (aim {AIM_PREVIEW}), "
            f"{seen / cells:.0f} times parsing its cells from JSON ({1000 * cells:.0f} ms)\n"
            f"imported in {stored:.2f} s (aim {AIM_IMPORT}) with backup and ledger, "
            f"{stored / bare:.0f} times the rows and entries inserted bare ({1000 * bare:.0f} ms)\n"
            f"Stop answered in {stopped:.2f} s at the most (aim {AIM_STOP}); "
            f"previewed again in {again:.2f} s; undone in {undone:.2f} s"
        )
    assert len(planned.steps) == ROWS
    assert same.steps == ()
    assert officers.all_officers(db) == ()


def parts_of(book):
    return choosing.parts_of(choosing.open_file(book))


def stop_late(db, planned):
    """The longest time between two reports, which is how long Stop may take, and its roll back."""
    longest, last, started = 0.0, time.perf_counter(), 0.0

    def report(done, total):
        nonlocal longest, last, started
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        if total == ROWS and done >= ROWS - 100:
            started = now
            raise Cancelled

    with pytest.raises(Cancelled):
        importing.store(db, planned, actor=ACTOR, report=report)
    return max(longest, time.perf_counter() - started)


def plain_inserts(path, texts):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE officer (id INTEGER PRIMARY KEY, row TEXT)")
        connection.execute("CREATE TABLE ledger (id INTEGER PRIMARY KEY, row TEXT)")
        for table in ("officer", "ledger"):
            sql = f"INSERT INTO {table} (row) VALUES (?)"  # noqa: S608 - our own names
            connection.executemany(sql, [(text,) for text in texts])
        connection.commit()


def timed(work):
    start = time.perf_counter()
    value = work()
    return time.perf_counter() - start, value
