"""Who changes what: the actor, the action, and the kinds of record that a write touched."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of record; each is one table of the records file."""

    AGENCY = "agency"
    SETTING = "setting"
    OFFICER = "officer"
    DISTRICT = "district"
    SCHOOL = "school"
    CONTRACT = "contract"
    ASSIGNMENT = "assignment"
    COURSE = "course"
    CERTIFICATE = "certificate"
    COPY = "copy"
    POLICY_REVISION = "policy_revision"
    POLICY_REVIEW = "policy_review"
    INABILITY_RECORD = "inability_record"
    CONTACT_DAY = "contact_day"
    PACKET = "packet"


class Action(StrEnum):
    """What a person did; one write of the records file is one action."""

    CREATE_FILE = "CREATE_FILE"
    ADD = "ADD"
    CHANGE = "CHANGE"
    VOID = "VOID"
    ATTACH_COPY = "ATTACH_COPY"
    SET_CONTACT_DAYS = "SET_CONTACT_DAYS"
    SEND_PACKET = "SEND_PACKET"
    UNDO = "UNDO"
    REDO = "REDO"
    IMPORT = "IMPORT"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who writes: the account of the operating system and the machine's name."""

    account: str
    host: str

    def __str__(self) -> str:
        """As the ledger keeps it: `account@host`."""
        return f"{self.account}@{self.host}"


@dataclass(frozen=True, slots=True)
class Changes:
    """What one committed write touched."""

    write: int
    action: Action
    records: frozenset[tuple[Kind, int]]

    def touch(self, *kinds: Kind) -> bool:
        """Whether a record of one of `kinds` was written."""
        return any(kind in kinds for kind, _ in self.records)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One changed record in the ledger; `before` and `after` are the row as JSON values."""

    seq: int
    write: int  # entries of one write share this number
    at: datetime  # UTC
    actor: str
    action: Action
    kind: Kind
    record: int
    before: dict[str, object] | None
    after: dict[str, object] | None
    undoes: int | None = None  # the write that this one takes back
    hash: str  # SHA-256 over the previous hash and this entry
