"""What the kind of a course means, said to the person who chooses it."""

from sro_desk.domain.codes import CourseKind

_COUNTS = {
    CourseKind.MANDATED: "counts toward V.A, V.B and V.C",
    CourseKind.SUPPLEMENTAL: "counts toward V.B only",
    CourseKind.BASIC: "opens V.B when completed on or before 08/31/2025",
    CourseKind.OTHER: "counts toward nothing; kept on file",
}
_EXPLAINED = {
    CourseKind.MANDATED: (
        "A POST-approved course on the learning objectives of subd. 4: the training that the"
        " statute asks for. It counts toward V.A, V.B and V.C."
    ),
    CourseKind.SUPPLEMENTAL: (
        "The supplemental course approved by the board. It satisfies V.B, for officers with an"
        " earlier Basic SRO course, and nothing else."
    ),
    CourseKind.BASIC: (
        "The School Safety Center's or NASRO's Basic SRO course. Completed on or before"
        " 08/31/2025, it gives until 05/31/2027 (V.B); it never satisfies the training itself."
    ),
    CourseKind.OTHER: "Any other course. It counts toward nothing and is kept on file.",
}


def counts_toward(kind: CourseKind) -> str:
    """What a certificate of this kind counts toward, to stand after the kind's name."""
    return _COUNTS[kind]


def kind_explained(kind: CourseKind) -> str:
    """The kind in a sentence or two, for the form in which it is chosen."""
    return _EXPLAINED[kind]
