"""A lifelike sample agency, in which nearly everything that the rules know of occurs at once.

Three things cannot occur on the day the sample is made for, and do on an earlier as-of date,
such as the day before the agency adopted its policy:

- AGENCY_POLICY_MISSING and its step ADOPT_POLICY: the policy is the agency's, so that on one day
  it is missing for everybody or for nobody, and POLICY_REVIEW_PENDING, _MISSING and _LATE need it.
- COMPLETED_IN_FUTURE: no form stores a certificate that is completed after today.

This holds for a day from June 8, 2026 on, when the school year in which the mandate began is
over; on an earlier one fewer things have happened, and the sample has fewer of them.
"""

from datetime import date
from pathlib import Path

from sro_desk.domain.changes import Actor
from sro_desk.services import records_file
from sro_desk.storage.database import Database


def make(path: Path, *, actor: Actor, today: date) -> Database:
    """Make the sample's records file as of `today` and open it; none is left where that fails.

    An existing file is never replaced.
    """
    from sro_desk.services import sample_agency  # reportlab, Pillow and pdfium, for its papers

    db = records_file.create(path, sample_agency.AGENCY, actor=actor, sample=True)
    try:
        sample_agency.fill(db, actor=actor, today=today)
    except BaseException:
        db.close()
        path.unlink()
        raise
    return db
