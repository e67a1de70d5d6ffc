"""The cover of a binder: what it is, whose, as of when, what it holds, and the attestation."""

from collections import Counter
from collections.abc import Sequence

from sro_desk.domain.codes import Light
from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.exports.audit import AuditBinder
from sro_desk.domain.words import light_words
from sro_desk.pdf import attestation, look, sections, tiles
from sro_desk.pdf.flow import Flow, baseline
from sro_desk.pdf.furniture import PRIVATE
from sro_desk.pdf.sections import Rank
from sro_desk.pdf.sheet import Promise

TITLE = "Audit Binder"
SUBJECT = "Training of school resource officers, Minn. Stat. § 626.8482"
_SECTION = Rank("H2", None, 12.0)
_HEADING = "Private pages"


def draw(flow: Flow, facts: AuditBinder, copies: int) -> Promise:
    """Draw the cover of a binder with so many copies; the private pages' numbers are promised."""
    made = facts.provenance
    flow.heading("H1", TITLE, look.TITLE, follow=80)
    flow.paragraph(SUBJECT, look.SUBTITLE)
    flow.paragraph(f"As of {long_date(made.on)}", look.SUBTITLE)
    flow.skip(10)
    tiles.facts(flow, _band(facts))
    flow.skip(12)
    counts = Counter(officer.page.light for officer in facts.officers)
    tiles.tiles(flow, [(light, counts[light], light_words(light)) for light in Light])
    flow.skip(16)
    sections.listed(flow, "What it holds", holds(facts, copies), rank=_SECTION)
    promise = _private(flow, facts, copies)
    attestation.draw_for_all(flow, facts.letterhead, made.on)
    return promise


def left_out(facts: AuditBinder) -> str:
    """A sentence about officers who are not in the binder; "" where all are."""
    if facts.left_out == 0:
        return ""
    if facts.left_out == 1:
        return "1 officer withheld from exports is not in this binder."
    return f"{facts.left_out:,} officers withheld from exports are not in this binder."


def holds(facts: AuditBinder, copies: int) -> Sequence[str]:
    """What the binder holds, a sentence each."""
    period = f"{us_date(facts.since)} to {us_date(facts.provenance.on)}"
    return [
        "The agency, and its policy with each revision and where it is posted.",
        " ".join(
            (
                f"A page for each officer ({len(facts.officers):,}): the facts, the paragraph, the "
                "reasons with their arithmetic, certificates, reviews, contact days.",
                left_out(facts),
            )
        ).strip(),
        f"What is missing: {_things(sum(len(group.lines) for group in facts.missing))}.",
        f"The ledger from {period} (UTC): {_entries(len(facts.ledger))}.",
        f"A manifest: the SHA-256 of each copy on file ({len(facts.copies):,}), the ledger’s head, "
        "and how to check both.",
        *([f"Appendices: the copies of certificates ({copies:,})."] if copies else []),
    ]


def keep(flow: Flow, promise: Promise) -> None:
    """Name the private pages, now that all are drawn."""
    sheet = flow.sheet
    numbers = [
        sheet.number_of(page) + further
        for page in sorted(sheet.private_pages)
        for further in range(sheet.inserted.get(page, 0) + 1)  # the pages of a copy follow it
    ]
    noun = "Page" if len(numbers) == 1 else "Pages"  # the ledger's is always there
    flow.sheet.keep(promise, f"{noun} {_runs(numbers)}.")


def _band(facts: AuditBinder) -> list[tiles.Fact]:
    made = facts.provenance
    return [
        ("As of", us_date(made.on), 0.18),
        ("Made", us_date(made.made_on), 0.18),
        ("Ledger of", f"{us_date(facts.since)} to {us_date(made.on)}", 0.36),
        ("Officers", f"{len(facts.officers):,}", 0.14),
        ("Entries", f"{len(facts.ledger):,}", 0.14),
    ]


def _private(flow: Flow, facts: AuditBinder, copies: int) -> Promise:
    text = (
        f"A private page says at its top “{PRIVATE}”. "
        "Private are the officers’ pages, and the ledger, which names accounts and fields. "
        + (
            "So are the pages that name officers who are withheld from exports. "
            if facts.names_withheld
            else ""
        )
        + ("So are the copies, which are as received and do not say it. " if copies else "")
        + "The other pages hold public data only (Minn. Stat. § 13.43 subd. 2). Remarks are "
        "nowhere in this binder."
    )
    sections.head(flow, _HEADING, 4 * look.BODY.leading, rank=_SECTION)
    flow.paragraph(text)
    line = baseline(flow.y, look.STRONG)
    promise = flow.sheet.promise(flow.sheet.root.add("P"), flow.left, line, look.STRONG)
    flow.skip(look.STRONG.leading + _SECTION.after)
    return promise


def _runs(numbers: Sequence[int]) -> str:
    """`3, 5 to 9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{a:,}" if a == b else f"{a:,} to {b:,}" for a, b in runs)


def _things(count: int) -> str:
    if count == 0:
        return "nothing"
    return "1 item" if count == 1 else f"{count:,} items, by kind"


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"
