"""What an import would do, row by row, before anything is stored."""

from dataclasses import replace
from datetime import date

import pytest

from sro_desk.domain.codes import CourseKind, DayKind, Role
from sro_desk.domain.drafts import OfficerDraft, PolicyRevisionDraft
from sro_desk.domain.errors import Cancelled, SroDeskError
from sro_desk.domain.faults import Fault, fault_words
from sro_desk.domain.spreadsheets.rows import Outcome
from sro_desk.domain.spreadsheets.sheets import Sheet, SheetFile
from sro_desk.domain.spreadsheets.tables import TableKind
from sro_desk.services import history, officers, policy
from sro_desk.services.spreadsheets import choosing, importing

NEW, CHANGE, SAME, PROBLEM = Outcome


def parts(*sheets):
    """The parts of sheets, each a name and its rows, headings first."""
    made = tuple(Sheet(name=name, rows=tuple(map(tuple, rows))) for name, rows in sheets)
    return choosing.parts_of(SheetFile(name="list.xlsx", sheets=made))


@pytest.fixture
def look(db):
    def look(*rows, name=""):
        return importing.preview(db, parts((name, rows)))

    return look


@pytest.fixture
def take(db, actor):
    """Import everything without a problem."""

    def take(*rows, name=""):
        return importing.store(db, importing.preview(db, parts((name, rows))), actor=actor)

    return take


def outcomes(planned):
    return [row.outcome for row in planned.rows]


def words(planned, line=0):
    return [remark.words for remark in planned.rows[line].remarks]


def test_a_roster_in_the_chiefs_own_words(db, take):
    imported = take(
        ["Roster as of May 2026"],
        [],
        ["OFFICER NAME", "Badge #", "Rank", "E-Mail", "Date of Hire", "MN POST Lic. No."],
        ["Olson, Erik", "12", "Sgt", "e.olson@x.example", "3/4/2019", "20917"],
        ["Sgt. José Núñez Jr.", "007", "", "", date(2020, 1, 2), ""],
        ["van der Berg, Anna", "", "", "", "Sept. 1, 2021", ""],
    )
    assert (imported.new, imported.changed) == (3, 0)
    found = {each.name: each for each in officers.all_officers(db)}
    erik, jose, anna = (
        found[name] for name in ("Erik Olson", "José Núñez Jr.", "Anna van der Berg")
    )
    assert (erik.sort_name, erik.badge, erik.post_license) == ("Olson, Erik", "12", "20917")
    assert erik.employed_from == date(2019, 3, 4)
    assert (jose.rank, jose.badge, jose.sort_name) == ("Sergeant", "007", "Núñez, José, Jr.")
    assert (anna.sort_name, anna.employed_from) == ("van der Berg, Anna", date(2021, 9, 1))


def test_new_change_same_and_problem(look, officer):  # noqa: ARG001 - on the roster
    planned = look(
        ["Name", "Badge", "Hire date", "Email"],
        ["erik olson", "12", "", ""],
        ["OLSON, ERIK", "12", "9/1/2020", ""],
        ["Pa Vang", "", "13/45/2020", ""],
        ["Pa Houa Vang", "3", "", "nobody"],
        ["", "4", "", ""],
    )
    assert outcomes(planned) == [SAME, CHANGE, PROBLEM, NEW, PROBLEM]
    assert planned.rows[1].was == {"employed_from": "empty"}
    assert "no date that can be read" in words(planned, 2)[0]
    assert words(planned, 3) == [fault_words(Fault.EMAIL_UNLIKELY)]
    assert words(planned, 4) == [fault_words(Fault.NAME_MISSING)]
    assert planned.counts == {NEW: 1, CHANGE: 1, SAME: 1, PROBLEM: 2}


def test_an_empty_cell_changes_nothing(look, officer):  # noqa: ARG001
    assert outcomes(look(["Name", "Badge"], ["Erik Olson", ""])) == [SAME]


@pytest.mark.parametrize(
    ("typed", "day", "told"),
    [
        ("03/04/2025", date(2025, 3, 4), "Tuesday, March 4, 2025"),
        ("3-4-25", date(2025, 3, 4), "Tuesday, March 4, 2025"),
        ("03/03/2025", date(2025, 3, 3), ""),
        ("03/14/2025", date(2025, 3, 14), ""),
        ("2025-03-04", date(2025, 3, 4), ""),
        ("2025-03-04T00:00:00", date(2025, 3, 4), ""),
        ("3/14/2025 12:00 AM", date(2025, 3, 14), ""),
        ("March 4, 2025", date(2025, 3, 4), ""),
        ("4-Mar-25", date(2025, 3, 4), ""),
        ("Tue, Mar 4th 2025", date(2025, 3, 4), ""),
        ("45720", date(2025, 3, 4), "number of a day"),
        (date(2025, 3, 4), date(2025, 3, 4), ""),
    ],
)
def test_dates_in_every_usual_form(look, typed, day, told):
    planned = look(["Name", "Hire date"], ["Erik Olson", typed])
    assert planned.rows[0].steps[0].draft.employed_from == day
    assert told in " ".join(words(planned))
    assert bool(words(planned)) == bool(told)


@pytest.mark.parametrize("typed", ["+3", "today", "25/12/2025", "soon", "2/30/2025", "1e400"])
def test_what_is_no_date(look, typed):
    assert outcomes(look(["Name", "Hire date"], ["Erik Olson", typed])) == [PROBLEM]


def test_rows_see_what_earlier_rows_and_sheets_add(db, actor):
    planned = importing.preview(
        db,
        parts(
            ("Certificates", [["Officer", "Course", "Completed"],
                              ["Olson, Erik", "Mandated", "8/20/2026"]]),
            ("Assignments", [["Officer", "District", "School", "Role", "Start date"],
                             ["Erik Olson", "ISD 196", "Eagan High School", "Reg", "9/14/2026"],
                             ["Pa Vang", "196", "", "sub", "9/14/2026"]]),
            ("Contact days", [["Officer", "Date", "Served or booked"],
                              ["Pa Vang", "10/1/2026", ""], ["Pa Vang", "4/1/2027", ""],
                              ["Erik Olson", "10/1/2026", ""]]),
            ("Districts", [["District", "School"], ["ISD 196", "Eagan High School"],
                           ["ISD #0196", "Apple Valley High School"]]),
            ("Officers", [["Name"], ["Erik Olson"], ["Pa Vang"]]),
            ("Policy reviews", [["Officer", "Reviewed"], ["Vang, Pa", "9/1/2026"]]),
        ),
    )  # fmt: skip
    kinds = [part.layout.kind for part in planned.parts]
    assert kinds == list(TableKind), "in the order in which they lean on one another"
    assert [row.outcome for row in planned.rows if row.outcome is not NEW] == [PROBLEM]
    assert fault_words(Fault.DAY_OF_REGULAR) in words(planned, -1)
    imported = importing.store(db, planned, actor=actor)
    assert (imported.new, imported.left_out) == (10, 1)
    again = importing.preview(db, planned.parts)
    assert again.counts == {NEW: 0, CHANGE: 0, SAME: 10, PROBLEM: 1}
    erik = officers.all_officers(db)[0]
    record = officers.detail(db, erik.id, date(2026, 11, 24)).record
    assert record.assignments[0].role is Role.REGULAR
    assert record.certificates[0].course.kind is CourseKind.MANDATED
    substitute = officers.detail(db, officers.all_officers(db)[1].id, date(2026, 11, 24)).record
    kinds = {day.on: day.kind for day in substitute.contact_days}
    assert kinds == {date(2026, 10, 1): DayKind.SERVED, date(2027, 4, 1): DayKind.BOOKED}


def test_a_problem_row_leaves_nothing_for_later_rows(look):
    planned = look(
        ["Officer", "Course", "Course kind", "Completed"],
        ["Nobody", "New course", "Other", "8/20/2026"],
    )
    assert outcomes(planned) == [PROBLEM]
    assert planned.steps == ()


def test_a_row_with_a_bad_certificate_adds_no_course_for_the_next(look, officer):  # noqa: ARG001
    planned = look(
        ["Officer", "Course", "Course kind", "Completed"],
        ["Erik Olson", "Week of law", "Other", "8/20/2030"],
        ["Erik Olson", "Week of law", "Other", "8/20/2026"],
    )
    assert outcomes(planned) == [PROBLEM, NEW]
    assert len(planned.steps) == 2, "the course and the certificate"


def test_namesakes_are_told_apart_or_asked_about(look, take, officer):  # noqa: ARG001
    take(["Name", "Badge"], ["Erik Olson", "12"], ["Erik Olson", "14"])
    planned = look(
        ["Officer", "Badge", "Reviewed"],
        ["Erik Olson", "14", "9/1/2026"],
        ["Erik Olson", "", "9/1/2026"],
    )
    assert outcomes(planned) == [NEW, PROBLEM]
    assert "badge" in words(planned, 1)[0]


def test_somebody_alike_is_proposed_and_never_taken(look, officer):  # noqa: ARG001
    planned = look(["Officer", "Reviewed"], ["Erik J. Olson", "9/1/2026"])
    assert outcomes(planned) == [PROBLEM]
    assert "Is it Erik Olson?" in words(planned)[0]
    planned = look(["Name", "Badge"], ["Erik J. Olson", "99"])
    assert outcomes(planned) == [NEW]
    assert "Is this another person?" in words(planned)[0]


@pytest.mark.parametrize(
    "said",
    [
        *("ISD 196", "isd #0196", "196", "0196-01", "Independent School District No. 196"),
        *("Rosemount-Apple Valley-Eagan", "ROSEMOUNT APPLE VALLEY EAGAN PUBLIC SCHOOLS"),
        "Rosemount-Apple Valley-Eagan (ISD 196)",
    ],
)
def test_a_district_by_any_of_its_names(look, officer, district, said):  # noqa: ARG001
    planned = look(
        ["Officer", "District", "Start date", "Role"], ["Erik Olson", said, "9/14/2026", "regular"]
    )
    assert outcomes(planned) == [NEW]
    assert planned.steps[0].draft.district == district.id


def test_a_district_is_completed_from_the_states_list(look):
    planned = look(["District", "Number"], ["ISD 196", "196"])
    draft = planned.steps[0].draft
    assert (draft.name, draft.state_id) == ("Rosemount-Apple Valley-Eagan", "0196")
    planned = look(["District"], ["Nowhere at all"], name="Districts")
    assert outcomes(planned) == [PROBLEM]
    assert "kind of district" in words(planned)[0]


def test_a_course_by_title_by_kind_and_not_by_guess(look, officer, course_of):  # noqa: ARG001
    planned = look(
        ["Officer", "Training", "Date completed", "Hours"],
        ["Erik Olson", "Supplemental", "8/20/2026", "8 hours"],
        ["Erik Olson", course_of(CourseKind.MANDATED).title, "8/20/2026", "7,5"],
        ["Erik Olson", "NASRO Basic School Resource Officer Course", "7/1/2020", ""],
        ["Erik Olson", "Basic", "7/2/2020", ""],
        ["Erik Olson", "Resource week", "7/2/2020", ""],
    )
    assert outcomes(planned) == [NEW, NEW, NEW, PROBLEM, PROBLEM]
    assert "Several courses" in words(planned, 3)[0]
    assert "The catalogue has no course" in words(planned, 4)[0]


def test_the_forms_own_checks_speak(db, actor, look, assign, officer):
    assign(officer)
    policy.add_revision(db, PolicyRevisionDraft(adopted_on=date(2026, 1, 5)), actor=actor)
    planned = look(
        ["Officer", "Reviewed"], ["Erik Olson", "9/14/2027"], ["Erik Olson", "9/14/2020"],
        name="Policy reviews",
    )  # fmt: skip
    assert words(planned, 0) == [fault_words(Fault.REVIEWED_IN_FUTURE)]
    assert words(planned, 1) == [fault_words(Fault.REVIEWED_BEFORE_ADOPTION)]
    planned = look(
        ["Officer", "District", "Role", "Start"],
        ["Erik Olson", "196", "regular", "10/15/2026"],
        ["Erik Olson", "196", "", "9/14/2026"],
    )
    assert outcomes(planned) == [PROBLEM, SAME]
    assert words(planned, 0) == [fault_words(Fault.ASSIGNMENT_TWICE)]


def test_a_cell_put_right_in_the_preview(db, look):
    planned = look(["Name", "Hire date"], ["Erik Olson", "soon"])
    (part,) = planned.parts
    mended = part.with_cell(planned.rows[0].line, "employed_from", "9/1/2020")
    assert outcomes(importing.preview(db, [mended])) == [NEW]


def test_one_undo_takes_all_of_it_back(db, take, actor):
    imported = take(
        ["Name", "Badge"], *[[f"Officer {number}", str(number)] for number in range(250)]
    )
    assert len(officers.all_officers(db)) == 250
    history.undo(db, imported.write, actor=actor)
    assert officers.all_officers(db) == ()


def test_undo_brings_back_what_an_import_changed(db, take, actor, officer):
    imported = take(["Name", "Badge"], ["Erik Olson", "99"], ["Pa Vang", "9"])
    assert (imported.new, imported.changed) == (1, 1)
    history.undo(db, imported.write, actor=actor)
    assert officers.all_officers(db) == (officer,)


def test_a_namesake_from_elsewhere_is_not_taken_for_the_one_on_the_roster(look, take):
    take(["Name", "Badge", "POST license"], ["Erik Olson", "12", "20917"])
    planned = look(
        ["Officer", "Badge", "POST license", "Reviewed"],
        ["Erik Olson", "12", "31000", "9/14/2026"],
        ["Erik Olson", "77", "", "9/15/2026"],
    )
    assert outcomes(planned) == [PROBLEM, NEW]
    assert "another person" in words(planned)[0]
    assert "badge 12" in words(planned, 1)[0]


def test_an_import_is_refused_when_the_records_changed_since(db, look, actor, officer):
    planned = look(["Name", "Badge"], ["Erik Olson", "99"])
    draft = OfficerDraft(name=officer.name, badge="99")
    officers.change(db, officer.id, draft, actor=actor)
    with pytest.raises(SroDeskError, match="changed since"):
        importing.store(db, planned, actor=actor)


@pytest.mark.parametrize("at", [0, 1, 3])
def test_stop_leaves_nothing_behind(db, look, actor, at):
    planned = look(["Name"], *[[f"Officer {number}"] for number in range(400)])
    calls = 0

    def report(done, total):
        nonlocal calls
        calls += 1
        if done >= at * 100 and total == 400 and calls > 6:
            raise Cancelled

    head = db.head()
    with pytest.raises(Cancelled):
        importing.store(db, planned, actor=actor, report=report)
    assert db.head() == head
    assert officers.all_officers(db) == ()


def test_an_import_is_preceded_by_a_backup(take):
    imported = take(["Name"], ["Erik Olson"])
    assert imported.backup.is_file()
    assert '"IMPORT"' in imported.backup.with_name(imported.backup.name + ".json").read_text()


def test_columns_mapped_by_hand(db):
    sheet = Sheet(name="", rows=(("Who", "Number they wear"), ("Erik Olson", "12")))
    file = SheetFile(name="list.csv", sheets=(sheet,))
    (part,) = choosing.chosen(
        file, sheets=(), kinds=[TableKind.OFFICERS], said=["Who=name", "number they wear=badge"]
    )
    planned = importing.preview(db, [part])
    assert planned.steps[0].draft.badge == "12"
    with pytest.raises(SroDeskError, match="no field"):
        choosing.chosen(file, sheets=(), kinds=[TableKind.OFFICERS], said=["Who=nose"])
    assert replace(part.layout, columns={}).complete is False


def test_a_record_added_and_changed_by_the_same_import(db, actor, look):
    planned = look(
        ["Name", "Badge", "Rank"],
        ["Erik Olson", "12", ""],
        *[[f"Officer {number}", f"n{number}", ""] for number in range(250)],
        ["Erik Olson", "12", "Sergeant"],
    )
    assert outcomes(planned)[-1] is CHANGE
    imported = importing.store(db, planned, actor=actor)
    assert (imported.new, imported.changed) == (251, 1)
    erik = next(each for each in officers.all_officers(db) if each.name == "Erik Olson")
    assert erik.rank == "Sergeant"
    history.undo(db, imported.write, actor=actor)
    assert officers.all_officers(db) == ()
