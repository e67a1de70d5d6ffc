"""How long an audit binder of 300 officers takes, without copies, and how it grows."""

import time
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pytest

from sro_desk.domain.changes import Actor
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.pdf.audit_binder import audit_binder
from sro_desk.services import records_file
from sro_desk.services.reports import binder_zip, making
from tests.big_file import make_big
from tests.pdf.conftest import full_audit, full_officer, pages_of, year_log

pytestmark = pytest.mark.benchmark


def officers(count: int):
    """Every third is a substitute whose contact days are a calendar."""
    made = (full_officer(f"Erik Olson {n}") for n in range(count))
    return [replace(each, log=year_log(40) if n % 3 == 0 else None) for n, each in enumerate(made)]


@pytest.mark.parametrize(
    ("count", "entries"), [(30, 500), (300, 5_000), (300, 20_000), (1_000, 20_000)]
)
def test_a_binder(count, entries):
    facts = full_audit(*officers(count), entries=entries)
    start = time.perf_counter()
    made = audit_binder(facts)
    taken = time.perf_counter() - start
    print(f"\n{count:,} officers, {entries:,} entries: {taken:.2f} s", end="; ")
    print(f"{len(pages_of(made)):,} pages, {len(made) / 1e6:.1f} MB (20 s allowed for 300)")


def test_a_binder_from_the_file(tmp_path):
    """Gathered and drawn, alone and into a ZIP with the copies."""
    file = make_big(tmp_path / "big.srodesk", 300, 9)
    today = date(2026, 11, 24)
    asked = Asked(report=ReportName.AUDIT, on=today)
    with records_file.open_file(file, actor=Actor(account="bench", host="bench")) as db:
        start = time.perf_counter()
        made = making.make_alone(db, asked, made_on=today)
        taken = time.perf_counter() - start
        print(
            f"\n300 officers of a file: {taken:.2f} s, {len(made.content) / 1e6:.1f} MB", end="; "
        )
        start = time.perf_counter()
        path = binder_zip.save_alone(db, asked, tmp_path / "binder.zip", made_on=today)
        taken = time.perf_counter() - start
    with ZipFile(path) as archive:
        copies = sum(name.startswith("copies/") for name in archive.namelist())
    print(f"its ZIP with {copies} copies {taken:.2f} s, {path.stat().st_size / 1e6:.1f} MB")
