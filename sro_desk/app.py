"""The composition root of the window: made and painted first, then filled."""

import sro_desk.ui.plain_import  # noqa: F401 - first: Qt slows every later import

# isort: split
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from sro_desk import __version__
from sro_desk.domain.errors import SroDeskError
from sro_desk.ui.main_window import TITLE, MainWindow
from sro_desk.ui.preferences import Preferences
from sro_desk.ui.theme import Theme

if TYPE_CHECKING:  # comes after the first paint
    from datetime import date

    from sro_desk.ui.program import Program


_FILLED_BY = 3_000  # milliseconds after the first paint


def run(file: Path | None) -> int:
    """Show the window and work in it until it is closed."""
    gc.disable()  # until the window is filled: collecting while importing is a fifth of the time
    app = make_application()
    try:
        preferences = Preferences.of_this_person()
    except SroDeskError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    window = make_window(preferences)
    window.painted.connect(lambda: _begin(window, file))
    window.show()
    return app.exec()


def make_application() -> QApplication:
    """The one Qt application of this process."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([TITLE, "-style", "fusion"])  # in code it would load all of QStyle
    app.setApplicationName(TITLE)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(TITLE)
    return app


def make_window(preferences: Preferences) -> MainWindow:
    """The window as it is painted first: around nothing yet."""
    return MainWindow(preferences, Theme(preferences))


def make_program(window: MainWindow, *, today: "Callable[[], date]") -> "Program":
    """What opens files in the window; brings along what the first paint did without."""
    from sro_desk.ui.program import Program

    window.complete()
    return Program(window, today=today)


def take_screens(file: Path, into: Path, *, today: "date") -> None:
    """Save a picture of every page and dialog, light and dark, of the window on `file`."""
    from sro_desk.ui import screens  # the pages and dialogs, which the window makes when asked
    from sro_desk.ui.collecting import Collector

    def begin(folder: Path) -> tuple[MainWindow, "Program"]:
        window = make_window(Preferences(folder / "preferences.ini"))
        Collector(window)
        return window, make_program(window, today=lambda: today)

    make_application()
    screens.take(file, into, begin=begin)


def _begin(window: MainWindow, file: Path | None) -> None:
    from sro_desk.services import clock
    from sro_desk.ui.collecting import Collector

    Collector(window, after=_FILLED_BY)
    make_program(window, today=clock.today).begin(file)
