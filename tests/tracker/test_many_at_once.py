"""People who press the same button together: one is heard, the others are told, nothing is written twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.factories import SUMMER, actor
from tracker.errors import Refused, Stale
from tracker.models import Action, Event, Weakness

pytestmark = pytest.mark.django_db(transaction=True)


def together(how_many, do):
    """The results of so many calls started at once; a refusal is a result too."""

    def once(number):
        try:
            return do(number)
        except Refused as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(how_many) as pool:
        return list(pool.map(once, range(how_many)))


def test_of_twenty_updates_of_one_version_exactly_one_is_kept(action, official):
    seen, by = action.version, actor(official)

    def update(number):
        Action.objects.get(pk=action.pk).update_progress(
            by=by, today=SUMMER, percent=number, note=f"Lần {number}", version=seen
        )
        return "kept"

    results = together(20, update)

    assert sorted(map(str, results)) == sorted(map(str, ["kept", *[Stale] * 19]))
    assert Action.objects.get().version == seen + 1
    assert [e.verb for e in Event.objects.of(action)].count("progressed") == 1


def test_weaknesses_recorded_together_get_different_references(review, environment, home_affairs):
    from tests.factories import weakness

    together(8, lambda _: weakness(type(review).objects.get(), environment, home_affairs))

    assert sorted(Weakness.objects.values_list("ref", flat=True)) == [f"HC-2021-{n:03}" for n in range(1, 9)]
