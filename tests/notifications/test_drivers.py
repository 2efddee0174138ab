"""Whoever turns the engine, and however many at once: each mail is one mail."""

import subprocess
import sys
from datetime import time
from io import StringIO
from threading import Barrier, Thread

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from notifications import tasks
from notifications.models import Obligation, Tick
from tests import factories
from tests.house import running
from tests.notifications.days import MONDAY, tick


def test_the_command_does_the_same_without_celery(old_news, sink):
    said = StringIO()
    call_command("tick", now="2022-08-22T08:00", stdout=said)
    call_command("tick", now="2022-08-22T08:01", stdout=said)

    assert len(sink.mails) == 1
    assert said.getvalue() == "dates 1, sent 1\nnothing was owed\n"


@pytest.mark.parametrize("nonsense", ["yesterday", "2022-13-01T08:00", "08:00", ""])
def test_a_moment_nobody_understands_is_refused_in_one_line(db, nonsense):
    with pytest.raises(CommandError, match="not a date and time"):
        call_command("tick", now=nonsense)


def test_the_task_turns_the_engine_and_says_who_rang(db):
    tasks.tick(driver="beat")

    assert Tick.objects.get().driver == "beat"


RING = """
import django; django.setup()
from types import SimpleNamespace
from notifications import receivers
for _ in range(3):
    receivers.ring_the_bell([SimpleNamespace(channel="page")])
print("the deed is done")
"""


def test_a_broker_that_is_away_is_tried_once_and_undoes_nothing():
    away = running.environment(REDIS_URL="redis://127.0.0.1:1/0", DJANGO_SETTINGS_MODULE="tracker.settings")
    process = subprocess.run(
        [sys.executable, "-c", RING], cwd=running.CODE, env=away, capture_output=True, text=True, check=False
    )

    assert process.stdout == "the deed is done\n"
    assert process.stderr.count("was not rung") == 1


@pytest.mark.django_db(transaction=True)
def test_eight_turns_at_once_send_each_mail_once(action, official, head, home_affairs, sink):
    action.weakness.review.submissions.update(state="exempt")
    for _ in range(5):
        factories.tracked_action(action.weakness, head, home_affairs)
    start = Barrier(8)

    def turn():
        start.wait()
        try:
            tick(MONDAY, time(8))
        finally:
            connection.close()

    turns = [Thread(target=turn) for _ in range(8)]
    for each in turns:
        each.start()
    for each in turns:
        each.join()
    assert len({mail["Message-ID"] for mail in sink.mails}) == len(sink.mails)
    assert sorted(
        mail["To"] for mail in sink.mails if "HD-" in mail["Subject"] or "sắp" in mail["Subject"]
    ) == [head.email, official.email]
    assert Obligation.objects.filter(state="done", rule__anchor="action_due").count() == 6
