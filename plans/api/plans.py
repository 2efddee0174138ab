"""The plan itself: what it is, its texts, its checks, and the steps of its life."""

from django.http import FileResponse
from rest_framework.response import Response

from plans.models import Plan
from plans.models.planning.texts import TEXTS
from tracker import rules
from tracker.api.bodies import FileParser, JsonParser
from tracker.api.endpoint import Endpoint

from . import bodies
from .files import BINARY, sent
from .finding import PlanChange, PlanEndpoint, PlanVerb, expect_watcher
from .shapes import ChecksWhole, PlanPage, PlanRow

SIGNED = (
    "state", "number", "issued_on", "signer_name", "signer_title", "sent_on", "signed_file_name", "signed_sha256",
    "period_end", "is_public", "version",
)  # fmt: skip


class Plans(Endpoint):
    """The plans you may read; a draft is there for those who watch the whole province."""

    answer = PlanPage

    def get(self, request):
        visible = Plan.objects.visible_to(self.actor).select_related("review")
        return self.page(self.found(visible), lambda plan: plan_row(plan, self.actor))


class OnePlan(PlanChange):
    """The plan of the year, made after the review of the year before."""

    answer = result = PlanRow
    body = bodies.TextsBody

    def get(self, request, year: int):
        plan = self.find(year)
        return Response(plan_row(plan, self.actor), headers={"ETag": f'"{plan.version}"'})

    def patch(self, request, year: int):
        """Write the plan's own texts while it is a draft; what is not named stays."""
        return self.changed(request, year=year)

    def do(self, plan: Plan, *, year: int, **texts) -> dict:
        plan.write_texts(**texts, **self.at())
        return plan_row(plan, self.actor)


class PlanChecks(PlanEndpoint):
    """What the plan should hold before it is sent or issued, each met or not; for those who watch."""

    answer = ChecksWhole

    def get(self, request, year: int):
        plan = self.find(year)
        expect_watcher(self.actor)
        return Response(
            {"version": plan.version, "checks": [_check(each) for each in plan.checks(self.today)]}
        )


class PlanStep(PlanVerb):
    """A step of the plan's life."""

    result = PlanRow

    @staticmethod
    def who(actor, plan) -> bool:
        return rules.may_send_plan(actor)

    def do(self, plan: Plan, *, year: int, **words) -> dict:
        self.act(plan, **words, **self.at())
        return plan_row(plan, self.actor)


class PlanSending(PlanStep):
    """Put the draft before the People's Committee."""

    body, act = bodies.SendingBody, staticmethod(Plan.send)


class PlanRecall(PlanStep):
    """Take the plan back from the People's Committee to change it."""

    body, act = bodies.WhyBody, staticmethod(Plan.recall)


class PlanIssue(PlanStep):
    """Record what the signed paper says; from then on the plan is frozen. JSON, or multipart with the scan."""

    parser_classes = [JsonParser, FileParser]
    body, act = bodies.IssueBody, staticmethod(Plan.issue)

    @staticmethod
    def who(actor, plan) -> bool:
        return rules.may_issue_plan(actor)


class SignedFile(PlanVerb):
    """The signed paper of the plan."""

    parser_classes = [FileParser]
    answer, body, result = BINARY, bodies.SignedFileBody, PlanRow

    @staticmethod
    def who(actor, plan) -> bool:
        return rules.may_issue_plan(actor)

    def get(self, request, year: int) -> FileResponse:
        """The file as it was brought."""
        return sent(self.find(year), self.actor)

    def post(self, request, year: int):
        """Bring it after the issue was recorded (multipart/form-data); once it is there it stays."""
        return self.changed(request, year=year)

    def do(self, plan: Plan, *, year: int, signed_file) -> dict:
        plan.attach_signed_file(signed_file, **self.at())
        return plan_row(plan, self.actor)


def plan_row(plan: Plan, actor) -> dict:
    """The plan; what was lacking, and why it went all the same, is for those who watch."""
    watched = {"unmet": plan.unmet, "unmet_reason": plan.unmet_reason}
    latest = plan.versions.values_list("number", flat=True).last()
    return {name: getattr(plan, name) for name in SIGNED} | {
        "year": plan.review.plan_year,
        "review": plan.review.year,
        "texts": {name: plan.texts.get(name, "") for name in TEXTS},
        "latest_version": latest,
        **(watched if actor.sees_everything else dict.fromkeys(watched)),
    }


def _check(check) -> dict:
    things = [{"words": each.words, "page": each.place} for each in check.things]
    plain = {name: getattr(check, name) for name in ("name", "words", "is_met", "count", "note")}
    return plain | {"things": things}
