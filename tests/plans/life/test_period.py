"""Until when the plan is carried out: the end of its year unless Home Affairs says otherwise while it is a draft."""

from datetime import date

import pytest

from plans.papers import plan_document
from tests.factories import ISSUED, actor
from tests.plans.life.steps import PAGE, SIGNED, unmet
from tests.plans.word_reader import lines_of
from tests.reading import Reader, in_english
from tracker.errors import Invalid, Refused
from tracker.models import Event

JUNE = date(2023, 6, 30)
PERIOD = f"{PAGE}thoi-gian/"


@pytest.fixture
def by(home_affairs) -> dict:
    return {"by": actor(home_affairs), "today": ISSUED}


def move_line(plan, due_on: date) -> None:
    plan.items.update(due_on=due_on)


def test_the_check_goes_by_the_day_that_home_affairs_has_set(sound, by):
    move_line(sound, JUNE)
    assert "period" in unmet(sound)

    sound.end_period(**by, ends_on=JUNE)
    assert "period" not in unmet(sound)
    move_line(sound, date(2023, 7, 1))
    assert "period" in unmet(sound)
    assert "30/06/2023" in next(check.note for check in sound.checks(ISSUED) if check.name == "period")


def test_a_shorter_period_finds_what_lies_after_it(sound, by):
    sound.end_period(**by, ends_on=date(2022, 7, 29))

    assert "period" in unmet(sound)


def test_without_a_day_the_plan_ends_with_its_year_again(sound, by):
    sound.end_period(**by, ends_on=JUNE)

    assert sound.end_period(**by, ends_on=None)
    assert sound.period_end == date(2022, 12, 31)
    assert not sound.end_period(**by, ends_on=date(2022, 12, 31))
    assert Event.objects.of(sound).filter(verb="period_set").count() == 2


@pytest.mark.parametrize("day", [date(2022, 7, 1), date(2028, 1, 1)])
def test_a_day_before_the_plan_is_due_or_far_away_is_refused(sound, by, day):
    with pytest.raises(Invalid) as refusal:
        sound.end_period(**by, ends_on=day)

    assert set(refusal.value.errors) == {"ends_on"}


def test_an_issued_plan_keeps_its_period(issued, by, official):
    with pytest.raises(Refused):
        issued.end_period(**by, ends_on=JUNE)


def test_only_home_affairs_says_when_the_plan_ends(sound, leader):
    with pytest.raises(Refused):
        sound.end_period(by=actor(leader), today=ISSUED, ends_on=JUNE)


def test_the_paper_names_the_period_that_was_set_and_keeps_it_when_frozen(sound, by):
    assert not [line for line in lines_of(plan_document(sound, ISSUED)) if "Thời gian thực hiện" in line]

    sound.end_period(**by, ends_on=JUNE)
    sound.send(**by)
    sound.issue(**by, **SIGNED)
    said = [line for line in lines_of(plan_document(sound, ISSUED)) if "Thời gian thực hiện" in line]
    assert said == ["d) Thời gian thực hiện Kế hoạch: từ ngày ban hành đến hết ngày 30 tháng 6 năm 2023."]


def test_the_day_is_typed_on_a_page_of_its_own(sound, home_affairs, leader):
    in_english(home_affairs)
    reader = Reader(home_affairs)
    assert 'value="31/12/2022"' in reader.get(PERIOD).text
    assert PERIOD in reader.get(PAGE).text

    wrong = reader.fill_in(PERIOD, ends_on="30/06/2050")
    assert wrong.status_code == 422 and "30/06/2050" in wrong.text
    assert reader.fill_in(PERIOD, ends_on="30/06/2023").status_code == 303
    sound.refresh_from_db()
    assert sound.period_end == JUNE
    assert Reader(leader).get(PERIOD).status_code == 403
