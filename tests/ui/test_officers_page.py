"""The officers' page: searched, filtered, worked by keyboard, and one officer in full."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from sro_desk.domain.codes import CourseKind, DistrictKind, Gap, Role
from sro_desk.domain.drafts import (
    AssignmentDraft,
    CertificateDraft,
    DistrictDraft,
    InabilityRecordDraft,
    OfficerDraft,
    PolicyReviewDraft,
    PolicyRevisionDraft,
)
from sro_desk.domain.scan import Scan
from sro_desk.services import (
    assignments,
    certificates,
    clock,
    courses,
    districts,
    history,
    inability,
    officers,
    policy,
)
from sro_desk.ui import officer_commands
from sro_desk.ui.dialogs.assignment import AssignmentDialog
from sro_desk.ui.dialogs.end_assignment import EndAssignmentDialog
from sro_desk.ui.dialogs.inability import InabilityDialog
from sro_desk.ui.dialogs.officer import OfficerDialog
from sro_desk.ui.dialogs.policy_review import PolicyReviewDialog
from sro_desk.ui.dialogs.void_reason import VoidReasonDialog
from sro_desk.ui.pages.officers import OfficersPage
from sro_desk.ui.widgets.officers_list import FORMER, ROSTER, SERVING, VOIDED_TOO
from tests.conftest import TODAY


@pytest.fixture(autouse=True)
def _that_day(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def district(db, actor):
    draft = DistrictDraft(name="Saint Paul", kind=DistrictKind.INDEPENDENT, state_id="0625")
    return districts.add(db, draft, actor=actor)


@pytest.fixture
def add(db, actor):
    return lambda name, **said: officers.add(db, OfficerDraft(name=name, **said), actor=actor)


@pytest.fixture
def assign(db, actor, district):
    def assign(officer, **said):
        facts = {"role": Role.REGULAR, "assumed": date(2026, 9, 14), **said}
        draft = AssignmentDraft(officer=officer.id, district=district.id, **facts)
        return assignments.add(db, draft, actor=actor)

    return assign


@pytest.fixture
def certify(db, actor):
    def certify(officer, kind=CourseKind.MANDATED, completed=date(2026, 8, 20), scan=None):
        course = next(each for each in courses.all_courses(db) if each.kind is kind)
        draft = CertificateDraft(officer=officer.id, course=course.id, completed_on=completed)
        return certificates.add(db, draft, scan, actor=actor)

    return certify


@pytest.fixture
def olson(add, assign):
    """Overdue: assumed the duties untrained."""
    officer = add("Erik Olson", badge="12", rank="Sergeant")
    assign(officer)
    return officer


@pytest.fixture
def xiong(add, assign, certify):
    """Trained in time, without the copy."""
    officer = add("Kim Xiong", badge="77")
    assign(officer)
    certify(officer)
    return officer


@pytest.fixture
def open_page(qtbot, context):
    def open_page():
        page = OfficersPage(context)
        qtbot.addWidget(page)
        page.resize(1190, 640)
        page.show()
        qtbot.waitExposed(page)
        settle(qtbot, context)
        return page

    return open_page


def settle(qtbot, context):
    qtbot.waitUntil(lambda: not context.jobs.busy)


def names(page):
    return [row.name for row in page.list.model.visible_rows]


def shown(page):
    return page.details.head.name.text() if page.detail is not None else ""


def until_shown(qtbot, context, page, name):
    qtbot.waitUntil(lambda: shown(page) == name)
    settle(qtbot, context)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def scan():
    """A copy that cannot be shown: its bytes are kept all the same."""
    return Scan(
        content=b"not a picture", original_name="basic.png", media_type="image/png", pages=1
    )


def test_an_empty_roster_says_what_to_do(qtbot, open_page, monkeypatch):
    asked = []
    monkeypatch.setattr(OfficerDialog, "ask", lambda *_, **__: asked.append(True))
    page = open_page()
    assert names(page) == []
    buttons = page.list.table.findChildren(QPushButton)
    (button,) = [each for each in buttons if each.isVisible()]
    assert button.text() == "Add officer"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == [True]


def test_the_first_officer_is_shown_in_order_of_urgency(open_page, olson, xiong):
    page = open_page()
    assert names(page) == [olson.name, xiong.name]
    assert shown(page) == "Erik Olson"
    head = page.details.head
    assert head.particulars.text() == "Badge 12  ·  Sergeant"
    assert head.chip.accessibleName() == "Overdue"
    assert head.step.text() == "Add certificate"
    assert "Deadline 09/13/2026" in head.standing.text()


@pytest.mark.usefixtures("olson")
def test_search_sort_and_arrows_lead_to_officers(qtbot, context, open_page, xiong, add):
    add("Nguyễn Thị Ánh", badge="9")
    page = open_page()
    page.find()
    qtbot.keyClicks(page.list.search, "xio")
    until_shown(qtbot, context, page, xiong.name)
    assert names(page) == [xiong.name]
    page.list.search.clear()
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    page.list.sorting.setCurrentIndex(1)
    assert names(page) == ["Nguyễn Thị Ánh", "Erik Olson", "Kim Xiong"]
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    qtbot.keyClick(page.list.table, Qt.Key.Key_Down)
    until_shown(qtbot, context, page, "Erik Olson")


def test_former_officers_are_shown_when_asked_for(qtbot, context, open_page, olson, add, assign):
    gone = add("Per Aas")
    assign(gone, assumed=date(2025, 9, 2), ends_on=date(2026, 6, 5))
    left = add("Anna Berg", employed_to=date(2026, 10, 1))
    page = open_page()
    assert names(page) == [olson.name]
    page.list.shown.setCurrentIndex(FORMER)
    assert sorted(names(page)) == sorted([gone.name, left.name])
    page.list.shown.setCurrentIndex(ROSTER)
    assert len(names(page)) == 3
    settle(qtbot, context)


def test_a_wish_shows_an_officer_whatever_hides_the_row(
    qtbot, context, db, actor, open_page, olson, add, assign
):
    gone = add("Per Aas")
    assign(gone, assumed=date(2025, 9, 2), ends_on=date(2026, 6, 5))
    void = add("Void Person")
    officers.void(db, void.id, "Entered twice", actor=actor)
    page = open_page()
    page.list.search.setText("olson")
    qtbot.waitUntil(lambda: names(page) == [olson.name])
    page.show_officer(gone.id)
    until_shown(qtbot, context, page, gone.name)
    page.show_officer(void.id)
    until_shown(qtbot, context, page, void.name)
    assert page.list.shown.currentIndex() == VOIDED_TOO
    assert "Entered twice" in page.details.head.notice.text
    assert not any(action.isEnabled() for action in page.page_actions())


def test_a_new_officer_is_shown(qtbot, context, db, actor, open_page, olson):
    page = open_page()
    assert shown(page) == olson.name
    officers.add(db, OfficerDraft(name="Anna Berg"), actor=actor)
    until_shown(qtbot, context, page, "Anna Berg")


def test_a_hidden_page_catches_up_when_shown(qtbot, context, db, actor, open_page, olson):
    page = open_page()
    page.hide()
    officers.change(db, olson.id, OfficerDraft(name="Erik Olsen"), actor=actor)
    settle(qtbot, context)
    assert shown(page) == "Erik Olson"
    page.show()
    until_shown(qtbot, context, page, "Erik Olsen")


def test_voiding_takes_the_officer_off_the_list_and_undo_brings_back(
    qtbot, context, db, actor, open_page, monkeypatch, olson, xiong
):
    monkeypatch.setattr(VoidReasonDialog, "ask", lambda *_: "Entered twice")
    page = open_page()
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    until_shown(qtbot, context, page, xiong.name)
    assert names(page) == [xiong.name]
    history.undo(db, history.last_write(db), actor=actor)
    qtbot.waitUntil(lambda: names(page) == [olson.name, xiong.name])
    settle(qtbot, context)


def test_f2_changes_the_officer(qtbot, open_page, monkeypatch, olson):
    asked = []
    monkeypatch.setattr(OfficerDialog, "ask", lambda _, officer=None, **__: asked.append(officer))
    page = open_page()
    page.activateWindow()
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: asked == [olson])


@pytest.mark.usefixtures("xiong")
def test_the_why_has_every_sentence_and_each_gap_its_button(context, open_page, monkeypatch):
    asked = []
    page = open_page()
    detail = page.detail
    words = texts(page.details.why)
    assert all(sentence in words for sentence in detail.why)
    assert "Duties (4) and (5): Full duties." in words
    assert detail.finding.gaps == (Gap.CERT_COPY, Gap.CONTRACT_MISSING)
    buttons = page.details.why.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["Attach copy", "Add contract"]
    context.navigator.district_wanted.connect(asked.append)
    buttons[1].click()
    assert asked == [detail.finding.period.districts[0]]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: asked.append("file") or ("", ""))
    buttons[0].click()
    assert asked[-1] == "file"


def test_the_next_step_is_taken_by_button_and_key(qtbot, context, open_page, olson):
    wanted = []
    context.navigator.certificate_to_add.connect(lambda officer, _: wanted.append(officer))
    page = open_page()
    qtbot.mouseClick(page.details.head.step, Qt.MouseButton.LeftButton)
    page.activateWindow()
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: wanted == [olson.id, olson.id])


def test_certificates_with_their_copies(qtbot, context, open_page, monkeypatch, xiong, certify):
    certify(xiong, CourseKind.BASIC, date(2020, 7, 17), scan())
    page = open_page()
    panel = page.details.certificates
    page.details.show_tab(panel)
    settle(qtbot, context)
    rows = panel.list.model.visible_rows
    assert [row.completed_on.year for row in rows] == [2026, 2020]
    assert panel.preview.words == "No copy of this certificate is on file."
    assert not panel._open.isEnabled()
    panel.list.table.setCurrentIndex(panel.list.model.index(1, 0))
    qtbot.waitUntil(lambda: bool(panel.preview.words) and "No copy" not in panel.preview.words,
                    timeout=20_000)  # fmt: skip
    opened = []
    monkeypatch.setattr(officer_commands, "open_in_viewer", opened.append)
    panel._open.trigger()
    qtbot.waitUntil(lambda: len(opened) == 1)
    assert opened[0].read_bytes() == b"not a picture"
    settle(qtbot, context)


def test_voided_records_are_shown_when_asked_for(
    qtbot, context, db, actor, open_page, monkeypatch, xiong
):
    page = open_page()
    records = page.details.certificates.list
    page.details.show_tab(page.details.certificates)
    monkeypatch.setattr(VoidReasonDialog, "ask", lambda *_: "Wrong officer")
    records.void.trigger()
    qtbot.waitUntil(lambda: records.model.rowCount() == 0)
    assert records.show_voided.text() == "Show voided (1)"
    records.show_voided.click()
    (row,) = records.model.visible_rows
    assert row.voided.reason == "Wrong officer"
    records.table.selectRow(0)
    assert not records.change.isEnabled()
    history.undo(db, history.last_write(db), actor=actor)
    qtbot.waitUntil(lambda: records.show_voided.isHidden())
    settle(qtbot, context)
    assert xiong.name == shown(page)


def test_assignments_are_ended_from_the_list(qtbot, context, db, open_page, monkeypatch, olson):
    page = open_page()
    panel = page.details.assignments
    page.details.show_tab(panel)

    def end(dialog):
        dialog.ends_on.value = date(2026, 11, 20)
        dialog.save()
        qtbot.waitUntil(lambda: dialog.stored is not None)
        return dialog.draft()

    monkeypatch.setattr(EndAssignmentDialog, "ask_person", end)
    panel._end.trigger()
    qtbot.waitUntil(lambda: not panel._end.isEnabled())
    settle(qtbot, context)
    assert shown(page) == olson.name  # a former one now, yet still in sight
    (assignment,) = officers.detail(db, olson.id, TODAY).record.assignments
    assert assignment.ends_on == date(2026, 11, 20)


def test_every_list_adds_changes_and_voids(
    qtbot, context, db, actor, open_page, monkeypatch, olson
):
    policy.add_revision(db, PolicyRevisionDraft(adopted_on=date(2025, 8, 1)), actor=actor)
    policy.add_review(
        db, PolicyReviewDraft(officer=olson.id, reviewed_on=date(2026, 9, 3)), actor=actor
    )
    inability.add(
        db,
        InabilityRecordDraft(officer=olson.id, recorded_on=date(2026, 9, 11), reason="No seat"),
        actor=actor,
    )
    asked = []
    for dialog in (AssignmentDialog, PolicyReviewDialog, InabilityDialog):
        monkeypatch.setattr(
            dialog,
            "ask",
            lambda _, officer, record=None, dialog=dialog, **__: asked.append(
                (dialog, officer.id, record)
            ),
        )
    monkeypatch.setattr(VoidReasonDialog, "ask", lambda *_: "Entered twice")
    page = open_page()
    details = page.details
    for dialog, records in (
        (AssignmentDialog, details.assignments.list),
        (PolicyReviewDialog, details.reviews.reviews),
        (InabilityDialog, details.reviews.inability),
    ):
        current = records.current
        records.add.trigger()
        records.change.trigger()
        assert asked[-2:] == [(dialog, olson.id, None), (dialog, olson.id, current)]
        records.void.trigger()
        qtbot.waitUntil(lambda records=records: records.model.rowCount() == 0)
        settle(qtbot, context)
    record = officers.detail(db, olson.id, TODAY).record
    kept = (*record.assignments, *record.reviews, *record.inability_records)
    assert [each.voided.reason for each in kept] == ["Entered twice"] * 3


def test_a_substitute_has_the_count_on_the_tab(qtbot, context, open_page, add, assign):
    officer = add("Maria Garcia")
    assign(officer, role=Role.SUBSTITUTE, booked_days=7)
    page = open_page()
    until_shown(qtbot, context, page, officer.name)
    tabs = page.details.tabs
    words = [tabs.tabText(place) for place in range(tabs.count())]
    assert words == [
        "Why",
        "Certificates (0)",
        "Assignments (1)",
        "Reviews (0)",
        "Substitute days (7 of 60)",
        "History",
    ]


def test_the_history_tells_every_change_before_and_after(
    qtbot, context, db, actor, open_page, olson
):
    officers.change(
        db, olson.id, OfficerDraft(name="Erik Olson", badge="14", rank="Sergeant"), actor=actor
    )
    page = open_page()
    panel = page.details.history
    page.details.show_tab(panel)
    qtbot.waitUntil(lambda: panel.before_after.rowCount() > 0)
    settle(qtbot, context)
    assert len(panel.changes.rows) == 3
    cells = [panel.before_after.item(0, column).text() for column in range(3)]
    assert cells == ["Badge", "12", "14"]
    (period,) = panel.periods.rows
    assert period.outcome.period.assumed == date(2026, 9, 14)


def test_read_only_greys_what_writes(open_page, context, olson):
    object.__setattr__(context, "read_only", True)
    page = open_page()
    assert shown(page) == olson.name
    details = page.details
    assert not any(action.isEnabled() for action in page.page_actions())
    assert not details.head.step.isVisible()
    assert not any(button.isEnabled() for button in details.why.findChildren(QPushButton))
    for records in (
        details.certificates.list,
        details.assignments.list,
        details.reviews.reviews,
        details.reviews.inability,
    ):
        assert not records.add.isEnabled()
        assert not records.change.isEnabled()


@pytest.mark.usefixtures("olson", "xiong")
def test_filter_and_order_are_remembered(open_page):
    page = open_page()
    page.list.shown.setCurrentIndex(ROSTER)
    page.list.sorting.setCurrentIndex(1)
    again = open_page()
    assert again.list.shown.currentIndex() == ROSTER
    assert again.list.sorting.currentIndex() == 1
    assert SERVING == 0


def test_long_names_are_whole_in_the_head(qtbot, context, open_page, add):
    name = "Nguyễn Thị Ánh Tuyết-Hernández O'Brien-Núñez van der Berg-Schwarzenegger the III"
    add(name, withheld=True)
    page = open_page()
    until_shown(qtbot, context, page, name)
    head = page.details.head
    assert head.withheld.isVisible()
    label = head.name
    assert label.height() >= label.heightForWidth(label.width())
    page.resize(520, 640)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
