"""The recogniser's own program: a picture comes in, words with their boxes go out as TSV.

Started by `recognition` as `python -m sro_desk.intake.recogniser`, with the
limits of the worker. It becomes tesseract, or runs the optional package
rapidocr, whose models come with it; neither reaches a network.
"""

import os
import subprocess
import sys
from typing import Any

from sro_desk.intake.limits import Limits, confine, renew_cpu

_TESSERACT = ("stdin", "stdout", "--psm", "3", "tsv")
_MAX_PICTURE = 100_000_000  # bytes


def main(arguments: list[str]) -> int:
    """`arguments` are the limits, in bytes and seconds, and tesseract's path or ""."""
    memory, cpu, program = int(arguments[0]), int(arguments[1]), arguments[2]
    limits = Limits(memory=memory, cpu=cpu)
    if not program:
        return _run_package(limits)
    if sys.platform == "win32":  # there a program cannot become another
        from sro_desk.intake import job_object

        job_object.confine(memory=limits.memory, programs=2)
        return subprocess.run([program, *_TESSERACT], check=False).returncode  # noqa: S603
    confine(limits)
    renew_cpu(limits)
    return os.execv(program, [program, *_TESSERACT])  # noqa: S606 - no shell; the limits stay


def _run_package(limits: Limits) -> int:
    from io import BytesIO

    from PIL import Image

    engine = _engine()
    confine(limits)
    renew_cpu(limits)
    image = Image.open(BytesIO(sys.stdin.buffer.read(_MAX_PICTURE)), formats=("PPM",))
    for number, line in enumerate(_tsv(engine(image.convert("RGB")))):
        sys.stdout.write(f"5\t1\t1\t1\t{number}\t1\t{line}\n")
    sys.stdout.flush()
    return 0


def _engine() -> Any:
    """One thread each, as the limits allow no more; and no word to the makers of the runtime."""
    import onnxruntime  # type: ignore[import-not-found]  # the optional extra

    onnxruntime.disable_telemetry_events()
    from rapidocr import RapidOCR  # type: ignore[import-not-found]

    one = {"EngineConfig.onnxruntime.intra_op_num_threads": 1}
    one |= {"EngineConfig.onnxruntime.inter_op_num_threads": 1}
    return RapidOCR(params={**one, "Global.log_level": "critical"})


def _tsv(read: Any) -> list[str]:
    """Each line of text cut at its blanks, its box shared out by letters."""
    found: list[str] = []
    if read.boxes is None:
        return found
    for box, text, score in zip(read.boxes, read.txts, read.scores, strict=True):
        xs, ys = [float(corner[0]) for corner in box], [float(corner[1]) for corner in box]
        letter = (max(xs) - min(xs)) / max(1, len(text))
        at = 0
        for word in text.split():
            at = text.index(word, at)
            left, wide = round(min(xs) + at * letter), round(len(word) * letter)
            high = round(max(ys) - min(ys))
            found.append(f"{left}\t{round(min(ys))}\t{wide}\t{high}\t{score * 100:.1f}\t{word}")
            at += len(word)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
