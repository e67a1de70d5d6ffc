"""A row of districts and schools."""

from sro_desk.domain.changes import Kind
from sro_desk.domain.codes import DistrictKind
from sro_desk.domain.drafts import DistrictDraft, SchoolDraft
from sro_desk.domain.problems import district_problems, school_problems
from sro_desk.domain.records import District, DistrictId, School
from sro_desk.domain.spreadsheets.book import draft_of, record_of
from sro_desk.domain.spreadsheets.places import Label, Listed, bare_number, label_in
from sro_desk.domain.spreadsheets.rows import Row, Step

_FIELDS = ("citation", "contact_name", "contact_email")


def plan_district(row: Row) -> None:
    """The district first, then the school that the row names."""
    district = _plan_district(row)
    if district is not None and "school" in row.given and not row.blocked:
        _plan_school(row, district)


def _plan_district(row: Row) -> int | None:
    found = _meant(row)
    if len(found) > 1:
        said = row.text("name") or row.text("state_id")
        names = ", ".join(row.book.districts[each].name for each in found[:4])
        row.refuse("name", f"{said} may be any of {names}. Write the kind and the number.")
        return None
    if found:
        return _change(row, found[0])
    return _add(row)


def _meant(row: Row) -> list[int]:
    """By kind and number where the row says the number, else by what it calls the district."""
    book, number = row.book, _label(row)
    called = book.districts_called(row.text("name"))
    if called and "state_id" not in row.given:
        return called[:1]
    if number is not None or "state_id" in row.given:
        text = row.text("state_id") if number is None else number.number
        kind = _kind_said(row)
        found = [
            each
            for each in book.districts_numbered(text)
            if kind in (None, book.districts[each].kind)
        ]
        if found:
            return _narrowed(row, found)
    found = book.districts_meant(row.text("name")) if "name" in row.given else []
    if number is not None or "state_id" in row.given:  # the same name with another number
        text = row.text("state_id") if number is None else number.number
        found = [each for each in found if not _numbered_otherwise(row, each, text)]
    return _narrowed(row, found)


def _narrowed(row: Row, found: list[int]) -> list[int]:
    """Of districts alike, those that are called exactly as the row says."""
    named = [each for each in found if row.book.districts[each].name == row.text("name")]
    exact = [e for e in named if row.book.districts[e].state_id == row.text("state_id")]
    return (exact or named)[:1] or found


def _numbered_otherwise(row: Row, district: int, text: str) -> bool:
    kept = row.book.districts[district].state_id
    return bool(kept) and bare_number(kept) != bare_number(text)


def _change(row: Row, district: int) -> int:
    book = row.book
    kept = draft_of(DistrictDraft, book.districts[district])
    said: dict[str, object] = {}
    if "name" in row.given and not _is_label(row) and district not in _called(row):
        said["name"] = row.text("name")
    if "state_id" in row.given and bare_number(kept.state_id) != bare_number(_number(row)):
        said["state_id"] = _number(row)
    kind = _kind_said(row)
    if kind is not None:
        said["kind"] = kind
    draft = row.overlay(kept, *_FIELDS, **said)
    if draft != kept:
        others = [each for each in book.districts.values() if each.id != district]
        row.hear(district_problems(draft, others=others))
        row.steps.append(Step(kind=Kind.DISTRICT, record=district, draft=draft))
        row.keep(record_of(District, district, draft))
    return district


def _called(row: Row) -> list[int]:
    return row.book.districts_meant(row.text("name"))


def _add(row: Row) -> int | None:
    listed = _listed(row)
    kind = _kind_said(row) or (listed.kind if listed else None)
    if kind is None:
        row.refuse(
            "kind",
            "Say what kind of district this is: independent, special, charter or cooperative.",
        )
        return None
    name = row.text("name")
    if listed is not None and (not name or _is_label(row)):
        name = listed.name
    number = _number(row)
    if listed is not None and bare_number(number) in ("", bare_number(listed.state_id)):
        number = listed.state_id
    blank = DistrictDraft(name=" ".join(name.split()), kind=kind, state_id=number)
    draft = row.overlay(blank, *_FIELDS)
    row.was.clear()
    row.hear(district_problems(draft, others=tuple(row.book.districts.values())))
    district = row.book.next_id()
    row.steps.append(Step(kind=Kind.DISTRICT, record=district, draft=draft))
    row.keep(record_of(District, district, draft))
    return district


def _plan_school(row: Row, district: int) -> None:
    book, name = row.book, row.text("school")
    if book.schools_meant(name, district):
        return
    draft = SchoolDraft(district=DistrictId(district), name=name)
    others = [each for each in book.schools.values() if each.district == district]
    row.hear(school_problems(draft, others=others), name="school")
    school = book.next_id()
    row.steps.append(Step(kind=Kind.SCHOOL, record=school, draft=draft))
    row.keep(record_of(School, school, draft))


def _label(row: Row) -> Label | None:
    """The number, from its own column or out of the district's."""
    if "state_id" not in row.given:
        return label_in(row.text("name"))
    own = label_in(row.text("state_id"))
    return own if own is not None and own.alone else None


def _number(row: Row) -> str:
    text = row.text("state_id")
    label = _label(row)
    if label is None or text.isdecimal():
        return text
    return label.number


def _is_label(row: Row) -> bool:
    label = label_in(row.text("name"))
    return label is not None and label.alone and not row.text("name").isspace()


def _kind_said(row: Row) -> DistrictKind | None:
    kind: DistrictKind | None = row.given.get("kind")
    if kind is not None:
        return kind
    for text in (row.text("state_id"), row.text("name")):
        label = label_in(text)
        if label is not None and label.kind is not None:
            return label.kind
    return None


def _listed(row: Row) -> Listed | None:
    """The one district of the state's list that the row may mean."""
    kind = _kind_said(row)
    for text in (row.text("state_id"), row.text("name")):
        found = [each for each in row.book.listed_meant(text) if kind in (None, each.kind)]
        if len(found) == 1:
            return found[0]
    return None
