"""What is told of an officer of the sample agency, before it is on file."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sro_desk.domain.codes import Role
from sro_desk.pdf.sample_certificates import Look
from sro_desk.pdf.sample_scans import Medium


class Place(StrEnum):
    """The districts that have a contract with the sample agency."""

    ANOKA = "Anoka-Hennepin School District"
    SPRING_LAKE_PARK = "Spring Lake Park Public Schools"
    PACT = "PACT Charter School"
    NORTHEAST_METRO = "Northeast Metropolitan Intermediate School District 916"


class Studied(StrEnum):
    """The courses of the catalogue, by their titles."""

    MANDATED = "School Resource Officer Training (POST-approved, subd. 4 objectives)"
    SUPPLEMENTAL = "SRO Supplemental Training (board-approved)"
    BASIC = "Standardized Basic School Resource Officer Training"
    NASRO = "Basic School Resource Officer Course"
    CRISIS = "Crisis Intervention Team Training"


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """An assignment; the contact days up to the sample's day have been served."""

    at: Place
    assumed: date
    school: str = ""
    ends_on: date | None = None
    role: Role = Role.REGULAR
    not_covered: str = ""  # why it does not meet the definition
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """A certificate and how its copy came in."""

    course: Studied
    on: date
    look: Look = Look.ENGRAVED
    medium: Medium | None = Medium.PDF  # None: no copy on file
    printed_on: date | None = None  # where the paper says another day than was typed
    same_copy_as: Studied | None = None  # the wrong file was attached
    attached_later: bool = False
    voided: str = ""  # why


@dataclass(frozen=True, slots=True, kw_only=True)
class Unable:
    """An inability record of V.C."""

    on: date
    reason: str = "The August class was full; the next seat offered is in January."
    signed_by: str = "Chief Dana Whitcomb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An officer with everything on file."""

    name: str
    badge: str
    since: date  # employed from
    until: date | None = None
    filed: str = ""  # where the family name does not come last
    rank: str = "Officer"
    title: str = "School Resource Officer"
    withheld: bool = False
    remarks: str = ""
    promoted_to: str = ""
    served: tuple[Served, ...] = ()
    took: tuple[Took, ...] = ()
    reviews: tuple[date, ...] = ()
    unable: Unable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """A course that several officers took; their certificates came in one file."""

    course: Studied
    on: date
    names: tuple[str, ...]
    look: Look
    medium: Medium
