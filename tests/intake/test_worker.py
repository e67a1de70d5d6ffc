"""The limited process: what it answers, how it dies, and that the next file still works."""

import contextlib
import math
import os
import signal
import subprocess
import sys
import threading
import time
from array import array
from pathlib import Path

import pikepdf
import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake import worker as module
from sro_desk.intake.examined import PageSize
from sro_desk.intake.types import MediaType
from sro_desk.intake.worker import Limits, Worker
from tests.intake import foreign

WHITE = (255, 255, 255)
DARK = (0x20, 0x30, 0x40)
GREY = (45, 45, 45)
BLACK = (0, 0, 0)
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


def pixel(image, across, down):
    """The colour at a place given in parts of width and height."""
    at = (int(image.height * down) * image.width + int(image.width * across)) * 3
    return tuple(image.rgb[at : at + 3])


def close_to(colour, other):
    return all(abs(one - two) <= 3 for one, two in zip(colour, other, strict=True))


PICTURES = {
    "JPEG": (foreign.image(kind="JPEG"), DARK),
    "progressive JPEG": (foreign.image(kind="JPEG", progressive=True), DARK),
    "grey JPEG": (foreign.image(mode="L", kind="JPEG"), GREY),
    "CMYK JPEG": (foreign.image(mode="CMYK", kind="JPEG"), DARK),
    "PNG": (foreign.image(), DARK),
    "PNG of 1 bit": (foreign.image(mode="1"), BLACK),
    "PNG of 256 colours": (foreign.image(mode="P"), (0, 51, 51)),
    "PNG with alpha": (foreign.image(mode="RGBA"), DARK),
    "grey PNG with alpha": (foreign.image(mode="LA"), GREY),
    "TIFF": (foreign.tiff("RGB"), DARK),
    "CMYK TIFF": (foreign.tiff("CMYK"), DARK),
    "fax": (foreign.tiff("1", compression="group4"), BLACK),
    "LZW TIFF": (foreign.tiff("RGB", compression="tiff_lzw"), DARK),
    "JPEG in TIFF": (foreign.tiff("RGB", compression="jpeg"), DARK),
    "float TIFF": (foreign.image(mode="F", kind="TIFF"), BLACK),
    "32 bit TIFF": (foreign.image(mode="I", kind="TIFF"), BLACK),
}


@pytest.mark.parametrize(("content", "dark"), PICTURES.values(), ids=PICTURES.keys())
def test_a_picture_is_drawn_as_it_is(worker, content, dark):
    examined = worker.examine(content, "scan")
    assert (examined.pages, examined.note) == (1, "")
    drawn = worker.render(content, page=0, width=5_000)
    assert (drawn.width, drawn.height) == (400, 300), "enlarging adds nothing"
    assert close_to(pixel(drawn, 0.25, 0.25), dark)
    assert close_to(pixel(drawn, 0.75, 0.75), WHITE)
    smaller = worker.render(content, page=0, width=200)
    assert (smaller.width, smaller.height) == (200, 150)


@pytest.mark.parametrize(
    "content",
    [foreign.deep_png(), foreign.deep_tiff("<"), foreign.deep_tiff(">")],
    ids=["PNG", "TIFF", "TIFF of a Mac"],
)
def test_16_bits_a_pixel(worker, content):
    assert worker.examine(content, "scan").pages == 1
    drawn = worker.render(content, page=0, width=200)
    upper, lower = pixel(drawn, 0.5, 0.25), pixel(drawn, 0.5, 0.75)
    assert upper[0] < 0x20
    assert lower[0] > 0xE0


@pytest.mark.parametrize(
    ("orientation", "size", "dark"),
    [
        (1, (400, 300), (0.25, 0.25)),
        (3, (400, 300), (0.75, 0.75)),
        (6, (300, 400), (0.75, 0.25)),
        (8, (300, 400), (0.25, 0.75)),
    ],
)
def test_a_photo_is_held_as_its_note_says(worker, orientation, size, dark):
    drawn = worker.render(foreign.turned_photo(orientation), page=0, width=400)
    assert (drawn.width, drawn.height) == size
    assert close_to(pixel(drawn, *dark), DARK)


@pytest.mark.parametrize(
    ("rotation", "size", "dark"),
    [
        (0, (400, 300), (0.25, 0.25)),
        (90, (300, 400), (0.75, 0.25)),
        (180, (400, 300), (0.75, 0.75)),
        (270, (300, 400), (0.25, 0.75)),
    ],
)
def test_a_picture_turns_clockwise(worker, rotation, size, dark):
    drawn = worker.render(foreign.image(), page=0, width=size[0], rotation=rotation)
    assert (drawn.width, drawn.height) == size
    assert close_to(pixel(drawn, *dark), DARK)


@pytest.mark.parametrize(
    ("rotation", "size"), [(0, (306, 396)), (90, (396, 306)), (180, (306, 396)), (270, (396, 306))]
)
def test_a_pdf_turns_clockwise(worker, rotation, size):
    content = foreign.one_page(foreign.stream(b"0 396 306 396 re f"))  # upper left
    drawn = worker.render(content, page=0, width=size[0], rotation=rotation)
    assert (drawn.width, drawn.height) == size
    dark = {0: (0.25, 0.25), 90: (0.75, 0.25), 180: (0.75, 0.75), 270: (0.25, 0.75)}[rotation]
    assert pixel(drawn, *dark) == BLACK
    assert pixel(drawn, 1 - dark[0], 1 - dark[1]) == WHITE
    assert {drawn.points_wide, drawn.points_high} == {612.0, 792.0}


def test_the_pages_of_a_tiff_in_any_order(worker):
    content = foreign.tiff("RGB", "L", "1")
    assert worker.examine(content, "fax.tif").pages == 3
    for page, width in ((2, 100), (0, 400), (1, 200), (0, 400)):
        drawn = worker.render(content, page=page, width=1_000)
        assert (page, drawn.width) == (page, width)
    assert (drawn.points_wide, drawn.points_high) == (144.0, 108.0), "200 dpi"


def test_the_pages_of_a_pdf_differ(worker):
    content = foreign.pdf("First", "Second")
    assert worker.examine(content, "two.pdf").pages == 2
    first, second = (worker.render(content, page=page, width=612) for page in (0, 1))
    assert (first.width, first.height) == (612, 792)
    assert min(first.rgb) < 100, "its text is drawn"
    assert first.rgb != second.rgb
    for page in (-1, 2, 10**9):
        with pytest.raises(SroDeskError, match="page of the PDF is damaged or missing"):
            worker.render(content, page=page, width=612)


def test_what_was_typed_into_a_form_is_seen(worker):
    look = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792]"
    content = foreign.raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Annots [4 0 R] >>",
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Xiong) /F 4 "
        b"/Rect [0 0 612 792] /AP << /N 5 0 R >> >>",
        foreign.stream(b"0 0 612 792 re f", look),
    )
    assert pixel(worker.render(content, page=0, width=100), 0.5, 0.5) == BLACK


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (foreign.pdf("a", encryption=pikepdf.Encryption(owner="o", user="")), ""),
        (foreign.pdf("a")[:-8], "The end of this PDF is missing"),
        (foreign.pdf("a") + bytes(4_096), ""),
        (foreign.many_pages(25), ""),
        (foreign.many_pages(26), "26 pages"),
        (foreign.image((60, 40)), "very small (60 x 40 pixels)"),
        (foreign.image(kind="JPEG")[:1_500], "The end of this JPEG picture is missing"),
        (foreign.image()[:-200], "The end of this PNG picture is missing"),
    ],
    ids=["locked against changes only", "cut short", "padded by a fax server", "25 pages",
         "26 pages", "tiny", "JPEG cut short", "PNG cut short"],
)  # fmt: skip
def test_what_is_worth_knowing_of_a_file_that_is_shown(worker, content, note):
    examined = worker.examine(content, "scan")
    assert examined.pages
    assert note in examined.note
    assert bool(note) == bool(examined.note)
    worker.render(content, page=0, width=100)


def test_javascript_is_told_and_not_run(worker):
    content = foreign.raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(1);) >> >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
    )
    assert "JavaScript). It was not run." in worker.examine(content, "a.pdf").note


def test_a_name_that_lies_is_told(worker):
    note = worker.examine(foreign.image(kind="JPEG"), "certificate.pdf").note
    assert note == "Although its name ends in .pdf, this file is a JPEG picture."


def test_a_dropped_file_is_received_whole(worker, tmp_path):
    path = tmp_path / "Nguyễn Thị Ánh.pdf"
    path.write_bytes(foreign.pdf("a", "b"))
    scan = worker.receive(path).scan
    assert (scan.content, scan.original_name) == (path.read_bytes(), path.name)
    assert (scan.media_type, scan.pages) == (MediaType.PDF, 2)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_that_is_no_text_can_be_stored(worker, tmp_path):
    path = tmp_path / os.fsdecode(b"M\xfcller.pdf")
    path.write_bytes(foreign.pdf("a"))
    assert worker.receive(path).scan.original_name == "M?ller.pdf"


@pytest.mark.parametrize(("width", "rotation"), [(0, 0), (-5, 0), (100, 45)])
def test_a_question_that_makes_no_sense_harms_nobody(worker, width, rotation):
    with pytest.raises(SroDeskError):
        worker.render(foreign.image(), page=0, width=width, rotation=rotation)
    assert worker.render(foreign.image(), page=0, width=100).width == 100


# ---- its death


def test_it_starts_when_first_asked_and_again_after_its_death():
    with Worker() as worker:
        assert worker.process_id is None
        worker.examine(foreign.image(), "a.png")
        first = worker.process_id
        os.kill(first, signal.SIGTERM)
        until(lambda: worker.process_id is None)
        assert worker.render(foreign.image(), page=0, width=100).width == 100
        assert worker.process_id not in (None, first)


def until(what, seconds=10.0):
    ends = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < ends
        threading.Event().wait(0.01)


SLOW = foreign.one_page(
    foreign.packed_stream(b"0 0 612 792 re f " * 200_000),  # minutes of filling the page
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot stop a process")
def test_past_the_wall_clock_it_is_ended():
    with Worker(Limits(wall=1.0)) as worker:
        worker.examine(foreign.image(), "a.png")
        os.kill(worker.process_id, signal.SIGSTOP)  # it uses no processor time, and no answer comes
        began = time.monotonic()
        with pytest.raises(SroDeskError, match="takes longer than any certificate"):
            worker.render(foreign.image(), page=0, width=100)
        assert time.monotonic() - began < 5
        assert worker.render(foreign.image(), page=0, width=100).width == 100


@linux
def test_past_its_processor_time_it_is_ended():
    with Worker(Limits(cpu=1)) as worker:
        assert worker.examine(SLOW, "slow.pdf").pages == 1
        with pytest.raises(SroDeskError, match="takes longer than any certificate"):
            worker.render(SLOW, page=0, width=4_000)
        assert worker.render(foreign.image(), page=0, width=100).width == 100


@linux
@pytest.mark.trial
def test_each_question_has_its_own_processor_time():
    photos = [foreign.image((width, 4_000), kind="JPEG") for width in (5_000, 5_001)]
    with Worker(Limits(cpu=1)) as worker:
        worker.examine(photos[0], "a.jpg")
        first = worker.process_id
        while processor_time(first) < 4:  # more than one question may use
            for photo in photos:
                worker.render(photo, page=0, width=4_000)
            assert worker.process_id == first


def processor_time(pid):
    numbers = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")


@linux
def test_the_limits_hold_on_the_process_itself():
    with Worker() as worker:
        worker.examine(foreign.image(), "a.png")
        lines = Path(f"/proc/{worker.process_id}/limits").read_text().splitlines()
    limits = {line[:26].strip(): line[26:].split()[:2] for line in lines}
    assert limits["Max address space"] == [str(2 * 1024**3)] * 2
    assert limits["Max file size"] == ["0", "0"]
    assert limits["Max core file size"] == ["0", "0"]
    assert limits["Max processes"] == ["0", "0"]
    assert limits["Max open files"] == ["64", "64"]
    assert int(limits["Max cpu time"][0]) <= 17


@linux
def test_it_holds_no_file_of_ours_open(tmp_path):
    with (tmp_path / "records.srodesk").open("wb") as ours, Worker() as worker:
        os.set_inheritable(ours.fileno(), True)
        worker.examine(foreign.image(), "a.png")
        held = {each.readlink() for each in Path(f"/proc/{worker.process_id}/fd").iterdir()}
    assert not [each for each in held if each.suffix == ".srodesk"]


@linux
def test_out_of_memory_it_has_gone_before_the_next_question():
    content = foreign.png_of(10_000, 6_000, 6_000)
    with Worker(Limits(memory=300 * 1024**2)) as worker:
        for _ in range(2):
            assert "takes more memory" in worker.examine(content, "a.png").note
            assert worker.process_id is None
            assert worker.examine(foreign.image(), "b.png").pages == 1


def open_files():
    return len(list(Path("/proc/self/fd").iterdir()))


@linux
def test_many_deaths_leave_nothing_behind():
    with Worker() as worker:
        worker.examine(foreign.image(), "a.png")
        before = open_files()
        for _ in range(15):
            os.kill(worker.process_id, signal.SIGKILL)
            until(lambda: worker.process_id is None)
            worker.examine(foreign.image(), "a.png")
        assert open_files() == before


def test_close_does_not_wait_for_a_page():
    worker = Worker()
    worker.examine(SLOW, "slow.pdf")
    said = []

    def draw():
        with contextlib.suppress(SroDeskError):
            said.append(worker.render(SLOW, page=0, width=4_000))

    drawing = threading.Thread(target=draw)
    drawing.start()
    threading.Event().wait(0.3)  # well within the minutes that the page takes
    began = time.monotonic()
    worker.close()
    drawing.join(10)
    assert time.monotonic() - began < 2
    assert not drawing.is_alive()
    assert (said, worker.process_id) == ([], None)
    assert worker.examine(foreign.image(), "a.png").pages is None, "closed for good"
    worker.close()


def test_closed_while_it_starts_it_is_ended(monkeypatch):
    worker = Worker()
    starts = module._start

    def start(limits):
        process = starts(limits)
        threading.Thread(target=worker.close).start()
        until(lambda: worker._closed)
        return process

    monkeypatch.setattr(module, "_start", start)
    began = time.monotonic()
    with pytest.raises(SroDeskError, match="could not be started"):
        worker.render(foreign.image(), page=0, width=100)
    assert time.monotonic() - began < 5
    until(lambda: worker.process_id is None)


def test_several_threads_ask_at_once(worker):
    contents = [foreign.image((400 + number, 300)) for number in range(4)]
    wrong = []

    def ask(number):
        for _ in range(10):
            width = worker.render(contents[number], page=0, width=5_000).width
            if width != 400 + number:
                wrong.append((number, width))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_no_worker_is_said(monkeypatch):
    def fail(_):
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(module, "_start", fail)
    with Worker() as worker:
        examined = worker.examine(foreign.image(), "a.png")
    assert examined.pages is None
    assert "The viewer could not be started" in examined.note
    assert "can still be kept" in examined.note


@linux
def test_it_does_not_outlive_a_program_that_was_killed():
    code = (
        "import sys\n"
        "from sro_desk.intake.worker import Worker\n"
        "worker = Worker()\n"
        "worker.examine(sys.stdin.buffer.read(), 'a.png')\n"
        "print(worker.process_id, flush=True)\n"
        "sys.stdout.close()\n"
        "import time; time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        program.stdin.write(foreign.image())
        program.stdin.close()
        pid = int(program.stdout.readline())
        program.kill()
    until(lambda: gone(pid))


def gone(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


# ---- a process that has been taken over, and says what it likes

LIAR = """
import struct, sys
answer = bytes.fromhex(sys.argv[1])
while True:
    sizes = sys.stdin.buffer.read(12)
    if len(sizes) < 12:
        break
    header, payload = struct.unpack("!IQ", sizes)
    sys.stdin.buffer.read(header + payload)
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
"""


def says(header: bytes, payload: bytes = b"") -> bytes:
    return len(header).to_bytes(4, "big") + len(payload).to_bytes(8, "big") + header + payload


LIES = {
    "nothing but noise": b"\xff" * 100,
    "gigabytes": b"\0\0\0\x02" + (10**12).to_bytes(8, "big") + b"{}",
    "a nest": says(b"[" * 60_000),
    "a list": says(b"[]"),
    "nothing": says(b"{}"),
    "always wants the file": says(b'{"send": true}'),
    "an unknown trouble": says(b'{"trouble": "EXPLODED"}'),
    "a trouble that is a list": says(b'{"trouble": [1]}'),
    "no pages": says(b'{"pages": 0, "remarks": [], "size": ""}'),
    "pages in words": says(b'{"pages": "two", "remarks": [], "size": ""}'),
    "too many pages": says(b'{"pages": 1' + b"0" * 4_000 + b', "remarks": [], "size": ""}'),
    "remarks in words": says(b'{"pages": 1, "remarks": "JAVASCRIPT", "size": ""}'),
    "no pixels": says(b'{"width": 10, "height": 10, "points": [1, 1]}'),
    "too few pixels": says(b'{"width": 10, "height": 10, "points": [1, 1]}', bytes(299)),
    "a size below nothing": says(b'{"width": -1, "height": -1, "points": [1, 1]}', bytes(3)),
    "points in words": says(b'{"width": 1, "height": 1, "points": ["a", {}]}', bytes(3)),
    "points without number": says(b'{"width": 1, "height": 1, "points": [NaN, 1]}', bytes(3)),
    "points without end": says(b'{"width": 1, "height": 1, "points": [Infinity, 1]}', bytes(3)),
    "points of nothing": says(b'{"width": 1, "height": 1, "points": [0, 1]}', bytes(3)),
    "points too large": says(
        b'{"width": 1, "height": 1, "points": [1' + b"0" * 4_000 + b", 1]}", bytes(3)
    ),
}


@pytest.mark.parametrize("answer", LIES.values(), ids=LIES.keys())
def test_lies_of_the_process_come_out_as_a_sentence(monkeypatch, answer):
    def start(_):
        return subprocess.Popen(
            [sys.executable, "-c", LIAR, answer.hex()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    monkeypatch.setattr(module, "_start", start)
    with Worker(Limits(wall=5.0)) as worker:
        examined = worker.examine(foreign.image(), "a.png")
        assert examined.pages is None
        assert "broke the viewer" in examined.note
        with pytest.raises(SroDeskError, match="broke the viewer"):
            worker.render(foreign.image(), page=0, width=100)


def test_a_remark_said_a_thousand_times_is_told_once(monkeypatch):
    header = b'{"pages": 1, "remarks": [%s[]], "size": ""}' % (b'"CUT_SHORT", ' * 1_000)

    def start(_):
        return subprocess.Popen(
            [sys.executable, "-c", LIAR, says(header).hex()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    monkeypatch.setattr(module, "_start", start)
    with Worker(Limits(wall=5.0)) as worker:
        assert worker.examine(foreign.image(), "a.png").note.count("is missing") == 1


def test_a_drawn_page_is_what_it_says(worker):
    drawn = worker.render(foreign.pdf("a"), page=0, width=777)
    assert len(drawn.rgb) == drawn.width * drawn.height * 3
    assert drawn.width == 777
    assert math.isclose(drawn.height / drawn.width, 792 / 612, rel_tol=0.01)


def test_the_sizes_of_all_pages_are_known_undrawn(worker):
    content = foreign.pdf("First", "Second")
    assert worker.page_sizes(content) == (PageSize(wide=612, high=792),) * 2
    lying = foreign.one_page(foreign.stream(b""), page=b"/Rotate 90", box=b"[0 0 200 300]")
    (size,) = worker.page_sizes(lying)
    drawn = worker.render(lying, page=0, width=300)
    assert (size.wide, size.high) == (drawn.points_wide, drawn.points_high) == (300, 200)
    fax = foreign.tiff("RGB", "L", "1")
    drawn = [worker.render(fax, page=page, width=1_000) for page in range(3)]
    assert worker.page_sizes(fax) == tuple(
        PageSize(wide=each.points_wide, high=each.points_high) for each in drawn
    )
    with pytest.raises(SroDeskError, match="damaged"):
        worker.page_sizes(b"%PDF-1.7 and nothing more")


@pytest.mark.parametrize(
    "sides", [[], [612], [612, 0], [612, -1], [612, math.inf], [math.nan, 792]]
)
def test_sizes_that_cannot_be(monkeypatch, sides):
    payload = array("f", sides).tobytes()

    def start(_):
        return subprocess.Popen(
            [sys.executable, "-c", LIAR, says(b"{}", payload).hex()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    monkeypatch.setattr(module, "_start", start)
    with Worker(Limits(wall=5.0)) as worker, pytest.raises(SroDeskError, match="broke the viewer"):
        worker.page_sizes(foreign.image())
