"""What waits for Home Affairs: requests for more time, reports to verify, questions to answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, Value
from django.utils.translation import gettext_lazy as _

from tracker import rules
from tracker.models import Action, Event, ExtensionRequest, Question


@dataclass(frozen=True)
class Queue:
    """One kind of case: what waits, since when, who decides, and which lines of history begin and end a waiting."""

    route: str
    words: str
    subject: str
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    waits: tuple[str, Any]
    since: Any
    cases: Callable[..., QuerySet]
    may_decide: Callable[..., bool]

    def waiting(self, actor) -> QuerySet:
        """The cases that wait, the oldest first, each with the day since when."""
        waiting = self.cases(actor).filter(self.waits).annotate(since=self.since)
        return waiting.order_by("since", "pk")

    def holds(self, actor, thing) -> bool:
        """Whether this case is still waiting."""
        return self.cases(actor).filter(self.waits, pk=thing.pk).exists()


def counts(actor) -> dict[str, int]:
    """How many wait in each queue, by its route; one query."""
    first, *others = (_counted(queue, actor) for queue in QUEUES)
    return dict(first.union(*others, all=True))


def longest(actor) -> Queue:
    """The queue with the case that has waited longest; the first one when nothing waits."""
    oldest = {queue.route: _oldest(queue, actor) for queue in QUEUES}
    return min(QUEUES, key=lambda queue: oldest[queue.route] or date.max)


def _counted(queue: Queue, actor) -> QuerySet:
    waiting = queue.cases(actor).filter(queue.waits).order_by().annotate(route=Value(queue.route))
    return waiting.values("route").annotate(number=Count("pk")).values_list("route", "number")


def _oldest(queue: Queue, actor) -> date | None:
    return queue.waiting(actor).values_list("since", flat=True).first()


def _extensions(actor) -> QuerySet:
    shown = ("action__lead_unit", "action__weakness__review", "asked_by", "decided_by")
    return ExtensionRequest.objects.visible_to(actor).select_related(*shown)


def _reports(actor) -> QuerySet:
    return Action.objects.visible_to(actor).select_related("lead_unit", "reported_by", "weakness__review")


def _questions(actor) -> QuerySet:
    shown = ("action__lead_unit", "weakness__review", "weakness__unit", "unit", "asked_by")
    return Question.objects.visible_to(actor).select_related(*shown)


def _asked_on() -> Subquery:
    """The day of the first words that no answer follows: what a unit adds after an answer waits from that day."""
    told = Event.objects.filter(subject="question")
    answered = told.filter(subject_id=OuterRef("subject_id"), number__gt=OuterRef("number"), verb="answered")
    asked = told.filter(~Exists(answered), subject_id=OuterRef("pk"), verb__in=("asked", "followed_up"))
    return Subquery(asked.order_by("number").values("happened_on")[:1])


EXTENSIONS = Queue(
    route="queue-extensions", words=_("More time"), subject="extensionrequest", begins=("asked",),
    ends=("approved", "refused"), waits=("state", "pending"), since=F("asked_on"), cases=_extensions,
    may_decide=rules.may_decide_extension,
)  # fmt: skip
VERIFICATIONS = Queue(
    route="queue-verifications", words=_("Verification"), subject="action", begins=("reported",),
    ends=("verified", "returned"), waits=("state", "reported"), since=F("reported_on"), cases=_reports,
    may_decide=rules.may_decide_report,
)  # fmt: skip
QUESTIONS = Queue(
    route="queue-questions", words=_("Questions to answer"), subject="question", begins=("asked", "followed_up"),
    ends=("answered",), waits=("answered_on", None), since=_asked_on(), cases=_questions, may_decide=rules.decides,
)  # fmt: skip
QUEUES = (EXTENSIONS, VERIFICATIONS, QUESTIONS)
