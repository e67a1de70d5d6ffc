"""What the worker may use, set by the worker on itself before it reads a single foreign byte."""

import sys
import time
from dataclasses import dataclass

if sys.platform == "win32":
    from sro_desk.intake import job_object
else:
    import resource

_NO_LIMIT_FOR_ROOT = 0  # processes: none may be started (the superuser is not held to it)
_OPEN_FILES = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Memory in bytes for the process; seconds of processor and of wall clock for one request."""

    memory: int = 2 * 1024**3
    cpu: int = 15
    wall: float = 20.0


def confine(limits: Limits) -> None:
    """Bind this process for good: memory, no written files, no other programs, no core dumps."""
    if sys.platform == "win32":
        job_object.confine(memory=limits.memory)
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, _NO_LIMIT_FOR_ROOT),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    ):
        _lower(what, most)


def renew_cpu(limits: Limits) -> None:
    """Give the next request its own seconds; past them the system ends this process."""
    until = int(time.process_time()) + 1 + limits.cpu
    if sys.platform == "win32":
        job_object.limit_cpu(until)
        return
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


if sys.platform != "win32":

    def _lower(what: int, most: int) -> None:
        _, hard = resource.getrlimit(what)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(what, (most, most))
