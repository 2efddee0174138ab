"""The list of overdue actions and a change of one, beside a bare application that does the same SQL and JSON."""

import json
from dataclasses import dataclass
from pathlib import Path

import django
import orjson

django.setup()

from django.core.management import call_command  # noqa: E402 - Django is set up above
from django.db import connection  # noqa: E402

from tests.benchmark import background, load, processes, seed, table  # noqa: E402
from tests.benchmark.asker import PROGRESS, Asker, Requests, forever  # noqa: E402
from tracker import calendar  # noqa: E402
from tracker.embedded.folder import DataFolder  # noqa: E402
from tracker.embedded.lease import leased  # noqa: E402
from tracker.models import Action  # noqa: E402

HOME_AFFAIRS, OFFICIAL = "can-bo-0@unit.test", "can-bo-1@unit.test"
LIST, PAGE = "/api/v1/actions/?time=overdue&size={}", "/hanh-dong/?time=overdue"
SIZES = (25, 100)


@dataclass(frozen=True)
class Subject:
    """One thing that is measured: how it is asked for, from the product and from the bare application."""

    name: str
    product: Requests
    queries: list[str]
    bare: Requests | None = None
    clients: int = 1


def run(folder: Path, actions: int, seconds: float) -> None:
    """Seed, measure side by side, print the table."""
    with leased(DataFolder(folder)):
        prepare(actions)
        watching, working = Asker(HOME_AFFAIRS), Asker(OFFICIAL)
        sql = write_sql(folder, watching, working)
        subjects = [*lists(watching), *pages(watching, working), change(working)]
        with processes.served(folder) as (product, web):
            with processes.served(folder, "tests.benchmark.bare", BENCHMARK_SQL=str(sql)) as (bare, _):
                check_same(product, bare, subjects[0])
                rows = [measured(subject, product, bare, seconds) for subject in subjects]
            megabytes = {"web worker": processes.heaviest_child(web)}
        connection.close()
        table.show(rows, megabytes | {"Celery worker": background.memory(folder)}, actions)


def prepare(actions: int) -> None:
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    seed.fill(actions, calendar.today())
    seed.settle()


def lists(watching: Asker) -> list[Subject]:
    """The list as Home Affairs asks for it: both sizes, one client and eight."""
    return [
        Subject(
            f"list, {size} rows, {clients} client{'s' if clients > 1 else ''}", watching.asking(LIST.format(size)),
            watching.sql(LIST.format(size)), forever(load.request(f"/list/{size}")), clients,
        )
        for clients in (1, 8) for size in SIZES
    ]  # fmt: skip


def pages(watching: Asker, working: Asker) -> list[Subject]:
    """What has no bare counterpart: the pages in HTML, and the list through the eyes of one unit."""
    own = LIST.format(25)
    return [
        Subject("list of a unit's official, 25 rows", working.asking(own), working.sql(own)),
        Subject("page of the list, Home Affairs", watching.browsing(PAGE), watching.sql(PAGE)),
        Subject("page of the list, an official", working.browsing(PAGE), working.sql(PAGE)),
    ]


def change(working: Asker) -> Subject:
    """Progress on an official's own actions, each time another one."""
    mine = Action.objects.open().filter(lead_unit__memberships__user__email=OFFICIAL)
    for_count, *actions = mine.only("ref", "version")[:4000]
    middle = len(actions) // 2
    bare = [load.request(f"/change/{action.pk}", method="POST", body=PROGRESS) for action in actions[middle:]]
    queries = working.sql_of_change(for_count)
    return Subject(
        "status change with history", working.changing(actions[:middle]), queries, lambda number: iter(bare)
    )


def write_sql(folder: Path, watching: Asker, working: Asker) -> Path:
    """The product's own statements, for the bare application."""
    to = connection.get_connection_params()
    given = {str(size): watching.sql(LIST.format(size)) for size in SIZES} | {
        "who": working.sql(LIST.format(1))[:1],
        "database": f"host={to['host']} dbname={to['dbname']} user={to['user']}",
        "today": f"{calendar.today()}",
    }
    path = folder / "sql.json"
    path.write_text(json.dumps(given))
    return path


def check_same(product: int, bare: int, subject: Subject) -> None:
    """The yardstick is one only if it says the same."""
    ours = orjson.loads(load.ask_once(product, next(subject.product(0))))
    theirs = orjson.loads(load.ask_once(bare, next(subject.bare(0))))
    assert ours["results"] == theirs["results"], "the bare application answers something else"


def measured(subject: Subject, product: int, bare: int, seconds: float) -> table.Row:
    """The product, then the bare application: each warm, each alone."""
    ours = load.measure(product, subject.product, clients=subject.clients, seconds=seconds)
    theirs = (
        load.measure(bare, subject.bare, clients=subject.clients, seconds=seconds) if subject.bare else None
    )
    return table.Row(subject.name, len(subject.queries), ours, theirs)
