"""Forms and dialogs: words beside the field, and nothing typed is lost."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from sro_desk.domain.drafts import OfficerDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault, fault_words
from sro_desk.domain.problems import Problem, officer_problems
from sro_desk.services import officers
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.dialogs.void_reason import VoidReasonDialog


class NameDialog(FormDialog):
    def __init__(self, context, refuse=""):
        super().__init__(context, "New officer")
        self._refuse = refuse
        self.name = QLineEdit()
        self.email = QLineEdit()
        self.form.add("name", "&Name", self.name)
        self.form.add("work_email", "E-&mail", self.email, hint="At work")
        self.start()

    def draft(self):
        return OfficerDraft(name=self.name.text(), work_email=self.email.text())

    def problems(self, draft):
        return officer_problems(draft)

    def work(self, draft):
        def store(db):
            if self._refuse:
                raise SroDeskError(self._refuse)
            return officers.add(db, draft, actor=self.context.actor)

        return store


@pytest.fixture
def dialog(qtbot, context):
    made = NameDialog(context)
    qtbot.addWidget(made)
    made.open()
    return made


def words(dialog, name):
    return dialog.form.row(name).words.text()


def test_save_is_grey_until_nothing_blocks(qtbot, dialog):
    assert not dialog.save_button.isEnabled()
    assert dialog.foot.text() == "Still needed: Name."
    qtbot.keyClicks(dialog.name, "Kim Xiong")
    assert dialog.save_button.isEnabled()
    assert dialog.foot.text() == ""


def test_a_field_that_was_not_visited_is_not_scolded(qtbot, dialog):
    assert words(dialog, "name") == ""
    dialog.name.setFocus()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Tab)
    assert words(dialog, "name") == fault_words(Fault.NAME_MISSING)
    assert dialog.name.property("problem")


def test_a_list_beneath_a_field_and_another_window_are_no_visit(dialog):
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        QApplication.sendEvent(dialog.name, QFocusEvent(QEvent.Type.FocusOut, reason))
        assert words(dialog, "name") == ""
    left = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.MouseFocusReason)
    QApplication.sendEvent(dialog.name, left)
    assert words(dialog, "name") == fault_words(Fault.NAME_MISSING)


def test_a_warning_is_said_but_does_not_block(qtbot, dialog):
    qtbot.keyClicks(dialog.name, "Kim Xiong")
    qtbot.keyClicks(dialog.email, "kim")
    assert words(dialog, "work_email") == "At work"
    dialog.form.show_all_problems()
    assert words(dialog, "work_email") == fault_words(Fault.EMAIL_UNLIKELY)
    assert not dialog.email.property("problem")
    assert dialog.save_button.isEnabled()


def test_what_has_no_field_is_said_at_the_foot(dialog):
    dialog.form.show_problems([Problem("copy", Fault.SAME_COPY)])
    assert dialog.form.unplaced() == (fault_words(Fault.SAME_COPY),)


def test_ctrl_enter_stores_while_the_dialog_is_open(qtbot, context, dialog):
    qtbot.keyClicks(dialog.name, "Kim Xiong")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.email, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.stored.name == "Kim Xiong"
    with qtbot.waitSignal(context.jobs.ended):
        found = []
        context.jobs.ask(dialog, officers.all_officers, found.extend)
    assert [officer.name for officer in found] == ["Kim Xiong"]


def test_a_refusal_keeps_everything_and_says_why(qtbot, context):
    dialog = NameDialog(context, refuse="The disk is full. Make room.")
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.keyClicks(dialog.name, "Kim Xiong")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.bar.text == "The disk is full. Make room.")
    assert dialog.isVisible()
    assert dialog.name.text() == "Kim Xiong"
    assert dialog.save_button.isEnabled()


def test_esc_closes_at_once_where_nothing_was_typed(qtbot, dialog):
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_esc_asks_before_it_loses_what_was_typed(qtbot, dialog):
    qtbot.keyClicks(dialog.name, "Kim")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not saved" in dialog.bar.text
    qtbot.keyClicks(dialog.name, " Xiong")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_voiding_needs_a_reason(qtbot, context):
    dialog = VoidReasonDialog(context, "certificate")
    qtbot.addWidget(dialog)
    dialog.open()
    assert not dialog.save_button.isEnabled()
    qtbot.keyClicks(dialog.form.row("reason").field, "Entered twice")
    dialog.save_button.click()
    assert dialog.result() == VoidReasonDialog.DialogCode.Accepted
    assert dialog.draft() == "Entered twice"


def test_every_field_has_a_name_for_screen_readers(dialog):
    assert dialog.name.accessibleName() == "Name"
    assert dialog.email.accessibleDescription() == "At work"


def test_the_cursor_is_in_the_first_field_though_save_is_grey(dialog):
    assert not dialog.save_button.isEnabled()
    assert dialog.focusWidget() is dialog.name


def test_beginning_anew_scolds_no_field(dialog):
    dialog.form.show_all_problems()
    assert words(dialog, "name")
    dialog.form.forget_visits()
    assert words(dialog, "name") == ""
