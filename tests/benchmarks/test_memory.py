"""How much memory the window takes with the sample open, against an empty QMainWindow."""

import os
import subprocess
import sys

import pytest

from sro_desk.ui.page_list import PAGES

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc"),
]
TELL = """
def tell():
    with open("/proc/self/status") as file:
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in file if line[:5] == "VmRSS"}
    print(sizes["VmRSS"] * 1024, flush=True)
"""
EMPTY = f"""{TELL}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(300, lambda: (tell(), window.close()))
app.exec()
"""
OURS = f"""{TELL}
import sys
from datetime import date
from pathlib import Path
from sro_desk import app  # before Qt, as the program does: Qt's own import hook takes 20 MB
from PySide6.QtCore import QTimer

application = app.make_application()
window = app.make_window(app.Preferences(Path(sys.argv[1])))

def begin():
    program = app.make_program(window, today=lambda: date(2026, 11, 24))
    program.desk_opened.connect(watch)
    program.begin(Path(sys.argv[2]))

def watch(desk):
    pages = list(sys.argv[3:])

    def look():
        if desk.context.jobs.busy:
            return
        tell()
        if not pages:
            looks.stop()
            window.close()
            return
        desk.show_page(pages.pop(0))

    looks = QTimer(window)
    looks.timeout.connect(look)
    looks.start(300)

window.painted.connect(begin)
window.show()
application.exec()
"""


def sizes(code, *arguments):
    """What a process says that it takes, in MB, each time that it has settled."""
    said = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout
    return [int(size) / 1e6 for size in said.split()]


def test_memory_with_the_sample_open(tmp_path, sample_file):
    file = tmp_path / "sample.srodesk"
    file.write_bytes(sample_file.read_bytes())
    floor = sizes(EMPTY)[0]
    names = [entry.name for entry in PAGES]
    home, *more = sizes(OURS, tmp_path / "preferences.ini", file, *names)
    print(f"\nempty window {floor:.0f} MB; ", end="")
    print(f"with the sample open {home:.0f} MB (130 allowed), {home / floor:.2f} times; ", end="")
    pages = zip(names, more, strict=True)
    print("then, page by page:", ", ".join(f"{name} {size:.0f}" for name, size in pages))
