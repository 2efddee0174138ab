"""Every mail: text and HTML, a short subject with the fact first, its reader's language, nothing that spies."""

import re
from datetime import date, time

import pytest
from django.conf import settings

from notifications import seeds
from notifications.kinds import KINDS
from notifications.mails import samples
from notifications.mails.table import MAILS
from notifications.models import Envelope, ReminderRule
from tests import factories
from tests.notifications.days import at, tick
from tests.notifications.summer import Summer

OCTOBER_14 = date(2022, 10, 14)
AN_EVENING = at(date(2022, 8, 22))


@pytest.fixture
def everything(action, official, head, home_affairs, leader, sink):
    """Every mail of a summer in which each kind is sent at least once."""
    Summer(action, official, head, home_affairs).live()
    _fail_once(action, head, home_affairs, sink)
    return sink.mails


def _fail_once(action, head, home_affairs, sink):
    """A mail that the head's mail server refuses."""
    sink.refuse[head.email] = "550 5.1.1 <b>no such</b> user"
    action.refresh_from_db()
    action.reopen(by=factories.actor(home_affairs), today=OCTOBER_14, reason="Số liệu sai")
    tick(OCTOBER_14)
    sink.refuse.clear()
    tick(OCTOBER_14, time(9))


def test_every_mail_is_whole_short_and_harmless(everything):
    for mail in everything:
        text = mail.get_body(("plain",)).get_content()
        html = mail.get_body(("html",)).get_content()
        assert 0 < len(mail["Subject"]) <= 70
        assert mail["Auto-Submitted"] == "auto-generated"
        assert max(len(line) for line in text.splitlines() if "http" not in line) <= 78
        assert "&amp;" not in text and "{" not in text
        assert not re.search(r"<(img|script|link|form)\b|url\(|http-equiv", html)
        assert all(
            link.startswith(settings.SITE_URL) for link in re.findall(r"https?://[^\s\"<]+", text + html)
        )
        assert len(mail.as_bytes()) < 60_000


def test_every_kind_of_mail_was_sent_in_that_summer(everything):
    assert set(Envelope.objects.filter(state="sent").values_list("kind", flat=True)) == set(MAILS)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_kind_is_whole_in_both_languages_and_asks_for_one_thing(db, language):
    letters = samples.letters(list(samples.SAMPLES), language, AN_EVENING)

    assert {sample.kind for sample in samples.SAMPLES.values()} == set(MAILS)
    for letter in letters.values():
        assert 0 < len(letter.subject) <= 70 and "\n" not in letter.subject
        assert max(len(line) for line in letter.text.splitlines() if "http" not in line) <= 78
        assert letter.html.count("display:inline-block") == 1, "one button"
        assert f'<html lang="{language}">' in letter.html
        assert not re.search(r"<(img|script|link|form)\b|url\(|http-equiv|{[{%]", letter.html)
        assert len(letter.html) + len(letter.text) + len(letter.calendar) < 60_000


def test_a_vietnamese_mail_addresses_its_reader_as_a_letter_does_never_as_a_page(db):
    for name, letter in samples.letters(list(samples.SAMPLES), "vi", AN_EVENING).items():
        assert not re.search(r"\bbạn\b", letter.text + letter.html, re.IGNORECASE), name


def test_the_server_s_answer_and_home_affairs_words_are_inert(everything):
    told = next(mail for mail in everything if "550" in mail.get_body(("plain",)).get_content())
    chased = next(mail for mail in everything if "<gấp>" in mail.get_body(("plain",)).get_content())

    assert "550 5.1.1 &lt;b&gt;no such&lt;/b&gt; user" in told.get_body(("html",)).get_content()
    assert "Đề nghị &lt;gấp&gt; &amp; đủ." in chased.get_body(("html",)).get_content()


def test_answers_go_to_the_address_the_site_names_and_nowhere_when_it_names_none(old_news, sink, settings):
    settings.SUPPORT_CONTACT = "Phòng CCHC, Sở Nội vụ – 0293 3878 878, cchc@haugiang.example"
    tick(date(2022, 8, 22))
    settings.SUPPORT_CONTACT = "Phòng CCHC, Sở Nội vụ – 0293 3878 878"
    tick(date(2022, 8, 26))

    assert [mail["Reply-To"] for mail in sink.mails][:1] == ["cchc@haugiang.example"]
    assert sink.mails[-1]["Reply-To"] is None


def test_links_name_the_mail_they_come_from_and_survive_the_log_in(old_news, official, sink, client):
    tick(date(2022, 8, 22))
    mail = Envelope.objects.get(recipient=official)
    link = f"/h/{old_news.ref}?n={mail.pk}"
    text = sink.mails[0].get_body(("plain",)).get_content()
    assert f"{settings.SITE_URL}{link}" in text.split()

    answer = client.get(link)
    assert answer["Location"] == f"/dang-nhap/?next=/h/{old_news.ref}%3Fn%3D{mail.pk}"


def test_what_people_typed_is_inert_in_html(everything):
    returned = next(mail for mail in everything if "Trả lại HD" in mail["Subject"])

    assert "Thiếu &lt;quyết định&gt; &amp; phụ lục" in returned.get_body(("html",)).get_content()
    assert "Thiếu <quyết định> & phụ lục" in returned.get_body(("plain",)).get_content()


def test_mails_of_one_action_hang_together_and_each_has_its_own_identity(everything, action):
    threads = {mail["References"] for mail in everything if "HD-2022" in mail["Subject"]}

    assert threads == {f"<action.{action.pk}@localhost>"}
    assert len({mail["Message-ID"] for mail in everything}) == len(everything)


def test_nobody_gets_two_bundles_on_one_day(everything):
    bundles = Envelope.objects.filter(kind="bundle", state="sent").values_list("recipient", "business_date")

    assert len(bundles) == len(set(bundles))


def test_a_reader_of_english_gets_english(old_news, official, sink):
    type(official).objects.filter(pk=official.pk).update(language="en")
    tick(date(2022, 8, 22))

    assert sink.mails[0]["Subject"].startswith("9 days left: HD-2022-")


def test_every_rule_that_leaves_at_once_has_its_mail_and_its_name_on_the_screen(db):
    at_once = set(ReminderRule.objects.filter(leaves_at_once=True).values_list("code", flat=True))

    assert at_once == set(MAILS) - {"bundle"} == set(KINDS) - {"bundle"}


def test_the_rules_are_written_once_however_often_it_is_migrated(db):
    seeds.write_missing()

    assert ReminderRule.objects.count() == len(seeds.COUNTING) + len(seeds.LISTENING)
