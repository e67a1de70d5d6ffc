"""The facts of the audit binder: it stays with the agency and its auditor.

Officers' pages hold private data, as their own type says. The ledger names
records and fields, never what a field held.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sro_desk.domain.codes import Light
from sro_desk.domain.exports.around import Letterhead, Provenance
from sro_desk.domain.exports.officer import OfficerFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """An officer's page, under the name by which it is looked up."""

    under: str  # "Olson, Erik"
    page: OfficerFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionFact:
    """The agency's policy as adopted or revised on a day."""

    adopted_on: date
    title: str
    posted_at: str  # where officers find it
    adoption: bool  # the first one


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingLine:
    """An officer whose file lacks something."""

    name: str
    badge: str
    districts: tuple[str, ...]
    paragraph: str
    status: str
    light: Light
    nominal: date | None
    legal: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingGroup:
    """One thing that files lack, with what to do about it."""

    what: str
    to_do: str
    lines: tuple[MissingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """What a copy is the copy of."""

    whose: str  # an officer, or a district
    filed_as: str  # "Olson, Erik"
    what: str  # the course, or "Contract"
    on: date  # completed, or the first day of the term


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFact:
    """A file on record, once however many certificates it proves."""

    sha256: str
    media_type: str
    size: int  # bytes
    pages: int | None
    holders: tuple[Holder, ...]  # the first as filed names it
    certificate: bool  # else of a contract
    also_withheld: bool  # it proves the training of an officer who is left out, too


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One entry of the ledger, without what any field held."""

    seq: int
    at: datetime  # UTC
    who: str
    done: str  # "Changed"
    record: str  # in words
    fields: tuple[str, ...]  # those that changed; none of a new record
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditBinder:
    """The facts of an audit binder."""

    letterhead: Letterhead
    provenance: Provenance
    since: date  # the first day whose ledger entries are listed, to the as-of date
    left_out: int  # officers withheld from exports who are not in this binder
    revisions: tuple[RevisionFact, ...]  # of the policy, the newest first
    local_holidays: bool
    officers: tuple[Filed, ...]  # in that order
    missing: tuple[MissingGroup, ...]
    ledger: tuple[LedgerLine, ...]  # the oldest first
    entries: int  # of the whole ledger
    copies: tuple[CopyFact, ...]

    @property
    def names_withheld(self) -> bool:
        """Whether officers who are withheld from exports are named."""
        return any(officer.page.withheld for officer in self.officers)
