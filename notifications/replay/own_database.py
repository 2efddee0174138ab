"""A database for one replay, made on the configured server and dropped afterwards, whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import DatabaseError, connection

MARK = "made by manage.py replay; may be dropped"
MARKED = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"


class OwnDatabaseError(Exception):
    """The server gives us no database of our own."""


@contextmanager
def own_database() -> Iterator[None]:
    """Inside, the connection leads to an empty, migrated database; the site's own is not touched."""
    usual = connection.settings_dict["NAME"]
    name = f"{usual}_replay"
    _make(name)
    try:
        _connect_to(name)
        call_command("migrate", interactive=False, verbosity=0)
        yield
    finally:
        _connect_to(usual)
        _drop(name)


def _make(name: str) -> None:
    try:
        with connection.cursor() as cursor:
            _drop_leftover(cursor, name)
            cursor.execute(f"CREATE DATABASE {_quoted(name)} TEMPLATE template0")
            cursor.execute(f"ALTER DATABASE {_quoted(name)} SET synchronous_commit = off")
            cursor.execute(f"COMMENT ON DATABASE {_quoted(name)} IS '{MARK}'")
    except DatabaseError as error:
        reason = str(error).splitlines()[0]
        raise OwnDatabaseError(f"The database {name} for the replay cannot be made: {reason}.") from error


def _drop_leftover(cursor, name: str) -> None:
    """What a killed replay left is dropped; a running one's, or somebody else's database, is not."""
    cursor.execute(MARKED, [name])
    if cursor.fetchone() == (MARK,):
        cursor.execute(f"DROP DATABASE {_quoted(name)}")


def _drop(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {_quoted(name)}")


def _connect_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
