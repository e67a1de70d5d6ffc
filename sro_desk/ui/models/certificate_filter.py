"""Which certificates the Certificates page shows, but for the text that is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.records import DistrictId
from sro_desk.services.certificates import CertificateLine

Test = Callable[[CertificateLine], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFilter:
    """What has been chosen above the list; None and False let everything through."""

    kind: CourseKind | None = None
    district: DistrictId | None = None
    completed_from: date | None = None
    completed_to: date | None = None
    missing_copy: bool = False
    voided: bool = False  # show the voided as well

    @property
    def narrows(self) -> bool:
        """Whether a certificate that counts could be hidden by this choice."""
        return self != CertificateFilter(voided=self.voided)

    def tests(self) -> tuple[Test, ...]:
        """Only those that are needed, for `TableModel.set_predicates`."""
        kind, district = self.kind, self.district
        first, last = self.completed_from, self.completed_to
        tests: list[Test] = []
        if not self.voided:
            tests.append(lambda line: line.voided is None)
        if self.missing_copy:
            tests.append(lambda line: line.copy is None)
        if kind is not None:
            tests.append(lambda line: line.course_kind is kind)
        if district is not None:
            tests.append(lambda line: district in line.district_ids)
        if first is not None:
            tests.append(lambda line: line.completed_on >= first)
        if last is not None:
            tests.append(lambda line: line.completed_on <= last)
        return tuple(tests)
