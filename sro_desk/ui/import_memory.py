"""How the columns of a spreadsheet were mapped, remembered for sheets with the same headings."""

import hashlib
import json

from sro_desk.domain.spreadsheets.headings import Layout, heading_key, headings_of
from sro_desk.domain.spreadsheets.sheets import Sheet
from sro_desk.domain.spreadsheets.tables import FIELDS, TableKind
from sro_desk.ui.preferences import Preferences


def remember(preferences: Preferences, sheet: Sheet, layout: Layout) -> None:
    """Read sheets with these headings in this way from now on."""
    key = _key(sheet, layout.heading)
    preferences.keep(key, layout.kind.value)
    preferences.keep(f"{key}.{layout.kind}", json.dumps(dict(layout.columns)))


def remembered(
    preferences: Preferences, sheet: Sheet, heading: int, kind: TableKind | None = None
) -> Layout | None:
    """How a sheet with these headings was read last, or last as `kind`; None where unknown."""
    key = _key(sheet, heading)
    try:
        known = TableKind(kind or preferences.text(key))
        told = json.loads(preferences.text(f"{key}.{known}"))
        columns = {str(name): int(at) for name, at in told.items()}
    except (ValueError, TypeError, AttributeError):
        return None
    width, names = len(headings_of(sheet, heading)), {field.name for field in FIELDS[known]}
    if not names.issuperset(columns) or not all(0 <= at < width for at in columns.values()):
        return None
    return Layout(kind=known, heading=heading, columns=columns)


def _key(sheet: Sheet, heading: int) -> str:
    """The headings themselves may name people; a digest of them does not."""
    words = "\n".join(map(heading_key, headings_of(sheet, heading)))
    return f"import/{hashlib.sha256(words.encode()).hexdigest()[:24]}"
