"""Text without the control characters that neither XML nor a page can carry."""

import re

UNPRINTABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    return UNPRINTABLE.sub("", text)
