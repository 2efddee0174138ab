"""The steps of a plan on their pages: what is lacking stands beside the reason that is asked for."""

import pytest

from plans.models import Plan
from tests import factories
from tests.factories import ACCEPTED, ISSUED, actor
from tests.files import pdf, png
from tests.plans.life.steps import PAGE
from tests.reading import Reader, in_english, text
from tracker import calendar

WHY = "UBND tỉnh yêu cầu ban hành trong tháng 7."


def signed(**changes) -> dict[str, str]:
    today = f"{calendar.today():%d/%m/%Y}"
    return {
        "number": "118/KH-UBND",
        "issued_on": today,
        "signer_name": "Nguyễn Văn A",
        "signer_title": "",
    } | changes


def test_sending_with_something_lacking_shows_it_and_keeps_what_was_typed(sound, home_affairs):
    sound.items.update(output="")
    reader = Reader(home_affairs)

    refused = reader.fill_in(PAGE + "trinh/", reason="")
    assert refused.status_code == 422 and "#product" in text(refused)
    assert reader.fill_in(PAGE + "trinh/", reason=WHY).status_code == 303


def test_the_reason_given_on_sending_is_offered_again_on_issuing(sound, home_affairs):
    sound.items.update(output="")
    sound.send(by=actor(home_affairs), today=ISSUED, reason=WHY)

    assert Reader(home_affairs).get(PAGE + "ban-hanh/").context["form"]["reason"].value() == WHY


def test_the_issue_is_recorded_with_its_signed_paper_in_one_form(with_committee, home_affairs):
    with_committee.items.update(due_on=calendar.today())
    reader = Reader(home_affairs)
    picture = reader.fill_in(PAGE + "ban-hanh/", **signed(signed_file=png(), reason=WHY))
    assert picture.status_code == 422 and set(picture.context["form"].errors) == {"signed_file"}

    assert reader.fill_in(PAGE + "ban-hanh/", **signed(signed_file=pdf(), reason=WHY)).status_code == 303
    assert Plan.objects.get().signed_sha256


def test_the_second_officer_reads_that_it_is_issued_and_keeps_the_typed_text(
    with_committee, home_affairs, second_home_affairs
):
    in_english(second_home_affairs)
    late, form = Reader(second_home_affairs), {}
    form = late.get(PAGE + "ban-hanh/").context["form"]
    own = {name: form[name].value() for name in ("version", "idempotency")}
    with_committee.issue(by=actor(home_affairs), today=ISSUED, number="118/KH-UBND", issued_on=ISSUED,
                         signer_name="Nguyễn Văn A")  # fmt: skip

    answer = late.post(PAGE + "ban-hanh/", own | signed(number="119/KH-UBND", reason=WHY))
    assert answer.status_code == 409
    assert "118/KH-UBND" in text(answer) and "119/KH-UBND" in text(answer)


def test_the_plan_is_taken_back_with_a_reason(with_committee, home_affairs):
    reader = Reader(home_affairs)
    assert reader.fill_in(PAGE + "rut-ve/", reason="").status_code == 422

    assert reader.fill_in(PAGE + "rut-ve/", reason="Bổ sung căn cứ").status_code == 303
    assert Plan.objects.get().state == "draft"


@pytest.mark.parametrize("part", ["trinh/", "rut-ve/", "ban-hanh/", "noi-dung/"])
def test_those_who_only_watch_are_told_it_is_not_theirs(part, with_committee, leader, inspector):
    assert [Reader(person).get(PAGE + part).status_code for person in (leader, inspector)] == [403, 403]


def test_new_wording_is_said_not_to_reach_a_plan_that_was_sent(with_committee, accepted, home_affairs):
    in_english(home_affairs)
    here = f"/ban-nop/2021/STNMT/xem-xet/{accepted.weakness.ref}/chinh-ly/"

    page = text(Reader(home_affairs).get(here))
    assert "new wording no longer reaches it" in page and f"{PAGE}rut-ve/" in page


def test_wording_is_said_not_to_reach_a_line_worded_on_the_workbench(sound, accepted, home_affairs):
    in_english(home_affairs)
    sound.items.get().edit(by=actor(home_affairs), today=ACCEPTED, measure="Số hóa toàn bộ.")
    here = f"/ban-nop/2021/STNMT/xem-xet/{accepted.weakness.ref}/chinh-ly/"

    page = text(Reader(home_affairs).get(here))
    assert "worded on the workbench" in page and factories.ISSUED
