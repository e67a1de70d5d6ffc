"""How fast a hundred thousand certificates are read, filtered and sorted, against bare Python."""

import sqlite3
import time
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sro_desk.domain.changes import Actor
from sro_desk.services import certificates, records_file
from sro_desk.ui.pages.certificates import CertificatesPage
from sro_desk.ui.preferences import Preferences
from sro_desk.ui.theme import Theme
from tests.big_file import make_big
from tests.ui.conftest import end_context, make_context

pytestmark = pytest.mark.benchmark

OFFICERS, EACH = 10_715, 10  # every third lacks two: a hundred thousand in all
ACTOR = Actor("bench", "bench")
KEYS = ("n", "ng", "ngu", "nguy", "nguyen", "nguyen 2026", "nguyen 202", "qqq", "", "2", "20")
AIM_KEY, AIM_SORT = 50, 100  # milliseconds
TIMES = 5


@pytest.fixture(scope="module")
def big(tmp_path_factory):
    return make_big(tmp_path_factory.mktemp("big") / "big.srodesk", OFFICERS, EACH)


@pytest.fixture
def page(qapp, qtbot, tmp_path, big):
    preferences = Preferences(tmp_path / "preferences.ini")
    theme = Theme(preferences)
    with records_file.look_into(big) as db:
        context = make_context(db, ACTOR, preferences, theme)
        made = CertificatesPage(context)
        qtbot.addWidget(made)
        made.resize(1190, 650)
        made.show()
        qtbot.waitUntil(lambda: made.model.rowCount() > 90_000, timeout=60_000)
        qtbot.waitUntil(lambda: not context.jobs.busy, timeout=60_000)
        yield made
        end_context(context, qapp)
    theme.deleteLater()


def test_reading_all(big, capsys):
    with records_file.look_into(big) as db:
        lines = certificates.all_certificates(db)
        took = best(lambda: certificates.all_certificates(db))
    floor = best(lambda: the_tuples_alone(big))
    with capsys.disabled():
        print(
            f"\nreading {len(lines):,} certificates: {took:.0f} ms, "
            f"{took / floor:.1f} times the tuples alone ({floor:.0f} ms)"
        )
    assert len(lines) > 99_000


def test_keystrokes(page, capsys):
    texts = [line.search for line in page.model.rows]
    told = []
    for order in (None, 0):
        if order is not None:
            page.table.sortByColumn(order, Qt.SortOrder.AscendingOrder)
        for typed in KEYS:
            found, painted = worst_of_keystroke(page, typed)
            floor = best(lambda typed=typed: plain_search(texts, typed.split()))
            told.append((painted, found, floor, typed, "sorted" if order is not None else ""))
    with capsys.disabled():
        print(f"\na keystroke over {len(texts):,} certificates (aim: under {AIM_KEY} ms):")
        for painted, found, floor, typed, how in told:
            print(
                f"  {typed!r:14} {how:6} found in {found:5.1f} ms, painted in {painted:5.1f} ms; "
                f"{found / floor:5.1f} times a plain search ({floor:.1f} ms)"
            )
    assert page.model.rowCount() == len(plain_search(texts, [KEYS[-1]]))


def test_sorts(page, capsys):
    rows = page.model.rows
    days = [line.completed_on.toordinal() for line in rows]
    floor = best(lambda: sorted(range(len(days)), key=days.__getitem__))
    with capsys.disabled():
        print(
            f"\na sort of {len(rows):,} certificates (aim: under {AIM_SORT} ms), "
            f"the least, whole numbers: {floor:.1f} ms"
        )
        for number, column in enumerate(page.model.columns):
            first, painted = timed_in_window(
                lambda number=number: page.table.sortByColumn(number, Qt.SortOrder.AscendingOrder)
            )
            again, _ = timed_in_window(
                lambda number=number: page.table.sortByColumn(number, Qt.SortOrder.DescendingOrder)
            )
            print(
                f"  {column.title:10} first {first:5.1f} ms (painted {painted:5.1f} ms), "
                f"the other way {again:5.1f} ms: {first / floor:4.1f} and "
                f"{again / floor:4.1f} times the least"
            )
    assert page.table.current_row is not None


def worst_of_keystroke(page, typed):
    """The slower of two, each from where the key before it left off."""
    before = page.search.text()
    taken = []
    for _ in range(2):
        type_text(page, before)
        taken.append(timed_in_window(lambda: type_text(page, typed)))
    return max(taken)


def type_text(page, typed):
    """Without the breath that the search takes after each key."""
    page.search.setText(typed)
    page.search.searched.emit(typed)


def timed_in_window(work):
    """Milliseconds until `work` returned, and until what it changed was painted."""
    began = time.perf_counter()
    work()
    done = time.perf_counter()
    QApplication.processEvents()
    painted = time.perf_counter()
    return 1000 * (done - began), 1000 * (painted - began)


def plain_search(texts, words):
    found = range(len(texts))
    for word in words:
        found = [number for number in found if word in texts[number]]
    return list(found)


def the_tuples_alone(path):
    with closing(sqlite3.connect(path)) as connection:
        for table in ("officer", "assignment", "certificate"):
            connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - our own names


def best(work):
    """Milliseconds of the quickest of a few runs."""
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - began))
    return min(taken)
