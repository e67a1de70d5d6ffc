"""The file of a certificate or a contract: chosen or dropped, shown, and told about in words."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.records import Copy
from sro_desk.domain.scan import Scan
from sro_desk.intake.examined import PageImage, Received
from sro_desk.ui.context import Context
from sro_desk.ui.scans import choose_file, dropped_file
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.empty_state import EmptyState
from sro_desk.ui.widgets.file_view import FileView

_NARROWEST = 42 * GAP  # the tools of the view need as much


class ScanField(QWidget):
    """Takes one file, reads it in a job, and shows it; `scan` is what will be stored."""

    changed = Signal()

    def __init__(self, context: Context, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._what = what
        self._reading: Path | None = None
        self._on_file: tuple[Copy, bytes] | None = None
        self.scan: Scan | None = None
        self.view = FileView(context)
        self._empty = EmptyState(
            context.theme,
            "drop",
            f"Drop the {what} here",
            "A PDF, JPEG, PNG or TIFF of at most 25 MB. It is stored exactly as it is.",
        )
        self.choose_button = QPushButton("Choose &file…")
        self.remove_button = QPushButton("Remove")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAccessibleName("About the file")
        self._read = QLabel()
        self._read.setWordWrap(True)
        self._read.setProperty("role", "muted")
        self._read.setAccessibleName("What was read from the file")
        self._read.hide()
        self._warning = QLabel()
        self._warning.setWordWrap(True)
        self._warning.setProperty("role", "problem")
        self._warning.setAccessibleName("Warning about the file")
        self._warning.hide()
        self.buttons = QWidget()  # hidden where somebody else chooses the file
        self._stack = QStackedWidget()
        self.setAcceptDrops(True)
        self.setMinimumWidth(_NARROWEST)
        self._lay_out()
        self._show_nothing()
        self.choose_button.clicked.connect(self.choose)
        self.remove_button.clicked.connect(self.clear)

    @property
    def reading(self) -> bool:
        """Whether a file is being read and examined."""
        return self._reading is not None

    @property
    def empty(self) -> bool:
        """Whether there is no file: none chosen, none on file, none being read."""
        return self.scan is None and self._on_file is None and self._reading is None

    @property
    def words(self) -> str:
        """The sentence about the file."""
        return self._words.text()

    @property
    def told(self) -> str:
        """The sentence about what was read from the file."""
        return self._read.text()

    @property
    def warning(self) -> str:
        """The warning beneath the file; empty for none."""
        return self._warning.text()

    def load(self, path: Path) -> None:
        """Read, examine and show a file; what was there before stays until this one is read."""
        self._reading = path
        self._say(f"Reading “{path.name}”…")
        worker = self._context.worker
        self._context.jobs.look(
            self,
            lambda: worker.receive(path),
            lambda received: self._take(path, received),
            lambda error: self._fail(path, error),
        )
        self.changed.emit()

    def take(self, received: Received, first: PageImage | None) -> None:
        """Show a file that was read beforehand, and its first page if that was drawn."""
        self._reading = None
        self._show_received(received, first)
        self.changed.emit()

    def show_copy(self, copy: Copy, content: bytes) -> None:
        """Show the copy on file; it is no scan to be stored again."""
        self._on_file = copy, content
        self._show_on_file()

    def warn(self, words: str) -> None:
        """Say beneath the file what is worth knowing; "" takes it back."""
        self._warning.setText(words)
        self._warning.setVisible(bool(words))

    @Slot(str)
    def tell_read(self, words: str) -> None:
        """Say what was read from the file; "" takes it back."""
        self._read.setText(words)
        self._read.setVisible(bool(words))

    @Slot()
    def choose(self) -> None:
        """Ask for a file."""
        path = choose_file(self, self._context.preferences, f"Choose the {self._what}")
        if path is not None:
            self.load(path)

    @Slot()
    def clear(self) -> None:
        """Take the file off again; the copy on file comes back."""
        self.scan, self._reading = None, None
        if self._on_file is None:
            self._show_nothing()
        else:
            self._show_on_file()
        self.changed.emit()

    def take_drops_on(self, window: QWidget) -> None:
        """Take files dropped anywhere on the window, and not as text into one of its lines."""
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        for line in window.findChildren(QLineEdit):
            line.setAcceptDrops(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is dropped on the window is dropped here."""
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return self.event(event)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take local files only."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.load(path)

    def _take(self, path: Path, received: Received) -> None:
        if path is not self._reading:
            return  # another file was chosen meanwhile
        self._reading = None
        self._show_received(received, None)
        self.changed.emit()

    def _show_received(self, received: Received, first: PageImage | None) -> None:
        scan = self.scan = received.scan
        if scan.pages is None:  # examining it again would only take as long again
            self._show_words(received.note)
            self._say(_described(scan))
            return
        if first is None:
            self._show(scan.content, scan.original_name)
        else:
            self.view.show_drawn(scan.content, scan.original_name, scan.pages, first)
            self._show_view()
        self._say(" ".join(filter(None, (_described(scan), received.note))))

    def _fail(self, path: Path, error: SroDeskError) -> None:
        """Nothing typed is lost, nor the file that was there before."""
        if path is self._reading:
            self._reading = None
            self._say(f"“{path.name}” was not taken. {error}", problem=True)
            self.changed.emit()

    def _show_on_file(self) -> None:
        if self._on_file is None:
            return
        copy, content = self._on_file
        self._show(content, copy.original_name)
        self._say(f"On file: “{copy.original_name}”.")

    def _show(self, content: bytes, name: str) -> None:
        self.view.show_file(content, name)
        self._show_view()

    def _show_words(self, words: str) -> None:
        self.view.clear(words)
        self._show_view()

    def _show_view(self) -> None:
        self._stack.setCurrentWidget(self.view)
        self.remove_button.setVisible(self.scan is not None)
        another = "Choose another &file…" if self._on_file is None else "Replace the &file…"
        self.choose_button.setText(another)

    def _show_nothing(self) -> None:
        self._stack.setCurrentWidget(self._empty)
        self.view.clear()
        self.remove_button.hide()
        self.choose_button.setText("Choose &file…")
        self._say("")

    def _say(self, words: str, *, problem: bool = False) -> None:
        self._words.setText(words)
        self._words.setProperty("role", "problem" if problem else "muted")
        self._words.style().polish(self._words)
        self._words.setVisible(bool(words))

    def _lay_out(self) -> None:
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        buttons = QHBoxLayout(self.buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._stack, 1)
        column.addWidget(self._words)
        column.addWidget(self._read)
        column.addWidget(self._warning)
        column.addWidget(self.buttons)


def _described(scan: Scan) -> str:
    """`certificate.pdf`, 2 pages, 143 KB."""
    parts = [f"“{scan.original_name}”"]
    if scan.pages is not None:
        parts.append("1 page" if scan.pages == 1 else f"{scan.pages:,} pages")
    size = max(1, round(len(scan.content) / 1024))
    parts.append(f"{size:,} KB" if size < 1024 else f"{size / 1024:,.1f} MB")
    return ", ".join(parts) + "."
