"""The records as an import sees them: what is on file, and what earlier rows have added."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from itertools import chain, count
from typing import Any, TypeVar

from sro_desk.domain.changes import Kind
from sro_desk.domain.names import district_label
from sro_desk.domain.names import search_key as uncached_search_key
from sro_desk.domain.progress import Report, unheard
from sro_desk.domain.records import (
    Assignment,
    Certificate,
    ContactDay,
    Course,
    District,
    Officer,
    PolicyReview,
    PolicyRevision,
    School,
)
from sro_desk.domain.spreadsheets.places import Listed, bare_number, label_in, loose_key

search_key = lru_cache(maxsize=1 << 16)(uncached_search_key)  # a name is looked up many times
_KEPT = (
    *("officers", "districts", "schools", "courses", "assignments", "certificates", "reviews"),
    "contact_days",
)
_NAMES = {
    Kind.OFFICER: "officers",
    Kind.DISTRICT: "districts",
    Kind.SCHOOL: "schools",
    Kind.COURSE: "courses",
    Kind.ASSIGNMENT: "assignments",
    Kind.CERTIFICATE: "certificates",
    Kind.POLICY_REVIEW: "reviews",
    Kind.CONTACT_DAY: "contact_days",
}
_REPORT_EVERY = 2_000  # records
D = TypeVar("D")
R = TypeVar("R", Officer, District, School, Course, Assignment, PolicyReview, ContactDay)


@dataclass(kw_only=True)
class OnFile:
    """What a file holds, without the voided; what a table does not touch may stay empty."""

    officers: Sequence[Officer] = ()
    districts: Sequence[District] = ()
    schools: Sequence[School] = ()
    courses: Sequence[Course] = ()
    assignments: Sequence[Assignment] = ()
    certificates: Sequence[Certificate] = ()
    reviews: Sequence[PolicyReview] = ()
    contact_days: Sequence[ContactDay] = ()
    revisions: Sequence[PolicyRevision] = ()
    listed: Sequence[Listed] = ()  # the state's list of districts


class _Index:
    """Records by a key that several may share; a changed record may be found by its old key too."""

    def __init__(self) -> None:
        self._found: defaultdict[Any, dict[int, None]] = defaultdict(dict)

    def add(self, key: Any, record: int) -> None:
        if key:
            self._found[key][record] = None

    def get(self, key: Any) -> list[int]:
        return list(self._found[key]) if key in self._found else []


@dataclass
class Book:
    """Records by id; those that the import adds have negative ones, in the order of rows."""

    on_file: OnFile
    report: Report = unheard  # while the records are put in
    officers: dict[int, Officer] = field(default_factory=dict)
    districts: dict[int, District] = field(default_factory=dict)
    schools: dict[int, School] = field(default_factory=dict)
    courses: dict[int, Course] = field(default_factory=dict)
    assignments: dict[int, Assignment] = field(default_factory=dict)
    certificates: dict[int, Certificate] = field(default_factory=dict)
    reviews: dict[int, PolicyReview] = field(default_factory=dict)
    contact_days: dict[int, ContactDay] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)  # officers that an earlier row was about

    def __post_init__(self) -> None:
        self._numbers = count(-1, -1)
        self._indexes: defaultdict[str, _Index] = defaultdict(_Index)
        for at, listed in enumerate(self.on_file.listed):
            self._add_listed(at, listed)
        kept = chain.from_iterable(getattr(self.on_file, name) for name in _KEPT)
        for number, record in enumerate(kept):
            if number % _REPORT_EVERY == 0:
                self.report(0, 0)
            self.put(record)

    def next_id(self) -> int:
        """The id of a record that the import adds."""
        return next(self._numbers)

    def records_of(self, kind: Kind) -> Mapping[int, Any]:
        """The records of a kind, by id."""
        found: Mapping[int, Any] = getattr(self, _NAMES[kind])
        return found

    def put(self, record: Any) -> None:
        """Take in a record, or what it is from now on."""
        _PUT[type(record)](self, record)

    def officers_named(self, name: str) -> list[int]:
        """The officers of a name: written alike, else the same but for case, accents and order."""
        exact = self._indexes["name"].get(name)
        return exact or self._indexes["name key"].get(search_key(name))

    def officers_by(self, what: str, text: str) -> list[int]:
        """The officers with a badge or a POST license; `what` is the field's name."""
        key = search_key(text) or text
        found = self._indexes[what].get(key)
        return [each for each in found if same_key(getattr(self.officers[each], what), text)]

    def like(self, name: str) -> list[int]:
        """Officers whose first and last words are those of `name`: a person may mean one."""
        return self._indexes["ends"].get(_ends(name))

    def districts_called(self, name: str) -> list[int]:
        """The districts of exactly this name."""
        return self._indexes["district name"].get(name)

    def districts_meant(self, text: str) -> list[int]:
        """The districts that a text may name: by name, by label, by number, then loosely."""
        key = search_key(text)
        found = self._indexes["district name"].get(text)
        found = found or self._indexes["district key"].get(key)
        if not found and (label := label_in(text)) is not None:
            numbered = self._indexes["district number"].get(bare_number(label.number))
            found = [
                each
                for each in numbered
                if label.kind is None or self.districts[each].kind is label.kind
            ]
        return found or self._indexes["district loose"].get(loose_key(text))

    def districts_numbered(self, state_id: str) -> list[int]:
        """The districts with a number, whatever zeros stand before it."""
        return self._indexes["district number"].get(bare_number(state_id) or state_id)

    def listed_meant(self, text: str) -> list[Listed]:
        """The same of the state's list."""
        found = self._indexes["listed key"].get(search_key(text))
        if not found and (label := label_in(text)) is not None:
            numbered = self._indexes["listed number"].get(bare_number(label.number))
            listed = [self.on_file.listed[at] for at in numbered]
            return [each for each in listed if label.kind in (None, each.kind)]
        found = found or self._indexes["listed loose"].get(loose_key(text))
        return [self.on_file.listed[at] for at in found]

    def schools_meant(self, text: str, district: int | None = None) -> list[int]:
        """The schools of a name, of one district or of all."""
        exact = self._indexes["school name"].get(text)
        found = exact or self._indexes["school key"].get(search_key(text))
        return [each for each in found if district in (None, self.schools[each].district)]

    def courses_meant(self, title: str) -> list[int]:
        """The courses of a title, with the provider before or after it or not."""
        exact = self._indexes["course title"].get(title)
        return exact or self._indexes["course key"].get(search_key(title))

    def of_officer(self, what: str, officer: int) -> list[Any]:
        """The officer's assignments, certificates or reviews."""
        records: dict[int, Any] = getattr(self, what)
        return [records[each] for each in self._indexes[f"{what} of"].get(officer)]

    def days_of(self, assignment: int) -> list[ContactDay]:
        """The contact days under an assignment."""
        return [self.contact_days[each] for each in self._indexes["days of"].get(assignment)]

    def days_on(self, assignment: int, on: Any) -> list[ContactDay]:
        """The contact days of one date under an assignment."""
        return [self.contact_days[each] for each in self._indexes["day"].get((assignment, on))]

    def _put_officer(self, officer: Officer) -> None:
        self.officers[officer.id] = officer
        index = self._indexes
        index["name"].add(officer.name, officer.id)
        for text in (officer.name, officer.sort_name):
            index["name key"].add(search_key(text), officer.id)
        index["ends"].add(_ends(officer.name), officer.id)
        for what in ("badge", "post_license"):
            text = getattr(officer, what)
            index[what].add(search_key(text) or text, officer.id)

    def _put_district(self, district: District) -> None:
        self.districts[district.id] = district
        index, state_id = self._indexes, district.state_id
        label = district_label(district.name, district.kind, state_id)
        index["district name"].add(district.name, district.id)
        for text in (district.name, label, f"{district.name} {label}", f"{label} {district.name}"):
            index["district key"].add(search_key(text), district.id)
        index["district number"].add(bare_number(state_id) or state_id, district.id)
        index["district loose"].add(loose_key(district.name), district.id)

    def _put_school(self, school: School) -> None:
        self.schools[school.id] = school
        self._indexes["school name"].add(school.name, school.id)
        self._indexes["school key"].add(search_key(school.name), school.id)

    def _put_course(self, course: Course) -> None:
        self.courses[course.id] = course
        self._indexes["course title"].add(course.title, course.id)
        title, provider = course.title, course.provider
        for text in (title, f"{provider} {title}", f"{title} {provider}"):
            self._indexes["course key"].add(search_key(text), course.id)

    def _put_assignment(self, assignment: Assignment) -> None:
        self.assignments[assignment.id] = assignment
        self._indexes["assignments of"].add(assignment.officer, assignment.id)

    def _put_certificate(self, certificate: Certificate) -> None:
        self.certificates[certificate.id] = certificate
        self._indexes["certificates of"].add(certificate.officer, certificate.id)

    def _put_review(self, review: PolicyReview) -> None:
        self.reviews[review.id] = review
        self._indexes["reviews of"].add(review.officer, review.id)

    def _put_day(self, day: ContactDay) -> None:
        self.contact_days[day.id] = day
        self._indexes["days of"].add(day.assignment, day.id)
        self._indexes["day"].add((day.assignment, day.on), day.id)

    def _add_listed(self, at: int, listed: Listed) -> None:
        self._indexes["listed key"].add(search_key(listed.name), at)
        self._indexes["listed number"].add(bare_number(listed.state_id), at)
        self._indexes["listed loose"].add(loose_key(listed.name), at)


_PUT: dict[type, Any] = {
    Officer: Book._put_officer,
    District: Book._put_district,
    School: Book._put_school,
    Course: Book._put_course,
    Assignment: Book._put_assignment,
    Certificate: Book._put_certificate,
    PolicyReview: Book._put_review,
    ContactDay: Book._put_day,
}


def same_key(one: str, other: str) -> bool:
    """Whether two texts are the same but for case, accents and points."""
    return (search_key(one) or one) == (search_key(other) or other)


def record_of(kind: type[R], record: int, draft: Any) -> R:
    """The record that a draft becomes."""
    return kind(id=record, **_values(draft))  # type: ignore[arg-type]  # a new type of int each


def certificate_of(record: int, draft: Any, course: Course) -> Certificate:
    """The same for a certificate, which holds its course."""
    values = _values(draft) | {"course": course}
    return Certificate(id=record, **values)  # type: ignore[arg-type]  # a draft that was checked


def draft_of(kind: type[D], record: Any) -> D:
    """A record as the draft that would make it."""
    values = {each.name: getattr(record, each.name) for each in fields(kind)}  # type: ignore[arg-type]  # a dataclass
    if isinstance(record, Certificate):
        values["course"] = record.course.id
    return kind(**values)


def _values(draft: Any) -> dict[str, Any]:
    return {each.name: getattr(draft, each.name) for each in fields(draft)}


def _ends(name: str) -> tuple[str, str] | None:
    words: Iterable[str] = [w for w in search_key(name).split() if w not in ("jr", "sr", "ii")]
    listed = list(words)
    return (listed[0], listed[-1]) if len(listed) > 1 else None
