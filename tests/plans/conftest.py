"""The sample takes seconds to load: tests that only look at it share it."""

import pytest
from django.core.management import call_command


@pytest.fixture(scope="module")
def shared_tables(django_db_setup, django_db_blocker):
    """What a module's fixture writes stays until its last test; then the tables are emptied."""
    with django_db_blocker.unblock():
        yield
        call_command("flush", interactive=False, verbosity=0)
