"""The layouts that the guessing was written against."""

from collections.abc import Callable

from tests.intake.papers.drawing import (
    LANDSCAPE,
    LOREM,
    Sheet,
    columns,
    nth,
    short,
    slashed,
    spanned,
    spelled,
    written,
)
from tests.intake.papers.facts import Facts


def engraved(it: Facts) -> bytes:
    """In the middle, letter-spaced headings, a sentence with the dates, dated signatures."""
    sheet = Sheet(LANDSCAPE)
    sheet.middle(540, it.provider.upper(), 11, spaced=2.4)
    sheet.middle(488, "CERTIFICATE OF COMPLETION", 30, bold=True, spaced=5)
    sheet.middle(440, "This certifies that", 13, italic=True)
    sheet.middle(398, it.holder.printed, 28, bold=True)
    sheet.middle(360, "has successfully completed", 13, italic=True)
    sheet.middle(326, it.title, 17, bold=True)
    sheet.middle(300, f"a {it.hours}-hour course held {spanned(it.first, it.last)}", 12)
    sheet.middle(
        282, "at the Birch Lake Training Center, 4100 County Road 9, Birch Lake, MN 55001", 9
    )
    for x, name, title in ((110, it.signer, it.signer_title), (500, "Walter Quist", "President")):
        sheet.text(x, 146, name, 12, italic=True)
        sheet.rule(x, 140, 180)
        sheet.text(x, 126, title, 9)
    sheet.text(330, 146, slashed(it.issued), 11)
    sheet.rule(320, 140, 120)
    sheet.text(330, 126, "Date issued", 9)
    sheet.middle(60, f"Certificate No. {it.number}     POST Course No. {it.post_number}", 8)
    return sheet.finish()


def boxes(it: Facts) -> bytes:
    """A form of boxes: a small label above each value, birth and expiry among them."""
    sheet = Sheet()
    sheet.text(54, 730, it.provider, 15, bold=True)
    sheet.text(54, 712, "Record of professional education", 9)
    sheet.middle(664, "CERTIFICATE OF ATTENDANCE", 20, bold=True)
    facts = (
        ("Name of participant", it.holder.printed, "Date of birth", slashed(it.born)),
        ("Course title", it.title, "POST course number", it.post_number),
        ("Course dates", _from_to(it), "Credit hours", f"{it.hours}.0"),
        ("Certificate number", it.number, "Date issued", slashed(it.issued)),
        ("Location", "Hwy 12 Armory, Cloquet MN", "Valid through", slashed(it.expires)),
    )
    y = 610
    for left, value, right, other in facts:
        for x, wide, label, words in ((54, 350, left, value), (414, 144, right, other)):
            sheet.canvas.rect(x, y - 44, wide, 44)
            sheet.text(x + 6, y - 13, label, 7.5)
            sheet.text(x + 6, y - 33, words, 9.5 if len(words) > 55 else 11, bold=True)
        y -= 44
    sheet.paragraph(54, y - 30, " ".join(LOREM), 500, 9, 13)
    sheet.text(54, 150, it.signer, 12, italic=True)
    sheet.rule(54, 144, 200)
    sheet.text(54, 130, it.signer_title, 9)
    return sheet.finish()


def listed(it: Facts) -> bytes:
    """Labels at the left, values at the right, printed by a learning system."""
    sheet = Sheet()
    sheet.text(72, 720, "Transcript entry", 20, bold=True)
    sheet.text(72, 700, f"Printed on {slashed(it.printed_on)} by the training unit", 8)
    rows = (
        ("Student:", it.holder.printed),
        ("Training provider:", it.provider),
        ("Course:", it.title),
        ("Start date:", slashed(it.first)),
        ("End date:", slashed(it.last)),
        ("Certificate issued:", slashed(it.issued)),
        ("Expires:", slashed(it.expires)),
        ("Instructor:", it.signer),
        ("Credits earned:", f"{it.hours} POST credits"),
        ("POST course #:", it.post_number),
        ("Certificate #:", it.number),
    )
    for at, (label, value) in enumerate(rows):
        sheet.text(72, 650 - at * 24, label, 11)
        sheet.text(220, 650 - at * 24, value, 11, bold=True)
    return sheet.finish()


def banded(it: Facts) -> bytes:
    """A band at the left with the provider, the rest beside it."""
    sheet = Sheet()
    sheet.canvas.setFillGray(0.9)
    sheet.canvas.rect(0, 0, 160, 792, fill=1, stroke=0)
    sheet.canvas.setFillGray(0)
    sheet.paragraph(18, 470, it.provider, 120, 12)
    sheet.paragraph(18, 380, "100 Main Street, Suite 4 Bemidji, MN 56601 218-555-0143", 120, 8, 11)
    sheet.text(200, 690, "Certificate", 40, bold=True)
    sheet.text(200, 664, "OF TRAINING COMPLETED", 12, spaced=2.5)
    sheet.text(200, 600, "Awarded to", 10)
    sheet.text(200, 570, it.holder.printed, 22, bold=True)
    sheet.text(200, 530, "for completing", 10)
    below = sheet.paragraph(200, 506, it.title, 360, 15, 20)
    rows = (
        ("Completed", written(it.last)),
        ("Hours", str(it.hours)),
        ("POST course number", it.post_number),
        ("Certificate number", it.number),
    )
    for at, (label, value) in enumerate(rows):
        sheet.text(200, below - 30 - at * 26, label, 9)
        sheet.text(330, below - 30 - at * 26, value, 11, bold=True)
    sheet.text(200, 160, it.signer, 11, italic=True)
    sheet.rule(200, 154, 200)
    sheet.text(200, 140, it.signer_title, 9)
    return sheet.finish()


def letter(it: Facts) -> bytes:
    """A letter with its own date, which says it in running text."""
    sheet = Sheet()
    sheet.text(72, 730, it.provider, 14, bold=True)
    sheet.text(72, 714, "2200 Lakeshore Drive, Duluth, MN 55802 | (218) 555-0199", 8.5)
    sheet.text(72, 670, written(it.issued), 11)
    sheet.text(72, 636, "Chief Ingrid Halvorsen", 11)
    sheet.text(72, 621, "Birch Lake Police Department", 11)
    sheet.text(72, 606, "100 Main Street, Birch Lake, MN 55000", 11)
    sheet.text(72, 572, "Dear Chief Halvorsen:", 11)
    when = spanned(it.first, it.last, dash="–")
    words = (
        f"This letter confirms that {it.holder.printed} attended and completed our course "
        f"“{it.title}”, held {when} in St. Cloud. The course comprised {it.hours} hours of "
        f"instruction and is approved by the POST Board under course number {it.post_number}. "
        f"The certificate number is {it.number}. Registration for the next class closes on "
        f"{written(it.expires)}."
    )
    below = sheet.paragraph(72, 540, words, 460, 11.5, 17)
    sheet.text(72, below - 24, "Sincerely,", 11)
    sheet.text(72, below - 70, it.signer, 11)
    sheet.text(72, below - 85, it.signer_title, 11)
    return sheet.finish()


def online(it: Facts) -> bytes:
    """As an online course prints it: terse, ISO dates, an identifier, a print date."""
    sheet = Sheet(LANDSCAPE)
    sheet.text(60, 520, "Congratulations!", 26, bold=True)
    sheet.text(60, 470, it.holder.printed, 24)
    sheet.text(60, 436, "has completed the course", 12)
    sheet.text(60, 404, it.title, 18, bold=True)
    sheet.text(60, 360, f"Completion date: {it.last.isoformat()}", 11)
    sheet.text(60, 342, f"Duration: {it.hours} hrs", 11)
    sheet.text(60, 324, f"Certificate ID: {it.number}", 11)
    sheet.text(60, 306, f"Offered by {it.provider}", 11)
    sheet.text(60, 60, f"Generated {it.printed_on.isoformat()} 14:22 | page 1 of 1", 7)
    return sheet.finish()


def turned(it: Facts) -> bytes:
    """A landscape certificate on a page that carries a turn, as some printers make it."""
    sheet = Sheet(LANDSCAPE)
    sheet.canvas.setPageRotation(90)  # which swaps width and height in the file
    with sheet.turned(90, 612, 0):
        sheet.middle(520, it.provider, 16, bold=True)
        sheet.middle(480, "hereby recognizes", 12, italic=True)
        sheet.middle(440, it.holder.printed, 26, bold=True)
        sheet.middle(404, "for successful completion of", 12, italic=True)
        sheet.middle(370, it.title, 16, bold=True)
        sheet.middle(336, f"on {short(it.last)}", 13)
        sheet.middle(312, f"({it.hours}) hours of POST continuing education credit", 10)
        sheet.text(120, 150, it.signer, 12)
        sheet.rule(120, 144, 180)
        sheet.text(120, 130, it.signer_title, 9)
        sheet.text(520, 150, slashed(it.issued), 12)
        sheet.rule(520, 144, 120)
        sheet.text(520, 130, "Date signed", 9)
        sheet.text(40, 30, f"Cert. # {it.number}", 8)
    return sheet.finish()


def rostered(it: Facts) -> bytes:
    """A class list: one course, a row for each officer."""
    sheet = Sheet()
    sheet.middle(730, it.provider, 14, bold=True)
    sheet.middle(706, "CLASS COMPLETION ROSTER", 16, bold=True)
    sheet.text(60, 670, f"Course: {it.title}", 11)
    sheet.text(60, 652, f"Training dates: {spanned(it.first, it.last)}", 11)
    sheet.text(60, 634, f"Hours: {it.hours}", 11)
    sheet.text(330, 634, f"POST course no. {it.post_number}", 11)
    sheet.text(60, 616, f"Lead instructor: {it.signer}", 11)
    xs = (60, 100, 330, 430)
    columns(sheet, xs, 580, ("No.", "Name", "Agency", "Result"), 9, bold=True)
    sheet.rule(60, 574, 480)
    for at, holder in enumerate(everybody(it), start=1):
        row = (str(at), holder.printed, "Birch Lake PD", "Passed")
        columns(sheet, xs, 580 - at * 22, row)
    sheet.text(60, 120, f"Submitted {slashed(it.issued)}", 9)
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


def dotted(it: Facts) -> bytes:
    """Two columns: instructions with dates of their own, and values after dotted lines."""
    sheet = Sheet()
    sheet.text(50, 740, it.provider, 13, bold=True)
    sheet.text(50, 722, "PROOF OF TRAINING", 10, spaced=2)
    words = (
        f"Keep this page with your license. Courses are reviewed each year; the next review is due "
        f"{written(it.expires)}. Questions are answered Monday to Friday, 8:00 to 16:30 hours, at "
        f"651-555-0170. This form replaces the one of {written(it.born)}."
    )
    sheet.paragraph(50, 680, words, 150, 8, 11)
    rows = (
        ("Participant", it.holder.printed),
        ("Course", it.title),
        ("Completed", slashed(it.last)),
        ("Contact hours", f"{it.hours}"),
        ("Certificate no.", it.number),
        ("Issued", slashed(it.issued)),
    )
    for at, (label, value) in enumerate(rows):
        y = 680 - at * 30
        size = 8 if len(value) > 45 else 10
        sheet.text(240, y, f"{label} ", 9)
        wide = sheet.canvas.stringWidth(f"{label} ", "NotoSans-Regular", 9)
        sheet.text(240 + wide, y, "." * round((90 - wide) / 2.5), 9)
        sheet.text(335, y, value, size, bold=True)
    sheet.text(240, 420, it.signer, 10, italic=True)
    sheet.text(240, 407, it.signer_title, 8)
    return sheet.finish()


def memo(it: Facts) -> bytes:
    """A memorandum with its own head, the facts as a list in its text."""
    sheet = Sheet()
    sheet.text(72, 730, "MEMORANDUM", 16, bold=True)
    head = (
        ("TO:", "Chief Ingrid Halvorsen"),
        ("FROM:", f"{it.signer}, {it.signer_title}"),
        ("DATE:", written(it.issued)),
        ("RE:", "Completion of training"),
    )
    for at, (label, value) in enumerate(head):
        sheet.text(72, 700 - at * 18, label, 11, bold=True)
        sheet.text(140, 700 - at * 18, value, 11)
    sheet.rule(72, 636, 468)
    words = f"{it.provider} reports that the officer below satisfactorily completed our class."
    below = sheet.paragraph(72, 612, words, 460, 11, 16)
    facts = (
        f"Officer: {it.holder.printed}",
        f"Class: {it.title}",
        f"Dates of class: {spanned(it.first, it.last)}",
        f"Credits: {it.hours} hours",
        f"POST number: {it.post_number}",
    )
    for at, line in enumerate(facts):
        sheet.text(90, below - 12 - at * 20, f"• {line}", 11)
    sheet.paragraph(72, below - 140, "Please file this notice with the personnel record.", 460)
    return sheet.finish()


def email(it: Facts) -> bytes:
    """A confirmation sent by e-mail and printed by a browser."""
    sheet = Sheet()
    sheet.text(40, 765, f"{slashed(it.printed_on)}, 9:12 AM", 7)
    sheet.text(300, 765, "Mail - Your training confirmation", 7)
    head = (
        f"From: {it.provider} <registrar@training.example>",
        f"Sent: {written(it.issued)} 4:05 PM",
        "To: Birch Lake Records <records@birchlake.example>",
        f"Subject: Course completion - {it.holder.printed}",
    )
    for at, line in enumerate(head):
        sheet.text(40, 735 - at * 14, line, 9)
    sheet.rule(40, 684, 530)
    sheet.text(40, 660, "Good afternoon,", 10)
    words = (
        f"We are pleased to report that {it.holder.printed} has completed {it.title} with us. "
        f"The training took place {spanned(it.first, it.last)} and is worth {it.hours} credit "
        "hours. "
        f"A certificate (no. {it.number}) will follow by mail. Our catalog for "
        f"{it.last.year + 1} opens on {written(it.expires)}."
    )
    below = sheet.paragraph(40, 636, words, 520, 10, 14)
    sheet.text(40, below - 20, "Thank you,", 10)
    sheet.text(40, below - 50, it.signer, 10)
    sheet.text(40, below - 64, f"{it.signer_title}, {it.provider}", 10)
    sheet.text(40, 30, "https://mail.example/inbox/12/06/2019/view", 7)
    return sheet.finish()


def turned_round(it: Facts) -> bytes:
    """The day comes first, then the course, then the officer."""
    sheet = Sheet(LANDSCAPE)
    sheet.middle(530, "Training Award", 28, bold=True)
    sheet.middle(470, f"On {written(it.last)}", 14)
    sheet.middle(446, "at the conclusion of", 11, italic=True)
    sheet.middle(416, it.title, 17, bold=True)
    sheet.middle(370, it.holder.printed, 24, bold=True)
    sheet.middle(340, f"was awarded {it.hours} hours of credit by", 11, italic=True)
    sheet.middle(314, it.provider, 15)
    sheet.text(90, 140, it.signer, 12, italic=True)
    sheet.text(90, 124, it.signer_title, 9)
    sheet.text(560, 140, slashed(it.printed_on), 10)
    sheet.text(560, 124, "Printed", 9)
    sheet.text(90, 60, f"Certificate no. {it.number}", 9)
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


def slip(it: Facts) -> bytes:
    """A narrow slip as a till prints it: everything at the left, one thing a line."""
    sheet = Sheet((288, 520))
    lines = (
        it.provider,
        "ATTENDANCE RECEIPT",
        "-" * 30,
        f"Attendee: {it.holder.printed}",
        "Agency: Birch Lake PD",
        "Training:",
        it.title,
        f"Date of training: {spanned(it.first, it.last)}",
        f"Hours attended: {it.hours}",
        f"Receipt printed: {slashed(it.printed_on)}",
        f"Taught by: {it.signer}",
        "-" * 30,
        f"Certificate ID {it.number}",
    )
    for at, line in enumerate(lines):
        sheet.text(20, 490 - at * 24, line, 7 if len(line) > 44 else 9)
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
    sheet.middle(400, f"Given under our hands this {nth(it.issued.day)} day of", 10, italic=True)
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


def everybody(it: Facts) -> list:
    """The holders of a class, without a stranger among them."""
    named = [it.holder, *it.others]
    found = {}
    for each in named:
        if len(each.officers) == 1:
            found.setdefault(each.officers, each)
    return list(found.values())


def _from_to(it: Facts) -> str:
    return slashed(it.last) if it.days == 1 else f"{slashed(it.first)} to {slashed(it.last)}"


def _two(day: object) -> str:
    return f"{day:%m/%d/%y}"


LAYOUTS: dict[str, Callable[[Facts], bytes]] = {
    each.__name__: each
    for each in (
        engraved,
        boxes,
        listed,
        banded,
        letter,
        online,
        turned,
        rostered,
        across,
        dotted,
        memo,
        email,
        turned_round,
        spelled_out,
        slip,
        parchment,
        with_rules,
    )
}
