"""What the agency and this person have chosen, a section at a time."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from sro_desk.domain.changes import Changes
from sro_desk.ui.context import Context
from sro_desk.ui.settings.agency import AgencySection
from sro_desk.ui.settings.appearance import AppearanceSection
from sro_desk.ui.settings.backups import BackupsSection
from sro_desk.ui.settings.courses import CoursesSection
from sro_desk.ui.settings.policy import PolicySection
from sro_desk.ui.settings.scanning import ScanningSection
from sro_desk.ui.settings.section import Section
from sro_desk.ui.settings.this_file import ThisFileSection
from sro_desk.ui.settings.warnings import WarningsSection
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.message_bar import MessageBar

SECTIONS: tuple[type[Section], ...] = (
    AgencySection,
    PolicySection,
    CoursesSection,
    WarningsSection,
    ScanningSection,
    BackupsSection,
    AppearanceSection,
    ThisFileSection,
)
_UNSAVED = " •"  # after the name on a tab
_TITLE_FROM = 720  # pixels


class SettingsPage(QWidget):
    """A tab for each section; what is typed in one stays there until it is saved or reverted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.sections = tuple(make(context) for make in SECTIONS)
        self._stale: set[Section] = set(self.sections)
        self._title = QLabel("Settings")
        self.tabs = QTabBar()
        self.notice = MessageBar(context.theme)
        self.stack = QStackedWidget()
        self._save_action = self._action("Save changes", "Ctrl+S", "save")
        self._revert_action = self._action("Revert changes", "", "undo")
        self._next_action = self._action("Next section", "Ctrl+PgDown", "chevron-right")
        self._previous_action = self._action("Previous section", "Ctrl+PgUp", "chevron-left")
        self._lay_out()
        self._connect()
        self._show_state()

    @property
    def current(self) -> Section:
        """The section in front."""
        return self.sections[self.tabs.currentIndex()]

    def page_actions(self) -> list[QAction]:
        """What can be done here only."""
        own = [self._save_action, self._revert_action, self._next_action, self._previous_action]
        return [*own, *(action for section in self.sections for action in section.commands())]

    def show_section(self, name: str) -> None:
        """Bring a section to the front by the name on its tab."""
        names = [section.name for section in self.sections]
        self.tabs.setCurrentIndex(names.index(name))

    def unsaved_words(self) -> str:
        """What would be lost if the file were closed now; empty where nothing would."""
        names = [section.name for section in self.sections if section.unsaved]
        if not names:
            return ""
        return f"What you typed in Settings, {' and '.join(names)}, is not saved yet."

    def revert(self) -> None:
        """Give up everything that is typed and not saved."""
        for section in self.sections:
            section.revert()

    @Slot()
    def reload(self) -> None:
        """Ask for everything again; what is typed stays."""
        self._stale = set(self.sections)
        self._refresh()

    @Slot()
    def find(self) -> None:  # type: ignore[override]  # hides Qt's look-up of a window's number
        """Go to the search of the section, where it has one."""
        self.current.search()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was written meanwhile."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar names the page too: where room is short, the title goes first."""
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= _TITLE_FROM)

    @Slot(object)
    def _on_committed(self, changes: Changes) -> None:
        self._stale.update(
            section for section in self.sections if any(map(changes.touch, section.kinds))
        )
        if self.isVisible():
            self._refresh()

    @Slot(int)
    def _show_section(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self._context.preferences.keep("settings/section", self.sections[index].name)
        self._refresh()
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        """Tabs, menu and the bar tell what is not saved."""
        for index, section in enumerate(self.sections):
            mark = _UNSAVED if section.unsaved else ""
            self.tabs.setTabText(index, f"{section.name}{mark}")
        self._save_action.setEnabled(self.current.may_save)
        self._revert_action.setEnabled(self.current.unsaved)
        elsewhere = [each for each in self.sections if each.unsaved and each is not self.current]
        if not elsewhere:
            self.notice.dismiss()
            return
        names = " and ".join(section.name for section in elsewhere)
        self.notice.keep(f"What you typed under {names} is kept, and not saved yet.")
        self.notice.add_button(
            f"Show {elsewhere[0].name}", lambda: self.show_section(elsewhere[0].name)
        )

    @Slot()
    def _save(self) -> None:
        self.current.save()

    @Slot()
    def _revert(self) -> None:
        self.current.revert()

    @Slot()
    def _go_on(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % len(self.sections))

    @Slot()
    def _go_back(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() - 1) % len(self.sections))

    def _refresh(self) -> None:
        if self.current in self._stale:
            self._stale.discard(self.current)
            self.current.reload()

    def _action(self, text: str, key: str, icon: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._context.theme.dress(action, icon)
        self.addAction(action)
        return action

    def _connect(self) -> None:
        self._save_action.triggered.connect(self._save)
        self._revert_action.triggered.connect(self._revert)
        self._next_action.triggered.connect(self._go_on)
        self._previous_action.triggered.connect(self._go_back)
        self.tabs.currentChanged.connect(self._show_section)
        for section in self.sections:
            section.state_changed.connect(self._show_state)
        self._context.bus.committed.connect(self._on_committed)

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self.tabs.setAccessibleName("Sections of the settings")
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for section in self.sections:
            self.tabs.addTab(section.name)
            self.stack.addWidget(section)
        kept = self._context.preferences.text("settings/section")
        names = [section.name for section in self.sections]
        self.tabs.setCurrentIndex(names.index(kept) if kept in names else 0)
        self.stack.setCurrentIndex(self.tabs.currentIndex())
        head = QHBoxLayout()
        head.setContentsMargins(2 * GAP, GAP, 2 * GAP, 0)
        head.setSpacing(2 * GAP)
        head.addWidget(self._title)
        head.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
