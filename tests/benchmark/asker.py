"""A person's program and browser: what they send, and which SQL it costs."""

from collections.abc import Callable, Iterator
from itertools import cycle

import orjson
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.benchmark.load import request
from tracker.models import Action, ApiToken, User

Requests = Callable[[int], Iterator[bytes]]  # one endless line of requests for each client, by its number


class Asker:
    """One person, by token and by session."""

    def __init__(self, email: str):
        user = User.objects.get(email=email)
        self.token = f"Bearer {ApiToken.issue(user)}"
        self.program = Client(headers={"Authorization": self.token}, SERVER_NAME="localhost")
        self.browser = Client(SERVER_NAME="localhost")
        self.browser.force_login(user)
        self.cookie = f"sessionid={self.browser.cookies['sessionid'].value}"

    def asking(self, path: str) -> Requests:
        return forever(request(path, Authorization=self.token))

    def browsing(self, path: str) -> Requests:
        return forever(request(path, Cookie=self.cookie))

    def changing(self, actions: list[Action]) -> Requests:
        """Progress on one action after another, each at the version it was read at."""
        return lambda number: (self._change(action) for action in actions)

    def sql(self, path: str) -> list[str]:
        """The statements that one request costs, once caches are warm."""
        client = self.program if path.startswith("/api/") else self.browser
        client.get(path)
        with CaptureQueriesContext(connection) as caught:
            assert client.get(path).status_code == 200, path
        return [query["sql"] for query in caught]

    def sql_of_change(self, action: Action) -> list[str]:
        """The statements of one change, those that begin and end its transaction included."""
        address, headers = f"/api/v1/actions/{action.ref}/progress/", {"If-Match": f'"{action.version}"'}
        with CaptureQueriesContext(connection) as caught:
            answer = self.program.post(address, PROGRESS, "application/json", headers=headers)
        assert answer.status_code == 200, answer.content
        return [query["sql"] for query in caught]

    def _change(self, action: Action) -> bytes:
        return request(
            f"/api/v1/actions/{action.ref}/progress/", method="POST", body=PROGRESS, Authorization=self.token,
            Content_Type="application/json", If_Match=f'"{action.version}"',
        )  # fmt: skip


PROGRESS = orjson.dumps({"percent": 55, "note": "Đã quét 12/40 hồ sơ."})


def forever(what: bytes) -> Requests:
    return lambda number: cycle([what])
