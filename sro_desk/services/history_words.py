"""One entry of the ledger as a plain sentence: "Changed Erik Olson's badge from 12 to 14"."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from sro_desk.domain.changes import Action, Kind, LedgerEntry
from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role
from sro_desk.domain.dates import us_date
from sro_desk.domain.sentences import (
    course_kind_words,
    day_kind_words,
    district_kind_words,
    role_words,
)
from sro_desk.services import loading
from sro_desk.storage.recording import RecordsSession
from sro_desk.storage.tables import AssignmentRow, CopyRow, CourseRow, OfficerRow, SchoolRow

Row = Mapping[str, object]

_FIELDS = {
    "adopted_on": "date of adoption",
    "as_of": "as-of date",
    "approved_from": "first day of approval",
    "approved_to": "last day of approval",
    "assumed": "first day",
    "booked_days": "booked days",
    "chief_title": "chief's title",
    "completed_on": "completion date",
    "contact_email": "contact e-mail",
    "contact_name": "contact",
    "copy_sha256": "copy",
    "course_id": "course",
    "definition_reason": "reason for not meeting the definition",
    "district_id": "district",
    "email": "e-mail",
    "employed_from": "first day of employment",
    "employed_to": "last day of employment",
    "ends_on": "last day",
    "issued_on": "date of issue",
    "meets_definition": "meeting the definition",
    "officer_id": "officer",
    "on": "date",
    "ori": "ORI",
    "post_license": "POST license number",
    "post_number": "POST course number",
    "posted_at": "place where it is posted",
    "recorded_on": "date",
    "reviewed_on": "date",
    "school_id": "school",
    "signed_by": "signer",
    "sort_name": "filing name",
    "starts_on": "first day",
    "state_id": "district number",
    "withheld": "being withheld from exports",
    "work_email": "e-mail",
    "work_phone": "phone",
}
_DATES = frozenset(name for name in _FIELDS if name.endswith("_on")) | {
    *("approved_from", "approved_to", "as_of", "assumed", "employed_from", "employed_to", "on")
}
_UNSAID = frozenset({"remarks", "note", "definition_reason", "address", "told"})  # long, or private
_VOIDING = frozenset({"voided_reason", "voided_at", "voided_by"})
_WHAT = {
    Kind.AGENCY: "the agency",
    Kind.OFFICER: "{name}",
    Kind.DISTRICT: "{name}",
    Kind.SCHOOL: "{name}",
    Kind.CONTRACT: "the contract with {district_id}",
    Kind.ASSIGNMENT: "{officer}'s assignment at {district_id}",
    Kind.COURSE: "the course “{title}”",
    Kind.CERTIFICATE: "{officer}'s certificate of {completed_on}, “{course_id}”",
    Kind.COPY: "the file “{original_name}”",
    Kind.POLICY_REVISION: "the policy revision of {adopted_on}",
    Kind.POLICY_REVIEW: "{officer}'s policy review of {reviewed_on}",
    Kind.INABILITY_RECORD: "{officer}'s inability record",
    Kind.CONTACT_DAY: "{officer}'s contact day {on}",
    Kind.PACKET: "the packet for {district_id} as of {as_of}",
}
_SETTINGS = {
    "lead_times": "lead times",
    "local_holidays": "local holidays",
    "refresh_advisory": "the three-year refresh advisory",
    "backup_folder": "the backup folder",
    "second_backup_folder": "the second backup folder",
    "cover_letter": "the cover letter",
}
_LONG_SETTINGS = frozenset({"cover_letter"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the records are called to which an entry refers by number."""

    officers: Mapping[int, str] = field(default_factory=dict)
    districts: Mapping[int, str] = field(default_factory=dict)
    schools: Mapping[int, str] = field(default_factory=dict)
    courses: Mapping[int, str] = field(default_factory=dict)
    assignments: Mapping[int, tuple[int, int]] = field(default_factory=dict)  # officer, district
    copies: Mapping[str, str] = field(default_factory=dict)  # original file names


_NAMELESS = Names()


def names_in(session: RecordsSession) -> Names:
    """The names on file now."""
    labels = loading.district_labels(session)
    assignments = select(AssignmentRow.id, AssignmentRow.officer_id, AssignmentRow.district_id)
    return Names(
        officers=dict(session.execute(select(OfficerRow.id, OfficerRow.name)).all()),
        districts={int(district): label for district, (label, _) in labels.items()},
        schools=dict(session.execute(select(SchoolRow.id, SchoolRow.name)).all()),
        courses=dict(session.execute(select(CourseRow.id, CourseRow.title)).all()),
        assignments={row[0]: (row[1], row[2]) for row in session.execute(assignments)},
        copies=dict(session.execute(select(CopyRow.sha256, CopyRow.original_name)).all()),
    )


def describe(entry: LedgerEntry, names: Names = _NAMELESS) -> str:
    """What one entry did, in plain words."""
    said = _said(entry, names)
    if entry.action is Action.UNDO:
        return f"Undo: {said}"
    if entry.action is Action.REDO:
        return f"Redo: {said}"
    return said


def what_is(entry: LedgerEntry, names: Names = _NAMELESS) -> str:
    """The record of an entry, as one would speak of it."""
    row = entry.after or entry.before or {}
    if entry.kind is Kind.SETTING:
        key = str(row.get("key"))
        return _SETTINGS.get(key, key)
    parts = {name: _value(name, row, names, entry.kind) or "?" for name in row}
    return _WHAT[entry.kind].format_map({**parts, "officer": _officer(row, entry.kind, names)})


def _said(entry: LedgerEntry, names: Names) -> str:
    what, before, after = what_is(entry, names), entry.before, entry.after or {}
    if before is None:
        return _added(entry, what)
    if before.get("voided_at") is None and after.get("voided_at") is not None:
        return f"Voided {what}: {after.get('voided_reason')}"
    if before.get("voided_at") is not None and after.get("voided_at") is None:
        return f"Brought back {what}"
    changed = [name for name, value in after.items() if value != before.get(name)]
    changed = [name for name in changed if name not in _VOIDING]
    if entry.kind is Kind.SETTING and str(after.get("key")) in _LONG_SETTINGS:
        return f"Changed {what}"
    if entry.kind is Kind.SETTING:
        return f"Changed {what} from {_quoted(before['value'])} to {_quoted(after['value'])}"
    if changed == ["copy_sha256"] and before["copy_sha256"] is None:
        return f"Attached {_value('copy_sha256', after, names, entry.kind)} to {what}"
    if len(changed) == 1:
        return f"Changed {_possessive(what, entry)} {_change(changed[0], entry, names)}"
    return f"Changed {what}: {'; '.join(_change(name, entry, names) for name in changed)}"


def _added(entry: LedgerEntry, what: str) -> str:
    row = entry.after or {}
    if entry.kind is Kind.COPY:
        return f"Stored {what}"
    if entry.kind is Kind.AGENCY:
        return f"Made this file for {row.get('name')}"
    if entry.kind is Kind.SETTING:
        return f"Set {what}"
    if entry.kind is Kind.CONTACT_DAY:
        return f"Added {what}, {day_kind_words(DayKind(str(row['kind']))).casefold()}"
    if entry.kind is Kind.PACKET:
        return f"Gave out {what} to {row.get('sent_to') or 'the district'}"
    if entry.kind is Kind.ASSIGNMENT:
        role = role_words(Role(str(row["role"]))).casefold()
        return f"Added {what}, {role}, from {_day(row.get('assumed'))}"
    return f"Added {what}"


def _possessive(what: str, entry: LedgerEntry) -> str:
    """`Erik Olson's`, `the agency's`; not a second time, `Erik Olson's certificate:`."""
    named = (Kind.OFFICER, Kind.DISTRICT, Kind.SCHOOL, Kind.AGENCY)
    return f"{what}'s" if entry.kind in named else f"{what}:"


def _change(name: str, entry: LedgerEntry, names: Names) -> str:
    words = _FIELDS.get(name, name.replace("_", " "))
    if name in _UNSAID:
        return words
    old = _value(name, entry.before or {}, names, entry.kind)
    new = _value(name, entry.after or {}, names, entry.kind)
    if not new:
        return f"{words} from {old} to none"
    return f"{words} from {old} to {new}" if old else f"{words} to {new}"


def _value(name: str, row: Row, names: Names, kind: Kind) -> str:
    """A column's value as a person would write it; "" for none."""
    value = row.get(name)
    if value is None or value == "":
        return ""
    if name in _DATES:
        return _day(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    by_number = {
        "officer_id": names.officers,
        "district_id": names.districts,
        "school_id": names.schools,
        "course_id": names.courses,
    }
    if name in by_number:
        return _name(by_number[name], value)
    if name == "copy_sha256":
        return f"“{names.copies.get(str(value), 'a file')}”"
    return _code_words(name, str(value), kind)


def _code_words(name: str, value: str, kind: Kind) -> str:
    if name == "role":
        return role_words(Role(value)).casefold()
    if name != "kind":
        return value
    if kind is Kind.COURSE:
        return course_kind_words(CourseKind(value)).casefold()
    if kind is Kind.DISTRICT:
        return district_kind_words(DistrictKind(value)).casefold()
    return day_kind_words(DayKind(value)).casefold()


def _officer(row: Row, kind: Kind, names: Names) -> str:
    number = row.get("officer_id")
    if kind is Kind.CONTACT_DAY:
        assignment = row.get("assignment_id")
        known = names.assignments.get(assignment) if isinstance(assignment, int) else None
        number = None if known is None else known[0]
    return _name(names.officers, number, "an officer")


def _name(names: Mapping[int, str], number: object, unknown: str = "") -> str:
    if not isinstance(number, int):
        return unknown
    return names.get(number, unknown or f"no. {number}")


def _quoted(value: object) -> str:
    return f"“{value}”" if value else "none"


def _day(kept: object) -> str:
    return us_date(date.fromisoformat(str(kept))) if kept else "no date"
