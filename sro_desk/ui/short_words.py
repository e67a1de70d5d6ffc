"""Words for narrow columns, where the full sentence stands in the tooltip and on the why card."""

from datetime import date

from sro_desk.domain.codes import Gap, Status
from sro_desk.domain.dates import us_date
from sro_desk.domain.finding import Deadline, Finding

_GAPS = {
    Gap.CERT_COPY: "Certificate copy",
    Gap.PRIOR_BASIC_PROOF: "Basic copy",
    Gap.POLICY_REVIEW_PENDING: "Review to come",
    Gap.POLICY_REVIEW_MISSING: "Policy review",
    Gap.POLICY_REVIEW_LATE: "Review was late",
    Gap.AGENCY_POLICY_MISSING: "Agency policy",
    Gap.INABILITY_RECORD_INCOMPLETE: "Inability record",
    Gap.CONTRACT_MISSING: "Contract",
}


def missing_words(finding: Finding) -> str:
    """What the file lacks, in a word or two each, the training first."""
    untrained = finding.status in (Status.DUE, Status.OVERDUE)
    words = ["Training"] if untrained else []
    return ", ".join([*words, *(_GAPS[gap] for gap in finding.gaps)])


def deadline_words(deadline: Deadline | None) -> str:
    """The nominal date, and the legal one where it is another."""
    if deadline is None:
        return ""
    if deadline.nominal == deadline.legal:
        return us_date(deadline.nominal)
    return f"{us_date(deadline.nominal)} (legal {_month_and_day(deadline.legal)})"


def days_words(days_left: int | None) -> str:
    """ "12 days", "today", "3 days over"."""
    if days_left is None:
        return ""
    if days_left == 0:
        return "last day"
    days = "1 day" if abs(days_left) == 1 else f"{abs(days_left):,} days"
    return days if days_left > 0 else f"{days} over"


def _month_and_day(day: date) -> str:
    return us_date(day)[:5]
