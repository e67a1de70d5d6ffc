"""What a person does to districts, schools and contracts: a dialog, and then one write."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sro_desk.domain.records import Contract, District
from sro_desk.domain.scan import Scan
from sro_desk.services import contracts, districts
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.copies import Copies
from sro_desk.ui.dialogs.contract import ContractDialog
from sro_desk.ui.dialogs.district import DistrictDialog
from sro_desk.ui.dialogs.school import SchoolDialog
from sro_desk.ui.dialogs.void_reason import VoidReasonDialog
from sro_desk.ui.models.district_rows import ContractLine, SchoolLine
from sro_desk.ui.widgets.district_view import DistrictView


class DistrictCommands:
    """Answers what `view` asks for the district it shows; what is written comes by the bus."""

    def __init__(self, context: Context, page: QWidget, view: DistrictView) -> None:
        self._context = context
        self._page = page
        self._view = view
        self._copies = Copies(context, page)
        self._connect()

    def add_district(self) -> District | None:
        """A new district, as stored."""
        return DistrictDialog.ask(self._context, parent=self._page)

    def change_district(self, district: District) -> None:
        """Change who it is."""
        DistrictDialog.ask(self._context, district, parent=self._page)

    def void_district(self, district: District) -> None:
        """Void one entered by mistake; refused in words while something refers to it."""
        actor, district_id = self._context.actor, district.id
        self._void("district", lambda db, why: districts.void(db, district_id, why, actor=actor))

    def _add_contract(self) -> None:
        if (detail := self._view.detail) is not None:
            ContractDialog.ask(
                self._context, detail.district, others=detail.contracts, parent=self._page
            )

    def _change_contract(self, line: ContractLine) -> None:
        if (detail := self._view.detail) is not None:
            ContractDialog.ask(
                self._context,
                detail.district,
                line.contract,
                others=detail.contracts,
                parent=self._page,
            )

    def _void_contract(self, line: ContractLine) -> None:
        actor, contract = self._context.actor, line.id
        self._void(
            "contract", lambda db, why: contracts.void_contract(db, contract, why, actor=actor)
        )

    def _open_copy(self, line: ContractLine) -> None:
        if line.copy is not None:
            self._copies.open(line.copy.sha256)

    def _save_copy(self, line: ContractLine) -> None:
        if line.copy is not None:
            self._copies.save(line.copy)

    def _attach_copy(self, line: ContractLine) -> None:
        if (detail := self._view.detail) is None:
            return
        actor, contract, name = self._context.actor, line.id, detail.district.name

        def store(db: Database, scan: Scan) -> Contract:
            return contracts.attach_contract_copy(db, contract, scan, actor=actor)

        def told(scan: Scan) -> str:
            return f"“{scan.original_name}” is on file for the contract with {name}."

        self._copies.attach(f"Copy of the contract with {name}", store, told)

    def _add_schools(self) -> None:
        if (detail := self._view.detail) is not None:
            SchoolDialog.ask(self._context, detail.district, parent=self._page)

    def _change_school(self, line: SchoolLine) -> None:
        if (detail := self._view.detail) is not None:
            SchoolDialog.ask(self._context, detail.district, line.school, parent=self._page)

    def _void_school(self, line: SchoolLine) -> None:
        actor, school = self._context.actor, line.id
        self._void("school", lambda db, why: districts.void_school(db, school, why, actor=actor))

    def _void(self, what: str, void: Callable[[Database, str], None]) -> None:
        reason = VoidReasonDialog.ask(self._context, what, self._page)
        if reason is not None:
            self._context.jobs.ask(self._page, lambda db: void(db, reason), lambda _: None)

    def _connect(self) -> None:
        contracts_, schools = self._view.contracts, self._view.schools
        contracts_.add_asked.connect(self._add_contract)
        contracts_.change_asked.connect(self._change_contract)
        contracts_.void_asked.connect(self._void_contract)
        contracts_.open_asked.connect(self._open_copy)
        contracts_.save_asked.connect(self._save_copy)
        contracts_.attach_asked.connect(self._attach_copy)
        schools.add_asked.connect(self._add_schools)
        schools.change_asked.connect(self._change_school)
        schools.void_asked.connect(self._void_school)
