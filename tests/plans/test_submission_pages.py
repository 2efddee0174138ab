"""The task list says what is done, what is missing and whose turn it is."""

import re
from datetime import timedelta

from plans.models import Submission
from tests import factories
from tests.factories import DEADLINE, IN_JUNE, actor
from tests.reading import Reader, in_english, text
from tracker import calendar
from tracker.models import Chain, Question, Review

PLACE = "/ban-nop/2021/STNMT/"
LACKS = 'id="con-thieu"'


def test_a_unit_is_led_to_its_own_submission_and_those_who_watch_to_the_board(
    submission, official, home_affairs, leader
):
    assert Reader(official).get("/ban-nop/").url == PLACE
    assert Reader(home_affairs).get("/ban-nop/").url == "/ban-nop/2021/"
    assert Reader(leader).get("/ban-nop/").url == "/ban-nop/2021/"


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
