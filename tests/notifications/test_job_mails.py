"""Who had a paper written, or an import done, and did not wait for it is told once what came of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from notifications.engine import plan as planning
from notifications.models import Discrepancy, Envelope, Obligation, OptOut
from notifications.reconcile import books
from plans.models import ImportJob, PaperJob, Submission
from plans.tasks import check_import, write_import
from tests import factories
from tests.calling import Caller
from tests.notifications.days import MONDAY, at, tick
from tests.plans.excel import book, measure, upload
from tests.plans.present import moved_to_the_present, soon
from tests.reading import Reader, in_english

NOON = at(MONDAY)
SOON, LATE = timedelta(seconds=10), timedelta(minutes=1)


@pytest.fixture
def asked(review, home_affairs, old_news) -> PaperJob:
    """Bình has asked for the summary of all submissions."""
    in_english(home_affairs)
    return PaperJob.ask("synthesis", "xlsx", review=review, by=factories.actor(home_affairs, MONDAY),
                        today=MONDAY, now=NOON)  # fmt: skip


@pytest.fixture
def summary(asked) -> PaperJob:
    """The worker has written it, and he has not looked at it for a minute."""
    asked.build(today=MONDAY, now=NOON)
    return left(asked)


@pytest.fixture
def long_file(weakness, official, old_news) -> ImportJob:
    """Khởi has brought a file of so many rows that the worker checks it."""
    in_english(official)
    submission = moved_to_the_present(Submission.objects.get(unit=weakness.unit))
    Submission.objects.filter(pk=submission.pk).update(state="draft")
    submission.refresh_from_db()
    file = upload(book(*[measure(number, due_on=soon()) for number in range(210)]))
    return ImportJob.bring(submission, by=factories.actor(official), now=timezone.now(), file=file)


def left(job, since: timedelta = LATE):
    """As if it had come to its end so long before the turn of the engine."""
    assert type(job).objects.filter(pk=job.pk).exclude(unseen_since=None).update(unseen_since=NOON - since)
    return type(job).objects.get(pk=job.pk)


def told(sink, person) -> list[tuple[str, str]]:
    """The subject and the words of each mail about a job."""
    mails = [mail for mail in sink.to(person.email) if "you started this" in words(mail)]
    return [(mail["Subject"], words(mail)) for mail in mails]


def words(mail) -> str:
    return " ".join(mail.get_body(("plain",)).get_content().split())


def page(job) -> str:
    return f"/van-ban/viec/{job.pk}/"


def confirmed(job, official) -> ImportJob:
    job = ImportJob.objects.get(pk=job.pk)
    job.claim(by=factories.actor(official), today=timezone.localdate(), now=timezone.now())
    return job


def test_a_paper_its_asker_has_not_looked_at_is_told_with_the_hour_until_which_it_is_kept(
    summary, home_affairs, sink
):
    tick(MONDAY)

    [(subject, text)] = told(sink, home_affairs)
    assert "is ready" in subject and len(subject) <= 70
    assert summary.file_name in text and "until 08:00 23/08/2022" in text and page(summary) in text
    assert Reader(home_affairs).get(page(summary)).status_code == 200


def test_it_is_told_once_however_often_the_engine_turns(summary, home_affairs, sink):
    for minutes in range(3):
        tick(MONDAY + timedelta(days=minutes))

    assert len(told(sink, home_affairs)) == 1
    assert Obligation.objects.get(subject_type="paperjob").state == "done"


@pytest.mark.parametrize("since", [timedelta(0), SOON])
def test_whoever_may_still_be_waiting_on_its_page_is_left_alone(asked, home_affairs, sink, since):
    asked.build(today=MONDAY, now=NOON)
    left(asked, since)
    tick(MONDAY)

    assert not Obligation.objects.filter(subject_type="paperjob").exists()


@pytest.mark.parametrize("place", ["", "tien-do/"])
def test_whoever_has_seen_the_outcome_gets_no_mail(summary, home_affairs, sink, place):
    assert Reader(home_affairs).status_of(f"{page(summary)}{place}") == 200
    tick(MONDAY)

    assert told(sink, home_affairs) == []


def test_what_a_browser_fetches_ahead_or_only_asks_about_is_not_seen(summary, home_affairs, sink):
    own = Reader(home_affairs)
    answers = own.head(page(summary)), own.get(page(summary), headers={"Sec-Purpose": "prefetch;prerender"})
    tick(MONDAY)

    assert [answer.status_code for answer in answers] == [200, 200]
    assert len(told(sink, home_affairs)) == 1


def test_a_program_that_asks_for_him_has_seen_it_too(summary, home_affairs, sink):
    assert Caller(home_affairs).read(f"plans/2022/papers/{summary.pk}/").status_code == 200
    tick(MONDAY)

    assert told(sink, home_affairs) == []


def test_somebody_else_s_look_is_not_his(summary, home_affairs, admin, sink):
    assert Reader(admin).get(page(summary)).status_code == 200
    tick(MONDAY)

    assert len(told(sink, home_affairs)) == 1 and told(sink, admin) == []


def test_a_look_while_it_is_being_written_is_no_look_at_the_outcome(asked, home_affairs, sink):
    Reader(home_affairs).get(page(asked))
    asked.build(today=MONDAY, now=NOON)
    left(asked)
    tick(MONDAY)

    assert len(told(sink, home_affairs)) == 1


def test_a_look_before_the_mail_has_left_stops_it_and_says_why(summary, home_affairs, sink):
    planning.tell_jobs(NOON)
    Reader(home_affairs).get(page(summary))
    tick(MONDAY)

    owed = Obligation.objects.get(subject_type="paperjob")
    assert (owed.state, owed.reason, told(sink, home_affairs)) == ("cancelled", "seen", [])


def test_a_paper_that_failed_is_told_with_the_reason_and_what_to_do(asked, home_affairs, sink):
    PaperJob.objects.filter(pk=asked.pk).update(kind="unknown")
    asked.build(today=MONDAY, now=NOON)
    PaperJob.objects.filter(pk=asked.pk).update(kind="synthesis")
    left(asked)
    tick(MONDAY)

    [(subject, text)] = told(sink, home_affairs)
    assert "could not be written" in subject
    assert PaperJob.objects.get().trouble.split(".")[0] in text and "written again" in text


def test_a_paper_that_is_gone_when_the_mail_leaves_is_not_promised(summary, home_affairs, sink):
    PaperJob.objects.forget_files(NOON + timedelta(days=2))
    tick(MONDAY)

    [(_subject, text)] = told(sink, home_affairs)
    assert "removed after 24 hours" in text and "until" not in text.split("24 hours")[0]


def test_two_papers_left_together_are_one_mail(summary, review, home_affairs, sink):
    other = PaperJob.ask("synthesis", "docx", review=review, by=factories.actor(home_affairs, MONDAY),
                         today=MONDAY, now=NOON)  # fmt: skip
    other.build(today=MONDAY, now=NOON)
    left(other)
    tick(MONDAY)

    [(subject, text)] = told(sink, home_affairs)
    assert subject == "2 files are done" and page(summary) in text and page(other) in text


def test_it_can_be_declined_and_offers_that_in_one_click(summary, home_affairs, sink):
    planning.tell_jobs(NOON)
    OptOut.objects.decline(home_affairs, "job-done", today=MONDAY)
    tick(MONDAY)
    assert told(sink, home_affairs) == []

    OptOut.objects.want_again(home_affairs, "job-done", today=MONDAY)
    Obligation.objects.filter(subject_type="paperjob").delete()
    tick(MONDAY)
    mail = next(mail for mail in sink.to(home_affairs.email) if "is ready" in mail["Subject"])
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_worker_that_dies_before_the_outcome_stands_leaves_nothing_to_tell(asked, monkeypatch):
    def die(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(PaperJob, "_put", die)
    with pytest.raises(KeyboardInterrupt):
        asked.build(today=MONDAY, now=NOON)

    assert PaperJob.objects.get().unseen_since is None and PaperJob.objects.get().is_under_way


def test_an_engine_that_dies_between_telling_and_sending_has_neither_lost_nor_doubled_it(
    summary, home_affairs, sink
):
    planning.tell_jobs(NOON)
    assert planning.tell_jobs(NOON) == 0
    tick(MONDAY)
    tick(MONDAY)

    assert len(told(sink, home_affairs)) == 1
    assert Envelope.objects.filter(kind="job-done").count() == 1


def test_a_long_file_is_told_when_it_is_checked_and_again_when_it_is_imported(long_file, official, sink):
    check_import(long_file.pk)
    left(long_file)
    tick(MONDAY)
    job = confirmed(long_file, official)
    write_import(job.pk)
    left(job)
    tick(MONDAY)

    checked, imported = told(sink, official)
    assert "is checked" in checked[0] and "Nothing is imported yet" in checked[1]
    assert "is imported" in imported[0] and "210 rows" in imported[1]
    assert all(f"/nhap/{job.pk}/" in text for _subject, text in (checked, imported))


def test_a_file_the_rules_refuse_in_the_worker_is_told_with_their_words(long_file, official, sink):
    check_import(long_file.pk)
    job = confirmed(long_file, official)
    assert job.unseen_since is None, "whoever confirms it has seen the check"
    Submission.objects.filter(pk=job.submission_id).update(state="head_review")
    write_import(job.pk)
    left(job)
    tick(MONDAY)

    [(subject, text)] = told(sink, official)
    assert "was not imported" in subject and "With the head of unit" in text


def test_a_short_file_is_done_before_the_eyes_of_its_unit(long_file, official):
    ImportJob.objects.filter(pk=long_file.pk).update(rows=long_file.rows[:3])
    job = ImportJob.objects.get(pk=long_file.pk)
    job.begin_check(today=timezone.localdate(), now=timezone.now())

    assert (job.state, ImportJob.objects.get().unseen_since) == ("checked", None)


def test_the_books_miss_a_job_nobody_was_told_of_and_are_content_once_it_is(
    asked, home_affairs, sink, monkeypatch
):
    monkeypatch.setattr(books, "SLACK", timedelta(0))
    tick(MONDAY)
    asked.build(today=MONDAY, now=NOON)

    assert missed() == [("missing", home_affairs.pk)]
    assert planning.tell_jobs(timezone.now() + LATE) == 1
    assert missed() == []


def missed() -> list[tuple]:
    books.compare(NOON)
    return list(Discrepancy.objects.current().filter(rule__code="job-done").values_list("kind", "recipient"))
