"""Stored files on their way to a program: as pages give them, and 404 where there is none."""

from django.http import FileResponse, Http404

from tracker.errors import Refused
from tracker.stored_files import saved


def download(file, name: str) -> FileResponse:
    """The stored bytes under their real name. 404 when there are none."""
    if not file:
        raise Http404
    try:
        return saved(file, name)
    except Refused:
        raise Http404 from None
