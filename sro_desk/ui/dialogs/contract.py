"""A contract with a district: its copy at the left, its term and the seven duties at the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sro_desk.domain.contract_terms import next_school_year
from sro_desk.domain.drafts import ContractDraft
from sro_desk.domain.problems import Problem, contract_problems
from sro_desk.domain.records import Contract, Copy, District
from sro_desk.services import certificates, contracts
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.date_field import DateField
from sro_desk.ui.widgets.duty_ticks import DutyTicks
from sro_desk.ui.widgets.scan_field import ScanField
from sro_desk.ui.widgets.side_by_side import SideBySide

_WIDTHS = (520, 480)  # pixels, of file and form
_HIGH = 680  # pixels
_AROUND = 80  # pixels that the screen keeps for itself


class ContractDialog(FormDialog[ContractDraft]):
    """The copy can be dropped on it, or follow later; `others` are the district's other terms."""

    def __init__(
        self,
        context: Context,
        district: District,
        contract: Contract | None = None,
        *,
        others: Sequence[Contract] = (),
        parent: QWidget | None = None,
    ) -> None:
        title = "Change contract" if contract else "New contract"
        super().__init__(context, f"{title} with {district.name}", parent)
        self._district = district
        self._contract = contract
        self._others = [
            each
            for each in others
            if each.voided is None and (contract is None or each.id != contract.id)
        ]
        self._proposed = next_school_year(self._others, context.today())
        self.scan = ScanField(context, "contract")
        self.starts_on = DateField(context.theme, context.today)
        self.ends_on = DateField(context.theme, context.today)
        self.year_button = QPushButton(_year_words(self._proposed[0].year))
        self.duties = DutyTicks()
        self.all_button = QPushButton("Tick &all seven")
        self._add_fields()
        self._lay_out_beside()
        if contract is not None:
            self._fill(contract)
        self.starts_on.setFocus()
        self.start()
        self.scan.changed.connect(self.check)
        self.year_button.clicked.connect(self._take_school_year)
        self.all_button.clicked.connect(self.duties.tick_all)

    @classmethod
    def ask(
        cls,
        context: Context,
        district: District,
        contract: Contract | None = None,
        *,
        others: Sequence[Contract] = (),
        parent: QWidget | None = None,
    ) -> Contract | None:
        """The contract as stored, or None where the person thought better of it."""
        dialog = cls(context, district, contract, others=others, parent=parent)
        dialog.ask_person()
        return dialog.stored if isinstance(dialog.stored, Contract) else None

    @property
    def is_changed(self) -> bool:
        """A file that was chosen would be lost as well."""
        return super().is_changed or self.scan.scan is not None

    def draft(self) -> ContractDraft:
        """What is typed."""
        return ContractDraft(
            district=self._district.id,
            starts_on=self.starts_on.value,
            ends_on=self.ends_on.value,
            duties=self.duties.ticked,
        )

    def problems(self, draft: ContractDraft) -> tuple[Problem, ...]:
        """Compared with the district's other contracts."""
        return contract_problems(draft, others=self._others)

    def work(self, draft: ContractDraft) -> Callable[[Database], Contract]:
        """Add, or change the one at hand, together with the copy."""
        contract, scan, actor = self._contract, self.scan.scan, self.context.actor
        if contract is None:
            return lambda db: contracts.add_contract(db, draft, scan, actor=actor)
        return lambda db: contracts.change_contract(db, contract.id, draft, scan, actor=actor)

    def allow_save(self, allowed: bool, words: str = "") -> None:
        """A file that is still being read is waited for."""
        if self.scan.reading:
            super().allow_save(False, "The file is still being read.")
            return
        super().allow_save(allowed, words)

    @Slot()
    def _take_school_year(self) -> None:
        self.starts_on.value, self.ends_on.value = self._proposed
        self.duties.setFocus()

    def _fill(self, contract: Contract) -> None:
        self.starts_on.value = contract.starts_on
        self.ends_on.value = contract.ends_on
        self.duties.ticked = contract.duties
        copy = contract.copy
        if copy is not None:
            self.context.jobs.ask(
                self, lambda db: certificates.copy_content(db, copy), self._show_copy
            )

    def _show_copy(self, kept: tuple[Copy, bytes]) -> None:
        if self.scan.scan is None and not self.scan.reading:
            self.scan.show_copy(*kept)

    def _add_fields(self) -> None:
        form = self.form
        form.add("starts_on", "&First day", self.starts_on)
        form.add("ends_on", "&Last day", self.ends_on, hint="The last day belongs to the term.")
        form.add("school_year", "School &year", _at_left(self.year_button))
        form.add(
            "duties", "&Duties", self.duties, hint="What the contract asks of the officer (IV.A)."
        )
        form.add("all_duties", "", _at_left(self.all_button))

    def _lay_out_beside(self) -> None:
        """The file at the left of the form."""
        self.body.removeWidget(self.scrolled)
        self.scan.setContentsMargins(0, 0, 2 * GAP, 0)
        self.form.setContentsMargins(2 * GAP, 0, 0, 0)
        self.scan.setMinimumWidth(30 * GAP)
        self.scrolled.setMinimumWidth(30 * GAP)
        sides = SideBySide(
            self.context.preferences, "contract", self.scan, self.scrolled, widths=_WIDTHS
        )
        self.body.addWidget(sides, 1)
        room = self.screen().availableSize()
        self.resize(
            min(sum(_WIDTHS) + 6 * GAP, room.width() - _AROUND), min(_HIGH, room.height() - _AROUND)
        )


def _at_left(button: QPushButton) -> QWidget:
    """A button no wider than its words."""
    row = QWidget()
    beside = QHBoxLayout(row)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.addWidget(button)
    beside.addStretch(1)
    return row


def _year_words(begins: int) -> str:
    """ "July 2026 to June 2027"."""
    return f"July {begins} to June {begins + 1}"
