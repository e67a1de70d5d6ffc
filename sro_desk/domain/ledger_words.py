"""The ledger in plain words: kinds, actions, fields and values as a clerk would say them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sro_desk.domain.changes import Action, Kind
from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role
from sro_desk.domain.dates import us_date, us_time
from sro_desk.domain.words import (
    course_kind_words,
    day_kind_words,
    district_kind_words,
    role_words,
)

NameOf = Mapping[tuple[Kind, int | str], str]  # what a field may point to; copies by SHA-256

_KINDS = {
    Kind.AGENCY: "Agency",
    Kind.SETTING: "Setting",
    Kind.OFFICER: "Officer",
    Kind.DISTRICT: "District",
    Kind.SCHOOL: "School",
    Kind.CONTRACT: "Contract",
    Kind.ASSIGNMENT: "Assignment",
    Kind.COURSE: "Course",
    Kind.CERTIFICATE: "Certificate",
    Kind.COPY: "Copy",
    Kind.POLICY_REVISION: "Policy revision",
    Kind.POLICY_REVIEW: "Policy review",
    Kind.INABILITY_RECORD: "Inability record",
    Kind.CONTACT_DAY: "Contact day",
    Kind.PACKET: "Packet",
}
_ACTIONS = {
    Action.CREATE_FILE: "File created",
    Action.ADD: "Added",
    Action.CHANGE: "Changed",
    Action.VOID: "Voided",
    Action.ATTACH_COPY: "Copy attached",
    Action.SET_CONTACT_DAYS: "Contact days set",
    Action.SEND_PACKET: "Packet given out",
    Action.UNDO: "Undone",
    Action.REDO: "Redone",
    Action.IMPORT: "Imported",
}
_FIELDS = {
    "name": "Name",
    "sort_name": "Filed under",
    "rank": "Rank",
    "badge": "Badge",
    "title": "Title",
    "post_license": "POST license",
    "work_phone": "Work phone",
    "work_email": "Work e-mail",
    "employed_from": "Employed from",
    "employed_to": "Employed to",
    "withheld": "Withheld from exports",
    "remarks": "Remarks (private)",
    "kind": "Kind",
    "state_id": "State number",
    "citation": "District's own citation",
    "contact_name": "Contact",
    "contact_email": "Contact's e-mail",
    "district_id": "District",
    "officer_id": "Officer",
    "school_id": "School",
    "course_id": "Course",
    "assignment_id": "Assignment",
    "starts_on": "First day",
    "ends_on": "Last day",
    "duties": "Duties of IV.A",
    "copy_sha256": "Copy",
    "role": "Role",
    "assumed": "Assumed the duties",
    "meets_definition": "Meets the definition",
    "definition_reason": "Why it does not",
    "booked_days": "Booked days without dates",
    "provider": "Provider",
    "post_number": "POST course number",
    "credits": "Credits",
    "approved_from": "Approved from",
    "approved_to": "Approved to",
    "completed_on": "Completed",
    "issued_on": "Issued",
    "number": "Number",
    "adopted_on": "Adopted or revised",
    "posted_at": "Where officers find it",
    "reviewed_on": "Reviewed",
    "note": "Note",
    "recorded_on": "Recorded",
    "reason": "Reason",
    "signed_by": "Signed by",
    "on": "Date",
    "chief": "Chief",
    "chief_title": "Chief's title",
    "ori": "ORI",
    "address": "Address",
    "phone": "Phone",
    "email": "E-mail",
    "key": "Setting",
    "value": "Value",
    "as_of": "As of",
    "made_on": "Made",
    "sent_on": "Given out",
    "sent_to": "To",
    "file_name": "File name",
    "ledger_head": "Ledger head in its footer",
    "with_copies": "Certificate copies appended",
    "told": "What it said of each officer",
    "sha256": "SHA-256",
    "media_type": "File type",
    "original_name": "File name",
    "size": "Bytes",
    "pages": "Pages",
    "added_at": "Added",
    "added_by": "Added by",
    "voided_reason": "Why voided",
    "voided_at": "Voided",
    "voided_by": "Voided by",
}
_ORDER = {name: place for place, name in enumerate(_FIELDS)}
_SETTINGS = {
    "lead_times": "Warning lead times, in days",
    "local_holidays": "Local holidays observed",
    "refresh_advisory": "Advise the three-year refresh",
    "backup_folder": "Backup folder",
    "second_backup_folder": "Second backup folder",
    "cover_letter": "Cover letter to districts",
}
_POINTS_TO = {
    "district_id": Kind.DISTRICT,
    "officer_id": Kind.OFFICER,
    "school_id": Kind.SCHOOL,
    "course_id": Kind.COURSE,
    "assignment_id": Kind.ASSIGNMENT,
}
_VOIDING = frozenset({"voided_reason", "voided_at", "voided_by"})
_FLAGS = frozenset({"withheld", "meets_definition", "with_copies"})
_FLAG_SETTINGS = frozenset({"local_holidays", "refresh_advisory"})
_MEDIA = {
    "application/pdf": "PDF",
    "image/jpeg": "JPEG picture",
    "image/png": "PNG picture",
    "image/tiff": "TIFF picture",
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a changed record, in words; "" where it was or is empty."""

    field: str
    before: str
    after: str

    @property
    def differs(self) -> bool:
        """Whether the field was changed."""
        return self.before != self.after


def kind_words(kind: Kind) -> str:
    """A kind of record: "Policy review"."""
    return _KINDS[kind]


def action_words(action: Action) -> str:
    """What was done: "Voided"."""
    return _ACTIONS[action]


def media_words(media_type: str) -> str:
    """The type of a file: "JPEG picture"."""
    return _MEDIA.get(media_type, media_type)


def side_by_side(
    kind: Kind,
    before: Mapping[str, object] | None,
    after: Mapping[str, object] | None,
    names: NameOf,
) -> tuple[FieldChange, ...]:
    """Every field that was or is filled, in the order of the record, before and after."""
    old, new = before or {}, after or {}
    fields = sorted((name for name in (new or old) if name != "id"), key=_place)
    found = []
    for name in fields:
        was = value_words(kind, name, old, names)
        now = value_words(kind, name, new, names)
        if was or now:
            found.append(FieldChange(_field(name), was, now))
    return tuple(found)


def changed_fields(
    before: Mapping[str, object] | None, after: Mapping[str, object] | None
) -> tuple[str, ...]:
    """The fields that a change of a record touched, in the order of the record; not their values.

    None of a new record: all of it is new. Voiding is told by the action.
    """
    if before is None:
        return ()
    new = after or {}
    changed = [name for name in new if new[name] != before.get(name) and name not in _VOIDING]
    return tuple(map(_field, sorted(changed, key=_place)))


def value_words(kind: Kind, name: str, row: Mapping[str, object], names: NameOf) -> str:
    """One value of a row in words; "" for what is empty."""
    value = row.get(name)
    if value is None or value == "":
        return ""
    if name in _POINTS_TO and isinstance(value, int):
        target = _POINTS_TO[name]
        return names.get((target, value), f"{_KINDS[target]} no. {value}")
    if kind is Kind.SETTING:
        return _setting(name, str(value), str(row.get("key", "")))
    if name in _FLAGS:
        return "Yes" if value in (True, 1) else "No"
    if name == "copy_sha256":
        return names.get((Kind.COPY, str(value)), f"SHA-256 {str(value)[:12]}…")
    return _text(kind, name, str(value))


def local_time(at: datetime) -> str:
    """A moment as the clock on the wall showed it: "11/24/2026, 2:05 PM"."""
    here = at.astimezone()
    return f"{us_date(here.date())}, {us_time(here)}"


def _field(name: str) -> str:
    return _FIELDS.get(name, name.replace("_", " ").capitalize())


def _place(name: str) -> int:
    """Fields stand as in the forms, not by the alphabet of their columns."""
    return _ORDER.get(name, len(_ORDER))


def _setting(name: str, value: str, key: str) -> str:
    if name == "key":
        return _SETTINGS.get(value, value)
    if key in _FLAG_SETTINGS:
        return "Yes" if value == "1" else "No"
    return value.replace(",", ", ") if key == "lead_times" else value


def _text(kind: Kind, name: str, value: str) -> str:
    if name == "role":
        return role_words(Role(value))
    if name == "media_type":
        return media_words(value)
    if name == "kind":
        return _of_kind(kind, value)
    if name == "duties":
        return ", ".join(f"({number})" for number in value.split(","))
    return _day(value)


def _of_kind(kind: Kind, value: str) -> str:
    if kind is Kind.COURSE:
        return course_kind_words(CourseKind(value))
    if kind is Kind.DISTRICT:
        return district_kind_words(DistrictKind(value))
    return day_kind_words(DayKind(value))


def _day(value: str) -> str:
    """ISO dates and moments as people here write them; anything else as it is."""
    if len(value) < 10 or value[4:5] != "-" or value[7:8] != "-":
        return value
    try:
        if len(value) == 10:
            return us_date(date.fromisoformat(value))
        return local_time(datetime.fromisoformat(value))
    except ValueError:
        return value
