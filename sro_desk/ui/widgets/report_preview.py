"""The finished report on screen, or a sentence that tells why there is none yet."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sro_desk.intake.examined import PageSize
from sro_desk.services.reports.made import MadeReport
from sro_desk.ui.context import Context
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.empty_state import EmptyState
from sro_desk.ui.widgets.pages_view import PagesView

_NARROW = 94 * GAP  # pixels; where there is less, the buttons go below the name
_IN_A_ROW = {False: 4, True: 2}  # buttons; fewer where even they have little room
_MAKING = "Making the report…"


class ReportPreview(QWidget):
    """While a report is made anew, the pages of the one before stay, and its name gives way."""

    def __init__(
        self,
        context: Context,
        offered: Iterable[ActionButton],
        *,
        again: QAction,
        add_district: QAction,
        parent: QWidget | None = None,
    ) -> None:
        """`offered` is what can be done with the report."""
        super().__init__(parent)
        self.view = PagesView(context)
        self._name = QLabel()
        self._said = _MAKING
        self._making = EmptyState(context.theme, "reports", _MAKING)
        self._lacking = EmptyState(context.theme, "reports", "")
        self._trouble = EmptyState(context.theme, "warning", "The report could not be made")
        self._trouble.add_button(again)
        self._no_district = EmptyState(
            context.theme, "districts", "No districts yet",
            "Add the district that contracts for officers; its certificate summary appears here.",
        )  # fmt: skip
        self._no_district.add_button(add_district)
        self._stack = QStackedWidget()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._offered = tuple(offered)
        self._buttons = QGridLayout()
        self._lay_out()

    @property
    def words(self) -> str:
        """What stands above or in place of the pages."""
        return self._name.text() or self._said

    @property
    def shows_pages(self) -> bool:
        """Whether there are pages on screen, be they those of the report before."""
        return self._stack.currentWidget() is self.view and bool(self.view.pages)

    def show_making(self) -> None:
        """Say that the report is being made."""
        if self._stack.currentWidget() is self.view:
            self._name.setText(_MAKING)
            return
        self._show(self._making, _MAKING)

    def show_report(self, made: MadeReport, sizes: Sequence[PageSize], trouble: str = "") -> None:
        """Show the very bytes that are printed and saved, or why they cannot be shown."""
        self._name.setText(made.file_name)
        self._stack.setCurrentWidget(self.view)
        if sizes:
            self.view.show_file(made.content, made.file_name, sizes)
        else:
            self.view.show_trouble(trouble)

    def show_trouble(self, sentence: str) -> None:
        """Say why there is no report."""
        self._trouble.say("The report could not be made", sentence)
        self._show(self._trouble, sentence)

    def show_lacking(self, sentence: str) -> None:
        """Say what the report still needs to know."""
        self._lacking.say("", sentence)
        self._show(self._lacking, sentence)

    def show_no_district(self) -> None:
        """Say what to do first."""
        self._show(self._no_district, "No districts yet")

    def hasHeightForWidth(self) -> bool:
        """Takes what height there is: the pages scroll, not the page around them."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The file's name is not squeezed by the buttons."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._head.setDirection(way.TopToBottom if self.width() < _NARROW else way.LeftToRight)
        self._arrange()

    def _show(self, state: EmptyState, sentence: str) -> None:
        self._name.setText("")
        self._said = sentence
        state.setAccessibleDescription(sentence)
        self._stack.setCurrentWidget(state)

    def _arrange(self) -> None:
        wide = sum(button.sizeHint().width() + GAP for button in self._offered)
        in_a_row = _IN_A_ROW[self.width() < wide]
        for place, button in enumerate(self._offered):
            self._buttons.addWidget(button, place // in_a_row, place % in_a_row)

    def _lay_out(self) -> None:
        self._name.setProperty("role", "heading")
        self._name.setWordWrap(True)
        self._name.setMinimumWidth(12 * GAP)
        self._name.setAccessibleName("File name of the report")
        for page in (self.view, self._making, self._lacking, self._trouble, self._no_district):
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._making)
        self._buttons.setSpacing(GAP)
        self._arrange()
        beside = QHBoxLayout()
        beside.addLayout(self._buttons)
        beside.addStretch(1)
        self._head.setSpacing(GAP)
        self._head.addWidget(self._name, 1)
        self._head.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
