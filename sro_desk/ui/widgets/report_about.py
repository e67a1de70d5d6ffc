"""What can be told of a finished report beside its pages: from what it was made, and how."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QWidget

from sro_desk.domain.reports import may_leave
from sro_desk.services.reports.made import MadeReport
from sro_desk.ui.theme import GAP, Theme

_HEAD_SHOWN = 12  # of 64 digits; the tooltip and the clipboard have them all
_NONE = "–"
_TOLD = ("May leave", "Pages", "Ledger head", "Accessible", "Archival")


class ReportAbout(QFrame):
    """A card: pages, ledger head, accessibility; hidden without a report."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = ""
        self._values = {name: QLabel(_NONE) for name in _TOLD}
        self._copy = QToolButton()
        theme.dress(self._copy, "copy")
        self._lay_out()
        self._copy.clicked.connect(self.copy_head)
        self.clear()

    @property
    def words(self) -> str:
        """Everything told, a line each."""
        return "\n".join(f"{name}: {value.text()}" for name, value in self._values.items())

    def show_report(self, made: MadeReport, pages: int | None) -> None:
        """Tell of a finished report."""
        self._head = made.ledger_head
        size = f"{max(1, round(len(made.content) / 1000)):,} kB"
        self._tell("Pages", f"{_NONE if pages is None else f'{pages:,}'} ({size})")
        self._tell("Ledger head", f"{self._head[:_HEAD_SHOWN]}…")
        self._tell("Accessible", "tagged, PDF/UA-1" if made.archival else "its own pages")
        self._tell("Archival", "PDF/A-2a" if made.archival else "not with these copies")
        self._tell_who_may_see(made)
        self._values["Ledger head"].setToolTip(
            f"{self._head}\nPrinted in the footer. The page Activity tells later whether "
            "the records still contain it."
        )
        self.show()

    def clear(self) -> None:
        """There is no report to tell of."""
        self._head = ""
        for name in self._values:
            self._tell(name, _NONE)
        self.hide()

    @Slot()
    def copy_head(self) -> None:
        """Put the whole ledger head on the clipboard."""
        QGuiApplication.clipboard().setText(self._head)

    def _tell_who_may_see(self, made: MadeReport) -> None:
        leaves = may_leave(made.asked)
        self._tell("May leave", "yes: public data" if leaves else "no: private data")
        value = self._values["May leave"]
        value.setProperty("role", "" if leaves else "problem")
        value.style().polish(value)

    def _tell(self, name: str, words: str) -> None:
        self._values[name].setText(words)

    def _lay_out(self) -> None:
        self.setObjectName("card")
        self._copy.setToolTip("Copy the ledger head")
        self._copy.setAccessibleName("Copy the ledger head")
        self._copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP + GAP // 2, GAP, GAP, GAP)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(GAP // 2)
        for row, (name, value) in enumerate(self._values.items()):
            label = QLabel(name)
            label.setProperty("role", "muted")
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(name)
            grid.addWidget(label, row, 0)
            grid.addWidget(value, row, 1)
            if name == "Ledger head":
                grid.addWidget(self._copy, row, 2)
        grid.setColumnStretch(1, 1)
