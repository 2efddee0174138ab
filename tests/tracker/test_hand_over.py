"""A head gives many actions to somebody else at once: each on its own, each outcome named."""

import pytest

from tests import factories
from tests.reading import Reader
from tracker.models import Action, Event

PAGE = "/hanh-dong/doi-phu-trach/"


@pytest.fixture
def colleague(environment):
    return factories.person("chi@sample.test", "Võ Thị Chi", "official", environment)


@pytest.fixture
def three(weakness, official, home_affairs):
    return [factories.tracked_action(weakness, official, home_affairs) for _ in range(3)]


def asked(actions, query: str = "") -> str:
    return f"{PAGE}?{'&'.join(f'ref={action.ref}' for action in actions)}&{query}"


def words(reader, address: str, owner) -> dict:
    form = reader.get(address).context["form"]
    return {name: form[name].value() for name in ("seen", "idempotency")} | {"owner": owner.pk}


def outcome(reader) -> tuple[list[str], list[str]]:
    context = reader.get(f"{PAGE}ket-qua/").context
    return [each.ref for each in context["done"]], [each.ref for each, _reason in context["not_done"]]


def test_the_ticked_actions_get_the_new_owner_one_by_one(three, head, colleague):
    reader, address = Reader(head), asked(three, "state=open")
    answer = reader.post(address, words(reader, address, colleague))

    assert (answer.status_code, answer["Location"]) == (303, f"{PAGE}ket-qua/")
    assert outcome(reader) == ([each.ref for each in three], [])
    assert set(Action.objects.values_list("owner", flat=True)) == {colleague.pk}
    assert Event.objects.filter(verb="assigned").count() == 3
    assert 'href="/hanh-dong/?state=open"' in reader.get(f"{PAGE}ket-qua/").content.decode()


def test_a_row_that_a_colleague_was_faster_with_is_named_and_stops_none_of_the_others(
    three, head, colleague, official
):
    reader, address = Reader(head), asked(three)
    typed = words(reader, address, colleague)
    three[1].update_progress(by=factories.actor(official), today=factories.SUMMER, percent=5, note="Bắt đầu")
    reader.post(address, typed)

    assert outcome(reader) == ([three[0].ref, three[2].ref], [three[1].ref])
    assert Action.objects.get(pk=three[1].pk).owner == official


def test_a_double_click_changes_each_owner_once(three, head, colleague):
    reader, address = Reader(head), asked(three)
    typed = words(reader, address, colleague)
    answers = [reader.post(address, typed).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert Event.objects.filter(verb="assigned").count() == 3
    assert outcome(reader) == ([each.ref for each in three], [])


def test_the_same_form_with_another_owner_is_asked_again(three, head, colleague, official):
    reader, address = Reader(head), asked(three)
    typed = words(reader, address, colleague)
    reader.post(address, typed)
    answer = reader.post(address, typed | {"owner": official.pk})

    assert answer.status_code == 422
    assert set(Action.objects.values_list("owner", flat=True)) == {colleague.pk}


def test_what_another_unit_leads_and_what_is_completed_is_named_and_left(
    three, reported, review, health, environment, foreign_official, home_affairs, head, colleague
):
    elsewhere = factories.weakness(review, health, home_affairs)
    theirs = factories.tracked_action(elsewhere, foreign_official, home_affairs)
    theirs.coordinating_units.add(environment)
    reader, address = Reader(head), asked([*three, theirs, reported])
    page = reader.get(address)
    reader.post(address, words(reader, address, colleague))

    assert {action.ref for action, _reason in page.context["ticked"].skipped} == {theirs.ref, reported.ref}
    done, not_done = outcome(reader)
    assert (len(done), set(not_done)) == (3, {theirs.ref, reported.ref})
    assert Action.objects.get(pk=theirs.pk).owner == foreign_official


def test_home_affairs_hands_over_the_actions_of_one_lead_unit_at_a_time(
    three, review, health, foreign_official, home_affairs, colleague
):
    elsewhere = factories.weakness(review, health, home_affairs)
    theirs = factories.tracked_action(elsewhere, foreign_official, home_affairs)
    reader, address = Reader(home_affairs), asked([*three, theirs])
    form = reader.get(address).context["form"]

    assert colleague in form.fields["owner"].queryset
    assert foreign_official not in form.fields["owner"].queryset
    reader.post(address, words(reader, address, colleague))
    assert outcome(reader) == ([each.ref for each in three], [theirs.ref])


def test_an_owner_of_another_unit_is_not_taken(three, head, foreign_official):
    reader, address = Reader(head), asked(three)
    answer = reader.post(address, words(reader, address, foreign_official))

    assert answer.status_code == 422
    assert foreign_official.full_name not in answer.content.decode()


@pytest.mark.parametrize(("person", "status"), [("official", 403), ("leader", 403), ("head", 200)])
def test_only_heads_and_home_affairs_hand_over(person, status, three, request):
    assert Reader(request.getfixturevalue(person)).get(asked(three)).status_code == status


def test_the_boxes_stand_only_where_the_reader_may_hand_over(three, reported, head, official):
    assert Reader(head).get("/hanh-dong/").content.decode().count('name="ref" value=') == 3
    assert 'name="ref"' not in Reader(official).get("/hanh-dong/").content.decode()


def test_without_a_tick_one_is_led_back_with_a_word(head, review):
    answer = Reader(head).get(f"{PAGE}?state=open", follow=True)

    assert answer.redirect_chain[0][0] == "/hanh-dong/?state=open"
    assert "notice-bad" in answer.content.decode()


def test_another_units_proposals_are_not_named_even_when_their_reference_is_known(
    three, review, health, foreign_official, home_affairs, head
):
    secret = factories.action(
        factories.weakness(review, health, home_affairs), foreign_official, statement="Mật"
    )

    assert secret.ref not in Reader(head).get(asked([*three, secret])).context["ticked"].skipped
    assert "Mật" not in Reader(head).get(asked([*three, secret])).content.decode()


@pytest.mark.parametrize("seen", ["x", "HD-2022-001:", "HD-2022-001:²", ":", ""])
def test_a_spoilt_form_is_answered_and_changes_nothing(seen, three, head, colleague, official):
    reader, address = Reader(head), asked(three)
    reader.post(address, words(reader, address, colleague) | {"seen": seen})

    assert reader.get("/hanh-dong/").status_code == 200
    assert set(Action.objects.values_list("owner", flat=True)) == {official.pk}
