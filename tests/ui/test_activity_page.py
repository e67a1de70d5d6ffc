"""The page of the ledger: found, paged, before and after, led on from, verified."""

import re

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from sro_desk.domain.changes import Kind
from sro_desk.domain.codes import DistrictKind
from sro_desk.domain.drafts import DistrictDraft, OfficerDraft
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.services import activity, districts, history, keeping, officers, records_file
from sro_desk.services.keeping import Verdict
from sro_desk.services.reports import making
from sro_desk.ui.pages import activity as activity_page
from sro_desk.ui.pages.activity import ActivityPage
from sro_desk.ui.widgets import verify_bar
from tests.conftest import TODAY

HOLDS = "All that this PDF was made from is still in the records: the head is entry "


@pytest.fixture
def roster(db, actor):
    names = ("Erik Olson", "Sean O'Brien-Núñez", "Nguyễn Thị Ánh")
    found = [officers.add(db, OfficerDraft(name=name, badge="12"), actor=actor) for name in names]
    changed = OfficerDraft(name="Erik Olson", badge="14")
    officers.change(db, found[0].id, changed, actor=actor)
    return found


@pytest.fixture
def page(qtbot, context, roster):  # noqa: ARG001 - the page shows what was written
    return shown(qtbot, context)


def shown(qtbot, context):
    made = ActivityPage(context)
    qtbot.addWidget(made)
    made.resize(1160, 640)
    made.show()
    qtbot.waitUntil(lambda: bool(made.model.rows) and made.pane.words.text() != "")
    return made


def told(page):
    return [line.words for line in page.model.rows]


def choose_kind(page, kind):
    page.kind.setCurrentIndex(page.kind.findData(kind))


def test_newest_first_in_plain_words(page, db):
    assert told(page) == [line.words for line in history.lines(db)]
    assert told(page)[0] == "Changed Erik Olson's badge from 12 to 14"
    texts = [page.model.index(0, column).data() for column in range(4)]
    assert re.fullmatch(r"\d\d/\d\d/\d{4}, \d{1,2}:\d\d [AP]M", texts[0])
    assert texts[1:3] == ["clerk@records-desk", "Officer"]


def test_before_and_after_of_the_row_under_the_cursor(page, db):
    changes = page.pane.changes
    cells = [[changes.item(row, column).text() for column in range(3)] for row in range(2)]
    assert cells[0] == ["Badge", "12", "14"]
    assert changes.item(0, 2).font().bold()
    assert not changes.item(1, 2).font().bold()
    assert page.pane.hash.text() == db.head()
    assert "clerk@records-desk" in page.pane.facts.text()


def test_search_finds_as_one_types_and_esc_brings_everything_back(qtbot, page):
    whole = told(page)
    page.find()
    qtbot.keyClicks(page.search, "nunez")
    qtbot.waitUntil(lambda: told(page) == ["Added Sean O'Brien-Núñez"])
    qtbot.waitUntil(lambda: page.pane.words.text() == "Added Sean O'Brien-Núñez")
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: told(page) == whole)


def test_one_kind_only_and_nothing_that_matches(qtbot, page):
    choose_kind(page, Kind.AGENCY)
    qtbot.waitUntil(lambda: told(page) == ["Made this file for Birch Lake Police Department"])
    page.search.setText("qqq")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page._empty.isVisible()
    assert page._empty._title.text() == "Nothing matches"
    assert page.pane._empty.isVisible()


def test_older_entries_come_as_the_end_comes_into_view(qtbot, context, db, actor, monkeypatch):
    monkeypatch.setattr(activity_page, "_MOST", 20)
    for number in range(70):
        officers.add(db, OfficerDraft(name=f"Officer {number}"), actor=actor)
    page = shown(qtbot, context)
    qtbot.waitUntil(lambda: not context.jobs.busy)
    first = len(page.model.rows)
    assert first in (20, 40)
    page.table.selectRow(3)
    chosen = page.table.current_row
    bar = page.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    at = bar.value()
    qtbot.waitUntil(lambda: len(page.model.rows) > first)
    assert bar.value() == at  # what one reads stays where it is
    assert page.table.current_row == chosen
    while page._reached is not None:
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda: page._asked == page._answered)
    assert told(page) == [line.words for line in history.lines(db)]


def test_a_search_goes_on_until_the_list_is_full_or_the_ledger_ends(
    qtbot, context, page, monkeypatch
):
    monkeypatch.setattr(activity, "_LOOKED_AT", 1)
    counted = []
    context.navigator.counted.connect(counted.append)
    page.search.setText("agency birch")
    qtbot.waitUntil(lambda: told(page) == ["Made this file for Birch Lake Police Department"])
    qtbot.waitUntil(lambda: page._reached is None)
    assert counted[-1] == "1 entry"


def test_a_hidden_page_asks_only_for_its_first_rows(qtbot, context, db, actor, monkeypatch):
    monkeypatch.setattr(activity_page, "_MOST", 5)
    for number in range(12):
        officers.add(db, OfficerDraft(name=f"Officer {number}"), actor=actor)
    page = ActivityPage(context)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: bool(page.model.rows) and not context.jobs.busy)
    assert len(page.model.rows) == 5


def test_a_new_entry_appears_on_top_and_the_cursor_stays(qtbot, page, db, actor):
    page.table.selectRow(1)
    chosen = page.table.current_row
    officers.add(db, OfficerDraft(name="Kim Xiong"), actor=actor)
    qtbot.waitUntil(lambda: told(page)[0] == "Added Kim Xiong")
    assert page.table.current_row.entry.seq == chosen.entry.seq


def test_a_hidden_page_catches_up_when_it_is_shown(qtbot, page, db, actor):
    page.hide()
    officers.add(db, OfficerDraft(name="Kim Xiong"), actor=actor)
    qtbot.waitUntil(lambda: page._stale)
    page.show()
    qtbot.waitUntil(lambda: told(page)[0] == "Added Kim Xiong")


def test_enter_leads_to_the_record(qtbot, page, context, db, actor, roster):
    with qtbot.waitSignal(context.navigator.officer_wanted) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == [roster[0].id]
    draft = DistrictDraft(name="Ely", kind=DistrictKind.INDEPENDENT, state_id="0696")
    ely = districts.add(db, draft, actor=actor)
    qtbot.waitUntil(lambda: len(told(page)) == len(history.lines(db)))
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page._district_action.isVisible())
    assert not page._officer_action.isVisible()
    with qtbot.waitSignal(context.navigator.district_wanted) as asked:
        page._district_action.trigger()
    assert asked.args == [ely.id]


def test_a_voided_record_is_not_led_to(qtbot, page, db, actor, roster):
    officers.void(db, roster[2].id, "Entered by mistake", actor=actor)
    qtbot.waitUntil(lambda: told(page)[0].startswith("Voided"))
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.pane.words.text().startswith("Voided Nguyễn Thị Ánh"))
    assert not page._officer_action.isVisible()


def test_rows_are_copied_as_a_table(qtbot, page):
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "When\tWho\tKind\tWhat"
    assert lines[1].endswith("\tChanged Erik Olson's badge from 12 to 14")


@pytest.mark.parametrize("pasted", ["", "{}", "Ledger head {}", " {} ", "{:.16}"])
def test_verify_proves_the_file_and_a_head_from_a_footer(qtbot, page, db, pasted):
    older = history.lines(db)[2].entry.hash
    page.verify.head.setText(pasted.format(older))
    qtbot.keyClick(page.verify.head, Qt.Key.Key_Return)
    assert not page.verify.verify_action.isEnabled()
    qtbot.waitUntil(lambda: "is sound" in page.verify.verdict.text, timeout=20_000)
    assert page.verify.verdict.text.startswith(HOLDS) == bool(pasted)
    assert page.verify.verify_action.isEnabled()


@pytest.mark.parametrize(
    ("pasted", "words"),
    [("0" * 64, "does not contain"), ("12ab", "is too short")],
    ids=["another file's", "too short"],
)
def test_a_head_that_is_not_in_the_ledger(qtbot, page, pasted, words):
    page.verify.head.setText(pasted)
    page.verify.verify()
    qtbot.waitUntil(lambda: words in page.verify.verdict.text, timeout=20_000)
    assert page.verify.verdict.property("kind") == "problem"


def test_a_verdict_fits_a_narrow_page_and_its_head_can_be_pasted_back(qtbot, page, db):
    page.resize(507, 290)
    page.verify.verify()
    qtbot.waitUntil(lambda: "is sound" in page.verify.verdict.text, timeout=20_000)
    assert page.minimumSizeHint().width() <= 507
    assert page.verify.verdict.words.minimumSizeHint().width() < 400
    shown = page.verify.verdict.text.split("ends with ")[1].rstrip(".")
    page.verify.head.setText(shown)
    page.verify.verify()
    qtbot.waitUntil(lambda: page.verify.verdict.text.startswith(HOLDS), timeout=20_000)
    assert shown.replace("\u200b", "") == db.head()


def test_many_faults_do_not_fill_the_screen(qtbot, page, monkeypatch):
    faults = tuple(f"Officer {number} was changed outside the program." for number in range(50))
    verdict = Verdict(sound=False, sentences=faults, head="")
    monkeypatch.setattr(keeping, "verify", lambda *_: verdict)
    page.verify.verify()
    qtbot.waitUntil(lambda: "And 44 more" in page.verify.verdict.text)


def test_stop_is_told(qtbot, page, monkeypatch):
    def until_stopped(_db, _head, report):
        while True:
            report(0, 1)

    monkeypatch.setattr(keeping, "verify", until_stopped)
    page.verify.verify()
    page.verify._job.stop()
    qtbot.waitUntil(lambda: page.verify.verdict.text.startswith("Stopped"))
    assert page.verify.verify_action.isEnabled()


def test_the_division_is_remembered(qtbot, context, page):
    page._split.moveSplitter(300, 1)
    page._keep_split()
    again = shown(qtbot, context)
    qtbot.waitUntil(lambda: again._split.sizes() == page._split.sizes())


@pytest.fixture
def report(db, roster, tmp_path):  # noqa: ARG001 - it tells of them
    asked = Asked(report=ReportName.DEADLINES, on=TODAY)
    path = tmp_path / "deadlines.pdf"
    path.write_bytes(making.make_alone(db, asked, made_on=TODAY).content)
    return path


def drop(page, path):
    """Carry a file over the field for the head, and let go of it there."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    bar = page.verify
    at = QPointF(bar.head.geometry().center())
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    assert not bar.head.acceptDrops()
    QApplication.sendEvent(bar, QDragEnterEvent(at.toPoint(), copy, data, button, none))
    assert bar._place.text() == "Drop the PDF to check it"
    QApplication.sendEvent(bar, QDropEvent(at, copy, data, button, none))


def test_a_pdf_dropped_on_the_field_is_checked(qtbot, page, db, actor, report):
    officers.add(db, OfficerDraft(name="Kim Xiong"), actor=actor)
    drop(page, report)
    assert not page.verify.pdf_action.isEnabled()
    qtbot.waitUntil(lambda: page.verify.verdict.text.startswith(HOLDS), timeout=20_000)
    assert "; 1 entry came after.\n" in page.verify.verdict.text
    assert page.verify.head.text() in {line.entry.hash for line in history.lines(db)}
    assert page.verify.pdf_action.isEnabled()
    assert page.verify._place.text() == "Ledger &head"


def test_a_pdf_is_chosen_by_its_button(qtbot, page, report, monkeypatch):
    monkeypatch.setattr(verify_bar, "choose_pdf", lambda *_: report)
    page.verify.pdf_action.trigger()
    qtbot.waitUntil(lambda: page.verify.verdict.text.startswith(HOLDS), timeout=20_000)


def test_a_pdf_of_other_records_is_told_from_ours(qtbot, page, sample_file, tmp_path):
    with records_file.look_into(sample_file) as other:
        asked = Asked(report=ReportName.DEADLINES, on=TODAY)
        theirs = making.make_alone(other, asked, made_on=TODAY)
    (tmp_path / "theirs.pdf").write_bytes(theirs.content)
    page.check_pdf(tmp_path / "theirs.pdf")
    qtbot.waitUntil(lambda: "Not all that this PDF" in page.verify.verdict.text, timeout=20_000)
    assert page.verify.verdict.property("kind") == "problem"


def test_a_file_without_a_head_is_said(qtbot, page, tmp_path):
    (tmp_path / "letter.pdf").write_bytes(b"Dear Chief")
    page.check_pdf(tmp_path / "letter.pdf")
    qtbot.waitUntil(lambda: "“letter.pdf” is no PDF" in page.verify.verdict.text)
    assert page.verify.verify_action.isEnabled()
    assert page.verify.head.text() == ""
