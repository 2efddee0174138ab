"""Chasing a unit for the submission it has not handed in."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from notifications.models import Chase
from plans.models import Submission
from tests import factories
from tests.notifications.days import at, tick
from tests.notifications.test_chase_pages import in_english
from tests.notifications.test_new_kinds_of_mail import written
from tests.reading import Reader, text
from tracker.errors import Refused
from tracker.models import Event, Review

LATE = date(2022, 6, 27)  # five days after the deadline
WORDS = "Đề nghị {đơn vị} nộp chậm nhất {nộp chậm nhất}: hạn {hạn nộp}, {thời hạn}."


@pytest.fixture(autouse=True)
def reading_english():
    with translation.override("en"):
        yield


@pytest.fixture
def submission(review, environment, official, head) -> Submission:
    return Submission.objects.get(unit=environment)


@pytest.fixture
def chase(submission, home_affairs):
    def send(on=LATE, words=WORDS, unit=submission.unit, about="submission") -> Chase:
        by = factories.actor(home_affairs, today=on)
        return Chase.objects.send(unit, by=by, now=at(on), words=words, about=about, level="reminder")

    return send


def test_the_letter_names_the_unit_its_deadline_and_how_late_it_is(chase, submission):
    letter = chase()

    assert (letter.about, letter.submission, list(letter.actions.all())) == ("submission", submission, [])
    assert letter.words == (
        "Đề nghị Sở Tài nguyên và Môi trường nộp chậm nhất 30/06/2022: hạn 22/06/2022, đã quá hạn 5 ngày."
    )


def test_the_unit_goes_from_the_letter_to_its_submission_and_is_spared_the_mail_server(
    chase, submission, official, home_affairs
):
    place = f"/don-doc/{chase().pk}/"
    ours, theirs = (text(in_english(person).get(place)) for person in (official, home_affairs))

    assert "Open the submission</a>" in ours and "Open the submission</a>" not in theirs
    assert "Its e-mails" in theirs and "Its e-mails" not in ours


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2022, 6, 20), "hạn 22/06/2022, còn 2 ngày."),
        (date(2022, 6, 22), "hạn 22/06/2022, đến hạn hôm nay."),
    ],
)
def test_before_the_deadline_it_says_how_much_time_is_left(chase, on, words):
    assert chase(on=on).words.endswith(words)


def test_a_unit_with_its_own_deadline_is_told_that_one(chase, submission):
    Submission.objects.update(due_on=date(2022, 6, 24))

    assert "hạn 24/06/2022, đã quá hạn 3 ngày" in chase().words


def test_the_history_keeps_what_was_missing_then_in_the_language_of_offices(
    chase, submission, weakness, official
):
    submission.draft(by=factories.actor(official), today=factories.IN_JUNE, strengths="Đúng hạn")
    letter = chase()
    Submission.objects.update(due_on=date(2022, 7, 30))

    then = Chase.objects.get(pk=letter.pk).submission_then()
    assert (then["due_on"], then["days"], then["state"]) == (factories.DEADLINE, 5, "draft")
    assert len(then["lacks"]) == 4 and then["lacks"][1].startswith("HC-2021-001")
    assert Event.objects.of(letter).get().after["figures"]["thời hạn"] == "đã quá hạn 5 ngày"


@pytest.mark.parametrize(
    ("state", "fields", "why"),
    [
        ("submitted", {"submitted_on": LATE, "attempt": 1}, "has handed in"),
        ("accepted", {"submitted_on": LATE, "attempt": 1, "accepted_on": LATE}, "has handed in"),
        ("exempt", {}, "need not hand in"),
    ],
)
def test_a_unit_that_owes_nothing_is_not_chased(chase, submission, state, fields, why):
    Submission.objects.filter(pk=submission.pk).update(state=state, **fields)
    with pytest.raises(Refused, match=why):
        chase()


def test_nobody_is_chased_while_no_review_is_open(chase, review, submission):
    for state in ("preparing", "monitoring", "closed"):
        Review.objects.update(state=state)
        with pytest.raises(Refused, match="No review is open"):
            chase()


def test_a_unit_of_which_nothing_is_expected_is_not_chased(chase, home_affairs_unit, submission):
    Submission.objects.filter(unit=home_affairs_unit).delete()
    with pytest.raises(Refused, match="No submission is expected"):
        chase(unit=home_affairs_unit)


def test_one_letter_a_day_whatever_it_is_about(chase, submission, weakness, official, home_affairs):
    factories.tracked_action(weakness, official, home_affairs, due_on=date(2022, 6, 25))
    chase()
    with pytest.raises(Refused, match="possible again from 08:00 28/06/2022"):
        chase(about="overdue", words="Gấp")
    assert chase(on=LATE + timedelta(days=1), about="overdue", words="Gấp").about == "overdue"


@pytest.fixture
def old_news(submission):
    """Whatever was owed before is told."""
    tick(date(2022, 6, 26))


def test_its_mail_says_what_is_missing_and_leads_to_the_submission(
    chase, submission, weakness, official, old_news
):
    submission.draft(by=factories.actor(official), today=factories.IN_JUNE, strengths="Đúng hạn")
    letter = written("unit-chased", official, [chase()], LATE, "official")

    assert letter.subject == "Friendly reminder: submission 5 days late – Department of Environment"
    assert "due 22 June 2022, 5 days late" in letter.text
    assert "- HC-2021-001: the cause is missing." in letter.text
    assert "/ban-nop/2021/STNMT/?n=" in letter.text and "Go on writing and hand in" in letter.html
    assert max(len(line) for line in letter.text.splitlines() if "http" not in line) <= 78


def test_its_mail_before_the_deadline_names_the_day(chase, official, old_news):
    letter = written("unit-chased", official, [chase(on=date(2022, 6, 20))], date(2022, 6, 20), "official")

    assert letter.subject == "Friendly reminder: hand in by 22 June – Department of Environment"


def test_a_unit_that_handed_in_meanwhile_is_thanked(chase, submission, official, head, old_news):
    letter = chase()
    factories.submitted(submission, official, head)
    mail = written("unit-chased", head, [letter], LATE, "unit_head")

    assert mail.subject == "Friendly reminder of Home Affairs – Department of Environment"
    assert "It has been handed in meanwhile. Thank you." in mail.text


def test_a_letter_becomes_one_mail_to_the_head_and_to_each_official(chase, official, head, sink, old_news):
    sink.mails.clear()
    chase()
    tick(LATE)
    chased = [mail["To"] for mail in sink.mails if "Nhắc" in mail["Subject"] or "Friendly" in mail["Subject"]]

    assert sorted(chased) == [head.email, official.email]


def test_the_submission_s_page_shows_its_letters_and_the_way_to_write_another(
    chase, submission, official, home_affairs, foreign_official
):
    letter, page = chase(), "/ban-nop/2021/STNMT/"

    told = text(in_english(home_affairs).get(page))
    assert f'"/don-doc/{letter.pk}/"' in told and '"/don-doc/moi/STNMT/?about=submission"' in told
    theirs = text(Reader(official).get(page))
    assert f'"/don-doc/{letter.pk}/"' in theirs and "/don-doc/moi/" not in theirs
    assert Reader(foreign_official).get(f"/don-doc/{letter.pk}/").status_code == 404


def test_the_proof_shows_the_deadline_and_what_was_missing(chase, home_affairs, submission):
    proof = text(in_english(home_affairs).get(f"/don-doc/{chase().pk}/"))

    assert "Missing on 27 June 2022" in proof and "5 days late" in proof
    assert "chưa nộp báo cáo kiểm điểm công tác CCHC năm 2021, hạn 22/06/2022, đã quá hạn 5 ngày" in proof


def test_all_that_have_not_handed_in_can_be_chased_at_once(
    submission, health, foreign_official, home_affairs
):
    desk = in_english(home_affairs)
    page = text(desk.get("/don-doc/moi/?about=submission"))

    assert page.count('name="unit"') == 2
    assert "days late" in page and "Not submitted" in page
