"""The plan with 300 lines as Word, PDF and Excel, beside the same table written cell by cell with python-docx."""

import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django is set up above
from django.db import connection  # noqa: E402
from docx import Document  # noqa: E402

from plans import papers  # noqa: E402
from plans.models import Plan, PlanItem  # noqa: E402
from plans.papers import plan_paper  # noqa: E402
from plans.papers.catalogue import PAPERS  # noqa: E402
from plans.papers.files.word_file import fill_template  # noqa: E402
from tests.benchmark.one_table import only_table  # noqa: E402
from tracker.embedded.folder import DataFolder  # noqa: E402
from tracker.embedded.lease import leased  # noqa: E402

ROWS, DAY = 300, date(2022, 7, 20)
LIMITS = {"the table alone": 0.6, "whole paper, docx": 2, "whole paper, pdf": 2, "whole paper, xlsx": 2}
FORMATS = ("docx", "pdf", "xlsx")
MOST_MEGABYTES = 300
CELLS = ("number", "criterion", "weakness", "points_lost", "causes", "measure", "lead", "coordinating", "due",
         "output", "note")  # fmt: skip


def run(folder: Path, actions: int, seconds: float) -> None:
    """Load the sample, lengthen its plan to 300 lines, write each paper a few times, print the best."""
    with leased(DataFolder(folder)):
        plan = prepare()
        connection.close()
        memory = {format: in_a_process_of_its_own(format) for format in FORMATS}
        words = plan_paper.words(plan, DAY)
        measured = {
            "the table alone": best(lambda: fill_template(only_table(), words, DAY), seconds),
            "cell by cell (python-docx)": best(lambda: cell_by_cell(words), seconds),
        }
        for format in FORMATS:
            measured[f"whole paper, {format}"] = best(
                lambda format=format: papers.written(PAPERS["plan"], format, plan, DAY), seconds
            )
        connection.close()
    show(measured, memory)


def prepare() -> Plan:
    """The sample's plan with its lines repeated until there are 300."""
    call_command("migrate", verbosity=0)
    call_command("load_sample", verbosity=0)
    plan = Plan.objects.select_related("review").get()
    lines = list(plan.items.select_related("index"))
    names = ("index_id", "criterion_id", "weakness_statement", "points_lost", "causes", "measure", "lead_unit_id",
             "due_on", "due_phrase", "output", "note")  # fmt: skip
    PlanItem.objects.bulk_create(
        PlanItem(
            plan=plan, position=place, **{name: getattr(lines[place % len(lines)], name) for name in names}
        )
        for place in range(len(lines) + 1, ROWS + 1)
    )
    return plan


def in_a_process_of_its_own(format: str) -> float:
    """The most memory in MB of a process that writes this paper once, as a worker does."""
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as aside:
        return aside.submit(memory_of_writing, format).result()


def memory_of_writing(format: str) -> float:
    papers.written(PAPERS["plan"], format, Plan.objects.select_related("review").get(), DAY)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def best(write: Callable, seconds: float) -> float:
    """The shortest of several times, after one that loads what is needed; queries are part of it."""
    write()
    times, until = [], time.perf_counter() + seconds
    while not times or time.perf_counter() < until:
        start = time.perf_counter()
        write()
        times.append(time.perf_counter() - start)
    return min(times)


def cell_by_cell(words: dict) -> bytes:
    """The same rows as a straightforward script would write them."""
    document = Document()
    rows = [row for chapter in words["chapters"] for row in chapter.rows]
    table = document.add_table(rows=len(rows), cols=len(CELLS))
    for line, row in zip(table.rows, rows, strict=True):
        for cell, name in zip(line.cells, CELLS, strict=True):
            cell.text = str(getattr(row, name))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def show(measured: dict[str, float], memory: dict[str, float]) -> None:
    print(f"{ROWS} lines, best of several\n{'':<30}{'seconds':>9}{'at most':>9}")
    for name, taken in measured.items():
        limit = LIMITS.get(name)
        print(f"{name:<30}{taken:>9.3f}{limit or '':>9}")
    for format, megabytes in memory.items():
        print(f"{f'most memory, {format}':<30}{megabytes:>6.0f} MB{MOST_MEGABYTES:>6} MB")
