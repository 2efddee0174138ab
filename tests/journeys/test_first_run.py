"""An empty site becomes one with a province, units and indices in four steps; each can be left and gone on with."""

from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from plans.papers import province as letterhead
from tests import factories
from tests.files import PNG, pdf
from tests.reading import Reader, text
from tracker.models import Event, Index, Membership, Province, Unit, User, founding

FIRST = {
    "full_name": "Nguyễn Văn Bình", "email": "Binh@haugiang.test", "department": "Sở Nội vụ",
    "password": "Mot-cau-de-nho-2026", "again": "Mot-cau-de-nho-2026",
}  # fmt: skip
HEADINGS = ["Mã", "Tên đơn vị", "Ký hiệu trên văn bản", "Nhóm", "Tên tiếng Anh"]

pytestmark = pytest.mark.django_db


def door() -> str:
    return reverse("first-run-account", args=[founding.code()])


@pytest.fixture
def founder(client):
    client.post(door(), FIRST)
    person = User.objects.get()
    person.language = "en"
    person.save()
    return Reader(person)


def sheet(*rows: list, name="don-vi.xlsx") -> SimpleUploadedFile:
    book = openpyxl.Workbook()
    for row in [HEADINGS, *rows]:
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    return SimpleUploadedFile(name, out.getvalue())


def test_the_first_account_works_for_home_affairs_and_administers(client):
    answer = client.post(door(), FIRST)
    person = User.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, "/bat-dau/tinh/")
    assert (person.email, person.is_superuser) == ("binh@haugiang.test", True)
    assert set(Membership.objects.values_list("role", "unit__code")) == {
        ("home_affairs", "SNV"),
        ("admin", "SNV"),
    }
    assert client.get("/bat-dau/").status_code == 200
    assert Event.objects.of(person).get().verb == "founded"


def test_the_door_is_shut_to_whoever_does_not_know_the_code(client):
    assert client.get("/bat-dau/0123456789/").status_code == 404
    assert client.post("/bat-dau/0123456789/", FIRST).status_code == 404
    assert not User.objects.exists()


def test_the_door_is_shut_once_somebody_is_there(founder, client):
    assert client.post(door(), FIRST | {"email": "tuyet@haugiang.test"}).status_code == 302
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"again": "khac-hoan-toan-2026"}, "again"),
        ({"password": "12345678901234", "again": "12345678901234"}, "password"),
        ({"email": "khong phai"}, "email"),
        ({"full_name": "  "}, "full_name"),
    ],
)
def test_what_is_wrong_with_the_first_account_is_said_beside_its_field(client, wrong, field):
    answer = client.post(door(), FIRST | wrong)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not User.objects.exists()
    assert not Unit.objects.exists()


def test_the_log_in_page_says_that_nothing_is_set_up_yet(client):
    assert "setup_link" in text(client.get("/dang-nhap/"))
    factories.person("a@b.test", "An", "official", factories.unit("STC", "Sở Tài chính"))
    assert "setup_link" not in text(client.get("/dang-nhap/"))


def test_the_command_prints_the_door_until_somebody_is_there(capsys, settings, client):
    call_command("setup_link")
    assert capsys.readouterr().out.strip() == settings.SITE_URL + door()
    client.post(door(), FIRST)
    with pytest.raises(CommandError):
        call_command("setup_link")


@pytest.mark.django_db(transaction=True)
def test_the_name_of_the_province_stands_on_pages_and_papers(founder):
    answer = founder.fill_in("/bat-dau/tinh/", name="  thành phố  Cần Thơ ", place="Cần Thơ", region="")
    assert (answer.status_code, answer["Location"]) == (303, "/bat-dau/thu/")
    founder.get("/?lang=vi")
    assert "thành phố Cần Thơ" in text(founder.get("/tro-giup/"))
    assert letterhead.dated_at("ngày 05 tháng 7") == "Cần Thơ, ngày 05 tháng 7"


@pytest.mark.django_db(transaction=True)
def test_the_emblem_is_shown_to_everybody_and_only_a_picture_is_taken(founder, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    words = {"name": "tỉnh Hậu Giang", "place": "Hậu Giang", "region": ""}
    refused = founder.fill_in("/bat-dau/tinh/", **words, emblem=pdf())
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["emblem"])
    assert client.get("/bieu-trung/").status_code == 404
    founder.fill_in("/bat-dau/tinh/", **words, emblem=SimpleUploadedFile("huy-hieu.png", PNG))
    Province.current()
    shown = client.get("/bieu-trung/")
    assert (shown["Content-Type"], b"".join(shown.streaming_content)) == ("image/png", PNG)
    assert "/bieu-trung/?v=" in text(Client().get("/dang-nhap/"))

    (tmp_path / Province.objects.get().emblem.name).unlink()
    assert client.get("/bieu-trung/").status_code == 404


def test_of_two_administrators_the_slower_is_told(founder):
    founder.fill_in("/bat-dau/tinh/", name="tỉnh Hậu Giang", place="Hậu Giang", region="")
    form = founder.get("/bat-dau/tinh/").context["form"]
    seen = {name: form[name].value() for name in ("version", "idempotency")}
    founder.fill_in("/bat-dau/tinh/", name="tỉnh Vĩnh Long", place="Vĩnh Long", region="")
    late = founder.post("/bat-dau/tinh/", seen | {"name": "tỉnh Trà Vinh", "place": "Trà Vinh"})
    assert (late.status_code, Province.objects.get().name) == (409, "tỉnh Vĩnh Long")


def test_the_catalogue_brings_units_and_indices_and_leaves_what_is_there(founder):
    own = Unit.objects.get()
    assert founder.fill_in("/bat-dau/du-lieu/", way="catalogue").status_code == 303
    assert (Unit.objects.reviewed().count(), Index.objects.count()) == (46, 5)
    assert Unit.objects.get(code="SNV").pk == own.pk
    founder.fill_in("/bat-dau/du-lieu/", way="catalogue")
    assert (Unit.objects.reviewed().count(), Index.objects.count()) == (46, 5)


def test_the_units_come_from_excel_with_groups_that_are_new(founder):
    file = sheet(
        ["STC", "Sở Tài chính", "STC", "Sở, ban, ngành", ""], ["XVT", "UBND xã Vị Thủy", "UBND", "Cấp xã", ""]
    )
    assert founder.fill_in("/bat-dau/du-lieu/", way="excel", file=file).status_code == 303
    assert set(Unit.objects.values_list("code", "group__name_vi")) == {
        ("SNV", None), ("STC", "Sở, ban, ngành"), ("XVT", "Cấp xã"),
    }  # fmt: skip


def test_every_fault_of_the_excel_file_is_named_and_nothing_is_written(founder):
    file = sheet(
        ["STC", "Sở Tài chính", "STC", "Sở", ""], ["S TC", "", "X", "Sở", ""], ["stc", "Trùng", "X", "Sở", ""]
    )
    answer = founder.fill_in("/bat-dau/du-lieu/", way="excel", file=file)
    said = " ".join(answer.context["form"].errors["file"])
    assert answer.status_code == 422
    assert all(
        words in said for words in ("Row 3, Mã", "Row 3, Tên đơn vị", "Row 4: the code stc stands in row 2")
    )
    assert (Unit.objects.count(), Index.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    "file", [None, SimpleUploadedFile("don-vi.xlsx", b"khong phai excel"), SimpleUploadedFile("a.xls", b"x")]
)
def test_a_file_that_is_no_workbook_is_refused_in_words(founder, file):
    words = {"way": "excel"} | ({"file": file} if file else {})
    answer = founder.fill_in("/bat-dau/du-lieu/", **words)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file"])


def test_the_template_filled_in_as_it_is_comes_back_unchanged(founder):
    founder.fill_in("/bat-dau/du-lieu/", way="catalogue")
    template = b"".join(founder.get("/bat-dau/du-lieu/don-vi.xlsx").streaming_content)
    before = list(Unit.objects.order_by("pk").values())
    reviewed = SimpleUploadedFile("don-vi.xlsx", template)
    answer = founder.fill_in("/bat-dau/du-lieu/", way="excel", file=reviewed)
    assert answer.status_code == 303
    assert list(Unit.objects.order_by("pk").values()) == before


def test_the_department_that_was_there_first_gets_its_group_from_the_file_and_no_twin(founder):
    file = sheet(["snv", "Sở Nội vụ", "SNV", "Sở, ban, ngành", ""])

    assert founder.fill_in("/bat-dau/du-lieu/", way="excel", file=file).status_code == 303
    assert Unit.objects.get().code == "SNV" and Unit.objects.get().group.name_vi == "Sở, ban, ngành"


def test_names_as_long_as_the_file_allows_are_taken(founder):
    file = sheet(["DAI", "Sở " + "ấ" * 297, "D", "Nhóm " + "ấ" * 295, "e" * 300])

    assert founder.fill_in("/bat-dau/du-lieu/", way="excel", file=file).status_code == 303


def test_going_on_without_mail_is_kept_and_said(founder, settings):
    settings.EMAIL_HOST = ""
    assert founder.fill_in("/bat-dau/thu/").status_code == 303
    assert Province.objects.get().goes_without_mail
    assert "nobody receives anything yet" in text(founder.get("/bat-dau/"))


def test_the_page_leads_to_the_first_thing_that_is_not_done(founder, settings):
    settings.EMAIL_HOST = ""
    begun = []
    for address, words in [
        ("/bat-dau/tinh/", {"name": "tỉnh Hậu Giang", "place": "Hậu Giang"}),
        ("/bat-dau/thu/", {}),
        ("/bat-dau/du-lieu/", {"way": "catalogue"}),
    ]:
        begun.append(founder.get("/bat-dau/").context["next"].name)
        founder.fill_in(address, **words)
    begun.append(founder.get("/bat-dau/").context["next"].name)
    assert begun == ["province", "mail", "data", "people"]


def test_only_an_administrator_sets_the_site_up(head, leader, home_affairs):
    for person in (head, leader, home_affairs):
        for page in ("", "tinh/", "thu/", "du-lieu/", "du-lieu/don-vi.xlsx"):
            assert Reader(person).get(f"/bat-dau/{page}").status_code == 403
