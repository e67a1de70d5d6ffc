"""The sample agency as a whole: who it is, its policy, its districts and its catalogue."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from sro_desk.domain.calendar import add_months, day_before
from sro_desk.domain.changes import Actor
from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import (
    ContractDraft,
    CourseDraft,
    DistrictDraft,
    PolicyRevisionDraft,
    SchoolDraft,
)
from sro_desk.domain.records import Agency, Course, DistrictId
from sro_desk.services import agency as agency_service
from sro_desk.services import courses, directory, districts
from sro_desk.services.sample_calendar import SampleCalendar
from sro_desk.services.sample_copies import OFFERED, contract_scan
from sro_desk.services.sample_districts import CONTRACTING, Contracting
from sro_desk.services.sample_others import others
from sro_desk.services.sample_people import Place, Studied
from sro_desk.services.sample_regulars import ADOPTED, classes, regulars
from sro_desk.services.sample_writing import SampleWriter, Schools
from sro_desk.storage.database import Database

AGENCY = Agency(
    name="Linden Rapids Police Department",
    chief="Dana Whitcomb",
    chief_title="Chief of Police",
    ori="MN0000000",
    address="1800 River Bluff Drive\nLinden Rapids, MN 55000",
    phone="763-555-0100",
    email="records@lindenrapids.example",
)
_FIRST_PHONE = 101


def fill(db: Database, *, actor: Actor, today: date) -> None:
    """Put the whole agency on file as of `today`."""
    calendar = SampleCalendar(today, agency_service.law(db).holidays)
    places, schools = _districts(db, calendar, actor)
    writer = SampleWriter(
        db,
        actor=actor,
        today=today,
        courses=_courses(db, actor),
        districts=places,
        schools=schools,
    )
    writer.adopt(_policy(calendar))
    people = (*regulars(calendar), *others(calendar))
    for number, person in enumerate(people, _FIRST_PHONE):
        writer.enter(person, number)
    for taken in classes():
        writer.enter_class(taken)
    for number, person in enumerate(people, _FIRST_PHONE):
        writer.promote(person, number)


def _policy(calendar: SampleCalendar) -> list[PolicyRevisionDraft]:
    title, where = "Policy 412: School Resource Officers", "Policy binder and intranet"
    adopted = PolicyRevisionDraft(adopted_on=ADOPTED, title=title, posted_at=where)
    if calendar.revised <= ADOPTED:
        return [adopted]
    return [adopted, replace(adopted, adopted_on=calendar.revised, title=f"{title} (revised)")]


def _courses(db: Database, actor: Actor) -> dict[Studied, Course]:
    """The seeded catalogue, with what the providers say of their courses."""
    known = {course.title: course for course in courses.all_courses(db)}
    found = {}
    for studied in Studied:
        seeded, offered = known.get(studied.value), OFFERED[studied]
        draft = CourseDraft(
            title=studied.value,
            kind=CourseKind.OTHER if seeded is None else seeded.kind,
            provider=offered.provider,
            post_number=offered.post_number,
            credits=Decimal(offered.hours),
        )
        if seeded is None:
            found[studied] = courses.add(db, draft, actor=actor)
        else:
            found[studied] = courses.change(db, seeded.id, draft, actor=actor)
    return found


def _districts(
    db: Database, calendar: SampleCalendar, actor: Actor
) -> tuple[dict[Place, DistrictId], Schools]:
    places: dict[Place, DistrictId] = {}
    schools: Schools = {}
    for each in CONTRACTING:
        district = districts.add(db, _district(each), actor=actor).id
        places[each.place] = district
        for name in each.schools:
            draft = SchoolDraft(district=district, name=name)
            schools[each.place, name] = districts.add_school(db, draft, actor=actor).id
        _contracts(db, each, district, calendar, actor)
    return places, schools


def _district(each: Contracting) -> DistrictDraft:
    known = {listed.name: listed for listed in directory.known_districts()}
    listed = known.get(each.place.value)
    return DistrictDraft(
        name=each.place.value,
        kind=each.kind if listed is None else listed.kind,
        state_id=each.state_id if listed is None else listed.state_id,
        citation=each.citation,
        contact_name=each.contact,
        contact_email=each.email,
    )


def _contracts(
    db: Database, each: Contracting, district: DistrictId, calendar: SampleCalendar, actor: Actor
) -> None:
    """The contract before and, where it was renewed, the one of this school year."""
    for year in (calendar.year - each.years, calendar.year)[: 1 + each.renewed]:
        starts_on = date(year, 7, 1)
        ends_on = day_before(add_months(starts_on, 12 * each.years))
        draft = ContractDraft(
            district=district, starts_on=starts_on, ends_on=ends_on, duties=each.duties
        )
        scan = contract_scan(each, AGENCY, starts_on, ends_on) if each.copies else None
        districts.add_contract(db, draft, scan, actor=actor)
