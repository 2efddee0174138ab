"""What only goes wrong at an odd moment on Home Affairs' desk: told in words, never a crash, never half done."""

from datetime import timedelta

import pytest

from tests import factories
from tests.calling import Caller
from tests.factories import IN_JUNE, actor
from tests.reading import Reader, text
from tracker import calendar
from tracker.models import Chain, Review, Weakness


def prepared(by, year=2022) -> Review:
    today = calendar.today()
    return Review.prepare(
        by=actor(by), today=today, year=year, conference_on=today, submissions_due_on=today + timedelta(days=12),
        plan_due_on=today + timedelta(days=50),
    )  # fmt: skip


def test_a_weakness_that_was_handed_in_stays_though_the_unit_takes_its_answer_back(
    weakness, submission, official, head, home_affairs
):
    objects, silent = Chain(facts={"objection": "Không phải việc của Sở."}), Chain(facts={"objection": ""})
    submission.write_chain(weakness, objects, by=actor(official), today=IN_JUNE)
    submission.draft(by=actor(official), today=IN_JUNE, strengths="Đúng hạn.")
    submission.send_to_head(by=actor(official), today=IN_JUNE)
    submission.submit(by=actor(head), today=IN_JUNE)
    submission.send_back(by=actor(home_affairs), today=IN_JUNE, rows={weakness.pk: "Viết lại"},
                         due_on=IN_JUNE + timedelta(days=5))  # fmt: skip
    submission.write_chain(weakness, silent, by=actor(official), today=IN_JUNE)
    door = f"/dot-danh-gia/2021/han-che/{weakness.ref}/rut/"
    words = {"version": Weakness.objects.get().version, "idempotency": "k" * 12}

    assert Reader(home_affairs).get(door).status_code == 403
    assert Reader(home_affairs).post(door, words).status_code == 409
    assert Weakness.objects.filter(pk=weakness.pk).exists()


def test_the_api_names_a_review_in_preparation_only_to_those_who_watch(review, home_affairs, official):
    prepared(home_affairs)
    years = [[each["year"] for each in Caller(person).read("reviews/").json()["results"]]
             for person in (official, home_affairs)]  # fmt: skip

    assert years == [[2021], [2021, 2022]]


EVERYWHERE = [
    "/", "/ban-nop/", "/ban-nop/2021/", "/ban-nop/2021/?view=table&sort=-percent",
    "/ban-nop/2021/xuat.xlsx", "/dot-danh-gia/", "/ban-nop/2021/mien-nop/?unit=STNMT",
    "/dot-danh-gia/2021/", "/dot-danh-gia/2021/don-vi/", "/dot-danh-gia/2021/han-che/",
    "/dot-danh-gia/2021/mo/", "/chi-so/", "/chi-so/2021/PAR_INDEX/sua/", "/chi-so/2021/xep-loai/",
    "/chi-so/2021/nhap/mau.xlsx", "/theo-doi/", "/tong-quan/", "/don-vi/STNMT/",
    "/don-doc/moi/?about=submission&unit=STNMT&level=chasing", "/ban-nop/2021/STNMT/",
    "/ban-nop/2021/STNMT/xem-xet/", "/ban-nop/2021/STNMT/tiep-nhan/", "/ban-nop/2021/STNMT/xem-lai/",
    "/ban-nop/2021/STNMT/tra-lai-bo-sung/", "/ke-hoach/", "/viec-cua-toi/",
]  # fmt: skip


@pytest.mark.parametrize("state", ["preparing", "past", "closed"])
@pytest.mark.parametrize("who", ["home_affairs", "official"])
def test_no_page_breaks_in_a_state_it_was_not_made_for(state, who, waiting, request):
    Review.objects.filter(year=2021).update(state=state)
    reader = Reader(request.getfixturevalue(who))
    answers = {page: reader.status_of(page) for page in EVERYWHERE}

    assert not {page: status for page, status in answers.items() if status >= 500}


def test_the_opening_sent_without_its_fields_after_it_was_opened_is_answered(waiting, home_affairs):
    answer = Reader(home_affairs).post("/dot-danh-gia/2021/mo/", {})

    assert answer.status_code in (409, 422)


def test_a_year_from_before_this_site_has_no_board_but_results(waiting, home_affairs):
    Review.remember(
        by=actor(home_affairs), today=calendar.today(), year=2020, conference_on=factories.CONFERENCE
    )
    reader = Reader(home_affairs)
    page = text(reader.get("/ban-nop/2020/"))

    assert "2020 was before this site was used" in page and 'href="/chi-so/?year=2020"' in page
    assert reader.get("/ban-nop/2020/xuat.xlsx").status_code == 404
    assert 'href="/ban-nop/2020/"' not in text(reader.get("/ban-nop/2021/"))
    assert "xep-loai/don-vi/" not in text(reader.get("/chi-so/2020/xep-loai/"))


def test_a_year_from_before_this_site_cannot_lie_ahead(home_affairs):
    answer = Reader(home_affairs).fill_in(
        "/chi-so/nam-truoc/", year=2100, conference_on=f"{calendar.today() + timedelta(days=1):%d/%m/%Y}"
    )
    ahead = Reader(home_affairs).fill_in("/chi-so/nam-truoc/", year=2100, conference_on="01/06/2101")

    assert answer.status_code == ahead.status_code == 422 and not Review.objects.exists()
