"""Packets in the window: given out by a dialog, listed with the district, reprinted, voided."""

import zipfile
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from sro_desk.domain.codes import DistrictKind
from sro_desk.domain.drafts import DistrictDraft
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.services import districts, letters
from sro_desk.services.reports import given_out, making
from sro_desk.ui.dialogs.cover_letter import CoverLetterDialog
from sro_desk.ui.dialogs.give_out import GivenOut, GiveOutDialog
from sro_desk.ui.dialogs.void_reason import VoidReasonDialog
from sro_desk.ui.giving_out import GivingOut
from sro_desk.ui.pages.districts import DistrictsPage
from sro_desk.ui.viewing import VIEWING
from tests.conftest import TODAY

TO = "Jane Smith <jane@ely.example>"


@pytest.fixture
def ely(db, actor):
    draft = DistrictDraft(
        name="Ely",
        kind=DistrictKind.INDEPENDENT,
        state_id="0696",
        contact_name="Jane Smith",
        contact_email="jane@ely.example",
    )
    return districts.add(db, draft, actor=actor)


@pytest.fixture
def made(db, ely):
    asked = Asked(report=ReportName.PACKET, on=TODAY, district=ely.id)
    return making.make_alone(db, asked, made_on=TODAY)


@pytest.fixture
def page(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def said(context):
    sentences = []
    context.navigator.said.connect(sentences.append)
    context.navigator.warned.connect(sentences.append)
    return sentences


@pytest.fixture
def place(monkeypatch, tmp_path):
    path = tmp_path / "to Ely.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


@pytest.fixture
def asked_in_dialog(monkeypatch):
    """What the dialog is asked with, and what it answers."""
    asked = []

    def answer(_context, _made, contact, *, verb, parent):  # noqa: ARG001
        asked.append((contact, verb))
        return GivenOut(to=contact, on=TODAY, recorded=True)

    monkeypatch.setattr(GiveOutDialog, "ask", answer)
    return asked


@pytest.fixture
def opened(monkeypatch):
    """What the system is asked to open; the first of it is answered with `answers`."""
    urls = []

    def take(url):
        urls.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return urls


def test_the_dialog_proposes_contact_and_today(qtbot, context, made):
    dialog = GiveOutDialog(context, made, TO, verb="Save")
    qtbot.addWidget(dialog)
    assert dialog.draft() == GivenOut(to=TO, on=TODAY, recorded=True)
    assert dialog.save_button.isEnabled()
    dialog.on.value = TODAY + timedelta(days=1)
    assert not dialog.save_button.isEnabled()
    dialog.recorded.setChecked(False)
    assert dialog.save_button.isEnabled()


def test_a_saved_packet_is_recorded(qtbot, context, page, db, ely, made, said, place,
                                    asked_in_dialog):  # fmt: skip
    GivingOut(context, page).save(made)
    qtbot.waitUntil(lambda: said == [f"Saved as {place}. Recorded as packet 1."])
    (kept,) = given_out.of_district(db, ely.id)
    assert given_out.content(db, kept.id)[1] == place.read_bytes() == made.content
    assert asked_in_dialog == [(TO, "Save")]
    assert kept.sent_to == TO


def test_a_draft_is_not_recorded(qtbot, context, page, db, ely, made, said, place, monkeypatch):
    draft = GivenOut(to="", on=None, recorded=False)
    monkeypatch.setattr(GiveOutDialog, "ask", lambda *_, **__: draft)
    GivingOut(context, page).save(made)
    qtbot.waitUntil(lambda: said == [f"Saved as {place}."])
    assert given_out.of_district(db, ely.id) == ()


@pytest.mark.usefixtures("asked_in_dialog")
def test_sending_opens_a_message_and_the_folder(
    qtbot, context, page, db, ely, made, said, place, opened
):
    GivingOut(context, page).send(made)
    qtbot.waitUntil(lambda: len(opened) == 2)
    link = opened[0].toEncoded().data().decode()
    parts = urlsplit(link)
    fields = parse_qs(parts.query)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "jane@ely.example")
    assert "as of 11/24/2026" in fields["subject"][0]
    assert fields["body"][0].startswith("Dear Jane Smith,\r\n\r\nAttached is the district packet")
    assert len(link) < 2_000  # more than some systems hand over
    assert opened[1].toLocalFile() == str(place.parent)
    assert len(given_out.of_district(db, ely.id)) == 1
    assert "Attach it to the message" in said[-1]


@pytest.mark.usefixtures("asked_in_dialog", "place")
def test_without_a_mail_program_the_file_is_saved_all_the_same(
    qtbot, context, page, made, said, monkeypatch
):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    GivingOut(context, page).send(made)
    qtbot.waitUntil(lambda: bool(said))
    assert "Saved as" in said[-1]
    assert "no mail program" in said[-1]


class TestListed:
    @pytest.fixture
    def kept(self, db, made, actor):
        return given_out.record(db, made, made_on=TODAY, sent_to=TO, sent_on=TODAY, actor=actor)

    @pytest.fixture
    def listed(self, qtbot, context, kept):
        page = DistrictsPage(context)
        qtbot.addWidget(page)
        page.resize(1160, 900)
        page.show()
        section = page.view.packets
        qtbot.waitUntil(lambda: section.model.rowCount() == 1)
        section.table.setCurrentIndex(section.model.index(0, 0))
        assert section.table.current_row == kept
        return page

    def test_with_what_it_is_known_by(self, listed, kept):
        model = listed.view.packets.model
        shown = [model.index(0, column).data() for column in range(model.columnCount())]
        assert shown == [
            "11/24/2026", "11/24/2026", TO, "Given out", "No", f"{kept.copy[:12]}…",
        ]  # fmt: skip

    def test_saved_again_to_the_byte(self, qtbot, listed, place, made, said):
        listed.view.packets.save.trigger()
        qtbot.waitUntil(lambda: bool(said))
        assert place.read_bytes() == made.content

    def test_opened_in_the_viewer(self, qtbot, listed, opened, made):
        listed.view.packets.open.trigger()
        qtbot.waitUntil(lambda: bool(opened))
        assert Path(opened[0].toLocalFile()).read_bytes() == made.content
        VIEWING.clear()

    def test_voided(self, qtbot, listed, db, ely, monkeypatch):
        monkeypatch.setattr(VoidReasonDialog, "ask", lambda *_: "not sent after all")
        listed.view.packets.void.trigger()
        qtbot.waitUntil(lambda: given_out.of_district(db, ely.id)[0].voided is not None)
        section = listed.view.packets
        qtbot.waitUntil(lambda: section.model.index(0, 3).data() == "Voided: not sent after all")
        assert not section.void.isEnabled()


class TestCoverLetter:
    @pytest.fixture
    def dialog(self, qtbot, context, db):
        made = CoverLetterDialog(context, letters.get(db))
        qtbot.addWidget(made)
        made.show()
        return made

    def test_it_is_kept(self, qtbot, dialog, db):
        dialog.text.setPlainText("Our own words for {contact}.")
        dialog.save_button.click()
        qtbot.waitUntil(lambda: not dialog.isVisible())
        assert letters.get(db) == "Our own words for {contact}."

    def test_a_field_that_is_none_is_said(self, dialog):
        dialog.text.setPlainText("Dear {whom}")
        assert not dialog.save_button.isEnabled()
        dialog.form.show_all_problems()
        assert "no field" in dialog.form.row("text").words.text()

    def test_a_field_is_put_in_where_the_cursor_is(self, dialog):
        dialog.text.setPlainText("Dear ")
        dialog.text.moveCursor(dialog.text.textCursor().MoveOperation.End)
        dialog.fields.menu().actions()[1].trigger()
        assert dialog.text.toPlainText() == "Dear {contact}"

    def test_the_shipped_text_comes_back_and_can_be_taken_back(self, dialog):
        dialog.text.setPlainText("Other words")
        dialog.shipped.click()
        assert dialog.text.toPlainText() == letters.shipped()
        dialog.text.undo()
        assert dialog.text.toPlainText() == "Other words"


def test_the_binder_is_saved_as_a_zip_with_the_copies(qtbot, context, page, db, said, monkeypatch,
                                                      tmp_path):  # fmt: skip
    asked = Asked(report=ReportName.AUDIT, on=TODAY)
    binder = making.make_alone(db, asked, made_on=TODAY)
    path = tmp_path / "binder.pdf"
    picked = (str(path), "ZIP with the copies and tables (*.zip)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: picked)
    GivingOut(context, page).save(binder)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    with zipfile.ZipFile(tmp_path / "binder.zip") as archive:
        assert "SHA256SUMS" in archive.namelist()
    assert not path.exists()
