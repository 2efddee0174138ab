"""Things done a few times in this process: by the clock, by the queries they ask, by what comes over the wire."""

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.benchmark.asker import Asker

HEAD = f"{'':<44}{'p50 ms':>8}{'worst ms':>10}{'KB gz':>8}{'queries':>9}"
TIMES = 7


@dataclass(frozen=True)
class Row:
    """One thing, done several times: how long it took, what came over the wire, what it asked the database."""

    name: str
    seconds: list[float]
    queries: int
    body: bytes = b""

    def __str__(self) -> str:
        size = f"{len(gzip.compress(self.body)) / 1024:>8.1f}" if self.body else f"{'':>8}"
        milliseconds = f"{1000 * median(self.seconds):>8.0f}{1000 * max(self.seconds):>10.0f}"
        return f"{self.name:<44}{milliseconds}{size}{self.queries:>9}"


def page(name: str, asker: Asker, place: str, headers: dict | None = None) -> Row:
    answer = asker.browser.get(place, headers=headers)
    assert answer.status_code == 200, (place, answer.status_code)
    body = answer.content
    row = measured(name, lambda: asker.browser.get(place, headers=headers))
    return Row(name, row.seconds, row.queries, body)


def measured(name: str, do: Callable) -> Row:
    """Done once for the queries, then a few times by the clock."""
    with CaptureQueriesContext(connection) as caught:
        do()
    queries = len(caught)
    return Row(name, [_seconds(do) for _time in range(TIMES)], queries)


def _seconds(do: Callable) -> float:
    began = perf_counter()
    do()
    return perf_counter() - began
