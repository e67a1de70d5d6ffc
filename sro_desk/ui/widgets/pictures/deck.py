"""The three pictures of the home page, one at a time: deadlines, districts, substitutes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from sro_desk.domain.dates import us_date
from sro_desk.services.findings import Overview
from sro_desk.ui import later
from sro_desk.ui.context import Context
from sro_desk.ui.models.deadline_stacks import marks_of
from sro_desk.ui.widgets.pictures.share_bars import ShareBars
from sro_desk.ui.widgets.pictures.substitute_bars import SubstituteBars
from sro_desk.ui.widgets.pictures.timeline import TimelinePicture

if TYPE_CHECKING:  # comes later
    from sro_desk.services.reports.pictures import Pictures

_KEPT = "deadlines_picture"
_TABS = ("Deadlines", "Trained by district", "Substitute days")


class PictureDeck(QWidget):
    """The picture chosen is remembered; what only the others show is asked for with them."""

    chosen = Signal(object)  # frozenset of OfficerId; empty shows all

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._overview: Overview | None = None
        self._asked: Overview | None = None  # whose pictures are there or on the way
        self.tabs = QTabBar()
        self.timeline = TimelinePicture(context.theme)
        self.shares = ShareBars(context.theme)
        self.substitutes = SubstituteBars(context.theme)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_overview(self, overview: Overview) -> None:
        """Draw the pictures of an overview."""
        self._overview = overview
        self.timeline.show_marks(marks_of(overview), overview.on)
        self._ask()

    @Slot(int)
    def _show(self, place: int) -> None:
        """Another picture begins with all officers."""
        self.timeline.clear()
        self.shares.clear()
        self._stack.setCurrentIndex(place)
        self._context.preferences.keep(_KEPT, place)
        self._ask()

    def _ask(self) -> None:
        overview = self._overview
        if overview is None or overview is self._asked or not self.tabs.currentIndex():
            return
        self._asked = overview
        self._context.jobs.ask(
            self,
            lambda db: later.pictures.of(db, overview.rows, overview.on),
            lambda found: self._take(found, overview),
        )

    def _take(self, found: "Pictures", asked: Overview) -> None:
        if asked is not self._asked:
            return  # the date was moved on meanwhile
        self.shares.show_shares(found.shares, us_date(found.on))
        self.substitutes.show_years(found.substitutes, found.school_year)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show)
        self.timeline.chosen.connect(self.chosen)
        self.shares.chosen.connect(self.chosen)
        self.substitutes.pressed.connect(self._context.navigator.show_officer)

    def _lay_out(self) -> None:
        for words, picture in zip(
            _TABS, (self.timeline, self.shares, self.substitutes), strict=True
        ):
            self.tabs.addTab(words)
            self._stack.addWidget(picture)
        self.tabs.setAccessibleName("Picture")
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        place = self._context.preferences.number(_KEPT, 0)
        place = place if 0 <= place < len(_TABS) else 0
        self.tabs.setCurrentIndex(place)
        self._stack.setCurrentIndex(place)
        self._stack.setFixedHeight(self.timeline.sizeHint().height())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack)
