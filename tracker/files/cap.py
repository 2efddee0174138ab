"""Uploads that are too large: read on, thrown away, and told as such. Memory and disk stay as they are."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from .examination import MOST_BYTES

LARGEST_BODY = 5 * MOST_BYTES


class BodyTooLarge(RequestDataTooBig):
    """No form of ours can be as large as this."""


class CappedUpload(FileUploadHandler):
    """First in line: hands a file on only up to the cap, so that the rest of the form still arrives."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):  # noqa: N803
        """A body that no form of ours can have is not read at all."""
        if content_length > LARGEST_BODY:
            raise BodyTooLarge

    def receive_data_chunk(self, raw_data, start):
        return raw_data if start + len(raw_data) <= MOST_BYTES else None

    def file_complete(self, file_size):
        if file_size <= MOST_BYTES:
            return None
        self._let_go()
        return _too_large(self.file_name, file_size)

    def _let_go(self) -> None:
        """What the others had begun to keep is thrown away now, not when memory is tidied."""
        for other in self.request.upload_handlers:
            if other is not self and getattr(other, "file", None):
                other.file.close()


def _too_large(name: str, size: int) -> SimpleUploadedFile:
    """Stands for the file: it knows the size and holds nothing, and the examination refuses it."""
    stand_in = SimpleUploadedFile(name, b"")
    stand_in.size = size
    return stand_in
