"""Presses keys as a person does: they go to where the cursor is, or to the list that is open."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Keyboard:
    """Types into one window and counts the keys pressed."""

    def __init__(self, window):
        self._window = window
        self.pressed = 0

    def type(self, text):
        """One key for each letter."""
        for letter in text:
            QTest.keyClick(self._target(), letter)
            self._pressed()

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """One key; a chord counts once."""
        QTest.keyClick(self._target(), key, modifier)
        self._pressed()

    def tab(self):
        """To the next field."""
        self.press(Qt.Key.Key_Tab)

    def _pressed(self):
        self.pressed += 1
        QApplication.processEvents()  # a list that opened or closed hands the focus on

    def _target(self):
        return QApplication.activePopupWidget() or self._window.focusWidget() or self._window
