"""The set-based SQL of the engine: each file is one named part, each statement a list of parts."""

from functools import cache
from pathlib import Path

from django.db import connection

FOLDER = Path(__file__).parent / "sql"


def execute(main: str, *parts: str, **values) -> int:
    """Run one statement made of these common table expressions; returns the number of rows it wrote."""
    with connection.cursor() as cursor:
        cursor.execute(statement(main, *parts), values)
        return cursor.rowcount


def returned(main: str, *parts: str, **values) -> list[tuple]:
    """Run one such statement; returns its rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement(main, *parts), values)
        return cursor.fetchall()


@cache
def statement(main: str, *parts: str) -> str:
    expressions = ",\n".join(_text(part) for part in parts)
    return f"WITH {expressions}\n{_text(main)}" if parts else _text(main)


def _text(name: str) -> str:
    lines = (FOLDER / f"{name}.sql").read_text().splitlines()
    return "\n".join(line for line in lines if not line.startswith("--"))
