"""The task list says what is missing and whose turn it is; the check page names every lack before sending."""

import re
from datetime import timedelta

import pytest

from plans.models import Submission
from tests import factories
from tests.factories import DEADLINE, IN_JUNE, actor
from tests.reading import Reader
from tracker import calendar
from tracker.models import Chain, Event, Question, Review

PLACE = "/ban-nop/2021/STNMT/"
LACKS = 'id="con-thieu"'


@pytest.fixture
def submission(weakness, head) -> Submission:
    """What the unit owes, with nothing written yet."""
    return Submission.objects.select_related("review", "unit").get(unit__code="STNMT")


@pytest.fixture
def complete(submission, weakness, proposed, official) -> Submission:
    """A draft that lacks nothing."""
    cause = {"c1": {"kind": "internal", "statement": "Chưa phân công rõ."}}
    people = {"r1": {"person": official, "organisation": None, "position_title": "", "level": "direct"}}
    submission.write_chain(
        weakness, Chain(cause=cause, responsibility=people), by=actor(official), today=IN_JUNE
    )
    submission.draft(by=actor(official), today=IN_JUNE, strengths="98/100 hồ sơ đúng hạn.")
    return submission


@pytest.fixture
def with_head(complete, official) -> Submission:
    complete.send_to_head(by=actor(official), today=IN_JUNE)
    return complete


def text(page) -> str:
    return page.content.decode()


def in_english(*people) -> None:
    for person in people:
        person.language = "en"
        person.save()


def test_a_unit_is_led_to_its_own_submission_and_home_affairs_gets_the_list(
    submission, official, home_affairs
):
    assert Reader(official).get("/ban-nop/").url == PLACE
    page = Reader(home_affairs).get("/ban-nop/")

    assert [each.unit.code for each in page.context["submissions"]] == ["SNV", "STNMT", "SYT"]
    assert f'href="{PLACE}"' in text(page)


def test_without_a_review_the_page_says_so(official):
    assert Reader(official).get("/ban-nop/").status_code == 200


def test_another_units_submission_does_not_exist(submission, foreign_official):
    parts = (
        "",
        "diem-manh/",
        "trach-nhiem/",
        "tep/",
        "kiem-tra/",
        "trinh/",
        "nop/",
        "tra-lai/",
        "rut/",
        "bien-nhan/",
    )
    reader = Reader(foreign_official)

    assert {reader.get(PLACE + part, follow=True).status_code for part in parts} == {404}
    assert reader.get("/ban-nop/2021/NOWHERE/").status_code == 404


def test_the_list_counts_what_is_done_and_names_what_is_missing(submission, proposed, official):
    in_english(official)
    page = Reader(official).get(PLACE)
    progress = page.context["progress"]

    assert (progress.done, progress.all) == (0, 3)
    assert "the cause is missing" in text(page) and "2 things missing" in text(page)
    assert "Last saved" in text(page)


def test_the_main_button_is_the_one_of_the_readers_turn(with_head, official, head, home_affairs):
    mains = {
        person.email.split("@")[0]: re.findall(
            r'class="btn btn-primary" href="([^"]+)"', text(Reader(person).get(PLACE))
        )
        for person in (official, head, home_affairs)
    }

    assert mains == {"khoi": [], "hoa": [f"{PLACE}kiem-tra/"], "binh": []}
    assert head.full_name in text(Reader(official).get(PLACE))


def test_a_unit_without_weaknesses_names_one_or_declares_that_there_is_none(review, foreign_official):
    in_english(foreign_official)
    reader = Reader(foreign_official)
    place = "/ban-nop/2021/SYT/"
    assert "Home Affairs names none." in text(reader.get(place))

    reader.fill_in(f"{place}diem-manh/", strengths="Tốt", declares_none="on")

    assert Submission.objects.get(unit__code="SYT").declares_none
    assert reader.get(f"{place}kiem-tra/").context["progress"].lacking == []


def test_the_declaration_is_not_asked_of_a_unit_that_has_weaknesses(submission, official):
    assert "declares_none" not in Reader(official).get(f"{PLACE}diem-manh/").context["form"].fields


def test_texts_are_saved_and_shown_again(submission, official):
    reader = Reader(official)
    reader.fill_in(f"{PLACE}diem-manh/", strengths="98/100 hồ sơ đúng hạn.")
    reader.fill_in(f"{PLACE}trach-nhiem/", head_responsibility="Tôi chịu trách nhiệm.")
    submission.refresh_from_db()

    assert (submission.strengths, submission.head_responsibility) == (
        "98/100 hồ sơ đúng hạn.",
        "Tôi chịu trách nhiệm.",
    )
    assert submission.state == "draft"


def test_typing_is_kept_without_the_button_and_the_button_afterwards_is_no_conflict(submission, official):
    reader, place = Reader(official), f"{PLACE}diem-manh/"
    form = reader.get(place).context["form"]
    typed = {"strengths": "Đang gõ", "version": 1, "idempotency": form["idempotency"].value()}
    kept = reader.post(place, typed, headers={"HX-Request": "true"})

    assert 'id="luu"' in text(kept) and "<html" not in text(kept)
    assert Submission.objects.get(pk=submission.pk).strengths == "Đang gõ"
    assert reader.post(place, typed | {"strengths": "Đang gõ xong"}).status_code == 303
    assert Submission.objects.get(pk=submission.pk).strengths == "Đang gõ xong"


def test_a_colleagues_words_are_not_overwritten_by_typing_nor_by_the_button(submission, official, head):
    reader, place = Reader(official), f"{PLACE}diem-manh/"
    form = reader.get(place).context["form"]
    submission.draft(by=actor(head), today=IN_JUNE, strengths="Chữ của lãnh đạo")
    typed = {"strengths": "Chữ của tôi", "version": 1, "idempotency": form["idempotency"].value()}

    assert 'class="error"' in text(reader.post(place, typed, headers={"HX-Request": "true"}))
    conflict = reader.post(place, typed)
    assert conflict.status_code == 409 and "Chữ của tôi" in text(conflict)
    assert Submission.objects.get(pk=submission.pk).strengths == "Chữ của lãnh đạo"


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


def test_on_time_the_list_counts_the_days_left(submission, official):
    in_english(official)
    Submission.objects.filter(pk=submission.pk).update(due_on=calendar.today())

    assert "Due today" in text(Reader(official).get(PLACE))


def test_returned_rows_stand_first_with_their_remark_until_they_are_written_again(
    proposed, weakness, official, head, home_affairs, submission
):
    in_english(official)
    factories.submitted(submission, official, head)
    submission.send_back(
        by=actor(home_affairs), today=DEADLINE, rows={weakness.pk: "Nêu số liệu"}, due_on=factories.ACCEPTED
    )
    page = Reader(official).get(PLACE)
    assert [part.decision.remark for part in page.context["progress"].returned] == ["Nêu số liệu"]
    assert text(page).index("Nêu số liệu") < text(page).index('class="rows"')

    kept = Submission.objects.get(pk=submission.pk)
    weakness.refresh_from_db()
    change = Chain(cause={weakness.causes.get().key: {"kind": "internal", "statement": "12/40 hồ sơ trễ."}})
    kept.write_chain(weakness, change, by=actor(official), today=DEADLINE)
    assert Reader(official).get(f"{PLACE}kiem-tra/").context["progress"].unmended == []


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


def words_for(person, address: str) -> str:
    """What the person reads there, in English."""
    person.language = "en"
    person.save(update_fields=["language"])
    return Reader(person).get(address).content.decode()


def test_the_task_list_says_where_an_answer_is_awaited_and_where_one_is_to_be_read(
    complete, weakness, official, home_affairs
):
    question = Question.ask(weakness, by=actor(official), today=IN_JUNE, words="Tính theo kết quả nào?")
    assert "1 question open" in words_for(official, PLACE)

    question.reply(by=actor(home_affairs), today=IN_JUNE, words="Theo kết quả khảo sát.")
    assert "Question answered" in words_for(official, PLACE)


def test_last_year_is_only_offered_when_there_was_one(submission, official, home_affairs):
    assert "nam-truoc" not in words_for(official, PLACE)

    Review.objects.filter(pk=submission.review_id).update(year=2022)
    factories.review(home_affairs, 2021)
    assert "nam-truoc" in words_for(official, PLACE.replace("2021", "2022"))


def test_only_a_reader_who_may_write_hears_that_a_colleague_just_did(complete, weakness, official, head):
    card, told = f"{PLACE}hc/{weakness.ref}/", f"{official.full_name} changed this at"
    assert told in words_for(head, card)

    complete.send_to_head(by=actor(official), today=IN_JUNE)
    assert told not in words_for(head, card)


def test_what_was_returned_is_not_done_before_it_is_mended(complete, weakness, official, head, home_affairs):
    complete.send_to_head(by=actor(official), today=IN_JUNE)
    complete.submit(by=actor(head), today=IN_JUNE)
    later = calendar.today() + timedelta(days=5)
    complete.send_back(
        by=actor(home_affairs), today=IN_JUNE, rows={weakness.pk: "Nêu số liệu."}, due_on=later
    )
    task_list, check = words_for(official, PLACE), words_for(official, f"{PLACE}kiem-tra/")

    assert "1/3 parts done" in task_list
    assert "Still to be written:" in check and "It can be sent as it is" not in check
    assert f'href="{PLACE}hc/{weakness.ref}/">{weakness}' in check


def test_a_head_is_not_offered_to_hand_in_what_nobody_mended(
    complete, weakness, official, head, home_affairs
):
    complete.send_to_head(by=actor(official), today=IN_JUNE)
    complete.submit(by=actor(head), today=IN_JUNE)
    later = calendar.today() + timedelta(days=5)
    complete.send_back(
        by=actor(home_affairs), today=IN_JUNE, rows={weakness.pk: "Nêu số liệu."}, due_on=later
    )

    assert f"{PLACE}nop/" not in words_for(head, f"{PLACE}kiem-tra/")
    complete.draft(by=actor(head), today=IN_JUNE, strengths="99/100 hồ sơ đúng hạn.")
    assert f"{PLACE}nop/" in words_for(head, f"{PLACE}kiem-tra/")
