"""The status bar: the file, what is shown, the as-of date, the last verified backup."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

if TYPE_CHECKING:
    from datetime import date

_BEFORE_AS_OF = 2  # the place after the file and what is shown


class StatusLine(QStatusBar):
    """Four words of where one is, and long work under way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = QLabel()
        self._shown = QLabel()
        self._as_of = QLabel()
        self._backup = QLabel()
        self.setSizeGripEnabled(False)
        self.addWidget(self._file)
        self.addWidget(self._shown)
        self.addPermanentWidget(self._as_of)
        self.addPermanentWidget(self._backup)
        self._file.setAccessibleName("Records file")
        self._shown.setAccessibleName("Records shown")
        self._as_of.setAccessibleName("As-of date")
        self._backup.setAccessibleName("Last verified backup")

    def complete(self) -> None:
        """Make what the first paint does without: how long work gets on."""
        from sro_desk.ui.widgets.progress_strip import ProgressStrip

        self.progress = ProgressStrip()
        self.insertPermanentWidget(_BEFORE_AS_OF, self.progress)

    def show_file(self, name: str, path: str) -> None:
        """Name the open file."""
        self._file.setText(name)
        self._file.setToolTip(path)

    def show_count(self, words: str) -> None:
        """Say how much the page shows."""
        self._shown.setText(words)

    def show_as_of(self, on: "date | None") -> None:
        """Say which day the page is about."""
        from sro_desk.domain.dates import us_date  # not needed to paint

        self._as_of.setText("" if on is None else f"As of {us_date(on)}")

    def show_backup(self, words: str, told: str = "", *, late: bool = False) -> None:
        """Say when the last backup was verified; `late` draws the eye to it."""
        self._backup.setText(words)
        self._backup.setToolTip(told)
        self._backup.setProperty("late", late)
        self._backup.style().polish(self._backup)
