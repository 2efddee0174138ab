"""Closed by default: every route asks a stranger to log in, except those listed here with a reason."""

from datetime import date

import pytest
from django.urls import URLPattern, get_resolver, reverse

OPEN_TO_ALL = {
    "account-activation": "the signed link of a mail leads into an account that has no password yet",
    "login": "how else would one get in",
    "password-forgotten": "whoever forgot the password cannot log in; the answer is the same for every address",
    "logout": "whoever is already out may ask to go out",
    "health": "watched by machines; says nothing about people or work",
    "language": "the log-in page can be read in English",
    "help": "the accessibility statement and whom to ask",
    "calendar-feed": "calendars cannot log in; the address is the secret, and shows titles and dates only",
    "mail-stop": "mail programs ask with a signed address and without a log-in",
    "first-run-account": "nobody has an account yet; the code is the secret and dies with the first account",
    "emblem": "the picture above the log-in page",
    "public-plan": "the issued plan without a name, while Home Affairs has made it public; else 404",
    "schema": "the API's description names no data",
    "docs": "the API's description names no data",
    "api-schema": "the API's description names no data",
    "api-docs": "the API's description names no data",
}
ARGUMENTS = {"ref": "HD-2022-001", "year": 2021, "code": "STNMT", "unit": "STNMT", "pk": 1, "id": 1,
             "month": date(2022, 8, 1), "kind": "plan"}  # fmt: skip


def routes(patterns, prefix=""):
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield path, pattern
        elif not path.startswith("quan-tri/"):
            yield from routes(pattern.url_patterns, path)


def named_routes():
    return sorted({p.name for _, p in routes(get_resolver().url_patterns) if p.name} - OPEN_TO_ALL.keys())


def address(name):
    pattern = next(p for _, p in routes(get_resolver().url_patterns) if p.name == name)
    names = pattern.pattern.converters
    return reverse(name, kwargs={each: ARGUMENTS.get(each, 1) for each in names})


@pytest.mark.django_db
@pytest.mark.parametrize("name", named_routes())
def test_a_stranger_is_asked_to_log_in(name, client):
    assert client.get(address(name)).status_code in (302, 401, 403)


def test_every_route_has_a_name():
    assert [path for path, pattern in routes(get_resolver().url_patterns) if not pattern.name] == []
