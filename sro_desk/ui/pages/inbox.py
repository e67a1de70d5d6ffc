"""Files that wait to be entered: the queue at the left, the file and the form at the right."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from sro_desk.domain.changes import Action, Changes, Kind
from sro_desk.domain.records import Certificate
from sro_desk.domain.scan import Scan
from sro_desk.intake.inbox import Moved, Pile, Waiting
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.inbox_form import InboxForm, ids_of
from sro_desk.ui.inbox_actions import InboxActions
from sro_desk.ui.inbox_ahead import InboxAhead
from sro_desk.ui.inbox_moves import PutAway
from sro_desk.ui.inbox_pages import InboxPages
from sro_desk.ui.pasted import pasted_files
from sro_desk.ui.scans import choose_files
from sro_desk.ui.widgets.empty_state import EmptyState
from sro_desk.ui.widgets.inbox_queue import InboxQueue
from sro_desk.ui.widgets.put_away_view import PutAwayView

_AHEAD = 2  # files after the one on screen
_SIDES = "inbox/sides"
_WIDTHS = (264, 890)  # pixels, of queue and file with form


class InboxPage(QWidget):
    """Ctrl+Enter stores what is typed about a file and shows the next one."""

    title = "Inbox"
    icon_name = "inbox"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._watch = context.inbox
        self._stored: dict[frozenset[int], PutAway] = {}  # by certificates, for Undo and Redo
        self.actions_ = InboxActions(context, self)
        self.queue = InboxQueue(context, self.actions_)
        self.table = self.queue.table
        self.form = InboxForm(context)
        self.view = PutAwayView(context)
        self.stack = QStackedWidget()
        self._ahead = InboxAhead(context.jobs, context.worker, self)
        self._nothing = EmptyState(context.theme, "inbox", "")
        self._pages = InboxPages(context, self)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self.reload()

    def page_actions(self) -> list[QAction]:
        """What can be done here only."""
        return [*self.actions_.of_waiting, self.actions_.back]

    def add_files(self, paths: Sequence[Path]) -> None:
        """Let dropped files wait here, and go to the last of them."""
        if self._context.read_only:
            return
        self.queue.show_pile(Pile.WAITING)
        self._watch.take_in(paths, self.queue.want)

    def unsaved_words(self) -> str:
        """What closing would lose."""
        if self.form.path is None or not self.form.is_changed:
            return ""
        return f"What you typed about “{self.form.path.name}” in the Inbox is not stored yet."

    def revert(self) -> None:
        """Give up what is typed."""
        self.form.show_nothing()

    @Slot()
    def reload(self) -> None:
        """Look into the folders again."""
        self._watch.look()
        self._list()

    @Slot()
    def find(self) -> None:  # type: ignore[override]  # hides Qt's look-up of a window's number
        """Go to the list."""
        self.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with the first file; the cursor is where the typing begins."""
        super().showEvent(event)
        self._tell_window()
        if self.form.path is not None:
            self.form.fields.officers.setFocus()
        else:
            self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter stores from the list too."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.form.save_button.click()
            return
        super().keyPressEvent(event)

    @Slot()
    def _list(self) -> None:
        """Show what lies in the pile chosen."""
        pile = self.queue.pile
        if pile is Pile.WAITING:
            self._show_files(self._watch.files)
        else:
            self._watch.list_pile(pile, lambda files: self._show_pile_of(pile, files))

    def _show_pile_of(self, pile: Pile, files: tuple[Waiting, ...]) -> None:
        if pile is self.queue.pile:
            self._show_files(files[::-1])  # what was put away last comes first

    def _show_files(self, files: Sequence[Waiting]) -> None:
        self.queue.show_files(files)
        self._show_current()
        self._tell_window()

    @Slot()
    def _show_current(self) -> None:
        """Show the file under the cursor; one about which something is typed stays."""
        file = self.table.current_row
        self._allow()
        if file is None:
            self._show_nothing()
        elif file.pile is not Pile.WAITING:
            self.stack.setCurrentWidget(self.view)
            self.view.show_file(file)
        elif not file.whole:
            self._say_nothing("This file is still arriving", "It is shown as soon as it is whole.")
        elif file.path == self.form.path:
            self.stack.setCurrentWidget(self.form)
            self._prepare()
        elif self._holds_something():
            self._ask_about_typed(file)
        else:
            self._show_file(file)

    def _show_file(self, file: Waiting) -> None:
        at_form = self.form.isAncestorOf(self.focusWidget() or self.table)
        self.form.show_file(file.path, self._ahead.ready(file))
        self.form.setEnabled(not self._context.read_only)
        self.stack.setCurrentWidget(self.form)
        if not at_form:
            self.table.setFocus()
        self._prepare()

    def _prepare(self) -> None:
        """Have the next files ready, so that they show at once."""
        rows = self.queue.rows
        here = next((n for n, each in enumerate(rows) if each.path == self.form.path), None)
        if here is not None:
            self._ahead.prepare(rows[here + 1 : here + 1 + _AHEAD], self.form.scan.view.drawn_width)

    def _holds_something(self) -> bool:
        return self.form.path is not None and self.form.is_changed

    def _ask_about_typed(self, file: Waiting) -> None:
        held = self.form.path
        self.form.bar.keep(
            f"What you typed about “{held.name if held else ''}” is not stored yet.", "problem"
        )
        self.form.bar.add_button("Go on with it", self._go_back)
        self.form.bar.add_button(f"Discard it, show “{file.name}”", lambda: self._show_file(file))
        self.stack.setCurrentWidget(self.form)

    def _go_back(self) -> None:
        self.form.bar.dismiss()
        held = self.form.path
        self.table.select(lambda each: each.path == held)
        self.form.fields.officers.setFocus()

    def _show_nothing(self) -> None:
        if self._holds_something():
            return  # its file vanished: what is typed stays
        self.form.show_nothing()
        if self.queue.pile is not Pile.WAITING:
            self._say_nothing(f"Nothing is {self.queue.pile_words}", "")
            return
        words = "Drop or paste PDFs and pictures here"
        scans = self._watch.scan_folder
        if scans is None:
            words += ", or choose your scanner's folder in Settings, Scanning."
        else:
            words += f". What the scanner puts into {scans} comes by itself."
        self._say_nothing("Nothing waits", words)

    def _say_nothing(self, title: str, words: str) -> None:
        self._nothing.say(title, words)
        self.stack.setCurrentWidget(self._nothing)

    @Slot(object, object, object)
    def _on_stored(self, path: Path, scan: Scan, certificates: tuple[Certificate, ...]) -> None:
        """The file has left the queue; the next one is shown at once."""

        def moved(where: Moved) -> None:
            self._stored[ids_of(certificates)] = PutAway(
                self._watch, where, Pile.STORED, self.queue.want
            )

        self._leave(path)
        if self.form.path is not None:
            self.form.fields.officers.setFocus()
        self._watch.stored(path, scan.content, moved)
        count = len(certificates)
        what = "1 certificate" if count == 1 else f"{count:,} certificates"
        self._context.navigator.say(f"{what} stored with “{path.name}”. Undo takes it back.")

    def _leave(self, *paths: Path) -> None:
        """Take files out of the list and go on with the one after them."""
        if self.form.path in paths:
            self.form.path = None
        self._show_files(self.queue.without(paths))

    @Slot(object)
    def _on_committed(self, changes: Changes) -> None:
        """A certificate that is taken back lets its file wait again, until that is done again."""
        touched = {record for kind, record in changes.records if kind is Kind.CERTIFICATE}
        for away in [away for ids, away in self._stored.items() if ids <= touched]:
            if changes.action is Action.UNDO:
                away.back()
            elif changes.action is Action.REDO:
                away.again()

    @Slot()
    def _set_aside(self) -> None:
        self._move(Pile.SET_ASIDE, "Set aside")

    @Slot()
    def _discard(self) -> None:
        self._move(Pile.DISCARDED, "Discarded")

    def _move(self, pile: Pile, verb: str) -> None:
        files = self.table.selected_rows
        at_list = self.table.hasFocus()
        self._leave(*(file.path for file in files))
        for file in files:
            self._watch.move(file.path, pile, partial(self._on_moved, file, pile, verb))
        if at_list:
            self.table.setFocus()

    def _on_moved(self, file: Waiting, pile: Pile, verb: str, moved: Moved) -> None:
        away = PutAway(self._watch, moved, pile, self.queue.want)
        self._context.navigator.did(away.deed(f"{verb}: “{file.name}”"))
        self._context.navigator.say(f"{verb}: “{file.name}”. Undo brings it back.")

    @Slot()
    def _put_back(self) -> None:
        files = [each for each in self.table.selected_rows if each.pile is not Pile.WAITING]
        for file in files:
            home = file.path.parent.parent
            self._watch.put_back(Moved(was=home / file.path.name, now=file.path), self.queue.want)
        if files:
            self.queue.show_pile(Pile.WAITING)

    @Slot()
    def _add(self) -> None:
        paths = choose_files(self, self._context.preferences, "Add files to the inbox")
        if paths:
            self.add_files(paths)

    @Slot()
    def _paste(self) -> None:
        pasted = pasted_files()
        self.add_files(pasted.paths)
        if pasted.picture:
            self.queue.show_pile(Pile.WAITING)
            self._watch.take_bytes("Pasted picture.png", pasted.picture, self.queue.want)
        if not pasted.paths and not pasted.picture:
            self._context.navigator.warn(
                "There is no file and no picture on the clipboard. Copy one first."
            )

    @Slot()
    def _take_apart(self) -> None:
        if self.form.path is not None and self.form.scan.scan is not None:
            self._pages.take_apart(self.form.path, self.form.scan.scan, self.queue.want)

    @Slot()
    def _join(self) -> None:
        paths = [each.path for each in self.table.selected_rows]
        if len(paths) > 1:
            self._pages.join(paths, self.queue.want)

    @Slot()
    def _allow(self) -> None:
        scan = self.form.scan.scan
        self.actions_.allow(
            chosen=len(self.table.selected_rows),
            waits=self.queue.pile is Pile.WAITING,
            pages=0 if scan is None else scan.pages or 0,
        )

    def _tell_window(self) -> None:
        if self.isVisible():
            count = len(self.queue.model.rows)
            words = "1 file" if count == 1 else f"{count:,} files"
            self._context.navigator.count(f"{words} {self.queue.pile_words}")

    def _connect(self) -> None:
        actions = self.actions_
        for action, do in {
            actions.add: self._add,
            actions.paste: self._paste,
            actions.aside: self._set_aside,
            actions.discard: self._discard,
            actions.back: self._put_back,
            actions.apart: self._take_apart,
            actions.join: self._join,
        }.items():
            action.triggered.connect(do)
        self._watch.changed.connect(self._on_changed)
        self.queue.pile_chosen.connect(self._list)
        self.table.row_changed.connect(self._show_current)
        self.table.row_activated.connect(lambda _: self.form.fields.officers.setFocus())
        self.table.selection_changed.connect(self._allow)
        self.form.stored_file.connect(self._on_stored)
        self.form.left.connect(self.table.setFocus)
        self.form.scan.changed.connect(self._allow)
        self._context.bus.committed.connect(self._on_committed)

    @Slot()
    def _on_changed(self) -> None:
        self._list()

    def _lay_out(self) -> None:
        self._nothing.add_button(self.actions_.add)
        for widget in (self._nothing, self.form, self.view):
            self.stack.addWidget(widget)
        self._sides.setChildrenCollapsible(False)
        self._sides.addWidget(self.queue)
        self._sides.addWidget(self.stack)
        self._sides.setStretchFactor(1, 1)
        self._sides.setSizes(_WIDTHS)
        self._sides.restoreState(self._context.preferences.state(_SIDES))
        self._sides.splitterMoved.connect(
            lambda: self._context.preferences.keep_state(_SIDES, self._sides.saveState())
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._sides)
