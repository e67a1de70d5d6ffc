"""Printing onto a printer that writes a PDF: which pages, in which order, at what size."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageRanges
from PySide6.QtPrintSupport import QPrinter

from sro_desk.domain.errors import Cancelled, SroDeskError
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.services.reports import making
from sro_desk.ui.pictures import picture_of
from sro_desk.ui.printing import FINEST, letter_printer, print_pages
from tests.conftest import TODAY

COLOURS = ("#ff0000", "#00ff00", "#0000ff", "#ffff00")  # of page 1, 2, 3, 4


@pytest.fixture
def printer(qapp, tmp_path):  # noqa: ARG001 - a printer needs the application
    made = letter_printer()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def page_of(page: int, width: int, *, shape=(11, 8.5)) -> QImage:
    image = QImage(width, round(width * shape[1] / shape[0]), QImage.Format.Format_RGB888)
    image.fill(QColor(COLOURS[page]))
    return image


def printed(printer) -> list[str]:
    """The colour in the middle of each sheet's side."""
    with pypdfium2.PdfDocument(printer.outputFileName()) as document:
        pictures = [page.render(scale=0.2).to_pil().convert("RGB") for page in document]
    middles = [each.getpixel((each.width // 2, each.height // 2)) for each in pictures]
    return [min(COLOURS, key=lambda c: _distance(c, middle)) for middle in middles]


def _distance(colour: str, found: tuple[int, int, int]) -> int:
    known = QColor(colour).getRgb()[:3]
    return sum(abs(a - b) for a, b in zip(known, found, strict=True))


def test_all_pages_in_order(printer):
    assert print_pages(printer, 3, page_of) == 3
    assert printed(printer) == list(COLOURS[:3])


def test_a_range_of_pages(printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("2,4"))
    assert print_pages(printer, 4, page_of) == 2
    assert printed(printer) == [COLOURS[1], COLOURS[3]]


def test_the_last_page_first(printer):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    print_pages(printer, 3, page_of)
    assert printed(printer) == list(COLOURS[2::-1])


@pytest.mark.parametrize(
    ("collated", "order"), [(True, (0, 1, 0, 1)), (False, (0, 0, 1, 1))], ids=["sets", "pages"]
)
def test_copies_that_the_driver_does_not_make(printer, monkeypatch, collated, order):
    monkeypatch.setattr(QPrinter, "supportsMultipleCopies", lambda _: False)
    printer.setCopyCount(2)
    printer.setCollateCopies(collated)
    assert print_pages(printer, 2, page_of) == 4
    assert printed(printer) == [COLOURS[page] for page in order]


def test_a_landscape_report_turns_the_paper_and_fills_it(printer):
    widths = []

    def render(page, width):
        widths.append(width)
        return page_of(page, width)

    print_pages(printer, 1, render)
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape
    assert widths[-1] == 11 * min(FINEST, printer.resolution())
    with pypdfium2.PdfDocument(printer.outputFileName()) as document:
        assert document[0].get_size() == pytest.approx((792, 612), abs=1)
        picture = document[0].render(scale=0.5).to_pil().convert("RGB")
    for spot in ((4, 4), (picture.width - 5, picture.height - 5)):
        assert _distance(COLOURS[0], picture.getpixel(spot)) < 30


def test_a_portrait_page_among_them_is_turned(printer):
    def render(page, width):
        return page_of(page, width, shape=(11, 8.5) if page == 0 else (8.5, 11))

    print_pages(printer, 2, render)
    assert printed(printer) == list(COLOURS[:2])


def test_a_range_that_holds_no_page_is_told(printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("7-9"))
    with pytest.raises(SroDeskError, match="the report has 3 pages"):
        print_pages(printer, 3, page_of)


def test_stop_ends_between_two_pages(printer):
    seen = []

    def stop(done, _total):
        seen.append(done)
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(printer, 4, page_of, stop)
    assert seen == [0, 1, 2]
    assert not Path(printer.outputFileName()).exists()  # no half report


def test_a_page_that_cannot_be_drawn_stops_the_rest(printer):
    def render(page, width):
        if page == 1:
            raise SroDeskError("The page cannot be shown.")
        return page_of(page, width)

    with pytest.raises(SroDeskError, match="cannot be shown"):
        print_pages(printer, 2, render)
    assert not Path(printer.outputFileName()).exists()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_refuses_is_told(qapp, tmp_path):  # noqa: ARG001 - as above
    printer = letter_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no folder" / "printed.pdf"))
    with pytest.raises(SroDeskError, match="did not accept"):
        print_pages(printer, 1, page_of)


def test_the_very_report_is_printed(printer, context, db):
    asked = Asked(report=ReportName.DEADLINES, on=TODAY)
    made = making.make_alone(db, asked, made_on=TODAY)

    def render(page, width):
        return picture_of(context.worker.render(made.content, page=page, width=width))

    assert print_pages(printer, 1, render) == 1
    with pypdfium2.PdfDocument(made.content) as report:
        shown = report[0].render(scale=0.5).to_pil().convert("L")
    with pypdfium2.PdfDocument(printer.outputFileName()) as paper:
        on_paper = paper[0].render(scale=0.5).to_pil().convert("L").resize(shown.size)
    differing = sum(
        abs(a - b) > 80 for a, b in zip(shown.tobytes(), on_paper.tobytes(), strict=True)
    )
    assert differing < len(shown.tobytes()) * 0.01
