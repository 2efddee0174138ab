"""Stored files on their way to a browser: for this reader alone, and never run there."""

from django.http import FileResponse
from django.utils.translation import gettext as _

from tracker.errors import Refused

SANDBOX = "default-src 'none'; frame-ancestors 'none'; sandbox"


def saved(file, name: str, gone: str = "") -> FileResponse:
    """The file as it was brought, to be saved under this name."""
    return given(file, gone=gone, as_attachment=True, filename=name, content_type="application/octet-stream")


def given(file, *, policy: str = SANDBOX, gone: str = "", **how) -> FileResponse:
    """The stored bytes. Raises Refused with the words `gone` when they are no longer in the store."""
    response = FileResponse(_opened(file, gone), **how)
    response["Content-Security-Policy"] = policy
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _opened(file, gone: str):
    """One that is gone from the store is an answer, not a crash."""
    try:
        return file.open("rb")
    except FileNotFoundError:
        raise Refused(gone or _("The file is no longer in the store. Tell the administrator.")) from None
