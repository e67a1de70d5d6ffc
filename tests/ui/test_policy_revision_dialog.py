"""The adoption of the policy and its revisions, typed and stored."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from sro_desk.domain.drafts import PolicyRevisionDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault, fault_words
from sro_desk.services import policy
from sro_desk.ui.dialogs.policy_revision import PolicyRevisionDialog

ACCEPTED = QDialog.DialogCode.Accepted


@pytest.fixture
def adopted(db, actor):
    draft = PolicyRevisionDraft(adopted_on=date(2025, 8, 11), title="507.5", posted_at="Binder")
    return policy.add_revision(db, draft, actor=actor)


@pytest.fixture
def opened(qtbot, context):
    def opened(*arguments, **more):
        dialog = PolicyRevisionDialog(context, *arguments, **more)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opened


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, modifier)


def test_the_adoption_is_entered_by_keyboard(qtbot, opened, db):
    dialog = opened()
    assert not dialog.save_button.isEnabled()
    assert dialog.focusWidget() is dialog.adopted_on.line
    qtbot.keyClicks(dialog.adopted_on.line, "8/11/2025")
    press(qtbot, dialog.adopted_on.line, Qt.Key.Key_Tab)
    qtbot.keyClicks(dialog.focusWidget(), "Policy 507.5")
    press(qtbot, dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(dialog.focusWidget(), "Squad room")
    press(qtbot, dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.result() == ACCEPTED)
    (revision,) = policy.all_revisions(db)
    assert dialog.stored == revision
    assert (revision.adopted_on, revision.title, revision.posted_at) == (
        date(2025, 8, 11),
        "Policy 507.5",
        "Squad room",
    )


def test_a_revision_is_changed_in_place(qtbot, opened, db, adopted):
    dialog = opened(adopted, others=(adopted,))
    assert dialog.adopted_on.value == adopted.adopted_on
    assert not dialog.is_changed
    dialog.title.setText("506.9")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.result() == ACCEPTED)
    (revision,) = policy.all_revisions(db)
    assert (revision.id, revision.title) == (adopted.id, "506.9")


def test_what_the_day_makes_of_it_is_said(opened, adopted):
    dialog = opened(others=(adopted,))
    assert "was adopted 08/11/2025" in dialog._told.text()
    dialog.adopted_on.line.setText("8/1/2025")
    assert "becomes the adoption" in dialog._told.text()
    assert "the adoption of the agency's policy" in opened()._told.text()


def test_a_day_on_record_and_a_day_to_come_are_asked_about_beside_the_field(opened, adopted):
    dialog = opened(others=(adopted,))
    dialog.form.row("adopted_on").touched = True
    dialog.adopted_on.line.setText("8/11/2025")
    assert dialog.form.row("adopted_on").words.text() == fault_words(Fault.SAME_REVISION)
    dialog.adopted_on.line.setText("12/1/2026")
    assert dialog.form.row("adopted_on").words.text() == fault_words(Fault.ADOPTED_IN_FUTURE)
    assert dialog.save_button.isEnabled()


def test_half_a_date_keeps_save_grey(opened):
    dialog = opened()
    dialog.adopted_on.line.setText("8/11/")
    assert not dialog.save_button.isEnabled()
    assert dialog.is_changed


def test_a_refusal_keeps_what_was_typed(qtbot, opened, monkeypatch):
    def refuse(*_, **__):
        raise SroDeskError("The disk is full. Make room.")

    monkeypatch.setattr(policy, "add_revision", refuse)
    dialog = opened()
    dialog.adopted_on.line.setText("8/11/2025")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.bar.text == "The disk is full. Make room.")
    assert dialog.isVisible()
    assert dialog.adopted_on.value == date(2025, 8, 11)


def test_thinking_better_of_it_stores_nothing(context, monkeypatch, db):
    monkeypatch.setattr(PolicyRevisionDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    assert PolicyRevisionDialog.ask(context) is None
    assert policy.all_revisions(db) == ()
