"""The composition root of the window: made and painted first, then filled."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

import sro_desk.ui.plain_import  # noqa: F401 - before Qt slows every later import
from sro_desk import __version__
from sro_desk.domain.errors import SroDeskError
from sro_desk.services import clock
from sro_desk.ui import errors
from sro_desk.ui.main_window import TITLE, MainWindow
from sro_desk.ui.preferences import Preferences
from sro_desk.ui.program import Program
from sro_desk.ui.theme import Theme


def run(file: Path | None) -> int:
    """Show the window and work in it until it is closed."""
    app = make_application()
    errors.start_log()
    try:
        preferences = Preferences.of_this_person()
    except SroDeskError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    window, program = make_window(preferences, today=clock.today)
    window.painted.connect(lambda: program.begin(file))
    window.show()
    code = app.exec()
    program.close()
    return code


def make_application() -> QApplication:
    """The one Qt application of this process."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([TITLE])
    app.setApplicationName(TITLE)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(TITLE)
    return app


def make_window(
    preferences: Preferences, *, today: Callable[[], date]
) -> tuple[MainWindow, Program]:
    """The window, and what opens files in it."""
    theme = Theme(preferences)
    window = MainWindow(preferences, theme)
    theme.setParent(window)
    return window, Program(window, preferences, theme, today=today)


def take_screens(file: Path, into: Path, *, today: date) -> None:
    """Save a picture of every page and dialog, light and dark, of the window on `file`."""
    from sro_desk.ui import screens  # the pages and dialogs, which the window makes when asked

    screens.take(file, into, today=today)
