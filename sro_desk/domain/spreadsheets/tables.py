"""The kinds of table that can be imported, and the columns that each may have."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class TableKind(StrEnum):
    """What a row of a table is about, in the order in which tables lean on one another."""

    OFFICERS = "officers"
    DISTRICTS = "districts"
    ASSIGNMENTS = "assignments"
    CERTIFICATES = "certificates"
    REVIEWS = "reviews"
    CONTACT_DAYS = "contact-days"


class Reads(StrEnum):
    """How a cell of a column is understood."""

    TEXT = "text"
    DATE = "date"
    YES_NO = "yes or no"
    CREDITS = "credits"
    COUNT = "count"
    ROLE = "role"
    COURSE_KIND = "course kind"
    DISTRICT_KIND = "district kind"
    DAY_KIND = "served or booked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column: `name` for programs, `title` for people; `exported` where it may leave."""

    name: str
    title: str
    reads: Reads = Reads.TEXT
    exported: bool = True
    private: bool = False  # leaves only where the agency asks for it (Minn. Stat. § 13.43)
    split: bool = False  # part of another column's words: read, but never written


_OFFICER = (
    Field(name="officer", title="Officer"),
    Field(name="last_name", title="Last name", split=True),
    Field(name="first_name", title="First name", split=True),
    Field(name="badge", title="Badge"),
    Field(name="post_license", title="POST license", private=True),
)
_PLACE = (
    Field(name="district", title="District"),
    Field(name="school", title="School"),
)
FIELDS: dict[TableKind, tuple[Field, ...]] = {
    TableKind.OFFICERS: (
        Field(name="name", title="Name"),
        Field(name="last_name", title="Last name", split=True),
        Field(name="first_name", title="First name", split=True),
        Field(name="sort_name", title="Filed under"),
        Field(name="rank", title="Rank"),
        Field(name="badge", title="Badge"),
        Field(name="title", title="Title"),
        Field(name="post_license", title="POST license", private=True),
        Field(name="work_phone", title="Work phone", private=True),
        Field(name="work_email", title="Work e-mail", private=True),
        Field(name="employed_from", title="Employed from", reads=Reads.DATE),
        Field(name="employed_to", title="Employed to", reads=Reads.DATE),
        Field(name="withheld", title="Withheld", reads=Reads.YES_NO, exported=False),
        Field(name="remarks", title="Remarks", exported=False),  # private (DESIGN: no export)
    ),
    TableKind.DISTRICTS: (
        Field(name="name", title="District"),
        Field(name="kind", title="Kind", reads=Reads.DISTRICT_KIND),
        Field(name="state_id", title="Number"),
        Field(name="citation", title="Policy number"),
        Field(name="contact_name", title="Contact"),
        Field(name="contact_email", title="Contact e-mail"),
        Field(name="school", title="School"),
    ),
    TableKind.ASSIGNMENTS: (
        *_OFFICER,
        *_PLACE,
        Field(name="role", title="Role", reads=Reads.ROLE),
        Field(name="assumed", title="Assumed duties", reads=Reads.DATE),
        Field(name="ends_on", title="Last day", reads=Reads.DATE),
        Field(name="meets_definition", title="Meets definition", reads=Reads.YES_NO),
        Field(name="definition_reason", title="Why not", private=True),
        Field(name="booked_days", title="Booked days", reads=Reads.COUNT),
    ),
    TableKind.CERTIFICATES: (
        *_OFFICER,
        Field(name="course", title="Course"),
        Field(name="course_kind", title="Course kind", reads=Reads.COURSE_KIND),
        Field(name="provider", title="Provider"),
        Field(name="completed_on", title="Completed", reads=Reads.DATE),
        Field(name="issued_on", title="Issued", reads=Reads.DATE),
        Field(name="number", title="Certificate number"),
        Field(name="credits", title="Credits", reads=Reads.CREDITS),
    ),
    TableKind.REVIEWS: (
        *_OFFICER,
        Field(name="reviewed_on", title="Reviewed", reads=Reads.DATE),
        Field(name="note", title="Note", private=True),
    ),
    TableKind.CONTACT_DAYS: (
        *_OFFICER,
        *_PLACE,
        Field(name="on", title="Date", reads=Reads.DATE),
        Field(name="kind", title="Served or booked", reads=Reads.DAY_KIND),
    ),
}
_WHO = ("officer", "last_name", "badge", "post_license")
_NEEDS: dict[TableKind, tuple[tuple[str, ...], ...]] = {  # one of each
    TableKind.OFFICERS: (("name", "last_name"),),
    TableKind.DISTRICTS: (("name", "state_id"),),
    TableKind.ASSIGNMENTS: (_WHO, ("district", "school"), ("assumed",)),
    TableKind.CERTIFICATES: (_WHO, ("course", "course_kind"), ("completed_on",)),
    TableKind.REVIEWS: (_WHO, ("reviewed_on",)),
    TableKind.CONTACT_DAYS: (_WHO, ("on",)),
}
_WORDS = {
    TableKind.OFFICERS: "Officers",
    TableKind.DISTRICTS: "Districts and schools",
    TableKind.ASSIGNMENTS: "Assignments",
    TableKind.CERTIFICATES: "Certificates",
    TableKind.REVIEWS: "Policy reviews",
    TableKind.CONTACT_DAYS: "Contact days",
}


def table_words(kind: TableKind) -> str:
    """The kind of a table, as a heading."""
    return _WORDS[kind]


def field_of(kind: TableKind, name: str) -> Field:
    """The column of a kind of table by its name."""
    return next(field for field in FIELDS[kind] if field.name == name)


def written_fields(kind: TableKind, *, private: bool = False) -> tuple[Field, ...]:
    """The columns that an export of this kind of table has; the private ones where asked for."""
    return tuple(
        field
        for field in FIELDS[kind]
        if field.exported and not field.split and (private or not field.private)
    )


def missing(kind: TableKind, mapped: Collection[str]) -> tuple[str, ...]:
    """The titles of columns without which no row can be read."""
    lacking = (needs for needs in _NEEDS[kind] if not set(needs) & set(mapped))
    return tuple(field_of(kind, needs[0]).title for needs in lacking)
