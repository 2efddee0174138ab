"""Weeks in which anything may happen: people do, the office changes, the engine stops and comes back.

The same seed lives the same weeks.
"""

import random
from datetime import date, time, timedelta

from plans.models import Plan, Submission
from tests import factories
from tests.notifications.days import at
from tests.notifications.office_changes import Administration
from tracker.errors import Invalid, Refused
from tracker.models import Action, ExtensionRequest, User

PAPER = {"number": "1/BC", "issued_on": factories.SUMMER, "issuer": "Sở", "title": "Báo cáo"}


class Office(Administration):
    """The province in small; each method of `THINGS_THAT_HAPPEN` is one thing that may happen on a day."""

    def __init__(self, seed: int):
        self.dice = random.Random(seed)
        self.today = factories.CONFERENCE
        self.units = [factories.unit(f"DV{number}", f"Đơn vị {number}") for number in range(3)]
        home = factories.unit("SNV", "Sở Nội vụ", is_reviewed=False)
        self.home = [
            factories.person(f"snv{n}@sample.test", f"Nội Vụ {n}", "home_affairs", home) for n in range(2)
        ]
        self.leader = factories.person("ld@sample.test", "Lãnh Đạo", "leadership", home)
        self.admin = factories.person("qt@sample.test", "Quản Trị", "admin", home)
        self.staff = {
            unit.pk: [self._hire(unit, role) for role in ("unit_head", "official", "official")]
            for unit in self.units
        }
        self.review = factories.review(self.home[0])
        for unit in self.units:
            weakness = factories.weakness(self.review, unit, self.home[0])
            for _ in range(3):
                due_on = date(2022, 7, 4) + timedelta(days=self.dice.randrange(60))
                factories.action(weakness, self.dice.choice(self.staff[unit.pk]), due_on=due_on)

    def live_a_day(self, turn) -> None:
        """A few things happen, the engine turns now and then, or not at all."""
        for clock in (time(7, 0), time(9, 0), time(15, 0)):
            for _ in range(self.dice.randrange(4)):
                self._something()
            if self.dice.random() < 0.6:
                turn(at(self.today, clock))
        self.today += timedelta(days=self.dice.choice([1, 1, 1, 1, 1, 1, 1, 5]))

    def _something(self) -> None:
        happens = self.dice.choices(list(THINGS_THAT_HAPPEN), weights=THINGS_THAT_HAPPEN.values())[0]
        try:
            happens(self)
        except (Refused, Invalid, IndexError):
            return

    def _hire(self, unit, role: str):
        number = User.objects.count()
        return factories.person(f"nv{number}@sample.test", f"Nhân Viên {number}", role, unit)

    def _by(self, user) -> dict:
        return {"by": factories.actor(user, self.today), "today": self.today}

    def _action(self, **key) -> Action:
        return self.dice.choice(Action.objects.filter(**key).order_by("pk"))

    def _worker(self, unit_id: int):
        return self.dice.choice(self.staff[unit_id])

    def submit(self):
        owing = Submission.objects.exclude(state__in=("accepted", "exempt")).order_by("pk")
        submission = self.dice.choice(owing)
        if submission.state == "submitted":
            self._decide(submission)
        else:
            self._hand_on(submission, *self.staff[submission.unit_id][:2])

    def _hand_on(self, submission, head, official):
        match submission.state:
            case "not_started" | "returned":
                for weakness in submission.weaknesses:
                    weakness.add_cause(**self._by(official), kind="internal", statement="Chưa rõ")
                    weakness.name_responsible(**self._by(official), person=official, level="direct")
                submission.draft(**self._by(official), declares_none=True)
            case "draft":
                submission.send_to_head(**self._by(official))
            case "head_review" if self.dice.random() < 0.2:
                submission.return_to_official(**self._by(head), reason="Bổ sung")
            case _:
                submission.submit(**self._by(head))

    def _decide(self, submission):
        if self.dice.random() < 0.7:
            submission.accept(**self._by(self.home[1]))
            return
        rows = {submission.weaknesses.first().pk: "Nêu rõ"}
        due_on = self.today + timedelta(days=self.dice.randrange(1, 9))
        submission.send_back(**self._by(self.home[0]), rows=rows, due_on=due_on)

    def exempt(self):
        submission = self.dice.choice(Submission.objects.filter(state="not_started").order_by("pk"))
        submission.exempt(**self._by(self.home[0]), reason="Không đánh giá")

    def plan(self):
        plan = Plan.objects.filter(review=self.review).first()
        if plan is None or plan.state == "draft":
            plan = Plan.compile(self.review, **self._by(self.home[0]))
            plan.send(**self._by(self.home[0]), reason="Kịp hạn")
        else:
            plan.issue(**self._by(self.home[0]), number="118/KH", issued_on=self.today, signer_name="A",
                       reason="Kịp hạn")  # fmt: skip

    def accept(self):
        self._action(accepted_on=None).accept(**self._by(self.home[0]))

    def progress(self):
        action = self._action(state__in=("todo", "doing", "returned"))
        action.update_progress(
            **self._by(self._worker(action.lead_unit_id)), percent=self.dice.randrange(100), note="Đang làm"
        )

    def report(self):
        action = self._action(state__in=("todo", "doing", "returned"), accepted_on__isnull=False)
        by = self._by(self._worker(action.lead_unit_id))
        action.add_document(**by, **PAPER)
        action.report(**by, delay_cause="Chậm kinh phí")

    def send_back(self):
        self._action(state="reported").send_back(**self._by(self.dice.choice(self.home)), reason="Thiếu")

    def verify(self):
        self._action(state="reported").verify(**self._by(self.dice.choice(self.home)))

    def reopen(self):
        self._action(state="done").reopen(**self._by(self.home[0]), reason="Chưa xong")

    def drop(self):
        self._action(state="todo", accepted_on__isnull=False).drop(**self._by(self.home[0]), reason="Bỏ")

    def assign(self):
        action = self._action(accepted_on__isnull=False)
        for _ in range(self.dice.choice([1, 1, 3])):
            by = self.dice.choice([self.staff[action.lead_unit_id][0], self.home[0]])
            action.assign(**self._by(by), owner=self._worker(action.lead_unit_id))

    def ask_extension(self):
        action = self._action(state__in=("todo", "doing", "returned"), accepted_on__isnull=False)
        later = max(action.due_on, self.today) + timedelta(days=self.dice.randrange(1, 20))
        action.ask_extension(
            **self._by(self._worker(action.lead_unit_id)), requested_due_on=later, reason="Chờ"
        )

    def decide_extension(self):
        asked = self.dice.choice(ExtensionRequest.objects.pending().order_by("pk"))
        match self.dice.randrange(3):
            case 0:
                asked.refuse(**self._by(self.home[0]), reason="Không")
            case 1:
                asked.withdraw(**self._by(self._worker(asked.action.lead_unit_id)))
            case _:
                asked.approve(**self._by(self.home[0]))


THINGS_THAT_HAPPEN = {
    Office.submit: 12, Office.exempt: 0.2, Office.plan: 0.5, Office.accept: 6, Office.progress: 4, Office.report: 4,
    Office.send_back: 2, Office.verify: 1.5, Office.reopen: 1, Office.drop: 0.2, Office.assign: 4,
    Office.ask_extension: 2, Office.decide_extension: 3, Office.be_absent: 2, Office.come_back_early: 0.5,
    Office.disable: 1, Office.join_or_leave: 2, Office.change_the_calendar: 1.5, Office.change_a_rule: 1,
    Office.decline: 1.5,
}  # fmt: skip
