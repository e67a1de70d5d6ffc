"""The districts, schools and courses that a row names, found on file or in earlier rows."""

from sro_desk.domain.changes import Kind
from sro_desk.domain.codes import CourseKind
from sro_desk.domain.course_kinds import counts_toward
from sro_desk.domain.drafts import CourseDraft
from sro_desk.domain.names import search_key
from sro_desk.domain.problems import course_problems
from sro_desk.domain.records import Course
from sro_desk.domain.spreadsheets.book import record_of, same_key
from sro_desk.domain.spreadsheets.cells import course_kind_of
from sro_desk.domain.spreadsheets.rows import Row, Step, code_words
from sro_desk.domain.spreadsheets.sheets import trimmed


def places_of(row: Row) -> list[tuple[int, int | None]]:
    """District and school of a row: one pair, or several where names are shared; none is said."""
    if "district" not in row.given:
        return _by_school(row)
    said = row.text("district")
    districts = row.book.districts_meant(said)
    if not districts:
        row.refuse(
            "district", f"No district on file is called {said}. Enter or import the district first."
        )
    if "school" not in row.given:
        return [(each, None) for each in districts]
    school = row.text("school")
    found: list[tuple[int, int | None]] = [
        (district, each)
        for district in districts
        for each in row.book.schools_meant(school, district)
    ]
    if districts and not found:
        name = row.book.districts[districts[0]].name
        row.refuse(
            "school",
            f"{name} has no school called {school} on file. Enter or import the school first.",
        )
    return found


def refuse_places(row: Row, places: list[tuple[int, int | None]]) -> None:
    """Say that several places are meant."""
    names = dict.fromkeys(row.book.districts[district].name for district, _ in places)
    field = "district" if "district" in row.given else "school"
    row.refuse(
        field, f"{row.text(field)} may be any of {', '.join(names)}. Write the kind and the number."
    )


def course_of(row: Row) -> Course | None:
    """The course of a row; one that the row names with its kind is added to the catalogue."""
    title, kind = row.text("course"), row.given.get("course_kind")
    found = _courses(row, title, kind)
    if len(found) == 1:
        return row.book.courses[found[0]]
    if found:
        field = "course" if title else "course_kind"
        titles = "; ".join(row.book.courses[each].title for each in found[:4])
        row.refuse(field, f"Several courses of the catalogue fit: {titles}. Write the title.")
        return None
    if not title:
        row.refuse("course", "Say which course this is.")
        return None
    if kind is None:
        row.refuse("course", _unknown(row, title))
        return None
    return _new_course(row, title, kind)


def _by_school(row: Row) -> list[tuple[int, int | None]]:
    school = row.text("school")
    found = row.book.schools_meant(school) if school else []
    if not found:
        words = f"No school on file is called {school}." if school else "Say which district."
        row.refuse("school" if school else "district", words)
    return [(row.book.schools[each].district, each) for each in found]


def _courses(row: Row, title: str, kind: CourseKind | None) -> list[int]:
    """By title, narrowed by kind and provider; words that only name a kind mean its one course."""
    courses = row.book.courses
    found = row.book.courses_meant(title) if title else []
    if not found and title and (named := course_kind_of(title)) is not None:
        kind, title = kind or named, ""
    if not found and not title and kind is not None:
        found = [each.id for each in courses.values() if each.kind is kind]
    if kind is not None:
        found = [each for each in found if courses[each].kind is kind]
    return _of_provider(row, found, whole=bool(title) and kind is not None)


def _of_provider(row: Row, found: list[int], *, whole: bool) -> list[int]:
    """Those of the row's provider; a course that is told as a `whole` is another for another."""
    courses, said = row.book.courses, row.text("provider")
    exact = [each for each in found if trimmed(courses[each].provider) == said]
    same = exact or [each for each in found if same_key(courses[each].provider, said)]
    if same:
        alike = {(courses[e].title, courses[e].provider, courses[e].kind) for e in same}
        return same[:1] if len(alike) == 1 else same
    return [] if whole and said else found


def _new_course(row: Row, title: str, kind: CourseKind) -> Course:
    draft = CourseDraft(title=" ".join(title.split()), kind=kind, provider=row.text("provider"))
    row.hear(course_problems(draft), title="course")
    row.remark(
        "course",
        f"Added to the catalogue as {code_words(kind).casefold()}: {counts_toward(kind)}.",
    )
    course = record_of(Course, row.book.next_id(), draft)
    row.steps.append(Step(kind=Kind.COURSE, record=course.id, draft=draft))
    row.keep(course)
    return course


def _unknown(row: Row, title: str) -> str:
    words = set(search_key(title).split())
    like = [c.title for c in row.book.courses.values() if words & set(search_key(c.title).split())]
    hint = f" Is it “{like[0]}”?" if like else ""
    return (
        f"The catalogue has no course called {title}.{hint} Write its title as in Settings, "
        "or say its kind in a column of its own."
    )
