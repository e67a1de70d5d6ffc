"""A question beneath a field, with a button for each answer; several are asked in turn."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from sro_desk.ui.theme import GAP

_LONGEST = 56  # letters of an answer; a button does not break its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question; `answers` are words and what they stand for."""

    words: str
    answers: tuple[tuple[str, object], ...]


class Question(QFrame):
    """Hidden while nothing is asked; Alt with a number gives an answer."""

    answered = Signal(object, object)  # Asked, what the answer stands for

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._open: list[Asked] = []
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP, GAP, GAP, GAP)
        self._column.setSpacing(GAP // 2)
        self._column.addWidget(self._words)

    @property
    def open(self) -> tuple[Asked, ...]:
        """What is still to be answered, the one shown first."""
        return tuple(self._open)

    @property
    def words(self) -> str:
        """The question shown."""
        return self._words.text() if self._open else ""

    def ask(self, questions: Sequence[Asked]) -> None:
        """Ask these in turn, and nothing else any more."""
        before = self._open[:1]
        self._open = list(questions)
        if self._open[:1] != before:
            self._show_first()

    def drop(self, asked: Asked) -> None:
        """A question that was answered elsewhere."""
        self.ask([each for each in self._open if each is not asked])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The question stays whole, however narrow the form is."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._words.setMinimumHeight(max(0, self._words.heightForWidth(self._words.width())))

    def _show_first(self) -> None:
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        if not self._open:
            return
        asked = self._open[0]
        self._words.setText(asked.words)
        self._make_room()
        self.setAccessibleName(asked.words)
        for number, (words, value) in enumerate(asked.answers, start=1):
            shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
            button = _Answer(f"&{number}  {shown.replace('&', '&&')}")
            button.setAutoDefault(False)
            button.setToolTip(words if shown != words else "")
            button.setAccessibleName(words)
            button.setAccessibleDescription(asked.words)
            button.clicked.connect(lambda _=False, value=value: self.answered.emit(asked, value))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)


class _Answer(QPushButton):
    def minimumSizeHint(self) -> QSize:
        """A long answer is cut rather than make the form wider."""
        return QSize(0, super().minimumSizeHint().height())
