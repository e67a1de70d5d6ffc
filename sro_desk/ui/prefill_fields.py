"""The fields of a certificate as prefilling sees them: what is in each, and how to fill it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sro_desk.domain.records import Course
from sro_desk.ui.widgets.certificate_fields import CertificateFields
from sro_desk.ui.widgets.date_field import DateField


@dataclass(frozen=True, slots=True)
class PrefillField:
    """One field as prefilling sees it.

    `get` gives None while it is empty, and text while something is typed that names nothing yet.
    """

    get: Callable[[], object]
    put: Callable[[Any], None]


class Unfinished(str):
    """Letters that are no value yet."""


def fields_of(fields: CertificateFields) -> dict[str, PrefillField]:
    """By the names of the form's rows."""
    return {
        "officer": PrefillField(lambda: fields.officers.officers or None, fields.put_officers),
        "course": PrefillField(
            lambda: _kept(fields.course.value) or _typed(fields.course.text()), fields.course.choose
        ),
        "completed_on": _date(fields.completed_on),
        "issued_on": _date(fields.issued_on),
        "number": PrefillField(lambda: fields.number.text().strip() or None, fields.put_number),
        "credits": PrefillField(fields.typed_credits, fields.put_credits),
    }


def _date(field: DateField) -> PrefillField:
    def put(day: date | None) -> None:
        field.value = day

    return PrefillField(lambda: field.value or _typed(field.text), put)


def _kept(course: Course | None) -> object:
    return None if course is None else course.id


def _typed(text: str) -> object:
    return Unfinished(text) if text.strip() else None


def as_kept(value: object) -> object:
    """As the field gives it back."""
    if isinstance(value, tuple):
        return tuple(officer.id for officer in value)
    return value.id if isinstance(value, Course) else value
