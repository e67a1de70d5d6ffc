"""How long the home page's answer takes, against the floor of the driver's own tuples."""

import sqlite3
import time
from contextlib import closing
from datetime import date

import pytest

from sro_desk.services import certificates, findings, records_file
from tests.big_file import make_big

pytestmark = pytest.mark.benchmark

ON = date(2026, 11, 24)
TABLES = ("officer", "assignment", "certificate", "contact_day", "policy_review", "contract")


@pytest.mark.parametrize("officers", [1_000, 11_000])
def test_overview(tmp_path, officers):
    path = make_big(tmp_path / "big.srodesk", officers, 10)
    floor = best_of(3, lambda: read_all_tuples(path))
    with records_file.look_into(path) as db:
        first, shown = timed(lambda: findings.overview(db, ON))
        overview = best_of(3, lambda: findings.overview(db, ON))
        lines = best_of(3, lambda: certificates.all_certificates(db))
    tell(f"overview of {officers:,}, the first", first, floor)
    tell(f"overview of {officers:,}, again", overview, floor)
    tell(f"all certificates of {officers:,}", lines, floor)
    assert len(shown.rows) == officers
    assert sum(shown.counts.values()) == officers


def read_all_tuples(path):
    with closing(sqlite3.connect(path)) as connection:
        for table in TABLES:
            connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - our own names


def timed(work):
    began = time.perf_counter()
    answer = work()
    return time.perf_counter() - began, answer


def best_of(times, work):
    return min(timed(work)[0] for _ in range(times))


def tell(what, seconds, floor):
    print(f"{what}: {seconds:.3f} s, {seconds / floor:.1f} times the tuples alone ({floor:.3f} s)")
