"""The worker's limits on Windows: a job object that holds this process and outlives nothing."""

import ctypes
import sys

_PROCESS_TIME = 0x0002
_ACTIVE_PROCESS = 0x0008
_PROCESS_MEMORY = 0x0100
_DIE_ON_UNHANDLED_EXCEPTION = 0x0400
_KILL_ON_CLOSE = 0x2000
_EXTENDED_LIMITS = 9
_TICKS = 10_000_000  # of 100 ns in a second


class _Basic(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("min_working_set", ctypes.c_size_t),
        ("max_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


_limits = _Extended()

if sys.platform == "win32":
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateJobObjectW.restype = ctypes.c_void_p
    _kernel.GetCurrentProcess.restype = ctypes.c_void_p
    _kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    _kernel.SetInformationJobObject.argtypes = (
        ctypes.c_void_p,
        ctypes.c_int,
        ctypes.c_void_p,
        ctypes.c_uint32,
    )
    _job = _kernel.CreateJobObjectW(None, None)

    def confine(*, memory: int, programs: int = 1) -> None:
        """Bind this process: at most `memory` bytes, no crash dialog; what it starts dies with it.

        `programs` is how many processes there may be, this one among them.
        """
        _limits.basic.flags = _PROCESS_MEMORY | _ACTIVE_PROCESS | _DIE_ON_UNHANDLED_EXCEPTION
        _limits.basic.flags |= _KILL_ON_CLOSE
        _limits.basic.active_processes = programs
        _limits.process_memory = memory
        _apply()
        if not _kernel.AssignProcessToJobObject(_job, _kernel.GetCurrentProcess()):
            raise ctypes.WinError(ctypes.get_last_error())

    def limit_cpu(until: int) -> None:
        """End this process when it has used `until` seconds of processor time since its start."""
        _limits.basic.flags |= _PROCESS_TIME
        _limits.basic.process_time = until * _TICKS
        _apply()

    def _apply() -> None:
        if not _kernel.SetInformationJobObject(
            _job, _EXTENDED_LIMITS, ctypes.byref(_limits), ctypes.sizeof(_limits)
        ):
            raise ctypes.WinError(ctypes.get_last_error())
