"""The book of what is owed: written by one process at a time, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

LOCK = 0x0B116A7E  # "obligate": any number will do, as long as nothing else on this database takes it


# A process that freezes with the book in its hands loses it after a minute, so that the others need not wait for it.
OPEN = "SELECT pg_advisory_xact_lock(%s), set_config('idle_in_transaction_session_timeout', '60s', true)"


@contextmanager
def open_ledger() -> Iterator[None]:
    """A transaction in which nobody else listens, plans or binds; others wait and then find it done."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(OPEN, [LOCK])
        yield
