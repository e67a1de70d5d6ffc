"""Makes any report by its name.

reportlab and pikepdf are imported when the first report is made: loading them
takes longer than the window takes to show.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeVar

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.reports import KINDS, Asked, Option, ReportName
from sro_desk.intake.worker import Worker
from sro_desk.services import districts, officers
from sro_desk.services.reports import (
    acknowledgement,
    audit,
    deadlines,
    district,
    inability,
    officer,
    packet,
    planner,
    substitutes,
)
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.storage.database import Database

T = TypeVar("T")

MAKERS: dict[ReportName, Callable[[Database, Asked, Making], MadeReport]] = {
    ReportName.DISTRICT: district.make,
    ReportName.PACKET: packet.make,
    ReportName.DEADLINES: deadlines.make,
    ReportName.OFFICER: officer.make,
    ReportName.SUBSTITUTES: substitutes.make,
    ReportName.PLANNER: planner.make,
    ReportName.AUDIT: audit.make,
    ReportName.ACKNOWLEDGEMENT: acknowledgement.make,
    ReportName.INABILITY: inability.make,
}
_LACKING = {
    Option.DISTRICT: "Choose the district that it is for: a few letters of its name will do.",
    Option.OFFICER: "Choose the officer that it is about: a few letters of the name will do.",
}


def make(db: Database, asked: Asked, making: Making) -> MadeReport:
    """The report as a PDF; SroDeskError where it lacks something, or what it is about is gone."""
    if words := lacking(asked):
        raise SroDeskError(words)
    return MAKERS[asked.report](db, asked, making)


def make_alone(db: Database, asked: Asked, *, made_on: date) -> MadeReport:
    """The same where no worker runs yet; one is started if the report needs it."""
    return with_worker(made_on, lambda means: make(db, asked, means))


def with_worker(made_on: date, work: Callable[[Making], T]) -> T:
    """What `work` answers, given the means to make reports with."""
    with Worker() as worker:
        return work(Making(made_on=made_on, worker=worker))


def of_sample(db: Database, *, on: date) -> Iterator[MadeReport]:
    """Every report there is, of every district where it is about one, made on the day `on`."""
    about: dict[Option, list[Any]] = {
        Option.DISTRICT: [line.district.id for line in districts.all_districts(db)],
        Option.OFFICER: [each.id for each in officers.all_officers(db)[:1]],
    }
    with Worker() as worker:
        making = Making(made_on=on, worker=worker)
        for name in MAKERS:
            (needed,) = KINDS[name].needs or (None,)
            each = [{}] if needed is None else [{needed.value: found} for found in about[needed]]
            for subject in each:
                yield make(db, Asked(report=name, on=on, **subject), making)


def lacking(asked: Asked) -> str:
    """A sentence that tells what the report still needs to know; "" where nothing."""
    needs = KINDS[asked.report].needs
    return next((words for option, words in _LACKING.items() if _lacks(asked, option, needs)), "")


def _lacks(asked: Asked, option: Option, needs: frozenset[Option]) -> bool:
    return option in needs and getattr(asked, option.value) is None
