"""The window around the pages, on real files: opened, worked in, backed up, closed."""

import logging
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from sro_desk import app
from sro_desk.domain.codes import DistrictKind, Light, Role
from sro_desk.domain.drafts import AssignmentDraft, DistrictDraft, OfficerDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.services import assignments, clock, districts, keeping, officers, records_file
from sro_desk.ui import desk as desk_module
from sro_desk.ui import errors
from sro_desk.ui.desk import Desk
from sro_desk.ui.page_list import PAGES, PageEntry
from sro_desk.ui.preferences import Appearance
from sro_desk.ui.theme import LIGHT
from tests.conftest import TODAY
from tests.intake import foreign


class PlainPage(QLabel):
    """Stands for any page."""

    def __init__(self, context):
        super().__init__("a page")
        self.context = context
        self.shown_officer = None
        self.reloads = 0
        self.unsaved = ""

    def reload(self):
        self.reloads += 1

    def show_officer(self, officer):
        self.shown_officer = officer

    def add_files(self, paths):
        self.context.inbox.take_in(paths, lambda _: None)

    def check_pdf(self, path):
        self.checked = path

    def unsaved_words(self):
        return self.unsaved

    def revert(self):
        self.unsaved = ""


@pytest.fixture(autouse=True)
def _plain_pages(monkeypatch):
    entries = {
        page.name: PageEntry(page.name, page.title, page.icon, __name__, "PlainPage")
        for page in PAGES
    }
    monkeypatch.setattr(desk_module, "_ENTRIES", entries)


@pytest.fixture(autouse=True)
def _own_hook(monkeypatch):
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    monkeypatch.setattr(errors, "start_log", lambda: None)
    monkeypatch.setattr("sro_desk.ui.program.start_log", lambda: None)


@pytest.fixture
def file(tmp_path, agency, actor):
    path = tmp_path / "records.srodesk"
    db = records_file.create(path, agency, actor=actor)
    officers.add(db, OfficerDraft(name="Kim Xiong"), actor=actor)
    db.close()
    return path


@pytest.fixture
def window(qtbot, preferences):
    app.make_application()
    made = app.make_window(preferences)
    made.program = app.make_program(made, today=lambda: TODAY)
    made.show()
    yield made
    if made.program.desk is not None:
        close(qtbot, made)
    made.program.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def close(qtbot, window):
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)


def opened(qtbot, window, path) -> Desk:
    with qtbot.waitSignal(window.program.desk_opened, timeout=20_000):
        window.program.begin(path)
    qtbot.waitUntil(lambda: not window.program.desk.context.jobs.busy)
    return window.program.desk


def add_officer(desk, name):
    actor = desk.context.actor
    desk.context.jobs.ask(
        desk, lambda db: officers.add(db, OfficerDraft(name=name), actor=actor), lambda _: None
    )


def test_a_file_is_opened_named_and_remembered(qtbot, window, file, preferences):
    desk = opened(qtbot, window, file)
    assert window.windowTitle() == "records – sro-desk"
    assert window.status._file.text() == "Birch Lake Police Department  ·  records.srodesk"
    assert window.status._as_of.text() == "As of 11/24/2026"
    assert preferences.recent_files == (file,)
    assert list(desk.pages) == ["deadlines"]


def test_keys_lead_to_the_pages_and_the_last_one_is_remembered(qtbot, window, file, preferences):
    desk = opened(qtbot, window, file)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.page is desk.pages["certificates"]
    qtbot.keyClick(window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert window.page is desk.pages["settings"]
    assert window.sidebar.currentRow() == 7
    assert preferences.text("page") == "settings"


def test_the_sidebar_leads_by_arrows(qtbot, window, file):
    desk = opened(qtbot, window, file)
    qtbot.keyClick(window.sidebar, Qt.Key.Key_Down)
    assert window.page is desk.pages["officers"]


def test_a_wish_makes_the_page_and_shows_the_record(qtbot, window, file):
    desk = opened(qtbot, window, file)
    desk.context.navigator.show_officer(7)
    assert window.page is desk.pages["officers"]
    assert window.page.shown_officer == 7


def test_undo_names_what_it_takes_back_and_redo_brings_it_again(qtbot, window, file):
    desk = opened(qtbot, window, file)
    undo, redo = window.actions_["undo"], window.actions_["redo"]
    assert not undo.isEnabled()
    add_officer(desk, "Erik Olson")
    qtbot.waitUntil(lambda: undo.text() == "&Undo: Added Erik Olson")
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: window.messages.text == "Undone: Added Erik Olson")
        assert not undo.isEnabled()
        assert redo.isEnabled()
        qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: window.messages.text == "Done again: Added Erik Olson")
        assert undo.isEnabled()
        assert not redo.isEnabled()
    with desk.database.read():
        names = [officer.name for officer in officers.all_officers(desk.database)]
    assert names == ["Erik Olson", "Kim Xiong"]


def test_closing_backs_up_what_changed(qtbot, window, file):
    desk = opened(qtbot, window, file)
    add_officer(desk, "Erik Olson")
    qtbot.waitUntil(lambda: window.actions_["undo"].isEnabled())
    close(qtbot, window)
    with records_file.look_into(file) as db:
        made = keeping.backups(db)
    assert len(made) == 1
    assert keeping.verify(made[0].path).sound


def test_a_backup_that_fails_is_told_and_nothing_is_lost(qtbot, window, file, monkeypatch):
    desk = opened(qtbot, window, file)

    def refuse(*_):
        raise SroDeskError("The backup folder is full. Make room.")

    monkeypatch.setattr(keeping, "backup_on_close", refuse)
    window.close()
    qtbot.waitUntil(lambda: "The backup folder is full" in window.messages.text)
    assert window.isVisible()
    assert window.actions_["new-officer"].isEnabled()
    monkeypatch.undo()
    button(window.messages, "Try again").click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    assert desk is not None


def test_what_is_typed_and_not_saved_is_asked_about_before_closing(qtbot, window, file):
    desk = opened(qtbot, window, file)
    settings = desk.show_page("settings")
    settings.unsaved = "What you typed in Settings is not saved yet."
    desk.show_page("deadlines")
    window.close()
    assert window.isVisible()
    assert window.messages.text == settings.unsaved
    button(window.messages, "Go back to it").click()
    assert window.page is settings
    assert window.messages.text == ""
    window.close()
    button(window.messages, "Discard it").click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)


def test_another_file_waits_for_what_is_typed(qtbot, window, file, tmp_path, agency, actor):
    desk = opened(qtbot, window, file)
    desk.pages["deadlines"].unsaved = "Something is not saved yet."
    other = tmp_path / "other.srodesk"
    records_file.create(other, agency, actor=actor).close()
    window.program.open(other)
    assert window.messages.text == "Something is not saved yet."
    assert window.program.desk is desk
    with qtbot.waitSignal(window.program.desk_opened, timeout=20_000):
        button(window.messages, "Discard it").click()
    assert window.program.desk.database.path == other


def test_the_same_file_is_not_opened_twice_and_another_takes_its_place(
    qtbot, window, file, tmp_path, agency, actor
):
    first = opened(qtbot, window, file)
    window.program.open(file)
    assert window.program.desk is first
    other = tmp_path / "other.srodesk"
    records_file.create(other, agency, actor=actor).close()
    with qtbot.waitSignal(window.program.desk_opened, timeout=20_000):
        window.program.open(other)
    assert window.program.desk.database.path == other
    assert window.windowTitle() == "other – sro-desk"


def test_what_is_no_records_file_is_said_in_the_bar(qtbot, window, tmp_path):
    path = tmp_path / "letter.srodesk"
    path.write_text("Dear chief")
    window.program.begin(path)
    qtbot.waitUntil(lambda: window.messages.text != "", timeout=20_000)
    assert "letter.srodesk" in window.messages.text
    assert window.page is window.program._welcome


def test_a_second_window_reads_only_and_says_who_writes(qtbot, window, file, actor):
    holder = records_file.open_file(file, actor=actor)
    try:
        desk = opened(qtbot, window, file)
        assert desk.context.read_only
        assert window.standing.text == desk.database.read_only_because
        assert not window.actions_["new-certificate"].isEnabled()
        close(qtbot, window)
    finally:
        holder.close()


def test_first_run_makes_a_file_with_its_backup_places(qtbot, window, tmp_path):
    window.program.begin(None)
    welcome = window.program._welcome
    assert window.page is welcome
    window.actions_["new-file"].trigger()
    form = welcome._form
    assert not form._create.isEnabled()
    qtbot.keyClicks(form._name, "Ely Police Department")
    form._place.line.setText(str(tmp_path / "new" / "Ely"))
    form._second.line.setText(str(tmp_path / "stick"))
    with qtbot.waitSignal(window.program.desk_opened, timeout=20_000):
        form._create.click()
    db = window.program.desk.database
    assert db.path == tmp_path / "new" / "Ely.srodesk"
    from sro_desk.services import agency as agency_service

    assert agency_service.get(db).name == "Ely Police Department"
    assert agency_service.settings(db).second_backup_folder == str(tmp_path / "stick")


def test_first_run_by_keyboard_alone(qtbot, window, tmp_path):
    window.program.begin(None)
    welcome = window.program._welcome
    assert welcome.focusWidget() is welcome._first
    qtbot.keyClick(welcome._first, Qt.Key.Key_Return)
    form = welcome._form
    assert form.isVisible()
    form._place.line.setText(str(tmp_path / "Ely"))
    qtbot.keyClick(form._name, Qt.Key.Key_Return)  # nothing is named yet
    assert not (tmp_path / "Ely.srodesk").exists()
    qtbot.keyClicks(form._name, "Ely Police Department")
    with qtbot.waitSignal(window.program.desk_opened, timeout=20_000):
        qtbot.keyClick(form._name, Qt.Key.Key_Return)
    assert window.program.desk.database.path == tmp_path / "Ely.srodesk"


def test_first_run_does_not_replace_a_file(qtbot, window, file):
    window.program.begin(None)
    window.actions_["new-file"].trigger()
    form = window.program._welcome._form
    qtbot.keyClicks(form._name, "Ely Police Department")
    form._place.line.setText(str(file))
    assert not form._create.isEnabled()
    assert "already exists" in form._form.row("place").words.text()


def test_back_from_a_new_file_returns_to_the_page(qtbot, window, file):
    desk = opened(qtbot, window, file)
    window.actions_["new-file"].trigger()
    window.program._welcome._form._back.click()
    assert window.page is desk.pages["deadlines"]


def test_files_dropped_anywhere_wait_in_the_inbox(qtbot, window, file, tmp_path):
    desk = opened(qtbot, window, file)
    dropped = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for path in dropped:
        path.write_bytes(foreign.pdf(path.stem))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in dropped])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    window.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), copy, data, left, none.NoModifier))
    qtbot.waitUntil(lambda: len(desk.context.inbox.files) == 2, timeout=20_000)
    assert window.page is desk.pages["inbox"]
    assert all(path.exists() for path in dropped)
    item = window.sidebar.item([page.name for page in PAGES].index("inbox"))
    assert item.text() == "Inbox (2)"


def test_backup_check_and_their_words(qtbot, window, file):
    opened(qtbot, window, file)
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.messages.text.startswith("Backed up and verified"))
    qtbot.waitUntil(lambda: window.status._backup.text().startswith("Backed up "))
    window.actions_["check"].trigger()
    qtbot.waitUntil(lambda: "is sound" in window.messages.text)


def test_a_pdf_is_checked_on_the_page_of_the_ledger(qtbot, window, file, monkeypatch):
    desk = opened(qtbot, window, file)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    window.actions_["check-pdf"].trigger()
    assert "activity" not in desk.pages
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    window.actions_["check-pdf"].trigger()
    assert window.page is desk.pages["activity"]
    assert window.page.checked == file


def test_a_restored_backup_takes_the_place_of_the_open_file(qtbot, window, file, monkeypatch):
    desk = opened(qtbot, window, file)
    backup = keeping.backup(desk.database).path
    add_officer(desk, "Erik Olson")
    qtbot.waitUntil(lambda: window.actions_["undo"].isEnabled())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(backup), ""))
    with qtbot.waitSignal(window.program.desk_opened, timeout=20_000):
        window.actions_["restore"].trigger()
    names = [officer.name for officer in officers.all_officers(window.program.desk.database)]
    assert names == ["Kim Xiong"]


def test_a_page_can_wish_for_a_restore(qtbot, window, file):
    desk = opened(qtbot, window, file)
    backup = keeping.backup(desk.database).path
    add_officer(desk, "Erik Olson")
    qtbot.waitUntil(lambda: window.actions_["undo"].isEnabled())
    with qtbot.waitSignal(window.program.desk_opened, timeout=20_000):
        desk.context.navigator.restore(backup)
    names = [officer.name for officer in officers.all_officers(window.program.desk.database)]
    assert names == ["Kim Xiong"]


def test_a_backup_that_cannot_be_restored_leaves_the_file_open(qtbot, window, file, tmp_path):
    desk = opened(qtbot, window, file)
    broken = tmp_path / "broken.srodesk"
    broken.write_bytes(keeping.backup(desk.database).path.read_bytes()[:9000])
    with qtbot.waitSignal(window.program.desk_opened, timeout=20_000):
        desk.context.navigator.restore(broken)
    assert window.program.desk.database.path == file
    assert "broken.srodesk" in window.messages.text
    names = [officer.name for officer in officers.all_officers(window.program.desk.database)]
    assert names == ["Kim Xiong"]


def test_an_overdue_backup_is_said_in_the_status_bar(qtbot, window, file, monkeypatch):
    desk = opened(qtbot, window, file)
    bar = window.status._backup
    qtbot.waitUntil(lambda: bar.text() == "No backup yet")
    assert not bar.property("late")
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=8))
    desk.commands.look_at_backups()
    qtbot.waitUntil(lambda: bar.text() == "Backup overdue: none for 8 days")
    assert bar.property("late")
    assert bar.palette().windowText().color().name() == LIGHT.lights[Light.AMBER]


def test_the_view_menu_follows_the_appearance(window):
    marked = {action.data(): action for action in window._appearances.actions()}
    assert marked[Appearance.SYSTEM].isChecked()
    window.theme.set_appearance(Appearance.LIGHT)
    assert marked[Appearance.LIGHT].isChecked()
    assert not marked[Appearance.SYSTEM].isChecked()


def test_deadlines_that_came_closer_lead_to_the_officer(qtbot, window, file, actor):
    db = records_file.open_file(file, actor=actor)
    district = districts.add(
        db, DistrictDraft(name="Ely", kind=DistrictKind.INDEPENDENT), actor=actor
    )
    kim = officers.all_officers(db)[0]
    assignments.add(
        db,
        AssignmentDraft(
            officer=kim.id, district=district.id, role=Role.REGULAR, assumed=date(2026, 12, 4)
        ),
        actor=actor,
    )
    db.close()
    desk = opened(qtbot, window, file)
    qtbot.waitUntil(lambda: window.news.text != "")
    assert window.news.text == "1 officer came closer to the deadline."
    button(window.news, "Kim Xiong").click()
    assert window.page.shown_officer == kim.id
    window.news.dismiss()
    desk._lead_times._looked_on = None
    desk._lead_times.look()
    qtbot.waitUntil(lambda: not desk.context.jobs.busy)
    assert window.news.text == ""  # nothing crossed since


def test_a_new_day_is_noticed(qtbot, window, file):
    desk = opened(qtbot, window, file)
    desk._shown_on = TODAY - timedelta(days=1)
    desk._on_minute()
    assert desk.pages["deadlines"].reloads == 1
    desk._on_minute()
    assert desk.pages["deadlines"].reloads == 1


def test_a_bug_is_shown_once_and_logged_without_its_words(qtbot, window, file, caplog):
    desk = opened(qtbot, window, file)

    def fail(_):
        raise KeyError("Kim Xiong")

    with caplog.at_level(logging.ERROR, "sro_desk"):
        desk.context.jobs.ask(desk, fail, lambda _: None)
        qtbot.waitUntil(lambda: "KeyError" in window.messages.text)
    window.messages.dismiss()
    desk.context.jobs.ask(desk, fail, lambda _: None)
    qtbot.waitUntil(lambda: not desk.context.jobs.busy)
    assert window.messages.text == ""
    assert "KeyError" in caplog.text
    assert "Kim" not in caplog.text


def test_the_appearance_is_changed_live_and_kept(qtbot, window, preferences):
    before = window.actions_["undo"].icon().cacheKey()
    with qtbot.waitSignal(window.theme.changed):
        window.theme.set_appearance(Appearance.DARK)
    assert window.palette().window().color().lightness() < 60
    assert window.actions_["undo"].icon().cacheKey() != before
    assert preferences.appearance is Appearance.DARK
    window.theme.set_appearance(Appearance.LIGHT)


def test_the_window_comes_back_as_it_was_left(qtbot, window, preferences):
    window.resize(780, 640)  # the offscreen screen is 800 wide
    window.remember()
    again = app.make_window(preferences)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (780, 640)


@pytest.mark.parametrize(
    ("name", "word"), [("keys", "Ctrl+Shift+N"), ("law", "626.8482"), ("about", "MIT")]
)
def test_the_sheets_of_the_help_menu(qtbot, window, name, word):
    window.actions_[name].trigger()
    sheet = QApplication.activeModalWidget()
    assert word in sheet.text.toPlainText()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)


def test_ctrl_c_copies_from_where_the_cursor_is(window):
    window.program.begin(None)
    window.actions_["new-file"].trigger()
    name = window.program._welcome._form._name
    name.setText("Ely")
    name.selectAll()
    name.setFocus()
    window.actions_["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "Ely"


def button(bar, text):
    return next(each for each in bar._buttons if each.text() == text)
