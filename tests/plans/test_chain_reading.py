"""When it is not the reader's turn to write, the card is read, and says why."""

import pytest

from tests import factories
from tests.plans.chain_writing import filled, place, submission
from tests.reading import Reader
from tracker import calendar


@pytest.fixture(autouse=True)
def in_june(monkeypatch):
    monkeypatch.setattr(calendar, "today", lambda: factories.IN_JUNE)


@pytest.mark.parametrize("state", ["head_review", "submitted", "accepted"])
def test_a_card_that_is_out_of_hand_shows_its_words_and_takes_none(
    proposed, official, head, home_affairs, state
):
    weakness = proposed.weakness
    reader = Reader(official)
    words = filled(reader, weakness, official)
    bring_to(state, official, head, home_affairs)
    page = reader.get(place(weakness))

    assert "attempt" not in page.context and page.context["why"]
    assert proposed.statement in page.content.decode()
    assert reader.post(place(weakness), words).status_code == 409
    assert reader.post(place(weakness, "dong/"), {"do": "add-cause"}).status_code == 403


def test_those_who_watch_read_and_another_unit_finds_nothing(
    proposed, home_affairs, foreign_official, official
):
    page = Reader(home_affairs).get(place(proposed.weakness))

    assert page.status_code == 200 and "attempt" not in page.context
    assert Reader(foreign_official).get(place(proposed.weakness)).status_code == 404
    assert (
        Reader(official).get(place(proposed.weakness).replace("HC-2021-001", "HC-2021-999")).status_code
        == 404
    )


def test_an_accepted_row_stays_while_the_returned_one_is_written_again(
    proposed, official, head, home_affairs, review, environment
):
    other = factories.weakness(review, environment, home_affairs)
    factories.action(other, official)
    handed_in = factories.submitted(submission(), official, head)
    by = factories.actor(home_affairs)
    handed_in.send_back(
        by=by, today=factories.ACCEPTED, rows={other.pk: "Nêu số liệu"}, due_on=factories.ISSUED
    )
    reader = Reader(official)

    assert "attempt" not in reader.get(place(proposed.weakness)).context
    page = reader.get(place(other))
    assert "attempt" in page.context and "Nêu số liệu" in page.content.decode()


def bring_to(state: str, official, head, home_affairs) -> None:
    handed = submission()
    if state == "head_review":
        for each in handed.weaknesses:
            each.add_cause(
                by=factories.actor(official), today=factories.IN_JUNE, kind="internal", statement="Chậm"
            )
            each.name_responsible(
                by=factories.actor(official), today=factories.IN_JUNE, person=official, level="direct"
            )
        handed.draft(by=factories.actor(official), today=factories.IN_JUNE)
        handed.send_to_head(by=factories.actor(official), today=factories.IN_JUNE)
        return
    factories.submitted(handed, official, head)
    if state == "accepted":
        handed.accept(by=factories.actor(home_affairs), today=factories.ACCEPTED)


@pytest.mark.parametrize("how_many", [1, 6])
def test_the_card_asks_the_database_as_often_for_one_action_as_for_six(
    weakness, official, how_many, django_assert_max_num_queries
):
    for _ in range(how_many):
        factories.action(weakness, official, expected_evidence=["Báo cáo"])
    reader = Reader(official)

    with django_assert_max_num_queries(27):
        reader.get(place(weakness))
