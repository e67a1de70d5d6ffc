"""A spreadsheet in the window: seen row by row, put right by keyboard, imported, undone."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit

from sro_desk.domain.drafts import OfficerDraft
from sro_desk.domain.spreadsheets.rows import Outcome
from sro_desk.domain.spreadsheets.tables import TableKind
from sro_desk.services import clock, history, officers
from sro_desk.services.spreadsheets import choosing, importing, templates
from sro_desk.ui.desk import Desk
from sro_desk.ui.dialogs.import_sheet import ImportDialog
from sro_desk.ui.errors import Bugs
from sro_desk.ui.main_window import MainWindow
from tests.conftest import TODAY
from tests.ui.keyboard import CONTROL, Keyboard

ROSTER = "Roster\nOfficer Name,Badge #,Hired\n"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def write(tmp_path):
    def write(text, name="list.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def show(qtbot, context):
    def show(path):
        dialog = ImportDialog(context, path)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)
        return dialog

    return show


@pytest.fixture
def settle(qtbot, context):
    return lambda: qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)


def outcomes(dialog):
    return [row.outcome for row in dialog.planned.rows]


def titles(dialog):
    return [column.title for column in dialog.rows.table.model().columns]


def test_a_roster_is_seen_put_right_and_imported_by_keyboard(qtbot, db, show, settle, write):
    dialog = show(write(ROSTER + 'Erik Olson,12,9/14/2020\n"Vang, Pa",9,soon\n'))
    assert outcomes(dialog) == [Outcome.NEW, Outcome.PROBLEM]
    assert titles(dialog) == ["Becomes", "Line", "Name", "Badge", "Employed from", "What to know"]
    assert dialog.rows.table.hasFocus()
    keys = Keyboard(dialog)
    keys.press(Qt.Key.Key_Down)
    assert dialog.rows.told.text().startswith("Line 4: “soon” is no date")
    keys.press(Qt.Key.Key_Return)
    editor = dialog.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "soon"
    keys.type("9/15/2021")
    keys.press(Qt.Key.Key_Return)
    settle()
    assert outcomes(dialog) == [Outcome.NEW, Outcome.NEW]
    assert dialog.rows.table.hasFocus()
    assert dialog.rows.table.current_row.line == 4, "the cursor stays in the row put right"
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        keys.press(Qt.Key.Key_Return, CONTROL)
    assert dialog.imported.new == 2
    assert [each.employed_from for each in officers.all_officers(db)] == [
        date(2020, 9, 14),
        date(2021, 9, 15),
    ]


def test_enter_alone_imports_nothing(show, write):
    dialog = show(write(ROSTER + "Erik Olson,12,\n"))
    dialog.rows.search.setFocus()
    Keyboard(dialog).press(Qt.Key.Key_Return)
    dialog.rows.chips.chips[Outcome.NEW].setFocus()
    Keyboard(dialog).press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.imported is None


def test_chips_count_and_filter(db, actor, show, write):
    officers.add(db, OfficerDraft(name="Erik Olson", badge="12"), actor=actor)
    officers.add(db, OfficerDraft(name="Pa Vang", badge="9"), actor=actor)
    rows = "Erik Olson,12,\nPa Vang,10,\nA New,1,\nB New,2,\nNo Date,3,x\n"
    dialog = show(write(ROSTER + rows))
    words = [chip.text() for chip in dialog.rows.chips.chips.values()]
    assert words == ["2 new", "1 change", "1 same", "1 problem"]
    assert dialog.save_button.text() == "Import 3 rows"
    assert "stays out" in dialog.foot.text()
    dialog.rows.chips.chips[Outcome.CHANGE].click()
    (row,) = dialog.rows.table.model().visible_rows
    badge = dialog.rows.table.model().columns[3]
    assert badge.text(row) == "10  (was 9)"


def test_a_column_is_mapped_by_hand_and_remembered(show, settle, write, preferences):
    text = "Who is it,Worn on the chest\nErik Olson,12\n"
    dialog = show(write(text))
    assert dialog.planned is None
    assert dialog.choice.kind.hasFocus()
    keys = Keyboard(dialog)
    keys.type("o")
    settle()
    dialog.choice.kind_chosen.emit(TableKind.OFFICERS)
    first, second = dialog.choice.columns.choices.values()
    assert (first.currentText(), second.currentText()) == ("Not imported", "Not imported")
    dialog.choice.columns.mapped.emit(0, "name")
    settle()
    dialog.choice.columns.mapped.emit(1, "badge")
    settle()
    assert outcomes(dialog) == [Outcome.NEW]
    again = show(write(text.replace("Olson", "Hall"), "other.csv"))
    assert outcomes(again) == [Outcome.NEW]
    assert again.planned.rows[0].steps[0].draft.badge == "12"
    again.choice.kind_chosen.emit(TableKind.REVIEWS)
    again.choice.kind_chosen.emit(TableKind.OFFICERS)
    settle()
    assert outcomes(again) == [Outcome.NEW], "another kind in between changes nothing"
    kept = [key for key in preferences._settings.allKeys() if key.startswith("import/")]
    assert kept
    assert not any("Worn" in key or "worn" in preferences.text(key) for key in kept)


def test_a_workbook_of_every_table_at_once(qtbot, db, context, show, settle):
    dialog = show(templates.workbook(templates.EXAMPLE))
    assert len(dialog.planned.parts) == len(TableKind)
    assert set(outcomes(dialog)) == {Outcome.NEW}
    assert dialog.choice.sheet.currentText() == "All 6 recognised sheets"
    Keyboard(dialog).press(Qt.Key.Key_Return)
    settle()
    assert len(dialog.planned.parts) == 1, "Enter goes to the sheet of the row"
    dialog.choice.sheet_chosen.emit(-1)
    settle()
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.save()
    history.undo(db, dialog.imported.write, actor=context.actor)
    assert officers.all_officers(db) == ()


def test_an_import_that_is_stopped_leaves_the_dialog_and_no_rows(db, show, settle, write):
    dialog = show(write(ROSTER + "".join(f"Officer N{n},{n},\n" for n in range(2_000))))
    dialog.save()
    assert dialog.storing
    dialog.progress._on_stop()
    settle()
    assert dialog.isVisible()
    assert not dialog.storing
    assert dialog.save_button.isEnabled()
    assert officers.all_officers(db) == ()


def test_looking_that_is_stopped_can_be_taken_up_again(qtbot, context, write, settle):
    dialog = ImportDialog(context, write(ROSTER + "".join(f"N{n} X,{n},\n" for n in range(9_000))))
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog._job is not None, timeout=20_000)
    dialog.progress._on_stop()
    settle()
    assert "Stopped" in dialog.rows.empty._title.text()
    assert not dialog.save_button.isEnabled()
    dialog.choice.kind_chosen.emit(TableKind.OFFICERS)
    settle()
    assert dialog.planned.counts[Outcome.NEW] == 9_000


def test_what_was_put_right_is_not_lost_by_one_esc(show, settle, write):
    dialog = show(write(ROSTER + "Erik Olson,12,soon\n"))
    model = dialog.rows.table.model()
    index = model.index(0, 4)
    model.setData(index, "9/14/2020")
    settle()
    keys = Keyboard(dialog)
    keys.press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "Esc again" in dialog.bar.text
    keys.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_file_that_cannot_be_read_is_told_in_the_dialog(show, tmp_path):
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"PK\x03\x04 and nothing else")
    dialog = show(path)
    assert "damaged" in dialog.rows.empty._words.text()
    assert not dialog.save_button.isEnabled()


def test_closing_while_it_is_read_ends_quietly(qtbot, context, write):
    dialog = ImportDialog(context, write(ROSTER + "Erik Olson,12,\n"))
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.reject()
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)


def test_template_and_example_are_saved_where_wanted(monkeypatch, show, write, tmp_path):
    dialog = show(write(ROSTER))
    chosen = iter([str(tmp_path / "mine"), str(tmp_path / "ours.csv")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(chosen), ""))
    dialog.choice.templates.template.click()
    assert (tmp_path / "mine.xlsx").read_bytes()[:2] == b"PK"
    dialog.choice.templates.example.click()
    assert len(list(tmp_path.glob("ours *.csv"))) == len(TableKind)


def test_a_spreadsheet_dropped_on_the_window_is_imported_and_undone(
    qtbot, monkeypatch, db, preferences, theme, write
):
    window = MainWindow(preferences, theme)
    qtbot.addWidget(window)
    window.complete()
    desk = Desk(db, window, preferences, theme, Bugs(window.messages, window), today=lambda: TODAY)
    desk.start()
    path = write(ROSTER + "Erik Olson,12,\n")

    def ask(context, asked, _parent):
        assert asked == path
        parts = choosing.parts_of(choosing.open_file(asked))
        return importing.store(db, importing.preview(db, parts), actor=context.actor)

    monkeypatch.setattr(ImportDialog, "ask", ask)
    drop(window, path)
    qtbot.waitUntil(lambda: "Imported" in window.messages.text, timeout=20_000)
    qtbot.waitUntil(lambda: desk.commands._undo.last_write is not None)
    (button,) = window.messages._buttons
    button.click()
    qtbot.waitUntil(lambda: officers.all_officers(db) == (), timeout=20_000)
    qtbot.waitUntil(lambda: not desk.context.jobs.busy, timeout=20_000)
    desk.context.worker.close()
    desk.context.jobs.close()


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, no_keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(50, 50), action, data, Qt.MouseButton.LeftButton, no_keys)
    window.dropEvent(event)
