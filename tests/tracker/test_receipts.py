"""A repeated request is answered once and done once, even when its twins arrive together."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tracker.errors import Invalid
from tracker.models import Receipt


def test_the_same_key_gets_the_first_answer_again(official):
    calls = []
    do = lambda: (calls.append(1), (201, {"n": len(calls)}))[1]  # noqa: E731

    answers = [Receipt.once(official, "k1", b"body", do) for _ in range(3)]

    assert answers == [(201, {"n": 1})] * 3
    assert len(calls) == 1


def test_the_same_key_with_another_body_is_refused(official):
    Receipt.once(official, "k1", b"body", lambda: (200, {}))

    with pytest.raises(Invalid):
        Receipt.once(official, "k1", b"other", lambda: (200, {}))


def test_a_refused_attempt_leaves_the_key_free(official):
    def fail():
        raise Invalid({"note": "empty"})

    with pytest.raises(Invalid):
        Receipt.once(official, "k1", b"body", fail)

    assert Receipt.once(official, "k1", b"body", lambda: (200, {"ok": True})) == (200, {"ok": True})


@pytest.mark.django_db(transaction=True)
def test_twins_that_arrive_together_are_done_once(official):
    calls = []

    def ask(_):
        try:
            return Receipt.once(official, "k1", b"body", lambda: (calls.append(1), (200, {}))[1])
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(8)))

    assert answers == [(200, {})] * 8
    assert len(calls) == 1
