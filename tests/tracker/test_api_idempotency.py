"""A program that repeats a request, because the answer was lost, does it once."""

import pytest

from tests.calling import Caller
from tracker.models import Action, Event, Receipt

KEY = "9a1f-retry-1"


@pytest.fixture
def progress(action, official):
    """Sends the same progress with this key."""
    caller, version = Caller(official), action.version

    def send(key=KEY, percent=40, at=version):
        return caller.change(f"actions/{action.ref}/progress/", at, key, percent=percent, note="Đã quét.")

    return send


def test_the_same_key_gets_the_first_answer_again(progress, action):
    first, second = progress(), progress()

    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json() == second.json()
    assert first["ETag"] == second["ETag"]
    assert Event.objects.of(action).filter(verb="progressed").count() == 1


def test_the_same_key_for_something_else_is_a_422(progress):
    progress()

    for answer in (progress(percent=50), progress(at=99)):
        assert (answer.status_code, list(answer.json())) == (422, ["Idempotency-Key"])
    assert Action.objects.get().percent == 40


def test_a_refused_request_leaves_its_key_free(progress, action):
    assert progress(at=99).status_code == 412
    assert Receipt.objects.count() == 0
    assert progress().status_code == 200


@pytest.mark.parametrize("key", ["short", "x" * 81, "with a space", "dấu-tiếng-việt"])
def test_a_key_that_is_none_is_a_400(key, progress):
    assert list(progress(key.encode().decode("latin-1")).json()) == ["Idempotency-Key"]


def test_the_key_of_one_person_is_not_that_of_another(progress, action, head):
    progress()
    answer = Caller(head).change(
        f"actions/{action.ref}/progress/", action.version + 1, KEY, percent=60, note="Đã quét."
    )

    assert (answer.status_code, answer.json()["percent"]) == (200, 60)


def test_with_a_key_a_change_costs_at_most_ten_queries(progress, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        assert progress().status_code == 200
