"""The lists as they are saved: filtered and sorted as on screen, and never more than is public."""

import csv
import io
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow

from sro_desk.domain.codes import CourseKind, DistrictKind, Role
from sro_desk.domain.drafts import (
    AssignmentDraft,
    CertificateDraft,
    DistrictDraft,
    OfficerDraft,
)
from sro_desk.services import assignments, certificates, courses, districts, officers
from sro_desk.ui.export_commands import ExportCommands
from sro_desk.ui.pages.activity import ActivityPage
from sro_desk.ui.pages.certificates import CertificatesPage
from sro_desk.ui.pages.deadlines import DeadlinesPage
from sro_desk.ui.pages.districts import DistrictsPage
from sro_desk.ui.pages.officers import OfficersPage

CANARY = "canary7319"


class Window(QMainWindow):
    """A window with one page in front."""

    def __init__(self, page):
        super().__init__()
        self.page = page


@pytest.fixture
def on_file(db, actor):
    ely = DistrictDraft(name="Ely", kind=DistrictKind.INDEPENDENT, state_id="0696")
    where = districts.add(db, ely, actor=actor)
    course = next(each for each in courses.all_courses(db) if each.kind is CourseKind.MANDATED)
    people = {
        "Erik Olson": {"badge": "12", "remarks": CANARY, "work_phone": CANARY},
        "=Mai Vang": {"badge": "007", "post_license": CANARY},
        f"Hidden {CANARY}": {"badge": CANARY, "withheld": True},
    }
    for name, said in people.items():
        officer = officers.add(db, OfficerDraft(name=name, **said), actor=actor)
        draft = AssignmentDraft(
            officer=officer.id, district=where.id, role=Role.REGULAR, assumed=date(2026, 9, 14)
        )
        assignments.add(db, draft, actor=actor)
        number = CANARY if said.get("withheld") else f"=no {officer.id}"
        done = CertificateDraft(
            officer=officer.id, course=course.id, completed_on=date(2026, 8, 20), number=number
        )
        certificates.add(db, done, None, actor=actor)


@pytest.fixture
def saved(qtbot, context, monkeypatch, tmp_path):
    """Save the list of a page; the sentence in the bar and the rows of the file."""
    said = []
    context.navigator.said.connect(said.append)
    path = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    def save(page):
        window = Window(page)
        qtbot.addWidget(window)
        commands = ExportCommands(context, window, window)
        before = len(said)
        commands.save_list()
        qtbot.waitUntil(lambda: len(said) > before)
        content = path.read_bytes()
        assert CANARY.encode() not in content
        return said[-1], list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))

    return save


@pytest.fixture
def shown(qtbot, context, on_file):
    assert on_file is None

    def shown(kind, rows):
        page = kind(context)
        qtbot.addWidget(page)
        page.resize(1100, 640)
        page.show()
        qtbot.waitUntil(lambda: len(page.listed().rows) >= rows)
        return page

    return shown


@pytest.mark.parametrize("kind", [DeadlinesPage, OfficersPage])
def test_officers(shown, saved, kind):
    words, (headings, *rows) = saved(shown(kind, 3))
    assert words.endswith("Left out: 1 row about officers withheld from exports.")
    assert headings[0] == "Officer"
    assert {row[0] for row in rows} == {"Erik Olson", "'=Mai Vang"}  # nothing is calculated
    assert {row[1] for row in rows} == {"12", "007"}
    assert all(row[headings.index("Deadline")] == "2026-09-13" for row in rows)


def test_as_filtered_and_sorted(shown, saved):
    page = shown(CertificatesPage, 3)
    page.model.sort(0, Qt.SortOrder.DescendingOrder)
    page.model.set_filter("olson")
    _, (headings, *rows) = saved(page)
    assert [row[0] for row in rows] == ["Erik Olson"]
    assert rows[0][headings.index("Completed")] == "2026-08-20"


def test_certificates_districts_and_activity(shown, saved):
    _, (_, *rows) = saved(shown(CertificatesPage, 3))
    assert {row[0] for row in rows} == {"Erik Olson", "'=Mai Vang"}
    _, (_, *rows) = saved(shown(DistrictsPage, 1))
    assert rows[0][:2] == ["ISD 0696", "Ely"]
    _, (headings, *rows) = saved(shown(ActivityPage, 5))
    assert headings[0] == "Entry"
    assert rows


def test_a_page_without_a_list_says_so(qtbot, context):
    said = []
    context.navigator.said.connect(said.append)
    window = Window(None)
    qtbot.addWidget(window)
    ExportCommands(context, window, window).save_list()
    assert "no list to save" in said[0]


@pytest.mark.usefixtures("on_file")
def test_the_calendar_is_saved(qtbot, context, monkeypatch, tmp_path):
    said = []
    context.navigator.said.connect(said.append)
    path = tmp_path / "deadlines.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window = Window(None)
    qtbot.addWidget(window)
    ExportCommands(context, window, window).save_calendar()
    qtbot.waitUntil(lambda: bool(said))
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
