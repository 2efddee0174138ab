"""The signed chasing letter: kept with what it chased with, read by the units it went to, told to them by mail."""

import pytest
from django.utils import translation

from notifications.models import Chase
from tests import factories
from tests.files import PDF, pdf, png
from tests.notifications.owing import owed, write_down
from tests.notifications.test_chase_pages import in_english
from tests.notifications.test_chase_papers import LATE, NUMBERED, _send
from tests.notifications.test_new_kinds_of_mail import written
from tests.reading import Reader, text
from tracker.errors import Invalid, Refused
from tracker.models import Event


@pytest.fixture(autouse=True)
def reading_english():
    with translation.override("en"):
        yield


@pytest.fixture
def letters(action, head, review, health, foreign_official, home_affairs) -> list[Chase]:
    """To STNMT and to SYT, sent together."""
    theirs = factories.weakness(review, health, home_affairs)
    factories.tracked_action(theirs, foreign_official, home_affairs)
    return _send([action.lead_unit, health], home_affairs)


def note(letter: Chase, person, file=None) -> None:
    letter.refresh_from_db()
    letter.note_number(by=factories.actor(person, today=NUMBERED), today=NUMBERED, number="924/SNV-CCHC",
                       numbered_on=NUMBERED, signed_file=file)  # fmt: skip


def test_the_paper_is_kept_with_each_letter_that_left_with_it(letters, home_affairs):
    note(letters[0], home_affairs, pdf("CV 924.pdf"))

    kept = list(letters[0].of_the_paper())
    assert {letter.signed_file_name for letter in kept} == {"CV 924.pdf"}
    assert len({letter.signed_file.name for letter in kept}) == 1
    for letter in kept:
        with letter.signed_file.open("rb") as file:
            assert file.read() == PDF
    assert [Event.objects.of(letter).last().verb for letter in kept] == ["file_attached"] * 2


def test_the_paper_may_follow_its_number_and_then_stays(letters, home_affairs):
    note(letters[0], home_affairs)
    note(letters[1], home_affairs, pdf())

    with pytest.raises(Refused, match="there already"):
        note(letters[0], home_affairs, pdf())


@pytest.mark.parametrize("file", [png(), png("ký.pdf")])
def test_what_is_no_pdf_is_refused_and_nothing_is_noted(letters, home_affairs, file):
    with pytest.raises(Invalid) as refusal:
        note(letters[0], home_affairs, file)

    assert set(refusal.value.errors) == {"signed_file"}
    letters[0].refresh_from_db()
    assert letters[0].number == ""


def test_the_units_that_were_chased_read_it_and_nobody_else(
    letters, home_affairs, official, head, foreign_official
):
    stranger = factories.person("la@sample.test", "Lê La", "unit_head", factories.unit("SGD", "Sở Giáo dục"))
    place = f"/don-doc/{letters[0].pk}/"
    assert Reader(head).get(f"{place}ban-ky/").status_code == 404
    note(letters[0], home_affairs, pdf("CV 924.pdf"))

    for reader in (head, official, home_affairs):
        answer = Reader(reader).get(f"{place}ban-ky/")
        assert b"".join(answer.streaming_content) == PDF
        assert "attachment" in answer["Content-Disposition"]
        assert f"{place}ban-ky/" in text(Reader(reader).get(place))
    for reader in (stranger, foreign_official):
        assert Reader(reader).get(f"{place}ban-ky/").status_code == 404


def test_it_is_attached_on_the_page_of_its_number(letters, home_affairs):
    desk, place = in_english(home_affairs), f"/don-doc/{letters[0].pk}/"
    desk.fill_in(f"{place}so-hieu/", number="924", numbered_on="08/09/2022")
    assert "Attach the signed letter" in text(desk.get(place))

    wrong = desk.fill_in(f"{place}so-hieu/", number="924", numbered_on="08/09/2022", signed_file=png())
    assert (wrong.status_code, "Attach the signed paper as PDF" in text(wrong)) == (422, True)
    right = desk.fill_in(f"{place}so-hieu/", number="924", numbered_on="08/09/2022", signed_file=pdf())
    assert right.status_code == 303
    assert "signed_file" not in text(desk.get(f"{place}so-hieu/"))


def test_a_mail_leads_officials_and_heads_to_the_signed_letter(
    letters, home_affairs, official, head, foreign_official
):
    write_down(LATE)
    note(letters[0], home_affairs)
    write_down(NUMBERED)
    assert owed("chase-signed") == set()  # a number alone is not told

    note(letters[0], home_affairs, pdf())
    write_down(NUMBERED)
    assert owed("chase-signed") == {official.email, head.email, foreign_official.email}


def test_the_mail_says_number_and_date_and_where_it_is_read(letters, home_affairs, head):
    note(letters[0], home_affairs, pdf())

    mail = written("chase-signed", head, [letters[0]], NUMBERED, "unit_head")
    assert mail.subject.startswith("Signed letter 924/SNV-CCHC")
    assert "8 September 2022" in " ".join(mail.text.split())
    assert f"/don-doc/{letters[0].pk}/" in mail.text
