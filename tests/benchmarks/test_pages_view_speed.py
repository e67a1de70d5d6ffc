"""How smoothly a report of 300 pages scrolls and is searched, against drawing one page alone."""

import time
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from sro_desk.pdf.district_summary import district_summary
from sro_desk.services import records_file
from sro_desk.ui.preferences import Preferences
from sro_desk.ui.theme import Theme
from sro_desk.ui.widgets.pages_view import PagesView
from tests.pdf.conftest import officers, summary
from tests.ui.conftest import end_context, make_context

pytestmark = pytest.mark.benchmark

PAGES = 300
OFFICERS = 2_100
LONGEST_BLOCK = 50  # milliseconds
FRAME = 8  # milliseconds between two turns of the wheel: 125 a second
LONG = 120_000


@pytest.fixture(scope="module")
def content():
    return district_summary(summary(*officers(OFFICERS)))


@pytest.fixture
def db(tmp_path, agency, actor):
    with records_file.create(tmp_path / "records.srodesk", agency, actor=actor) as made:
        yield made


@pytest.fixture
def context(qapp, db, actor, tmp_path):
    preferences = Preferences(tmp_path / "preferences.ini")
    theme = Theme(preferences)
    made = make_context(db, actor, preferences, theme)
    yield made
    end_context(made, qapp)
    theme.deleteLater()


@pytest.fixture
def view(qtbot, context):
    made = PagesView(context)
    qtbot.addWidget(made)
    made.resize(860, 560)  # what a window of 1366 x 768 leaves
    made.show()
    return made


class Heart:
    """Beats every millisecond that the window is free; tells how long it was not."""

    def __init__(self):
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def listened_to(self):
        self.waited, self.worked = [], []
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start()
        yield
        self._timer.stop()

    def words(self) -> str:
        return f"{max(self.waited):.0f} ms ({max(self.worked):.0f} ms of its own work)"

    def _beat(self):
        now = time.perf_counter(), time.thread_time()
        self.waited.append(1000 * (now[0] - self._last[0]))
        self.worked.append(1000 * (now[1] - self._last[1]))
        self._last = now


def test_300_pages(qtbot, context, view, content, capsys):
    """The window's own work never takes 50 ms at a stretch; what it waited depends on the rest."""
    sizes, measuring = timed(lambda: context.worker.page_sizes(content))
    assert len(sizes) >= PAGES
    first = 1000 * until(qtbot, lambda: view.drawn, lambda: view.show_file(content, "r.pdf", sizes))
    floor = min(draw_alone(context, content, view.canvas.width_of(0)) for _ in range(5))
    heart, told = Heart(), []
    for name, work in (
        ("by the wheel", lambda: by_the_wheel(qtbot, view)),
        ("by the bar", lambda: by_the_bar(qtbot, view)),
        ("zoomed and sized", lambda: sized(qtbot, view)),
        ("searched", lambda: search(qtbot, view, "08/25/2025")),
        ("searched for a letter", lambda: search(qtbot, view, "e")),
    ):
        with heart.listened_to():
            _, seconds = timed(work)
        told.append(f"  {name}: {heart.words()} in {seconds:.1f} s, {len(heart.waited):,} beats")
        assert max(heart.worked) < LONGEST_BLOCK, name
    pictures = view._pictures.size / 1024**2
    with capsys.disabled():
        print(
            f"\n{len(sizes)} pages: sizes in {1000 * measuring:.0f} ms, the first picture in "
            f"{first:.0f} ms, {first / floor:.1f} times drawing a page alone ({floor:.0f} ms); "
            f"{pictures:.0f} MB of pictures; the longest stretch without an event:"
        )
        print("\n".join(told))


def timed(work):
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def until(qtbot, done, work) -> float:
    start = time.perf_counter()
    work()
    qtbot.waitUntil(done, timeout=LONG)
    return time.perf_counter() - start


def draw_alone(context, content, width) -> float:
    return 1000 * timed(lambda: context.worker.render(content, page=1, width=width))[1]


def by_the_wheel(qtbot, view):
    """Two notches a frame, as fast as anybody turns it, for four seconds."""
    viewport = view.canvas.viewport()
    at = QPointF(viewport.rect().center())

    def turn():
        event = QWheelEvent(
            at, QPointF(viewport.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, -240),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    _each_frame(qtbot, turn, 4_000)
    assert view.page > 20


def by_the_bar(qtbot, view):
    """From one end to the other in three seconds."""
    bar = view.canvas.verticalScrollBar()
    step = bar.maximum() * FRAME // 3_000
    bar.setValue(0)
    _each_frame(qtbot, lambda: bar.setValue(bar.value() + step), 3_500)
    assert view.page > len(view.canvas._column) - 3
    qtbot.waitUntil(lambda: view.drawn, timeout=LONG)


def sized(qtbot, view):
    for _ in range(4):
        view.tools.zoom_in.trigger()
        qtbot.wait(20)
    for width in range(860, 700, -10):
        view.resize(width, 560)
        qtbot.wait(10)
    view.tools.fit_width.trigger()
    qtbot.waitUntil(lambda: view.drawn and not view._settling.isActive(), timeout=LONG)


def search(qtbot, view, words):
    view.find_bar.open()
    view.find_bar.field.setText(words)
    qtbot.waitUntil(lambda: view.search.words != "" and view.search.busy, timeout=LONG)
    qtbot.waitUntil(lambda: not view.search.busy, timeout=LONG)
    assert int(view.search.words.split(" of ")[1].replace(",", "")) >= PAGES


def _each_frame(qtbot, work, milliseconds):
    timer = QTimer(interval=FRAME)
    timer.timeout.connect(work)
    timer.start()
    qtbot.wait(milliseconds)
    timer.stop()
