"""V.C: that the employer could not provide the course before the duties were assumed."""

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.codes import Paragraph, Status
from sro_desk.domain.drafts import InabilityRecordDraft
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.problems import Problem, inability_problems
from sro_desk.domain.records import InabilityRecord, InabilityRecordId
from sro_desk.services import agency, clock, loading, rows
from sro_desk.storage.database import Database
from sro_desk.storage.recording import RecordsSession
from sro_desk.storage.tables import InabilityRecordRow, OfficerRow


def problems(db: Database, draft: InabilityRecordDraft) -> tuple[Problem, ...]:
    """What is wrong with `draft`; warns where V.C would not govern the officer anyway."""
    with db.read() as session:
        not_needed = _not_needed(session, draft)
    return inability_problems(draft, today=clock.today(), not_needed=not_needed)


def add(db: Database, draft: InabilityRecordDraft, *, actor: Actor) -> InabilityRecord:
    """Record the inability, complete or not yet."""
    rows.refuse(inability_problems(draft, today=clock.today()))
    with db.write(actor, Action.ADD) as session:
        rows.still_valid(session, OfficerRow, draft.officer)
        row = InabilityRecordRow.from_draft(draft)
        session.add(row)
        session.flush()
        return row.to_domain()


def change(
    db: Database, record: InabilityRecordId, draft: InabilityRecordDraft, *, actor: Actor
) -> InabilityRecord:
    """Let `draft` stand for the record from now on."""
    rows.refuse(inability_problems(draft, today=clock.today()))
    with db.write(actor, Action.CHANGE) as session:
        row = rows.still_valid(session, InabilityRecordRow, record)
        row.apply(draft)
        return row.to_domain()


def void(db: Database, record: InabilityRecordId, reason: str, *, actor: Actor) -> None:
    """Void an inability record entered by mistake."""
    rows.void(db, InabilityRecordRow, record, reason, actor=actor)


def _not_needed(session: RecordsSession, draft: InabilityRecordDraft) -> bool:
    found = loading.records(session, only=[draft.officer])
    if not found:
        return False
    law, policy = agency.law_of(session), loading.policy(session)
    finding = evaluate(found[0], policy, law, clock.today())
    return finding.paragraph is Paragraph.B or finding.status is Status.MET
