"""Two people at one submission in the same moment: one is heard, the other is told, nothing is done twice."""

import pytest
from django.db import connection

from plans.models import ImportJob, Submission, SubmissionCopy
from tests import factories
from tests.factories import actor
from tests.plans.chain_writing import filled, place, submission
from tests.plans.excel import book, measure, upload
from tests.reading import Reader
from tests.tracker.test_many_at_once import together
from tracker import calendar
from tracker.models import Action, Event, Question

pytestmark = pytest.mark.django_db(transaction=True)
HERE = "/ban-nop/2021/STNMT/"


@pytest.fixture(autouse=True)
def in_june(monkeypatch):
    monkeypatch.setattr(calendar, "today", lambda: factories.IN_JUNE)


@pytest.fixture
def second_head(environment):
    return factories.person("hai@sample.test", "Lê Thị Hai", "unit_head", environment)


@pytest.fixture
def with_head(proposed, official, head):
    whole = factories.complete(submission(), official)
    whole.send_to_head(by=actor(official), today=factories.IN_JUNE)
    return whole


def pressed(*buttons) -> list[int]:
    """The answers to buttons pressed at once: each a reader, an address and the words of its form."""

    def press(number):
        reader, page, words = buttons[number]
        return reader.post(page, words).status_code

    return sorted(together(len(buttons), press))


def button(person, page: str, **words):
    """A form that somebody has open."""
    reader = Reader(person)
    form = reader.get(page).context["form"]
    return reader, page, {name: form[name].value() for name in ("version", "idempotency")} | words


def events(verb: str) -> int:
    return Event.objects.filter(verb=verb).count()


def test_twenty_savings_of_one_version_by_two_people_keep_the_words_of_one(weakness, official, head):
    readers = [Reader(official), Reader(head)]
    sent = [
        filled(readers[n % 2], weakness, official, **{"cause-c1-statement": f"Lời {n % 2}"})
        for n in range(20)
    ]
    found = pressed(*((readers[n % 2], place(weakness, "tu-luu/"), words) for n, words in enumerate(sent)))

    assert set(found) == {200, 409} and found.count(409) >= 10
    assert weakness.causes.count() == weakness.actions.count() == events("written") == 1


def test_two_heads_hand_in_once(with_head, head, second_head):
    found = pressed(button(head, HERE + "nop/"), button(second_head, HERE + "nop/"))

    assert found == [303, 409] and events("submitted") == SubmissionCopy.objects.count() == 1


def test_handing_in_against_taking_back_one_of_them_happens(with_head, head, official):
    found = pressed(button(head, HERE + "nop/"), button(official, HERE + "rut/"))

    assert found == [303, 409]
    assert (submission().state, SubmissionCopy.objects.count()) in [("submitted", 1), ("draft", 0)]


def test_what_is_written_while_it_is_handed_in_is_in_the_copy_or_not_at_all(
    weakness, proposed, official, head
):
    factories.complete(submission(), official)
    words = filled(Reader(official), weakness, official, **{"cause-c1-statement": "Lời đến muộn"})
    pressed(button(head, HERE + "nop/"), (Reader(official), place(weakness, "tu-luu/"), words))

    kept = weakness.causes.filter(statement="Lời đến muộn").exists()
    assert kept == ("Lời đến muộn" in str(SubmissionCopy.objects.values_list("content", flat=True)))


def job_of(official) -> ImportJob:
    rows = [measure(number, due_on="31/12/2022") for number in range(5)]
    job = ImportJob.bring(
        submission(), by=actor(official), now=Event.objects.last().recorded_at, file=upload(book(*rows))
    )
    job.begin_check(today=factories.IN_JUNE, now=job.brought_at)
    return job


def test_a_file_confirmed_by_two_people_at_once_is_imported_once(weakness, official, head):
    page = f"{HERE}nhap/{job_of(official).pk}/"
    forms = [Reader(person).get(page).context["form"] for person in (official, head)]
    words = [{name: form[name].value() for name in ("version", "idempotency")} for form in forms]
    found = pressed(
        *(
            (Reader(person), page + "xac-nhan/", each)
            for person, each in zip((official, head), words, strict=True)
        )
    )

    assert found in ([303, 303], [303, 409])
    assert Action.objects.count() == 5 and events("imported") == 1


def test_undoing_against_writing_loses_no_written_word(weakness, official, head):
    job = job_of(official)
    job.confirm(by=actor(official), today=factories.IN_JUNE, now=job.brought_at)
    words = filled(Reader(head), weakness, official, **{"cause-c1-statement": "Lời của lãnh đạo"})
    ImportJob.objects.update(imported_at=calendar_now())
    pressed(button(official, f"{HERE}nhap/{job.pk}/hoan-tac/"), (Reader(head), place(weakness), words))

    job.refresh_from_db()
    if weakness.causes.filter(statement="Lời của lãnh đạo").exists():
        assert job.state == "imported"
    else:
        assert job.state == "undone"


def calendar_now():
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        return cursor.fetchone()[0]


def test_two_replies_at_once_are_one_after_the_other(action, official, home_affairs, second_home_affairs):
    question = Question.ask(action, by=actor(official), today=factories.SUMMER, words="Nộp ở đâu?")
    page = f"/cau-hoi/{question.pk}/tra-loi/"
    found = pressed(*(button(person, page, words="Ở đây.") for person in (home_affairs, second_home_affairs)))

    assert found in ([303, 303], [303, 409])
    assert question.replies.count() == found.count(303) == events("answered")


def test_a_file_taken_away_by_two_people_at_once_is_taken_away_once(weakness, official, head):
    attached = submission().attach(upload(book()), by=actor(official), today=factories.IN_JUNE)
    page = f"{HERE}tep/{attached.pk}/go-bo/"
    found = pressed(button(official, page), button(head, page))

    assert found[0] == 303 and found[1] in (404, 409) and events("file_removed") == 1


def test_one_form_sent_twice_at_once_hands_in_once(with_head, head):
    reader, page, words = button(head, HERE + "nop/")

    assert pressed((reader, page, words), (Reader(head), page, words)) == [303, 303]
    assert events("submitted") == 1


def test_two_weaknesses_are_removed_and_taken_over_once_each(review, official, head):
    found = submission().add_weakness(by=actor(official), today=factories.IN_JUNE, title="Chậm", statement="Chậm.",
                                      index=factories.index())  # fmt: skip
    answers = pressed(*(button(person, place(found, "xoa/")) for person in (official, head)))

    assert answers[0] == 303 and answers[1] in (404, 409) and events("removed") == 1
    assert Submission.objects.get(unit__code="STNMT").weaknesses.count() == 0
