"""Signed papers and built papers as downloads: never shown in the browser's own name."""

from django.http import FileResponse
from drf_spectacular.types import OpenApiTypes

from tracker import reading_log
from tracker.api.downloads import download

BINARY = OpenApiTypes.BINARY


def sent(signed, actor) -> FileResponse:
    """The signed file of a plan or an amendment, byte for byte."""
    answer = download(signed.signed_file, signed.signed_file_name)
    reading_log.signed_paper_taken(signed, actor)
    return answer
