"""The agency, what it has chosen for this file, and the law with those choices, as on file."""

from functools import lru_cache

from sro_desk import resources
from sro_desk.domain.law import Law, law_from
from sro_desk.domain.records import Agency, Settings
from sro_desk.storage.database import Database
from sro_desk.storage.plain import Reader

AGENCY = "SELECT name, chief, chief_title, ori, address, phone, email FROM agency"
SETTINGS = "SELECT key, value FROM setting"


def get(db: Database) -> Agency:
    """The agency whose chief keeps the file."""
    with db.plain() as reader:
        return agency_of(reader)


def settings(db: Database) -> Settings:
    """What the agency has chosen; the defaults where it has not."""
    with db.plain() as reader:
        return settings_of(reader)


def law(db: Database) -> Law:
    """The law table with the agency's choices."""
    with db.plain() as reader:
        return law_of(reader)


def agency_of(reader: Reader) -> Agency:
    """The agency that `reader` sees."""
    ((name, chief, chief_title, ori, address, phone, email),) = reader.rows(AGENCY)
    return Agency(
        name=name,
        chief=chief,
        chief_title=chief_title,
        ori=ori,
        address=address,
        phone=phone,
        email=email,
    )


def law_of(reader: Reader) -> Law:
    """The law table with the choices that `reader` sees."""
    chosen = settings_of(reader)
    return _law(chosen.local_holidays, chosen.refresh_advisory)


def settings_of(reader: Reader) -> Settings:
    """The choices that `reader` sees."""
    return _from_text(as_text(Settings()) | dict(reader.rows(SETTINGS)))


@lru_cache(maxsize=4)
def _law(local_holidays: bool, refresh_advisory: bool) -> Law:
    text = resources.path("law", "minnesota-626.8482.toml").read_text(encoding="utf-8")
    return law_from(text, local_holidays=local_holidays, refresh_advisory=refresh_advisory)


def as_text(chosen: Settings) -> dict[str, str]:
    """The choices as they are kept, by name."""
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
