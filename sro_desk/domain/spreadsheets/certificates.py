"""A row of certificates."""

from sro_desk.domain.changes import Kind
from sro_desk.domain.drafts import CertificateDraft
from sro_desk.domain.faults import Fault, fault_words
from sro_desk.domain.problems import certificate_problems
from sro_desk.domain.records import Certificate, Course, CourseId, OfficerId
from sro_desk.domain.spreadsheets.book import certificate_of, draft_of
from sro_desk.domain.spreadsheets.links import course_of
from sro_desk.domain.spreadsheets.rows import Row, Step

_FIELDS = ("issued_on", "number", "credits")


def plan_certificate(row: Row) -> None:
    """The officer, the course and the day of completion say which certificate is meant."""
    officers = row.officers()
    course = course_of(row)
    if "completed_on" not in row.given and not any(r.field == "completed_on" for r in row.remarks):
        row.refuse("completed_on", fault_words(Fault.COMPLETED_MISSING))
    if not officers or course is None or row.blocked:
        return
    kept = _kept(row, officers, course)
    same = [each for each in kept if _draft(row, each) == draft_of(CertificateDraft, each)]
    row.was.clear()
    if row.is_on_file(same, officers):
        return
    if len(officers) > 1:
        row.refuse_namesakes(row.person().name)
    else:
        _store(row, officers[0], course, _changed(row, kept))


def _kept(row: Row, officers: list[int], course: Course) -> list[Certificate]:
    return [
        each
        for officer in officers
        for each in row.book.of_officer("certificates", officer)
        if each.course.id == course.id and each.completed_on == row.given.get("completed_on")
    ]


def _changed(row: Row, kept: list[Certificate]) -> Certificate | None:
    """Of several of the same course and day the one of this number; another number is another."""
    number = row.text("number")
    numbered = [each for each in kept if number in ("", each.number)]
    return next(iter(numbered or [each for each in kept if not each.number]), None)


def _store(row: Row, officer: int, course: Course, kept: Certificate | None) -> None:
    book = row.book
    if kept is None:
        blank = CertificateDraft(
            officer=OfficerId(officer),
            course=CourseId(course.id),
            completed_on=row.given.get("completed_on"),
        )
        draft = row.overlay(blank, *_FIELDS)
        row.was.clear()
        certificate = book.next_id()
    else:
        draft, certificate = _draft(row, kept), kept.id
    others = [e for e in book.of_officer("certificates", officer) if e.id != certificate]
    row.hear(certificate_problems(draft, today=row.today, course=course, others=others))
    row.steps.append(Step(kind=Kind.CERTIFICATE, record=certificate, draft=draft))
    row.keep(certificate_of(certificate, draft, course))


def _draft(row: Row, kept: Certificate) -> CertificateDraft:
    return row.overlay(draft_of(CertificateDraft, kept), *_FIELDS)
