"""Garbage is collected in the window's thread alone."""

import gc
import threading

import pytest

from sro_desk.ui.collecting import Collector


class Mortal:
    """Garbage that only the collector finds, and that says where it dies."""

    def __init__(self, died: list[threading.Thread]) -> None:
        self.itself = self
        self._died = died

    def __del__(self) -> None:
        self._died.append(threading.current_thread())


def work_elsewhere() -> None:
    """As many new objects in another thread as make Python collect several times."""
    other = threading.Thread(target=lambda: [[] for _ in range(300_000)])
    other.start()
    other.join()


@pytest.mark.usefixtures("qapp")
def test_nothing_dies_in_another_thread():
    collector = Collector()
    died = []
    Mortal(died)
    work_elsewhere()
    assert died == []
    for _ in range(30):
        collector.collect()
        list(map(list, [()] * 2_000))  # so that something is due again
    gc.collect()
    assert died == [threading.main_thread()]


def test_python_alone_would_let_it_die_there():
    """The test above can fail: this is what it guards against."""
    died = []
    Mortal(died)
    gc.enable()
    try:
        work_elsewhere()
    finally:
        gc.disable()
    assert died
    assert died[0] is not threading.main_thread()


def test_it_collects_by_itself(qtbot):
    died = []
    collector = Collector()
    collector._timer.setInterval(1)
    Mortal(died)
    kept = [[] for _ in range(5_000)]
    qtbot.waitUntil(lambda: bool(died), timeout=20_000)
    assert died == [threading.main_thread()]
    assert kept
