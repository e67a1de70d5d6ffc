"""A row of contact days: one date on which a substitute served, or is booked."""

from datetime import date

from sro_desk.domain.changes import Kind
from sro_desk.domain.codes import DayKind, Role
from sro_desk.domain.dates import us_date
from sro_desk.domain.drafts import ContactDayDraft
from sro_desk.domain.problems import contact_day_problems, within
from sro_desk.domain.records import Assignment, ContactDay
from sro_desk.domain.spreadsheets.book import record_of
from sro_desk.domain.spreadsheets.links import places_of
from sro_desk.domain.spreadsheets.rows import Row, Step, shown


def plan_contact_day(row: Row) -> None:
    """The officer, the place where it is said, and the day lead to the assignment."""
    officers = row.officers()
    places = places_of(row) if {"district", "school"} & row.given.keys() else None
    on = row.given.get("on")
    if on is None and not row.blocked:
        row.refuse("on", "Enter the day.")
    if not officers or on is None or row.blocked:
        return
    found = _assignments(row, officers, places)
    same = [each for each in found if _is_same(row, each, on)]
    if row.is_on_file(same, officers):
        return
    if len(officers) > 1:
        row.refuse_namesakes(row.person().name)
        return
    _plan(row, _fitting(found, on), on)


def _plan(row: Row, found: list[Assignment], on: date) -> None:
    name = row.person().name or row.text("badge") or row.text("post_license")
    if not found:
        row.refuse("officer", f"{name} has no assignment there to which the day could belong.")
    elif len(found) > 1:
        names = dict.fromkeys(row.book.districts[each.district].name for each in found)
        row.refuse(
            "district" if "district" in row.given else "officer",
            f"{name} has several assignments on {us_date(on)} ({', '.join(names)}): "
            "the district and the school must say which.",
        )
    else:
        _store(row, found[0], on)


def _store(row: Row, assignment: Assignment, on: date) -> None:
    book, kind = row.book, _kind(row, on)
    field = on.isoformat()
    found = contact_day_problems(assignment, on, kind, today=row.today)
    row.hear(found, **{field: "on"})
    draft = ContactDayDraft(assignment=assignment.id, on=on, kind=kind)
    kept = book.days_on(assignment.id, on)
    for day in kept:
        row.was["kind"] = shown(day.kind)
    records = [int(day.id) for day in kept] or [book.next_id()]
    for record in records:
        row.steps.append(Step(kind=Kind.CONTACT_DAY, record=record, draft=draft))
        row.keep(record_of(ContactDay, record, draft))


def _assignments(
    row: Row, officers: list[int], places: list[tuple[int, int | None]] | None
) -> list[Assignment]:
    """Those of the place; a district alone means each of its schools as well."""
    return [
        each
        for officer in officers
        for each in row.book.of_officer("assignments", officer)
        if places is None or _is_at(each, places)
    ]


def _is_at(assignment: Assignment, places: list[tuple[int, int | None]]) -> bool:
    return any(
        assignment.district == district and school in (None, assignment.school)
        for district, school in places
    )


def _fitting(found: list[Assignment], on: date) -> list[Assignment]:
    """Substitute assignments of that day; else what there is, so that the forms say what is off."""
    substitute = [each for each in found if each.role is Role.SUBSTITUTE]
    covering = [each for each in substitute if within(on, each.assumed, each.ends_on)]
    return covering or substitute[:1] or found[:1]


def _is_same(row: Row, assignment: Assignment, on: date) -> bool:
    kept = row.book.days_on(assignment.id, on)
    return bool(kept) and all(row.given.get("kind") in (None, day.kind) for day in kept)


def _kind(row: Row, on: date) -> DayKind:
    said: DayKind | None = row.given.get("kind")
    return said or (DayKind.BOOKED if on > row.today else DayKind.SERVED)
