"""The page of one action and its verbs, as people without JavaScript use them."""

import pytest

from tests import factories
from tests.reading import Reader, address
from tracker.models import Action, Event

LATE = "Chờ phân bổ kinh phí"


def now(action) -> Action:
    return Action.objects.get(pk=action.pk)


def test_the_short_address_of_mails_leads_to_the_page(action, official):
    page = Reader(official).get(f"/h/{action.ref}", follow=True)

    assert page.status_code == 200
    assert action.statement in page.content.decode()


@pytest.mark.parametrize(
    "part", ["", "tien-do/", "bao-cao/", "gia-han/", "phu-trach/", "minh-chung/tep/", "xac-minh/"]
)
def test_an_action_of_another_unit_does_not_exist(part, action, foreign_official):
    reader = Reader(foreign_official)

    assert reader.get(address(action, part)).status_code == 404
    assert part == "" or reader.post(address(action, part), {}).status_code == 404


@pytest.mark.parametrize(
    ("person", "may", "may_not"),
    [
        ("official", ("tien-do/", "bao-cao/", "gia-han/"), ("phu-trach/", "khong-thuc-hien/")),
        ("head", ("tien-do/", "phu-trach/"), ("khong-thuc-hien/",)),
        ("home_affairs", ("phu-trach/", "khong-thuc-hien/"), ("tien-do/", "bao-cao/", "xac-minh/")),
        ("leader", (), ("tien-do/", "phu-trach/", "khong-thuc-hien/")),
        ("inspector", (), ("tien-do/", "phu-trach/", "khong-thuc-hien/")),
    ],
)
def test_the_page_offers_exactly_what_its_reader_may_do(person, may, may_not, action, request):
    reader = Reader(request.getfixturevalue(person))
    page = reader.get(address(action)).content.decode()

    assert [part for part in may if f'="{address(action, part)}"' in page] == list(may)
    assert [part for part in may_not if f'="{address(action, part)}"' in page] == []
    assert {reader.get(address(action, part)).status_code for part in may} <= {200}
    assert {reader.get(address(action, part)).status_code for part in may_not} == {403}


def test_progress_is_saved_and_told_in_the_history(action, official):
    reader = Reader(official)
    answer = reader.fill_in(address(action, "tien-do/"), percent="40", note="Đã số hóa 16/40 hồ sơ.")

    assert (answer.status_code, answer.url) == (303, address(action))
    assert (now(action).state, now(action).percent) == ("doing", 40)
    assert "Đã số hóa 16/40 hồ sơ." in reader.get(answer.url).content.decode()


def test_bad_input_comes_back_with_what_was_typed(action, official):
    page = Reader(official).fill_in(
        address(action, "tien-do/"), percent="140", note="Đang làm việc với huyện"
    )
    text = page.content.decode()

    assert page.status_code == 422
    assert "Đang làm việc với huyện" in text and 'aria-invalid="true"' in text
    assert text.index('class="error-summary"') < text.index("<h1")
    assert now(action).version == action.version


def test_a_second_click_does_nothing_twice(action, official):
    reader = Reader(official)
    form = reader.get(address(action, "tien-do/")).context["form"]
    words = {name: form[name].value() for name in ("version", "idempotency")} | {
        "percent": "40",
        "note": "Một lần",
    }
    answers = [reader.post(address(action, "tien-do/"), words) for _ in range(2)]

    assert [(answer.status_code, answer.url) for answer in answers] == [(303, address(action))] * 2
    assert Event.objects.of(action).filter(verb="progressed").count() == 1


def test_a_colleague_who_was_faster_is_not_overwritten_and_no_text_is_lost(action, official, head):
    slow = Reader(official)
    form = slow.get(address(action, "tien-do/")).context["form"]
    mine = {name: form[name].value() for name in ("version", "idempotency")} | {
        "percent": "60",
        "note": "Chữ của tôi",
    }
    Reader(head).fill_in(address(action, "tien-do/"), percent="50", note="Chữ của lãnh đạo")
    conflict = slow.post(address(action, "tien-do/"), mine)

    assert conflict.status_code == 409
    assert all(words in conflict.content.decode() for words in ("Chữ của tôi", "Chữ của lãnh đạo"))
    assert now(action).percent == 50
    again = mine | {"version": conflict.context["form"]["version"].value()}
    assert slow.post(address(action, "tien-do/"), again).status_code == 303
    assert now(action).percent == 60


def test_what_the_rules_refuse_is_409_with_the_typed_text(action, official, home_affairs):
    reader = Reader(official)
    form = reader.get(address(action, "tien-do/")).context["form"]
    words = {name: form[name].value() for name in ("version", "idempotency")}
    action.drop(by=factories.actor(home_affairs), today=factories.SUMMER, reason="Trùng việc khác")
    answer = reader.post(address(action, "tien-do/"), words | {"percent": "60", "note": "Chữ của tôi"})

    assert answer.status_code == 409
    assert "Chữ của tôi" in answer.content.decode()


def test_completion_is_reported_with_proof_and_verified_by_another(action, official, home_affairs):
    unit, office = Reader(official), Reader(home_affairs)
    bare = unit.fill_in(address(action, "bao-cao/"), note="Xong", delay_cause=LATE)
    assert bare.status_code == 422
    unit.fill_in(address(action, "minh-chung/van-ban/"), number="412/QĐ-UBND", issued_on="20/08/2022",
                 issuer="UBND tỉnh", title="Quyết định", expected="")  # fmt: skip
    assert unit.fill_in(address(action, "bao-cao/"), note="Xong", delay_cause=LATE).status_code == 303
    assert office.fill_in(address(action, "tra-lai/"), reason="Thiếu phụ lục").status_code == 303
    unit.fill_in(address(action, "bao-cao/"), note="Đã bổ sung", delay_cause=LATE)
    assert office.fill_in(address(action, "xac-minh/"), remark="Đạt").status_code == 303

    assert now(action).state == "done"


def test_a_late_report_asks_for_the_cause(action, official):
    assert "delay_cause" in Reader(official).get(address(action, "bao-cao/")).context["form"].fields


def test_more_time_is_asked_for_and_a_shorter_date_granted(action, official, home_affairs):
    reader = Reader(official)
    soon = now(action).due_on
    refused = reader.fill_in(address(action, "gia-han/"), requested_due_on="hôm sau", reason="Chờ kinh phí")
    assert refused.status_code == 422
    Action.objects.filter(pk=action.pk).update(due_on=soon.replace(year=2098), version=action.version + 1)
    reader.fill_in(address(action, "gia-han/"), requested_due_on="30/09/2098", reason="Chờ kinh phí")
    request = now(action).extensions.get()
    part = f"gia-han/{request.pk}/quyet-dinh/"
    Reader(home_affairs).fill_in(
        address(action, part), decision="approve", granted_due_on="15/09/2098", remark=""
    )

    assert f"{now(action).due_on:%d/%m/%Y}" == "15/09/2098"


def test_refusing_more_time_needs_a_reason(action, official, home_affairs):
    Action.objects.filter(pk=action.pk).update(
        due_on=action.due_on.replace(year=2098), version=action.version + 1
    )
    Reader(official).fill_in(
        address(action, "gia-han/"), requested_due_on="30/09/2098", reason="Chờ kinh phí"
    )
    part = f"gia-han/{now(action).extensions.get().pk}/quyet-dinh/"
    answer = Reader(home_affairs).fill_in(
        address(action, part), decision="refuse", granted_due_on="", remark=""
    )

    assert answer.status_code == 422
    assert "remark" in answer.context["form"].errors


def test_reading_pages_changes_nothing(action, official, home_affairs):
    before = list(Event.objects.values_list("hash", flat=True))
    for part in ("", "tien-do/", "bao-cao/", "gia-han/", "minh-chung/tep/", "phu-trach/", "khong-thuc-hien/"):
        Reader(official).get(address(action, part))
        Reader(home_affairs).get(address(action, part))

    assert list(Event.objects.values_list("hash", flat=True)) == before
    assert now(action).version == action.version


def test_the_head_gives_the_action_to_another_official(action, head):
    assert Reader(head).fill_in(address(action, "phu-trach/"), owner=str(head.pk)).status_code == 303
    assert now(action).owner == head


def test_named_people_are_shown_to_those_who_may_know(
    action, weakness, official, leader, foreign_official, health
):
    weakness.name_responsible(by=factories.actor(official), today=factories.SUMMER, person=official,
                              level="direct", position_title="Trưởng phòng Đăng ký")  # fmt: skip
    action.coordinating_units.add(health)

    assert "Trưởng phòng Đăng ký" in Reader(leader).get(address(action)).content.decode()
    assert "Trưởng phòng Đăng ký" not in Reader(foreign_official).get(address(action)).content.decode()
