"""The plan's own texts: written while it is a draft, blank ones give way to the standing text."""

import pytest

from tests.factories import ISSUED, actor
from tests.plans.life.steps import PAGE
from tests.reading import Reader
from tracker.errors import Invalid, Refused

TEXTS = f"{PAGE}noi-dung/"
BLANK = dict.fromkeys(("grounds", "purpose", "requirements", "targets", "organisation"), "")


def test_lines_stay_lines_and_a_blank_text_is_not_kept(sound, home_affairs):
    sound.write_texts(
        by=actor(home_affairs), today=ISSUED, grounds=" Căn cứ A;\r\n\r\n  Căn cứ  B. ", purpose=" "
    )

    assert sound.texts == {"grounds": "Căn cứ A;\nCăn cứ B."}


def test_what_is_not_spoken_of_stays_and_blank_gives_the_standing_text_back(sound, home_affairs):
    by = {"by": actor(home_affairs), "today": ISSUED}
    sound.write_texts(grounds="A", purpose="B", **by)
    sound.write_texts(purpose="", **by)

    assert sound.texts == {"grounds": "A"}
    assert not sound.write_texts(grounds="A", **by)


def test_a_text_of_another_name_or_too_long_is_refused(sound, home_affairs):
    for wrong in ({"preface": "x"}, {"purpose": "x" * 10_001}):
        with pytest.raises(Invalid) as refusal:
            sound.write_texts(by=actor(home_affairs), today=ISSUED, **wrong)
        assert list(refusal.value.errors) == list(wrong)


def test_a_plan_with_the_committee_is_not_reworded(with_committee, home_affairs):
    with pytest.raises(Refused):
        with_committee.write_texts(by=actor(home_affairs), today=ISSUED, purpose="Khác")


def test_the_page_shows_the_standing_text_beside_each_field_and_keeps_what_is_typed(
    sound, home_affairs, leader
):
    reader = Reader(home_affairs)
    assert "Luật Tổ chức chính quyền địa phương" in reader.get(TEXTS).content.decode()

    assert reader.fill_in(TEXTS, **(BLANK | {"purpose": "Khắc phục ngay."})).status_code == 303
    sound.refresh_from_db()
    assert sound.texts == {"purpose": "Khắc phục ngay."}
    assert Reader(leader).get(TEXTS).status_code == 403
