"""Things that are changed together are changed as each would be by itself: or none of them is."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import ISSUED, SUMMER, actor
from tracker.errors import Refused, Stale
from tracker.models import Action, Event
from tracker.models.many_rows import write_fields
from tracker.signals import event_recorded

SEPTEMBER = date(2022, 9, 30)


@pytest.fixture
def actions(weakness, official, home_affairs):
    return [
        factories.tracked_action(weakness, official, home_affairs, due_phrase="Quý III") for _ in range(4)
    ]


def frozen(actions: list[Action], home_affairs, printed=SEPTEMBER) -> None:
    Action.baseline_all([(each, printed) for each in actions], by=actor(home_affairs), today=ISSUED)


def test_rows_lines_and_memory_say_the_same(actions, home_affairs):
    frozen(actions, home_affairs)

    for kept, held in zip(Action.objects.order_by("pk"), actions, strict=True):
        last = Event.objects.of(kept).last()
        told = {name: str(getattr(kept, name)) for name in last.after}
        assert told == last.after == {name: str(getattr(held, name)) for name in last.after}
        assert (kept.due_on, kept.due_phrase, kept.baselined_on) == (SEPTEMBER, "", ISSUED)
        assert last.before == {"baselined_on": None, "original_due_on": "2022-08-31", "due_on": "2022-08-31",
                               "due_phrase": "Quý III"}  # fmt: skip
        assert kept.version == held.version == last.number == 3


def test_what_stays_as_it_is_is_not_told(actions, home_affairs):
    frozen(actions[:2], home_affairs, printed=None)

    assert set(Event.objects.of(actions[0]).last().after) == {"baselined_on", "original_due_on"}


def test_each_line_follows_the_last_one_of_its_thing(actions, home_affairs):
    actions[0].pass_on(by=actor(home_affairs), today=SUMMER, owner=actions[0].owner)
    frozen(actions, home_affairs)

    for action in actions:
        lines = list(Event.objects.of(action))
        assert [line.number for line in lines] == list(range(1, len(lines) + 1))
        assert [line.previous_hash for line in lines] == ["", *(line.hash for line in lines[:-1])]
        assert all(line.compute_hash() == line.hash for line in lines)


def test_when_somebody_was_faster_with_one_none_is_changed(actions, home_affairs):
    Action.objects.get(pk=actions[2].pk).pass_on(by=actor(home_affairs), today=SUMMER, owner=actions[2].owner)

    with transaction.atomic():
        with pytest.raises(Stale):
            frozen(actions, home_affairs)
        assert not Action.objects.filter(baselined_on=ISSUED).exists()  # the transaction still answers
    assert not Event.objects.filter(verb="baselined").exists()
    assert {each.baselined_on for each in actions} == {None}


def test_who_may_not_change_one_may_not_change_many(actions, official):
    with pytest.raises(Refused):
        Action.baseline_all([(each, None) for each in actions], by=actor(official), today=ISSUED)


def test_they_are_announced_together_after_the_commit(
    actions, home_affairs, django_capture_on_commit_callbacks
):
    heard = []
    event_recorded.connect(listener := lambda events, **_: heard.append(len(events)), weak=False)

    with django_capture_on_commit_callbacks(execute=True):
        frozen(actions, home_affairs)
        assert heard == []

    event_recorded.disconnect(listener)
    assert heard == [4]


def statements(actions: list[Action], home_affairs) -> int:
    with CaptureQueriesContext(connection) as asked:
        frozen(actions, home_affairs)
    return len(asked)


def test_many_cost_as_many_statements_as_few(actions, home_affairs):
    assert statements(actions[:1], home_affairs) == statements(actions[1:], home_affairs)


def test_nothing_to_change_is_nothing_done(home_affairs):
    frozen([], home_affairs)

    assert not Event.objects.filter(verb="baselined").exists()


def test_columns_of_every_kind_are_written_in_one_statement(actions, official):
    """Dates and words, numbers, things and nothing at all."""
    for place, action in enumerate(actions):
        action.percent, action.reported_on, action.owner = place, None if place else SUMMER, None
        action.statement = f"Số hóa {{hồ sơ, “{place}”}}"

    write_fields(actions, ["percent", "reported_on", "owner", "statement"])

    names = ("percent", "reported_on", "owner_id", "statement")
    kept = Action.objects.order_by("pk").values_list(*names)
    assert list(kept) == [tuple(getattr(action, name) for name in names) for action in actions]
