"""How far a long file is, told from beside the transaction that works on it."""

from contextlib import contextmanager

from django.db import OperationalError, connection

PATIENCE = "SET lock_timeout = '500ms'"
WRITE = "UPDATE plans_importjob SET done = %s, beat_at = clock_timestamp() WHERE id = %s"
HOLD = "SELECT pg_advisory_xact_lock(hashtext('plans_importjob'), %s)"


@contextmanager
def progress_of(job):
    """A function that says how many rows are done, on a connection of its own: others see it at once."""
    aside = connection.copy()
    try:
        with aside.cursor() as cursor:
            cursor.execute(PATIENCE)
        yield lambda done: _tell(aside, job.pk, done)
    finally:
        aside.close()


def hold(job) -> None:
    """One worker at a time for one job; a worker that dies lets go with its connection."""
    with connection.cursor() as cursor:
        cursor.execute(HOLD, [job.pk % 2**31])


def _tell(aside, pk: int, done: int) -> None:
    """Nobody waits for the telling: a row that is being written already is left alone."""
    try:
        with aside.cursor() as cursor:
            cursor.execute(WRITE, [done, pk])
    except OperationalError:
        return
