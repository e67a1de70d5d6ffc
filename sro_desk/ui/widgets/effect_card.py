"""What the certificate being entered does for each of its officers, in a line each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from sro_desk.domain.codes import Light
from sro_desk.domain.effects import Effect, effect_words, effects_words
from sro_desk.ui import icons
from sro_desk.ui.theme import GAP, LIGHT_ICONS, Theme

_MOST = 3  # officers with a line of their own
_ICON = 16  # pixels
_WORST_FIRST = (Light.RED, Light.AMBER, Light.GREEN, Light.GREY)


class EffectCard(QFrame):
    """Hidden while nothing can be said; the words tell it without the colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures: list[tuple[QLabel, Light]] = []
        self._lines: list[QLabel] = []
        self._rows = QGridLayout()
        self.setProperty("card", "true")
        self._lay_out()
        self.hide()
        theme.changed.connect(self._draw)

    @property
    def words(self) -> str:
        """The lines shown."""
        return "\n".join(line.text() for line in self._lines)

    def show_effects(self, effects: Sequence[Effect]) -> None:
        """Show a line for each officer, or one for all of a large class."""
        self._drop_lines()
        if len(effects) > _MOST:
            lights = {effect.with_it.light for effect in effects}
            worst = next(light for light in _WORST_FIRST if light in lights)
            self._add_line(worst, effects_words(effects))
        else:
            for effect in effects:
                self._add_line(effect.with_it.light, effect_words(effect))
        self._draw()
        self.setVisible(bool(effects))
        self.setAccessibleDescription(self.words)

    @Slot()
    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        for picture, light in self._pictures:
            colour = self._theme.colour(light)
            picture.setPixmap(icons.pixmap(LIGHT_ICONS[light], colour, _ICON, ratio))

    def _add_line(self, light: Light, words: str) -> None:
        picture, line = QLabel(), QLabel(words)
        line.setWordWrap(True)
        line.setTextFormat(Qt.TextFormat.PlainText)
        place = len(self._lines)
        self._rows.addWidget(picture, place, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(line, place, 1)
        self._pictures.append((picture, light))
        self._lines.append(line)

    def _drop_lines(self) -> None:
        for label in (*(picture for picture, _ in self._pictures), *self._lines):
            self._rows.removeWidget(label)
            label.deleteLater()
        self._pictures.clear()
        self._lines.clear()

    def _lay_out(self) -> None:
        title = QLabel("What it does, as of today")
        title.setProperty("role", "muted")
        self.setAccessibleName(title.text())
        self._rows.setColumnStretch(1, 1)
        self._rows.setHorizontalSpacing(GAP)
        self._rows.setVerticalSpacing(GAP // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        column.setSpacing(GAP // 2)
        column.addWidget(title)
        column.addLayout(self._rows)
