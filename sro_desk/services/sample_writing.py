"""Writes the people of the sample agency into its records file, as a clerk would one day.

Every draft is examined as the forms examine it, but on the day the sample is made for, where
the services ask the computer's clock; and many go into one write, as each waits for the disk.
"""

from collections.abc import Iterable, Sequence
from datetime import date

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
from sro_desk.domain.names import filed_under, search_key
from sro_desk.domain.problems import (
    assignment_problems,
    certificate_problems,
    contact_day_problems,
    inability_problems,
    officer_problems,
    review_problems,
    revision_problems,
)
from sro_desk.domain.records import (
    Assignment,
    CertificateId,
    Course,
    DistrictId,
    Officer,
    OfficerId,
    SchoolId,
)
from sro_desk.domain.scan import Scan
from sro_desk.services import certificates, officers, rows
from sro_desk.services.sample_copies import certificate_scan, number_of
from sro_desk.services.sample_people import Class, Person, Place, Served, Studied, Took, Unable
from sro_desk.storage import copies
from sro_desk.storage.database import Database
from sro_desk.storage.tables import (
    AssignmentRow,
    CertificateRow,
    ContactDayRow,
    InabilityRecordRow,
    OfficerRow,
    PolicyReviewRow,
    PolicyRevisionRow,
)

Schools = dict[tuple[Place, str], SchoolId]
_FIRST_PHONE = 101


class SampleWriter:
    """Puts on file what has happened up to `today`; the rest has not happened yet."""

    def __init__(
        self,
        db: Database,
        people: Sequence[Person],
        *,
        actor: Actor,
        today: date,
        courses: dict[Studied, Course],
        districts: dict[Place, DistrictId],
        schools: Schools,
    ) -> None:
        self._db, self._people, self._actor, self._today = db, people, actor, today
        self._courses, self._districts, self._schools = courses, districts, schools
        self._officers: dict[str, Officer] = {}

    def adopt(self, revisions: Iterable[PolicyRevisionDraft]) -> None:
        """The policy and its revisions."""
        with self._db.write(self._actor, Action.ADD) as session:
            for draft in revisions:
                rows.refuse(revision_problems(draft, today=self._today))
                session.add(PolicyRevisionRow.from_draft(draft))

    def enter_roster(self) -> None:
        """All officers, as from a list that was imported."""
        drafts = [_officer(person, number) for number, person in self._numbered()]
        with self._db.write(self._actor, Action.IMPORT) as session:
            for draft in drafts:
                rows.refuse(officer_problems(draft))
            added = [OfficerRow.from_draft(draft) for draft in drafts]
            session.add_all(added)
            session.flush()
            self._officers = {row.name: row.to_domain() for row in added}

    def assign(self, *, begun_by: date = date.max, begun_after: date = date.min) -> None:
        """The assignments begun in that time, then the contact days of each substitute."""
        told = [
            (self._id(each), served)
            for each in self._people
            for served in each.served
            if begun_after < served.assumed <= begun_by
        ]
        with self._db.write(self._actor, Action.ADD) as session:
            added = [self._assignment(officer, served) for officer, served in told]
            session.add_all(added)
            session.flush()
            assignments = [row.to_domain() for row in added]
        for assignment, (_, served) in zip(assignments, told, strict=True):
            self._set_days(assignment, served)

    def certify(self) -> None:
        """All certificates with their copies; what was put right about them is done after."""
        held = [pair for person in self._people for pair in self._held_by(person)]
        with self._db.write(self._actor, Action.ADD) as session:
            added = []
            for person, took, scan in held:
                now = None if scan is None or took.attached_later else copies.put(session, scan)
                draft = self._certificate(self._officers[person.name], took.course, took.on)
                added.append(CertificateRow.from_draft(draft, copy_sha256=now))
            session.add_all(added)
            session.flush()
            ids = [CertificateId(row.id) for row in added]
        for certificate, (_, took, scan) in zip(ids, held, strict=True):
            if took.attached_later and scan is not None:
                certificates.attach_copy(self._db, certificate, scan, actor=self._actor)
            if took.voided:
                certificates.void(self._db, certificate, took.voided, actor=self._actor)

    def enter_class(self, taken: Class) -> None:
        """One course for all who took it, in one write with one copy."""
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

    def vouch(self) -> None:
        """All policy reviews and inability records."""
        with self._db.write(self._actor, Action.ADD) as session:
            for person in self._people:
                session.add_all(self._reviews(person))
                if person.unable is not None and person.unable.on <= self._today:
                    session.add(self._inability(self._id(person), person.unable))

    def promote(self) -> None:
        """A change of rank: the ledger has a before and an after."""
        for number, person in self._numbered():
            if person.promoted_to:
                draft = _officer(person, number, rank=person.promoted_to)
                officers.change(self._db, self._id(person), draft, actor=self._actor)

    def _numbered(self) -> Iterable[tuple[int, Person]]:
        return enumerate(self._people, _FIRST_PHONE)

    def _id(self, person: Person) -> OfficerId:
        return self._officers[person.name].id

    def _assignment(self, officer: OfficerId, served: Served) -> AssignmentRow:
        draft = AssignmentDraft(
            officer=officer,
            district=self._districts[served.at],
            school=self._schools[served.at, served.school] if served.school else None,
            role=served.role,
            assumed=served.assumed,
            ends_on=served.ends_on,
            meets_definition=not served.not_covered,
            definition_reason=served.not_covered,
        )
        rows.refuse(assignment_problems(draft))
        return AssignmentRow.from_draft(draft)

    def _set_days(self, assignment: Assignment, served: Served) -> None:
        days = [day for day in served.days if day >= served.assumed]
        if not days:
            return
        with self._db.write(self._actor, Action.SET_CONTACT_DAYS) as session:
            for day in days:
                kind = DayKind.SERVED if day <= self._today else DayKind.BOOKED
                rows.refuse(contact_day_problems(assignment, day, kind, today=self._today))
                draft = ContactDayDraft(assignment=assignment.id, on=day, kind=kind)
                session.add(ContactDayRow.from_draft(draft))

    def _held_by(self, person: Person) -> Iterable[tuple[Person, Took, Scan | None]]:
        scans: dict[Studied, Scan | None] = {}
        for took in person.took:
            if took.on <= self._today:
                scans[took.course] = _copy_of(person, took, scans)
                yield person, took, scans[took.course]

    def _certificate(self, officer: Officer, taken: Studied, on: date) -> CertificateDraft:
        course = self._courses[taken]
        draft = CertificateDraft(
            officer=officer.id,
            course=course.id,
            completed_on=on,
            number=number_of(taken, on, officer.badge),
            credits=course.credits,
        )
        rows.refuse(certificate_problems(draft, today=self._today, course=course))
        return draft

    def _reviews(self, person: Person) -> Iterable[PolicyReviewRow]:
        for day in person.reviews:
            if day <= self._today:
                draft = PolicyReviewDraft(officer=self._id(person), reviewed_on=day)
                rows.refuse(review_problems(draft, today=self._today))
                yield PolicyReviewRow.from_draft(draft)

    def _inability(self, officer: OfficerId, unable: Unable) -> InabilityRecordRow:
        draft = InabilityRecordDraft(
            officer=officer,
            recorded_on=unable.on,
            reason=unable.reason,
            signed_by=unable.signed_by,
        )
        rows.refuse(inability_problems(draft, today=self._today))
        return InabilityRecordRow.from_draft(draft)


def _officer(person: Person, number: int, *, rank: str = "") -> OfficerDraft:
    return OfficerDraft(
        name=person.name,
        sort_name=person.filed or filed_under(person.name),
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


def _copy_of(person: Person, took: Took, earlier: dict[Studied, Scan | None]) -> Scan | None:
    if took.same_copy_as is not None:
        return earlier[took.same_copy_as]
    if took.medium is None:
        return None
    holder = [(person.name, person.badge)]
    return certificate_scan(took.course, took.printed_on or took.on, holder, took.look, took.medium)
