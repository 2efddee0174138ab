"""A unit writes the chain of a weakness as one whole: kept entirely or refused with every fault named."""

from datetime import timedelta

import pytest

from plans.models import Submission
from tests import factories
from tests.factories import DEADLINE, DUE, IN_JUNE, actor
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Action, Chain, Event

CAUSE = {"kind": "internal", "statement": "Chưa phân công  rõ người."}


@pytest.fixture
def submission(weakness):
    return Submission.objects.get(unit__code="STNMT")


@pytest.fixture
def write(submission, weakness, official):
    def write(by=official, version=None, today=IN_JUNE, **parts):
        weakness.refresh_from_db()
        return submission.write_chain(weakness, Chain(**parts), by=actor(by), today=today, version=version)

    return write


def measure(owner, **fields):
    return {
        "statement": "Số hóa 40 hồ sơ",
        "owner": owner,
        "due_on": DUE,
        "expected_output": "40/40 hồ sơ",
    } | fields


def test_the_whole_chain_is_written_in_one_go(write, weakness, official, submission):
    write(
        cause={"c1": CAUSE}, responsibility={"r1": {"person": official, "level": "direct"}},
        action={"a1": measure(official, expected_evidence=["Quyết định", " Quyết định ", ""])},
    )  # fmt: skip

    action = weakness.actions.get()
    assert weakness.causes.get().statement == "Chưa phân công rõ người."
    assert (action.owner, action.due_on, action.original_due_on) == (official, DUE, DUE)
    assert [expected.description for expected in action.expected_evidence.all()] == ["Quyết định"]
    submission.refresh_from_db()
    assert (submission.state, submission.lacks()) == ("draft", [])


def test_the_same_rows_sent_twice_are_written_once(write, weakness, official):
    assert write(cause={"c1": CAUSE}, action={"a1": measure(official)})
    assert not write(cause={"c1": CAUSE}, action={"a1": measure(official)})

    assert (weakness.causes.count(), weakness.actions.count()) == (1, 1)
    assert Event.objects.of(weakness).filter(verb="written").count() == 1


def test_a_row_that_is_not_named_stays_and_none_removes_one(write, weakness):
    write(cause={"c1": CAUSE, "c2": CAUSE | {"statement": "Thiếu máy quét"}})

    write(cause={"c1": None})

    assert [cause.key for cause in weakness.causes.all()] == ["c2"]
    removed = Event.objects.of(weakness).last()
    assert (removed.before["cause.c1"]["statement"], removed.after["cause.c1"]) == (
        "Chưa phân công rõ người.",
        None,
    )


def test_one_fault_keeps_everything_out_and_every_fault_is_named(write, weakness, foreign_official, official):
    with pytest.raises(Invalid) as refusal:
        write(
            cause={"c1": CAUSE, "c2": {"kind": "internal", "statement": " "}},
            responsibility={"r1": {"person": foreign_official, "level": "direct"}},
            action={"a1": measure(foreign_official), "a2": measure(official, due_on=IN_JUNE - timedelta(days=1)),
                    "a3": measure(official, due_on=DUE, starts_on=DUE + timedelta(days=1))},
        )  # fmt: skip

    assert set(refusal.value.errors) == {
        "cause-c2-statement", "responsibility-r1-person", "action-a1-owner", "action-a2-due_on", "action-a3-due_on",
    }  # fmt: skip
    assert not weakness.causes.exists()


def test_a_row_may_wait_for_its_date_and_is_no_action_yet(
    write, weakness, official, home_affairs, submission
):
    write(action={"a1": {"statement": "Số hóa hồ sơ", "owner": official}})

    assert not Action.objects.visible_to(actor(official)).exists()
    assert not Action.objects.visible_to(actor(home_affairs)).exists()
    assert [lack.part for lack in submission.lacks()] == ["cause", "responsibility", "action", "action"]


def test_a_colleague_who_was_faster_is_not_overwritten(write, weakness, head):
    seen = weakness.version
    write(by=head, cause={"c1": CAUSE})

    with pytest.raises(Stale):
        write(cause={"c1": CAUSE | {"statement": "Khác"}}, version=seen)

    assert weakness.causes.get().statement == "Chưa phân công rõ người."


def test_what_home_affairs_wrote_is_answered_and_not_reworded(write, weakness, submission):
    with pytest.raises(Refused):
        write(facts={"title": "Không có gì"})
    write(facts={"objection": "Số liệu đã được đính chính tại Công văn 12."})

    assert submission.lacks() == []


def test_another_unit_writes_nothing_here(write, foreign_official):
    with pytest.raises(Refused):
        write(by=foreign_official, cause={"c1": CAUSE})


def test_what_the_head_holds_is_not_written(write, official, submission):
    write(cause={"c1": CAUSE}, responsibility={"r1": {"person": official, "level": "direct"}},
          action={"a1": measure(official)})  # fmt: skip
    submission.refresh_from_db()
    submission.send_to_head(by=actor(official), today=IN_JUNE)

    with pytest.raises(Refused):
        write(cause={"c1": None})
    submission.recall(by=actor(official), today=IN_JUNE)
    assert write(cause={"c2": CAUSE})


def test_a_weakness_the_unit_added_can_go_with_all_that_hangs_on_it(submission, official):
    by = actor(official)
    found = submission.add_weakness(
        by=by, today=IN_JUNE, title="Thiếu người", statement="2/5", index=factories.index()
    )
    submission.write_chain(
        found, Chain(cause={"c1": CAUSE}, action={"a1": measure(official)}), by=by, today=IN_JUNE
    )

    submission.remove_weakness(found, by=by, today=IN_JUNE)

    assert [each.origin for each in submission.weaknesses] == ["assigned"]
    assert Event.objects.of(submission).last().before[found.ref]["title"] == "Thiếu người"


def test_what_home_affairs_assigned_cannot_be_removed(submission, weakness, official):
    with pytest.raises(Refused):
        submission.remove_weakness(weakness, by=actor(official), today=IN_JUNE)


def test_an_action_with_evidence_is_reworded_and_not_removed(write, weakness, official):
    write(action={"a1": measure(official)})
    weakness.actions.get().add_link(
        by=actor(official), today=IN_JUNE, url="https://haugiang.gov.vn", title="Bài"
    )

    with pytest.raises(Invalid):
        write(action={"a1": None})

    assert write(action={"a1": measure(official, statement="Số hóa 50 hồ sơ")})
    assert weakness.actions.get().plain.endswith("so hoa 50 ho so 40/40 ho so")


def test_after_a_return_only_the_returned_rows_are_written(
    proposed, submission, official, head, home_affairs
):
    second = submission.add_weakness(
        by=actor(official), today=IN_JUNE, title="Khác", statement="Khác", index=factories.index()
    )
    submission.write_chain(second, Chain(action={"a1": measure(official)}), by=actor(official), today=IN_JUNE)
    submission.refresh_from_db()
    factories.submitted(submission, official, head)
    back = {second.pk: "Nêu rõ số liệu"}
    submission.send_back(
        by=actor(home_affairs), today=DEADLINE, rows=back, due_on=DEADLINE + timedelta(days=2)
    )

    second.refresh_from_db()
    assert submission.write_chain(second, Chain(cause={"c9": CAUSE}), by=actor(official), today=DEADLINE)
    first = submission.weaknesses.get(pk=proposed.weakness_id)
    with pytest.raises(Refused) as refusal:
        submission.write_chain(first, Chain(cause={"c9": CAUSE}), by=actor(official), today=DEADLINE)
    assert not isinstance(refusal.value, Stale)
