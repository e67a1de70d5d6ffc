"""The structure that a screen reader walks."""

import pikepdf
import pytest

from sro_desk.pdf.deadlines_list import deadlines_list
from sro_desk.pdf.district_summary import district_summary
from tests.pdf.conftest import deadline, deadlines, officer, officers, summary


def kind(node):
    return str(node.S)[1:]


def kids(node):
    """The structure elements right below `node`."""
    below = node.get("/K", pikepdf.Array())
    listed = below if isinstance(below, pikepdf.Array) else [below]
    return [kid for kid in listed if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def every(node, wanted):
    found = [node] if kind(node) == wanted else []
    return found + [each for kid in kids(node) for each in every(kid, wanted)]


@pytest.fixture
def document(opened):
    return lambda pdf: opened(pdf).Root.StructTreeRoot.K


def test_headings_come_in_order(document):
    root = document(district_summary(summary(*officers(3))))
    levels = [kind(node) for node in kids(root) if kind(node).startswith("H")]
    assert levels[0] == "H1"
    assert set(levels[1:]) == {"H2"}


def test_every_row_has_a_cell_for_each_heading(document):
    root = document(district_summary(summary(*officers(300))))
    tables = every(root, "Table")
    assert [len(every(table, "TR")) - 1 for table in tables] == [300, 100, 100, 300]
    for table in tables:
        head, body = kids(table)
        headings = every(head, "TH")
        assert all(heading.A.Scope == "/Column" for heading in headings)
        for row in kids(body):
            first, *rest = kids(row)
            assert (kind(first), first.A.Scope) == ("TH", "/Row")
            assert [kind(cell) for cell in rest] == ["TD"] * (len(headings) - 1)


def test_every_mark_is_owned(opened):
    pdf = opened(district_summary(summary(*officers(40))))
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums
    assert len(owners) == 2 * len(pdf.pages)
    for number, page in enumerate(pdf.pages):
        marks = page.Contents.read_bytes().count(b"/MCID")
        assert page.StructParents == number
        assert len(owners[2 * number + 1]) == marks
        assert all(kind(owner) for owner in owners[2 * number + 1])


def test_the_picture_has_words(document):
    (figure,) = every(document(deadlines_list(deadlines(deadline(0)))), "Figure")
    assert str(figure.Alt).endswith("months: 1 in November 2026.")
    assert len(figure.A.BBox) == 4


def test_outline_names_the_sections(opened):
    pdf = opened(district_summary(summary(officer())))
    top = pdf.Root.Outlines.First
    titles, item = [], top.First
    while item is not None:
        titles.append(str(item.Title))
        item = item.get("/Next")
    assert str(top.Title) == "School Resource Officer Certificate Summary"
    assert (int(pdf.Root.Outlines.Count), int(top.Count)) == (6, 5)
    assert titles == [
        "Officers and their certificates",
        "Duties not covered",
        "What is missing from the file",
        "How each status was reached",
        "Attestation of the chief law enforcement officer",
    ]
