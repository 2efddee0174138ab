"""The count of the plans' progress from scratch beside one bare GROUP BY; one change; the drift check; a past day."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import django
import psycopg

django.setup()

from django.core.management import call_command  # noqa: E402 - Django is set up above
from django.db import connection, transaction  # noqa: E402

from plans.models import Plan, ProgressFact, ProgressSnapshot  # noqa: E402
from plans.models.progress.snapshot import COUNTS  # noqa: E402
from plans.progress import past  # noqa: E402
from plans.progress.counting import increment, roll_up, roll_up_plans  # noqa: E402
from plans.progress.counting.drift import drift  # noqa: E402
from tests.benchmark import seed  # noqa: E402
from tracker import calendar  # noqa: E402
from tracker.embedded.folder import DataFolder  # noqa: E402
from tracker.embedded.lease import leased  # noqa: E402
from tracker.models import Action  # noqa: E402

PLANS, BARE = seed.SEED.with_name("plans.sql"), seed.SEED.with_name("bare_roll_up.sql")
ROUNDS, CHANGES, MOST_TIMES = 7, 200, 2
ONE_DAY = timedelta(days=1)


def run(folder: Path, actions: int, seconds: float) -> None:
    """Seed, count side by side, print; each number is the middle of several rounds, taken in turns."""
    with leased(DataFolder(folder)):
        today, plans = prepare(actions)
        with bare_connection() as bare:
            firsts = [first_beside(bare, plans, today) for _ in range(ROUNDS)]
            roll_up_plans(plans, today)
            seed.settle()
            rounds = [side_by_side(bare, plans, today + ONE_DAY * number) for number in range(1, ROUNDS + 1)]
            check_same(bare, today + ONE_DAY * ROUNDS)
        show(actions, len(plans), firsts, rounds)
        show_the_rest(plans, today + ONE_DAY * ROUNDS)
        connection.close()


def prepare(actions: int) -> tuple[date, list[int]]:
    call_command("migrate", verbosity=0)
    today = calendar.today()
    seed.fill(actions, today)
    seed.write(PLANS, {})
    seed.settle()
    return today, list(Plan.objects.values_list("pk", flat=True))


def bare_connection() -> psycopg.Connection:
    """A connection without any framework, with as much memory for sorting and hashing as the product takes."""
    to = connection.get_connection_params()
    bare = psycopg.connect(host=to["host"], dbname=to["dbname"], user=to["user"], autocommit=True)
    bare.execute("SET work_mem = '64MB'")
    return bare


def first_beside(bare: psycopg.Connection, plans: list[int], on: date) -> tuple[float, float]:
    """The bare statement, then ours as if nothing had been counted ever; each time it is taken back."""
    counting = took(lambda: counted_bare(bare, on))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE plans_progressfact, plans_progresssnapshot")
        first = took(lambda: roll_up_plans(plans, on))
        transaction.set_rollback(True)
    return counting, first


def side_by_side(bare: psycopg.Connection, plans: list[int], on: date) -> tuple[float, float]:
    """The bare statement, then ours as on a new night: every dimension counted, compared and kept."""
    return took(lambda: counted_bare(bare, on)), took(lambda: roll_up_plans(plans, on))


def counted_bare(bare: psycopg.Connection, on: date) -> list[tuple]:
    with bare.cursor() as cursor:
        return cursor.execute(BARE.read_text().replace("%(on)s", f"date '{on}'")).fetchall()


def check_same(bare: psycopg.Connection, on: date) -> None:
    """The yardstick is one only if it says the same."""
    rows = ProgressSnapshot.objects.filter(on=on, dimension="unit").values_list("key", *COUNTS)
    ours = {}
    for key, *counts in rows:
        ours[key] = [sum(each) for each in zip(ours.get(key, [0] * len(COUNTS)), counts, strict=True)]
    theirs = {key: [int(number) for number in counts] for key, *counts in counted_bare(bare, on)}
    assert ours == theirs, "the bare statement counts something else"


def took(work: Callable) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def show(
    actions: int, plans: int, firsts: list[tuple[float, float]], rounds: list[tuple[float, float]]
) -> None:
    bare, ours = (median(column) for column in zip(*rounds, strict=True))
    beside, first = (median(column) for column in zip(*firsts, strict=True))
    facts, rows = ProgressFact.objects.count(), ProgressSnapshot.objects.count() // (ROUNDS + 1)
    print(f"{actions} actions in {plans} plans; {facts} facts, {rows} rows kept a night")
    line("bare GROUP BY by unit, through psycopg", bare)
    line("from scratch, a night", ours, f"{ours / bare:.1f} times the bare one (at most {MOST_TIMES})")
    line("from scratch, the very first time", first, f"{first / beside:.1f} times: every fact is written")


def show_the_rest(plans: list[int], on: date) -> None:
    plan = Plan.objects.get(pk=plans[0])
    line("one plan of these from scratch", took(lambda: roll_up(plan, on)))
    line("the drift check of all plans", took(lambda: drift(plans)))
    line("one plan on a past day, from the history", took(lambda: past.states_on(plan, on - 9 * ONE_DAY)))
    changed = begun()
    line("one status change", median(each_told(changed, on)), "four counts and one fact")
    line("a change that is told again", median(each_told(changed, on)))
    assert drift(plans) == {}, "what was counted change by change is not what a count from scratch gives"


def begun() -> list[int]:
    """Actions that were not begun are, as if by their people."""
    actions = list(
        Action.objects.filter(state="todo", contribution__isnull=False)[:CHANGES].values_list("pk", flat=True)
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE tracker_action SET state = 'doing', version = version + 1 WHERE id = ANY(%s)", [actions]
        )
    return actions


def each_told(actions: Iterable[int], on: date) -> list[float]:
    return [took(lambda pk=pk: increment([pk], on)) for pk in actions]


def line(words: str, seconds: float, more: str = "") -> None:
    print(f"{words:<42}{seconds * 1000:>10.1f} ms   {more}".rstrip())
