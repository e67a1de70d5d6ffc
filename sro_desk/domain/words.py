"""The codes in plain words, for screens and PDFs; JSON prints the codes themselves."""

from sro_desk.domain.codes import (
    Advisory,
    CourseKind,
    DayKind,
    DistrictKind,
    Duties,
    Gap,
    Light,
    Paragraph,
    Role,
    Status,
    Step,
)

_STATUS = {
    Status.MET: "Met",
    Status.MET_LATE: "Met late",
    Status.DUE: "Due",
    Status.OVERDUE: "Overdue",
    Status.EXEMPT: "Exempt",
    Status.ENDED_MET: "Ended, met",
    Status.ENDED_MET_LATE: "Ended, met late",
    Status.ENDED_EXEMPT: "Ended, exempt",
    Status.ENDED_LAPSED: "Ended before the deadline",
    Status.ENDED_UNMET: "Ended, not met",
    Status.NOT_COVERED: "Not covered",
    Status.NO_ASSIGNMENT: "No assignment",
}

_PARAGRAPH = {
    Paragraph.A: "V.A: trained before assuming the duties",
    Paragraph.B: "V.B: prior basic course, trained before June 1, 2027",
    Paragraph.C: "V.C: trained within six months of assuming the duties",
    Paragraph.D: "V.D: substitute for fewer than 60 contact days",
}

_DUTIES = {
    Duties.FULL: "Full duties",
    Duties.NOT_REQUIRED: "Not required to perform duties (4) and (5)",
    Duties.HOLD: "On hold: the chief decides",
    Duties.NOT_APPLICABLE: "Not applicable",
}

_GAP = {
    Gap.CERT_COPY: "No copy of the most recent certificate on file",
    Gap.PRIOR_BASIC_PROOF: "No copy of the prior basic certificate on file",
    Gap.POLICY_REVIEW_PENDING: "Policy review still to come before the first day",
    Gap.POLICY_REVIEW_MISSING: "No policy review on record",
    Gap.POLICY_REVIEW_LATE: "Policy reviewed late",
    Gap.AGENCY_POLICY_MISSING: "No agency policy on record",
    Gap.INABILITY_RECORD_INCOMPLETE: "Inability record lacks its reason, date or signer",
    Gap.CONTRACT_MISSING: "No contract with the district on file",
}

_ADVISORY = {
    Advisory.REFRESH_DUE: "POST advises a refresh every three years; it is due",
    Advisory.POLICY_REVISED_AFTER_REVIEW: "The policy was revised after the officer reviewed it",
    Advisory.MANDATED_TOO_EARLY: "A mandated course is dated before the course could exist",
    Advisory.COMPLETED_IN_FUTURE: "A certificate is dated after the as-of date and is not counted",
    Advisory.SUPPLEMENTAL_WITHOUT_BASIC: "A supplemental course with no prior basic course on file",
    Advisory.INABILITY_NOT_NEEDED: "An inability record for an officer who needed none",
    Advisory.REVIEW_BEFORE_ADOPTION: "A policy review is dated before the policy was adopted",
    Advisory.SAME_COPY_TWICE: "The same copy is attached to two certificates",
}

_LIGHT = {
    Light.RED: "Needs action now",
    Light.AMBER: "Needs attention",
    Light.GREEN: "In order",
    Light.GREY: "Nothing due",
}

_STEP = {
    Step.NONE: "Nothing to do",
    Step.ADD_ASSIGNMENT: "Add assignment",
    Step.ADD_CERTIFICATE: "Add certificate",
    Step.ATTACH_COPY: "Attach copy",
    Step.ATTACH_BASIC_COPY: "Attach basic copy",
    Step.RECORD_REVIEW: "Record review",
    Step.ADOPT_POLICY: "Record policy",
    Step.COMPLETE_INABILITY_RECORD: "Complete inability record",
    Step.ADD_CONTRACT: "Add contract",
}

_ROLE = {Role.REGULAR: "Regular", Role.SUBSTITUTE: "Substitute"}

_COURSE_KIND = {
    CourseKind.MANDATED: "Mandated course",
    CourseKind.SUPPLEMENTAL: "Supplemental course",
    CourseKind.BASIC: "Basic course",
    CourseKind.OTHER: "Other course",
}

_DISTRICT_KIND = {
    DistrictKind.INDEPENDENT: "Independent district",
    DistrictKind.SPECIAL: "Special district",
    DistrictKind.CHARTER: "Charter school",
    DistrictKind.COOPERATIVE: "Cooperative",
}

_DAY_KIND = {DayKind.SERVED: "Served", DayKind.BOOKED: "Booked"}


def status_words(status: Status) -> str:
    """A status as a word or two: "Met late"."""
    return _STATUS[status]


def paragraph_words(paragraph: Paragraph) -> str:
    """A paragraph with what it asks; its code alone is `paragraph.value`."""
    return _PARAGRAPH[paragraph]


def duties_words(duties: Duties) -> str:
    """Whether duties (4) and (5) rest on the officer."""
    return _DUTIES[duties]


def gap_words(gap: Gap) -> str:
    """What the file lacks."""
    return _GAP[gap]


def advisory_words(advisory: Advisory) -> str:
    """What is worth knowing, though it changes no status."""
    return _ADVISORY[advisory]


def light_words(light: Light) -> str:
    """The word that is always shown beside the colour."""
    return _LIGHT[light]


def step_words(step: Step) -> str:
    """The next step as the text of a button."""
    return _STEP[step]


def role_words(role: Role) -> str:
    """How an officer serves."""
    return _ROLE[role]


def course_kind_words(kind: CourseKind) -> str:
    """What a course counts as."""
    return _COURSE_KIND[kind]


def district_kind_words(kind: DistrictKind) -> str:
    """The kind of a district."""
    return _DISTRICT_KIND[kind]


def day_kind_words(kind: DayKind) -> str:
    """Whether a contact day was served or is booked."""
    return _DAY_KIND[kind]
