"""Home Affairs words the plan beside what a unit wrote; the unit's words stay, and so does an issued plan."""

import pytest

from plans.models import Plan
from tests import factories
from tests.calling import Caller
from tests.factories import ACCEPTED, ALL_THE_SAME, ISSUED, actor
from tests.reading import Reader, text
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event


def word(thing, person, **words) -> bool:
    return thing.edit(by=actor(person), today=ACCEPTED, **words)


def test_the_units_words_stay_beside_it(weakness, action, home_affairs):
    own = (weakness.title, action.statement)
    word(weakness, home_affairs, title="Hồ sơ trễ hạn", statement="")
    word(action, home_affairs, statement="Số hóa toàn bộ hồ sơ", output="Kho hồ sơ số")

    weakness.refresh_from_db(), action.refresh_from_db()
    assert (weakness.title, action.statement) == own
    assert (weakness.title_in_plan, weakness.statement_in_plan) == ("Hồ sơ trễ hạn", weakness.statement)
    assert (action.statement_in_plan, action.output_in_plan) == ("Số hóa toàn bộ hồ sơ", "Kho hồ sơ số")
    assert Event.objects.of(action).last().verb == "edited"


def test_what_the_unit_wrote_itself_is_no_wording_of_ones_own(weakness, home_affairs):
    assert not word(weakness, home_affairs, title=weakness.title, statement=f" {weakness.statement} ")
    assert weakness.edited_title == weakness.edited_statement == ""


def test_blank_gives_the_units_words_back(action, home_affairs):
    word(action, home_affairs, statement="Khác")
    word(action, home_affairs, statement=" ")

    assert action.statement_in_plan == action.statement


def test_only_home_affairs_words_the_plan_and_nobody_overwrites_a_colleague(
    action, official, home_affairs, second_home_affairs
):
    seen = action.version
    with pytest.raises(Refused):
        word(action, official, statement="Của tôi")
    word(action, second_home_affairs, statement="Của Lan", version=seen)
    with pytest.raises(Stale):
        word(action, home_affairs, statement="Của Bình", version=seen)


def test_a_title_that_does_not_fit_is_said_to_be_too_long(weakness, home_affairs):
    with pytest.raises(Invalid):
        word(weakness, home_affairs, title="x" * 201)


def test_the_draft_takes_it_over_and_an_issued_plan_stays_as_it_is(review, weakness, action, home_affairs):
    plan = Plan.compile(review, by=actor(home_affairs), today=ACCEPTED)
    word(action, home_affairs, statement="Số hóa toàn bộ", output="Kho số")
    word(weakness, home_affairs, statement="Hồ sơ đất đai chậm")
    Plan.compile(review, by=actor(home_affairs), today=ACCEPTED)
    item = plan.items.get()
    assert (item.weakness_statement, item.measure, item.output) == (
        "Hồ sơ đất đai chậm",
        "Số hóa toàn bộ",
        "Kho số",
    )

    plan.refresh_from_db()
    plan.send(by=actor(home_affairs), today=ISSUED, reason=ALL_THE_SAME)
    plan.issue(by=actor(home_affairs), today=ISSUED, number="1/KH-UBND", issued_on=ISSUED, signer_name="A",
               reason=ALL_THE_SAME)  # fmt: skip
    frozen = plan.versions.get().content
    action.refresh_from_db()
    with pytest.raises(Refused):
        word(action, home_affairs, statement="Muộn rồi")
    assert plan.versions.get().content == frozen and frozen[0]["measure"] == "Số hóa toàn bộ"


def test_a_new_line_begins_with_the_chosen_words(review, action, home_affairs):
    word(action, home_affairs, statement="Số hóa toàn bộ")
    plan = Plan.compile(review, by=actor(home_affairs), today=ACCEPTED)

    assert plan.items.get().measure == "Số hóa toàn bộ"
    assert factories.ISSUED and plan.items.get().output == action.expected_output


def test_the_unit_reads_the_wording_with_the_issued_plan_and_not_before(action, home_affairs, official):
    word(action, home_affairs, statement="Số hóa toàn bộ hồ sơ")
    word(action.weakness, home_affairs, title="Hồ sơ trễ hạn kéo dài")
    page, door = f"/hanh-dong/{action.ref}/", Caller(official)

    assert "Số hóa toàn bộ" in text(Reader(home_affairs).get(page))
    shown = text(Reader(official).get(page)) + text(door.read(f"actions/{action.ref}/history/"))
    assert "Số hóa toàn bộ" not in shown and "kéo dài" not in shown

    factories.issued_plan(action.weakness.review, home_affairs)
    assert "Số hóa toàn bộ" in text(Reader(official).get(page))
