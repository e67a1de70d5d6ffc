"""The inability record form of V.C, ready for the chief's signature."""

from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.exports.forms import Inability
from sro_desk.pdf import form_lines, furniture, look, sections
from sro_desk.pdf.about import About
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.form_officer import officer_fields
from sro_desk.pdf.legible import legible
from sro_desk.pdf.report import Report
from sro_desk.pdf.sheet import PORTRAIT

TITLE = "Record of Inability to Provide the Course"
_SUBTITLE = "Minn. Stat. § 626.8482 subd. 3(c); model policy 507.5, paragraph V.C"
_STATEMENT = (
    "{agency} was unable to provide the training course required by Minn. Stat. § 626.8482 subd. 3 "
    "to the officer named above before the officer assumed the duties of a school resource "
    "officer, for this reason:"
)
_REASON_LINES = 3
_COUNTING = (
    "{months} months after the day on which the duties were assumed: the same day of the month, or "
    "the last day of a month that has no such day (§ 645.14).",
    "If that day is a Saturday, a Sunday or a legal holiday, the next day that is none of these "
    "(§§ 645.15, 645.44 subd. 5).",
    "The months do not renew with another period, district or school year.",
)
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_MEANWHILE = (
    "Until the course is completed the officer is not required to perform two duties of Minn. "
    "Stat. § 626.8482 subd. 2(a): clause (4), advice on safety drills, and clause (5), identifying "
    "vulnerabilities in school facilities and safety protocols. The district is told that these "
    "are uncovered.",
    "The officer reviews the agency’s policy under subd. 6 before assuming the other duties, and "
    "complies with it.",
)
_NEXT: tuple[form_lines.Field, ...] = (
    ("Course planned", "", 0.44),
    ("Date of the course", "", 0.26),
    ("District told on", "", 0.3),
)


def inability_form(facts: Inability) -> bytes:
    """The form as a finished PDF, marked private; equal facts give equal bytes."""
    facts, unprintable = legible(facts)
    made, signer = facts.provenance, facts.signer
    about = About(
        title=", ".join((TITLE, signer.name if signer else "blank form")),
        subject="Inability to provide the course under Minn. Stat. § 626.8482 subd. 3(c)",
        author=facts.letterhead.agency,
        made_on=made.made_on,
    )
    report = Report(facts.letterhead, made, running_head=TITLE, size=PORTRAIT, private=True)
    flow = report.flow
    flow.heading("H1", TITLE, look.TITLE, follow=80)
    flow.paragraph(_SUBTITLE, look.SUBTITLE)
    flow.skip(6)
    if facts.note:
        flow.paragraph(facts.note, look.STRONG)
        flow.skip(6)
    sections.head(flow, "The officer", 80)
    officer_fields(flow, signer)
    _reason(flow, facts)
    _end(flow, facts)
    sections.listed(flow, "Meanwhile", _MEANWHILE)
    _signing(flow, facts)
    furniture.notes(flow, unprintable)
    return report.finish(about)


def _reason(flow: Flow, facts: Inability) -> None:
    sections.head(flow, "What is recorded", 100)
    flow.paragraph(_STATEMENT.format(agency=facts.letterhead.agency))
    form_lines.written(flow, "Reason", facts.reason, _REASON_LINES)


def _end(flow: Flow, facts: Inability) -> None:
    nominal = long_date(facts.nominal) if facts.nominal else ""
    legal = long_date(facts.legal) if facts.legal else ""
    row = (
        (f"{_NUMBERS[facts.months]} months end on", nominal, 0.5),
        ("Last day by law, to be trained on or before", legal, 0.5),
    )
    sections.head(flow, "When the officer is to be trained", form_lines.height(flow, *row))
    form_lines.fields(flow, *row)
    counting = [each.format(months=_NUMBERS[facts.months]) for each in _COUNTING]
    for sentence in facts.arithmetic or counting:
        flow.paragraph(sentence)
    flow.skip(8)


def _signing(flow: Flow, facts: Inability) -> None:
    head = facts.letterhead
    chief = ", ".join(part for part in (head.chief, head.chief_title) if part)
    row = (
        ("Signature of the chief law enforcement officer", "", 0.44),
        ("Name and title", chief, 0.34),
        ("Date signed", "", 0.22),
    )
    follow = form_lines.height(flow, *_NEXT) + form_lines.height(flow, *row, signed=True)
    sections.head(flow, "Plan and signature", follow)
    form_lines.fields(flow, *_NEXT)
    form_lines.signatures(flow, *row)
    if facts.recorded_on is not None:
        flow.paragraph(f"On file as recorded {us_date(facts.recorded_on)}.", look.NOTE)
        flow.skip(4)
