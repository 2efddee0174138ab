"""What happened rings the bell of the engine once, unless all of it came by a silent door."""

import pytest

from notifications import receivers
from tests.factories import SUMMER, actor
from tracker.models import Event


class Counted:
    """A bell that counts."""

    def __init__(self):
        self.times = 0

    def ring(self) -> None:
        self.times += 1


@pytest.fixture
def bell(monkeypatch) -> Counted:
    counted = Counted()
    monkeypatch.setattr(receivers, "bell", counted)
    return counted


@pytest.mark.parametrize(
    ("channels", "times"),
    [(["page"], 1), (["page", "page"], 1), (["import", "page"], 1), (["page", "import"], 1),
     (["import"], 0), (["import", "import"], 0)],
)  # fmt: skip
def test_one_loud_line_among_silent_ones_is_enough(channels, times, bell):
    receivers.ring_the_bell([Event(channel=channel) for channel in channels])

    assert bell.times == times


@pytest.mark.parametrize(("channel", "times"), [("page", 1), ("api", 1), ("import", 0)])
def test_what_was_written_rings_after_the_commit(
    channel, times, action, home_affairs, bell, django_capture_on_commit_callbacks
):
    told = [(action, None, {}, "")]
    with django_capture_on_commit_callbacks(execute=True):
        Event.record_all(told, "progressed", by=actor(home_affairs, channel=channel), today=SUMMER)
        assert bell.times == 0
    assert bell.times == times
