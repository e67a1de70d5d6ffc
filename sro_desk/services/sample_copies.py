"""The copies in the sample's records file: certificates and contracts as they came in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.names import search_key
from sro_desk.domain.records import Agency
from sro_desk.domain.scan import Scan
from sro_desk.pdf.sample_certificates import Look, SampleCertificate, certificates
from sro_desk.pdf.sample_contract import SampleContract, contract
from sro_desk.pdf.sample_scans import ENDINGS, MEDIA_TYPES, Medium, as_received
from sro_desk.services.sample_districts import Contracting
from sro_desk.services.sample_people import Studied

_ONE_PAGE = (Medium.PHOTO, Medium.SCAN, Medium.GREY_SCAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A course as its provider offers it."""

    provider: str
    hours: str
    post_number: str
    signer: str
    signer_title: str


OFFERED = {
    Studied.MANDATED: Offered(
        provider="North Metro Public Safety Institute",
        hours="16",
        post_number="SAMPLE-1101",
        signer="Marguerite Delacroix",
        signer_title="Director of Training",
    ),
    Studied.SUPPLEMENTAL: Offered(
        provider="North Metro Public Safety Institute",
        hours="8",
        post_number="SAMPLE-1102",
        signer="Marguerite Delacroix",
        signer_title="Director of Training",
    ),
    Studied.BASIC: Offered(
        provider="Minnesota School Safety Center",
        hours="40",
        post_number="SAMPLE-0410",
        signer="Leonard Achterberg",
        signer_title="Course coordinator",
    ),
    Studied.NASRO: Offered(
        provider="NASRO",
        hours="40",
        post_number="SAMPLE-0377",
        signer="Josephine Tallgrass",
        signer_title="Instructor",
    ),
    Studied.CRISIS: Offered(
        provider="River Cities Crisis Training Cooperative",
        hours="40",
        post_number="SAMPLE-0642",
        signer="Octavia Brandvold",
        signer_title="Program manager",
    ),
}


def number_of(course: Studied, on: date, badge: str) -> str:
    """The certificate number as the provider gave it."""
    return f"{course.name[:2]}-{on.year}-{int(badge):04}"


def certificate_scan(
    course: Studied, on: date, holders: Sequence[tuple[str, str]], look: Look, medium: Medium
) -> Scan:
    """The copy for the `holders` (name and badge) of a class, or for one of them."""
    offered = OFFERED[course]
    held = [
        SampleCertificate(
            holder=name,
            course=course.value,
            provider=offered.provider,
            completed_on=on,
            hours=offered.hours,
            number=number_of(course, on, badge),
            post_number=offered.post_number,
            signer=offered.signer,
            signer_title=offered.signer_title,
        )
        for name, badge in holders
    ]
    names = [name for name, _ in holders]
    return _scan(certificates(look, held), medium, len(held), _file_name(course, on, names))


def mailed(course: Studied, on: date, name: str, badge: str) -> Scan:
    """A certificate of one officer as its provider mails it: a PDF with text."""
    return certificate_scan(course, on, [(name, badge)], Look.ENGRAVED, Medium.PDF)


def contract_scan(contracting: Contracting, agency: Agency, starts_on: date, ends_on: date) -> Scan:
    """The copy of one contract."""
    agreed = SampleContract(
        agency=agency.name,
        chief=agency.chief,
        chief_title=agency.chief_title,
        district=contracting.place.value,
        contact=contracting.contact,
        starts_on=starts_on,
        ends_on=ends_on,
        duties=contracting.duties,
        sites=contracting.schools,
    )
    name = f"SRO agreement {contracting.place.name.title().replace('_', ' ')} {starts_on.year}"
    return _scan(contract(agreed), Medium.PDF, 2, name)


def _scan(pdf: bytes, medium: Medium, pages: int, name: str) -> Scan:
    ending = ENDINGS[medium]
    return Scan(
        content=as_received(pdf, medium),
        original_name=name + ending,
        media_type=MEDIA_TYPES[ending],
        pages=1 if medium in _ONE_PAGE else pages,
    )


def _file_name(course: Studied, on: date, names: Sequence[str]) -> str:
    if len(names) > 1:
        return f"{course.name.title()} class {on.isoformat()}"
    family = re.sub(r"\W+", " ", search_key(names[0])).split()[-1].title()
    return f"{family} {course.name.lower()} {on.isoformat()}"
