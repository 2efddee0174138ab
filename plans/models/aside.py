"""Writing from beside the transaction that works on a job, and letting only one worker into it."""

from contextlib import contextmanager

from django.db import OperationalError, connection

PATIENCE = "SET lock_timeout = '500ms'"
HOLD = "SELECT pg_advisory_xact_lock(hashtext(%s), %s)"
HOLD_IF_FREE = "SELECT pg_try_advisory_xact_lock(hashtext(%s), %s)"
HOLD_NAME = "SELECT pg_advisory_xact_lock(hashtext(%s))"


@contextmanager
def beside():
    """A function that runs one statement on a connection of its own: others see it at once."""
    aside = connection.copy()
    try:
        with aside.cursor() as cursor:
            cursor.execute(PATIENCE)
        yield lambda statement, values: _write(aside, statement, values)
    finally:
        aside.close()


def hold(job) -> None:
    """One worker at a time for one job; a worker that dies lets go with its connection."""
    with connection.cursor() as cursor:
        cursor.execute(HOLD, [job._meta.db_table, job.pk % 2**31])


def hold_if_free(job) -> bool:
    """The same, but nobody queues up: False while somebody else is at the job."""
    with connection.cursor() as cursor:
        cursor.execute(HOLD_IF_FREE, [job._meta.db_table, job.pk % 2**31])
        return cursor.fetchone()[0]


def hold_name(name: str) -> None:
    """One after the other under this name, where there is no row yet to hold."""
    with connection.cursor() as cursor:
        cursor.execute(HOLD_NAME, [name])


def _write(aside, statement: str, values: list) -> None:
    """Nobody waits for the telling: a row that is being written already is left alone."""
    try:
        with aside.cursor() as cursor:
            cursor.execute(statement, values)
    except OperationalError:
        return
