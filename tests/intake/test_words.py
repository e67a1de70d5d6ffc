"""What a page says and where: read in the limited process, checked on this side."""

import io
import json
import subprocess
import sys

import pikepdf
import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake import worker as module
from sro_desk.intake.worker import Limits, Worker
from tests.intake import foreign
from tests.intake.papers import layouts, layouts_apart
from tests.intake.papers.facts import facts
from tests.intake.test_worker import LIAR, says


def words_of(worker, content, page=0):
    return worker.text(content, page=page)


def test_each_word_stands_where_the_page_shows_it(worker):
    read = words_of(worker, foreign.pdf("Kim Xiong", "Back"))
    assert [word.text for word in read.words] == ["Kim", "Xiong"]
    assert (read.wide, read.high, read.recognised) == (612, 792, False)
    kim, xiong = (word.box for word in read.words)
    assert 0.11 < kim.left < kim.right < xiong.left < xiong.right < 0.6
    assert 0.1 < kim.top < 0.18 < kim.bottom < 0.21  # its line is 144 points from the top
    assert [word.text for word in words_of(worker, foreign.pdf("a", "Back"), 1).words] == ["Back"]


def test_a_picture_has_no_words(worker):
    assert words_of(worker, foreign.image()).words == ()


def test_a_page_that_carries_a_turn_reads_as_it_is_shown(worker):
    read = words_of(worker, layouts.turned(next(facts("turned", 1))))
    assert read.wide > read.high
    assert {word.turn for word in read.words} == {0}


def test_what_is_drawn_sideways_says_so(worker):
    read = words_of(worker, layouts_apart.sideways(next(facts("sideways", 1))))
    assert {word.turn for word in read.words} == {270}


def test_what_was_typed_into_a_form_is_read_in_its_place(worker):
    paper = next(facts("filled_in", 1))
    read = words_of(worker, layouts_apart.filled_in(paper))
    label, value = (
        next(word.box for word in read.words if word.text == text)
        for text in ("Course", paper.title.split()[0])
    )
    assert label.right < value.left
    assert abs(label.top - value.top) < 0.03


def test_what_a_copier_laid_beneath_its_picture_may_be_wrong(worker):
    content = foreign.one_page(
        foreign.stream(b"BT 3 Tr /F 48 Tf 72 600 Td (June 12, 2026) Tj ET"),
        page=b"/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        b" >> >>",
    )
    read = words_of(worker, content)
    assert [word.text for word in read.words] == ["June", "12,", "2026"]
    assert read.recognised


def test_more_words_than_any_page_has_are_not_read():
    text = b"BT /F 1 Tf " + b"1 0 0 1 10 10 Tm (a b c d e f g h i j) Tj " * 20_000 + b"ET"
    font = b"/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    with Worker() as living:
        read = words_of(living, foreign.one_page(foreign.packed_stream(text), page=font))
        assert len(read.words) <= module.MOST_WORDS
        assert words_of(living, foreign.pdf("next")).words[0].text == "next"


def test_a_page_that_is_not_there(worker):
    with pytest.raises(SroDeskError, match="damaged or missing"):
        words_of(worker, foreign.pdf("a"), 7)


def test_words_of_the_worst_kind(worker):
    letters = "\\376\\377\\330\\075\\336\\000"  # a surrogate pair
    content = foreign.pdf(f"{'x' * 500} {letters} \\000\\001")
    for word in words_of(worker, content).words:
        assert 0 < len(word.text) <= module.LONGEST_WORD
        assert word.text.isprintable()


def test_a_hidden_field_says_nothing(worker):
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(layouts_apart.filled_in(next(facts("filled_in", 1))))) as document:
        for annotation in document.pages[0].Annots:
            annotation.F = 2
        document.save(written)
    texts = {word.text for word in words_of(worker, written.getvalue()).words}
    assert "Officer's" in texts
    assert "Birch" not in texts


WORD = ["a", 0.1, 0.1, 0.2, 0.2, 0]
LIES = {
    "no list": b"{}",
    "no JSON": b"\xff",
    "a nest": b"[" * 100_000,
    "too many": json.dumps([WORD] * 4_001).encode(),
    "too long": json.dumps([["a" * 101, *WORD[1:]]]).encode(),
    "nothing": json.dumps([["", *WORD[1:]]]).encode(),
    "numbers": json.dumps([[1, *WORD[1:]]]).encode(),
    "outside": json.dumps([["a", -1, 0, 2, 0, 0]]).encode(),
    "nowhere": b'[["a", NaN, 0, 0, 0, 0]]',
    "a turn by a little": json.dumps([[*WORD[:5], 17]]).encode(),
    "words that lack a place": json.dumps([WORD[:5]]).encode(),
}


@pytest.mark.parametrize("words", LIES.values(), ids=LIES.keys())
def test_lies_about_words_come_out_as_a_sentence(monkeypatch, tmp_path, words):
    answer = says(b'{"points": [1, 1], "recognised": false}', words)

    def start(_):
        code = LIAR.replace("bytes.fromhex(sys.argv[1])", "bytes.fromhex(open(sys.argv[1]).read())")
        return subprocess.Popen(
            [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    path = tmp_path / "answer"
    path.write_text(answer.hex())
    with Worker(Limits(wall=5.0)) as living:
        monkeypatch.setattr(module, "_start", start)
        with pytest.raises(SroDeskError, match="broke the viewer"):
            living.text(foreign.image(), page=0)
