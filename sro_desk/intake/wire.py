"""Messages between the program and its worker: a JSON header and bytes, both with their length.

No pickle: what comes back from a process that has opened a hostile file is
data to be checked, never objects to be made.
"""

import json
import struct
from typing import IO

_LENGTHS = struct.Struct("!IQ")
_MAX_HEADER = 64 * 1024


class WireError(Exception):
    """The other side is gone, or says what it must not."""


def send(stream: IO[bytes], header: dict[str, object], payload: bytes | memoryview = b"") -> None:
    """Write one message and flush it."""
    text = json.dumps(header).encode()
    stream.write(_LENGTHS.pack(len(text), len(payload)))
    stream.write(text)
    stream.write(payload)
    stream.flush()


def receive(stream: IO[bytes], *, max_payload: int) -> tuple[dict[str, object], bytes]:
    """Read one message; raises `WireError` at the end of the stream and on nonsense."""
    header_size, payload_size = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if header_size > _MAX_HEADER or payload_size > max_payload:
        raise WireError("a message larger than agreed")
    try:
        header = json.loads(_exactly(stream, header_size))
    except (ValueError, RecursionError) as error:
        raise WireError("a header that is not JSON") from error
    if not isinstance(header, dict):
        raise WireError("a header that is not an object")
    return header, _exactly(stream, payload_size)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise WireError("the other side is gone")
    return data
