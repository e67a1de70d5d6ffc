"""What would keep Qt from starting, told in a sentence before Qt ends the program by itself."""

import ctypes
import importlib.util
import os
import sys
from importlib import import_module
from pathlib import Path

_DEBIAN = (
    "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 "
    "libxcb-icccm4 libxcb-keysyms1 libxcb-cursor0"
)
_WITHOUT = (
    "Without a window there are still the commands: `sro-desk demo DIR` makes a sample with its "
    "PDFs and screenshots, `sro-desk check FILE` prints each officer's finding, "
    "`sro-desk --help` lists the rest."
)


def trouble() -> str:
    """The sentence that says why there can be no window; empty where there can."""
    if importlib.util.find_spec("PySide6") is None:
        return (
            "sro-desk cannot find PySide6, which draws its window. "
            "Install what requirements.lock lists; the README has the command."
        )
    if sys.platform != "linux":
        return _loading_trouble()
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if not platform and not _display_named():
        return f"There is no display here to open a window on. {_WITHOUT}"
    return _loading_trouble() or ("" if platform else _x11_trouble())


def _display_named() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _loading_trouble() -> str:
    try:
        import_module("sro_desk.ui.plain_import")  # loads what every window needs
    except ImportError as error:
        return _missing(str(error))
    return ""


def _x11_trouble() -> str:
    """Qt aborts where the plugin for X11 lacks a library or the display does not answer."""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    import PySide6

    plugin = Path(PySide6.__path__[0], "Qt", "plugins", "platforms", "libqxcb.so")
    try:
        ctypes.CDLL(str(plugin))
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return _missing(str(error))
    return (
        "" if _answers(xcb) else f"The display {os.environ['DISPLAY']} does not answer. {_WITHOUT}"
    )


def _answers(xcb: ctypes.CDLL) -> bool:
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _missing(error: str) -> str:
    library = error.partition(":")[0]
    if sys.platform != "linux":
        return f"A library that sro-desk's window needs cannot be loaded: {error}. {_WITHOUT}"
    return (
        f"The system library {library} is missing, which the window needs. On Debian or Ubuntu: "
        f"sudo apt-get install {_DEBIAN}. {_WITHOUT}"
    )
