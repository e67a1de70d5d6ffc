"""What comes once the window is filled: the modules that bring SQLAlchemy and the dialogs along.

`later.keeping.backup(db)` imports the module the first time that it is asked
for; `load` does so for all of them beside the window, before anybody waits.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from sro_desk.services.records_file import Database

__all__ = ["history", "keeping", "load", "next_step", "officer_dialog", "pictures"]

MODULES = {
    "history": "sro_desk.services.history",
    "keeping": "sro_desk.services.keeping",
    "next_step": "sro_desk.ui.next_step",
    "officer_dialog": "sro_desk.ui.dialogs.officer",
    "pictures": "sro_desk.services.reports.pictures",
}

if TYPE_CHECKING:
    from sro_desk.services import history, keeping
    from sro_desk.services.reports import pictures
    from sro_desk.ui import next_step
    from sro_desk.ui.dialogs import officer as officer_dialog
else:

    def __getattr__(name):
        if name not in MODULES:
            raise AttributeError(name)
        return import_module(MODULES[name])


def load(db: Database) -> None:
    """Import everything that `db` and the first clicks will ask for."""
    db.warm_up()
    for name in MODULES.values():
        import_module(name)
