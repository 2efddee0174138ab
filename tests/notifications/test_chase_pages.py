"""The pages of chasing: written in one form, printed as proof, found from where the work is overdue."""

import secrets
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from notifications.models import Chase, Envelope, Obligation, ReminderRule
from tests import factories
from tests.notifications.days import at
from tests.notifications.envelopes import waiting
from tests.reading import Reader
from tracker.models import Event

NEW, MANY, PREVIEW = "/don-doc/moi/STNMT/", "/don-doc/moi/", "/don-doc/moi/xem-truoc/"
WRITE = f"{MANY}?about=overdue&level=chasing&unit=STNMT"
WORDS = "Đề nghị khẩn trương hoàn thành.\n\nBáo cáo ngay."
CHOSEN = {"about": "overdue", "level": "chasing", "unit": ["STNMT"]}


@pytest.fixture
def desk(home_affairs, action, head):
    """Bình at his desk; the action of 2022 is long overdue by now."""
    return in_english(home_affairs)


@pytest.fixture
def letter(desk, action, home_affairs) -> Chase:
    now = timezone.now()
    return Chase.objects.send(action.lead_unit, by=factories.actor(home_affairs), now=now, words=WORDS)


def test_the_letter_to_one_unit_is_written_on_the_page_for_many(desk):
    answer = desk.get(NEW)

    assert (answer.status_code, answer["Location"]) == (302, WRITE)


def test_the_form_names_the_readers_the_actions_and_proposes_words_in_vietnamese(
    desk, action, official, head
):
    page = desk.get(WRITE)

    text = page.content.decode()
    assert official.full_name in text and head.full_name in text and action.ref in text
    assert "Send 1 letter" in text
    assert page.context["form"]["words"].value().startswith("Sở Nội vụ đề nghị {đơn vị}")
    assert f"Sở Nội vụ đề nghị {action.lead_unit.name_vi} khẩn trương thực hiện 1 biện pháp" in text


def test_a_letter_is_sent_once_and_its_proof_is_shown(desk, action):
    form = desk.get(WRITE).context["form"]
    typed = {**CHOSEN, "idempotency": form["idempotency"].value(), "words": WORDS}
    answers = [desk.post(MANY, typed) for _ in range(2)]

    letter = Chase.objects.get()
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [
        (303, f"/don-doc/{letter.pk}/")
    ] * 2
    assert letter.words == WORDS


def test_the_preview_quotes_what_is_typed_and_sends_nothing(desk):
    page = desk.post(PREVIEW, {**CHOSEN, "idempotency": "k" * 20, "words": "{Đơn vị} <b>đang</b> gõ"})

    assert page.status_code == 200
    assert (
        '<blockquote class="kept">Sở Tài nguyên và Môi trường &lt;b&gt;đang&lt;/b&gt; gõ</blockquote>'
        in page.content.decode()
    )
    assert not Chase.objects.exists()


@pytest.mark.parametrize("words", ["", "   ", "đ" * 5000, "Kính gửi {quý cơ quan}"])
def test_words_that_cannot_be_sent_come_back_with_what_is_wrong(desk, words):
    page = _send(desk, words)

    assert page.status_code == 422
    assert "words" in page.context["form"].errors
    assert page.context["form"]["words"].value() == words


def test_a_colleague_who_was_slower_is_told_who_chased_and_keeps_his_words(desk, letter, second_home_affairs):
    page = _send(in_english(second_home_affairs), "Chữ của Lan")

    assert page.status_code == 409
    assert "Nguyễn Văn Bình chased this unit at" in page.content.decode()
    assert "Chữ của Lan" in page.content.decode()
    assert Chase.objects.count() == 1


def test_where_a_unit_cannot_be_chased_the_form_says_why_instead(desk, letter, health):
    page = desk.get(WRITE)

    assert "It is possible again from" in page.content.decode()
    assert "nothing to chase" in desk.get(WRITE.replace("STNMT", "SYT")).content.decode()
    assert b"<textarea" not in page.content


def test_unknown_units_and_levels_are_not_found_and_other_roles_are_not_let_in(desk, official, leader):
    for unknown in ("/don-doc/moi/NOWHERE/", f"{MANY}?unit=NOWHERE", f"{MANY}?about=weather",
                    f"{MANY}?level=shouting", "/don-doc/?unit=NOWHERE", "/don-doc/?batch=7"):  # fmt: skip
        assert desk.get(unknown).status_code == 404
    for person in (official, leader):
        for place in (NEW, WRITE, MANY, PREVIEW):
            assert Reader(person).get(place).status_code == 403


@pytest.mark.parametrize(
    ("person", "status"),
    [("home_affairs", 200), ("official", 200), ("head", 200), ("leader", 200), ("inspector", 200), ("admin", 200),
     ("foreign_official", 404)],
)  # fmt: skip
def test_who_reads_the_proof(letter, person, status, request):
    reader = Reader(request.getfixturevalue(person))

    assert reader.get(f"/don-doc/{letter.pk}/").status_code == status
    assert (letter in reader.get("/don-doc/").context["page"].rows) is (status == 200)
    assert reader.get(f"/don-doc/{letter.pk + 1}/").status_code == 404


def test_the_proof_shows_words_readers_actions_and_the_line_of_history(desk, letter, action):
    text = desk.get(f"/don-doc/{letter.pk}/").content.decode()

    assert WORDS in text and "Lê Thị Hòa; Trần Quốc Khởi" in text and action.ref in text
    assert Event.objects.of(letter).get().hash in text
    assert "The e-mails are being written" in text


def test_the_proof_shows_of_each_mail_its_state_the_answer_and_whether_its_link_was_opened(
    desk, letter, official
):
    said, opened = "250 2.0.0 Ok: queued as 7", at(factories.SUMMER)
    told = {
        "sent_at": opened,
        "content_sha256": "0" * 64,
        "state": "sent",
        "server_reply": said,
        "opened_at": opened,
    }
    mail_to(official, letter, **told)
    text = desk.get(f"/don-doc/{letter.pk}/").content.decode()

    assert "Accepted by the mail server" in text and said in text
    assert text.count("08:00 01/08/2022") == 2


def test_the_list_counts_the_letters_of_each_unit_this_year(desk, letter, action):
    Chase.objects.filter(pk=letter.pk).update(chased_at=timezone.now() - timedelta(days=2))
    again = _send(desk, "Lần thứ hai")
    page = desk.get("/don-doc/")

    assert again.status_code == 303
    assert [(row["unit"].code, row["how_many"]) for row in page.context["units"]] == [("STNMT", 2)]
    assert [row.words for row in page.context["page"].rows] == ["Lần thứ hai", WORDS]


def test_the_way_to_a_letter_starts_at_the_overdue_action(desk, action, official, admin):
    place = f"/hanh-dong/{action.ref}/"
    assert '"/don-doc/moi/STNMT/"' in desk.get(place).content.decode()
    for other in (official, admin):
        assert '"/don-doc/moi/STNMT/"' not in Reader(other).get(place).content.decode()


def test_an_action_shows_the_letters_that_named_it_to_those_who_may_read_them(letter, action, official, desk):
    for reader in (desk, Reader(official)):
        assert f'"/don-doc/{letter.pk}/"' in reader.get(f"/hanh-dong/{action.ref}/").content.decode()


def test_the_list_asks_as_often_for_one_letter_as_for_three(desk, letter):
    desk.get("/don-doc/")
    for_one = _questions(desk, "/don-doc/")
    for _ in range(2):
        letter.pk = None
        letter.save()

    assert _questions(desk, "/don-doc/") == for_one


def _questions(reader: Reader, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        reader.get(address)
    return len(asked)


def in_english(person) -> Reader:
    reader = Reader(person)
    reader.get("/tro-giup/?lang=en")
    return reader


def _send(reader: Reader, words: str):
    return reader.post(MANY, {**CHOSEN, "idempotency": secrets.token_urlsafe(18), "words": words})


def mail_to(person, letter: Chase, **fields) -> Envelope:
    """A mail of this letter, as the engine leaves it."""
    envelope = waiting(person, letter.chased_at, "action-assigned", **fields)
    Obligation.objects.create(
        subject_type="chase", subject_id=letter.pk, recipient=person, audience="official", state="done", occurrence=1,
        rule=ReminderRule.objects.get(code="action-assigned"), due_on=letter.chased_on, fire_on=letter.chased_on,
        envelope=envelope,
    )  # fmt: skip
    return envelope
