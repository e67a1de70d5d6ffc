"""The inability record form of V.C: for the chief to sign, or blank."""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import Paragraph, Role, Status
from sro_desk.domain.dates import us_date
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.exports.forms import Inability
from sro_desk.domain.facts import Facts, facts_on
from sro_desk.domain.finding import Deadline, Finding
from sro_desk.domain.law import Law
from sro_desk.domain.paragraphs import window_reasons
from sro_desk.domain.periods import period_asked_about
from sro_desk.domain.reports import Asked
from sro_desk.domain.sentences import why
from sro_desk.domain.windows import window_of
from sro_desk.services import agency, loading
from sro_desk.services.reports import around, signing
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.storage.database import Database

_WHAT = "SRO inability record"
_TRAINED = frozenset({Status.MET, Status.MET_LATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """When the months of V.C end for an officer, and how that was counted."""

    deadline: Deadline
    arithmetic: tuple[str, ...]


def make(db: Database, asked: Asked, making: Making) -> MadeReport:
    """The form as a PDF; SroDeskError where there is no such officer."""
    from sro_desk.pdf import inability_form

    gathered = facts(db, asked, made_on=making.made_on)
    return MadeReport(
        asked=asked,
        content=inability_form.inability_form(gathered),
        file_name=signing.file_name(db, asked.officer, _WHAT, asked.on),
        ledger_head=gathered.provenance.ledger_head,
    )


def facts(db: Database, asked: Asked, *, made_on: date) -> Inability:
    """The facts of the form: the end of the months is told also before the inability is on file."""
    signer = end = recorded = None
    note = ""
    with db.read() as session:
        law = agency.law_of(session)
        if asked.officer is not None:
            policy = loading.policy(session)
            record = signing.record_of(session, asked.officer)
            finding = evaluate(record, policy, law, asked.on)
            signer = signing.signer_of(record, finding, loading.district_labels(session))
            known = facts_on(record, policy, law, asked.on)
            end = _end(known, law)
            note = _note(finding, end, law)
            recorded = known.known.inability[-1] if known.known.inability else None
        letterhead = around.letterhead(session)
        made = around.provenance(db, session, on=asked.on, made_on=made_on)
    return Inability(
        letterhead=letterhead,
        provenance=made,
        signer=signer,
        months=law.months_after_assuming,
        nominal=end.deadline.nominal if end else None,
        legal=end.deadline.legal if end else None,
        arithmetic=end.arithmetic if end else (),
        note=note,
        reason=recorded.reason if recorded else "",
        recorded_on=recorded.recorded_on if recorded else None,
    )


def _end(known: Facts, law: Law) -> _End | None:
    """Of the period asked about; None where there is none."""
    if not known.periods:
        return None
    index = period_asked_about(known.periods, known.on)
    period, count = known.periods[index], None
    if period.role is Role.SUBSTITUTE:
        count = known.days.in_year(known.days.year_asked_about(period, known.on))
    window = window_of(index, known, law)
    reasons = window_reasons(window, period, count, law)
    return _End(deadline=window.deadline, arithmetic=why(reasons))


def _note(finding: Finding, end: _End | None, law: Law) -> str:
    """Why the officer needs no such record, where none is needed."""
    if end is None or finding.period is None:
        return "No service period is on file for the officer: assign the officer first."
    if finding.period.ends_on is not None and finding.period.ends_on < finding.on:
        return f"The officer's service period ended {us_date(finding.period.ends_on)}."
    if finding.status in _TRAINED:
        return "The officer has completed the training: no inability record is needed."
    if finding.paragraph is Paragraph.B:
        last = us_date(law.b_deadline)
        return f"V.B governs the officer, until {last}: no inability record is needed."
    if finding.paragraph is Paragraph.D:
        return (
            f"V.D exempts the officer while the contact days are fewer than {law.contact_days}: no "
            "inability record is needed."
        )
    if end.deadline.legal < law.mandate_begins:
        begins = us_date(law.mandate_begins)
        return f"The months ended before the mandate began on {begins}: V.C does not apply."
    return ""
