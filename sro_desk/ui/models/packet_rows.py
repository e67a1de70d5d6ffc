"""The table of the packets that a district was given."""

from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.records import Packet
from sro_desk.ui.models.table import Column

_HASH_SHOWN = 12  # of 64 digits


def is_voided(packet: Packet) -> bool:
    """Whether it was not given out after all."""
    return packet.voided is not None


def _state(packet: Packet) -> str:
    return f"Voided: {packet.voided.reason}" if packet.voided else "Given out"


PACKET_COLUMNS: tuple[Column[Packet], ...] = (
    Column("Given out", lambda packet: us_date(packet.sent_on), struck=is_voided,
           sort=lambda packet: packet.sent_on.toordinal(),
           tooltip=lambda packet: long_date(packet.sent_on), width=92),
    Column("As of", lambda packet: us_date(packet.as_of), struck=is_voided,
           sort=lambda packet: packet.as_of.toordinal(),
           tooltip=lambda packet: long_date(packet.as_of), width=92),
    Column("To", lambda packet: packet.sent_to, struck=is_voided,
           tooltip=lambda packet: packet.sent_to, width=200),
    Column("State", _state, tooltip=_state, width=110),
    Column("Copies", lambda packet: "Appended" if packet.with_copies else "No", width=80),
    Column("SHA-256", lambda packet: f"{packet.copy[:_HASH_SHOWN]}…",
           tooltip=lambda packet: f"{packet.copy}\nLedger head {packet.ledger_head}", width=116),
)  # fmt: skip
