"""The Districts page: whether a contract covers today, and everything that is done there."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from sro_desk.domain.codes import DistrictKind, Role
from sro_desk.domain.drafts import (
    AssignmentDraft,
    ContractDraft,
    DistrictDraft,
    OfficerDraft,
    SchoolDraft,
)
from sro_desk.domain.scan import Scan
from sro_desk.services import assignments, certificates, contracts, districts, officers
from sro_desk.ui import copies
from sro_desk.ui.dialogs.contract import ContractDialog
from sro_desk.ui.dialogs.district import DistrictDialog
from sro_desk.ui.dialogs.school import SchoolDialog
from sro_desk.ui.dialogs.void_reason import VoidReasonDialog
from sro_desk.ui.pages.districts import DistrictsPage
from tests.conftest import TODAY
from tests.intake import foreign

LAST_YEAR = (date(2025, 7, 1), date(2026, 6, 30))
THIS_YEAR = (date(2026, 7, 1), date(2027, 6, 30))


@pytest.fixture
def on_file(db, actor):
    """Two districts; an officer serves in the first, where a contract covers today."""
    first = districts.add(
        db,
        DistrictDraft(
            name="Anoka-Hennepin School District",
            kind=DistrictKind.INDEPENDENT,
            state_id="0011",
            citation="506.9",
            contact_name="Mai Vang",
        ),
        actor=actor,
    )
    second = districts.add(
        db, DistrictDraft(name="Zumbro Coop", kind=DistrictKind.COOPERATIVE), actor=actor
    )
    contract = sign(db, actor, first, THIS_YEAR, content=b"signed by both")
    school = districts.add_school(
        db, SchoolDraft(district=first.id, name="Blaine High School"), actor=actor
    )
    officer = officers.add(db, OfficerDraft(name="Kim Xiong"), actor=actor)
    assign(db, actor, officer, first, school=school.id)
    return SimpleNamespace(
        first=first, second=second, contract=contract, school=school, officer=officer
    )


def sign(db, actor, district, term, content=None):
    draft = ContractDraft(
        district=district.id, starts_on=term[0], ends_on=term[1], duties=frozenset({1, 4})
    )
    scan = content and Scan(
        content=content, original_name="signed.pdf", media_type="application/pdf", pages=1
    )
    return contracts.add_contract(db, draft, scan, actor=actor)


def assign(db, actor, officer, district, **said):
    facts = {"role": Role.REGULAR, "assumed": date(2026, 9, 14), **said}
    draft = AssignmentDraft(officer=officer.id, district=district.id, **facts)
    return assignments.add(db, draft, actor=actor)


@pytest.fixture
def open_page(qtbot, context):
    """Make the page and show it, with everything there."""

    def open_page(context=context):
        page = DistrictsPage(context)
        qtbot.addWidget(page)
        page.resize(1190, 640)
        page.show()
        settle(qtbot, context)
        return page

    return open_page


def settle(qtbot, context):
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)


def told(signal):
    """What a signal carried so far."""
    found = []
    signal.connect(lambda *values: found.append(values))
    return found


def cells(table, row):
    model = table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def answer(monkeypatch, dialog, value):
    """Answer a dialog's question; what it was asked with is kept."""
    asked = []

    def ask(*given, **named):
        asked.append((given[1:], named))
        return value

    monkeypatch.setattr(dialog, "ask", ask)
    return asked


class TestShows:
    @pytest.mark.usefixtures("on_file")
    def test_the_list_and_the_first_district_beside_it(self, open_page):
        page = open_page()
        assert cells(page.table, 0) == [
            "ISD 0011",
            "Anoka-Hennepin School District",
            "In force",
            "1",
        ]
        assert cells(page.table, 1) == ["", "Zumbro Coop", "None on file", "0"]
        view = page.view
        assert view.head.title.text() == "ISD 0011  ·  Anoka-Hennepin School District"
        assert "cites its own policy 506.9" in view.head.about.text()
        assert "contact: Mai Vang" in view.head.about.text()
        assert cells(view.contracts.table, 0) == [
            "07/01/2026",
            "06/30/2027",
            "In force",
            "2 of 7",
            "On file",
        ]
        assert cells(view.schools.table, 0) == ["Blaine High School", "Kim Xiong"]
        assert cells(view.officers.table, 0)[1:] == [
            "Kim Xiong",
            "Regular",
            "Overdue",
            "09/13/2026",
            "Blaine High School",
        ]
        assert view.notice.text == ""

    @pytest.mark.usefixtures("on_file")
    def test_the_duties_of_the_contract_at_hand(self, open_page):
        page = open_page()
        names = [label.accessibleName() for label in page.view.contracts.duties._words.values()]
        assert names[0].startswith("In the contract: Fostering")
        assert names[4].startswith("Not in the contract: Identifying")

    def test_one_to_come_says_from_when(self, db, actor, on_file, open_page):
        later = officers.add(db, OfficerDraft(name="Ana Núñez"), actor=actor)
        assign(db, actor, later, on_file.first, assumed=date(2027, 1, 4), role=Role.SUBSTITUTE)
        table = open_page().view.officers.table
        roles = {cells(table, row)[1]: cells(table, row)[2] for row in range(2)}
        assert roles == {"Kim Xiong": "Regular", "Ana Núñez": "Substitute, from 01/04/2027"}

    def test_a_voided_contract_is_last_and_is_not_changed(self, db, actor, on_file, open_page):
        sign(db, actor, on_file.first, (date(2027, 7, 1), date(2028, 6, 30)))
        contracts.void_contract(db, on_file.contract.id, "Never signed", actor=actor)
        section = open_page().view.contracts
        assert [cells(section.table, row)[2] for row in range(2)] == ["To come", "Voided"]
        assert section.change.isEnabled()
        section.table.setCurrentIndex(section.model.index(1, 0))
        assert not section.change.isEnabled()
        assert not section.void.isEnabled()
        assert not section.attach_copy.isEnabled()
        assert section.open_copy.isEnabled()

    def test_an_empty_file_says_what_to_do_next(self, monkeypatch, open_page):
        page = open_page()
        asked = answer(monkeypatch, DistrictDialog, None)
        buttons = [each for each in page.table.findChildren(QPushButton) if each.isVisible()]
        assert [button.text() for button in buttons] == ["New district…"]
        buttons[0].click()
        assert asked == [((), {"parent": page})]

    def test_an_empty_district_says_what_to_do_next(self, qtbot, context, on_file, open_page):
        page = open_page()
        wanted = told(context.navigator.page_wanted)
        page.show_district(on_file.second.id)
        settle(qtbot, context)
        view = page.view
        texts = []
        for table in (view.contracts.table, view.schools.table, view.officers.table):
            (button,) = (each for each in table.findChildren(QPushButton) if each.isVisible())
            texts.append(button.text())
        assert texts == ["Add contract", "Add school", "Go to Officers"]
        button.click()
        assert wanted == [("officers",)]

    @pytest.mark.usefixtures("on_file")
    def test_the_status_bar_counts(self, qtbot, context, open_page):
        counted = told(context.navigator.counted)
        page = open_page()
        assert counted[-1] == ("2 districts",)
        page.search.setText("blaine")  # a school of the first
        qtbot.waitUntil(lambda: counted[-1] == ("1 of 2 districts",))
        assert page.model.visible_rows[0].label == "ISD 0011"

    @pytest.mark.usefixtures("on_file")
    def test_a_search_without_a_match_leads_back(self, qtbot, context, open_page):
        page = open_page()
        page.search.setText("duluth")
        qtbot.waitUntil(lambda: page.model.rowCount() == 0)
        settle(qtbot, context)
        assert page.view.detail is None
        assert not page.export_action.isEnabled()
        (button,) = (each for each in page.table.findChildren(QPushButton) if each.isVisible())
        assert button.text() == "Clear the search"
        button.click()
        qtbot.waitUntil(lambda: page.view.detail is not None, timeout=20_000)
        assert page.model.rowCount() == 2


class TestCover:
    @pytest.mark.parametrize(
        ("term", "sentence"),
        [
            (None, "No contract covers today: none is on file. 1 officer serves here."),
            (
                LAST_YEAR,
                "No contract covers today: the last one ended on Tuesday, June 30, 2026. "
                "1 officer serves here.",
            ),
            (
                (date(2026, 12, 1), date(2027, 6, 30)),
                "No contract covers today: the next one begins on Tuesday, December 1, 2026. "
                "1 officer serves here.",
            ),
        ],
        ids=["none", "expired", "to come"],
    )
    def test_a_day_without_a_contract_is_warned_of(
        self, db, actor, on_file, open_page, term, sentence
    ):
        contracts.void_contract(db, on_file.contract.id, "Never signed", actor=actor)
        if term is not None:
            sign(db, actor, on_file.first, term)
        notice = open_page().view.notice
        assert notice.text == sentence
        assert notice.property("kind") == "problem"

    def test_where_nobody_serves_it_is_only_said(self, qtbot, context, on_file, open_page):
        page = open_page()
        page.show_district(on_file.second.id)
        settle(qtbot, context)
        assert page.view.notice.text.endswith("Nobody serves here today.")
        assert page.view.notice.property("kind") == "info"

    def test_a_contract_about_to_end_is_said(self, db, actor, on_file, open_page):
        contracts.void_contract(db, on_file.contract.id, "Never signed", actor=actor)
        sign(db, actor, on_file.first, (date(2026, 7, 1), date(2026, 12, 24)))
        notice = open_page().view.notice
        assert notice.text == (
            "The contract ends in 30 days, on Thursday, December 24, 2026, and none follows it."
        )
        assert notice.property("kind") == "info"

    def test_the_warning_goes_when_a_contract_is_signed(self, qtbot, db, actor, on_file, open_page):
        contracts.void_contract(db, on_file.contract.id, "Never signed", actor=actor)
        page = open_page()
        assert page.view.notice.text
        sign(db, actor, on_file.first, THIS_YEAR)
        qtbot.waitUntil(lambda: page.view.notice.text == "", timeout=20_000)
        assert cells(page.table, 0)[2] == "In force"


class TestGoes:
    def test_to_a_district_that_the_search_hides(self, qtbot, context, on_file, open_page):
        page = open_page()
        page.search.setText("anoka")
        qtbot.waitUntil(lambda: page.model.rowCount() == 1)
        page.show_district(on_file.second.id)
        settle(qtbot, context)
        assert page.search.text() == ""
        assert page.view.detail.district == on_file.second

    def test_to_a_district_before_the_list_is_there(self, qtbot, context, on_file):
        page = DistrictsPage(context)
        qtbot.addWidget(page)
        page.show_district(on_file.second.id)
        settle(qtbot, context)
        assert page.table.current_row.district == on_file.second
        assert page.view.detail.district == on_file.second

    def test_not_to_one_that_is_gone(self, qtbot, context, on_file, open_page):
        page = open_page()
        warned = told(context.navigator.warned)
        page.show_district(on_file.second.id + 7)
        settle(qtbot, context)
        assert "not among those on file" in warned[0][0]

    def test_to_the_officer_with_enter(self, qtbot, context, on_file, open_page):
        page = open_page()
        shown = told(context.navigator.officer_wanted)
        table = page.view.officers.table
        table.setCurrentIndex(table.model().index(0, 0))
        qtbot.keyClick(table, Qt.Key.Key_Return)
        assert shown == [(on_file.officer.id,)]

    def test_to_the_summary(self, context, on_file, open_page):
        page = open_page()
        wanted = told(context.navigator.report_wanted)
        page.export()
        assert wanted == [("packet", on_file.first.id)]

    @pytest.mark.usefixtures("on_file")
    def test_into_the_district_with_enter_and_to_the_search_with_find(self, qtbot, open_page):
        page = open_page()
        page.table.setFocus()
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        assert page.focusWidget() is page.view.contracts.table
        page.find()
        assert page.focusWidget() is page.search


class TestDoes:
    def test_a_new_district_is_gone_to(self, qtbot, db, actor, monkeypatch, open_page):
        page = open_page()
        added = []

        def ask(*_, **__):
            draft = DistrictDraft(name="Zumbro", kind=DistrictKind.INDEPENDENT, state_id="2805")
            added.append(districts.add(db, draft, actor=actor))
            return added[0]

        monkeypatch.setattr(DistrictDialog, "ask", ask)
        page.add_action.trigger()
        qtbot.waitUntil(lambda: page.view.detail is not None, timeout=20_000)
        assert page.view.detail.district == added[0]

    def test_f2_changes_the_district(self, qtbot, monkeypatch, on_file, open_page):
        page = open_page()
        asked = answer(monkeypatch, DistrictDialog, None)
        press(qtbot, page.table, Qt.Key.Key_F2)
        assert asked == [((on_file.first,), {"parent": page})]

    def test_del_voids_a_district_nobody_needs(
        self, qtbot, context, monkeypatch, on_file, open_page
    ):
        page = open_page()
        page.show_district(on_file.second.id)
        settle(qtbot, context)
        answer(monkeypatch, VoidReasonDialog, "Entered twice")
        press(qtbot, page.table, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=20_000)
        settle(qtbot, context)
        assert page.view.detail.district == on_file.first

    @pytest.mark.usefixtures("on_file")
    def test_a_district_in_use_says_why_it_stays(self, qtbot, context, monkeypatch, open_page):
        page = open_page()
        failed = told(context.jobs.failed)
        answer(monkeypatch, VoidReasonDialog, "Entered twice")
        page.void_action.trigger()
        qtbot.waitUntil(lambda: bool(failed), timeout=20_000)
        assert "still refer" in failed[0][0]
        assert page.model.rowCount() == 2

    def test_contracts_are_added_and_changed(self, qtbot, monkeypatch, on_file, open_page):
        page = open_page()
        asked = answer(monkeypatch, ContractDialog, None)
        page.view.contracts.add.trigger()
        press(qtbot, page.view.contracts.table, Qt.Key.Key_F2)
        others = {"others": (on_file.contract,), "parent": page}
        assert asked == [
            ((on_file.first,), others),
            ((on_file.first, on_file.contract), others),
        ]

    @pytest.mark.usefixtures("on_file")
    def test_a_contract_is_voided_with_a_reason(self, qtbot, context, monkeypatch, open_page):
        page = open_page()
        answer(monkeypatch, VoidReasonDialog, "Never signed")
        press(qtbot, page.view.contracts.table, Qt.Key.Key_Delete)
        state = page.view.contracts.model.index
        qtbot.waitUntil(lambda: state(0, 2).data() == "Voided", timeout=20_000)
        settle(qtbot, context)
        assert "No contract covers today" in page.view.notice.text

    def test_schools_are_added_changed_and_voided(self, qtbot, monkeypatch, on_file, open_page):
        page = open_page()
        schools = page.view.schools
        asked = answer(monkeypatch, SchoolDialog, None)
        answer(monkeypatch, VoidReasonDialog, None)
        schools.add.trigger()
        schools.table.setCurrentIndex(schools.model.index(0, 0))
        press(qtbot, schools.table, Qt.Key.Key_F2)
        press(qtbot, schools.table, Qt.Key.Key_Delete)  # thought better of it
        assert asked == [
            ((on_file.first,), {"parent": page}),
            ((on_file.first, on_file.school), {"parent": page}),
        ]
        assert schools.model.rowCount() == 1

    @pytest.mark.usefixtures("on_file")
    def test_several_rows_are_copied_but_not_voided(self, db, actor, on_file, open_page):
        districts.add_school(
            db, SchoolDraft(district=on_file.first.id, name="Anoka Middle"), actor=actor
        )
        schools = open_page().view.schools
        schools.table.setCurrentIndex(schools.model.index(0, 0))
        assert schools.void.isEnabled()
        schools.table.selectAll()
        assert not schools.void.isEnabled()
        assert not schools.change.isEnabled()

    def test_what_is_written_while_hidden_is_there_when_shown(
        self, qtbot, context, db, actor, on_file, open_page
    ):
        page = open_page()
        page.hide()
        draft = SchoolDraft(district=on_file.first.id, name="Anoka Middle")
        with qtbot.waitSignal(context.bus.committed):
            districts.add_school(db, draft, actor=actor)
        assert page.view.schools.model.rowCount() == 1
        page.show()
        qtbot.waitUntil(lambda: page.view.schools.model.rowCount() == 2, timeout=20_000)

    @pytest.mark.usefixtures("on_file")
    def test_a_file_that_cannot_be_written_greys_what_writes(self, context, open_page):
        page = open_page(replace(context, read_only=True))
        view = page.view
        actions = [page.add_action, page.change_action, page.void_action]
        for section in (view.contracts, view.schools):
            actions += [section.add, section.change, section.void]
        actions.append(view.contracts.attach_copy)
        assert not any(action.isEnabled() for action in actions)
        assert view.contracts.open_copy.isEnabled()
        assert page.export_action.isEnabled()


class TestCopy:
    def test_is_attached_from_a_file(
        self, qtbot, context, monkeypatch, tmp_path, db, actor, on_file, open_page
    ):
        sign(db, actor, on_file.second, THIS_YEAR)
        path = tmp_path / "agreement.pdf"
        path.write_bytes(foreign.pdf("Agreement"))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        page = open_page()
        said = told(context.navigator.said)
        page.show_district(on_file.second.id)
        settle(qtbot, context)
        section = page.view.contracts
        assert section.attach_copy.text() == "Attach copy…"
        assert not section.open_copy.isEnabled()
        section.attach_copy.trigger()
        qtbot.waitUntil(lambda: section.open_copy.isEnabled(), timeout=30_000)
        assert section.attach_copy.text() == "Replace copy…"
        assert "“agreement.pdf” is on file" in said[0][0]
        (contract,) = districts.detail(db, on_file.second.id, TODAY).contracts
        assert certificates.copy_content(db, contract.copy)[1] == path.read_bytes()

    @pytest.mark.usefixtures("on_file")
    def test_is_saved_byte_for_byte(self, qtbot, context, monkeypatch, tmp_path, open_page):
        path = tmp_path / "saved.pdf"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        said = told(context.navigator.said)
        open_page().view.contracts.save_copy.trigger()
        qtbot.waitUntil(lambda: bool(said), timeout=20_000)
        assert path.read_bytes() == b"signed by both"

    @pytest.mark.usefixtures("on_file")
    def test_is_opened_in_the_systems_viewer(self, qtbot, monkeypatch, open_page):
        opened = []
        monkeypatch.setattr(copies, "open_in_viewer", opened.append)
        open_page().view.contracts.open_copy.trigger()
        qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
        assert opened[0].name == "signed.pdf"
        assert opened[0].read_bytes() == b"signed by both"


def test_the_division_is_remembered(open_page):
    page = open_page()
    page._sides.setSizes([300, 890])
    page._sides.splitterMoved.emit(300, 1)
    again = open_page()
    assert again._sides.sizes()[0] < 320


def test_every_action_of_the_page_is_in_the_menu(open_page):
    texts = [action.text() for action in open_page().page_actions()]
    assert texts == [
        "Export packet",
        "Change district…",
        "Void district…",
        "Add contract",
        "Add school",
    ]


def press(qtbot, widget, key):
    """A key that is the shortcut of an action of `widget`."""
    widget.setFocus()
    qtbot.keyClick(widget, key)
