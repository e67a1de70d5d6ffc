"""What each report can be asked for, in the window: every one, also one that is made up."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from sro_desk.domain.codes import DistrictKind, Role
from sro_desk.domain.drafts import AssignmentDraft, DistrictDraft, OfficerDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.reports import KINDS, Asked, Option, ReportName
from sro_desk.services import assignments, districts, officers
from sro_desk.services.reports import making
from sro_desk.ui.pages.reports import ReportsPage
from sro_desk.ui.widgets.report_list import GROUPS
from sro_desk.ui.widgets.report_options import ReportOptions
from tests.conftest import TODAY
from tests.ui.keyboard import Keyboard

LONG = 20_000


@pytest.fixture
def ely(db, actor):
    draft = DistrictDraft(name="Ely", kind=DistrictKind.INDEPENDENT, state_id="0696")
    return districts.add(db, draft, actor=actor)


@pytest.fixture
def anoka(db, actor):
    draft = DistrictDraft(name="Anoka-Hennepin", kind=DistrictKind.INDEPENDENT, state_id="0011")
    return districts.add(db, draft, actor=actor)


@pytest.fixture
def kim(db, actor, ely):
    kim = officers.add(db, OfficerDraft(name="Kim Xiong", badge="7"), actor=actor)
    draft = AssignmentDraft(
        officer=kim.id, district=ely.id, role=Role.REGULAR, assumed=date(2026, 9, 1)
    )
    assignments.add(db, draft, actor=actor)
    return kim


@pytest.fixture
def made_up(monkeypatch):
    """Every report there can be, each a copy of the deadlines list; what they were asked for."""
    asked_for = []
    real = making.MAKERS[ReportName.DEADLINES]

    def make(db, asked, means):
        asked_for.append(asked)
        plain = Asked(report=ReportName.DEADLINES, on=asked.on)
        made = real(db, plain, means)
        return replace(made, asked=asked, archival=not asked.copies)

    for name in ReportName:
        monkeypatch.setitem(making.MAKERS, name, make)
    return asked_for


@pytest.fixture
def options(qtbot, context, db, ely, anoka, kim):  # noqa: ARG001 - they are to choose from
    made = ReportOptions(context)
    qtbot.addWidget(made)
    made.show_districts(districts.all_districts(db), officers.all_officers(db))
    made.show()
    return made


@pytest.fixture
def page(qtbot, context, made_up, ely, anoka, kim):  # noqa: ARG001 - they are to choose from
    return shown(qtbot, context)


def shown(qtbot, context):
    made = ReportsPage(context)
    qtbot.addWidget(made)
    made.resize(1160, 640)
    made.show()
    qtbot.waitUntil(lambda: made.made is not None, timeout=LONG)
    return made


def settled(qtbot, context, page):
    qtbot.waitUntil(
        lambda: not context.jobs.busy and not page._breath.isActive() and page.made is not None,
        timeout=LONG,
    )
    return page.made.asked


def names(options):
    return [item.data(Qt.ItemDataRole.UserRole) for item in options.reports._items()]


def test_every_report_has_its_place_in_one_group():
    placed = [name for _, group in GROUPS for name in group]
    assert sorted(placed) == sorted(ReportName)


def test_the_list_holds_what_there_is(options):
    assert sorted(names(options)) == sorted(making.MAKERS)


def test_a_report_that_is_not_made_is_not_offered(qtbot, context, monkeypatch):
    monkeypatch.delitem(making.MAKERS, ReportName.DEADLINES)
    made = ReportOptions(context)
    qtbot.addWidget(made)
    assert ReportName.DEADLINES not in names(made)
    made.choose("deadlines", None)
    assert made.report in making.MAKERS


def test_arrows_pass_over_the_groups(options):
    keys = Keyboard(options)
    options.reports.list.setFocus()
    for _ in making.MAKERS:
        keys.press(Qt.Key.Key_Up)
    walked = [options.report]
    for _ in range(len(making.MAKERS)):
        keys.press(Qt.Key.Key_Down)
        if options.report != walked[-1]:
            walked.append(options.report)
    assert walked == names(options)
    keys.type("dea")
    assert options.report is ReportName.DEADLINES


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize("name", ReportName)
def test_a_report_is_asked_what_it_needs_and_takes_and_no_more(name, request):
    options = request.getfixturevalue("options")
    options.choose(name.value, None)
    kind = KINDS[name]
    fields = {
        Option.DISTRICT: (options.district, options.only_district),
        Option.OFFICER: (options.officer, options.for_officer),
        Option.WITHIN: (options.within,),
        Option.SINCE: (options.since,),
        Option.COPIES: (options.copies,),
        Option.DUTIES: (options.duties,),
        Option.WITHHELD: (options.withheld,),
    }
    asked = {
        option for option, widgets in fields.items() if any(each.isVisible() for each in widgets)
    }
    assert asked == kind.needs | kind.takes
    assert options.as_of.isVisible()
    assert options.reports._told.text() == kind.told
    assert options.reports.badge.isVisible() == (not kind.leaves)
    found = options.asked
    assert found is not None
    assert found.report is name
    assert (found.district is not None) == (Option.DISTRICT in kind.needs)
    assert (found.officer is not None) == (Option.OFFICER in kind.needs)


def test_of_all_districts_or_of_one(options, ely):
    options.choose("deadlines", None)
    assert options.only_district.placeholderText() == "All districts"
    assert options.asked == Asked(report=ReportName.DEADLINES, on=TODAY)
    keys = Keyboard(options)
    options.go_to_subject()
    keys.type("atlantis")
    assert options.asked is None
    assert (
        options.lacking() == "No district is called that. Choose from the list, or leave it empty."
    )
    options.only_district.clear()
    keys.type("ely")
    keys.press(Qt.Key.Key_Return)
    options.within.setCurrentText("90 days")
    assert options.asked == Asked(report=ReportName.DEADLINES, on=TODAY, district=ely.id, within=90)
    options.choose("district", None)
    assert options.asked.district != ely.id, "the filter of one report is none of another"


def test_a_wish_for_one_district_narrows_the_report_that_may_take_one(options, ely):
    options.choose("deadlines", ely.id)
    assert options.asked.district == ely.id


def test_a_district_that_is_not_known_yet_is_chosen_once_it_is(options, ely):
    lines = options._lines
    options.choose("district", ely.id)
    options.show_districts([line for line in lines if line.district.id != ely.id], options._roster)
    assert options.asked.district != ely.id
    options.show_districts(lines, options._roster)
    assert options.asked.district == ely.id


def test_a_blank_form_or_one_of_an_officer(options, kim):
    options.choose("acknowledgement", None)
    assert options.asked.officer is None
    options.go_to_subject()
    assert options.for_officer.hasFocus()
    keys = Keyboard(options)
    keys.type("xiong")
    keys.press(Qt.Key.Key_Return)
    assert options.asked.officer == kim.id


def test_without_anybody_on_the_roster_it_is_said(qtbot, context):
    made = ReportOptions(context)
    qtbot.addWidget(made)
    made.show_districts((), ())
    made.choose("officer", None)
    assert made.lacking().startswith("There is no officer on the roster yet.")


def test_since_when(options, made_up):  # noqa: ARG001 - the binder is one of them
    options.choose("audit", None)
    options.since.line.setText("7/")
    assert options.asked is None
    assert options.lacking().startswith("Write the first day")
    options.since.line.setText("7/1/2026")
    assert options.asked.since == date(2026, 7, 1)
    options.since.line.clear()
    assert options.asked.since is None


def test_a_report_that_names_the_withheld_is_private(qtbot, context, page):
    page.show_report("planner", None)
    settled(qtbot, context, page)
    assert not page.options.reports.badge.isVisible()
    assert "May leave: yes" in page.about.words
    page.options.withheld.click()
    assert page.options.reports.badge.isVisible()
    assert "Private: for the agency" in page.options.reports.list.accessibleDescription()
    settled(qtbot, context, page)
    assert "May leave: no" in page.about.words
    page.show_report("deadlines", None)
    assert not page.options.reports.badge.isVisible()
    settled(qtbot, context, page)


class TestCopies:
    @pytest.fixture
    def packet(self, options):
        options.choose("packet", None)
        return options

    def test_none_is_appended_before_they_were_looked_through(self, packet):
        assert not packet.copies.looked.isVisible()
        packet.copies.wanted.click()
        assert packet.copies._reminder.isVisible()
        assert "Look through each copy first" in packet.copies._reminder.text()
        assert packet.asked.copies is False
        packet.copies.looked.click()
        assert packet.asked.copies is True
        packet.copies.wanted.click()
        packet.copies.wanted.click()
        assert packet.asked.copies is False, "asked for anew, looked through anew"

    @pytest.mark.parametrize(
        "other",
        [
            lambda options: options.district.choose(options._lines[1]),
            lambda options: setattr(options.as_of, "value", date(2026, 9, 1)),
            lambda options: options.choose("district", None),
            lambda options: options.show_districts(options._lines, options._roster),
        ],
        ids=["of another district", "of another day", "of another report", "of other records"],
    )
    def test_other_copies_are_looked_through_anew(self, packet, other):
        packet.copies.wanted.click()
        packet.copies.looked.click()
        other(packet)
        packet.choose("packet", None)
        assert packet.copies.wanted.isChecked()
        assert packet.asked.copies is False

    def test_what_changes_no_copy_forgets_nothing(self, packet):
        packet.copies.wanted.click()
        packet.copies.looked.click()
        packet.duties.click()
        assert packet.asked.copies is True
        assert packet.asked.duties is True


def test_ticks_are_remembered_but_not_that_copies_were_looked_through(
    qtbot, context, page, made_up
):
    page.show_report("packet", None)
    for tick in (page.options.duties, page.options.copies.wanted, page.options.copies.looked):
        tick.click()
    asked = settled(qtbot, context, page)
    assert (asked.copies, asked.duties) == (True, True)
    assert made_up[-1] == asked
    again = shown(qtbot, context)
    asked = settled(qtbot, context, again)
    assert asked.report is ReportName.PACKET
    assert again.options.copies.wanted.isChecked()
    assert (asked.copies, asked.duties) == (False, True)


def test_what_is_told_of_a_report_with_copies(qtbot, context, page):
    page.show_report("packet", None)
    settled(qtbot, context, page)
    assert "Archival: PDF/A-2a" in page.about.words
    page.options.copies.wanted.click()
    page.options.copies.looked.click()
    settled(qtbot, context, page)
    assert "PDF/A" not in page.about.words
    assert "PDF/UA" not in page.about.words


def test_every_district_is_saved_without_copies_and_that_is_said(
    qtbot, context, page, made_up, monkeypatch, tmp_path
):
    said = []
    context.navigator.said.connect(said.append)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.show_report("packet", None)
    page.options.duties.click()
    page.options.copies.wanted.click()
    page.options.copies.looked.click()
    settled(qtbot, context, page)
    made_up.clear()
    page.actions_.save_all.trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert said[0].endswith("Copies were not appended: save a packet with them by itself.")
    assert {(asked.copies, asked.duties) for asked in made_up} == {(False, True)}
    assert len({asked.district for asked in made_up}) == 2


def test_what_can_be_done_follows_the_report(qtbot, context, page):
    page.show_report("packet", None)
    settled(qtbot, context, page)
    actions = page.actions_
    of_packets = (actions.send, actions.save_all, actions.letter)
    assert all(action.isEnabled() for action in of_packets)
    page.show_report("officer", None)
    settled(qtbot, context, page)
    assert not any(action.isEnabled() for action in of_packets)
    assert actions.print.isEnabled()
    assert actions.save.isEnabled()
    assert "May leave: no: private data" in page.about.words


def test_find_goes_to_the_pages_and_a_key_to_what_it_is_about(qtbot, context, page):
    settled(qtbot, context, page)
    page.find()
    assert page.preview.view.find_bar.field.hasFocus()
    page.actions_.subject.trigger()
    assert page.options.district.hasFocus()
    page.options.district.clear()
    qtbot.waitUntil(lambda: not page.preview.shows_pages, timeout=LONG)
    page.options.as_of.setFocus()
    page.find()
    assert page.options.district.hasFocus(), "there are no pages to look through"


def test_the_reminder_is_scrolled_to(qtbot, context, page):
    page.resize(1160, 420)
    page.show_report("packet", None)
    settled(qtbot, context, page)
    page.options.copies.wanted.click()
    looked = page.options.copies.looked
    area = page._desk._left
    qtbot.waitUntil(
        lambda: (
            area.viewport().rect().contains(looked.mapTo(area.viewport(), looked.rect().center()))
        )
    )
    settled(qtbot, context, page)


def test_pages_that_cannot_be_shown_can_be_saved(qtbot, context, page, monkeypatch):
    def refuse(_):
        raise SroDeskError("It cannot be shown.")

    settled(qtbot, context, page)
    monkeypatch.setattr(context.worker, "page_sizes", refuse)
    page.reload()
    qtbot.waitUntil(lambda: page.preview.view.words == "It cannot be shown.", timeout=LONG)
    settled(qtbot, context, page)
    assert page.actions_.save.isEnabled()
    assert "Pages: –" in page.about.words


def test_where_there_is_room_the_page_itself_does_not_scroll(qtbot, context, page):
    settled(qtbot, context, page)
    assert page._desk._whole.verticalScrollBar().maximum() == 0
