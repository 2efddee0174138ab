"""Every mail: text and HTML, a short subject with the fact first, its reader's language, nothing that spies."""

import re
from datetime import date

import pytest
from django.conf import settings

from notifications import seeds
from notifications.kinds import KINDS
from notifications.mails.table import MAILS
from notifications.models import Envelope, ReminderRule
from tests.notifications.days import tick
from tests.notifications.summer import Summer


@pytest.fixture
def everything(action, official, head, home_affairs, leader, sink):
    """Every mail of a summer in which each kind is sent at least once."""
    Summer(action, official, head, home_affairs).live()
    return sink.mails


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
