"""Scans without text: recognised by what is there, within limits; else a sentence says why not."""

import io
import sys
import time

import pypdfium2
import pytest

from sro_desk.domain.errors import Cancelled
from sro_desk.intake.file_guesses import OnFile, of_file, of_scan
from sro_desk.intake.guesses.values import Sureness
from sro_desk.intake.limits import Limits
from sro_desk.intake.recognition import Recognition
from tests.intake import foreign
from tests.intake.papers import layouts
from tests.intake.papers.facts import facts
from tests.intake.papers.people import BY_NAME, CATALOGUE, ROSTER, TODAY

ON_FILE = OnFile(officers=ROSTER, courses=CATALOGUE, today=TODAY)
SCAN = foreign.image((1700, 2200), kind="JPEG")
LINES = (
    "This certifies that",
    "Kim Xiong",
    "has completed",
    "Juvenile Law Update",
    "on June 12, 2026",
)
posix = pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the program")


def tsv(lines=LINES):
    """What tesseract writes: a line of headings, then the words with their boxes."""
    rows = ["level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext"]
    for number, line in enumerate(lines):
        left, top = 100, 200 + 80 * number
        rows.append(f"4\t1\t1\t1\t{number}\t0\t{left}\t{top}\t900\t40\t-1\t")
        for word in line.split():
            rows.append(
                f"5\t1\t1\t1\t{number}\t1\t{left}\t{top}\t{20 * len(word)}\t40\t96.1\t{word}"
            )
            left += 20 * len(word) + 12
    return "\n".join(rows)


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Put a program called tesseract on the PATH that does what `body` says."""

    def program(body):
        path = tmp_path / "bin" / "tesseract"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!{sys.executable}\nimport sys, os\n{body}\n")
        path.chmod(0o755)
        monkeypatch.setenv("PATH", str(path.parent))
        return path

    return program


@pytest.fixture
def read(worker):
    def read(content=SCAN, recognition=None, report=lambda *_: None):
        recognition = recognition or Recognition.of_this_computer()
        return of_scan(worker, content, (0,), ON_FILE, recognition=recognition, report=report)

    return read


@pytest.fixture(autouse=True)
def _no_package(monkeypatch):
    """Whether the optional package is installed here must not matter."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)


def test_there_may_be_no_recogniser(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert Recognition.of_this_computer() is None


def test_a_scan_is_told_from_a_page_of_text(worker):
    assert of_file(worker, SCAN, (0,), ON_FILE).is_scan
    assert of_file(worker, foreign.pdf("Scanned by CamScanner"), (0,), ON_FILE).is_scan
    assert not of_file(worker, foreign.pdf("Lorem ipsum dolor sit amet"), (0,), ON_FILE).is_scan


@posix
def test_what_is_recognised_is_likely_at_best(program, read):
    body = f"sys.stdin.buffer.read(); print({tsv()!r})"
    program(body)
    found = read()
    assert not found.is_scan
    (officer,) = found.guesses.officers
    assert officer.value == BY_NAME["Kim Xiong"]
    assert officer.sure is Sureness.LIKELY
    assert found.guesses.completed_on.sure is Sureness.LIKELY
    assert found.guesses.completed_on.value.isoformat() == "2026-06-12"


@posix
def test_it_is_given_the_picture_and_asked_for_words_with_boxes(program, read):
    body = (
        "picture = sys.stdin.buffer.read()\n"
        "assert sys.argv[1:] == ['stdin', 'stdout', '--psm', '3', 'tsv'], sys.argv\n"
        "assert picture.startswith(b'P6\\n'), picture[:20]\n"
        "size = picture.split(b'\\n')[1].split()\n"
        f"assert len(picture) > int(size[0]) * int(size[1]) * 3\nprint({tsv()!r})"
    )
    program(body)
    assert read().guesses.officers


@posix
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_it_runs_within_the_limits_of_the_worker(program, read):
    body = (
        "limits = open('/proc/self/limits').read()\n"
        "lines = {line[:26].strip(): line[26:].split()[:2] for line in limits.splitlines()}\n"
        "assert lines['Max address space'] == [str(2 * 1024**3)] * 2\n"
        "assert lines['Max file size'] == ['0', '0']\n"
        "assert lines['Max processes'] == ['0', '0']\n"
        "assert os.environ['OMP_THREAD_LIMIT'] == '1'\n"
        f"sys.stdin.buffer.read(); print({tsv()!r})"
    )
    program(body)
    assert read().guesses.officers


BROKEN = {
    "fails": "sys.exit(3)",
    "says nothing": "sys.stdin.buffer.read()",
    "does not listen": "print('5')",
    "noise": "sys.stdin.buffer.read(); sys.stdout.buffer.write(bytes(range(256)) * 50)",
    "words off the page": f"print({tsv(['x'])!r}.replace('\\t20\\t', '\\t1' + '0' * 400 + '\\t'))",
    "words in place of figures": "print('5\\t1\\t1\\t1\\t1\\t1\\ta\\tb\\tc\\td\\te\\tword')",
    "unsure letters": f"sys.stdin.buffer.read(); print({tsv()!r}.replace('96.1', '12.0'))",
    "gigabytes": "sys.stdin.buffer.read()\nwhile True: sys.stdout.write('x' * 100000)",
    "dies of memory": "sys.stdin.buffer.read(); held = bytearray(3 * 1024**3)",
}


@posix
@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN.keys())
def test_a_recogniser_that_fails_leaves_the_form_empty(program, read, body):
    program(body)
    found = read()
    assert found.guesses.officers == ()
    assert found.is_scan


@posix
def test_one_that_hangs_is_ended(program, read):
    path = program("import time; time.sleep(60)")
    began = time.monotonic()
    found = read(recognition=Recognition(str(path), Limits(cpu=5, wall=1.0)))
    assert time.monotonic() - began < 10
    assert found.is_scan


@posix
def test_one_that_nobody_waits_for_is_ended_at_once(program, read):
    program("import time; time.sleep(60)")
    began = time.monotonic()

    def report(*_):
        if time.monotonic() > began + 0.7:
            raise Cancelled

    with pytest.raises(Cancelled):
        read(report=report)
    assert time.monotonic() - began < 5


def test_a_tesseract_that_is_there_reads_a_scan(read):
    """Where the machine has one."""
    recognition = Recognition.of_this_computer()
    if recognition is None:
        pytest.skip("no tesseract on the PATH")
    paper = next(facts("banded", 1))
    written = io.BytesIO()
    page = pypdfium2.PdfDocument(layouts.banded(paper))[0]
    page.render(scale=200 / 72).to_pil().save(written, "PNG", dpi=(200, 200))
    found = read(written.getvalue(), recognition)
    assert found.guesses.completed_on.value == paper.last
    assert {each.sure for each in found.guesses.officers} <= {Sureness.LIKELY, Sureness.ASK}
