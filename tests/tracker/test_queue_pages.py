"""Home Affairs works through a queue: one case open, decided, the next one open."""

from datetime import timedelta

import pytest

from tests import factories
from tests.reading import Reader, in_english, text
from tests.tracker.waiting import MONDAY, asked, question, reported
from tracker import queue_cases
from tracker.calendar import PUBLISHED, today
from tracker.models import Action, Event, ExtensionRequest, Membership, Question

EXTENSIONS, VERIFICATIONS, QUESTIONS = "/cho-xu-ly/gia-han/", "/cho-xu-ly/xac-minh/", "/cho-xu-ly/cau-hoi/"
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def bound(weakness, official, home_affairs):
    return weakness, official, home_affairs


@pytest.fixture
def reader(home_affairs):
    in_english(home_affairs)
    return Reader(home_affairs)


def decided(reader, place: str, thing, **words):
    """Open the case and send its form with these words."""
    form = reader.get(f"{place}?viec={thing.pk}").context["form"]
    own = {name: form[name].value() for name in ("version", "idempotency", "viec")}
    return reader.post(f"{place}?viec={thing.pk}", own | words)


def state(thing) -> str:
    return type(thing).objects.get(pk=thing.pk).state


def test_the_way_in_leads_to_the_queue_with_the_longest_waiting(bound, reader, action, official):
    asked(*bound, on=TUESDAY)
    question(action, official, on=MONDAY)

    assert reader.get("/cho-xu-ly/").url == QUESTIONS


def test_the_longest_waiting_case_is_open_unless_another_is_asked_for(bound, reader):
    late, early = asked(*bound, on=TUESDAY), asked(*bound)

    assert reader.get(EXTENSIONS).context["thing"] == early
    assert reader.get(f"{EXTENSIONS}?viec={late.pk}").context["thing"] == late


def test_a_decision_opens_the_next_case_and_after_the_last_the_average_is_told(bound, reader):
    first, second = asked(*bound), asked(*bound, on=TUESDAY)
    answer = decided(reader, EXTENSIONS, first, decision="grant")
    assert (answer.status_code, answer.url) == (303, f"{EXTENSIONS}?viec={second.pk}")

    answer = decided(reader, EXTENSIONS, second, decision="refuse", remark="Không có lý do khách quan")
    page = reader.get(answer.url)
    assert (state(first), state(second)) == ("approved", "refused")
    assert answer.url == EXTENSIONS and "All done." in text(page)
    assert page.context["average"] == pytest.approx(_since(MONDAY, TUESDAY))


def _since(*days) -> float:
    """The mean number of working days from these days until today."""
    return sum(PUBLISHED.count(day, today()) for day in days) / len(days)


def test_only_saving_stays_at_the_case_and_shows_what_was_decided(bound, reader):
    first, _second = asked(*bound), asked(*bound)
    answer = decided(reader, EXTENSIONS, first, decision="grant", stay="1")
    page = reader.get(answer.url)

    assert answer.url == f"{EXTENSIONS}?viec={first.pk}"
    assert page.context["settled"].verb == "approved" and "form" not in page.context


def test_what_one_choice_needs_is_not_called_optional(bound, reader):
    asked(*bound)
    reported(*bound)

    for place in (EXTENSIONS, VERIFICATIONS):
        page = text(reader.get(place))
        assert "Needed when you" in page and "(optional)" not in page


def test_an_earlier_date_is_granted(bound, reader):
    request = asked(*bound)
    decided(reader, EXTENSIONS, request, decision="earlier", granted_due_on="15/09/2022")

    assert Action.objects.get(pk=request.action_id).due_on.isoformat() == "2022-09-15"


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({}, "decision"),
        ({"decision": "earlier"}, "granted_due_on"),
        ({"decision": "earlier", "granted_due_on": "31/12/2022"}, "granted_due_on"),
        ({"decision": "earlier", "granted_due_on": "mai"}, "granted_due_on"),
        ({"decision": "grant", "granted_due_on": "15/09/2022"}, "granted_due_on"),
        ({"decision": "refuse"}, "remark"),
        ({"decision": "destroy"}, "decision"),
    ],
)
def test_a_decision_that_is_not_whole_is_said_beside_its_field_and_decides_nothing(
    words, field, bound, reader
):
    request = asked(*bound)
    answer = decided(reader, EXTENSIONS, request, **({"remark": ""} | words))

    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    assert state(request) == "pending"


def test_a_second_click_decides_once_and_leads_on_all_the_same(bound, reader):
    first, second = asked(*bound), asked(*bound)
    form = reader.get(f"{EXTENSIONS}?viec={first.pk}").context["form"]
    words = {name: form[name].value() for name in ("version", "idempotency", "viec")} | {"decision": "grant"}
    answers = [reader.post(EXTENSIONS, words) for _ in range(2)]

    assert [(each.status_code, each.url) for each in answers] == [(303, f"{EXTENSIONS}?viec={second.pk}")] * 2
    assert Event.objects.of(first).filter(verb="approved").count() == 1 and state(second) == "pending"


def test_the_form_decides_on_the_case_it_was_shown_for_whatever_the_address_says(bound, reader):
    first, second = asked(*bound), asked(*bound)
    form = reader.get(f"{EXTENSIONS}?viec={first.pk}").context["form"]
    words = {name: form[name].value() for name in ("version", "idempotency", "viec")} | {"decision": "grant"}
    reader.post(f"{EXTENSIONS}?viec={second.pk}", words)

    assert (state(first), state(second)) == ("approved", "pending")


@pytest.mark.parametrize("viec", ["", "x", "999999", "9" * 30, "9" * 5000, "٣"])
def test_a_form_without_its_case_changes_nothing(viec, bound, reader):
    request = asked(*bound)

    assert reader.post(EXTENSIONS, {"viec": viec, "decision": "grant"}).status_code == 404
    assert state(request) == "pending"


@pytest.mark.parametrize("viec", ["x", "999999", "9" * 30, "9" * 5000, "-1", "٣"])
def test_a_case_that_never_was_is_said_not_to_be_there_and_the_queue_goes_on(viec, bound, reader):
    request = asked(*bound)
    page = reader.get(EXTENSIONS, {"viec": viec})

    assert page.status_code == 200 and "There is no such case" in text(page)
    assert f"?viec={request.pk}" in text(page)


def test_what_a_colleague_has_decided_meanwhile_is_told_and_the_typed_text_is_kept(
    bound, reader, second_home_affairs
):
    first, second = asked(*bound), asked(*bound)
    form = reader.get(f"{EXTENSIONS}?viec={first.pk}").context["form"]
    words = {name: form[name].value() for name in ("version", "idempotency", "viec")}
    first.approve(by=factories.actor(second_home_affairs), today=TUESDAY)
    typed = {"decision": "refuse", "remark": "Không đủ căn cứ để gia hạn."}
    page = reader.post(EXTENSIONS, words | typed)

    assert page.status_code == 409 and state(first) == "approved"
    assert "Không đủ căn cứ để gia hạn." in text(page) and second_home_affairs.full_name in text(page)
    assert page.context["next"] == second


@pytest.mark.parametrize("words", [{}, {"decision": "refuse", "remark": "Chữ thứ hai"}])
def test_what_cannot_be_taken_for_a_settled_case_is_told_so_and_kept(words, bound, reader):
    first, _second = asked(*bound), asked(*bound)
    form = reader.get(f"{EXTENSIONS}?viec={first.pk}").context["form"]
    own = {name: form[name].value() for name in ("version", "idempotency", "viec")} | {
        "remark": "Chữ thứ nhất"
    }
    reader.post(EXTENSIONS, own | {"decision": "grant"})
    page = reader.post(EXTENSIONS, own | words)

    assert page.status_code == 409 and state(first) == "approved"
    assert (own | words)["remark"] in text(page) and page.context["settled"].verb == "approved"


def test_a_case_beyond_the_end_of_the_list_is_worked_on_like_the_others(bound, reader, monkeypatch):
    monkeypatch.setattr(queue_cases, "MOST", 1)
    first, second = asked(*bound), asked(*bound)
    answer = decided(reader, EXTENSIONS, second)
    assert answer.status_code == 422 and answer.context["form"].errors

    assert decided(reader, EXTENSIONS, second, decision="grant").url == f"{EXTENSIONS}?viec={first.pk}"


def test_a_deep_link_to_a_case_already_decided_says_by_whom(bound, reader, second_home_affairs):
    request = asked(*bound)
    request.refuse(by=factories.actor(second_home_affairs), today=TUESDAY, reason="Chưa có kế hoạch cụ thể")
    page = text(reader.get(f"{EXTENSIONS}?viec={request.pk}"))

    assert second_home_affairs.full_name in page and "Chưa có kế hoạch cụ thể" in page


def test_a_request_shows_what_the_decision_rests_on(bound, reader, official, home_affairs):
    request = asked(*bound, days=10)
    request.approve(by=factories.actor(home_affairs), today=TUESDAY, remark="Lần này thôi")
    again = request.action.ask_extension(
        by=factories.actor(official), today=factories.DUE + timedelta(days=12), reason="Mưa lũ",
        requested_due_on=factories.DUE + timedelta(days=30),
    )  # fmt: skip
    page = reader.get(f"{EXTENSIONS}?viec={again.pk}")

    assert (page.context["place_in_line"], page.context["most"]) == (2, 2)
    assert page.context["earlier"] == [request] and "Lần này thôi" in text(page)
    assert (
        "20 days more" in text(page) and "asked after the due date" in text(page) and "Mưa lũ" in text(page)
    )


def test_a_report_that_holds_is_verified_with_what_was_checked(bound, reader):
    action = reported(*bound)
    decided(reader, VERIFICATIONS, action, decision="holds", checks=["content", "signature"], remark="Tốt")

    assert state(action) == "done"
    assert Event.objects.of(action).last().after["checks"] == ["content", "signature"]


def test_a_late_report_shows_its_cause_and_holds_as_late_with_external_reasons(bound, reader):
    action = reported(*bound, on=factories.DUE + timedelta(days=2))
    page = text(reader.get(VERIFICATIONS))
    decided(reader, VERIFICATIONS, action, decision="holds", is_delay_objective="on")
    verified = Action.objects.get(pk=action.pk)

    assert "completed late" in page and "Chờ kinh phí" in page
    assert (verified.state, verified.is_delay_objective) == ("done", True)


def test_a_report_in_time_is_not_asked_about_a_delay(bound, reader):
    reported(*bound)
    form = reader.get(VERIFICATIONS).context["form"]

    assert "is_delay_objective" not in form.fields


def test_a_report_goes_back_with_a_reason_only(bound, reader):
    action = reported(*bound)
    answer = decided(reader, VERIFICATIONS, action, decision="return", remark=" ")
    assert answer.status_code == 422 and list(answer.context["form"].errors) == ["remark"]

    decided(reader, VERIFICATIONS, action, decision="return", remark="Thiếu dấu")
    assert state(action) == "returned"


def test_a_verification_shows_each_expected_kind_with_what_was_brought(
    weakness, official, home_affairs, reader
):
    action = factories.tracked_action(weakness, official, home_affairs)
    kind = action.expected_evidence.create(description="Quyết định ban hành")
    by = {"by": factories.actor(official), "today": MONDAY}
    action.add_document(
        **by, number="12/QĐ", issued_on=MONDAY, issuer="Sở", title="Quyết định", expected=kind
    )
    action.add_link(**by, url="https://haugiang.gov.vn/bai", title="Bài đăng")
    action.report(**by)
    page = reader.get(VERIFICATIONS)

    assert [(each, [piece.title for piece in pieces]) for each, pieces in page.context["expected"]] == [
        (kind, ["Quyết định"])
    ]
    assert [piece.title for piece in page.context["others"]] == ["Bài đăng"]


def test_whoever_reported_himself_sees_the_case_and_why_somebody_else_decides(
    weakness, home_affairs, environment, reader
):
    Membership.objects.create(user=home_affairs, unit=environment, role="official")
    action = reported(weakness, home_affairs, home_affairs)
    page = reader.get(VERIFICATIONS)
    answer = reader.post(VERIFICATIONS, {"viec": action.pk, "version": action.version, "idempotency": "k" * 12,
                                         "decision": "holds"})  # fmt: skip

    assert page.context["thing"] == action and page.context["form"] is None
    assert "nobody verifies his own report" in text(page)
    assert answer.status_code == 409 and state(action) == "reported"


def test_a_question_of_today_is_answered_with_a_button_that_says_so(action, official, reader):
    asked_today = question(action, official, on=today())
    page = text(reader.get(QUESTIONS))
    assert "Send the answer" in page and "since today" in page and "Longest:" not in page

    decided(reader, QUESTIONS, asked_today, words="Được.")
    assert "The answer is sent" in text(reader.get(QUESTIONS))


def test_an_answered_question_leaves_the_queue(action, official, reader):
    thread = question(action, official)
    page = text(reader.get(QUESTIONS))
    answer = decided(reader, QUESTIONS, thread, words="Đủ, kèm ngày chụp.")

    assert "Ảnh chụp có đủ không?" in page and f"/hanh-dong/{action.ref}/#trao-doi" in page
    assert answer.url == QUESTIONS and not Question.objects.open().exists()
    assert [reply.words for reply in thread.replies.all()] == ["Đủ, kèm ngày chụp."]


def test_a_question_about_a_weakness_links_to_its_card(weakness, official, reader):
    question(weakness, official)

    assert f"/hc/{weakness.ref}/#trao-doi" in text(reader.get(QUESTIONS))


def test_an_answer_to_what_a_colleague_has_just_answered_is_kept_and_not_sent(
    action, official, reader, second_home_affairs
):
    thread = question(action, official)
    form = reader.get(QUESTIONS).context["form"]
    words = {name: form[name].value() for name in ("version", "idempotency", "viec")}
    thread.reply(by=factories.actor(second_home_affairs), today=TUESDAY, words="Đủ.")
    page = reader.post(QUESTIONS, words | {"words": "Câu trả lời của tôi"})

    assert page.status_code == 409 and "Câu trả lời của tôi" in text(page) and "Đủ." in text(page)
    assert thread.replies.count() == 1


def test_an_answer_to_a_question_that_grew_meanwhile_is_shown_with_what_was_added(action, official, reader):
    thread = question(action, official)
    form = reader.get(QUESTIONS).context["form"]
    words = {name: form[name].value() for name in ("version", "idempotency", "viec")}
    thread.reply(by=factories.actor(official), today=TUESDAY, words="Nhờ xem cả bản giấy")
    page = reader.post(QUESTIONS, words | {"words": "Đủ."})
    form = page.context["form"]
    again = {name: form[name].value() for name in ("version", "idempotency", "viec", "words")}

    assert page.status_code == 409 and "Nhờ xem cả bản giấy" in text(page)
    assert reader.post(QUESTIONS, again).status_code == 303 and not Question.objects.open().exists()


@pytest.mark.parametrize("place", ["/cho-xu-ly/", EXTENSIONS, VERIFICATIONS, QUESTIONS, f"{EXTENSIONS}nhieu/",
                                   f"{EXTENSIONS}nhieu/ket-qua/"])  # fmt: skip
@pytest.mark.parametrize("who", ["official", "head", "leader", "inspector"])
def test_the_queues_are_not_for_units_and_not_for_those_who_only_watch(place, who, request, bound):
    asked(*bound)

    assert Reader(request.getfixturevalue(who)).get(place).status_code == 403


def test_a_unit_cannot_decide_through_the_queue(bound, official):
    request = asked(*bound)
    words = {"viec": request.pk, "version": request.version, "idempotency": "k" * 12, "decision": "grant"}

    assert Reader(official).post(EXTENSIONS, words).status_code == 403 and state(request) == "pending"


def test_the_administrator_looks_and_does_not_decide(bound, admin):
    request = asked(*bound)
    reader = Reader(admin)
    page = reader.get(EXTENSIONS)
    words = {"viec": request.pk, "version": request.version, "idempotency": "k" * 12, "decision": "grant"}

    assert page.context["thing"] == request and page.context["form"] is None
    assert reader.post(EXTENSIONS, words).status_code == 409 and state(request) == "pending"
    assert reader.get(f"{EXTENSIONS}nhieu/?viec={request.pk}").status_code == 403


def test_an_empty_queue_says_so_and_names_the_others(bound, reader):
    asked(*bound)
    page = text(reader.get(QUESTIONS))

    assert "Nothing waits here" in page and f'href="{EXTENSIONS}"' in page
    assert ExtensionRequest.objects.pending().count() == 1


def test_the_page_of_the_verifications_alone_may_frame_a_file_of_ours(bound, reader):
    reported(*bound)

    assert "frame-src 'self'" in reader.get(VERIFICATIONS)["Content-Security-Policy"]
    assert "frame-src" not in reader.get(EXTENSIONS)["Content-Security-Policy"]
