"""Questions and answers by mail, and news of actions one watches; links lead to where something can be done."""

from datetime import date, time, timedelta

import pytest

from notifications.mails import links
from notifications.models import Envelope, Obligation, OptOut
from notifications.reconcile import compare
from plans.models import Submission
from tests import factories
from tests.notifications.days import at, tick
from tests.reading import Reader
from tracker.models import Membership, Question, Watch

MONDAY, TUESDAY = date(2022, 8, 22), date(2022, 8, 23)


@pytest.fixture
def colleague(environment):
    return factories.person("nam@sample.test", "Đỗ Nam", "official", environment)


def by(person, today=MONDAY) -> dict:
    return {"by": factories.actor(person, today), "today": today}


def told(person, code: str) -> list[str]:
    owed = Obligation.objects.filter(recipient=person, rule__code=code)
    return [one.state for one in owed.order_by("pk")]


def words(mail) -> str:
    return " ".join(mail.get_body(("plain",)).get_content().split())


@pytest.fixture
def question(old_news, official) -> Question:
    return Question.ask(old_news, **by(official), words="Ghi <thu> & chi thế nào?")


def test_a_question_stands_in_the_next_bundle_of_home_affairs(
    question, old_news, official, home_affairs, sink
):
    tick(MONDAY, time(7))
    assert sink.to(home_affairs.email) == []

    tick(MONDAY)
    text = words(sink.to(home_affairs.email)[0])
    assert "Ghi <thu> & chi thế nào?" in text and official.full_name in text and old_news.ref in text
    assert f"/h/{old_news.ref}?n=" in text and "#trao-doi" in text
    assert told(official, "question-asked") == []


def test_who_declined_questions_is_sent_none(question, home_affairs, second_home_affairs):
    OptOut.objects.decline(home_affairs, "question-asked", today=MONDAY)
    tick(MONDAY)

    assert told(home_affairs, "question-asked") == [] and told(second_home_affairs, "question-asked") == [
        "done"
    ]


def test_a_question_answered_before_the_bundle_is_no_news_any_more(
    question, home_affairs, second_home_affairs
):
    tick(MONDAY, time(7))
    question.reply(**by(home_affairs), words="Ghi riêng.")
    tick(MONDAY)

    assert told(second_home_affairs, "question-asked") == ["cancelled"]


def test_the_answer_goes_at_once_to_who_asked_and_to_the_officials_of_the_unit(
    old_news, head, official, colleague, foreign_official, home_affairs, sink
):
    asked = Question.ask(old_news, **by(head), words="Hạn tính từ ngày nào?")
    asked.reply(**by(home_affairs), words="Từ ngày ban hành <kế hoạch>.")
    tick(MONDAY, time(7))

    for person in (head, official, colleague):
        (mail,) = sink.to(person.email)
        assert old_news.ref in mail["Subject"]
        assert "Hạn tính từ ngày nào?" in words(mail) and "Từ ngày ban hành <kế hoạch>." in words(mail)
        assert "&lt;kế hoạch&gt;" in mail.get_body(("html",)).get_content()
        assert f"<action.{old_news.pk}@localhost>" in mail["References"]
    assert sink.to(foreign_official.email) == [] and sink.to(home_affairs.email) == []


def test_who_asked_and_left_the_unit_is_not_told(question, official, home_affairs, colleague, sink):
    Membership.objects.filter(user=official).update(valid_to=date(2022, 8, 21))
    question.reply(**by(home_affairs), words="Ghi riêng.")
    tick(MONDAY, time(7))

    assert sink.to(official.email) == [] and len(sink.to(colleague.email)) == 1


def test_what_the_unit_adds_asks_again(question, official, home_affairs):
    question.reply(**by(home_affairs), words="Ghi riêng.")
    tick(MONDAY, time(7))
    question.refresh_from_db()
    question.reply(**by(official), words="Còn phần chi?")
    tick(MONDAY)

    assert told(home_affairs, "question-asked") == ["done"]
    assert "Còn phần chi" in Envelope.objects.get(recipient=home_affairs, kind="bundle").text


def test_a_question_about_a_weakness_leads_to_its_chain(weakness, official, home_affairs):
    Question.ask(weakness, **by(official), words="Tính theo quý nào?").reply(
        **by(home_affairs), words="Quý II."
    )
    tick(MONDAY, time(7))

    mail = Envelope.objects.get(recipient=official, kind="question-answered")
    assert f"/ban-nop/2021/STNMT/hc/{weakness.ref}/?n={mail.pk}#trao-doi" in mail.text


def test_watchers_read_of_it_in_the_next_bundle_and_nobody_else(
    old_news, official, leader, inspector, home_affairs, sink
):
    Watch.begin(inspector, old_news)
    old_news.drop(**by(home_affairs), reason="Không còn phù hợp")
    tick(MONDAY)

    (mail,) = sink.to(inspector.email)
    assert "Không thực hiện nữa" in words(mail) or "No longer to be done" in words(mail)
    assert old_news.ref in words(mail) and told(leader, "action-watched") == []
    assert "cập nhật tiến độ" not in words(mail)  # who only watches is asked for nothing


def test_an_extension_is_news_to_watchers_and_whoever_stopped_watching_hears_nothing(
    old_news, official, inspector, leader, home_affairs
):
    for person in (inspector, leader):
        Watch.begin(person, old_news)
    Watch.end(leader, old_news)
    asked = old_news.ask_extension(**by(official), requested_due_on=date(2022, 9, 15), reason="Chờ kinh phí")
    asked.approve(**by(home_affairs))
    tick(MONDAY)

    assert (told(inspector, "action-watched"), told(leader, "action-watched")) == (["done"], [])


def test_who_stops_watching_before_the_bundle_is_not_told(old_news, inspector, home_affairs):
    Watch.begin(inspector, old_news)
    old_news.drop(**by(home_affairs), reason="Không còn phù hợp")
    tick(MONDAY, time(7))
    Watch.end(inspector, old_news)
    tick(MONDAY)

    assert told(inspector, "action-watched") == ["cancelled"]


def test_only_who_watches_something_finds_the_switch_for_it(old_news, inspector):
    def offered():
        return [rule.code for rule in Reader(inspector).get("/cai-dat/thu/").context["optional"]]

    assert offered() == ["job-done"]
    Watch.begin(inspector, old_news)
    assert offered() == ["action-watched", "job-done"]


def test_the_books_of_questions_and_watchers_balance(
    old_news, official, head, inspector, leader, home_affairs, second_home_affairs
):
    for person in (inspector, leader):
        Watch.begin(person, old_news)
    asked = Question.ask(old_news, **by(head), words="Hạn tính từ ngày nào?")
    tick(MONDAY)
    Watch.end(leader, old_news)
    asked.reply(**by(home_affairs, TUESDAY), words="Từ ngày ban hành.")
    old_news.refresh_from_db()
    old_news.drop(**by(second_home_affairs, TUESDAY), reason="Không còn phù hợp")
    tick(TUESDAY)
    found = compare(at(TUESDAY + timedelta(days=1)))

    assert (found.missing, found.surplus) == (0, 0) and found.expected == 5


def test_a_line_for_a_watcher_or_an_asker_that_is_lost_is_missed(old_news, head, inspector, home_affairs):
    Watch.begin(inspector, old_news)
    asked = Question.ask(old_news, **by(head), words="Hạn tính từ ngày nào?")
    asked.reply(**by(home_affairs), words="Từ ngày ban hành.")
    old_news.drop(**by(home_affairs), reason="Không còn phù hợp")
    tick(MONDAY)
    Obligation.objects.filter(rule__code__in=["action-watched", "question-answered"]).delete()

    assert compare(at(TUESDAY)).missing == 3  # the watcher, who asked, and the official


def test_mails_about_submissions_lead_to_the_page_where_they_are_worked_on(
    review, weakness, official, head, home_affairs, sink
):
    factories.action(weakness, official)
    tick(factories.CONFERENCE)
    submission = factories.submitted(Submission.objects.get(unit=weakness.unit), official, head)
    tick(factories.DEADLINE)

    def link(kind):
        mail = Envelope.objects.filter(kind=kind).order_by("pk")[0]
        return next(word for word in mail.text.split() if "/ban-nop/" in word).partition("?")[0]

    here = "http://localhost:8000/ban-nop/"
    assert link("review-opened") == here
    assert link("submission-to-head") == f"{here}2021/STNMT/kiem-tra/"
    assert link("submission-submitted") == f"{here}2021/STNMT/bien-nhan/"
    assert links.to_thing("submission", submission) == f"{here}2021/STNMT/"
