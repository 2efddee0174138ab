"""Papers whose worker died, or was never called: found within a minute, and not begun for ever."""

from datetime import timedelta
from threading import Event

import pytest
from django.db import connections
from django.utils import timezone

from plans import papers, tasks
from plans.models import PaperJob
from tests.factories import SUMMER, actor
from tests.tracker.test_many_at_once import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def rung(monkeypatch) -> list[tuple]:
    """For what the worker is called."""
    calls = []
    monkeypatch.setattr(tasks, "ring", lambda *call: calls.append(call))
    return calls


def asked(who, review, minutes_ago: int, **fields) -> PaperJob:
    """A paper asked for so long ago, nothing of which was heard since."""
    now = timezone.now()
    job = PaperJob.ask("plan", "docx", by=actor(who), today=SUMMER, now=now, review=review)
    then = now - timedelta(minutes=minutes_ago)
    PaperJob.objects.filter(pk=job.pk).update(**({"asked_at": then, "beat_at": then} | fields))
    return PaperJob.objects.get(pk=job.pk)


def test_what_was_left_lying_is_found(draft, review, home_affairs, rung):
    waiting = asked(home_affairs, review, 300)
    begun = asked(home_affairs, review, 5, state="building", done=3, total=9)
    for fields in ({"state": "failed"}, {"state": "building", "beat_at": timezone.now()}):
        asked(home_affairs, review, 5, **fields)
    asked(home_affairs, review, 0)

    tasks.go_on_with_papers()

    assert sorted(rung) == [("plans.write_paper", pk) for pk in sorted((waiting.pk, begun.pk))]


def test_what_waited_for_hours_is_written(draft, review, home_affairs):
    job = asked(home_affairs, review, 300)
    tasks.write_paper(job.pk)

    assert PaperJob.objects.get(pk=job.pk).state == "ready"
    connections.close_all()


def test_what_stops_whoever_writes_it_is_begun_no_more_after_half_an_hour(draft, review, home_affairs):
    lately, long_ago = (asked(home_affairs, review, minutes, state="building") for minutes in (29, 31))
    for job in (lately, long_ago):
        tasks.write_paper(job.pk)

    assert PaperJob.objects.get(pk=lately.pk).state == "ready"
    given_up = PaperJob.objects.get(pk=long_ago.pk)
    assert (given_up.state, bool(given_up.trouble), given_up.file.name) == ("failed", True, "")
    connections.close_all()


def test_two_workers_at_one_paper_write_it_once(draft, review, home_affairs):
    job = asked(home_affairs, review, 5, state="building")
    together(2, lambda number: tasks.write_paper(job.pk))

    found = PaperJob.objects.get(pk=job.pk)
    folder, _slash, name = found.file.name.rpartition("/")
    assert (found.state, found.file.storage.listdir(folder)[1]) == ("ready", [name])


def test_two_people_at_once_have_the_same_paper_in_a_file_each(issued, review, home_affairs, leader):
    people = [home_affairs, leader]

    def build(number: int) -> PaperJob:
        job = asked(people[number], review, 0)
        tasks.write_paper(job.pk)
        return PaperJob.objects.get(pk=job.pk)

    one, other = together(2, build)
    assert one.state == other.state == "ready"
    assert one.sha256 == other.sha256 and one.file.name != other.file.name


@pytest.fixture
def at_it(monkeypatch):
    """Lets something happen while a worker, alive and silent, writes a paper; then that one goes on to its end."""

    def while_written(job: PaperJob, meanwhile) -> PaperJob:
        begun, over, written = Event(), Event(), papers.written

        def slowly(*asked):
            begun.set()
            assert over.wait(20)
            return written(*asked)

        def write(number: int) -> None:
            if number == 0:
                return tasks.write_paper(job.pk)
            try:
                assert begun.wait(60)
                meanwhile()
            finally:
                over.set()

        monkeypatch.setattr(papers, "written", slowly)
        together(2, write)
        return PaperJob.objects.get(pk=job.pk)

    return while_written


def test_a_second_worker_does_not_queue_up_behind_the_one_that_writes(draft, review, home_affairs, at_it):
    job = asked(home_affairs, review, 5)
    assert at_it(job, lambda: tasks.write_paper(job.pk)).state == "ready"


def test_what_waited_long_and_is_being_written_at_last_is_not_given_up(draft, review, home_affairs, at_it):
    job, seen = asked(home_affairs, review, 31), []

    def called_again():
        with connections["default"].cursor() as cursor:
            cursor.execute("SET statement_timeout = '5s'")
        tasks.write_paper(job.pk)
        seen.append(PaperJob.objects.get(pk=job.pk).state)

    assert (at_it(job, called_again).state, seen) == ("ready", ["building"])
