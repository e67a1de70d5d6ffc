"""Imports Qt and the first window at the least cost; import this before anything else of `ui`.

Importing PySide6 makes so many objects that Python's collector would search
them forty times, for what there is not to collect. And it replaces
`builtins.__import__` by a function that reads the source of every module
imported later, in case it asks for snake_case names.
Nothing here does, and it is a fifth of the time until the window is filled.
"""

import builtins
import gc

_plain, _collects = builtins.__import__, gc.isenabled()
gc.disable()

import PySide6.QtWidgets  # noqa: E402, F401 - this is what replaces the import

builtins.__import__ = _plain

import sro_desk.ui.main_window  # noqa: E402, F401 - and what the first paint needs of it

if _collects:
    gc.enable()
