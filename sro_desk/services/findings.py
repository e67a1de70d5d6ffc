"""Where every officer stands on a day, most urgent first."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sro_desk.domain.codes import Gap, Light, Status
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.finding import Finding
from sro_desk.domain.names import search_key
from sro_desk.domain.records import DistrictId, Officer, OfficerId, OfficerRecord, Settings
from sro_desk.domain.seen_from import seen_from
from sro_desk.domain.sentences import gap_words, light_words, status_words
from sro_desk.services import agency_facts, kept, loading
from sro_desk.storage.database import Database

_LAST = date.max.toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewRow:
    """One officer as the home page, the district page and the reports list them."""

    officer: Officer
    districts: tuple[str, ...]  # short labels, "ISD 0196", where the officer serves or is to serve
    district_ids: tuple[DistrictId, ...]
    finding: Finding
    search: str  # everything a filter looks through; compare with `names.search_key(typed)`

    @property
    def name(self) -> str:
        """The officer's name."""
        return self.officer.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Every officer on the roster as of one day, in order of urgency."""

    on: date
    rows: tuple[OverviewRow, ...]
    counts: Mapping[Light, int]  # every light is there, with 0 where none


def overview(
    db: Database,
    on: date,
    *,
    only: Collection[OfficerId] | None = None,
    voided: bool = False,
    seen_by: DistrictId | None = None,
) -> Overview:
    """Find where each officer on the roster, or of `only`, stands on the day `on`.

    Officers who were voided are left out unless asked for. What `seen_by`
    gets to read tells nothing of the contracts of other districts.
    """
    with kept.no_collecting():
        with db.plain() as reader:
            law, policy = agency_facts.law_of(reader), loading.policy(reader)
            labels = loading.district_labels(reader)
            records = loading.records(reader, only=only, voided=voided)
        if seen_by is not None:
            records = [seen_from(seen_by, record) for record in records]
        found = [(record, evaluate(record, policy, law, on)) for record in records]
        found.sort(key=_urgency)
        places = {each: search_key(" ".join(labels[each])) for each in labels}
        rows = tuple([_row(record, finding, labels, places) for record, finding in found])
    return Overview(on=on, rows=rows, counts=_counts(rows))


def crossed(shown: Overview, settings: Settings, last_shown: date) -> tuple[OverviewRow, ...]:
    """The officers whose deadline crossed a lead time, or passed, after `last_shown`.

    Lead times run up to the nominal date; the last crossing of all is the
    day after the legal date, when the officer is overdue.
    """
    return tuple(row for row in shown.rows if _crossed(row.finding, settings, last_shown, shown.on))


def _crossed(finding: Finding, settings: Settings, last_shown: date, on: date) -> bool:
    if finding.deadline is None or finding.status not in (Status.DUE, Status.OVERDUE):
        return False
    marks = [finding.deadline.nominal - timedelta(days=days) for days in settings.lead_times]
    marks.append(finding.deadline.legal + timedelta(days=1))
    return any(last_shown < mark <= on for mark in marks)


def _urgency(found: tuple[OfficerRecord, Finding]) -> tuple[int, int, str, int]:
    record, finding = found
    rank, day = _rank(finding)
    return rank, day, search_key(record.officer.sort_name), record.officer.id


def _rank(finding: Finding) -> tuple[int, int]:
    """What comes first, and by which date within it."""
    nominal = finding.deadline.nominal.toordinal() if finding.deadline else _LAST
    if finding.status is Status.OVERDUE and finding.deadline is not None:
        return 0, finding.deadline.legal.toordinal()  # longest overdue first
    if finding.light is Light.RED:
        return 1, nominal
    if finding.status is Status.DUE:
        return 2, nominal
    if finding.light is Light.AMBER:
        return 3, nominal
    return (4 if finding.light is Light.GREEN else 5), _LAST


def _row(
    record: OfficerRecord,
    finding: Finding,
    labels: Mapping[DistrictId, tuple[str, str]],
    places: Mapping[DistrictId, str],
) -> OverviewRow:
    ids = _districts(record, finding)
    return OverviewRow(
        officer=record.officer,
        districts=tuple([labels[district][0] for district in ids]),
        district_ids=ids,
        finding=finding,
        search=_search(record.officer, finding, [places[district] for district in ids]),
    )


def _districts(record: OfficerRecord, finding: Finding) -> tuple[DistrictId, ...]:
    """Of the period found; else wherever the officer is assigned, each once, as entered."""
    if finding.period is not None:
        return finding.period.districts
    live = (each.district for each in record.assignments if each.voided is None)
    return tuple(dict.fromkeys(live))


def _search(officer: Officer, finding: Finding, places: Iterable[str]) -> str:
    return "\n".join(
        (
            search_key(f"{officer.name} {officer.sort_name} {officer.badge} {officer.rank}"),
            " ".join(filter(None, places)),
            _search_of_finding(finding.paragraph, finding.status, finding.light, finding.gaps),
        )
    )


@lru_cache(maxsize=1024)
def _search_of_finding(
    paragraph: str | None, status: Status, light: Light, gaps: tuple[Gap, ...]
) -> str:
    words = [paragraph or "", status_words(status), light_words(light), *map(gap_words, gaps)]
    return search_key(" ".join(words))


def _counts(rows: Iterable[OverviewRow]) -> Mapping[Light, int]:
    counts = dict.fromkeys(Light, 0)
    for row in rows:
        counts[row.finding.light] += 1
    return counts


def of_officers(shown: Overview, officers: Iterable[OfficerId]) -> tuple[OverviewRow, ...]:
    """The rows of `officers`, in the order of urgency."""
    wanted = frozenset(officers)
    return tuple(row for row in shown.rows if row.officer.id in wanted)
