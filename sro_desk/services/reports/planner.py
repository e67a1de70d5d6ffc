"""The V.B planner: who still needs a course, which ones there are, and the time left."""

from collections.abc import Iterable, Mapping
from datetime import date

from sro_desk.domain.codes import CourseKind, Paragraph, Status
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.exports.planner import CourseLine, DistrictSeats, DoneLine, Planner, SeatLine
from sro_desk.domain.facts import facts_on
from sro_desk.domain.finding import Finding
from sro_desk.domain.law import Law
from sro_desk.domain.pace import pace_until
from sro_desk.domain.records import Course, DistrictId, OfficerRecord, Policy
from sro_desk.domain.reports import Asked
from sro_desk.domain.seen_from import seen_from
from sro_desk.domain.sentences import course_kind_words, status_words
from sro_desk.services import agency, courses, loading
from sro_desk.services.reports import around, naming
from sro_desk.services.reports.district import assigned
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.storage.database import Database

_WHAT = "SRO V.B planner"
_SATISFIES = frozenset({CourseKind.MANDATED, CourseKind.SUPPLEMENTAL})
_NEEDED = frozenset({Status.DUE, Status.OVERDUE})
_DONE = frozenset({Status.MET, Status.MET_LATE})

Found = tuple[OfficerRecord, Finding]


def make(db: Database, asked: Asked, making: Making) -> MadeReport:
    """The planner as a PDF; SroDeskError where there is no such district."""
    from sro_desk.pdf import vb_planner

    gathered = facts(db, asked, made_on=making.made_on)
    return MadeReport(
        asked=asked,
        content=vb_planner.vb_planner(gathered),
        file_name=naming.of_chosen(around.label(db, asked.district), _WHAT, asked.on),
        ledger_head=gathered.provenance.ledger_head,
    )


def facts(db: Database, asked: Asked, *, made_on: date) -> Planner:
    """The facts of the planner; officers who are withheld only where they are asked for."""
    on = asked.on
    with db.read() as session:
        law, policy = agency.law_of(session), loading.policy(session)
        only = None
        if asked.district is not None:
            only = assigned(session, asked.district, on)
        records = loading.records(session, only=only)
        labels = {each: label for each, (label, _) in loading.district_labels(session).items()}
        letterhead = around.letterhead(session)
        made = around.provenance(db, session, on=on, made_on=made_on)
        named = around.district(session, asked.district)
    shown = [each for each in records if asked.withheld or not each.officer.withheld]
    found = _under_b(shown, policy, law, asked)
    needed = [each for each in found if each[1].status in _NEEDED]
    done = [each for each in found if each[1].status in _DONE]
    return Planner(
        letterhead=letterhead,
        provenance=made,
        district=named.name,
        last_day=law.b_deadline,
        advised=law.b_advised,
        pace=pace_until(law.b_advised, on=on, seats=len(needed)),
        needed=tuple(_needed(each, policy, law, labels) for each in needed),
        done=tuple(_done(each, policy, law, labels) for each in done),
        seats=_seats(needed, done, labels, asked.district),
        courses=tuple(_course(each) for each in courses.all_courses(db) if _suits(each, on)),
    )


def _under_b(records: list[OfficerRecord], policy: Policy, law: Law, asked: Asked) -> list[Found]:
    """The officers whom V.B governs, as filed."""
    if asked.district is not None:
        records = [seen_from(asked.district, record) for record in records]
    records = sorted(records, key=around.as_filed)
    found = ((record, evaluate(record, policy, law, asked.on)) for record in records)
    return [each for each in found if each[1].paragraph is Paragraph.B]


def _needed(found: Found, policy: Policy, law: Law, labels: Mapping[DistrictId, str]) -> SeatLine:
    record, finding = found
    basic = facts_on(record, policy, law, finding.on).known.prior_basic[0]
    return SeatLine(
        name=record.officer.name,
        badge=record.officer.badge,
        districts=_districts(finding, labels),
        basic=basic.course.title,
        basic_on=basic.completed_on,
        status=status_words(finding.status),
        light=finding.light,
        withheld=record.officer.withheld,
    )


def _done(found: Found, policy: Policy, law: Law, labels: Mapping[DistrictId, str]) -> DoneLine:
    """With the first course that satisfied: it is the one that decides."""
    record, finding = found
    course = facts_on(record, policy, law, finding.on).known.either[0]
    return DoneLine(
        name=record.officer.name,
        badge=record.officer.badge,
        districts=_districts(finding, labels),
        course=course.course.title,
        completed_on=course.completed_on,
        status=status_words(finding.status),
        light=finding.light,
        withheld=record.officer.withheld,
    )


def _districts(finding: Finding, labels: Mapping[DistrictId, str]) -> tuple[str, ...]:
    return tuple(labels[each] for each in finding.period.districts) if finding.period else ()


def _seats(
    needed: Iterable[Found],
    done: Iterable[Found],
    labels: Mapping[DistrictId, str],
    only: DistrictId | None,
) -> tuple[DistrictSeats, ...]:
    counts: dict[DistrictId, list[int]] = {}
    for column, found in enumerate((needed, done)):
        for _, finding in found:
            for district in finding.period.districts if finding.period else ():
                counts.setdefault(district, [0, 0])[column] += 1
    return tuple(
        DistrictSeats(district=labels[each], needed=counts[each][0], done=counts[each][1])
        for each in sorted(counts, key=lambda each: labels[each])
        if only in {None, each}
    )


def _suits(course: Course, on: date) -> bool:
    """Whether the course satisfies V.B, and its approval has not ended by the day."""
    return course.kind in _SATISFIES and (course.approved_to is None or course.approved_to >= on)


def _course(course: Course) -> CourseLine:
    return CourseLine(
        title=course.title,
        kind=course_kind_words(course.kind),
        provider=course.provider,
        post_number=course.post_number,
        approved_from=course.approved_from,
        approved_to=course.approved_to,
    )
