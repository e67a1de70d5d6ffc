"""A picture of every page and dialog, light and dark, taken of the real window at work."""

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QTabBar, QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.services.reports import making
from sro_desk.ui import screen_dialogs
from sro_desk.ui.desk import Desk
from sro_desk.ui.main_window import MainWindow
from sro_desk.ui.page_list import PAGES
from sro_desk.ui.preferences import Appearance
from sro_desk.ui.program import Program
from sro_desk.ui.screen_dialogs import Cast

SIZE = QSize(1366, 768)
_QUIET = 0.4  # seconds without any answer awaited
_AT_MOST = 30.0  # seconds for one picture

Begin = Callable[[Path], tuple[MainWindow, Program]]
Done = Callable[[], bool]
_WORD = re.compile(r"[a-z]+")


def take(file: Path, into: Path, *, begin: Begin) -> None:
    """Save the pictures into the folder `into`.

    They are taken of a copy of `file`, in a window of its own that `begin`
    makes with preferences in the folder it is given: nothing of the person's
    is touched. SroDeskError where a picture cannot be written.
    """
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_written(into, error.strerror) from error
    qInstallMessageHandler(_tell)
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        with tempfile.TemporaryDirectory(prefix="sro-desk-screens-") as folder:
            window, program = begin(Path(folder))
            window.theme.set_appearance(appearance)
            window.resize(SIZE)
            window.show()
            _take_all(_Camera(window, into, appearance), program, Path(shutil.copy(file, folder)))


def _tell(_kind: QtMsgType, _where: QMessageLogContext, words: str | None) -> None:
    """What Qt has to say, but for what it lacks without a display and says at every window."""
    if words and not words.startswith("This plugin does not support "):
        sys.stderr.write(f"{words}\n")


def _take_all(camera: "_Camera", program: Program, file: Path) -> None:
    camera.take("00-welcome", program.welcome)
    with _opened(camera.window, program, file) as desk:
        camera.follow(desk)
        cast = screen_dialogs.cast(desk.database, desk.context.today(), file.parent)
        _take_pages(camera, desk, cast)
        _take_dialogs(camera, desk, cast)


class _Camera:
    """Waits until what is shown is complete, and saves its picture."""

    def __init__(self, window: MainWindow, into: Path, appearance: Appearance) -> None:
        self.window = window
        self._into = into
        self._appearance = appearance
        self._desk: Desk | None = None

    def follow(self, desk: Desk) -> None:
        """Wait for the answers of an open file from now on."""
        self._desk = desk

    def settle(self) -> None:
        """Go on until nothing is awaited any more."""
        jobs = None if self._desk is None else self._desk.context.jobs
        _wait(lambda: jobs is None or not jobs.busy, quiet=_QUIET)

    def take(self, name: str, show: Callable[[], object], of: QWidget | None = None) -> None:
        """Show something, wait until it is complete, and save it."""
        show()
        self.settle()
        path = self._into / f"{name}-{self._appearance.value}.png"
        if not (of or self.window).grab().save(str(path)):
            raise _not_written(path, None)


def _take_pages(camera: _Camera, desk: Desk, cast: Cast) -> None:
    shown: dict[str, Callable[[], object]] = {
        "officers": lambda: desk.context.navigator.show_officer(cast.substitute.officer.id),
        "certificates": lambda: desk.context.navigator.show_certificate(cast.certificate.id),
        "inbox": lambda: desk.context.navigator.receive([cast.scan]),
    }
    for number, page in enumerate(PAGES, start=1):
        desk.show_page(page.name)
        camera.take(f"{number:02}-{page.name}", shown.get(page.name, camera.settle))
        camera.window.news.dismiss()  # as a person does who has read it
        for name, show in _further_tabs(desk.pages[page.name]):
            camera.take(f"{number:02}-{page.name}-{name}", show)
        if page.name == "reports":
            _take_reports(camera, desk, f"{number:02}-{page.name}")


def _take_reports(camera: _Camera, desk: Desk, prefix: str) -> None:
    for name in making.MAKERS:
        show = partial(desk.context.navigator.open_report, name.value)
        camera.take(f"{prefix}-{name.value}", show)


def _take_dialogs(camera: _Camera, desk: Desk, cast: Cast) -> None:
    desk.show_page(PAGES[0].name)
    camera.settle()
    for name, make in screen_dialogs.DIALOGS.items():
        dialog = make(desk.context, cast)
        camera.take(f"dialog-{name}", dialog.show, dialog)
        _put_away(dialog)


def _further_tabs(page: QWidget) -> Iterator[tuple[str, Callable[[], object]]]:
    """What a page shows on its tabs but the first."""
    for tabs in page.findChildren(QTabBar):
        for place in range(1, tabs.count()):
            name = "-".join(_WORD.findall(tabs.tabText(place).casefold()))
            yield name, partial(tabs.setCurrentIndex, place)


def _put_away(dialog: QDialog) -> None:
    dialog.done(QDialog.DialogCode.Rejected)
    dialog.deleteLater()


@contextmanager
def _opened(window: MainWindow, program: Program, file: Path) -> Iterator[Desk]:
    program.open(file)
    _wait(lambda: program.desk is not None)
    desk = program.desk
    if desk is None:
        raise SroDeskError(f"{file.name} could not be opened for its pictures.")
    try:
        yield desk
    finally:
        window.close()
        _wait(lambda: not window.isVisible())
        program.close()


def _wait(done: Done, *, quiet: float = 0.0) -> None:
    """Let the window work until `done` has held for `quiet` seconds, or too long has passed."""
    since = start = time.monotonic()
    while time.monotonic() - start < _AT_MOST:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if not done():
            since = time.monotonic()
        elif time.monotonic() - since >= quiet:
            return
        time.sleep(0.005)


def _not_written(path: Path, why: str | None) -> SroDeskError:
    because = f" ({why})" if why else ""
    return SroDeskError(
        f"The picture {path} could not be written{because}. Choose another folder, or make room."
    )
