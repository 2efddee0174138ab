"""Home Affairs' colleagues at the same second: one is heard, the others are told, nothing is done twice or by half."""

from datetime import timedelta

import pytest

from plans.models import Plan, Submission
from plans.models.submissions.review_opening import open_review
from plans.setting_up.readiness import Readiness
from tests import factories
from tests.factories import ACCEPTED, IN_JUNE, SUMMER, actor
from tests.tracker.test_many_at_once import together
from tracker import calendar
from tracker.errors import Invalid, Refused
from tracker.models import Action, Event, Review, Unit
from tracker.models.unit_verbs import UnitVerbs

pytestmark = pytest.mark.django_db(transaction=True)


def attempt(do):
    """What cannot be taken is an answer, too."""
    try:
        return do() or "done"
    except Invalid as refusal:
        return " ".join(refusal.errors)


@pytest.fixture
def accepted(submission, complete, official, head, home_affairs):
    complete.send_to_head(by=actor(official), today=IN_JUNE)
    complete.submit(by=actor(head), today=IN_JUNE)
    complete.accept(by=actor(home_affairs), today=ACCEPTED)
    return complete


def test_a_plan_that_two_compile_together_has_each_line_once(accepted, home_affairs, second_home_affairs):
    people = [home_affairs, second_home_affairs]
    review = accepted.review
    results = together(
        2,
        lambda n: (
            Plan.compile(Review.objects.get(pk=review.pk), by=actor(people[n]), today=SUMMER) and "done"
        ),
    )

    assert "done" in map(str, results)
    assert Plan.objects.count() == 1 and Plan.objects.get().items.count() == 1


def test_a_draft_that_two_compile_again_together_has_each_new_line_once(
    accepted, environment, official, home_affairs, second_home_affairs
):
    people = [home_affairs, second_home_affairs]
    review = accepted.review
    Plan.compile(review, by=actor(home_affairs), today=SUMMER)
    weakness = accepted.weaknesses.get()
    for _each in range(3):
        factories.tracked_action(weakness, official, home_affairs)
    results = together(
        2,
        lambda n: (
            Plan.compile(Review.objects.get(pk=review.pk), by=actor(people[n]), today=SUMMER) and "done"
        ),
    )

    assert "done" in map(str, results)
    assert Plan.objects.get().items.count() == 4


def test_a_submission_is_accepted_or_sent_back_never_both(waiting, home_affairs, second_home_affairs):
    by, today = [actor(home_affairs), actor(second_home_affairs)], calendar.today()
    weakness = waiting.weaknesses.get()

    def decide(n):
        mine = Submission.objects.get(pk=waiting.pk)
        if n:
            mine.accept(by=by[1], today=today, version=waiting.version)
        else:
            mine.send_back(by=by[0], today=today, rows={weakness.pk: "Nêu số liệu"},
                           due_on=today + timedelta(days=3), version=waiting.version)  # fmt: skip
        return "done"

    results = together(2, decide)
    assert results.count("done") == 1
    assert Event.objects.of(waiting).filter(verb__in=("accepted", "returned")).count() == 1


@pytest.fixture
def preparing(environment, health, home_affairs) -> Review:
    today = calendar.today()
    return Review.prepare(
        by=actor(home_affairs), today=today, year=today.year - 1, conference_on=today,
        submissions_due_on=today + timedelta(days=12), plan_due_on=today + timedelta(days=50),
    )  # fmt: skip


def ended(unit, by) -> str:
    """The unit, dissolved without a successor."""
    today = calendar.today()
    words = {"valid_to": today - timedelta(days=1), "reason": "Nghị quyết"}
    return Unit.objects.get(pk=unit.pk).dissolve(by=actor(by), today=today, **words) and "ended"


def test_a_unit_does_not_end_while_a_colleague_opens_the_review(preparing, health, home_affairs, monkeypatch):
    owed, today = UnitVerbs.owed_submissions, calendar.today()
    seen = Readiness(preparing, today).digest

    def opened_meanwhile(unit):
        found = list(owed(unit))
        together(1, lambda _: open_review(preparing, by=actor(home_affairs), today=today, seen=seen))
        return owed(unit).filter(pk__in=[each.pk for each in found])

    monkeypatch.setattr(UnitVerbs, "owed_submissions", opened_meanwhile)
    with pytest.raises(Refused):
        ended(health, home_affairs)


def test_of_dissolving_a_unit_and_choosing_it_for_a_review_one_happens(
    preparing, environment, health, home_affairs, second_home_affairs
):
    groups = dict.fromkeys((environment.pk,), environment.group_id)
    preparing.choose_units(by=actor(home_affairs), today=calendar.today(), groups=groups)
    both = groups | {health.pk: health.group_id}

    def act(n):
        if n:
            return ended(health, second_home_affairs)
        mine = Review.objects.get(pk=preparing.pk)
        return mine.choose_units(by=actor(home_affairs), today=calendar.today(), groups=both) or "chosen"

    results = together(2, lambda n: attempt(lambda: act(n)))
    health.refresh_from_db()
    assert bool(health.valid_to) + preparing.assessed_units.filter(unit=health).count() == 1, results


def test_a_unit_ends_while_its_action_is_reported(action, environment, health, official, home_affairs):
    Submission.objects.update(state="exempt")
    by, chief = actor(official), actor(home_affairs)
    action.add_document(by=by, today=SUMMER, number="12/BC", issued_on=SUMMER, issuer="Sở", title="Báo cáo")
    seen = action.version

    def act(n):
        if n:
            return Unit.objects.get(pk=environment.pk).dissolve(
                by=chief, today=SUMMER, valid_to=SUMMER - timedelta(days=1), reason="NQ", successors=[health],
                takes_people=True,
            ) and "ended"  # fmt: skip
        Action.objects.get(pk=action.pk).report(by=by, today=SUMMER, note="Xong", version=seen)
        return "reported"

    results = together(2, lambda n: attempt(lambda: act(n)))
    now = Action.objects.get(pk=action.pk)
    environment.refresh_from_db()
    if environment.valid_to:
        assert now.lead_unit == health
    assert "reported" in results or now.state != "reported"
