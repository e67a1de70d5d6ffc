"""The agency, what it has chosen for this file, and the law with those choices."""

from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from sro_desk import resources
from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.law import Law, law_from
from sro_desk.domain.problems import agency_problems, settings_problems
from sro_desk.domain.records import Agency, Settings
from sro_desk.services import rows
from sro_desk.storage.database import Database
from sro_desk.storage.tables import AgencyRow, SettingRow


def get(db: Database) -> Agency:
    """The agency whose chief keeps the file."""
    with db.read() as session:
        return agency_row(session).to_domain()


def change(db: Database, agency: Agency, *, actor: Actor) -> Agency:
    """Let `agency` stand on letterheads from now on."""
    rows.refuse(agency_problems(agency))
    with db.write(actor, Action.CHANGE) as session:
        row = agency_row(session)
        row.apply(agency)
        session.flush()
        return row.to_domain()


def settings(db: Database) -> Settings:
    """What the agency has chosen; the defaults where it has not."""
    with db.read() as session:
        return settings_of(session)


def change_settings(db: Database, chosen: Settings, *, actor: Actor) -> Settings:
    """Keep what the agency has chosen; only what differs is written."""
    rows.refuse(settings_problems(chosen))
    wanted = _as_text(chosen)
    with db.write(actor, Action.CHANGE) as session:
        kept = {row.key: row for row in session.scalars(select(SettingRow))}
        for key, value in wanted.items():
            if key not in kept:
                session.add(SettingRow(key=key, value=value))
            elif kept[key].value != value:
                kept[key].value = value
        session.flush()
        return settings_of(session)


def law(db: Database) -> Law:
    """The law table with the agency's choices."""
    with db.read() as session:
        return law_of(session)


def law_of(session: Session) -> Law:
    """The law table with the choices that `session` sees."""
    chosen = settings_of(session)
    return _law(chosen.local_holidays, chosen.refresh_advisory)


def settings_of(session: Session) -> Settings:
    """The choices that `session` sees."""
    kept = dict(session.execute(select(SettingRow.key, SettingRow.value)).all())
    return _from_text(_as_text(Settings()) | kept)


def agency_row(session: Session) -> AgencyRow:
    """The one row of the agency."""
    return session.scalars(select(AgencyRow)).one()


def seed(session: Session) -> None:
    """Write the defaults into a new file, so that each later choice has a before."""
    defaults = _as_text(Settings())
    session.add_all(SettingRow(key=key, value=value) for key, value in defaults.items())


@lru_cache(maxsize=4)
def _law(local_holidays: bool, refresh_advisory: bool) -> Law:
    text = resources.path("law", "minnesota-626.8482.toml").read_text(encoding="utf-8")
    return law_from(text, local_holidays=local_holidays, refresh_advisory=refresh_advisory)


def _as_text(chosen: Settings) -> dict[str, str]:
    return {
        "lead_times": ",".join(str(days) for days in chosen.lead_times),
        "local_holidays": str(int(chosen.local_holidays)),
        "refresh_advisory": str(int(chosen.refresh_advisory)),
        "backup_folder": chosen.backup_folder,
        "second_backup_folder": chosen.second_backup_folder,
    }


def _from_text(kept: dict[str, str]) -> Settings:
    return Settings(
        lead_times=tuple(int(days) for days in kept["lead_times"].split(",") if days),
        local_holidays=kept["local_holidays"] == "1",
        refresh_advisory=kept["refresh_advisory"] == "1",
        backup_folder=kept["backup_folder"],
        second_backup_folder=kept["second_backup_folder"],
    )
