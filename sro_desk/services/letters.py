"""The agency's cover letter to districts; the shipped one until it writes its own."""

from sqlalchemy import select

from sro_desk import resources
from sro_desk.domain import letter
from sro_desk.domain.changes import Action, Actor
from sro_desk.services import rows
from sro_desk.storage.database import Database
from sro_desk.storage.plain import Reader
from sro_desk.storage.recording import WritingSession
from sro_desk.storage.tables import SettingRow

_KEY = "cover_letter"
_QUERY = "SELECT value FROM setting WHERE key = 'cover_letter'"


def shipped() -> str:
    """The letter that comes with the program."""
    return resources.path("letters", "cover_letter.txt").read_text(encoding="utf-8")


def cover_letter(reader: Reader) -> str:
    """The letter in force, its fields not filled."""
    found = reader.rows(_QUERY)
    return str(found[0][0]) if found and found[0][0] else shipped()


def get(db: Database) -> str:
    """The letter in force, its fields not filled."""
    with db.plain() as reader:
        return cover_letter(reader)


def change(db: Database, text: str, *, actor: Actor) -> None:
    """Let `text` be the letter from now on; the shipped text follows the program's version."""
    rows.refuse(letter.problems(text))
    kept = "" if text.strip() == shipped().strip() else text
    _have_a_before(db, actor)
    with db.write(actor, Action.CHANGE) as session:
        row = _row(session)
        if row is not None and row.value != kept:
            row.value = kept


def _have_a_before(db: Database, actor: Actor) -> None:
    """The first change, too, can be undone: to the shipped text, which "" stands for."""
    with db.read() as reading:
        if reading.scalar(select(SettingRow.id).where(SettingRow.key == _KEY)) is not None:
            return
    with db.write(actor, Action.ADD) as session:
        session.add(SettingRow(key=_KEY, value=""))


def _row(session: WritingSession) -> SettingRow | None:
    return session.scalar(select(SettingRow).where(SettingRow.key == _KEY))
