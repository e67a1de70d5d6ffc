"""How fast the window is painted and filled, against an empty QMainWindow of the same run."""

import os
import subprocess
import sys
import time
from statistics import median

import pytest

ROUNDS = 5
EMPTY = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.tell)

    def tell(self):
        print("painted", time.time(), flush=True)
        app.quit()

app = QApplication([])
window = Window()
window.show()
app.exec()
"""
OURS = """
import sys, time
from pathlib import Path
from sro_desk import app

def tell(what):
    print(what, time.time(), flush=True)

def begin():
    tell("painted")
    from datetime import date
    from PySide6.QtCore import QTimer
    program = app.make_program(window, today=lambda: date(2026, 11, 24))
    program.desk_opened.connect(lambda desk: watch(desk))
    looks = QTimer(window)

    def watch(desk):
        def look():
            if not desk.context.jobs.busy:
                looks.stop()
                tell("filled")
                window.close()
        looks.timeout.connect(look)
        looks.start(2)

    program.begin(Path(sys.argv[2]))

import gc; gc.disable()
application = app.make_application()
window = app.make_window(app.Preferences(Path(sys.argv[1])))
window.painted.connect(begin)
window.show()
application.exec()
"""


def times(code, *arguments, env):
    """Seconds from the start of a process to each word that it says."""
    started = time.time()
    said = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=env,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout
    return {word: float(at) - started for word, at in map(str.split, said.splitlines())}


@pytest.mark.benchmark
def test_painted_and_filled_against_an_empty_window(tmp_path, sample_file, capsys):
    file = tmp_path / "sample.srodesk"
    file.write_bytes(sample_file.read_bytes())
    env = os.environ | {"PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    empty, painted, filled = [], [], []
    for turn in range(ROUNDS + 1):
        bare = times(EMPTY, env=env)
        ours = times(OURS, tmp_path / "preferences.ini", file, env=env)
        if turn:  # the first writes the bytecode
            empty.append(bare["painted"])
            painted.append(ours["painted"])
            filled.append(ours["filled"])
    floor = median(empty)
    with capsys.disabled():
        print(f"\nempty window {1000 * floor:.0f} ms")
        print(f"painted {1000 * median(painted):.0f} ms, {median(painted) / floor:.2f} times")
        print(f"filled {1000 * median(filled):.0f} ms, {median(filled) / floor:.2f} times")
    assert len(filled) == ROUNDS
