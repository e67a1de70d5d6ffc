"""Entering certificates: by keyboard from nothing to a row with its copy, and nothing is lost."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from sro_desk.domain.codes import CourseKind, DistrictKind, Role
from sro_desk.domain.drafts import (
    AssignmentDraft,
    CertificateDraft,
    DistrictDraft,
    OfficerDraft,
)
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault, fault_words
from sro_desk.domain.scan import Scan
from sro_desk.intake.limits import Limits
from sro_desk.intake.worker import Worker
from sro_desk.services import assignments, certificates, courses, districts, officers
from sro_desk.ui.dialogs.certificate import CertificateDialog
from sro_desk.ui.dialogs.course import CourseDialog
from sro_desk.ui.dialogs.officer import OfficerDialog
from tests.conftest import TODAY
from tests.intake import foreign
from tests.ui.keyboard import CONTROL, SHIFT, Keyboard

NAMES = ("Kim Xiong", "Erik Olson", "Nguyễn Thị Ánh")


@pytest.fixture
def people(db, actor):
    """Three officers, each to serve at one district."""
    draft = DistrictDraft(name="Birch Lake", kind=DistrictKind.INDEPENDENT, state_id="0196")
    district = districts.add(db, draft, actor=actor)
    found = []
    for name in NAMES:
        officer = officers.add(db, OfficerDraft(name=name), actor=actor)
        serves = AssignmentDraft(
            officer=officer.id, district=district.id, role=Role.REGULAR, assumed=date(2026, 9, 14)
        )
        assignments.add(db, serves, actor=actor)
        found.append(officer)
    return SimpleNamespace(kim=found[0], erik=found[1], anh=found[2])


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "xiong.pdf"
    path.write_bytes(foreign.pdf("Certificate", "Back"))
    return path


@pytest.fixture
def show(qtbot, context, people):  # noqa: ARG001 - the roster is there before the form
    """Open the dialog as `ask` does, and wait until it has its lists."""

    shown = []

    def show(context=context, **given):
        dialog = CertificateDialog(context, **given)
        qtbot.addWidget(dialog)
        shown.append(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: _ready(dialog), timeout=30_000)
        return dialog

    yield show
    for dialog in shown:
        dialog.done(0)


def _ready(dialog):
    has_lists = bool(dialog.fields.course._rows)
    return has_lists and not dialog.scan.reading and not dialog._settling.isActive()


@pytest.fixture
def stored(db):
    return lambda: [certificates.get(db, line.id) for line in certificates.all_certificates(db)]


@pytest.fixture
def course_of(db):
    return lambda kind: next(each for each in courses.all_courses(db) if each.kind is kind)


@pytest.fixture
def kept(db, actor, people, course_of):
    """A certificate on file, with its copy."""
    draft = CertificateDraft(
        officer=people.kim.id,
        course=course_of(CourseKind.MANDATED).id,
        completed_on=date(2026, 8, 20),
        number="SRO-1",
    )
    copy = Scan(
        content=foreign.pdf("Old"),
        original_name="old.pdf",
        media_type="application/pdf",
        pages=1,
    )
    return certificates.add(db, draft, copy, actor=actor)


def words(dialog, name):
    return dialog.form.row(name).words.text()


def save(qtbot, dialog):
    with qtbot.waitSignal(dialog.accepted):
        Keyboard(dialog).press(Qt.Key.Key_Return, CONTROL)


def fill(dialog, keys, officer="xio", course="mand", day="8/20/26"):
    keys.type(officer)
    keys.tab()
    keys.type(course)
    keys.tab()
    keys.type(day)
    assert dialog.save_button.isEnabled()


def test_one_certificate_by_keyboard_in_at_most_26_keys(
    qtbot, monkeypatch, db, scan, show, people, stored, course_of
):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(scan), ""))
    dialog = show()
    keys = Keyboard(dialog)
    assert dialog.focusWidget() is dialog.fields.officers.chooser
    keys.press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.scan.scan is not None)
    dialog.fields.officers.setFocus()  # the button has it where the desktop gives it away
    fill(dialog, keys)
    keys.tab()
    keys.tab()
    keys.type("4711")
    with qtbot.waitSignal(dialog.accepted):
        keys.press(Qt.Key.Key_Return, CONTROL)
    assert keys.pressed <= 26
    (certificate,) = stored()
    assert dialog.certificates == (certificate,)
    assert certificate.officer == people.kim.id
    assert certificate.course == course_of(CourseKind.MANDATED)
    assert (certificate.completed_on, certificate.number) == (date(2026, 8, 20), "4711")
    copy, content = certificates.copy_content(db, certificate.copy)
    assert (copy.original_name, copy.pages) == ("xiong.pdf", 2)
    assert content == scan.read_bytes()


def test_t_is_today(qtbot, show, stored):
    dialog = show()
    fill(dialog, Keyboard(dialog), day="t")
    save(qtbot, dialog)
    assert stored()[0].completed_on == TODAY


def test_a_class_of_three_shares_all_but_the_number(qtbot, show, people, scan, stored):
    dialog = show(path=scan)
    keys = Keyboard(dialog)
    for letters in ("xio", "ols", "anh"):
        keys.type(letters)
        keys.press(Qt.Key.Key_Return)
    keys.tab()
    for number in ("11", "12", "13"):
        keys.type(number)
        keys.tab()
    keys.type("mand")
    keys.tab()
    keys.type("8/20/26")
    save(qtbot, dialog)
    found = {each.officer: each for each in stored()}
    numbers = [found[each.id].number for each in (people.kim, people.erik, people.anh)]
    assert numbers == ["11", "12", "13"]
    assert len({each.copy for each in found.values()}) == 1
    assert len(dialog.certificates) == 3


def test_a_number_typed_goes_along_when_a_second_officer_joins_and_leaves(show, people):
    dialog = show(officer=people.kim.id)
    fields = dialog.fields
    fields.number.setText("11")
    fields.officers.add(people.erik)
    assert fields.officers.number_of(people.kim.id) == "11"
    assert not fields.number.isVisible()
    keys = Keyboard(dialog)
    fields.officers.setFocus()
    keys.press(Qt.Key.Key_Backspace)
    assert fields.officers.officers == (people.kim.id,)
    assert fields.number.text() == "11"
    assert fields.number.isVisible()


def test_where_the_question_names_an_officer_the_cursor_is_at_the_course(show, people):
    dialog = show(officer=people.erik.id)
    assert dialog.fields.officers.officers == (people.erik.id,)
    assert dialog.focusWidget() is dialog.fields.course
    assert not dialog.is_changed


def test_it_says_what_the_certificate_does(qtbot, show, scan):
    dialog = show(path=scan)
    fill(dialog, Keyboard(dialog))
    told = (
        "Kim Xiong: now Overdue (V.A, last day 09/13/2026), then Met (V.A)."
        " No contract with the district on file."
    )
    qtbot.waitUntil(lambda: dialog.effects.words == told)
    assert dialog.effects.isVisible()


def test_without_a_copy_it_warns_and_saves(qtbot, show, stored):
    dialog = show()
    assert dialog.scan.warning == ""
    fill(dialog, Keyboard(dialog))
    assert "V.E" in dialog.scan.warning
    qtbot.waitUntil(lambda: "Red until a copy" in dialog.effects.words)
    save(qtbot, dialog)
    assert stored()[0].copy is None


def test_save_and_add_another_keeps_the_course_and_its_date(qtbot, show, people, scan, stored):
    dialog = show(path=scan)
    keys = Keyboard(dialog)
    fill(dialog, keys)
    keys.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: len(dialog.certificates) == 1)
    assert dialog.isVisible()
    assert "1 certificate is stored" in dialog.bar.text
    assert dialog.fields.completed_on.value == date(2026, 8, 20)
    assert dialog.scan.scan is None
    assert not dialog.is_changed
    assert words(dialog, "officer") == ""
    assert dialog.focusWidget() is dialog.fields.officers.chooser
    keys.type("ols")
    keys.tab()
    save(qtbot, dialog)
    assert [each.officer for each in dialog.certificates] == [people.kim.id, people.erik.id]
    assert len(stored()) == 2


def test_esc_after_another_gives_what_was_stored(qtbot, show):
    dialog = show()
    keys = Keyboard(dialog)
    fill(dialog, keys)
    keys.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: len(dialog.certificates) == 1)
    with qtbot.waitSignal(dialog.rejected):
        keys.press(Qt.Key.Key_Escape)
    assert len(dialog.certificates) == 1


def test_ask_gives_what_was_stored(qtbot, monkeypatch, context, people):
    def by_a_person(dialog):
        dialog.show()
        dialog.fields.officers.add(people.kim)
        qtbot.waitUntil(lambda: _ready(dialog))
        dialog.fields.course.choose(dialog.fields.course._rows[0])
        dialog.fields.completed_on.value = date(2026, 8, 20)
        save(qtbot, dialog)
        return dialog.result()

    monkeypatch.setattr(CertificateDialog, "exec", by_a_person)
    (certificate,) = CertificateDialog.ask(context)
    assert certificate.officer == people.kim.id


def test_problems_stand_beside_their_fields(qtbot, show):
    dialog = show()
    keys = Keyboard(dialog)
    keys.type("xio")
    keys.tab()
    keys.type("suppl")
    keys.tab()
    keys.type("t")
    keys.press(Qt.Key.Key_Plus)
    keys.tab()
    keys.type("8/32/26")
    keys.tab()
    keys.tab()
    keys.type("many")
    keys.tab()
    future, alone = map(fault_words, (Fault.COMPLETED_IN_FUTURE, Fault.SUPPLEMENTAL_WITHOUT_BASIC))
    qtbot.waitUntil(lambda: words(dialog, "completed_on") == f"{future} {alone}")
    assert words(dialog, "issued_on") == fault_words(Fault.DATE_UNREADABLE)
    assert words(dialog, "credits") == fault_words(Fault.CREDITS_NOT_A_NUMBER)
    assert not dialog.save_button.isEnabled()
    assert not dialog.another_button.isEnabled()
    assert dialog.foot.text() == "Still needed: Issued on, Completed on, Credits."


def test_a_basic_course_after_august_2025_opens_nothing(qtbot, show):
    dialog = show()
    fill(dialog, Keyboard(dialog), course="nasro", day="9/1/25")
    dialog.form.show_all_problems()
    qtbot.waitUntil(lambda: words(dialog, "completed_on") == fault_words(Fault.BASIC_TOO_LATE))
    assert dialog.save_button.isEnabled()
    assert words(dialog, "course").startswith("Basic course: opens V.B")


def test_the_safety_centers_course_of_2025_is_asked_about(qtbot, show):
    dialog = show()
    keys = Keyboard(dialog)
    fill(dialog, keys, course="safety", day="5/3/25")
    button = dialog.fields.on_the_list
    qtbot.waitUntil(button.isVisible)
    keys.tab()
    assert words(dialog, "completed_on") == fault_words(Fault.BASIC_MAY_BE_MANDATED)
    button.click()
    keys.press(Qt.Key.Key_Return)
    assert dialog.fields.course.value.kind is CourseKind.MANDATED
    qtbot.waitUntil(lambda: not button.isVisible())


def test_the_same_file_on_another_certificate_is_said_beside_the_file(
    qtbot, db, show, kept, tmp_path
):
    path = tmp_path / "again.pdf"
    path.write_bytes(certificates.copy_content(db, kept.copy)[1])
    dialog = show(path=path)
    fill(dialog, Keyboard(dialog), officer="ols")
    qtbot.waitUntil(lambda: dialog.scan.warning == fault_words(Fault.SAME_COPY))
    assert dialog.save_button.isEnabled()


def test_letters_that_name_nobody_are_not_lost(show, people):
    dialog = show(officer=people.kim.id)
    dialog.fields.course.choose(dialog.fields.course._rows[0])
    dialog.fields.completed_on.value = date(2026, 8, 20)
    assert dialog.save_button.isEnabled()
    dialog.fields.officers.setFocus()
    Keyboard(dialog).type("ol")
    assert not dialog.save_button.isEnabled()
    assert "Officers" in dialog.foot.text()


def test_a_change_begins_with_what_is_on_file(qtbot, show, kept, stored):
    dialog = show(certificate=kept.id)
    assert dialog.windowTitle() == "Change certificate"
    assert not dialog.is_changed
    assert not dialog.another_button.isVisible()
    assert "On file: “old.pdf”" in dialog.scan.words
    qtbot.waitUntil(lambda: dialog.scan.view.pages == 1)
    dialog.fields.number.setText("SRO-2")
    save(qtbot, dialog)
    (certificate,) = stored()
    assert certificate == replace(kept, number="SRO-2")


def test_a_change_may_replace_the_copy(qtbot, db, show, kept, scan, stored):
    dialog = show(certificate=kept.id)
    dialog.scan.load(scan)
    qtbot.waitUntil(lambda: dialog.scan.scan is not None)
    assert dialog.is_changed
    dialog.scan.clear()
    assert "On file: “old.pdf”" in dialog.scan.words
    dialog.scan.load(scan)
    qtbot.waitUntil(lambda: dialog.scan.scan is not None)
    save(qtbot, dialog)
    (certificate,) = stored()
    assert certificates.copy_content(db, certificate.copy)[1] == scan.read_bytes()
    assert certificates.copy_content(db, kept.copy)[0].original_name == "old.pdf"


def test_choosing_another_officer_replaces_the_one_on_file(qtbot, show, kept, people, stored):
    dialog = show(certificate=kept.id)
    dialog.fields.officers.setFocus()
    keys = Keyboard(dialog)
    keys.type("ols")
    keys.press(Qt.Key.Key_Return)
    save(qtbot, dialog)
    assert [each.officer for each in stored()] == [people.erik.id]


def test_a_refusal_loses_nothing(qtbot, monkeypatch, show, scan, stored):
    def refuse(*_, **__):
        raise SroDeskError("The disk is full. Make room.")

    dialog = show(path=scan)
    fill(dialog, Keyboard(dialog))
    monkeypatch.setattr(certificates, "add_class", refuse)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.bar.text == "The disk is full. Make room.")
    assert dialog.isVisible()
    assert dialog.draft().drafts[0].completed_on == date(2026, 8, 20)
    assert dialog.scan.scan.content == scan.read_bytes()
    assert dialog.save_button.isEnabled()
    assert stored() == []


def test_discarding_asks_and_the_answer_of_the_file_does_not_take_the_question_back(
    qtbot, show, stored
):
    dialog = show()
    keys = Keyboard(dialog)
    fill(dialog, keys)
    keys.press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.effects.words != "")
    assert "not saved" in dialog.bar.text
    with qtbot.waitSignal(dialog.rejected):
        keys.press(Qt.Key.Key_Escape)
    assert dialog.certificates == ()
    assert stored() == []


def test_a_dropped_file_alone_is_nothing_typed(qtbot, show, scan):
    dialog = show(path=scan)
    assert dialog.scan.scan is not None
    with qtbot.waitSignal(dialog.rejected):
        Keyboard(dialog).press(Qt.Key.Key_Escape)


def test_a_file_chosen_in_the_dialog_is_asked_about(qtbot, show, scan):
    dialog = show()
    dialog.scan.load(scan)
    qtbot.waitUntil(lambda: dialog.scan.scan is not None)
    Keyboard(dialog).press(Qt.Key.Key_Escape)
    assert dialog.isVisible()


def test_a_file_is_taken_wherever_it_is_dropped(qtbot, show, scan):
    dialog = show()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(900, 100), copy, data, left, none)
    QApplication.sendEvent(dialog, over)
    assert over.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(QPointF(900, 100), copy, data, left, none))
    qtbot.waitUntil(lambda: dialog.scan.scan is not None)
    assert not dialog.fields.number.acceptDrops()


def test_page_down_turns_the_page_from_any_field(qtbot, show, scan):
    dialog = show(path=scan)
    qtbot.waitUntil(lambda: dialog.scan.view.pages == 2)
    keys = Keyboard(dialog)
    keys.press(Qt.Key.Key_PageDown)
    assert dialog.scan.view.page == 1
    keys.press(Qt.Key.Key_PageUp)
    assert dialog.scan.view.page == 0


def test_save_waits_while_a_file_is_read(qtbot, monkeypatch, context, show, scan):
    dialog = show()
    fill(dialog, Keyboard(dialog))
    kept_back = []
    monkeypatch.setattr(context.jobs, "look", lambda *asked: kept_back.append(asked))
    dialog.scan.load(scan)
    assert not dialog.save_button.isEnabled()
    assert dialog.foot.text() == "Save waits until the file is read."
    monkeypatch.undo()
    context.jobs.look(*kept_back[0])
    qtbot.waitUntil(dialog.save_button.isEnabled)


def test_of_two_files_the_one_chosen_last_counts(qtbot, show, scan, tmp_path):
    second = tmp_path / "second.pdf"
    second.write_bytes(foreign.pdf("Second"))
    dialog = show()
    dialog.scan.load(scan)
    dialog.scan.load(second)
    qtbot.waitUntil(lambda: dialog.scan.scan is not None)
    assert dialog.scan.scan.original_name == "second.pdf"


def test_an_officer_is_added_on_the_spot(qtbot, monkeypatch, db, actor, show):
    def add(_context, *, parent, name):
        assert parent is not None
        return officers.add(db, OfficerDraft(name=f"{name} Lee"), actor=actor)

    monkeypatch.setattr(OfficerDialog, "ask", add)
    dialog = show()
    keys = Keyboard(dialog)
    keys.type("Zoe")
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(dialog.fields.officers.officers) == 1)
    assert dialog.fields.officers.chooser.text() == ""


def test_a_course_is_added_on_the_spot(qtbot, monkeypatch, db, actor, show):
    def add(_context, *, title, parent):
        assert parent is not None
        draft = replace(courses.CATALOGUE[0], title=title)
        return courses.add(db, draft, actor=actor)

    monkeypatch.setattr(CourseDialog, "ask", add)
    dialog = show()
    dialog.fields.course.setFocus()
    keys = Keyboard(dialog)
    keys.type("Zero tolerance")
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.fields.course.value is not None)
    assert dialog.fields.course.value.title == "Zero tolerance"


def test_size_and_division_are_remembered(show):
    dialog = show()
    dialog.resize(740, 500)
    dialog.scrolled.parent().setSizes([360, 330])
    dialog.scrolled.parent().splitterMoved.emit(360, 1)
    dialog.reject()
    again = show()
    assert again.size() == dialog.size()
    assert again.scan.width() == dialog.scan.width()


def test_a_small_screen_has_one_above_the_other_and_clips_nothing(qtbot, show):
    dialog = show()
    dialog.resize(640, 320)
    side = dialog.scrolled.parent().parent().parent()
    qtbot.waitUntil(lambda: side.stacked)
    assert dialog.scrolled.height() >= dialog.form.height()
    assert not dialog.scrolled.horizontalScrollBar().isVisible()
    dialog.resize(1100, 600)
    qtbot.waitUntil(lambda: not side.stacked)


LIMITED = Limits(memory=1024**3, cpu=4, wall=6.0)
KEPT_UNSEEN = {
    "truncated": lambda: foreign.pdf("x", "y")[:300],
    "encrypted": lambda: foreign.pdf("x", encryption=foreign.pikepdf.Encryption(user="secret")),
    "a picture of claims": lambda: foreign.png_of(60_000, 60_000),
}
REFUSED = {
    "26 MB": (lambda: b"%PDF-1.7\n" + bytes(26 * 1024 * 1024), "25 MB"),
    "a program": (lambda: b"MZ" + bytes(2000), "Only PDF, JPEG, PNG and TIFF"),
    "empty": (lambda: b"", "empty"),
}


@pytest.fixture
def limited(context):
    """A worker that gives up early, so that no test waits for a bomb."""
    made = replace(context, worker=Worker(LIMITED))
    yield made
    made.worker.close()


@pytest.mark.parametrize("make", KEPT_UNSEEN.values(), ids=KEPT_UNSEEN)
def test_what_cannot_be_shown_is_said_and_kept(qtbot, db, show, stored, tmp_path, make):
    path = tmp_path / "hostile.pdf"
    path.write_bytes(make())
    dialog = show(path=path)
    assert "cannot be shown" in dialog.scan.view.words or "too many" in dialog.scan.view.words
    fill(dialog, Keyboard(dialog))
    save(qtbot, dialog)
    (certificate,) = stored()
    copy, content = certificates.copy_content(db, certificate.copy)
    assert copy.pages is None
    assert content == path.read_bytes()


@pytest.mark.parametrize(("make", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_kept_is_said_and_the_file_before_stays(
    qtbot, show, scan, tmp_path, make, said
):
    dialog = show(path=scan)
    path = tmp_path / "refused.pdf"
    path.write_bytes(make())
    dialog.scan.load(path)
    qtbot.waitUntil(lambda: not dialog.scan.reading)
    assert "“refused.pdf” was not taken." in dialog.scan.words
    assert said in dialog.scan.words
    assert dialog.scan.scan.original_name == "xiong.pdf"
    assert dialog.isVisible()


def test_a_bomb_dies_in_the_worker_and_the_window_lives(qtbot, db, limited, show, stored, tmp_path):
    path = tmp_path / "bomb.pdf"
    path.write_bytes(foreign.bomb())
    dialog = show(limited, path=path)
    fill(dialog, Keyboard(dialog))
    view = dialog.scan.view
    qtbot.waitUntil(
        lambda: "cannot be shown" in view.words or "takes" in view.words, timeout=30_000
    )
    save(qtbot, dialog)
    assert certificates.copy_content(db, stored()[0].copy)[1] == path.read_bytes()


def test_5000_pages_are_shown_with_a_remark(qtbot, show, tmp_path):
    path = tmp_path / "book.pdf"
    path.write_bytes(foreign.many_pages(5000))
    dialog = show(path=path)
    assert "5,000 pages" in dialog.scan.words
    qtbot.waitUntil(lambda: dialog.scan.view.pages == 5000)
