"""Layouts kept apart: written before the guessing, never tuned against, measured last."""

from collections.abc import Callable

from tests.intake.papers.drawing import (
    LANDSCAPE,
    Sheet,
    columns,
    short,
    slashed,
    spanned,
    spelled,
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


def spelled_out(it: Facts) -> bytes:
    """Solemn: everything spelled out, the name in letter-spaced capitals, a side column."""
    sheet = Sheet()
    sheet.text(430, 742, "STATE OF MINNESOTA", 9, spaced=3)
    sheet.middle(690, it.provider, 20, bold=True)
    sheet.middle(650, "Be it known that", 13, italic=True)
    sheet.middle(610, it.holder.printed.upper(), 18, bold=True, spaced=4)
    sheet.middle(576, "having satisﬁed all requirements and having completed the training", 12)
    sheet.middle(545, it.title, 15, bold=True)
    sheet.middle(515, f"of {it.hours} clock hours on the", 12)
    sheet.middle(495, spelled(it.last), 12)
    sheet.middle(475, "is hereby granted this certiﬁcate", 12)
    sheet.text(80, 220, it.signer, 12, italic=True)
    sheet.text(80, 204, it.signer_title, 9)
    sheet.text(360, 220, "Ofﬁcial No. " + it.number, 9)
    sheet.text(360, 204, f"Program established {it.born.year}", 9)
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


def across(it: Facts) -> bytes:
    """One wide table: a row of headings, one row of values, more dates than one."""
    sheet = Sheet(LANDSCAPE)
    sheet.text(40, 560, "INDIVIDUAL TRAINING HISTORY", 15, bold=True)
    sheet.text(40, 544, "Birch Lake Police Department", 10)
    sheet.text(600, 560, f"Run date {slashed(it.printed_on)}", 8)
    sheet.text(40, 510, "Employee", 9)
    sheet.text(120, 510, it.holder.printed, 11, bold=True)
    sheet.text(400, 510, "Hire date", 9)
    sheet.text(480, 510, slashed(it.expires.replace(year=2014)), 11)
    xs = (40, 330, 420, 510, 580, 680)
    columns(
        sheet, xs, 470, ("Class", "Begin", "Complete", "Credit hrs", "Cert. no.", "Renew by"), 8,
        bold=True,
    )  # fmt: skip
    sheet.rule(40, 464, 712)
    size = 7 if len(it.title) > 52 else 9
    sheet.text(40, 448, it.title, size)
    columns(
        sheet, xs[1:], 448,
        (_two(it.first), _two(it.last), f"{it.hours}.00", it.number, _two(it.expires)), 9,
    )  # fmt: skip
    sheet.text(40, 420, f"Provider: {it.provider}", 9)
    sheet.text(40, 80, "Records custodian: Ingrid Halvorsen", 9)
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


def _two(day: object) -> str:
    return f"{day:%m/%d/%y}"


def _nth(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number < 20 else ending}"


LAYOUTS: dict[str, Callable[[Facts], bytes]] = {
    each.__name__: each for each in (ruled, spelled_out, filled_in, across, sideways)
}
