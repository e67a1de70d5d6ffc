"""The pages of the window, in the order of the sidebar; each is imported when first shown."""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from sro_desk.ui.preferences import Preferences

if TYPE_CHECKING:  # a page brings the services along, which come after the first paint
    from sro_desk.ui.context import Context


class Page(Protocol):
    """What the window asks of a page besides being a QWidget.

    A wish of the navigator makes and shows the page, then calls on it:
    `OfficersPage.show_officer(id)`, `DistrictsPage.show_district(id)`,
    `CertificatesPage.show_certificate(id)`, `ReportsPage.show_report(name, district)`,
    `InboxPage.add_files(paths)`.
    Optional: `find()` (Ctrl+F), `print_it()` (Ctrl+P), `export()` (Ctrl+E),
    `check_pdf(path)`;
    `unsaved_words()` and `revert()` where closing could lose something typed.
    """

    def reload(self) -> None:
        """Ask for everything again (F5)."""

    def page_actions(self) -> list[QAction]:
        """What can be done here only; shown in the menu Records while the page is."""


class PageEntry(NamedTuple):
    """A page by name, before it is made."""

    name: str
    title: str
    icon: str
    module: str
    maker: str

    def make(self, context: "Context") -> QWidget:
        """Import the page's module and make the page."""
        maker = getattr(import_module(self.module), self.maker)
        return cast("QWidget", maker(context))


def _entry(name: str) -> PageEntry:
    return PageEntry(name, name.title(), name, f"sro_desk.ui.pages.{name}", f"{name.title()}Page")


PAGES: tuple[PageEntry, ...] = tuple(
    map(
        _entry,
        (
            "deadlines",
            "officers",
            "certificates",
            "inbox",
            "districts",
            "reports",
            "activity",
            "settings",
        ),
    )
)


def last_page(preferences: Preferences) -> PageEntry:
    """The page that was in front last; the home page where there is none."""
    kept = preferences.text("page")
    return next((page for page in PAGES if page.name == kept), PAGES[0])
