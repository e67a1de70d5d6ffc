"""Spreadsheets are read whatever wrote them; hostile ones get a sentence, and nothing goes down."""

import random
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.sheet_file import open_sheets
from sro_desk.intake.sheet_trouble import SheetTrouble, sheet_trouble_words
from sro_desk.intake.worker import Limits, Worker
from tests.intake import foreign, workbooks

FILES = Path(__file__).parent / "sheets"
NAME = "José Núñez"
ROWS = (("Name", "Badge"), (NAME, "12"))
TEXT = f"Name,Badge\r\n{NAME},12\r\n"


def rows(worker, content, name="list"):
    (sheet,) = worker.read_sheets(content, name).sheets
    return sheet.rows


def refusal(worker, content):
    with pytest.raises(SroDeskError) as caught:
        worker.read_sheets(content, "list.xlsx")
    return str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("\r\n", "\r").encode(),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace(",", "|").encode(),
        f"sep=;\r\n{TEXT.replace(',', ';')}".encode(),
        f'"Name","Badge"\n"{NAME}","12"'.encode(),
    ],
    ids=[
        *("UTF-8", "UTF-8 with its mark", "UTF-16", "UTF-16 BE", "UTF-16 without mark", "UTF-32"),
        *("cp1252", "Unix", "old Mac", "semicolons", "tabs", "bars", "sep=", "quoted"),
    ],
)
def test_plain_text_of_every_kind(worker, content):
    assert rows(worker, content) == ROWS


def test_a_delimiter_in_a_name_is_none(worker):
    text = "Name;Remark\nOlson, Erik;a, b, c\nVang, Pa;d\n"
    assert rows(worker, text.encode())[1] == ("Olson, Erik", "a, b, c")


def test_ragged_rows_nothings_and_lines_within_a_cell(worker):
    text = 'Name,Badge\nErik\nPa,"1\n2",3,4\n\n,\x00x\n'
    assert rows(worker, text.encode()) == (
        ("Name", "Badge"),
        ("Erik",),
        ("Pa", "1\n2", "3", "4"),
        (),
        ("", "\x00x"),
    )


def test_a_real_date_is_a_date_and_a_text_stays_a_text(worker):
    found = rows(
        worker, workbooks.xlsx(("A", [["Name", date(2025, 3, 4), "03/04/2025", 12, 7.5, True]]))
    )
    assert found == (("Name", date(2025, 3, 4), "03/04/2025", "12", "7.5", "TRUE"),)


def test_workbooks_that_count_from_1904(worker):
    content = workbooks.xlsx(("A", [[date(2025, 3, 4)]]), date_1904=True)
    assert rows(worker, content) == ((date(2025, 3, 4),),)


def test_formulas_are_what_they_gave_and_never_calculated(worker):
    content = workbooks.xlsx(("A", [[("=1+1", 41), ("=TODAY()", 45720.0), ("=A1&B1", "ab")]]))
    assert rows(worker, content) == (("41", date(2025, 3, 4), "ab"),)


def test_merged_cells_stand_for_each_of_their_lines(worker):
    content = workbooks.xlsx(
        ("A", [["", "x"], ["Name", "Course"], [None, "a"], [None, "b"], ["Pa", "c"]]),
        merged=[("A3:A4", "Erik")],
    )
    assert rows(worker, content)[2:] == (("Erik", "a"), ("Erik", "b"), ("Pa", "c"))


def test_a_table_that_begins_far_inside_keeps_its_line_numbers(worker):
    content = workbooks.xlsx(("A", [[], [], [None, None, "Name"], [None, None, "Erik"]]))
    assert rows(worker, content) == ((), (), ("Name",), ("Erik",))


def test_sixteen_thousand_empty_columns(worker):
    row = ["Name", *[None] * 16_382, " "]
    found = rows(worker, workbooks.xlsx(("A", [row, ["Erik"]])))
    assert found[1] == ("Erik",)


def test_hidden_sheets_are_left_out_and_told(worker):
    content = workbooks.xlsx(("A", [["x"]]), ("B", [["y"]]), ("C", [["z"]]), hidden=["B"])
    file = worker.read_sheets(content, "list.xlsx")
    assert [sheet.name for sheet in file.sheets] == ["A", "C"]
    assert file.notes == ("1 hidden sheet was left out.",)


@pytest.mark.parametrize("name", ["roster.xls", "roster.ods"])
def test_older_and_open_workbooks(worker, name):
    (sheet,) = open_sheets(FILES / name, worker).sheets
    assert sheet.name == "Roster"
    assert sheet.rows[1] == ("Núñez, José", "12", date(2020, 3, 4))
    assert sheet.rows[2][:2] == ("Erik Olson", "007")


def test_an_older_workbook_that_counts_from_1904(worker):
    (sheet,) = open_sheets(FILES / "roster-1904.xls", worker).sheets
    assert sheet.rows[1] == ("Erik Olson", date(2020, 3, 4))


def test_the_content_decides_and_not_the_name(worker, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(workbooks.xlsx(("A", [["Name"], ["Erik"]])))
    assert open_sheets(path, worker).sheets[0].rows == (("Name",), ("Erik",))
    path = tmp_path / "list.xlsx"
    path.write_bytes(TEXT.encode())
    assert open_sheets(path, worker).sheets[0].rows == ROWS


def test_a_cell_at_the_far_end_of_a_short_sheet(worker):
    found = rows(worker, workbooks.wide(50))
    assert (len(found), len(found[0]), found[1]) == (50, 16_384, ("x",))


def bomb():
    return workbooks.zipped(xl__workbook_xml="x", xl__a_xml=b"0" * 301 * 1024 * 1024)


def entities():
    evil = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet/>'
    content = workbooks.xlsx(("A", [["x"]]))
    return workbooks.with_part(content, "xl/worksheets/sheet1.xml", lambda _: evil)


def entities_in_utf16():
    evil = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'
    content = workbooks.xlsx(("A", [["x"]]))
    return workbooks.with_part(content, "xl/worksheets/sheet1.xml", lambda _: evil.encode("utf-16"))


def cut_short():
    return workbooks.xlsx(("A", [["x"] * 100] * 100))[:-900]


def broken_inside():
    content = workbooks.xlsx(("A", [["x"]]))
    return workbooks.with_part(content, "xl/workbook.xml", lambda _: b"<workbook><sheets><<<")


@pytest.mark.parametrize(
    ("make", "trouble"),
    [
        (bomb, SheetTrouble.SWELLS),
        (entities, SheetTrouble.ENTITIES),
        (entities_in_utf16, SheetTrouble.ENTITIES),
        (cut_short, SheetTrouble.DAMAGED),
        (broken_inside, SheetTrouble.DAMAGED),
        (lambda: workbooks.zipped(word__document_xml="x"), SheetTrouble.NOT_A_SHEET),
        (lambda: (FILES / "locked.xlsx").read_bytes(), SheetTrouble.PASSWORD),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), SheetTrouble.DAMAGED),
        (lambda: bytes(range(1, 32)) * 40, SheetTrouble.BINARY),
        (lambda: workbooks.xlsx(("A", [])), SheetTrouble.NO_ROWS),
        (lambda: b"\r\n,,\r\n", SheetTrouble.NO_ROWS),
        (lambda: b"a\n" * 100_001, SheetTrouble.TOO_MANY),
        (lambda: workbooks.wide(5_000), SheetTrouble.WIDE),
    ],
    ids=[
        *("zip bomb", "XXE", "XXE in UTF-16", "cut short", "broken inside", "Word", "password"),
        *("old and damaged", "binary", "empty workbook", "empty text", "too long", "far too wide"),
    ],
)
def test_what_cannot_be_read_gets_its_sentence(worker, make, trouble):
    assert refusal(worker, make()) == sheet_trouble_words(trouble)
    assert rows(worker, TEXT.encode()) == ROWS, "the next file is read"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (foreign.pdf("x"), "PDF"),
        (b"<html><table><tr><td>Name</td></tr></table></html>", "web page"),
        (b'<?xml version="1.0"?><Workbook/>', "XML"),
        (b"SQLite format 3\x00" + bytes(100), "database"),
        (b"MZ" + bytes(100), "program"),
        (b"x" * (25 * 1024 * 1024 + 1), "25 MB"),
    ],
)
def test_what_is_no_spreadsheet_is_said_before_it_is_opened(worker, content, words):
    assert words in refusal(worker, content)


def test_a_folder_and_a_file_that_is_gone(worker, tmp_path):
    with pytest.raises(SroDeskError, match="folder"):
        open_sheets(tmp_path, worker)
    with pytest.raises(SroDeskError, match="no longer there"):
        open_sheets(tmp_path / "list.csv", worker)


def test_a_sheet_that_takes_more_than_the_limits_ends_the_process_and_no_other():
    wide = workbooks.wide(900)
    with Worker(Limits(memory=400 * 1024**2, cpu=4, wall=6.0)) as worker:
        said = refusal(worker, wide)
        gone = {SheetTrouble.MEMORY, SheetTrouble.TIME, SheetTrouble.STOPPED}
        assert said in {sheet_trouble_words(trouble) for trouble in gone}
        assert rows(worker, TEXT.encode()) == ROWS


def test_there_are_words_for_everything():
    for trouble in SheetTrouble:
        assert sheet_trouble_words(trouble).endswith(".")
    assert sheet_trouble_words("nonsense") == sheet_trouble_words(SheetTrouble.STOPPED)


@pytest.mark.parametrize("seed", range(12))
def test_damaged_anywhere_it_is_read_or_refused(worker, seed):
    """Bytes knocked out at random; the same each time."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    whole = [
        workbooks.xlsx(("A", [["Name", date(2020, 1, 2)]] * 40)),
        *((FILES / name).read_bytes() for name in ("roster.xls", "roster.ods", "locked.xlsx")),
        TEXT.encode("utf-16"),
    ]
    for content in whole:
        broken = bytearray(content)
        for _ in range(chance.randrange(1, 30)):
            broken[chance.randrange(4, len(broken))] = chance.randrange(256)
        with suppress(SroDeskError):
            worker.read_sheets(bytes(broken), "list")
    assert rows(worker, TEXT.encode()) == ROWS
