"""The policy acknowledgement form: for an officer to sign, or blank."""

from datetime import date

from sro_desk.domain.codes import Paragraph
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.exports.forms import Acknowledgement
from sro_desk.domain.records import Policy, PolicyRevision
from sro_desk.domain.reports import Asked
from sro_desk.services import agency, loading
from sro_desk.services.reports import around, signing
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.storage.database import Database

_WHAT = "SRO policy acknowledgement"
_ASK_FOR_A_REVIEW = frozenset({Paragraph.C, Paragraph.D})


def make(db: Database, asked: Asked, making: Making) -> MadeReport:
    """The form as a PDF; SroDeskError where there is no such officer."""
    from sro_desk.pdf import acknowledgement

    gathered = facts(db, asked, made_on=making.made_on)
    return MadeReport(
        asked=asked,
        content=acknowledgement.acknowledgement(gathered),
        file_name=signing.file_name(db, asked.officer, _WHAT, asked.on),
        ledger_head=gathered.provenance.ledger_head,
    )


def facts(db: Database, asked: Asked, *, made_on: date) -> Acknowledgement:
    """The facts of the form."""
    signer, paragraph = None, ""
    with db.read() as session:
        policy = loading.policy(session)
        if asked.officer is not None:
            record = signing.record_of(session, asked.officer)
            finding = evaluate(record, policy, agency.law_of(session), asked.on)
            signer = signing.signer_of(record, finding, loading.district_labels(session))
            if finding.paragraph in _ASK_FOR_A_REVIEW:
                paragraph = str(finding.paragraph)
        letterhead = around.letterhead(session)
        made = around.provenance(db, session, on=asked.on, made_on=made_on)
    known = _known(policy, asked.on)
    latest = known[-1] if known else None
    return Acknowledgement(
        letterhead=letterhead,
        provenance=made,
        signer=signer,
        paragraph=paragraph,
        policy=latest.title if latest else "",
        adopted_on=known[0].adopted_on if known else None,
        revised_on=latest.adopted_on if latest and len(known) > 1 else None,
        posted_at=latest.posted_at if latest else "",
    )


def _known(policy: Policy, on: date) -> list[PolicyRevision]:
    """The adoption and the revisions up to the day, the earliest first."""
    known = [each for each in policy.revisions if each.adopted_on <= on]
    return sorted(known, key=lambda each: (each.adopted_on, each.id))
