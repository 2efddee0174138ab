"""What is expected as proof is corrected by Home Affairs while the action is to be done; what was brought stays."""

import pytest

from tests.calling import Caller
from tests.factories import SUMMER, actor
from tests.plans.progress.people import proof
from tests.reading import Reader, in_english
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event

WHY = "Kế hoạch yêu cầu quyết định, không phải tờ trình."


@pytest.fixture
def by(home_affairs) -> dict:
    return {"by": actor(home_affairs), "today": SUMMER}


@pytest.fixture
def action(action):
    """Accepted, with two kinds expected."""
    for kind in ("Tờ trình", "Báo cáo"):
        action.expected_evidence.create(description=kind)
    return action


def kinds(action) -> list[str]:
    return list(action.expected_evidence.values_list("description", flat=True))


def brought(action, official, kind: str):
    expected = action.expected_evidence.get(description=kind)
    return action.add_document(by=actor(official), today=SUMMER, expected=expected, **proof(SUMMER))


def test_kinds_are_exchanged_with_a_reason_and_the_history_tells_both(action, by):
    assert action.expect_evidence(**by, kinds=["Báo cáo", " Quyết định ", "Báo cáo"], reason=WHY)

    assert kinds(action) == ["Báo cáo", "Quyết định"]
    event = Event.objects.of(action).last()
    assert (event.verb, event.reason) == ("evidence_expected", WHY)
    assert event.before == {"expected_evidence": ["Tờ trình", "Báo cáo"]}
    assert event.after == {"expected_evidence": ["Báo cáo", "Quyết định"]}


def test_the_same_again_changes_nothing(action, by):
    assert not action.expect_evidence(**by, kinds=["Báo cáo", "Tờ trình"], reason=WHY)

    assert Event.objects.of(action).last().verb != "evidence_expected"


def test_a_kind_for_which_evidence_was_brought_keeps_its_place(action, by, official):
    piece = brought(action, official, "Tờ trình")
    with pytest.raises(Invalid) as refusal:
        action.expect_evidence(**by, kinds=["Báo cáo", "Quyết định"], reason=WHY)
    assert "Tờ trình" in refusal.value.errors["kinds"]

    action.remove_evidence(piece, by=actor(official), today=SUMMER, reason="Nhầm tệp")
    with pytest.raises(Invalid):
        action.expect_evidence(**by, kinds=["Báo cáo"], reason=WHY)
    assert action.expect_evidence(**by, kinds=["Tờ trình", "Quyết định"], reason=WHY)
    piece.refresh_from_db()
    assert piece.expected.description == "Tờ trình"


@pytest.mark.parametrize(
    ("words", "field"),
    [({"kinds": []}, "kinds"), ({"kinds": ["x" * 301]}, "kinds"), ({"kinds": list("abcdefghijklmnopqrstu")}, "kinds"),
     ({"reason": " "}, "reason")],
)  # fmt: skip
def test_what_cannot_be_is_named_beside_its_field(action, by, words, field):
    with pytest.raises(Invalid) as refusal:
        action.expect_evidence(**by, **({"kinds": ["Quyết định"], "reason": WHY} | words))

    assert set(refusal.value.errors) == {field}
    assert kinds(action) == ["Tờ trình", "Báo cáo"]


def test_only_home_affairs_corrects_it_and_only_while_an_accepted_action_is_to_be_done(
    action, proposed, official, by, home_affairs
):
    with pytest.raises(Refused):
        action.expect_evidence(by=actor(official), today=SUMMER, kinds=["Khác"], reason=WHY)
    action.drop(by=actor(home_affairs), today=SUMMER, reason="Đã có dự án khác")
    with pytest.raises(Refused):
        action.expect_evidence(**by, kinds=["Khác"], reason=WHY)


def test_a_proposal_is_still_the_units_own(proposed, by):
    with pytest.raises(Refused):
        proposed.expect_evidence(**by, kinds=["Khác"], reason=WHY)


def test_evidence_that_came_meanwhile_is_not_overrun(action, by, official):
    seen = type(action).objects.get(pk=action.pk)
    brought(action, official, "Tờ trình")

    with pytest.raises((Stale, Invalid)):
        seen.expect_evidence(**by, kinds=["Quyết định"], reason=WHY)


def test_home_affairs_corrects_it_on_a_page_that_keeps_what_was_typed(action, home_affairs, official):
    in_english(home_affairs)
    reader, place = Reader(home_affairs), f"/hanh-dong/{action.ref}/minh-chung-du-kien/"
    assert place in reader.get(f"/hanh-dong/{action.ref}/").text
    assert "Tờ trình\nBáo cáo" in reader.get(place).text

    wrong = reader.fill_in(place, kinds="Quyết định\nBáo cáo", reason="")
    assert wrong.status_code == 422 and "Quyết định\nBáo cáo" in wrong.text
    assert reader.fill_in(place, kinds="Quyết định\nBáo cáo", reason=WHY).status_code == 303
    assert sorted(kinds(action)) == ["Báo cáo", "Quyết định"]
    assert WHY in reader.get(f"/hanh-dong/{action.ref}/").text
    assert Reader(official).get(place).status_code == 403


def test_a_program_corrects_it_too(action, home_affairs, official):
    caller, address = Caller(home_affairs), f"actions/{action.ref}/expected-evidence/"
    done = caller.change(address, action.version, kinds=["Quyết định"], reason=WHY)
    own = Caller(official).change(address, done.json()["version"], kinds=["Khác"], reason=WHY)

    assert (done.status_code, own.status_code) == (200, 403)
    assert kinds(action) == ["Quyết định"]
