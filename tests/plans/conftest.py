"""A submission in three stages; and the sample, which takes seconds to load: tests that only look share it."""

import pytest
from django.core.management import call_command

from plans.models import Submission
from tests import factories
from tests.factories import IN_JUNE, actor
from tests.notifications.sink import Sink
from tests.plans.present import moved_to_the_present
from tests.reading import in_english
from tracker.models import Chain


@pytest.fixture(scope="module")
def shared_tables(django_db_setup, django_db_blocker):
    """What a module's fixture writes stays until its last test; then the tables are emptied."""
    with django_db_blocker.unblock():
        yield
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def submission(weakness, head) -> Submission:
    """What the unit owes, with nothing written yet."""
    return Submission.objects.select_related("review", "unit").get(unit__code="STNMT")


@pytest.fixture
def complete(submission, weakness, proposed, official) -> Submission:
    """A draft that lacks nothing."""
    cause = {"c1": {"kind": "internal", "statement": "Chưa phân công rõ."}}
    people = {"r1": {"person": official, "organisation": None, "position_title": "", "level": "direct"}}
    submission.write_chain(
        weakness, Chain(cause=cause, responsibility=people), by=actor(official), today=IN_JUNE
    )
    submission.draft(by=actor(official), today=IN_JUNE, strengths="98/100 hồ sơ đúng hạn.")
    return submission


@pytest.fixture
def with_head(complete, official) -> Submission:
    complete.send_to_head(by=actor(official), today=IN_JUNE)
    return complete


@pytest.fixture
def waiting(weakness, proposed, submission, official, head, home_affairs, second_home_affairs) -> Submission:
    """Handed in and not yet due, with one row that waits for Home Affairs; everybody reads English."""
    in_english(official, head, home_affairs, second_home_affairs)
    factories.submitted(submission, official, head)
    return moved_to_the_present(submission)


@pytest.fixture
def sink(settings):
    """A mail server that listens."""
    with Sink() as sink:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
        yield sink
