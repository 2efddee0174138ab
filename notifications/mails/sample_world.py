"""The work of a made-up unit, for showing what mails look like; whoever builds it takes it back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db import transaction
from django.db.models import Max

from notifications.models import Envelope, Obligation, ReminderRule
from plans.models import Contribution, Plan, PlanItem, PlanVersion, ProgressSnapshot, Submission
from tracker.models import (
    Action,
    Event,
    ExtensionRequest,
    Index,
    Question,
    Review,
    Weakness,
)

from .sample_amendment import Amended
from .sample_chases import Letters
from .sample_jobs import Jobs
from .sample_people import People

STATEMENTS = (
    "Số hóa hồ sơ đất đai tại Bộ phận Một cửa và trả kết quả điện tử",
    "Công khai phí, lệ phí trên Cổng dịch vụ công của tỉnh",
    "Rà soát, rút ngắn thời gian giải quyết thủ tục cấp giấy chứng nhận",
    "Tập huấn công chức tiếp nhận hồ sơ về giao tiếp, ứng xử",
)
DEADLINES = (-16, 3, 10, 25)

EXPECTED = ["Tờ trình", "Báo cáo kết quả", "Quyết định đã ban hành"]
ASKED = "Danh mục phí, lệ phí công khai theo nghị quyết mới hay nghị quyết cũ của HĐND tỉnh?"
ANSWERED = "Công khai theo nghị quyết mới, có hiệu lực từ ngày 01/8; nội dung cũ gỡ khỏi Cổng."


@contextmanager
def made_up(now: datetime) -> Iterator["World"]:
    """A world that is gone afterwards: nothing of it is ever committed, and nobody is told of it."""
    with transaction.atomic():
        yield World(now)
        transaction.set_rollback(True)


class World(Letters, Amended, Jobs, People):
    """Everything a mail can be about, as it stands at this moment."""

    @cached_property
    def review(self) -> Review:
        """Of a year nobody has assessed yet, so that it is in nobody's way."""
        latest = Review.objects.aggregate(latest=Max("year"))["latest"] or self.today.year - 1
        return Review.objects.create(
            year=latest + 1, conference_on=self.in_days(-60), submissions_due_on=self.in_days(3),
            plan_due_on=self.in_days(30), state="monitoring",
        )  # fmt: skip

    @cached_property
    def weakness(self) -> Weakness:
        index = Index.objects.create(code="mau", short_name="PAR INDEX (mẫu)", name_vi="PAR INDEX (mẫu)")
        return Weakness.objects.create(
            ref=f"HC-{self.review.year}-001", review=self.review, unit=self.unit, index=index,
            title="Hồ sơ đất đai trễ hạn", statement="12/40 hồ sơ đất đai trả kết quả trễ hạn.",
        )  # fmt: skip

    @cached_property
    def actions(self) -> list[Action]:
        """Overdue, due soon, reported, and one of which nobody has heard for long."""
        actions = [self._action(number, self.in_days(days)) for number, days in enumerate(DEADLINES)]
        for action in actions:
            _change(action, state="doing", percent=40)
        _change(
            actions[2], state="reported", percent=100, reported_on=self.in_days(-4), reported_by=self.official
        )
        return actions

    @property
    def returned(self) -> Action:
        return _change(self.actions[2], state="returned")

    @property
    def verified(self) -> Action:
        return _change(
            self.actions[2], state="done", percent=100, verified_on=self.today, verified_by=self.home_affairs
        )

    def _action(self, number: int, due_on: date) -> Action:
        return Action.objects.create(
            ref=f"HD-{self.review.plan_year}-{number + 1:03}", weakness=self.weakness, statement=STATEMENTS[number],
            expected_output="Báo cáo kết quả", lead_unit=self.unit, owner=self.official, due_on=due_on,
            original_due_on=due_on, accepted_on=self.in_days(-40), is_sample=True,
        )  # fmt: skip

    @cached_property
    def extension(self) -> ExtensionRequest:
        return ExtensionRequest.objects.create(
            action=self.actions[1], requested_due_on=self.in_days(30), reason="Chờ bố trí kinh phí bổ sung.",
            asked_by=self.official, asked_on=self.in_days(-1),
        )  # fmt: skip

    @property
    def granted(self) -> ExtensionRequest:
        until = self.extension.requested_due_on
        _change(self.actions[1], due_on=until)
        return _change(self.extension, state="approved", granted_due_on=until, decided_by=self.home_affairs,
                       decided_on=self.today)  # fmt: skip

    @cached_property
    def question(self) -> Question:
        return Question.objects.create(
            action=self.actions[1],
            unit=self.unit,
            words=ASKED,
            asked_by=self.official,
            asked_on=self.in_days(-1),
        )

    @cached_property
    def submission(self) -> Submission:
        self.actions  # noqa: B018 - they are handed in with it
        self.weakness.causes.create(kind="internal", statement="Chưa phân công rõ.", position=1)
        self.weakness.responsibilities.create(person=self.official, level="direct")
        return Submission.objects.create(
            review=self.review, unit=self.unit, state="submitted", attempt=1, submitted_on=self.today
        )

    @cached_property
    def unwritten(self) -> Submission:
        """A submission its unit still writes; never in one mail with the one handed in."""
        return Submission.objects.create(review=self.review, unit=self.unit, state="draft")

    @cached_property
    def plan(self) -> Plan:
        plan = Plan.objects.create(
            review=self.review, state="issued", number=f"118/KH-UBND ({self.review.year})", issued_on=self.today,
            signer_name="(mẫu)",
        )  # fmt: skip
        for number, action in enumerate(self.actions, start=1):
            item = PlanItem.objects.create(
                plan=plan, position=number, index=self.weakness.index, weakness_statement=self.weakness.statement,
                measure=action.statement, lead_unit=self.unit, due_on=action.due_on,
            )  # fmt: skip
            Contribution.objects.create(item=item, weakness=self.weakness, action=action)
        plan.items.first().coordinating_units.add(self.helper.memberships.get().unit)
        ProgressSnapshot.objects.create(
            plan=plan, on=self.in_days(-7), dimension="total", todo=1, doing=2, reported=0, returned=0, done_on_time=0,
            done_late=0, dropped=0, overdue=0, due_soon=1,
        )  # fmt: skip
        PlanVersion.freeze(plan, self.in_days(-7))
        return plan

    @cached_property
    def undelivered(self) -> Envelope:
        mail = Envelope.objects.create(
            recipient=self.official, address=self.official.email, kind="action-assigned", business_date=self.today,
            state="failed", reason="refused", created_at=self.now, not_before=self.now, next_attempt_at=self.now,
            not_after=self.now + timedelta(days=30), message_id="<sample@sample.invalid>", attempts=1,
            subject_line=f"HD-{self.review.plan_year}-001", server_reply="550 5.1.1 User unknown",
        )  # fmt: skip
        Obligation.objects.create(
            subject_type="action", subject_id=self.actions[0].pk, subject_ref=self.actions[0].ref,
            recipient=self.official, audience="owner", rule=ReminderRule.objects.of("action-assigned").first(),
            due_on=self.today, occurrence=0, fire_on=self.today, state="bound", envelope=mail,
        )  # fmt: skip
        return mail

    def event(self, verb: str, reason: str = "") -> Event:
        """What somebody did; it is not in anybody's history."""
        return Event(
            verb=verb,
            reason=reason,
            before={"expected_evidence": EXPECTED[:2]},
            after={"expected_evidence": EXPECTED[1:]},
            happened_on=self.today,
            recorded_at=self.now,
            actor_name=self.head.full_name,
        )


def _change(thing, **fields):
    """The thing with these fields; its verbs would write a history."""
    fields["version"] = thing.version + 1
    for name, value in fields.items():
        setattr(thing, name, value)
    thing.save(update_fields=fields)
    return thing
