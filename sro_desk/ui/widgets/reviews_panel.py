"""What V.C and V.D rest on besides the training: policy reviews and inability records."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sro_desk.domain.dates import us_date
from sro_desk.domain.records import InabilityRecord, PolicyReview
from sro_desk.services.officers import OfficerDetail
from sro_desk.ui.context import Context
from sro_desk.ui.models.table import Column
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.record_list import ListWords, RecordList, void_words

_REVIEWS = ListWords(
    name="officer-reviews",
    what="policy review",
    title="Policy reviews",
    add="Record review",
    icon="review",
    empty="No policy review on record",
    hint="V.C and V.D ask that the officer reviewed the agency's policy.",
)
_INABILITY = ListWords(
    name="officer-inability",
    what="inability record",
    title="Inability records",
    add="Record inability",
    icon="law",
    empty="No inability record",
    hint="Needed only where the course could not be provided before the first day (V.C).",
)
_REVIEW_COLUMNS: tuple[Column[PolicyReview], ...] = (
    Column("Reviewed on", lambda row: us_date(row.reviewed_on),
           sort=lambda row: row.reviewed_on.toordinal(), width=112),
    Column("Note", lambda row: row.note, tooltip=lambda row: row.note, width=200),
    Column("Voided", void_words, tooltip=void_words, width=64),
)  # fmt: skip
_INABILITY_COLUMNS: tuple[Column[InabilityRecord], ...] = (
    Column("Recorded on", lambda row: us_date(row.recorded_on) if row.recorded_on else "",
           sort=lambda row: row.recorded_on.toordinal() if row.recorded_on else 0, width=112),
    Column("Reason", lambda row: row.reason, tooltip=lambda row: row.reason, width=136),
    Column("Signed by", lambda row: row.signed_by, tooltip=lambda row: row.signed_by, width=88),
    Column("Voided", void_words, tooltip=void_words, width=64),
)  # fmt: skip


class ReviewsPanel(QWidget):
    """Two lists side by side, newest first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reviews: RecordList[PolicyReview] = RecordList(context, _REVIEW_COLUMNS, _REVIEWS)
        self.inability: RecordList[InabilityRecord] = RecordList(
            context, _INABILITY_COLUMNS, _INABILITY
        )
        sides = QHBoxLayout(self)
        sides.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        sides.setSpacing(2 * GAP)
        for words, records in ((_REVIEWS, self.reviews), (_INABILITY, self.inability)):
            heading = QLabel(words.title)
            heading.setProperty("role", "heading")
            column = QVBoxLayout()
            column.setSpacing(GAP)
            column.addWidget(heading)
            column.addWidget(records, 1)
            sides.addLayout(column, 1)

    def show_detail(self, detail: OfficerDetail) -> None:
        """Show the reviews and inability records of an officer."""
        record, locked = detail.record, detail.officer.voided is not None
        self.reviews.show_records(
            sorted(record.reviews, key=lambda each: (each.reviewed_on, each.id), reverse=True),
            locked=locked,
        )
        self.inability.show_records(tuple(reversed(record.inability_records)), locked=locked)
