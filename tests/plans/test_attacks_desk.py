"""The card of a weakness under attack: forged rows and versions, too many rows, buttons pressed a moment too late."""

import pytest

from plans.models import Submission
from plans.models.submissions import repeating
from tests import factories
from tests.factories import actor
from tests.plans.chain_writing import as_shown, filled, place, submission
from tests.reading import Reader
from tracker import calendar
from tracker.errors import Invalid, Refused
from tracker.models import Chain, Event, Review, Weakness

HERE = "/ban-nop/2021/STNMT/"
CAUSE = {"kind": "internal", "statement": "Lời cũ."}


@pytest.fixture(autouse=True)
def in_june(monkeypatch):
    monkeypatch.setattr(calendar, "today", lambda: factories.IN_JUNE)


@pytest.fixture
def reader(official):
    return Reader(official)


@pytest.fixture
def found(review, official):
    """A weakness the unit named itself."""
    return submission().add_weakness(by=actor(official), today=factories.IN_JUNE, title="Chậm công khai",
                                     statement="05/12 thủ tục.", index=factories.index())  # fmt: skip


def write(weakness, by, **parts) -> None:
    weakness.refresh_from_db()
    submission().write_chain(weakness, Chain(**parts), by=actor(by), today=factories.IN_JUNE)


@pytest.mark.parametrize("version", ["", "0", "-1", "a", "1e9", str(10**30), "2147483647", "99"])
@pytest.mark.parametrize("part", ["", "tu-luu/"])
def test_a_version_nobody_was_given_writes_nothing(part, version, reader, weakness, official):
    words = filled(reader, weakness, official, version=version)

    assert reader.post(place(weakness, part), words).status_code in (409, 422)
    assert not weakness.causes.exists()


def test_all_of_a_hundred_rows_are_written(reader, weakness, official):
    write(weakness, official, cause={f"k{n}": CAUSE | {"statement": f"Lý do {n}"} for n in range(100)})
    words = as_shown(reader, weakness) | {"cause-k99-statement": "Lời mới."}

    assert reader.post(place(weakness), words).status_code == 303
    assert weakness.causes.get(key="k99").statement == "Lời mới."


def test_more_rows_than_a_card_takes_are_refused_with_words_and_kept_on_the_screen(reader, weakness):
    keys = [f"k{n}" for n in range(300)]
    rows = {f"cause-{key}-{name}": text for key in keys for name, text in CAUSE.items()}
    answer = reader.post(place(weakness), as_shown(reader, weakness) | {"cause": keys} | rows)

    assert answer.status_code == 422 and answer.context["form"].problems
    assert not weakness.causes.exists()


@pytest.mark.parametrize("key", ["k" * 300, "'\"<b>", "__proto__", "a b", "é", "k\0", "../x", "A1", ""])
def test_a_row_under_a_forged_key_is_not_written(key, reader, weakness):
    row = {"cause": [key], f"cause-{key}-kind": "internal", f"cause-{key}-statement": "Chữ"}

    for part in ("", "tu-luu/", "dong/"):
        answer = reader.post(
            place(weakness, part), as_shown(reader, weakness) | row | {"do": f"copy-cause-{key}"}
        )
        assert answer.status_code < 500
    assert not weakness.causes.exists()


def test_lists_where_one_value_belongs_and_values_where_a_list_belongs(reader, weakness, official):
    words = filled(reader, weakness, official)
    odd = {"cause-c1-statement": ["Một", "Hai"], "action-a1-owner": [str(official.pk), "9"], "title": ["x", "y"],
           "action-a1-coordinating_units": "STNMT", "cause-c1-removed": ["1", "0"], "version": ["1", "x"]}  # fmt: skip

    for name, value in odd.items():
        assert reader.post(place(weakness, "tu-luu/"), words | {name: value}).status_code in (200, 409)


def test_a_weakness_that_goes_on_in_the_next_year_is_not_removed_and_says_why(
    found, official, home_affairs, reader
):
    later = factories.review(home_affairs, year=2022) if Review.objects.update(state="monitoring") else None
    Weakness.record(by=actor(home_affairs), today=factories.IN_JUNE, review=later, unit=found.unit, title="Lại chậm",
                    statement="Vẫn chậm.", index=found.index, repeats=found)  # fmt: skip
    answer = reader.fill_in(place(found, "xoa/"))

    assert answer.status_code == 409 and Weakness.objects.filter(pk=found.pk).exists()


def test_what_was_typed_for_a_weakness_that_is_gone_is_shown_once_more(found, official, reader):
    words = as_shown(reader, found) | {"statement": "Hai mươi phút công sức."}
    submission().remove_weakness(found, by=actor(official), today=factories.IN_JUNE)
    answer = reader.post(place(found), words)

    assert answer.status_code == 404 and "Hai mươi phút công sức." in answer.content.decode()


def test_two_colleagues_take_the_same_weakness_over_once(weakness, official, home_affairs):
    Review.objects.update(state="monitoring")
    factories.review(home_affairs, year=2022)
    this_year = Submission.objects.get(review__year=2022, unit__code="STNMT")
    by = {"by": actor(official), "today": factories.IN_JUNE}
    repeating.take_over(this_year, [weakness], **by)

    with pytest.raises((Invalid, Refused)):
        repeating.take_over(this_year, [weakness], **by)
    assert weakness.repeated_by.count() == 1


def test_a_weakness_removed_twice_is_removed_once_in_the_history(found, official):
    twins = [Weakness.objects.get(pk=found.pk) for _ in range(2)]
    submission().remove_weakness(twins[0], by=actor(official), today=factories.IN_JUNE)

    with pytest.raises(Refused):
        submission().remove_weakness(twins[1], by=actor(official), today=factories.IN_JUNE)
    assert Event.objects.filter(verb="removed").count() == 1


def test_a_note_of_a_megabyte_is_refused_with_words(weakness, official, reader):
    answer = reader.fill_in(place(weakness, "ghi-chu/"), words_to_keep="x" * 1_000_000)

    assert answer.status_code == 422 and not Event.objects.of(weakness).filter(verb="noted").exists()


def test_a_card_of_many_hundred_rows_can_still_be_sent(reader, weakness, official):
    write(weakness, official, cause={f"k{n}": CAUSE | {"statement": f"Lý do {n}"} for n in range(400)})
    words = as_shown(reader, weakness) | {"cause-k399-statement": "Lời mới."}

    assert reader.post(place(weakness), words).status_code == 303
    assert weakness.causes.get(key="k399").statement == "Lời mới."


def test_ten_thousand_keys_are_refused_before_anything_is_read(reader, weakness):
    answer = reader.post(
        place(weakness), as_shown(reader, weakness) | {"cause": [f"k{n}" for n in range(10_000)]}
    )

    assert answer.status_code == 400


ODD = "\u202e\u200b<img src=x onerror=alert(1)>\r\nBcc: a@b.test =HYPERLINK(1)"


def test_odd_signs_stay_words_on_every_page_of_the_submission(reader, found, official, head):
    words = filled(
        reader, found, official, **{"title": ODD, "cause-c1-statement": ODD, "action-a1-statement": ODD}
    )
    assert reader.post(place(found), words).status_code == 303
    reader.fill_in(HERE + "diem-manh/", strengths=ODD)
    reader.fill_in(HERE + "trach-nhiem/", head_responsibility=ODD)
    submission().send_to_head(by=actor(official), today=factories.IN_JUNE)
    assert Reader(head).fill_in(HERE + "nop/").status_code == 303

    for page in ("", "kiem-tra/", "bien-nhan/", "diem-manh/", f"hc/{found.ref}/"):
        text = Reader(head).get(HERE + page).content.decode()
        assert "<img src" not in text and "\r" not in text
