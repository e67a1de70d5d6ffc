"""The page of all certificates: found, shown with their copies, changed, voided."""

import dataclasses
from datetime import date
from io import BytesIO
from itertools import count

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from sro_desk.domain.codes import CourseKind, DistrictKind, Role
from sro_desk.domain.drafts import (
    AssignmentDraft,
    CertificateDraft,
    DistrictDraft,
    OfficerDraft,
)
from sro_desk.domain.records import CertificateId
from sro_desk.domain.scan import Scan
from sro_desk.services import assignments, certificates, courses, districts, officers
from sro_desk.ui.dialogs.certificate import CertificateDialog
from sro_desk.ui.dialogs.void_reason import VoidReasonDialog
from sro_desk.ui.models.certificate_columns import STATUS
from sro_desk.ui.models.table import StruckRole
from sro_desk.ui.pages.certificates import CertificatesPage
from sro_desk.ui.viewing import VIEWING

NUMBERS = count(1)
COPY, OFFICER = 6, 0


@pytest.fixture
def district(db, actor):
    draft = DistrictDraft(name="Mahtomedi", kind=DistrictKind.INDEPENDENT, state_id="0832")
    return districts.add(db, draft, actor=actor)


@pytest.fixture
def erik(db, actor, district):
    officer = officers.add(db, OfficerDraft(name="Erik Olson"), actor=actor)
    draft = AssignmentDraft(
        officer=officer.id, district=district.id, role=Role.REGULAR, assumed=date(2026, 9, 1)
    )
    assignments.add(db, draft, actor=actor)
    return officer


@pytest.fixture
def anh(db, actor):
    return officers.add(db, OfficerDraft(name="Nguyễn Thị Ánh"), actor=actor)


@pytest.fixture
def certify(db, actor):
    def certify(officer, completed, kind=CourseKind.MANDATED, scan=None):
        course = next(each for each in courses.all_courses(db) if each.kind is kind)
        draft = CertificateDraft(
            officer=officer.id,
            course=course.id,
            completed_on=completed,
            number=f"A-{next(NUMBERS)}",
        )
        return certificates.add(db, draft, scan, actor=actor)

    return certify


@pytest.fixture
def three(erik, anh, certify):
    """Newest first on the list: Erik's with a copy, Ánh's without, Erik's basic course."""
    return (
        certify(erik, date(2026, 8, 20), scan=picture("white")),
        certify(anh, date(2026, 8, 3)),
        certify(erik, date(2020, 7, 17), CourseKind.BASIC, scan=picture("black")),
    )


@pytest.fixture
def page(qtbot, context):
    return shown(qtbot, context)


def shown(qtbot, context):
    made = CertificatesPage(context)
    qtbot.addWidget(made)
    made.resize(1190, 650)
    made.show()
    qtbot.waitExposed(made)
    settle(qtbot, context)
    return made


def settle(qtbot, context):
    qtbot.waitUntil(lambda: not context.jobs.busy)


def picture(colour):
    """A small scan; each colour is another file."""
    written = BytesIO()
    Image.new("RGB", (85, 110), colour).save(written, "PNG")
    name = f"scan {colour}.png"
    return Scan(content=written.getvalue(), original_name=name, media_type="image/png", pages=1)


def ids(page):
    return [line.id for line in page.model.visible_rows]


def search(qtbot, page, words):
    page.find()
    page.search.clear()
    qtbot.keyClicks(page.search, words)
    with qtbot.waitSignal(page.search.searched):
        pass


def menu(page):
    return {action.text(): action for action in page.page_actions()}


def usable(page):
    return {text.rstrip("…") for text, action in menu(page).items() if action.isEnabled()}


def test_an_empty_list_says_what_to_do_and_leads_there(qtbot, context, page):
    assert page.model.rowCount() == 0
    button = page.table._empty.findChild(type(page.clear_button))
    assert button.isVisible()
    with qtbot.waitSignal(context.navigator.certificate_to_add):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not usable(page)


@pytest.mark.usefixtures("three")
def test_nothing_is_said_to_be_missing_while_the_list_is_read(qtbot, context):
    page = CertificatesPage(context)
    qtbot.addWidget(page)
    assert page.table._empty is None
    settle(qtbot, context)
    assert page.model.rowCount() == 3


def test_all_are_listed_newest_first(qtbot, context, three):
    with qtbot.waitSignal(context.navigator.counted, check_params_cb="3 certificates".__eq__):
        page = shown(qtbot, context)
    assert ids(page) == [each.id for each in three]
    texts = [page.model.index(0, column).data() for column in range(STATUS + 1)]
    assert texts[:1] + texts[2:4] == ["Olson, Erik", "Mandated", "08/20/2026"]
    assert texts[5:] == ["ISD 0832", "On file", "Counts"]
    assert page.model.index(1, COPY).data() == "Missing"
    assert page.table.isColumnHidden(STATUS)


@pytest.mark.usefixtures("three")
def test_search_as_you_type_finds_without_accents_and_tells_the_window(qtbot, context, page):
    with qtbot.waitSignal(context.navigator.counted) as told:
        search(qtbot, page, "nguyen anh")
    assert [line.officer_name for line in page.model.visible_rows] == ["Nguyễn Thị Ánh"]
    assert told.args == ["1 of 3 certificates"]
    assert page.table.current_row.officer_name == "Nguyễn Thị Ánh"
    qtbot.mouseClick(page.clear_button, Qt.MouseButton.LeftButton)
    assert page.search.text() == ""
    assert page.model.rowCount() == 3
    assert not page.clear_button.isEnabled()


def test_filters_by_kind_district_copy_and_date(qtbot, context, three, page, district):
    settle(qtbot, context)
    first, second, third = (each.id for each in three)
    bar = page.filter
    for choose, left in (
        (lambda: bar.kind.setCurrentText("Basic course"), [third]),
        (lambda: bar.district.setCurrentIndex(bar.district.findData(district.id)), [first, third]),
        (lambda: bar.missing.setChecked(True), [second]),
        (lambda: qtbot.keyClicks(bar.first.line, "8/3/2026"), [first, second]),
        (lambda: qtbot.keyClicks(bar.last.line, "Aug 3 2026"), [second, third]),
    ):
        choose()
        assert ids(page) == left
        page._clear_all()
        assert ids(page) == [first, second, third]
    assert "Mahtomedi" in bar.district.itemText(1)


@pytest.mark.usefixtures("three")
def test_dates_the_wrong_way_round_are_marked(qtbot, page):
    qtbot.keyClicks(page.filter.first.line, "8/3/2026")
    qtbot.keyClicks(page.filter.last.line, "8/2/2026")
    assert page.filter.last.line.property("problem")
    assert page.model.rowCount() == 0
    assert page.table._empty_filtered.isVisible()
    qtbot.mouseClick(
        page.table._empty_filtered.findChild(type(page.clear_button)), Qt.MouseButton.LeftButton
    )
    assert page.model.rowCount() == 3
    assert not page.filter.last.line.property("problem")


@pytest.mark.usefixtures("three")
def test_filters_are_remembered_but_for_the_district(qtbot, context, page):
    page.filter.kind.setCurrentText("Basic course")
    page.filter.first.value = date(2020, 1, 1)
    page.filter.district.setCurrentIndex(1)
    again = shown(qtbot, context)
    assert again.filter.chosen == dataclasses.replace(page.filter.chosen, district=None)
    assert again.model.rowCount() == 1


def test_voided_ones_are_struck_with_the_reason_in_words(qtbot, context, three, page, db, actor):
    certificates.void(db, three[1].id, "Entered twice", actor=actor)
    qtbot.waitUntil(lambda: ids(page) == [three[0].id, three[2].id])
    page.filter.voided.setChecked(True)
    assert len(ids(page)) == 3
    row = page.model.index(1, 0)
    assert row.data(StruckRole)
    assert not page.model.index(0, 0).data(StruckRole)
    assert page.model.index(1, STATUS).data() == "Voided: Entered twice"
    assert not page.table.isColumnHidden(STATUS)
    page.table.selectRow(1)
    settle(qtbot, context)
    assert page.pane.facts["Voided"][1].text() == "Entered twice"
    assert usable(page) == {"Go to the officer"}
    with qtbot.waitSignal(context.navigator.said) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert "was voided (Entered twice)" in told.args[0]


def test_the_copy_of_the_current_row_is_shown_once_the_cursor_rests(qtbot, three, page):
    with qtbot.waitSignal(page.pane.view.shown):
        pass
    assert page.pane.view.pages == 1
    copy = page.pane.facts["Copy"][1].text()
    assert copy.startswith("scan white.png, 1 page, 1 KB, added ")
    page.table.selectRow(1)
    assert page.pane.view.words == "No copy of this certificate is on file."
    with qtbot.waitSignal(page.pane.view.shown):
        page.table.selectRow(2)
    assert page.pane.officer.text() == "Erik Olson"
    assert page.pane.facts["Completed"][1].text() == "Friday, July 17, 2020"
    assert ids(page)[2] == three[2].id


def test_running_down_the_list_reads_no_copy(qtbot, context, three, page, monkeypatch):
    read = []
    content = certificates.copy_content
    monkeypatch.setattr(
        certificates, "copy_content", lambda db, sha: read.append(sha) or content(db, sha)
    )
    page.reload()
    settle(qtbot, context)
    for row in (1, 2, 1, 0):
        page.table.selectRow(row)
    with qtbot.waitSignal(page.pane.view.shown):
        pass
    assert read == [three[0].copy]


def test_enter_and_f2_change_the_current_one(qtbot, three, page, monkeypatch):
    asked = []
    monkeypatch.setattr(CertificateDialog, "ask", lambda *_, **said: asked.append(said) or ())
    page.table.setFocus()
    page.table.selectRow(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert [said["certificate"] for said in asked] == [three[1].id] * 2


def test_a_copy_is_attached_and_replaced(qtbot, context, three, page, tmp_path, monkeypatch, db):
    path = tmp_path / "from the mail.png"
    path.write_bytes(picture("red").content)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    page.table.selectRow(1)
    with qtbot.waitSignal(context.navigator.said) as told:
        menu(page)["Attach copy…"].trigger()
    assert "“from the mail.png” is on file for Nguyễn Thị Ánh" in told.args[0]
    qtbot.waitUntil(lambda: page.model.index(1, COPY).data() == "On file")
    assert certificates.get(db, three[1].id).copy is not None
    page.table.selectRow(0)
    with qtbot.waitSignal(context.navigator.said) as told:
        menu(page)["Replace copy…"].trigger()
    assert "puts the old one back" in told.args[0]
    assert certificates.get(db, three[0].id).copy != three[0].copy
    settle(qtbot, context)


@pytest.mark.usefixtures("three")
def test_the_copy_is_saved_byte_for_byte(qtbot, context, page, tmp_path, monkeypatch):
    proposed = []

    def choose(*asked):
        proposed.append(asked[2])
        return str(tmp_path / "kept.png"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(context.navigator.said):
        menu(page)["Save copy as…"].trigger()
    assert proposed[0].endswith("scan white.png")
    assert (tmp_path / "kept.png").read_bytes() == picture("white").content


@pytest.mark.usefixtures("three")
def test_the_copy_is_opened_in_the_systems_viewer(qtbot, context, page, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    menu(page)["Open copy"].trigger()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].toLocalFile().endswith("scan white.png")
    settle(qtbot, context)
    VIEWING.clear()


def test_several_are_voided_for_one_reason_in_one_write(
    qtbot, context, three, page, monkeypatch, db
):
    asked = []
    monkeypatch.setattr(
        VoidReasonDialog, "ask", lambda *_, **said: asked.append(said["count"]) or "Not ours"
    )
    page.table.setFocus()
    page.table.selectAll()
    with (
        qtbot.waitSignal(context.bus.committed) as told,
        qtbot.waitSignal(context.navigator.said) as said,
    ):
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert asked == [3]
    assert len(told.args[0].records) == 3
    assert said.args == ["3 certificates no longer count; Undo brings them back."]
    assert {certificates.get(db, each.id).voided.reason for each in three} == {"Not ours"}
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_thinking_better_of_voiding_changes_nothing(qtbot, context, three, page, monkeypatch, db):
    monkeypatch.setattr(VoidReasonDialog, "ask", lambda *_, **__: None)
    page.table.selectRow(0)
    menu(page)["Void…"].trigger()
    settle(qtbot, context)
    assert certificates.get(db, three[0].id).voided is None


def test_the_reason_for_several_is_asked_in_the_plural(qtbot, context):
    dialog = VoidReasonDialog(context, "certificate", count=3)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Void 3 certificates"


def test_leads_to_the_officer(qtbot, context, three, page):
    page.table.selectRow(1)
    with qtbot.waitSignal(context.navigator.officer_wanted) as told:
        menu(page)["Go to the officer"].trigger()
    assert told.args == [three[1].officer]


def test_show_certificate_clears_what_hides_it(qtbot, context, three, db, actor):
    certificates.void(db, three[2].id, "Entered twice", actor=actor)
    page = CertificatesPage(context)
    qtbot.addWidget(page)
    page.show_certificate(three[1].id)  # before the list is there
    settle(qtbot, context)
    assert page.table.current_row.id == three[1].id
    search(qtbot, page, "olson")
    page.show_certificate(three[1].id)
    assert page.table.current_row.id == three[1].id
    page.show_certificate(three[2].id)
    assert page.table.current_row.id == three[2].id
    assert page.filter.voided.isChecked()
    with qtbot.waitSignal(context.navigator.warned):
        page.show_certificate(CertificateId(404))


def test_a_hidden_page_catches_up_when_it_is_shown(qtbot, context, page, erik, certify):
    settle(qtbot, context)  # what the officer's own arrival asked for
    page.hide()
    certify(erik, date(2026, 8, 21))
    settle(qtbot, context)
    assert page.model.rowCount() == 0
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)


def test_the_cursor_stays_on_its_certificate_when_another_is_entered(
    qtbot, context, three, page, erik, certify
):
    page.table.selectRow(1)
    certify(erik, date(2026, 9, 1))
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    settle(qtbot, context)
    assert page.table.current_row.id == three[1].id


@pytest.mark.usefixtures("three")
def test_nothing_can_be_written_in_a_file_that_is_read_only(qtbot, context):
    page = shown(qtbot, dataclasses.replace(context, read_only=True))
    assert usable(page) == {"Open copy", "Save copy as", "Go to the officer"}


@pytest.mark.usefixtures("three")
def test_the_division_is_remembered(qtbot, context, page):
    page._sides.setSizes([500, 650])
    page._sides.splitterMoved.emit(500, 1)
    again = shown(qtbot, context)
    assert abs(again._sides.sizes()[0] - page._sides.sizes()[0]) <= 2


@pytest.mark.usefixtures("three")
def test_a_narrow_page_puts_the_certificate_under_the_list(qtbot, page):
    page.resize(507, 700)
    qtbot.waitUntil(lambda: page.filter.width() <= 507)
    assert page._sides.orientation() == Qt.Orientation.Vertical
