"""The check page names every lack before sending; the official sends, the head hands in or returns."""

import re
from datetime import timedelta

from plans.models import Submission
from tests import factories
from tests.factories import IN_JUNE, actor
from tests.reading import Reader, in_english, text
from tracker import calendar
from tracker.models import Event

PLACE = "/ban-nop/2021/STNMT/"
LACKS = 'id="con-thieu"'


def test_the_check_page_names_each_lack_with_a_way_to_it_and_offers_no_button(submission, weakness, official):
    page = Reader(official).get(f"{PLACE}kiem-tra/")

    assert LACKS in text(page) and f'href="{PLACE}hc/{weakness.ref}/#cause"' in text(page)
    assert 'action="/ban-nop/2021/STNMT/trinh/"' not in text(page)


def test_sending_what_is_incomplete_is_refused_with_every_lack(submission, weakness, official):
    submission.draft(by=actor(official), today=IN_JUNE)
    answer = Reader(official).post(
        f"{PLACE}trinh/", {"version": submission.version, "idempotency": "a-key-of-mine"}
    )

    assert answer.status_code == 422 and weakness.ref in text(answer)
    assert Submission.objects.get(pk=submission.pk).state == "draft"


def test_the_official_sends_to_the_head_who_reads_the_same_words(complete, proposed, official, head):
    sent = Reader(official).fill_in(f"{PLACE}kiem-tra/")
    page = Reader(head).get(f"{PLACE}kiem-tra/")

    assert sent.status_code == 303 and Submission.objects.get(pk=complete.pk).state == "head_review"
    assert (
        proposed.statement in text(page)
        and f'href="{PLACE}nop/"' in text(page)
        and f'href="{PLACE}tra-lai/"' in text(page)
    )
    assert LACKS not in text(page)


def test_the_address_of_sending_leads_to_the_check_page(complete, official):
    assert Reader(official).get(f"{PLACE}trinh/").url == f"{PLACE}kiem-tra/"


def test_an_official_cannot_submit(with_head, official):
    reader = Reader(official)

    assert reader.get(f"{PLACE}nop/").status_code == 403
    assert (
        reader.post(
            f"{PLACE}nop/", {"version": with_head.version, "idempotency": "a-key-of-mine"}
        ).status_code
        == 409
    )
    assert Submission.objects.get(pk=with_head.pk).state == "head_review"


def test_the_head_returns_it_with_a_reason_that_the_official_reads_first(with_head, official, head):
    assert Reader(head).fill_in(f"{PLACE}tra-lai/", reason=" ").status_code == 422
    Reader(head).fill_in(f"{PLACE}tra-lai/", reason="Nêu rõ số liệu hồ sơ")

    assert "Nêu rõ số liệu hồ sơ" in text(Reader(official).get(PLACE))
    assert Submission.objects.get(pk=with_head.pk).state == "draft"


def test_the_official_takes_it_back_and_the_head_can_no_longer_approve(with_head, official, head):
    stale = Reader(head).get(f"{PLACE}nop/").context["form"]
    Reader(official).fill_in(f"{PLACE}rut/")
    answer = Reader(head).post(
        f"{PLACE}nop/", {name: stale[name].value() for name in ("version", "idempotency")}
    )

    assert answer.status_code == 409
    assert Submission.objects.get(pk=with_head.pk).state == "draft"
    assert Event.objects.of(with_head).last().verb == "taken_back"


def test_a_head_who_wrote_it_himself_hands_it_in_without_sending_it_to_himself(complete, head):
    answer = Reader(head).fill_in(f"{PLACE}nop/")

    assert answer.url == f"{PLACE}bien-nhan/"
    assert [event.verb for event in Event.objects.of(complete)][-2:] == ["sent_to_head", "submitted"]


def test_the_same_click_sent_twice_hands_in_once_and_leads_to_the_same_receipt(with_head, head):
    reader, place = Reader(head), f"{PLACE}nop/"
    form = reader.get(place).context["form"]
    words = {name: form[name].value() for name in ("version", "idempotency")}

    assert [reader.post(place, words).url for _ in range(2)] == [f"{PLACE}bien-nhan/"] * 2
    assert with_head.copies.count() == 1 and reader.get(place).url == f"{PLACE}bien-nhan/"


def test_a_late_submission_says_so_on_the_button_and_is_taken(with_head, head):
    in_english(head)
    page = Reader(head).get(f"{PLACE}nop/")
    assert re.search(r"Submit \d+ days late</button>", text(page))

    Reader(head).fill_in(f"{PLACE}nop/")
    assert (
        with_head.copies.get().days_late > 0 and Submission.objects.get(pk=with_head.pk).state == "submitted"
    )


def test_nothing_can_be_written_once_it_is_handed_in(proposed, submission, official, head):
    factories.submitted(submission, official, head)
    reader = Reader(official)

    assert (
        reader.post(
            f"{PLACE}diem-manh/",
            {"version": submission.version, "idempotency": "a-key-of-mine", "strengths": "Mới"},
        ).status_code
        == 409
    )
    assert 'class="btn" href="/ban-nop/2021/STNMT/hc/' not in text(reader.get(PLACE))


def test_a_head_is_not_offered_to_hand_in_what_nobody_mended(
    complete, weakness, official, head, home_affairs
):
    complete.send_to_head(by=actor(official), today=IN_JUNE)
    complete.submit(by=actor(head), today=IN_JUNE)
    later = calendar.today() + timedelta(days=5)
    complete.send_back(
        by=actor(home_affairs), today=IN_JUNE, rows={weakness.pk: "Nêu số liệu."}, due_on=later
    )

    assert f"{PLACE}nop/" not in text(Reader(head).get(f"{PLACE}kiem-tra/"))
    complete.draft(by=actor(head), today=IN_JUNE, strengths="99/100 hồ sơ đúng hạn.")
    assert f"{PLACE}nop/" in text(Reader(head).get(f"{PLACE}kiem-tra/"))
