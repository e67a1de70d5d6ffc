"""A row of the roster."""

from sro_desk.domain.changes import Kind
from sro_desk.domain.drafts import OfficerDraft
from sro_desk.domain.names import filed_under, search_key
from sro_desk.domain.problems import officer_problems
from sro_desk.domain.records import Officer
from sro_desk.domain.spreadsheets.book import draft_of, record_of, same_key
from sro_desk.domain.spreadsheets.people import Person
from sro_desk.domain.spreadsheets.rows import Row, Step, officers_meant

_FIELDS = (
    *("rank", "badge", "title", "post_license", "work_phone", "work_email"),
    *("employed_from", "employed_to", "withheld", "remarks"),
)


def plan_officer(row: Row) -> None:
    """Find who is meant, and say what the row adds or changes."""
    person = row.person("name")
    found = [each for each in officers_meant(row.book, person) if not _is_other(row, each, person)]
    same = [each for each in found if _draft(row, each, person) == _kept(row, each)]
    met = row.book.met
    chosen = next((each for each in same if each not in met), None) or next(iter(same), None)
    if chosen is None and len(found) > 1:
        row.was.clear()
        row.refuse_namesakes(person.name)
        return
    row.was.clear()
    _store(row, person, chosen if chosen is not None else next(iter(found), None))


def _store(row: Row, person: Person, officer: int | None) -> None:
    book = row.book
    if officer is None:
        draft = _filed(row.overlay(OfficerDraft(name=""), *_FIELDS, **_named(person)))
        row.was.clear()
        _say_likeness(row, person)
        officer = book.next_id()
    else:
        draft = _draft(row, officer, person)
        if draft == _kept(row, officer):
            book.met.add(officer)
            return
    row.hear(officer_problems(draft, others=_others(row, draft, officer)))
    row.steps.append(Step(kind=Kind.OFFICER, record=officer, draft=draft))
    row.keep(record_of(Officer, officer, draft))
    book.met.add(officer)


def _is_other(row: Row, officer: int, person: Person) -> bool:
    """A namesake: of another license, or of another badge and in an earlier row of the table."""
    kept = row.book.officers[officer]
    if kept.post_license and person.post_license:
        return not same_key(kept.post_license, person.post_license)
    badges = (kept.badge, person.badge)
    return officer in row.book.met and all(badges) and not same_key(*badges)


def _kept(row: Row, officer: int) -> OfficerDraft:
    return draft_of(OfficerDraft, row.book.officers[officer])


def _draft(row: Row, officer: int, person: Person) -> OfficerDraft:
    """What the officer would be; a name that is only written otherwise stays as it is."""
    kept = _kept(row, officer)
    said = {}
    if person.name and not _is_called(kept, person):
        said = _named(person)
    elif "sort_name" in row.given:
        said = {"sort_name": person.sort_name}
    rank = {"rank": person.rank} if person.rank and not kept.rank else {}
    return row.overlay(kept, *_FIELDS, **said, **({} if "rank" in row.given else rank))


def _is_called(kept: OfficerDraft, person: Person) -> bool:
    key = search_key(person.name)
    if not key:
        return person.name == kept.name
    return key in (search_key(kept.name), search_key(kept.sort_name))


def _named(person: Person) -> dict[str, str]:
    said = {"name": person.name, "sort_name": person.sort_name, "rank": person.rank}
    return {name: text for name, text in said.items() if text}


def _filed(draft: OfficerDraft) -> OfficerDraft:
    if draft.sort_name:
        return draft
    values = {name: getattr(draft, name) for name in _FIELDS}
    return OfficerDraft(name=draft.name, sort_name=filed_under(draft.name), **values)


def _others(row: Row, draft: OfficerDraft, itself: int) -> list[Officer]:
    """Those that can be compared at all: of the same name or badge."""
    book = row.book
    found = [*book.officers_named(draft.name), *book.officers_by("badge", draft.badge)]
    return [book.officers[each] for each in dict.fromkeys(found) if each != itself]


def _say_likeness(row: Row, person: Person) -> None:
    like = [row.book.officers[each].name for each in row.book.like(person.name)]
    others = [name for name in like if search_key(name) != search_key(person.name)]
    if others:
        row.remark("name", f"{others[0]} is on the roster already. Is this another person?")
