"""Makes the template and the example in resources/spreadsheets: `python tests/make_templates.py`.

The same bytes each time, so that a change of the columns shows as a change of these files.
"""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import xlsxwriter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sro_desk.domain.spreadsheets.tables import (
    FIELDS,
    Reads,
    TableKind,
    table_words,
)
from sro_desk.services.spreadsheets.exporting import as_csv

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "spreadsheets"
ERIK = {"officer": "Erik Olson", "badge": "126"}
PA = {"officer": "Pa Houa Vang", "badge": "145"}
JOSE = {"officer": "José Núñez", "badge": "007"}
EAGAN = {"district": "ISD 196", "school": "Eagan High School"}
EXAMPLE = {
    TableKind.OFFICERS: [
        {"name": "Erik Olson", "rank": "Officer", "badge": "126", "work_phone": "651-555-0106",
         "title": "School Resource Officer", "work_email": "erik.olson@agency.example",
         "employed_from": date(2015, 4, 13)},
        {"name": "Vang, Pa Houa", "sort_name": "", "rank": "Officer", "badge": "145",
         "employed_from": date(2018, 6, 4)},
        {"name": "José Núñez", "rank": "Sergeant", "badge": "007"},
    ],
    TableKind.DISTRICTS: [
        {"name": "Rosemount-Apple Valley-Eagan", "kind": "Independent district",
         "state_id": "0196", "citation": "506.9", "contact_name": "Patricia Lund",
         "contact_email": "p.lund@district.example", "school": "Eagan High School"},
        {"name": "Rosemount-Apple Valley-Eagan", "kind": "Independent district",
         "state_id": "0196", "school": "Apple Valley High School"},
    ],
    TableKind.ASSIGNMENTS: [
        {**ERIK, **EAGAN, "role": "Regular", "assumed": date(2021, 9, 7)},
        {**PA, "district": "ISD 196", "role": "Substitute", "assumed": date(2026, 9, 8),
         "ends_on": date(2027, 6, 9), "booked_days": "10"},
        {**JOSE, **EAGAN, "role": "Regular", "assumed": date(2026, 9, 8),
         "meets_definition": "no", "definition_reason": "Evening events only"},
    ],
    TableKind.CERTIFICATES: [
        {**ERIK, "course": "Standardized Basic School Resource Officer Training",
         "course_kind": "Basic course", "provider": "Minnesota School Safety Center",
         "completed_on": date(2021, 7, 23), "number": "BA-2021-0126", "credits": "40"},
        {**ERIK, "course": "Supplemental", "completed_on": date(2026, 3, 12), "credits": "8"},
    ],
    TableKind.REVIEWS: [{**PA, "reviewed_on": date(2026, 9, 1), "note": "Read and signed"}],
    TableKind.CONTACT_DAYS: [
        {**PA, "district": "ISD 196", "on": date(2026, 10, 5), "kind": "Served"},
        {**PA, "district": "ISD 196", "on": date(2026, 10, 6), "kind": "Served"},
    ],
}  # fmt: skip
LISTS = {
    Reads.ROLE: ["Regular", "Substitute"],
    Reads.YES_NO: ["yes", "no"],
    Reads.COURSE_KIND: ["Mandated course", "Supplemental course", "Basic course", "Other course"],
    Reads.DISTRICT_KIND: [
        *("Independent district", "Special district", "Charter school", "Cooperative"),
    ],
    Reads.DAY_KIND: ["Served", "Booked"],
}
MADE = datetime(2026, 11, 1, tzinfo=UTC).replace(tzinfo=None)
LINES = 1000  # that the lists to choose from reach down to


def make(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in (("template", {}), ("example", EXAMPLE)):
        workbook(folder / f"sro-desk {name}.xlsx", rows)
        for kind in TableKind:
            content = as_csv(tuple(table(kind, rows.get(kind, []))))
            (folder / f"{name} {kind.value}.csv").write_bytes(content)


def table(kind, rows):
    fields = [field for field in FIELDS[kind] if not field.split]
    yield tuple(field.title for field in fields)
    for row in rows:
        yield tuple(str(row.get(field.name, "")) for field in fields)


def workbook(path, tables):
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"title": "sro-desk: records to import", "created": MADE})
        formats = {
            "head": book.add_format({"bold": True, "bg_color": "#E1F2FE", "bottom": 1}),
            "day": book.add_format({"num_format": "mm/dd/yyyy", "align": "left"}),
            "text": book.add_format({"num_format": "@"}),
        }
        for kind in TableKind:
            sheet = book.add_worksheet(table_words(kind))
            fill(sheet, kind, tables.get(kind, []), formats)


def fill(sheet, kind, rows, formats):
    sheet.freeze_panes(1, 0)
    fields = [field for field in FIELDS[kind] if not field.split]
    for at, field in enumerate(fields):
        is_day = field.reads is Reads.DATE
        sheet.set_column(
            at, at, max(14, len(field.title) + 4), formats["day" if is_day else "text"]
        )
        sheet.write_string(0, at, field.title, formats["head"])
        if field.reads in LISTS:
            sheet.data_validation(
                1, at, LINES, at, {"validate": "list", "source": LISTS[field.reads]}
            )
        for line, row in enumerate(rows, start=1):
            value = row.get(field.name, "")
            if isinstance(value, date):
                sheet.write_datetime(line, at, value, formats["day"])
            elif value:
                sheet.write_string(line, at, value, formats["text"])


if __name__ == "__main__":
    make(FOLDER)
