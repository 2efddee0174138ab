"""How far a paper is, told from beside the transaction that writes it."""

from contextlib import contextmanager

from plans.models.aside import beside

WRITE = """
    UPDATE plans_paperjob SET state = 'building', done = %s, total = %s, beat_at = clock_timestamp()
    WHERE id = %s AND state IN ('waiting', 'building')
"""


@contextmanager
def progress_of(job):
    """A function that says how many rows of how many are done; called at once, so that the beginning is seen."""
    with beside() as write:
        write(WRITE, [0, job.total, job.pk])
        yield lambda done, total: write(WRITE, [done, total, job.pk])
