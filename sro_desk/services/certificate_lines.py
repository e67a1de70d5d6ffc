"""The list of all certificates: many, so they are read as plain tuples."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.dates import us_date
from sro_desk.domain.names import search_key
from sro_desk.domain.records import CertificateId, CourseId, DistrictId, OfficerId, Sha256
from sro_desk.domain.sentences import course_kind_words
from sro_desk.services import kept, loading
from sro_desk.storage.database import Database
from sro_desk.storage.plain import Reader

_HOLDERS = "SELECT id, name, sort_name, badge, voided_at, voided_reason FROM officer"
_SERVED = """
SELECT officer_id, district_id FROM assignment WHERE voided_at IS NULL ORDER BY assumed, id
"""


class CertificateLine(NamedTuple):
    """One certificate as the list of all of them shows it; a tuple, for there are many."""

    id: CertificateId
    officer: OfficerId
    officer_name: str
    officer_sort_name: str
    course: CourseId
    course_title: str
    course_kind: CourseKind
    completed_on: date
    issued_on: date | None
    number: str
    copy: Sha256 | None
    copy_name: str  # the file's original name; "" without a copy
    voided: str | None  # the reason; None while it counts
    districts: tuple[str, ...]  # short labels of the officer's districts
    district_ids: tuple[DistrictId, ...]
    search: str  # compare with `names.search_key(typed)`
    officer_place: int  # where the officer's filing name stands among all
    number_place: int  # likewise the certificate's number: whole numbers sort fast


class _Holder(NamedTuple):
    """What each line repeats of its officer."""

    name: str
    sort_name: str
    voided: str | None
    districts: tuple[str, ...]
    district_ids: tuple[DistrictId, ...]
    search: str
    place: int


class _Folded(NamedTuple):
    """A text as the search sees it, and its place when such texts are sorted."""

    search: str
    place: int


class _Title(NamedTuple):
    """What each line repeats of its course."""

    title: str
    kind: CourseKind
    search: str


def all_certificates(db: Database) -> tuple[CertificateLine, ...]:
    """Every certificate, voided ones too, newest completion first."""
    newest_first = f"{kept.CERTIFICATES} ORDER BY completed_on DESC, id DESC"
    with kept.no_collecting(), db.plain() as reader:
        holders, titles = _holders(reader), _titles(reader)
        copies: dict[str, str] = dict(reader.rows("SELECT sha256, original_name FROM copy"))
        found = reader.rows(newest_first)
        numbers = _folded(row[5] for row in found)
        return tuple(
            _line(row, holders[row[1]], titles[row[2]], numbers[row[5]], copies) for row in found
        )


def _line(
    row: Any, holder: _Holder, title: _Title, number: _Folded, copies: Mapping[str, str]
) -> CertificateLine:
    copy = row[7]
    completed, written = _completed(row[3])
    found = f"{holder.search} {title.search} {written} {number.search}"
    return CertificateLine(
        row[0],
        row[1],
        holder.name,
        holder.sort_name,
        row[2],
        title.title,
        title.kind,
        completed,
        kept.maybe_day(row[4]),
        row[5],
        copy,
        copies[copy] if copy is not None else "",
        holder.voided if row[9] is None else row[8],
        holder.districts,
        holder.district_ids,
        found,
        holder.place,
        number.place,
    )


def _folded(texts: Iterable[str]) -> dict[str, _Folded]:
    """Each text as it is found, and where it stands among all of them."""
    keys = {text: search_key(text) for text in set(texts)}
    places = {key: place for place, key in enumerate(sorted(set(keys.values())))}
    return {text: _Folded(key, places[key]) for text, key in keys.items()}


@lru_cache(maxsize=65536)
def _completed(on: str) -> tuple[date, str]:
    """The date, and how people may write it in a filter."""
    completed = kept.day(on)
    return completed, f"{us_date(completed)} {on}"


def _titles(reader: Reader) -> dict[int, _Title]:
    found = {}
    for course in map(kept.course, reader.rows(kept.COURSES)):
        words = f"{course.title} {course.provider} {course_kind_words(course.kind)}"
        found[int(course.id)] = _Title(course.title, course.kind, search_key(words))
    return found


def _holders(reader: Reader) -> dict[int, _Holder]:
    labels, served = loading.district_labels(reader), _served(reader)
    found = {}
    roster = reader.rows(_HOLDERS)
    filed = _folded(sort_name for _, _, sort_name, *_ in roster)
    for officer, name, sort_name, badge, voided_at, reason in roster:
        ids = tuple(served[officer])
        places = [labels[district] for district in ids]
        found[officer] = _Holder(
            name,
            sort_name,
            None if voided_at is None else f"Officer voided: {reason}",
            tuple(label for label, _ in places),
            ids,
            search_key(" ".join([name, badge, *(word for place in places for word in place)])),
            filed[sort_name].place,
        )
    return found


def _served(reader: Reader) -> defaultdict[int, dict[DistrictId, None]]:
    """The districts of each officer, in the order of the assignments."""
    found: defaultdict[int, dict[DistrictId, None]] = defaultdict(dict)
    for officer, district in reader.rows(_SERVED):
        found[officer][DistrictId(district)] = None
    return found
