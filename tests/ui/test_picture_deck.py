"""The pictures of the home page on real records: by keys and mouse, in words, as of any day."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role
from sro_desk.domain.drafts import (
    AssignmentDraft,
    CertificateDraft,
    DistrictDraft,
    OfficerDraft,
)
from sro_desk.services import (
    assignments,
    certificates,
    contact_days,
    courses,
    districts,
    officers,
)
from sro_desk.ui.pages.deadlines import DeadlinesPage

ASSUMED = date(2026, 9, 14)
DEADLINES, DISTRICTS, SUBSTITUTES = range(3)


@pytest.fixture
def people(db, actor):
    """At Ely: Erik overdue and Pao a substitute; at Edina: Kim trained."""
    found = {}
    for name, number in (("Ely", "0696"), ("Edina", "0273")):
        draft = DistrictDraft(name=name, kind=DistrictKind.INDEPENDENT, state_id=number)
        found[name] = districts.add(db, draft, actor=actor)
    for name, district, role in (
        ("Erik Olson", "Ely", Role.REGULAR),
        ("Pao Xiong", "Ely", Role.SUBSTITUTE),
        ("Kim Yang", "Edina", Role.REGULAR),
    ):
        found[name] = officers.add(db, OfficerDraft(name=name), actor=actor)
        draft = AssignmentDraft(
            officer=found[name].id, district=found[district].id, role=role, assumed=ASSUMED
        )
        found[name, "at"] = assignments.add(db, draft, actor=actor)
    days = {date(2026, 9, day): DayKind.SERVED for day in (15, 16, 17)}
    contact_days.set_days(db, found["Pao Xiong", "at"].id, days, actor=actor)
    train(db, actor, found["Kim Yang"])
    return found


def train(db, actor, officer):
    course = next(each for each in courses.all_courses(db) if each.kind is CourseKind.MANDATED)
    draft = CertificateDraft(officer=officer.id, course=course.id, completed_on=date(2026, 8, 20))
    return certificates.add(db, draft, None, actor=actor)


def shown(qtbot, context, count=3):
    page = DeadlinesPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == count and not context.jobs.busy)
    return page


@pytest.fixture
def page(qtbot, context, people):
    made = shown(qtbot, context)
    made.people = people
    return made


def show(qtbot, page, tab):
    page.pictures.tabs.setCurrentIndex(tab)
    qtbot.waitUntil(lambda: not page._context.jobs.busy)


def rows(picture):
    return [(row.label, row.beside) for row in picture.rows.rows]


def names(page):
    return [row.name for row in page.model.visible_rows]


def press(qtbot, picture, key):
    qtbot.keyClick(picture.rows, key)


def test_the_tabs_go_by_keys_and_are_remembered(qtbot, page, context):
    tabs = page.pictures.tabs
    assert tabs.currentIndex() == DEADLINES
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert page.pictures.shares.isVisible()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert page.pictures.substitutes.isVisible()
    qtbot.waitUntil(lambda: not context.jobs.busy)
    again = shown(qtbot, context)
    assert again.pictures.tabs.currentIndex() == SUBSTITUTES
    qtbot.waitUntil(lambda: rows(again.pictures.substitutes) == [("Pao Xiong", "3 of 60")])


def test_the_first_picture_asks_for_nothing_more(qtbot, page):
    assert rows(page.pictures.shares) == []
    show(qtbot, page, DISTRICTS)
    assert len(rows(page.pictures.shares)) == 2


def test_districts_in_words_and_by_urgency(qtbot, page):
    show(qtbot, page, DISTRICTS)
    shares = page.pictures.shares
    assert rows(shares) == [
        ("ISD 0696", "0 of 1 trained (0%), 1 overdue; 1 exempt"),
        ("ISD 0273", "1 of 1 trained (100%)"),
    ]
    assert shares.rows.accessibleName() == "Officers trained, by district"
    assert "ISD 0273 Edina: 1 of 1 trained (100%)" in shares.rows.accessibleDescription()
    assert shares.legend.accessibleName() == "Legend: Trained, Overdue, Exempt (V.D)"


def test_enter_on_a_district_shows_its_officers_only(qtbot, page):
    show(qtbot, page, DISTRICTS)
    shares = page.pictures.shares
    shares.rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert shares.rows.current.label == "ISD 0696"
    assert shares.rows.accessibleDescription().startswith("ISD 0696 Ely 0 of 1 trained (0%)")
    press(qtbot, shares, Qt.Key.Key_Down)
    press(qtbot, shares, Qt.Key.Key_Return)
    assert names(page) == ["Kim Yang"]
    press(qtbot, shares, Qt.Key.Key_Home)
    press(qtbot, shares, Qt.Key.Key_Space)
    assert sorted(names(page)) == ["Erik Olson", "Pao Xiong"]
    press(qtbot, shares, Qt.Key.Key_Space)
    assert len(names(page)) == 3
    press(qtbot, shares, Qt.Key.Key_Return)
    press(qtbot, shares, Qt.Key.Key_Escape)
    assert len(names(page)) == 3


def test_a_click_does_what_enter_does(qtbot, page):
    show(qtbot, page, DISTRICTS)
    shares = page.pictures.shares
    where = shares.rows.place_of(1).center()
    qtbot.mouseClick(shares.rows, Qt.MouseButton.LeftButton, pos=where)
    assert names(page) == ["Kim Yang"]
    below = QPoint(where.x(), shares.rows.height() - 2)
    qtbot.mouseClick(shares.rows, Qt.MouseButton.LeftButton, pos=below)
    assert len(names(page)) == 3


def test_a_chosen_district_stays_chosen_when_its_officers_change(qtbot, page, db, actor):
    show(qtbot, page, DISTRICTS)
    shares = page.pictures.shares
    shares.rows.pressed.emit(page.people["Edina"].id)
    assert names(page) == ["Kim Yang"]
    mai = officers.add(db, OfficerDraft(name="Mai Vang"), actor=actor)
    draft = AssignmentDraft(
        officer=mai.id, district=page.people["Edina"].id, role=Role.REGULAR, assumed=ASSUMED
    )
    assignments.add(db, draft, actor=actor)
    qtbot.waitUntil(lambda: sorted(names(page)) == ["Kim Yang", "Mai Vang"])
    assert ("ISD 0273", "1 of 2 trained (50%), 1 overdue") in rows(shares)


def test_another_picture_begins_with_all_officers(qtbot, page):
    show(qtbot, page, DISTRICTS)
    page.pictures.shares.rows.pressed.emit(page.people["Edina"].id)
    assert len(names(page)) == 1
    show(qtbot, page, SUBSTITUTES)
    assert len(names(page)) == 3


def test_a_substitute_is_shown(qtbot, page, context):
    show(qtbot, page, SUBSTITUTES)
    substitutes = page.pictures.substitutes
    assert rows(substitutes) == [("Pao Xiong", "3 of 60")]
    assert substitutes.legend.accessibleName().startswith("Legend: School year 2026–27, Served")
    substitutes.rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert "3 of 60 contact days: 3 served." in substitutes.rows.accessibleDescription()
    wanted = []
    context.navigator.officer_wanted.connect(wanted.append)
    press(qtbot, substitutes, Qt.Key.Key_Return)
    assert wanted == [page.people["Pao Xiong"].id]


def test_the_pictures_follow_the_as_of_date(qtbot, page):
    show(qtbot, page, DISTRICTS)
    page.as_of.line.selectAll()
    qtbot.keyClicks(page.as_of.line, "9/1/2026")
    nobody = "Nobody serves at a school on 09/01/2026. Officers are assigned on the Officers page."
    qtbot.waitUntil(lambda: page.pictures.shares.rows.words == nobody)
    assert page.pictures.shares.rows.accessibleDescription() == nobody
    assert page.pictures.shares.legend.isHidden()
    page.as_of.line.selectAll()
    qtbot.keyClicks(page.as_of.line, "10/1/2025")
    show(qtbot, page, SUBSTITUTES)
    qtbot.waitUntil(
        lambda: (
            "No substitute serves in school year 2025–26." in page.pictures.substitutes.rows.words
        )
    )


def test_what_is_drawn_is_seen(qtbot, page):
    for tab, picture in (
        (DISTRICTS, page.pictures.shares),
        (SUBSTITUTES, page.pictures.substitutes),
    ):
        show(qtbot, page, tab)
        drawn = pixels(picture)
        picture.show_bars((), (), "", "")
        assert pixels(picture) != drawn


def test_many_districts_scroll_with_the_keys(qtbot, context, db, actor, people):
    for number in range(30):
        draft = DistrictDraft(
            name=f"District of a long name {number}",
            kind=DistrictKind.INDEPENDENT,
            state_id=f"{number:04}",
        )
        district = districts.add(db, draft, actor=actor)
        draft = AssignmentDraft(
            officer=people["Erik Olson"].id,
            district=district.id,
            role=Role.REGULAR,
            assumed=ASSUMED,
        )
        assignments.add(db, draft, actor=actor)
    page = shown(qtbot, context)
    show(qtbot, page, DISTRICTS)
    shares = page.pictures.shares
    assert len(rows(shares)) == 32
    shares.rows.setFocus(Qt.FocusReason.TabFocusReason)
    last = shares.rows.place_of(31)
    qtbot.waitUntil(lambda: shares.rows.height() > last.bottom())  # laid out
    assert not shares.rows.visibleRegion().contains(last.center())
    press(qtbot, shares, Qt.Key.Key_End)
    assert shares.rows.visibleRegion().contains(last.center())
    press(qtbot, shares, Qt.Key.Key_Home)
    assert shares.rows.visibleRegion().contains(shares.rows.place_of(0).center())


def test_a_narrow_page_keeps_the_legend_whole(qtbot, page):
    page.resize(500, 480)
    show(qtbot, page, SUBSTITUTES)
    legend = page.pictures.substitutes.legend
    qtbot.waitUntil(lambda: legend.height() >= legend.sizeHint().height())
    assert legend.height() > 2 * legend.fontMetrics().height()
    assert all(place.right() <= legend.width() for place in legend._places())


def pixels(widget):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(image.constBits())
