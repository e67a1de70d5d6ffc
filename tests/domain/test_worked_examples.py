"""RULES §7, row by row."""

from dataclasses import dataclass

import pytest
from record_of import (
    BASIC,
    MANDATED,
    SUBSTITUTE,
    SUPPLEMENTAL,
    Case,
    certificate,
    day,
    days_under,
    inability,
    officer_with,
    review,
    serves,
)

from sro_desk.domain.codes import Duties, Gap, Light, Paragraph, Status
from sro_desk.domain.finding import Deadline


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the table."""

    case: Case
    on: str = "2026-11-24"
    paragraph: Paragraph
    status: Status
    nominal: str | None
    legal: str | None = None  # the nominal date unless it differs
    duties: Duties
    gaps: tuple[Gap, ...] = ()
    light: Light


_SUBSTITUTE = serves("2026-09-08", role=SUBSTITUTE)
_TO_SIXTY = (
    *days_under(_SUBSTITUTE, "2026-09-08", 59),
    *days_under(serves("2026-09-08", role=SUBSTITUTE), "2027-04-06", 1),
)
_JANUARY = officer_with(serves("2026-01-04"), inability("2025-12-30"), review("2026-01-02"))
_BASIC_2020 = (serves("2021-08-30"), certificate(BASIC, "2020-07-17"))

ROWS = {
    "trained before assuming": Row(
        case=officer_with(serves("2026-09-14"), certificate(MANDATED, "2026-08-20")),
        paragraph=Paragraph.A,
        status=Status.MET,
        nominal="2026-09-13",
        duties=Duties.FULL,
        light=Light.GREEN,
    ),
    "same, copy missing": Row(
        case=officer_with(serves("2026-09-14"), certificate(MANDATED, "2026-08-20", copy=False)),
        paragraph=Paragraph.A,
        status=Status.MET,
        nominal="2026-09-13",
        duties=Duties.FULL,
        gaps=(Gap.CERT_COPY,),
        light=Light.RED,
    ),
    "BASIC 2020, nothing since": Row(
        case=officer_with(*_BASIC_2020),
        paragraph=Paragraph.B,
        status=Status.DUE,
        nominal="2027-05-31",
        duties=Duties.FULL,
        light=Light.AMBER,
    ),
    "same, plus SUPPLEMENTAL": Row(
        case=officer_with(*_BASIC_2020, certificate(SUPPLEMENTAL, "2026-10-02")),
        paragraph=Paragraph.B,
        status=Status.MET,
        nominal="2027-05-31",
        duties=Duties.FULL,
        light=Light.GREEN,
    ),
    "serving since 2024, no BASIC, trained 2025-09-19": Row(
        case=officer_with(serves("2024-01-08"), certificate(MANDATED, "2025-09-19")),
        paragraph=Paragraph.A,
        status=Status.MET_LATE,
        nominal="2025-09-01",
        duties=Duties.FULL,
        light=Light.AMBER,
    ),
    "inability recorded, untrained": Row(
        case=officer_with(serves("2026-08-24"), inability("2026-08-20"), review("2026-08-21")),
        paragraph=Paragraph.C,
        status=Status.DUE,
        nominal="2027-02-24",
        duties=Duties.NOT_REQUIRED,
        light=Light.AMBER,
    ),
    "six months end on Independence Day, a Saturday": Row(
        case=_JANUARY,
        on="2026-07-06",
        paragraph=Paragraph.C,
        status=Status.DUE,
        nominal="2026-07-04",
        legal="2026-07-06",
        duties=Duties.NOT_REQUIRED,
        light=Light.AMBER,
    ),
    "same, a day later": Row(
        case=_JANUARY,
        on="2026-07-07",
        paragraph=Paragraph.C,
        status=Status.OVERDUE,
        nominal="2026-07-04",
        legal="2026-07-06",
        duties=Duties.NOT_REQUIRED,
        light=Light.RED,
    ),
    "substitute, 22 days": Row(
        case=officer_with(
            _SUBSTITUTE, *days_under(_SUBSTITUTE, "2026-09-08", 22), review("2026-09-04")
        ),
        paragraph=Paragraph.D,
        status=Status.EXEMPT,
        nominal=None,
        duties=Duties.NOT_REQUIRED,
        light=Light.GREEN,
    ),
    "substitute on the 60th day": Row(
        case=officer_with(_SUBSTITUTE, *_TO_SIXTY),
        on="2027-04-06",
        paragraph=Paragraph.A,
        status=Status.OVERDUE,
        nominal="2027-04-05",
        duties=Duties.HOLD,
        light=Light.RED,
    ),
    "SUPPLEMENTAL only, never a BASIC": Row(
        case=officer_with(serves("2026-08-31"), certificate(SUPPLEMENTAL, "2026-08-10")),
        paragraph=Paragraph.A,
        status=Status.OVERDUE,
        nominal="2026-08-30",
        duties=Duties.HOLD,
        light=Light.RED,
    ),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_a_row_of_the_rules(row: Row) -> None:
    """Paragraph, status, both dates, duties, gaps and light are those of the table."""
    found = row.case.on(row.on)
    deadline = None
    if row.nominal is not None:
        deadline = Deadline(nominal=day(row.nominal), legal=day(row.legal or row.nominal))
    assert (found.paragraph, found.status, found.deadline) == (row.paragraph, row.status, deadline)
    assert (found.duties, found.gaps, found.light) == (row.duties, row.gaps, row.light)
