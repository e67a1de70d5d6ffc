"""Why a foreign file cannot be shown: codes between the processes, sentences for the person."""

from enum import StrEnum

from sro_desk.intake.types import MediaType


class Trouble(StrEnum):
    """What went wrong inside the worker, or with it."""

    PASSWORD = "PASSWORD"  # noqa: S105 - a code, no secret
    DAMAGED = "DAMAGED"
    NO_PAGES = "NO_PAGES"
    NO_SUCH_PAGE = "NO_SUCH_PAGE"
    TOO_MANY_PIXELS = "TOO_MANY_PIXELS"
    MEMORY = "MEMORY"
    TIME = "TIME"
    STOPPED = "STOPPED"
    NO_WORKER = "NO_WORKER"


class Remark(StrEnum):
    """Worth knowing about a file that can be shown."""

    CUT_SHORT = "CUT_SHORT"
    MANY_PAGES = "MANY_PAGES"
    JAVASCRIPT = "JAVASCRIPT"
    TINY = "TINY"


_KEPT_ANYWAY = "It can still be kept, exactly as it is."
_WORDS = {
    Trouble.PASSWORD: "This {what} is protected by a password, so it cannot be shown.",
    Trouble.DAMAGED: "This {what} is damaged or incomplete, so it cannot be shown.",
    Trouble.NO_PAGES: "This {what} has no pages, so there is nothing to show.",
    Trouble.NO_SUCH_PAGE: "This page of the {what} is damaged or missing, so it cannot be shown.",
    Trouble.TOO_MANY_PIXELS: "This {what} has more than 100 million pixels, too many to show.",
    Trouble.MEMORY: "Showing this {what} takes more memory than any certificate should need.",
    Trouble.TIME: "Showing this {what} takes longer than any certificate should need.",
    Trouble.STOPPED: "This {what} broke the viewer, so it cannot be shown. No harm was done.",
    Trouble.NO_WORKER: "The viewer could not be started, so this {what} cannot be shown.",
}
_REMARKS = {
    Remark.CUT_SHORT: "The end of this {what} is missing; scan or download it again if you can.",
    Remark.MANY_PAGES: "This {what} has {pages:,} pages. Check that it is the right file.",
    Remark.JAVASCRIPT: "This {what} contains a program (JavaScript). It was not run.",
    Remark.TINY: "This {what} is very small ({size}) and may be unreadable.",
}
_WHAT = {
    MediaType.PDF: "PDF",
    MediaType.JPEG: "JPEG picture",
    MediaType.PNG: "PNG picture",
    MediaType.TIFF: "TIFF picture",
}
_ENDINGS = {
    "pdf": MediaType.PDF,
    "jpg": MediaType.JPEG,
    "jpeg": MediaType.JPEG,
    "png": MediaType.PNG,
    "tif": MediaType.TIFF,
    "tiff": MediaType.TIFF,
}


def trouble_words(trouble: Trouble, media_type: MediaType) -> str:
    """One sentence that says what is wrong, and one that nothing is lost."""
    return f"{_WORDS[trouble].format(what=_WHAT[media_type])} {_KEPT_ANYWAY}"


def remade_words(trouble: Trouble) -> str:
    """Why pages could not be taken apart or put together, and that nothing is lost."""
    why = _WORDS[trouble].format(what="file").partition(", so ")[0].rstrip(".")
    return f"{why}. The pages were left as they are; the whole file can still be stored."


def remark_words(remark: Remark, media_type: MediaType, *, pages: int, size: str) -> str:
    """A sentence about a file that can be shown; `size` is in words ("1 x 1 pixels")."""
    return _REMARKS[remark].format(what=_WHAT[media_type], pages=pages, size=size)


def belied_by_name(original_name: str, media_type: MediaType) -> str:
    """A sentence where the name's ending promises another type than the content; else ""."""
    ending = original_name.rpartition(".")[2].lower()
    promised = _ENDINGS.get(ending)
    if promised is None or promised is media_type:
        return ""
    return f"Although its name ends in .{ending}, this file is a {_WHAT[media_type]}."
