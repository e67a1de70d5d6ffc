"""The inbox by keyboard: a file is stored and leaves, the next shows; whatever left comes back."""

import io
import os
import time
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from reportlab.pdfgen import canvas

from sro_desk.domain.drafts import OfficerDraft
from sro_desk.intake.inbox import Pile
from sro_desk.services import certificates, officers
from sro_desk.ui.dialogs.take_apart import TakeApartDialog
from sro_desk.ui.inbox_watch import SCAN_FOLDER
from sro_desk.ui.pages.inbox import InboxPage
from sro_desk.ui.settings.scanning import ScanningSection
from sro_desk.ui.undo import UndoStack
from tests.intake import foreign
from tests.ui.keyboard import CONTROL, Keyboard

NAMES = ("Kim Xiong", "Erik Olson", "Nguyễn Thị Ánh")
LONG = 30_000  # milliseconds


@pytest.fixture
def scans(tmp_path):
    folder = tmp_path / "scans"
    folder.mkdir()
    for number, name in enumerate(("a.pdf", "b.pdf", "c.pdf")):
        path = folder / name
        path.write_bytes(foreign.pdf(name, "back") if name == "b.pdf" else foreign.pdf(name))
        then = time.time() - 3600 + number
        os.utime(path, (then, then))
    return folder


@pytest.fixture
def people(db, actor):
    return [officers.add(db, OfficerDraft(name=name), actor=actor) for name in NAMES]


@pytest.fixture
def undo(context):
    return UndoStack(context)


@pytest.fixture
def page(qtbot, context, scans, people, undo):  # noqa: ARG001 - there before the page
    context.inbox.choose_scan_folder(str(scans))
    made = InboxPage(context)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    wait_for_file(qtbot, made, "a.pdf")
    return made


def told(*lines):
    """A certificate with these words."""
    paper = io.BytesIO()
    drawn = canvas.Canvas(paper)
    for number, line in enumerate(lines):
        drawn.drawString(72, 700 - 40 * number, line)
    drawn.save()
    return paper.getvalue()


def names(page):
    return [file.name for file in page.queue.model.visible_rows]


def ready(page):
    form = page.form
    has_lists = bool(form.fields.course._rows)
    return has_lists and not form.scan.reading and not form.scan.view.words


def wait_for_file(qtbot, page, name):
    def here():
        return page.form.path is not None and page.form.path.name == name and ready(page)

    qtbot.waitUntil(here, timeout=LONG)


def enter(keys, officer="xio", course="mand", day="8/20/26"):
    keys.type(officer)
    keys.press(Qt.Key.Key_Return)
    keys.tab()
    keys.type(course)
    keys.tab()
    keys.type(day)


def stored(db):
    return [certificates.get(db, line.id) for line in certificates.all_certificates(db)]


def test_one_certificate_in_at_most_26_keys_and_the_next_shows(qtbot, page, db, people, scans):
    keys = Keyboard(page)
    page.form.fields.officers.setFocus()
    enter(keys)
    assert page.form.save_button.isEnabled()
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert keys.pressed <= 26
    qtbot.waitUntil(lambda: (scans / "Stored" / "a.pdf").exists(), timeout=LONG)
    wait_for_file(qtbot, page, "b.pdf")
    assert names(page) == ["b.pdf", "c.pdf"]
    (certificate,) = stored(db)
    assert (certificate.officer, certificate.completed_on) == (people[0].id, date(2026, 8, 20))
    _, content = certificates.copy_content(db, certificate.copy)
    assert content == (scans / "Stored" / "a.pdf").read_bytes()
    assert page.form.fields.officers.officers == ()
    assert page.form.fields.course.value is None
    assert page.form.fields.officers.chooser.hasFocus()


def test_a_certificate_that_its_file_tells_takes_one_key(qtbot, page, db, people, scans):
    title = page.form.fields.course._rows[0].title
    paper = scans / "0.pdf"
    paper.write_bytes(
        told("This certifies that", "Erik Olson", "has completed", title, "on August 20, 2026")
    )
    os.utime(paper, (1_700_000_000, 1_700_000_000))
    page.reload()
    qtbot.waitUntil(lambda: "0.pdf" in names(page), timeout=LONG)
    page.table.select(lambda file: file.name == "0.pdf")
    wait_for_file(qtbot, page, "0.pdf")
    qtbot.waitUntil(page.form.save_button.isEnabled, timeout=LONG)
    keys = Keyboard(page)
    keys.press(Qt.Key.Key_Return, CONTROL)
    wait_for_file(qtbot, page, "a.pdf")
    (certificate,) = stored(db)
    assert (certificate.officer, certificate.course.title) == (people[1].id, title)
    assert certificate.completed_on == date(2026, 8, 20)
    assert keys.pressed <= 6


def test_a_further_officer_takes_at_most_4_keys(page):
    keys = Keyboard(page)
    page.form.fields.officers.setFocus()
    for letters in ("xio", "ols", "anh"):
        before = keys.pressed
        keys.type(letters)
        keys.press(Qt.Key.Key_Return)
        assert keys.pressed - before <= 4
    assert len(page.form.fields.officers.officers) == 3


def test_undo_takes_the_certificate_back_and_its_file_waits_again(qtbot, page, db, undo, scans):
    keys = Keyboard(page)
    page.form.fields.officers.setFocus()
    enter(keys)
    keys.press(Qt.Key.Key_Return, CONTROL)
    wait_for_file(qtbot, page, "b.pdf")
    qtbot.waitUntil(lambda: (scans / "Stored" / "a.pdf").exists(), timeout=LONG)
    undo.undo()
    wait_for_file(qtbot, page, "a.pdf")
    assert (scans / "a.pdf").exists()
    assert not certificates.all_certificates(db) or stored(db)[0].voided is not None
    qtbot.waitUntil(lambda: undo.redo_words is not None, timeout=LONG)
    undo.redo()
    qtbot.waitUntil(lambda: (scans / "Stored" / "a.pdf").exists(), timeout=LONG)
    qtbot.waitUntil(lambda: "a.pdf" not in names(page), timeout=LONG)


@pytest.mark.parametrize(("key", "pile"), [("discard", Pile.DISCARDED), ("aside", Pile.SET_ASIDE)])
def test_what_is_put_away_comes_back_by_undo_and_goes_again(qtbot, page, undo, scans, key, pile):
    page.table.setFocus()
    getattr(page.actions_, key).trigger()
    wait_for_file(qtbot, page, "b.pdf")
    away = scans / pile / "a.pdf"
    qtbot.waitUntil(lambda: away.exists() and undo.undo_words is not None, timeout=LONG)
    assert page.table.hasFocus()
    undo.undo()
    wait_for_file(qtbot, page, "a.pdf")
    assert not away.exists()
    undo.redo()
    qtbot.waitUntil(away.exists, timeout=LONG)
    undo.undo()
    qtbot.waitUntil(lambda: (scans / "a.pdf").exists(), timeout=LONG)


def test_piles_are_listed_and_put_back(qtbot, page, scans):
    page.actions_.discard.trigger()
    qtbot.waitUntil(lambda: (scans / "Discarded" / "a.pdf").exists(), timeout=LONG)
    page.queue.show_pile(Pile.DISCARDED)
    qtbot.waitUntil(lambda: names(page) == ["a.pdf"], timeout=LONG)
    assert page.stack.currentWidget() is page.view
    assert page.actions_.back.isEnabled()
    assert not page.actions_.discard.isEnabled()
    page.actions_.back.trigger()
    qtbot.waitUntil(lambda: names(page) == ["a.pdf", "b.pdf", "c.pdf"], timeout=LONG)


def test_what_is_typed_is_not_lost_by_going_to_another_file(qtbot, page):
    keys = Keyboard(page)
    page.form.fields.officers.setFocus()
    keys.type("xio")
    keys.press(Qt.Key.Key_Return)
    page.table.setCurrentIndex(page.queue.model.index(2, 0))
    assert page.form.path.name == "a.pdf"
    assert "not stored yet" in page.form.bar.text
    assert "a.pdf" in page.unsaved_words()
    page.form.bar._buttons[0].click()
    assert page.table.current_row.name == "a.pdf"
    assert len(page.form.fields.officers.officers) == 1
    page.table.setCurrentIndex(page.queue.model.index(2, 0))
    page.form.bar._buttons[1].click()
    wait_for_file(qtbot, page, "c.pdf")
    assert page.form.fields.officers.officers == ()
    assert page.unsaved_words() == ""


def test_escape_goes_to_the_list_and_loses_nothing(page):
    keys = Keyboard(page)
    page.form.fields.officers.setFocus()
    keys.type("xio")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    assert len(page.form.fields.officers.officers) == 1


def test_a_class_scanned_in_one_go_is_taken_apart(qtbot, page, scans, monkeypatch):
    monkeypatch.setattr(TakeApartDialog, "ask", lambda *_: ((0,), (1,)))
    page.table.setCurrentIndex(page.queue.model.index(1, 0))
    wait_for_file(qtbot, page, "b.pdf")
    assert page.actions_.apart.isEnabled()
    page.actions_.apart.trigger()
    parts = ["1 of 2 - b.pdf", "2 of 2 - b.pdf"]
    qtbot.waitUntil(lambda: names(page) == ["a.pdf", "c.pdf", *parts], timeout=LONG)
    wait_for_file(qtbot, page, parts[0])
    assert page.form.scan.scan.pages == 1
    assert (scans / "Taken apart" / "b.pdf").exists()


def test_files_of_one_certificate_are_put_together(qtbot, page, scans):
    page.table.selectAll()
    page.actions_.join.trigger()
    qtbot.waitUntil(lambda: names(page) == ["a together.pdf"], timeout=LONG)
    wait_for_file(qtbot, page, "a together.pdf")
    assert page.form.scan.scan.pages == 4
    assert len(list((scans / "Taken apart").iterdir())) == 3


def test_pasted_files_and_pictures_wait_too(qtbot, page, tmp_path):
    other = tmp_path / "copied.pdf"
    other.write_bytes(foreign.pdf("copied"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    QGuiApplication.clipboard().setMimeData(data)
    page.actions_.paste.trigger()
    wait_for_file(qtbot, page, "copied.pdf")
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(picture)
    page.actions_.paste.trigger()
    wait_for_file(qtbot, page, "Pasted picture.png")
    QGuiApplication.clipboard().setText("Dear chief")
    with qtbot.waitSignal(page._context.navigator.warned) as told:
        page.actions_.paste.trigger()
    assert "no file and no picture" in told.args[0]


def test_a_clipboard_that_holds_nothing_is_told(qtbot, page, monkeypatch):
    monkeypatch.setattr(type(QGuiApplication.clipboard()), "mimeData", lambda *_: None)
    with qtbot.waitSignal(page._context.navigator.warned) as heard:
        page.actions_.paste.trigger()
    assert "no file and no picture" in heard.args[0]


def test_chosen_files_are_added(qtbot, page, tmp_path, monkeypatch):
    other = tmp_path / "chosen.pdf"
    other.write_bytes(foreign.pdf("chosen"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(other)], ""))
    page.actions_.add.trigger()
    wait_for_file(qtbot, page, "chosen.pdf")


def test_a_file_that_cannot_be_kept_is_told_and_the_rest_goes_on(qtbot, page, scans):
    junk = scans / "junk.pdf"
    junk.write_bytes(b"MZ not a certificate at all, whatever its name says")
    os.utime(junk, (1_700_000_000, 1_700_000_000))
    page.reload()
    qtbot.waitUntil(lambda: "junk.pdf" in names(page), timeout=LONG)
    page.table.select(lambda file: file.name == "junk.pdf")
    qtbot.waitUntil(lambda: "was not taken" in page.form.scan.words, timeout=LONG)
    assert not page.form.save_button.isEnabled()
    page.actions_.discard.trigger()
    wait_for_file(qtbot, page, "a.pdf")


def test_the_next_file_is_drawn_before_it_is_asked_for(qtbot, page):
    rows = list(page.queue.model.visible_rows)
    qtbot.waitUntil(lambda: page._ahead.ready(rows[1]) is not None, timeout=LONG)
    page.table.setCurrentIndex(page.queue.model.index(1, 0))
    assert page.form.scan.scan is not None
    assert page.form.scan.view.words == ""  # a picture, and no wait


def test_nothing_waits(qtbot, page):
    page.table.selectAll()
    page.actions_.discard.trigger()
    qtbot.waitUntil(lambda: not page.queue.model.rows, timeout=LONG)
    assert page.stack.currentWidget() is page._nothing
    assert page.unsaved_words() == ""


def test_a_scan_folder_that_vanishes_is_told_once(qtbot, context, tmp_path):
    said = []
    context.inbox.troubled.connect(said.append)
    context.inbox.choose_scan_folder(str(tmp_path / "gone"))
    qtbot.waitUntil(lambda: len(said) == 1, timeout=LONG)
    context.inbox.look()
    context.inbox.look()
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=LONG)
    assert said == [said[0]]
    assert "is not there" in said[0]


def test_the_scan_folder_is_chosen_in_settings(qtbot, context, scans, preferences):
    section = ScanningSection(context)
    qtbot.addWidget(section)
    section.reload()
    qtbot.keyClicks(section.folder.line, str(scans))
    qtbot.keyClick(section.folder.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(context.inbox.files) == 3, timeout=LONG)
    assert preferences.text(SCAN_FOLDER) == str(scans)
