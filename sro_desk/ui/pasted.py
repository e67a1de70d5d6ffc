"""What the clipboard holds that can wait in the inbox."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """Files that were copied in a file manager, or a picture (as PNG) from another program."""

    paths: tuple[Path, ...]
    picture: bytes


def pasted_files() -> Pasted:
    """Look at the clipboard; both are empty where it holds neither."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:  # nothing was copied yet
        return Pasted(paths=(), picture=b"")
    paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    picture = b""
    if not paths and data.hasImage():
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QGuiApplication.clipboard().image().save(buffer, "PNG")  # type: ignore[call-overload]
        picture = bytes(buffer.data().data())
    return Pasted(paths=paths, picture=picture)
