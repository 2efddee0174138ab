"""Text that a spreadsheet program may never take for a formula."""

import re

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def is_risky(value) -> bool:
    """Whether a spreadsheet would calculate what is written of the text instead of showing it."""
    return isinstance(value, str) and writable(value).startswith(BEGINS_A_FORMULA)


def harmless(value):
    """The value for a file without cell types: a leading apostrophe keeps it text."""
    return f"'{value}" if is_risky(value) else value


def writable(value):
    """The text without the signs that no spreadsheet can hold."""
    return UNWRITABLE.sub("", value) if isinstance(value, str) else value
