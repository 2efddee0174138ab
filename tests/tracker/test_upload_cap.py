"""A form that carries too much: the rest of it arrives, and what is too much is thrown away as it comes."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from tracker.files import MOST_BYTES
from tracker.files.cap import LARGEST_BODY, BodyTooLarge, CappedUpload


class Counting(FileUploadHandler):
    """Stands behind the cap and counts what gets through."""

    received = 0

    def receive_data_chunk(self, raw_data, start):
        self.received += len(raw_data)

    def file_complete(self, file_size):
        return SimpleUploadedFile(self.file_name, b"")


@pytest.fixture
def sent(rf):
    """What came of a form with a file of this many bytes: the request, and the handler behind the cap."""

    def send(size: int):
        file = SimpleUploadedFile("a.pdf", bytes(size))
        request = rf.post("/", {"title": "Chữ đã gõ", "file": file, "note": "Sau tệp"})
        counting = Counting(request)
        request.upload_handlers = [CappedUpload(request), counting]
        return request, counting

    return send


def test_beyond_the_cap_nothing_is_kept_and_the_words_arrive(sent):
    request, behind = sent(MOST_BYTES + 5_000_000)

    assert (request.POST["title"], request.POST["note"]) == ("Chữ đã gõ", "Sau tệp")
    assert request.FILES["file"].size == MOST_BYTES + 5_000_000
    assert behind.received <= MOST_BYTES and request.FILES["file"].read() == b""


def test_a_file_of_just_the_cap_gets_through_whole(sent):
    request, behind = sent(MOST_BYTES)

    assert request.FILES and behind.received == MOST_BYTES


def test_a_body_that_no_form_has_is_refused_before_it_is_read(rf):
    with pytest.raises(BodyTooLarge):
        CappedUpload(rf.post("/")).handle_raw_input(None, {}, LARGEST_BODY + 1, "x")
