"""How long the home page and its answer take, against the floor of the driver's own tuples."""

import sqlite3
import time
from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from sro_desk.domain.changes import Actor
from sro_desk.services import certificates, findings, records_file
from sro_desk.ui.pages.deadlines import DeadlinesPage
from sro_desk.ui.preferences import Preferences
from sro_desk.ui.theme import Theme
from tests.big_file import make_big
from tests.ui.conftest import end_context, make_context

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


@pytest.mark.parametrize(("officers", "aim"), [(1_000, 0.3), (11_000, 1.5)])
def test_home_page(qapp, tmp_path, officers, aim):
    """From the open file to the rows on screen; the page's own code is loaded before."""
    path = make_big(tmp_path / "big.srodesk", officers, 10)
    floor = best_of(3, lambda: read_all_tuples(path))
    preferences = Preferences(tmp_path / "preferences.ini")
    theme = Theme(preferences)
    with records_file.look_into(path) as db:
        context = make_context(db, Actor("bench", "bench"), preferences, theme)
        took, page = timed(lambda: shown_home_page(context))
        end_context(context, qapp)
    tell(f"home page of {officers:,} shown (aim: {aim} s)", took, floor)
    assert page.model.rowCount() == officers
    page.deleteLater()
    theme.deleteLater()


def shown_home_page(context):
    page = DeadlinesPage(context)
    page.resize(1190, 650)
    page.show()
    while context.jobs.busy or not page.model.rowCount():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()  # paints
    return page


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
