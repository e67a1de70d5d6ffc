"""The columns of the list of all certificates."""

from operator import attrgetter

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.sentences import course_kind_words
from sro_desk.services.certificates import CertificateLine
from sro_desk.ui.models.table import Column

STATUS = 7  # the number of the column that says why a certificate no longer counts
_KINDS = {kind: course_kind_words(kind).removesuffix(" course") for kind in CourseKind}


def is_voided(line: CertificateLine) -> bool:
    """Whether a certificate no longer counts."""
    return line.voided is not None


def _kind(line: CertificateLine) -> str:
    return _KINDS[line.course_kind]


def _copy(line: CertificateLine) -> str:
    return "Missing" if line.copy is None else "On file"


def status_of(line: CertificateLine) -> str:
    """Whether it counts; the reason in words where it does not."""
    if line.voided is None:
        return "Counts"
    return line.voided if line.voided.startswith("Officer voided") else f"Voided: {line.voided}"


CERTIFICATE_COLUMNS: tuple[Column[CertificateLine], ...] = (
    Column("Officer", lambda line: line.officer_sort_name, struck=is_voided,
           sort=attrgetter("officer_place"),
           tooltip=lambda line: line.officer_name, width=144),
    Column("Course", lambda line: line.course_title, struck=is_voided,
           tooltip=lambda line: line.course_title, width=144),
    Column("Kind", _kind, struck=is_voided, width=100),
    Column("Completed", lambda line: us_date(line.completed_on), struck=is_voided,
           sort=lambda line: line.completed_on.toordinal(),
           tooltip=lambda line: long_date(line.completed_on), width=92),
    Column("Number", lambda line: line.number, struck=is_voided,
           sort=attrgetter("number_place"),
           tooltip=lambda line: line.number, width=96),
    Column("Districts", lambda line: ", ".join(line.districts), struck=is_voided,
           tooltip=lambda line: "\n".join(line.districts), width=88),
    Column("Copy", _copy, struck=is_voided, width=92,
           icon=lambda line: "warning" if line.copy is None else "check",
           tooltip=lambda line: line.copy_name or "No copy on file; V.E asks for one"),
    Column("Status", status_of, icon=lambda line: "" if line.voided is None else "void",
           tooltip=status_of, width=160),
)  # fmt: skip
