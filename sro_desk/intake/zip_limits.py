"""Looks over a zipped workbook before its parser may: how far it swells, and what it declares."""

import io
import re
import zipfile
import zlib

from sro_desk.intake.sheet_trouble import CannotRead, SheetTrouble

_MOST_PARTS = 5_000
_MOST_BYTES = 300 * 1024 * 1024  # of all parts, unpacked
_BLOCK = 1 << 20
_HEAD = 64 * 1024  # where declarations of a part stand
_ENCRYPTED = 0x1
_MOST_CELLS = 16_000_000  # empty ones too: the parser makes room for each of them
_USED = re.compile(rb'<dimension ref="[A-Z]+(\d+):([A-Z]+)(\d+)"')
_XML = (".xml", ".rels", ".vml")
_WORKBOOKS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")


def look_over(content: bytes) -> None:
    """Raise `CannotRead` where the archive is no workbook, or no honest one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        raise CannotRead(SheetTrouble.DAMAGED) from None


def _check(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise CannotRead(SheetTrouble.SWELLS)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise CannotRead(SheetTrouble.PASSWORD)
    names = {part.filename.lstrip("/").casefold() for part in parts}
    if not names.intersection(_WORKBOOKS):
        raise CannotRead(SheetTrouble.NOT_A_SHEET)
    unpacked = 0
    for part in parts:
        unpacked = _unpack(archive, part, unpacked)
    if "META-INF/manifest.xml" in archive.namelist():
        _refuse_locked(archive.read("META-INF/manifest.xml"))


def _unpack(archive: zipfile.ZipFile, part: zipfile.ZipInfo, unpacked: int) -> int:
    """Count what really comes out: the sizes that an archive states may be lies."""
    with archive.open(part) as stream:
        first = True
        while block := stream.read(_BLOCK):
            unpacked += len(block)
            if unpacked > _MOST_BYTES:
                raise CannotRead(SheetTrouble.SWELLS)
            if first and part.filename.casefold().endswith(_XML):
                _refuse_entities(block[:_HEAD])
                _refuse_wide(block[:_HEAD])
            first = False
    return unpacked


def _refuse_entities(head: bytes) -> None:
    """An entity is how XML swells, or reads other files; our parser knows none, and none is due."""
    if b"<!ENTITY" in head.replace(b"\x00", b""):  # also in UTF-16
        raise CannotRead(SheetTrouble.ENTITIES)


def _refuse_wide(head: bytes) -> None:
    """One cell at the far end of a sheet makes all the empty ones before it count."""
    if match := _USED.search(head):
        columns = 0
        for letter in match[2]:
            columns = columns * 26 + letter - ord("A") + 1
        if (int(match[3]) - int(match[1]) + 1) * columns > _MOST_CELLS:
            raise CannotRead(SheetTrouble.WIDE)


def _refuse_locked(manifest: bytes) -> None:
    """LibreOffice's way to say that a workbook is behind a password."""
    if b"encryption-data" in manifest:
        raise CannotRead(SheetTrouble.PASSWORD)
