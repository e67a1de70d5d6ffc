"""The actions of the inbox: what can be done to the files of the list."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from sro_desk.ui.context import Context


class InboxActions(QObject):
    """Their keys work everywhere on the page."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.aside = self._action("&Set aside", "aside", "Ctrl+D")
        self.discard = self._action("&Discard", "discard", "Del")
        self.apart = self._action("&Take apart…", "split", "Ctrl+T")
        self.join = self._action("Put to&gether", "join", "Ctrl+J")
        self.add = self._action("&Add files…", "add", "Ctrl+Shift+O")
        self.paste = self._action("&Paste", "attach", "Ctrl+V")
        self.back = self._action("Put &back", "undo", "Ctrl+R")
        for action in (self.add, self.paste, self.apart):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            page.addAction(action)

    @property
    def of_waiting(self) -> list[QAction]:
        """What can be done while the list shows what waits."""
        return [self.aside, self.discard, self.apart, self.join, self.add, self.paste]

    @property
    def of_rows(self) -> list[QAction]:
        """What is done to the rows selected."""
        return [self.aside, self.discard, self.back, self.join]

    def allow(self, *, chosen: int, waits: bool, pages: int) -> None:
        """Grey what cannot be done to so many files, of which the one shown has `pages`."""
        write = not self._context.read_only
        self.add.setEnabled(write)
        self.paste.setEnabled(write)
        for action in (self.aside, self.discard):
            action.setEnabled(write and waits and chosen > 0)
        self.back.setEnabled(write and not waits and chosen > 0)
        self.apart.setEnabled(write and waits and chosen == 1 and pages > 1)
        self.join.setEnabled(write and waits and chosen > 1)

    def _action(self, text: str, icon: str, keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        self._context.theme.dress(action, icon)
        return action
