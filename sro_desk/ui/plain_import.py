"""Puts back Python's own import after Qt replaced it; import this before anything else of `ui`.

Importing PySide6 replaces `builtins.__import__` by a function that reads the
source of every module imported later, in case it asks for snake_case names.
Nothing here does, and it is a fifth of the time until the window is filled.
"""

import builtins

_plain = builtins.__import__

import PySide6.QtWidgets  # noqa: E402, F401 - its import is what replaces it

builtins.__import__ = _plain
