"""What each generated certificate says, and what a careful person would enter from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sro_desk.domain.names import search_key
from sro_desk.domain.records import CourseId, OfficerId
from tests.intake.papers import people
from tests.intake.papers.people import ALIKE, BY_NAME, NICKNAMES, ROSTER, STRANGERS

_COURSES = {
    people.MANDATED: (
        "School Resource Officer Training (POST-approved, subd. 4 objectives)",
        "School Resource Officer Training",
        "SCHOOL RESOURCE OFFICER TRAINING",
    ),
    people.SUPPLEMENTAL: (
        "SRO Supplemental Training",
        "School Resource Officer Supplemental Training",
        "SRO SUPPLEMENTAL TRAINING (BOARD-APPROVED)",
    ),
    people.STANDARD: (
        "Standardized Basic School Resource Officer Training",
        "Standardized Basic SRO Training",
        "STANDARDIZED BASIC SCHOOL RESOURCE OFFICER TRAINING",
    ),
    people.NASRO: (
        "Basic School Resource Officer Course",
        "Basic SRO Course",
        "NASRO Basic School Resource Officer Course",
    ),
    people.CRISIS: ("Crisis Intervention Team Training", "CRISIS INTERVENTION TEAM TRAINING"),
    people.THREAT: ("Threat Assessment for Schools", "THREAT ASSESSMENT FOR SCHOOLS"),
    people.ADVANCED: ("Advanced School Resource Officer Course", "Advanced SRO Course"),
    people.JUVENILE: ("Juvenile Law Update", "Juvenile Law Update"),
}
_PROVIDERS = {
    people.SUPPLEMENTAL: "Prairie Peace Officer Academy",
    people.THREAT: "Bluestem School Safety Associates",
}
_SIGNERS = (
    ("Marguerite Delacroix", "Director of Training"),
    ("Leonard Achterberg", "Course Coordinator"),
    ("Sgt. Josephine Tallgrass", "Lead Instructor"),
    ("Ingrid Halvorsen", "Lead Instructor"),  # on the roster too
    ("Dr. Octavia Brandvold", "Executive Director"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One name as the roster has it and as the paper prints it."""

    name: str
    printed: str
    officers: frozenset[OfficerId]  # one; two where like-named; none where not on the roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The truth about one certificate, and the noise around it."""

    holder: Holder
    course: CourseId
    title: str
    provider: str
    first: date
    last: date
    issued: date
    printed_on: date
    born: date
    expires: date
    hours: int
    number: str
    post_number: str
    signer: str
    signer_title: str
    others: tuple[Holder, ...] = ()  # of the same class

    @property
    def days(self) -> int:
        """How many days the course ran."""
        return (self.last - self.first).days + 1


def facts(layout: str, count: int) -> Iterator[Facts]:
    """The same `count` certificates for the same `layout` each time."""
    chance = Random(layout)  # noqa: S311 - the same each time
    courses = list(_COURSES)
    for turn in range(count):
        course = courses[(turn + chance.randrange(8)) % len(courses)]
        last = date(2025, 2, 3) + timedelta(days=chance.randrange(600))
        if course in (people.STANDARD, people.NASRO):
            last = date(2019, 6, 3) + timedelta(days=chance.randrange(2200))
        while last.weekday() > 4:
            last -= timedelta(days=1)
        length = chance.choice((0, 0, 1, 2, 4, 4))
        issued = last + timedelta(days=chance.choice((1, 3, 5)))
        signer, signer_title = chance.choice(_SIGNERS)
        yield Facts(
            holder=_holder(turn, chance, signer),
            course=course.id,
            title=chance.choice(_COURSES[course]),
            provider=course.provider or _PROVIDERS[course],
            first=last - timedelta(days=length),
            last=last,
            issued=issued,
            printed_on=issued + timedelta(days=11),
            born=date(1979, 3, 14) + timedelta(days=chance.randrange(6000)),
            expires=last.replace(day=1, year=last.year + 3),
            hours=chance.choice((8, 16, 24, 40)),
            number=f"{chance.choice('ABKT')}{last.year}-{chance.randrange(10_000):04}",
            post_number=course.post_number or f"{chance.randrange(9000, 13000)}-{turn:04}",
            signer=signer,
            signer_title=signer_title,
            others=tuple(_plain(name) for name in chance.sample(_unlike(signer), 5)),
        )


def _unlike(signer: str) -> list[str]:
    alike = frozenset().union(*ALIKE)
    return [each.name for each in ROSTER if each.id not in alike and each.name != signer]


def _plain(name: str) -> Holder:
    return Holder(name=name, printed=name, officers=frozenset({BY_NAME[name].id}))


def _holder(turn: int, chance: Random, signer: str) -> Holder:
    """The fifth of each layout is like-named, the sixth a stranger; the others are unlike."""
    if turn % 6 == 4:
        alike = chance.choice(ALIKE)
        officer = chance.choice([each for each in ROSTER if each.id in alike])
        printed = "John Smith" if "Smith" in officer.name else officer.name
        return Holder(name=officer.name, printed=printed, officers=alike)
    if turn % 6 == 5:
        name = chance.choice(STRANGERS)
        return Holder(name=name, printed=name, officers=frozenset())
    name = chance.choice(_unlike(signer))
    return Holder(
        name=name,
        printed=_printed(name, chance.randrange(8)),
        officers=frozenset({BY_NAME[name].id}),
    )


def _printed(name: str, how: int) -> str:
    if how == 0:
        return name.upper()
    if how == 1:
        return _comma(name)
    if how == 2:
        return f"{('Sgt.', 'Deputy', 'Officer')[len(name) % 3]} {name}"
    if how == 3:
        return NICKNAMES.get(name, name)
    if how == 4:
        return " ".join(word.capitalize() for word in search_key(name).split())
    if how == 5:
        first, _, rest = name.partition(" ")
        return f"{first} Q. {rest}" if rest.count(" ") == 0 else name
    return name


def _comma(name: str) -> str:
    filed = BY_NAME[name].sort_name
    return filed if filed.count(",") == 1 else name
