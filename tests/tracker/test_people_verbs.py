"""Roles begin and end by verbs: who may appoint whom, dates that do not overlap, work that is handed over."""

from datetime import date, timedelta

import pytest

from tests import factories
from tests.factories import SUMMER, actor
from tracker.errors import Invalid, Refused
from tracker.models import Event, Membership, User

TOMORROW, YESTERDAY = SUMMER + timedelta(days=1), SUMMER - timedelta(days=1)
ROLES = Membership.Role.values


@pytest.fixture
def colleague(environment):
    return factories.person("chi@sample.test", "Võ Thị Chi", "official", environment)


def invite(by, unit, email="moi@haugiang.gov.vn", role="official", valid_from=SUMMER, **words):
    words = {"full_name": "Phan Văn Mới"} | words
    return User.invite(
        by=actor(by), today=SUMMER, unit=unit, role=role, valid_from=valid_from, email=email, **words
    )


def told(person) -> list[str]:
    return list(Event.objects.of(person).values_list("verb", flat=True))


def test_who_is_invited_has_an_account_without_a_password_and_a_role_from_the_date_on(
    home_affairs, environment
):
    person = invite(
        home_affairs, environment, email="MOI@haugiang.gov.vn", valid_from=TOMORROW, phone="0293 3878878"
    )

    assert (person.email, person.has_usable_password(), person.is_active) == (
        "moi@haugiang.gov.vn",
        False,
        True,
    )
    assert not actor(person).roles and actor(person, TOMORROW).roles == {"official"}
    assert told(person) == ["role_begun", "invited"]
    assert Event.objects.of(person).first().actor == home_affairs


@pytest.mark.parametrize("role", ROLES)
def test_home_affairs_appoints_officials_and_heads_and_nobody_else(home_affairs, environment, role):
    if role in ("official", "unit_head"):
        assert actor(invite(home_affairs, environment, role=role)).roles == {role}
    else:
        with pytest.raises(Refused):
            invite(home_affairs, environment, role=role)
        assert not User.objects.filter(email="moi@haugiang.gov.vn").exists()


@pytest.mark.parametrize("role", ROLES)
def test_an_administrator_appoints_to_every_role(admin, environment, role):
    person = invite(admin, environment, role=role)

    assert actor(person).roles == {role} and person.is_staff is (role == "admin")


@pytest.mark.parametrize("who", ["official", "head", "leader", "inspector", "foreign_official"])
def test_nobody_else_appoints_anybody(who, environment, request):
    with pytest.raises(Refused):
        invite(request.getfixturevalue(who), environment)


def test_an_address_that_is_known_gets_the_role_and_no_second_account_once_it_is_said(
    home_affairs, environment, foreign_official
):
    with pytest.raises(Invalid) as asked:
        invite(home_affairs, environment, email=foreign_official.email)
    assert foreign_official.full_name in asked.value.errors["email"]
    assert told(foreign_official) == []

    person = invite(
        home_affairs, environment, email=foreign_official.email.upper(), full_name="Khác", is_known=True
    )
    assert person.pk == foreign_official.pk and person.full_name == foreign_official.full_name
    assert actor(person).unit_ids == {environment.pk, foreign_official.memberships.first().unit_id}


def test_somebody_with_a_password_is_given_the_role_without_a_mail(
    home_affairs, environment, foreign_official
):
    foreign_official.set_password("Mat-khau-rat-dai-2022")
    foreign_official.save()
    invite(home_affairs, environment, email=foreign_official.email, is_known=True)

    assert told(foreign_official) == ["role_begun"]


@pytest.mark.parametrize("email", ["không@haugiang.gov.vn", "a@b", "a b@c.vn", "a@c.vn\nBcc: x@y.vn"])
def test_an_address_no_mail_server_takes_is_refused_in_words(home_affairs, environment, email):
    with pytest.raises(Invalid) as refusal:
        invite(home_affairs, environment, email=email)
    assert list(refusal.value.errors) == ["email"]


def test_the_same_role_twice_at_a_time_is_refused_in_words(home_affairs, environment, official):
    with pytest.raises(Invalid) as refusal:
        Membership.begin(by=actor(home_affairs), today=SUMMER, user=official, unit=environment, role="official",
                         valid_from=SUMMER)  # fmt: skip
    assert official.full_name in refusal.value.errors["valid_from"]


def test_the_role_can_begin_again_the_day_after_it_ended(home_affairs, environment, official):
    held = official.memberships.get()
    held.end(by=actor(home_affairs), today=SUMMER, valid_to=TOMORROW)
    again = {
        "by": actor(home_affairs),
        "today": SUMMER,
        "user": official,
        "unit": environment,
        "role": "official",
    }

    with pytest.raises(Invalid):
        Membership.begin(**again, valid_from=TOMORROW)
    Membership.begin(**again, valid_from=TOMORROW + timedelta(days=1))
    assert all(actor(official, SUMMER + timedelta(days=days)).roles for days in range(4))


@pytest.mark.parametrize("valid_from", [date(1900, 1, 1), date(9999, 1, 1)])
def test_a_date_far_away_is_a_slip_of_the_keyboard(home_affairs, environment, valid_from):
    with pytest.raises(Invalid) as refusal:
        invite(home_affairs, environment, valid_from=valid_from)
    assert list(refusal.value.errors) == ["valid_from"]


def test_whoever_leaves_with_open_actions_names_a_successor_first(action, official, colleague, home_affairs):
    held = official.memberships.get()
    with pytest.raises(Invalid) as refusal:
        held.end(by=actor(home_affairs), today=SUMMER, valid_to=SUMMER)
    assert list(refusal.value.errors) == ["successor"]
    assert actor(official, TOMORROW).roles and told(official) == []

    assert held.end(by=actor(home_affairs), today=SUMMER, valid_to=SUMMER, successor=colleague) == 1
    action.refresh_from_db()
    assert action.owner == colleague and not actor(official, TOMORROW).roles
    assert Event.objects.of(action).last().verb == "assigned" and told(official) == ["role_ended"]


def test_all_open_actions_pass_or_none(weakness, official, colleague, foreign_official, home_affairs):
    actions = [factories.tracked_action(weakness, official, home_affairs) for _ in range(3)]
    held = official.memberships.get()

    for nobody in (foreign_official, official):
        with pytest.raises(Invalid):
            held.end(by=actor(home_affairs), today=SUMMER, valid_to=SUMMER, successor=nobody)
    assert {type(each).objects.get(pk=each.pk).owner for each in actions} == {official}

    assert held.end(by=actor(home_affairs), today=SUMMER, valid_to=SUMMER, successor=colleague) == 3
    assert {type(each).objects.get(pk=each.pk).owner for each in actions} == {colleague}


def test_an_administrator_hands_over_as_well(action, official, colleague, admin):
    assert (
        official.memberships.get().end(by=actor(admin), today=SUMMER, valid_to=SUMMER, successor=colleague)
        == 1
    )


def test_whoever_keeps_another_role_in_the_unit_keeps_his_work(action, official, environment, home_affairs):
    Membership.begin(by=actor(home_affairs), today=SUMMER, user=official, unit=environment, role="unit_head",
                     valid_from=SUMMER)  # fmt: skip

    assert (
        official.memberships.get(role="official").end(by=actor(home_affairs), today=SUMMER, valid_to=SUMMER)
        == 0
    )
    action.refresh_from_db()
    assert action.owner == official


def test_a_role_that_has_not_begun_is_taken_away_and_remembered(home_affairs, environment, foreign_official):
    invite(home_affairs, environment, email=foreign_official.email, is_known=True, valid_from=TOMORROW)
    foreign_official.memberships.get(unit=environment).end(
        by=actor(home_affairs), today=SUMMER, valid_to=SUMMER
    )

    assert not foreign_official.memberships.filter(unit=environment).exists()
    assert told(foreign_official)[-1] == "role_ended"


def test_a_role_that_was_taken_away_meanwhile_is_a_refusal(home_affairs, environment, foreign_official):
    invite(home_affairs, environment, email=foreign_official.email, is_known=True, valid_from=TOMORROW)
    first, second = (foreign_official.memberships.get(unit=environment) for _ in range(2))
    first.end(by=actor(home_affairs), today=SUMMER, valid_to=SUMMER)

    with pytest.raises(Refused):
        second.end(by=actor(home_affairs), today=SUMMER, valid_to=SUMMER)


def test_what_is_over_does_not_end_twice_nor_long_ago_nor_later(home_affairs, official):
    held = official.memberships.get()
    with pytest.raises(Invalid):
        held.end(by=actor(home_affairs), today=SUMMER, valid_to=SUMMER - timedelta(days=2))
    held.end(by=actor(home_affairs), today=SUMMER, valid_to=YESTERDAY)

    with pytest.raises(Refused):
        held.end(by=actor(home_affairs), today=SUMMER, valid_to=TOMORROW)
    assert not actor(official, SUMMER).roles


def test_the_last_administrator_stays(admin, environment):
    with pytest.raises(Refused):
        admin.memberships.get().end(by=actor(admin), today=SUMMER, valid_to=SUMMER)

    other = invite(admin, environment, role="admin")
    admin.memberships.get().end(by=actor(other), today=SUMMER, valid_to=SUMMER)
    assert not actor(admin, TOMORROW).is_admin


def test_home_affairs_does_not_end_the_role_of_leadership(home_affairs, leader):
    with pytest.raises(Refused):
        leader.memberships.get().end(by=actor(home_affairs), today=SUMMER, valid_to=SUMMER)


def test_an_account_is_disabled_with_a_reason_and_opened_again_by_a_link(home_affairs, official):
    official.set_password("Mat-khau-rat-dai-2022")
    official.save()
    with pytest.raises(Invalid):
        official.disable(by=actor(home_affairs), today=SUMMER, reason=" ")
    official.disable(by=actor(home_affairs), today=SUMMER, reason="Nghỉ hưu")
    assert (official.is_active, official.has_usable_password(), actor(official).roles) == (
        False,
        False,
        set(),
    )

    official.enable(by=actor(home_affairs), today=SUMMER)
    assert official.is_active and told(official) == ["disabled", "enabled"]


@pytest.mark.parametrize("whose", ["leader", "inspector", "admin", "second_home_affairs"])
def test_home_affairs_keeps_no_account_it_could_not_appoint(whose, home_affairs, request):
    person, by = request.getfixturevalue(whose), actor(home_affairs)
    for verb, words in (
        (person.disable, {"reason": "x"}),
        (person.correct, {"email": "a@b.vn", "full_name": "A"}),
    ):
        with pytest.raises(Refused):
            verb(by=by, today=SUMMER, **words)
    assert told(person) == []


def test_nobody_disables_himself(admin):
    with pytest.raises(Refused):
        admin.disable(by=actor(admin), today=SUMMER, reason="x")


def test_details_are_corrected_with_what_stood_there_before(home_affairs, official, head):
    words = {
        "full_name": "Trần Quốc  Khởi A",
        "email": "Khoi.A@haugiang.gov.vn",
        "job_title": "",
        "phone": "",
    }
    official.correct(by=actor(home_affairs), today=SUMMER, **words)
    event = Event.objects.of(official).get()

    assert (official.full_name, official.email) == ("Trần Quốc Khởi A", "khoi.a@haugiang.gov.vn")
    assert (event.before["email"], event.after["email"]) == ("khoi@sample.test", "khoi.a@haugiang.gov.vn")
    with pytest.raises(Invalid):
        official.correct(by=actor(home_affairs), today=SUMMER, **(words | {"email": head.email}))


def test_the_address_of_an_account_in_use_is_moved_by_an_administrator_alone(home_affairs, admin, official):
    official.set_password("Mot-cau-de-nho-2026")
    official.save()
    words = {"full_name": official.full_name, "job_title": "", "phone": "0293 1"}
    moved = words | {"email": "binh.thay@haugiang.gov.vn"}

    with pytest.raises(Invalid, match="email"):
        official.correct(by=actor(home_affairs), today=SUMMER, **moved)
    official.refresh_from_db()
    official.correct(by=actor(home_affairs), today=SUMMER, **(words | {"email": official.email}))
    official.correct(by=actor(admin), today=SUMMER, **moved)

    official.refresh_from_db()
    assert (official.email, official.phone) == ("binh.thay@haugiang.gov.vn", "0293 1")
