"""What storing a certificate would do, told before it is stored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from sro_desk.domain.drafts import CertificateDraft
from sro_desk.domain.effects import Effect
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.problems import Problem
from sro_desk.domain.records import Certificate, CertificateId, OfficerRecord, Sha256
from sro_desk.domain.scan import Scan
from sro_desk.services import agency, certificates, loading, rows
from sro_desk.storage.database import Database
from sro_desk.storage.recording import RecordsSession
from sro_desk.storage.tables import CourseRow

_NEXT = CertificateId(2**62)  # newer than any on file
_TO_COME = Sha256("0" * 64)  # stands for the copy that would be stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The problems as saving would find them, and what the certificate does for each officer."""

    problems: tuple[Problem, ...]
    effects: tuple[Effect, ...]  # in the order of the drafts; only of those that are complete


def preview(
    db: Database,
    drafts: Sequence[CertificateDraft],
    scan: Scan | None,
    *,
    on: date,
    itself: Certificate | None = None,
) -> Preview:
    """Evaluate each officer with and without; `itself` is the certificate being changed."""
    if itself is None:
        found = certificates.problems_of_class(db, drafts, scan)
    else:
        found = certificates.problems(db, drafts[0], scan, itself=itself.id)
    with db.read() as session:
        return Preview(problems=found, effects=_effects(session, drafts, scan, on, itself))


def _effects(
    session: RecordsSession,
    drafts: Sequence[CertificateDraft],
    scan: Scan | None,
    on: date,
    itself: Certificate | None,
) -> tuple[Effect, ...]:
    copy = _TO_COME if scan is not None else None if itself is None else itself.copy
    planned = {each.officer: each for each in _planned(session, drafts, copy, itself)}
    law, policy = agency.law_of(session), loading.policy(session)
    effects = []
    for record in loading.records(session, only=list(planned)):
        after = _with(record, planned[record.officer.id])
        effects.append(
            Effect(
                officer=record.officer,
                without=evaluate(record, policy, law, on),
                with_it=evaluate(after, policy, law, on),
            )
        )
    order = list(planned)
    return tuple(sorted(effects, key=lambda each: order.index(each.officer.id)))


def _planned(
    session: Session,
    drafts: Sequence[CertificateDraft],
    copy: Sha256 | None,
    itself: Certificate | None,
) -> list[Certificate]:
    """The certificates as they would be on file."""
    return [
        Certificate(
            id=_NEXT if itself is None else itself.id,
            officer=draft.officer,
            course=rows.the(session, CourseRow, draft.course).to_domain(),
            completed_on=draft.completed_on,
            copy=copy,
        )
        for draft in drafts
        if draft.officer is not None and draft.course is not None and draft.completed_on is not None
    ]


def _with(record: OfficerRecord, planned: Certificate) -> OfficerRecord:
    others = tuple(each for each in record.certificates if each.id != planned.id)
    return replace(record, certificates=(*others, planned))
