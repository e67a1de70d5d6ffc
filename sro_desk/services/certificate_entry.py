"""What the form of a certificate begins with."""

from dataclasses import dataclass

from sro_desk.domain.records import Certificate, CertificateId, Copy, Course, Officer
from sro_desk.services import certificates, courses, officers
from sro_desk.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What there is to choose from, and the certificate to be changed with its copy."""

    officers: tuple[Officer, ...]
    courses: tuple[Course, ...]
    certificate: Certificate | None = None
    copy: tuple[Copy, bytes] | None = None


def begin(db: Database, certificate: CertificateId | None = None) -> Entry:
    """The roster and the catalogue; with `certificate` that one too, SroDeskError where none is."""
    lists = Entry(officers=officers.all_officers(db), courses=courses.all_courses(db))
    if certificate is None:
        return lists
    kept = certificates.get(db, certificate)
    return Entry(
        officers=lists.officers,
        courses=lists.courses,
        certificate=kept,
        copy=None if kept.copy is None else certificates.copy_content(db, kept.copy),
    )
