"""What tests of the window share: a real file, real threads; nothing modal, nothing left behind."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QMessageBox

from sro_desk.intake.worker import Worker
from sro_desk.services import records_file
from sro_desk.ui.change_bus import ChangeBus
from sro_desk.ui.context import Context
from sro_desk.ui.inbox_watch import InboxWatch
from sro_desk.ui.jobs import Jobs
from sro_desk.ui.navigator import Navigator
from sro_desk.ui.preferences import Preferences
from sro_desk.ui.theme import Theme
from tests.conftest import TODAY


@pytest.fixture(autouse=True)
def _nothing_modal(monkeypatch):
    """A modal dialog would wait for a person forever: reaching one fails the test at once."""

    def refuse(dialog, *_):
        pytest.fail(f"reached a modal dialog: {getattr(dialog, 'windowTitle', str)()}")

    for kind in (QDialog, QMessageBox, QFileDialog, QMenu):
        monkeypatch.setattr(kind, "exec", refuse)
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, name=name: pytest.fail(f"reached {name}"))


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """A thread that a test started and did not end fails it."""
    before = set(threading.enumerate())
    yield
    left = [each for each in threading.enumerate() if each not in before and each.is_alive()]
    assert not left, f"left behind: {left}"


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "preferences.ini")


@pytest.fixture
def theme(qapp, preferences):  # noqa: ARG001 - pictures need the application
    theme = Theme(preferences)
    yield theme
    theme.deleteLater()


@pytest.fixture
def db(tmp_path, agency, actor):
    database = records_file.create(tmp_path / "records.srodesk", agency, actor=actor)
    yield database
    database.close()


@pytest.fixture
def context(qapp, db, actor, preferences, theme):
    """An open records file as a page is handed it; its jobs and worker end with the test."""
    made = make_context(db, actor, preferences, theme)
    yield made
    end_context(made, qapp)


@pytest.fixture
def sample_db(tmp_path, sample_file, actor):
    copy = tmp_path / "sample.srodesk"
    copy.write_bytes(sample_file.read_bytes())
    database = records_file.open_file(copy, actor=actor)
    yield database
    database.close()


@pytest.fixture
def sample_context(qapp, sample_db, actor, preferences, theme):
    """The same with the sample agency, which has one of everything."""
    made = make_context(sample_db, actor, preferences, theme)
    yield made
    end_context(made, qapp)


def make_context(database, actor, preferences, theme):
    bus = ChangeBus()
    database.listeners.append(bus.tell)
    jobs = Jobs(database)
    jobs.bug.connect(_raise)
    return Context(
        jobs=jobs,
        bus=bus,
        actor=actor,
        today=lambda: TODAY,
        preferences=preferences,
        navigator=Navigator(),
        theme=theme,
        worker=Worker(),
        inbox=InboxWatch(database.path, jobs, preferences),
        read_only=database.read_only,
    )


def end_context(made, qapp):
    made.inbox.close()
    made.jobs.close()
    made.worker.close()
    qapp.processEvents()


def _raise(error):
    """pytest-qt fails the test in which a slot raised."""
    raise error
