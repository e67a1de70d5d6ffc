"""A district: chosen from the state's list by letters or number, or typed freely."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from sro_desk.domain.codes import DistrictKind
from sro_desk.domain.drafts import DistrictDraft
from sro_desk.domain.problems import Problem, district_problems
from sro_desk.domain.records import District
from sro_desk.domain.sentences import district_kind_words
from sro_desk.services import directory, districts
from sro_desk.services.directory import KnownDistrict
from sro_desk.services.districts import DistrictLine
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.chooser import Chooser

_DIGITS = 4  # of a district's number
_NAME = "As the district writes it."
_CUT = "The state's list cut this name short: complete it as the district writes it."
_WIDTH = 78 * GAP  # for the names in the list


class DistrictDialog(FormDialog[DistrictDraft]):
    """Only the name is needed; the list fills in name, kind and number at once."""

    def __init__(
        self, context: Context, district: District | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "Change district" if district else "New district", parent)
        self._district = district
        self._others: Sequence[District] = ()
        self._cut_name = ""  # as the list has it, where it is cut short
        self.known: Chooser[KnownDistrict] = Chooser(_known_words, add="Type it in below:")
        self.name = QLineEdit()
        self.kind = QComboBox()
        self.state_id = QLineEdit()
        self.citation = QLineEdit()
        self.contact_name = QLineEdit()
        self.contact_email = QLineEdit()
        self._add_fields()
        if district is not None:
            self._fill(district)
        self.start()
        self.known.chosen.connect(self._take_known)
        self.known.add_asked.connect(self._type_freely)
        self.name.textEdited.connect(self._show_cut)
        self.state_id.editingFinished.connect(self._tidy_number)
        context.jobs.ask(self, districts.all_districts, self._take_others)

    @classmethod
    def ask(
        cls,
        context: Context,
        district: District | None = None,
        *,
        parent: QWidget | None = None,
    ) -> District | None:
        """The district as stored, or None where the person thought better of it."""
        dialog = cls(context, district, parent=parent)
        dialog.ask_person()
        return dialog.stored if isinstance(dialog.stored, District) else None

    def draft(self) -> DistrictDraft:
        """What is typed."""
        return DistrictDraft(
            name=" ".join(self.name.text().split()),
            kind=DistrictKind(self.kind.currentData()),  # Qt hands back the bare text
            state_id=_four_digits(self.state_id.text()),
            citation=self.citation.text().strip(),
            contact_name=self.contact_name.text().strip(),
            contact_email=self.contact_email.text().strip(),
        )

    def problems(self, draft: DistrictDraft) -> tuple[Problem, ...]:
        """Compared with the others on file."""
        return district_problems(draft, others=self._others)

    def work(self, draft: DistrictDraft) -> Callable[[Database], District]:
        """Add, or change the one at hand."""
        district, actor = self._district, self.context.actor
        if district is None:
            return lambda db: districts.add(db, draft, actor=actor)
        return lambda db: districts.change(db, district.id, draft, actor=actor)

    def _take_others(self, lines: Sequence[DistrictLine]) -> None:
        itself = None if self._district is None else self._district.id
        self._others = [line.district for line in lines if line.district.id != itself]
        self.check()

    @Slot(object)
    def _take_known(self, known: KnownDistrict) -> None:
        self.name.setText(known.name)
        self.kind.setCurrentIndex(self.kind.findData(known.kind))
        self.state_id.setText(known.state_id)
        self._cut_name = known.name if known.cut else ""
        self._show_cut()
        if known.cut:
            self._go_to_name()

    @Slot(str)
    def _type_freely(self, typed: str) -> None:
        """What the list does not have becomes the name."""
        self.known.clear()
        if typed:
            self.name.setText(typed)
        self._go_to_name()

    def _go_to_name(self) -> None:
        """After the Tab that may have led here has gone its way."""
        QTimer.singleShot(0, self, lambda: self.name.setFocus(Qt.FocusReason.OtherFocusReason))

    @Slot()
    def _show_cut(self) -> None:
        """Say so beside the name for as long as it stands there as the list cut it."""
        cut = bool(self._cut_name) and self.name.text().strip() == self._cut_name
        self.form.row("name").hint = _CUT if cut else _NAME
        self.check()

    @Slot()
    def _tidy_number(self) -> None:
        self.state_id.setText(_four_digits(self.state_id.text()))

    def _fill(self, district: District) -> None:
        self.name.setText(district.name)
        self.kind.setCurrentIndex(self.kind.findData(district.kind))
        self.state_id.setText(district.state_id)
        self.citation.setText(district.citation)
        self.contact_name.setText(district.contact_name)
        self.contact_email.setText(district.contact_email)

    def _add_fields(self) -> None:
        for kind in DistrictKind:
            self.kind.addItem(district_kind_words(kind), kind)
        self.citation.setPlaceholderText("507.5, as in the model policy")
        form = self.form
        if self._district is None:
            self.known.show_rows(directory.known_districts())
            self.known.setPlaceholderText("Type a few letters or the number")
            form.add(
                "known", "State's &list", self.known, hint="Fills in name, kind and number below."
            )
        form.add("name", "&Name", self.name, hint=_NAME)
        form.add("kind", "&Kind", self.kind)
        form.add("state_id", "N&umber", self.state_id, hint="Four digits, as in ISD 0196.")
        form.add(
            "citation",
            "&Own citation",
            self.citation,
            hint="Where the district renumbered the policy, as 506.9.",
        )
        form.add("contact_name", "Contact &person", self.contact_name)
        form.add("contact_email", "Contact &e-mail", self.contact_email)
        self.setMinimumWidth(_WIDTH)
        (self.known if self._district is None else self.name).setFocus()


def _known_words(known: KnownDistrict) -> str:
    """ "ISD 0196  ·  Rosemount-Apple Valley-Eagan"."""
    return f"{known.label}  ·  {known.name}"


def _four_digits(typed: str) -> str:
    """Districts write 196 as 0196; what is no number stays as typed."""
    number = typed.strip()
    return number.zfill(_DIGITS) if number.isascii() and number.isdecimal() else number
