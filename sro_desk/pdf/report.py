"""A report from its letterhead to its finished bytes."""

from sro_desk.domain.exports.around import Letterhead, Provenance
from sro_desk.pdf import conform, furniture
from sro_desk.pdf.about import About
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.sheet import LANDSCAPE, Sheet, Size


class Report:
    """What all reports have around their content; that is drawn into `flow`."""

    def __init__(
        self,
        head: Letterhead,
        made: Provenance,
        *,
        running_head: str,
        size: Size = LANDSCAPE,
        private: bool = False,
    ) -> None:
        """`private` marks each page as for the agency only, from the first on."""
        self._sheet = Sheet(size)
        self._head = head
        self._made = made
        self.flow = Flow(self._sheet, running_head, sample=made.sample)
        self.flow.private = private
        if private:
            self._sheet.private_pages.add(0)
        furniture.letterhead(self.flow, head)

    def finish(self, about: About) -> bytes:
        """Draw the footers and make the file accessible and archival."""
        drawn = self._sheet.finish(self._foot)
        return conform.finish(drawn, self._sheet.root, self._sheet.outline, about)

    def _foot(self, page: int, pages: int) -> None:
        furniture.footer(self._sheet, self._head, self._made, page, pages)
