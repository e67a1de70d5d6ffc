"""Courses of the catalogue: the kind is asked for, and explained, before anything counts."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.course_kinds import kind_explained
from sro_desk.domain.faults import Fault, fault_words
from sro_desk.services import courses
from sro_desk.ui.dialogs.course import CourseDialog
from tests.ui.keyboard import CONTROL, Keyboard


@pytest.fixture
def show(qtbot, context):
    def show(course=None, **given):
        dialog = CourseDialog(context, course, **given)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: not context.jobs.busy)
        return dialog

    return show


@pytest.fixture
def catalogue(db):
    return lambda: courses.all_courses(db)


@pytest.fixture
def basic(catalogue):
    return next(each for each in catalogue() if each.provider == "NASRO")


def words(dialog, name):
    return dialog.form.row(name).words.text()


def save(qtbot, dialog):
    with qtbot.waitSignal(dialog.accepted):
        Keyboard(dialog).press(Qt.Key.Key_Return, CONTROL)


def test_a_course_by_keyboard(qtbot, show, catalogue):
    dialog = show()
    keys = Keyboard(dialog)
    keys.type("SRO week")
    keys.tab()
    keys.type("m")
    keys.tab()
    keys.type("BCA")
    keys.tab()
    keys.type("10101")
    keys.tab()
    keys.type("7.5")
    save(qtbot, dialog)
    (made,) = [each for each in catalogue() if each.title == "SRO week"]
    assert made == dialog.stored
    assert made.kind is CourseKind.MANDATED
    assert (made.provider, made.post_number, made.credits) == ("BCA", "10101", Decimal("7.5"))


def test_the_kind_is_asked_for_and_never_assumed(show):
    dialog = show(title="SRO week")
    assert dialog.focusWidget() is dialog.kind
    assert not dialog.save_button.isEnabled()
    assert dialog.foot.text() == "Still needed: Kind."
    dialog.save()
    assert words(dialog, "kind") == fault_words(Fault.KIND_MISSING)
    assert dialog.stored is None


@pytest.mark.parametrize("kind", CourseKind)
def test_each_kind_is_explained(show, kind):
    dialog = show(title="SRO week")
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    assert words(dialog, "kind") == kind_explained(kind)
    assert dialog.save_button.isEnabled()


def test_another_kind_for_a_course_on_file_says_what_that_does(show, basic):
    dialog = show(basic)
    assert words(dialog, "kind") == kind_explained(CourseKind.BASIC)
    dialog.kind.setCurrentIndex(dialog.kind.findData(CourseKind.MANDATED))
    assert "already on file will count as this too" in words(dialog, "kind")


def test_a_change_begins_with_what_is_on_file(qtbot, show, basic, catalogue):
    dialog = show(basic)
    assert not dialog.is_changed
    dialog.credits.setText("40")
    save(qtbot, dialog)
    assert replace(basic, credits=Decimal(40)) in catalogue()


def test_what_is_wrong_is_said_beside_the_field(show, basic):
    dialog = show(title=basic.title)
    dialog.kind.setCurrentIndex(dialog.kind.findData(CourseKind.BASIC))
    dialog.provider.setText("nasro")
    dialog.credits.setText("many")
    dialog.approved_from.line.setText("9/1/2026")
    dialog.approved_to.line.setText("8/1/2026")
    dialog.form.show_all_problems()
    assert words(dialog, "title") == fault_words(Fault.SAME_COURSE)
    assert words(dialog, "credits") == fault_words(Fault.CREDITS_NOT_A_NUMBER)
    assert words(dialog, "approved_to") == fault_words(Fault.ENDS_BEFORE_START)
    assert not dialog.save_button.isEnabled()


def test_discarding_asks(qtbot, show):
    dialog = show()
    keys = Keyboard(dialog)
    keys.type("SRO")
    keys.press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.rejected):
        keys.press(Qt.Key.Key_Escape)


def test_ask_gives_the_course_or_nothing(qtbot, monkeypatch, context):
    def by_a_person(dialog):
        dialog.show()
        dialog.kind.setCurrentIndex(0)
        save(qtbot, dialog)
        return dialog.result()

    monkeypatch.setattr(CourseDialog, "exec", by_a_person)
    assert CourseDialog.ask(context, title="SRO week").title == "SRO week"
    monkeypatch.setattr(CourseDialog, "exec", lambda dialog: dialog.reject() or 0)
    assert CourseDialog.ask(context, title="SRO week") is None
