"""An address that is a secret is not written into the log: whoever reads the log could read the calendar.

The same holds for the link by which a person enters his account.
"""

import logging
import re

SECRET = re.compile(r"(/(?:lich|thu/huy|kich-hoat/[^/\s]+)/)[^/\s]+")


class Unnamed(logging.Filter):
    """Writes the line of the log without the secret part of the address."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(_unnamed(each) for each in record.args)
        record.msg = _unnamed(record.msg)
        return True


def _unnamed(value):
    return SECRET.sub(r"\1…", value) if isinstance(value, str) else value
