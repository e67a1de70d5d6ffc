"""One report for every district, saved into a folder."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sro_desk.domain.changes import Actor
from sro_desk.domain.errors import Cancelled, SroDeskError
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.services import districts
from sro_desk.services.reports import given_out, making
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.services.saving import save
from sro_desk.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of the reports that were to be saved into a folder."""

    folder: Path
    written: int
    replaced: int  # of those written, over a file of the same name
    asked_for: int

    @property
    def words(self) -> str:
        """The outcome as a sentence or two."""
        if not self.asked_for:
            return "There is no district yet, so nothing was saved."
        some = self.written < self.asked_for
        opening = f"Stopped: {self.written:,} of " if some else ""
        verb = "was" if (self.written if some else self.asked_for) == 1 else "were"
        said = f"{opening}{_reports(self.asked_for)} {verb} saved in {self.folder}."
        return said + _replaced(self.replaced)


def save_all(
    db: Database, asked: Asked, folder: Path, making_with: Making, *, actor: Actor
) -> Saved:
    """Save the report that is asked for, for each district; stopping keeps those already saved.

    A packet is recorded as it is saved, as given out to the district's contact that day;
    none is saved where that cannot be.

    A file of the same name is the same report, made before: it is replaced and counted.
    """
    if asked.report is ReportName.PACKET:
        given_out.refuse_unrecorded(db)
    lines = districts.all_districts(db)
    names: Counter[str] = Counter()
    written = replaced = 0
    with suppress(Cancelled):
        for line in lines:
            making_with.report(written, len(lines))
            made = making.make(db, replace(asked, district=line.district.id), making_with)
            path = folder / _apart(made.file_name, names)
            there = path.exists()
            try:
                _save_one(db, made, path, making_with.made_on, actor)
            except SroDeskError as error:
                before = f" {written:,} of {_reports(len(lines))} were saved before."
                raise SroDeskError(f"{error}{before if written else ''}") from error
            written += 1
            replaced += there
    return Saved(folder=folder, written=written, replaced=replaced, asked_for=len(lines))


def _save_one(db: Database, made: MadeReport, path: Path, made_on: date, actor: Actor) -> None:
    district = made.asked.district
    if made.asked.report is not ReportName.PACKET or district is None:
        save(path, made.content)
        return
    given_out.record(
        db,
        made,
        made_on=made_on,
        sent_to=given_out.contact_of(db, district),
        sent_on=made_on,
        actor=actor,
        save_as=path,
    )


def _apart(name: str, seen: Counter[str]) -> str:
    """Number a name that another district got already: none may replace the other's."""
    seen[name.casefold()] += 1
    number = seen[name.casefold()]
    return name if number == 1 else f"{name.removesuffix('.pdf')} ({number}).pdf"


def _reports(count: int) -> str:
    return "1 report" if count == 1 else f"{count:,} reports"


def _replaced(count: int) -> str:
    if not count:
        return ""
    if count == 1:
        return " 1 replaced an earlier file of the same name."
    return f" {count:,} replaced earlier files of the same name."
