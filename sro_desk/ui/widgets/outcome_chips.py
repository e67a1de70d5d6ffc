"""How many rows of an import become what; pressed chips show only theirs."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sro_desk.domain.spreadsheets.rows import Outcome
from sro_desk.ui.models.import_rows import OUTCOME_ICONS, OUTCOME_WORDS
from sro_desk.ui.theme import GAP, Theme


class OutcomeChips(QWidget):
    """Four chips side by side; with none pressed every row is shown."""

    chosen = Signal(object)  # frozenset of Outcome; empty shows all

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = {outcome: QPushButton() for outcome in Outcome}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for outcome, chip in self.chips.items():
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            theme.dress(chip, OUTCOME_ICONS[outcome])
            chip.setToolTip("Press to show only these rows")
            chip.toggled.connect(self._tell)
            row.addWidget(chip)
        self.show_counts(dict.fromkeys(Outcome, 0))

    @property
    def outcomes(self) -> frozenset[Outcome]:
        """The outcomes pressed."""
        return frozenset(outcome for outcome, chip in self.chips.items() if chip.isChecked())

    def show_counts(self, counts: Mapping[Outcome, int]) -> None:
        """Show how many rows there are of each; a chip of none cannot be pressed."""
        for outcome, chip in self.chips.items():
            chip.setText(_counted(outcome, counts[outcome]))
            chip.setEnabled(counts[outcome] > 0)
            if not counts[outcome]:
                chip.setChecked(False)

    def clear(self) -> None:
        """Press none."""
        for chip in self.chips.values():
            chip.setChecked(False)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.outcomes)


def _counted(outcome: Outcome, count: int) -> str:
    word = OUTCOME_WORDS[outcome].casefold()
    plural = outcome in (Outcome.CHANGE, Outcome.PROBLEM) and count != 1
    return f"{count:,} {word}{'s' if plural else ''}"
