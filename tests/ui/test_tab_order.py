"""Tab reaches everything on a page, whichever page it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sro_desk.ui.page_list import PAGES
from sro_desk.ui.widgets.file_view import FileView


def reached_by_tab(qtbot, window: QWidget) -> set[QWidget]:
    """Every widget that has had the cursor once Tab comes round again."""
    window.show()
    window.activateWindow()
    reached = {window.focusWidget()}
    for _ in range(200):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        now = window.focusWidget()
        if now in reached:
            break
        reached.add(now)
    return reached


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.name)
def test_no_page_has_a_focus_proxy(qtbot, context, entry):
    """With one, Qt takes the page for a single field and Tab skips all that is before the proxy."""
    page = entry.make(context)
    qtbot.addWidget(page)
    assert page.focusProxy() is None
    assert FileView(context, page).focusProxy() is None


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("deadlines", lambda page: {page.search, page.as_of.line, page.table}),
        ("reports", lambda page: {page.options.district, page.options.as_of.line}),
        ("activity", lambda page: {page.kind, page.search, page.verify.head, page.table}),
    ],
    ids=["deadlines", "reports", "activity"],
)
def test_tab_reaches_the_fields_and_the_list(qtbot, context, name, wanted):
    page = next(entry for entry in PAGES if entry.name == name).make(context)
    qtbot.addWidget(page)
    page.resize(1160, 640)
    qtbot.waitUntil(lambda: not context.jobs.busy)
    assert wanted(page) <= reached_by_tab(qtbot, page)
