"""The toolbar above a shown file: its page, its size, its turn."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QIntValidator, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.page_size import Fit

_BUTTON = 28  # pixels
_NARROW = 46 * GAP  # below this the percentage gives way


class PageTools(QWidget):
    """Actions with keys and buttons; knows nothing of files."""

    page_chosen = Signal(int)  # from 0

    def __init__(self, theme: Theme, keys_of: QWidget, *, scrolled: bool = False) -> None:
        """Where all pages are `scrolled`, PgUp and PgDn do that; and none is turned round."""
        super().__init__(keys_of)
        self._theme = theme
        self._keys_of = keys_of
        key = "Ctrl+" if scrolled else ""
        self.previous = self._action("Previous page", "chevron-left", f"{key}PgUp", "Alt+Left")
        self.next = self._action("Next page", "chevron-right", f"{key}PgDown", "Alt+Right")
        self.zoom_out = self._action("Zoom out", "zoom-out", "Ctrl+-")
        self.zoom_in = self._action("Zoom in", "zoom-in", "Ctrl++", "Ctrl+=")
        self.fit_width = self._action("Fit width", "fit-width", "Ctrl+0")
        self.fit_page = self._action("Fit page", "fit-page", "Ctrl+9")
        self.rotate_left = self._action("Rotate left", "rotate-left", "Shift+R")
        self.rotate_right = self._action("Rotate right", "rotate", "R")
        self._field = QLineEdit()
        self._pages = 0
        self._page = 0
        self._of = QLabel()
        self._percent = QLabel()
        self._lay_out(turns=not scrolled)
        self.show_pages(0, None)
        self._field.editingFinished.connect(self._choose)

    @property
    def words(self) -> str:
        """Where one is: "Page 2 of 7"."""
        return f"Page {self._page + 1} {self._of.text()}" if self._pages else ""

    def show_pages(self, page: int, pages: int | None) -> None:
        """Show the page (from 0) of so many; without pages nothing can be pressed."""
        self._page, self._pages = page, pages or 0
        self._field.setText(str(page + 1) if pages else "")
        self._of.setText(f"of {pages:,}" if pages else "of –")
        self._field.setEnabled(bool(pages) and pages != 1)
        self.previous.setEnabled(bool(pages) and page > 0)
        self.next.setEnabled(bool(pages) and page + 1 < (pages or 0))
        for action in (self.zoom_in, self.zoom_out, self.fit_width, self.fit_page,
                       self.rotate_left, self.rotate_right):  # fmt: skip
            action.setEnabled(bool(pages))
        if not pages:
            self._percent.setText("")

    def show_zoom(self, factor: float, fit: Fit) -> None:
        """Show the percentage, and which fit is in force."""
        self._percent.setText(f"{factor * 100:.0f} %")
        self.fit_width.setChecked(fit is Fit.WIDTH)
        self.fit_page.setChecked(fit is Fit.PAGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is not needed where there is little room."""
        super().resizeEvent(event)
        self._percent.setVisible(event.size().width() >= _NARROW)

    def _action(self, text: str, icon: str, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shown = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text} ({shown})")
        self._theme.dress(action, icon)
        self._keys_of.addAction(action)
        return action

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setFixedSize(_BUTTON, _BUTTON)
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self, *, turns: bool) -> None:
        self.fit_width.setCheckable(True)
        self.fit_page.setCheckable(True)
        self._field.setValidator(QIntValidator(1, 999_999, self._field))
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.setFixedWidth(6 * GAP)
        self._field.setAccessibleName("Page number")
        self._percent.setMinimumWidth(5 * GAP)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setProperty("role", "muted")
        self._percent.setAccessibleName("Zoom")
        self._of.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._button(self.previous))
        row.addSpacing(GAP // 2)
        row.addWidget(QLabel("Page"))
        row.addSpacing(GAP // 2)
        row.addWidget(self._field)
        row.addSpacing(GAP // 2)
        row.addWidget(self._of)
        row.addSpacing(GAP // 2)
        row.addWidget(self._button(self.next))
        row.addStretch()
        row.addWidget(self._button(self.zoom_out))
        row.addWidget(self._percent)
        for action in (self.zoom_in, self.fit_width, self.fit_page):
            row.addWidget(self._button(action))
        row.addStretch()
        for action in (self.rotate_left, self.rotate_right):
            action.setVisible(turns)
            if turns:
                row.addWidget(self._button(action))

    @Slot()
    def _choose(self) -> None:
        """Go to the page typed, or to the nearest there is."""
        typed = self._field.text()
        if not self._pages or not typed:
            return
        page = min(max(int(typed), 1), self._pages) - 1
        self._field.setText(str(page + 1))
        if page != self._page:
            self.page_chosen.emit(page)
