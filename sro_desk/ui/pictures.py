"""A drawn page of the worker as a picture of Qt's."""

from PySide6.QtGui import QImage

from sro_desk.intake.examined import PageImage


def picture_of(page: PageImage) -> QImage:
    """The page's pixels in a picture that owns them."""
    return QImage(
        page.rgb, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888
    ).copy()  # QImage does not keep the bytes alive
