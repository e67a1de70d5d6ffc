"""The closed lists of RULES.md: each code is stored, printed in JSON and never translated.

Python 3.11 takes as long to look a member up as to call a function: what every evaluation
compares with has a name of its own at the top of the module that compares.
"""

from enum import StrEnum


class CourseKind(StrEnum):
    """What a course counts toward; belongs to the course in the catalogue, not to its name."""

    MANDATED = "MANDATED"
    SUPPLEMENTAL = "SUPPLEMENTAL"
    BASIC = "BASIC"
    OTHER = "OTHER"


class DistrictKind(StrEnum):
    """The kinds of school district that contract for officers."""

    INDEPENDENT = "INDEPENDENT"
    SPECIAL = "SPECIAL"
    CHARTER = "CHARTER"
    COOPERATIVE = "COOPERATIVE"


class Role(StrEnum):
    """How an officer serves at a district."""

    REGULAR = "REGULAR"
    SUBSTITUTE = "SUBSTITUTE"


class DayKind(StrEnum):
    """Whether a contact day has happened or is promised; both count together."""

    SERVED = "SERVED"
    BOOKED = "BOOKED"


class Paragraph(StrEnum):
    """The paragraph of 507.5 V (= § 626.8482 subd. 3) that governs a service period."""

    A = "V.A"
    B = "V.B"
    C = "V.C"
    D = "V.D"


class Status(StrEnum):
    """Where an officer stands on the as-of date."""

    MET = "MET"
    MET_LATE = "MET_LATE"
    DUE = "DUE"
    OVERDUE = "OVERDUE"
    EXEMPT = "EXEMPT"
    ENDED_MET = "ENDED_MET"
    ENDED_MET_LATE = "ENDED_MET_LATE"
    ENDED_EXEMPT = "ENDED_EXEMPT"
    ENDED_LAPSED = "ENDED_LAPSED"
    ENDED_UNMET = "ENDED_UNMET"
    NOT_COVERED = "NOT_COVERED"
    NO_ASSIGNMENT = "NO_ASSIGNMENT"


class Duties(StrEnum):
    """Whether the duties of subd. 2(a)(4) and (5) rest on the officer."""

    FULL = "FULL"
    NOT_REQUIRED = "NOT_REQUIRED"
    HOLD = "HOLD"
    NOT_APPLICABLE = "N/A"


class Gap(StrEnum):
    """What the file lacks."""

    CERT_COPY = "CERT_COPY"
    PRIOR_BASIC_PROOF = "PRIOR_BASIC_PROOF"
    POLICY_REVIEW_PENDING = "POLICY_REVIEW_PENDING"
    POLICY_REVIEW_MISSING = "POLICY_REVIEW_MISSING"
    POLICY_REVIEW_LATE = "POLICY_REVIEW_LATE"
    AGENCY_POLICY_MISSING = "AGENCY_POLICY_MISSING"
    INABILITY_RECORD_INCOMPLETE = "INABILITY_RECORD_INCOMPLETE"
    CONTRACT_MISSING = "CONTRACT_MISSING"


class Advisory(StrEnum):
    """Worth knowing; never changes a status."""

    REFRESH_DUE = "REFRESH_DUE"
    POLICY_REVISED_AFTER_REVIEW = "POLICY_REVISED_AFTER_REVIEW"
    MANDATED_TOO_EARLY = "MANDATED_TOO_EARLY"
    COMPLETED_IN_FUTURE = "COMPLETED_IN_FUTURE"
    SUPPLEMENTAL_WITHOUT_BASIC = "SUPPLEMENTAL_WITHOUT_BASIC"
    INABILITY_NOT_NEEDED = "INABILITY_NOT_NEEDED"
    REVIEW_BEFORE_ADOPTION = "REVIEW_BEFORE_ADOPTION"
    SAME_COPY_TWICE = "SAME_COPY_TWICE"


class Light(StrEnum):
    """The colour of a finding; always shown with an icon and a word as well."""

    RED = "RED"
    AMBER = "AMBER"
    GREEN = "GREEN"
    GREY = "GREY"


class Step(StrEnum):
    """What the chief or clerk would do next about a finding."""

    NONE = "NONE"
    ADD_ASSIGNMENT = "ADD_ASSIGNMENT"
    ADD_CERTIFICATE = "ADD_CERTIFICATE"
    ATTACH_COPY = "ATTACH_COPY"
    ATTACH_BASIC_COPY = "ATTACH_BASIC_COPY"
    RECORD_REVIEW = "RECORD_REVIEW"
    ADOPT_POLICY = "ADOPT_POLICY"
    COMPLETE_INABILITY_RECORD = "COMPLETE_INABILITY_RECORD"
    ADD_CONTRACT = "ADD_CONTRACT"
