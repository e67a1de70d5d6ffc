"""The door from the window to the services."""

import sys
import threading
import time

from PySide6.QtCore import QObject

from sro_desk.services import officers
from sro_desk.ui.jobs import Jobs


def test_what_is_asked_after_the_end_goes_unanswered(qtbot, context):
    answers = []
    context.jobs.ask(context.bus, officers.all_officers, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 1)
    context.jobs.close()
    context.jobs.ask(context.bus, officers.all_officers, answers.append)
    context.jobs.look(context.bus, lambda: 1, answers.append)
    context.jobs.start(context.bus, "Long work", lambda *_: 1, answers.append)
    assert not context.jobs.busy
    assert len(answers) == 1


def test_no_other_thread_lets_go_of_an_owner_last(qtbot, db):
    """A widget that dies on a working thread takes the program with it."""
    ended = []

    class Owner(QObject):
        def __del__(self):
            ended.append(threading.current_thread())

        def take(self, _):
            """An answer whose receiver keeps the owner alive."""

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # threads take turns at every step
    jobs = Jobs(db)
    for line in (jobs.ask, lambda *call: jobs.start(call[0], "Work", *call[1:])):
        for _ in range(200):
            owner = Owner()
            line(owner, lambda *_: time.sleep(0.001), owner.take)
            del owner
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)
    qtbot.waitUntil(lambda: len(ended) == 400, timeout=20_000)
    jobs.close()
    sys.setswitchinterval(before)
    assert set(ended) == {threading.main_thread()}
