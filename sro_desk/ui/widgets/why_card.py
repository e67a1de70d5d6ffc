"""Why an officer stands where the officer stands: the argument, the duties, what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sro_desk.domain.codes import Gap, Light, Step
from sro_desk.domain.finding import Finding
from sro_desk.domain.lights import step_for
from sro_desk.domain.words import advisory_words, duties_words, gap_words, step_words
from sro_desk.ui import icons
from sro_desk.ui.theme import GAP, Theme

_ICON = 16  # pixels


class WhyCard(QWidget):
    """The same sentences as in the PDF and the JSON; each gap has the button that closes it."""

    gap_asked = Signal(object)  # Gap, to be closed

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Finding, tuple[str, ...], bool] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self._column.setSpacing(2 * GAP)
        theme.changed.connect(self._draw)

    def show_finding(self, finding: Finding, why: tuple[str, ...], *, can_write: bool) -> None:
        """Show a finding and its sentences, the last of which names the law."""
        self._shown = finding, why, can_write
        self._draw()

    @Slot()
    def _draw(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if self._shown is None:
            return
        finding, why, can_write = self._shown
        if finding.gaps:
            self._column.addWidget(self._gaps(finding.gaps, can_write=can_write))
        self._column.addWidget(self._argument(why, finding))
        if finding.advisories:
            told = [("info", advisory_words(each)) for each in finding.advisories]
            self._column.addWidget(self._card("Worth knowing", told))
        self._column.addStretch(1)

    def _argument(self, why: Sequence[str], finding: Finding) -> QFrame:
        *sentences, law = why or ("",)
        card, column = _card("Why")
        for sentence in sentences:
            column.addWidget(_text(sentence))
        duties = _text(f"Duties (4) and (5): {duties_words(finding.duties)}.")
        bold = QFont(duties.font())
        bold.setBold(True)
        duties.setFont(bold)
        column.addWidget(duties)
        if law:
            column.addLayout(self._line("law", law, muted=True))
        return card

    def _gaps(self, gaps: Sequence[Gap], *, can_write: bool) -> QFrame:
        card, column = _card("Missing")
        for gap in gaps:
            row = self._line(
                "warning", gap_words(gap), self._theme.colour(Light.AMBER), middle=True
            )
            step = step_for(gap)
            if step is not Step.NONE:
                button = QPushButton(step_words(step))
                button.setEnabled(can_write)
                button.setAccessibleName(f"{step_words(step)}: {gap_words(gap)}")
                button.clicked.connect(lambda _=False, gap=gap: self.gap_asked.emit(gap))
                row.addWidget(button)
            column.addLayout(row)
        return card

    def _card(self, title: str, lines: Sequence[tuple[str, str]]) -> QFrame:
        card, column = _card(title)
        for icon, words in lines:
            column.addLayout(self._line(icon, words))
        return card

    def _line(
        self,
        icon: str,
        words: str,
        colour: QColor | None = None,
        *,
        muted: bool = False,
        middle: bool = False,
    ) -> QHBoxLayout:
        ink = colour or QColor(self._theme.colours.muted)
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, ink, _ICON, self.devicePixelRatioF()))
        text = _text(words)
        if muted:
            text.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        picture.setContentsMargins(0, 0 if middle else 2, 0, 0)
        aligned = Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop
        row.addWidget(picture, 0, aligned)
        row.addWidget(text, 1)
        return row


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("card", True)
    heading = QLabel(title)
    heading.setProperty("role", "heading")
    column = QVBoxLayout(card)
    column.setContentsMargins(2 * GAP, GAP + GAP // 2, 2 * GAP, GAP + GAP // 2)
    column.setSpacing(GAP)
    column.addWidget(heading)
    return card, column


def _text(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    label.setAccessibleName(words)
    return label
