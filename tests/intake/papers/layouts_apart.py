"""Layouts kept apart: never tuned against, measured last.

A layout that teaches something moves to the others, and a new one is drawn in its place
before the guessing is changed: `across`, `dotted`, `memo`, `email`,
`turned_round`, `spelled_out` and `slip` did.
"""

from collections.abc import Callable

from tests.intake.papers.drawing import (
    LANDSCAPE,
    Sheet,
    short,
    slashed,
    spanned,
    written,
)
from tests.intake.papers.facts import Facts


def ruled(it: Facts) -> bytes:
    """Every value on a line with its label beneath."""
    sheet = Sheet(LANDSCAPE)
    sheet.middle(530, "Certificate of Training", 30, bold=True)
    sheet.middle(500, it.provider, 12)
    for y, value, label in (
        (420, it.holder.printed, "Name of Officer"),
        (350, it.title, "Title of Course"),
    ):
        sheet.middle(y, value, 18, bold=True)
        sheet.rule(196, y - 6, 400)
        sheet.middle(y - 20, label, 9)
    for x, value, label in (
        (70, written(it.last), "Date of Completion"),
        (300, str(it.hours), "Number of Hours"),
        (530, it.number, "Certificate Number"),
    ):
        sheet.text(x, 260, value, 13)
        sheet.rule(x, 254, 190)
        sheet.text(x, 240, label, 9)
    for x, value, label in (
        (70, it.signer, it.signer_title),
        (530, slashed(it.issued), "Date"),
    ):
        sheet.text(x, 130, value, 12)
        sheet.rule(x, 124, 190)
        sheet.text(x, 110, label, 9)
    return sheet.finish()


def parchment(it: Facts) -> bytes:
    """Of the old school: the agency under the name, the provider amid the sentence, two days."""
    sheet = Sheet()
    sheet.middle(700, "Certificate", 34, italic=True)
    sheet.middle(640, "Know all persons by these presents that", 11, italic=True)
    sheet.middle(606, it.holder.printed, 22, bold=True)
    sheet.middle(582, "of the Birch Lake Police Department", 11)
    sheet.middle(552, "has satisfied the requirements of", 11, italic=True)
    sheet.middle(524, it.title, 15 if len(it.title) < 50 else 12, bold=True)
    sheet.middle(496, f"conducted by {it.provider}", 11)
    sheet.middle(474, f"from {written(it.first)} to {written(it.last)}", 11)
    sheet.middle(454, f"comprising {it.hours} hours of instruction.", 11)
    sheet.middle(400, f"Given under our hands this {_nth(it.issued.day)} day of", 10, italic=True)
    sheet.middle(384, f"{written(it.issued).split()[0]}, {it.issued.year}", 10, italic=True)
    sheet.text(90, 250, it.signer, 12, italic=True)
    sheet.text(90, 234, it.signer_title, 9)
    sheet.text(400, 234, f"Register no. {it.number}", 9)
    return sheet.finish()


def with_rules(it: Facts) -> bytes:
    """Facts above, rules in small print below that name courses and days of their own."""
    sheet = Sheet()
    sheet.text(60, 740, it.provider, 16, bold=True)
    sheet.text(60, 700, "Verification of Training", 20, bold=True)
    rows = (
        ("Peace officer", it.holder.printed),
        ("Title of training", it.title),
        ("Completion date", slashed(it.last)),
        ("POST credit hours", str(it.hours)),
        ("Certificate #", it.number),
    )
    for at, (label, value) in enumerate(rows):
        x, y = 60, 650 - at * 46
        sheet.text(x, y, label, 8)
        sheet.text(x, y - 16, value, 12 if len(value) < 60 else 9, bold=True)
    words = (
        "Under Minn. Stat. 626.8482, effective August 1, 2025, school resource officers complete "
        "training before they assume their duties. The Basic School Resource Officer Course or a "
        "standardized course completed on or before August 31, 2025 may allow until June 1, 2027. "
        f"Rev. {slashed(it.born)}. Questions: Chief Ingrid Halvorsen, 651-555-0100."
    )
    sheet.paragraph(60, 380, words, 480, 7.5, 10)
    sheet.text(60, 250, it.signer, 11, italic=True)
    sheet.text(60, 236, it.signer_title, 8)
    return sheet.finish()


def filled_in(it: Facts) -> bytes:
    """A form whose values were typed into fields of the PDF."""
    sheet = Sheet()
    sheet.middle(730, it.provider, 14, bold=True)
    sheet.middle(700, "Continuing Education Attendance Form", 16, bold=True)
    form = sheet.canvas.acroForm
    rows = (
        ("Officer's name", it.holder.printed),
        ("Employing agency", "Birch Lake Police Department"),
        ("Course attended", it.title),
        ("Date(s) attended", spanned(it.first, it.last)),
        ("Total hours", str(it.hours)),
        ("Course no.", it.post_number),
        ("Signature date", slashed(it.issued)),
    )
    for at, (label, value) in enumerate(rows):
        y = 640 - at * 40
        sheet.text(60, y + 5, label, 10)
        form.textfield(
            name=f"field{at}", value=value, x=190, y=y, width=360, height=20, fontSize=11,
            borderWidth=0, fontName="Helvetica",
        )  # fmt: skip
    return sheet.finish()


def stub(it: Facts) -> bytes:
    """Capitals without colons, days before months, a stub to tear off that repeats the name."""
    sheet = Sheet(LANDSCAPE)
    rows = (
        ("THIS CERTIFICATE IS PRESENTED TO", it.holder.printed),
        ("FOR COMPLETING", it.title.upper()),
        ("ON", f"{it.last.day} {short(it.last)[:3].upper()} {it.last.year}"),
        ("CREDIT HOURS", str(it.hours)),
        ("BY", it.provider.upper()),
    )
    for at, (label, value) in enumerate(rows):
        sheet.text(60, 540 - at * 62, label, 8, spaced=1)
        sheet.text(60, 518 - at * 62, value, 16 if len(value) < 50 else 11, bold=True)
    sheet.canvas.setDash(3, 3)
    sheet.canvas.line(590, 30, 590, 590)
    sheet.text(610, 540, "OFFICE COPY", 9, spaced=1)
    sheet.text(610, 510, it.holder.printed, 9)
    sheet.text(610, 490, f"DOB {slashed(it.born)}", 9)
    sheet.text(610, 470, f"No. {it.number}", 9)
    sheet.text(60, 120, it.signer, 11, italic=True)
    sheet.text(60, 104, it.signer_title.upper(), 8)
    return sheet.finish()


def cards(it: Facts) -> bytes:
    """Two columns of cards, the value large and what it is small beneath, figures of all kinds."""
    sheet = Sheet()
    sheet.text(54, 735, it.title, 17 if len(it.title) < 45 else 12, bold=True)
    sheet.text(54, 715, f"by {it.provider}", 10)
    values = (
        (it.holder.printed, "Learner"), ("Completed", "Status"),
        (short(it.last), "Completion date"), (short(it.first), "Start date"),
        (str(it.hours), "Credit hours"), ("92 %", "Final score"),
        (it.number, "Certificate number"), (str(21000 + it.hours), "POST license number"),
        (short(it.issued), "Certificate issued on"), (it.signer, "Instructor"),
    )  # fmt: skip
    for at, (value, label) in enumerate(values):
        x, y = 54 + 260 * (at % 2), 640 - 90 * (at // 2)
        sheet.canvas.roundRect(x, y - 30, 244, 74, 6)
        sheet.text(x + 12, y + 12, value, 16 if len(value) < 24 else 11, bold=True)
        sheet.text(x + 12, y - 8, label, 8)
    return sheet.finish()


def sideways(it: Facts) -> bytes:
    """Drawn sideways on an upright page, the sentence broken where it pleases."""
    sheet = Sheet()
    with sheet.turned(90, 612, 0):
        sheet.text(60, 520, it.provider, 13, bold=True)
        sheet.text(60, 470, "Recognition of Achievement", 24, bold=True)
        sheet.text(60, 420, "presented to", 11)
        sheet.text(60, 390, it.holder.printed, 20, bold=True)
        sheet.text(60, 355, "who participated in and completed", 11)
        sheet.text(60, 330, it.title, 14, bold=True)
        sheet.text(60, 300, f"{it.hours} hours, concluded on the {_nth(it.last.day)} day of", 11)
        sheet.text(60, 284, f"{written(it.last).split()[0]} {it.last.year}.", 11)
        sheet.text(60, 120, f"Issued {short(it.issued)}", 9)
        sheet.text(300, 120, f"ID {it.number}", 9)
        sheet.text(500, 140, it.signer, 12, italic=True)
        sheet.text(500, 124, it.signer_title, 9)
    return sheet.finish()


def _nth(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number < 20 else ending}"


LAYOUTS: dict[str, Callable[[Facts], bytes]] = {
    each.__name__: each for each in (ruled, filled_in, sideways, stub, cards, parchment, with_rules)
}
