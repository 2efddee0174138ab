"""Notes on rows, as Home Affairs writes them on the page and by the verb."""

from django.utils import timezone

from tests.factories import actor

HERE = "/ban-nop/2021/STNMT/"
REVIEW = f"{HERE}xem-xet/"


def row_of(submission):
    return submission.rows.get()


def in_place(reader, place, **words):
    return reader.post(place, words, headers={"HX-Request": "true"})


def note(submission, person, verdict, **words):
    return submission.examine(
        submission.weaknesses.get(), by=actor(person), now=timezone.now(), verdict=verdict, **words
    )
