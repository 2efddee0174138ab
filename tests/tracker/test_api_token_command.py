"""`manage.py api_token EMAIL` prints a token once."""

import io

import pytest
from django.core.management import CommandError, call_command

from tests.calling import Caller
from tracker.models import ApiToken


def test_the_token_printed_opens_the_api(official):
    printed = io.StringIO()
    call_command("api_token", " KHOI@sample.test", stdout=printed)
    token = printed.getvalue().strip()

    caller = Caller()
    assert caller.get("/api/v1/actions/", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    assert not ApiToken.objects.filter(digest=token).exists()


def test_nobody_gets_a_token_for_an_unknown_or_closed_account(official):
    type(official).objects.update(is_active=False)

    for email in ("nobody@sample.test", official.email, ""):
        with pytest.raises(CommandError):
            call_command("api_token", email)
    assert ApiToken.objects.count() == 0
