"""Home Affairs accepts, returns, takes back, and goes on with the next submission that waits."""

from datetime import timedelta

from plans.models import Submission
from tests import factories
from tests.factories import actor
from tests.plans.reviewing import HERE, REVIEW, note, row_of
from tests.reading import Reader, text
from tracker import calendar
from tracker.models import Event


def test_accepting_leads_to_the_next_that_waits_with_the_way_back(
    waiting, home_affairs, health, foreign_official, proposed
):
    chief = factories.person("yen@sample.test", "Trần Thị Yến", "unit_head", health)
    factories.submitted(Submission.objects.get(unit=health), foreign_official, chief)
    reader = Reader(home_affairs)
    assert "1 row has no verdict yet." in text(reader.get(f"{HERE}tiep-nhan/"))
    answer = reader.fill_in(f"{HERE}tiep-nhan/", notes="")

    assert (answer.status_code, answer.url) == (303, "/ban-nop/2021/SYT/xem-xet/")
    page = text(reader.get(answer.url))
    assert f"{HERE}xem-lai/" in page and "1 of 1 that wait" in page
    assert Submission.objects.get(pk=waiting.pk).state == "accepted"


def test_the_last_one_leads_to_the_list(waiting, home_affairs):
    assert Reader(home_affairs).fill_in(f"{HERE}tiep-nhan/", notes="").url == "/ban-nop/"


def test_the_oldest_is_looked_at_first(waiting, home_affairs, health, foreign_official):
    chief = factories.person("yen@sample.test", "Trần Thị Yến", "unit_head", health)
    factories.submitted(Submission.objects.get(unit=health), foreign_official, chief)
    Submission.objects.filter(pk=waiting.pk).update(submitted_on=factories.DEADLINE + timedelta(days=1))
    page = text(Reader(home_affairs).get(REVIEW))

    assert "2 of 2 that wait" in page and 'rel="prev" href="/ban-nop/2021/SYT/xem-xet/"' in page


def test_what_is_marked_to_be_returned_is_not_accepted(waiting, home_affairs):
    note(waiting, home_affairs, "return", remark="Thiếu")
    reader = Reader(home_affairs)
    page = reader.get(f"{HERE}tiep-nhan/")
    words = {name: page.context["form"][name].value() for name in ("version", "idempotency", "notes")}

    assert 'id="verb-form"' not in text(page) and "marked to be returned" in text(page)
    assert reader.post(f"{HERE}tiep-nhan/", words).status_code == 409
    assert Submission.objects.get(pk=waiting.pk).state == "submitted"


def returning(reader, weakness, **words):
    """The page with the remarks, and what it would send."""
    form = reader.get(f"{HERE}tra-lai-bo-sung/").context["form"]
    return {field.name: field.value() for field in form} | words


def test_it_is_returned_with_the_remarks_of_its_rows_and_a_working_day(
    waiting, weakness, official, home_affairs
):
    note(waiting, home_affairs, "return", remark="Nêu số liệu")
    reader = Reader(home_affairs)
    page = reader.get(f"{HERE}tra-lai-bo-sung/")
    due = page.context["form"]["due_on"].value()
    assert "Return with 1 remark" in text(page) and "Nêu số liệu" in text(page)
    assert due > calendar.today() and due.weekday() < 5

    words = returning(reader, weakness, remark="Đọc kỹ hướng dẫn", due_on=f"{due:%d/%m/%Y}")
    assert reader.post(f"{HERE}tra-lai-bo-sung/", words).status_code == 303
    waiting.refresh_from_db()
    assert (waiting.state, waiting.due_on, row_of(waiting).remark) == ("returned", due, "Nêu số liệu")
    mended = text(Reader(official).get(HERE))
    assert "Đọc kỹ hướng dẫn" in mended and "Nêu số liệu" in mended
    for page in (f"{HERE}diem-manh/", f"{HERE}tep/", f"{HERE}kiem-tra/"):
        assert "Đọc kỹ hướng dẫn" in text(Reader(official).get(page))


def test_returning_needs_a_reason_and_a_later_date_and_keeps_what_was_typed(waiting, weakness, home_affairs):
    note(waiting, home_affairs, "return")
    reader = Reader(home_affairs)
    words = returning(reader, weakness, remark="Chung", due_on="01/01/2020")
    answer = reader.post(f"{HERE}tra-lai-bo-sung/", words)
    assert answer.status_code == 422 and "Say what is to be mended in this row." in text(answer)

    answer = reader.post(f"{HERE}tra-lai-bo-sung/", words | {weakness.ref: "Nêu số liệu"})
    assert answer.status_code == 422 and "Give the unit a new date after today." in text(answer)
    assert "Chung" in text(answer) and "Nêu số liệu" in text(answer)


def test_without_a_marked_row_a_remark_on_the_whole_is_asked_for(waiting, weakness, home_affairs):
    reader = Reader(home_affairs)
    due = f"{calendar.today() + timedelta(days=3):%d/%m/%Y}"
    page = text(reader.get(f"{HERE}tra-lai-bo-sung/"))
    assert "No row is marked to be returned" in page and "the unit cannot mend them" in page

    empty = reader.post(f"{HERE}tra-lai-bo-sung/", returning(reader, weakness, remark="", due_on=due))
    assert empty.status_code == 422
    full = reader.post(f"{HERE}tra-lai-bo-sung/", returning(reader, weakness, remark="Ký lại", due_on=due))
    assert full.status_code == 303


def test_what_a_colleague_marks_meanwhile_comes_with_his_remark_and_mine_stay(
    waiting, weakness, home_affairs, second_home_affairs
):
    reader = Reader(home_affairs)
    due = f"{calendar.today() + timedelta(days=3):%d/%m/%Y}"
    words = returning(reader, weakness, remark="Lời của tôi", due_on=due)
    note(waiting, second_home_affairs, "return", remark="Lan muốn số liệu")
    conflict = reader.post(f"{HERE}tra-lai-bo-sung/", words)
    assert conflict.status_code == 409
    assert "Lan muốn số liệu" in text(conflict) and "Lời của tôi" in text(conflict)

    form = conflict.context["form"]
    again = {name: form[name].value() for name in form.fields}
    assert reader.post(f"{HERE}tra-lai-bo-sung/", again).status_code == 303
    assert row_of(waiting).remark == "Lan muốn số liệu"


def test_an_acceptance_is_taken_back_with_a_reason(waiting, home_affairs):
    waiting.accept(by=actor(home_affairs), today=calendar.today())
    reader = Reader(home_affairs)
    assert f"{HERE}xem-lai/" in text(reader.get(REVIEW))
    assert reader.fill_in(f"{HERE}xem-lai/", reason=" ").status_code == 422
    answer = reader.fill_in(f"{HERE}xem-lai/", reason="Đọc nhầm")

    assert (answer.status_code, answer.url) == (303, REVIEW)
    assert "Đọc nhầm" in text(reader.get(REVIEW))
    assert Event.objects.of(waiting).last().verb == "reconsidered"


def test_where_work_has_begun_the_page_says_why_it_stays(waiting, proposed, official, home_affairs):
    waiting.accept(by=actor(home_affairs), today=calendar.today())
    proposed.refresh_from_db()
    proposed.update_progress(by=actor(official), today=calendar.today(), percent=5, note="Họp")

    for place in (REVIEW, f"{HERE}xem-lai/"):
        assert f"Work has begun on {proposed.ref}" in text(Reader(home_affairs).get(place))
