"""The records as tables again, in the very columns that an import reads."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sro_desk.domain.names import district_label, search_key
from sro_desk.domain.records import Assignment, Certificate, District, Officer
from sro_desk.domain.spreadsheets.book import OnFile
from sro_desk.domain.spreadsheets.rows import code_words
from sro_desk.domain.spreadsheets.tables import TableKind, written_fields

Table = tuple[tuple[str, ...], ...]  # the headings first
_Said = dict[str, object]


def table_of(kind: TableKind, on_file: OnFile, *, private: bool = False) -> Table:
    """One table; officers withheld from exports, and what is theirs, are not in it.

    Private columns are where they are asked for.
    """
    fields = written_fields(kind, private=private)
    rows = _ROWS[kind](_Public(on_file))
    headings = tuple(field.title for field in fields)
    return (headings, *(tuple(_written(said.get(each.name)) for each in fields) for said in rows))


class _Public:
    """What may leave, by id and in the order of a roster."""

    def __init__(self, on_file: OnFile) -> None:
        self.file = on_file
        shown = [officer for officer in on_file.officers if not officer.withheld]
        self.officers = {officer.id: officer for officer in sorted(shown, key=_filed)}
        self.districts = {district.id: district for district in on_file.districts}
        self.schools = {school.id: school for school in on_file.schools}
        self.assignments = {each.id: each for each in on_file.assignments}
        self._names = Counter(search_key(district.name) for district in on_file.districts)

    def of_officers(self, records: Any) -> Iterator[Any]:
        """The records of officers that may be shown, officer by officer."""
        places = {officer: place for place, officer in enumerate(self.officers)}
        mine = [record for record in records if record.officer in places]
        return iter(sorted(mine, key=lambda record: places[record.officer]))

    def who(self, officer: int) -> _Said:
        """An officer, so that a namesake is not meant."""
        found = self.officers[officer]  # type: ignore[index]  # an id
        return {
            "officer": found.name,
            "badge": found.badge,
            "post_license": found.post_license,
        }

    def where(self, assignment: Assignment) -> _Said:
        """The place of an assignment."""
        district = self.districts[assignment.district]
        school = None if assignment.school is None else self.schools[assignment.school].name
        return {"district": self.called(district), "school": school}

    def called(self, district: District) -> str:
        """A district by its name, and by its label too where others have that name."""
        if self._names[search_key(district.name)] < 2:
            return district.name
        label = district_label(district.name, district.kind, district.state_id)
        return f"{district.name} ({label})"


def _officers(public: _Public) -> Iterator[_Said]:
    for officer in public.officers.values():
        yield {name: getattr(officer, name) for name in _names(TableKind.OFFICERS)}


def _districts(public: _Public) -> Iterator[_Said]:
    schools: dict[int, list[str]] = {}
    for school in public.file.schools:
        schools.setdefault(school.district, []).append(school.name)
    for district in sorted(public.districts.values(), key=lambda each: search_key(each.name)):
        for name in schools.get(district.id, [""]):
            said = {each: getattr(district, each, "") for each in _names(TableKind.DISTRICTS)}
            yield said | {"school": name}


def _assignments(public: _Public) -> Iterator[_Said]:
    for each in public.of_officers(public.file.assignments):
        said = {name: getattr(each, name, None) for name in _names(TableKind.ASSIGNMENTS)}
        yield said | public.who(each.officer) | public.where(each)


def _certificates(public: _Public) -> Iterator[_Said]:
    each: Certificate
    for each in public.of_officers(public.file.certificates):
        said = {name: getattr(each, name, None) for name in _names(TableKind.CERTIFICATES)}
        course = each.course
        named = {"course": course.title, "course_kind": course.kind, "provider": course.provider}
        yield said | public.who(each.officer) | named


def _reviews(public: _Public) -> Iterator[_Said]:
    for each in public.of_officers(public.file.reviews):
        yield {"reviewed_on": each.reviewed_on, "note": each.note} | public.who(each.officer)


def _contact_days(public: _Public) -> Iterator[_Said]:
    places = {officer: place for place, officer in enumerate(public.officers)}
    mine = [
        (places[assignment.officer], day.on, day.kind, assignment)
        for day in public.file.contact_days
        if (assignment := public.assignments.get(day.assignment)) is not None
        and assignment.officer in places
    ]
    for _, on, kind, assignment in sorted(mine, key=lambda each: each[:2]):
        said: _Said = {"on": on, "kind": kind}
        yield said | public.who(assignment.officer) | public.where(assignment)


_ROWS: dict[TableKind, Callable[[_Public], Iterator[_Said]]] = {
    TableKind.OFFICERS: _officers,
    TableKind.DISTRICTS: _districts,
    TableKind.ASSIGNMENTS: _assignments,
    TableKind.CERTIFICATES: _certificates,
    TableKind.REVIEWS: _reviews,
    TableKind.CONTACT_DAYS: _contact_days,
}


def _names(kind: TableKind) -> list[str]:
    return [field.name for field in written_fields(kind, private=True)]


def _filed(officer: Officer) -> str:
    return search_key(officer.sort_name)


def _written(value: object) -> str:
    """Dates in ISO form, codes in words, as files keep them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return code_words(value) if isinstance(value, StrEnum) else str(value)
