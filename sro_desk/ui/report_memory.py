"""Which report, district and ticks were chosen last: on this workstation, for each records file."""

from collections.abc import Iterable

from sro_desk.domain.records import DistrictId
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.ui.preferences import Preferences


class ReportMemory:
    """That copies were looked through is never remembered: the next ones are others."""

    def __init__(self, preferences: Preferences, file_id: str) -> None:
        self._preferences = preferences
        self._file_id = file_id

    @property
    def report(self) -> str:
        """The name of the report chosen last."""
        return self._preferences.text(self._key("report"), ReportName.DISTRICT)

    @property
    def district(self) -> DistrictId | None:
        """The district that a report was made for last."""
        return DistrictId(self._preferences.number(self._key("report_district"), 0)) or None

    @property
    def ticks(self) -> list[str]:
        """The options that were ticked."""
        return self._preferences.text(self._key("report_ticks")).split()

    def keep(self, asked: Asked, district: DistrictId | None, ticks: Iterable[str]) -> None:
        """Remember what is asked for now."""
        keep = self._preferences.keep
        keep(self._key("report"), asked.report.value)
        keep(self._key("report_ticks"), " ".join(ticks))
        if district is not None:
            keep(self._key("report_district"), int(district))

    def _key(self, name: str) -> str:
        return f"{name}/{self._file_id}"
