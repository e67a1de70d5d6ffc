"""Who a district is, at the head of its page, and what can be done with it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sro_desk.domain.records import District
from sro_desk.domain.sentences import district_kind_words
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.action_button import ActionButton

_WIDE = 72 * GAP  # pixels; where there is less, the buttons go below the words


class DistrictHead(QWidget):
    """Label and name, then kind, citation and contact; long names wrap."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.about = QLabel()
        self._buttons = [ActionButton(action) for action in actions]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()

    def show_district(self, district: District, label: str) -> None:
        """Show who it is."""
        named = label if label == district.name else f"{label}  ·  {district.name}"
        self.title.setText(named)
        self.about.setText("  ·  ".join(_about(district)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long name is not squeezed by the buttons."""
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)

    def _lay_out(self) -> None:
        self.title.setProperty("role", "heading")
        self.about.setProperty("role", "muted")
        self.about.setAccessibleName("About the district")
        for label in (self.title, self.about):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(GAP // 4)
        words.addWidget(self.title)
        words.addWidget(self.about)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in self._buttons:
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)


def _about(district: District) -> Iterable[str]:
    yield district_kind_words(district.kind)
    if district.citation:
        yield f"cites its own policy {district.citation}"
    else:
        yield "cites the model policy 507.5"
    contact = ", ".join(filter(None, (district.contact_name, district.contact_email)))
    yield f"contact: {contact}" if contact else "no contact on file"
