"""The pages of a report below one another: drawn where they are seen, and searched through."""

import threading

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from sro_desk.domain.errors import SroDeskError
from sro_desk.ui.widgets.page_pictures import PagePictures
from sro_desk.ui.widgets.pages_view import PagesView
from tests.intake import foreign
from tests.ui.keyboard import CONTROL, SHIFT, Keyboard

COUNT = 60
LONG = 20_000
NUMBERS = [f"Page number {page + 1}" for page in range(COUNT)]


@pytest.fixture(scope="module")
def content():
    return foreign.pdf(*NUMBERS)


@pytest.fixture
def view(qtbot, context):
    made = PagesView(context)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


@pytest.fixture
def shown(qtbot, context, view, content):
    show(qtbot, context, view, content)
    return view


@pytest.fixture
def asked(context, monkeypatch):
    """The pages that the worker is asked to draw, and their widths."""
    pages, render = [], context.worker.render

    def spy(content, *, page, width, rotation=0):
        pages.append((page, width))
        return render(content, page=page, width=width, rotation=rotation)

    monkeypatch.setattr(context.worker, "render", spy)
    return pages


def show(qtbot, context, view, content, name="report.pdf"):
    view.show_file(content, name, context.worker.page_sizes(content))
    qtbot.waitUntil(lambda: view.drawn and not context.jobs.busy, timeout=LONG)


def settled(qtbot, context, view):
    qtbot.waitUntil(
        lambda: view.drawn and not context.jobs.busy and not view._settling.isActive(),
        timeout=LONG,
    )


def wheel(canvas, notches, modifiers=Qt.KeyboardModifier.NoModifier):
    at = QPointF(canvas.viewport().rect().center())
    outside = QPointF(canvas.viewport().mapToGlobal(at.toPoint()))
    event = QWheelEvent(
        at, outside, QPoint(), QPoint(0, notches * 120),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)


def test_only_what_is_seen_and_next_is_drawn(qtbot, context, asked, view, content):
    show(qtbot, context, view, content)
    assert view.pages == COUNT
    assert [page for page, _ in asked] == [0, 1, 2]  # one is seen, two are ahead
    view.go_to(30)
    settled(qtbot, context, view)
    assert view.page == 30
    assert {page for page, _ in asked[3:]} == {29, 30, 31, 32}
    assert asked[3][0] == 30, "what is seen comes first"


def test_each_page_is_drawn_as_wide_as_it_is_shown(shown, asked, qtbot, context):
    where = shown.canvas._column.rect_of(0)
    assert shown._pictures.picture(0).width() == where.width()
    shown.tools.zoom_in.trigger()
    settled(qtbot, context, shown)
    wider = shown.canvas._column.rect_of(0).width()
    assert wider > where.width()
    assert (0, wider) in asked
    assert shown._pictures.picture(0).width() == wider


def test_on_a_finer_screen_the_pages_are_drawn_anew(shown, asked, qtbot, context, monkeypatch):
    where = shown.canvas._column.rect_of(0)
    monkeypatch.setattr(shown.canvas, "devicePixelRatioF", lambda: 2.0)
    QApplication.sendEvent(shown.canvas, QEvent(QEvent.Type.DevicePixelRatioChange))
    settled(qtbot, context, shown)
    assert asked[0] == (0, 2 * where.width())
    assert shown.canvas._column.rect_of(0) == where


def test_what_was_scrolled_past_is_never_drawn(qtbot, context, view, content, asked):
    show(qtbot, context, view, content)
    asked.clear()
    held = threading.Event()
    context.jobs.look(view, lambda: held.wait(10), lambda _: None)
    for page in range(5, 55):
        view.go_to(page)
    held.set()
    settled(qtbot, context, view)
    assert {page for page, _ in asked} <= {5, 53, 54, 55, 56}


def test_scrolled_back_to_soon_it_is_there_at_once(qtbot, context, shown, asked):
    shown.go_to(3)
    settled(qtbot, context, shown)
    asked.clear()
    shown.go_to(0)
    assert shown.drawn
    assert asked == []


def test_pictures_stay_within_their_bound(qtbot, context, content):
    one = 400 * 518 * 4
    pictures = PagePictures(context, context.jobs, most=3 * one)
    pictures.show_file(content)
    for page in range(8):
        pictures.want({page: 400})
        qtbot.waitUntil(lambda page=page: pictures.has(page, 400), timeout=LONG)
        assert pictures.size <= 3 * one
    assert [page for page in range(8) if pictures.picture(page)] == [5, 6, 7]


def test_paper_with_its_number_until_the_picture_comes(qtbot, context, view, content):
    held = threading.Event()
    sizes = context.worker.page_sizes(content)
    context.jobs.look(view, lambda: held.wait(10), lambda _: None)
    view.show_file(content, "report.pdf", sizes)
    page = view.canvas._column.rect_of(0)
    before = view.canvas.viewport().grab().toImage()
    inside = before.copy(page.adjusted(5, 5, -5, -5).intersected(before.rect()))
    assert QColor(inside.pixel(2, 2)) == QColor("white")
    held.set()
    settled(qtbot, context, view)
    assert view.canvas.viewport().grab().toImage() != before


def test_a_page_that_cannot_be_drawn_says_so_and_the_others_are(
    qtbot, context, view, content, monkeypatch
):
    render, tried = context.worker.render, []

    def refuse(content, *, page, width, rotation=0):
        if page == 1:
            tried.append(width)
            raise SroDeskError("This page is damaged.")
        return render(content, page=page, width=width, rotation=rotation)

    monkeypatch.setattr(context.worker, "render", refuse)
    show(qtbot, context, view, content)
    view.tools.zoom_out.trigger()
    settled(qtbot, context, view)
    assert view._pictures.trouble(1) == "This page is damaged."
    assert view._pictures.picture(2) is not None
    assert len(tried) == 1, "not tried again in another size"


def test_keys_of_a_reader(qtbot, context, shown):
    keys, bar = Keyboard(shown.window()), shown.canvas.verticalScrollBar()
    shown.canvas.setFocus()
    keys.press(Qt.Key.Key_PageDown)
    assert 0 < bar.value() < bar.pageStep(), "a screenful, but for a line or two"
    keys.press(Qt.Key.Key_PageUp)
    assert bar.value() == 0
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Space, SHIFT)
    assert bar.value() == 0
    keys.press(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    assert shown.page == COUNT - 1
    keys.press(Qt.Key.Key_Home)
    assert shown.page == 0
    keys.press(Qt.Key.Key_PageDown, CONTROL)
    assert (shown.page, shown.tools.words) == (1, f"Page 2 of {COUNT}")
    keys.press(Qt.Key.Key_PageUp, CONTROL)
    assert shown.page == 0
    settled(qtbot, context, shown)


def test_go_to_a_page_by_its_number(qtbot, context, shown):
    shown.tools._field.setText("41")
    shown.tools._field.editingFinished.emit()
    assert shown.page == 40
    assert shown.canvas.visible[0] == 40
    settled(qtbot, context, shown)


def test_the_page_asked_for_is_told_also_at_the_end_where_more_are_seen(qtbot, context, shown):
    for _ in range(6):
        shown.tools.zoom_out.trigger()
    settled(qtbot, context, shown)
    assert len(shown.canvas.visible) > 3
    shown.go_to(COUNT - 1)
    assert shown.tools.words == f"Page {COUNT} of {COUNT}"
    settled(qtbot, context, shown)


@pytest.mark.parametrize(
    ("page", "down"),
    [(20, 0.0), (20, 0.4), (58, 0.2)],
    ids=["at its head", "in the middle of it", "near the end, which a small one shows whole"],
)
def test_a_resize_keeps_the_place(qtbot, context, shown, page, down):
    shown.go_to(page)
    bar = shown.canvas.verticalScrollBar()
    bar.setValue(bar.value() + round(shown.canvas._column.rect_of(page).height() * down))
    before = shown.canvas.spot_at(shown.canvas._upper_edge)
    for width in (650, 480, 900, 120, 700):
        shown.resize(width, 500)
        QApplication.processEvents()
    after = shown.canvas.spot_at(shown.canvas._upper_edge)
    assert (after.page, after.down) == (before.page, pytest.approx(before.down, abs=0.003))
    settled(qtbot, context, shown)


def test_ctrl_and_the_wheel_zoom_where_the_mouse_is(qtbot, context, shown):
    shown.go_to(10)
    centre = QPointF(shown.canvas.viewport().rect().center())
    before, percent = shown.canvas.spot_at(centre), shown._factor
    wheel(shown.canvas, 1, CONTROL)
    assert shown._factor > percent
    after = shown.canvas.spot_at(centre)
    assert (after.page, after.down) == (before.page, pytest.approx(before.down, abs=0.003))
    wheel(shown.canvas, -3)
    assert shown.canvas.spot_at(centre).down > after.down, "without Ctrl it scrolls"
    settled(qtbot, context, shown)


def test_fit_width_and_page(qtbot, context, shown):
    view = shown.canvas.viewport()
    shown.tools.fit_page.trigger()
    assert shown.canvas._column.rect_of(0).height() <= view.height()
    shown.tools.fit_width.trigger()
    assert view.width() - 20 < shown.canvas._column.width <= view.width()
    assert not shown.canvas.horizontalScrollBar().isVisible()
    settled(qtbot, context, shown)


def test_made_anew_it_stays_where_it_is_and_another_begins_at_its_head(qtbot, context, shown):
    shown.go_to(20)
    settled(qtbot, context, shown)
    again = foreign.pdf(*NUMBERS, "One more")
    show(qtbot, context, shown, again)
    assert (shown.page, shown.pages) == (20, COUNT + 1)
    show(qtbot, context, shown, again, "another.pdf")
    assert (shown.page, shown.canvas.verticalScrollBar().value()) == (0, 0)


def test_a_shorter_one_made_anew_shows_its_end(qtbot, context, shown):
    shown.go_to(50)
    settled(qtbot, context, shown)
    show(qtbot, context, shown, foreign.pdf("One", "Two"))
    assert (shown.page, shown.pages) == (1, 2)


def test_while_it_is_made_anew_the_old_picture_stays_for_the_new_one(qtbot, context, shown):
    held = threading.Event()
    again = foreign.pdf("Other words", *NUMBERS[1:])
    sizes = context.worker.page_sizes(again)
    context.jobs.look(shown, lambda: held.wait(10), lambda _: None)
    shown.show_file(again, "report.pdf", sizes)
    old = shown._pictures.picture(0)
    assert old is not None
    assert not shown.drawn
    held.set()
    settled(qtbot, context, shown)
    assert shown._pictures.picture(0) != old


def test_trouble_is_said_in_place_of_the_pages(qtbot, context, shown):
    shown.show_trouble("It cannot be shown.")
    assert shown.words == "It cannot be shown."
    assert shown.pages == 0
    assert not shown.tools.next.isEnabled()
    shown.go_to(3)
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=LONG)


# ---- search


def searched(qtbot, view, words):
    qtbot.waitUntil(
        lambda: not view.search.busy and not view.find_bar._breath.isActive()
        and view.find_bar.words == words,
        timeout=LONG,
    )  # fmt: skip


def test_found_one_after_the_other_and_round(qtbot, context, shown):
    keys = Keyboard(shown.window())
    shown.find_bar.open()
    keys.type("NUMBER 5")
    searched(qtbot, shown, "1 of 11")  # 5 and 50 to 59
    assert shown.page == 4
    keys.press(Qt.Key.Key_F3)
    assert (shown.page, shown.find_bar.words) == (49, "2 of 11")
    keys.press(Qt.Key.Key_F3, SHIFT)
    keys.press(Qt.Key.Key_F3, SHIFT)
    assert (shown.page, shown.find_bar.words) == (58, "11 of 11")
    keys.press(Qt.Key.Key_Return)
    assert (shown.page, shown.find_bar.words) == (4, "1 of 11")
    keys.press(Qt.Key.Key_Return, SHIFT)
    assert shown.find_bar.words == "11 of 11"
    settled(qtbot, context, shown)


def test_it_begins_at_the_page_looked_at(qtbot, context, shown):
    shown.go_to(30)
    shown.find_bar.open()
    shown.find_bar.field.setText("number 1")
    searched(qtbot, shown, "1 of 11")
    assert shown.page == 0, "round, for there is none below"
    shown.go_to(45)
    shown.find_bar.field.setText("number 4")  # 4, 40 to 49
    searched(qtbot, shown, "1 of 11")
    settled(qtbot, context, shown)


def test_all_are_marked_and_the_current_one_is_told_apart(qtbot, context, view):
    content = foreign.pdf("again and again")
    show(qtbot, context, view, content)
    plain = view.canvas.viewport().grab().toImage()
    view.find_bar.open()
    view.find_bar.field.setText("again")
    searched(qtbot, view, "1 of 2")
    assert [current for _, current in view.search.marks_on(0)] == [True, False]
    first = view.canvas.viewport().grab().toImage()
    view.search.step(1)
    assert [current for _, current in view.search.marks_on(0)] == [False, True]
    second = view.canvas.viewport().grab().toImage()
    assert plain != first != second
    Keyboard(view.window()).press(Qt.Key.Key_Escape)
    assert not view.find_bar.isVisible()
    assert view.canvas.hasFocus()
    assert view.search.marks_on(0) == []
    settled(qtbot, context, view)
    view.find_bar.open()
    searched(qtbot, view, "1 of 2")


def test_nothing_found_is_said(qtbot, context, shown):
    shown.find_bar.open()
    shown.find_bar.field.setText("elephant")
    searched(qtbot, shown, "Not found")
    shown.search.step(1)
    shown.find_bar.field.setText("")
    searched(qtbot, shown, "")
    settled(qtbot, context, shown)


def test_other_words_stop_the_reading_for_the_ones_before(qtbot, context, shown, monkeypatch):
    text, read, held = context.worker.text, [], threading.Event()

    def slow(content, *, page):
        read.append(page)
        held.wait(10)
        return text(content, page=page)

    monkeypatch.setattr(context.worker, "text", slow)
    shown.search.look_for("elephant", page=0)
    qtbot.waitUntil(lambda: read == [0], timeout=LONG)
    shown.search.look_for("", page=0)
    held.set()
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=LONG)
    assert read == [0]
    shown.search.look_for("number 60", page=0)
    qtbot.waitUntil(lambda: shown.search.words == "1 of 1", timeout=LONG)
    qtbot.waitUntil(lambda: not shown.search.busy, timeout=LONG)
    assert sorted(read) == list(range(COUNT)), "each page is read once"
    settled(qtbot, context, shown)


def test_a_page_that_cannot_be_read_is_told(qtbot, context, shown, monkeypatch):
    text = context.worker.text

    def refuse(content, *, page):
        if page == 7:
            raise SroDeskError("This page is damaged.")
        return text(content, page=page)

    monkeypatch.setattr(context.worker, "text", refuse)
    shown.find_bar.open()
    shown.find_bar.field.setText("number 8")
    searched(qtbot, shown, "Not found (1 page could not be read)")


def test_another_report_is_searched_for_the_same_words_and_stays_where_it_is(qtbot, context, shown):
    shown.find_bar.open()
    shown.find_bar.field.setText("number 60")
    searched(qtbot, shown, "1 of 1")
    assert shown.page == 59
    shown.go_to(10)
    settled(qtbot, context, shown)
    show(qtbot, context, shown, foreign.pdf(*NUMBERS, "Number 600"))
    searched(qtbot, shown, "1 of 2")
    assert shown.page == 10
    shown.search.step(1)
    assert (shown.page, shown.find_bar.words) == (60, "2 of 2")
    settled(qtbot, context, shown)
