"""Prints a finished PDF: the very pages that were shown, at the printer's resolution."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.progress import Report, unheard

FINEST = 300  # dots per inch; finer is not seen on paper and costs memory
RenderPage = Callable[[int, int], QImage]  # page from 0, width in pixels


def letter_printer() -> QPrinter:
    """A printer set for letter paper without margins: the PDF brings its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setFullPage(True)
    return printer


def ask_printer(parent: QWidget, title: str, pages: int) -> QPrinter | None:
    """Show the system's print dialog; None when the person cancelled."""
    printer = letter_printer()
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"Print {title}")
    dialog.setMinMax(1, pages)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return None
    printer.setFullPage(True)
    return printer


def print_pages(printer: QPrinter, pages: int, render: RenderPage, report: Report = unheard) -> int:
    """Paint the chosen pages onto `printer`; returns how many sheets' sides were painted.

    Runs on a job's thread: Qt allows painting onto a printer from any thread.
    """
    chosen = _in_order(printer, _chosen(printer, pages))
    if not chosen:
        raise SroDeskError(
            f"There is nothing to print in that range: the report has {pages} pages."
        )
    first = render(chosen[0], _width(printer, landscape=False))
    if first.width() > first.height():
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    painter = QPainter()
    if not painter.begin(printer):
        raise SroDeskError(
            "The printer did not accept the report. Check that it is on and connected, "
            "or save the report as a PDF and print it from there."
        )
    try:
        for done, page in enumerate(chosen):
            report(done, len(chosen))
            if done:
                printer.newPage()
            _paint(painter, printer, render(page, _width(printer)))
        report(len(chosen), len(chosen))
    except BaseException:
        printer.abort()  # Stop, or a page that failed: no half report in the tray
        painter.end()
        _remove_half_file(printer)
        raise
    painter.end()
    return len(chosen)


def _remove_half_file(printer: QPrinter) -> None:
    """Of a report that was printed into a file."""
    if name := printer.outputFileName():
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)


def _chosen(printer: QPrinter, pages: int) -> list[int]:
    """The pages asked for, from 0."""
    ranges = printer.pageRanges()
    if printer.printRange() == QPrinter.PrintRange.PageRange and not ranges.isEmpty():
        return [page for page in range(pages) if ranges.contains(page + 1)]
    return list(range(pages))


def _in_order(printer: QPrinter, chosen: list[int]) -> list[int]:
    """Every side to paint: reversed, repeated and collated where the driver does not do it."""
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        chosen = chosen[::-1]
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return chosen * copies
    return [page for page in chosen for _ in range(copies)]


def _width(printer: QPrinter, *, landscape: bool | None = None) -> int:
    """How wide to render a page, in pixels."""
    paper = printer.pageLayout().pageSize().size(QPageSize.Unit.Inch)
    if landscape is None:
        landscape = printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape
    inches = paper.height() if landscape else paper.width()
    return round(inches * min(FINEST, printer.resolution()))


def _paint(painter: QPainter, printer: QPrinter, image: QImage) -> None:
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    if (image.width() > image.height()) != (paper.width() > paper.height()):
        image = image.transformed(QTransform().rotate(90))
    size = QSizeF(image.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF((paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2, 0, 0)
    place.setSize(size)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)
