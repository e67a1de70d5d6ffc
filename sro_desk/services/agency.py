"""The agency, what it has chosen for this file, and the law with those choices."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.problems import agency_problems, settings_problems
from sro_desk.domain.records import Agency, Settings
from sro_desk.services import rows
from sro_desk.services.agency_facts import (
    agency_of,
    as_text,
    get,
    law,
    law_of,
    settings,
    settings_of,
)
from sro_desk.storage.database import Database
from sro_desk.storage.tables import AgencyRow, SettingRow

__all__ = [
    "agency_of",
    "change",
    "change_settings",
    "get",
    "law",
    "law_of",
    "seed",
    "settings",
    "settings_of",
]


def change(db: Database, agency: Agency, *, actor: Actor) -> Agency:
    """Let `agency` stand on letterheads from now on."""
    rows.refuse(agency_problems(agency))
    with db.write(actor, Action.CHANGE) as session:
        row = session.scalars(select(AgencyRow)).one()
        row.apply(agency)
        session.flush()
        return row.to_domain()


def change_settings(db: Database, chosen: Settings, *, actor: Actor) -> Settings:
    """Keep what the agency has chosen; only what differs is written."""
    rows.refuse(settings_problems(chosen))
    wanted = as_text(chosen)
    with db.write(actor, Action.CHANGE) as session:
        kept = {row.key: row for row in session.scalars(select(SettingRow))}
        for key, value in wanted.items():
            if key not in kept:
                session.add(SettingRow(key=key, value=value))
            elif kept[key].value != value:
                kept[key].value = value
        session.flush()
        return settings_of(session)


def seed(session: Session) -> None:
    """Write the defaults into a new file, so that each later choice has a before."""
    defaults = as_text(Settings()) | {"cover_letter": ""}  # empty: the shipped one
    session.add_all(SettingRow(key=key, value=value) for key, value in defaults.items())
