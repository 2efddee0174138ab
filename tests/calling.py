"""A program that calls the API in a person's name."""

import json

from django.test import Client

from tests import factories
from tracker.models import ApiToken

AUGUST = factories.SUMMER


class Caller(Client):
    """Sends the person's token, and JSON; answers are read with `.json()`."""

    def __init__(self, user=None):
        token = {"Authorization": f"Bearer {ApiToken.issue(user)}"} if user else {}
        super().__init__(headers=token, raise_request_exception=False)

    def read(self, address: str, **query):
        return self.get(f"/api/v1/{address}", query)

    def change(self, address: str, version: int | None = None, key: str = "", **words):
        """POST the words as JSON at this version."""
        return self.send("POST", address, version, key, **words)

    def send(self, method: str, address: str, version: int | None = None, key: str = "", **words):
        """The same by any method: PATCH for a part of a thing, PUT for all of it."""
        headers = {"If-Match": f'"{version}"'} if version else {}
        headers |= {"Idempotency-Key": key} if key else {}
        return self.generic(
            method, f"/api/v1/{address}", json.dumps(words), "application/json", headers=headers
        )


def refs(answer) -> list[str]:
    return [row["ref"] for row in answer.json()["results"]]
