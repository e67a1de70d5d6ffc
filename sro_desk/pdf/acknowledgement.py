"""The policy acknowledgement form, ready for a wet signature."""

from sro_desk.domain.dates import us_date
from sro_desk.domain.exports.forms import Acknowledgement, Signer
from sro_desk.pdf import form_lines, furniture, look, sections
from sro_desk.pdf.about import About
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.form_officer import officer_fields
from sro_desk.pdf.legible import legible
from sro_desk.pdf.report import Report
from sro_desk.pdf.sheet import PORTRAIT

TITLE = "Policy Acknowledgement"
_SUBTITLE = "Review of the agency’s policy on school resource officers"
_STATEMENT = (
    "I have reviewed the policy named above, which {agency} adopted under Minn. Stat. § 626.8482 "
    "subd. 6, on the date given below, and I will comply with it."
)
_ASKED = {
    "V.C": (
        "V.C: I assume the duties before I have completed the training course. Until then I am not "
        "required to perform the duties of Minn. Stat. § 626.8482 subd. 2(a), clause (4), advice "
        "on safety drills, or (5), identifying vulnerabilities."
    ),
    "V.D": (
        "V.D: I serve as a substitute for fewer than 60 student contact days within the school "
        "year. I am not obligated to complete the training course or to perform those two duties."
    ),
}
_BEFORE = "I reviewed the policy before assuming the other duties of a school resource officer."
_LAW = (
    "Paragraph V.C asks that the officer “must review any policy adopted by the officer’s employer "
    "pursuant to section 626.8482, subdivision 6 before assuming the other duties of a school "
    "resource officer and must comply with that policy”; V.D that the substitute “must review and "
    "comply with any policy adopted pursuant to subdivision 6 by the law enforcement agency that "
    "employs the substitute school resource officer” (MSBA/MASA Model Policy 507.5; Minn. Stat. "
    "§ 626.8482 subd. 3(c), (d)). Keep the signed form and record the review."
)
_SIGNATURES: tuple[tuple[form_lines.Field, ...], ...] = (
    (("Officer’s signature", "", 0.5), ("Policy reviewed on", "", 0.25), ("Date signed", "", 0.25)),
    (("Witness’s signature", "", 0.4), ("Name in print", "", 0.35), ("Date signed", "", 0.25)),
)


def acknowledgement(facts: Acknowledgement) -> bytes:
    """The form as a finished PDF; equal facts give equal bytes."""
    facts, unprintable = legible(facts)
    made, signer = facts.provenance, facts.signer
    about = About(
        title=", ".join((TITLE, signer.name if signer else "blank form")),
        subject="Review of the policy under Minn. Stat. § 626.8482 subd. 3(c), (d) and subd. 6",
        author=facts.letterhead.agency,
        made_on=made.made_on,
    )
    report = Report(
        facts.letterhead,
        made,
        running_head=TITLE,
        size=PORTRAIT,
        private=signer is not None and signer.withheld,
    )
    flow = report.flow
    flow.heading("H1", TITLE, look.TITLE, follow=80)
    flow.paragraph(_SUBTITLE, look.SUBTITLE)
    flow.skip(14)
    _policy(flow, facts)
    _officer(flow, signer)
    _statement(flow, facts)
    _signing(flow)
    flow.paragraph(_LAW, look.NOTE)
    flow.skip(8)
    furniture.notes(flow, unprintable)
    return report.finish(about)


def _policy(flow: Flow, facts: Acknowledgement) -> None:
    adopted = us_date(facts.adopted_on) if facts.adopted_on else ""
    revised = us_date(facts.revised_on) if facts.revised_on else ""
    if facts.adopted_on and not revised:
        revised = "Not revised"
    first = (
        ("Title", facts.policy, 0.56),
        ("Adopted on", adopted, 0.22),
        ("Last revised on", revised, 0.22),
    )
    sections.head(flow, "The policy", form_lines.height(flow, *first))
    form_lines.fields(flow, *first)
    form_lines.fields(flow, ("Where it is posted", facts.posted_at, 1))
    flow.skip(8)


def _officer(flow: Flow, signer: Signer | None) -> None:
    sections.head(flow, "The officer", 80)
    officer_fields(flow, signer)
    flow.skip(8)


def _statement(flow: Flow, facts: Acknowledgement) -> None:
    sections.head(flow, "Statement", 60)
    flow.paragraph(_STATEMENT.format(agency=facts.letterhead.agency))
    flow.skip(8)
    asked = [(words, facts.paragraph == paragraph) for paragraph, words in _ASKED.items()]
    form_lines.choices(flow, [*asked, (_BEFORE, False)])  # the last is for the officer to say
    flow.skip(10)


def _signing(flow: Flow) -> None:
    follow = sum(form_lines.height(flow, *row, signed=True) for row in _SIGNATURES)
    sections.head(flow, "Signatures", follow)
    for row in _SIGNATURES:
        form_lines.signatures(flow, *row)
    flow.skip(6)
