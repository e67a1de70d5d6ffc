"""What goes through the pipe is data to be checked: nonsense ends the conversation."""

import io
import json
import struct
from random import Random

import pytest

from sro_desk.intake.wire import WireError, receive, send

MOST = 1_000


def message(header: bytes, payload: bytes = b"", *, sizes: tuple[int, int] | None = None) -> bytes:
    return struct.pack("!IQ", *(sizes or (len(header), len(payload)))) + header + payload


def test_what_is_sent_is_received():
    stream = io.BytesIO()
    send(stream, {"do": "draw", "page": 3}, b"\0" * MOST)
    send(stream, {"name": "Nguyễn"})
    stream.seek(0)
    assert receive(stream, max_payload=MOST) == ({"do": "draw", "page": 3}, b"\0" * MOST)
    assert receive(stream, max_payload=MOST) == ({"name": "Nguyễn"}, b"")
    with pytest.raises(WireError):
        receive(stream, max_payload=MOST)


GARBAGE = {
    "nothing": b"",
    "half a length": b"\0\0\0",
    "no header": message(b"", sizes=(2, 0)),
    "an empty header": message(b""),
    "half a header": message(b'{"do"', sizes=(50, 0)),
    "half a payload": message(b"{}", b"ab", sizes=(2, 3)),
    "a payload too large": message(b"{}", b"", sizes=(2, MOST + 1)),
    "a payload of exabytes": message(b"{}", b"", sizes=(2, 2**64 - 1)),
    "a header too large": message(b" " * 70_000 + b"{}"),
    "a header of gigabytes": message(b"{}", sizes=(2**32 - 1, 0)),
    "no JSON": message(b"certificate"),
    "no UTF-8": message(b'{"a": "\xff"}'),
    "a list": message(b"[]"),
    "a word": message(b'"do"'),
    "a nest": message(b"[" * 60_000),
    "a nest of objects": message(b'{"a":' * 12_000),
    "a number without end": message(b'{"a": ' + b"9" * 60_000 + b"}"),
    "text printed by a library": b"WARNING: could not open font\n" * 10,
}


@pytest.mark.parametrize("said", GARBAGE.values(), ids=GARBAGE.keys())
def test_nonsense_is_told_apart(said):
    with pytest.raises(WireError):
        receive(io.BytesIO(said), max_payload=MOST)


def test_any_bytes_are_a_message_or_an_end():
    dice = Random(507)  # noqa: S311 - the same bytes each time
    plain = bytearray(message(json.dumps({"pages": 2, "remarks": []}).encode(), b"abc"))
    for _ in range(2_000):
        said = bytearray(plain)
        for _ in range(dice.randint(1, 4)):
            said[dice.randrange(len(said))] = dice.randrange(256)
        try:
            header, payload = receive(io.BytesIO(said), max_payload=MOST)
        except WireError:
            continue
        assert isinstance(header, dict)
        assert len(payload) <= MOST
