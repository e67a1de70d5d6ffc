"""The facts of a district packet."""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.exports.district import DistrictSummary
from sro_desk.domain.letter import Block
from sro_desk.domain.packet_changes import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedDuties:
    """The seven duties of IV.A, and whether one contract names them."""

    starts_on: date
    ends_on: date
    state: str  # "In force"
    duties: tuple[tuple[int, str, bool], ...]  # number, words, ticked


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketFacts:
    """What a packet says: a letter, what changed, the summary, on request the duties of IV.A."""

    summary: DistrictSummary
    addressee: tuple[str, ...]  # lines
    letter: tuple[Block, ...]
    last_on: date | None  # when the packet before was given out; None for the first
    changes: tuple[Change, ...]  # since then
    duties: tuple[AgreedDuties, ...] | None  # by contract; None where not asked for
