"""The official letter to many units about missing submissions: what it says for all, and what its list says for one."""

from datetime import date

import pytest

from notifications.models import Chase
from notifications.papers import chasing_letter
from notifications.papers.chasing_paper import MOST_NAMED, THOSE_LISTED
from plans.models import Submission
from tests import factories
from tests.notifications.days import at
from tests.plans.word_reader import lines_of, opened

BEFORE, AFTER = date(2022, 6, 20), date(2022, 6, 27)  # two days before the deadline, five after it
WORDS = "{đơn vị} chưa nộp (hạn nộp {hạn nộp}, {thời hạn}). Đề nghị nộp chậm nhất ngày {nộp chậm nhất}."


@pytest.fixture
def paper(review, environment, official, health, foreign_official, home_affairs):
    """One unit has the deadline of all, the other may have one of its own."""

    def write(on: date, own: date | None = None) -> bytes:
        Submission.objects.filter(unit=health).update(due_on=own)
        return chasing_letter(_sent([environment, health], home_affairs, on), on)

    return write


@pytest.mark.parametrize(
    ("on", "own", "line"),
    [
        (BEFORE, None, "(hạn nộp 22/06/2022, còn 2 ngày). Đề nghị nộp chậm nhất ngày 22/06/2022./."),
        (
            BEFORE, date(2022, 7, 1),
            "(hạn nộp từ 22/06/2022 đến 01/07/2022, còn từ 2 đến 11 ngày). "
            "Đề nghị nộp chậm nhất ngày nêu tại danh sách kèm theo./.",
        ),
        (
            AFTER, date(2022, 7, 1),
            "(hạn nộp từ 22/06/2022 đến 01/07/2022, một số đơn vị đã quá hạn). "
            "Đề nghị nộp chậm nhất ngày nêu tại danh sách kèm theo./.",
        ),
        (
            AFTER, date(2022, 6, 24),
            "(hạn nộp từ 22/06/2022 đến 24/06/2022, đã quá hạn từ 3 đến 5 ngày). "
            "Đề nghị nộp chậm nhất ngày 30/06/2022./.",
        ),
        (
            date(2022, 6, 22), date(2022, 7, 1),
            "(hạn nộp từ 22/06/2022 đến 01/07/2022, một số đơn vị đến hạn hôm nay). "
            "Đề nghị nộp chậm nhất ngày nêu tại danh sách kèm theo./.",
        ),
    ],
)  # fmt: skip
def test_no_unit_reads_the_date_of_another(on, own, line, paper):
    assert f"các cơ quan, đơn vị chưa nộp {line}" in lines_of(paper(on, own))


def test_the_list_gives_each_that_is_late_its_day(paper):
    late, in_time = (cells[-1] for cells in _rows(paper(AFTER, date(2022, 7, 1))))

    assert late.endswith("Nộp chậm nhất ngày 30/06/2022.") and "Nộp chậm nhất" not in in_time


def test_a_letter_to_very_many_is_addressed_to_those_in_the_list(review, home_affairs):
    units = [_owing(review, f"D{number:02}") for number in range(MOST_NAMED + 1)]
    lines = lines_of(chasing_letter(_sent(units, home_affairs, BEFORE), BEFORE))

    assert f"Kính gửi: {THOSE_LISTED}" in lines and not any(line.startswith("- D00") for line in lines)


def _owing(review, code: str):
    unit = factories.unit(code, f"{code} Đơn vị")
    factories.person(f"{code}@sample.test", f"Người {code}", "official", unit)
    Submission.objects.get_or_create(review=review, unit=unit)
    return unit


def _sent(units, sender, on: date) -> list[Chase]:
    by = factories.actor(sender, today=on)
    sent = Chase.objects.send_many(units, by=by, now=at(on), words=WORDS, about="submission", level="letter")
    return list(sent.letters[0].of_the_paper().written_out().order_by("unit__sort_key"))


def _rows(paper: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in opened(paper).tables[-1].rows][1:]
