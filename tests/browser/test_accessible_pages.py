"""Every page in both languages: no axe violation, no complaint of the browser, nothing wider than a phone."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from notifications.models import Chase
from plans.models import Plan
from tests import factories
from tests.tracker import waiting as cases
from tracker import calendar
from tracker.models import Review

pytestmark = pytest.mark.browser

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PAGES = [
    (None, "/dang-nhap/"),
    (None, "/quen-mat-khau/"),
    (None, "/kich-hoat/MQ/over/"),
    (None, "/tro-giup/"),
    (None, "/api/docs/"),
    ("admin", "/bat-dau/"),
    ("admin", "/bat-dau/tinh/"),
    ("admin", "/bat-dau/thu/"),
    ("admin", "/bat-dau/du-lieu/"),
    ("official", "/cai-dat/"),
    ("official", "/cai-dat/lich/"),
    ("official", "/cai-dat/mat-khau/"),
    ("official", "/cai-dat/vang-mat/"),
    ("official", "/viec-cua-toi/"),
    ("head", "/viec-cua-toi/"),
    ("home_affairs", "/theo-doi/"),
    ("home_affairs", "/theo-doi/?by=unit"),
    ("leader", "/tong-quan/"),
    ("admin", "/cho-xu-ly/gia-han/"),
    ("home_affairs", "/cho-xu-ly/gia-han/"),
    ("home_affairs", "/cho-xu-ly/gia-han/?viec=0"),
    ("home_affairs", "/cho-xu-ly/gia-han/nhieu/?viec={waiting}"),
    ("home_affairs", "/cho-xu-ly/xac-minh/"),
    ("home_affairs", "/cho-xu-ly/cau-hoi/"),
    ("home_affairs", "/hanh-dong/?time=overdue"),
    ("home_affairs", "/hanh-dong/?q=khong+co"),
    ("home_affairs", "/hanh-dong/?unit=NOWHERE"),
    ("head", "/hanh-dong/?due_from=01/01/2022&sort=-owner"),
    ("head", "/hanh-dong/doi-phu-trach/?ref=HD-2022-001"),
    ("home_affairs", "{action}minh-chung-du-kien/"),
    ("home_affairs", "/hanh-dong/bo-loc/"),
    ("home_affairs", "/hanh-dong/bo-loc/moi/?time=overdue"),
    ("home_affairs", "/tim/?q=so"),
    ("official", "/tim/?q=khong+co"),
    ("home_affairs", "/don-vi/"),
    ("official", "/don-vi/"),
    ("home_affairs", "/don-vi/STNMT/"),
    ("home_affairs", "/don-vi/STNMT/giai-the/"),
    ("home_affairs", "/don-vi/STNMT/moi-nguoi/"),
    ("home_affairs", "/don-vi/STNMT/nguoi/"),
    ("head", "/don-vi/STNMT/nguoi/"),
    ("home_affairs", "/nguoi/{person}/"),
    ("home_affairs", "/nguoi/{person}/khoa/"),
    ("home_affairs", "/nguoi/{person}/sua/"),
    ("home_affairs", "/nguoi/{person}/vai-tro/{membership}/ket-thuc/"),
    ("official", "/don-vi/STNMT/"),
    ("official", "/don-vi/SYT/"),
    ("official", "/chi-so/"),
    ("home_affairs", "/chi-so/"),
    ("home_affairs", "/chi-so/?year=1999"),
    ("home_affairs", "/chi-so/2021/PAR_INDEX/"),
    ("home_affairs", "/chi-so/2021/PAR_INDEX/sua/"),
    ("home_affairs", "/chi-so/2021/PAR_INDEX/thanh-phan/"),
    ("official", "/chi-so/2021/xep-loai/"),
    ("home_affairs", "/chi-so/2021/xep-loai/"),
    ("home_affairs", "/chi-so/2021/xep-loai/don-vi/"),
    ("home_affairs", "/chi-so/2021/xep-loai/phan-bo/"),
    ("home_affairs", "/chi-so/2021/nhap/"),
    ("official", "{action}"),
    ("official", "{action}tien-do/"),
    ("official", "{action}bao-cao/"),
    ("official", "{action}gia-han/"),
    ("official", "{action}minh-chung/tep/"),
    ("official", "{action}minh-chung/van-ban/"),
    ("official", "{action}hoi/"),
    ("leader", "{action}"),
    ("head", "{action}phu-trach/"),
    ("home_affairs", "{action}"),
    ("home_affairs", "/van-ban/2022/"),
    ("home_affairs", "/van-ban/2022/progress/"),
    ("home_affairs", "/van-ban/mau/"),
    ("home_affairs", "/van-ban/mau/plan/"),
    ("official", "/van-ban/2022/"),
    ("home_affairs", "/dot-danh-gia/"),
    ("home_affairs", "/dot-danh-gia/moi/"),
    ("home_affairs", "/dot-danh-gia/2021/"),
    ("home_affairs", "/dot-danh-gia/2021/don-vi/"),
    ("home_affairs", "/dot-danh-gia/2021/nam-sau/"),
    ("official", "/dot-danh-gia/2021/nam-sau/"),
    ("home_affairs", "/dot-danh-gia/2021/han-che/"),
    ("home_affairs", "/dot-danh-gia/2021/han-che/moi/"),
    ("home_affairs", "/dot-danh-gia/2021/han-che/nam-truoc/"),
    ("home_affairs", "/dot-danh-gia/2021/han-che/HC-2021-001/"),
    ("leader", "/dot-danh-gia/2021/"),
    ("home_affairs", "{prepared}"),
    ("home_affairs", "{prepared}thong-tin/"),
    ("home_affairs", "{prepared}don-vi/"),
    ("home_affairs", "{prepared}han-che/"),
    ("home_affairs", "{prepared}han-che/nam-truoc/"),
    ("home_affairs", "{prepared}mo/"),
    ("home_affairs", "/ban-nop/"),
    ("home_affairs", "/ban-nop/2021/?view=table"),
    ("home_affairs", "/ban-nop/2021/han-rieng/?unit=STNMT&unit=SYT"),
    ("home_affairs", "/ban-nop/1999/"),
    ("leader", "/ban-nop/2021/?state=missing"),
    ("home_affairs", "/ban-nop/2021/STNMT/"),
    ("official", "/ban-nop/2021/STNMT/"),
    ("official", "/ban-nop/2021/STNMT/diem-manh/"),
    ("home_affairs", "/ban-nop/2021/STNMT/hc/HC-2021-001/"),
    ("official", "/ban-nop/2021/STNMT/hc/HC-2021-001/"),
    ("official", "/ban-nop/2021/STNMT/hc/moi/"),
    ("official", "/ban-nop/2021/STNMT/hc/nam-truoc/"),
    ("official", "/ban-nop/2021/STNMT/tep/"),
    ("official", "/ban-nop/2021/STNMT/kiem-tra/"),
    ("home_affairs", "/ban-nop/2021/STNMT/xem-xet/"),
    ("home_affairs", "/ban-nop/2021/STNMT/thay-doi/"),
    ("home_affairs", "/ke-hoach/2022/"),
    ("home_affairs", "/ke-hoach/2022/?by=due"),
    ("home_affairs", "/ke-hoach/2023/"),
    ("home_affairs", "/ke-hoach/2022/kiem-tra/"),
    ("home_affairs", "/ke-hoach/2022/noi-dung/"),
    ("home_affairs", "/ke-hoach/2022/thoi-gian/"),
    ("home_affairs", "/ke-hoach/2022/trinh/"),
    ("home_affairs", "/ke-hoach/2022/ban-hanh/"),
    ("home_affairs", "/ke-hoach/2022/rut-ve/"),
    ("home_affairs", "/ke-hoach/2022/tien-do/?by=unit"),
    ("home_affairs", "/ke-hoach/2022/tien-do/?on=x"),
    ("home_affairs", "/ke-hoach/2022/tien-do/vi-sao/?count=total"),
    ("home_affairs", "/ke-hoach/2022/chot-so/"),
    ("home_affairs", "/ke-hoach/2022/chot-so/moi/"),
    ("home_affairs", "/ke-hoach/2022/cong-khai/"),
    ("home_affairs", "/ke-hoach/2022/hop-nhat/"),
    ("leader", "/ke-hoach/2022/hop-nhat/"),
    ("home_affairs", "/ke-hoach/2022/hop-nhat/de-lai/?action=HD-2022-001"),
    ("home_affairs", "/ke-hoach/2022/hop-nhat/chuyen/?line={line}"),
    ("home_affairs", "/ke-hoach/2022/hop-nhat/phoi-hop/?line={line}"),
    ("home_affairs", "/ke-hoach/2022/dong/{line}/"),
    ("home_affairs", "/ke-hoach/2022/dong/{line}/sua/"),
    ("home_affairs", "/ke-hoach/2022/dong/{line}/tach/"),
    ("home_affairs", "/thong-bao/"),
    ("home_affairs", "/don-doc/"),
    ("home_affairs", "/don-doc/moi/"),
    ("home_affairs", "/don-doc/moi/?about=submission"),
    ("home_affairs", "/don-doc/moi/?about=submission&level=letter&unit=SYT"),
    ("home_affairs", "/don-doc/moi/STNMT/"),
    ("home_affairs", "/don-doc/moi/SYT/"),
    ("head", "{letter}"),
    ("home_affairs", "{letter}"),
    ("home_affairs", "{letter}so-hieu/"),
    ("official", "/ban-nop/2021/STNMT/nhap/"),
    ("official", "/ke-hoach/2022/"),
    ("official", "/theo-doi/"),
    ("official", "/khong-co/"),
]
SMALL = """[...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')].filter(each => {
  const box = each.getBoundingClientRect();
  const inText = each.closest('p, dd, td, th, .what, .timeline, .hint, .skip') && !each.matches('.btn');
  return box.width && !inText && !each.matches('.skip') && (box.height < 24 || box.width < 24);
}).map(each => each.outerHTML.slice(0, 100))"""


@pytest.fixture
def draft(action, home_affairs) -> Plan:
    action.add_link(
        by=factories.actor(action.owner), today=factories.SUMMER, url="https://haugiang.gov.vn", title="Bài"
    )
    return Plan.compile(action.weakness.review, by=factories.actor(home_affairs), today=factories.ISSUED)


@pytest.fixture
def prepared(action, home_affairs) -> str:
    """Where the review of the year after is prepared."""
    today = calendar.today()
    review = Review.prepare(
        by=factories.actor(home_affairs), today=today, year=2022, conference_on=today, plan_due_on=today,
        submissions_due_on=today,
    )  # fmt: skip
    return f"/dot-danh-gia/{review.year}/"


@pytest.fixture
def letter(action, home_affairs, head) -> str:
    """Where the proof of a chasing letter of the day before yesterday is read."""
    then = timezone.now() - timedelta(days=2)
    words = "Đề nghị khẩn trương.\n\nBáo cáo ngay."
    by = factories.actor(home_affairs)
    return f"/don-doc/{Chase.objects.send(action.lead_unit, by=by, now=then, words=words).pk}/"


@pytest.fixture
def waiting(weakness, official, home_affairs) -> int:
    """One case in each queue of Home Affairs; the request for more time by its number."""
    asked_about = cases.reported(weakness, official, home_affairs)
    cases.question(asked_about, official)
    return cases.asked(weakness, official, home_affairs, days=5).pk


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("person", "place"), PAGES)
def test_a_page_is_accessible_and_fits_a_phone(
    person, place, language, draft, action, letter, waiting, prepared, open_as, request
):
    page = open_as(request.getfixturevalue(person) if person else None)
    held = action.owner.memberships.get()
    known = {"person": action.owner_id, "membership": held.pk, "letter": letter, "waiting": waiting,
             "prepared": prepared,
             "line": draft.items.get().pk}  # fmt: skip
    address = place.format(action=f"/hanh-dong/{action.ref}/", **known)
    page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")

    assert page.evaluate("document.documentElement.lang") == language
    assert [rule["id"] for rule in Axe().run(page, options=WCAG).response["violations"]] == []
    assert page.evaluate(SMALL) == []
    assert (
        page.evaluate(
            "[...document.querySelectorAll('.tag')].filter(tag => !tag.querySelector('svg') || !tag.textContent.trim())"
        )
        == []
    )
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.complaints == []


@pytest.mark.parametrize("place", ["/hanh-dong/?time=overdue", "/theo-doi/", "/ke-hoach/2022/"])
def test_paper_shows_the_table_and_none_of_the_controls(place, draft, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto(place)
    page.emulate_media(media="print")

    assert page.locator(".nav, .btn, .filters").locator("visible=true").count() == 0
    assert page.locator("main h1").is_visible() and page.locator("table").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_the_proof_of_a_chasing_letter_is_one_printed_page(
    weakness, official, action, home_affairs, request, open_as
):
    for _ in range(7):
        factories.tracked_action(weakness, official, home_affairs)
    page = open_as(home_affairs)
    page.goto(request.getfixturevalue("letter"))
    paper = page.pdf(format="A4", prefer_css_page_size=True)

    assert page.locator("tbody").first.locator("tr").count() == 8
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


def test_the_main_button_and_five_rows_are_in_sight_on_an_office_screen(
    weakness, official, home_affairs, open_as
):
    for _ in range(8):
        factories.tracked_action(weakness, official, home_affairs)
    page = open_as(home_affairs)
    page.goto("/hanh-dong/?time=overdue")
    bottoms = page.evaluate(
        "[...document.querySelectorAll('tbody tr')].map(row => row.getBoundingClientRect().bottom)"
    )

    assert sum(bottom <= 620 for bottom in bottoms) >= 3
    assert page.locator(".filters .btn-primary").bounding_box()["y"] < 620
