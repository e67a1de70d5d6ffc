"""The window before it holds anything: sidebar, toolbar, menus, bars, pages to come, status line.

Imports only what is quick to import: it is painted before SQLAlchemy, the
services and the pages are loaded. `desk.Desk` brings it to life.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from sro_desk.ui.actions import COMMANDS, MENUS, TOOLS, Actions
from sro_desk.ui.file_kinds import is_spreadsheet
from sro_desk.ui.page_list import PAGES
from sro_desk.ui.preferences import Appearance, Preferences
from sro_desk.ui.theme import Theme
from sro_desk.ui.widgets.sidebar import Sidebar
from sro_desk.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:  # each name out of Qt takes its time, and these are not needed to paint
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QPaintEvent,
    )
    from PySide6.QtWidgets import QMenu

TITLE = "sro-desk"

_APPEARANCES = {
    Appearance.SYSTEM: "As the &system",
    Appearance.LIGHT: "&Light",
    Appearance.DARK: "&Dark",
}
# By number: the first name out of Qt's namespace loads all of it, a fifth of the time to the paint.
_TEXT_BESIDE_ICON = 2
_FIRST_SIZE = QSize(1280, 720)


class MainWindow(QMainWindow):
    """What is around the pages; it knows no record."""

    painted = Signal()  # once
    page_chosen = Signal(str)
    files_dropped = Signal(object)  # list of Paths
    recent_chosen = Signal(object)  # Path
    close_asked = Signal()

    def __init__(self, preferences: Preferences, theme: Theme) -> None:
        super().__init__()
        self.preferences = preferences
        self.theme = theme
        theme.setParent(self)
        self._painted = False
        self._may_close = True
        self._page_actions: list[QAction] = []
        self._page_commands = QActionGroup(self)
        self._page_commands.setExclusive(False)
        self.actions_ = Actions(theme, self)
        self.sidebar = Sidebar(theme)
        self.stack = QStackedWidget()
        self.status = StatusLine()
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self._lay_out()
        self._menus: dict[str, QMenu] = {title: self.menuBar().addMenu(title) for title in MENUS}
        self._make_toolbar()
        self._restore_size()
        self.sidebar.chosen.connect(self.page_chosen)
        self.actions_["quit"].triggered.connect(self.close)

    @property
    def page(self) -> QWidget | None:
        """The page in front."""
        return self.stack.currentWidget()

    def complete(self) -> None:
        """Make what the first paint does without: the bars above the pages, and full menus."""
        from sro_desk.ui.widgets.message_bar import MessageBar

        self.theme.follow_system()
        self.actions_.complete()
        self.status.complete()
        self.standing = MessageBar(self.theme)  # the sample, or who else has the file
        self.news = MessageBar(self.theme)  # deadlines that came closer
        self.messages = MessageBar(self.theme)
        for place, bar in enumerate((self.standing, self.news, self.messages)):
            self._column.insertWidget(place, bar)
        self._make_menus()

    def show_page(self, name: str, page: QWidget) -> None:
        """Bring a page to the front and mark it in the sidebar."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.sidebar.mark(name)

    def show_page_actions(self, actions: list[QAction]) -> None:
        """Put what only this page can do at the end of the menu Records."""
        for old in self._page_actions:
            self._menus["&Records"].removeAction(old)
        separator = QAction(self)
        separator.setSeparator(True)
        self._page_actions = [separator, *actions] if actions else []
        self._menus["&Records"].addActions(self._page_actions)

    def allow(self, *, is_open: bool, writable: bool) -> None:
        """Grey what cannot be used now."""
        self.actions_.allow(is_open=is_open, writable=writable)
        self.sidebar.setEnabled(is_open)
        self._page_commands.setEnabled(is_open)

    def name_file(self, name: str, *, sample: bool = False) -> None:
        """Show the file's name in the title."""
        marked = f"{name} (sample)" if sample else name
        self.setWindowTitle(f"{marked} – {TITLE}" if name else TITLE)

    def hold_open(self, *, hold: bool) -> None:
        """Whether closing must first be asked for with `close_asked`."""
        self._may_close = not hold

    def remember(self) -> None:
        """Keep size and place for the next start."""
        self.preferences.keep_state("window", self.saveGeometry())
        self.preferences.save()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Tell once that the window is on screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Remember size and place; an open file is backed up and closed first."""
        self.remember()
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_asked.emit()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take files anywhere on the window."""
        if self.actions_["new-certificate"].isEnabled() and _files(event):
            event.acceptProposedAction()
            self.messages.keep(_invitation(_files(event)[0]), closable=False)

    def dragLeaveEvent(self, event: "QDragLeaveEvent") -> None:
        """The file was carried away again."""
        super().dragLeaveEvent(event)
        self.messages.dismiss()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Let the dropped files wait to be entered, or look at the spreadsheet."""
        self.messages.dismiss()
        files = _files(event)
        if files:
            event.acceptProposedAction()
            # The program that dropped waits until this returns: answer first, ask then.
            QTimer.singleShot(0, lambda: self.files_dropped.emit(files))

    @Slot(object)
    def _mark_appearance(self, chosen: Appearance) -> None:
        for action in self._appearances.actions():
            action.setChecked(action.data() == chosen)

    @Slot()
    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.preferences.recent_files:
            action = self._recent.addAction(path.name)
            action.setStatusTip(str(path))
            action.triggered.connect(lambda _, path=path: self.recent_chosen.emit(path))
        if self._recent.isEmpty():
            self._recent.addAction("No file was opened yet").setEnabled(False)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.stack, 1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(self._column, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.sidebar.setEnabled(False)

    def _make_menus(self) -> None:
        self._make_page_menu()
        groups: dict[str, int] = {"&View": 0}
        for command in COMMANDS:
            menu = self._menus[command.menu]
            if groups.get(command.menu, command.group) != command.group:
                menu.addSeparator()
            groups[command.menu] = command.group
            menu.addAction(self.actions_[command.name])
            if command.name == "open":
                self._recent = menu.addMenu("Open &recent")
                self._recent.aboutToShow.connect(self._fill_recent)
                self._fill_recent()
        self._make_appearance_menu()

    def _make_page_menu(self) -> None:
        from PySide6.QtGui import QKeySequence  # its many names are not needed to paint

        for number, page in enumerate(PAGES, start=1):
            action = QAction(f"&{number} {page.title}", self)
            action.setShortcuts([QKeySequence(f"{key}+{number}") for key in ("Alt", "Ctrl")])
            action.setStatusTip(f"Go to {page.title}")
            self.theme.dress(action, page.icon)
            action.triggered.connect(lambda _, name=page.name: self._go(name))
            self._page_commands.addAction(action)
        self._page_commands.setEnabled(False)
        self._menus["&View"].addActions(self._page_commands.actions())

    def _make_appearance_menu(self) -> None:
        menu = self._menus["&View"].addMenu("&Appearance")
        group = QActionGroup(self)
        for appearance, text in _APPEARANCES.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(self.preferences.appearance is appearance)
            action.setData(appearance)
            group.addAction(action)
            action.triggered.connect(
                lambda _, appearance=appearance: self.theme.set_appearance(appearance)
            )
        self._appearances = group
        self.theme.chosen.connect(self._mark_appearance)

    def _make_toolbar(self) -> None:
        bar = QToolBar("Commands")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setProperty("toolButtonStyle", _TEXT_BESIDE_ICON)
        for name in TOOLS:
            if not name:
                bar.addSeparator()
                continue
            bar.addAction(self.actions_[name])
        self.addToolBar(bar)
        self.toolbar = bar

    def _restore_size(self) -> None:
        state = self.preferences.state("window")
        if state.isEmpty() or not self.restoreGeometry(state):
            self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize()))

    def _go(self, name: str) -> None:
        self.page_chosen.emit(name)


def _invitation(file: Path) -> str:
    if is_spreadsheet(file):
        return "Drop the spreadsheet to see what it would bring in."
    return "Drop here: the file waits in the inbox."


def _files(event: "QDropEvent") -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
