"""The page of reports: options in, the very PDF on screen, printed, saved, opened."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from sro_desk.domain.codes import DistrictKind, Role
from sro_desk.domain.drafts import AssignmentDraft, DistrictDraft, OfficerDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.reports import ReportName
from sro_desk.services import assignments, districts, officers
from sro_desk.services.reports import making
from sro_desk.ui import giving_out
from sro_desk.ui.dialogs.district import DistrictDialog
from sro_desk.ui.pages.reports import ReportsPage
from sro_desk.ui.printing import letter_printer
from sro_desk.ui.viewing import VIEWING
from tests.conftest import TODAY

NAME = "ISD 0696 SRO certificates 2026-11-24.pdf"


@pytest.fixture
def ely(db, actor):
    draft = DistrictDraft(name="Ely", kind=DistrictKind.INDEPENDENT, state_id="0696")
    return districts.add(db, draft, actor=actor)


@pytest.fixture
def anoka(db, actor):
    draft = DistrictDraft(name="Anoka-Hennepin", kind=DistrictKind.INDEPENDENT, state_id="0011")
    return districts.add(db, draft, actor=actor)


@pytest.fixture
def page(qtbot, context):
    return shown(qtbot, context)


@pytest.fixture
def said(context):
    sentences = []
    context.navigator.said.connect(sentences.append)
    return sentences


def shown(qtbot, context):
    made = ReportsPage(context)
    qtbot.addWidget(made)
    made.resize(1160, 640)
    made.show()
    return made


def ready(qtbot, page, name=NAME):
    """Wait for a report, by the name it would be saved under, and for its first page."""
    qtbot.waitUntil(
        lambda: (
            page.made is not None
            and page.made.file_name == name
            and page.preview.view.drawn
            and page.preview.words == name
        ),
        timeout=20_000,
    )
    return page.made


def text_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.usefixtures("ely")
def test_the_preview_is_the_report_of_the_service(qtbot, page, db):
    made = ready(qtbot, page)
    assert made.content == making.make_alone(db, made.asked, made_on=TODAY).content
    assert page.preview.view._pictures._content is made.content
    assert f"Pages: {page.preview.view.pages}" in page.about.words
    assert "May leave: yes: public data" in page.about.words
    assert "tagged, PDF/UA-1" in page.about.words
    page.about.copy_head()
    assert QGuiApplication.clipboard().text() == db.head()
    assert db.head() in text_of(made.content)


def test_without_a_district_one_can_be_added(qtbot, page, monkeypatch):
    qtbot.waitUntil(lambda: page.preview.words == "No districts yet")
    assert not page.about.isVisible()
    asked = []
    monkeypatch.setattr(DistrictDialog, "ask", lambda *_, **__: asked.append(True))
    page.actions_.add.trigger()
    assert asked == [True]
    page.options.reports.choose("deadlines")
    ready(qtbot, page, "SRO training deadlines 2026-11-24.pdf")


def test_the_first_district_added_gets_its_report_by_itself(qtbot, page, db, actor):
    qtbot.waitUntil(lambda: page.preview.words == "No districts yet")
    draft = DistrictDraft(name="Ely", kind=DistrictKind.INDEPENDENT, state_id="0696")
    districts.add(db, draft, actor=actor)
    ready(qtbot, page)


@pytest.mark.usefixtures("anoka")
def test_a_changed_record_makes_the_report_anew(qtbot, page, db, actor, ely):
    page.show_report("district", ely.id)
    before = ready(qtbot, page)
    kim = officers.add(db, OfficerDraft(name="Kim Xiong", badge="7"), actor=actor)
    draft = AssignmentDraft(
        officer=kim.id, district=ely.id, role=Role.REGULAR, assumed=date(2026, 9, 1)
    )
    assignments.add(db, draft, actor=actor)
    qtbot.waitUntil(
        lambda: page.made is not None and page.made.ledger_head == db.head(), timeout=20_000
    )
    assert "Kim Xiong" not in text_of(before.content)
    assert "Kim Xiong" in text_of(page.made.content)


def test_a_hidden_page_waits_until_it_is_shown(qtbot, page, db, actor, ely):
    before = ready(qtbot, page)
    page.hide()
    changed = DistrictDraft(
        name="Ely", kind=DistrictKind.INDEPENDENT, state_id="0696", citation="506.9"
    )
    districts.change(db, ely.id, changed, actor=actor)
    qtbot.waitUntil(lambda: page._stale)
    assert page.made is before
    page.show()
    qtbot.waitUntil(
        lambda: page.made is not None and page.made.ledger_head == db.head(), timeout=20_000
    )


@pytest.mark.usefixtures("ely", "anoka")
def test_options_by_keyboard(qtbot, page):
    ready(qtbot, page, "ISD 0011 SRO certificates 2026-11-24.pdf")
    page.actions_.subject.trigger()
    qtbot.keyClicks(page.options.district, "ely")
    qtbot.keyClick(page.options.district, Qt.Key.Key_Return)
    ready(qtbot, page)
    page.options.as_of.line.selectAll()
    qtbot.keyClicks(page.options.as_of.line, "9/1/2026")
    ready(qtbot, page, "ISD 0696 SRO certificates 2026-09-01.pdf")
    qtbot.keyClicks(page.options.as_of.line, "-")
    qtbot.waitUntil(lambda: page.made is None)
    page.actions_.today.trigger()
    ready(qtbot, page)


@pytest.mark.usefixtures("ely")
def test_what_is_lacking_is_said(qtbot, page, said):
    ready(qtbot, page)
    page.options.as_of.line.setText("9/")
    qtbot.waitUntil(lambda: page.preview.words.startswith("Write the day"))
    page.print_it()
    assert said[-1].startswith("Write the day")
    page._go_to_today()
    ready(qtbot, page)
    page.options.district.clear()
    qtbot.waitUntil(lambda: page.preview.words.startswith("Choose the district"))
    page.export()
    assert said[-1].startswith("Choose the district")
    assert not page.actions_.print.isEnabled()


def test_report_and_district_are_remembered(qtbot, context, ely, anoka):
    first = shown(qtbot, context)
    first.show_report("district", ely.id)
    ready(qtbot, first)
    first.show_report("deadlines", None)
    ready(qtbot, first, "SRO training deadlines 2026-11-24.pdf")
    again = shown(qtbot, context)
    ready(qtbot, again, "SRO training deadlines 2026-11-24.pdf")
    again.show_report("district", None)
    ready(qtbot, again)
    asked_for = shown(qtbot, context)
    asked_for.show_report("district", anoka.id)  # before anything is loaded
    ready(qtbot, asked_for, "ISD 0011 SRO certificates 2026-11-24.pdf")


@pytest.mark.usefixtures("ely")
def test_a_page_left_on_today_follows_the_calendar(qtbot, context):
    now = [TODAY]
    page = shown(qtbot, replace(context, today=lambda: now[0]))
    ready(qtbot, page)
    now[0] = TODAY + timedelta(days=1)
    page.reload()
    ready(qtbot, page, "ISD 0696 SRO certificates 2026-11-25.pdf")
    page.options.as_of.value = date(2026, 9, 1)
    ready(qtbot, page, "ISD 0696 SRO certificates 2026-09-01.pdf")
    now[0] += timedelta(days=1)
    page.reload()
    ready(qtbot, page, "ISD 0696 SRO certificates 2026-09-01.pdf")


@pytest.mark.usefixtures("ely")
def test_a_failure_is_a_sentence_in_place_of_the_report(qtbot, context, monkeypatch):
    def refuse(*_, **__):
        raise SroDeskError("The report did not work. Try it again.")

    with monkeypatch.context() as patched:
        patched.setitem(making.MAKERS, ReportName.DISTRICT, refuse)
        page = shown(qtbot, context)
        qtbot.waitUntil(lambda: page.preview.words == "The report did not work. Try it again.")
        assert page.made is None
        assert not page.actions_.save.isEnabled()
    page.actions_.again.trigger()
    ready(qtbot, page)


@pytest.mark.usefixtures("ely")
def test_stop_before_it_began_is_said(qtbot, page, context):
    ready(qtbot, page)
    other_work = Event()
    context.jobs.start(page, "Other work", lambda *_: other_work.wait(10), lambda _: None)
    with qtbot.waitSignal(context.jobs.started) as started:
        page.reload()
    started.args[0].stop()
    other_work.set()
    qtbot.waitUntil(lambda: page.preview.words == "You stopped it. Press F5 to make it again.")
    page.reload()
    ready(qtbot, page)


@pytest.mark.usefixtures("ely")
def test_save_as_proposes_the_name_and_writes_these_bytes(qtbot, page, said, monkeypatch, tmp_path):
    made = ready(qtbot, page)
    proposed = []

    def ask(_parent, _title, place, _kinds):
        proposed.append(Path(place).name)
        return str(tmp_path / "for Ely.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    page.actions_.save.trigger()
    qtbot.waitUntil(lambda: said == [f"Saved as {tmp_path / 'for Ely.pdf'}."])
    assert proposed == [NAME]
    assert (tmp_path / "for Ely.pdf").read_bytes() == made.content


@pytest.mark.usefixtures("ely")
def test_a_place_that_cannot_be_written_is_told(qtbot, page, context, monkeypatch, tmp_path):
    ready(qtbot, page)
    place = tmp_path / "gone" / "x.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    with qtbot.waitSignal(context.jobs.failed) as told:
        page.export()
    assert "choose another folder" in told.args[0]


@pytest.mark.usefixtures("ely", "anoka")
def test_all_districts_into_a_folder(qtbot, page, said, monkeypatch, tmp_path):
    ready(qtbot, page, "ISD 0011 SRO certificates 2026-11-24.pdf")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / NAME).write_bytes(b"last month")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    page.actions_.save_all.trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == [
        f"2 reports were saved in {folder}. 1 replaced an earlier file of the same name."
    ]
    assert (folder / NAME).read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("ely")
def test_printing_prints_what_is_shown(qtbot, page, said, monkeypatch, tmp_path):
    made = ready(qtbot, page)
    printer = letter_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    asked = []
    monkeypatch.setattr(
        giving_out, "ask_printer", lambda _, name, pages: asked.append((name, pages)) or printer
    )
    page.print_it()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    with pypdfium2.PdfDocument(made.content) as document:
        pages = len(document)
    assert asked == [(NAME.removesuffix(".pdf"), pages)]
    assert said == [f"{'1 page was' if pages == 1 else f'{pages} pages were'} sent to the printer."]
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        assert len(document) == pages


@pytest.mark.usefixtures("ely")
def test_a_cancelled_print_dialog_prints_nothing(qtbot, page, context, monkeypatch):
    ready(qtbot, page)
    monkeypatch.setattr(giving_out, "ask_printer", lambda *_: None)
    page.print_it()
    qtbot.waitUntil(lambda: not context.jobs.busy)


@pytest.mark.usefixtures("ely")
def test_the_systems_viewer_gets_a_copy_of_its_own(qtbot, page, monkeypatch):
    made = ready(qtbot, page)
    opened = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True
    )
    page.actions_.view.trigger()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].name == NAME
    assert opened[0].read_bytes() == made.content
    VIEWING.clear()


@pytest.mark.usefixtures("ely")
def test_a_system_without_a_viewer_is_told(qtbot, page, context, monkeypatch):
    ready(qtbot, page)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    with qtbot.waitSignal(context.navigator.warned):
        page.actions_.view.trigger()
    VIEWING.clear()


@pytest.mark.usefixtures("ely")
def test_the_window_is_told_what_is_shown(qtbot, context):
    told = []
    context.navigator.counted.connect(told.append)
    page = shown(qtbot, context)
    ready(qtbot, page)
    pages = page.preview.view.pages
    assert told[-1] == ("1 page" if pages == 1 else f"{pages} pages")
    assert [action.text() for action in page.page_actions()] == [
        "Save as…",
        "Send to the district…",
        "Save all districts…",
        "Open in viewer",
        "Edit the cover letter…",
        "Choose what it is about",
        "As of today",
    ]


@pytest.mark.usefixtures("ely")
def test_on_a_narrow_page_the_report_stands_under_its_options(qtbot, page):
    ready(qtbot, page)
    beside = page.preview.pos()
    page.resize(500, 400)
    qtbot.waitUntil(lambda: page.preview.pos().x() < beside.x())
    assert page.preview.y() > page.options.y() + page.options.height()
