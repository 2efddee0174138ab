"""Signed papers and built papers as downloads: never shown in the browser's own name."""

from django.http import FileResponse, Http404
from drf_spectacular.types import OpenApiTypes

from tracker import reading_log
from tracker.api.evidence import PRIVATE

BINARY = OpenApiTypes.BINARY


def sent(signed, actor) -> FileResponse:
    """The signed file of a plan or an amendment, byte for byte."""
    answer = download(signed.signed_file, signed.signed_file_name)
    reading_log.signed_paper_taken(signed, actor)
    return answer


def download(file, name: str) -> FileResponse:
    """The stored bytes under their real name. 404 when there are none."""
    if not file:
        raise Http404
    try:
        opened = file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(opened, as_attachment=True, filename=name, content_type="application/octet-stream",
                        headers=PRIVATE)  # fmt: skip
