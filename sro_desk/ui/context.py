"""What every page is handed: the door to the services, the change bus, who acts, and today."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.changes import Actor
from sro_desk.intake.worker import Worker
from sro_desk.ui.change_bus import ChangeBus
from sro_desk.ui.inbox_watch import InboxWatch
from sro_desk.ui.jobs import Jobs
from sro_desk.ui.navigator import Navigator
from sro_desk.ui.preferences import Preferences
from sro_desk.ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Explicit instead of global; made once by `app` for one open records file."""

    jobs: Jobs
    bus: ChangeBus
    actor: Actor
    today: Callable[[], date]
    preferences: Preferences  # this workstation's: columns, sizes, appearance, last shown
    navigator: Navigator  # go to a page, show an officer, say a sentence in the bar
    theme: Theme
    worker: Worker  # the limited process that opens foreign files
    inbox: InboxWatch  # the files that wait to be entered
    read_only: bool  # another process writes this file
