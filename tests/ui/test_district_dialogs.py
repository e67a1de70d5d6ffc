"""Districts, schools and contracts entered by keyboard; nothing typed or dropped is lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from sro_desk.domain.codes import DistrictKind
from sro_desk.domain.drafts import ContractDraft, DistrictDraft, SchoolDraft
from sro_desk.domain.faults import Fault, fault_words
from sro_desk.domain.scan import Scan
from sro_desk.services import certificates, contracts, districts
from sro_desk.ui.dialogs.contract import ContractDialog
from sro_desk.ui.dialogs.district import DistrictDialog
from sro_desk.ui.dialogs.school import SchoolDialog
from tests.conftest import TODAY
from tests.intake import foreign
from tests.ui.keyboard import CONTROL, Keyboard

ALT = Qt.KeyboardModifier.AltModifier
THIS_YEAR = (date(2026, 7, 1), date(2027, 6, 30))


@pytest.fixture
def district(db, actor):
    draft = DistrictDraft(
        name="Anoka-Hennepin School District",
        kind=DistrictKind.INDEPENDENT,
        state_id="0011",
        citation="506.9",
        contact_name="Mai Vang",
        contact_email="mai.vang@district11.example",
    )
    return districts.add(db, draft, actor=actor)


@pytest.fixture
def contract(db, actor, district):
    first, last = THIS_YEAR
    draft = ContractDraft(
        district=district.id, starts_on=first, ends_on=last, duties=frozenset({1, 4})
    )
    content = foreign.pdf("Agreement", "Signatures")
    scan = Scan(content=content, original_name="signed.pdf", media_type="application/pdf", pages=2)
    return contracts.add_contract(db, draft, scan, actor=actor)


@pytest.fixture
def show(qtbot, context):
    """Open a dialog as `ask` does, and wait until it knows what else is on file."""

    def show(dialog):
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)
        return dialog

    return show


@pytest.fixture
def on_file(db):
    return lambda: [line.district for line in districts.all_districts(db, TODAY)]


@pytest.fixture
def contracts_of(db, district):
    return lambda: districts.detail(db, district.id, TODAY).contracts


def words(dialog, name):
    return dialog.form.row(name).words.text()


def save(qtbot, dialog):
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        Keyboard(dialog).press(Qt.Key.Key_S, CONTROL)


class TestDistrict:
    def test_a_number_and_two_keys_enter_a_district(self, qtbot, context, show, on_file):
        dialog = show(DistrictDialog(context))
        keys = Keyboard(dialog)
        keys.type("11")
        keys.press(Qt.Key.Key_Return)
        assert dialog.draft() == DistrictDraft(
            name="Anoka-Hennepin School District",
            kind=DistrictKind.INDEPENDENT,
            state_id="0011",
        )
        save(qtbot, dialog)
        assert on_file() == [dialog.stored]

    def test_letters_find_a_district_too(self, context, show):
        dialog = show(DistrictDialog(context))
        keys = Keyboard(dialog)
        keys.type("minneapolis pub")
        keys.press(Qt.Key.Key_Return)
        assert dialog.draft().kind is DistrictKind.SPECIAL
        assert dialog.draft().state_id == "0001"

    def test_a_name_cut_short_is_said_until_it_is_completed(self, qtbot, context, show):
        dialog = show(DistrictDialog(context))
        keys = Keyboard(dialog)
        keys.type("4116")
        keys.press(Qt.Key.Key_Return)
        assert dialog.name.text() == "Lakes International Language Academ"
        assert "cut this name short" in words(dialog, "name")
        qtbot.waitUntil(dialog.name.hasFocus)
        keys.type("y")
        assert "cut" not in words(dialog, "name")
        assert dialog.draft().name == "Lakes International Language Academy"
        assert dialog.save_button.isEnabled()

    def test_what_the_list_does_not_have_is_typed_freely(self, qtbot, context, show, on_file):
        dialog = show(DistrictDialog(context))
        keys = Keyboard(dialog)
        keys.type("Southwest Metro Coop 288")
        keys.tab()
        qtbot.waitUntil(dialog.name.hasFocus)
        assert dialog.name.text() == "Southwest Metro Coop 288"
        keys.tab()
        keys.type("Coop")
        keys.tab()
        keys.type("288")
        keys.tab()
        assert dialog.state_id.text() == "0288"
        save(qtbot, dialog)
        (stored,) = on_file()
        assert (stored.kind, stored.state_id) == (DistrictKind.COOPERATIVE, "0288")

    def test_a_district_already_on_file_is_asked_about(self, context, district, show):
        dialog = show(DistrictDialog(context))
        dialog.name.setText(district.name)
        dialog.state_id.setText("11")
        dialog.form.show_all_problems()
        assert words(dialog, "name") == fault_words(Fault.SAME_DISTRICT)
        assert dialog.save_button.isEnabled()

    def test_a_change_starts_from_what_is_on_file(self, qtbot, context, district, show, on_file):
        dialog = show(DistrictDialog(context, district))
        assert not dialog.is_changed
        assert "known" not in dialog.form._rows
        dialog.citation.setText("507.5a")
        save(qtbot, dialog)
        (stored,) = on_file()
        assert stored.citation == "507.5a"
        assert (stored.contact_name, stored.id) == ("Mai Vang", district.id)

    def test_a_name_is_needed(self, context, show):
        dialog = show(DistrictDialog(context))
        assert not dialog.save_button.isEnabled()
        assert dialog.foot.text() == "Still needed: Name."


class TestSchool:
    def test_several_schools_in_a_row(self, qtbot, db, context, district, show):
        dialog = show(SchoolDialog(context, district))
        keys = Keyboard(dialog)
        for name in ("Blaine High School", "Anoka Middle School"):
            keys.type(name)
            with qtbot.waitSignal(context.bus.committed):
                dialog.another_button.click()
            qtbot.waitUntil(lambda: not dialog.storing, timeout=20_000)
            assert dialog.name.hasFocus()
        assert "Anoka Middle School is on file" in dialog.bar.text
        assert words(dialog, "name") == ""
        assert dialog.cancel_button.text() == "Close"
        with qtbot.waitSignal(dialog.rejected):
            keys.press(Qt.Key.Key_Escape)
        (line,) = districts.all_districts(db, TODAY)
        names = [school.name for school in line.schools]
        assert names == ["Anoka Middle School", "Blaine High School"]
        assert dialog.stored.name == "Anoka Middle School"

    def test_the_school_just_added_counts_as_on_file(self, qtbot, context, district, show):
        dialog = show(SchoolDialog(context, district))
        dialog.name.setText("Blaine High School")
        with qtbot.waitSignal(context.bus.committed):
            dialog.another_button.click()
        qtbot.waitUntil(lambda: not dialog.storing, timeout=20_000)
        dialog.name.setText("blaine high school")
        dialog.form.show_all_problems()
        assert words(dialog, "name") == fault_words(Fault.SAME_SCHOOL)

    def test_who_types_on_at_once_loses_nothing(self, qtbot, db, context, district, show):
        dialog = show(SchoolDialog(context, district))
        keys = Keyboard(dialog)
        keys.type("Blaine")
        with qtbot.waitSignal(context.bus.committed):
            keys.press(Qt.Key.Key_A, ALT)
            keys.type("Anoka")  # before the first is stored
        qtbot.waitUntil(lambda: not dialog.storing, timeout=20_000)
        assert dialog.name.text() == "Anoka"
        assert dialog.is_changed
        save(qtbot, dialog)
        (line,) = districts.all_districts(db, TODAY)
        assert [school.name for school in line.schools] == ["Anoka", "Blaine"]

    def test_a_refused_school_is_put_back(self, qtbot, db, actor, context, district, show):
        dialog = show(SchoolDialog(context, district))
        districts.void(db, district.id, "Entered twice", actor=actor)
        dialog.name.setText("Blaine")
        dialog.another_button.click()
        qtbot.waitUntil(lambda: "voided" in dialog.bar.text, timeout=20_000)
        assert dialog.name.text() == "Blaine"

    def test_both_ways_of_saving_wait_for_a_name(self, context, district, show):
        dialog = show(SchoolDialog(context, district))
        assert not dialog.save_button.isEnabled()
        assert not dialog.another_button.isEnabled()
        dialog.name.setText("Blaine High School")
        assert dialog.save_button.isEnabled()
        assert dialog.another_button.isEnabled()

    def test_a_school_is_renamed(self, qtbot, db, actor, context, district, show):
        draft = SchoolDraft(district=district.id, name="Blaine")
        school = districts.add_school(db, draft, actor=actor)
        dialog = show(SchoolDialog(context, district, school))
        assert not dialog.another_button.isVisible()
        dialog.name.setText("Blaine High School")
        save(qtbot, dialog)
        (line,) = districts.all_districts(db, TODAY)
        assert [each.name for each in line.schools] == ["Blaine High School"]


class TestContract:
    def test_a_contract_by_keyboard(self, qtbot, context, district, show, contracts_of):
        dialog = show(ContractDialog(context, district))
        keys = Keyboard(dialog)
        keys.type("7/1/2026")
        keys.tab()
        keys.type("6/30/2027")
        keys.tab()
        keys.tab()
        keys.press(Qt.Key.Key_Space)
        keys.tab()
        keys.press(Qt.Key.Key_Space)
        save(qtbot, dialog)
        (stored,) = contracts_of()
        assert (stored.starts_on, stored.ends_on) == THIS_YEAR
        assert stored.duties == {1, 2}
        assert stored.copy is None

    def test_the_school_year_and_all_duties_at_a_click(self, context, district, show):
        dialog = show(ContractDialog(context, district))
        assert dialog.year_button.text() == "July 2026 to June 2027"
        dialog.year_button.click()
        dialog.all_button.click()
        draft = dialog.draft()
        assert (draft.starts_on, draft.ends_on) == THIS_YEAR
        assert draft.duties == frozenset(range(1, 8))

    def test_the_year_proposed_is_the_first_without_a_contract(
        self, context, district, contract, show
    ):
        dialog = show(ContractDialog(context, district, others=[contract]))
        assert dialog.year_button.text() == "July 2027 to June 2028"

    def test_the_copy_is_chosen_shown_and_stored(
        self, qtbot, monkeypatch, tmp_path, db, context, district, show, contracts_of
    ):
        path = tmp_path / "agreement.pdf"
        path.write_bytes(foreign.pdf("Agreement", "Signatures"))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        dialog = show(ContractDialog(context, district))
        dialog.year_button.click()
        dialog.scan.choose()
        assert not dialog.save_button.isEnabled()
        assert "being read" in dialog.foot.text()
        qtbot.waitUntil(lambda: dialog.scan.scan is not None, timeout=30_000)
        qtbot.waitUntil(lambda: dialog.scan.view.pages == 2, timeout=30_000)
        save(qtbot, dialog)
        (stored,) = contracts_of()
        copy, content = certificates.copy_content(db, stored.copy)
        assert (copy.original_name, content) == ("agreement.pdf", path.read_bytes())

    def test_a_change_shows_the_copy_and_keeps_it(
        self, qtbot, context, district, contract, show, contracts_of
    ):
        dialog = show(ContractDialog(context, district, contract, others=[contract]))
        qtbot.waitUntil(lambda: dialog.scan.view.pages == 2, timeout=30_000)
        assert dialog.duties.ticked == {1, 4}
        assert not dialog.is_changed
        dialog.ends_on.value = date(2028, 6, 30)
        save(qtbot, dialog)
        (stored,) = contracts_of()
        assert (stored.ends_on, stored.copy) == (date(2028, 6, 30), contract.copy)

    def test_an_overlap_is_asked_about(self, context, district, contract, show):
        dialog = show(ContractDialog(context, district, others=[contract]))
        dialog.starts_on.value, dialog.ends_on.value = date(2027, 6, 30), date(2028, 6, 30)
        dialog.form.show_all_problems()
        assert words(dialog, "starts_on") == fault_words(Fault.CONTRACT_OVERLAPS)
        assert dialog.save_button.isEnabled()

    def test_esc_asks_before_a_file_is_lost(self, qtbot, tmp_path, context, district, show):
        path = tmp_path / "agreement.pdf"
        path.write_bytes(foreign.pdf("Agreement"))
        dialog = show(ContractDialog(context, district))
        dialog.scan.load(path)
        qtbot.waitUntil(lambda: dialog.scan.scan is not None, timeout=30_000)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert "not saved" in dialog.bar.text

    def test_a_click_on_the_words_ticks_the_duty(self, qtbot, context, district, show):
        dialog = show(ContractDialog(context, district))
        label = next(
            each
            for each in dialog.duties.children()
            if getattr(each, "text", str)() == "Providing advice on safety drills"
        )
        qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
        assert dialog.duties.ticked == {4}

    def test_every_duty_is_told_to_screen_readers(self, context, district, show):
        dialog = show(ContractDialog(context, district))
        names = [box.accessibleName() for box in dialog.duties._boxes.values()]
        assert names[3] == "Duty 4: Providing advice on safety drills"
        assert all(names)
