"""Makes the files that people and strangers send: plain ones, damaged ones and hostile ones."""

import io
import struct
import zlib

import pikepdf
from PIL import Image, ImageDraw

LETTER = (612, 792)
_BLOCK = 16 * 1024 * 1024


def pdf(*texts: str, size: tuple[int, int] = LETTER, **saving: object) -> bytes:
    """A PDF with a page for each text; `saving` is handed to pikepdf."""
    written = io.BytesIO()
    with pikepdf.new() as document:
        font = document.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
            )
        )
        for text in texts:
            page = document.add_blank_page(page_size=size)
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            page.Contents = document.make_stream(
                f"BT /F 48 Tf 72 {size[1] - 144} Td ({text}) Tj ET".encode()
            )
        document.save(written, **saving)
    return written.getvalue()


def many_pages(pages: int) -> bytes:
    """A PDF of so many empty pages."""
    numbers = range(3, 3 + pages)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids),
        *(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>" for _ in numbers),
    )


def one_page(content: bytes, *, page: bytes = b"", box: bytes = b"[0 0 612 792]") -> bytes:
    """A PDF of one page whose content stream object is `content`, word for word."""
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R %s >>" % (box, page),
        content,
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def packed_stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object, deflated."""
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode " + entries)


def raw_pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of objects numbered from 1, written without a library that would refuse them."""
    body = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, each in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    xref = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        body += b"%010d 00000 n \n" % offset
    body += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return bytes(body + b"startxref\n%d\n%%%%EOF\n" % xref)


def deflated(block: bytes, times: int) -> bytes:
    """What `block` over and over deflates to, without ever holding all of it."""
    packer = zlib.compressobj(9)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    head, block_again = packed[:2], packed[2:]
    return head + block_again * times + b"\x03\x00" + bytes(4)


def bomb(entries: bytes = b"", *, times: int = 256) -> bytes:
    """A PDF of some KB whose content inflates, twice, to gigabytes of drawing."""
    inner = deflated(b"0 0 m 612 792 l S\n" * (_BLOCK // 18), times)
    return one_page(
        stream(zlib.compress(inner, 9), b"/Filter [/FlateDecode /FlateDecode] " + entries)
    )


def image(
    size: tuple[int, int] = (400, 300), mode: str = "RGB", kind: str = "PNG", **saving: object
) -> bytes:
    """A picture: white, with a dark block in its upper left quarter."""
    made = Image.new("RGB", size, "white")
    ImageDraw.Draw(made).rectangle((0, 0, size[0] // 2 - 1, size[1] // 2 - 1), fill="#203040")
    written = io.BytesIO()
    made.convert(mode).save(written, kind, **saving)
    return written.getvalue()


def deep_png() -> bytes:
    """A picture of 16 bits a pixel, dark in its upper half and light in the lower."""
    made = Image.new("I;16", (200, 300), 0xF000)
    made.paste(0x1000, (0, 0, 200, 150))
    written = io.BytesIO()
    made.save(written, "PNG")
    return written.getvalue()


def deep_tiff(order: str = ">") -> bytes:
    """The same as TIFF, the more significant byte first (as a Mac writes it) or last."""
    dark, light = (struct.pack(f"{order}H", value) * (200 * 150) for value in (0x1000, 0xF000))
    tags = {256: 200, 257: 300, 258: 16, 259: 1, 262: 1, 273: 200, 277: 1, 278: 300, 279: 120_000}
    return _tiff_of(tags, dark + light, order=order)


def tiff_without_end() -> bytes:
    """A TIFF whose only page names itself as the next."""
    tags = {256: 64, 257: 64, 258: 8, 259: 1, 262: 1, 273: 200, 278: 64, 279: 4096}
    return _tiff_of(tags, bytes(4096), next_at=8)


def tiff_of_claims(width: int, height: int) -> bytes:
    """A TIFF that claims a size and holds next to nothing."""
    tags = {256: width, 257: height, 258: 8, 259: 1, 262: 1, 273: 200, 278: height, 279: 64}
    return _tiff_of(tags, bytes(64))


def _tiff_of(tags: dict[int, int], pixels: bytes, *, order: str = "<", next_at: int = 0) -> bytes:
    entries = b"".join(struct.pack(f"{order}HHII", tag, 4, 1, tags[tag]) for tag in tags)
    magic = b"II*\0" if order == "<" else b"MM\0*"
    head = magic + struct.pack(f"{order}IH", 8, len(tags)) + entries
    return (head + struct.pack(f"{order}I", next_at)).ljust(200, b"\0") + pixels


def turned_photo(orientation: int) -> bytes:
    """A JPEG as a phone takes it: the pixels lie, and a note says how to hold them."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return image((400, 300), kind="JPEG", exif=exif)


def tiff(*modes: str, size: tuple[int, int] = (400, 300), compression: str | None = None) -> bytes:
    """A TIFF with a page for each mode, each page half as large as the one before."""
    pages = []
    for number, mode in enumerate(modes):
        page = Image.new("RGB", (size[0] >> number, size[1] >> number), "white")
        ImageDraw.Draw(page).rectangle((0, 0, page.width // 2, page.height // 2), fill="#203040")
        pages.append(page.convert(mode))
    written = io.BytesIO()
    saving = {"save_all": True, "append_images": pages[1:], "dpi": (200, 200)}
    pages[0].save(written, "TIFF", compression=compression, **saving)
    return written.getvalue()


def png_of(width: int, height: int, rows: int = 0) -> bytes:
    """A PNG that claims a size, with the pixels of its first rows only."""
    header = struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes((1 + width * 3) * rows), 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack("!I", len(data)) + name + data + struct.pack("!I", zlib.crc32(name + data))
        for name, data in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    )
