"""Makes the records file of an agency; brings along what opening one does without."""

from pathlib import Path

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.problems import agency_problems
from sro_desk.domain.records import Agency
from sro_desk.services import agency as agency_service
from sro_desk.services import courses, rows
from sro_desk.storage import files
from sro_desk.storage.database import Database
from sro_desk.storage.tables import AgencyRow


def make(path: Path, agency: Agency, *, actor: Actor, sample: bool) -> Database:
    """Make the file, with the courses that the law speaks of."""
    rows.refuse(agency_problems(agency))
    db = files.create(path, actor=actor, sample=sample)
    with db.write(actor, Action.CREATE_FILE) as session:
        session.add(AgencyRow.from_draft(agency, id=1))
        agency_service.seed(session)
        courses.seed(session)
    return db
