"""A packet is about to be given out: to whom, on which day, and whether it is recorded."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from sro_desk.domain.problems import Problem
from sro_desk.services.reports import given_out
from sro_desk.services.reports.made import MadeReport
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.widgets.date_field import DateField

_RECORDED = (
    "It is listed with the district, can be reprinted to the byte, and the next packet tells what "
    "changed since."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenOut:
    """What the person said of a packet."""

    to: str
    on: date | None
    recorded: bool


class GiveOutDialog(FormDialog[GivenOut]):
    """Proposes the district's contact and today."""

    def __init__(
        self,
        context: Context,
        made: MadeReport,
        contact: str,
        *,
        verb: str,
        parent: QWidget | None = None,
    ) -> None:
        """`verb` is what follows: "Save", "Print", "Send"."""
        super().__init__(context, "Give out the packet", parent, save=f"{verb}…")
        self._made = made
        told = QLabel(made.file_name)
        told.setWordWrap(True)
        told.setProperty("role", "heading")
        self.body.insertWidget(0, told)
        self.to = QLineEdit(contact)
        self.on = DateField(context.theme, context.today)
        self.on.value = context.today()
        self.recorded = QCheckBox("&Record it as given out")
        self.recorded.setChecked(not context.read_only)
        self.recorded.setEnabled(not context.read_only)
        self.form.add("sent_to", "&To", self.to)
        self.form.add("sent_on", "Given out &on", self.on)
        hint = "This file can only be read now." if context.read_only else _RECORDED
        self.form.add("recorded", "", self.recorded, hint=hint)
        self.start()

    @classmethod
    def ask(
        cls,
        context: Context,
        made: MadeReport,
        contact: str,
        *,
        verb: str,
        parent: QWidget | None = None,
    ) -> GivenOut | None:
        """What was said; None where cancelled."""
        return cls(context, made, contact, verb=verb, parent=parent).ask_person()

    def draft(self) -> GivenOut:
        """What is typed."""
        return GivenOut(
            to=self.to.text().strip(), on=self.on.value, recorded=self.recorded.isChecked()
        )

    def problems(self, draft: GivenOut) -> tuple[Problem, ...]:
        """A draft that is not recorded needs no day."""
        if not draft.recorded:
            return ()
        return given_out.said_problems(self._made, draft.to, draft.on, today=self.context.today())
