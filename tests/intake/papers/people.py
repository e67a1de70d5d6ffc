"""The roster and the catalogue that the generated certificates are read against."""

from datetime import date
from decimal import Decimal

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.names import filed_under
from sro_desk.domain.records import Course, CourseId, Officer, OfficerId

TODAY = date(2026, 11, 24)
_NAMES = (
    ("Kim Xiong", ""),
    ("Pa Houa Vang", ""),
    ("Tou Ger Yang", ""),
    ("Mai See Thao", ""),
    ("Abdirahman Mohamed Hassan", ""),
    ("Fadumo Ali Warsame", ""),
    ("Ayaan Yusuf", ""),
    ("Nguyễn Thị Ánh", "Nguyễn, Thị Ánh"),
    ("Trần Văn Đức", "Trần, Văn Đức"),
    ("María Elena García López", "García López, María Elena"),
    ("José Hernández-Ruiz", ""),
    ("Lucía Ortiz", ""),
    ("Bjørn Ødegaard", ""),
    ("Kristín Lindqvist", ""),
    ("Sven Håkansson", ""),
    ("Ingrid Halvorsen", ""),
    ("William Anderson", ""),
    ("Siobhán O'Brien", ""),
    ("Robert McDonald Jr.", ""),
    ("Anna van der Berg", ""),
    ("DeShawn Washington", ""),
    ("Katherine Peterson", ""),
    ("Erik Olson", ""),
    ("Eric Olsen", ""),
    ("John A. Smith", ""),
    ("John B. Smith", ""),
)
ROSTER = tuple(
    Officer(
        id=OfficerId(number),
        name=name,
        sort_name=filed or filed_under(name),
        badge=str(400 + number),
        post_license=str(21000 + 37 * number),
    )
    for number, (name, filed) in enumerate(_NAMES, start=1)
)
BY_NAME = {officer.name: officer for officer in ROSTER}
ALIKE = (
    frozenset({BY_NAME["Erik Olson"].id, BY_NAME["Eric Olsen"].id}),
    frozenset({BY_NAME["John A. Smith"].id, BY_NAME["John B. Smith"].id}),
)
STRANGERS = ("Rebecca Lundgren", "Marcus Whitfield", "Chue Lor", "Hodan Farah", "Diego Fuentes")
NICKNAMES = {
    "William Anderson": "Bill Anderson",
    "Katherine Peterson": "Kathy Peterson",
    "Robert McDonald Jr.": "Bob McDonald Jr.",
}


def _course(
    number: int, title: str, kind: CourseKind, provider: str = "", post: str = ""
) -> Course:
    return Course(
        id=CourseId(number),
        title=title,
        kind=kind,
        provider=provider,
        post_number=post,
        credits=Decimal(40) if kind is CourseKind.BASIC else None,
    )


MANDATED = _course(
    1,
    "School Resource Officer Training (POST-approved, subd. 4 objectives)",
    CourseKind.MANDATED,
    "North Metro Public Safety Institute",
    "11482-0071",
)
SUPPLEMENTAL = _course(2, "SRO Supplemental Training (board-approved)", CourseKind.SUPPLEMENTAL)
STANDARD = _course(
    3,
    "Standardized Basic School Resource Officer Training",
    CourseKind.BASIC,
    "Minnesota School Safety Center",
)
NASRO = _course(4, "Basic School Resource Officer Course", CourseKind.BASIC, "NASRO")
CRISIS = _course(
    5, "Crisis Intervention Team Training", CourseKind.OTHER, "River Cities Cooperative"
)
THREAT = _course(6, "Threat Assessment for Schools", CourseKind.OTHER)
ADVANCED = _course(7, "Advanced School Resource Officer Course", CourseKind.OTHER, "NASRO")
JUVENILE = _course(8, "Juvenile Law Update", CourseKind.OTHER, "Lakes Legal Training")
OTHER = _course(9, "Other training", CourseKind.OTHER)
CATALOGUE = (
    MANDATED, SUPPLEMENTAL, STANDARD, NASRO, CRISIS, THREAT, ADVANCED, JUVENILE, OTHER,
)  # fmt: skip
