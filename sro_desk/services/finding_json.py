"""The findings as JSON: what `sro-desk check FILE --json` prints; its keys are a contract."""

from datetime import date

from sro_desk.domain.finding import Deadline, PeriodOutcome
from sro_desk.domain.sentences import why
from sro_desk.services.findings import Overview, OverviewRow

Json = dict[str, object]

KEYS = """\
With --json: one object. Dates are ISO (2026-11-24); codes never change.

  as_of         the date asked about
  lights        how many officers are RED, AMBER, GREEN and GREY
  officers      a list, most urgent first; each with
    name          as on the roster
    districts     short labels: "ISD 0196"
    paragraph     V.A, V.B, V.C or V.D; null where none governs
    status        MET, MET_LATE, DUE, OVERDUE, EXEMPT, ENDED_MET, ENDED_MET_LATE, ENDED_EXEMPT,
                  ENDED_LAPSED, ENDED_UNMET, NOT_COVERED or NO_ASSIGNMENT
    nominal       the deadline to warn against; null where there is none
    legal         the last day by law (moved off weekends and holidays); null likewise
    days_left     from as_of to legal when DUE or OVERDUE, negative when past; else null
    duties        of subd. 2(a)(4) and (5): FULL, NOT_REQUIRED, HOLD or N/A
    gaps          what the file lacks: CERT_COPY, PRIOR_BASIC_PROOF, POLICY_REVIEW_PENDING,
                  POLICY_REVIEW_MISSING, POLICY_REVIEW_LATE, AGENCY_POLICY_MISSING,
                  INABILITY_RECORD_INCOMPLETE or CONTRACT_MISSING
    advisories    what changes no status: REFRESH_DUE, POLICY_REVISED_AFTER_REVIEW,
                  MANDATED_TOO_EARLY, COMPLETED_IN_FUTURE, SUPPLEMENTAL_WITHOUT_BASIC,
                  INABILITY_NOT_NEEDED, REVIEW_BEFORE_ADOPTION or SAME_COPY_TWICE
    light         RED, AMBER, GREEN or GREY
    next_step     NONE, ADD_ASSIGNMENT, ADD_CERTIFICATE, ATTACH_COPY, ATTACH_BASIC_COPY,
                  RECORD_REVIEW, ADOPT_POLICY, COMPLETE_INABILITY_RECORD or ADD_CONTRACT
    why           the argument, a sentence each
    periods       every service period, earliest first; each with
      role          REGULAR or SUBSTITUTE
      assumed       its first day
      ends_on       its last day; null while open
      paragraph, status, nominal, legal, why: as above, of this period
      trained_on    first qualifying completion; null where none
"""


def of_overview(shown: Overview) -> Json:
    """The findings of a day as JSON values; `KEYS` documents each."""
    return {
        "as_of": shown.on.isoformat(),
        "lights": {light.value: count for light, count in shown.counts.items()},
        "officers": [_officer(row) for row in shown.rows],
    }


def _officer(row: OverviewRow) -> Json:
    finding = row.finding
    return {
        "name": row.officer.name,
        "districts": list(row.districts),
        "paragraph": None if finding.paragraph is None else finding.paragraph.value,
        "status": finding.status.value,
        **_deadline(finding.deadline),
        "days_left": finding.days_left,
        "duties": finding.duties.value,
        "gaps": [gap.value for gap in finding.gaps],
        "advisories": [advisory.value for advisory in finding.advisories],
        "light": finding.light.value,
        "next_step": finding.next_step.value,
        "why": list(why(finding.why)),
        "periods": [_period(outcome) for outcome in finding.history],
    }


def _period(outcome: PeriodOutcome) -> Json:
    return {
        "role": outcome.period.role.value,
        "assumed": outcome.period.assumed.isoformat(),
        "ends_on": _iso(outcome.period.ends_on),
        "paragraph": outcome.paragraph.value,
        "status": outcome.status.value,
        **_deadline(outcome.deadline),
        "trained_on": _iso(outcome.trained_on),
        "why": list(why(outcome.why)),
    }


def _deadline(deadline: Deadline | None) -> Json:
    if deadline is None:
        return {"nominal": None, "legal": None}
    return {"nominal": deadline.nominal.isoformat(), "legal": deadline.legal.isoformat()}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
