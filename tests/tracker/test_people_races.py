"""People who keep people in order at the same moment: nothing is done twice, nobody waits for ever."""

import pytest

from tests import factories
from tests.factories import SUMMER, actor
from tests.tracker.test_many_at_once import together
from tests.tracker.test_unit_ending import YESTERDAY
from tracker import account_links
from tracker.errors import Invalid
from tracker.models import Event, Membership, Unit, User

pytestmark = pytest.mark.django_db(transaction=True)


def answered(do):
    """What cannot be taken is an answer, too."""

    def once(number):
        try:
            return do(number)
        except Invalid:
            return Invalid

    return once


def test_one_address_invited_by_eight_at_once_is_one_account_with_one_role(environment, home_affairs):
    by = actor(home_affairs)
    words = {
        "email": "moi@haugiang.gov.vn",
        "full_name": "Phan Văn Mới",
        "role": "official",
        "valid_from": SUMMER,
    }
    results = together(
        8, answered(lambda _: User.invite(by=by, today=SUMMER, unit=environment, **words).email)
    )

    assert results.count(Invalid) == 7
    assert User.objects.filter(email="moi@haugiang.gov.vn").count() == 1
    assert Membership.objects.filter(unit=environment, role="official").count() == 1


def test_two_units_merged_into_each_other_at_once_do_not_both_vanish(environment, health, home_affairs):
    units, by = [environment, health], actor(home_affairs)

    def merge(number):
        old, new = Unit.objects.get(pk=units[number].pk), Unit.objects.get(pk=units[1 - number].pk)
        words = {"valid_to": YESTERDAY, "reason": "Nghị quyết", "successors": [new], "receiver": new}
        return old.dissolve(by=by, today=SUMMER, **words).unit.code

    results = together(2, answered(merge))
    assert len([each for each in results if isinstance(each, str)]) == 1
    assert Unit.objects.filter(valid_to=None, code__in=["STNMT", "SYT"]).count() == 1


def test_one_link_used_by_five_at_once_sets_one_password(official):
    secret, by = account_links.secret_for(official), actor(official)

    def choose(number):
        person = User.objects.get(pk=official.pk)
        return person.choose_password(
            f"Mat-khau-thu-{number}",
            is_good=lambda each: account_links.is_good(each, secret),
            by=by,
            today=SUMMER,
        )

    assert sorted(together(5, choose)) == [False] * 4 + [True]
    assert Event.objects.of(official).filter(verb="password_set").count() == 1


def test_work_handed_over_while_it_is_worked_on_is_lost_by_nobody(
    action, official, environment, home_affairs
):
    colleague = factories.person("chi@sample.test", "Võ Thị Chi", "official", environment)

    def do(number):
        if number:
            held = official.memberships.model.objects.get(user=official)
            return held.end(by=actor(home_affairs), today=SUMMER, valid_to=SUMMER, successor=colleague)
        mine = type(action).objects.get(pk=action.pk)
        mine.update_progress(by=actor(official), today=SUMMER, percent=50, note="Đã làm một nửa")
        return "progressed"

    results = together(2, do)
    action.refresh_from_db()
    assert 1 in results and action.owner == colleague
    assert (action.percent == 50) == ("progressed" in results)
