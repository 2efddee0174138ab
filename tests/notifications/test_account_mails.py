"""The mail that leads into an account: at once, in two parts, its secret in the mail that leaves and nowhere else."""

import re
from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from notifications.models import DeliveryAttempt, Envelope, Obligation, ReminderRule
from tests import factories
from tests.notifications.days import at, tick
from tests.reading import Reader, in_english, text
from tracker.models import Delegation, Event, User

SATURDAY, MIDNIGHT = date(2022, 6, 25), time(0, 10)
LINK = re.compile(r"https?://[^\s\"<]+/kich-hoat/([\w-]+)/([\w-]+)/")
PASSWORD = "Ba-con-ga-mai-2022"


@pytest.fixture
def told(old_news):
    """What happened before was told already."""


@pytest.fixture
def invited(told, home_affairs, environment) -> User:
    return User.invite(
        by=factories.actor(home_affairs), today=SATURDAY, unit=environment, role="official", valid_from=SATURDAY,
        email="moi@haugiang.gov.vn", full_name="Phan Văn <Mới>",
    )  # fmt: skip


def parts(mail) -> tuple[str, str]:
    return tuple(mail.get_body((kind,)).get_content() for kind in ("plain", "html"))


def log_in(person, client=None):
    """By the page, as people do; 200 is the page behind it."""
    words = {"username": person.email, "password": PASSWORD, "next": "/cai-dat/"}
    return (client or Client()).post("/dang-nhap/", words, follow=True)


def link_in(mail) -> str:
    return LINK.search(parts(mail)[0])[0].partition("//")[2].partition("/")[2]


def test_an_invitation_leaves_at_once_also_on_a_saturday_night(invited, sink):
    tick(SATURDAY, MIDNIGHT)

    [mail] = sink.to("moi@haugiang.gov.vn")
    plain, html = parts(mail)
    assert mail["Subject"].startswith("Kích hoạt") or mail["Subject"].startswith("Activate")
    assert len(mail["Subject"]) <= 70
    assert LINK.search(plain)[0] == LINK.search(html)[0]
    assert "&lt;Mới&gt;" in html and "List-Unsubscribe" not in mail
    assert "moi@haugiang.gov.vn" in plain and "72" in plain


def test_the_reader_of_english_gets_english(invited, sink):
    in_english(invited)
    tick(SATURDAY)
    plain, html = parts(sink.to(invited.email)[0])

    assert "Choose a password" in plain and "works once, for 72 hours" in " ".join(plain.split())
    assert 'lang="en"' in html and "Nguyễn Văn Bình has made you an account" in html


def test_what_is_stored_and_shown_never_has_the_secret(invited, sink, home_affairs, admin):
    tick(SATURDAY)
    mail, [sent] = Envelope.objects.get(kind="account-invited"), sink.to(invited.email)
    secret = LINK.search(parts(sent)[0])[2]
    reader = Reader(home_affairs)
    places = ("", "eml/", "html/")
    pages = [text(reader.get(f"/thong-bao/{mail.pk}/{place}")) for place in places if place != "eml/"]
    pages.append(text(reader.get(f"/thong-bao/{mail.pk}.eml")))
    stored = Envelope.objects.filter(pk=mail.pk).values().get() | Event.objects.of(invited).last().after
    tries = list(DeliveryAttempt.objects.filter(envelope=mail).values())

    assert "/kich-hoat/" in mail.text and "/***/" in mail.text
    assert all(
        secret not in each for each in (*pages, str(stored), str(tries), text(reader.get("/thong-bao/")))
    )


def test_the_log_of_requests_has_no_secret(invited, sink, caplog):
    tick(SATURDAY)
    address = "/" + link_in(sink.to(invited.email)[0])
    Client().get(address + "x/")
    Client().get(address.replace("/kich-hoat/", "/kich-hoat/x"))

    assert LINK.search(f"http://x{address}")[2] not in caplog.text


def test_the_link_opens_the_account_once(invited, sink):
    tick(SATURDAY)
    address, client = "/" + link_in(sink.to(invited.email)[0]), Client()
    assert [client.get(address).status_code for _ in range(2)] == [200, 200]
    assert client.post(address, {"new_password1": "short", "new_password2": "short"}).status_code == 422

    answer = client.post(address, {"new_password1": PASSWORD, "new_password2": PASSWORD})
    assert (answer.status_code, answer.url) == (303, "/")
    assert client.get("/viec-cua-toi/").context["request"].user == invited
    assert [Client().get(address).status_code, Client().post(address).status_code] == [410, 410]
    assert Event.objects.of(invited).last().verb == "password_set"
    assert log_in(invited).status_code == 200


def test_a_second_invitation_leaves_the_first_link_alive_until_one_is_used(invited, sink, home_affairs):
    tick(SATURDAY)
    later = timezone.now() + timedelta(hours=1)
    invited.send_link(by=factories.actor(home_affairs), today=SATURDAY, now=later)
    tick(SATURDAY, time(9))
    first, second = ("/" + link_in(mail) for mail in sink.to(invited.email))

    assert Client().get(first).status_code == Client().get(second).status_code == 200
    Client().post(second, {"new_password1": PASSWORD, "new_password2": PASSWORD})
    assert Client().get(first).status_code == 410


def test_a_mail_that_is_no_longer_needed_is_not_sent(invited, sink):
    invited.choose_password(PASSWORD, is_good=lambda _: True, by=factories.actor(invited), today=SATURDAY)
    tick(SATURDAY)

    assert sink.to(invited.email) == []


def test_whoever_is_disabled_before_it_leaves_gets_none(invited, sink, home_affairs):
    invited.disable(by=factories.actor(home_affairs), today=SATURDAY, reason="Nhầm người")
    tick(SATURDAY)

    assert sink.to(invited.email) == []


def test_nobody_else_gets_it_not_even_who_stands_in(told, official, environment, home_affairs, sink):
    deputy = factories.person("chi@sample.test", "Võ Thị Chi", "official", environment)
    Delegation.objects.create(absentee=official, stand_in=deputy, starts_on=SATURDAY, ends_on=SATURDAY)
    official.send_link(by=factories.actor(home_affairs), today=SATURDAY, now=timezone.now())
    tick(SATURDAY)

    assert [mail["To"] for mail in sink.mails] == [official.email]


def test_no_rule_can_send_it_to_anybody_else(db):
    from notifications.models.rule_numbers import possible_audiences

    for code in ("account-invited", "account-password"):
        assert possible_audiences(ReminderRule.objects.get(code=code)) == {"person"}


def test_a_failed_invitation_is_told_without_its_link_and_goes_out_with_a_fresh_one(
    invited, sink, home_affairs, head
):
    sink.refuse[invited.email] = "550 5.1.1 no such user"
    tick(SATURDAY)
    tick(SATURDAY, time(9))
    assert all("/kich-hoat/" not in "".join(parts(mail)) for mail in sink.mails)

    sink.refuse.clear()
    failed = Envelope.objects.get(kind="account-invited")
    failed.send_again(by=factories.actor(home_affairs, SATURDAY), now=at(SATURDAY, time(10)))
    tick(SATURDAY, time(10))
    assert Client().get("/" + link_in(sink.to(invited.email)[0])).status_code == 200


def test_somebody_who_forgot_gets_a_link_and_the_page_says_nothing(told, official, sink):
    official.set_password(PASSWORD)
    official.save()
    known, unknown, disabled = (
        _forgotten(address) for address in ("KHOI@sample.test", "ai@do.vn", "tuyet@sample.test")
    )
    tick(SATURDAY)

    assert known == unknown == disabled
    [mail] = sink.mails
    assert mail["To"] == official.email and "account-password" in Envelope.objects.values_list(
        "kind", flat=True
    )


def test_asking_again_and_again_fills_nobodys_mailbox(told, official):
    assert len({_forgotten(official.email) for _ in range(5)}) == 1
    assert Event.objects.of(official).filter(verb="password_forgotten").count() == 1

    for number in range(1, 9):
        then = timezone.now() + timedelta(minutes=11 * number)
        User.forget_password(official.email, by=factories.actor(official), today=SATURDAY, now=then)
    assert Event.objects.of(official).filter(verb="password_forgotten").count() <= 5


def test_the_password_of_a_sample_account_is_nobodys_to_forget(told, official, sink):
    User.objects.update(is_sample=True)
    _forgotten(official.email)
    tick(SATURDAY)

    assert sink.mails == [] and not Event.objects.of(official).exists()


def test_a_new_password_ends_every_other_log_in(invited, sink):
    tick(SATURDAY)
    address = "/" + link_in(sink.to(invited.email)[0])
    Client().post(address, {"new_password1": PASSWORD, "new_password2": PASSWORD})
    elsewhere = Client()
    assert log_in(invited, elsewhere).status_code == 200
    later = timezone.now() + timedelta(hours=1)
    User.forget_password(invited.email, by=factories.actor(invited), today=SATURDAY, now=later)
    tick(SATURDAY, time(9))
    again = "/" + link_in(sink.to(invited.email)[-1])
    here = Client()
    here.post(again, {"new_password1": PASSWORD + "x", "new_password2": PASSWORD + "x"})

    assert here.get("/cai-dat/").status_code == 200 and elsewhere.get("/cai-dat/").status_code == 302


def test_the_books_agree_with_what_was_sent(invited, sink):
    from notifications import reconcile

    for minute in (0, 1):
        tick(SATURDAY, time(8, minute))
    reconcile.compare(at(SATURDAY + timedelta(days=1)))

    assert Obligation.objects.filter(subject_type="user", state="done").count() == 1
    assert reconcile.open_discrepancies() == 0


def _forgotten(address: str) -> tuple:
    answer = Client().post("/quen-mat-khau/", {"email": address}, follow=True)
    return answer.redirect_chain[0], *map(str, answer.context["messages"])
