"""Text that a spreadsheet program would take for a formula, marked so that it can be read back."""

import re

# What Excel, LibreOffice and their likes begin to calculate at, also in its wide forms.
_STARTS = "=+\\-@\t\r＝＋－＠"
_DANGEROUS = re.compile(rf"'*[{_STARTS}]")
_MARKED = re.compile(rf"''*[{_STARTS}]")


def neutralised(text: str) -> str:
    """`text` with an apostrophe before what would be calculated: `'=1+1`."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def as_meant(text: str) -> str:
    """The reverse of `neutralised`."""
    return text[1:] if _MARKED.match(text) else text
