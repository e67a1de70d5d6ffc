"""Layouts kept apart: never tuned against, measured last.

A layout that teaches something moves to the others, and a new one is drawn in its place
before the guessing is changed: `across`, `dotted`, `memo`, `email`,
`turned_round`, `spelled_out`, `slip`, `parchment` and `with_rules` did.
"""

import unicodedata
from collections.abc import Callable

from tests.intake.papers.drawing import (
    LANDSCAPE,
    Sheet,
    nth,
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


def with_syllabus(it: Facts) -> bytes:
    """A certificate at the left, what was taught at the right, hour by hour."""
    sheet = Sheet(LANDSCAPE)
    for y, words, size in (
        (520, it.provider, 13), (480, "awards this certificate to", 10),
        (446, it.holder.printed, 18), (412, "upon completion of", 10),
        (384, it.title, 12 if len(it.title) < 45 else 8.5),
        (354, spanned(it.first, it.last), 11), (330, f"{it.hours} hours", 11),
    ):  # fmt: skip
        sheet.text(215, y, words, size, bold=size > 11, align="middle")
    sheet.text(60, 140, it.signer, 11, italic=True)
    sheet.text(60, 124, it.signer_title, 8)
    sheet.text(250, 124, f"Certificate No. {it.number}", 8)
    sheet.text(460, 520, "Syllabus", 13, bold=True)
    topics = ("Welcome", "Adolescent development", "Lunch", "De-escalation", "Discipline and law")
    for at, topic in enumerate(topics):
        sheet.text(460, 490 - at * 22, f"{8 + at}:00 - {9 + at}:00", 9)
        sheet.text(560, 490 - at * 22, topic, 9)
    return sheet.finish()


def wallet(it: Facts) -> bytes:
    """A card of the size of a licence."""
    sheet = Sheet((270, 170))
    sheet.text(12, 150, it.provider.upper(), 7, bold=True)
    sheet.text(12, 128, it.holder.printed, 11, bold=True)
    sheet.text(12, 114, "has successfully completed", 6)
    sheet.text(12, 100, it.title, 8 if len(it.title) < 50 else 6, bold=True)
    sheet.text(12, 76, f"Completed: {it.last:%m/%d/%y}", 7)
    sheet.text(110, 76, f"Hours: {it.hours}", 7)
    sheet.text(180, 76, f"Cert. No. {it.number}", 7)
    sheet.text(12, 60, f"Expires: {it.expires:%m/%d/%y}", 7)
    sheet.text(12, 24, it.signer, 7, italic=True)
    sheet.text(12, 14, it.signer_title, 5)
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
            name=f"field{at}", value=_typed(value), x=190, y=y, width=360, height=20, fontSize=11,
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


def _typed(value: str) -> str:
    """As it was typed where the form's font has no other letters."""
    try:
        value.encode("latin-1")
    except UnicodeEncodeError:
        bare = unicodedata.normalize("NFKD", value.replace("Đ", "D").replace("đ", "d"))
        return bare.encode("ascii", "ignore").decode()
    return value


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
        sheet.text(60, 300, f"{it.hours} hours, concluded on the {nth(it.last.day)} day of", 11)
        sheet.text(60, 284, f"{written(it.last).split()[0]} {it.last.year}.", 11)
        sheet.text(60, 120, f"Issued {short(it.issued)}", 9)
        sheet.text(300, 120, f"ID {it.number}", 9)
        sheet.text(500, 140, it.signer, 12, italic=True)
        sheet.text(500, 124, it.signer_title, 9)
    return sheet.finish()


LAYOUTS: dict[str, Callable[[Facts], bytes]] = {
    each.__name__: each for each in (ruled, filled_in, sideways, stub, cards, with_syllabus, wallet)
}
