"""How the columns of a spreadsheet were mapped by hand, remembered for the same headings."""

import hashlib
import json

from sro_desk.domain.spreadsheets.headings import Layout, heading_key, headings_of
from sro_desk.domain.spreadsheets.sheets import Sheet
from sro_desk.domain.spreadsheets.tables import FIELDS, TableKind
from sro_desk.ui.preferences import Preferences


def remember(preferences: Preferences, sheet: Sheet, layout: Layout) -> None:
    """Read sheets with these headings in this way from now on."""
    told = {"kind": layout.kind.value, "columns": dict(layout.columns)}
    preferences.keep(_key(sheet, layout.heading), json.dumps(told))


def remembered(preferences: Preferences, sheet: Sheet, heading: int) -> Layout | None:
    """How a sheet with these headings was read last; None where that is not known."""
    width = len(headings_of(sheet, heading))
    try:
        told = json.loads(preferences.text(_key(sheet, heading)))
        kind = TableKind(told["kind"])
        known = {field.name for field in FIELDS[kind]}
        columns = {str(name): int(at) for name, at in told["columns"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    if not known.issuperset(columns) or not all(0 <= at < width for at in columns.values()):
        return None
    return Layout(kind=kind, heading=heading, columns=columns)


def _key(sheet: Sheet, heading: int) -> str:
    """The headings themselves may name people; a digest of them does not."""
    words = "\n".join(map(heading_key, headings_of(sheet, heading)))
    return f"import/{hashlib.sha256(words.encode()).hexdigest()[:24]}"
