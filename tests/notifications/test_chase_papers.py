"""The official letter as a Word file: to one unit or to several, number and date left to the clerk."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from notifications.models import Chase
from notifications.papers import chasing_letter
from tests import factories
from tests.notifications.days import at
from tests.notifications.test_chase_pages import in_english
from tests.plans.papers.pdf_reader import pages_of
from tests.plans.test_papers_layout import millimetres
from tests.plans.word_reader import lines_of, opened
from tests.reading import Reader, text
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event

LATE = date(2022, 9, 6)
WORDS = "Đề nghị {đơn vị} hoàn thành {số việc} nhiệm vụ, lâu nhất {lâu nhất}.\n\nBáo cáo ngay."
NUMBERED = date(2022, 9, 8)


@pytest.fixture(autouse=True)
def reading_english():
    with translation.override("en"):
        yield


@pytest.fixture
def letters(action, head, review, health, foreign_official, home_affairs) -> list[Chase]:
    """To STNMT about one action and to SYT about two, sent together."""
    theirs = factories.weakness(review, health, home_affairs)
    for due in (factories.DUE, factories.DUE - timedelta(days=10)):
        factories.tracked_action(theirs, foreign_official, home_affairs, due_on=due)
    return _send([action.lead_unit, health], home_affairs)


@pytest.fixture
def alone(action, head, home_affairs) -> Chase:
    return _send([action.lead_unit], home_affairs)[0]


def test_a_letter_to_one_unit_carries_its_words_and_its_list(alone, action):
    paper = chasing_letter([alone], LATE)
    lines = lines_of(paper)

    assert "Kính gửi: Sở Tài nguyên và Môi trường" in lines
    assert "Đề nghị Sở Tài nguyên và Môi trường hoàn thành 1 nhiệm vụ, lâu nhất 6 ngày." in lines
    assert "Báo cáo ngay./." in lines
    assert _rows(paper)[-1] == ["1", action.ref, action.statement, "31/8/2022", "6"]


def test_a_letter_to_several_names_each_and_speaks_of_all(letters):
    paper = chasing_letter(letters, LATE)
    lines, rows = lines_of(paper), _rows(paper)

    addressed = [line for line in lines if line.startswith("- Sở")]
    assert addressed == ["- Sở Tài nguyên và Môi trường;", "- Sở Y tế."]
    assert "Đề nghị các cơ quan, đơn vị hoàn thành 3 nhiệm vụ, lâu nhất 16 ngày." in lines
    assert [row[0] for row in rows] == [
        "TT", "Sở Tài nguyên và Môi trường (1 biện pháp)", "1", "Sở Y tế (2 biện pháp)", "2", "3"
    ]  # fmt: skip


def test_units_with_equally_many_actions_are_added_up(
    action, head, review, health, foreign_official, home_affairs
):
    theirs = factories.weakness(review, health, home_affairs)
    factories.tracked_action(theirs, foreign_official, home_affairs)
    paper = chasing_letter(_send([action.lead_unit, health], home_affairs), LATE)

    assert "Đề nghị các cơ quan, đơn vị hoàn thành 2 nhiệm vụ, lâu nhất 6 ngày." in lines_of(paper)


def test_number_date_and_signer_are_left_blank(alone):
    lines = lines_of(chasing_letter([alone], LATE))

    assert "Số:      /SNV-CCHC" in lines
    assert "Hậu Giang, ngày      tháng      năm 2022" in lines
    assert lines[lines.index("GIÁM ĐỐC") + 1 :][:5] == [""] * 5


def test_once_noted_they_stand_on_the_paper_and_on_each_letter_sent_with_it(letters, home_affairs):
    _note(letters[0], home_affairs, number="924")
    letters = list(letters[0].of_the_paper().written_out())
    lines = lines_of(chasing_letter(letters, LATE))

    assert {(letter.number, letter.numbered_on) for letter in letters} == {("924", NUMBERED)}
    assert "Số: 924/SNV-CCHC" in lines and "Hậu Giang, ngày 08 tháng 9 năm 2022" in lines
    assert "(Kèm theo Công văn số 924/SNV-CCHC ngày 08 tháng 9 năm 2022 của Sở Nội vụ)" in lines
    assert [Event.objects.of(letter).last().verb for letter in letters] == ["numbered", "numbered"]


def test_the_body_points_to_the_annex_and_names_the_issued_plan(alone, review, home_affairs):
    draft = " ".join(lines_of(chasing_letter([alone], LATE)))
    factories.issued_plan(review, home_affairs)
    issued = " ".join(lines_of(chasing_letter([alone], LATE)))

    assert "118/KH-UBND" not in draft and "(danh sách tại Phụ lục kèm theo)" in draft
    assert "Thực hiện Kế hoạch số 118/KH-UBND ngày 15 tháng 7 năm 2022" in issued


def test_the_list_is_that_of_the_day_of_the_letter(alone, action):
    type(action).objects.filter(pk=action.pk).update(due_on=date(2022, 12, 1))

    assert _rows(chasing_letter([Chase.objects.get(pk=alone.pk)], LATE))[-1][3:] == ["31/8/2022", "6"]


def test_a_missing_submission_is_listed_with_what_was_missing(
    review, environment, official, head, home_affairs
):
    day = date(2022, 6, 27)
    letters = _send([environment], home_affairs, day, words="Nộp ngay {đơn vị}.", about="submission")
    paper = chasing_letter(letters, day)

    (row,) = _rows(paper)[1:]
    assert row[1:4] == ["Sở Tài nguyên và Môi trường", "22/6/2022", "5"]
    assert "V/v đôn đốc nộp báo cáo kiểm điểm công tác CCHC năm 2021" in lines_of(paper)


def test_what_was_typed_cannot_break_the_file(action, head, home_affairs):
    (letter,) = _send([action.lead_unit], home_affairs, words="<w:p> & {{ {# hết")

    assert "<w:p> & {{ {# hết./." in lines_of(chasing_letter([letter], LATE))


def test_it_is_laid_out_as_the_decree_asks(letters):
    sections = opened(chasing_letter(letters, LATE)).sections

    assert {millimetres(section) for section in sections} == {(20, 20, 30, 15)}
    assert all(section.different_first_page_header_footer for section in sections)


def test_the_same_letter_gives_the_same_bytes(letters):
    assert chasing_letter(letters, LATE) == chasing_letter(letters, LATE)


@pytest.mark.parametrize(
    ("typed", "field", "why"),
    [
        ({"number": "  "}, "number", "Type it in"),
        ({"number": "9" * 41}, "number", "Type it in"),
        ({"numbered_on": LATE - timedelta(days=1)}, "numbered_on", "between"),
        ({"numbered_on": NUMBERED + timedelta(days=2)}, "numbered_on", "between"),
    ],
)
def test_a_number_or_date_that_cannot_be_is_refused(alone, home_affairs, typed, field, why):
    with pytest.raises(Invalid) as refusal:
        _note(alone, home_affairs, **typed)
    assert why in refusal.value.errors[field]


def test_a_number_of_the_year_is_given_once(letters, home_affairs, health):
    _note(letters[0], home_affairs)
    (later,) = _send([health], home_affairs, LATE + timedelta(days=1))
    with pytest.raises(Invalid, match="already has this number"):
        _note(later, home_affairs)


def test_only_home_affairs_notes_it_and_the_slower_of_two_is_told(alone, official, home_affairs):
    with pytest.raises(Refused, match="Only Home Affairs"):
        _note(alone, official)
    slower = Chase.objects.get(pk=alone.pk)
    _note(alone, home_affairs)
    with pytest.raises(Stale):
        _note(slower, home_affairs, number="925")


def test_the_file_and_the_number_are_reached_from_the_letter(alone, home_affairs):
    desk = in_english(home_affairs)
    place = f"/don-doc/{alone.pk}/"
    file = desk.get(f"{place}cong-van.docx")
    typed = desk.fill_in(f"{place}so-hieu/", number="924", numbered_on="08/09/2022")

    assert f'"{place}cong-van.docx"' in text(desk.get(place))
    assert file["Content-Disposition"] == f'attachment; filename="cong-van-don-doc-{alone.pk}.docx"'
    assert lines_of(file.content)
    assert (typed.status_code, typed["Location"]) == (303, place)
    assert "924, 8 September 2022" in text(desk.get(place))


def test_the_letter_is_there_as_pdf_too_with_its_list_upright(letters, leader, official):
    place = f"/don-doc/{letters[0].pk}/"
    file = Reader(leader).get(f"{place}cong-van.pdf")

    assert file["Content-Type"] == "application/pdf"
    assert pages_of(file.content) == ["upright", "upright"]
    assert f'"{place}cong-van.pdf"' in text(Reader(leader).get(place))
    assert Reader(official).get(f"{place}cong-van.pdf").status_code == 403


def test_a_letter_about_a_missing_submission_is_there_as_pdf(review, environment, home_affairs, head):
    asked = "Đề nghị {đơn vị} nộp báo cáo kiểm điểm trước {hạn nộp}."
    (letter,) = _send([environment], home_affairs, words=asked, about="submission")

    assert len(pages_of(chasing_letter([letter], LATE, "pdf"))) == 2


@pytest.mark.parametrize(
    ("person", "paper", "number"),
    [("leader", 200, 403), ("inspector", 200, 403), ("official", 403, 403), ("foreign_official", 404, 404)],
)
def test_who_may_take_the_paper(alone, person, paper, number, request):
    reader = Reader(request.getfixturevalue(person))

    assert reader.get(f"/don-doc/{alone.pk}/cong-van.docx").status_code == paper
    assert reader.get(f"/don-doc/{alone.pk}/so-hieu/").status_code == number


def test_a_unit_is_not_told_who_else_was_chased(letters, official, home_affairs):
    ours = letters[0]
    assert ours.unit.code == "STNMT"

    assert "Department of Health" in text(in_english(home_affairs).get(f"/don-doc/{ours.pk}/"))
    assert "Department of Health" not in text(in_english(official).get(f"/don-doc/{ours.pk}/"))
    assert [row.pk for row in Reader(official).get(f"/don-doc/?batch={ours.batch}").context["page"].rows] == [
        ours.pk
    ]


def _send(units, sender, on: date = LATE, words: str = WORDS, about: str = "overdue") -> list[Chase]:
    by = factories.actor(sender, today=on)
    sent = Chase.objects.send_many(units, by=by, now=at(on), words=words, about=about, level="letter")
    return list(sent.letters[0].of_the_paper().written_out().order_by("unit__sort_key"))


def _note(letter: Chase, person, number: str = "924/SNV-CCHC", numbered_on: date = NUMBERED) -> None:
    by = factories.actor(person, today=NUMBERED)
    letter.note_number(by=by, today=NUMBERED + timedelta(days=1), number=number, numbered_on=numbered_on)


def _rows(paper: bytes) -> list[list[str]]:
    """The lines of the list in the annex."""
    return [[cell.text for cell in row.cells] for row in opened(paper).tables[-1].rows]
