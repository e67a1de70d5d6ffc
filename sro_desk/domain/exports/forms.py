"""The facts of the forms that are signed by hand; what is not known is left to write in."""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.exports.around import Letterhead, Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """The officer whom a form is about."""

    name: str
    badge: str
    title: str  # rank and title
    districts: tuple[str, ...]
    assumed: date | None  # the duties, in the service period asked about
    withheld: bool  # from what leaves the agency


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """The facts of the policy acknowledgement form."""

    letterhead: Letterhead
    provenance: Provenance
    signer: Signer | None  # None for a blank form
    paragraph: str  # "V.C" or "V.D" where one of them governs the officer, else ""
    policy: str  # its title; "" where none is on record
    adopted_on: date | None
    revised_on: date | None  # the last revision
    posted_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inability:
    """The facts of the inability record form; the reason is private."""

    letterhead: Letterhead
    provenance: Provenance
    signer: Signer | None  # None for a blank form
    months: int  # that V.C gives
    nominal: date | None
    legal: date | None
    arithmetic: tuple[str, ...]  # how the end was counted, a sentence each
    note: str  # why V.C does not govern the officer now, where it does not
    reason: str  # as recorded; "" to write in
    recorded_on: date | None
