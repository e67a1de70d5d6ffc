"""The sample agency as a whole: who it is, its policy, its districts and its catalogue."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select

from sro_desk.domain.calendar import add_months, day_before
from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import (
    ContractDraft,
    CourseDraft,
    DistrictDraft,
    PolicyRevisionDraft,
    SchoolDraft,
)
from sro_desk.domain.problems import (
    contract_problems,
    course_problems,
    district_problems,
    school_problems,
)
from sro_desk.domain.records import Agency, Course, DistrictId, SchoolId
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.domain.scan import Scan
from sro_desk.services import agency as agency_service
from sro_desk.services import directory, rows
from sro_desk.services.reports import given_out, making
from sro_desk.services.sample_calendar import SampleCalendar
from sro_desk.services.sample_copies import OFFERED, contract_scan
from sro_desk.services.sample_districts import CONTRACTING, Contracting
from sro_desk.services.sample_others import others
from sro_desk.services.sample_people import Place, Studied
from sro_desk.services.sample_regulars import ADOPTED, classes, regulars
from sro_desk.services.sample_writing import SampleWriter, Schools
from sro_desk.storage import copies
from sro_desk.storage.database import Database
from sro_desk.storage.tables import ContractRow, CourseRow, DistrictRow, SchoolRow

_SINCE_LAST_PACKET = 280  # days
AGENCY = Agency(
    name="Linden Rapids Police Department",
    chief="Dana Whitcomb",
    chief_title="Chief of Police",
    ori="MN0000000",
    address="1800 River Bluff Drive\nLinden Rapids, MN 55000",
    phone="763-555-0100",
    email="records@lindenrapids.example",
)


def fill(db: Database, *, actor: Actor, today: date) -> None:
    """Put the whole agency on file as of `today`."""
    calendar = SampleCalendar(today, agency_service.law(db).holidays)
    places, schools = _districts(db, calendar, actor)
    writer = SampleWriter(
        db,
        (*regulars(calendar), *others(calendar)),
        actor=actor,
        today=today,
        courses=_courses(db, actor),
        districts=places,
        schools=schools,
    )
    writer.adopt(_policy(calendar))
    writer.enter_roster()
    then = max(today - timedelta(days=_SINCE_LAST_PACKET), ADOPTED)
    writer.assign(begun_by=then)
    writer.certify()
    for taken in classes():
        writer.enter_class(taken)
    writer.vouch()
    for place in (Place.ANOKA, Place.SPRING_LAKE_PARK):
        _give_out_packet(db, places[place], then, actor)
    writer.assign(begun_after=then)
    writer.promote()


def _give_out_packet(db: Database, district: DistrictId, then: date, actor: Actor) -> None:
    """One of a while ago, so that the next says who joined, left and was trained since."""
    asked = Asked(report=ReportName.PACKET, on=then, district=district)
    made = making.make_alone(db, asked, made_on=then)
    to = given_out.contact_of(db, district)
    draft = given_out.draft_of(made, made_on=then, sent_to=to, sent_on=then)
    given_out.keep(db, made, draft, actor=actor)


def _policy(calendar: SampleCalendar) -> list[PolicyRevisionDraft]:
    title, where = "Policy 412: School Resource Officers", "Policy binder and intranet"
    adopted = PolicyRevisionDraft(adopted_on=ADOPTED, title=title, posted_at=where)
    if calendar.revised <= ADOPTED:
        return [adopted]
    return [adopted, replace(adopted, adopted_on=calendar.revised, title=f"{title} (revised)")]


def _courses(db: Database, actor: Actor) -> dict[Studied, Course]:
    """The seeded catalogue, with what the providers say of their courses."""
    with db.write(actor, Action.CHANGE) as session:
        seeded = {row.title: row for row in session.scalars(select(CourseRow))}
        found = {}
        for studied in Studied:
            row = seeded.get(studied.value)
            draft = _course(studied, CourseKind.OTHER if row is None else row.kind)
            if row is None:
                row = CourseRow.from_draft(draft)
                session.add(row)
            else:
                row.apply(draft)
            found[studied] = row
        session.flush()
        return {studied: row.to_domain() for studied, row in found.items()}


def _course(studied: Studied, kind: CourseKind) -> CourseDraft:
    offered = OFFERED[studied]
    draft = CourseDraft(
        title=studied.value,
        kind=kind,
        provider=offered.provider,
        post_number=offered.post_number,
        credits=Decimal(offered.hours),
    )
    rows.refuse(course_problems(draft))
    return draft


def _districts(
    db: Database, calendar: SampleCalendar, actor: Actor
) -> tuple[dict[Place, DistrictId], Schools]:
    """Each district with its schools and contracts, in one write."""
    places: dict[Place, DistrictId] = {}
    schools: Schools = {}
    for each in CONTRACTING:
        with db.write(actor, Action.ADD) as session:
            district = DistrictRow.from_draft(_district(each))
            session.add(district)
            session.flush()
            places[each.place] = DistrictId(district.id)
            for name in each.schools:
                school = SchoolRow.from_draft(_school(district.id, name))
                session.add(school)
                session.flush()
                schools[each.place, name] = SchoolId(school.id)
            for contract, scan in _contracts(each, places[each.place], calendar):
                copy = None if scan is None else copies.put(session, scan)
                session.add(ContractRow.from_draft(contract, copy_sha256=copy))
    return places, schools


def _district(each: Contracting) -> DistrictDraft:
    known = {listed.name: listed for listed in directory.known_districts()}
    listed = known.get(each.place.value)
    draft = DistrictDraft(
        name=each.place.value,
        kind=each.kind if listed is None else listed.kind,
        state_id=each.state_id if listed is None else listed.state_id,
        citation=each.citation,
        contact_name=each.contact,
        contact_email=each.email,
    )
    rows.refuse(district_problems(draft))
    return draft


def _school(district: int, name: str) -> SchoolDraft:
    draft = SchoolDraft(district=DistrictId(district), name=name)
    rows.refuse(school_problems(draft))
    return draft


def _contracts(
    each: Contracting, district: DistrictId, calendar: SampleCalendar
) -> Iterator[tuple[ContractDraft, Scan | None]]:
    """The contract before and, where it was renewed, the one of this school year."""
    for year in (calendar.year - each.years, calendar.year)[: 1 + each.renewed]:
        starts_on = date(year, 7, 1)
        ends_on = day_before(add_months(starts_on, 12 * each.years))
        draft = ContractDraft(
            district=district, starts_on=starts_on, ends_on=ends_on, duties=each.duties
        )
        rows.refuse(contract_problems(draft))
        yield draft, contract_scan(each, AGENCY, starts_on, ends_on) if each.copies else None
