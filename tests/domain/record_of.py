"""Short ways to write down the facts of one officer in a test."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from sro_desk import resources
from sro_desk.domain.codes import CourseKind, DayKind, Role
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.finding import Finding
from sro_desk.domain.law import Law, law_from
from sro_desk.domain.records import (
    Assignment,
    AssignmentId,
    Certificate,
    CertificateId,
    ContactDay,
    ContactDayId,
    Contract,
    ContractId,
    Course,
    CourseId,
    DistrictId,
    InabilityRecord,
    InabilityRecordId,
    Officer,
    OfficerId,
    OfficerRecord,
    Policy,
    PolicyReview,
    PolicyReviewId,
    PolicyRevision,
    PolicyRevisionId,
    Sha256,
)

TODAY = date(2026, 11, 24)
OFFICER = Officer(id=OfficerId(1), name="Pat Doe", sort_name="Doe, Pat")
ADOPTED = date(2025, 8, 1)
POLICY = Policy(revisions=(PolicyRevision(id=PolicyRevisionId(1), adopted_on=ADOPTED),))
MANDATED, SUPPLEMENTAL, BASIC = CourseKind.MANDATED, CourseKind.SUPPLEMENTAL, CourseKind.BASIC
REGULAR, SUBSTITUTE = Role.REGULAR, Role.SUBSTITUTE


def day(text: str) -> date:
    """A date from ISO text, the way RULES writes it."""
    return date.fromisoformat(text)


@cache
def the_law(*, local_holidays: bool = False, refresh_advisory: bool = True) -> Law:
    """The shipped law table."""
    text = resources.path("law", "minnesota-626.8482.toml").read_text(encoding="utf-8")
    return law_from(text, local_holidays=local_holidays, refresh_advisory=refresh_advisory)


def course(kind: CourseKind) -> Course:
    """A course of the catalogue."""
    return Course(id=CourseId(list(CourseKind).index(kind)), title=kind.value, kind=kind)


def certificate(kind: CourseKind, completed: str, *, copy: bool = True) -> Certificate:
    """A certificate with a copy of its own unless told otherwise."""
    number = day(completed).toordinal() * 10 + list(CourseKind).index(kind)
    return Certificate(
        id=CertificateId(number),
        officer=OFFICER.id,
        course=course(kind),
        completed_on=day(completed),
        copy=Sha256(f"{number:064x}") if copy else None,
    )


def serves(
    assumed: str,
    ends: str | None = None,
    role: Role = REGULAR,
    *,
    district: int = 1,
    covered: bool = True,
    booked: int = 0,
    id: int | None = None,  # noqa: A002 - the field's name
) -> Assignment:
    """An assignment of the officer."""
    return Assignment(
        id=AssignmentId(day(assumed).toordinal() * 10 + district if id is None else id),
        officer=OFFICER.id,
        district=DistrictId(district),
        role=role,
        assumed=day(assumed),
        ends_on=None if ends is None else day(ends),
        meets_definition=covered,
        definition_reason="" if covered else "Evening events",
        booked_days=booked,
    )


def contract(starts: str = "2000-01-01", ends: str = "2099-12-31", district: int = 1) -> Contract:
    """A contract with a district, by default one that covers every day of a test."""
    return Contract(
        id=ContractId(district),
        district=DistrictId(district),
        starts_on=day(starts),
        ends_on=day(ends),
    )


def inability(
    recorded: str | None, reason: str = "No seat", signed: str = "Chief"
) -> InabilityRecord:
    """An inability record, by default complete."""
    return InabilityRecord(
        id=InabilityRecordId(1),
        officer=OFFICER.id,
        recorded_on=None if recorded is None else day(recorded),
        reason=reason,
        signed_by=signed,
    )


def review(on: str) -> PolicyReview:
    """A review of the agency's policy."""
    reviewed = day(on)
    return PolicyReview(
        id=PolicyReviewId(reviewed.toordinal()), officer=OFFICER.id, reviewed_on=reviewed
    )


def policy(*adopted: str) -> Policy:
    """A policy adopted on the first day and revised on the others."""
    return Policy(
        revisions=tuple(
            PolicyRevision(id=PolicyRevisionId(number), adopted_on=day(on))
            for number, on in enumerate(adopted)
        )
    )


def days_under(
    assignment: Assignment, first: str, number: int, kind: DayKind = DayKind.SERVED
) -> tuple[ContactDay, ...]:
    """So many consecutive contact days from a day on."""
    return tuple(
        ContactDay(
            id=ContactDayId(assignment.id * 1000 + offset),
            assignment=assignment.id,
            on=day(first) + timedelta(days=offset),
            kind=kind,
        )
        for offset in range(number)
    )


@dataclass(frozen=True, kw_only=True)
class Case:
    """The facts of one officer, ready to be asked about on any day."""

    record: OfficerRecord
    policy: Policy = POLICY
    law: Law | None = None

    def on(self, asked: str | date = TODAY) -> Finding:
        """The finding as of a day."""
        as_of = day(asked) if isinstance(asked, str) else asked
        return evaluate(self.record, self.policy, self.law or the_law(), as_of)

    def also(self, **changed: object) -> "Case":
        """The same facts with some of the record's fields replaced."""
        return replace(self, record=replace(self.record, **changed))


def officer_with(
    *facts: Assignment | Certificate | PolicyReview | InabilityRecord | ContactDay | Contract,
    policy: Policy = POLICY,
    law: Law | None = None,
) -> Case:
    """A case of facts in any order; contracts with districts 1 to 3 unless one is given."""

    def of(kind: type) -> tuple[object, ...]:
        return tuple(fact for fact in facts if isinstance(fact, kind))

    return Case(
        record=OfficerRecord(
            officer=OFFICER,
            assignments=of(Assignment),
            certificates=of(Certificate),
            reviews=of(PolicyReview),
            inability_records=of(InabilityRecord),
            contact_days=of(ContactDay),
            contracts=of(Contract) or tuple(contract(district=number) for number in (1, 2, 3)),
        ),
        policy=policy,
        law=law,
    )
