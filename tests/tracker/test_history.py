"""Everything that happens leaves one line: chained, announced after the commit, with a sentence to read."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from tests.factories import SUMMER, actor
from tracker.models import Actor, Event
from tracker.sentences import SENTENCES, sentence
from tracker.signals import event_recorded

VERB = re.compile(r"""(?:_change|change_all|create)\((?:[^()"]|\([^()]*\))*"([a-z_]+)",\s*by=""", re.DOTALL)


def test_lines_of_a_thing_are_numbered_and_chained(reported):
    lines = list(Event.objects.of(reported))

    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert [line.previous_hash for line in lines] == ["", *(line.hash for line in lines[:-1])]
    assert all(line.compute_hash() == line.hash for line in lines)


def test_nothing_is_announced_before_the_commit(action, official, django_capture_on_commit_callbacks):
    heard = []
    event_recorded.connect(
        listener := lambda events, **_: heard.extend(event.verb for event in events), weak=False
    )

    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        action.update_progress(by=actor(official), today=SUMMER, percent=10, note="Bắt đầu")
        assert heard == []

    event_recorded.disconnect(listener)
    assert heard == ["progressed"]


def test_a_listener_that_fails_does_not_undo_the_change(action, official, django_capture_on_commit_callbacks):
    def fail(**_):
        raise OSError("the broker is away")

    event_recorded.connect(fail, weak=False)
    with django_capture_on_commit_callbacks(execute=True):
        action.update_progress(by=actor(official), today=SUMMER, percent=10, note="Bắt đầu")
    event_recorded.disconnect(fail)

    assert Event.objects.of(action).last().verb == "progressed"


def test_a_job_of_the_system_signs_with_its_name(action):
    event = Event.record(action, "extended", by=Actor.system("nightly job"), today=SUMMER)

    assert (event.actor, event.actor_name, event.channel) == (None, "nightly job", "worker")


def verbs_in_the_code():
    files = [
        *Path(settings.BASE_DIR, "tracker/models").glob("*.py"),
        *Path(settings.BASE_DIR, "plans/models").glob("*.py"),
    ]
    return sorted(
        {verb for file in files for verb in VERB.findall(file.read_text())}
        | {"opened", "closed", "monitored"}
    )


@pytest.mark.parametrize("verb", verbs_in_the_code())
def test_every_verb_has_a_sentence(verb):
    assert SENTENCES[verb]


def test_a_line_reads_as_a_sentence(reported):
    assert sentence(Event.objects.of(reported).last()) in ("reported completion", "báo cáo hoàn thành")
