"""A province as large as it may become: 46 units, 500 officials, the actions of many years."""

from datetime import date
from pathlib import Path

from django.db import connection, transaction

SEED = Path(__file__).with_name("seed.sql")
SIZE = {"units": 46, "officials": 500, "overdue": 5}  # overdue: in a hundred


def fill(actions: int, today: date) -> None:
    write(SEED, SIZE | {"actions": actions, "today": today})


@transaction.atomic
def write(script: Path, values: dict) -> None:
    """Run the script; the guards against skipped states are asleep meanwhile, the constraints are not."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for sql in script.read_text().split(";\n"):
            if sql.strip():
                cursor.execute(sql, values)


def settle() -> None:
    """What autovacuum does sooner or later: statistics for the planner, and a visibility map."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
