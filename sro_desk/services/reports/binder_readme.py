"""What the README of a binder's ZIP says."""

from sro_desk.domain.dates import us_date
from sro_desk.domain.exports.audit import AuditBinder

_TEXT = """\
Audit binder of {agency}
As of {on}, made {made_on}

PRIVATE DATA (Minn. Stat. 13.43): for the agency and its auditor only.

What is here
  {binder}
      All of it to read; its index and its manifest tell of each page and copy.
  copies/certificates/, copies/contracts/
      Each copy on file, byte for byte as it was received. One that proves
      several certificates is here once, under the first of them.
  tables/findings.csv, tables/ledger.csv, tables/copies.csv
      Where each officer stands, the ledger's entries from {since}
      to {on} (UTC), and which file is the copy of what.
  tables/, the others
      The records as they were on file when this was made, whatever the as-of
      date; they can be imported again. {withheld}
  SHA256SUMS
      The SHA-256 of each file here.

How to check
  That no file was changed since: in this folder,
      sha256sum -c SHA256SUMS
  or, file by file on Windows,
      certutil -hashfile NAME SHA256
  That the records still contain all that this was made from:
      sro-desk verify FILE --head {head}
  The ledger had {entries:,} entries. The same head is at the foot of each page.
"""
_NOT_THERE = "Officers withheld from exports are not in\n      them."
_NOT_THERE_BUT_HERE = (
    "Officers withheld from exports are not in\n      them, though the binder names them."
)


def text(facts: AuditBinder, binder: str) -> str:
    """The README; `binder` is the name of the PDF."""
    made = facts.provenance
    return _TEXT.format(
        agency=facts.letterhead.agency,
        on=us_date(made.on),
        made_on=us_date(made.made_on),
        binder=binder,
        since=us_date(facts.since),
        withheld=_NOT_THERE_BUT_HERE if facts.names_withheld else _NOT_THERE,
        head=made.ledger_head,
        entries=facts.entries,
    )
