"""A morning of reminders, from planning to the last mail, beside its bare parts: query, texts filled in, raw SMTP."""

import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from time import perf_counter

import django
import psutil

django.setup()

from django.conf import settings  # noqa: E402 - Django is set up above
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402
from django.utils import timezone  # noqa: E402

from notifications.engine import bind, deliver, message, plan  # noqa: E402
from notifications.models import Envelope  # noqa: E402
from tests.benchmark import bare_letters, processes, seed  # noqa: E402
from tracker import calendar  # noqa: E402
from tracker.celery import app  # noqa: E402
from tracker.embedded.folder import DataFolder  # noqa: E402
from tracker.embedded.lease import leased  # noqa: E402
from tracker.embedded.processes import commands  # noqa: E402
from tracker.embedded.waiting import wait_until  # noqa: E402
from tracker.models import WorkingDayException  # noqa: E402

DUE, AGAIN = seed.SEED.with_name("due.sql"), seed.SEED.with_name("again.sql")
SINKS = {"a sink that forgets": (), "a sink that stores": ("mail-taken",)}
LEAST_SHARE, MOST_TIMES, MORE_ROUNDS = 0.7, 2, 9


@dataclass(frozen=True)
class Sending:
    """How long the same mails took: by hand over one line, by one sender, and by the worker as it runs."""

    sink: str
    mails: int
    bare: float
    one: float
    worker: float

    def __str__(self) -> str:
        rates = (self.mails / seconds for seconds in (self.bare, self.one, self.worker))
        return f"{self.sink:<24}" + "".join(f"{rate:>10.0f}" for rate in rates) + f"{self.share:>12.0%}"

    @property
    def share(self) -> float:
        return self.bare / self.worker


def run(folder: Path, actions: int, seconds: float) -> None:
    """Seed, live the morning, do its parts by hand, print the table."""
    with leased(DataFolder(folder)):
        moment = prepare(actions)
        today = timezone.localdate(moment)
        with CaptureQueriesContext(connection) as asked:
            planning = took(lambda: (plan.catch_up(moment), bind.everything_due(moment)))
        parts = by_hand(today)
        sendings = [sent_to(folder, sink, *words) for sink, words in SINKS.items()]
        show(actions, len(asked), planning, parts, sendings)
        show_memory()
        connection.close()


def prepare(actions: int) -> datetime:
    """A working day on which ten actions of each official are due; returns its moment of the bundles."""
    call_command("migrate", verbosity=0)
    today = WorkingDayException.objects.calendar().on_or_after(calendar.today())
    seed.fill(actions, today)
    seed.write(DUE, {"today": today})
    seed.settle()
    return timezone.make_aware(datetime.combine(today, time(8)))


def by_hand(today: date) -> dict[str, float]:
    """The due actions asked for once, and their letters filled in by the standard library."""
    found = []
    asking = took(lambda: found.extend(bare_letters.rows(connection, today)))
    return {"query": asking, "filling in": took(lambda: bare_letters.written(found))}


def sent_to(folder: Path, sink: str, *words: str) -> Sending:
    """The morning's mails sent three times into the same sink."""
    port = processes.free_port()
    command = ["tests.benchmark.mail_sink", str(port), *(str(folder / word) for word in words)]
    with processes.running(folder / "sink.log", command):
        wait_until(lambda: processes.answers(port), seconds=30, what="The mail sink")
        with sending_to(port):
            take_back()
            one = took(lambda: deliver.everything_queued(timezone.now))
        mails = taken()
        with a_worker(folder, port):
            take_back()
            worker = took(ring_and_wait)
        bare = took(lambda: hand_over(mails, port))
    return Sending(sink, len(mails), bare, one, worker)


@contextmanager
def sending_to(port: int) -> Iterator[None]:
    with override_settings(EMAIL_HOST="127.0.0.1", EMAIL_PORT=port):
        yield


@contextmanager
def a_worker(folder: Path, port: int) -> Iterator[None]:
    """The worker as it runs, warm: each of its processes has had a turn."""
    command = commands(DataFolder(folder), 0)["worker"]
    app.control.purge()
    with processes.running(folder / "worker.log", command, EMAIL_URL=f"smtp://127.0.0.1:{port}"):
        wait_until(lambda: app.control.ping(timeout=0.5), seconds=60, what="The worker")
        ring_and_wait()
        yield


def ring_and_wait() -> None:
    app.send_task("notifications.tick")
    wait_until(lambda: not waiting().exists(), seconds=300, what="The last mail")


def waiting():
    return Envelope.objects.filter(state__in=("queued", "sending"))


def take_back() -> None:
    """As before the first mail left."""
    seed.write(AGAIN, {})


def taken() -> list[tuple[str, bytes]]:
    return [
        (mail.address, message.payload(mail, mail.sent_at)) for mail in Envelope.objects.filter(state="sent")
    ]


def hand_over(mails: list[tuple[str, bytes]], port: int) -> None:
    with smtplib.SMTP("127.0.0.1", port) as line:
        for address, payload in mails:
            line.sendmail(settings.DEFAULT_FROM_EMAIL, [address], payload)


def took(work: Callable) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def show(actions: int, asked: int, planning: float, parts: dict[str, float], sendings: list[Sending]) -> None:
    due = Envelope.objects.filter(state="sent").count()
    print(
        f"{actions} open actions, {due} bundles; planning and binding {planning:.2f} s, {asked} SQL statements"
    )
    print(
        f"{'mails a second':<24}{'bare':>10}{'one':>10}{'worker':>10}{'share':>12} (at least {LEAST_SHARE:.0%})"
    )
    for sending in sendings:
        print(sending)
    for sending in sendings:
        whole, sum_of_parts = planning + sending.worker, sum(parts.values()) + sending.bare
        print(
            f"planning to the last mail, {sending.sink}: {whole:.2f} s; its bare parts {sum_of_parts:.2f} s; "
            f"{whole / sum_of_parts:.1f} times (at most {MOST_TIMES})"
        )


def show_memory() -> None:
    """A sender's size after the morning's mails, and after ten times as many."""
    sizes = [resident()]
    for _ in range(MORE_ROUNDS):
        take_back()
        with override_settings(EMAIL_HOST=""):
            deliver.everything_queued(timezone.now)
    sizes.append(resident())
    print(f"a sender, resident: {sizes[0]:.0f} MB after one morning, {sizes[1]:.0f} MB after ten")


def resident() -> float:
    return psutil.Process().memory_info().rss / 1024 / 1024
