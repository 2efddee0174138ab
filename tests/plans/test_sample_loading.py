"""Loading the sample: once, with a password, into a database that has no province yet."""

import pytest
from django.core.management import CommandError, call_command

from tests import factories
from tracker.models import Event, Unit, User

pytestmark = pytest.mark.django_db


def test_loading_twice_is_loading_once(capsys):
    call_command("load_sample", real_dates=True)
    events = Event.objects.count()
    call_command("load_sample", real_dates=True)

    assert Event.objects.count() == events
    assert "already loaded" in capsys.readouterr().out


def test_a_database_with_a_province_of_its_own_is_left_alone():
    factories.unit("SNV", "Sở Nội vụ")

    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_sample")

    assert Unit.objects.count() == 1


def test_the_password_is_taken_from_the_environment_and_else_made_up(settings):
    settings.SAMPLE_PASSWORD = "của riêng tôi"
    call_command("load_sample", real_dates=True)

    assert User.objects.get(email="admin@sample.test").check_password("của riêng tôi")
