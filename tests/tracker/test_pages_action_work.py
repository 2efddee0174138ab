"""Working at the page of one action: progress with its file in one save, the line of time, the star."""

import pytest

from tests import factories
from tests.files import pdf
from tests.reading import Reader, address
from tracker.models import Action, Event, Watch


@pytest.fixture(autouse=True)
def private_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def expecting(weakness, official, home_affairs) -> Action:
    """An action that is to be proven by a decision and a picture."""
    kinds = ["Quyết định ban hành", "Ảnh chụp hệ thống"]
    return factories.tracked_action(weakness, official, home_affairs, expected_evidence=kinds)


def fill_in(reader, action, **words):
    return reader.fill_in(
        address(action, "tien-do/"), **{"percent": "40", "note": "16/40 hồ sơ", "expected": ""} | words
    )


def page_of(person, action, query: str = "") -> str:
    return Reader(person).get(address(action) + query).content.decode()


def test_progress_next_step_and_file_are_one_save(expecting, official):
    kind = expecting.expected_evidence.first()
    answer = fill_in(Reader(official), expecting, next_step="Quét 24 hồ sơ", file=pdf(), expected=kind.pk)
    piece = expecting.evidence.get()

    assert answer.status_code == 303
    assert (piece.expected, piece.media_type) == (kind, "application/pdf")
    told = Event.objects.of(expecting).filter(verb__in=("progressed", "evidence_added"))
    assert [event.reason for event in told] == ["16/40 hồ sơ → Quét 24 hồ sơ", "Quyết định 412.pdf"]


def test_with_an_unfit_file_nothing_is_saved_and_the_words_stay(expecting, official):
    unfit = pdf("may-tinh.pdf")
    unfit.file.write(b"MZ")
    unfit.file.seek(0)
    answer = fill_in(Reader(official), expecting, file=unfit)

    assert answer.status_code == 422
    assert "16/40 hồ sơ" in answer.content.decode() and "file" in answer.context["form"].errors
    assert Action.objects.get(pk=expecting.pk).percent == 0 and not expecting.evidence.exists()


def test_a_mistake_in_place_brings_back_the_form_alone(action, official):
    reader = Reader(official)
    form = reader.get(address(action, "tien-do/")).context["form"]
    own = {name: form[name].value() for name in ("version", "idempotency")}
    words = own | {"percent": "140", "note": "Đang làm"}
    answer = reader.post(address(action, "tien-do/"), words, headers={"HX-Request": "true"})
    text = answer.content.decode()

    assert answer.status_code == 422
    assert text.lstrip().startswith("<section") and "Đang làm" in text and "<h1" not in text


def test_what_is_missing_stands_first_and_each_kind_has_its_own_way_to_add_it(expecting, official):
    first, second = expecting.expected_evidence.all()
    fill_in(Reader(official), expecting, file=pdf(), expected=first.pk)
    page = page_of(official, expecting)

    assert f"minh-chung/tep/?expected={second.pk}" in page
    assert f"minh-chung/tep/?expected={first.pk}" not in page
    assert page.index(f"?expected={second.pk}") < page.index("Quyết định 412.pdf")


def test_removed_evidence_says_who_took_it_away_and_why(action, official):
    piece = action.add_link(
        by=factories.actor(official),
        today=factories.SUMMER,
        url="https://haugiang.gov.vn/1",
        title="Bài đăng",
    )
    action.remove_evidence(piece, by=factories.actor(official), today=factories.SUMMER, reason="Nhầm trang")
    page = page_of(official, action)
    removed = page[page.index('class="removed"') :]

    assert official.full_name in removed and "Nhầm trang" in removed


def test_a_reader_who_may_not_sees_a_sentence_instead_of_controls(action, leader):
    official_language(leader)
    page = page_of(leader, action)

    assert "updates the progress of this action" in page
    assert "disabled" not in page.replace("aria-disabled", "") and "tien-do/" not in page


def test_the_line_of_time_is_narrowed_to_what_people_said(action, official, home_affairs):
    by = factories.actor(official)
    action.update_progress(by=by, today=factories.SUMMER, percent=40, note="Đã xong đợt 1")
    action.add_link(by=by, today=factories.SUMMER, url="https://haugiang.gov.vn", title="Trang tin lạ")

    def line(show: str) -> str:
        page = page_of(official, action, f"?show={show}")
        return page[page.index('id="dien-bien"') :]

    assert all(words in line("") for words in ("Đã xong đợt 1", "Trang tin lạ"))
    assert "Đã xong đợt 1" in line("discussion") and "Trang tin lạ" not in line("discussion")
    assert "Trang tin lạ" in line("system") and "Đã xong đợt 1" not in line("system")


def test_a_long_history_is_folded_after_its_latest_entries(action, official):
    for number in range(12):
        action.update_progress(
            by=factories.actor(official), today=factories.SUMMER, percent=number, note=f"Lần thứ {number:02}."
        )
    page = page_of(official, action)
    line = page[page.index('id="dien-bien"') :]

    assert line.index("Lần thứ 11.") < line.index("<details>") < line.index("Lần thứ 00.")


def test_a_star_is_set_and_taken_away_by_plain_posts(action, leader):
    reader, place = Reader(leader), address(action, "theo-doi/")

    assert [reader.post(place, {"watch": "yes"}).status_code for _ in range(2)] == [303, 303]
    assert Watch.objects.filter(user=leader, action=action).count() == 1
    assert 'name="watch" value="no"' in reader.get(address(action)).content.decode()
    reader.post(place, {"watch": "no"})
    assert not Watch.objects.exists()


def test_nobody_watches_what_he_cannot_see(action, foreign_official):
    assert Reader(foreign_official).post(address(action, "theo-doi/"), {"watch": "yes"}).status_code == 404
    assert not Watch.objects.exists()


def test_the_page_asks_the_database_as_often_for_one_entry_as_for_many(
    action, official, django_assert_max_num_queries
):
    by = factories.actor(official)
    for number in range(10):
        action.update_progress(by=by, today=factories.SUMMER, percent=number, note="Tiếp tục")
        action.add_link(by=by, today=factories.SUMMER, url="https://haugiang.gov.vn", title="Trang")
    reader = Reader(official)
    reader.get(address(action))

    with django_assert_max_num_queries(45):
        reader.get(address(action))


def official_language(person, language: str = "en") -> None:
    person.language = language
    person.save()
