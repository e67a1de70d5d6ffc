"""What is wrong with a draft, field by field, without words and without a clock.

Each function lists every problem in form order; a draft without a blocking
problem can be stored. What else is on file comes in as values, so that the
same functions serve the forms, the services and the import preview.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from sro_desk.domain.codes import CourseKind, DayKind, Role
from sro_desk.domain.dates import FIRST_YEAR, LAST_YEAR
from sro_desk.domain.drafts import (
    AssignmentDraft,
    CertificateDraft,
    ContractDraft,
    CourseDraft,
    DistrictDraft,
    InabilityRecordDraft,
    OfficerDraft,
    PacketDraft,
    PolicyReviewDraft,
    PolicyRevisionDraft,
    SchoolDraft,
)
from sro_desk.domain.faults import Fault
from sro_desk.domain.names import hides_something, is_blank, search_key
from sro_desk.domain.records import (
    Agency,
    Assignment,
    Certificate,
    ContactDay,
    Contract,
    Course,
    District,
    Officer,
    PolicyReview,
    PolicyRevision,
    School,
    Settings,
)

_DUTIES = frozenset(range(1, 8))  # IV.A of the model policy
_LONG_TERM = 5 * 366  # days
_LEAD_TIMES = range(1, 731)  # days
_MOST_CREDITS = 1000
_LONGEST = 200  # characters of a name or title

# RULES §2 and §6, as entry asks about them; a finding takes its dates from the law table.
_MANDATED_FROM = date(2025, 1, 15)
_BASIC_UNTIL = date(2025, 8, 31)
_MAYBE_MANDATED = (date(2025, 3, 1), date(2025, 8, 31))
_SAFETY_CENTER = "school safety center"


@dataclass(frozen=True, slots=True)
class Problem:
    """One field and what is wrong with it; a `warning` does not keep a draft from being stored."""

    field: str
    fault: Fault
    warning: bool = False


def blocking(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that keep a draft from being stored."""
    return tuple(problem for problem in problems if not problem.warning)


def number_typed(text: str) -> Decimal | None:
    """Read typed credits: None for nothing, NaN for what is no number, so that it is reported."""
    typed = text.strip().replace(",", ".")
    if not typed:
        return None
    try:
        return Decimal(typed)
    except InvalidOperation:
        return Decimal("NaN")


def agency_problems(agency: Agency) -> tuple[Problem, ...]:
    """An agency needs a name; its e-mail should look like one."""
    return (*_name(agency.name), *_email("email", agency.email))


def settings_problems(settings: Settings) -> tuple[Problem, ...]:
    """Lead times are days before a deadline."""
    if all(days in _LEAD_TIMES for days in settings.lead_times):
        return ()
    return (Problem("lead_times", Fault.LEAD_TIMES_NOT_POSITIVE),)


def officer_problems(draft: OfficerDraft, *, others: Sequence[Officer] = ()) -> tuple[Problem, ...]:
    """`others` are the other officers on the roster."""
    found = list(_name(draft.name))
    name, badge = search_key(draft.name), search_key(draft.badge)
    if name and any(search_key(other.name) == name for other in others):
        found.append(Problem("name", Fault.SAME_NAME, warning=True))
    if badge and any(search_key(other.badge) == badge for other in others):
        found.append(Problem("badge", Fault.SAME_BADGE, warning=True))
    found += _email("work_email", draft.work_email)
    found += _year("employed_from", draft.employed_from)
    found += _year("employed_to", draft.employed_to)
    found += _order("employed_to", draft.employed_from, draft.employed_to)
    return tuple(found)


def district_problems(
    draft: DistrictDraft, *, others: Sequence[District] = ()
) -> tuple[Problem, ...]:
    """`others` are the other districts on file."""
    found = list(_name(draft.name))
    if any(_same_district(draft, other) for other in others):
        found.append(Problem("name", Fault.SAME_DISTRICT, warning=True))
    found += _email("contact_email", draft.contact_email)
    return tuple(found)


def school_problems(draft: SchoolDraft, *, others: Sequence[School] = ()) -> tuple[Problem, ...]:
    """`others` are the other schools of the district."""
    found = list(_name(draft.name))
    name = search_key(draft.name)
    if name and any(search_key(other.name) == name for other in others):
        found.append(Problem("name", Fault.SAME_SCHOOL, warning=True))
    return tuple(found)


def contract_problems(
    draft: ContractDraft, *, others: Sequence[Contract] = ()
) -> tuple[Problem, ...]:
    """`others` are the district's other contracts."""
    found = list(_required("starts_on", draft.starts_on, Fault.START_MISSING))
    found += _required("ends_on", draft.ends_on, Fault.END_MISSING)
    found += _order("ends_on", draft.starts_on, draft.ends_on)
    if draft.starts_on and draft.ends_on and not blocking(found):
        found += _term(draft.starts_on, draft.ends_on, others)
    if not draft.duties <= _DUTIES:
        found.append(Problem("duties", Fault.DUTY_UNKNOWN))
    return tuple(found)


def assignment_problems(
    draft: AssignmentDraft,
    *,
    officer: Officer | None = None,
    school: School | None = None,
    others: Sequence[Assignment] = (),
    days: Sequence[ContactDay] = (),
) -> tuple[Problem, ...]:
    """`others` are the officer's other assignments; `days` the contact days under this one."""
    found: list[Problem] = []
    if draft.district is None:
        found.append(Problem("district", Fault.DISTRICT_MISSING))
    if school is not None and draft.district not in (None, school.district):
        found.append(Problem("school", Fault.SCHOOL_ELSEWHERE))
    found += _required("assumed", draft.assumed, Fault.ASSUMED_MISSING)
    if any(_same_assignment(draft, other) for other in others):
        found.append(Problem("assumed", Fault.ASSIGNMENT_TWICE))
    if officer is not None and _outside_employment(draft, officer):
        found.append(Problem("assumed", Fault.OUTSIDE_EMPLOYMENT, warning=True))
    found += _year("ends_on", draft.ends_on)
    found += _order("ends_on", draft.assumed, draft.ends_on)
    if any(not within(day.on, draft.assumed, draft.ends_on) for day in days):
        found.append(Problem("ends_on", Fault.DAYS_LEFT_OUTSIDE, warning=True))
    found += _definition(draft)
    found += _booked(draft)
    return tuple(found)


def contact_day_problems(
    assignment: Assignment, on: date, kind: DayKind, *, today: date
) -> tuple[Problem, ...]:
    """One date to be entered under `assignment`; the field is the date in ISO."""
    field = on.isoformat()
    found = []
    if assignment.role is not Role.SUBSTITUTE:
        found.append(Problem(field, Fault.DAY_OF_REGULAR))
    if not within(on, assignment.assumed, assignment.ends_on):
        found.append(Problem(field, Fault.DAY_OUTSIDE_ASSIGNMENT))
    if kind is DayKind.SERVED and on > today:
        found.append(Problem(field, Fault.SERVED_IN_FUTURE))
    if on.weekday() >= 5:
        found.append(Problem(field, Fault.DAY_ON_WEEKEND, warning=True))
    return tuple(found)


def course_problems(draft: CourseDraft, *, others: Sequence[Course] = ()) -> tuple[Problem, ...]:
    """`others` are the other courses of the catalogue."""
    found: list[Problem] = []
    found += _text("title", draft.title, Fault.TITLE_MISSING)
    if any(_same_course(draft, other) for other in others):
        found.append(Problem("title", Fault.SAME_COURSE, warning=True))
    found += _credits(draft.credits)
    found += _year("approved_from", draft.approved_from)
    found += _year("approved_to", draft.approved_to)
    found += _order("approved_to", draft.approved_from, draft.approved_to)
    return tuple(found)


def certificate_problems(
    draft: CertificateDraft,
    *,
    today: date,
    course: Course | None = None,
    others: Sequence[Certificate] = (),
    copy_elsewhere: bool = False,
) -> tuple[Problem, ...]:
    """`others` are the officer's; `copy_elsewhere` when another certificate has this file."""
    found: list[Problem] = []
    if draft.officer is None:
        found.append(Problem("officer", Fault.OFFICER_MISSING))
    if draft.course is None:
        found.append(Problem("course", Fault.COURSE_MISSING))
    found += _required("completed_on", draft.completed_on, Fault.COMPLETED_MISSING)
    if draft.completed_on is not None and not blocking(found):
        found += _completed(draft.completed_on, today, course, others)
    found += _issued(draft, today)
    found += _credits(draft.credits)
    if copy_elsewhere:
        found.append(Problem("copy", Fault.SAME_COPY, warning=True))
    return tuple(found)


def class_problems(drafts: Sequence[CertificateDraft]) -> tuple[Problem, ...]:
    """A course taken by several officers names each of them once, and at least one."""
    officers = [draft.officer for draft in drafts]
    if not officers:
        return (Problem("officer", Fault.OFFICER_MISSING),)
    if len(set(officers)) < len(officers):
        return (Problem("officer", Fault.OFFICER_TWICE),)
    return ()


def revision_problems(
    draft: PolicyRevisionDraft, *, today: date, others: Sequence[PolicyRevision] = ()
) -> tuple[Problem, ...]:
    """`others` are the policy's other revisions."""
    found = list(_required("adopted_on", draft.adopted_on, Fault.ADOPTED_MISSING))
    if draft.adopted_on is not None and draft.adopted_on > today:
        found.append(Problem("adopted_on", Fault.ADOPTED_IN_FUTURE, warning=True))
    if any(other.adopted_on == draft.adopted_on for other in others):
        found.append(Problem("adopted_on", Fault.SAME_REVISION, warning=True))
    return tuple(found)


def review_problems(
    draft: PolicyReviewDraft,
    *,
    today: date,
    revisions: Sequence[PolicyRevision] = (),
    others: Sequence[PolicyReview] = (),
) -> tuple[Problem, ...]:
    """`revisions` are the policy's; `others` the officer's other reviews."""
    found = list(_required("reviewed_on", draft.reviewed_on, Fault.REVIEWED_MISSING))
    if draft.reviewed_on is None:
        return tuple(found)
    if draft.reviewed_on > today:
        found.append(Problem("reviewed_on", Fault.REVIEWED_IN_FUTURE))
    if revisions and draft.reviewed_on < min(each.adopted_on for each in revisions):
        found.append(Problem("reviewed_on", Fault.REVIEWED_BEFORE_ADOPTION, warning=True))
    if any(other.reviewed_on == draft.reviewed_on for other in others):
        found.append(Problem("reviewed_on", Fault.SAME_REVIEW, warning=True))
    return tuple(found)


def inability_problems(
    draft: InabilityRecordDraft, *, today: date, not_needed: bool = False
) -> tuple[Problem, ...]:
    """An incomplete one can be stored and shows as a gap; `not_needed` when V.C will not apply."""
    found = list(_year("recorded_on", draft.recorded_on))
    if draft.recorded_on is not None and draft.recorded_on > today:
        found.append(Problem("recorded_on", Fault.RECORDED_IN_FUTURE))
    if not_needed:
        found.append(Problem("recorded_on", Fault.INABILITY_NOT_NEEDED, warning=True))
    if draft.recorded_on is None:
        found.append(Problem("recorded_on", Fault.INABILITY_INCOMPLETE, warning=True))
    for field, value in (("reason", draft.reason), ("signed_by", draft.signed_by)):
        if not value.strip():
            found.append(Problem(field, Fault.INABILITY_INCOMPLETE, warning=True))
    return tuple(found)


def packet_problems(draft: PacketDraft, *, today: date) -> tuple[Problem, ...]:
    """Problems of a packet that is given out."""
    found = []
    if len(draft.sent_to) > _LONGEST:
        found.append(Problem("sent_to", Fault.TEXT_LONG, warning=True))
    if draft.sent_on > today:
        found.append(Problem("sent_on", Fault.SENT_IN_FUTURE))
    return tuple(found)


def void_problems(reason: str) -> tuple[Problem, ...]:
    """Voiding asks for a reason."""
    return (Problem("reason", Fault.REASON_MISSING),) if is_blank(reason) else ()


def within(day: date, first: date | None, last: date | None) -> bool:
    """Whether `day` is within first and last, both inclusive; None is open."""
    return (first is None or day >= first) and (last is None or day <= last)


def _name(name: str) -> tuple[Problem, ...]:
    return _text("name", name, Fault.NAME_MISSING)


def _text(field: str, text: str, missing: Fault) -> tuple[Problem, ...]:
    if is_blank(text):
        return (Problem(field, missing),)
    if len(text) > _LONGEST:
        return (Problem(field, Fault.TEXT_LONG, warning=True),)
    return (Problem(field, Fault.TEXT_HIDDEN, warning=True),) if hides_something(text) else ()


def _email(field: str, text: str) -> tuple[Problem, ...]:
    typed = text.strip()
    account, at, host = typed.partition("@")
    if not typed or (account and at and "." in host and " " not in typed):
        return ()
    return (Problem(field, Fault.EMAIL_UNLIKELY, warning=True),)


def _year(field: str, day: date | None) -> tuple[Problem, ...]:
    if day is None or FIRST_YEAR <= day.year <= LAST_YEAR:
        return ()
    return (Problem(field, Fault.YEAR_IMPLAUSIBLE),)


def _required(field: str, day: date | None, missing: Fault) -> tuple[Problem, ...]:
    return _year(field, day) if day is not None else (Problem(field, missing),)


def _order(field: str, first: date | None, last: date | None) -> tuple[Problem, ...]:
    if first is None or last is None or first <= last:
        return ()
    return (Problem(field, Fault.ENDS_BEFORE_START),)


def _credits(number: Decimal | None) -> tuple[Problem, ...]:
    if number is None or (number.is_finite() and 0 <= number <= _MOST_CREDITS):
        return ()
    return (Problem("credits", Fault.CREDITS_NOT_A_NUMBER),)


def _same_district(draft: DistrictDraft, other: District) -> bool:
    if draft.state_id and other.state_id:
        # Minneapolis is SSD 1 and Aitkin ISD 1: the number alone does not tell them apart.
        return (draft.kind, draft.state_id) == (other.kind, other.state_id)
    name = search_key(draft.name)
    return bool(name) and name == search_key(other.name)


def _term(first: date, last: date, others: Sequence[Contract]) -> list[Problem]:
    found = []
    if any(first <= other.ends_on and other.starts_on <= last for other in others):
        found.append(Problem("starts_on", Fault.CONTRACT_OVERLAPS, warning=True))
    if (last - first).days > _LONG_TERM:
        found.append(Problem("ends_on", Fault.CONTRACT_LONG, warning=True))
    return found


def _same_assignment(draft: AssignmentDraft, other: Assignment) -> bool:
    place = (draft.district, draft.school, draft.role)
    if draft.assumed is None or place != (other.district, other.school, other.role):
        return False
    starts_in_time = other.ends_on is None or draft.assumed <= other.ends_on
    return starts_in_time and (draft.ends_on is None or other.assumed <= draft.ends_on)


def _outside_employment(draft: AssignmentDraft, officer: Officer) -> bool:
    ends = (day for day in (draft.assumed, draft.ends_on) if day is not None)
    return any(not within(day, officer.employed_from, officer.employed_to) for day in ends)


def _definition(draft: AssignmentDraft) -> tuple[Problem, ...]:
    if draft.meets_definition or draft.definition_reason.strip():
        return ()
    return (Problem("definition_reason", Fault.DEFINITION_REASON_MISSING),)


def _booked(draft: AssignmentDraft) -> tuple[Problem, ...]:
    if not 0 <= draft.booked_days <= 366:
        return (Problem("booked_days", Fault.BOOKED_DAYS_IMPOSSIBLE),)
    if draft.booked_days and draft.role is not Role.SUBSTITUTE:
        return (Problem("booked_days", Fault.BOOKED_DAYS_UNUSED, warning=True),)
    return ()


def _same_course(draft: CourseDraft, other: Course) -> bool:
    mine = (search_key(draft.title), search_key(draft.provider), draft.kind)
    return mine == (search_key(other.title), search_key(other.provider), other.kind)


def _completed(
    day: date, today: date, course: Course | None, others: Sequence[Certificate]
) -> list[Problem]:
    faults = []
    if course is not None:
        faults = [
            (Fault.SAME_CERTIFICATE, _repeats(day, course, others)),
            (Fault.OUTSIDE_APPROVAL, not within(day, course.approved_from, course.approved_to)),
            *_by_kind(day, course, others),
        ]
    found = [Problem("completed_on", fault, warning=True) for fault, here in faults if here]
    if day > today:
        found.insert(0, Problem("completed_on", Fault.COMPLETED_IN_FUTURE))
    return found


def _repeats(day: date, course: Course, others: Sequence[Certificate]) -> bool:
    return any(other.course.id == course.id and other.completed_on == day for other in others)


def _by_kind(
    day: date, course: Course, others: Sequence[Certificate]
) -> tuple[tuple[Fault, bool], ...]:
    if course.kind is CourseKind.MANDATED:
        return ((Fault.MANDATED_TOO_EARLY, day < _MANDATED_FROM),)
    if course.kind is CourseKind.SUPPLEMENTAL:
        return ((Fault.SUPPLEMENTAL_WITHOUT_BASIC, not any(map(_opens_vb, others))),)
    if course.kind is CourseKind.BASIC:
        asked = within(day, *_MAYBE_MANDATED) and _is_of_safety_center(course)
        return ((Fault.BASIC_TOO_LATE, day > _BASIC_UNTIL), (Fault.BASIC_MAY_BE_MANDATED, asked))
    return ()


def _opens_vb(certificate: Certificate) -> bool:
    return certificate.course.kind is CourseKind.BASIC and certificate.completed_on <= _BASIC_UNTIL


def _is_of_safety_center(course: Course) -> bool:
    return _SAFETY_CENTER in search_key(f"{course.provider} {course.title}")


def _issued(draft: CertificateDraft, today: date) -> list[Problem]:
    found = list(_year("issued_on", draft.issued_on))
    if draft.issued_on is None or found:
        return found
    if draft.issued_on > today:
        found.append(Problem("issued_on", Fault.ISSUED_IN_FUTURE))
    if draft.completed_on is not None and draft.issued_on < draft.completed_on:
        found.append(Problem("issued_on", Fault.ISSUED_BEFORE_COMPLETED, warning=True))
    return found
