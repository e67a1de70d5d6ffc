"""What is worth knowing about an officer's records; none of it changes a status."""

from datetime import date

from sro_desk.domain.calendar import add_months
from sro_desk.domain.codes import Advisory, CourseKind, Paragraph, Status
from sro_desk.domain.facts import Facts
from sro_desk.domain.finding import Fact, PeriodOutcome, Reason
from sro_desk.domain.law import Law
from sro_desk.domain.paragraphs import Governing
from sro_desk.domain.reasons import Because

_IN_ORDER = tuple(Advisory)


def in_the_records(facts: Facts, law: Law) -> list[Advisory]:
    """What the records themselves show, whatever the status: implausible dates, a copy twice."""
    found: list[Advisory] = []
    known = facts.known
    if known.mandated and known.mandated[0].completed_on < law.objectives_due:
        found.append(Advisory.MANDATED_TOO_EARLY)
    if known.supplemental and not known.prior_basic:
        found.append(Advisory.SUPPLEMENTAL_WITHOUT_BASIC)
    if facts.reviewed and facts.revised and facts.reviewed[0] < facts.revised[0]:
        found.append(Advisory.REVIEW_BEFORE_ADOPTION)
    for each in reversed(facts.certificates):
        if each.completed_on <= facts.on:
            break
        found.append(Advisory.COMPLETED_IN_FUTURE)
        if each.course.kind is CourseKind.MANDATED and each.completed_on < law.objectives_due:
            found.append(Advisory.MANDATED_TOO_EARLY)
    copies = [each.copy for each in facts.certificates if each.copy is not None]
    different = set(copies)
    if len(different) < len(copies) or not different.isdisjoint(facts.record.shared_copies):
        found.append(Advisory.SAME_COPY_TWICE)
    return found


def about_the_period(
    found: Governing, outcome: PeriodOutcome, facts: Facts, law: Law
) -> tuple[list[Advisory], list[Reason]]:
    """What a period that has not ended gives reason to advise."""
    advisories: list[Advisory] = []
    reasons: list[Reason] = []
    if found.qualifying and law.refresh_advisory:
        latest = found.qualifying[-1].completed_on
        refresh = add_months(latest, law.refresh_months)
        if refresh <= facts.on:
            advisories.append(Advisory.REFRESH_DUE)
            again: dict[str, Fact] = {
                "completed": latest,
                "months": law.refresh_months,
                "due": refresh,
            }
            reasons.append(Reason(Because.REFRESH, again, law.citations.refresh))
    revisions = facts.revised[1:]  # the first is the adoption
    if facts.reviewed and revisions and revisions[-1] > facts.reviewed[-1]:
        advisories.append(Advisory.POLICY_REVISED_AFTER_REVIEW)
    if facts.known.inability and _inability_not_needed(outcome, facts):
        advisories.append(Advisory.INABILITY_NOT_NEEDED)
    return advisories, reasons


def in_order(found: list[Advisory]) -> tuple[Advisory, ...]:
    """Each advisory once, in the order of the codes."""
    if len(found) < 2:
        return tuple(found)
    return tuple([each for each in _IN_ORDER if each in found])


def _inability_not_needed(outcome: PeriodOutcome, facts: Facts) -> bool:
    """Recorded for an officer under V.B, trained in time for V.A, or trained when recorded."""
    if outcome.paragraph is Paragraph.B:
        return True
    if outcome.paragraph is Paragraph.A and outcome.status is Status.MET:
        return True
    first: date | None = facts.known.mandated[0].completed_on if facts.known.mandated else None
    return first is not None and any(
        each.recorded_on is not None and each.recorded_on >= first for each in facts.known.inability
    )
