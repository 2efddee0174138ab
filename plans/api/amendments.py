"""Amendments of the issued plan: begun, prepared change by change, issued or given up."""

from django.shortcuts import get_object_or_404
from rest_framework.response import Response

from plans.models import Amendment, AmendmentChange, Plan, PlanItem
from tracker import rules
from tracker.api.bodies import FileParser, JsonParser
from tracker.api.writing import CREATED

from . import bodies
from .bodies_amendments import AdditionsBody, AmendmentIssueBody, ChangeBody, WithdrawalBody
from .files import BINARY, sent
from .finding import (
    PlanEndpoint,
    PlanVerb,
    actions_named,
    find_plan,
    lines_named,
    words_with_units,
)
from .shapes_versions import AmendmentPage, AmendmentWhole

PLAIN = (
    "id", "version", "state", "reason", "begun_on", "number", "issued_on", "signer_name", "signer_title",
    "signed_file_name", "signed_sha256",
)  # fmt: skip


class Amendments(PlanVerb):
    """The amendments of the plan; one in preparation is there for those who watch the whole province."""

    answer, status = AmendmentPage, CREATED
    body, result = bodies.WhyBody, AmendmentWhole

    def get(self, request, year: int):
        return self.page(
            self.found(_known(self.actor, self.find(year))), lambda each: amendment_row(each, self.actor)
        )

    def post(self, request, year: int):
        """Begin the next amendment, with the reason; one at a time."""
        return self.changed(request, year=year)

    def do(self, plan: Plan, *, year: int, reason: str) -> dict:
        return whole(Amendment.begin(plan, reason=reason, **self.by()), self.actor)


class AmendmentEndpoint(PlanEndpoint):
    def find(self, year: int, pk: int, **_address) -> Amendment:
        """One of this plan; one in preparation does not exist for units."""
        plan = find_plan(self.actor, year)
        found = get_object_or_404(_known(self.actor, plan), pk=pk)
        found.plan = plan
        return found


class OneAmendment(AmendmentEndpoint):
    """One amendment with what it changes."""

    answer = AmendmentWhole

    def get(self, request, year: int, pk: int):
        found = self.find(year, pk)
        return Response(whole(found, self.actor), headers={"ETag": f'"{found.version}"'})


class AmendmentVerb(AmendmentEndpoint, PlanVerb):
    """A change of an amendment."""

    result = AmendmentWhole

    def do(self, amendment: Amendment, *, year: int, pk: int, **words) -> dict:
        self.act(amendment, **words)
        return whole(self.find(year, pk), self.actor)

    def line(self, amendment: Amendment, pk: int) -> PlanItem:
        return lines_named(amendment.plan, [pk], "line")[0]


class Changes(AmendmentVerb):
    """Give a line other words, another date or other units."""

    body = ChangeBody

    def act(self, amendment: Amendment, *, line: int, **words) -> None:
        amendment.change(self.line(amendment, line), **words_with_units(words), **self.at())


class Additions(AmendmentVerb):
    """Take accepted actions into the plan, each as a line of its own."""

    body = AdditionsBody

    def act(self, amendment: Amendment, *, actions: list[str], **words) -> None:
        amendment.add_all(actions_named(self.actor, actions, "actions"), **words, **self.at())


class Withdrawals(AmendmentVerb):
    """Take a line out of the plan; what is still open of its work ends with the issue."""

    body = WithdrawalBody

    def act(self, amendment: Amendment, *, line: int, reason: str) -> None:
        amendment.withdraw(self.line(amendment, line), reason=reason, **self.at())


class GrantedDates(AmendmentVerb):
    """Print the dates that were granted since the plan was issued."""

    body = bodies.NothingMore

    def act(self, amendment: Amendment) -> None:
        amendment.take_over_extensions(**self.at())


class Undoing(AmendmentVerb):
    """Take one planned change back; the plan stays there as it is."""

    body = bodies.NothingMore

    def do(self, amendment: Amendment, *, year: int, pk: int, change: int) -> dict:
        planned = get_object_or_404(amendment.changes.in_order(), pk=change)
        amendment.undo(planned, **self.at())
        return whole(self.find(year, pk), self.actor)


class AmendmentIssue(AmendmentVerb):
    """Record what the signed paper says; from then on the plan reads as amended. JSON, or multipart with the scan."""

    parser_classes = [JsonParser, FileParser]
    body = AmendmentIssueBody

    @staticmethod
    def who(actor, amendment) -> bool:
        return rules.may_issue_plan(actor)

    def act(self, amendment: Amendment, **words) -> None:
        amendment.issue(**words, **self.at())


class AmendmentCancelling(AmendmentVerb):
    """Give the amendment up; the plan stays as it is."""

    body = bodies.WhyBody

    def act(self, amendment: Amendment, *, reason: str) -> None:
        amendment.cancel(reason=reason, **self.at())


class AmendmentSignedFile(AmendmentVerb):
    """The signed paper of an issued amendment."""

    parser_classes = [FileParser]
    answer, body = BINARY, bodies.SignedFileBody

    @staticmethod
    def who(actor, amendment) -> bool:
        return rules.may_issue_plan(actor)

    def get(self, request, year: int, pk: int):
        """The file as it was brought."""
        return sent(self.find(year, pk), self.actor)

    def post(self, request, year: int, pk: int):
        """Bring it after the issue was recorded (multipart/form-data); once it is there it stays."""
        return self.changed(request, year=year, pk=pk)

    def act(self, amendment: Amendment, *, signed_file) -> None:
        amendment.attach_signed_file(signed_file, **self.at())


def amendment_row(each: Amendment, actor) -> dict:
    """Who began it is for those who watch; what it made is for everybody."""
    begun_by = each.begun_by.full_name if actor.sees_everything else None
    made = getattr(each, "made", None)
    return {name: getattr(each, name) for name in PLAIN} | {
        "begun_by": begun_by,
        "made": made and made.number,
    }


def whole(each: Amendment, actor) -> dict:
    return amendment_row(each, actor) | {"changes": [_planned(change) for change in each.changes.in_order()]}


def _known(actor, plan: Plan):
    return Amendment.objects.visible_to(actor).filter(plan=plan).select_related("begun_by", "made")


def _planned(change: AmendmentChange) -> dict:
    return {
        "id": change.pk,
        "kind": change.kind,
        "line": change.item_id,
        "action": change.action and change.action.ref,
        "after": change.after,
        "reason": change.reason,
    }
