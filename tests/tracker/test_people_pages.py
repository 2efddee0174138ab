"""The pages on which units and people are kept in order, and who finds them."""

from datetime import timedelta

import pytest
from django.test import Client

from tests import factories
from tests.factories import actor
from tests.reading import Reader, in_english, text
from tracker import account_links, calendar
from tracker.models import Event, Membership, Review, Unit, User

PASSWORD = "Ba-con-ga-mai-2022"
INVITATION = {
    "full_name": "Phan Văn Mới", "email": "moi@haugiang.gov.vn", "job_title": "Chuyên viên", "phone": "",
    "role": "official",
}  # fmt: skip


@pytest.fixture
def today():
    return calendar.today()


@pytest.fixture
def reader(home_affairs) -> Reader:
    return Reader(home_affairs)


def day(value) -> str:
    return f"{value:%d/%m/%Y}"


def rows(reader, query: str = "") -> dict[str, int]:
    return {row.unit.code: row.can_log_in for row in reader.get(f"/don-vi/{query}").context["rows"]}


def test_every_unit_stands_with_the_number_of_those_who_can_log_in(
    reader, official, head, health, home_affairs
):
    official.set_password(PASSWORD)
    official.save()
    Membership.objects.create(user=official, unit=official.memberships.get().unit, role="unit_head")

    assert rows(reader) == {"STNMT": 1, "SYT": 0, "SNV": 0}
    assert text(reader.get("/don-vi/")).count("tag-warn") == 2


def test_a_body_that_owes_nothing_raises_no_alarm_when_nobody_can_log_in(reader, health):
    Unit.objects.filter(pk=health.pk).update(is_reviewed=False)
    page = reader.get("/don-vi/")

    assert page.context["unmanned"] == text(page).count("tag-warn") == 1


def test_whoever_left_or_is_disabled_or_of_a_bygone_sample_cannot_log_in(reader, official, settings):
    official.set_password(PASSWORD)
    official.save()
    for change in ({"is_active": False}, {"is_active": True, "is_sample": True}):
        User.objects.filter(pk=official.pk).update(**change)
        settings.SAMPLE_MODE = False
        assert rows(reader)["STNMT"] == 0


def test_a_unit_is_found_without_accents_by_name_or_code(reader, environment, health):
    assert list(rows(reader, "?q=tai+nguyen")) == ["STNMT"] and list(rows(reader, "?q=SYT")) == ["SYT"]
    assert rows(reader, "?q=khong+co") == {} and reader.status_of("/don-vi/?q=%00%25_'") == 200


def test_dissolved_units_stand_apart_with_their_successors(reader, environment, health, today):
    Unit.objects.filter(pk=health.pk).update(valid_to=today - timedelta(days=1))
    health.successors.add(environment)
    page = reader.get("/don-vi/")

    assert "SYT" not in [row.unit.code for row in page.context["rows"]]
    assert list(page.context["ended"]) == [health] and "/don-vi/STNMT/" in text(page)


def test_units_see_the_names_of_all_units_but_no_figures_of_others(official, health):
    page = text(Reader(official).get("/don-vi/"))

    assert str(health) in page and "tag-bad" not in page and "/nguoi/" not in page


@pytest.mark.parametrize(
    ("who", "status"),
    [("official", 200), ("head", 200), ("leader", 200), ("inspector", 200), ("foreign_official", 403)],
)
def test_people_are_read_by_their_unit_and_by_those_who_watch(who, status, environment, request):
    page = Reader(request.getfixturevalue(who)).get("/don-vi/STNMT/nguoi/")

    assert page.status_code == status and "/moi-nguoi/" not in text(page)


def test_present_future_and_former_people_are_told_apart(
    reader, environment, official, foreign_official, leader, today
):
    official.memberships.update(valid_to=today - timedelta(days=1))
    later = today + timedelta(days=9)
    Membership.objects.create(user=foreign_official, unit=environment, role="official", valid_from=later)
    Membership.objects.create(user=leader, unit=environment, role="official")
    context = reader.get("/don-vi/STNMT/nguoi/").context

    found = {name: [each.user for each in context[name]] for name in ("present", "future", "former")}
    assert found == {"present": [leader], "future": [foreign_official], "former": [official]}


PLACES = ("/don-vi/STNMT/moi-nguoi/", "/don-vi/STNMT/giai-the/", "/nguoi/{}/", "/nguoi/{}/sua/", "/nguoi/{}/khoa/",
          "/nguoi/{}/mo-khoa/", "/nguoi/{}/gui-lien-ket/", "/nguoi/{}/vai-tro/1/ket-thuc/")  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("who", ["official", "head", "leader", "inspector"])
def test_nobody_else_can_tell_which_people_there_are(who, place, official, environment, request):
    reader = Reader(request.getfixturevalue(who))
    known, unknown = (place.format(number) for number in (official.pk, 999_999))

    assert {reader.get(known).status_code, reader.get(unknown).status_code} == {403}
    assert len({reader.post(known).status_code, reader.post(unknown).status_code} - {403, 405}) == 0


def test_somebody_is_invited(reader, environment, today):
    answer = reader.fill_in("/don-vi/STNMT/moi-nguoi/", **INVITATION, valid_from=day(today))
    person = User.objects.get(email="moi@haugiang.gov.vn")

    assert (answer.status_code, answer.url) == (303, "/don-vi/STNMT/nguoi/")
    assert actor(person, today).unit == environment and person.job_title == "Chuyên viên"
    assert "Phan Văn Mới" in text(reader.get(answer.url)) and reader.status_of(f"/nguoi/{person.pk}/") == 200


@pytest.mark.parametrize(("server", "says"), [("", "kept, but not sent"), ("mail.test", "on its way")])
def test_an_invitation_is_said_to_be_sent_only_where_mail_leaves(
    reader, home_affairs, environment, today, settings, server, says
):
    in_english(home_affairs)
    settings.EMAIL_HOST = server
    answer = reader.fill_in("/don-vi/STNMT/moi-nguoi/", **INVITATION, valid_from=day(today))

    assert says in text(reader.get(answer.url))


def test_the_second_click_invites_nobody_twice(reader, environment, today):
    form = reader.get("/don-vi/STNMT/moi-nguoi/").context["form"]
    words = INVITATION | {"valid_from": day(today), "idempotency": form["idempotency"].value()}
    answers = [reader.post("/don-vi/STNMT/moi-nguoi/", words).status_code for _ in range(2)]

    assert answers == [303, 303] and Event.objects.filter(verb="invited").count() == 1


def test_home_affairs_is_offered_only_the_roles_it_gives(reader, admin, environment, today):
    offered = [
        value
        for value, _words in reader.get("/don-vi/STNMT/moi-nguoi/").context["form"].fields["role"].choices
    ]
    assert offered == ["official", "unit_head"]
    assert (
        reader.fill_in(
            "/don-vi/STNMT/moi-nguoi/", **(INVITATION | {"role": "admin"}), valid_from=day(today)
        ).status_code
        == 422
    )
    assert not User.objects.filter(email="moi@haugiang.gov.vn").exists()

    words = INVITATION | {"role": "inspector", "valid_from": day(today)}
    assert Reader(admin).fill_in("/don-vi/STNMT/moi-nguoi/", **words).status_code == 303


def test_a_known_address_is_said_and_needs_a_tick(reader, environment, foreign_official, today):
    words = INVITATION | {"email": foreign_official.email, "valid_from": day(today)}
    asked = reader.fill_in("/don-vi/STNMT/moi-nguoi/", **words)
    assert (
        asked.status_code == 422 and foreign_official.full_name in text(asked) and "is_known" in text(asked)
    )

    assert reader.fill_in("/don-vi/STNMT/moi-nguoi/", **words, is_known="on").status_code == 303
    assert User.objects.filter(email=foreign_official.email).count() == 1
    assert actor(foreign_official, today).unit_ids >= {environment.pk}


@pytest.mark.parametrize(
    "wrong",
    [{"email": "không"}, {"email": "tên@haugiang.gov.vn"}, {"full_name": " "}, {"phone": "abc"},
     {"valid_from": "32/13/2026"}, {"role": "king"}, {"valid_from": "01/01/0001"}, {"full_name": "x" * 300},
     {"full_name": "a\0b"}],
)  # fmt: skip
def test_bad_input_is_one_clear_answer_with_the_text_kept(reader, environment, today, wrong):
    answer = reader.fill_in("/don-vi/STNMT/moi-nguoi/", **(INVITATION | {"valid_from": day(today)} | wrong))

    assert answer.status_code in (400, 422) and not User.objects.filter(full_name="Phan Văn Mới").exists()
    assert answer.status_code == 400 or "Chuyên viên" in text(answer)


def test_nobody_is_invited_to_a_unit_that_is_no_more(reader, environment, today):
    Unit.objects.update(valid_to=today - timedelta(days=1))

    assert reader.fill_in("/don-vi/STNMT/moi-nguoi/", **INVITATION, valid_from=day(today)).status_code == 422
    assert "/moi-nguoi/" not in text(reader.get("/don-vi/STNMT/nguoi/"))


def test_leaving_with_open_work_asks_for_the_successor(reader, action, official, environment, today):
    colleague = factories.person("chi@sample.test", "Võ Thị Chi", "official", environment)
    place = f"/nguoi/{official.pk}/vai-tro/{official.memberships.get().pk}/ket-thuc/"
    assert reader.fill_in(place, valid_to=day(today)).status_code == 422
    assert official.memberships.get().valid_to is None

    assert reader.fill_in(place, valid_to=day(today), successor=colleague.pk).status_code == 303
    action.refresh_from_db()
    assert (action.owner, official.memberships.get().valid_to) == (colleague, today)


def test_the_membership_of_somebody_else_is_not_there(reader, official, head):
    assert reader.status_of(f"/nguoi/{head.pk}/vai-tro/{official.memberships.get().pk}/ket-thuc/") == 404


def test_an_account_is_disabled_at_once_and_every_log_in_ends(reader, official):
    at_work = Reader(official)
    assert at_work.get("/viec-cua-toi/").status_code == 200
    assert reader.fill_in(f"/nguoi/{official.pk}/khoa/", reason="Nghỉ việc").status_code == 303
    assert at_work.get("/viec-cua-toi/").status_code == 302

    assert reader.fill_in(f"/nguoi/{official.pk}/mo-khoa/").status_code == 303
    assert at_work.get("/viec-cua-toi/").status_code == 302


def test_home_affairs_reads_the_page_of_leadership_and_changes_nothing_on_it(reader, leader):
    page = text(reader.get(f"/nguoi/{leader.pk}/"))

    assert "/khoa/" not in page and "/ket-thuc/" not in page
    assert reader.get(f"/nguoi/{leader.pk}/khoa/").status_code == 403
    assert (
        reader.post(f"/nguoi/{leader.pk}/khoa/", {"reason": "x", "idempotency": "12345678"}).status_code
        == 409
    )


def test_a_unit_is_merged_on_its_page_and_both_tell_of_it(
    reader, action, official, environment, health, today
):
    environment.submissions.update(state="exempt")
    yesterday = day(today - timedelta(days=1))
    words = {"valid_to": yesterday, "reason": "Nghị quyết 12", "receiver": health.pk, "takes_people": "on"}
    answer = reader.fill_in("/don-vi/STNMT/giai-the/", **words)

    assert answer.status_code == 303
    old, new = (text(reader.get(f"/don-vi/{code}/")) for code in ("STNMT", "SYT"))
    assert "Nghị quyết 12" in old and action.ref in old and "/don-vi/SYT/" in old and "/giai-the/" not in old
    assert action.ref in new and "/don-vi/STNMT/" in new
    assert "/don-vi/STNMT/" in text(reader.get(f"/hanh-dong/{action.ref}/"))


@pytest.mark.parametrize("odd", ["itself", "999999", "abc", ""])
def test_a_unit_is_not_merged_into_what_it_cannot_be(reader, action, environment, today, odd):
    environment.submissions.update(state="exempt")
    chosen = environment.pk if odd == "itself" else odd
    words = {"valid_to": day(today - timedelta(days=1)), "reason": "x", "receiver": chosen}

    answer = reader.fill_in("/don-vi/STNMT/giai-the/", **words)
    assert answer.status_code == 422 and "id_receiver_error" in text(answer)
    environment.refresh_from_db()
    assert environment.valid_to is None


def test_the_page_says_what_is_in_the_way(reader, action, environment, today):
    page = reader.get("/don-vi/STNMT/giai-the/")
    assert "/ban-nop/2021/STNMT/" in text(page)

    words = {"valid_to": day(today - timedelta(days=1)), "reason": "Nghị quyết 12", "receiver": ""}
    answer = reader.fill_in("/don-vi/STNMT/giai-the/", **words)
    assert answer.status_code == 409 and "Nghị quyết 12" in text(answer)


def test_a_unit_of_the_review_in_preparation_is_led_to_its_list_first(
    reader, environment, home_affairs, today
):
    environment.submissions.update(state="exempt")
    review = Review.prepare(
        by=actor(home_affairs), today=today, year=today.year - 1, conference_on=today,
        submissions_due_on=today + timedelta(days=12), plan_due_on=today + timedelta(days=50),
    )  # fmt: skip

    assert f"/dot-danh-gia/{review.year}/don-vi/" in text(reader.get("/don-vi/STNMT/giai-the/"))


@pytest.mark.parametrize("broken", ["x", "!!!", "", "a" * 300])
def test_a_link_that_never_was_is_answered_like_one_that_is_over(official, broken, environment):
    good = account_links.secret_for(official)
    places = {f"/kich-hoat/{account_links.name_of(official)}/{broken or 'y'}/", f"/kich-hoat/{broken or 'y'}/{good}/",
              f"/kich-hoat/OTk5OTk5/{good}/"}  # fmt: skip
    answers = [Client().get(place.replace("!", "%21")) for place in places]

    assert {answer.status_code for answer in answers} <= {410, 404}
    assert len({answer.content for answer in answers if answer.status_code == 410}) == 1


def test_a_link_opens_only_the_account_it_was_made_for(official, head):
    stolen = f"/kich-hoat/{account_links.name_of(head)}/{account_links.secret_for(official)}/"

    assert Client().get(stolen).status_code == Client().post(stolen).status_code == 410


def test_a_link_dies_after_72_hours_and_with_the_account(official, settings):
    place = f"/kich-hoat/{account_links.name_of(official)}/{account_links.secret_for(official)}/"
    assert Client().get(place).status_code == 200 and settings.PASSWORD_RESET_TIMEOUT == 72 * 3600
    User.objects.update(is_active=False)
    assert Client().get(place).status_code == 410
    User.objects.update(is_active=True)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert Client().get(place).status_code == 410


@pytest.mark.parametrize("email", ["", "khong-phai", "a" * 300 + "@b.vn", "a@b\0.vn"])
def test_a_word_that_is_no_address_is_said_to_be_none(db, email):
    assert Client().post("/quen-mat-khau/", {"email": email}).status_code == 422


def test_the_log_in_page_leads_to_the_forgotten_password(db):
    assert "/quen-mat-khau/" in text(Client().get("/dang-nhap/"))
