"""Writes the people of the sample agency into its records file, as a clerk would one day.

Every draft is examined as the forms examine it, but on the day the sample is made for:
the services ask the computer's clock.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.codes import DayKind
from sro_desk.domain.drafts import (
    AssignmentDraft,
    CertificateDraft,
    ContactDayDraft,
    InabilityRecordDraft,
    OfficerDraft,
    PolicyReviewDraft,
    PolicyRevisionDraft,
)
from sro_desk.domain.names import search_key
from sro_desk.domain.problems import (
    certificate_problems,
    contact_day_problems,
    inability_problems,
    review_problems,
    revision_problems,
)
from sro_desk.domain.records import Assignment, CertificateId, Course, DistrictId, Officer, SchoolId
from sro_desk.domain.scan import Scan
from sro_desk.services import assignments, certificates, officers, rows
from sro_desk.services.sample_copies import certificate_scan, number_of
from sro_desk.services.sample_people import Class, Person, Place, Served, Studied, Took
from sro_desk.storage import copies
from sro_desk.storage.database import Database
from sro_desk.storage.tables import (
    CertificateRow,
    ContactDayRow,
    InabilityRecordRow,
    PolicyReviewRow,
    PolicyRevisionRow,
)

Schools = dict[tuple[Place, str], SchoolId]


class SampleWriter:
    """Puts on file what has happened up to `today`; the rest has not happened yet."""

    def __init__(
        self,
        db: Database,
        *,
        actor: Actor,
        today: date,
        courses: dict[Studied, Course],
        districts: dict[Place, DistrictId],
        schools: Schools,
    ) -> None:
        self._db, self._actor, self._today = db, actor, today
        self._courses, self._districts, self._schools = courses, districts, schools
        self._officers: dict[str, Officer] = {}

    def adopt(self, revisions: Sequence[PolicyRevisionDraft]) -> None:
        """The policy and its revisions."""
        with self._db.write(self._actor, Action.ADD) as session:
            for draft in revisions:
                rows.refuse(revision_problems(draft, today=self._today))
                session.add(PolicyRevisionRow.from_draft(draft))

    def enter(self, person: Person, number: int) -> None:
        """One officer with everything on file; `number` makes the telephone number."""
        officer = officers.add(self._db, _officer(person, number), actor=self._actor)
        self._officers[person.name] = officer
        for served in person.served:
            self._assign(officer, served)
        self._certify(officer, person)
        self._vouch(officer, person)

    def enter_class(self, taken: Class) -> None:
        """One course for all who took it, with one copy."""
        if taken.on > self._today:
            return
        who = [self._officers[name] for name in taken.names]
        holders = [(each.name, each.badge) for each in who]
        scan = certificate_scan(taken.course, taken.on, holders, taken.look, taken.medium)
        with self._db.write(self._actor, Action.ADD) as session:
            copy = copies.put(session, scan)
            for officer in who:
                draft = self._certificate(officer, taken.course, taken.on)
                session.add(CertificateRow.from_draft(draft, copy_sha256=copy))

    def promote(self, person: Person, number: int) -> None:
        """A change of rank: the ledger has a before and an after."""
        if person.promoted_to:
            draft = _officer(person, number, rank=person.promoted_to)
            officers.change(self._db, self._officers[person.name].id, draft, actor=self._actor)

    def _assign(self, officer: Officer, served: Served) -> None:
        draft = AssignmentDraft(
            officer=officer.id,
            district=self._districts[served.at],
            school=self._schools[served.at, served.school] if served.school else None,
            role=served.role,
            assumed=served.assumed,
            ends_on=served.ends_on,
            meets_definition=not served.not_covered,
            definition_reason=served.not_covered,
        )
        assignment = assignments.add(self._db, draft, actor=self._actor)
        days = [day for day in served.days if day >= served.assumed]
        if days:
            self._set_days(assignment, days)

    def _set_days(self, assignment: Assignment, days: Sequence[date]) -> None:
        with self._db.write(self._actor, Action.SET_CONTACT_DAYS) as session:
            for day in days:
                kind = DayKind.SERVED if day <= self._today else DayKind.BOOKED
                rows.refuse(contact_day_problems(assignment, day, kind, today=self._today))
                draft = ContactDayDraft(assignment=assignment.id, on=day, kind=kind)
                session.add(ContactDayRow.from_draft(draft))

    def _certify(self, officer: Officer, person: Person) -> None:
        scans: dict[Studied, Scan | None] = {}
        for took in person.took:
            if took.on > self._today:
                continue
            scan = scans[took.course] = _copy_of(officer, took, scans)
            later = took.attached_later
            certificate = self._add_certificate(officer, took, None if later else scan)
            if later and scan is not None:
                certificates.attach_copy(self._db, certificate, scan, actor=self._actor)
            if took.voided:
                certificates.void(self._db, certificate, took.voided, actor=self._actor)

    def _add_certificate(self, officer: Officer, took: Took, scan: Scan | None) -> CertificateId:
        draft = self._certificate(officer, took.course, took.on)
        with self._db.write(self._actor, Action.ADD) as session:
            copy = None if scan is None else copies.put(session, scan)
            row = CertificateRow.from_draft(draft, copy_sha256=copy)
            session.add(row)
            session.flush()
            return row.to_domain().id

    def _certificate(self, officer: Officer, taken: Studied, on: date) -> CertificateDraft:
        course = self._courses[taken]
        draft = CertificateDraft(
            officer=officer.id,
            course=course.id,
            completed_on=on,
            number=number_of(taken, on, officer.badge),
            credits=course.credits or Decimal(0),
        )
        rows.refuse(certificate_problems(draft, today=self._today, course=course))
        return draft

    def _vouch(self, officer: Officer, person: Person) -> None:
        with self._db.write(self._actor, Action.ADD) as session:
            for day in person.reviews:
                if day <= self._today:
                    review = PolicyReviewDraft(officer=officer.id, reviewed_on=day)
                    rows.refuse(review_problems(review, today=self._today))
                    session.add(PolicyReviewRow.from_draft(review))
            unable = person.unable
            if unable is not None and unable.on <= self._today:
                record = InabilityRecordDraft(
                    officer=officer.id,
                    recorded_on=unable.on,
                    reason=unable.reason,
                    signed_by=unable.signed_by,
                )
                rows.refuse(inability_problems(record, today=self._today))
                session.add(InabilityRecordRow.from_draft(record))


def _officer(person: Person, number: int, *, rank: str = "") -> OfficerDraft:
    return OfficerDraft(
        name=person.name,
        sort_name=person.filed,
        rank=rank or person.rank,
        badge=person.badge,
        title=person.title,
        post_license=f"SAMPLE-{20000 + int(person.badge) * 7}",
        work_phone=f"763-555-{number:04}",
        work_email=f"{_account(person.name)}@lindenrapids.example",
        employed_from=person.since,
        employed_to=person.until,
        withheld=person.withheld,
        remarks=person.remarks,
    )


def _account(name: str) -> str:
    words = search_key(name).split()
    return f"{words[0]}.{words[-1]}"


def _copy_of(officer: Officer, took: Took, earlier: dict[Studied, Scan | None]) -> Scan | None:
    if took.same_copy_as is not None:
        return earlier[took.same_copy_as]
    if took.medium is None:
        return None
    holder = [(officer.name, officer.badge)]
    return certificate_scan(took.course, took.printed_on or took.on, holder, took.look, took.medium)
